"""Reading what is done on certain days of every week: how often in some months, and from that how often in another or which day another is."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._calendar_date.told import conditions, questions
from engine.generators.civil._calendar_date.wording import HOLIDAYS
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_DAY = r"[一二三四五六日天]"
_TIMES = r"(?:次|天|班|趟|回|节|场)"
_FEAST = "|".join(HOLIDAYS)


def _number(day: str) -> int:
    return 6 if day == "天" else _DAYS.index(day)


def _span(first: str, last: str) -> list[int]:
    one, other = _number(first), _number(last)
    return list(range(one, other + 1)) if one <= other else stay_out("which days")


def _days(story: Story) -> list[int] | None:
    """The days of the week on which it is done; the others, where told too, are taken."""
    rest = story.take(rf"(?:,|而)*(?:每?{_WEEK})(?P<a>{_DAY})(?:到|至|~|-)(?:{_WEEK})?(?P<b>{_DAY})(?:都)?(?:休息|不去|不上班|停(?:运|航))")
    if span := story.take(rf"每?(?:{_WEEK})(?:的)?(?:从)?(?P<a>{_DAY})(?:到|至|~|-)(?:{_WEEK})?(?P<b>{_DAY})(?:都|要|均)*"):
        days = _span(span["a"], span["b"])
    elif listed := story.take(rf"每(?:个)?(?:{_WEEK})(?:的)?(?:{_WEEK})?(?P<list>{_DAY}(?:[、和,]?(?:{_WEEK})?{_DAY})+)(?:都|要|均)*"):
        found = patterns.findall(_DAY, listed["list"])
        days = [_number(each) for each in found]
        if len(set(days)) != len(days):
            stay_out("a day twice")
    else:
        return None
    if rest and sorted([*days, *_span(rest["a"], rest["b"])]) != list(range(7)):
        stay_out("the other days")
    return days


def counted_in_year(story: Story) -> list[list[object]]:
    """`一年有 53 个星期五和星期六`, `全年 366 天`: which days a year has 53 times, whether it is a leap year; taken."""
    facts: list[list[object]] = []
    if whole_year := story.take(r"全年(?:共|有|是|为)*(?P<days>36[56])天|(?:一|这|今)年(?:共|有|是|为)+(?P<days2>36[56])天"):
        facts.append(["leap", ["rel", 0], (whole_year["days"] or whole_year["days2"]) == "366"])
    for many in story.take_all(
        rf"(?:一|这|某|今|该)?年(?:里|中)?(?:一?共|总共|恰好|正好)*有53个{_WEEK}(?P<a>{_DAY})(?:(?:和|、|与|也有)(?:53个)?{_WEEK}(?P<b>{_DAY}))?(?=[,;。])"
    ):
        facts += [["count", ["rel", 0], None, _number(day), 53] for day in (many["a"], many["b"]) if day]
    return facts


def read_habit(text: str) -> Recognition | None:
    """Something done on certain days of every week of some year.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has(rf"每(?:个)?{_WEEK}|{_WEEK}{_DAY}(?:到|至|、)"):
        return None
    story.refuse(r"隔|除|工作日|节假日|调休|放假|请假|至少|至多|最多|最少|平均|(?<!当)年后|明年|次年|第二年|生病|加班|概率|改")
    days = _days(story)
    if days is None:
        return None
    year: list[object] = ["rel", 0]
    if named := story.take(r"(?P<year>(?:19|20)\d\d)年(?:的)?"):
        year = ["abs", int(named["year"])]
    gap = r"(?P<gap>[^,;。?\d]{0,8}?)"
    facts: list[list[object]] = []
    if story.take(
        rf"(?:已知)?(?:某年|当年|这一?年|一年|今年)?(?:的)?(?:他|她|小[\u4e00-\u9fff])?每个?季度{gap}(?:的)?(?:天数|次数)(?:都|均)?(?:相同|一样多?|相等)"
    ):
        facts.append(["quarters-alike", year, days])
    for apart in story.take_all(
        rf"(?P<a>\d{{1,2}})月(?:份)?{gap}(?:的)?(?:次数|天数)?比(?P<b>\d{{1,2}})月(?:份)?{gap.replace('gap', 'gap2')}(?P<way>多|少)(?:了)?(?P<n>\d+){_TIMES}"
    ):
        facts.append(["months-apart", year, int(apart["a"]), int(apart["b"]), days, int(apart["n"]) * (1 if apart["way"] == "多" else -1)])
    for told in story.take_all(
        rf"(?:已知)?(?:某年|当年|这一?年|今年)?(?:的)?(?P<month>\d{{1,2}})月(?:份)?{gap}(?:了|共|一共|有|为|是)*(?P<n>\d+){_TIMES}(?=[,;。])"
    ):
        facts.append(["count-sum", year, int(told["month"]), days, int(told["n"])])
    for told in story.take_all(
        rf"(?:已知)?(?:某年|当年|这一?年|今年)?(?:的)?(?P<month>\d{{1,2}})月(?:的)?(?:(?P<day>\d{{1,2}})[日号]|(?P<last>最后(?:一|1)天)|(?P<first>第(?:一|1)天))(?:是|为)(?:{_WEEK})(?P<week>{_DAY})"
    ):
        what: object = int(told["day"]) if told["day"] else "last" if told["last"] else 1
        facts.append(["weekday", [year, int(told["month"]), 0, what], _number(told["week"])])
    if leap := story.take(r"(?:且|已知|,)*(?:这一?年|当年|该年)?(?:是|为)(?P<not>平年)?(?:闰年)?(?=[,;。])"):
        facts.append(["leap", year, leap["not"] is None])
    asked: list[list[object]] = []
    if count := story.take(
        rf"(?:那么|则|问|,)*(?:当年|这一?年|同年|该年)?(?:的)?(?P<month>\d{{1,2}})月(?:份)?{gap}(?:一?共|要|会|了)*多少(?P<unit>{_TIMES})"
    ):
        asked.append(["count", year, int(count["month"]), days])
    elif end := story.take(
        rf"(?:那么|则|问|,)*(?:当年|这一?年|该年|全年)(?:的|里)?(?P<gap>[^,;。?\d]{{0,14}}?)(?P<end>最后(?:一|1)(?:次|班|趟|天)|第(?:一|1)(?:次|班|趟|天)){gap.replace('gap', 'gap2')}(?:是|在)*(?:{_WEEK})(?:几|多少)(?P<gap3>[\u4e00-\u9fff]{{0,4}})"
    ):
        asked.append(["end-in", year, None, days, "last" if end["end"].startswith("最后") else "first"])
    elif day := story.take(
        rf"(?:那么|则|问|,)*(?:当年|这一?年|该年|那一?年)?(?:的)?(?:(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]|(?P<feast>{_FEAST})(?:节)?)(?:这天|那天|当天)?(?:是|在|为)*(?:{_WEEK})(?:几|多少)"
    ):
        month, number = HOLIDAYS[day["feast"]] if day["feast"] else (int(day["month"]), int(day["day"]))
        asked.append(["weekday", [year, month, 0, number]])
    if len(asked) != 1 or not facts:
        return None
    if any(fact[0] == "weekday" for fact in facts) and asked[0][0] == "weekday":
        return None  # what is done on which days then says nothing
    pass_over_background(story)
    story.finish(
        "各开 开 开出 列车 班车 火车 夜跑 打球 锻炼 健身房 健身 去 跑步 次 天 班 航班 游泳 上课 发 各发 一班 他 她 某年 当年 年 从 到 出发 已知 从A市到B市 A市 B市 培训 图书馆 练琴 每 的"
    )
    return Recognition(
        parameters={"task": "calendar", "facts": facts, "asked": asked, **({"unit": count["unit"]} if count else {})},
        understood=(
            ("每周", "、".join(f"星期{_DAYS[day]}" for day in days)),
            ("已知", conditions(facts)),
            ("求", questions(asked)),
        ),
    )
