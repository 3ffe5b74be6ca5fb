"""Reading and solving dates: so many days on, another date, days between, a month told by its days of the week, what comes round every so many days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from math import lcm

from engine.generators.civil._calendar_date import _DAYS, day_number, length_of, name, occurrences, weekday
from engine.generators.civil._story import Story, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

_WEEKDAY = r"(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
_WHICH = r"(?:这天|那天|那一天|这一天|当天)?(?:应该|应|将|会)?(?:是|为|在)*(?:(?:星期|周|礼拜)(?:几|多少)|多少)"
_DATE = r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
_WORDS = """
今天 星期 天 日 号 那一天 那天 这天 日历 请问 那 月 年 同年 当年 该年 这一年 这年 公历 日期 国庆节 国庆 元旦 儿童节 劳动节 妇女节 植树节 教师节 圣诞节 建党节 建军节 青年节 三天 是 正好是 恰好是 刚好 翻日历 发现 从 起 算起 的 过
某年 某月 某个月 这个月 该月 份 有 恰有 恰好有 正好有 只有 共有 和 月份 里 项目 工程 小区 志愿者 三人 三名 两人 两名 甲 乙 丙 敬老院 图书馆 健身房 游泳馆 超市 去 到 在 一次 同时 相遇 恰好 碰面 见面 服务 下次 下一次 第一次 再 又 都 会 遇见 碰到 他们 三个人 三位 出生 生日
"""


def _day(text: str) -> int:
    return 6 if text == "天" else _DAYS.index(text)


def _checked(year: int, month: int, day: int) -> tuple[int, int, int]:
    if not (1 <= month <= 12 and 1 <= day <= length_of(year, month)):
        stay_out("no such date")
    return year, month, day


def _shown(when: tuple[int, int, int]) -> str:
    return f"{when[0]} 年 {when[1]} 月 {when[2]} 日"


_REFUSED = r"农历|阴历|正月|初[一二三四五六七八九十]|闰月|工作日|次方|幂|\^|岁|值班|上课|周末|放假"


def _dated(text: str) -> Story:
    """The text with years of four digits and days with 日, as `24年3月15周五` has them not."""
    story = Story(text)
    story.rest = re.sub(r"(?<!\d)(\d\d)年(?=的?\d{1,2}月)", r"20\1年", story.rest)
    story.rest = story.text = re.sub(r"(\d{1,2}月\d{1,2})(?![日号\d~—-])", r"\1日", story.rest)
    return story


def _shift(text: str) -> Recognition | None:
    """So many days (or weeks) after or before a day of the week."""
    story = Story(text)
    story.rest = re.sub(r"\((?:明天是 ?1 ?天后|昨天是 ?1 ?天前)\)", "", story.rest)
    story.refuse(_REFUSED + r"|第\s*[\d一二三四五六]|每|多少个|几月|哪|\d月|年后|年前|昨天|前天|前两天|后两天|个星期[后前]")
    known = story.take(rf"(?:已知|假设|如果|若)?(?P<what>今天|今日|明天|后天|当天)(?:正好|刚好|恰好)?(?:是|为)?{_WEEKDAY}")
    if known is None:
        return None
    asked = story.take(
        rf"(?:那么)?,?(?:(?:从(?:今天|今日|现在)(?:起|算起|开始)?,?)?(?:再过|再|又过|过了?|经过|往后推|往后数|往后|之后的?)?(?P<after>{INTEGER})天(?P<how>之后|以后|后)?|(?:从今天(?:起|算起)?)?(?P<back>往前推|往前数|往前)?(?P<before>{INTEGER})天(?:之前|以前|前))(?:的)?,?(?:那天|那一天)?{_WHICH}"
    )
    if asked is None:
        return None
    story.finish(_WORDS)
    before = asked["before"] is not None
    if not before and not (asked["how"] or re.search("过|往后|再", asked[0])):
        return None
    days = to_int(asked["after"] or asked["before"])
    # "Tomorrow is Monday": today is a day earlier.
    today = (_day(known["weekday"]) - {"明天": 1, "后天": 2}.get(known["what"], 0)) % 7
    return Recognition(
        parameters={"task": "before" if before else "after", "today": today, "days": days},
        understood=(("今天", name(today)), ("求", f"{days} 天{'前' if before else '后'}")),
    )


def _dates(text: str) -> Recognition | None:
    """The day of the week of a date, from another's or by reckoning."""
    story = _dated(text)
    story.refuse(_REFUSED + r"|每|多少个|几月|哪|下个?月|上个?月|第\s*[一二三四五六]个|之间|相差|某年|生日")
    known = story.take(
        rf"(?:已知|假设|如果|若)?{_DATE}(?:\([^()\d]{{0,6}}\))?(?:这天|那天|是[^\d,;。]{{0,4}}节?,)?(?:正好|刚好|恰好)?(?:是|为)?{_WEEKDAY}(?!多少|几)"
    )
    asked = story.take_all(
        rf"(?:(?P<then>(?:19|20)\d\d)年的?同一天\(|(?P<then2>(?:19|20)\d\d)年的?(?=(?:元旦|国庆节?|儿童节|劳动节|教师节|圣诞节|元旦节)\())?(?P<same>同年的?|当年的?|这年|这一年的?|那年|该年)?(?:(?P<next>次年|第二年|下一年|来年|明年)(?:的)?)?(?P<holiday>元旦|国庆节?|儿童节|劳动节|教师节|圣诞节)?\(?{_DATE}\)?(?:\([^()\d]{{0,6}}\))?,?{_WHICH}"
    )
    if len(asked) != 1:
        return None
    story.finish(_WORDS)
    when = asked[0]
    if known is None:
        if when["year"] is None or when["next"] or when["then"] or when["then2"]:
            return None
        target = _checked(int(when["year"]), int(when["month"]), int(when["day"]))
        return Recognition(parameters={"task": "absolute", "target": list(target)}, understood=(("日期", _shown(target)), ("求", "星期几")))
    if known["year"] is None:
        return None  # whether the year is a leap year is not said
    start = _checked(int(known["year"]), int(known["month"]), int(known["day"]))
    if when["then"] and (when["year"] or (when["month"], when["day"]) != (known["month"], known["day"])):
        return None
    if when["then2"] and when["year"]:
        return None
    said = when["year"] or when["then"] or when["then2"]
    year = int(said) if said else start[0] + (1 if when["next"] else 0)
    target = _checked(year, int(when["month"]), int(when["day"]))
    if weekday(*start) != _day(known["weekday"]):
        raise StayOut("the date was another day of the week")
    return Recognition(
        parameters={"task": "dates", "start": list(start), "target": list(target)},
        understood=((_shown(start), name(weekday(*start))), ("求", f"{_shown(target)}是星期几")),
    )


