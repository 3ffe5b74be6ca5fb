"""Reading problems of bytes in memory: variables and structures in C, their values, the order of bytes, and what is asked of an address."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.byte_order import IMMEDIATE, IMMEDIATE_TASK, SIZES, TASK, placed
from engine.generators.co._topic import Topic
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_TYPE = r"(?:(?:un)?signed\s+)?(?:long\s+long(?:\s+int)?|short(?:\s+int)?|int|char|float|double|unsigned)"
_NAME = r"(?!(?:un)?signed|short|int|char|float|double|long|struct|sizeof)[A-Za-z_][A-Za-z0-9_]{0,12}(?![A-Za-z0-9_])"
_CODE = r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{1,16}|[0-9A-Fa-f]{1,16}\s?H)(?![0-9A-Za-z])"
_NUMBER = rf"(?:{_CODE}|(?<![0-9A-Za-z.])-?\d+(?:\.\d+)?(?![0-9A-Za-z.]))"
_STRUCTURE = rf"(?:typedef\s+)?struct\s+(?:(?P<tag>{_NAME})\s+)?(?P<body>(?:{_TYPE}\s+{_NAME}(?:\s?,\s?{_NAME}){{0,5}}\s?;\s*){{1,8}})(?P<name>{_NAME})?\s?;?"
_IS = r"(?:表示)?(?:\((?:十六进制|补码)\))?\s?(?:分别)?(?:为|是|=|:)+\s?"
_WHERE = r"(?:(?:存储|内存|主存)?(?:单元|区域?|空间))?"
_OF_A_BYTE = r"最{0}(?:位)?(?:有效)?字节(?:\((?:LSB|MSB)\))?|(?<![A-Za-z]){1}(?![A-Za-z])"
_AT = r"(?:所在|存放|存储|所存放|保存)?(?:的|在)?(?:存储|内存|主存)?(?:单元)?(?:的)?(?:主存|内存|存储)?地址"


class Bytes(Topic):
    """A problem of bytes in memory."""

    words: ClassVar[str] = (
        "某 编译器规定 计算机 机器 机 字长 存储器 主存 内存 存储 存放 数据 信息 按字节编址 字节编址 采用 使用 方式 编译器 规定 型 变量 类型 结构 结构型 结构体 结构变量 C 语言 程序段 程序 定义 声明 如下 有 以下 下列 一个 为 其 其机器数 机器数 表示 "
        "存放在 连续 开始 起 单元 存储单元 内容 首地址 起始地址 地址 分配 存储空间 成员 成员变量 字段 分别 假定 假设 设 若 已知 则 中 和 及 与 的 所 是 用 补码 位 整数 整型 整型变量 在 以 按 该 各 依次 字节 且 并且 赋值 语句 执行 后 32位 64位 系统 对应 运行 高级语言 里 变量的 区 数 一 占 保存 单精度 双精度 浮点 浮点型 数值 值 十六进制 常量 机器代码 边界对齐 对齐 存于 上"
    )
    refused: ClassVar[str] = (
        r"按字编址|半字编址|位域|联合|union|指针|数组|栈|Cache|(?<!程序)段|移位|交换|取反|右移|左移|传输|总线|寄存器|指令字|寻址|pragma|pack|填充到|优化|重排|调整(?:成员)?顺序|int\s?\*|哪些|节省"
    )


def immediate(text: str) -> Recognition | None:
    """Another immediate in the machine code of an assignment."""
    if not patterns.search("小端|大端|little|big", text, re.IGNORECASE):
        return None
    problem = Bytes(text)
    told = problem.take_asked(IMMEDIATE.pattern)
    big = _order(problem)
    problem.take_all(r"32\s?位(?:的)?(?:计算机|机器|机|系统)?|字长(?:为|是)?\s?32\s?位")
    problem.settle()
    if len(told) != 1 or big is None:
        return None
    return Recognition(
        parameters={
            "task": IMMEDIATE_TASK,
            "code": told[0]["code"],
            "old": int(told[0]["old"]),
            "new": int(told[0]["new"]),
            "big": big,
        },
        understood=(("机器代码", told[0]["code"]), ("次序", "大端" if big else "小端"), ("求", f"立即数换成 {told[0]['new']}")),
    )


def _order(problem: Bytes) -> bool | None:
    """Whether the highest byte comes first; None where that is not said.

    Raises:
        StayOut: both orders are named.
    """
    little = problem.take_all(
        r"(?:采用|使用|以|按|用|为)*小端(?:\(?\s?little[- ]?endian\s?\)?)?(?:方式|次序|模式|存储|存放|字节序|序|法)*|little[- ]?endian"
    )
    big = problem.take_all(
        r"(?:采用|使用|以|按|用|为)*大端(?:\(?\s?big[- ]?endian\s?\)?)?(?:方式|次序|模式|存储|存放|字节序|序|法)*|big[- ]?endian"
    )
    if little and big:
        stay_out("two orders of bytes")
    return bool(big) if little or big else None


def recognise(text: str) -> Recognition | None:
    """Bytes, addresses and lengths of a variable or of a structure's members."""
    if not patterns.search(r"小端|大端|endian|对齐", text, re.IGNORECASE):
        return None
    problem = Bytes(text)
    big = _order(problem)
    sizes = _sizes(problem)
    aligned = _aligned(problem)
    members, owner, values = _declared(problem)
    if not members:
        return None
    names = [name for _, name in members]
    values |= _values(problem, owner, names)
    if aligned is None:
        if len(members) > 1 and len({sizes[type_] for type_, _ in members}) > 1:
            return None
        aligned = False
    laid, total = placed(members, sizes, aligned)
    base = _base(problem, owner, names)
    asked = _asked(problem, owner, names, base)
    problem.take_all(r"(?:32|64|16)\s?位(?:的)?(?:计算机|机器|机|系统)|字长(?:为|是)?\s?(?:32|64|16)\s?位")
    problem.take_all(rf"(?<![A-Za-z0-9_.])(?:{'|'.join(map(re.escape, [*names, *([owner] if owner else [])]))})(?![A-Za-z0-9_])")
    problem.settle()
    kinds = {what for what, _ in asked}
    if not asked or (kinds - {"size", "address"} and big is None):
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "big": bool(big),
            "members": [[one.name, one.type, one.offset, one.size] for one in laid],
            "total": total,
            "aligned": aligned,
            "values": values,
            "base": None if base is None else base[0],
            "digits": base[1] if base else 8,
            "asked": asked,
        },
        understood=(
            ("变量", "，".join(f"{type_} {name if name != '变量' else ''}".strip() for type_, name in members)),
            *((("值", "，".join(f"{name} {value}" for name, value in values.items())),) if values else ()),
            *((("次序", "大端" if big else "小端"),) if big is not None else ()),
            *((("首地址", f"{base[0]:0{base[1]}X}H"),) if base else ()),
            ("求", "，".join(_ASKED[what].format(about) for what, about in asked)),
        ),
    )


