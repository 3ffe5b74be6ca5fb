"""Amdahl's law, programs moved to another machine, and the quantities of the CPU time equation, in students' words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.co import cpu_performance

from ..solving_checks import answer_of, left_alone

NAME = "cpu-performance"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("CPU主频2GHz，有A、B、C三类指令，占比分别为50%、30%、20%，CPI分别为1、2、4，求平均CPI和MIPS", "平均 CPI 为 1.9，约 1052.63 MIPS"),
        ("ALU指令占43%、Load占21%、Store占12%、转移占24%，CPI依次为1、2、2、2，平均CPI是多少", "平均 CPI 为 1.57"),
        ("主频500MHz的机器，平均速度100MIPS，求平均CPI", "5"),
        ("某程序执行1亿条指令，用时2秒，主频1GHz，求CPI和MIPS", "平均 CPI 20，50 MIPS"),
        # Patterson and Hennessy's exercise: 100 s, 80 s of them multiplication.
        ("某程序运行100秒，其中80秒是乘法运算，乘法加速到原来的4倍，改进后的执行时间和加速比", "改进后的时间 40 s，加速比 2.5"),
        ("浮点运算占总执行时间的60%，浮点部件速度提高到原来的3倍，求整体加速比", "约 1.667"),
        ("程序在A机上运行需要20s，A机主频2GHz，B机时钟频率4GHz但周期数是A机的1.5倍，在B机上运行需要多少秒", "15 s"),
        # Patterson and Hennessy's classic: 10 s at 2 GHz, 6 s wanted, 1.2 times the cycles.
        ("程序在A机上运行10秒，A机主频2GHz，希望在B机上6秒完成，但时钟周期数变为A的1.2倍，B机主频应为多少", "4 GHz"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of(NAME, text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "系统某部件处理时间占总时间的40%，将其速度提高了9倍，加速比",
        "浮点占40%、整数占30%，分别加速到原来的2倍和3倍，整体加速比",
        "程序在A机上运行10秒，A机主频2GHz，B机主频3GHz，B机运行多久",
        "A机主频2GHz，B机主频4GHz，哪台快几倍",
        "有A、B、C三类指令，占比分别为50%、50%，CPI分别为1、2、4，求平均CPI",
        "四类指令占比分别为50%、30%、20%，CPI分别为1、2、4，求平均CPI",
        "三类指令占比分别为50%、30%、30%，CPI分别为1、2、4，求平均CPI",
        "主频1GHz，平均速度100MIPS，存取周期10ns，求平均CPI",
        "主频1GHz，CPI为2，平均速度500MIPS，求执行时间",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone(NAME, text)


@given(st.integers(1, 10**6), st.integers(1, 20), st.integers(1, 4000))
def test_quantities_agree_with_counting_cycles(instructions: int, cpi: int, megahertz: int) -> None:
    """CPI back from the time that the cycles take."""
    assert cpu_performance.KIND.solver is not None
    time = Fraction(instructions * cpi, megahertz * 10**6)
    facts = {"instructions_told": str(instructions), "hertz": str(megahertz * 10**6), "time_told": str(time)}
    solution = cpu_performance.KIND.solver.solve(
        {"task": "instructions and clock", "scenes": [{"facts": facts, "asked": ["cpi"], "unit": ""}]}
    )
    assert solution.answer == str(cpi)
