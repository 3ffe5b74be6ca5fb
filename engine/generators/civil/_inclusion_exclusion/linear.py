"""The least and the greatest value of a sum of amounts that are not negative and satisfy linear equations, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Row = Sequence[Fraction | int]


def least(equations: Sequence[tuple[Row, Fraction | int]], target: Row) -> Fraction | None:
    """The least value of `target` · x where row · x = value for each equation and no x is negative (the simplex method, by Bland's rule).

    None: no such x, or the value has no bound.
    """
    size, count = len(target), len(equations)
    rows = []
    for place, (row, value) in enumerate(equations):
        sign = -1 if value < 0 else 1
        rows.append(
            [Fraction(sign * each) for each in row] + [Fraction(other == place) for other in range(count)] + [Fraction(sign * value)]
        )
    basis = list(range(size, size + count))
    # First as little as possible of what each equation lacks, then as little as possible of the target.
    lacking = [Fraction(0)] * size + [Fraction(1)] * count
    if _descend(rows, basis, lacking, size + count) != 0:
        return None
    for place in range(count):
        if basis[place] >= size:  # an equation that follows from the others, or at nought
            column = next((each for each in range(size) if rows[place][each]), None)
            if column is not None:
                _pivot(rows, basis, place, column)
    kept = [place for place in range(count) if basis[place] < size]
    rows, basis = [rows[place] for place in kept], [basis[place] for place in kept]
    return _descend(rows, basis, [Fraction(each) for each in target] + [Fraction(0)] * count, size)


def bounds(equations: Sequence[tuple[Row, Fraction | int]], target: Row) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest value; None where there is no bound, or nothing satisfies the equations."""
    greatest = least(equations, [-each for each in target])
    return least(equations, target), None if greatest is None else -greatest


def _descend(rows: list[list[Fraction]], basis: list[int], cost: list[Fraction], columns: int) -> Fraction | None:
    while True:
        reduced = (
            column
            for column in range(columns)
            if column not in basis and cost[column] - sum(cost[basis[place]] * row[column] for place, row in enumerate(rows)) < 0
        )
        entering = next(reduced, None)
        if entering is None:
            return sum((cost[basis[place]] * row[-1] for place, row in enumerate(rows)), Fraction(0))
        leaving = min(((row[-1] / row[entering], basis[place], place) for place, row in enumerate(rows) if row[entering] > 0), default=None)
        if leaving is None:
            return None
        _pivot(rows, basis, leaving[2], entering)


def _pivot(rows: list[list[Fraction]], basis: list[int], place: int, column: int) -> None:
    divisor = rows[place][column]
    rows[place] = [each / divisor for each in rows[place]]
    for other, row in enumerate(rows):
        if other != place and row[column]:
            factor = row[column]
            rows[other] = [one - factor * each for one, each in zip(row, rows[place], strict=True)]
    basis[place] = column