def _between(text: str) -> Recognition | None:
    """Days from one date to another."""
    story = _dated(text)
    story.refuse(_REFUSED + r"|每|星期|礼拜|周|几月|包括|含|首尾|一共经历|历时|共用|头尾")
    dates = story.take_all(_DATE)
    asked = story.take(
        r"(?:相差|间隔|相隔|相距|距离?|还有|过了|经过了?|要过|差)(?P<gap>[^\d\ue000,;。?]{0,10}?)(?:\ue000)?多少天|多少天(?P<unit>\((?:即)?(?:两)?(?:个)?日期?相?差的?天数\))?"
    )
    if len(dates) != 2 or not asked:
        return None
    if not re.search("相差|间隔|相隔|相距|距|还有|过了|经过|差", story.text):
        return None
    story.finish(_WORDS + " 即 两日期 两个日期 天数 开工 竣工 日 距离 距 开工日 竣工日 相差 到 考试 报名 还有 开始 结束 两天 之间")
    first, second = dates
    if first["year"] is None or (second["year"] is None and int(second["month"]) < int(first["month"])):
        return None
    start = _checked(int(first["year"]), int(first["month"]), int(first["day"]))
    end = _checked(int(second["year"] or first["year"]), int(second["month"]), int(second["day"]))
    if day_number(*end) <= day_number(*start):
        return None
    return Recognition(
        parameters={"task": "between", "start": list(start), "end": list(end)},
        understood=(("从", _shown(start)), ("到", _shown(end)), ("求", "相差的天数")),
    )


