"""Different whole numbers in falling order that add up to so much, each within bounds of its own: how large or small one of them can be."""

from __future__ import annotations

from collections.abc import Sequence


def extreme_of_row(
    total: int, lows: Sequence[int], highs: Sequence[int], place: int, *, least: bool, times: int | None = None
) -> tuple[int, list[int]]:
    """The least or the most that the number at `place` (1 the largest) can be, and such a row; `times`: how many times the smallest the
    largest is, where that is told.

    Raises:
        ValueError: there is no such row.
    """
    if times:
        rows = []
        for small in range(max(lows[-1], 1), min(highs[-1], total // times) + 1):
            ends = [times * small, *lows[1:-1], small], [times * small, *highs[1:-1], small]
            if lows[0] <= times * small <= highs[0]:
                try:
                    rows.append(extreme_of_row(total, *ends, place, least=least))
                except ValueError:
                    continue  # the smallest is none of these
        if not rows:
            raise ValueError("never")
        return min(rows) if least else max(rows)
    found = None
    for value in range(lows[place - 1], highs[place - 1] + 1):
        row = _row(total, [*lows[: place - 1], value, *lows[place:]], [*highs[: place - 1], value, *highs[place:]])
        if row is not None:
            found = (value, row)
            if least:
                break
    if found is None:
        raise ValueError("never")
    return found


def _row(total: int, lows: Sequence[int], highs: Sequence[int]) -> list[int] | None:
    """A row with that sum; None where there is none. Between the smallest row and the largest every sum can be reached, one by one."""
    smallest, largest = list(lows), list(highs)
    for place in range(len(lows) - 2, -1, -1):
        smallest[place] = max(smallest[place], smallest[place + 1] + 1)
    for place in range(1, len(highs)):
        largest[place] = min(largest[place], largest[place - 1] - 1)
    if any(low > high for low, high in zip(smallest, largest, strict=True)) or not sum(smallest) <= total <= sum(largest):
        return None
    row, more = smallest, total - sum(smallest)
    for place, high in enumerate(largest):
        step = min(more, high - row[place])
        row[place] += step
        more -= step
    return row
