"""Effective addresses and operands of the addressing modes, from the contents of registers and of memory words that a text tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "effective address"
_HEX = r"(?<![0-9A-Za-z.])(?P<{0}>[0-9A-F]{{1,8}}\s?H|\d{{1,6}}D?)(?![0-9A-Za-z.]|\s?位)"
_IS = r"(?:中|里)?(?:存储|存放|保存)?(?:的)?(?:内容|数值|值|数据|数)?(?:均)?(?:为|是|=|:|存放的是|存的是|存放着?)+\s?"
_MODES = (
    (r"立即数?(?:寻址)?(?:方式)?", "immediate"),
    (r"相对(?:寻址)?(?:方式)?", "relative"),
    (
        r"基址(?:加|和|与|、|\+)?变址(?:寻址)?(?:方式)?|变址(?:加|和|与|、|\+)基址(?:寻址)?(?:方式)?|变址寻址[,、]?(?:并|且|同时)(?:考虑|加上|计入)基址",
        "both",
    ),
    (r"寄存器(?:一次)?间接(?:寻址)?(?:方式)?", "register indirect"),
    (r"寄存器(?:直接)?(?:寻址)(?:方式)?", "register"),
    (r"变址(?:寻址)?(?:方式)?(?!寄存器)", "index"),
    (r"基址(?:寻址)?(?:方式)?(?!寄存器|、?变址)", "base"),
    (r"(?:一次|存储器)?间接(?:寻址)?(?:方式)?|一次间址", "indirect"),
    (r"(?:存储器)?直接(?:寻址)?(?:方式)?", "direct"),
)
_NAMES = {
    "immediate": "立即寻址",
    "relative": "相对寻址",
    "both": "基址加变址寻址",
    "register indirect": "寄存器间接寻址",
    "register": "寄存器寻址",
    "index": "变址寻址",
    "base": "基址寻址",
    "indirect": "间接寻址",
    "direct": "直接寻址",
}
_REGISTERS = (
    ("index", rf"变址寄存器\s?(?:\(?[A-Z]{{1,2}}\d?\)?)?\s?{_IS}{_HEX.format('value')}"),
    ("base", rf"基址寄存器\s?(?:\(?[A-Z]{{1,2}}\d?\)?)?\s?{_IS}{_HEX.format('value')}"),
    ("register", rf"(?:通用)?寄存器\s?\(?(?:R|R\d|BX|AX)?\)?\s?{_IS}{_HEX.format('value')}"),
    ("pc", rf"(?:当前)?(?:程序计数器)?\(?PC\)?\s?{_IS}{_HEX.format('value')}"),
    ("ac", rf"\(?(?:累加器)?\(?(?:AC|ACC)\)?\s?{_IS}{_HEX.format('value')}"),
    (
        "here",
        rf"(?:当前)?(?:正在执行(?:的)?)?(?:的)?(?:当前)?指令(?:所在)?(?:的)?(?:存储器)?(?:单元)?(?:的)?地址(?:为|是)\s?{_HEX.format('value')}",
    ),
    (
        "address",
        rf"(?:指令)?(?:中)?(?:的)?(?:给出的)?(?:形式地址|地址码?字段|地址码(?:部分)?|有效地址字段)\s?(?:A|D|X)?\s?{_IS}{_HEX.format('value')}",
    ),
)
_WORD = re.compile(
    rf"(?:主存|内存|存储器|存储单元)?(?:中)?(?:的)?(?:地址)?(?:为)?\s?\(?{_HEX.format('at')}\)?\s?(?:号)?(?:地址)?(?:的)?(?:主存|内存|存储器|存储)?(?:单元)?(?:中|里)?{_IS}{_HEX.format('value')}"
)

_NUMBER = r"[0-9A-F]{1,8}\s?H|\d{1,6}D?"
# What a mode works on, behind its name: `直接寻址 1000`, `相对寻址 -3000(PC)`, `立即数寻址 #2000`.
_OWN = re.compile(
    rf"\s?(?:#\s?(?P<immediate>{_NUMBER})|\(\s?(?P<indirect>{_NUMBER})\s?\)|(?P<relative>-?\s?(?:{_NUMBER}))\s?\(\s?PC\s?\)|(?P<direct>{_NUMBER})|(?P<register>R)|\(\s?(?P<through>R)\s?\))(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_OWNERS = {"register": "register", "through": "register indirect"}
_ADDS = r"(?:设有|有)?(?:一条)?(?:单地址|一地址)?加法指令\s?(?:OP|ADD)\s?D,(?:其中)?D(?:为|是|=)\s?(?P<value>[0-9A-F]{1,8}\s?H|\d{1,6})(?![0-9A-Za-z])"


class Addresses(Topic):
    """Modes of addressing with figures."""

    words: ClassVar[str] = (
        "假设 设 若 已知 则 指令 中 的 采用 寻址 寻址方式 方式 下 时 访问 访问到 得到 取得 操作数 有效地址 地址 内容 单元 存储单元 主存 内存 存储器 寄存器 某 机器 计算机 分别 各 为 是 求 该 所 对应 按 用 实际 读取 取出 EA 部分 情况 各种 下列 以下 几种 字段"
    )
    refused: ClassVar[str] = (
        r"相对基址|堆栈|自增|自减|多重|二次|两次|先变址|先间|后变址|后间|移位|比例|段|字节序|大端|小端|高\d|低\d|位移|偏移|转移|页面|左移"
    )


def recognise(text: str) -> Recognition | None:
    """Registers, the address of the instruction, memory words, and the modes whose operand or address is asked."""
    if "寻址" not in text and "间址" not in text:
        return None
    problem = Addresses(text)
    told: dict[str, int] = {}
    for name, pattern in _REGISTERS:
        for match in problem.take_all(pattern):
            if told.setdefault(name, _number(match["value"])) != _number(match["value"]):
                stay_out(f"{name}: two values")
    memory: dict[int, int] = {}
    for match in problem.take_all(_WORD.pattern):
        if memory.setdefault(_number(match["at"]), _number(match["value"])) != _number(match["value"]):
            stay_out("a word with two contents")
    adds = problem.take(_ADDS)
    if adds is not None:
        told["address"] = _number(adds["value"])
        problem.take_all(
            r"(?:若|如果)?(?:OP|ADD)(?:是|为)|(?<=寻址)(?:方式)?(?:的)?加法指令|(?:那么|则)?(?:该)?(?:加法)?指令执行(?:完)?后|而(?=\ue000)"
        )
        problem.take_asked(r"AC(?:C)?(?:中)?的?内容(?:是|为)?(?:多少|什么)?")
    effective = bool(problem.has("有效地址|EA|实际地址"))
    operand = bool(problem.has("操作数(?!寻址|的?实际地址)|(?:取得|得到|取到|访问到|获得)的?(?:数据|数)")) or adds is not None
    if effective == operand and not (effective and operand):
        return None
    modes: list[tuple[int, str]] = []
    owns: dict[str, int] = {}
    for pattern, name in _MODES:
        for match in problem.take_asked(pattern):
            modes.append((match.start(), name))
            if own := _OWN.match(problem.rest, match.end()):
                kind = str(own.lastgroup)
                if _OWNERS.get(kind, kind) != name or name in owns:
                    stay_out(f"{name} of {own[0]}")
                if kind not in _OWNERS:
                    owns[name] = _number(own[kind])
                problem.take_spans([own.span()])
    problem.take_asked(
        r"(?:时|下)?(?:,)?(?:所)?(?:访问到|得到|取得|读取|取出|取到)?(?:的)?(?:实际)?(?:(?:操作数|数据)?(?:的)?实际地址|操作数|(?<=[得到取]的)数据|有效地址(?:\(?EA\)?)?|EA)(?:(?:和|与|、|及)(?:操作数|有效地址))?(?:的)?(?:值)?(?:各|分别)?(?:应)?(?:为|是)?(?:多少|什么)?"
    )
    problem.take_all(r"(?:试)?说出(?=\ue000|下述|下列|以下|各)")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(modes)))
    if not names or not told or (effective and operand) or (("ac" in told) != (adds is not None)):
        return None
    if "pc" in told and not {"relative"} & set(names):
        del told["pc"]
    return Recognition(
        parameters={
            "task": TASK,
            "told": told,
            "memory": [[at, value] for at, value in sorted(memory.items())],
            "modes": names,
            "wanted": "operand" if operand else "address",
            "owns": owns,
            "decimal": patterns.search(r"[0-9A-Fa-f]\s?[Hh](?![0-9A-Za-z])", problem.text) is None,
            "bits": 16,
        },
        understood=(
            ("内容", "，".join(f"{_said(name)} {value:04X}H" for name, value in told.items())),
            ("主存", "，".join(f"({at:04X}H)={value:04X}H" for at, value in memory.items()) or "没有给出"),
            ("求", "、".join(_NAMES[name] for name in names) + ("的操作数" if operand else "的有效地址")),
        ),
    )


def _said(name: str) -> str:
    return {
        "pc": "PC",
        "ac": "AC",
        "here": "当前指令的地址",
        "index": "变址寄存器",
        "base": "基址寄存器",
        "register": "寄存器",
        "address": "形式地址",
    }[name]


def _number(text: str) -> int:
    plain = patterns.sub(r"\s", "", text)
    return int(plain[:-1], 16) if plain[-1] in "hH" else int(plain.rstrip("dD"))


# How a mode finds its address: (what is added up, whether the address there holds the address, in words).
_WAYS: dict[str, tuple[tuple[str, ...], bool, str]] = {
    "direct": (("address",), False, "有效地址就是形式地址"),
    "indirect": (("address",), True, "有效地址是形式地址所指单元的内容"),
    "index": (("index", "address"), False, "有效地址是变址寄存器的内容加形式地址"),
    "base": (("base", "address"), False, "有效地址是基址寄存器的内容加形式地址"),
    "both": (("base", "index", "address"), False, "有效地址是基址寄存器、变址寄存器的内容与形式地址之和"),
    "relative": (("here", "address"), False, "有效地址是当前指令的地址加形式地址"),
    "relative to PC": (("pc", "address"), False, "有效地址是 PC 的内容加位移量"),
    "register indirect": (("register",), False, "有效地址是寄存器的内容"),
}
# Modes whose operand is in the instruction or in a register.
_AT_HAND = {"immediate": ("address", "操作数就是指令中的数"), "register": ("register", "操作数在寄存器中")}


def _found(mode: str, told: Mapping[str, int], memory: Mapping[int, int], operand: bool) -> tuple[int, str]:
    """A mode's operand or address, and why.

    Raises:
        StayOut: what it needs is not told.
    """
    if mode in _AT_HAND:
        name, why = _AT_HAND[mode]
        if not operand or name not in told:
            stay_out("a mode without an address")
        return told[name], why
    if mode == "relative" and "pc" in told:
        if "here" in told:
            stay_out("two places of the instruction")
        mode = "relative to PC"
    names, through, why = _WAYS[mode]
    if any(name not in told for name in names):
        stay_out(f"what {mode} needs is not told")
    address = sum(told[name] for name in names)
    for _ in range(int(through) + int(operand)):
        if address not in memory:
            stay_out(f"what {address:X}H holds is not told")
        address = memory[address]
    return address, why


def _written(value: int, decimals: bool) -> str:
    return f"{value}" if decimals else f"{value:04X}H"


def solve(parameters: Parameters) -> Solution:
    """Every mode's address or operand."""
    told: dict[str, int] = parameters["told"]
    memory: dict[int, int] = dict(parameters["memory"])
    decimals = bool(parameters.get("decimal"))
    owns: Mapping[str, int] = parameters.get("owns", {})
    answers, steps = [], []
    for mode in parameters["modes"]:
        own = {"address": owns[mode]} if mode in owns else {}
        value, why = _found(mode, {**told, **own}, memory, parameters["wanted"] == "operand")
        wanted = "操作数" if parameters["wanted"] == "operand" else "EA"
        if "ac" in told:
            why, wanted = f"{why}，操作数为 {_written(value, decimals)}", "相加后 AC"
            value = (value + told["ac"]) % (1 << parameters["bits"])
        answers.append(_written(value, decimals))
        steps.append(f"{_NAMES[mode]}：{why}，{wanted} 为 {_written(value, decimals)}")
    conventions = ("相对寻址以题目给出的当前指令地址为准",) if "relative" in parameters["modes"] else ()
    if len(answers) == 1:
        return Solution(answer=answers[0], steps=paragraphs(*steps), conventions=conventions)
    return Solution(
        answer="，".join(f"{_NAMES[mode]} {answer}" for mode, answer in zip(parameters["modes"], answers, strict=True)),
        also=("、".join(answers), "，".join(answers)),
        steps=paragraphs(*steps),
        conventions=conventions,
    )
