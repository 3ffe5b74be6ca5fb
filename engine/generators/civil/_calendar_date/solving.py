"""Solving dates: all calendars that fit what is told, what comes round every so many days, leaves of a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from math import lcm

from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.civil._calendar_date.cycles_reading import (
    read_cycle,
    read_leap_birthdays,
    read_leaves,
    read_repeats,
    read_shape,
    read_years,
)
from engine.generators.civil._calendar_date.doings_reading import read_doings
from engine.generators.civil._calendar_date.habits_reading import read_habit
from engine.generators.civil._calendar_date.periods import in_its_period
from engine.generators.civil._calendar_date.possible import Calendar, answers, possible
from engine.generators.civil._calendar_date.reading import read_dates
from engine.generators.civil._calendar_date.rota_reading import duty, month_has_all, read_possible_day, read_rota, read_shifts
from engine.generators.civil._calendar_date.rounds import solve_rounds
from engine.generators.civil._calendar_date.rounds_reading import read_rounds
from engine.generators.civil._calendar_date.simulator import _DAYS, is_leap, length_of, name, weekday
from engine.generators.civil._problems.heeded import IN_CALENDARS, heeding
from engine.generators.civil._problems.several import solve_each
from engine.generators.civil._problems.story import one_reading
from engine.generators.kind import Parameters, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import StayOut, stay_out


def _also(day: int) -> tuple[str, ...]:
    return (f"周{_DAYS[day]}", f"礼拜{_DAYS[day]}") + (("星期天", "周天") if day == 6 else ())


def _shown(calendar: Calendar, day: list[object], absolute: bool) -> str:
    if day[0] == "today":
        return {-3: "大前天", -2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"}.get(int(str(day[1])), "那天")
    if day[0] == "working":
        return "那一天"
    if day[0] == "after":
        days = int(str(day[2]))
        return f"{_shown(calendar, day[1], absolute)}{'往后' if days >= 0 else '往前'} {abs(days)} 天"  # type: ignore[arg-type]
    found = calendar.date_of(day)
    if found is None:
        stay_out("no such day")
    if isinstance(day[3], list) or day[3] == "last" or day[1] == "x":
        return (
            "那一天"
            if day[1] == "x" and not isinstance(day[3], int)
            else f"这个月 {found.day} 日"
            if day[1] == "x"
            else f"{found.month} 月 {found.day} 日"
        )
    return f"{found.year} 年 {found.month} 月 {found.day} 日" if absolute else f"{found.month} 月 {found.day} 日"


def _reason(calendar: Calendar, facts: list[list[object]], day: list[object], value: int, absolute: bool) -> str:
    """How a day of the week follows from one told, where both are days that the calendar knows."""
    known = next((fact for fact in facts if fact[0] == "weekday"), None) or _first_of_month(facts)
    target = calendar.date_of(day)
    start = calendar.date_of(known[1]) if known else None  # type: ignore[arg-type]
    if known is None or start is None or target is None or (known[1][0] == "today") != (_base(day) == "today"):  # type: ignore[index]
        return f"符合条件的日历里，{_shown(calendar, day, absolute)}是{name(value)}。"
    if known not in facts:
        first = f"由条件推得{_shown(calendar, known[1], absolute)}只能是{name(int(str(known[2])))}。"  # type: ignore[arg-type]
        return first if start == target else first + _counted(calendar, known, day, value, absolute)
    return _counted(calendar, known, day, value, absolute)


def _in_its_month(calendar: Calendar, question: list[object], value: object) -> tuple[str, ...]:
    """`5 月 9 日`, where only the day is asked of a month that is told."""
    day = calendar.date_of(question[1])  # type: ignore[arg-type]
    named = day is not None and isinstance(question[1], list) and len(question[1]) == 4 and isinstance(question[1][1], int)
    return (f"{day.month}月{day.day}日",) if named and day is not None and isinstance(value, int) else ()


def _first_of_month(facts: list[list[object]]) -> list[object] | None:
    """The day of the week of the first of a month that something is told of, if that is certain."""
    for fact in facts:
        if fact[0] in ("count", "count-sum", "more", "sum", "length") and len(fact) > 2 and fact[2] is not None:
            first: list[object] = [fact[1], fact[2], 0, 1]
            try:
                (weekday,) = answers(facts, [["weekday", first]])
            except StayOut:
                continue
            return ["weekday", first, weekday]
    return None


def _counted(calendar: Calendar, known: list[object], day: list[object], value: int, absolute: bool) -> str:
    """`从 3 月 1 日（星期四）到 3 月 10 日往后数 9 天……`."""
    target, start = calendar.date_of(day), calendar.date_of(known[1])  # type: ignore[arg-type]
    assert target is not None and start is not None
    gap = (target - start).days
    how = "后" if gap >= 0 else "前"
    size = abs(gap)
    return (
        f"从{_shown(calendar, known[1], absolute)}（{name(int(str(known[2])))}）到{_shown(calendar, day, absolute)}往{how}数 {size} 天，"  # type: ignore[arg-type]
        f"{size} = 7 × {size // 7} + {size % 7}，往{how}推 {size % 7} 天，是{name(value)}。"
    )


def _base(day: list[object]) -> object:
    while day[0] in ("after", "working"):
        day = day[1]  # type: ignore[assignment]
    return day[0]


def _calendar(parameters: Parameters) -> Solution:
    facts, asked = parameters["facts"], parameters["asked"]
    found = answers(facts, asked)
    calendar = next(iter(possible([fact for fact in facts if fact[0] != "others"], asked)))
    absolute = "abs" in str([facts, asked])
    said, steps, also, conventions = [], [], [], []
    for question, value in zip(asked, found, strict=True):
        if question[0] == "weekday":
            assert isinstance(value, int)
            said.append(name(value))
            also.append(_also(value))
            if question[1][0] == "after":
                conventions.append("“n 天后”从第二天算作第 1 天")
            steps.append(_reason(calendar, facts, question[1], value, absolute))
        elif question[0] == "end-in":
            assert isinstance(value, int)
            said.append(name(value))
            also.append(_also(value))
            steps.append(f"逐一检查符合条件的年份，{'最后' if question[4] == 'last' else '第'}一次都在{name(value)}。")
        elif question[0] == "date":
            shown = f"{value[0]} 月 {value[1]} 日" if isinstance(value, tuple) else f"{value} 日"
            said.append(shown)
            also.append((shown.replace("日", "号"), shown.replace(" ", ""), *_in_its_month(calendar, question, value)))
            steps.append(f"推得所求的日期是 {shown}。")
        elif question[0] == "month-days":
            said.append(f"{value} 天")
            also.append((str(value),))
            steps.append(f"符合条件的月份都有 {value} 天。")
        elif question[0] == "count":
            said.append(f"{value} {parameters.get('unit') or ('个' if len(question[3]) == 1 else '天')}")
            also.append((str(value), f"{value} 天", f"{value} 次", f"{value} 班"))
            days = "、".join(name(each) for each in question[3])
            steps.append(
                f"{'全年是 52 个整星期再多 1 天（闰年 2 天）' if question[2] is None else '每月是 4 个整星期再多几天'}，看多出的几天是星期几：{days}共 {value} {'个' if len(question[3]) == 1 else '天'}。"
            )
        else:
            said.append(f"{value} 天")
            also.append((str(value),))
            conventions.append({0: "起止两天只算一天（算头不算尾）", 1: "起止两天都算在内", -1: "起止两天都不算"}[question[3]])
            steps.append(f"按各月的天数相加，一共 {value} 天。")
    wordings = also[0] if len(said) == 1 else ("；".join(each[0] for each in also),)
    return Solution(answer="；".join(said), also=wordings, steps=paragraphs(*steps), conventions=tuple(dict.fromkeys(conventions)))


def _cycle(parameters: Parameters) -> Solution:
    periods = parameters["periods"]
    together = lcm(*periods)
    conventions = ("“每隔 n 天”的周期是 n + 1 天",)
    steps = (
        f"周期是 {parameters['each']} 天，其间一共经过 {together} 天。"
        if "each" in parameters
        else f"{'、'.join(map(str, periods))} 的最小公倍数是 {together}，{together} 天后再次同时。"
    )
    if parameters["asked"] == "days":
        return Solution(answer=f"{together} 天", also=(str(together),), steps=steps, conventions=conventions)
    if parameters["asked"] == "weekday":
        right = (parameters["start"] + together) % 7
        return Solution(
            answer=name(right),
            also=_also(right),
            steps=paragraphs(steps, f"{together} = 7 × {together // 7} + {together % 7}，往后推 {together % 7} 天，是{name(right)}。"),
            conventions=conventions,
        )
    year, month, day = parameters["start"]
    ends = set()
    for each in (year,) if year else (2022, 2023, 2024):  # the year not said: a common year and a leap year must agree
        if day > length_of(each, month):
            continue
        end = date(each, month, day) + timedelta(days=together)
        ends.add((end.month, end.day, end.year - each))
    if len(ends) != 1:
        stay_out("which year")
    month, day, later = ends.pop()
    shown = f"{'' if not later else '次年 ' if later == 1 else stay_out('years later')}{month} 月 {day} 日"
    return Solution(
        answer=shown,
        also=(f"{month}月{day}号", f"{month}.{day}", *((f"{year + later}年{month}月{day}日",) if year else ())),
        steps=paragraphs(steps, f"往后推 {together} 天是 {shown}。"),
        conventions=conventions,
    )


def _leaves(parameters: Parameters) -> Solution:
    days, total = parameters["days"], parameters["sum"]
    first, rest = divmod(total - days * (days - 1) // 2, days)
    last = first + days - 1
    if rest or first < 1 or last > 31:
        stay_out("no such days in one month")
    across = not parameters["same"] and any(
        sum(range(length - before + 1, length + 1)) + sum(range(1, days - before + 1)) == total
        for length in (28, 29, 30, 31)
        for before in range(1, days)
    )
    if across:
        stay_out("one month or two")
    wanted = {"first": first, "last": last, "next": last + 1}[parameters["asked"]]
    if wanted > 28 and parameters["asked"] == "next":
        stay_out("may be the first of the next month")
    return Solution(
        answer=f"{wanted} 号",
        also=(f"{wanted} 日", str(wanted)),
        steps=paragraphs(
            f"连续 {days} 天的日期是公差为 1 的等差数列，和为 {total}，首日为 ({total} − {days * (days - 1) // 2}) ÷ {days} = {first}。",
            f"这 {days} 天是 {first} 日到 {last} 日，所求是 {wanted} 号。",
        ),
    )


def _leap_years(parameters: Parameters) -> Solution:
    low, high = parameters["low"], parameters["high"]
    by_four = sum(year % 4 == 0 for year in range(low, high + 1))
    value = sum(is_leap(year) for year in range(low, high + 1))
    return Solution(
        answer=f"{value} 个",
        also=(str(value),),
        steps=f"4 的倍数有 {by_four} 个，其中整百年不能被 400 整除的 {by_four - value} 个不是闰年，{by_four} − {by_four - value} = {value}。",
    )


def _leap_birthdays(parameters: Parameters) -> Solution:
    year, end = parameters["year"], date(*parameters["end"])
    if not is_leap(year) or end.year <= year:
        stay_out("no such birthday")
    years = [each for each in range(year + 1, end.year + 1) if is_leap(each) and date(each, 2, 29) <= end]
    value = len(years) + parameters["first"]
    return Solution(
        answer=f"{value} 次",
        also=(str(value), f"{value} 个"),
        steps=f"只有闰年有 2 月 29 日：从 {years[0] if years else year} 年到 {years[-1] if years else year} 年的闰年有 {len(years)} 个"
        f"{'，出生当天也算 1 次' if parameters['first'] else ''}，一共 {value} 次。",
        conventions=("出生当天也算一次" if parameters["first"] else "出生当天不算",),
    )


def _same_calendar(parameters: Parameters) -> Solution:
    year = parameters["year"]
    following = next(
        each for each in range(year + 1, year + 41) if is_leap(each) == is_leap(year) and weekday(each, 1, 1) == weekday(year, 1, 1)
    )
    return Solution(
        answer=f"{following} 年",
        also=(str(following),),
        steps=f"平年过一年星期后移 1 天，闰年后移 2 天；移动的天数是 7 的倍数且同为{'闰年' if is_leap(year) else '平年'}时日历相同，{year} 年之后最早是 {following} 年。",
    )


def _shape(parameters: Parameters) -> Solution:
    count, step, total = parameters["count"], parameters["step"], parameters["sum"]
    if not step:
        # Two by two: x, x + 1, x + 7, x + 8.
        first, rest = divmod(total - 16, 4)
        if rest or first < 1 or first + 8 > 31 or parameters["asked"] == "middle":
            stay_out("no such dates")
        wanted = first if parameters["asked"] == "least" else first + 8
        return Solution(
            answer=f"{wanted} 号",
            also=(f"{wanted} 日", str(wanted)),
            steps=f"设最小的为 x，四个数是 x、x + 1、x + 7、x + 8，和为 4x + 16 = {total}，x = {first}。",
        )
    first, rest = divmod(total - step * count * (count - 1) // 2, count)
    last = first + step * (count - 1)
    if rest or first < 1 or last > 31 or (parameters["asked"] == "middle" and count % 2 == 0):
        stay_out("no such dates")
    if parameters["asked"] == "all":
        row = [first + step * each for each in range(count)]
        return Solution(
            answer="、".join(f"{day} 号" for day in row),
            also=("、".join(f"{day} 日" for day in row), "、".join(map(str, row))),
            steps=f"这 {count} 个日期相邻的差 {step}，和为 {total}，依次为 {'、'.join(map(str, row))}。",
        )
    wanted = {"least": first, "most": last, "middle": (first + last) // 2}[parameters["asked"]]
    return Solution(
        answer=f"{wanted} 号",
        also=(f"{wanted} 日", str(wanted)),
        steps=f"这 {count} 个日期相邻的差 {step}，和为 {total}，依次为 {'、'.join(str(first + step * each) for each in range(count))}。",
    )


def _rota(parameters: Parameters) -> Solution:
    days = duty(parameters)
    names, length = parameters["names"], sum(parameters["lengths"])
    said, steps = [], [f"{'、'.join(names)}轮一遍要 {length} {'个工作日' if parameters['working'] else '天'}。"]
    for kind, month, which in parameters["asked"]:
        if kind == "days":
            if not month_has_all(parameters, month):
                stay_out("which days of the month")
            inside = [(each, name) for each, name in days if each.month == month and each.year == days[0][0].year]
            value = sum(name == which for _, name in inside)
            said.append(f"{value} 天")
            steps.append(
                f"{month} 月{'有 ' + str(len(inside)) + ' 个工作日' if parameters['working'] else '共 ' + str(len(inside)) + ' 天'}，逐天轮下去，{which}共 {value} 天。"
            )
        else:
            found = [(place, name) for place, (each, name) in enumerate(days) if (each.month, each.day) == (month, which)]
            if not found or (not parameters["start"][0] and parameters["start"][1] <= 2 < month):
                stay_out("which day")
            place, name = found[0]
            said.append(name)
            steps.append(
                f"{month} 月 {which} 日是第 {place + 1} 天，{place + 1} = {length} × {(place) // length} + {place % length + 1}，轮到{name}。"
            )
    return Solution(answer="；".join(said), also=("；".join(each.removesuffix(" 天") for each in said),), steps=paragraphs(*steps))


def _shifts(parameters: Parameters) -> Solution:
    cycle, place = parameters["on"] + parameters["off"], parameters["n"] - 1
    state = "上班" if place % cycle < parameters["on"] else "休息"
    right = (parameters["day"] + place) % 7
    said = {"state": state, "weekday": name(right)}
    steps = (
        f"每 {cycle} 天一个周期，{place + 1} = {cycle} × {place // cycle} + {place % cycle + 1}，是周期里的第 {place % cycle + 1} 天，{state}。",
        f"往后推 {place} 天，{place} = 7 × {place // 7} + {place % 7}，是{name(right)}。",
    )
    asked = parameters["asked"]
    return Solution(
        answer="；".join(said[each] for each in asked),
        steps=paragraphs(*(step for step, each in zip(steps, ("state", "weekday"), strict=True) if each in asked)),
    )


def _possible_days(parameters: Parameters) -> Solution:
    """The days of the week that a day may be: options say one of them, or all of them."""
    facts, day = parameters["facts"], parameters["day"]
    fitting = possible(facts, [["weekday", day]])
    days = sorted({answer.weekday() for calendar in fitting if (answer := calendar.date_of(day)) is not None})
    if not 1 <= len(days) <= 4:
        stay_out("which days")

    def fits(option: str) -> bool:
        said = {6 if each in "日天" else _DAYS.index(each) for each in patterns.findall(r"(?:星期|周|礼拜)([一二三四五六日天])", option)}
        return said == set(days) or (len(said) == 1 and said <= set(days))

    shown = "或".join(name(each) for each in days)
    return Solution(answer=shown, steps=f"符合条件的日历里，这一天可能是{shown}。", fits=fits)


def _doings(parameters: Parameters) -> Solution:
    """A day that was found day by day; where it may be one of several, options say one of them or all."""
    days = parameters["fits"]

    def fits(option: str) -> bool:
        said = patterns.findall(r"(?:星期|周|礼拜)([一二三四五六日天])", option)
        return bool(said) and {each.replace("天", "日") for each in said} <= set(days) and len(set(said)) in (1, len(days))

    steps = f"{parameters['steps']}。"
    return Solution(answer=parameters["answer"], also=tuple(parameters["also"]), steps=steps, fits=fits if days else None)


def _solve(parameters: Parameters) -> Solution:
    return {
        "doings": _doings,
        "rota": _rota,
        "shifts": _shifts,
        "possible-days": _possible_days,
        "leap-years": _leap_years,
        "leap-birthdays": _leap_birthdays,
        "same-calendar": _same_calendar,
        "shape": _shape,
        "calendar": _calendar,
        "cycle": _cycle,
        "rounds": solve_rounds,
        "leaves": _leaves,
    }[parameters["task"]](parameters)


SOLVER = Solver(
    hint=r"(?:星期|周|礼拜)|几月|\( *\)月|多少天|几天|几号|[几多]少?[日号]|上班|闰年|每隔|每[\d两三四五六七八九]+天|哪一?年|日历|月历|2月29|生日|可能是|工作日|上班|轮|同时[^。?]*[几多]少?[点时]",
    recognise=in_its_period(
        heeding(
            first_reading(
                one_reading(
                    read_dates,
                    read_possible_day,
                    read_rota,
                    read_shifts,
                    read_cycle,
                    read_repeats,
                    read_leaves,
                    read_years,
                    read_leap_birthdays,
                    read_shape,
                    read_habit,
                ),
                read_rounds,
                read_doings,
                solve=solve_each(_solve),
            ),
            solve_each(_solve),
            IN_CALENDARS,
        )
    ),
    solve=solve_each(_solve),
)
