"""Formats that a text lays out by registers, modes and operations: how many instructions of one or two operands, and how far each mode reaches."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "reach of modes"
_MODE = r"(?:立即数?|直接|(?:一次)?间接|一次间址|相对|变址|基址|寄存器(?:直接|间接)?)(?:寻址)?"
_LIST = rf"{_MODE}(?:\s*(?:[、,和与及]|以及)\s*{_MODE}){{1,7}}"
_RANGE = (
    r"(?:的)?(?:寻址|访问)?(?:的)?(?:地址)?(?:范围|最大(?:的)?(?:存储)?空间|空间)(?:各|分别)?(?:是|为)?(?:多少|多大)?(?:个)?(?:字|单元)?"
)
_MANY = r"(?:最多|至多)?(?:可以?|能|能够)?(?:有|构成|设计|定义|表示|安排)?"
_ASKS = (
    (rf"直接寻址(?:和|与|、|及)(?:一次间接寻址|一次间址|间接寻址){_RANGE}", ("direct", "indirect")),
    (rf"寄存器间接寻址{_RANGE}", ("register",)),
    (rf"(?:一次间接寻址|一次间址|(?<!寄存器)间接寻址){_RANGE}", ("indirect",)),
    (rf"(?:指令)?(?:可)?(?:的)?直接寻址{_RANGE}", ("direct",)),
    (rf"{_MANY}(?:多少|几)条单(?:操作数|地址)指令|单操作数指令{_MANY}(?:多少|几)条", ("single",)),
    (rf"{_MANY}(?:多少|几)条双(?:操作数|地址)指令|双操作数指令{_MANY}(?:多少|几)条", ("double",)),
)
_TWO_WORDS = re.compile(
    rf"(?:若|如果)?(?:采用|用|改为|使用)?双字(?:长)?(?:的)?指令[,;](?:操作码(?:的)?(?:位数)?(?:和|与|及|、)寻址(?:方式|特征)(?:位)?(?:数)?(?:均|都)?(?:保持)?不变[,;])?(?:则)?(?:指令)?(?:可)?(?:的)?直接寻址{_RANGE}"
)


def recognise(text: str) -> Recognition | None:
    """The word, what the fields have to tell apart, and what is asked.

    Raises:
        StayOut: something is not understood.
    """
    if not patterns.search("寻址", text) or not patterns.search("单字|一地址|单地址|单操作数|双操作数|双字", text):
        return None
    text = patterns.sub(
        r"(?:并|试|请)*画出(?:其|该|此)?(?:单字长|双字长)?(?:的)?指令(?:的)?格式(?:图)?[,;]?(?:并)?(?:指出|说明|写出|给出|求出?)?",
        ",",
        text,
    )
    text = patterns.sub(r"(?<=[\s,;。:?!])\(\s*[1-4]\s*\)|^\s*\(\s*1\s*\)", " ", text)
    problem = Clauses(text)
    problem.refuse(r"扩展操作码|流水|Cache|页|堆栈|哈夫曼|霍夫曼|不等长|变长|PC|位移量|偏移|多次|存储字长|字节编址")
    two_words = problem.take(_TWO_WORDS.pattern)
    word = problem.take_one(rf"(?:机器|计算机|指令|某机|机)?字长(?:为|是)?\s*(?P<value>{INTEGER})\s*位", to_int)
    problem.take_all(
        rf"(?:机器)?字长(?:为|是)?\s*{INTEGER}\s*位|运算器(?:为|是|也为)?\s*{INTEGER}\s*位|主存(?:容量)?(?:为|是)?\s*\d+\s*[KM]?\s*(?:字|B)(?!节?长)"
    )
    width = problem.take_one(r"(?:变址寄存器|基址寄存器|和|与|、)+(?:均|都)?(?:为|是)\s*(?P<value>\d{1,2})\s*位", to_int)
    registers = problem.take(
        rf"(?:CPU)?(?:中)?(?:共)?(?:有)?\s*(?P<n>{INTEGER})\s*个\s*(?:(?P<bits>\d{{1,2}})\s*位(?:的)?)?(?:通用)?寄存器"
    )
    modes = problem.take(
        rf"(?:共)?(?:有|允许|支持|采用)?\s*(?P<n>{INTEGER})\s*种(?:操作数)?寻址方式(?:\(?(?:包括|有|即|:)?{_LIST}(?:等)?(?:寻址)?(?:方式)?\)?)?"
    )
    listed = problem.take(
        rf"(?:允许|支持|采用|有|具有)(?P<list>{_LIST})(?:等)?(?:寻址)?(?:方式)?(?:共)?(?:这)?(?P<n>{INTEGER})?(?:种)?(?:寻址方式)?"
    )
    operations = problem.take(r"(?:共)?(?:能|可|有|完成)*\s*(?P<n>\d{1,3})\s*(?:种|条)(?:不同的?)?(?:操作|指令)(?!格式)")
    memory = bool(problem.take_all(r"(?:采用)?(?:R\s*[-―—]?\s*S|寄存器\s*[-―—]\s*存储器)型(?:的)?(?:单字长)?(?:指令)?(?:格式)?"))
    one_address = bool(problem.take_all(r"(?:采用)?(?:一|单)地址(?:码)?(?:的)?(?:指令)?(?:格式)?(?:的)?(?:指令系统)?"))
    problem.take_all(
        r"(?:指令)?(?:中)?(?:的)?(?:每个)?(?:操作数)?地址码(?:字段)?由寻址方式(?:字段)?(?:和|与|、)寄存器(?:字段|号|编号)?(?:两部分)?组成|(?:若|如果)?(?:采用|用)?单字(?:长)?(?:的)?指令(?:格式)?"
    )
    asked: list[tuple[int, str]] = []
    for pattern, names in _ASKS:
        for match in problem.take_all(pattern):
            problem.mark_asked([match.span()])
            asked += [(match.start() + place, name) for place, name in enumerate(names)]
    settle(problem, COMMON + " 指令 指令系统 格式 寻址 寻址方式 通用寄存器 寄存器 操作 机器 单字 该机 系统 字段 采用 等 包括 单元 共")
    wanted = [name for _, name in sorted(asked)]
    if word is None or not (wanted or two_words) or (modes is not None and listed is not None and modes["n"] != listed["n"]):
        return None
    kinds = _number_of_modes(modes, listed)
    parameters: dict[str, Any] = {
        "task": TASK,
        "word": word,
        "modes": kinds,
        "operations": int(operations["n"]) if operations else None,
        "registers": to_int(registers["n"]) if registers else None,
        "width": int(registers["bits"]) if registers and registers["bits"] else width,
        "memory": memory,
        "one_address": one_address,
        "asked": wanted + (["double word"] if two_words else []),
    }
    solve(parameters)
    return Recognition(
        parameters=parameters,
        understood=tuple(
            pair
            for pair in (
                ("字长", f"{word} 位"),
                ("寻址方式", f"{kinds} 种" if kinds else ""),
                ("操作", f"{parameters['operations']} 种" if operations else ""),
                ("寄存器", f"{parameters['registers']} 个" if registers else ""),
                ("求", "、".join(_NAMES[name] for name in parameters["asked"])),
            )
            if pair[1]
        ),
    )


_NAMES = {
    "direct": "直接寻址的范围",
    "indirect": "一次间接寻址的范围",
    "register": "寄存器间接寻址的范围",
    "single": "单操作数指令的条数",
    "double": "双操作数指令的条数",
    "double word": "双字指令直接寻址的范围",
}


def _number_of_modes(modes: re.Match[str] | None, listed: re.Match[str] | None) -> int | None:
    if modes is not None:
        return to_int(modes["n"])
    if listed is None:
        return None
    names = len(patterns.findall(_MODE, listed["list"]))
    return names if listed["n"] is None or to_int(listed["n"]) == names else stay_out("another number of modes")


def _bits(number: int) -> int:
    return max((number - 1).bit_length(), 0)


def _shown(bits: int) -> tuple[str, str]:
    """So many addresses, as a range and as a size."""
    power = next(((sign, shift) for sign, shift in (("G", 30), ("M", 20), ("K", 10)) if bits >= shift), ("", 0))
    size = f"{1 << bits - power[1]}{power[0]}"
    return (f"0～{(1 << bits) - 1}" if bits <= 16 else f"0～2^{bits}−1"), size


def solve(parameters: Parameters) -> Solution:
    """The bits of every field, and what is left.

    Raises:
        StayOut: a field's bits are not told.
    """
    word, modes, operations, registers = (parameters[name] for name in ("word", "modes", "operations", "registers"))
    steps: list[str] = []
    answers, short, sizes = [], [], []
    mode_bits = _bits(modes) if modes else None
    register_bits = _bits(registers) if registers else None
    rest: int | None = None
    if mode_bits is not None:
        steps.append(f"{modes} 种寻址方式用 {mode_bits} 位。")
    if operations is not None and mode_bits is not None and (parameters["one_address"] or (parameters["memory"] and register_bits)):
        rest = word - _bits(operations) - mode_bits - (register_bits or 0 if parameters["memory"] else 0)
        steps.append(
            f"{operations} 种操作用 {_bits(operations)} 位操作码{f'，{registers} 个寄存器用 {register_bits} 位' if parameters['memory'] else ''}，"
            f"形式地址有 {rest} 位。"
        )
    for name in parameters["asked"]:
        if name in ("single", "double"):
            if mode_bits is None or register_bits is None:
                stay_out("bits of an operand")
            left = word - (mode_bits + register_bits) * (2 if name == "double" else 1)
            if left < 1:
                stay_out("no bits are left")
            steps.append(
                f"每个操作数 {mode_bits} + {register_bits} = {mode_bits + register_bits} 位，操作码有 {left} 位，最多 {1 << left} 条。"
            )
            answers.append(f"{'单' if name == 'single' else '双'}操作数指令最多 {1 << left} 条")
            short.append(str(1 << left))
            sizes.append(str(1 << left))
            continue
        if name == "register":
            bits = parameters["width"]
            if bits is None or not registers:
                stay_out("the width of a register")
            steps.append(f"寄存器有 {bits} 位，能指出 2^{bits} 个单元。")
        elif name == "indirect":
            bits = word
            steps.append(f"一次间接寻址从存储单元取得 {word} 位的地址。")
        elif rest is None or rest < 1:
            stay_out("the bits of the address")
        else:
            bits = rest + (word if name == "double word" else 0)
            if name == "double word":
                steps.append(f"双字指令的形式地址有 {rest} + {word} = {bits} 位。")
        span, size = _shown(bits)
        answers.append(f"{_NAMES[name]} {span}（{size} 个单元）")
        short.append(span)
        sizes.append(size)
    answer = "；".join(answers)
    return Solution(
        answer=answer,
        also=("；".join(short), "；".join(sizes), "，".join(sizes), "；".join(sizes).replace("K", "K 字")),
        steps=paragraphs(*steps, answer),
        conventions=("一个地址对应一个存储字",) if any(name not in ("single", "double") for name in parameters["asked"]) else (),
    )
