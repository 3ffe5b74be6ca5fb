"""The working of relations: lines that a person can follow, every equation of which holds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.civil._problems.relations import Relations, minus, number, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording, told_in_words, working
from engine.questions.arithmetic import wrong_equations

PLAIN = Wording(lambda name: name)


def test_one_unknown_after_another_then_what_is_asked() -> None:
    relations = Relations()
    relations.equal(unknown("总"), number(1))
    relations.equal(times(12, unknown("甲")), unknown("总"))
    relations.equal(times(8, total(unknown("甲"), unknown("乙"))), unknown("总"))
    days = relations.ratio(unknown("总"), unknown("乙"))
    assert days == 24
    assert working(relations, [days], PLAIN) == ["甲 = 1 ÷ 12 = 1/12", "乙 = (1 − 8 × 1/12) ÷ 8 = 1/24", "总 ÷ 乙 = 1 ÷ (1/24) = 24"]


def test_what_several_relations_say_is_solved_together() -> None:
    relations = Relations()
    relations.equal(total(unknown("甲"), unknown("乙")), number(30))
    relations.equal(minus(unknown("甲"), unknown("乙")), number(6))
    value = relations.value(unknown("甲"))
    assert value == 18
    assert working(relations, [value], PLAIN) == ["解得 甲 = 18"]


def test_where_only_ratios_are_told_one_is_called_1_so_that_all_comes_out_even() -> None:
    relations = Relations()
    relations.equal(unknown("部分"), times(Fraction(2, 5), unknown("整体")))
    relations.equal(unknown("今年部分"), times(Fraction(13, 10), unknown("部分")))
    relations.equal(unknown("今年整体"), times(Fraction(26, 25), unknown("整体")))
    share = relations.ratio(unknown("今年部分"), unknown("今年整体"))
    assert share is not None
    lines = working(relations, [share * 100], Wording(lambda name: name, fractions=False))
    assert lines[0] == "设整体为 1"
    assert lines[-1] == "今年部分 ÷ 今年整体 = 0.52 ÷ 1.04 = 0.5"


def test_units_of_a_topic_are_shown() -> None:
    relations = Relations()
    relations.equal(unknown("收入"), number(576 * 10**8))
    relations.equal(unknown("人次"), number(4800 * 10**4))
    mean = relations.ratio(unknown("收入"), unknown("人次"))
    units = {"收入": (Fraction(10**8), "亿元"), "人次": (Fraction(10**4), "万人次")}
    assert mean is not None
    assert working(relations, [mean], Wording(lambda name: name, units.__getitem__)) == ["收入 ÷ 人次 = 576 亿元 ÷ 4800 万人次 = 1200"]


def test_an_answer_that_nothing_asked_gives_has_no_working_unless_it_is_composed() -> None:
    relations = Relations()
    relations.equal(unknown("甲"), number(4))
    relations.value(unknown("甲"))
    assert working(relations, [Fraction(7)], PLAIN) == []
    assert working(relations, [Fraction(7)], PLAIN, composed=True) == ["甲 = 4"]


def test_relations_in_words() -> None:
    relations = Relations()
    relations.equal(times(12, unknown("甲")), minus(unknown("总"), number(5)))
    assert told_in_words(relations, PLAIN) == ["12 × 甲 = 总 − 5"]


@pytest.mark.parametrize("fractions", [True, False])
@given(
    values=st.lists(st.integers(1, 40), min_size=3, max_size=3),
    factors=st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=3, max_size=3),
    above=st.integers(0, 2),
    below=st.integers(0, 2),
)
def test_every_line_holds(fractions: bool, values: list[int], factors: list[list[int]], above: int, below: int) -> None:
    names = "甲乙丙"
    relations = Relations()
    for row in factors:
        one = total(*(times(factor, unknown(name)) for factor, name in zip(row, names, strict=True)))
        relations.equal(one, number(sum(factor * value for factor, value in zip(row, values, strict=True))))
    answer = relations.ratio(unknown(names[above]), unknown(names[below]))
    if answer is None:
        return
    lines = working(relations, [answer], Wording(lambda name: name, fractions=fractions))
    assert list(wrong_equations("\n\n".join(lines))) == []
