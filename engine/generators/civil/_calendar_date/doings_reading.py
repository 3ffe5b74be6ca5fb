"""Whoever does whatever on days that come round: by weekdays, by turns, so many days on and so many off; found day by day.

Who does it and what it is are words of the text's own. What binds is closed: dates, days of the week, turns, so many days, times, what is asked.
A day is looked for in every year that fits what is told; where these differ nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from engine.generators import patterns
from engine.generators.civil._calendar_date.simulator import length_of, name
from engine.generators.civil._problems.reduced import opened
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_int

_Value = TypeVar("_Value")
_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_DATE = r"(?:(?P<year>(?:19|20|21)\d\d)年(?:的)?)?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]?\d)[日号]"
_N = r"(?:\d{1,3}|[两一二三四五六七八九十]{1,3})"
_ON = rf"{_WEEK}[一二三四五六日天](?:(?:[、和与至到]){_WEEK}?[一二三四五六日天])*"
_SPARE = (
    r"[A-D](?:[男女员]|职工|员工)?(?=[和与恰轮都两值在])|如果|假如(?=·)|若?不考虑(?:节假日|调休|其他因素|节日)*(?:和调休)?|(?:该|这个?)?月?没有?其他节(?:假)?日|节假日无休|不遇节假日|若?(?:两人|大家|都)*不请假|依此类推|以此类推|其中|已知|现已知|首日|从(?:这一?天|那一?天)(?:起|算起|开始)|"
    r"每天(?:都|晚上|早上|白天|上午|下午)*|这一?天|那一?天|当天|恰好|正好|分别|各|有一?天|一[名位个张次样]|某(?:单位|公司|学校|企业|部门|工厂|医院|政府机关|地|校|所|店)|为了?|规定|其|才|下列(?:四天)?中?的?(?:哪一?天)?|以下|可能"
)
_FUNCTION = "两三人的了是在给同时一起都去来做又被安排到与和他她它这那日子天会于上赶逢遇该本"
_MATTERS = patterns.compiled(
    r"[\dA-Za-z%]|[两二三四五六七八九十百千]|[不没未无非除仅只另再又前后先早晚提延迟隔间倍若假如最至改换调停多少几平闰末初底旬]|一(?!起|直|般|定|些)|星期|周|礼拜|生日|第"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Every `period`th day of those that count, `anchor` being one of them."""

    counts: frozenset[int]
    period: int
    anchor: date

    def has(self, day: date) -> bool:
        """Whether it is the turn on a day from the anchor on."""
        if day.weekday() not in self.counts or self.anchor.weekday() not in self.counts:
            return False
        weeks, rest = divmod((day - self.anchor).days, 7)
        passed = weeks * len(self.counts) + sum((self.anchor + timedelta(days=each)).weekday() in self.counts for each in range(rest))
        return passed % self.period == 0


class _Text:
    """What is left of a text from which is taken what is understood."""

    def __init__(self, text: str) -> None:
        self.text = self.left = text

    def take(self, pattern: str) -> dict[str, str | None] | None:
        """The first place of the pattern, taken."""
        found = patterns.search(pattern, self.left)
        if found is None:
            return None
        self.left = f"{self.left[: found.start()]}·{self.left[found.end() :]}"
        return {**found.groupdict(), "": found[0]}

    def finish(self) -> None:
        """Raises StayOut where something that matters is left."""
        left = patterns.sub(_SPARE, "·", self.left)
        if found := _MATTERS.search(left):
            stay_out(f"{found[0]} in {left[max(0, found.start() - 8) : found.end() + 8]}")


def weekdays_of(said: str) -> frozenset[int]:
    """`周一至周五`, `周一、三`, `周六和周日`."""
    days = [
        6 if each == "天" else _DAYS.index(each)
        for each in patterns.findall("[一二三四五六日天]", patterns.sub("星期|礼拜", "周", said).replace("周日", "周天").replace("周", ""))
    ]
    if patterns.search("[至到]", said):
        if len(days) != 2 or days[0] > days[1]:
            stay_out("from which day to which")
        return frozenset(range(days[0], days[1] + 1))
    return frozenset(days)


