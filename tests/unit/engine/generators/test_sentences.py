"""Problems as strangers put them, who had not seen the solvers: no answer is wrong, no near-miss is answered, and no solver unlearns.

Each line of `sentences/*.jsonl`: `kind` (what the writer had in mind), `expect` (`solve` or `leave`), `text`, the writer's own `answer` and `also`,
in `approved` what the solvers say where it differs in words (or where the writer was wrong): looked at by a person once; `silent` where it is
not answered yet: any other that falls silent is a step back. `python -m tests.unit.engine.generators.test_sentences` writes that down and
shows how many are answered. `make test` asks one row in three, always the same ones, `make prove` all of them.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.generators import registry
from engine.generators.choices.choosing import same_answer
from engine.generators.solving import Solved, solve_text
from engine.questions.arithmetic import wrong_equations

FOLDER = Path(__file__).with_name("sentences")
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
PROVING = os.environ.get("SHANGAN_PROVE") == "1"
ONE_IN = 1 if PROVING else 3
"""Of so many rows one is asked, always the same ones."""


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """A writer's sentences, all of them."""
    return tuple(json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


@cache
def asked(name: str) -> tuple[dict[str, Any], ...]:
    """Those of a writer's sentences that are put to the solvers here."""
    return tuple(row for row in rows(name) if zlib.crc32(row["text"].encode()) % ONE_IN == 0)


@cache
def solved(name: str) -> tuple[Solved | None, ...]:
    """What the solvers say to each; None: nothing, or a question back."""
    found = (solve_text(row["text"], registry.exam_of(row["kind"])) for row in asked(name))
    return tuple(one if isinstance(one, Solved) else None for one in found)


def _letters(answer: str) -> set[str]:
    """Names of one letter, with or without a figure: an answer that leaves them out says less."""
    return set(re.findall(r"(?<![A-Z0-9])[A-Z]\d?(?![A-Z])", answer.upper()))


_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?B(?![a-z])|[nmμ]s(?![a-z]))?")


def _in_no_other_unit(expected: str, answer: str) -> bool:
    """Whether figures that agree are not of different sizes: 4 KB is not 4 GB."""
    pairs = zip(_AMOUNT.findall(expected), _AMOUNT.findall(answer), strict=False)
    return all(one == other or not one or not other for (_, one), (_, other) in pairs)


# What a fraction is about, what another convention gives or another unit says, told beside the answer; a quotient before its value.
_BESIDE = re.compile(r"（(?:约|若|即)[^（）]*）|(?<![\d/])\d+/\d+ [=≈] (?=\d)")


def agrees(row: dict[str, Any], answer: Solved) -> bool:
    """Whether an answer is the writer's, or one that was approved."""
    if answer.answer in row.get("approved", ()):
        return True
    shorter = _BESIDE.sub("", answer.answer)
    return _says_the_same(row, answer) or (
        shorter != answer.answer and _says_the_same(row, replace(answer, solution=replace(answer.solution, answer=shorter)))
    )


def _says_the_same(row: dict[str, Any], answer: Solved) -> bool:
    for expected in (row["answer"] or "", *(row.get("also") or ())):
        if re.fullmatch(r"[A-D]", expected) and answer.option:
            return bool(answer.option == expected)
        # `(1) 649; (2) 2310`: the numbers of the questions are none of the answer's.
        numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?:(?<=[；;，,\s])|^)[（(][1-9][）)]", "", expected))
        if expected and same_answer(expected, answer.answer):
            return True
        if (
            numbers
            and numbers == re.findall(r"\d+(?:\.\d+)?", answer.answer)
            and _letters(expected) <= _letters(answer.answer)
            and _in_no_other_unit(expected, answer.answer)
        ):
            return True
        if expected and re.sub(r"\W", "", expected) == re.sub(r"\W", "", answer.answer):
            return True
    return False


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_wrong_and_no_near_miss_is_answered(name: str) -> None:
    wrong = [
        (row["text"], row["answer"], answer.answer)
        for row, answer in zip(asked(name), solved(name), strict=True)
        if answer is not None and (row["expect"] == "leave" or not agrees(row, answer)) and answer.answer not in row.get("approved", ())
    ]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_understood_once_still_is(name: str) -> None:
    lost = [
        row["text"]
        for row, answer in zip(asked(name), solved(name), strict=True)
        if row["expect"] == "solve" and answer is None and not row.get("silent")
    ]
    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_says_what_was_understood_and_its_working(name: str) -> None:
    poor = []
    for row, answer in zip(asked(name), solved(name), strict=True):
        if answer is None:
            continue
        understood = "；".join(f"{each}：{value}" for each, value in answer.understood)
        # A name of ours, such as `sum-equal`, is nothing that a person says.
        said = re.sub(r"\W", "", row["text"]).lower() + "front rear kbps"
        ours = [word for word in re.findall(r"(?<![A-Za-z])[a-z]{4,}", understood) if word not in said]
        if not answer.understood or not all(value for _, value in answer.understood) or ours or not answer.solution.steps:
            poor.append((row["text"], answer.markdown))
    assert poor == []


@pytest.mark.parametrize("name", NAMES)
def test_equations_of_the_working_hold(name: str) -> None:
    wrong = [
        (row["text"], list(found))
        for row, answer in zip(asked(name), solved(name), strict=True)
        if answer is not None and (found := tuple(wrong_equations(answer.solution.steps)))
    ]
    assert wrong == []


def _note_who_is_silent() -> None:
    """Write into each row whether it is answered, and print how many are."""
    for name in NAMES:
        lines, answered, solvable = [], 0, 0
        for row in rows(name):
            found = solve_text(row["text"], registry.exam_of(row["kind"]))
            row.pop("silent", None)
            if row["expect"] == "solve":
                solvable += 1
                if isinstance(found, Solved):
                    answered += 1
                else:
                    row["silent"] = True
            lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        (FOLDER / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {answered} of {solvable}", flush=True)  # noqa: T201


if __name__ == "__main__":
    _note_who_is_silent()
