"""Problems of the topics, worked by hand, and near-misses that must be left alone."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest

from engine.generators.co._expanding_opcode.topics import FREQUENCY_CODE
from engine.generators.laws.solving import recogniser, worked
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # 4 B × 66 MHz; then 8 B × 66 MHz.
        ("总线一次传送4字节，时钟66MHz，求总线带宽。若改为64位，时钟不变，带宽又是多少？", "带宽 264 MB/s；带宽 528 MB/s"),
        # 1 + 256/64 cycles of 8 ns.
        ("总线宽64位，时钟125MHz，送一次地址或一次数据都占1个时钟，突发写256位数据最少花多少时间？", "40 ns"),
        # 2 + 6 + 1 cycles of 1/90 μs for 4 B.
        ("总线时钟90MHz，读一次要2个时钟发地址、6个时钟等数据、1个时钟传回32位，不重叠，求读的数据传输率", "40 MB/s"),
        # 5 GT/s × 8/10 × 8 lanes ÷ 8 bits.
        ("PCIe 2.0每条通道5GT/s，8b/10b编码，x8的卡单方向带宽是多少MB/s", "4000 MB/s"),
        # 11 bits a character.
        ("异步串行，每帧1位起始位、8位数据位、1位校验位、1位停止位，要求有效数据率达到8800bps，波特率至少多大？", "12100 波特"),
        # 1280 × 1024 × 24 × 60 ÷ 40 %.
        ("显存要求分辨率1280×1024，颜色深度24位，帧频60Hz，总带宽的40%用来刷新屏幕，显存总带宽至少约为多少Mb/s", "4719 Mb/s"),
        # 2 MHz of machine cycles with 2 clocks each, 4 of them an instruction.
        ("主频8MHz，每个机器周期含2个时钟周期，每条指令平均4个机器周期，平均指令执行速度多少MIPS？", "1 MIPS"),
        # (2 ÷ 4 GHz) : (1.2 ÷ 2 GHz).
        ("机器甲时钟周期250ps、CPI为2.0，机器乙时钟周期500ps、CPI为1.2，ISA相同。跑同一程序，甲比乙快几倍？", "1.2 倍"),
        # 96 s ÷ 1.6 + 24 s.
        ("测试程序总共花120秒，其中CPU时间96秒，剩下是I/O时间。把CPU速度提高60%，I/O不变，再跑一遍得多少秒", "84 s"),
        # 25 × 0.8 × 1.1.
        ("某程序原来运行25s，换了编译器以后指令条数变成原来的80%，平均CPI变成原来的1.1倍，主频没动，现在要跑多少秒", "22 s"),
        # The load's result is needed one cycle too early.
        ("五段流水有转发（旁路），load后面紧跟一条用它结果的add，要停几拍", "停顿 1 个周期"),
        # I2 waits two cycles for r5 to be written.
        ("五段流水，没有转发，寄存器前半写、后半读。I1: add r5,r1,r2 后面紧跟 I2: sub r6,r5,r3，I2要阻塞几个时钟周期？", "停顿 2 个周期"),
        # n ÷ (5 + n) ≥ 0.8.
        ("要使6段等长流水线的效率达到80%，至少要连续输入多少条指令？", "20 条"),
        # 1 + 0.25 × 0.4 × 1 + 0.15 × 2.
        ("五级流水线，load占25%，其中40%的load后紧跟使用其结果的指令（停1拍），分支占15%且每次停2拍，其余无阻塞，平均CPI为多少", "1.4"),
        # 8 lines, 9 blocks in a round: LRU never hits.
        ("8个块的全相联Cache，循环依次访问9个不同的主存块，重复20轮，用LRU，总命中次数？", "命中 0 次"),
        # 1.5 + 1.4 × 2 % × 50.
        ("理想CPI为1.5，每条指令平均访存1.4次，Cache缺失率2%，缺失损失50个周期，实际CPI等于多少", "2.9"),
        # 1 + 5 % × (8 + 20 % × 60).
        ("两级Cache：L1命中时间1ns、命中率95%，L2命中时间8ns、局部命中率80%，主存60ns（逐级访问，时间累加）。平均访存时间是多少？", "2 ns"),
        # 2 ms ÷ 256 rows.
        ("DRAM内部256×256，刷新周期2ms，采用异步刷新，两次刷新的间隔是多少μs？", "7.8125 μs"),
        # 4 × 200 and 200 + 3 × 50.
        (
            "四体低位交叉存储器，存储周期200ns，总线传送周期50ns。顺序方式和交叉方式读4个字的时间分别为多少ns？",
            "顺序方式 800 ns，交叉方式 350 ns",
        ),
        # The fifth eighth of 64 K.
        ("用74LS138接片选，A15 A14 A13做C B A，Y5对应的地址范围是什么", "`A000H～BFFFH`"),
        # 1000 interrupts of 60 μs a second.
        ("设备每传一个字符要中断一次，中断处理一次60us，设备速率是每秒1000字符，CPU花在这上面的比例", "占 CPU 时间的 6%"),
        # 4096 ÷ 4 cycles of 100 ns.
        ("DMA方式传送4KB的数据，一次传一个字(4B)，每传一个字挪用一个存取周期100ns，总共挪用CPU多长时间", "102.4 μs"),
        # 16 − ⌈(120 + ⌈100/64⌉) ÷ 64⌉.
        ("指令字长16位，地址码6位，扩展操作码，零地址指令100条，一地址指令120条，二地址指令最多几条", "14 条"),
        # 16 − 7 bits of address.
        ("指令字长16位，采用一地址格式时操作码7位，直接寻址可访问的存储单元数是多少？", "512 个单元"),
    ],
)
def test_topics_are_answered(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "总线一次传送4字节，时钟66MHz，每次还要额外等待一个周期，求总线带宽",
        "总线宽64位，时钟125MHz，求总线带宽。若改为32位并且时钟加倍，带宽又是多少？",
        "全双工总线每个方向每次传16位，时钟1GHz，每周期传2次，带宽是多少",
        "四类指令占比分别为50%、30%、20%，CPI分别为1、2、4，求平均CPI",
        "流水线四段2ns、4ns、2ns、2ns，处理10个任务要多少ns",
        "五段流水，load后面紧跟一条用它结果的add，要停几拍",
        "转移指令占20%，采用分支预测，预测错误损失3个周期，理想CPI为1，平均CPI是多少",
        "2路组相联，Cache共16行，主存第35块放到Cache哪一行",
        "CPU访问Cache 1900次，访问主存100次，求命中率",
        "用1M×4位芯片构成4M×32位的存储器，地址线需要几根",
        "DRAM内部256×256，刷新周期2ms，采用异步刷新，其中一半的行不用刷新，间隔是多少μs",
        "设备每传一个字符要中断一次，中断处理一次60us，CPU花在这上面的比例",
        "指令字长16位，三地址指令15条、二地址指令14条，零地址指令最多几条",
        "浮点运算占改进后总时间的40%，浮点部件改进成原来4倍的速度，求加速比",
    ],
)
def test_near_misses_are_left_alone(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


def test_mean_length_is_that_of_the_best_prefix_code() -> None:
    """Against every set of lengths that Kraft's inequality allows."""
    chance = random.Random(7)
    for count in (3, 4, 5):
        weights = [chance.randint(1, 20) for _ in range(count)]
        frequencies = tuple(Fraction(weight, sum(weights)) for weight in weights)
        best = min(
            sum(frequency * length for frequency, length in zip(frequencies, lengths, strict=True))
            for lengths in itertools.product(range(1, count), repeat=count)
            if sum(Fraction(1, 2**length) for length in lengths) <= 1
        )
        assert worked(FREQUENCY_CODE, {"frequencies": frequencies}, "mean") == best


def test_a_topic_says_what_it_read() -> None:
    seen = recogniser(FREQUENCY_CODE)("指令的使用频度为0.5、0.25、0.25，按哈夫曼编码，平均码长多少位？")
    assert seen is not None and seen.confident
    assert ("求", "平均码长") in seen.understood
