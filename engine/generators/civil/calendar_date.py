"""Dates: the day of the week so many days on, of another date, and how often a day of the week comes in a month.

The Gregorian calendar: a year that 4 divides has a 29 February, a century only where 400 divides it. Every year moves a date on by one
day of the week, by two across a 29 February.
"""

from __future__ import annotations

from engine.generators.chance import Chance
from engine.generators.civil._calendar_date.simulator import _DAYS as _DAYS
from engine.generators.civil._calendar_date.simulator import _LENGTHS as _LENGTHS
from engine.generators.civil._calendar_date.simulator import day_number as day_number
from engine.generators.civil._calendar_date.simulator import is_leap as is_leap
from engine.generators.civil._calendar_date.simulator import length_of as length_of
from engine.generators.civil._calendar_date.simulator import name as name
from engine.generators.civil._calendar_date.simulator import occurrences as occurrences
from engine.generators.civil._calendar_date.simulator import weekday as weekday
from engine.generators.civil._calendar_date.solving import SOLVER
from engine.generators.kind import Generated, Kind, Wrong
from engine.generators.markdown import paragraphs

POINT = "quantity.applied.calendar-cycle"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _later(chance)
    if difficulty == 2:
        return _same_year(chance) if chance.one_in(2) else _next_year(chance)
    return _month(chance) if chance.one_in(2) else _fives(chance)


def _options(right: int, candidates: list[tuple[int, str]]) -> list[Wrong]:
    """Days of the week; those that nobody's mistake gives come last."""
    found = [Wrong(name(day), why) for day, why in candidates]
    return found + [Wrong(name(right + shift), f"余数算错了，{'多' if shift < 4 else '少'}推了几天") for shift in (1, 6, 2, 5, 3, 4)]


def _later(chance: Chance) -> Generated | None:
    today = chance.below(7)
    days = chance.between(20, 400)
    back = chance.one_in(3)
    rest = days % 7
    right = (today - days if back else today + days) % 7
    if rest == 0:
        return None
    candidates = [
        ((today + rest - 1 if not back else today - rest + 1), "把今天算作第一天"),
        ((today - rest if not back else today + rest), "推算的方向弄反了"),
        ((today + rest + 1 if not back else today - rest - 1), "多推了一天"),
        (rest - 1, "把余数直接当成了星期几"),
        (today, "没有看余数"),
    ]
    when, sign, near = ("前", "往前", "昨天") if back else ("后", "往后", "明天")
    return Generated(
        point=POINT,
        stem=f"今天是{name(today)}，{days} 天{when}（{near}是 1 天{when}）的那一天是",
        right=name(right),
        wrong=_options(right, candidates),
        steps=paragraphs(
            "一个星期 7 天，只看余数。",
            f"{days} = 7 × {days // 7} + {rest}，所以从{name(today)}{sign}推 {rest} 天。",
            f"那一天是{name(right)}",
        ),
        parameters={"task": "before" if back else "after", "today": today, "days": days},
    )


def _same_year(chance: Chance) -> Generated | None:
    """Two dates of one year."""
    year = chance.between(2020, 2040)
    first, second = sorted(chance.sample(range(1, 13), 2))
    day, other = chance.between(1, 28), chance.between(1, 28)
    if second - first < 2 or not first <= 2 < second:
        return None
    start = weekday(year, first, day)
    gap = day_number(year, second, other) - day_number(year, first, day)
    right = (start + gap) % 7
    leap = is_leap(year)
    candidates = [
        (start + gap + (-1 if leap else 1), "二月的天数按平年算了" if leap else "二月的天数按闰年算了"),
        (start + gap + 1, "首尾两天都算进去了"),
        (start + gap - 1, "少推了一天"),
        (start + (second - first) * 30 + other - day, "每个月都按 30 天算了"),
        (start + (second - first) * 31 + other - day, "每个月都按 31 天算了"),
    ]
    parts = [length_of(year, first) - day, *(length_of(year, month) for month in range(first + 1, second)), other]
    kind = "闰年，二月有 29 天" if leap else "平年，二月有 28 天"
    return Generated(
        point=POINT,
        stem=f"{year} 年 {first} 月 {day} 日是{name(start)}，则同年 {second} 月 {other} 日是",
        right=name(right),
        wrong=_options(right, candidates),
        steps=paragraphs(
            f"{year} 年是{kind}。",
            f"从 {first} 月 {day} 日到 {second} 月 {other} 日，各月依次经过 {' + '.join(map(str, parts))} = {gap} 天。",
            f"{gap} = 7 × {gap // 7} + {gap % 7}，从{name(start)}往后推 {gap % 7} 天。",
            f"那一天是{name(right)}",
        ),
        parameters={"task": "same-year", "year": year, "first": [first, day], "second": [second, other]},
    )


