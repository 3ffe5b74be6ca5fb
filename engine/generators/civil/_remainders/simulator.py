"""Numbers that leave given remainders: all of them are so far apart as the least common multiple of the divisors."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm
from typing import TypeAlias

from engine.generators.reading import stay_out

Congruence: TypeAlias = tuple[int, int]
"""Divisor and remainder, the remainder from 0 to the divisor less 1."""


def together(congruences: Sequence[Congruence]) -> Congruence:
    """One congruence that says the same as all of them (the Chinese remainder theorem, by stepping).

    Raises:
        StayOut: no number fulfils all.
    """
    step, least = 1, 0
    for divisor, remainder in congruences:
        found = next((number for number in range(least, least + step * divisor, step) if number % divisor == remainder), None)
        if found is None:
            stay_out("no such number")
        step = lcm(step, divisor)
        least = found % step
    return step, least


def fitting(congruences: Sequence[Congruence], low: int, high: int) -> range:
    """All numbers from `low` to `high`, both included, that leave the remainders.

    Raises:
        StayOut: no number at all does.
    """
    step, least = together(congruences)
    first = low + (least - low) % step
    return range(first, high + 1, step)
