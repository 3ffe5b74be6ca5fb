"""Counting choices of some from several sorts, some of the people known by name."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from math import comb
from typing import Any

from engine.generators.reading import stay_out


def _happens(got: Sequence[int], chosen: Sequence[int], take: int, events: Sequence[Sequence[Any]]) -> bool:
    for kind, who, allowed in events:
        if kind == "count" and got[who] not in allowed:
            return False
        if kind == "named" and sum(chosen[each] for each in who) not in allowed:
            return False
        if kind == "more" and got[who[0]] <= got[who[1]]:
            return False
        if kind == "same" and max(got) != take:
            return False
        if kind == "different" and max(got) != 1:
            return False
    return True


def choices(counts: Sequence[int], take: int, named: int, events: Sequence[Sequence[Any]]) -> int:
    """Ways of choosing in which every event happens; the `named` ones are among those of the only sort.

    Raises:
        StayOut: named ones, of which sort is not said.
    """
    if named and len(counts) > 1:
        stay_out("of which sort are they")
    ways = 0
    for chosen in itertools.product((0, 1), repeat=named):
        left = take - sum(chosen)
        free = [counts[0] - named] if named else list(counts)
        if left < 0:
            continue
        for got in itertools.product(*(range(min(count, left) + 1) for count in free)):
            if sum(got) != left:
                continue
            of_sorts = [got[0] + sum(chosen)] if named else got
            if _happens(of_sorts, chosen, take, events):
                product = 1
                for count, each in zip(free, got, strict=True):
                    product *= comb(count, each)
                ways += product
    return ways


def chance_replaced(counts: Sequence[int], take: int, events: Sequence[Sequence[Any]]) -> Fraction:
    """The chance that every event happens where each is put back before the next is drawn."""
    total, chance = sum(counts), Fraction(0)
    for got in itertools.product(range(take + 1), repeat=len(counts)):
        if sum(got) != take or not _happens(got, (), take, events):
            continue
        ways, left = Fraction(1), take
        for count, each in zip(counts, got, strict=True):
            ways *= comb(left, each) * Fraction(count, total) ** each
            left -= each
        chance += ways
    return chance
