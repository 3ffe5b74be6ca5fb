"""Reading problems about the fields of an address in page tables of three levels and more, told level by level, in a table or all alike."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._topic import Topic
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out, to_int

_LEVEL = r"(?:(?:第)?(?P<level>[一二三四五1-5])级(?:的)?(?:页表|页目录|页)?(?:页)?(?:号|索引|下标|表项|偏移量?)?|(?P<top>页目录|全局目录|顶级(?:页表)?|外层页表)(?:号|索引|项|偏移量?)?|(?P<low>页内(?:地址|偏移量?|位移量?)|偏移量|位移量))"
_FIELD = (
    r"(?:第)?(?P<level>[一二三四五1-5])级(?:的)?(?:页表|页目录|页)?(?:页)?(?:的)?(?:号|索引|下标|偏移量?)|"
    r"(?P<top>页目录|全局目录|顶级(?:页表)?|外层页表)(?:的)?(?:号|索引|下标|偏移量?)|(?P<low>页内(?:地址|偏移量?|位移量?)|(?<![表录级的])(?:偏移量|位移量))"
)
_BITS = r"(?P<bits>\d{1,2})\s*(?:个)?(?:位|bits?)"
_PAIR = rf"{_LEVEL}(?:各|占|用|为|是|有|字段|:|=|\(|\s)*{_BITS}\)?"
_TURNED = rf"{_BITS}(?:的|为|是|作为?|用作|用于|用来|表示|\s)*{_LEVEL}"
_ALIKE = r"(?:每个?|各个?)(?:级别|级页表|级|层)(?:的)?(?:页表)?(?:索引|页号|下标|字段)?(?:都|均|各)?(?:用|占|有|为|使用)\s*(?P<bits>\d{1,2})\s*个?(?:位|bits?)(?:的)?(?:来)?(?:表示)?(?:页表项)?(?:的)?(?:序号|索引|页号|下标)?"
_REST = r"(?:剩余|剩下|其余|最低|低)(?:的)?\s*(?P<bits>\d{1,2})\s*个?(?:位|bits?)(?:用来|用于|用作|作为|表示|为|是|的)*页内(?:地址|偏移量?|位移量?)"
_ROWS = re.compile(
    r"(?m)^\s*\|(?P<heads>[^\n]*页[^\n]*)\|\s*\n(?:\s*\|[ :|-]+\|\s*\n)?\s*\|(?P<cells>(?:\s*\d{1,2}\s*(?:位|bits?)?\s*\|?){3,6})\s*$"
)
_BINARY = r"(?<![\dA-Za-z-])(?P<binary>[01]{4}(?:\s?-?\s?[01]{4}){3,15})(?:\s?B(?![A-Za-z\d])|(?![\dA-Za-z-]))\s*(?:\(?二进制\)?)?"
_HEX = r"(?<![0-9A-Za-z])(?:0x(?P<hex>[0-9A-Fa-f]{3,16})|(?P<marked>[0-9A-Fa-f]{3,16})\s?H)(?![0-9A-Za-z])"
_NAMES = "一二三四五"
_WORDS = "虚拟 虚拟页式 页式 存储 管理 系统 采用 使用 用 三级 四级 五级 页表 级 地址 虚拟地址 逻辑地址 线性地址 空间 表示 分页 如下 格式 结构 划分 分为 进程 运行 执行 指令 一条 的 当前 CPU 访问 内存 对应 为 是 则 该 已知 某 时 每个 页表项 大小 字节 计算机 请求分页 操作系统 共"


def recognise_address_levels(text: str) -> Recognition | None:
    """The fields of an address that is told, in page tables of three or more levels; None: another problem."""
    text = normalise(text)
    if not patterns.search("级", text) or not patterns.search(_BINARY + "|" + _HEX, text):
        return None
    rows = _ROWS.search(text)
    if rows is not None:
        heads = [head.strip() for head in rows["heads"].split("|")]
        cells = patterns.findall(r"\d{1,2}", rows["cells"])
        if len(heads) != len(cells):
            return None
        told = "、".join(f"{head}{cell}位" for head, cell in zip(heads, cells, strict=True))
        text = f"{text[: rows.start()]}{told}。{text[rows.end() :]}"
    reading = Topic(text)
    split = _split(reading)
    if split is None or not 4 <= len(split) <= 6:
        return None
    levels = reading.take_one(
        r"(?P<value>[三四五3-5])级(?:的)?(?:分页|页表)(?:结构|机制|系统)?(?!(?:的)?(?:值|偏移|索引|号|下标|表?项))", to_int
    )
    address = reading.take(_BINARY) or reading.take(_HEX)
    if address is None:
        return None
    value = (
        int(patterns.sub(r"\D", "", address["binary"]), 2)
        if "binary" in address.re.groupindex
        else int(address["hex"] or address["marked"], 16)
    )
    reading.take_all(r"(?:16|32|64)\s*位(?:的)?(?:处理器|CPU|处理机|机器|计算机|操作系统|系统|机)")
    width = reading.take_one(r"(?:用|为|是|共|有)*\s*(?P<value>\d{2})\s*(?:位|bits?)(?:的)?(?:虚拟|逻辑|线性)?(?:地址)?(?:表示)?", int)
    reading.take_all(r"每个?页表项(?:的)?(?:大小|长度)?(?:为|是|占)*\s*[48]\s*(?:B|字节)")
    asked: list[str] = []
    for match in reading.take_all(
        r"(?:该地址|其|地址)?(?:的)?(?:中)?各级(?:页表)?(?:的)?(?:索引|页号|下标|偏移量?)(?:值)?(?:分别|各|依次)*(?:是|为)?(?:多少|几|什么)?"
    ):
        reading.questions.append(match.span())
        asked += [str(level) for level in range(len(split) - 1)]
    for match in reading.take_all(
        rf"(?:虚拟?|逻辑)页号(?:是|为)?(?:多少|几|什么)?|(?:{_FIELD})(?:的值|值)?(?:分别|各)?(?:是|为)?(?:多少|几|什么)?"
    ):
        reading.questions.append(match.span())
        if match["low"]:
            asked.append("low")
        elif match["level"]:
            asked.append(str(to_int(match["level"]) - 1))
        else:
            asked.append("0" if match["top"] else "page")
    reading.take_all(r"\(?二进制(?:数|表示)?\)?|答:?\s*$")
    reading.finish(_WORDS)
    if not asked or len(set(asked)) != len(asked) or levels not in (None, len(split) - 1) or width not in (None, sum(split)):
        return None
    if value >> sum(split) or any(name.isdigit() and int(name) > len(split) - 2 for name in asked):
        return None
    return Recognition(
        parameters={"level split": list(split), "address": value, "asked": asked, "binary": "binary" in address.re.groupindex},
        understood=(
            ("地址格式", "、".join(f"第 {number + 1} 级 {bits} 位" for number, bits in enumerate(split[:-1])) + f"、页内 {split[-1]} 位"),
            ("逻辑地址", f"{value:X}H"),
        ),
    )


def _split(reading: Topic) -> tuple[int, ...] | None:
    """The widths of the fields, the highest first."""
    if alike := reading.take(_ALIKE):
        rest = reading.take(_REST) or reading.take(rf"页内(?:地址|偏移量?|位移量?)(?:占|为|是|有|用)*\s*{_BITS}")
        count = patterns.search(r"([三四五3-5])级", reading.text)
        if rest is None or count is None:
            return None
        return (*[int(alike["bits"])] * to_int(count[1]), int(rest["bits"]))
    widths: dict[int, int] = {}
    low = None
    for match in reading.take_all(_PAIR) or reading.take_all(_TURNED):
        if match["low"]:
            if low is not None:
                stay_out("two offsets")
            low = int(match["bits"])
        else:
            level = to_int(match["level"]) - 1 if match["level"] else 0
            if level in widths:
                stay_out("two widths of one level")
            widths[level] = int(match["bits"])
    if low is None or sorted(widths) != list(range(len(widths))):
        return None
    return (*(widths[level] for level in range(len(widths))), low)


def solve_address_levels(parameters: Parameters) -> Solution:
    """The fields asked for, cut from the address."""
    split, address, binary = list(parameters["level split"]), int(parameters["address"]), bool(parameters["binary"])
    low = split[-1]
    said, also, steps = [], [], [f"地址 {address:0{sum(split)}b}B，从高位起依次取 {'、'.join(map(str, split))} 位。"]
    for name in parameters["asked"]:
        if name == "low":
            called, value, width = "页内偏移", address & (1 << low) - 1, low
        elif name == "page":
            called, value, width = "虚拟页号", address >> low, sum(split) - low
        else:
            level = int(name)
            called, width = f"{_NAMES[level]}级页表索引", split[level]
            value = address >> sum(split[level + 1 :]) & (1 << width) - 1
        bits = f"{value:0{width}b}"
        steps.append(f"{called}为 {bits}B = {value}。")
        said.append(f"{called} {bits}B（{value}）" if binary else f"{called} {value}（{value:X}H）")
        also.append((bits, f"{bits}B", str(value), f"{value:X}H"))
    return Solution(answer="，".join(said), also=tuple("，".join(words) for words in zip(*also, strict=True)), steps=paragraphs(*steps))
