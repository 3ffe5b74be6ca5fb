"""Things shared out over places: every way written down beside the count by cases."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from engine.generators.civil._counting.allocation.simulator import allocations, count_allocations


def told(things: int, places: int, **more: Any) -> dict[str, Any]:
    """Parameters where nothing else is said."""
    return {
        "things": things,
        "places": places,
        "alike": False,
        "lows": [0] * places,
        "highs": [things] * places,
        "allowed": [],
        "together": [],
        "apart": [],
        "unnamed": False,
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
    assert count_allocations(told(things, places, lows=lows, highs=highs))[0] == ways


def test_equal_things() -> None:
    ways = sum(sum(sizes) == 12 for sizes in itertools.product(range(1, 4), repeat=5))
    assert count_allocations(told(12, 5, alike=True, lows=[1] * 5, highs=[3] * 5))[0] == ways


def test_equal_things_in_equal_boxes() -> None:
    ways = sum(sum(sizes) == 10 and list(sizes) == sorted(sizes) for sizes in itertools.product(range(1, 11), repeat=3))
    assert count_allocations(told(10, 3, alike=True, lows=[1] * 3, unnamed=True))[0] == ways


def test_some_by_name() -> None:
    ways = sum(
        spots[0] == spots[1] and spots[2] != spots[3] and spots[0] != 2 and all(spots.count(place) == 2 for place in range(3))
        for spots in itertools.product(range(3), repeat=6)
    )
    parameters = told(
        6, 3, lows=[2] * 3, highs=[2] * 3, allowed=[[0, 1], [0, 1, 2], [0, 1, 2], [0, 1, 2]], together=[[0, 1]], apart=[[2, 3]]
    )
    assert count_allocations(parameters)[0] == ways


def test_groups_without_names() -> None:
    groups = {
        frozenset(frozenset(person for person in range(6) if spots[person] == place) for place in range(3))
        for spots in itertools.product(range(3), repeat=6)
        if all(spots.count(place) == 2 for place in range(3))
    }
    assert count_allocations(told(6, 3, lows=[2] * 3, highs=[2] * 3, unnamed=True))[0] == len(groups) == 15


def test_so_many_places_empty() -> None:
    ways = sum(len(set(spots)) == 3 for spots in itertools.product(range(4), repeat=6))
    assert count_allocations(told(6, 4, empty=1))[0] == ways
    assert sum(allocations(told(6, 4, empty=1)).values()) == ways


def test_sizes_in_some_order() -> None:
    ways = sum(sorted(spots.count(place) for place in range(3)) == [2, 2, 3] for spots in itertools.product(range(3), repeat=7))
    assert count_allocations(told(7, 3, sizes=[3, 2, 2]))[0] == ways
