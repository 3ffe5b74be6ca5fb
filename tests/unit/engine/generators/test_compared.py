"""What a question makes of a quantity is not answered with the quantity; the first of two cases is not lost."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("5路归并做外排序，初始归并段有100个，归并趟数多少？改成10路少几趟？", "3 趟；2 趟"),
        ("海明码信息位 24 位，纠一位错，校验位占码字总长的百分之几？", "29 位"),
        ("IEEE754单精度，机器数43A00000H的真值的一半是多少？", "320"),
        ("主机甲cwnd 20KB，乙通告rwnd 12KB，已发未确认的有5KB，还能发多少KB？若rwnd变为3KB呢？", "0 KB"),
        ("路由聚合192.168.8.0/24、192.168.9.0/24，结果是什么？再加上192.168.10.0/24、192.168.11.0/24呢？", "192.168.8.0/22"),
    ],
)
def test_not_the_plain_quantity(text: str, wrong: str) -> None:
    solved = solve_text(text, "408")
    assert not isinstance(solved, Solved) or solved.answer != wrong
