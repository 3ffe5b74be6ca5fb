"""What a paper prints around a problem is no part of it; what only looks like such print stays."""

from __future__ import annotations

import pytest

from engine.generators.pasted.normalising import normalise
from engine.generators.pasted.paper import with_blank_for_letter, without_print

PROBLEM = "某分页系统的页面大小为 1KB，逻辑地址 2500 的页号是多少？"


@pytest.mark.parametrize(
    "heading",
    [
        "【2019统考真题】",
        "(2016年全国联考)",
        "[单选题]",
        "7、(单选题)",
        "例3：",
        "例题 2 ",
        "习题 4.11 ",
        "第 12 题：",
        "23.",
        "3-20 ",
        "18 ",
        "（6分）",
        "二、",
        "综合应用题：",
        "(2012江苏)",
        "(2016年单选题)",
        "(2018·江苏)",
        "（2012年某省公务员考试真题）",
        "(2007)",
        "2009-35题. ",
        "[2015统考真题]",
        "43.（8分）",
        "1.（408，2012）",
        "三、综合应用题（共 70 分）41.",
        "Q：",
    ],
)
def test_a_heading_is_no_part_of_the_problem(heading: str) -> None:
    assert without_print(normalise(heading + PROBLEM)).strip() == normalise(PROBLEM)


@pytest.mark.parametrize(
    "said",
    [
        "(10分)",
        "[10分]",
        "请画图说明。",
        "试分析原因。",
        "这个结果说明什么问题？",
        "请给出详细的推导过程。",
        "\n难度：★★★",
        "（要求写出计算过程）",
        "（若除不尽，用分数表示即可）",
        "（写出具体分析过程，结果用小数表示）",
        "（本小题 5 分）",
        "\n参考答案：B",
    ],
)
def test_how_an_answer_is_set_out_is_no_condition(said: str) -> None:
    assert without_print(normalise(PROBLEM + said)).strip() == normalise(PROBLEM)


def test_being_told_to_answer_is_no_question() -> None:
    told = without_print(normalise("页面大小为 1KB。请回答下列问题，要求说明理由。(1) 页号占几位？(2) 页内地址占几位？"))
    assert told.split() == normalise("页面大小为 1KB。 (1) 页号占几位?(2) 页内地址占几位?").split()


@pytest.mark.parametrize(
    "text",
    [
        "11，4，13，6，（ ），8",
        "3、4、6、9、13、（ ）",
        "1、A、B 两地相距 60 千米，求中点到 A 的距离",
        "2010年某省收入为 0.6 亿元，求增长率",
        "24 位地址，8 位段号，每段最多多少字节？",
        "(1) 求页号的位数；(2) 求页内地址的位数",
        "（用补码表示）的 8 位数 10000000 是多少？",
        "同比增速为多少（保留一位小数）。",
        "5 个进程共享 3 台打印机，会不会死锁？",
        "3 个页框，FIFO，访问 1 2 3 4，缺页几次",
    ],
)
def test_figures_of_the_problem_stay(text: str) -> None:
    assert without_print(normalise(text)).split() == normalise(text).split()


def test_the_letter_in_the_blank_is_the_paper_s() -> None:
    assert with_blank_for_letter("甲的发送窗口是(A).") == "甲的发送窗口是( )."
    assert with_blank_for_letter("进程(A)的发送窗口是( )。") == "进程(A)的发送窗口是( )。"
    assert with_blank_for_letter("进程(A)和进程(B)") == "进程(A)和进程(B)"
    assert with_blank_for_letter("WPL 为( B )。(说明)( B )") == "WPL 为( )。(说明)"


def test_what_an_export_leaves_behind_goes() -> None:
    left = without_print(normalise("信道的数据速率为____。（分数：1.00）A.B.C.D."))
    assert "1.00" not in left and "A.B" not in left
    assert "png" not in without_print(normalise("两段链路的带宽均为 10Mbps。\nimage.png\n所需的时间是多少？"))
