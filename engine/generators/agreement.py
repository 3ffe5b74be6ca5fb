"""Whether two readings of one text come to the same: where they do not, at least one of them is wrong, and neither is told.

Readers word their answers as they like, in units of their own: only the amounts are compared. One may say more than the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators.choices.choosing import same_answer

_AMOUNT = re.compile(
    r"(?P<number>(?:(?<![\w.)）])-)?\d+(?:\.\d+)?)(?:[×*]10\^(?P<power>-?\d+))?\s*(?P<prefix>[pnμmkKMGT微毫纳])?(?P<unit>(?:秒|s|Hz|[Bb](?:ps)?)(?![A-Za-z]))?"
)
_SCALES = {"p": -12, "n": -9, "纳": -9, "μ": -6, "微": -6, "m": -3, "毫": -3, "k": 3, "K": 3, "M": 6, "G": 9, "T": 12}
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-F]+H(?![0-9A-Za-z])|（[^（）]*）|[01]{6,}")
_TOLERANCE = 0.01  # one rounds to two figures, another to four


def come_to_the_same(answer: str, other: str) -> bool:
    """Whether two answers do not contradict each other."""
    if same_answer(answer, other) or same_answer(other, answer):
        return True
    if _CODE.search(answer) or _CODE.search(other):
        return True  # a code and what it stands for may both be said
    one, another = _amounts(answer), _amounts(other)
    return not one or not another or _holds(one, another) or _holds(another, one)


def say_the_same(answer: str, other: str) -> bool:
    """Whether two answers tell the same amounts, all of them: stricter than not to contradict."""
    one, another = _amounts(answer), _amounts(other)
    return bool(one) and len(one) == len(another) and _holds(one, another) and _holds(another, one)


def _amounts(answer: str) -> list[float]:
    """The amounts of an answer in seconds, hertz and bytes or bits, without sorts of units."""
    found = []
    for amount in _AMOUNT.finditer(answer):
        scale = _SCALES.get(amount["prefix"] or "", 0) if amount["unit"] else 0
        found.append(float(amount["number"]) * 10.0 ** (int(amount["power"] or 0) + scale))
    return found


def _holds(more: Sequence[float], fewer: Sequence[float]) -> bool:
    """Whether each amount of `fewer` is one of `more`, or a thousand of binary is one of decimal."""
    return all(
        any(abs(value - each) <= _TOLERANCE * abs(value) or _binary(value, each) or _binary(each, value) for each in more)
        for value in fewer
    )


def _binary(value: float, other: float) -> bool:
    """Whether 1 K of one is 1024 of the other."""
    return any(abs(value * 1.024**power - other) <= _TOLERANCE / 10 * abs(other) for power in (1, 2, 3))
