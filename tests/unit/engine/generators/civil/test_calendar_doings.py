"""Whoever does whatever on days that come round: random problems with any words, against a calendar gone through day by day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from engine.generators.civil._calendar_date.doings_reading import read_doings
from engine.generators.reading import StayOut

_DAYS = "一二三四五六日"
_NUMERALS = "零一二三四五六七八九十"
_WHO = ("老洪", "小芮", "守林人", "邬师傅", "讲解员小裘")
_WHERE = ("某茶馆", "某渔场", "某气象站", "某钟表行")
_DOINGS = (("擦橱窗", "给鱼换水"), ("扫天井", "倒旧报纸"), ("守炉子", "清炉灰"), ("抄水表", "喂信鸽"))


def _later(start: date, fits: object) -> date:
    assert callable(fits)
    return next(each for each in (start + timedelta(days=ahead) for ahead in range(1, 999)) if fits(each))


def _working_turn(start: date, people: int) -> set[date]:
    """The days on which it is the turn of one of so many, who take turns on working days."""
    found, passed, day = {start}, 0, start
    for _ in range(900):
        day += timedelta(days=1)
        if day.weekday() < 5:
            passed += 1
            if passed % people == 0:
                found.add(day)
    return found


def _problem(chance: random.Random) -> tuple[str, str]:
    who, where = chance.choice(_WHO), chance.choice(_WHERE)
    doing, other = chance.choice(_DOINGS)
    start = date(2023, 1, 2) + timedelta(days=chance.randrange(360))
    day, written = _DAYS[start.weekday()], f"{start.month}月{start.day}日"
    form = chance.randrange(6)
    if form == 0 and start.weekday() < 5:
        people, wanted = chance.choice((4, 6, 7, 8, 9)), chance.randrange(5)
        mine = _working_turn(start, people)
        found = _later(start, lambda each: each in mine and each.weekday() == wanted)
        return (
            f"{where}{_NUMERALS[people]}人在工作日每天轮流{doing}，每周{_DAYS[wanted]}{doing}的人{other}。{written}周{day}轮到{who}{doing}，下一次{who}{other}是哪天？",
            f"{found.month} 月 {found.day} 日",
        )
    if form == 1:
        on, wanted = chance.randrange(2, 7), chance.randrange(7)
        if on == 6 and wanted != start.weekday():
            wanted = start.weekday()
        found = _later(start, lambda each: (each - start).days % (on + 1) == 0 and each.weekday() == wanted)
        return (
            f"{who}的班次是连上{_NUMERALS[on]}天歇一天。{start.year}年{written}（星期{day}）{who}轮休。之后{who}的轮休日第一次赶上星期{_DAYS[wanted]}，是哪一天？",
            f"{found.month} 月 {found.day} 日",
        )
    if form == 2:
        gap, times = chance.randrange(1, 6), chance.randrange(5, 90)
        found = start + timedelta(days=(gap + 1) * (times - 1))
        return f"{where}每隔{_NUMERALS[gap]}天{doing}一次，星期{day}是第1次，第{times}次是星期几？", f"星期{_DAYS[found.weekday()]}"
    if form == 3:
        first, last = start.replace(day=1), _later(start, lambda each: each.day == 1) - timedelta(days=1)
        count = sum((first + timedelta(days=each)).weekday() < 5 for each in range((last - first).days + 1))
        return (
            f"{where}规定：每个工作日（周一至周五）{doing}一次，周末不{doing}。{start.year}年{written}是周{day}，那么整个{start.month}月要{doing}多少次？",
            f"{count} 次",
        )
    if form == 4:
        found = start + timedelta(days=chance.randrange(40, 900))
        return (
            f"{who}{start.year}年{written}在星期{day}{doing}，那么{who}在{found.year}年{found.month}月{found.day}日再{doing}，求这一天是星期几？",
            f"星期{_DAYS[found.weekday()]}",
        )
    ahead = chance.randrange(20, 400)
    found = start + timedelta(days=ahead)
    return f"假如今天是{start.year}年{written}，再过{ahead}天是{found.year}年的几月几日？", f"{found.month} 月 {found.day} 日"


def _problems(seed: int, count: int) -> Iterator[tuple[str, str]]:
    chance = random.Random(seed)
    for _ in range(count):
        yield _problem(chance)


@pytest.mark.parametrize("seed", range(4))
def test_random_doings_are_answered_right_or_not_at_all(seed: int) -> None:
    answered = 0
    for text, right in _problems(seed, 60):
        try:
            seen = read_doings(text)
        except StayOut:
            continue
        assert seen is not None
        assert seen.parameters["answer"] == right, text
        answered += 1
    assert answered >= 45
