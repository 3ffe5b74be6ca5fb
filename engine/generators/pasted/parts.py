"""The parts of a problem numbered in one way: `1)`, `1、`, `1. `, `问题 1：`, `第一问：`, `(一)`, `Q1.` are `(1)`.

A part that nobody sees to be one is passed over, or its number is read as a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.generators import patterns

_CHINESE = "一二三四五六七八九"
_APART = r"(?<=[\s。？?；;：:，,！!])"
_NUMBERED = tuple(
    (re.compile(pattern), needs_words)
    for pattern, needs_words in (
        (rf"{_APART}([1-9])[)）]\s*", True),
        (rf"{_APART}([1-9])、\s*", True),
        (rf"{_APART}([1-9])[.．](?:\s+|(?=[^\s\d]))", True),
        (rf"{_APART}([⒈-⒐])\s*", True),
        (rf"{_APART}([1-9])\s?°(?!\s?[C\d])\s*", True),
        (rf"{_APART}[(（]([{_CHINESE}])[)）]\s*", False),
        (rf"{_APART}(?:问题?|小题)\s?([1-9{_CHINESE}])\s*(?:[:：、]|[.．](?!\d))\s*", False),
        (rf"{_APART}第\s?([1-9{_CHINESE}])\s?(?:小?[问题])\s*[:：、，,]\s*", False),
        (rf"{_APART}Q\s?([1-9])\s*(?:[:：、]|[.．](?!\d))\s*", False),
    )
)
_LETTERS = re.compile(r"(?:(?<=\s)|(?<=[。？?；;：:]))[(（]?([a-h])[)）.．、]\s*(?=\S)")
_BULLETS = re.compile(r"(?m)^[ \t]*[-*•·●][ \t]+")
_ASKS_BELOW = re.compile(r"(?:求|问|计算|回答|解答|写出|给出|问题|要求)[^\n。？?；;]{0,8}[:：]\s*\Z")
_ASKS = re.compile(r"[?？]|多少|几(?!乎)|哪|什么|求|写出|给出|计算")
_FIRST_OPTION = re.compile(r"\n\s*[-*]?\s*[(（]?A\s*[.．、:：)）]")
_LEAST_WORDS = 4  # characters of a part: figures of a row (`1、2、3`) are none


def with_parts_numbered(text: str) -> str:
    """The text with the numbers of its parts as `(1)`, `(2)`, ...; as it is where they are so already, or nothing counts parts."""
    option = _FIRST_OPTION.search(text)
    stem, below = (text[: option.start()], text[option.start() :]) if option else (text, "")
    for pattern, needs_words in _NUMBERED:
        marks = [mark for mark in pattern.finditer(stem) if stem[: mark.start()].strip() and not _within_bracket(stem, mark.start())]
        if (run := _counting_from_one(marks)) and (not needs_words or all(_are_words(part) for part in _parts(stem, run))):
            return _replaced(stem, run) + below
    if patterns.search(r"[(（]\s*[12]\s*[)）]", stem):
        return text
    # Points and letters set out conditions, too, and small letters options: these have to ask.
    letters = list(_LETTERS.finditer(stem))
    lettered = letters if "".join(mark[1] for mark in letters) == "abcdefgh"[: len(letters)] else []
    for marks in (lettered, list(_BULLETS.finditer(stem))):
        if len(marks) > 1 and stem[: marks[0].start()].strip():
            asking = _ASKS_BELOW.search(stem[: marks[0].start()]) or sum(bool(_ASKS.search(part)) for part in _parts(stem, marks)) > 1
            if asking and all(_are_words(part) for part in _parts(stem, marks)):
                return _replaced(stem, marks) + below
    return text


def _counting_from_one(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count 1, 2, ... in their order, at least two; none where a number is missing or comes twice."""
    numbers = [_number(mark[1]) for mark in marks]
    return list(marks) if len(marks) > 1 and numbers == list(range(1, len(marks) + 1)) else []


def _within_bracket(text: str, place: int) -> bool:
    """Whether a bracket is open at a place of a line: `(1, 1, 1)` counts nothing."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.count("(") + line.count("（") > line.count(")") + line.count("）")


def _number(sign: str) -> int:
    return _CHINESE.index(sign) + 1 if sign in _CHINESE else ord(sign) - ord("⒈") + 1 if "⒈" <= sign <= "⒐" else int(sign)


def _parts(text: str, marks: Sequence[re.Match[str]]) -> Iterator[str]:
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        yield text[mark.end() : end].strip()


def _are_words(part: str) -> bool:
    return len(part) >= _LEAST_WORDS and patterns.search(r"[\u4e00-\u9fff]{2}", part) is not None


def _replaced(text: str, marks: Sequence[re.Match[str]]) -> str:
    left = text
    for number, mark in reversed(list(enumerate(marks, 1))):
        left = f"{left[: mark.start()]}({number}){left[mark.end() :]}"
    return left
