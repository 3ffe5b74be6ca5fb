"""Travel drawn as places over time."""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.journey import Event, Journey, Path, Place


def meeting_drawn(distance: int, one: int, other: int) -> Journey:
    """Two that set out towards each other, on to both ends; speeds in km/h."""
    hours, from_a = Fraction(distance, one + other), Fraction(distance * one, one + other)
    return Journey(
        title="相遇",
        x_label="时间",
        paths=(
            Path("甲", ((0, 0), (distance / one, distance)), "new"),
            Path("乙", ((0, distance), (distance / other, 0)), "good"),
        ),
        places=(Place("A", 0), Place("B", distance)),
        events=(Event(float(hours), float(from_a), f"{hours} 小时，离 A {from_a} 千米"),),
    )


def catching_up_drawn(slow: int, fast: int, ahead: int, hours: Fraction) -> Journey:
    """Two on one way, the faster one some hours later; `hours` from its start to the catch."""
    end = float(hours) + ahead
    place = float(fast * hours)
    return Journey(
        title="追及",
        x_label="时间",
        paths=(
            Path("甲", ((0, 0), (end * 1.12, slow * end * 1.12)), "new"),
            Path("乙", ((ahead, 0), (end + 0.12 * end, fast * (float(hours) + 0.12 * end))), "good"),
        ),
        places=(Place("A", 0),),
        events=(Event(ahead, slow * ahead, f"甲先行 {slow * ahead} 千米", "left"), Event(end, place, f"乙用 {hours} 小时追上", "left")),
    )


def second_meeting_drawn(distance: int, first: int, second: int) -> Journey:
    """Two that meet, turn at the other end and meet again; in units of the time to the first meeting."""
    a, b = first, distance - first
    end = min(3.3, 2 * distance / b, 2 * distance / a)  # nobody turns again
    return Journey(
        title="两次相遇",
        note="第二次相遇时合走 3 个全程，用时是第一次的 3 倍",
        x_label="时间（以到第一次相遇为 1）",
        paths=(
            Path("甲", ((0, 0), (distance / a, distance), (end, 2 * distance - end * a)), "new"),
            Path("乙", ((0, distance), (distance / b, 0), (end, end * b - distance)), "good"),
        ),
        places=(Place("A", 0), Place("B", distance)),
        events=(Event(1, first, f"离 A {first}"), Event(3, distance - second, f"离 B {second}")),
    )
