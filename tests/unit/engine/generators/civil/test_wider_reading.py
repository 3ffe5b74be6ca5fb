"""What several readers of counting, chances, dates and the worst case have in common: each against every case, and near misses left alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest

from engine.generators import registry
from engine.generators.civil._number_series.further_rules import further_continuations
from engine.generators.civil._worst_case.simulator import amount_within, most_alone
from engine.generators.solving import Solved, solve_text


def _answer(text: str) -> str | None:
    found = solve_text(text, registry.exam_of("probability"))
    return (found.option or found.answer) if isinstance(found, Solved) else None


@pytest.mark.parametrize("top", [None, 9, 12])
def test_different_amounts_against_every_choice(top: int | None) -> None:
    total, count = 24, 4
    every = [row[::-1] for row in itertools.combinations(range(1, 25), count) if sum(row) == total and (top is None or row[-1] <= top)]
    for place in range(1, count + 1):
        found = [row[place - 1] for row in every]
        assert amount_within(total, count, place, 1, least=True, top=top) == min(found)
        assert amount_within(total, count, place, 1, least=False, top=top) == max(found)


def test_one_more_than_all_others_against_every_sharing() -> None:
    for total in range(4, 14):
        every = [row for row in itertools.product(range(total + 1), repeat=3) if sum(row) == total and row[0] > max(row[1:])]
        assert most_alone(total, 3) == min(row[0] for row in every)


@pytest.mark.parametrize(
    ("row", "following"),
    [
        ("2 3 7 16 65 321", 4546),
        ("6 7 3 0 3 3 6 9 5", 4),
        ("1 2 6 33 289 3414", 50070),
        ("4 5 7 9 13 15", 19),
        ("14 20 54 76 126", 164),
        ("2 4 3 9 5 25 7", 49),
        ("0 2 10 30 68", 130),
        ("11 13 28 86 346", 1732),
    ],
)
def test_further_rows(row: str, following: int) -> None:
    assert Fraction(following) in {value for value, _, _ in further_continuations([Fraction(each) for each in row.split()])}


def test_numbers_drawn_against_every_draw() -> None:
    def among(text: str, draws: Sequence[tuple[int, ...]], fits: Sequence[bool]) -> None:
        assert _answer(text) == str(Fraction(sum(fits), len(draws))), text

    two = list(itertools.combinations(range(1, 8), 2))
    among("从1到7这七个数字中任取两个，两数之和大于8的概率是多少？", two, [sum(each) > 8 for each in two])
    among("从1到7这七个数中任取两个不同的数，两数之积是3的倍数的概率是多少？", two, [each[0] * each[1] % 3 == 0 for each in two])
    among("编号为1～7的七个小球，从中任取两个，号码之差等于2的概率是多少？", two, [each[1] - each[0] == 2 for each in two])
    three = list(itertools.combinations((2, 3, 4, 5, 8), 3))
    among("有5根木棒，长度分别为2、3、4、5、8厘米，任取3根，能组成三角形的概率是多少？", three, [a + b > c for a, b, c in three])
    order = list(itertools.permutations(range(1, 6), 2))
    among(
        "5张卡片上写有数字1到5，不放回地先后抽取两张，第一张为偶数且第二张为奇数的概率是多少？",
        order,
        [a % 2 == 0 and b % 2 == 1 for a, b in order],
    )


def test_turns_against_the_calendar() -> None:
    days = [date(2024, 7, 1) + timedelta(days=each) for each in range(31)]
    working = [day for day in days if day.weekday() < 5]
    assert _answer(
        "小李、小王、小张三人按此顺序轮流值班，周一到周五每天1人，周末不值班。7月1日是星期一，小李值班，7月份小王一共值班多少天？"
    ) == (f"{len(working[1::3])} 天")
    assert _answer("甲1天→乙2天→丙3天→再从甲开始循环。3月1日轮到甲。3月20日由谁值班？") == "甲乙乙丙丙丙"[19 % 6]


@pytest.mark.parametrize(
    "text",
    [
        "60人分到7个部门，各部门人数互不相同，甲部门人数是乙部门的2倍，人数最多的部门最多有几人？",
        "把48本书分给5个不同的班，分得最多的班至少分得多少本？另外还要给图书馆留8本。",
        "甲、乙、丙三人轮流值班，每人一天，甲从6月1日开始值班，6月10日乙请假，由甲代替，那么6月30日是谁值班？",
        "某活动从5月3日开始，持续20天，中间停办3天，最后一天是几月几日？",
        "某年7月有23个工作日，那么这一年的7月1日是星期几？",
        "从1、2、3、4、5中随机取两个数，和为偶数或者能被3整除的概率是多少？",
        "从1到9中依次取两个数，若第一次取到奇数则不放回，否则放回，两数之和为偶数的概率是多少？",
        "上个月有5个星期六，这个月1号是星期几？",
        "某单位80人学习甲、乙、丙三门课程，学甲的50人，学乙的40人，学丙的30人，学两门的20人，一门都没学的有多少人？",
        "从5名男生4名女生中选3人，若男生小李去则女生小王不去，共有多少种选法？",
        "8，3，17，5，24，（　　）",
        "0，2，10，30，（　　）",
    ],
)
def test_near_misses_are_left_alone(text: str) -> None:
    assert _answer(text) is None