_ASKED = {
    "content": "{} 单元的内容",
    "address": "{} 的地址",
    "byte": "{} 所在的地址",
    "low": "{} 的最低有效字节的地址",
    "high": "{} 的最高有效字节的地址",
    "size": "{} 所占的字节数",
    "row": "{} 的各字节",
}


def _plain(type_: str) -> str:
    """`unsigned short int` as `short`."""
    plain = patterns.sub(r"(?:un)?signed\s*|(?<=short)\s+int|(?<=long)\s+int", "", patterns.sub(r"\s+", " ", type_)).strip()
    return plain or "int"


def _sizes(problem: Bytes) -> dict[str, int]:
    """The lengths of the types, those that the text tells in their places.

    Raises:
        StayOut: a list of lengths that does not fit the list of types.
    """
    sizes = dict(SIZES)
    for told in problem.take_all(
        rf"(?P<types>{_TYPE}\s?(?:型|类型)?(?:\s?(?:、|,|和|与|及)\s?{_TYPE}\s?(?:型|类型)?){{0,4}})(?:变量|数据)?(?:的)?(?:长度|位数|字长)?(?:分别|各)?(?:为|是|占|有)+\s?(?P<lengths>\d+\s?(?:位|B|个?字节)?(?:\s?(?:、|,|和|与|及)\s?\d+\s?(?:位|B|个?字节)?){{0,4}})(?=[^\d位])"
    ):
        types = [_plain(one) for one in patterns.findall(_TYPE, told["types"], re.IGNORECASE)]
        lengths = patterns.findall(r"(\d+)\s?(位|B|个?字节)?", told["lengths"])
        unit = next((one for _, one in reversed(lengths) if one), "")
        if len(types) != len(lengths) or not unit:
            stay_out(told[0])
        for type_, (length, own) in zip(types, lengths, strict=True):
            sizes[type_] = int(length) // 8 if (own or unit) == "位" else int(length)
    return sizes


def _aligned(problem: Bytes) -> bool | None:
    """Whether members lie at multiples of their lengths; None where nothing is said."""
    if problem.take_all(r"(?:不|未|没有|无)(?:要求|需|采用|按|考虑|进行)?(?:按|做)?(?:边界)?对齐(?:方式)?|紧凑(?:方式)?(?:存放|存储)?"):
        return False
    if problem.take_all(r"(?:数据)?(?:均|都)?(?:采用|使用|按照?|要求)?(?:边界|自然边界|字边界|自然)对齐(?:的)?(?:方式|存储|存放|原则)*"):
        return True
    return None


