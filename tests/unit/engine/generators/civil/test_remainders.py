"""Remainders against dividing every number, the classic, and problems as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.civil.remainders import fitting, together

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

NAME = "remainders"


def test_textbook_classics() -> None:
    assert together([(3, 2), (5, 3), (7, 2)]) == (105, 23)  # 孙子算经, 物不知数
    assert together([(4, 3), (5, 4), (6, 5)]) == (60, 59)  # one is missing for each
    assert list(fitting([(9, 7), (5, 2), (4, 3)], 100, 999)) == [187, 367, 547, 727, 907]


@given(st.integers(2, 30), st.integers(2, 30), st.integers(0, 5000), st.integers(1, 3000))
def test_numbers_that_fit_are_those_that_leave_the_remainders(one: int, other: int, number: int, low: int) -> None:
    congruences = [(one, number % one), (other, number % other)]
    high = low + 700
    by_trying = [each for each in range(low, high + 1) if each % one == number % one and each % other == number % other]
    assert list(fitting(congruences, low, high)) == by_trying


def test_keys_agree_with_dividing_every_number() -> None:
    for composed in sample(NAME):
        asked = composed.parameters
        high = asked.get("high", asked["low"] + 200_000)
        found = [n for n in range(asked["low"], high + 1) if all(n % divisor == rest for divisor, rest in asked["congruences"])]
        shown = int(right_option(composed).split()[0])
        if asked["task"] == "count":
            assert shown == len(found)
        elif asked["task"] == "least":
            assert shown == found[0]
        else:
            assert found == [shown]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("一个数除以5余3，除以6余4，这个数最小是多少？", "28"),
        ("今有物不知其数，三三数之剩二，五五数之剩三，七七数之剩二，问物几何？", "23"),
        ("一个三位数除以9余7，除以5余2，除以4余3，这样的三位数共有多少个？", "5 个"),
        ("某班学生排队，每排8人多1人，每排10人也多1人，人数在70到90之间，共有多少人？", "81 人"),
        ("一个两位数，除以3余2，除以4余3，最大是多少？", "95"),
        ("有一批图书，每箱装12本少5本，每箱装9本多4本，图书不超过100本，最多有多少本？", "67 本"),
        ("一个自然数被7除余2，被8除余4，被9除余3，这个数最小是多少？", "156"),
        ("一个数能被3和5整除，除以7余1，这个数最小是多少？", "15"),
        ("100以内除以3余2且除以5余4的数有多少个？", "6 个"),
        ("一筐苹果，3个3个地数余2个，5个5个地数余3个，7个7个地数余2个，这筐苹果至少有多少个？", "23 个"),
        ("三位数中，被7除余2，被5除余3的最大的数是多少？", "968"),
    ],
)
def test_problems(text: str, answer: str) -> None:
    assert answer_of(NAME, text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "一个数除以5余3，除以6余4，这个数的各位数字之和是多少？",
        "一个数除以5商3余2，这个数是多少？",
        "两个数的和除以5余3，差除以6余4，最小是多少？",
        "某数除以4、5、6都余1，这个数最小是多少？",
        "一个数除以5余3，除以6余4，这个数除以7余几？",
        "一个数除以6余3，除以4余2，最小是多少？",
        "一个数除以5余3，除以6余4，这个数是多少？",
        "一个三位数能被4或6整除，除以5余1，这个数最小是多少？",
        "一个数的3倍除以5余3，除以6余4，最小是多少？",
        "一个数除以5余3，除以6余4，这个数最大是多少？",
        "一个数除以一个两位数余3，除以6余4，最小是多少？",
    ],
)
def test_near_misses(text: str) -> None:
    assert left_alone(NAME, text)


def test_own_questions() -> None:
    assert own_questions_solved(NAME) > len(list(sample(NAME))) * 3 // 4
