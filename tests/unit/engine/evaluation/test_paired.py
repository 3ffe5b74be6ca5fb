"""Paired tests against values from textbooks and tables, and against counting everything."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.paired import McNemar, signed_rank_p, student_t_quantile


def test_mcnemar_counts_only_what_changed() -> None:
    first = [True] * 8 + [False] * 6
    second = [True] * 5 + [False] * 3 + [True] * 1 + [False] * 5
    test = McNemar.of(first, second)
    assert (test.lost, test.won, test.total) == (3, 1, 14)
    assert test.change == pytest.approx(-2 / 14)
    assert test.p_two_sided == pytest.approx(2 * (4 + 1) / 16)
    assert test.p_worse == pytest.approx(5 / 16)
    assert McNemar.of(first, first).p_two_sided == 1


@pytest.mark.parametrize(
    ("degrees", "quantile"), [(1, 6.314), (2, 2.920), (3, 2.353), (5, 2.015), (10, 1.812), (30, 1.697), (51, 1.675), (120, 1.658)]
)
def test_students_quantiles_are_those_of_the_table(degrees: int, quantile: float) -> None:
    assert student_t_quantile(0.95, degrees) == pytest.approx(quantile, abs=5e-4)
    assert student_t_quantile(0.5, degrees) == pytest.approx(0, abs=1e-6)


def test_the_signed_rank_test_knows_its_extremes() -> None:
    assert signed_rank_p([-1, -2, -3, -4, -5]) == pytest.approx(1 / 32)
    assert signed_rank_p([1, 2, 3, 4, 5]) == 1
    assert signed_rank_p([0, 0, 0]) == 1 == signed_rank_p([])


@given(st.lists(st.integers(-4, 4), max_size=9))
def test_the_signed_rank_test_counts_every_assignment_of_signs(values: list[int]) -> None:
    kept = sorted((value for value in values if value), key=abs)
    sizes = [abs(value) for value in kept]
    ranks = [(sizes.index(size) + 1 + len(sizes) - sizes[::-1].index(size)) / 2 for size in sizes]
    observed = sum(rank for rank, value in zip(ranks, kept, strict=True) if value > 0)
    below = sum(
        sum(rank for rank, plus in zip(ranks, signs, strict=True) if plus) <= observed
        for signs in itertools.product((False, True), repeat=len(ranks))
    )
    assert signed_rank_p(values) == pytest.approx(below / 2 ** len(ranks))
