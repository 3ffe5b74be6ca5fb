"""Problems that only stand together: several things of which the same is asked, or sentences that each tell all they ask about."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut
from engine.generators.several import together

_ITEM = re.compile(r"(?:(?<=^)|(?<=[\s,;。:?!]))\(\s*([1-6])\s*\)\s*|(?<=\n)\s*([1-6])\s*[.、)]\s*(?!\d)")
_SENTENCE = re.compile(r"(?<=[。;?!\n])")
_ASKS = re.compile(r"[?]|多少|几|什么|哪|求|写出|给出|画出|计算|\(\s*\)|[是为][\s。;]*$")
_THESE = re.compile(r"(?:以下|下列|下面|如下)(?:各|几个|的)*|各个?")
_BACK = re.compile(r"上述|上面|该|此(?!时)|其|它|同样|同上|改[为用成]|换|呢|这|若(?!以|有|对|用|一)|再|另|\(\s*[1-6]\s*\)")
_MOST = 6


def _items(text: str) -> list[str] | None:
    """What is asked of all with each of them; None where no list of bare things ends the text."""
    marks = list(_ITEM.finditer(text))
    if not 2 <= len(marks) <= _MOST or [int(mark[1] or mark[2]) for mark in marks] != list(range(1, len(marks) + 1)):
        return None
    lead = text[: marks[0].start()].strip()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [text[mark.end() : end].strip(" \n;,、。") for mark, end in zip(marks, ends, strict=True)]
    if (
        not _ASKS.search(lead)
        or not all(items)
        or any(patterns.search(r"[\u4e00-\u9fff]{3}", item) or _ASKS.search(item) for item in items)
    ):
        return None
    lead = _THESE.sub("", lead).rstrip(" :,。")
    return [f"{lead}:{item}。" for item in items]


def _sentences(text: str) -> list[str] | None:
    """The sentences, where each asks and none points back."""
    found = [sentence.strip() for sentence in _SENTENCE.split(text) if patterns.search(r"\w", sentence)]
    found = [patterns.sub(r"^\s*\(?[1-6]\)\s*", "", sentence) for sentence in found]
    if not 2 <= len(found) <= _MOST or any(not _ASKS.search(sentence) or len(sentence) < 8 for sentence in found):
        return None
    return None if any(_BACK.search(sentence) for sentence in found[1:]) else found


def with_parts_alone(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads each part as a text of its own where it does not understand the whole."""

    def recognised(text: str) -> Recognition | None:
        try:
            if (whole := recognise(text)) is not None:
                return whole
            refusal = None
        except StayOut as stayed:
            refusal = stayed
        for parts in (_items(text), _sentences(text)):
            try:
                found = [recognise(part) for part in parts or ()]
            except StayOut:
                continue
            seen = [one for one in found if one is not None and one.confident]
            if len(seen) == len(found) > 1:
                return Recognition(
                    parameters={"task": "alone", "parts": [one.parameters for one in seen]},
                    understood=tuple(
                        (f"第 {number} 题，{name}", value) for number, one in enumerate(seen, 1) for name, value in one.understood
                    ),
                )
        if refusal is not None:
            raise refusal
        return None

    return recognised


def solving_parts_alone(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that solves each part."""

    def solved(parameters: Parameters) -> Solution:
        return together([solve(part) for part in parameters["parts"]]) if parameters.get("task") == "alone" else solve(parameters)

    return solved
