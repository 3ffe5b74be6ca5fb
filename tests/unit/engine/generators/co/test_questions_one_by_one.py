"""Problems of several questions, each read by itself; programs, formats of instructions and memories told in other ways; near-misses."""

from __future__ import annotations

import pytest

from ..solving_checks import answer_of, left_alone


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        (
            "memory-chips",
            "有一个512K×16位的存储器，由64K×8位的DRAM芯片构成，问：(1)总共需要多少DRAM芯片？"
            "(2)设DRAM芯片内部是256行×256列的存储阵列，采用异步刷新，单元刷新间隔不超过4ms，刷新信号周期是多少？",
            "芯片 16 片；刷新间隔 15.625 μs",
        ),
        (
            "memory-chips",
            "某4体交叉编址的存储器，出现的主存地址（十进制）序列为101，102，106，103，则会发生访存冲突的地址对有哪些？",
            "102 和 106",
        ),
        (
            "expanding-opcode",
            "某机指令字长12位，每个地址码占3位，能否设计出4条三地址指令、255条一地址指令和64条零地址指令？为什么？",
            "不可以",
        ),
        (
            "expanding-opcode",
            "定长指令字16位，指令系统有60条指令，支持立即、直接、间接、变址4种寻址方式，单地址指令中直接寻址的范围是多少？",
            "0~255",
        ),
        ("hamming-code", "要想发现3位错误，码距至少为几？要想纠正3位错误，码距至少为几？", "码距至少 4；码距至少 7"),
        (
            "hamming-code",
            "信息码1011，采用奇校验的海明码，第1位在左。(1)需要几位校验位 (2)各校验位的值 (3)完整的海明码",
            "校验位 3 位，校验位 101，码字 1011011",
        ),
        (
            "ieee754",
            "设浮点数的阶码和尾数均采用补码表示，且位数分别为5位和7位（均含2位符号位）。若有两个数X=2^7×29/32，Y=2^5×5/8，则用浮点加法计算X+Y的最终结果是什么",
            "发生溢出",
        ),
        ("complement-arithmetic", "设short型变量x的机器数为8D3CH，执行int y = x;后，变量y的机器数是多少", "FFFF8D3CH"),
        (
            "complement-arithmetic",
            "设[x]补=1.0101100，[y]补=0.1101000，求[x+y]补，并指出有无溢出。",
            "结果的机器数 0.0010100，不溢出（OF=0）",
        ),
    ],
)
def test_solver_answers(name: str, text: str, answer: str) -> None:
    assert answer_of(name, text) == answer


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("complement-arithmetic", "8位补码[x]补=10110100。（1）求[-x]补；（2）结果再右移1位是多少？"),
        ("expanding-opcode", "指令字长32位，操作码8位，16个寄存器，8种寻址方式，双操作数指令，问剩余多少位？"),
        ("expanding-opcode", "16位指令，48条指令，4种寻址方式，变址寻址时用8个变址寄存器之一，直接寻址范围是多少？"),
        ("hamming-code", "写出1010、110的海明码"),
        ("ieee754", "f1=C0000000H，f2=C0800000H，单精度，谁的绝对值大？"),
        ("memory-chips", "4体交叉存储器，访问地址序列为0、4、8、12，存取周期为2个总线周期，会冲突的地址对有哪些？"),
        ("memory-chips", "用4片16K×8位芯片组成64K×8的存储器，每片的地址范围是多少？其中第2片坏了"),
    ],
)
def test_solver_stays_out(name: str, text: str) -> None:
    assert left_alone(name, text)