_LENGTHS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def _month(text: str) -> Recognition | None:
    """A month (of any year) told by how often days of the week come, or by one date: the day of the week of another of its dates, or of that year's."""
    story = Story(text)
    story.refuse(_REFUSED + r"|下一年|次年|第二年|来年|明年|去年|每|农|哪|至少|至多|比|之和|相加|放假|20\d\d年|19\d\d年|下下")
    story.take_all(r"(?:已知)?(?:某|有)一?(?:个)?年的?|这一?年的?|同年的?|当年的?|该年的?")
    counted: list[tuple[int, int]] = []
    both = rf"(?:恰好?|正好|刚好|恰恰|只|仅|但|却|共|一共)*(?:有|(?<=[、,和\ue000]))(?:且仅有|着)?(?P<count>[45四五])个{_WEEKDAY}(?:和(?P<count2>[45四五])个(?:星期|周|礼拜)(?P<weekday2>[一二三四五六日天]))?"
    for match in story.take_all(both):
        counted.append((to_int(match["count"]), _day(match["weekday"])))
        if match["count2"]:
            counted.append((to_int(match["count2"]), _day(match["weekday2"])))
    fixed = story.take_all(
        rf"(?:(?P<month>\d{{1,2}})月(?:份)?的?)?(?P<day>\d{{1,2}})[日号](?:\([^()\d]{{0,6}}\))?(?:正好|刚好)?(?:是|为)?{_WEEKDAY}"
    )
    asked = story.take(
        rf"(?:(?P<month>\d{{1,2}})月(?:份)?的?|(?:这个|该|这|那个|本)?月(?:份)?的?|(?P<next>下个?月|次月)的?)?(?P<day>\d{{1,2}})[日号](?:\([^()\d]{{0,6}}\))?,?{_WHICH}|(?:这个|该|这)?月(?:份)?的?(?P<end>第一天|最后一天|1号|月底)(?:是)?{_WHICH}"
    )
    length = story.take(r"(?:有|共)?(?P<value>28|29|30|31)天(?:的)?|(?P<big>大月)|(?P<small>小月)|(?P<leap>闰年)|(?P<plain>平年)")
    months = {int(match[1]) for match in re.finditer(r"(?<!\d)(\d{1,2})月", story.text)}
    story.take_all(r"(?:某个?|有个|一个|这个|该|那个|的)?(?:\d{1,2})?月(?:份)?(?:里|中)?")
    if asked is None or not (counted or fixed) or (len(fixed) > 1) or not (counted or re.search("某", story.text)):
        return None
    story.finish(_WORDS)
    told_month = next(iter(months)) if len(months) == 1 else None
    asked_month = int(asked["month"]) if asked["month"] else None
    fixed_month = int(fixed[0]["month"]) if fixed and fixed[0]["month"] else None
    if asked_month is not None and len(months) > 1:
        others = months - {asked_month}
        if len(others) != 1:
            return None
        told_month = fixed_month if fixed_month else next(iter(others))
    # All calendars that fit: a first day of the week, and a leap year or not (or the length alone where no month is named).
    answers: set[int] = set()
    seen = 0
    lengths = (
        [int(length["value"])]
        if length and length["value"]
        else [31]
        if length and length["big"]
        else [30]
        if length and length["small"]
        else None
    )
    for first in range(7):
        for leap in (False, True):
            if length and ((length["leap"] and not leap) or (length["plain"] and leap)):
                continue
            if told_month is None:
                if lengths is None or asked_month is not None:
                    return None
                days = lengths[0]
            else:
                days = 28 + leap if told_month == 2 else _LENGTHS.get(told_month, 0)
                if lengths is not None and days != lengths[0]:
                    continue
            counts = occurrences(days, first)
            if any(counts[which] != count for count, which in counted):
                continue
            if fixed and (first + int(fixed[0]["day"]) - 1) % 7 != _day(fixed[0]["weekday"]):
                continue
            seen += 1
            day = (days if re.search("最后|月底", asked["end"]) else 1) if asked["end"] else int(asked["day"])
            offset = day - 1
            if asked["next"]:
                offset += days
            elif asked_month is not None and asked_month != told_month:
                assert told_month is not None
                year = 2024 if leap else 2023
                offset = day_number(year, asked_month, day) - day_number(year, told_month, 1)
            elif not 1 <= day <= days:
                stay_out("no such day")
            answers.add((first + offset) % 7)
    if len(answers) != 1 or not seen:
        stay_out(f"days that fit: {sorted(answers)}")
    told = "，".join(
        [*(f"{count} 个{name(which)}" for count, which in counted), *(f"{match['day']} 日是星期{match['weekday']}" for match in fixed)]
    )
    return Recognition(
        parameters={"task": "month", "answer": answers.pop(), "told": told, "length": lengths[0] if lengths else None, "month": told_month},
        understood=(
            ("这个月", told),
            ("求", f"{asked_month or ''}{' 月 ' if asked_month else ''}{asked['day'] or asked['end']} 日是星期几"),
        ),
    )


