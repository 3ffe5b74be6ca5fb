"""Dates: the day of the week so many days on, of another date, and how often a day of the week comes in a month.

The Gregorian calendar: a year that 4 divides has a 29 February, a century only where 400 divides it. Every year moves a date on by one
day of the week, by two across a 29 February.
"""

from __future__ import annotations

import re

from engine.generators.civil._calendar_date import _DAYS, day_number, length_of, name, weekday
from engine.generators.civil._problems import opened
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

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


SOLVER = Solver(hint=r"(?:星期|周|礼拜)几|是(?:星期|周|礼拜)", recognise=_recognise, solve=_solve)
