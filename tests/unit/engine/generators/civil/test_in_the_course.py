"""What happens in the course of a work is written out as its readers know it, and only where it can mean one thing."""

from __future__ import annotations

import pytest

from engine.generators.civil._work_rate.in_the_course import in_the_course
from engine.generators.reading import StayOut

BOTH = "甲单独做20天,乙单独做30天,"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("乙单独做比甲单独做快5天完成,两人合作几天?", "乙单独做比甲单独做少用5天完成,两人合作几天?"),
        ("徒弟比师傅慢4小时,两人合作几小时?", "徒弟比师傅多用4小时,两人合作几小时?"),
        ("实际比原计划快了4天完成,实际几天?", "实际比原计划提前4天完成,实际几天?"),
        ("乙的效率比甲快50%,两人合作几天?", "乙的效率比甲快50%,两人合作几天?"),
        ("甲比乙每天快3个,乙每天做9个?", "甲比乙每天快3个,乙每天做9个?"),
        ("手表比标准时间快5分钟,现在几点?", "手表比标准时间快5分钟,现在几点?"),
    ],
)
def test_quicker_by_days_is_less_time(told: str, said: str) -> None:
    assert in_the_course(told) == said


@pytest.mark.parametrize("told", ["乙比甲快一半时间,合作几天?", "乙比甲慢1/3的时间,合作几天?"])
def test_a_share_of_the_time_may_be_one_of_the_rate(told: str) -> None:
    with pytest.raises(StayOut):
        in_the_course(told)


@pytest.mark.parametrize(
    "joins", ["甲先做5天后乙来帮忙", "甲先做5天,乙赶来一起做", "甲先做5天,乙才加入", "甲做了5天,乙也加入进来", "甲先做5天后与乙合作"]
)
def test_who_joins_works_with_the_first(joins: str) -> None:
    rest = in_the_course(f"{BOTH}{joins},乙做了几天?").removeprefix(BOTH)
    assert rest.endswith(",剩下的由甲、乙合作完成,乙做了几天?")


@pytest.mark.parametrize(
    "told",
    ["甲先做5天,乙加入,合作3天后甲离开,乙还要几天?", "甲先做5天后乙接替,乙做了几天?", "甲先做5天,乙加入,又做4天完成,丙独做几天?"],
)
def test_of_those_who_join_more_may_be_told(told: str) -> None:
    assert in_the_course(BOTH + told) == BOTH + told


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("两人合作到还剩1/6时乙走了,甲做了几天?", "完成了5/6后乙走了"),
        ("两人合作至剩下40%时甲离开,乙还要几天?", "完成了3/5后甲离开"),
        ("两人合作完成一半后由甲单独做,一共几天?", "完成了1/2,剩下的由甲单独完成,一共几天?"),
        ("甲做一半后,乙丙合作,乙做了几天?", "甲完成了1/2,剩下的由乙、丙合作完成,乙做了几天?"),
    ],
)
def test_what_is_left_is_what_is_done(told: str, said: str) -> None:
    assert said in in_the_course(BOTH + told)


@pytest.mark.parametrize("told", ["甲做4天,还剩1/2,乙单独做几天?", "乙6天完成剩下的一半,丙5天完成最后剩下的,三人合作几天?"])
def test_a_rest_that_is_told_of_a_spell_stays(told: str) -> None:
    assert in_the_course(told) == told


def test_whose_half_is_not_told() -> None:
    with pytest.raises(StayOut):
        in_the_course(f"{BOTH}两人合作,甲做到一半时离开,乙做了几天?")