def _declared(problem: Bytes) -> tuple[list[tuple[str, str]], str, dict[str, str]]:
    """The members of a structure and its name, or the one variable that the text is about; and the value that it begins with.

    Raises:
        StayOut: several variables, or perhaps an array.
    """
    if found := problem.take(_STRUCTURE):
        members = [
            (_plain(type_), name)
            for type_, row in patterns.findall(rf"({_TYPE})\s+([^;]+);", found["body"], re.IGNORECASE)
            for name in patterns.split(r"\s?,\s?", row.strip())
        ]
        stems = [patterns.sub(r"\d+$", "", name) for _, name in members]
        # A bracket that was lost: `char c[3]` reads `char c3`.
        if any(stem != name and stems.count(stem) < 2 for stem, (_, name) in zip(stems, members, strict=True)):
            stay_out("perhaps an array")
        if len({name for _, name in members}) < len(members):
            stay_out("two members of one name")
        owner = found["name"] or found["tag"] or ""
        if more := problem.take(rf"struct\s+(?P<tag>{_NAME})\s+(?P<name>{_NAME})\s?;?"):
            if more["tag"] != found["tag"]:
                stay_out("another structure")
            owner = more["name"]
        return members, owner, {}
    if found := problem.take(
        rf"(?:变量\s?)?(?<![A-Za-z0-9_.])(?P<first>{_NAME})\s?(?:为|是)(?:一个)?\s?(?P<type>{_TYPE})\s?(?:型|类型)?(?:的)?(?:变量|数据|整数)?(?![A-Za-z(])"
    ) or problem.take(
        rf"(?:一个|有)?(?P<type>{_TYPE})\s?(?:型|类型)?(?:的)?(?:变量|数据|整数)?\s?(?P<name>{_NAME})?(?![A-Za-z(])(?:\s?=\s?(?P<value>{_NUMBER}))?\s?;?"
    ):
        if problem.has(rf"(?<![A-Za-z]){_TYPE}(?![A-Za-z])"):
            stay_out("two variables")
        groups = found.groupdict()
        name = groups.get("first") or groups.get("name") or "变量"
        return [(_plain(found["type"]), name)], "", {name: found["value"]} if groups.get("value") else {}
    if found := problem.take(
        r"(?:一个|某|有)?(?P<bits>16|32|64)\s?位(?:的)?(?:二进制)?(?:带符号|有符号|无符号)?(?:整数|整型|数据|数|操作数)(?:变量)?"
    ):
        return [({"16": "short", "32": "int", "64": "long long"}[found["bits"]], "变量")], "", {}
    return [], "", {}


def _subject(owner: str, names: list[str]) -> str:
    """A pattern of a member's name, its structure's before it or not; `about` is the name."""
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    front = rf"(?:{re.escape(owner)}\s?(?:\.|的)\s?)?" if owner else ""
    return rf"(?<![A-Za-z0-9_.]){front}(?:成员(?:变量)?)?\s?(?P<about>{listed})(?![A-Za-z0-9_])"


def _values(problem: Bytes, owner: str, names: list[str]) -> dict[str, str]:
    """What is assigned to the members.

    Raises:
        StayOut: two values of one.
    """
    values: dict[str, str] = {}
    told = problem.take_all(
        rf"{_subject(owner, names)}(?:的)?(?:机器数|初值|值|内容)?(?:已)?{_IS}(?P<value>{_NUMBER})(?!\s?(?:单元|号|处|开始|起|位|个))\s?;?"
    )
    if len(names) == 1:
        told += problem.take_all(
            rf"(?:其|该数|它|变量)?(?:的)?(?:机器数|机器码|(?<=其)值|(?<=的)值){_IS}(?P<value>{_NUMBER})|(?<=\ue000)\s?(?P<own>{_CODE})(?=[,;]|\s?(?:存|按|在|放|以|从|由|的))"
        )
    for match in told:
        groups = match.groupdict()
        name, value = groups.get("about") or names[0], groups.get("value") or groups["own"]
        if values.setdefault(name, value) != value:
            stay_out("two values")
    return values


