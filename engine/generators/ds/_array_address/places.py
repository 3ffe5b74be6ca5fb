"""Where the elements of an array, a triangle or three diagonals stand when they are stored one after another: the simulator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

Bounds = Sequence[tuple[int, int]]
"""The least and the greatest index of every dimension."""
FULL, LOWER, UPPER, TRIDIAGONAL = "full", "lower", "upper", "tridiagonal"


def stored(shape: str, index: Sequence[int], bounds: Bounds) -> bool:
    """Whether an element is within the bounds and in the part of the matrix that is stored."""
    if len(index) != len(bounds) or not all(least <= at <= most for at, (least, most) in zip(index, bounds, strict=True)):
        return False
    if shape == FULL:
        return True
    row, column = (at - least for at, (least, _) in zip(index, bounds, strict=True))
    return {LOWER: row >= column, UPPER: row <= column, TRIDIAGONAL: abs(row - column) <= 1}[shape]


def before(shape: str, by_rows: bool, index: Sequence[int], bounds: Bounds) -> int:
    """How many elements are stored before one; `by_rows`: the last index runs fastest, else the first does.

    A matrix of which a part is stored is square. Yan Weimin (数据结构, 数组): the rows or columns before it, and its place in its own.
    """
    offsets = [at - least for at, (least, _) in zip(index, bounds, strict=True)]
    sizes = [most - least + 1 for least, most in bounds]
    if not by_rows:  # by columns is by rows of the matrix turned over
        offsets.reverse()
        sizes.reverse()
        shape = {LOWER: UPPER, UPPER: LOWER}.get(shape, shape)
    if shape == FULL:
        count = 0
        for offset, size in zip(offsets, sizes, strict=True):
            count = count * size + offset
        return count
    row, column = offsets
    if shape == LOWER:
        return row * (row + 1) // 2 + column
    if shape == UPPER:
        return row * sizes[0] - row * (row - 1) // 2 + column - row
    return 2 * row + column


def total(shape: str, bounds: Bounds) -> int:
    """How many elements are stored."""
    sizes = [most - least + 1 for least, most in bounds]
    if shape == FULL:
        count = 1
        for size in sizes:
            count *= size
        return count
    return sizes[0] * (sizes[0] + 1) // 2 if shape in (LOWER, UPPER) else 3 * sizes[0] - 2


def at_place(shape: str, by_rows: bool, place: int, bounds: Bounds) -> tuple[int, ...] | None:
    """The element before which so many are stored; None where there is none."""
    if shape == FULL:
        if not 0 <= place < total(shape, bounds):
            return None
        index = []
        for least, most in reversed(bounds) if by_rows else bounds:
            place, offset = divmod(place, most - least + 1)
            index.append(least + offset)
        return tuple(reversed(index)) if by_rows else tuple(index)
    return next((index for index in _elements(shape, bounds) if before(shape, by_rows, index, bounds) == place), None)


def _elements(shape: str, bounds: Bounds) -> Iterator[tuple[int, ...]]:
    return (index for index in product(*(range(least, most + 1) for least, most in bounds)) if stored(shape, index, bounds))
