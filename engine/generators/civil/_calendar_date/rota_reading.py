"""Reading who is on duty when people take turns, and days of work and rest that follow each other."""

from __future__ import annotations

import re
from datetime import date, timedelta

from engine.generators import patterns
from engine.generators.civil._calendar_date.simulator import length_of
from engine.generators.civil._calendar_date.told import conditions
from engine.generators.civil._calendar_date.wording import WORDS
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Parameters, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_NAME = r"(?:[甲乙丙丁戊己]|小[\u4e00-\u9fff](?![组时区])|老[\u4e00-\u9fff]|[A-F])"
_DUTY = r"(?:值班|值夜班|值日|上班|轮班|轮值|当班|打扫(?:卫生)?|做饭|洗碗|浇花|值勤|巡逻|工作)"
_LEFT = re.compile(
    r"\d|多少|几|[除另改休停半倍倒换替]|不|提前|推迟|例外|中途|请假|生病|节|假|[二两三四五六七八九十]+(?:天|人|名|次)|或|至少|最多|隔"
)


def read_rota(text: str) -> Recognition | None:
    """People on duty one after the other, each so many days, on every day or on working days: how many days somebody is on duty in a month,
    or who is on a day.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("轮|依次|循环|顺序"):
        return None
    order = _order(story)
    if order is None:
        return None
    names, lengths = order
    working = bool(
        story.take_all(
            rf"(?:规定|实行)?(?:从)?{_WEEK}一(?:至|到|~|-){_WEEK}五(?:每天)?(?:(?:安排|有|由)?(?:一|1)(?:个|名|位)?人?(?:{_DUTY})?)?|(?:,|且)?(?:双休日|周末|{_WEEK}六、?和?(?:{_WEEK})?[日天])(?:都)?(?:不(?:用|需|安排)?{_DUTY}?(?:人)?|休息|放假)|(?:只在)?(?:工作日|平日)(?:安排|有人)?{_DUTY}?"
        )
    )
    story.take_all(
        rf"(?:每天|每日|一天)(?:都)?(?:安排|有|由|只|需)*(?:一|1)(?:个|名|位)?人?(?:{_DUTY})?|(?:三|四|五|两|二|3|4|5|2)(?:个|名|位)?(?:人|员工|护士|医生|同学|值班员|保安|民警|工人|职工|室友)(?:按(?:照)?)?(?:此|这个|这一|上述)?(?:顺序)?|按(?:照)?(?:此|这个|这一|上述|以上)?(?:的)?(?:先后)?(?:顺序|次序)|(?:依次)?(?:轮流|循环)(?:{_DUTY})?|(?:再|又)?从{_NAME}(?:重新)?开始(?:循环)?|依次|如此(?:反复|循环)"
    )
    start = story.take(
        rf"(?:(?P<year>\d{{4}})年的?|(?:某|今|这一)年的?)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号](?:\(?(?:是|为|正好是)?{_WEEK}(?P<week>[一二三四五六日天])\)?)?(?:,)?(?:这天|当天|那天)?(?:由|从|是|轮到|正好|恰好)*(?P<who>{_NAME})(?:开始)?(?:第一个)?(?:{_DUTY})?(?:\(第一天\))?(?:开始)?"
    )
    start = start or story.take(
        rf"(?P<who>{_NAME})(?:先|首先)?从?(?:(?P<year>\d{{4}})年的?)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号](?:\(?(?:是|为)?{_WEEK}(?P<week>[一二三四五六日天])\)?)?(?:起|开始)(?:第一个)?(?:{_DUTY})?"
    )
    if start is None or start["who"] not in names:
        return None
    asks: list[tuple[int, list[object]]] = []
    for match in story.take_all(
        rf"(?:那么|则|到)*(?:这个?|当|该|(?P<month>\d{{1,2}}))月(?:份)?(?:里|中)?(?:\(?(?:共|有)*(?P<size>28|29|30|31)天\)?)?(?P<who>{_NAME})(?:一?共|总共|要|会|需要)*{_DUTY}(?:了)?多少(?:天|次)"
    ):
        asks.append((match.start(), ["days", int(match["month"] or start["month"]), match["who"]]))
    for match in story.take_all(
        rf"(?:那么|则)*(?:(?:同|这|当)年的?)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号](?:这天|当天)?(?:是|由|轮到|应该?|该)*(?:谁|哪(?:一)?(?:位|个|人))(?:来)?(?:{_DUTY})?"
    ):
        asks.append((match.start(), ["who", int(match["month"]), int(match["day"])]))
    if not asks or len({str(ask) for _, ask in asks}) != len(asks):
        return None
    if found := _LEFT.search(patterns.sub(r"[\ue000,;。?!:\s]+|多少$", " ", story.rest).strip()):
        stay_out(f"rota: {found[0]}")
    year = int(start["year"] or 0)
    week = -1 if not start["week"] else 6 if start["week"] == "天" else _DAYS.index(start["week"])
    if working and not year and week < 0:
        stay_out("which day of the week")
    told = "、".join(f"{name} {length} 天" for name, length in zip(names, lengths, strict=True))
    return Recognition(
        parameters={
            "task": "rota",
            "names": names,
            "lengths": lengths,
            "working": working,
            "start": [year, int(start["month"]), int(start["day"]), week],
            "first": names.index(start["who"]),
            "asked": [ask for _, ask in sorted(asks, key=lambda each: each[0])],
        },
        understood=(
            ("轮流", told + ("，只在工作日" if working else "")),
            ("开始", f"{start['month']} 月 {start['day']} 日轮到{start['who']}"),
            (
                "求",
                "；".join(
                    f"{ask[1]} 月{ask[2]}的天数" if ask[0] == "days" else f"{ask[1]} 月 {ask[2]} 日是谁"
                    for _, ask in sorted(asks, key=lambda each: each[0])
                ),
            ),
        ),
    )


def _order(story: Story) -> tuple[list[str], list[int]] | None:
    """The names in turn and for how many days each."""
    chain = story.take(
        rf"(?P<list>{_NAME}(?:值班?)?{INTEGER}天(?:\s*(?:→|->|-|—|、|,|再)\s*{_NAME}(?:值班?)?{INTEGER}天)+)(?:\s*(?:→|->|,))?"
    )
    if chain:
        parts = patterns.findall(rf"({_NAME})(?:值班?)?({INTEGER})天", chain["list"])
        names, lengths = [name for name, _ in parts], [to_int(length) for _, length in parts]
    elif listed := story.take(rf"(?P<list>{_NAME}(?:[、,和]?{_NAME})+)(?=[^,;。]{{0,16}}(?:轮|依次|循环|顺序))"):
        names = patterns.findall(_NAME, listed["list"])
        lengths = [1] * len(names)
        if each := story.take(rf"(?:每人|各)(?:连续)?(?:{_DUTY}|值)?(?P<n>{INTEGER})天"):
            lengths = [to_int(each["n"])] * len(names)
    else:
        return None
    return (names, lengths) if len(set(names)) == len(names) >= 2 and min(lengths) >= 1 else None


def duty(parameters: Parameters) -> list[tuple[date, str]]:
    """Every day from the first on and who is on duty, for two years; the year is one that has the weekday told.

    Raises:
        StayOut: no such year.
    """
    names, lengths = [str(name) for name in parameters["names"]], list(parameters["lengths"])
    year, month, day, week = parameters["start"]
    years = [year] if year else [each for each in range(2001, 2041) if week < 0 or date(each, month, day).weekday() == week]
    if not years or (week >= 0 and date(years[0], month, day).weekday() != week):
        stay_out("no such day")
    turn = [name for name, length in zip(names, lengths, strict=True) for _ in range(length)]
    place = turn.index(names[parameters["first"]])
    found: list[tuple[date, str]] = []
    now = date(years[0], month, day)
    while len(found) < 800:
        if not parameters["working"] or now.weekday() < 5:
            found.append((now, turn[place % len(turn)]))
            place += 1
        now += timedelta(days=1)
    return found


def month_has_all(parameters: Parameters, month: int) -> bool:
    """Whether a month lies wholly after the first day, and has one length whatever the year."""
    year, first_month, day, _ = parameters["start"]
    if month == first_month:
        return bool(day == 1 and (month != 2 or year))
    return bool(month > first_month and (year or not first_month <= 2 < month + 1)) and length_of(2023, month) > 0


def read_shifts(text: str) -> Recognition | None:
    """So many days of work, so many of rest, and so on from a weekday: whether the n-th day is one of work, and which weekday it is.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    turn = story.take(
        rf"(?:每)?(?:连续)?(?:工作|上班|上)(?P<on>{INTEGER})天(?:班)?(?:后|就|要|、|,)*(?:连续)?(?:休息|休|放假)(?P<off>{INTEGER})天"
    )
    begin = story.take(
        rf"(?:如果|若|已知|假设)?(?:他|她|小[\u4e00-\u9fff])?(?:从)?(?:某个?|这个?)?{_WEEK}(?P<day>[一二三四五六日天])(?:这天)?(?:起|开始)?(?:第一天|开始)?(?:上班|工作)(?:算起|开始|起)?(?:\(?(?:算作?|为|是)第(?:一|1)天\)?)?"
    )
    asked = story.take(
        rf"(?:那么|则|到)*第(?P<n>\d+)天(?:时|,)?(?:他|她|是|在|应该?|该|会)*(?P<what>(?:上班|工作)还是休息|休息还是(?:上班|工作))?(?P<also>[,?;、]?(?:且|并且|这天|那天|是|又是|为)*{_WEEK}(?:几|多少))?"
    )
    if not (turn and begin and asked) or not (asked["what"] or asked["also"]):
        return None
    if found := _LEFT.search(patterns.sub(r"[\ue000,;。?!:\s]+|多少$", " ", story.rest).strip()):
        stay_out(f"shifts: {found[0]}")
    day = 6 if begin["day"] == "天" else _DAYS.index(begin["day"])
    asks = [name for name, told in (("state", asked["what"]), ("weekday", asked["also"])) if told]
    return Recognition(
        parameters={
            "task": "shifts",
            "on": to_int(turn["on"]),
            "off": to_int(turn["off"]),
            "day": day,
            "n": int(asked["n"]),
            "asked": asks,
        },
        understood=(
            ("工作", f"连续 {to_int(turn['on'])} 天，休息 {to_int(turn['off'])} 天"),
            ("第一天", f"星期{_DAYS[day]}"),
            ("求", f"第 {asked['n']} 天"),
        ),
    )


