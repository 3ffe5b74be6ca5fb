"""Problems read by what they tell and ask: answers against computations of their own, and questions of two that are not answered by half."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.solving import Solved, solve_text

from ..solving_checks import answer_of, left_alone


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        (
            "memory-chips",
            "某存储器由8个模块组成，存储周期400ns，字长32位，总线传送周期50ns。分别求采用下列方式连续读出16个字所需的时间：(1)顺序方式；(2)交叉方式。",
            "顺序方式 6400 ns，交叉方式 1150 ns",
        ),
        (
            "complement-arithmetic",
            "已知8位补码[x]补=10110101，[y]补=01001110，求x、y的真值，并给出x+y的机器数。",
            "x：真值 -75；y：真值 78；x+y：结果的机器数 03H（00000011），真值 3，不溢出（OF=0）",
        ),
        ("complement-arithmetic", "8位机，x=0x6A，y=0x35，做 x+y，OF SF ZF CF 各是几？", "OF=1，SF=1，ZF=0，CF=0"),
        ("ieee754", "已知x、y为float型变量，x=25.5，y=-8.25。求x、y以及x+y结果的十六进制机器数。", "41CC0000H；C1040000H；418A0000H"),
        (
            "ieee754",
            "一种8位浮点表示遵循IEEE格式：1位符号，4位阶码（偏置7），3位尾数。求0 1010 101表示的值以及最大的规格化数。",
            "13；240",
        ),
        (
            "cpu-performance",
            "某程序有三类指令，A类占50%，CPI为1；B类占30%，CPI为2；C类占20%，CPI为3。主频500MHz。求平均CPI以及执行10^8条指令的时间。",
            "平均 CPI 为 1.7，CPU 时间 340 ms",
        ),
        ("hamming-code", "8位信息采用能纠一位错的海明校验，至少需几位校验位？若还要求能检出两位错，总共需要几位校验位？", "4 位；5 位"),
        (
            "memory-chips",
            "主存按字节编址，ROM区为0000H~1FFFH，RAM区为4000H~9FFFH。现有8K×4位的ROM芯片和8K×8位的RAM芯片，各需要多少片？",
            "ROM 2 片，RAM 3 片",
        ),
        (
            "io-overhead",
            "某设备每准备好一个32位数据需要200μs，CPU响应中断并执行完中断服务程序共需40μs，CPU用于该设备的时间占多少？",
            "占 CPU 时间的 20%",
        ),
    ],
)
def test_every_question_is_answered(name: str, text: str, answer: str) -> None:
    assert answer_of(name, text) == answer


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bus-bandwidth", "某同步总线时钟频率100MHz，宽度32位，每周期传送一次，求带宽和总线的负载能力。"),
        ("cache-mapping", "主存地址32位，按字节编址，Cache 64KB，块64B，4路组相联，求标记位数和替换时需要的比较次数。"),
        ("complement-arithmetic", "设机器字长8位，x=75，y=62，求[x+y]补，并求x×y。"),
        ("cpu-performance", "程序P在A机上运行20s，A主频1GHz，B主频1.6GHz，B的周期数是A的1.2倍，求P在B上的运行时间和B的CPI。"),
        ("io-overhead", "某CPU主频500MHz，中断方式，数据率0.5MB/s，每次32位，每次中断100个周期，求CPU占用率和中断响应时间。"),
        ("pipeline-performance", "五段流水线各段10ns，执行100条指令，求总时间，若遇到分支又如何？"),
        ("hamming-code", "收到海明码0110101，左起第1位，偶校验，哪位错了？若两位错呢？"),
        ("memory-chips", "用8K×8位芯片从4000H开始构成32KB的RAM区，第3块芯片的地址范围是多少？该片的片选信号逻辑表达式是什么？"),
    ],
)
def test_a_question_of_two_is_not_answered_by_half(name: str, text: str) -> None:
    assert left_alone(name, text)


@settings(max_examples=40)
@given(st.integers(1, 6), st.integers(2, 6), st.integers(4, 7), st.booleans())
def test_hits_of_a_loop_agree_with_counting(power: int, size: int, block: int, twice: bool) -> None:
    """The hits counted with a dictionary of lines, one element after another."""
    count, lines, bytes_of_block = 1 << power + 4, 1 << size, 1 << block
    held: dict[int, int] = {}
    misses = 0
    for element in range(count):
        place = element * 4 // bytes_of_block
        misses += held.get(place % lines) != place
        held[place % lines] = place
    accesses = count * (2 if twice else 1)
    body = "a[i]=a[i]*2;" if twice else "sum+=a[i];"
    text = (
        f"int型数组a（4B）首地址与主存块对齐，Cache采用直接映射，共{lines}行，块大小{bytes_of_block}B，初始为空，i、sum在寄存器中。"
        f"执行for(i=0;i<{count};i++) {body} 则访问数组a时Cache缺失多少次？"
    )
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == str(misses)
    assert misses <= accesses


@settings(max_examples=40)
@given(st.integers(-128, 127), st.integers(-128, 127))
def test_sums_agree_with_whole_numbers(x: int, y: int) -> None:
    """What eight bits keep of x + y, and whether that is x + y."""
    text = f"8位补码寄存器R1、R2的内容分别为{x % 256:02X}H和{y % 256:02X}H，求R1+R2的机器数，并判断是否溢出。".replace("和0x", "和")
    solved = solve_text(text, "408")
    if solved is None:
        return
    assert isinstance(solved, Solved)
    assert f"{(x + y) % 256:02X}H" in solved.answer
    assert ("不溢出" in solved.answer) == (-128 <= x + y <= 127)


@settings(max_examples=30)
@given(st.integers(2, 32), st.integers(2, 16), st.integers(1, 8))
def test_interleaved_banks_agree_with_a_timetable(words: int, banks: int, tick: int) -> None:
    """A word leaves every tick once the first has come; one bank after the other gives a word a cycle."""
    cycle = banks * tick * 10
    ends = [cycle + number * tick * 10 for number in range(words)]
    text = f"某存储器有{banks}个存储体，存储周期{cycle}ns，总线周期{tick * 10}ns，连续读出{words}个字，求顺序方式和低位交叉方式所需的时间。"
    assert answer_of("memory-chips", text) == f"顺序方式 {words * cycle} ns，交叉方式 {max(ends)} ns"
    assert Fraction(max(ends)) <= words * cycle
