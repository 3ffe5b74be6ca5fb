"""Chips of one byte side by side, the low bits of a byte address saying which: which address lies in the same chip as another."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._memory_chips.words import MEMORY, SHAPE, shape
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import HEXADECIMAL, to_code
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "same chip"
_ASKS = re.compile(
    rf"(?:则)?(?:下列|以下)?(?:地址|选项)?(?:中)?,?(?:与|和)(?:主存|内存)?(?:单元)?(?:地址)?\s*(?P<at>{HEXADECIMAL})\s*(?:的)?(?:单元)?(?:位于|处于|在|属于)(?:同一|同一个|相同)(?:的)?(?:DRAM)?(?:存储)?芯片(?:中|上|内)?(?:的)?(?:地址)?(?:是|有|为)?\s*(?:\(\s*\)|多少|\s{{2,}})?"
)
_CHIPS = re.compile(
    rf"(?:由|用|采用)?\s*(?P<n>{INTEGER})\s*(?:个|片|块)\s*(?P<shape>{SHAPE})(?:的)?(?:位)?(?:[SD]?RAM)?(?:存储)?芯片", re.IGNORECASE
)


_LOWEST = re.compile(
    rf"(?:则)?(?:主存|内存)?(?:单元)?地址\s*(?:为)?(?P<at>{HEXADECIMAL})\s*(?:的)?(?:单元)?所在(?:的)?(?:那个|该)?芯片(?:中|内|上)?(?:的)?最小(?:的)?地址(?:是|为)?\s*(?:\(\s*\)|多少|\s{{2,}})?"
)


class _Chips(Topic):
    """A problem of interleaved chips."""

    words: ClassVar[str] = (
        "主存储器 主存 存储器 存储器总线 总线 芯片 交叉编址 交叉 方式 构成 组成 相连 宽度 读写 每次 最多 按字节编址 下列 地址 位于 同一 一个 连接 总线宽度 DRAM"
    )
    refused: ClassVar[str] = r"Cache|页|虚|刷新|行缓冲|高位交叉|顺序编址|按字编址"


def recognise(text: str) -> Recognition | None:
    """The chips, the bus, and the address whose neighbours are looked for."""
    if not patterns.search("交叉", text):
        return None
    problem = _Chips(text)
    asked = problem.take_asked(_ASKS.pattern)
    if not asked and (lowest := _lowest(problem)) is not None:
        return lowest
    made = problem.take(_CHIPS.pattern)
    if made is None or len(asked) != 1:
        return None
    count, size = to_int(made["n"]), shape(made["shape"])
    width = problem.take_one(
        (
            r"(?:并)?(?:与|和)?(?:一个)?(?:宽度(?:为|是)?\s*)(?P<value>\d+)\s*(?:bit|位)(?:的)?(?:存储器)?总线(?:相连|连接)?",
            r"(?:主存)?(?:每次)(?:最多)?(?:可|能)?(?:读写|读/写|读出|传送)\s*(?P<value>\d+)\s*(?:bit|位)(?:数据)?",
        ),
        int,
    )
    problem.take_all(
        rf"(?:按|采用|以)?(?:低位)?交叉(?:编址)?(?:方式)?(?:构成|组成)?(?:{MEMORY})?|(?:且|并)?(?:均|都)?(?:按|以)字节(?:为单位)?编址"
    )
    problem.settle()
    if size[1] != 8 or width != count * 8:
        stay_out("chips that are not side by side")
    return Recognition(
        parameters={"task": TASK, "count": count, "at": to_code(asked[0]["at"])},
        understood=(("芯片", f"{count} 片，交叉编址"), ("求", f"与 {asked[0]['at']} 在同一芯片中的地址")),
    )


def _lowest(problem: _Chips) -> Recognition | None:
    """Chips as wide as the memory, interleaved: the lowest address in the chip of another."""
    asked = problem.take_asked(_LOWEST.pattern)
    told = problem.take(
        rf"(?:用|由|采用)(?:若干(?:个|片)?|\d+\s*(?:个|片))?\s*(?P<chip>{SHAPE})(?:的)?(?:位)?(?:[SD]?RAM)?(?:存储器|存储)?芯片(?:组成|构成|扩展成)(?:一个)?\s*(?P<memory>{SHAPE})(?:的)?(?:位)?{MEMORY}"
    )
    if len(asked) != 1 or told is None:
        return None
    problem.take_all(
        r"(?:且|并)?(?:均|都)?(?:按|以)字节(?:为单位)?编址|(?:各)?芯片(?:内|间|之间)?(?:的)?(?:各)?(?:单元)?(?:采用|按)?(?:低位)?交叉编址(?:方式)?"
    )
    problem.settle()
    chip, memory = shape(told["chip"]), shape(told["memory"])
    if chip[1] != memory[1] or memory[0] % chip[0]:
        stay_out("chips that are not interleaved alone")
    count = int(memory[0] / chip[0])
    return Recognition(
        parameters={"task": TASK, "count": count, "at": to_code(asked[0]["at"]), "lowest": True},
        understood=(("芯片", f"{count} 片，交叉编址"), ("求", f"{asked[0]['at']} 所在芯片的最小地址")),
    )


def solve(parameters: Parameters) -> Solution:
    """The address modulo the number of chips says the chip."""
    count, where = int(parameters["count"]), int(parameters["at"])
    bits = (count - 1).bit_length()
    if count != 1 << bits:
        stay_out("no power of two")

    if parameters.get("lowest"):
        return Solution(
            answer=f"{where % count:04X}H",
            steps=paragraphs(
                f"{count} 片交叉编址，地址的低 {bits} 位是芯片号：`{where:X}H` 的低 {bits} 位是 {where % count:0{bits}b}，在第 {where % count} 片。",
                f"该片的地址是 {where % count}、{where % count + count}、……，最小的是 {where % count:04X}H。",
            ),
            conventions=("各芯片从 0 编号，低位交叉",),
        )

    def fits(option: str) -> bool:
        plain = patterns.sub(r"[\s,。]", "", option).upper()
        if patterns.fullmatch(r"[01]{8,}B", plain):
            return int(plain[:-1], 2) % count == where % count
        if not patterns.fullmatch(r"[0-9A-F]+H", plain):
            stay_out(option)
        return int(plain[:-1], 16) % count == where % count

    return Solution(
        answer=f"低 {bits} 位为 {where % count:0{bits}b} 的地址",
        steps=paragraphs(
            f"{count} 片交叉编址，按字节编址，地址的低 {bits} 位是芯片号：`{where:X}H` 的低 {bits} 位是 {where % count:0{bits}b}，在第 {where % count} 片。",
            f"低 {bits} 位相同的地址在同一片中。",
        ),
        conventions=("各芯片从 0 编号，低位交叉",),
        fits=fits,
    )
