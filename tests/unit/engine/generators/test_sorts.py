"""Who, how much money and how many each are not answered with something else."""

from __future__ import annotations

import pytest

from engine.generators.guards.sorts import amount_for_who_or_pay, fall_for_balance, other_sort_answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("甲、乙轮流各做一天,甲先做,最后一天由谁做?", "9 天"),
        ("两人合作得报酬4000元,按工作量分,乙应得多少?", "12 天"),
        ("甲每小时走5千米,乙每小时走4千米,几小时后相遇?", "36 千米"),
        ("两人一共做了60个,甲、乙各做多少个?", "60 个"),
    ],
)
def test_of_another_sort(text: str, answer: str) -> None:
    assert other_sort_answered(text, answer) is not None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("今天甲值日,最后一天由谁值日?", "乙"),
        ("乙车每小时行多少千米?", "45 千米/小时"),
        ("3月一共有几个星期日?", "5 个"),
        ("两人一共做了60个,甲、乙各做多少个?", "甲 24 个，乙 36 个"),
        ("各取多少千克放入对方缸中,浓度才一样?", "120 千克"),
        ("两队合作得报酬4000元,乙应得多少?", "1600 元"),
        ("5,9,17,( ) 谁会?", "33"),
    ],
)
def test_of_the_sort_asked_for(text: str, answer: str) -> None:
    assert other_sort_answered(text, answer) is None


@pytest.mark.parametrize("asked", ["最后一天是谁做?", "最后一天轮到哪个队?", "谁先做完?"])
def test_somebody_is_asked_for(asked: str) -> None:
    text = f"甲独做10天,乙独做15天,轮流各做一天,{asked}"
    assert amount_for_who_or_pay(text, "12 天")
    assert amount_for_who_or_pay(text, "8/3 天（约 2.67 天）")
    assert amount_for_who_or_pay(text, "甲") is None
    assert amount_for_who_or_pay(text, "12 天；乙") is None


def test_how_much_is_asked_for() -> None:
    assert amount_for_who_or_pay("甲独做10天,乙独做15天,合作几天完成?", "6 天") is None


@pytest.mark.parametrize("asked", ["甲得多少?", "甲应得多少元?", "乙分到多少报酬?"])
def test_money_is_asked_for(asked: str) -> None:
    text = f"两队合做,报酬6000元,甲独做10天,乙独做15天,按工作量分,{asked}"
    assert amount_for_who_or_pay(text, "10 天")
    assert amount_for_who_or_pay(text, "3600 元") is None
    assert amount_for_who_or_pay(text.replace(asked, "甲的报酬是乙的多少倍?"), "1.5 倍") is None


def test_a_deficit_is_not_answered_with_a_fall() -> None:
    assert fall_for_balance("2021年该省贸易逆差多少?2022年总额比上年多多少?", "下降 70 亿元；30 亿元")
    assert fall_for_balance("贸易顺差是多少亿元?", "下降 120 亿元")
    assert fall_for_balance("贸易顺差是多少亿元?", "120 亿元") is None
    assert fall_for_balance("贸易顺差比上年增加多少亿元?", "下降 20 亿元") is None


def test_how_many_of_each_is_not_answered_with_one_figure() -> None:
    assert other_sort_answered("盐水200克浓度15%,要配成400克,要加盐和水各多少克?", "182 克")
    assert other_sort_answered("盐水200克浓度15%,要配成400克,要加盐和水各多少克?", "盐 18 克，水 182 克") is None
