"""What a question makes of a quantity is not answered with the quantity, nor with both sides of a comparison."""

from __future__ import annotations

import pytest

from engine.generators.guards.compared import comparison_passed_over
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("5路归并做外排序，初始归并段有100个，归并趟数多少？改成10路少几趟？", "3 趟；2 趟"),
        ("海明码信息位 24 位，纠一位错，校验位占码字总长的百分之几？", "29 位"),
        ("IEEE754单精度，机器数43A00000H的真值的一半是多少？", "320"),
    ],
)
def test_not_the_plain_quantity(text: str, wrong: str) -> None:
    solved = solve_text(text, "408")
    assert not isinstance(solved, Solved) or solved.answer != wrong


@pytest.mark.parametrize(
    ("text", "answer", "passed_over"),
    [
        ("出栈序列以4结尾的有几种?以1结尾的比它多几种?", "5 种；5 种", True),
        ("FIFO缺页几次?LRU缺页比它多几次?", "FIFO 比 LRU 少 1 次", False),
        ("投资36.8亿元,同比下降8%,上年多少?比其少多少亿元?", "40 亿元；3.2 亿元", False),
        ("直接映射,标记几位?改为4路组相联,标记多几位?", "标记 12 位；标记 14 位", True),
    ],
)
def test_both_sides_are_no_difference(text: str, answer: str, passed_over: bool) -> None:
    assert (comparison_passed_over(text, answer, lambda _: None) is not None) is passed_over


def test_a_mean_of_years_told_of_something_else() -> None:
    told, asked = "甲业年均增长8%。乙业由100增长到121,", "乙业增长多少?"
    assert comparison_passed_over(told + asked, "21%", lambda text: "21%" if asked in text else None) is None
    assert comparison_passed_over("乙业由100增长到121,乙业年均增长多少?", "21%", lambda _: "21%") == "年均"