def _no_strangers(said: str, before: str) -> None:
    """Whoever and whatever a question speaks of was spoken of before.

    Raises:
        StayOut: it was not.
    """
    for word in patterns.findall(r"[\u4e00-\u9fff]+", patterns.sub(_SPARE, "·", said)):
        place = 0
        while place < len(word):
            length = next((each for each in range(min(5, len(word) - place), 1, -1) if word[place : place + each] in before), 0)
            if not length and word[place] not in _FUNCTION and word[place] not in before:
                stay_out(f"who or what is {word}")
            if not length and len(word) - place > 1 and word[place] not in _FUNCTION and word[place + 1] not in _FUNCTION:
                stay_out(f"who or what is {word}")
            place += max(length, 1)


def years_for(year: str | None) -> Iterator[int]:
    """The year told, or all sorts of years."""
    return iter((int(year),) if year else range(2001, 2029))


def read_doings(text: str) -> Recognition | None:
    """Days on which somebody does something, and when or how often they come.

    Raises:
        StayOut: something is not understood.
    """
    plain = patterns.sub(r"\s+", "", opened(text)).replace("礼拜", "星期").replace("周末", "周六、周日").replace("哪1天", "哪一天")
    plain = patterns.sub(r"做五休二(?:工作制)?,?", "", plain)
    plain = patterns.sub(r"\((星期[^()]{1,3}|周[^()]{1,3})\)", r"是\1", plain)
    if patterns.search("农历|阴历|闰月|岁|年龄|元旦|国庆|节那天|小时|点钟|次年|[明来去翌下上前后]年|[明来]年|[昨明]天|出生", plain):
        stay_out("other days")
    objections = []
    for reader in (_from_a_date, _together_again, _counted, _from_a_count, _nth_time):
        try:
            return reader(plain)
        except StayOut as objection:
            objections.append(str(objection))
    stay_out(" / ".join(objections))


def _recognition(answer: str, also: tuple[str, ...], known: str, steps: str, fits: str = "") -> Recognition:
    return Recognition(
        parameters={"task": "doings", "answer": answer, "also": list(also), "steps": steps, "fits": fits},
        understood=(("已知", known), ("求", steps.rsplit("，", 1)[-1])),
    )


def _only(values: set[_Value | None]) -> _Value:
    found = values.pop() if len(values) == 1 else None
    return found if found is not None else stay_out(f"different calendars: {len(values)}")


