"""A share of those in one set is no share of all; who go one way are so far apart twice."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text

CLASS = "某班50人，会游泳的30人，会滑冰的25人，两样都会的10人，"


def said(text: str) -> str | None:
    solved = solve_text(text, "civil")
    return solved.answer if isinstance(solved, Solved) else None


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("会游泳的人中也会滑冰的占百分之几？", "约 33.33%"),
        ("会游泳的人中，会滑冰的占百分之几？", "约 33.33%"),
        ("不会滑冰的人中不会游泳的占几分之几？", "1/5（20%）"),
        ("会游泳的同学里有几分之几也会滑冰？", "1/3（约 33.33%）"),
        ("只会游泳的占会游泳的几分之几？", "2/3（约 66.67%）"),
        ("不会游泳的人中有多少会滑冰？占不会游泳的百分之几？", "15 人；75%"),
        ("全班学生中两样都不会的占百分之几？", "10%"),
        ("只会游泳的占全班的百分之几？", "40%"),
    ],
)
def test_of_whom_it_is_a_share(asked: str, answer: str) -> None:
    assert said(CLASS + asked) == answer


@pytest.mark.parametrize("asked", ["会游泳的人中会滑冰的占几成？", "会滑冰的人中会下棋的占百分之几？"])
def test_a_share_that_is_not_read(asked: str) -> None:
    assert said(CLASS + asked) is None


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("甲乙同向而行，甲每小时5千米，乙每小时4千米，乙先走2小时，甲出发后几小时两人相距3千米？", "5 小时 或 11 小时"),
        ("A、B相距100千米，甲乙从两地同时同向（甲追乙），甲每小时30千米，乙每小时20千米，几小时后两人相距20千米？", "8 小时 或 12 小时"),
        ("甲乙同时同地同向出发，甲每小时6千米，乙每小时4千米，几小时后相距10千米？", "5 小时"),
        ("乙在甲前面100米，甲每秒6米，乙每秒4米，同时同向出发，几秒后两人第一次相距20米？", None),
        ("乙在甲前面100米，甲每秒6米，乙每秒4米，同时同向出发，几秒后两人相距150米？", "125 秒"),
    ],
)
def test_so_far_apart_before_and_after(told: str, answer: str | None) -> None:
    assert said(told) == answer