def _next_year(chance: Chance) -> Generated | None:
    """The same date some years on."""
    year, years = chance.between(2015, 2036), chance.between(2, 9)
    month, day = chance.between(1, 12), chance.between(1, 28)
    start = weekday(year, month, day)
    leaps = [
        each for each in range(year, year + years + 1) if is_leap(each) and (year, month, day) < (each, 2, 29) < (year + years, month, day)
    ]
    right = weekday(year + years, month, day)
    if not leaps:
        return None
    candidates = [
        (start + years, "没有计闰年多出的一天"),
        (start + years + len(leaps) + 1, "闰年多算了一个"),
        (start + years + len(leaps) - 1, "闰年少算了一个"),
        (start + 2 * len(leaps), "只推了闰年的天数"),
        (start - years - len(leaps), "推算的方向弄反了"),
        (start + len(leaps), "平年没有推一天"),
    ]
    between = "、".join(f"{each} 年 2 月 29 日" for each in leaps)
    return Generated(
        point=POINT,
        stem=f"{year} 年 {month} 月 {day} 日是{name(start)}，则 {year + years} 年的同一天（{month} 月 {day} 日）是",
        right=name(right),
        wrong=_options(right, candidates),
        steps=paragraphs(
            "365 = 7 × 52 + 1，每过一年星期往后推 1 天；其间若有 2 月 29 日，再多推 1 天。",
            f"过了 {years} 年，其间有 {between}，共推 {years} + {len(leaps)} = {years + len(leaps)} 天。",
            f"从{name(start)}往后推 {years + len(leaps)} 天，那一天是{name(right)}",
        ),
        parameters={"task": "years", "year": year, "years": years, "date": [month, day]},
    )


def _month(chance: Chance) -> Generated | None:
    """A month told by how often two days of the week come: what its first (or another) day is."""
    length, first = chance.choice((30, 31)), chance.below(7)
    counts = occurrences(length, first)
    asked = chance.between(1, length)
    # "The month has 31 days, more Mondays than Sundays": 5 of one and 4 of the next tells where the month ends.
    fives = [day for day in range(7) if counts[day] == 5]
    last = (first + length - 1) % 7
    after = (last + 1) % 7
    right = (first + asked - 1) % 7
    if length == 31:
        told = f"某个月有 31 天，有 5 个{name(last)}，但只有 4 个{name(after)}"
        reason = (
            f"31 = 7 × 4 + 3，有 5 个的是最后 3 天所在的星期几；{name(last)}有 5 个而{name(after)}只有 4 个，所以 31 日是{name(last)}。"
        )
    else:
        told = f"某个月有 30 天，有 5 个{name(last)}，但只有 4 个{name(after)}"
        reason = (
            f"30 = 7 × 4 + 2，有 5 个的是最后 2 天所在的星期几；{name(last)}有 5 个而{name(after)}只有 4 个，所以 30 日是{name(last)}。"
        )
    assert last in fives
    if asked in (length, 1) or (length - asked) % 7 == 0:
        return None
    candidates = [
        (last + asked - 1, f"以为 1 日是{name(last)}"),
        (after + asked - 1, f"以为 1 日是{name(after)}"),
        (last + 1 - (length - asked), "倒推时少推了一天"),
        (last - 1 - (length - asked), "倒推时多推了一天"),
        (last + length - asked, "推算的方向弄反了"),
    ]
    gap = length - asked
    return Generated(
        point=POINT,
        stem=f"{told}，则这个月的 {asked} 日是",
        right=name(right),
        wrong=_options(right, candidates),
        steps=paragraphs(
            reason,
            f"从 {length} 日往前推到 {asked} 日是 {gap} 天，{gap} = 7 × {gap // 7} + {gap % 7}，即往前推 {gap % 7} 天。",
            f"这个月的 {asked} 日是{name(right)}",
        ),
        parameters={"task": "month", "length": length, "five": last, "four": after, "asked": asked},
    )


def _fives(chance: Chance) -> Generated | None:
    """The next month's first day, or the number of working days, from a month's first."""
    year, month = chance.between(2021, 2040), chance.between(1, 12)
    first, length = weekday(year, month, 1), length_of(year, month)
    counts = occurrences(length, first)
    rest = sum(counts[5:])
    right = length - rest
    shown = f"{right} 天"
    others = [
        (length * 5 // 7, "按比例估算，没有看余下的几天"),
        (20, "只算了 4 个整星期"),
        (length - 8, "以为每个月都正好有 4 个周末"),
        (length - 10, "以为每个月都有 5 个周末"),
        (length - 9, "余下的几天里周末数错了"),
        (right + 1, "余下的几天多算了一个工作日"),
        (right - 1, "余下的几天少算了一个工作日"),
        (right + 2, "余下的几天多算了两个工作日"),
        (right - 2, "余下的几天少算了两个工作日"),
    ]
    extra = length - 28
    days = "、".join(name(first + each) for each in range(extra))
    worked = sum((first + each) % 7 < 5 for each in range(extra))
    steps = (
        f"{length} 天是 4 个整星期，没有余下的天。"
        if extra == 0
        else f"{length} = 7 × 4 + {extra}，4 个整星期之外还有 {extra} 天，是{days}，其中工作日 {worked} 天。"
    )
    return Generated(
        point=POINT,
        stem=f"{year} 年 {month} 月 1 日是{name(first)}。某单位星期一至星期五上班（不考虑节假日和调休），则该单位这个月上班",
        right=shown,
        wrong=[Wrong(f"{value} 天", why) for value, why in others],
        steps=paragraphs(
            f"{year} 年 {month} 月有 {length} 天。",
            steps,
            f"一共上班 4 × 5 + {worked} = {right}，即 {shown}",
        ),
        parameters={"task": "working-days", "year": year, "month": month},
    )


KIND = Kind(
    name="calendar-date",
    title="日期与星期",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
