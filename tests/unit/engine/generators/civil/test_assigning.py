"""People and things that go to places: every way written down beside the count by divisions."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest

from engine.generators.chance import Chance
from engine.generators.civil._counting.assigning.simulator import assignment_chance, assignments, count_assignments


def told(counts: list[int], places: int, **more: Any) -> dict[str, Any]:
    """Parameters where nothing else is said."""
    things = sum(counts)
    return {
        "counts": counts,
        "alike": False,
        "unnamed": False,
        "lows": [0] * places,
        "highs": [things] * places,
        "conditions": [],
        "out": False,
        "sizes": None,
        "empty": None,
        **more,
    }


@pytest.mark.parametrize(
    ("things", "places", "lows", "highs"),
    [(5, 3, [1, 1, 1], [5, 5, 5]), (6, 3, [1, 1, 1], [2, 3, 4]), (4, 4, [0, 0, 0, 0], [2, 2, 2, 2]), (6, 4, [1, 1, 1, 1], [2, 2, 2, 2])],
)
def test_different_things(things: int, places: int, lows: list[int], highs: list[int]) -> None:
    ways = sum(
        all(low <= spots.count(place) <= high for place, (low, high) in enumerate(zip(lows, highs, strict=True)))
        for spots in itertools.product(range(places), repeat=things)
    )
    assert count_assignments(told([things], places, lows=lows, highs=highs))[0] == ways


def test_equal_things() -> None:
    ways = sum(sum(sizes) == 12 for sizes in itertools.product(range(1, 4), repeat=5))
    assert count_assignments(told([12], 5, alike=True, lows=[1] * 5, highs=[3] * 5))[0] == ways


def test_equal_things_in_equal_boxes() -> None:
    ways = sum(sum(sizes) == 10 and list(sizes) == sorted(sizes) for sizes in itertools.product(range(1, 11), repeat=3))
    assert count_assignments(told([10], 3, alike=True, lows=[1] * 3, unnamed=True))[0] == ways


def test_some_by_name() -> None:
    ways = sum(
        spots[0] == spots[1] and spots[2] != spots[3] and spots[0] != 2 and all(spots.count(place) == 2 for place in range(3))
        for spots in itertools.product(range(3), repeat=6)
    )
    conditions = [["together", [0, 1], []], ["apart", [2, 3], []], ["count", [0], [[2], [0]]]]
    assert count_assignments(told([1, 1, 1, 1, 2], 3, lows=[2] * 3, highs=[2] * 3, conditions=conditions))[0] == ways


def test_groups_without_names() -> None:
    groups = {
        frozenset(frozenset(person for person in range(6) if spots[person] == place) for place in range(3))
        for spots in itertools.product(range(3), repeat=6)
        if all(spots.count(place) == 2 for place in range(3))
    }
    assert count_assignments(told([6], 3, lows=[2] * 3, highs=[2] * 3, unnamed=True))[0] == len(groups) == 15


def test_so_many_places_empty() -> None:
    ways = sum(len(set(spots)) == 3 for spots in itertools.product(range(4), repeat=6))
    assert count_assignments(told([6], 4, empty=1))[0] == ways
    assert sum(assignments(told([6], 4, empty=1)).values()) == ways


def test_sizes_in_some_order() -> None:
    ways = sum(sorted(spots.count(place) for place in range(3)) == [2, 2, 3] for spots in itertools.product(range(3), repeat=7))
    assert count_assignments(told([7], 3, sizes=[3, 2, 2]))[0] == ways


def test_some_chosen_for_posts() -> None:
    """Six people, four posts: the first must have one, and not the last."""
    ways = sum(0 in row and row[3] != 0 for row in itertools.permutations(range(6), 4))
    posts = [1, 1, 1, 1, 2]
    conditions = [["count", [0], [[4], [0]]], ["count", [0], [[3], [0]]]]
    assert count_assignments(told([1, 5], 5, lows=posts, highs=posts, out=True, conditions=conditions))[0] == ways == 180


def test_random_conditions() -> None:
    """Counts, bounds and conditions by chance, each against every way tried."""
    chance = Chance.of("assigning")
    for _ in range(60):
        named, others, places = chance.between(1, 3), chance.between(0, 3), chance.between(2, 3)
        things = named + others
        low, high = chance.between(0, 1), chance.between(2, things + 1)
        conditions: list[list[Any]] = []
        barred = chance.below(places)
        conditions.append(["count", [0], [[barred], [0]]])
        if named > 1:
            conditions.append([chance.choice(("together", "apart")), [0, 1], []])
        fitting = 0
        for spots in itertools.product(range(places), repeat=things):
            sizes = [spots.count(place) for place in range(places)]
            fits = all(low <= size <= high for size in sizes) and spots[0] != barred
            if named > 1:
                fits = fits and (spots[0] == spots[1]) == (conditions[1][0] == "together")
            fitting += fits
        counts = [1] * named + ([others] if others else [])
        parameters = told(counts, places, lows=[low] * places, highs=[high] * places, conditions=conditions)
        assert sum(assignments(parameters).values()) == fitting


def test_the_chance_of_going_together() -> None:
    every = list(itertools.product(range(3), repeat=4))
    same = sum(spots[0] == spots[1] for spots in every)
    parameters = told([1, 1, 2], 3, conditions=[["together", [0, 1], []]], given=[], base={})
    assert assignment_chance(parameters)[0] == Fraction(same, len(every))
