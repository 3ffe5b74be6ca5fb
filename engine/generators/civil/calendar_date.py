"""Dates: the day of the week so many days on, of another date, and how often a day of the week comes in a month.

The Gregorian calendar: a year that 4 divides has a 29 February, a century only where 400 divides it. Every year moves a date on by one
day of the week, by two across a 29 February.
"""

from __future__ import annotations

import re

from engine.generators.chance import Chance
from engine.generators.civil._problems import opened
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

POINT = "quantity.applied.calendar-cycle"

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


# --- solving -----------------------------------------------------------------------------------------------------------------------

_WEEKDAY = r"(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
_WHICH = r"(?:是|为|应该是|应是|会是)+(?:(?:星期|周|礼拜)几|(?=[\s()。?]*$))|(?:星期|周|礼拜)几"
_DATE = r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"


def _day(text: str) -> int:
    return 6 if text == "天" else _DAYS.index(text)


def _checked(year: int, month: int, day: int) -> tuple[int, int, int]:
    if not (1 <= month <= 12 and 1 <= day <= length_of(year, month)):
        stay_out("no such date")
    return year, month, day


def _recognise(text: str) -> Recognition | None:
    reading = opened(text)
    reading.refuse(
        r"农历|阴历|正月|初[一二三四五六七八九十]|闰月|工作日|几个星期|多少个|几月|哪|下个?月|上个?月|第\s*[\d一二三四五六]|每|周末|放假|次方|幂|\^|\d+年后|年前|生日|岁|值班"
    )
    known = reading.take(rf"(?:已知|假设|如果|若)?(?P<what>今天|{_DATE})(?:是|为){_WEEKDAY}")
    if known is not None and known["month"] is None:
        asked = reading.take(
            rf"(?:那么|则|问|请问)?,?(?:(?:从今天起|再)?(?:往后推|过|经过|再过)?\s*(?P<after>{INTEGER})天(?:之后|以后|后)?|(?:从今天起)?(?:往前推)?\s*(?P<before>{INTEGER})天(?:之前|以前|前))(?:\((?:明天是1天后|昨天是1天前)\))?(?:的)?(?:那天|那一天)?(?:{_WHICH})"
        )
        reading.finish("今天 星期 天 那一天 那天", story=True)
        if asked is None:
            return None
        if asked["after"] is not None and not re.search(r"过|后", asked[0]):
            return None
        days = to_int(asked["after"] or asked["before"])
        today = _day(known["weekday"])
        back = asked["before"] is not None
        return Recognition(
            parameters={"task": "before" if back else "after", "today": today, "days": days},
            understood=(("今天", name(today)), ("求", f"{days} 天{'前' if back else '后'}")),
        )
    dates = reading.take_all(rf"(?P<same>同年|当年|这年|这一年|那年|该年)?(?:的)?{_DATE}(?:这天|那天|那一天|这一天)?(?:{_WHICH})")
    reading.finish("请问 日历 那 这天 星期", story=True)
    if len(dates) != 1:
        return None
    date = dates[0]
    if known is None:
        if date["year"] is None:
            return None
        target = _checked(int(date["year"]), int(date["month"]), int(date["day"]))
        return Recognition(
            parameters={"task": "absolute", "target": list(target)},
            understood=(("日期", _shown(target)), ("求", "星期几")),
        )
    if known["year"] is None:
        return None  # whether the year is a leap year is not said
    start = _checked(int(known["year"]), int(known["month"]), int(known["day"]))
    target = _checked(int(date["year"] or start[0]), int(date["month"]), int(date["day"]))
    if weekday(*start) != _day(known["weekday"]):
        raise StayOut("the date was another day of the week")
    return Recognition(
        parameters={"task": "dates", "start": list(start), "target": list(target)},
        understood=((_shown(start), name(weekday(*start))), ("求", f"{_shown(target)}是星期几")),
    )


def _shown(date: tuple[int, int, int]) -> str:
    return f"{date[0]} 年 {date[1]} 月 {date[2]} 日"


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task in ("before", "after"):
        today, days = parameters["today"], parameters["days"]
        back = task == "before"
        right = (today - days if back else today + days) % 7
        how = "前" if back else "后"
        steps = [f"{days} = 7 × {days // 7} + {days % 7}，从{name(today)}往{how}推 {days % 7} 天。"]
        conventions: tuple[str, ...] = ("“n 天后”从明天算作第 1 天",) if not back else ("“n 天前”从昨天算作第 1 天",)
    else:
        target = tuple(parameters["target"])
        right = weekday(*target)
        if task == "absolute":
            number = day_number(*target)
            steps = [
                f"从公元 1 年 1 月 1 日（星期一）算第 1 天，{_shown(target)}是第 {number} 天。",
                f"{number} = 7 × {number // 7} + {number % 7}，余数是 1 为星期一，是 0 为星期日。",
            ]
        else:
            start = tuple(parameters["start"])
            gap = day_number(*target) - day_number(*start)
            how, size = ("后", gap) if gap >= 0 else ("前", -gap)
            steps = [
                f"从{_shown(start)}到{_shown(target)}往{how}数 {size} 天，{size} = 7 × {size // 7} + {size % 7}。",
                f"从{name(weekday(*start))}往{how}推 {size % 7} 天。",
            ]
        conventions = ()
    also = (f"周{_DAYS[right]}", f"礼拜{_DAYS[right]}") + (("星期天", "周天") if right == 6 else ())
    return Solution(answer=name(right), also=also, steps=paragraphs(*steps, f"是{name(right)}。"), conventions=conventions)


KIND = Kind(
    name="calendar-date",
    title="日期与星期",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"(?:星期|周|礼拜)几|是(?:星期|周|礼拜)", recognise=_recognise, solve=_solve),
)
