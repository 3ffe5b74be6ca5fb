"""Code sequences, traversals of arrays, addresses of a memory, changes by a factor, and conditions that nobody reads."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest

from engine.generators import registry
from engine.generators.reading import StayOut
from engine.generators.solving import Solved, solve_text

EXAM = registry.exam_of("bus-bandwidth")


def said(text: str) -> str | None:
    """The answer to a text."""
    found = solve_text(text, EXAM)
    return found.answer if isinstance(found, Solved) else None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "A、B、C三类指令的CPI分别为1、2、3。序列1有A类2条、B类1条、C类2条；序列2有A类4条、B类1条、C类1条。哪个代码序列执行的指令数多？哪个更快？CPI各是多少？",
            "序列2 的指令多；序列2 快；序列1 CPI 2，序列2 CPI 1.5",
        ),
        ("某计算机字长32位，存储容量为4MB，按字编址，寻址范围是多少", "0~FFFFFH（共 1M 个单元）"),
        (
            "某机字长16位，主存容量128KB，问按字节编址的寻址范围和按字编址的寻址范围各是多少？",
            "按字节编址的寻址范围 0~1FFFFH（共 128K 个单元），按字编址的寻址范围 0~FFFFH（共 64K 个单元）",
        ),
        (
            "总线时钟频率为66MHz，数据线64位，每个总线周期传送一次数据，总线带宽是多少？若把总线宽度减半，带宽又是多少？",
            "带宽 528 MB/s；带宽 264 MB/s",
        ),
        ("存取周期为100ns，存储器数据总线宽32位，求存储器带宽", "320 Mb/s"),
        ("4段流水线，各段时间为Δt、2Δt、Δt、Δt，Δt=10ns，按统一的时钟推进，20条指令的总时间是多少", "总时间 460 ns"),
        (
            "主存地址20位，Cache 8KB，块16B，4路组相联，主存地址ABCDEH映射到哪一组？标记是多少？",
            f"第 {0xABCDE // 16 % 128} 组；标记 {0xABCDE >> 11:X}H",
        ),
    ],
)
def test_what_papers_ask(text: str, answer: str) -> None:
    found = said(text)
    assert found is not None
    assert answer.removeprefix("总时间 ") in found


@pytest.mark.parametrize("count", [10, 64, 1000])
@pytest.mark.parametrize(("statement", "accesses"), [("s+=a[i]", 1), ("a[i]=a[i]+32", 2)])
def test_a_traversal_misses_once_a_block(count: int, statement: str, accesses: int) -> None:
    misses = Fraction(ceil(count * 4 / 16), count * accesses)
    text = f"for(i=0;i<{count};i++) {statement}; a为int（4B），从块边界开始，Cache块16B，初始为空，缺失率是多少"
    assert said(text) == f"{float(misses * 100):g}%"


@pytest.mark.parametrize(
    "text",
    [
        "CPU 主频为 50MHz，某设备每秒至少查询 100 次，每次查询 400 个周期，两台设备同时工作，求 CPU 用于查询的时间比例。",
        "某程序中浮点运算占 40%，把浮点部件的速度降低到原来的 4 倍，整体加速比是多少？",
        "某程序运行 100s，其中 90s 是 CPU 时间，其余是 I/O 时间。CPU 速度提高 50%，I/O 速度变，则运行时间是多少？",
        "总线宽度 32 位，时钟 50MHz，一个总线周期等于一个时钟周期，总线被占用四分之一，求带宽",
        "指令字长16位，每个地址码4位，采用扩展操作码，三地址指令12条，二地址指令60条，一地址指令62条，零地址指令最少几条?",
        "总线时钟66MHz，数据线64位，每个时钟传送一次数据，若宽度减半，带宽是多少？",
        "int a[100][100]; for(j=0;j<100;j++) for(i=0;i<100;i++) s+=a[i][j]; int占4B，从块边界开始，按行存放，Cache块64B，初始为空，命中率多少",
        "用4K×4位RAM芯片从地址8000H起连续构成16KB的RAM区，第3片的地址范围？",
        "A类CPI为1，B类CPI为2。方案一：5条A类、2条B类；方案二：8条A、1条B，方案二要执行两遍，哪种方案更快？",
    ],
)
def test_conditions_that_nobody_reads(text: str) -> None:
    assert said(text) is None


def test_the_same_cycles_are_no_answer() -> None:
    from engine.generators.co._cpu_performance.sequences_solving import solve

    told = {
        "costs": {"A": "1", "B": "2"},
        "names": ["S1", "S2"],
        "counts": [{"A": 2, "B": 1}, {"A": 0, "B": 2}],
        "hertz": "",
        "asked": ["faster"],
    }
    with pytest.raises(StayOut):
        solve(told)