def _together_again(plain: str) -> Recognition | None:
    """`N 人轮流……，下一次……是哪天`: the next day that is in every turn, and on a day of the week if one is told."""
    text = _Text(plain)
    anchor = text.take(rf"{_DATE}(?:是|为|,)?(?:(?P<weekday>{_WEEK}[一二三四五六日天]))?") or stay_out("since when")
    asked = text.take(
        rf"(?:(?:(?:{anchor['month']}月{anchor['day']}[日号])?(?:之|以)?后)?(?P<who>[^,;。·\d]{{0,12}}?)(?:下一?次|再次|第一次)(?P<what>[^,;。·]{{0,24}}?),?(?:是|在|应该?是|会是)*(?:(?P<in>\d{{1,2}})月的?)?(?:哪一?天|多少月多少[日号]|几月几[日号]|几[日号]|多少[日号]|多少)[?。:多少]*$)"
    ) or stay_out("nothing asked")
    said = f"{asked['who']}{asked['what']}"
    _no_strangers(patterns.sub(_ON, "", said), plain[: plain.rindex(asked[""] or "")])
    turns: list[tuple[frozenset[int], int]] = []
    wanted: frozenset[int] | None = None
    if found := patterns.search(_ON, said):
        wanted = weekdays_of(found[0])
        said = said.replace(found[0], "")
    sentences = patterns.split(r"[;。]", text.left)
    everybody = patterns.findall(rf"({_N})(?:个|名|位)?人", plain)
    for place, sentence in enumerate(sentences):
        if found := patterns.search(
            rf"连?(?:续)?(?:上|工作|值|干)(?P<on>{_N})天(?:班)?,?(?:就|后|再|然后)*(?:歇|休|停)(?:息)?(?P<off>{_N})天", sentence
        ):
            if to_int(found["off"]) != 1 or not patterns.search("休|歇", plain.split(anchor[""] or "", 1)[1][:10]):
                stay_out("which of the days off")
            if not patterns.search("[休歇]", said) or patterns.search("上班|工作", said):
                stay_out("off or on?")
            turns.append((frozenset(range(7)), to_int(found["on"]) + 1))
            sentences[place] = sentence.replace(found[0], "·").replace("只在", "·")
            continue
        if not patterns.search("轮(?:流|班|换|值|着)", sentence):
            continue
        number = (
            patterns.findall(rf"({_N})(?:个|名|位)?人轮", sentence)
            or patterns.findall(rf"({_N})(?:个|名|位)?人", sentence)
            or (everybody if len(set(everybody)) == 1 else [])
        )
        days = patterns.search(_ON, sentence)
        if days and patterns.search("[至到]", sentence[max(0, days.start() - 1) : days.start()]):
            stay_out("from which day")
        if days and "每周" in sentence[max(0, days.start() - 1) : days.start() + 1]:
            days = None  # that is what is done on one of the days
        counts = weekdays_of(days[0]) if days else frozenset(range(5)) if "工作日" in sentence else frozenset(range(7))
        if len(set(number)) != 1 or patterns.search(rf"每(?:[天次晚班]|个?工作日)[^,]{{0,4}}{_N}(?:个|名|位)?人|{_N}人一组", sentence):
            stay_out("how many take turns")
        turns.append((counts, to_int(number[0])))
        cleaned = patterns.sub(rf"{_N}(?:个|名|位)?人|工作日|轮流|一[名位个]", "·", sentence)
        sentences[place] = cleaned.replace(days[0], "·") if days else cleaned
    if not turns:
        stay_out("whose turn")
    for place, sentence in enumerate(sentences):
        for found in patterns.finditer(rf"每?(?P<on>{_WEEK}[一二三四五六日天])(?P<what>[^,;。]{{2,20}})", sentence):
            if any(found["what"][at : at + 2] in said for at in range(len(found["what"]) - 1)) and "每" in found[0]:
                wanted = weekdays_of(found["on"])
                sentences[place] = sentence.replace(found[0], "·")
            elif wanted == weekdays_of(found["on"]):
                sentences[place] = sentence.replace(found["on"], "·").replace("只在", "·")
    text.left = ";".join(sentences)
    if len(turns) > 1 and not patterns.search("同一天|一起|同时|都", said):
        stay_out("both of them?")
    text.left = patterns.sub(rf"{_N}(?:名|位|个)?人(?=[、,])", "·", text.left) if len(turns) > 1 else text.left
    text.finish()
    day_told = weekdays_of(anchor["weekday"]) if anchor["weekday"] else None
    found_days: set[tuple[int, int] | None] = set()
    for year in years_for(anchor["year"]):
        start = _day_in(year, anchor)
        if start is None or (day_told is not None and start.weekday() not in day_told):
            continue
        mine = [Turn(counts, period, start) for counts, period in turns]
        if not all(turn.has(start) for turn in mine):
            continue
        following = next(
            (
                each
                for each in (start + timedelta(days=ahead) for ahead in range(1, 800))
                if all(turn.has(each) for turn in mine) and (wanted is None or each.weekday() in wanted)
            ),
            None,
        )
        found_days.add((following.month, following.day) if following else None)
    month, day = _only(found_days)
    if asked["in"] and int(asked["in"]) != month:
        stay_out("in another month")
    shown = f"{month} 月 {day} 日"
    return _recognition(
        shown,
        (f"{month}月{day}号", f"{month}月{day}日", *((f"{day} 日", f"{day}号") if asked["in"] else ())),
        f"{anchor['']}起，{'、'.join(_turn_in_words(*turn) for turn in turns)}{'，' + '、'.join(name(each) for each in sorted(wanted)) if wanted else ''}",
        f"从 {anchor['month']} 月 {anchor['day']} 日往后逐日推，第一个合乎全部条件的日子是 {shown}",
    )


