"""Work problems against work done hour by hour, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

import pytest

from engine.generators.civil.work_rate import joined_later, taking_turns, together, with_absence

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

SLICES = 60
"""Slices of a day in which the reference works; all answers of the questions are whole slices."""


def worked_off(first: int, second: int, first_there: object, second_there: object) -> Fraction:
    """Days until all is done, slice by slice; `..._there`: (day from 0) -> whether that worker is at work."""
    done = Fraction(0)
    for slice_ in count():
        if done >= 1:
            return Fraction(slice_, SLICES)
        day = slice_ // SLICES
        done += Fraction(first_there(day), first * SLICES) + Fraction(second_there(day), second * SLICES)  # type: ignore[operator]
    raise AssertionError


def test_textbook_classics() -> None:
    assert together((10, 15)) == 6  # the classic of every introduction: 10 and 15 days alone, 6 together
    assert together((12, 20)) == Fraction(15, 2)
    assert joined_later(20, 30, 5) == 9  # 20 and 30 days, the first begins 5 days earlier: 9 days together
    assert with_absence(10, 15, 5) == 9
    # Turns of a day, 9 and 12 days alone: five rounds do 35/36, the first then needs a quarter of a day.
    assert taking_turns((9, 12))[0] == Fraction(41, 4)


def test_keys_agree_with_slices() -> None:
    for composed in sample("work-rate"):
        asked, shown = composed.parameters, Fraction(right_option(composed).split()[0])
        if asked["task"] == "together":
            assert shown == worked_off(asked["first"], asked["second"], lambda day: True, lambda day: True)
        elif asked["task"] == "other":
            assert worked_off(asked["first"], int(shown), lambda day: True, lambda day: True) == asked["both"]
        elif asked["task"] == "joined":
            start = asked["head_start"]
            end = worked_off(asked["first"], asked["second"], lambda day: True, lambda day, start=start: day >= start)
            assert shown == end - start
        elif asked["task"] == "away":
            absent = asked["absent"]
            assert shown == worked_off(asked["first"], asked["second"], lambda day, absent=absent: day >= absent, lambda day: True)
        elif asked["task"] == "turns":
            assert shown == worked_off(asked["first"], asked["second"], lambda day: day % 2 == 0, lambda day: day % 2 == 1)
        else:
            # Solve the three sums for the speeds, then put them back.
            sums = [Fraction(1, days) for days in asked["pairs"]]
            first = (sums[0] + sums[2] - sums[1]) / 2
            second, third = sums[0] - first, sums[2] - first
            assert second + third == sums[1]
            assert shown == 1 / (first if asked["task"] == "one-of-three" else first + second + third)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("一项工程，甲单独做需要12天，乙单独做需要6天，两人合作需要几天完成？", "4 天"),
        ("某工程甲队单独完成需20天，乙队单独完成需30天，两队合作几天可以完成", "12 天"),
        ("一件工作，甲10小时完成，乙15小时完成，甲乙合作要多少小时？", "6 小时"),
        ("老师，这题：甲乙合作12天完成，甲单独做20天完成，乙单独做需要几天完成", "30 天"),
        ("国考真题：一项工程，甲、乙合作需要6天完成，乙单独做需要15天完成，甲单独做要多少天完成", "10 天"),
        ("甲单独做20天完成，乙单独做30天完成，甲先做5天，剩下的两人合作，还需要几天完成", "9 天"),
        ("一项工程甲独立完成要十天，乙独立完成要十五天，两人一起做需要多少天", "6 天"),
        ("一批零件，甲加工需要12小时，乙加工需要20小时，两人合作需要几小时", "7.5 小时"),
        ("一项工作，甲做需要7天，乙做需要8天，甲乙合作需要几天", "56/15 天（约 3.73 天）"),
        ("一项工程，甲单独做12天，乙单独做6天，两人合作，途中甲休息了2天，共用几天", "14/3 天（约 4.67 天）"),
        ("一项工程，甲单独做需要12天，乙单独做需要6天，丙单独做需要4天，三人合作需要几天", "2 天"),
        ("甲单独做需要12天，乙单独做需要6天，两人合作，但效率都降低10%，需要几天", "40/9 天（约 4.44 天）"),
        ("甲单独做需要12天，乙的效率是甲的2倍，两人合作需要几天", "4 天"),
        ("某项工程，甲工程队单独施工需要24天，乙工程队单独施工需要12天，如果两队合作，需要几天完工？", "8 天"),
        ("一项工程由甲、乙、丙三个队单独完成分别需要10天、15天、30天，三队合作需要多少天？", "5 天"),
        ("一项工作，小王单独做要12小时，小李单独做要18小时，两人合作，中途小王因病休息了3小时，完成这项工作一共用了多少小时", "9 小时"),
        ("修一条路，甲队单独修20天完工，两队合修12天完工，乙队单独修多少天完工？", "30 天"),
        ("甲乙合作一项工程要8天，乙丙合作要6天，甲丙合作要12天，问甲乙丙三人合作需要几天？", "16/3 天（约 5.33 天）"),
        ("一个水池有甲乙两根进水管，单开甲管8小时注满，单开乙管12小时注满，两管齐开几小时注满", "4.8 小时"),
        ("加工一批零件，师傅单独做6小时完成，徒弟单独做12小时完成，师徒俩合作几小时能完成？", "4 小时"),
        ("甲单独做需要12天，乙单独做需要6天，两人合作完成一半需要几天", "2 天"),
        ("甲队单独做20天完成，每天费用5000元；乙队单独做30天完成，每天费用3600元。两队合作完成这项工程，总费用多少元？", "103200 元"),
        ("单开甲管3小时注满空池，单开乙管4小时放完满池水，空池时按甲、乙的次序轮流各开1小时，几小时后水池注满？", "17 小时"),
        ("8名工人5天加工零件1200个，照这样的效率，12名工人加工2700个需要几天？", "7.5 天"),
        ("一项工作甲单独做要半小时，乙单独做要45分钟，两人合作要多少分钟？", "18 分钟"),
        ("修路队计划30天修完一条路，前10天修了总量的40%，照这样的速度，会提前几天修完？", "5 天"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("work-rate", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "一项工程，甲单独做12天，乙单独做6天，两人轮流各做一天，几天完成",
        "甲单独做需要12天，乙单独做需要6小时，两人合作需要几天",
        "甲管单独注满水池需要12小时，乙管单独排空需要6小时，同时打开几小时注满",
        "一项工程，甲单独做需要12天，乙单独做需要6天，两人合作2天后还剩多少",
        "甲单独做需要12天，乙单独做需要6天，两人合作，下雨了，需要几天完成",
        "甲乙合作12天完成，甲单独做10天完成，乙单独做几天完成",
        "工程问题怎么做，甲乙合作的公式是什么",
        "一项工程，甲队单独做需10天，乙队单独做需15天，两队合作时互相影响，效率都有所下降，合作需多少天",
        "甲单独20天，乙单独30天，后来两人一起，还得几天",
        "12个工人8天能完成一项工程，如果增加几个熟练工，几天可以完成",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("work-rate", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("work-rate") >= 10


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "甲、乙、丙三队的效率比为5:4:3，A、B两项工程的工作量相同。甲队负责A工程，乙队负责B工程，丙队先参与A工程若干天后转而参与B工程，两项工程同时开工，24天后同时完工。丙队参与A工程多少天？",
            "8 天",
        ),
        (
            "修一条路，甲队单独修要30天，乙队单独修要20天。两队合修若干天后，甲队调走，余下的由乙队又修了5天完成，问两队合修了多少天？",
            "9 天",
        ),
        ("一项工程，甲做6天、乙做8天可以完成，甲做8天、乙做4天也可以完成，问甲单独做需要多少天？", "10 天"),
        ("三台同样的机器4小时加工零件480个，照这样计算，5台机器6小时加工多少个？", "1200 个"),
        (
            "小周整理一批档案需要6小时，小吴整理同样的档案需要9小时，两人同时整理2小时后，小周另有任务离开，剩下的由小吴独立完成，小吴还要多少小时？",
            "4 小时",
        ),
    ],
)
def test_solver_answers_what_else_is_asked_of_work(text: str, answer: str) -> None:
    assert answer_of("work-rate", text) == answer


def test_two_works_against_hour_by_hour() -> None:
    done_a, done_b = Fraction(8) * 3 + Fraction(24) * 5, Fraction(24) * 4 + Fraction(16) * 3
    assert done_a == done_b  # 8 days on A and 16 on B make both works equal