def read_possible_day(text: str) -> Recognition | None:
    """`某年 8 月有 22 个工作日，8 月 1 日可能是……`: which days of the week a day may be.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    told = story.take(
        r"(?:某年的?|有一年|某|(?P<year>\d{4})年的?)?(?:平年的?)?(?P<month>\d{1,2})月(?:份)?(?:一?共|总共|恰好|正好)?有(?P<n>2[0-3])个工作日"
    )
    asked = story.take(
        rf"(?:那么|则|,)*(?:当年|该年|这一?年|那年|这年)?(?:的)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号](?:这天|那天)?(?:有)?可能(?:是|为)?(?:{_WEEK}(?:几|多少)|多少)?"
    )
    if told is None or asked is None or told["month"] != asked["month"]:
        return None
    story.take_all(
        r"(?:根据|按照|依据)[^,;。?\d]{0,12}(?:通知|规定|安排|办法)|(?:每周)?(?:周一至周五|周一到周五)(?:为|是)?(?:工作日)?|\(?(?:不考虑|不计)(?:其他|法定)?节?假日\)?"
    )
    story.finish(WORDS + " 部分 节假日 安排")
    year: list[object] = ["abs", int(told["year"])] if told["year"] else ["rel", 0]
    day: list[object] = [year, int(asked["month"]), 0, int(asked["day"])]
    facts: list[list[object]] = [["working", year, int(told["month"]), int(told["n"])]]
    return Recognition(
        parameters={"task": "possible-days", "facts": facts, "day": day},
        understood=(("已知", conditions(facts)), ("求", f"{asked['month']} 月 {asked['day']} 日可能是星期几")),
    )