def _turn_in_words(counts: frozenset[int], period: int) -> str:
    if len(counts) == 7:
        return f"每 {period} 天轮到一次"
    return f"每 {period} 个{'工作日' if counts == frozenset(range(5)) else '、'.join(name(each) for each in sorted(counts))}轮到一次"


def _day_in(year: int, said: dict[str, str | None]) -> date | None:
    month, day = int(said["month"] or 0), int(said["day"] or 0)
    return date(year, month, day) if day <= length_of(year, month) else None


def _counted(plain: str) -> Recognition | None:
    """`每个工作日……，9 月 1 日是周五，整个 9 月……多少次`: how many such days a month has."""
    text = _Text(plain)
    told = text.take(rf"{_DATE}(?:是|为)?(?P<weekday>{_WEEK}[一二三四五六日天])") or stay_out("no day told")
    asked = text.take(
        r"(?:整个|全)?(?:(?P<month2>1[0-2]|[1-9])月(?:份)?|(?:这|该|当|本)个?月)(?:一?共|总共|要|会|能|需要?|应)*[^,;。·\d多少]{0,6}?多少(?P<unit>[^\d,;。?·]{1,4})[?。多少]*$"
    ) or stay_out("nothing counted")
    days = text.take(rf"每个?(?:工作日(?:\((?P<on>{_ON})\))?|周?(?P<on2>{_ON}))") or stay_out("which days")
    if asked["month2"] and asked["month2"] != told["month"]:
        stay_out("another month")
    counts = weekdays_of(days["on"] or days["on2"] or "周一至周五")
    length = text.take(rf"(?:{told['month']}月(?:份)?|(?:这|该|本)个?月)(?:共|一共)?有(?P<n>\d\d)天")
    for found in patterns.findall(rf"{_ON}", text.left):
        del found
    if patterns.search(r"周六、周日(?:不|休|停)", text.left) and not counts & {5, 6}:
        text.take(r"周六、周日(?:不|休息?|停)[^,;。·\d]{0,4}")
    text.finish()
    values: set[int | None] = set()
    for year in years_for(told["year"]):
        day = _day_in(year, told)
        month = int(told["month"] or 0)
        if (
            day is None
            or {day.weekday()} != weekdays_of(told["weekday"] or "")
            or (length and length_of(year, month) != int(length["n"] or 0))
        ):
            continue
        values.add(sum(date(year, month, each).weekday() in counts for each in range(1, length_of(year, month) + 1)))
    value = _only(values)
    return _recognition(
        f"{value} {asked['unit']}", (str(value), f"{value} 天"), f"{told['']}；{'、'.join(name(each) for each in sorted(counts))}",
        f"看 4 个整星期以外多出的几天，{told['month']} 月里这样的日子有 {value} 天",
    )  # fmt: skip


