"""Equations against trying every whole number, textbook classics, and stories as people type them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.civil.linear_equations import solved

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

NAME = "linear-equations"


def test_textbook_classics() -> None:
    # 孙子算经: 35 heads and 94 feet.
    assert solved([({"鸡": 1, "兔": 1}, 35), ({"鸡": 2, "兔": 4}, 94)]) == {"鸡": 23, "兔": 12}
    # 九章算术, 盈不足: each pays 8, 3 are over; each pays 7, 4 are missing: 7 people, 53 coins.
    assert solved([({"物": 1, "人": -8}, -3), ({"物": 1, "人": -7}, 4)]) == {"物": 53, "人": 7}
    # Five times as old now, twice in 15 years.
    assert solved([({"父": 1, "子": -5}, 0), ({"父": 1, "子": -2}, 15)]) == {"父": 25, "子": 5}


_FACTOR = st.integers(1, 9)


@given(_FACTOR, _FACTOR, _FACTOR, _FACTOR, st.integers(-50, 50), st.integers(-50, 50))
def test_solution_fulfils_its_equations(a: int, b: int, c: int, d: int, one: int, other: int) -> None:
    c = -c if a * d == b * c else c
    values = solved([({"x": a, "y": b}, a * one + b * other), ({"x": c, "y": d}, c * one + d * other)])
    assert values == {"x": one, "y": other}


def _tried(task: str, asked: Mapping[str, Any]) -> Fraction:
    """The answer by trying every whole number there can be."""
    if task == "multiple":
        found = [x for x in range(asked["sum"]) if x + asked["factor"] * x + asked["extra"] == asked["sum"]]
        return Fraction(asked["sum"] - found[0] if asked["ask"] == "more" else found[0])
    if task == "sorts":
        large, small = asked["worths"]
        found = [x for x in range(asked["pieces"] + 1) if large * x + small * (asked["pieces"] - x) == asked["amount"]]
        return Fraction(found[0] if asked["ask"] == "large" else asked["pieces"] - found[0])
    if task == "sharing":
        found = [x for x in range(1, 200) if asked["few"] * x + asked["left"] == asked["many"] * x - asked["short"]]
        return Fraction(asked["few"] * found[0] + asked["left"] if asked["ask"] == "stock" else found[0])
    if task == "ages":
        found = [x for x in range(1, 100) if asked["now"] * x + asked["years"] == asked["then"] * (x + asked["years"])]
        return Fraction(asked["now"] * found[0] if asked["ask"] == "old" else found[0])
    if task == "moved":
        there, back = asked["there"], asked["back"]
        found = [x for x in range(back, 400) if x + 2 * there + back == asked["factor"] * (x - back)]
        return Fraction(found[0] + 2 * there if asked["ask"] == "one" else found[0])
    assert task == "percent"
    down, up = asked["down"], asked["up"]
    found = [x for x in range(asked["all"] + 1) if up * (asked["all"] - x) - down * x == 100 * asked["change"]]
    return Fraction(found[0] * (100 - down) if asked["ask"] == "first" else (asked["all"] - found[0]) * (100 + up), 100)


def test_keys_agree_with_trying() -> None:
    for composed in sample(NAME):
        shown = Fraction(right_option(composed).split()[0])
        assert _tried(composed.parameters["task"], composed.parameters) == shown, composed.question.stem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("甲、乙两个仓库共存粮240吨，从甲仓运30吨到乙仓后，两仓粮食相等，甲仓原有多少吨？", "150 吨"),
        ("某班有学生45人，男生比女生多5人，男生有多少人？", "25 人"),
        ("果园里有苹果树和梨树共180棵，苹果树的棵数是梨树的3倍，两种树各有多少棵？", "苹果树 135 棵；梨树 45 棵"),
        ("父亲今年45岁，儿子今年15岁，几年前父亲的年龄是儿子的7倍？", "10 年"),
        ("今年父亲的年龄是儿子的5倍，15年后父亲的年龄是儿子的2倍，今年儿子多少岁？", "5 岁"),
        ("姐姐今年13岁，弟弟今年9岁，当姐弟俩岁数和是40岁时，两人各多少岁？", "姐姐 22 岁；弟弟 18 岁"),
        ("两个数的和是50，差是10，较大的数是多少？", "30"),
        ("甲、乙、丙三个数的比是2:3:5，三个数的和是100，丙数是多少？", "50"),
        ("甲有存款1200元，乙有存款800元，甲给乙多少元后两人存款相等？", "200 元"),
        ("鸡兔同笼，共有头35个，脚94只，鸡和兔各有多少只？", "鸡 23 只；兔 12 只"),
        ("某测试共有100道题，答对一道题得3分，不答或答错一道题扣2分，小张得285分，他答对了多少道题？", "97 道"),
        ("有2元和5元的人民币共30张，总面值99元，2元的有多少张？", "17 张"),
        ("每人分3个则多8个，每人分5个则少4个，共有多少人？多少个苹果？", "6 人；26 个"),
        ("新生住宿，每间住4人，则有20人没有床位；每间住6人，则空出2间，问宿舍有多少间？", "16 间"),
        (
            "某公司去年有员工830人，今年男员工人数比去年减少6%，女员工人数比去年增加5%，员工总数比去年增加3人。问今年男员工有多少人？",
            "329 人",
        ),
        ("20个玩具，每合格一个得5元，不合格一个扣2元，未完成的不得不扣，共收到56元，不合格的有多少个？", "2 个"),
    ],
)
def test_stories(text: str, answer: str) -> None:
    assert answer_of(NAME, text).strip() == answer


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙两数的平均数是40，甲是乙的3倍，甲是多少？",
        "甲、乙两数的积是75，甲是乙的3倍，甲是多少？",
        "甲仓存粮是乙仓的3倍，甲仓运走一部分后两仓相等，甲仓原有多少吨？",
        "男生比女生多5人，男生有多少人？",
        "某班45人，男生比女生的2倍少3人，另有2名男生请假，男生有多少人？",
        "甲、乙两仓共存粮240吨，从甲仓运30吨到乙仓，途中损失2吨，这时两仓相等，甲仓原有多少吨？",
        "某单位有职工100人，男职工比女职工多20人，其中党员有30人，女职工有多少人？",
        "20道题，答对一题得5分，答错一题扣3分，不答得0分，小明得60分，他答对几题？",
        "20道题，答对一题得5分，答错一题扣3分，小明得60分，他答错的比答对的少几题？",
        "每人分3个多8个，每人分5个少4个，如果每人分4个，多几个？",
        "每人分3个多8个，其中2人每人分5个，其余每人分4个正好分完，共多少个？",
        "甲有40元，乙有10元，甲每天给乙3元，几天后两人一样多？",
        "甲比乙大8岁，3年后甲的年龄是乙的2倍，甲多少岁？",
        "苹果是梨的2倍，吃掉苹果4个后，苹果比梨多6个，现在苹果占几成？",
        "甲、乙两班共90人，甲班比乙班多10人，甲班占多少？",
        "甲今年20岁，乙比甲大，两人共多少岁？",
        "甲、乙两班共91人，两班人数相等，甲班多少人？",
    ],
)
def test_near_misses(text: str) -> None:
    assert left_alone(NAME, text)


def test_own_questions() -> None:
    assert own_questions_solved(NAME) > len(list(sample(NAME))) * 3 // 4
