"""All calendars that fit what is told, and what is asked where it is the same in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from engine.generators.civil._calendar_date.simulator import is_leap, length_of, occurrences, weekday
from engine.generators.reading import stay_out

Day = Sequence[Any]


@dataclass(frozen=True)
class Calendar:
    """One possibility: the year that `某年` is, the month that `某月` is, and today's day of the week where only that matters."""

    year: int
    month: int
    today: int

    def month_of(self, year: Sequence[Any], month: int | str, shift: int = 0) -> tuple[int, int]:
        """Year and month meant."""
        number = (self.month if month == "x" else int(month)) - 1 + shift
        years = int(year[1]) if year[0] == "abs" else self.year + int(year[1])
        return years + number // 12, number % 12 + 1

    def date_of(self, day: Day) -> date | None:
        """The date meant; None where this calendar has no such day."""
        if day[0] == "after":
            base = self.date_of(day[1])
            return None if base is None else base + timedelta(days=int(day[2]))
        if day[0] == "working":
            start = self.date_of(day[1])
            if start is None or start.weekday() > 4:
                return None
            weeks, rest = divmod(start.weekday() + int(day[2]) - 1, 5)
            return start + timedelta(days=7 * weeks + rest - start.weekday())
        if day[0] == "today":
            monday = date(2024, 1, 1)
            return monday + timedelta(days=self.today + int(day[1]))
        year, month = self.month_of(day[0], day[1], int(day[2]))
        length = length_of(year, month)
        what = day[3]
        if what == "last":
            return date(year, month, length)
        if isinstance(what, int):
            return date(year, month, what) if 1 <= what <= length else None
        days = [number for number in range(1, length + 1) if weekday(year, month, number) == what[2]]
        place = what[1] - 1 if what[1] > 0 else -1
        return date(year, month, days[place]) if place < len(days) else None


def possible(facts: Sequence[Day], asked: Sequence[Day]) -> Iterator[Calendar]:
    """The calendars in which every fact holds; the Gregorian calendar comes round every 28 years (without a century's end)."""
    words = str([facts, asked])
    years = range(2001, 2029) if "rel" in words else (2001,)
    absolute = [int(each) for each in _absolute([facts, asked])]
    if absolute and "rel" in words:
        years = range(min(absolute), min(absolute) + 1)
    months = range(1, 13) if "'x'" in words else (1,)
    todays = range(7) if "today" in words else (0,)
    for year in years:
        for month in months:
            for today in todays:
                calendar = Calendar(year, month, today)
                if all(_holds(calendar, fact) for fact in facts):
                    yield calendar


def _absolute(value: Any) -> Iterator[int]:
    if isinstance(value, list | tuple):
        if len(value) == 2 and value[0] == "abs":
            yield value[1]
        else:
            for each in value:
                yield from _absolute(each)


def _counts(calendar: Calendar, year: Sequence[Any], month: Any) -> list[int]:
    if month is None:
        number, _ = calendar.month_of(year, 1)
        return occurrences(366 if is_leap(number) else 365, weekday(number, 1, 1))
    number, which = calendar.month_of(year, month)
    return occurrences(length_of(number, which), weekday(number, which, 1))


