"""Travel: meeting, catching up, mean speed of a return trip, boats on a stream, the second meeting, a round track.

Everybody moves at an even pace and turns without a pause.
"""

from __future__ import annotations

from fractions import Fraction


def meeting(distance: Fraction | int, first: Fraction | int, second: Fraction | int) -> Fraction:
    """Time until two meet who start `distance` apart at the same time, towards each other."""
    return Fraction(distance) / (Fraction(first) + second)


def catching_up(gap: Fraction | int, slow: Fraction | int, fast: Fraction | int) -> Fraction:
    """Time in which the faster makes up `gap`.

    Raises:
        ValueError: the one behind is not the faster.
    """
    if fast <= slow:
        raise ValueError("never")
    return Fraction(gap) / (Fraction(fast) - slow)


def mean_speed(there: Fraction | int, back: Fraction | int) -> Fraction:
    """Mean speed over the same way there and back: 2uv/(u + v)."""
    return Fraction(2 * there * back) / (there + back)


def second_meeting(first_from_a: int, second_from_b: int) -> int:
    """The distance of A and B, between which two travel to and fro: until the second meeting each has gone three times as far as until
    the first, so that the one from A has gone 3a = S + b.
    """
    return 3 * first_from_a - second_from_b


def round_track(length: int, apart: int, behind: int) -> tuple[Fraction, Fraction]:
    """The faster's and the slower's speed on a round track, where they meet every `apart` in opposite and every `behind` in one direction."""
    sum_, difference = Fraction(length, apart), Fraction(length, behind)
    return (sum_ + difference) / 2, (sum_ - difference) / 2
