"""Things divided over places: what every count of who goes where goes through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Division = tuple[int, ...]
"""So many at each place."""


def divisions(number: int, most: Sequence[int]) -> Iterator[Division]:
    """Every way of dividing a number over places that take at most so many."""
    if len(most) == 1:
        if number <= most[0]:
            yield (number,)
        return
    rest = sum(most[1:])
    for first in range(max(0, number - rest), min(most[0], number) + 1):
        for others in divisions(number - first, most[1:]):
            yield (first, *others)