def _holds(calendar: Calendar, fact: Day) -> bool:
    kind = fact[0]
    if kind == "weekday":
        day = calendar.date_of(fact[1])
        return day is not None and bool(day.weekday() == fact[2])
    if kind == "same":
        one, other = calendar.date_of(fact[1]), calendar.date_of(fact[2])
        return one is not None and one == other
    if kind == "count":
        return bool(_counts(calendar, fact[1], fact[2])[fact[3]] == fact[4])
    if kind == "sum":
        year, month = calendar.month_of(fact[1], fact[2])
        return sum(day for day in range(1, length_of(year, month) + 1) if weekday(year, month, day) == fact[3]) == int(fact[4])
    if kind == "run-sum":
        year, month = calendar.month_of(fact[1], fact[2])
        days = [day for day in range(1, length_of(year, month) + 1) if weekday(year, month, day) == fact[3]]
        return any(sum(days[place : place + 3]) == int(fact[4]) for place in range(len(days) - 2))
    if kind == "two-months":
        first, second = calendar.month_of(fact[1], fact[2]), calendar.month_of(fact[1], fact[2], 1)
        return bool(length_of(*first) + length_of(*second) == fact[3])
    if kind == "count-sum":
        counts = _counts(calendar, fact[1], fact[2])
        return bool(sum(counts[each] for each in fact[3]) == fact[4])
    if kind == "quarters-alike":
        by_quarter = [
            sum(_counts(calendar, fact[1], month)[day] for month in range(first, first + 3) for day in fact[2]) for first in (1, 4, 7, 10)
        ]
        return len(set(by_quarter)) == 1
    if kind == "months-apart":
        one, other = (sum(_counts(calendar, fact[1], month)[day] for day in fact[4]) for month in fact[2:4])
        return bool(one - other == fact[5])
    if kind == "working":
        return sum(_counts(calendar, fact[1], fact[2])[:5]) == int(fact[3])
    if kind == "not":
        day = calendar.date_of(fact[1])
        return day is not None and bool(day.weekday() != fact[2])
    if kind == "more":
        counts = _counts(calendar, fact[1], fact[2])
        return counts[fact[3]] > counts[fact[4]]
    if kind == "length":
        year, month = calendar.month_of(fact[1], fact[2])
        return bool(length_of(year, month) == fact[3])
    if kind == "leap":
        return bool(is_leap(calendar.month_of(fact[1], 1)[0]) == fact[2])
    return True


def answers(facts: Sequence[Day], asked: Sequence[Day]) -> list[object]:
    """What is asked, each the same in all calendars that fit: a `date`, a day of the week or a number.

    Raises:
        StayOut: no calendar fits, or they differ.
    """
    calendars = list(possible(_with_others(facts), asked))
    if not calendars:
        stay_out("no such calendar")
    found = []
    for question in asked:
        values = {_answer(calendar, question) for calendar in calendars}
        if len(values) != 1 or None in values:
            stay_out(f"different calendars: {len(values)}")
        found.append(values.pop())
    return found


def _with_others(facts: Sequence[Day]) -> list[Day]:
    """`其余都只有 4 个` said of each of the other days; a sum of dates said of the month."""
    result: list[Day] = []
    counted = [fact for fact in facts if fact[0] == "count"]
    for fact in facts:
        if fact[0] == "others":
            if not counted:
                stay_out("the others of which")
            told = {each[3] for each in counted}
            result += [["count", counted[0][1], counted[0][2], day, fact[1]] for day in range(7) if day not in told]
        else:
            result.append(fact)
    return result


def _answer(calendar: Calendar, question: Day) -> object:
    kind = question[0]
    if kind == "weekday":
        day = calendar.date_of(question[1])
        return None if day is None else day.weekday()
    if kind == "date":
        day = calendar.date_of(question[1])
        return None if day is None else (day.month, day.day) if question[2] else day.day
    if kind == "count":
        counts = _counts(calendar, question[1], question[2])
        return sum(counts[each] for each in question[3])
    if kind == "month-days":
        return length_of(*calendar.month_of(question[1], question[2]))
    if kind == "end-in":
        # The day of the week of the first or the last of certain days in a month, or in the year.
        year, month = calendar.month_of(question[1], 1 if question[2] is None else question[2])
        months = range(1, 13) if question[2] is None else (month,)
        days = [
            each
            for number in months
            for day in range(1, length_of(year, number) + 1)
            if (each := weekday(year, number, day)) in question[3]
        ]
        return days[-1 if question[4] == "last" else 0]
    first, last = calendar.date_of(question[1]), calendar.date_of(question[2])
    if first is None or last is None or last <= first:
        return None
    return (last - first).days + question[3]
