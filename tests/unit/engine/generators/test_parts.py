"""Parts of a problem are numbered in one way, and what only looks like a number of a part stays."""

from __future__ import annotations

import pytest

from engine.generators.pasted.parts import with_parts_numbered
from engine.generators.solving import Solved, solve_text

TWO = (
    "某剧场共有 25 排座位，第一排有 20 个座位，以后每一排都比前一排多 2 个座位，试求：\n{}该剧场最后一排的座位数；\n{}整个剧场的座位总数。"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(1)", "(2)"),
        ("1)", "2)"),
        ("1、", "2、"),
        ("1. ", "2. "),
        ("⒈", "⒉"),
        ("（一）", "（二）"),
        ("问题1：", "问题2："),
        ("第一问：", "第二问："),
        ("Q1. ", "Q2. "),
        ("- ", "- "),
        ("a. ", "b. "),
        ("①", "②"),
        ("1° ", "2° "),
    ],
)
def test_every_part_is_answered_however_it_is_numbered(first: str, second: str) -> None:
    solved = solve_text(TWO.format(first, second), "civil")
    assert isinstance(solved, Solved)
    assert solved.answer == "68；1100"


@pytest.mark.parametrize(
    "text",
    [
        "访问 1、2、3、4、1、2、5，缺页几次",
        "3. 某系统有 3 个页框。求：1. 5 MB 的文件占几块",
        "求：\n0 3 8\n1 0 2\n2 7 0",
        "码片序列是(1, 1, 1, 1)和(1, -1, 1, -1)，从链路上收到的序列是(2, 0, 2, 0, 0, -2, 0, -2, 0, 2, 0, 2)，发送的数据是",
        "节点 (1)、(2)、(3) 的度各是多少",
        "缺页几次？\na. 8 次\nb. 9 次\nc. 10 次\nd. 11 次",
        "- 页面大小 4KB\n- 逻辑地址 32 位\n求页号占几位",
    ],
)
def test_what_counts_no_parts_stays(text: str) -> None:
    assert with_parts_numbered(text) == text
