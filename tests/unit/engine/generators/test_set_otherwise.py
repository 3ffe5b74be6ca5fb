"""The tests' sentences set as other pages, files and people set them: the answer never becomes another one, and is hardly ever lost.

A sample of the sentences that are answered; `make prove` takes ten times as many.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest

from engine.generators import registry
from engine.generators.choices.options import split_options
from engine.generators.pasted.normalising import normalise
from engine.generators.solving import Solved, solve_text
from tests.unit.engine.generators.test_sentences import NAMES, rows

SAMPLE = 600 if os.environ.get("SHANGAN_PROVE") == "1" else 60
MOST_LOST = 0.1

_OPTIONS = re.compile(r"\n\s*(?:[-*] ?)?[(（]?A\s*[.．、)）:：]")
_PART = re.compile(r"(?:(?<=[\s。？?；;，,：:!！])|^)[(（]\s*([1-6])\s*[)）]")


def _lettered(form: str) -> Callable[[tuple[str, ...]], str]:
    return lambda options: "".join(form.format(letter, letter.lower(), option) for letter, option in zip("ABCDE", options, strict=False))


OPTIONS_SET: Mapping[str, Callable[[tuple[str, ...]], str]] = {
    "on lines": _lettered("\n{0}. {2}"),
    "glued": _lettered(" {0}．{2}"),
    "small letters": _lettered("\n{1}) {2}"),
    "in heavy brackets": _lettered("\n【{0}】{2}"),
    "with rings": _lettered("\n○ {0}. {2}"),
    "named": _lettered("\n选项{0}：{2}"),
    "a list": lambda options: (
        "\n" + json.dumps([f"{letter}. {option}" for letter, option in zip("ABCDE", options, strict=False)], ensure_ascii=False)
    ),
    "below a heading": lambda options: "\n\n## 选项\n" + _lettered("\n- {0}. {2}")(options),
    "with a key": lambda options: _lettered("\n{0}. {2}")(options) + "\n\n参考答案：C\n解析：略。",
    "columns": lambda options: "".join(f"\n{'ABCD'[place]}. {options[place]}" for place in (0, 2, 1, 3)),
}

PARTS_NUMBERED: Mapping[str, Callable[[int], str]] = {
    "1)": lambda number: f"{number})",
    "1、": lambda number: f"{number}、",
    "1. ": lambda number: f"\n{number}. ",
    "问题1": lambda number: f"\n问题{number}：",
    "第一问": lambda number: f"\n第{'一二三四五六'[number - 1]}问：",
    "(一)": lambda number: f"（{'一二三四五六'[number - 1]}）",
}

COPIED: Mapping[str, Callable[[str], str]] = {
    "of a file": lambda text: "\ufeff" + text.replace("\n", "\r\n").replace("，", "，\u200b"),
    "of a page": lambda text: "&emsp;&emsp;" + text + "\n![](https://example.com/a.png)",
    "of a book": lambda text: text + "\n— 12 —",
    "of a form": lambda text: f"12. [单选题] {text}",
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "out of data": lambda text: json.dumps(text, ensure_ascii=False),
    "with a request": lambda text: text + "\n选哪个？为啥" if _OPTIONS.search(text) else text + "\n这题怎么算？",
}


@cache
def _answered(pattern: re.Pattern[str] | None) -> tuple[tuple[dict[str, Any], Solved], ...]:
    """A sample of the sentences in which the pattern is found, with what is answered to each."""
    chance = random.Random("set otherwise")
    told = [
        row
        for name in NAMES
        for row in rows(name)
        if row["expect"] == "solve" and (pattern is None or len(pattern.findall(row["text"])) > 0)
    ]
    found: list[tuple[dict[str, Any], Solved]] = []
    for row in chance.sample(told, min(len(told), 2 * SAMPLE)):
        solved = solve_text(row["text"], registry.exam_of(row["kind"]))
        if isinstance(solved, Solved) and len(found) < SAMPLE:
            found.append((row, solved))
    return tuple(found)


def _compared(pairs: list[tuple[str, str, Solved]], same: Callable[[Solved, Solved], bool]) -> None:
    """Each text, of an exam, comes to the same as what was answered before, or, for a few, to nothing."""
    lost = []
    for text, exam, before in pairs:
        solved = solve_text(text, exam)
        if isinstance(solved, Solved):
            assert same(before, solved), text
        else:
            lost.append(text)
    assert len(lost) <= MOST_LOST * len(pairs), lost


@pytest.mark.parametrize("way", OPTIONS_SET)
def test_options_set_otherwise(way: str) -> None:
    pairs = []
    for row, solved in _answered(_OPTIONS):
        stem = row["text"][: next(_OPTIONS.finditer(row["text"])).start()]
        options = split_options(normalise(row["text"]))[1]
        if solved.option and len(options) == 4:
            pairs.append((stem + OPTIONS_SET[way](options), registry.exam_of(row["kind"]), solved))
    _compared(pairs, lambda before, now: now.option == before.option)


@pytest.mark.parametrize("way", PARTS_NUMBERED)
def test_parts_numbered_otherwise(way: str) -> None:
    pairs = [
        (_PART.sub(lambda mark: PARTS_NUMBERED[way](int(mark[1])), row["text"]), registry.exam_of(row["kind"]), solved)
        for row, solved in _answered(_PART)
        if "2" in _PART.findall(row["text"])
    ]
    _compared(pairs, lambda before, now: _figures(now.answer) == _figures(before.answer))


@pytest.mark.parametrize("way", COPIED)
def test_copied_otherwise(way: str) -> None:
    pairs = [(COPIED[way](row["text"]), registry.exam_of(row["kind"]), solved) for row, solved in _answered(None)]
    _compared(pairs, lambda before, now: (_figures(now.answer), now.option) == (_figures(before.answer), before.option))


def _figures(answer: str) -> list[str]:
    return re.findall(r"[\d.A-F/]+", answer)
