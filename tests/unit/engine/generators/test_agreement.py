"""Where two readers understand one text and their answers contradict each other, neither is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators import registry
from engine.generators.agreement import come_to_the_same
from engine.generators.alternatives import first_reading
from engine.generators.kind import Kind, Parameters, Recognition, Solution, Solver
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.15 μs", "1150 ns"),
        ("效率 约 76.92%", "约 76.923%"),
        ("500 ms", "0.5 s"),
        ("5 KB/s", "0.005 MB/s"),
        ("容量 2 MB；芯片 32 片", "32 片"),
        ("最大吞吐率 12.5×10^6 条/秒", "1.25×10^7 条/s"),
        ("第 159H 组", "第 345 组"),  # a code and a number: not compared
        ("能全部满足", "能"),
        ("3 级", "三级"),
    ],
)
def test_answers_in_other_units_or_of_more_things_do_not_contradict(one: str, other: str) -> None:
    assert come_to_the_same(one, other)
    assert come_to_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15 米/秒；70 米", "13.25 米/秒"),
        ("12 片", "16 片"),
        ("384 KB", "320 KB"),
        ("24 kbps", "12 kbps"),
        ("0", "-1"),
        ("x = 1", "x = -1"),
    ],
)
def test_other_amounts_do(one: str, other: str) -> None:
    assert not come_to_the_same(one, other)
    assert not come_to_the_same(other, one)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=4), st.lists(st.integers(1, 10**6), min_size=1, max_size=4))
def test_what_is_said_of_the_same_amounts_agrees_whoever_is_asked_first(one: list[int], other: list[int]) -> None:
    first, second = ("，".join(f"{number} 次" for number in numbers) for numbers in (one, other))
    assert come_to_the_same(first, first)
    assert come_to_the_same(first, second) == come_to_the_same(second, first)


def _kind(*said: int) -> Kind:
    """A kind each of whose readers understands every text, each in its way."""

    def reader(value: int) -> Recognition:
        return Recognition(parameters={"value": value}, understood=(("数", str(value)),))

    def solve(told: Parameters) -> Solution:
        return Solution(answer=f"{told['value']} 次", steps="……")

    readers = [lambda text, value=value: reader(value) for value in said]
    some = registry.find("page-replacement")
    assert some is not None
    return replace(some, solver=Solver(hint="几次", recognise=first_reading(*readers), solve=solve))


def test_a_text_is_answered_where_its_readers_agree_and_left_where_they_do_not() -> None:
    agreeing = solve_text("几次？", "408", {"page-replacement": _kind(9, 9, 9)})
    assert isinstance(agreeing, Solved) and agreeing.answer == "9 次"
    assert solve_text("几次？", "408", {"page-replacement": _kind(9, 9, 8)}) is None
