"""Texts of which a part was once passed over, or which were read by a rule that does not hold: answered in full, or left alone."""

from __future__ import annotations

import pytest

from tests.unit.engine.generators.solving_checks import answer_of, left_alone

_ANSWERED = (
    ("pipeline-performance", "5级流水线，每段1个时钟周期，非流水方式执行100条指令要多少个时钟周期？", "500"),
    ("pipeline-performance", "5级流水线各段2ns，顺序执行和流水执行20条指令各要多少时间？", "200"),
    ("cache-mapping", "主存有4096块，cache 64行，每行128字（按字编址），4路组相联。主存地址几位？cache地址几位？", "13"),
    ("cache-mapping", "Cache数据区64KB，块大小32B，主存地址32位，直接映射，每行1个有效位，标记存储器共有多少位（含有效位）？", "34816"),
    ("hamming-code", "对32位数据进行海明编码，要求纠正1位错，需要几位校验位，编码后一共多长？", "38"),
    ("complement-arithmetic", "8位寄存器中存放的内容为FFH，若它表示无符号整数，真值是多少？若是补码呢？若是原码呢？", "255"),
    (
        "complement-arithmetic",
        "带符号整数用补码表示，int型变量x和y的机器数分别是FFFF FFDEH和0000 0042H，则x、y的值以及x-y的机器数分别是什么？",
        "-34",
    ),
    ("ieee754", "将43.625表示成IEEE754短浮点数：①符号位②阶码（二进制）③尾数④十六进制", "422E8000H"),
    ("memory-chips", "地址8000H~9FFFH为ROM，A000H~FFFFH为RAM，按字节编址，ROM用4K×8的芯片，RAM用8K×4的芯片，各用几片？", "6"),
    (
        "bus-bandwidth",
        "QPI总线是全双工总线，每个方向可同时传送20位信息（其中16位数据、4位校验位），每个时钟周期传送2次，时钟频率为2.4GHz，总线带宽多少？",
        "19200",
    ),
)


@pytest.mark.parametrize(("name", "text", "part"), _ANSWERED)
def test_all_that_is_asked_is_answered(name: str, text: str, part: str) -> None:
    assert part in answer_of(name, text)


_LEFT = (
    ("hamming-code", "一个(7,4)海明码，收到11011，偶校验，错在哪一位？"),
    ("complement-arithmetic", "求-0的补码和原码（8位）"),
    ("complement-arithmetic", "字长16位补码，最小负数的十六进制机器数和真值"),
    ("complement-arithmetic", "8位机，[x]补=01111000，[y]补=01110000，z=2*x+y/2，z的机器数是多少"),
    ("memory-chips", "某容量为512MB的存储器由若干16M×8位的DRAM芯片构成，该芯片的行数是多少"),
    ("cache-mapping", "主存地址32位，按字节编址，Cache数据区64KB，块64B，4路组相联，回写方式，LRU替换，每行至少多少位？"),
)


@pytest.mark.parametrize(("name", "text"), _LEFT)
def test_what_is_not_known_is_left_alone(name: str, text: str) -> None:
    assert left_alone(name, text)


def test_stages_of_different_times_do_not_take_the_formula_of_equal_ones() -> None:
    answer = answer_of("pipeline-performance", "四段流水线各段80ns、100ns、120ns、100ns，时钟同步，连续流过20条指令，求加速比")
    assert "2.899" in answer
