"""Different whole numbers that add up to so much: every such row tried beside the bounds."""

from __future__ import annotations

import itertools

import pytest

from engine.generators.civil._worst_case.sums import extreme_of_row


@pytest.mark.parametrize("least", [True, False])
@pytest.mark.parametrize(
    ("total", "lows", "highs", "place"),
    [
        (20, [1, 1, 1, 1], [20, 20, 20, 20], 1),
        (20, [1, 1, 1, 1], [20, 20, 20, 20], 3),
        (25, [0, 0, 0, 0], [9, 9, 9, 9], 2),
        (24, [1, 8, 1, 1], [24, 8, 24, 24], 1),
        (22, [5, 5, 1, 1], [12, 12, 12, 4], 3),
    ],
)
def test_bounds_are_those_of_all_rows(total: int, lows: list[int], highs: list[int], place: int, least: bool) -> None:
    rows = [
        row
        for row in itertools.product(*(range(high, low - 1, -1) for low, high in zip(lows, highs, strict=True)))
        if sum(row) == total and all(above > below for above, below in itertools.pairwise(row))
    ]
    values = [row[place - 1] for row in rows]
    value, row = extreme_of_row(total, lows, highs, place, least=least)
    assert value == (min(values) if least else max(values))
    assert tuple(row) in rows


def test_no_such_row() -> None:
    with pytest.raises(ValueError, match="never"):
        extreme_of_row(5, [1, 1, 1], [9, 9, 9], 1, least=True)
