"""Drawings, rows and matches against counting one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from engine.generators.civil._counting.arranging.simulator import arranged, arranged_chance, row_of
from engine.generators.civil._counting.samples.simulator import sample_chance, sample_ways
from engine.generators.civil._counting.trials import match_chance, trials_chance


def _sample(**more: object) -> dict[str, object]:
    return {
        "names": ["红", "白", "黑"],
        "counts": [3, 2, 4],
        "take": 3,
        "replaced": False,
        "ordered": False,
        "base": [],
        "given": [],
        "wanted": [],
        **more,
    }


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (["count", [0], [2, 3]], lambda got: got.count(0) >= 2),
        (["alike", [[0], [1], [2]], [3]], lambda got: len(set(got)) == 1),
        (["alike", [[0], [1], [2]], [1]], lambda got: len(set(got)) == 3),
        (["kinds", [[0], [1], [2]], [2]], lambda got: len(set(got)) == 2),
        (["more", [0], [2], False], lambda got: got.count(0) > got.count(2)),
        (["not", [["count", [1], [0]]]], lambda got: 1 in got),
    ],
)
def test_choices_are_those_that_one_can_count(wanted: list[object], holds: object) -> None:
    assert callable(holds)
    things = [0] * 3 + [1] * 2 + [2] * 4
    fitting = sum(bool(holds(got)) for got in combinations(things, 3))
    assert sample_ways(_sample(wanted=[wanted]))[0] == fitting
    assert sample_chance(_sample(wanted=[wanted]))[0] == Fraction(fitting, 84)


def test_turns_and_what_is_known() -> None:
    things = [0] * 3 + [1] * 2 + [2] * 4
    rows = list(permutations(things, 3))
    first = [row for row in rows if row[0] == 1]
    expected = Fraction(sum(row[2] == 0 for row in first), len(first))
    assert sample_chance(_sample(given=[["turn", 1, [1]]], wanted=[["turn", 3, [0]]]))[0] == expected


def test_putting_back() -> None:
    things = [0] * 3 + [1] * 2 + [2] * 4
    rows = list(product(things, repeat=3))
    expected = Fraction(sum(row.count(2) == 2 for row in rows), len(rows))
    assert sample_chance(_sample(replaced=True, wanted=[["count", [2], [2]]]))[0] == expected


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (["near", [0, 1]], lambda row: abs(row.index(0) - row.index(1)) == 1),
        (["far", [0, 1]], lambda row: abs(row.index(0) - row.index(1)) > 1),
        (["gap", [0], [1], 2], lambda row: abs(row.index(0) - row.index(1)) == 3),
        (["before", [0, 1]], lambda row: row.index(0) < row.index(1)),
        (["count", [0], [0, 5], [0]], lambda row: row.index(0) not in (0, 5)),
        (["count", [0, 1], [0, 5], [2]], lambda row: {row[0], row[5]} == {0, 1}),
    ],
)
def test_orders_are_those_that_one_can_count(wanted: list[object], holds: object) -> None:
    assert callable(holds)
    fitting = sum(bool(holds(row)) for row in permutations(range(6)))
    assert arranged(row_of(["甲", "乙", "其他"], [1, 1, 4], [wanted]))[0] == fitting
    assert arranged_chance(row_of(["甲", "乙", "其他"], [1, 1, 4], [wanted]))[0] == Fraction(fitting, 720)


def test_a_ring_turned_is_the_same_ring() -> None:
    rings = [row for row in permutations(range(6)) if row[0] == 5]
    fitting = sum((row.index(0) - row.index(1)) % 6 in (1, 5) for row in rings)
    assert arranged(row_of(["甲", "乙", "其他"], [1, 1, 4], [["near", [0, 1]]], ring=True))[0] == fitting


def test_matches_and_tries() -> None:
    win = Fraction(2, 5)
    played = list(product((True, False), repeat=5))  # all five games are thought played

    def chance(row: tuple[bool, ...]) -> Fraction:
        return win ** sum(row) * (1 - win) ** (5 - sum(row))

    expected = sum((chance(row) for row in played if sum(row) >= 3), Fraction(0))
    parameters = {"win": "2/5", "need": 3, "standing": [0, 0], "ends": [[3, 0], [3, 1], [3, 2]], "names": ["甲", "乙"]}
    assert match_chance(parameters)[0] == expected
    both = {"chances": ["2/5", "1/2"], "times": [2, 3], "names": ["甲", "乙"], "wanted": [["lead", [0, 1], [1]]]}
    shots = list(product((True, False), repeat=5))
    lead = sum(
        (win ** sum(row[:2]) * (1 - win) ** (2 - sum(row[:2])) / 8 for row in shots if sum(row[:2]) - sum(row[2:]) == 1), Fraction(0)
    )
    assert trials_chance(both)[0] == lead