def _cycle(text: str) -> Recognition | None:
    """Several come every so many days and met on a date: when they all come again."""
    story = Story(text)
    if not story.has("每|隔"):
        return None
    story.refuse(_REFUSED + "|星期[一二三四五六日天](?:休息|不)|第[三四五2-9]次|休息|一共|共有")
    each = story.take_all(
        rf"(?:(?P<who>[甲乙丙丁]|小[\u4e00-\u9fff]|[A-D])(?:[^\d\ue000,;。每隔]{{0,4}}))?每(?P<skip>隔)?(?P<value>{INTEGER})(?:天|日)(?:(?:去|到|来|跑|打|值|做|游|上)?(?:[^\d\ue000,;。每隔]{{0,6}})?(?P<once>(?:一|1)?次))?"
    )
    met = story.take(rf"{_DATE}(?:\((?P<also>(?:星期|周)[一二三四五六日天])\))?|(?:今天|某天|有一天|这天)(?:是|为)?(?:正好)?{_WEEKDAY}")
    asked = story.take(
        r"(?:下一?次|再次|第二次|再)?(?P<gap>[^\d\ue000,;。?]{0,16}?)(?:是|在|为)?(?:(?P<date>(?:几|多少)月(?:几|多少)(?:日|号))|(?P<which>(?:星期|周|礼拜)(?:几|多少))|(?:至少)?(?:再过|过|经过|需要?|要)?(?P<days>多少天))"
    )
    if len(each) < 2 or not asked or not any(match["once"] for match in each):
        return None
    story.finish(_WORDS + " 一起碰到 碰到 碰上 碰上了 图书馆 至少 再次 再次相遇 下次相遇 同一天 是 在 几 后 之后 如果 那么 每次 一起")
    named = len(set(re.findall("[甲乙丙丁]", story.text)))
    said = re.search(r"(?P<number>[二两三四五])(?:个?人|名|位)", story.text)
    if (named and named != len(each)) or (said and to_int(said["number"]) != len(each)):
        stay_out("somebody comes how often?")
    periods = [to_int(match["value"]) + (1 if match["skip"] else 0) for match in each]
    together = lcm(*periods)
    understood = [("周期", "、".join(f"{period} 天" for period in periods))]
    parameters: dict[str, object] = {"task": "cycle", "periods": periods}
    if asked["days"]:
        return Recognition(parameters={**parameters, "asked": "days"}, understood=(*understood, ("求", "多少天后")))
    if met is None:
        return None
    if asked["which"]:
        if not met["weekday"]:
            return None
        return Recognition(
            parameters={**parameters, "asked": "weekday", "start": _day(met["weekday"])}, understood=(*understood, ("求", "星期几"))
        )
    if not met["month"]:
        return None
    ends = set()
    for year in [int(met["year"])] if met["year"] else [2023, 2024]:  # the year not said: a common year and a leap year must agree
        start = date(*_checked(year, int(met["month"]), int(met["day"])))
        end = start + timedelta(days=together)
        ends.add((end.month, end.day, end.year - start.year))
    if len(ends) != 1:
        stay_out("which year")
    (month, day, later) = ends.pop()
    if later:
        stay_out("another year")
    return Recognition(
        parameters={**parameters, "asked": "date", "date": [month, day]},
        understood=(*understood, ("上次", f"{met['month']} 月 {met['day']} 日"), ("求", "下一次的日期")),
    )


