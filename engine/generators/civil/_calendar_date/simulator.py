"""Dates: the day of the week so many days on, of another date, and how often a day of the week comes in a month.

The Gregorian calendar: a year that 4 divides has a 29 February, a century only where 400 divides it. Every year moves a date on by one
day of the week, by two across a 29 February.
"""

from __future__ import annotations

_DAYS = "一二三四五六日"


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length_of(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since the (reckoned back) beginning of the year 1; that day has number 1 and was a Monday."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(length_of(year, each) for each in range(1, month)) + day


def weekday(year: int, month: int, day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day_number(year, month, day) - 1) % 7


def occurrences(length: int, first: int) -> list[int]:
    """How often Monday to Sunday come in a month of that length whose first day is `first`."""
    return [sum((first + day) % 7 == wanted for day in range(length)) for wanted in range(7)]


def name(day: int) -> str:
    """`星期三`."""
    return f"星期{_DAYS[day % 7]}"
