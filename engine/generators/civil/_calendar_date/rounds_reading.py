"""Reading rounds: who is on so many days and off so many, or comes once every so many days or minutes, where all of them begin together.

What is done and who does it are names out of the text; known beforehand are the words that make a round, say when all begin, and ask.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._calendar_date.cycles_reading import everybody
from engine.generators.civil._calendar_date.simulator import length_of
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_DAYS = "一二三四五六日"
_WEEK = r"(?:星期|周|礼拜)"
_DATE = r"(?:(?P<year>(?:19|20)\d\d)年的?)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
_LEFT = r"\d|多少|几|[除另改半倍倒停还再]|不(?!同|休息|停)|提前|推迟|顺延|例外|最[后多少早晚]|重[新来做]|增加|减少|失败|占用|限定|如遇|请假|生病|工作日|周末|双休|遇|轮流|依次|第[二三四五2-9]|至[少多]|每|隔|之后|以后"
"""What may not be left once rounds, beginning and question are read."""
_COUNT = r"(?P<number>[二两三四五六2-6])(?:个(?!自然月|月|小时)(?:人)?|名|位|家|辆|条|台|人|座|路|种)"


def _rounds(story: Story) -> tuple[list[tuple[int, int, int]], str, bool, bool]:
    """Each round (its length, the first and the last day of it that count), what is done in it where that has days of its own, whether
    they are minutes, and whether days are skipped (`每隔`).
    """
    turns = story.take_all(
        rf"每(?:次)?(?P<on>[^\d,;。每隔]{{0,6}}?)(?P<n>{INTEGER})天(?:后|就|要|,)*(?:会|需)?(?P<off>[^\d,;。、每隔天]{{1,6}}?)(?P<m>{INTEGER})天"
    )
    if turns:
        doings = {(patterns.sub("连续", "", each["on"]), each["off"]) for each in turns}
        if len(doings) != 1 or story.has(rf"每隔?{INTEGER}天"):
            stay_out("several doings")
        _, off = doings.pop()
        return (
            [(to_int(each["n"]) + to_int(each["m"]), to_int(each["n"]), to_int(each["n"]) + to_int(each["m"]) - 1) for each in turns],
            off,
            False,
            False,
        )
    lengths: list[int] = []
    unit = r"(?P<unit>天|分钟)"
    row = story.take(
        rf"(?:分别|各自|各)?每(?P<skip>间?隔)?(?P<row>{INTEGER}(?:天|分钟)?(?:[、,和与]{INTEGER}(?:天|分钟)?)*[、,和与]{INTEGER}{unit})(?=[^\d,;。]{{1,14}})"
    ) or story.take(
        rf"(?:再次|再)?(?:回到|返回)[^\d,;。]{{0,8}}?(?:所用|所需|需要|要|花)?的?(?:时间)?分别(?P<skip>要|是|为|需要?|用)*(?P<row>{INTEGER}(?:分钟)?(?:[、,和与]{INTEGER}(?:分钟)?)*[、,和与]{INTEGER}(?P<unit>分钟))"
    )
    if row:
        lengths = [to_int(each) for each in patterns.findall(INTEGER, row["row"])]
        skip, minutes = "隔" in (row["skip"] or ""), row["unit"] == "分钟"
    else:
        each = story.take_all(
            rf"每(?P<skip>间?隔)?(?P<n>{INTEGER}){unit}(?:就|都|要|会|能)*(?P<gap>[^\d,;。每隔、]{{0,8}}?)(?P<once>(?:一|1)(?:次|回|趟|遍|班|辆|个[^\d,;。、]{{0,4}}))?(?=[,;。、\ue000]|$)"
        )
        skips = {bool(one["skip"]) for one in each}
        if len(skips) != 1 or len({one["unit"] for one in each}) != 1 or not any(one["once"] for one in each):
            stay_out("rounds")
        lengths, skip, minutes = [to_int(one["n"]) for one in each], skips.pop(), each[0]["unit"] == "分钟"
    added = 1 if skip and not minutes else 0
    return [(length + added, 0, 0) for length in lengths], "", minutes, skip


def _begin(story: Story) -> tuple[str, object]:
    """When all begin together: a date, a day of the week, a time of the day, or a day of which nobody says more."""
    if clock := story.take(r"(?:早上|早晨|上午|清晨|凌晨)?(?P<h>\d{1,2})(?:(?::|：)(?P<m>\d\d)|点(?P<m2>\d{1,2})分|点整?|时整?)"):
        if "下午" in story.text or "晚" in story.text:
            stay_out("in the afternoon")
        return "clock", int(clock["h"]) * 60 + int(clock["m"] or clock["m2"] or 0)
    if day := story.take(_DATE):
        return "date", [int(day["year"] or 0), int(day["month"]), int(day["day"])]
    if week := story.take(rf"(?:某一?个?)?{_WEEK}(?P<day>[一二三四五六日天])"):
        return "weekday", 6 if week["day"] == "天" else _DAYS.index(week["day"])
    return ("some day", None) if story.take("某一?天|某日|今天|有一天") else ("", None)


def read_rounds(text: str) -> Recognition | None:
    """When all of several that come round are at it together, or how often.

    Raises:
        StayOut: something is not understood.
    """
    text = patterns.sub(r"(?<!\d)\d{1,3}(?:路|号线)", "某路", patterns.sub(r"另(?:外)?[一1](?=[^,;。\d]{1,6}每)", "", text))
    story = Story(
        patterns.sub(
            "[―－-](?=个)", "一", patterns.sub(r"(?:中途|途中|期间|节假日)(?:都|均|也)?(?:不休息|不停|无休|照常[^,;。]{0,4})", "", text)
        )
    )
    rounds, off, minutes, skips = _rounds(story)
    if len(rounds) < 2 or any(
        number["number"] and to_int(number["number"]) != len(rounds) for number in patterns.finditer(_COUNT, story.rest)
    ):
        stay_out("how many of them")
    everybody(story.text, len(rounds))
    found = _asked(story)
    if found is None:
        return None
    asked, clause, days = found
    kind, start = _begin(story)
    if off and not (off in clause and patterns.search("都|均|同时|一起|全", clause)):
        stay_out("what all do together")
    if not off and not patterns.search(r"同[时一]|一起|相遇|[碰遇]|会合|都|均|三人|两人|四人", clause):
        stay_out("what all do together")
    again = patterns.search(r"下一?次|再次|再一次|第一次|首次|第[1一]次", clause)
    if asked in ("date", "weekday", "days", "clock") and not again:
        stay_out("when again")
    if bool(off) != bool(patterns.search(r"第一次|首次|第[1一]次", clause)) and asked in ("date", "weekday", "days"):
        stay_out("the first time, or the next")
    begun = patterns.search(r"同时|都|一起|相遇|碰|遇|同一天", story.text.replace(clause, ""))
    if asked != "at-most" and not begun:
        stay_out("do they begin together")
    if (
        (asked == "clock") != minutes
        or (asked in ("date", "weekday", "clock") and kind != asked)
        or (asked == "days" and (off or kind == "clock"))
    ):
        stay_out("since when")
    if asked == "in-month":
        if kind != "date" or not isinstance(start, list) or start[1] != days or start[1] == 2 or start[2] != 1:
            stay_out("which days of the month")
        days = length_of(2023, start[1])
    if asked == "within" and not off:
        stay_out("does the first day count")
    if left := patterns.search(_LEFT, patterns.sub(rf"\ue000+|每[人个位家]|{off or chr(0xE000)}", "", story.rest)):
        stay_out(f"{left[0]} in {story.rest}")
    words = {
        "clock": "下次同时的时刻",
        "date": "日期",
        "weekday": "星期几",
        "days": "多少天后",
        "in-month": "这个月里几天",
        "at-most": "一个月里最多几天",
        "within": f"{days} 天里几天",
    }
    return Recognition(
        parameters={
            "task": "rounds",
            "rounds": [list(each) for each in rounds],
            "asked": asked,
            "start": start,
            "days": days,
            "skips": skips,
        },
        understood=(
            ("周期", "、".join(f"{length} {'分钟' if minutes else '天'}" for length, _, _ in rounds)),
            *((("每个周期里", f"{off}：{'、'.join(f'第 {first + 1}～{last + 1} 天' for _, first, last in rounds)}"),) if off else ()),
            ("求", words[asked]),
        ),
    )


def _asked(story: Story) -> tuple[str, str, int] | None:
    """What is asked, its clause with the one before, and of which month or of how many days."""
    for what, pattern in (
        (
            "at-most",
            r"(?:在)?(?:一|1)个(?:自然)?月(?:内|里|中|之内)?(?P<gap>[^\d,;。?]{0,10}?)(?:最多|至多)(?:会|能|可以|可能)?(?:有|是)?多少[天次](?P<days>)",
        ),
        ("in-month", r"(?:整个)?(?P<days>\d{1,2})月(?:份)?(?:内|里|中|一?共)*(?P<gap>[^\d,;。?]{0,14}?)(?:有|是|共)*多少[天次]"),
        ("within", r"(?:在)?(?:这)?(?P<days>\d{2,3})天(?:内|里|中|之内)(?P<gap>[^\d,;。?]{0,14}?)(?:有|是|共)*多少[天次]"),
        ("date", r"(?:几|多少)月(?:份)?(?:几|多少)[日号](?P<days>)"),
        ("weekday", rf"{_WEEK}(?:几|多少)(?P<days>)"),
        ("clock", r"(?:几|多少)[点时](?:钟|整)?(?:(?:几|多少)分)?|什么时[候刻](?P<days>)"),
        ("days", r"(?:要|需要?|再|经过|过|隔|至少|是|在)*多少天(?:[之以]?后)?(?P<days>)"),
    ):
        if (found := story.take(pattern)) is not None:
            place = found.start()
            end = re.compile(r"[,;。?]|$").search(story.text, found.end())
            start = max(story.text.rfind(mark, 0, place) for mark in ",;。?") + 1
            clause = story.text[start : end.start() if end else None]
            again = r"[下再第首][^,;。]*$"
            if not patterns.search("下一?次|再次|第一次|首次", clause) and patterns.search(again, story.text[: max(start - 1, 0)]):
                start = max(story.text.rfind(mark, 0, max(start - 1, 0)) for mark in ",;。?") + 1
                clause = story.text[start : end.start() if end else None]
            story.take(r"下一?次|再次|再一次|第一次|首次|第[1一]次")
            return what, clause, int(found["days"] or 31 if what in ("at-most", "in-month", "within") else 0)
    return None
