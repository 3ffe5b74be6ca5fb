"""An operand's address as a register's contents plus a displacement in two's complement, and where its lowest or highest byte lies."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import HEXADECIMAL, to_code
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "displaced address"
_REGISTER = re.compile(
    rf"(?:当前)?(?:指令)?(?:中)?(?:的)?(?P<what>基址寄存器|变址寄存器)(?:\(?[A-Z]{{1,3}}\)?)?(?:中)?(?:的)?(?:内容|值)?(?:为|是|=)\s*(?P<value>{HEXADECIMAL})"
)
_DISPLACEMENT = re.compile(
    rf"(?:指令)?(?:中)?(?:的|给出的)?(?:形式地址|位移量|偏移量)\s*(?:\((?:用)?补码(?:表示)?\)|(?:均|都)?(?:用|采用)补码表示,?)?(?:字段)?(?:的)?(?:内容|值)?(?:为|是|=)\s*(?P<value>{HEXADECIMAL})"
)
_WIDTH = re.compile(r"(?:其中,?)?(?:某指令|该指令|指令)?(?:的)?(?:一个)?(?:操作数|数据)(?:为|是|占|有)\s*(?P<bits>16|32|64)\s*(?:位|bit)")
_ASKS = re.compile(
    r"(?:则)?(?:该|此)?(?:操作数|数据)?(?:的)?(?P<what>LSB|最低有效字节|最低字节|低字节|MSB|最高有效字节|最高字节|高字节|有效地址(?:\(?EA\)?)?|EA)(?:\((?:LSB|MSB|EA)\))?(?:所)?(?:存放)?(?:的)?(?:主存|单元)?(?:地址)?(?:是|为)?\s*(?:\(\s*\)|多少|\s{2,}|$|(?=[。?]))"
)


class _Address(Topic):
    """A problem of one operand."""

    words: ClassVar[str] = (
        "计算机 某 机 指令 操作数 寻址 寻址方式 基址寻址 变址寻址 采用 方式 形式地址 内容 存储 信息 数据 存放 地址 当前 某指令 一个 其中 该操作数 按字节编址 存放的 LSB MSB 若 已知"
    )
    refused: ClassVar[str] = r"间接|相对寻址|自增|比例|段寄存器|按字编址|页|Cache"


def recognise(text: str) -> Recognition | None:
    """The register, the displacement, and which address is asked for."""
    problem = _Address(text)
    register, displacement = problem.take(_REGISTER.pattern), problem.take(_DISPLACEMENT.pattern)
    if register is None or displacement is None:
        return None
    little = bool(problem.take_all(r"(?:存储|数据)?(?:采用|按|以)?小端(?:方式|次序|模式)?(?:存储|存放)?(?:信息|数据)?"))
    big = bool(problem.take_all(r"(?:存储|数据)?(?:采用|按|以)?大端(?:方式|次序|模式)?(?:存储|存放)?(?:信息|数据)?"))
    width = problem.take(_WIDTH.pattern)
    asked = problem.take_asked(_ASKS.pattern)
    problem.take_all(r"(?:该|此)?(?:操作数)?(?:采用|使用|用)?(?:基址|变址)(?:寻址)?(?:方式)?|(?:均|都)?(?:按|以)字节(?:为单位)?编址")
    problem.settle()
    digits = [len(patterns.sub(r"^0x|[hH\s]", "", found["value"])) for found in (register, displacement)]
    if len(asked) != 1 or digits[1] > digits[0] or (little and big):
        return None
    if digits[1] < digits[0] and "补码" not in problem.text and to_code(displacement["value"]) >> (4 * digits[1] - 1):
        return None  # whether it is negative is not said
    what = asked[0]["what"]
    end = "low" if patterns.match("LSB|最低|低", what) else "high" if patterns.match("MSB|最高|高", what) else "whole"
    if end != "whole" and (width is None or not (little or big)):
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "register": [to_code(register["value"]), digits[0]],
            "displacement": [to_code(displacement["value"]), digits[1]],
            "bytes": int(width["bits"]) // 8 if width else 1,
            "big": big,
            "end": end,
        },
        understood=(
            (register["what"], register["value"]),
            ("形式地址", displacement["value"]),
            ("求", {"low": "最低有效字节的地址", "high": "最高有效字节的地址", "whole": "有效地址"}[end]),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The displacement extended by its sign, added without a carry out."""
    (base, digits), (offset, shorter) = parameters["register"], parameters["displacement"]
    signed = offset - (1 << 4 * shorter) if offset >> (4 * shorter - 1) and shorter <= digits else offset
    address = (base + signed) % (1 << 4 * digits)
    extended = signed % (1 << 4 * digits)
    size, end = parameters["bytes"], parameters["end"]
    if end != "whole" and size < 2:
        stay_out("one byte has no ends")
    place = address + (size - 1 if (end == "low") == parameters["big"] and end != "whole" else 0)
    lines = [
        f"形式地址 {offset:0{shorter}X}H 符号扩展为 {extended:0{digits}X}H，有效地址为 {base:0{digits}X}H + {extended:0{digits}X}H，进位舍去，得 {address:0{digits}X}H。"
    ]
    if end != "whole":
        lines.append(
            f"{'大端' if parameters['big'] else '小端'}方式下最{'低' if end == 'low' else '高'}有效字节在"
            f"{'最低' if place == address else '最高'}的地址，即 {place:0{digits}X}H。"
        )
    return Solution(answer=f"{place:0{digits}X}H", steps=paragraphs(*lines), conventions=("形式地址为补码，符号扩展后相加",))