def _base(problem: Bytes, owner: str, names: list[str]) -> tuple[int, int] | None:
    """The address where the variable begins, and its digits."""
    whole = rf"(?:{re.escape(owner)}|{'|'.join(map(re.escape, names))})" if owner or len(names) == 1 else r"(?!)"
    found = problem.take_all(
        rf"(?:(?:结构|结构体)?变量)?(?:{whole})?(?:结构|结构体)?(?:变量)?(?:的)?(?:在)?{_WHERE}(?:的)?(?:首|起始|开始|存放)+(?:单元)?(?:的)?(?:地址)(?:是|为|:)?\s?(?P<value>{_CODE})"
        rf"|(?:分配|存放|存储|存|放|保存)?(?:在|到|于)(?:以)?(?:主存|内存|存储器)?(?:地址)?(?:为)?\s?(?P<from>{_CODE})\s?(?:地址|单元|处|号单元)?(?:为(?:首|起始)地址|开始|起)(?:的)?(?:连续)?(?:的)?(?:\d\s?个)?(?:主存|内存|存储)?(?:单元)?(?:中|内|里|处)?"
        rf"|(?:从)(?:主存|内存)?(?:地址)?\s?(?P<on>{_CODE})\s?(?:单元|地址)?(?:处)?开始(?:连续)?(?:存放|存储)?"
        + (
            rf"|(?:&\s?{whole}|(?:{whole}|(?<=\ue000))(?:的)?(?:存储|主存|内存)?地址)\s?(?:是|为|=)\s?(?P<at>{_CODE})"
            if len(names) == 1
            else ""
        )
    )
    codes = {next(code for code in match.groups() if code) for match in found}
    if len(codes) > 1:
        stay_out("two addresses")
    if not codes:
        return None
    digits = patterns.sub(r"^0x|[hH\s]", "", codes.pop())
    return int(digits, 16), len(digits)


def _asked(problem: Bytes, owner: str, names: list[str], base: tuple[int, int] | None) -> list[tuple[str, str]]:
    """What is asked, in the order of the text."""
    found: list[tuple[int, str, str]] = []
    subject = _subject(owner, names)

    def look(pattern: str, what: str) -> None:
        for match in problem.take_asked(pattern):
            groups = match.groupdict()
            about = groups.get("about") or (names[0] if len(names) == 1 else "")
            found.append((match.start(), what, patterns.sub(r"^0x|\s|[hH]$", "", groups["code"]) + "H" if "code" in groups else about))

    for end, letters, what in (("低", "LSB", "low"), ("高", "MSB", "high")):
        look(rf"(?:{subject}(?:的)?)?(?:该|此)?(?:变量|数据|数|操作数)?(?:的)?(?:{_OF_A_BYTE.format(end, letters)})(?:的)?{_AT}", what)
    look(
        rf"(?:其中|其)?(?:的)?(?:字节)?(?P<code>(?<![0-9A-Za-z.])(?:0x[0-9A-F]{{2}}|[0-9A-F]{{2}}\s?H)(?![0-9A-Za-z]))(?:这个字节|字节)?(?:的)?{_AT}",
        "byte",
    )
    look(rf"(?:{subject}(?:的)?)(?:首|起始)?(?:存储|内存|主存)?(?:地址)(?!\s?(?:为|是)\s?[0-9])", "address")
    look(
        rf"(?:在)?(?:存储|内存|主存)?(?:单元|地址)?(?:为)?\s?(?P<code>{_CODE})\s?(?:号)?(?:存储|内存|主存)?(?:单元|地址)?(?:处|中|里|内|上)*(?:所)?(?:的)?(?:存放|存储|保存|存)?(?:的)?(?:是|字节|内容|数据|值)+",
        "content",
    )
    whole = rf"(?:{re.escape(owner)})" if owner else r"(?!)"
    look(
        rf"(?:则|那么)?(?:sizeof\s?\(?(?:struct\s)?(?:{whole})\)?|(?:(?:struct\s)?{whole}|(?:该|此)?(?:结构|结构体)(?:变量|类型)?)(?:变量)?(?:的)?(?:所|共|总共|一共|至少|需要?)*(?:占用?|长度|大小)(?:的)?(?:存储空间|内存|空间|主存)?(?:的)?(?:大小|字节数)?)",
        "size",
    )
    look(
        rf"(?:{subject}(?:的)?)?(?:各(?:个)?字节)?(?:在)?(?:内存|主存|存储器)?(?:中)?(?:的)?(?:各(?:个)?字节)?(?:从|由|按)低地址(?:到|至|往|向)高地址(?:的)?(?:顺序|次序|依次|存放|存储|的|内容|各|字节)*",
        "row",
    )
    problem.take_all(r"(?:分别|各|依次)?(?:是|为|占)?(?:多少|几|什么)(?:个)?(?:字节)?")
    return [(what, about) for _, what, about in sorted(found)]
