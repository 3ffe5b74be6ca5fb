"""Dates against the standard library's calendar, textbook classics, and sentences as people type them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.civil.calendar_date import day_number, is_leap, length_of, name, occurrences, weekday

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def test_textbook_classics() -> None:
    assert name(weekday(2000, 1, 1)) == "星期六"
    assert name(weekday(1949, 10, 1)) == "星期六"
    assert [is_leap(year) for year in (1900, 2000, 2023, 2024)] == [False, True, False, True]
    assert occurrences(31, 4) == [4, 4, 4, 4, 5, 5, 5]


@settings(max_examples=200)
@given(st.dates())
def test_agrees_with_the_standard_library(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert weekday(day.year, day.month, day.day) == day.weekday()
    assert length_of(day.year, day.month) == calendar.monthrange(day.year, day.month)[1]


def test_keys_agree_with_the_standard_library() -> None:
    for composed in sample("calendar-date"):
        asked, option = composed.parameters, right_option(composed)
        task = asked["task"]
        if task in ("after", "before"):
            monday = date(2024, 1, 1)
            moved = monday + timedelta(days=asked["today"]) + (1 if task == "after" else -1) * timedelta(days=asked["days"])
            assert option == name(moved.weekday())
        elif task == "same-year":
            assert option == name(date(asked["year"], *asked["second"]).weekday())
            assert name(date(asked["year"], *asked["first"]).weekday()) in composed.question.stem
        elif task == "years":
            assert option == name(date(asked["year"] + asked["years"], *asked["date"]).weekday())
        elif task == "month":
            # Every real month of that length in which the two days come so often.
            found = set()
            for year in range(2000, 2028):
                for month in range(1, 13):
                    days = [date(year, month, day).weekday() for day in range(1, calendar.monthrange(year, month)[1] + 1)]
                    if len(days) == asked["length"] and days.count(asked["five"]) == 5 and days.count(asked["four"]) == 4:
                        found.add(days[asked["asked"] - 1])
            assert {name(day) for day in found} == {option}
        else:
            length = calendar.monthrange(asked["year"], asked["month"])[1]
            worked = sum(date(asked["year"], asked["month"], day).weekday() < 5 for day in range(1, length + 1))
            assert option == f"{worked} 天"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("今天是星期三，100天后是星期几？", "星期五"),
        ("今天是星期日，再过50天是星期几", "星期一"),
        ("2024年3月5日是星期几", "星期二"),
        ("2026年11月29日是周几？", "星期日"),
        ("已知2023年5月1日是星期一，请问2023年10月1日是星期几", "星期日"),
        ("国考真题：2020年1月1日是星期三，那么2021年1月1日是星期几", "星期五"),
        ("老师好，2025年3月8日是星期六，同年12月25日是星期几", "星期四"),
        ("今天是周五，30天前是周几", "星期三"),
        ("今天是星期二，那么200天以后的那天是星期几", "星期六"),
        ("某月有5个星期三，4个星期四，这个月有31天，20日是星期几", "星期六"),
        ("今天是星期五，再过45天是星期几？", "星期一"),
        ("2024年2月1日是星期四，那么2024年3月1日是星期几", "星期五"),
        ("某月有31天，并且有5个星期六，只有4个星期日，这个月的1号是星期几", "星期四"),
        ("小王每3天去一次健身房，小李每5天去一次，今天两人在健身房碰面，至少再过几天两人再次碰面？", "15 天"),
        ("2023年3月8日是周三，2023年的国庆节（10月1日）是周几？", "星期日"),
        ("从2023年3月1日到2023年5月1日相差多少天", "61 天"),
        ("今天周三 100天后周几", "星期五"),
        ("3月5日是星期二，同年10月1日是星期几", "星期二"),
        ("昨天是星期三，100天后是星期几", "星期六"),
        ("2024年3月有几个星期三", "4 个"),
        ("某个月的第一个星期三是5号，这个月的最后一个星期三是几号", "26 日"),
        ("假期从星期四开始，连同当天在内共休25天，最后一天是星期几", "星期日"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("calendar-date", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "今天是星期三，第100天是星期几",
        "今天是星期三，100个工作日后是星期几",
        "今天是星期三，2的100次方天后是星期几",
        "2024年3月5日是星期三，同年10月1日是星期几",
        "2023年2月30日是星期几",
        "农历2024年8月15日是星期几",
        "今天是星期三，100天后的前两天是星期几",
        "今天是星期三，小王每5天值班一次，他第10次值班是星期几",
        "今天星期几",
        "小王每3天去一次健身房，小李每5天去一次，小张也常去，今天三人碰面，至少再过几天三人再次碰面",
        "某年的3月8日是星期五，下一年的3月8日是星期几",
        "2023年3月8日是周三，某年的国庆节是周几",
        "某月有5个星期六，这个月的1号是星期几",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("calendar-date", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("calendar-date") >= 20


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("如果5天前是星期六，那么3天后是星期几？", "星期日"),
        ("一个月有4个星期一和5个星期二，而且这个月是30天，问这个月20号星期几？", "星期日"),
        ("她是1960年2月29日出生的，到2024年3月1日为止一共过了几次2月29日生日（出生当天不算）？", "16 次"),
        ("今天是2024年11月29日，星期五。请问再过30天是几月几号，星期几？", "12 月 29 日；星期日"),
    ],
)
def test_solver_answers_days_told_from_today(text: str, answer: str) -> None:
    assert answer_of("calendar-date", text) == answer
