"""Chances: drawing balls, independent tries, the same try again and again, a match of best of three, drawing until the first, a meeting.

All cases of a draw are equally likely; what is asked is favourable cases over all (古典概率), a product for what is independent, and an
area over an area for a time anywhere in an interval (几何概率).
"""

from __future__ import annotations

from fractions import Fraction
from math import comb


def drawn(red: int, white: int, take: int, reds: int) -> Fraction:
    """The chance that of `take` balls drawn together exactly `reds` are red."""
    return Fraction(comb(red, reds) * comb(white, take - reds), comb(red + white, take))


def repeated(chance: Fraction, times: int, hits: int) -> Fraction:
    """The chance of exactly so many hits in independent tries."""
    return comb(times, hits) * chance**hits * (1 - chance) ** (times - hits)


def at_least_one(chances: tuple[Fraction, ...]) -> Fraction:
    """The chance that one of several independent tries comes off."""
    none = Fraction(1)
    for chance in chances:
        none *= 1 - chance
    return 1 - none


def first_at(good: int, bad: int, place: int) -> Fraction:
    """The chance that, drawn one by one and kept, the first good one comes at that place."""
    result = Fraction(1)
    for before in range(place - 1):
        result *= Fraction(bad - before, good + bad - before)
    return result * Fraction(good, good + bad - place + 1)


def best_of_three(win: Fraction) -> Fraction:
    """The chance of winning two games before losing two."""
    return win**2 + 2 * win**2 * (1 - win)


def meets(window: int, wait: int) -> Fraction:
    """The chance that two who come at any time of a window, and wait so long, meet."""
    return 1 - Fraction(window - wait, window) ** 2
