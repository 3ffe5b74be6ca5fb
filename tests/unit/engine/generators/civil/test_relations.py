"""Linear relations of unknowns, and texts reduced to the signs of a topic: by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.civil._problems.reduced import parse
from engine.generators.civil._problems.relations import Relations, minus, number, times, total, unknown
from engine.generators.civil._work_rate.words import VOCABULARY
from engine.generators.reading import StayOut


def test_a_ratio_can_be_certain_where_neither_quantity_is() -> None:
    relations = Relations()
    relations.equal(times(12, unknown("a")), unknown("W"))
    relations.equal(times(18, unknown("b")), unknown("W"))
    assert relations.value(unknown("a")) is None
    assert relations.ratio(unknown("W"), total(unknown("a"), unknown("b"))) == Fraction(36, 5)


def test_two_relations_give_both_unknowns() -> None:
    relations = Relations()
    relations.equal(total(unknown("x"), unknown("y")), number(14))
    relations.equal(total(times(5, unknown("x")), times(3, unknown("y"))), number(60))
    assert relations.value(minus(unknown("x"), unknown("y"))) == 4


def test_what_contradicts_itself_is_refused() -> None:
    relations = Relations()
    relations.equal(unknown("x"), number(1))
    with pytest.raises(StayOut):
        relations.equal(unknown("x"), number(2))


def test_a_text_is_reduced_to_the_words_of_its_topic() -> None:
    plain = VOCABULARY.plain("一项工程，甲队独自做要十二天，乙队一个人干要18天完成，两队一起干多少天")
    assert VOCABULARY.reduce(plain) == "甲独12d,乙独18d毕,合?d"


def test_what_no_statement_covers_is_refused() -> None:
    assert [name for name, _ in parse("甲12d,乙18d", (("alone", r"[甲乙]\d+d"),))] == ["alone", "alone"]
    with pytest.raises(StayOut):
        parse("甲12d,※", (("alone", r"[甲乙]\d+d"),))
