"""Counting instructions whose opcode has a fixed length, and counts that are letters: `256 - m - n`, `(2^4 - K)×2^6 - ⌈L/2^6⌉`."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "opcode counts"
_SIGNS = {3: "三|3", 2: "二|两|双|2", 1: "一|单|1", 0: "零|无|0"}
_NAMES = {3: "三地址", 2: "二地址", 1: "一地址", 0: "零地址"}
_COUNT = rf"(?P<count>{INTEGER}|[A-Za-z])\s?(?:条|种)"


def _level(signs: str) -> str:
    return rf"(?<![\d一二两三四])(?:{signs})\s?(?:个)?(?:操作数)?(?:地址(?:码)?|操作数)(?:的)?(?:格式)?(?:指令)?"


_ANY = "|".join(f"(?P<l{level}>{_level(signs)})" for level, signs in _SIGNS.items())
_HAS = r"(?:已经|已|现|共|设计了?|设计出|定义了?|有|为|是|的|了|用了?|=)*\s?"
_TOLD = re.compile(rf"(?:{_ANY}){_HAS}{_COUNT}")
_TOLD_BEFORE = re.compile(rf"(?:已经?|现|设计了?|设计出|定义了?|有)*\s?{_COUNT}(?:的)?(?:{_ANY})")
_ASKED = re.compile(
    rf"(?:{_ANY})(?:的)?(?:条数|数目)?(?:最多|至多|可能|则|还|能|可以?|有|设计|出|再|是|为|应|,)*(?:多少|几)?\s?(?:条|种)?(?![\d条种])|(?:最多|至多|还|能|可以?|有|设计|出)+(?:多少|几)\s?(?:条|种)(?:的)?(?P<again>三|二|双|一|单|零|无)(?:操作数|地址)(?:指令)?"
)


class Counts(Topic):
    """Instructions of several address counts."""

    words: ClassVar[str] = (
        "指令 指令系统 指令格式 指令字 长度 字长 指令长 指令长度 固定 定长 单字长 操作码 操作码字段 字段 长度固定 扩展操作码 扩展 技术 采用 设 某 某机 机器 计算机 假设 若 则 问 在此情况下 此时 这台计算机 这台 具有 分为 有 三类 两类 二类 类 种 三种 两种 格式 每个 操作数 地址 地址码 规定用 表示 用 占 已 现 已经 设计 定义 设计出 最多 可 能 可以 有 "
        "条 其 中 均 为 是 那么 无操作数 单操作数 双操作数 零地址 一地址 二地址 单地址 双地址 和 以及 以上 该 现有 全部 系统 编码 方法 方式 长 位"
    )
    refused: ClassVar[str] = r"寻址|寄存器|变长|预留|保留|立即数|字节|哈夫曼|霍夫曼|频度|平均|至少|最短|画|方案|译码|范围|改为|不固定|可变"


def recognise(text: str) -> Recognition | None:
    """One of the two: an opcode of a fixed length, or counts some of which are letters."""
    problem = Counts(text)
    fixed = bool(
        problem.take_all(
            r"(?:采用|使用|用)?(?:定长|固定长度)(?:的)?操作码(?:格式|编码)?|操作码(?:字段)?(?:的)?(?:长度|位数)?(?:是|为)?固定(?:的)?(?:不变)?(?=[,。;为是])"
        )
    )
    opcode = problem.take_one(r"(?:操作码(?:字段)?|(?<=\ue000))(?:的)?(?:长度|位数)?(?:固定)?(?:为|是)\s?(?P<value>\d{1,2})\s?位", int)
    fixed = fixed or (opcode is not None and "固定" in problem.text)
    word = problem.take_one(
        (
            r"指令(?:字|系统的?指令)?(?:长度?|字长)(?:固定|均|都)*(?:为|是)?\s?(?P<value>\d{1,2})\s?位",
            r"(?:指令)?(?:字长(?:为|是)?|长度?(?:为|是))\s?(?P<value>\d{1,2})\s?位",
            r"(?P<value>\d{1,2})\s?位(?:的)?(?:单字长|定长)?(?:的)?指令(?:字)?",
        ),
        int,
    )
    address = problem.take_one(
        (
            r"(?:每个|各)?(?:操作数)?(?:的)?地址(?:码)?(?:字段)?(?:的)?(?:长度?|位数)?(?:规定)?(?:均|都|各)?(?:用|占|为|是|长)\s?(?P<value>\d{1,2})\s?位(?:表示)?",
            r"(?P<value>\d{1,2})\s?位(?:的)?地址码",
        ),
        int,
    )
    problem.take_all(
        r"(?:具有|分为|有|包括|分成|指令)*(?:(?:[无零单双三一二]|两)(?:操作数|地址)(?:指令)?[、,和与及]*){2,4}(?:(?:[二三四两3])\s*[类种](?:指令)?(?:格式)?|等(?:指令)?(?:格式)?|(?:指令)?(?:格式))?(?=[,。;])"
    )
    if _EVERY_MOST.search(problem.rest):
        return _all_at_most(problem, word, address)
    counts: dict[int, str] = {}
    for pattern in (_TOLD, _TOLD_BEFORE):
        for match in problem.take_all(pattern.pattern):
            level = next(level for level in _SIGNS if match[f"l{level}"])
            if counts.setdefault(level, match["count"]) != match["count"]:
                stay_out("two counts of one level")
    asked = problem.take_asked(_ASKED.pattern)
    problem.settle()
    if not counts and not fixed and len(asked) == 1 and address is not None and word is not None:
        return _highest_alone(problem, asked[0], word, address)
    letters = any(patterns.fullmatch("[A-Za-z]", count) for count in counts.values())
    if not (fixed or letters) or not counts or word is None or len(asked) != 1 or not patterns.search("最多|至多|多少|几", problem.text):
        return None
    wanted = (
        {"三": 3, "二": 2, "双": 2, "一": 1, "单": 1, "零": 0, "无": 0}[asked[0]["again"]]
        if asked[0]["again"]
        else next(level for level in _SIGNS if asked[0][f"l{level}"])
    )
    if wanted in counts or (not fixed and address is None) or (fixed and opcode is None and address is None):
        return None
    top = max([wanted, *counts])
    bits = opcode if fixed and opcode is not None else word - top * (address or 0)
    if not 1 <= bits <= 32 or (opcode is not None and not fixed):
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "fixed": fixed,
            "bits": bits,
            "word": word,
            "address": address or 0,
            "asked": wanted,
            "counts": [
                [level, count if count.isalpha() and count.isascii() else str(to_int(count))] for level, count in sorted(counts.items())
            ],
        },
        understood=(
            ("操作码", f"定长 {bits} 位" if fixed else f"扩展，最短 {bits} 位"),
            ("已有指令", "，".join(f"{_NAMES[level]} {count} 条" for level, count in sorted(counts.items(), reverse=True))),
            ("求", f"{_NAMES[wanted]}指令最多几条"),
        ),
    )


# `当双操作数指令条数取最大值, 而且单操作数指令条数也取最大值时, 这三类指令各是多少`
_MOST = rf"(?:{'|'.join(_level(signs) for signs in _SIGNS.values())})(?:的)?(?:条数|数目|数)?(?:也|都|均)?(?:取|为|达到?)最大(?:值)?(?:的)?(?:时|情况下)?"
_EVERY_MOST = re.compile(
    rf"当?{_MOST}[,;]?(?:而且|并且|且|同时)?{_MOST}[,;]?(?:则|那么|问|求)?(?:这|该)?[三3](?:类|种)(?:指令)?(?:最多)?(?:可能|可以|能)?(?:拥有|具有|有)?(?:的)?(?:指令)?(?:的)?(?:条)?(?:数|数目)?(?:各|分别)(?:是|为|有)?(?:多少|几)(?:条)?"
)


def _all_at_most(problem: Counts, word: int | None, address: int | None) -> Recognition | None:
    """Two operands as often as possible, one operand as often as possible, and what is left for none."""
    asked = problem.take_asked(_EVERY_MOST.pattern)
    named = [level for level, signs in _SIGNS.items() if patterns.search(_level(signs), asked[0][0])]
    problem.settle()
    if word is None or address is None or word - 2 * address < 2 or named != [2, 1]:
        return None
    return Recognition(
        parameters={"task": TASK, "every": True, "bits": word - 2 * address, "address": address},
        understood=(("操作码", f"扩展，最短 {word - 2 * address} 位"), ("求", "二地址、一地址指令都取最大值时各类指令的条数")),
    )


def _highest_alone(problem: Counts, asked: re.Match[str], word: int, address: int) -> Recognition | None:
    """The most instructions with the most addresses, nothing told of the others: one code is left to expand."""
    level = next((level for level in _SIGNS if asked[f"l{level}"]), None)
    named = [level for level, signs in _SIGNS.items() if patterns.search(_level(signs), problem.text)]
    if level is None or level != max(named) or len(named) < 2 or "扩展" not in problem.text or word - level * address < 2:
        return None
    return Recognition(
        parameters={"task": TASK, "alone": True, "bits": word - level * address, "asked": level, "fixed": False},
        understood=(("操作码", f"扩展，最短 {word - level * address} 位"), ("求", f"{_NAMES[level]}指令最多几条")),
    )


def solve(parameters: Parameters) -> Solution:
    """The most instructions of the level, a number or a formula."""
    if parameters.get("every"):
        bits, address = parameters["bits"], parameters["address"]
        two, one, none = (1 << bits) - 1, (1 << address) - 1, 1 << address
        return Solution(
            answer=f"双操作数指令 {two} 条，单操作数指令 {one} 条，无操作数指令 {none} 条",
            also=(f"{two}，{one}，{none}", f"{two} 条、{one} 条、{none} 条"),
            steps=paragraphs(
                f"双操作数指令的操作码 {bits} 位，留一个编码作扩展的前缀，最多 2^{bits} - 1 = {two} 条。",
                f"这个前缀再扩展 {address} 位，单操作数指令留一个编码，最多 2^{address} - 1 = {one} 条。",
                f"剩下的前缀再扩展 {address} 位，无操作数指令最多 2^{address} = {none} 条",
            ),
        )
    if parameters.get("alone"):
        bits, name = parameters["bits"], _NAMES[parameters["asked"]]
        return Solution(
            answer=f"{(1 << bits) - 1} 条",
            also=(f"2^{bits}-1",),
            steps=f"{name}指令的操作码 {bits} 位，共 2^{bits} = {1 << bits} 个编码，留一个作扩展的前缀，最多 {(1 << bits) - 1} 条。",
            conventions=("还有地址较少的指令，至少留一个编码作扩展",),
        )
    bits, address, asked = parameters["bits"], parameters["address"], parameters["asked"]
    counts = {int(level): count for level, count in parameters["counts"]}
    numbers = all(count.isdigit() for count in counts.values())
    name = _NAMES[asked]
    if parameters["fixed"]:
        used = [counts[level] for level in sorted(counts, reverse=True)]
        if numbers:
            left = (1 << bits) - sum(map(int, used))
            if left < 0:
                stay_out("more instructions than codes")
            return Solution(
                answer=f"{left} 条",
                steps=paragraphs(
                    f"操作码定长 {bits} 位，共 2^{bits} = {1 << bits} 条指令。",
                    f"{name}指令最多 {1 << bits} - {' - '.join(used)} = {left} 条",
                ),
            )
        formula = f"{1 << bits}-{'-'.join(used)}"
        return Solution(
            answer=f"{formula} 条",
            also=(f"2^{bits}-{'-'.join(used)}", formula),
            steps=paragraphs(f"操作码定长 {bits} 位，共 2^{bits} 条指令，减去已有的，还可以有 {formula} 条{name}指令。"),
        )
    top = max([asked, *counts])
    if any(level not in counts for level in range(asked + 1, top + 1)):
        stay_out("a level between that is not told")
    formula = f"2^{bits}"
    lines = [f"{_NAMES[top]}指令的操作码 {bits} 位，共 2^{bits} 个编码"]
    for level in range(top, asked, -1):
        formula = f"({formula}-{counts[level]})×2^{address}"
        lines.append(
            f"{_NAMES[level]}指令用去 {counts[level]} 个，剩下的每个作前缀扩展出 2^{address} 个，{_NAMES[level - 1]}指令可用 {formula} 个"
        )
    below = [level for level in sorted(counts) if level < asked]
    needed = ""
    for level in range(min(below, default=asked), asked):
        if level not in counts:
            stay_out("a level between that is not told")
        needed = f"⌈{f'({counts[level]}+{needed})' if needed else counts[level]}/2^{address}⌉"
        lines.append(f"{_NAMES[level]}指令 {counts[level]} 条，要占上一级 {needed} 个编码作前缀（向上取整）")
    formula = f"{formula}-{needed}" if needed else formula
    return Solution(
        answer=f"{formula} 条",
        also=(formula, formula.replace("⌈", "").replace("⌉", "")),
        steps=paragraphs("\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)), f"{name}指令最多 {formula} 条"),
        conventions=("上一级没有用到的编码都作扩展的前缀",),
    )