def _from_a_count(plain: str) -> Recognition | None:
    """`某月休息了 9 天`, `某月共值夜班 10 次`: what day of the week a date of that month, or which the next month's first, may be."""
    text = _Text(plain)
    month_told = next(iter(patterns.findall(r"(1[0-2]|[1-9])月", plain)), "")
    rests = text.take(rf"(?P<on>{_ON})(?:上班|工作|营业|开放|训练),?(?P<off>{_ON})(?:休息|休)")
    days: frozenset[int]
    if rests:
        days = weekdays_of(rests["off"] or "")
        if days & weekdays_of(rests["on"] or "") or ("五天工作制" in plain and len(days) != 2):
            stay_out("which days are off")
        text.take(r"(?:实行|采用)?五天工作制,?即?")
    else:
        on = text.take(rf"(?:在)?每(?:个|逢)?(?:周的?)?(?P<on>{_ON})(?:各|都)*") or stay_out("which days")
        days = weekdays_of(on["on"] or "")
    counted = text.take(
        r"(?:(?:某|该|这|本|当)个?月(?:份)?|(?:1[0-2]|[1-9])月(?:份)?)[^,;。·\d]{0,8}?(?:共|正好|恰好|一共|有|了|出勤|上了|总共)*[^,;。·\d]{0,5}?(?P<n>\d{1,2})(?:天|次|个)(?!,?[^,;。]{0,4}(?:28|29|30|31)天)"
    ) or stay_out("nothing counted")
    length = None
    if counted["n"] in ("28", "29", "30", "31"):
        length, counted = (
            counted,
            text.take(r"(?:该|这|那|当)?(?:个)?月?[^,;。·\d]{0,12}?(?P<n>\d{1,2})(?:天|次|个)(?:休息日)?") or stay_out("nothing counted"),
        )
    else:
        length = text.take(r"(?:有|共)(?P<n>28|29|30|31)天")
    refused = text.take(r"(?:1[0-2]|[1-9])月(?P<day>\d{1,2})[日号]不是(?:休息日|周末)")
    asked = text.take(
        rf"(?:这个?月|该月|当月|(?:1[0-2]|[1-9])月)的?(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号](?:可能)?(?:是)?(?:下列四天中的?哪一?天|{_WEEK}几|多少)[?。多少]*$"
    )
    later = None if asked else text.take(r"下个?月[^,;。·\d]{0,4}?第一次[^,;。·\d]{0,6}?(?:可能)?(?:是|在)?(?:多少|几)[日号][?。多少]*$")
    if not asked and not later:
        stay_out("nothing asked")
    text.finish()
    values: set[int | None] = set()
    for year in range(2001, 2029):
        for month in (int(month_told),) if month_told else range(1, 13):
            whole = [date(year, month, each) for each in range(1, length_of(year, month) + 1)]
            if sum(each.weekday() in days for each in whole) != int(counted["n"] or 0) or (length and len(whole) != int(length["n"] or 0)):
                continue
            if refused and whole[int(refused["day"] or 0) - 1].weekday() in days:
                continue
            if asked:
                place = to_int(asked["day"] or "")
                values.add(whole[place - 1].weekday() if place <= len(whole) else None)
            else:
                first = whole[-1] + timedelta(days=1)
                values.add(next(each for each in range(1, 8) if (first + timedelta(days=each - 1)).weekday() in days))
    told = f"{'、'.join(name(each) for each in sorted(days))}共 {counted['n']} 天{'，这个月有 ' + (length['n'] or '') + ' 天' if length else ''}"
    if "可能" in plain and asked and 1 < len(values) < 5 and None not in values:
        fitting = sorted(each for each in values if each is not None)
        shown = "或".join(name(each) for each in fitting)
        return _recognition(shown, (), told, f"逐一看可能的月份，这一天可能是{shown}", "".join(_DAYS[each] for each in fitting))
    value = _only(values)
    if asked:
        return _recognition(name(value), (f"周{_DAYS[value]}",), told, f"逐一看可能的月份，都得到这一天是{name(value)}")
    return _recognition(f"{value} 号", (f"{value} 日", str(value)), told, f"逐一看可能的月份，都得到下个月第一次是 {value} 号")


