"""Statistics made up for data-analysis questions: what is measured, figures that look real, and options rounded alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.kind import Wrong
from engine.generators.quantities import decimal

SUBJECTS = (
    "进出口总额",
    "社会消费品零售总额",
    "规模以上工业增加值",
    "软件业务收入",
    "快递业务收入",
    "固定资产投资",
    "旅游总收入",
    "地方财政收入",
)
PLACES = ("某省", "某市", "某地区", "某自治区")

LEAST_APART = Fraction(3, 200)
"""Options nearer to the right one than this share of it would be told apart by rounding, not by knowing how."""


def figure(chance: Chance, least: int, most: int) -> Fraction:
    """A figure with one decimal, drawn from a range."""
    return Fraction(chance.between(least * 10, most * 10), 10)


def rate(chance: Chance, least: int, most: int) -> Fraction:
    """A rate of growth in per cent, with one decimal."""
    return Fraction(chance.between(least * 10 + 1, most * 10), 10)


def apart(right: Fraction, candidates: Iterable[tuple[Fraction, str]], show: Callable[[Fraction], str]) -> list[Wrong]:
    """Wrong options that are positive and far enough from the right one and from each other."""
    kept: list[tuple[Fraction, str]] = []
    for value, why in candidates:
        if value > 0 and all(abs(value - other) >= abs(right) * LEAST_APART for other in (right, *(each for each, _ in kept))):
            kept.append((value, why))
    return [Wrong(show(value), why) for value, why in kept]


def one_decimal(value: Fraction) -> str:
    """`12.0`, `9.6`."""
    return decimal(value, 1, keep_zeros=True)
