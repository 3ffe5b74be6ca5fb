"""Pipeline problems in students' words."""

from __future__ import annotations

import pytest

from engine.generators import NeedsParameter, solve_text

from ..solving_checks import answer_of, left_alone, own_questions_solved

NAME = "pipeline-performance"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("某流水线分为5段，每段时间为2ns，连续执行100条指令，求加速比和效率", "加速比 约 4.808，效率 约 96.15%"),
        (
            "一个4级流水线，取指2ns、译码1ns、执行3ns、写回1ns，执行50条指令总时间",
            "执行时间 159 ns（若第一条只用各段时间之和，则为 154 ns）",
        ),
        ("5级流水线，时钟周期200ps，执行1000条指令要多少时间？不考虑冒险", "执行时间 200.8 ns"),
        ("流水线各段时间分别为3ns,4ns,5ns,3ns，最大吞吐率是多少", "最大吞吐率 200×10^6 条/秒"),
        ("五段流水线执行20条指令需要多少个时钟周期", "24 个时钟周期"),
        (
            "指令流水线分取指(IF)、译码(ID)、执行(EX)、访存(MEM)、写回(WB)五个过程段，共有20条指令连续输入，时钟周期100ns，求实际吞吐率",
            "吞吐率 约 8.333×10^6 条/秒",
        ),
        ("流水线四个功能段用时 10ns、8ns、12ns、9ns，段间寄存器延迟1ns，时钟周期应为多少", "时钟周期 13 ns"),
        ("不用流水线一条指令要12ns，采用4级流水线后时钟周期4ns，指令数无穷多时的加速比是多少", "加速比 3"),
        ("主频2GHz的CPU采用5级流水线，理想情况下执行96条指令需要多长时间", "执行时间 50 ns"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of(NAME, text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "k段流水线执行n条指令的加速比",
        "某流水线5段，每段1个时钟周期，存在数据冒险停顿2个周期，执行10条指令要多少时间",
        "5段流水线，时钟周期2ns，20%的指令是分支，执行100条指令多长时间",
        "超标量流水线每周期发射2条指令，5段，时钟周期2ns，执行100条指令多长时间",
        "流水线各段3ns、4ns、5ns，把最慢的段拆成两段，时钟周期是多少",
        "4段流水线每隔两个周期流入一条指令，时钟周期2ns，执行10条指令的时间",
        "流水线5段，各段3ns、4ns，执行10条指令的时间",
        "流水线有哪些冒险",
        "浮点加法流水线5段，每段2ns，计算8个数之和的时间",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone(NAME, text)


def test_solver_asks_how_many_instructions() -> None:
    asked = solve_text("5级流水线，时钟周期2ns，执行总时间是多少", "408")
    assert isinstance(asked, NeedsParameter)
    assert answer_of(NAME, asked.completed("100")) == "执行时间 208 ns"


def test_solver_answers_own_questions() -> None:
    assert own_questions_solved(NAME) > 10
