"""Solutions: two mixed, water added or boiled off, how much of each for a wanted strength, part poured out and filled up again and again.

Strength (浓度) is the mass of what is dissolved over the mass of the solution. Nothing is lost but what is said to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def mixed(portions: Sequence[tuple[Fraction | int, Fraction | int]]) -> Fraction:
    """The strength, in per cent, of portions (mass, strength in per cent) put together; water has strength 0."""
    return Fraction(sum(mass * strength for mass, strength in portions)) / sum(mass for mass, _ in portions)


def water_to_reach(mass: Fraction | int, strength: Fraction | int, wanted: Fraction | int) -> Fraction:
    """Water to add (negative: to boil off) so that a solution of `strength` per cent comes to `wanted`."""
    return Fraction(mass) * strength / wanted - mass


def portions_for(total: int, weak: int, strong: int, wanted: int) -> tuple[Fraction, Fraction]:
    """Masses of the weak and of the strong solution that give `total` of the wanted strength (十字交叉)."""
    of_weak = Fraction(total * (strong - wanted), strong - weak)
    return of_weak, total - of_weak


def poured(mass: int, strength: Fraction | int, out: int, times: int) -> Fraction:
    """The strength after `out` has been poured out and replaced with water so many times."""
    return Fraction(strength) * (1 - Fraction(out, mass)) ** times
