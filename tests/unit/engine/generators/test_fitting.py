"""Who is not answered with how long, and pay not with days."""

from __future__ import annotations

import pytest

from engine.generators.guards.fitting import amount_for_who, no_money_for_pay


@pytest.mark.parametrize("asked", ["最后一天是谁做?", "最后一天轮到哪个队?", "谁先做完?"])
def test_somebody_is_asked_for(asked: str) -> None:
    text = f"甲独做10天,乙独做15天,轮流各做一天,{asked}"
    assert amount_for_who(text, "12 天")
    assert amount_for_who(text, "8/3 天（约 2.67 天）")
    assert amount_for_who(text, "甲") is None
    assert amount_for_who(text, "12 天；乙") is None


def test_how_much_is_asked_for() -> None:
    assert amount_for_who("甲独做10天,乙独做15天,合作几天完成?", "6 天") is None


@pytest.mark.parametrize("asked", ["甲得多少?", "甲应得多少元?", "乙分到多少报酬?"])
def test_money_is_asked_for(asked: str) -> None:
    text = f"两队合做,报酬6000元,甲独做10天,乙独做15天,按工作量分,{asked}"
    assert no_money_for_pay(text, "10 天")
    assert no_money_for_pay(text, "3600 元") is None
    assert no_money_for_pay(text.replace(asked, "甲的报酬是乙的多少倍?"), "1.5 倍") is None
