"""Work problems: alone, together, one joining later or away for some days, taking turns.

The work is set to the least common multiple of the days, so that every daily share is whole (赋值法). Everybody works at an even pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def together(days: Sequence[Fraction | int]) -> Fraction:
    """Days that workers need together who need `days` alone."""
    return 1 / sum((1 / Fraction(each) for each in days), Fraction(0))


def joined_later(first: int, second: int, head_start: int) -> Fraction:
    """Days both still need after the first has worked `head_start` days alone.

    Raises:
        ValueError: the first has finished by then.
    """
    left = 1 - Fraction(head_start, first)
    if left <= 0:
        raise ValueError("nothing is left")
    return left * together((first, second))


def with_absence(first: int, second: int, absent: int) -> Fraction:
    """Days from the start until both are done when the first is away for `absent` of them."""
    return (1 + Fraction(absent, first)) * together((first, second))


def taking_turns(days: Sequence[Fraction | int]) -> tuple[Fraction, list[tuple[int, Fraction, Fraction]]]:
    """One works a day, then the next, from the first again after the last.

    Returns:
        All the days, and every stretch as (worker, its length in days, the share of the work done by its end).
    """
    done = Fraction(0)
    stretches: list[tuple[int, Fraction, Fraction]] = []
    while done < 1:
        worker = len(stretches) % len(days)
        length = min(Fraction(1), (1 - done) * days[worker])
        done += length / days[worker]
        stretches.append((worker, length, done))
    return sum((length for _, length, _ in stretches), Fraction(0)), stretches
