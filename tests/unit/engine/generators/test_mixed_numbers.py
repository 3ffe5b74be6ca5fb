"""A mixed number is one figure, however it is set."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.pasted.mixed_numbers import without_mixed_numbers
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("7½天", "7.5天"),
        ("$7\\frac{1}{2}$ 天", "$7.5$ 天"),
        ("7又1/2天", "7.5天"),
        ("7 1/2 天", "7.5 天"),
        ("2\\dfrac13小时", "7/3小时"),
        ("占\\frac{1}{2}", "占1/2"),
        ("喝了⅓", "喝了1/3"),
        ("1, 1/2, 1/3, ( )", "1, 1/2, 1/3, ( )"),
        ("2 1/2 1/3", "2 1/2 1/3"),
        ("3又5/2", "3又5/2"),
    ],
)
def test_one_figure(said: str, figure: str) -> None:
    assert without_mixed_numbers(said) == figure


@given(st.integers(1, 99), st.integers(1, 11), st.integers(2, 12))
def test_its_value_is_kept(whole: int, above: int, below: int) -> None:
    if above >= below:
        above = 1
    value = whole + Fraction(above, below)
    for said in (f"{whole}又{above}/{below}", f"{whole}\\frac{{{above}}}{{{below}}}"):
        assert abs(Fraction(without_mixed_numbers(said)) - value) == 0


@pytest.mark.parametrize("half", ["$7\\frac{1}{2}$ ", "7½", "7又1/2", "7 1/2 "])
def test_no_work_of_71_halves(half: str) -> None:
    found = solve_text(f"一项工程，甲、乙两队合作6天完成，甲单独做{half}天完成，乙单独做几天完成？", "civil")
    assert isinstance(found, Solved)
    assert found.answer == "30 天"
