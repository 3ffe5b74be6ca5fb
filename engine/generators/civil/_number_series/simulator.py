"""Number series whose rule is told by its family, so that one continuation and no other is right; terms and sums of 等差、等比数列.

A bare row of numbers can be continued in any way one likes. Here the stem says of what family the rule is; the numbers given then settle
the rule, with at least one number more than it takes.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence


def differences(terms: Sequence[int]) -> list[int]:
    """Each term less the one before it."""
    return [after - before for before, after in itertools.pairwise(terms)]


def of_second_order(first: int, step: int, growth: int, count: int) -> list[int]:
    """Terms whose differences are `step, step + growth, step + 2·growth, ...` (二级等差)."""
    terms = [first]
    for place in range(count - 1):
        terms.append(terms[-1] + step + place * growth)
    return terms


def of_geometric_differences(first: int, step: int, ratio: int, count: int) -> list[int]:
    """Terms whose differences are `step, step·ratio, ...` (二级等比)."""
    terms = [first]
    for place in range(count - 1):
        terms.append(terms[-1] + step * ratio**place)
    return terms


def multiplied_and_added(first: int, factor: int, more: int, count: int) -> list[int]:
    """Each term is the one before it times `factor` plus `more`."""
    terms = [first]
    while len(terms) < count:
        terms.append(terms[-1] * factor + more)
    return terms


def from_two_before(first: int, second: int, near: int, far: int, count: int) -> list[int]:
    """Each term is `near` times the one before it and `far` times the one before that, added."""
    terms = [first, second]
    while len(terms) < count:
        terms.append(near * terms[-1] + far * terms[-2])
    return terms


def of_third_order(first: int, step: int, growth: int, more: int, count: int) -> list[int]:
    """Terms whose differences' differences are `growth, growth + more, ...` (三级等差)."""
    terms = [first]
    for change in of_second_order(step, growth, more, count - 1):
        terms.append(terms[-1] + change)
    return terms