def _from_a_date(plain: str) -> Recognition | None:
    """`6 月 14 日在星期五做了什么，9 月 26 日又做，这一天是星期几`: what day of the week, or of the year, another day is."""
    text = _Text(plain)
    told = text.take(rf"{_DATE}[^,;。·\d多少几]{{0,6}}?(?P<weekday>{_WEEK}[一二三四五六日天])(?!几)")
    named = told or text.take(rf"(?:今天|今日|这一?天)是{_DATE}") or stay_out("no day told")
    after = text.take(r"再?[过经](?P<n>\d{1,4})天(?:之?后)?")
    if after:
        date_asked = text.take(r"(?:是|为)?(?:(?P<year>(?:19|20)\d\d)年的?)?(?:几|多少)月(?:几|多少)[日号][?。多少]*$")
        if not date_asked and not (told and text.take(rf"(?:是|为)?(?:{_WEEK})(?:几|多少)[?。多少]*$")):
            stay_out("nothing asked")
        days = int(after["n"] or 0)
        if patterns.search("第", text.left):
            stay_out("counted from when")
    else:
        target = (told and text.take(rf"{_DATE}(?:的?(?:那一?天|这一?天|当天))?")) or stay_out("no other day")
        text.take(rf"(?:[这那]一?天|当天|那|求|其)?(?:是|为|应?该?是)?{_WEEK}(?:几|多少)[?。多少]*$") or stay_out("nothing asked")
    text.take(rf"每个?{_WEEK}[^,;。·\d]{{0,3}}一次")
    text.take(r"再(?![过经次隔])")
    text.finish()
    days_found: set[tuple[int, int, int] | None] = set()
    weekdays: set[int | None] = set()
    gaps: set[int] = set()
    year_told = named["year"]
    for year in years_for(year_told):
        start = _day_in(year, named)
        if start is None:
            continue
        if after:
            end: date | None = start + timedelta(days=days)
        else:
            end = _day_in(int(target["year"]) if target["year"] else year, target)
            if target["year"] and not year_told:
                stay_out("which year")
        if end is None:
            continue
        gap = (end - start).days
        if after and date_asked:
            if date_asked["year"] and int(date_asked["year"]) != end.year:
                stay_out("another year")
            days_found.add((end.month, end.day, end.year - year))
        else:
            (first,) = weekdays_of(named["weekday"] or "")
            if year_told and start.weekday() != first:
                stay_out("no such calendar")
            weekdays.add((first + gap) % 7)
            gaps.add(gap)
    if after and date_asked:
        month, day, later = _only(days_found)
        if later and not date_asked["year"]:
            stay_out("in another year")
        return _recognition(
            f"{month} 月 {day} 日", (f"{month}月{day}日", f"{month}月{day}号"), named[""] or "", f"往后数 {days} 天，是 {month} 月 {day} 日"
        )
    right = _only(weekdays)
    said = gaps.pop() if len(gaps) == 1 else None
    counted = f"相隔 {abs(said)} 天，{abs(said)} = 7 × {abs(said) // 7} + {abs(said) % 7}，" if said is not None else ""
    return _recognition(name(right), (f"周{_DAYS[right]}", _DAYS[right]), named[""] or "", f"{counted}那一天是{name(right)}")


def _nth_time(plain: str) -> Recognition | None:
    """`每隔一天一次，第 1 次是星期一，第 25 次是星期几`."""
    text = _Text(plain)
    step = text.take(rf"每(?P<gap>隔)?(?P<n>{_N})天(?:[^,;。:\d]{{0,4}}一次)?") or stay_out("how often")
    period = to_int(step["n"] or "") + bool(step["gap"])
    asked = text.take(rf"第(?P<n>\d{{1,3}})次[^,;。·\d]{{0,6}}?{_WEEK}(?:几|多少)[?。多少]*$") or stay_out("nothing asked")
    said = asked[""] or ""
    _no_strangers(patterns.sub(rf"第\d+次|{_WEEK}|几|多少|在", "·", said), plain[: plain.rindex(said)])
    starts: set[int] = set()
    while found := text.take(rf"(?P<on>{_WEEK}[一二三四五六日天])[^,;。·\d]{{0,4}}?第(?P<n>{_N})次") or text.take(
        rf"第(?P<n>{_N})次[^,;。·\d]{{0,6}}?(?P<on>{_WEEK}[一二三四五六日天])"
    ):
        (day,) = weekdays_of(found["on"] or "")
        starts.add((day - period * (to_int(found["n"] or "") - 1)) % 7)
    if len(starts) != 1:
        stay_out("when the first was")
    text.take("接着")
    text.finish()
    first, times = starts.pop(), int(asked["n"] or 0)
    passed = period * (times - 1)
    right = (first + passed) % 7
    return _recognition(
        name(right),
        (f"周{_DAYS[right]}",),
        f"每 {period} 天一次，第 1 次是{name(first)}",
        f"第 {times} 次在第 1 次之后 {period} × {times - 1} = {passed} 天，{passed} = 7 × {passed // 7} + {passed % 7}，是{name(right)}",
    )
