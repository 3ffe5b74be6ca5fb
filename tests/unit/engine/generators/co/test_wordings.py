"""More wordings of problems about caches, codes, buses and opcodes, and near-misses that must be left alone."""

from __future__ import annotations

import pytest

from ..solving_checks import answer_of, left_alone


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("bus-bandwidth", "总线频率33MHz，位宽32位，求最大传输率", "132 MB/s"),
        ("bus-bandwidth", "双通道DDR4-2400内存，每通道64位，总带宽多少", "38400 MB/s"),
        ("bus-bandwidth", "某64位总线，时钟200MHz，每个时钟传两次数据，带宽多少", "3200 MB/s"),
        (
            "bus-bandwidth",
            "总线宽32位，时钟50MHz，突发传送先用1个时钟周期送地址，然后每个周期传送一个数据，突发传送16字节需要多少个时钟周期",
            "5 个时钟周期",
        ),
        ("expanding-opcode", "16位指令，地址码6位，二地址12条，单地址最多有几条", "256 条"),
        ("expanding-opcode", "指令字长12位，每个地址3位，扩展操作码，三地址4条，二地址8条，一地址180条，零地址能有几条？", "96 条"),
        ("ieee754", "float变量x=-12.75，在寄存器R1中的十六进制内容是", "C14C0000H"),
        ("ieee754", "把0.15625转成IEEE754 32位单精度浮点数，偏置值127，写出16进制", "3E200000H"),
        ("ieee754", "寄存器F2内容为43990000H，单精度，对应的值是（ ）A.306 B.-306 C.153 D.612", "306"),
        ("complement-arithmetic", "short型变量x=-32768，y=1，求x-y的值，是否溢出", "按补码解释为 32767，溢出（OF=1）"),
        ("complement-arithmetic", "采用双符号位补码，X=11 0010，Y=11 0101，求X+Y并判断是否溢出", "[X+Y]补 = 10 0111，溢出（负溢出）"),
        ("complement-arithmetic", "双符号位补码，X=00 0010，Y=11 0101，求X-Y", "[X-Y]补 = 00 1101，X-Y = 1101"),
        ("cache-mapping", "Cache有128行，块大小32B，主存地址20位，直接映射，标记几位", "标记 8 位"),
        ("cache-mapping", "Cache命中率0.95，Cache存取时间10ns，主存存取时间100ns，同时访问，求平均访问时间", "平均访问时间 14.5 ns"),
        ("cache-mapping", "程序执行期间Cache完成存取1900次，主存完成存取100次，求命中率", "命中率 95%"),
    ],
)
def test_solver_answers(name: str, text: str, answer: str) -> None:
    assert answer_of(name, text) == answer


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bus-bandwidth", "总线宽32位，时钟50MHz，突发传送，存储器准备数据要3个周期，突发传送16字节需要多少个时钟周期"),
        ("bus-bandwidth", "DDR4-2400和DDR3-1333的带宽差多少"),
        ("expanding-opcode", "指令字长12位，地址码3位，三地址指令4条，一地址指令255条，零地址指令64条，能否设计"),
        ("expanding-opcode", "定长操作码指令16位，地址6位，二地址最多几条"),
        ("ieee754", "float f=-8.5存在内存里按大端，第一个字节是什么"),
        ("ieee754", "单精度浮点数偏置改为128，-8.25的编码"),
        ("complement-arithmetic", "双符号位补码，X=01 0010，Y=11 0101，求X+Y"),
        ("complement-arithmetic", "双符号位补码，X=00 0010，Y=11 0101，求X÷Y"),
        ("complement-arithmetic", "unsigned short型变量x=65535，y=1，求x+y的值"),
        ("cache-mapping", "L1命中率95%，L2命中率80%，Cache存取时间10ns，主存100ns，平均访问时间"),
        ("cache-mapping", "Cache命中率98%，Cache存取5ns，主存50ns，TLB命中率90%，平均访问时间"),
        ("cache-mapping", "CPU访问Cache 1900次，访问主存100次，求命中率"),
        ("cache-mapping", "Cache存取5ns，主存50ns，要使平均访问时间为6ns，命中率至少多少"),
        ("cache-mapping", "组相联映射，Cache有128行，块大小32B，主存地址20位，标记几位"),
    ],
)
def test_solver_stays_out(name: str, text: str) -> None:
    assert left_alone(name, text)
