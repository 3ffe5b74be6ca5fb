"""Reading dates: what is told of years, months and days of the week, and each day, number of days or weekday asked for.

The text is cut into words of the calendar in order; a day takes year and month from its own words or from those said before it. What is
told leaves some calendars possible; the solver answers only what is the same in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._calendar_date import wording
from engine.generators.civil._calendar_date.habits_reading import counted_in_year
from engine.generators.civil._calendar_date.told import conditions, questions
from engine.generators.civil._calendar_date.wording import HOLIDAYS, RELATIVE, first_day_counts, plain_days, without_confusion
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_ORDER = {**{sign: number for number, sign in enumerate("一二三四五", 1)}, **{str(number): number for number in range(1, 6)}}
_TOKENS = re.compile(
    "|".join(
        (
            r"(?P<year>(?:19|20|21)\d\d)年(?:的)?",
            r"(?P<later>\d{1,2})年(?:之|以)?后(?:的)?(?:同一天|今天|这一天)?",
            r"(?P<next>明年|次年|第二年|下一年|后一年|转年|来年|翌年|下年)(?:的)?",
            r"(?P<last>去年|上一年|前一年)(?:的)?",
            r"(?P<same>某年|今年|这一?年|那一?年|该年|同一?年|当年|有一?年|全年)(?:的|里|中|内)?",
            r"(?P<sameday>(?:的)?同一(?:天|日)|(?<=年)的?(?:今天|这一天|这天))",
            r"(?P<holiday>" + "|".join(HOLIDAYS) + r")(?:节)?(?:那天|当天|这天)?",
            r"(?P<month>1[0-2]|[1-9])月(?:份)?(?:的|里|中)?(?![后前])",
            r"(?P<monthdays>(?:这个?|该|当|本|那个?)月(?:份)?(?:一?共)?有多少天)",
            r"(?P<thismonth>(?:这个?|该|当|本|那个?|前(?:一个|1|个))月(?:份)?)(?:的|里|中)?",
            r"(?P<unnamed>某个?月(?:份)?|有个月|一个月)(?:的|里|中)?",
            r"(?P<nextmonth>(?:下个?|次|后(?:一个|1|个))月(?:份)?)(?:的)?",
            r"(?P<lastmonth>上个?月(?:份)?)(?:的)?",
            r"(?P<day>3[01]|[12]?\d)[日号](?!之?间|期)",
            r"(?P<ends>(?:的)?(?:第一天|首日|最后一天|最后1天|月底|月末))(?:那天)?",
            rf"(?:的)?(?:第(?P<nth>[一二三四五1-5])|(?P<lastone>最后一?)|(?P<firstone>首))个{_WEEK}(?P<nthday>[一二三四五六日天末])",
            rf"(?P<count>\d{{1,2}}|[四五]|多少|几)(?:个|次|天)(?:是)?(?:{_WEEK}(?P<counted>[一二三四五六日天])(?![至到])|(?P<weekend>周末(?:休息日)?|休息日|双休日)|(?P<working>工作日))",
            rf"{_WEEK}(?P<counted2>[一二三四五六日天])(?:就|也|则|都|却|但|仅|只|恰好|正好|一?共|出现了?)*(?:有|是)?(?P<count2>[四五45]|多少|几)(?:个|次|天)",
            rf"{_WEEK}(?P<more>[一二三四五六日天])(?:的个数|的天数)?比{_WEEK}(?P<less>[一二三四五六日天])(?:的)?(?:个数|天数)?多(?:一|1)?(?:个|天)?",
            r"(?P<big>大月)|(?P<small>小月)|(?P<leap>闰年)|(?P<common>(?:平年|非闰年|不是闰年))",
            r"(?P<relative>大前天|前天|昨天|昨日|今天|今日|明天|明日|大后天|后天)",
            rf"(?:再过|又过|过了?|经过|往后推?|往后数|之后的?)(?P<after>{INTEGER})(?P<weeks>个?(?:星期|周|礼拜))?天?(?:之后|以后|后)?(?![月年个]|\d)",
            rf"(?P<after2>{INTEGER})(?:天|日)(?:之后|以后|后)",
            rf"(?P<after3>{INTEGER})(?:个?(?:星期|周|礼拜))(?:之后|以后|后)",
            rf"(?P<before>{INTEGER})(?:天|日)(?:之前|以前|前)|往前推?(?:数)?(?P<before2>{INTEGER})天",
            r"(?P<length>28|29|30|31)天(?![前后之以])",
            r"(?P<blank>多少)(?=[?。:]|$)",
            rf"(?P<which>{_WEEK}(?:几|多少))",
            rf"{_WEEK}(?P<weekday>[一二三四五六日天])(?![至到])",
            r"(?P<whichdate>(?:几|多少)月(?:份)?(?:的)?(?:几|多少)[日号]|(?:几|多少)月(?:几|多少))",
            r"(?P<whichday>(?:几|多少)[号日])",
            r"(?P<howmany>多少天)",
        )
    )
)


@dataclass
class _Context:
    year: tuple[str, int] = ("rel", 0)
    month: object = None  # 1-12, "x" (a month without a name), or either with +1, -1
    shift: int = 0


@dataclass
class _Read:
    facts: list[list[object]] = field(default_factory=list)
    asked: list[list[object]] = field(default_factory=list)
    dates: list[list[object]] = field(default_factory=list)
    used: list[int] = field(default_factory=list)  # which dates something is told or asked of


def read_dates(text: str) -> Recognition | None:
    """Calendars told by days of the week, and days or numbers of days asked for.

    Raises:
        StayOut: something is not understood.
    """
    # `一个月有 4 个星期一` speaks of some month, not of January.
    story = Story(
        patterns.sub(r"(?<![第每下上前后隔过这那])一个月(?=里|中|有|内|共|的第|,|，)", "某个月", wording.usual(text)).replace("元月", "1月")
    )
    story.rest = story.text = wording.without_years_between(story.rest)
    rest = wording.in_figures(story.rest)
    if not patterns.search(r"\d月|(?:这个?|本|该|当|上个?)月|[今昨明]天", rest):
        rest = patterns.sub("下个?月", "这个月", rest)  # only one month is spoken of
    story.rest = story.text = first_day_counts(without_confusion(rest))
    story.refuse(
        r"下一个(?=\d)|下一次|下次|上一个(?=\d)|每月逢|出生.{0,12}到|农历|阴历|正月|初[一二三四五六七八九十]|闰月|次方|幂|\^|岁|隔\d|每隔|每\d|每[二三四五六七八九]|第[三四五2-9]次|(?<!日期)之和是|年后.{0,6}年后|证明|为什么|页|轮到|值班|倒数第|最早|最晚|哪[年一]|调休(?!\))|"
        r"\?[^?]{0,12}(?:若(?!干)|如果|假如|假设|要是)"  # a case of the second question alone
    )
    story.rest = story.text = patterns.sub(
        rf"从({_WEEK}[一二三四五六日天])(?:这天)?(?:开始|起|算起)(?:数|算|往后数)?,?(?:数)?(?:到)?第(\d+)天",
        lambda match: f"今天是{match[1]},再过{int(match[2]) - 1}天",
        patterns.sub(r"(?:今天|今日)(?:是|为)?(?=(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}[日号])", "", story.rest),
    )
    story.rest = story.text = plain_days(story.rest)
    read = _Read()
    if story.take(
        rf"(?:其余|其他|别的|剩下的?)(?:的)?(?:{_WEEK}几|日子|几天|各天)?(?:都|均)?(?:只|各)?(?:有|出现)?(?:了)?(?:4|四)(?:次|个)"
    ):
        read.facts.append(["others", 4])
    _sums(story, read)
    _not_these(story, read)
    _not_that_day(story, read)
    read.facts += counted_in_year(story)
    if both := story.take(
        rf"{_WEEK}(?P<a>[一二三四五六日天])(?:和|、|与){_WEEK}(?P<b>[一二三四五六日天])(?:加起来|一?共|总共|合计)*(?:有|是)?(?P<n>\d{{1,2}})(?:天|个)"
    ):
        read.facts.append(
            [
                "count-sum",
                ["rel", 0],
                "x" if not patterns.search(r"\d月", story.text) else int(patterns.findall(r"(\d{1,2})月", story.text)[0]),
                [_day(both["a"]), _day(both["b"])],
                int(both["n"]),
            ]
        )
    if opening := story.take(
        rf"(?:这个?|本|该|某)月(?:的)?第一个工作日(?:\({_WEEK}一(?:至|到){_WEEK}五\))?(?:是|为|在)?(?P<day>[23])[日号]"
    ):
        read.facts.append(["weekday", [["rel", 0], "x", 0, int(opening["day"])], 0])
    counted = story.take(r"(?:并|且|,)*(?:把|将|从)?今天(?:算作|算|作为|是|起为|记作|起算为)第(?:1|一)天")
    if counted:
        story.rest = story.text = patterns.sub(r"(?:到|则|那么)?第(\d+)天", lambda match: f"再过{int(match[1]) - 1}天", story.rest)
    if two := story.take(
        r"(?:某|有)?(?:连续|相邻)(?:的)?(?:两|2)个?月(?:的)?(?:天数|日数)?(?:之和|总和|共|一共)(?:是|为|有)?(?P<sum>\d\d)天"
    ):
        read.facts.append(["two-months", ["rel", 0], "x", int(two["sum"])])
    nth = story.take(
        r"第(?P<n>\d{1,3})个(?:工作日|施工日|上班日|上学日|上课日|交易日)(?:是|为|在)?(?P<date>(?:几|多少)月(?:几|多少)[日号]|(?:星期|周)(?:几|多少))?"
    )
    working = story.take(
        rf"{_WEEK}一(?:至|到){_WEEK}五(?:[^\d,;。?]{{0,8}})|(?:[五5]天工作制|双休)|{_WEEK}[六末]、?和?(?:{_WEEK})?[日天]?(?:两天)?(?:休息(?!日)|不上班|放假|双休|停工|不施工)"
    )
    story.take_all(
        rf",?{_WEEK}[六末]、?和?(?:{_WEEK})?[日天]?(?:两天)?(?:休息(?!日)|不上班|放假|双休|停工|不施工)|实行[五5]天工作制|[五5]天工作制|双休"
    )
    story.take_all(
        r"\((?:不计|不考虑)(?:其他|其它|法定)?节?假日(?:和调休)?\)|(?:没有?|无|不考虑|不算|不计)(?:别的|其他|其它|任何)?(?:法定)?(?:节假日|假日|假期?|放假)(?:和调休)?"
    )
    convention = next(
        (
            name
            for pattern, name in ((wording.EXCLUSIVE, "none"), (wording.HALF, "half"), (wording.INCLUSIVE, "both"))
            if story.take(pattern)
        ),
        "",
    )
    _scan(story, read, bool(working))
    if nth:
        if not working or not nth["date"] or len(read.dates) != 1 or read.asked:
            stay_out("which working day")
        read.used.append(id(read.dates[0]))
        read.asked.append(["date" if "月" in nth["date"] else "weekday", ["working", read.dates[0], int(nth["n"])], True])
    if (
        (not read.asked or "这两个日期" in story.text)
        and len(read.dates) == 2
        and (asked := story.take(r"(?P<how>[^,;。?\d\ue000]{0,10}?)多少天"))
    ):
        read.used += [id(each) for each in read.dates]
        read.asked.append(_days_between(story.text, asked["how"], convention, read.dates))
    elif convention:
        stay_out("days between")
    story.finish(wording.WORDS)
    used = [each for each in read.dates if id(each) in read.used]
    if any(id(each) not in read.used and each not in used for each in read.dates):
        stay_out("a day of which nothing is told")
    if not read.asked:
        return None
    if patterns.search("多少|几", story.rest.removesuffix("多少")):
        stay_out("also asks")
    return Recognition(
        parameters={"task": "calendar", "facts": read.facts, "asked": read.asked},
        understood=(("已知", conditions(read.facts)), ("求", questions(read.asked))),
    )


def _not_these(story: Story, read: _Read) -> None:
    """`这个月的第一天和最后一天都不是星期五`, `1 号不是星期日`."""
    end = r"(?:第(?:一|1)天|首日|1[日号]|最后(?:一|1)天|月末|月底)"
    for found in story.take_all(
        rf"(?:且|但|而|,)*(?:这个?|该|本|当)?月?(?:的)?(?P<one>{end})(?:(?:和|、|与|及)(?P<other>{end}))?(?:都|均|也)*(?:不是|不为|并非){_WEEK}(?P<day>[一二三四五六日天])"
    ):
        for each in (found["one"], found["other"]):
            if each:
                which: object = "last" if patterns.search("最后|末|底", each) else 1
                read.facts.append(["not", [["rel", 0], "x", 0, which], _day(found["day"])])


def _not_that_day(story: Story, read: _Read) -> None:
    """`当年的元旦不是星期二`, `3 月 1 日不是星期六`."""
    for found in story.take_all(
        rf"(?:且|并且|但|而|,)*(?:已知)?(?:当年|该年|这一?年|今年|那一?年)?(?:的)?(?:(?P<holiday>{'|'.join(HOLIDAYS)})(?:节)?|(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]?\d)[日号])(?:那天|这天)?(?:不是|不为|并非){_WEEK}(?P<weekday>[一二三四五六日天])"
    ):
        month, day = HOLIDAYS[found["holiday"]] if found["holiday"] else (int(found["month"]), int(found["day"]))
        read.facts.append(["not", [["rel", 0], month, 0, day], _day(found["weekday"])])


def _whole_month(context: _Context) -> object:
    """The month that something is told of as a whole; not the one after or before a month."""
    return (context.month or "x") if not context.shift else stay_out("the month after which")


def _days_between(text: str, how: str, convention: str, dates: list[list[object]]) -> list[object]:
    if not convention:
        if patterns.search("中间(?:有|夹)", text):
            convention = "none"
        elif patterns.search("相差|间隔|相隔|相距|距|还有|过了|经过|差|隔|还剩", text):
            convention = "half"
        elif patterns.search("从.{3,12}(?:开|放|举行|持续|进行|展出|营业|上课|培训|出差|施工).{0,2}[到至]", text) and patterns.search(
            "共", text
        ):
            convention = "both"
        else:
            stay_out("are both days counted?")
    return ["between", *dates, {"half": 0, "both": 1, "none": -1}[convention]]


def _sums(story: Story, read: _Read) -> None:
    """`四个周日的日期之和是 62`."""
    story.rest = story.text = patterns.sub(
        rf"有([四五45])个({_WEEK}[一二三四五六日天]),?(?:且|并且|已知|而)*(?:它们|这[四五几45]?(?:天|个日期|个{_WEEK}[一二三四五六日天])|这些日期)的?(?=(?:日期|号数|日期数)?(?:数)?(?:的)?(?:之和|总和|和))",
        r"的\1个\2的",
        story.rest,
    )
    if found := story.take(
        rf"(?:这)?(?:(?P<run>[三3])个(?:相邻|连续)的|(?P<n>[四五45])个|所有|全部)?{_WEEK}(?P<day>[一二三四五六日天])(?:的)?(?:日期|号数|日期数)?(?:数)?(?:的)?(?:之和|总和|加起来|相加|加在一起|的和)(?:,?(?:的)?和)?(?:正好|恰好)?(?:是|为|等于|得)*(?P<sum>\d{{2,3}})"
    ):
        months = set(patterns.findall(r"(\d{1,2})月", story.text))
        month: object = int(next(iter(months))) if len(months) == 1 else "x" if not months else stay_out("of which month")
        if found["n"]:
            read.facts.append(["count", ["rel", 0], month, _day(found["day"]), to_int(found["n"])])
        read.facts.append(["run-sum" if found["run"] else "sum", ["rel", 0], month, _day(found["day"]), int(found["sum"])])


def _day(text: str) -> int:
    return 6 if text == "天" else _DAYS.index(text)


def _scan(story: Story, read: _Read, working: bool) -> None:
    """Go through the words of the calendar in order."""
    context = _Context()
    first_year: int | None = None
    pending: list[object] | None = None  # the day just named
    end = 0
    text = story.rest
    told_last: list[object] | None = None
    year_only = False  # the last thing named is a whole year
    for match in _TOKENS.finditer(text):
        kind = match.lastgroup or ""
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        gap = text[end : match.start()]
        near = not patterns.search(r"[,;。?!\n]", gap) and len(gap) <= 14
        if not near and not patterns.fullmatch(r"[,。]?(?:那天|这天|那一天|这一天|正好|刚好|恰好|它|是|为|那么|则|,)*", gap):
            if pending is not None and groups.keys() & {"which", "blank"}:
                stay_out("which day")
            pending = None
        if groups.keys() & {"thismonth", "unnamed"} and patterns.search(r"[,;。?!]", gap):
            pending = None  # another day of the month, not what the last one is
        end = match.end()
        if "year" in groups:
            year = int(groups["year"])
            first_year = first_year or year
            context = _Context(("abs", year))
            year_only = True
        elif "next" in groups or "last" in groups or "later" in groups:
            step = 1 if "next" in groups else -1 if "last" in groups else int(groups["later"])
            context = _Context((context.year[0], context.year[1] + step))
            year_only = True
            if "同一天" in match[0] and told_last:
                pending = [list(context.year), *told_last[1:]]
        elif "same" in groups:
            if groups["same"] in ("某年", "有一年", "有年") and (first_year or told_last):
                stay_out("another year")
            context = _Context(context.year if groups["same"] not in ("今年",) or first_year else ("rel", 0), context.month)
            year_only = True
        elif "sameday" in groups:
            if told_last is None:
                stay_out("the same day as which?")
            pending = [list(context.year), *told_last[1:]]
        elif "holiday" in groups:
            month, day = HOLIDAYS[groups["holiday"]]
            if pending is not None and len(pending) == 4 and pending[1] == month and pending[3] == day:
                read.used.append(id(pending))
            context.month, context.shift = month, 0
            pending = [list(context.year), month, 0, day]
            read.dates.append(pending)
            year_only = False
        elif "month" in groups:
            context.month, context.shift = int(groups["month"]), 0
            year_only = False
        elif "unnamed" in groups or ("thismonth" in groups and context.month is None):
            context.month, context.shift = "x", 0
            year_only = False
        elif "thismonth" in groups:
            context.shift = 0
            year_only = False
        elif "nextmonth" in groups or "lastmonth" in groups:
            context.month = "x" if context.month is None else context.month
            context.shift = 1 if "nextmonth" in groups else -1
            year_only = False
        elif "day" in groups or "ends" in groups or "nthday" in groups:
            if year_only and "ends" in groups:
                context.month, context.shift = (1 if patterns.search("第一|首", groups["ends"]) else 12), 0
            if context.month is None:
                context.month = "x"
            what: object
            if "day" in groups:
                what = int(groups["day"])
            elif "ends" in groups:
                what = 1 if patterns.search("第一|首", groups["ends"]) else "last"
            else:
                if groups["nthday"] == "末":
                    stay_out("weekends")
                what = ["nth", _ORDER[groups["nth"]] if "nth" in groups else 1 if "firstone" in groups else -1, _day(groups["nthday"])]
            date: list[object] = [list(context.year), context.month, context.shift, what]
            if pending is not None and len(pending) < 4:
                stay_out("which day")
            if pending is not None and pending[3] == what and pending[1] == context.month:
                read.used.append(id(pending))  # `国庆节（10 月 1 日）`
            elif pending is not None and near and isinstance(pending[3], list) and isinstance(what, int):
                read.facts.append(["same", pending, date])  # `最后一个星期五是 25 号`
                read.used += [id(pending), id(date)]
            elif pending is not None and near and isinstance(what, list) and isinstance(pending[3], int):
                read.facts.append(["same", pending, date])
                read.used += [id(pending), id(date)]
            else:
                read.dates.append(date)
            pending = date
            year_only = False
        elif "weekday" in groups:
            if pending is None:
                stay_out("which day is it")
            read.facts.append(["weekday", pending, _day(groups["weekday"])])
            read.used.append(id(pending))
            if (
                patterns.search("都|均", gap)
                and len(read.dates) > 1
                and read.dates[-1] is pending
                and patterns.search("[和与、]", text[max(0, match.start() - 14) : match.start()])
            ):
                read.facts.append(["weekday", read.dates[-2], _day(groups["weekday"])])
                read.used.append(id(read.dates[-2]))
            told_last = pending
            pending = None
        elif "monthdays" in groups:
            read.asked.append(["month-days", list(context.year), _whole_month(context)])
        elif "which" in groups or "blank" in groups:
            if pending is None and "which" in groups and read.asked and read.asked[-1][0] == "date" and len(gap) < 3:
                pending = read.asked[-1][1]  # type: ignore[assignment]
            if pending is None or ("blank" in groups and (not near or pending[0] == "after" or not read.facts)):
                stay_out("which day is asked")
            read.asked.append(["weekday", pending])
            read.used.append(id(pending))
            pending = None
        elif "whichdate" in groups or "whichday" in groups:
            if pending is None or (pending[0] != "after" and not isinstance(pending[-1], list)):
                stay_out("which date")
            read.asked.append(["date", pending, "whichdate" in groups])
            read.used.append(id(pending))
            pending = None
        elif "relative" in groups:
            if pending is not None and near:
                stay_out("which day of which day")
            pending = ["today", RELATIVE[groups["relative"]]]
        elif kind in ("after", "after2", "after3", "before", "before2", "weeks") or groups.keys() & {
            "after",
            "after2",
            "after3",
            "before",
            "before2",
        }:
            value = next(groups[name] for name in ("after", "after2", "after3", "before", "before2") if name in groups)
            days = to_int(value) * (7 if "weeks" in groups or "after3" in groups else 1)
            if groups.keys() & {"before", "before2"}:
                days = -days
            if "after" in groups and "weeks" not in groups and not match[0].rstrip("之以后").endswith("天"):
                stay_out("after what")
            if told_last is not None and pending is None and told_last[0] == "after" and str(told_last[1]).startswith("['today'"):
                # `5 天前是星期六，3 天后` counts from today both times; `再过` might count from the other day.
                if patterns.match("再|又", match[0]):
                    stay_out("after which day")
                told_last = ["today", 0]
            base = pending or told_last or (read.dates[-1] if read.dates else None) or ["today", 0]
            if pending is None and base[0] == "today":
                base = ["today", 0]
            read.used.append(id(base))
            pending = ["after", base, days]
        elif "more" in groups:
            read.facts.append(["more", list(context.year), _whole_month(context), _day(groups["more"]), _day(groups["less"])])
        elif groups.keys() & {"count", "count2"}:
            value = groups.get("count") or groups["count2"]
            which = (
                [_day(groups.get("counted") or groups["counted2"])]
                if groups.keys() & {"counted", "counted2"}
                else [5, 6]
                if "weekend" in groups
                else [0, 1, 2, 3, 4]
            )
            clause = patterns.split(r"[,;。?!]", text[: match.start()])[-1]
            clause = patterns.sub(r"(?:这|那|某|同|当|该)?一?年(?:的|里)?(?=\d{1,2}月)", "", clause)  # `这一年的 9 月`
            whole = year_only or bool(patterns.search("全年|一年|年里|年共|年有|年一共", clause))
            if (
                not whole
                and context.month == 12
                and not patterns.search("月", clause)
                and any(each[3] == 31 for each in read.dates if len(each) > 3)
            ):
                whole = True
            where: object = None if whole else _whole_month(context)
            if value in ("多少", "几"):
                read.asked.append(["count", list(context.year), where, which])
            else:
                if len(which) == 5 or (len(which) == 2 and where is None):
                    stay_out("counted")
                counted = which[0] if len(which) == 1 else which
                read.facts.append(["count-sum" if len(which) > 1 else "count", list(context.year), where, counted, to_int(value)])
        elif "length" in groups or "big" in groups or "small" in groups:
            if "length" in groups and patterns.search("[过后前再差]", gap[-2:]):
                stay_out("days")
            read.facts.append(
                ["length", list(context.year), _whole_month(context), int(groups.get("length") or (31 if "big" in groups else 30))]
            )
            if context.month is None:
                context.month = "x"
        elif "leap" in groups or "common" in groups:
            read.facts.append(["leap", list(context.year), "leap" in groups])
            year_only = True
        elif "howmany" in groups:
            clause = patterns.split(r"[;。?!]", text[: match.start()])[-1]
            if not working or len(read.dates) > 1:
                continue
            if not patterns.search("上班|工作|打卡|上学|[上出]勤|训练|练|去|跑|上", clause + text[match.end() : match.end() + 3]):
                stay_out("days of what")
            read.asked.append(["count", list(context.year), _whole_month(context), [0, 1, 2, 3, 4]])
        story.rest = story.rest[: match.start()] + "\ue000" * len(match[0]) + story.rest[match.end() :]