def _working(text: str) -> Recognition | None:
    """Days of work, Monday to Friday, in a month whose first day is told."""
    story = Story(text)
    known = story.take(rf"(?P<year>20\d\d)年(?P<month>\d{{1,2}})月1[日号](?:是|为)?{_WEEKDAY}")
    rule = story.take(r"(?:星期|周)一(?:至|到)(?:星期|周)五(?:上班|工作)|(?:周末|每周)?双休|周[六末]、?和?周?[日天]?(?:休息|不上班)")
    story.take_all(r"\(不考虑节假日和调休\)|(?:没有?|无|不考虑|不算)(?:别的|其他|任何)?(?:法定)?(?:节假日|假期?|放假)(?:和调休)?")
    asked = story.take(
        r"(?:该单位|他|小\w|公司)?(?:这个月|该月|本月|当月|(?P<month>\d{1,2})月(?:份)?)(?:共|一共|要|需要?)*(?:上班|工作)(?:的)?多少天?|(?:这个月|该月|本月|当月|(?P<month2>\d{1,2})月(?:份)?)(?:共|一共|要|需要?)*上多少天班|(?:这个月|该月|本月|当月|(?P<month3>\d{1,2})月(?:份)?)(?:共|一共)?(?:有)?多少个工作日"
    )
    if not known or not rule or not asked:
        return None
    story.finish(_WORDS)
    year, month = int(known["year"]), int(known["month"])
    said = asked["month"] or asked["month2"] or asked["month3"]
    if said and int(said) != month:
        return None
    if weekday(year, month, 1) != _day(known["weekday"]):
        stay_out("another day of the week")
    return Recognition(
        parameters={"task": "working", "year": year, "month": month}, understood=(("月份", f"{year} 年 {month} 月"), ("求", "上班的天数"))
    )


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    conventions: tuple[str, ...] = ()
    if task == "between":
        start, end = tuple(parameters["start"]), tuple(parameters["end"])
        days = day_number(*end) - day_number(*start)
        return Solution(answer=f"{days} 天", steps=f"从{_shown(start)}到{_shown(end)}，相差 {days} 天。", conventions=("第一天不算在内",))
    if task == "working":
        year, month = parameters["year"], parameters["month"]
        length, first = length_of(year, month), weekday(year, month, 1)
        days = length - sum(occurrences(length, first)[5:])
        return Solution(
            answer=f"{days} 天",
            steps=f"{year} 年 {month} 月有 {length} 天，其中星期六、星期日 {length - days} 天，上班 {length} − {length - days} = {days} 天。",
        )
    if task == "cycle":
        periods = parameters["periods"]
        together = lcm(*periods)
        steps = f"{'、'.join(map(str, periods))} 的最小公倍数是 {together}，{together} 天后再次同时。"
        if parameters["asked"] == "days":
            return Solution(answer=f"{together} 天", steps=steps, conventions=("“每隔 n 天”的周期是 n + 1 天",))
        if parameters["asked"] == "date":
            month, day = parameters["date"]
            return Solution(
                answer=f"{month} 月 {day} 日", also=(f"{month}月{day}号",), steps=steps, conventions=("“每隔 n 天”的周期是 n + 1 天",)
            )
        right = (parameters["start"] + together) % 7
        task, conventions = "weekday", ("“每隔 n 天”的周期是 n + 1 天",)
        working = [steps, f"{together} = 7 × {together // 7} + {together % 7}，往后推 {together % 7} 天。"]
    elif task in ("before", "after"):
        today, days = parameters["today"], parameters["days"]
        back = task == "before"
        right = (today - days if back else today + days) % 7
        how = "前" if back else "后"
        working = [f"{days} = 7 × {days // 7} + {days % 7}，从{name(today)}往{how}推 {days % 7} 天。"]
        conventions = ("“n 天后”从明天算作第 1 天",) if not back else ("“n 天前”从昨天算作第 1 天",)
    elif task == "month":
        right = parameters["answer"]
        working = [f"一个月是 4 个整星期再加几天，多出的几天是星期几，这几个星期几就有 5 个。{parameters['told']}，由此定出各日是星期几。"]
    else:
        target = tuple(parameters["target"])
        right = weekday(*target)
        if task == "absolute":
            number = day_number(*target)
            working = [
                f"从公元 1 年 1 月 1 日（星期一）算第 1 天，{_shown(target)}是第 {number} 天。",
                f"{number} = 7 × {number // 7} + {number % 7}，余数是 1 为星期一，是 0 为星期日。",
            ]
        else:
            start = tuple(parameters["start"])
            gap = day_number(*target) - day_number(*start)
            how, size = ("后", gap) if gap >= 0 else ("前", -gap)
            working = [
                f"从{_shown(start)}到{_shown(target)}往{how}数 {size} 天，{size} = 7 × {size // 7} + {size % 7}。",
                f"从{name(weekday(*start))}往{how}推 {size % 7} 天。",
            ]
    also = (f"周{_DAYS[right]}", f"礼拜{_DAYS[right]}") + (("星期天", "周天") if right == 6 else ())
    return Solution(answer=name(right), also=also, steps=paragraphs(*working, f"是{name(right)}。"), conventions=conventions)


_READERS: tuple[Callable[[str], Recognition | None], ...] = (_shift, _dates, _between, _month, _cycle, _working)

SOLVER = Solver(hint=r"(?:星期|周|礼拜)|几月|多少天|几天|是(?:星期|周|礼拜)|上班", recognise=one_reading(*_READERS), solve=_solve)
