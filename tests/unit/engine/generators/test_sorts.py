"""Who, how much money and how many each are not answered with something else."""

from __future__ import annotations

import pytest

from engine.generators.guards.sorts import other_sort_answered


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
