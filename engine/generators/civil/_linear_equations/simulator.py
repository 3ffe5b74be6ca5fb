"""Linear equations between unknowns: the only solution, exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from engine.generators.civil._problems.relations import Relations, number, unknown
from engine.generators.reading import stay_out

Equation: TypeAlias = tuple[Mapping[str, int | Fraction], int | Fraction]
"""Factors by unknown, and what the sum of all products is."""


def solved(equations: Sequence[Equation]) -> dict[str, Fraction]:
    """The values of all unknowns, by elimination (Gauss), in the order in which they come up.

    Raises:
        StayOut: the equations contradict each other, or leave an unknown open.
    """
    relations = Relations()
    for factors, result in equations:
        relations.equal({name: Fraction(factor) for name, factor in factors.items() if factor}, number(result))
    found = {}
    for name in dict.fromkeys(name for factors, _ in equations for name in factors):
        value = relations.value(unknown(name))
        found[name] = value if value is not None else stay_out(f"open: {name}")
    return found
