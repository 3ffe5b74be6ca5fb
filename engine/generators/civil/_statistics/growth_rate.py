"""Growth in data analysis: rates, base figures, increases, the rate over two years, of a whole from its parts, and the yearly mean.

Rate = increase / base; base = now / (1 + r); increase = now · r / (1 + r); over two periods r1 + r2 + r1·r2. Rounded at the end only.
"""

from __future__ import annotations

from fractions import Fraction


def growth(base: Fraction, now: Fraction) -> Fraction:
    """The rate in per cent from one figure to another."""
    return (now - base) * 100 / base


def base_of(now: Fraction, percent: Fraction) -> Fraction:
    """The figure a period earlier."""
    return now / (1 + percent / 100)


def increase_of(now: Fraction, percent: Fraction) -> Fraction:
    """By how much it has grown since a period earlier."""
    return now - base_of(now, percent)


def over_two(first: Fraction, second: Fraction) -> Fraction:
    """The rate, in per cent, over two periods one after the other (间隔增长率)."""
    return first + second + first * second / 100


def of_whole(now: tuple[Fraction, Fraction], rates: tuple[Fraction, Fraction]) -> Fraction:
    """The rate of a whole of two parts (混合增长率): weighed by their base figures, not by their present ones."""
    base = sum((base_of(part, percent) for part, percent in zip(now, rates, strict=True)), Fraction(0))
    return growth(base, sum(now, Fraction(0)))
