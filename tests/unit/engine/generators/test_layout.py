"""Marks before conditions and words that lead to a question only set a problem out; what counts questions, options or rows stays."""

from __future__ import annotations

import pytest

from engine.generators.pasted.layout import without_layout
from engine.generators.pasted.normalising import normalise
from engine.generators.pasted.numerals import other_numerals
from engine.generators.pasted.paper import without_print
from engine.generators.pasted.talk import without_last_lines_of_talk, without_talk


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("- 甲每秒跑6米\n- 乙每秒跑4米\n几秒后相遇？", "甲每秒跑6米,\n乙每秒跑4米,\n几秒后相遇?"),
        ("1. 页面大小为 4KB。\n2. 页表项占 4B。\n页表占多少字节？", "页面大小为 4KB。\n页表项占 4B。\n页表占多少字节?"),
        ("已知条件：\n链路长 2km，带宽 10Mbps。\n\n问题：\n往返时间是多少？", "链路长 2km,带宽 10Mbps。往返时间是多少?"),
        ("袋中有 4 个红球。求：从中摸出 2 个都是红球的概率是多少？", "袋中有 4 个红球。从中摸出 2 个都是红球的概率是多少?"),
    ],
)
def test_what_only_sets_out_goes(text: str, plain: str) -> None:
    assert without_layout(normalise(text)) == normalise(plain)


@pytest.mark.parametrize(
    "text",
    [
        "到达时刻 0、1、2，服务时间 5、3、6。求：平均周转时间",
        "主频 500MHz。\n(1) 求时钟周期\n(2) CPI 为 5 时 MIPS 是多少",
        "矩阵为\n- 5 3\n- 2 1",
        "时钟周期是（ ）\n- A. 60ps\n- B. 70ps",
    ],
)
def test_what_belongs_to_the_problem_stays(text: str) -> None:
    assert without_layout(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "heading",
    ["### 题目 5\n\n", "3．", "17、", "例题 2　", "## 例题\n", "老师您好，请教一道题：\n", "请帮我解一下这道题：", "各位大佬好，求助：\n"],
)
def test_a_heading_goes_though_a_figure_follows(heading: str) -> None:
    problem = "1500字节的分组在10Mbps的链路上发送，求发送时延。"
    assert without_talk(without_print(normalise(heading + problem))).strip() == normalise(problem)


def test_a_decimal_at_the_beginning_is_no_heading() -> None:
    for problem in ("23.375用IEEE754单精度表示是多少", "3.5小时行驶210千米，求速度", "1.25的补码是多少"):
        assert without_print(normalise(problem)) == normalise(problem)


@pytest.mark.parametrize("talk", ["（要过程）", "，选哪个？", "。求详细解答过程", " 我算出来不对，求指点", "\n选哪个？", "\n解："])
def test_talk_behind_the_last_option_goes(talk: str) -> None:
    problem = "命中率是（ ）\nA. 80%\nB. 85%\nC. 90%\nD. 95%"
    assert without_last_lines_of_talk(normalise(problem + talk)).strip() == normalise(problem)


def test_an_option_that_sounds_like_talk_stays() -> None:
    problem = normalise("系统会不会死锁？\nA. 会\nB. 一定会\nC. 可能会\nD. 不会")
    assert without_last_lines_of_talk(problem) == problem


def test_small_counts_are_said_both_ways() -> None:
    assert list(other_numerals("某班8人，分三个组")) == ["某班8人,分3个组".replace(",", "，"), "某班八人，分三个组"]
    assert list(other_numerals("第三个页框，星期二")) == []
