"""Memories told by their topic: chips and lines, regions of addresses, decoders, refresh, interleaved banks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import Any

from engine.generators.clauses import Role
from engine.generators.co._clauses import BITS, HEXADECIMAL, SIZE, TIME, to_bytes, to_code, to_seconds
from engine.generators.co._measures import duration
from engine.generators.co._topic import Facts, Law, Quantity, Told, Topic, about, counted, percentage
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_SHAPE = r"(?<![\dA-Za-z.])\d+\s*[KMG]?\s*(?:字|个?单元|B(?=\())?\s*[×xX*]\s*\d+\s*(?:位|bits?|b|字)?(?![\dA-Za-z])"
_RANGE = rf"(?P<first>{HEXADECIMAL})\s*(?:~|-|—|到|至|…)+\s*(?P<last>{HEXADECIMAL})"
_CHIP = r"(?:芯片|片子|存储片|颗粒|片(?![选内数]))"
_MEMORY = r"(?:主存储器|存储器|主存|内存|存储系统|存储体|存储空间|存储区)"


def _int(match: re.Match[str]) -> int:
    return to_int(next(group for group in match.groups() if group))


def _shape(text: str) -> tuple[Fraction, Fraction]:
    match = re.match(r"(\d+)\s*([KMG]?)\D*?[×xX*]\s*(\d+)", text, re.IGNORECASE)
    if match is None:
        return stay_out(text)
    return Fraction(int(match[1]) << 10 * " KMG".index(match[2].upper() or " ")), Fraction(int(match[3]))


def _show_shape(shape: Sequence[Fraction]) -> str:
    words = int(shape[0])
    for sign, power in (("G", 30), ("M", 20), ("K", 10)):
        if words % (1 << power) == 0:
            return f"{words >> power}{sign}×{shape[1]} 位"
    return f"{words}×{shape[1]} 位"


def _log(value: Fraction) -> Fraction | None:
    """The exponent of a power of two."""
    number = int(value)
    return Fraction(number.bit_length() - 1) if number > 0 and number & (number - 1) == 0 and number == value else None


def _hex(value: Fraction, digits: int = 4) -> str:
    return f"{int(value):0{max(digits, 4)}X}H"


def _show_range(ends: Sequence[Fraction]) -> str:
    digits = len(f"{int(ends[1]):X}")
    return f"{_hex(ends[0], digits)}~{_hex(ends[1], digits)}"


def _sizes(value: Fraction) -> Sequence[str]:
    return (f"{decimal(value / 1024)} KB", f"{decimal(value / 2**20)} MB", f"{decimal(value)} B", f"{decimal(value)} 字节")


def _times(value: Fraction) -> Sequence[str]:
    return tuple(f"{decimal(value * 10**power, 4)} {unit}" for power, unit in ((9, "ns"), (6, "μs"), (3, "ms"), (0, "s")))


def _chips(memory: Sequence[Fraction], chip: Sequence[Fraction]) -> Fraction | None:
    groups, wide = memory[0] / chip[0], memory[1] / chip[1]
    return groups * wide if groups.denominator == wide.denominator == 1 else None


def _quotient(place: int) -> Any:
    def quotient(memory: Sequence[Fraction], chip: Sequence[Fraction]) -> Fraction | None:
        value = memory[place] / chip[place]
        return value if value.denominator == 1 else None

    return quotient


def _range_of_chip(
    number: Fraction, memory: Sequence[Fraction], chip: Sequence[Fraction], first: Fraction
) -> tuple[Fraction, Fraction] | None:
    groups = memory[0] / chip[0]
    if groups.denominator != 1 or not 1 <= number <= groups or memory[1] != chip[1]:
        return None
    start = first + (number - 1) * chip[0]
    return start, start + chip[0] - 1


_LINES = r"(?:根|条|位|个)?"
_HOW_MANY = r"(?:各)?(?:需要?|要|有|为|是|共|应|用|至少)*(?:多少|几)?(?:根|条|位|个)?"
_WORDS = """ 芯片 片子 片 存储片 存储 存储器 存储芯片 主存 内存 主存储器 存储体 半导体 静态 动态 RAM ROM SRAM DRAM EPROM PROM Flash CPU 8086 2114 6264 62256 27128 2716 2732 6116 74LS138 译码器 3-8译码器 组成 构成 拼 拼成 搭 扩展 扩充 组 做 设计 容量 规格 型号 采用 按字节 字节编址 按字节编址 字节 编址 字 单元 地址 地址线 数据线 地址引脚 数据引脚 引脚 管脚 地址空间 寻址 空间 范围 地址范围 片选 片选译码 译码 高位 高位地址 低位 片内 片内地址 片内地址线 地址码 起始 起始地址 首地址 末地址 开始 从 存储单元 存储区 区域 区 每片 每组 每个 组 分组 几组 位扩展 字扩展 字位扩展 总共 全部 配满 最大 数 根 条 线 总数 合计 一共 加起来 和 位 根地址 分别 话 上 标 芯片上 位线 产生 信号 片选信号 输入 输出 作 接 对应 送入 同一组 分时 复用 行 列 行地址 列地址 连接 那片 型 现用 现有 给 块 存储字 用 主存容量 该芯片 这种芯片 一片 需 上标"""

CHIPS = Topic(
    name="memory of chips",
    about=r"[×xX*]\s*\d|芯片|地址线|地址引脚",
    guard=r"刷新|交叉|奇偶|校验|分辨率|像素|Cache|页|虚|MAR|MDR|低位(?:地址)?(?:选|作|做|译码)|线选|部分译码|(?<![SD])RO?AM和|ROM|系统程序|用户程序|已有|坏|错|重叠|保留|隔|周期|带宽|RAM区|行(?:数|列对称)|容量(?:扩大|翻|增)|矩阵",
    told=(
        Told(
            "multiplexed",
            r"(?:地址)?(?:引脚|线|管脚)?(?:采用|使用)?(?:地址)?(?:引脚|线)?(?:分时)?复用(?:技术|方式|的)?(?:\([^()]{0,30}\))?|(?:行(?:地址)?[、和与]?列地址|行列地址|地址)(?:分时|分两次|分2次)(?:从同一组引脚)?(?:送入|传送|输入)?(?:的)?",
            1,
        ),
        Told(
            "apart",
            r"(?:除|除了|不含|不计|不考虑|不包括|不算|忽略)(?:电源|接?地(?!址)|控制|片选|读写|读/写|信号|线|引脚|端|和|与|、|及|等)+(?:之外|以外|外)?",
            1,
        ),
        Told(
            "number",
            r"(?:第|编号(?:为)?)\s*(?P<value>\d|[一二三四五六七八])\s*(?:号)?(?:片|块|组)(?:芯片)?(?:\(从第?(?:1|一)(?:片)?开始数?\))?",
            _int,
        ),
        Told(
            "first", r"(?:起始|首|开始)(?:地址)(?:为|是|:)*\s*(?P<value>0{4,8}H)|从(?P<other>0{1,8}H?)(?:号)?(?:单元|地址)?开始(?:编址)?", 0
        ),
    ),
    passed=(
        r"(?:用|采用|由)?\s*(?:3|三)\s*[-:]\s*(?:8|八)译码器|\(A\d{1,2}(?:[,、]?A\d{1,2})*(?:作|做)(?:译码)?(?:输入)?\)|(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?编址|单译码|\(?从第?1片?开始数\)?",
        r"(?:字)?(?:位)?扩展|(?:该|此|这)(?:芯片|存储器)",
    ),
    roles=(
        Role(
            name="chip",
            quantity=_SHAPE,
            read=_shape,
            before=r"用|由|采用|选用|(?:芯片|片子)(?:的)?(?:存储)?(?:容量|规格|大小|上标)?|规格|每片|单片|一片|\d{4,5}",
            after=rf"(?:的)?(?:S|D)?(?:RAM|ROM|EPROM)?(?:存储)?(?:器)?{_CHIP}|(?:的)?[SD]RAM(?!区|存储器)",
            alone=True,
        ),
        Role(
            name="memory",
            quantity=_SHAPE,
            read=_shape,
            before=rf"{_MEMORY}(?:的)?(?:总)?(?:容量)?|组成?|构成|扩[展充]?[成为]|拼成?|搭|做成|得到|设计|实现",
            after=rf"(?:的)?(?:半导体|[SD]?RAM)?{_MEMORY}(?!芯片)",
        ),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{_MEMORY}?(?:的)?(?:总)?(?:容量|地址空间|空间|大小)+|{_MEMORY}|组成|构成|拼成?",
            after=rf"(?:的)?{_MEMORY}",
            alone=True,
        ),
        Role(name="word", quantity=BITS, read=to_count, before=r"字长|每个?(?:存储)?(?:单元|字)|存储字", after="(?:的)?字长"),
        Role(
            name="address",
            quantity=rf"(?<![\d.A-Z]){INTEGER}\s*(?:根|条|位)(?=(?:的)?地址)|(?<=地址线)\s*{INTEGER}\s*(?:根|条|位)|(?<=地址总线)\s*{INTEGER}\s*(?:根|条|位)",
            read=to_count,
            alone=True,
        ),
        Role(
            name="data",
            quantity=rf"(?<![\d.A-Z]){INTEGER}\s*(?:根|条|位)(?=(?:的)?数据)|(?<=数据线)\s*{INTEGER}\s*(?:根|条|位)|(?<=数据总线)\s*{INTEGER}\s*(?:根|条|位)",
            read=to_count,
            alone=True,
        ),
    ),
    asks=(
        (
            rf"(?:它的|该|此|芯片|的)*地址(?:线|引脚|管脚)?(?:和|与|、|及|加上?|\+)数据(?:线|引脚|管脚)?(?:的)?(?:数)?(?:总数|之和|总和|数目之和|合计|总共|一共|共|加起来){_HOW_MANY}",
            "pins",
        ),
        (
            r"(?:片选|选片)(?:译码)?(?:信号)?(?:的)?(?:应|该|要|得|需要?|至少|使用|采用|用)*(?:多少|几)(?:根|位|条)?(?:高位)?(?:地址)?(?:线)?|(?:多少|几)(?:根|位|条)(?:高位)?(?:地址)?(?:线)?(?:用于|用作|作|做|来)(?:片选|译码|选片)(?:译码)?",
            "select",
        ),
        (
            rf"(?:{_MEMORY}|模块|整个存储器|CPU(?:端)?|系统)(?:的)?(?:所需|需要|共需|端)?(?:的)?地址(?:线|总线)(?:总)?(?:数|根数|位数)?(?:至少)?{_HOW_MANY}",
            "memory_lines",
        ),
        (
            rf"(?:每片|芯片|该片|片内|单片)(?:的)?(?:片内)?地址(?:线|引脚|管脚)(?:数)?{_HOW_MANY}|(?:多少|几)(?:根|条)?片内地址线",
            "chip_lines",
        ),
        (
            rf"(?:分别|各)?(?:需要?|要|有)?(?:多少|几)(?:根|条)?地址(?:线|引脚)|(?:该|此|的)*地址(?:线|引脚|管脚)(?:数)?(?:和|与|、)?{_HOW_MANY}(?!.{{0,3}}片选)",
            "lines",
        ),
        (rf"(?:需要?|要|有)?(?:多少|几)(?:根|条)?数据(?:线|引脚)|(?:芯片|的)*数据(?:线|引脚|管脚)(?:数)?{_HOW_MANY}", "width"),
        (r"每(?:一)?组(?:有|要|需要?|用|含)*(?:多少|几)(?:个)?片|位扩展(?:需要?|用|要)*(?:多少|几)片", "wide"),
        (
            r"(?:需要?|要|用|共|总共|一共|至少|这样的|这种|芯片|的|配满|凑)*(?:多少|几)(?:个|片|块)(?:这样的|这种|的)*(?:存储)?(?:芯片|片子)?(?![高低])|(?:所需|需要|共需)(?:的)?(?:芯片)(?:的)?(?:片|总|个)?数(?:目)?|芯片(?:的)?(?:总)?(?:片)?数",
            "chips",
        ),
        (r"(?:一共|共|总共|分成?|分为|需要)*(?:多少|几)组|组数", "groups"),
        (r"(?:它|该片|那片|这片|第.片|的)*(?:所占|对应)?(?:的)?地址范围(?:是|为|多少)*", "range"),
        (
            r"(?:CPU)?(?:可|能|的|最大|可以|最多)*(?:寻址|访问|主存|内存|地址空间|存储空间|配)*(?:的)?(?:最大)?(?:主存|内存|空间|范围|容量|地址空间)+(?:最大|可达|最多|为|是|有)*(?:多少|多大)(?:字节|KB|MB|B)?|(?:最大)(?:主存|内存)(?:容量)?(?:是|为)?(?:多少|多大)?|(?:主存|内存)最大(?:容量)?(?:是|为)?(?:多少|多大)",
            "space",
        ),
        (r"(?:该|此|存储器|芯片|的)*(?:存储)?容量(?:为|是|有|共)*(?:多少|多大)(?:\s*(?:KB|MB|字节|B|位))?", "capacity"),
    ),
    laws=(
        Law("memory", ("bytes", "word", "wordwise"), lambda total, word, _: (Fraction(total * 8, word), Fraction(word))),
        Law("memory", ("bytes",), lambda total: (Fraction(total), Fraction(8))),
        Law("memory", ("space", "data"), lambda total, data: (Fraction(total), Fraction(data)) if data == 8 else None),
        Law(
            "space",
            ("address", "data"),
            lambda address, data: Fraction(1 << int(address)) if data == 8 else None,
            "最大容量为 2 的地址线根数次方个单元",
        ),
        Law("space", ("address", "bytewise"), lambda address, _: Fraction(1 << int(address)), "最大容量为 2 的地址线根数次方个单元"),
        Law("chips", ("memory", "chip"), _chips, "芯片数为（存储器的字数 ÷ 芯片的字数）×（存储器的位数 ÷ 芯片的位数）"),
        Law("groups", ("memory", "chip"), _quotient(0), "组数为存储器的字数 ÷ 芯片的字数"),
        Law("wide", ("memory", "chip"), _quotient(1), "每组的片数为存储器的位数 ÷ 芯片的位数"),
        Law("all_lines", ("chip",), lambda chip: _log(chip[0]), "地址线根数为字数的对数"),
        Law("memory_lines", ("memory",), lambda memory: _log(memory[0]), "地址线根数为存储器字数的对数"),
        Law("lines", ("memory",), lambda _: stay_out("lines of a chip or of the memory")),
        Law("lines", ("chip_lines",), lambda lines: lines),
        Law("chip_lines", ("all_lines", "multiplexed"), lambda lines, _: Fraction(-(-int(lines) // 2)), "行、列地址分时送入，地址引脚减半"),
        Law("chip_lines", ("all_lines", "plain"), lambda lines, _: lines),
        Law("width", ("chip",), lambda chip: chip[1], "数据线根数为芯片的位数"),
        Law("pins", ("chip_lines", "width"), lambda lines, width: lines + width, "地址引脚加数据引脚"),
        Law("select", ("groups",), lambda groups: Fraction((int(groups) - 1).bit_length()), "片选译码的地址线根数为组数的对数"),
        Law("range", ("number", "memory", "chip", "start"), _range_of_chip, "每片的地址连续"),
        Law("start", ("first",), lambda _: Fraction(0)),
        Law("start", (), lambda: Fraction(0), convention="地址从 0 开始"),
        Law("capacity", ("chip",), lambda chip: chip[0] * chip[1] / 8, "容量为字数 × 位数 ÷ 8"),
    ),
    marks=(("wordwise", r"按字编址"), ("bytewise", "按字节编址|字节编址"), ("plain", r"^(?![\s\S]*(?:DRAM|动态|复用|分时))")),
    shown={
        "chip": Quantity("芯片", _show_shape),
        "memory": Quantity("存储器", _show_shape),
        "bytes": Quantity("容量", lambda value: size(int(value))),
        "address": Quantity("地址线", counted("根")),
        "data": Quantity("数据线", counted("根")),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
        "groups": Quantity("分", counted("组")),
        "wide": Quantity("每组", counted("片")),
        "lines": Quantity("地址线", counted("根"), lambda value: (f"{value}", f"{value} 位", f"{value} 条")),
        "chip_lines": Quantity("芯片地址线", counted("根"), lambda value: (f"{value}", f"{value} 条")),
        "memory_lines": Quantity("地址线", counted("根"), lambda value: (f"{value}", f"{value} 条", f"{value} 位")),
        "all_lines": Quantity("地址", counted("位")),
        "width": Quantity("数据线", counted("根"), lambda value: (f"{value}", f"{value} 条")),
        "pins": Quantity("引脚", counted("根"), lambda value: (f"{value}", f"{value} 个", f"{value} 条")),
        "select": Quantity("片选译码用", counted("根"), lambda value: (f"{value} 位", f"{value}")),
        "range": Quantity("地址范围", _show_range),
        "space": Quantity("最大容量", lambda value: size(int(value)), _sizes),
        "capacity": Quantity("容量", lambda value: size(int(value)), _sizes),
        "number": Quantity("第几片", about),
    },
    words=_WORDS,
    idle=frozenset({"first", "apart", "word", "address", "data", "multiplexed"}),
    conventions=("1K = 1024",),
    check=lambda facts: _chip_check(facts),
)


def _chip_check(facts: Facts) -> None:
    memory, word, address = facts.get("memory"), facts.get("word"), facts.get("address")
    if memory is not None and word is not None and memory[1] != word:
        stay_out("word")
    if memory is not None and facts.get("data", memory[1]) != memory[1]:
        stay_out("data lines")
    if memory is not None and address is not None and memory[0] > 1 << int(address):
        stay_out("address lines")


# --- regions -------------------------------------------------------------------------------------------------------------------------


def _region(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    first, last = to_code(match["first"]), to_code(match["last"])
    return (Fraction(first), Fraction(last)) if first < last else stay_out("range")


def _length(ends: Sequence[Fraction]) -> Fraction:
    return ends[1] - ends[0] + 1


_REGION_OF = r"(?:{0})(?:区|部分|空间)?(?:的)?(?:占|占用|用|安排在|分配)?(?:地址)?(?:范围|空间|区间|区)?(?:为|是|从|:|,)*\(?"


def _region_told(name: str, word: str) -> tuple[Told, ...]:
    return (
        Told(name, rf"{_REGION_OF.format(word)}{_RANGE}\)?", _region),
        Told(
            name,
            rf"{_RANGE}\)?(?:的)?(?:地址)?(?:空间|区间|范围|区域|这段|一段)?(?:都|里|内)?(?:为|是|作为|分配给|留给|用作|做|给|放)?(?:{word})(?:区)?",
            _region,
        ),
    )


REGION = Topic(
    name="region of addresses",
    about=rf"{HEXADECIMAL}\s*(?:~|-|—|到|至)",
    guard=r"按字编址|Cache|页|中断|保留|隔|重叠|译码器|138|不同",
    told=(
        Told("space_told", rf"(?:存储器?)?(?:的)?地址空间(?:为|是|:)?{_RANGE}(?:\(字节编址\))?", _region),
        Told(
            "rest_ram",
            r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:都|均|全|全部)*(?:为|是|作为|用作|分配给|做)?RAM(?:区)?",
            1,
        ),
        Told(
            "ram_chip",
            rf"(?:(?<=RAM)|(?<=RAM区))(?:都|则|均)?\(?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{_SHAPE})(?:的)?(?:位)?(?:S|D)?(?:RAM)?(?:存储)?{_CHIP}?\)?|(?P<shape2>{_SHAPE})(?:的)?(?:位)?(?:S|D)?RAM(?:存储)?{_CHIP}?",
            lambda match: _shape(match["shape"] or match["shape2"]),
        ),
        Told(
            "rom_chip",
            rf"(?:(?<=ROM)|(?<=ROM区))(?:都|则|均)?\(?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{_SHAPE})(?:的)?(?:位)?(?:EP)?(?:ROM)?(?:存储)?{_CHIP}?\)?|(?P<shape2>{_SHAPE})(?:的)?(?:位)?(?:EP)?ROM(?:存储)?{_CHIP}?",
            lambda match: _shape(match["shape"] or match["shape2"]),
        ),
        *_region_told("rom", "ROM"),
        *_region_told("ram", "RAM"),
        Told("region", _RANGE, _region),
    ),
    passed=(r"(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?编址|字节编址", r"(?:存储|地址)(?:空间|区)里"),
    roles=(
        Role(name="start", quantity=HEXADECIMAL, read=to_code, before=r"从|起始(?:地址)?|首地址", after=r"(?:单元)?(?:起|开始)"),
        Role(name="chip", quantity=_SHAPE, read=_shape, before=r"用|由|采用|芯片", after=rf"(?:的)?(?:存储)?{_CHIP}", alone=True),
        Role(
            name="whole",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{_MEMORY}(?:容量)?|空间|容量",
            after=r"(?:的)?(?:存储|地址|主存|内存)(?:空间)?",
            alone=True,
        ),
    ),
    asks=(
        (r"(?:RAM|ROM)?(?:区)?(?:的)?(?:末|结束|最后|最大|终止)(?:单元)?(?:的)?地址(?:是|为)?(?:多少)?", "end"),
        (
            r"ROM(?:(?:芯片)?(?:和|与|、)RAM(?:芯片)?)?(?:各|分别)*(?:需要?|要|用|是|为)*(?:多少|几)片|各(?:需要?|要|用)*(?:多少|几)片",
            "both",
        ),
        (r"RAM(?:芯片)?(?:需要?|要|用)*(?:多少|几)片", "ram_chips"),
        (r"(?:需要?|要|用|共|一共|凑|来搭|搭|芯片|的)*(?:多少|几)(?:片|块|个)(?:芯片|片子)?|(?:所需)?芯片(?:片)?数", "chips"),
        (r"(?:片内)?地址线(?:需要?|要|有)*(?:多少|几)(?:根|条|位)", "lines"),
        (
            r"(?:该|这段|存储区|区|这个|空间|的|共|容量|大小|有|为|是)*(?:多少|多大|几)(?:个)?\s*(?:KB|K(?![A-Za-z])|字节|B(?![A-Za-z])|个?单元)?|(?:存储)?容量",
            "length",
        ),
    ),
    laws=(
        Law("end", ("start", "whole"), lambda start, whole: start + whole - 1, "末地址为首地址 + 容量 − 1"),
        Law("length", ("region",), _length, "容量为末地址 − 首地址 + 1"),
        Law(
            "chips",
            ("region", "chip", "bytewise"),
            lambda region, chip, _: _chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "chips",
            ("rom", "chip", "no_ram"),
            lambda region, chip, _: _chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "chips",
            ("ram", "chip", "no_rom"),
            lambda region, chip, _: _chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law("chips", ("ram_chips",), lambda chips: chips),
        Law(
            "ram_chips",
            ("ram", "ram_chip"),
            lambda region, chip: _chips((_length(region), Fraction(8)), chip),
            "RAM 芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "ram_chips",
            ("whole", "rom", "rest_ram", "ram_chip"),
            lambda whole, rom, _, chip: _chips((whole - _length(rom), Fraction(8)), chip),
            "RAM 的容量为总容量 − ROM 的容量",
        ),
        Law(
            "rom_chips",
            ("rom", "rom_chip"),
            lambda region, chip: _chips((_length(region), Fraction(8)), chip),
            "ROM 芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law("both", ("rom_chips", "ram_chips"), lambda rom, ram: (rom, ram)),
        Law("lines", ("chip",), lambda chip: _log(chip[0]), "片内地址线根数为芯片字数的对数"),
    ),
    marks=(("bytewise", r"字节编址|按字节|KB|×\s*8|×\s*4|字节"), ("no_ram", r"^(?![\s\S]*RAM)"), ("no_rom", r"^(?![\s\S]*ROM)")),
    shown={
        "start": Quantity("首地址", lambda value: _hex(value)),
        "end": Quantity("末地址", lambda value: _hex(value)),
        "region": Quantity("地址", _show_range),
        "rom": Quantity("ROM 区", _show_range),
        "ram": Quantity("RAM 区", _show_range),
        "whole": Quantity("总容量", lambda value: size(int(value))),
        "chip": Quantity("芯片", _show_shape),
        "ram_chip": Quantity("RAM 芯片", _show_shape),
        "rom_chip": Quantity("ROM 芯片", _show_shape),
        "length": Quantity("容量", lambda value: size(int(value)), _sizes),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
        "ram_chips": Quantity("RAM", counted("片")),
        "rom_chips": Quantity("ROM", counted("片")),
        "both": Quantity("", lambda pair: f"ROM {pair[0]} 片，RAM {pair[1]} 片"),
        "lines": Quantity("片内地址线", counted("根")),
    },
    words=_WORDS + " 地址 范围 存储区 空间 存储空间 各 其余 来搭 里 全是",
    idle=frozenset({"space_told", "rom"}),
    conventions=("每个地址一个字节",),
)

DECODER = Topic(
    name="decoder of chips",
    about=r"138|译码器",
    guard=r"ROM|8K|4K|16K|×|部分译码|低",
    told=(
        Told("high", r"(?:A15|A19)\s*[,、]?\s*A1[48]\s*[,、]?\s*A1[37]", lambda match: 16 if "15" in match[0] else 20),
        Told("output", r"(?:Y|输出端?Y?|Y̅|/Y)(?P<value>[0-7])(?![\d])", _int),
    ),
    passed=(
        r"(?:用|由)?(?:一片)?(?:74LS138|3\s*[-:]\s*8译码器|三八译码器)(?:\([^()]*\))?(?:接|作|做|产生)?(?:片选)?(?:译码)?",
        r"(?:分别)?(?:做|作|接|为)(?:译码)?(?:输入)?(?:端)?\s*C\s*[,、]?\s*B\s*[,、]?\s*A|(?:做|作)(?:译码)?输入",
    ),
    asks=((r"(?:输出)?(?:所)?(?:对应)?(?:选中)?(?:的)?(?:存储)?(?:芯片)?(?:的)?地址范围(?:是|为)?(?:啥|什么|多少)?", "range"),),
    laws=(
        Law(
            "range",
            ("high", "output"),
            lambda high, output: (output * 2 ** int(high - 3), (output + 1) * 2 ** int(high - 3) - 1),
            "最高三位为译码器的输入，其余位从全 0 到全 1",
        ),
    ),
    shown={
        "high": Quantity("地址线", counted("根")),
        "output": Quantity("译码器输出", lambda value: f"Y{value}"),
        "range": Quantity("地址范围", _show_range),
    },
    words=_WORDS,
)

# --- refresh -------------------------------------------------------------------------------------------------------------------------


def _square(chip: Sequence[Fraction]) -> Fraction | None:
    root = isqrt(int(chip[0]))
    return Fraction(root) if root * root == chip[0] else None


_REFRESH = r"(?:死时间|死区(?:时间)?|集中刷新(?:的)?(?:死)?时间)"

REFRESH = Topic(
    name="refresh",
    about=r"刷新",
    guard=r"屏|显示|分辨率|带宽",
    told=(
        Told(
            "rows",
            r"(?:存储)?(?:阵列|矩阵|体|芯片)?(?:内部)?(?:结构)?(?:为|是|由|排成|排列成|有|\(|行列对称|方阵|:)*\s*(?P<value>\d+)\s*行?\s*[×xX*]\s*(?P<other>\d+)\s*列?(?:的)?(?:\)|存储阵列|阵列|存储矩阵|矩阵|方阵|存储元)(?:阵列|矩阵)?|(?:阵列|矩阵|方阵)(?:为|是|:)*\s*(?P<third>\d+)\s*[×xX*]\s*(?P<fourth>\d+)(?!\s*位)|(?:内部|片内)(?:存储)?(?:阵列)?(?:按|为|是|排成)*\s*(?P<fifth>\d+)\s*行?\s*[×xX*]\s*\d+\s*列?(?:\s*[×xX*]\s*\d+)?",
            lambda match: int(match["value"] or match["third"] or match["fifth"]),
        ),
        Told("rows", r"(?<![\d.])(?P<value>\d+)\s*行(?!\s*[×xX*])", _int),
        Told("rows", r"行(?:地址)?(?:数)?(?:为|是|有|共)+\s*(?P<value>\d+)", _int),
        Told("square", r"(?:行列)(?:对称|数相等|相等|相同)|方阵(?:排列)?|正方形", 1),
    ),
    passed=(
        r"(?:采用|用|按|若)?(?:异步|分散|集中)(?:式)?(?:刷新)?(?:方式|法)?(?:\((?:分散到|均匀|在)?[^()]{0,12}均匀\)?刷?新?\)?)?(?:的)?|\(?分散到\d*m?s?里?均匀\)?",
        r"(?:分散|集中|异步)(?:刷新)?(?:跟|和|与|、)(?:分散|集中|异步)(?:刷新)?(?:先)?(?:不问|不管|不考虑)|(?:把|将)?(?:所有|全部|各)(?:的)?行(?:都|均)?(?:要|必须|应)?(?:刷(?:新)?(?:一遍|一次|完)?)|(?:内|里)(?:必须|要)?(?:把|将)?(?:所有|全部)行(?:都|均)?刷(?:新)?(?:一遍|一次)|每次刷新(?:一|1)行",
    ),
    roles=(
        Role(name="chip", quantity=_SHAPE, read=_shape, after=rf"(?:的)?(?:D)?(?:RAM)?{_CHIP}?", before=r"芯片|DRAM", alone=True),
        Role(
            name="interval",
            quantity=TIME,
            read=to_seconds,
            before=r"刷新(?:的)?(?:间隔|周期|最大间隔)(?:时间)?|最大刷新(?:周期|间隔)",
            after=r"(?:内|之内|里|中|以内)?(?:须|必须|要|需)?(?:把|将)?(?:所有|全部|各|都|完成)*(?:行)?刷",
        ),
        Role(
            name="cycle",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:存取|读写|存储|读/写|存储器)(?:的)?周期(?:时间)?|刷新(?:一|1)行(?:需要?|用)?",
        ),
    ),
    asks=(
        (r"系统(?:的)?(?:存取|存储)?周期(?:变|是|为|变为|变成|应)*(?:多少|多长)?", "system"),
        (r"(?:芯片)?(?:全部|所有行|整个芯片)?刷新(?:一|1)遍(?:要|用|需要?|共)*(?:多久|多少时间|多长时间|多少)?", "pass"),
        (
            r"(?:刷新)?(?:操作)?(?:占去|占用?)(?:了)?(?:总|全部|存储器)?(?:的)?时间(?:的)?(?:百分比|比例|百分之几|多少)|(?:死时间率|死区占比|死区(?:时间)?(?:所)?占(?:比|的比例)?|死时间(?:所)?占(?:比|的)?|死(?:亡)?时间率)(?:几|多少|百分之几|比例)*",
            "dead_share",
        ),
        (r"(?:集中刷新)?(?:的)?(?:死(?:亡)?时间|死区(?:时间)?)(?:是|为|有)?(?:多少|多长)?(?:μs|us)?", "dead"),
        (
            r"(?:相邻)?(?:两次|2次)?(?:行)?刷新(?:信号|请求|操作)?(?:之间)?(?:的)?(?:时间)?间隔(?:是|为|约)*(?:多少)?\s*(?:μs|us|ns)?|(?:刷新)?每隔?(?:多少|多长时间|多久)\s*(?:μs|us|ns)?(?:来|刷新|进行|产生|发)*(?:一次|1次|一行)?(?:刷新)?|间隔(?:是|为)?(?:多少)\s*(?:μs|us)?",
            "gap",
        ),
        (r"(?:共|需要?|要)?(?:刷新)?(?:多少|几)次(?:刷新)?|刷新(?:的)?(?:次数|行数)", "rows_asked"),
    ),
    laws=(
        Law("system", ("cycle", "scattered"), lambda cycle, _: 2 * cycle, "分散刷新每个存取周期后跟一次刷新，系统周期为存取周期的 2 倍"),
        Law("pass", ("count", "system"), lambda rows, system: rows * system, "刷新一遍用行数 × 系统周期"),
        Law("count", ("rows",), lambda rows: rows),
        Law("count", ("chip", "square"), lambda chip, _: _square(chip), "行数为字数的平方根"),
        Law("gap", ("interval", "count"), lambda interval, rows: interval / rows, "异步刷新的间隔为刷新周期 ÷ 行数"),
        Law("dead", ("count", "cycle"), lambda rows, cycle: rows * cycle, "死时间为行数 × 存取周期"),
        Law("dead_share", ("dead", "interval"), lambda dead, interval: dead / interval, "死时间率为死时间 ÷ 刷新周期"),
        Law("rows_asked", ("count",), lambda rows: rows),
    ),
    marks=(("scattered", r"分散(?!到)"),),
    shown={
        "system": Quantity("系统存取周期", duration, _times),
        "pass": Quantity("刷新一遍", duration, _times),
        "rows": Quantity("行数", counted("行")),
        "chip": Quantity("芯片", _show_shape),
        "count": Quantity("行数", counted("行")),
        "interval": Quantity("刷新周期", duration),
        "cycle": Quantity("存取周期", duration),
        "gap": Quantity("刷新间隔", duration, _times),
        "dead": Quantity("死时间", duration, _times),
        "dead_share": Quantity("死时间占", lambda value: percentage(value)),
        "rows_asked": Quantity("刷新", counted("次")),
    },
    words=_WORDS
    + " 刷新 异步 集中 分散 异步刷新 集中刷新 存储阵列 阵列 矩阵 行 列 刷 遍 间隔 周期 均匀 内 两次 一次 死区 死时间 占比 读写 存取",
    conventions=("每次刷新一行",),
    idle=frozenset({"chip", "square", "cycle"}),
    check=lambda facts: (
        None if "chip" not in facts or "rows" not in facts or Fraction(facts["rows"]) <= facts["chip"][0] else stay_out("rows")
    ),
)

# --- interleaved banks ---------------------------------------------------------------------------------------------------------------

_MODE_TURNS = r"(?:低位)?(?:多体)?交叉(?:编址|存储|存取|方式|并行|存储器)*"
_MODE_ORDER = r"(?:高位)?顺序(?:编址|存储|存取|方式|存储器)*"
_BANDWIDTH = r"(?:的)?(?:存储器)?(?:带宽|(?:数据)?(?:传输|传送)(?:率|速率|速度))(?:\([^()]{0,8}\))?(?:是|为|各|约|近似)*(?:多少)?"


def _bank_words(match: re.Match[str]) -> int:
    return _int(match)


BANKS = Topic(
    name="interleaved banks",
    about=r"交叉|多体|[四八48]\s*体|模块.*顺序",
    guard=r"Cache|高位交叉|冲突|突发|跳|间隔|行(?:优先|访问)|命中",
    told=(
        Told(
            "banks",
            rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:存储)?(?:体|模块|存储体|个模块)(?:并行|低位)*|模块数\s*m?(?:为|是|=)*\s*(?P<other>\d+)",
            _int,
        ),
        Told(
            "words",
            rf"(?:连续|读出|读取|读|存取|访问|传送|取)+(?:出)?(?:连续)?(?:的)?\s*(?P<value>{INTEGER})\s*个(?:存储)?字(?!节|长)|(?P<other>{INTEGER})个字(?=(?:的)?(?:时间|信息|数据))",
            _int,
        ),
    ),
    passed=(r"每个?(?:存储)?(?:体|模块)(?:的)?(?:容量)?(?=[存周\ue000])|(?:每个?(?:存储)?体)", r"(?:一个|某|采用|用)*(?:低位)(?=交叉)"),
    roles=(
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:存储|存取|读写)(?:器)?(?:的)?周期\s*T?|周期T"),
        Role(name="bus", quantity=TIME, read=to_seconds, before=r"总线(?:的)?(?:传送|传输)?(?:周期|时间)\s*τ?|传送周期|传输周期"),
        Role(name="width", quantity=BITS, read=to_count, before=r"字长|数据总线(?:的)?宽度|总线宽度|宽度|每个字", alone=True),
    ),
    asks=(
        (
            rf"(?:顺序|高位顺序)(?:方式|存储)?(?:和|与|、|及){_MODE_TURNS}(?:下)?(?:连续)?(?:读出?)?\ue000*(?:的)?(?:数据|信息)?(?:所需|所用|的)?(?:时间)?(?:分别|各)*(?:为|是|需要?|要)*(?:多少)?\s*(?:ns|μs)?(?!.{{0,4}}带宽)",
            "two_times",
        ),
        (rf"(?:顺序|高位顺序)(?:方式|存储)?(?:存储器)?(?:和|与|、|及){_MODE_TURNS}(?:存储器)?(?:下)?{_BANDWIDTH}", "two_rates"),
        (rf"{_MODE_ORDER}(?:下)?(?:读)?\ue000*(?:的)?(?:时间)(?:是|为)?(?:多少)?", "order_time"),
        (rf"{_BANDWIDTH}(?:\([^()]{{0,8}}\))?", "rate"),
        (
            r"(?:读|读出|所需|需要?|要|共|的|总)*(?:时间)(?:是|为|需要?|多少|要|约)*\s*(?:ns|μs)?|(?:需要?|要|用|花)(?:多少|几)\s*(?:ns|μs|时间)|多长时间|多久",
            "time",
        ),
    ),
    laws=(
        Law(
            "time",
            ("turns", "words", "cycle", "bus"),
            lambda _, words, cycle, bus: cycle + (words - 1) * bus,
            "交叉方式的时间为存储周期 + (字数 − 1) × 总线周期",
        ),
        Law("order_time", ("words", "cycle"), lambda words, cycle: words * cycle, "顺序方式的时间为字数 × 存储周期"),
        Law(
            "turn_time",
            ("words", "cycle", "bus"),
            lambda words, cycle, bus: cycle + (words - 1) * bus,
            "交叉方式的时间为存储周期 + (字数 − 1) × 总线周期",
        ),
        Law("two_times", ("order_time", "turn_time"), lambda one, other: (one, other)),
        Law(
            "rate", ("turns", "words", "width", "turn_time"), lambda _, words, width, time: words * width / time, "带宽为读出的位数 ÷ 时间"
        ),
        Law(
            "two_rates",
            ("words", "width", "order_time", "turn_time"),
            lambda words, width, one, other: (words * width / one, words * width / other),
            "带宽为读出的位数 ÷ 时间",
        ),
    ),
    marks=(("turns", "交叉"),),
    shown={
        "banks": Quantity("存储体", counted("个")),
        "words": Quantity("读", counted("个字")),
        "cycle": Quantity("存储周期", duration),
        "bus": Quantity("总线周期", duration),
        "width": Quantity("字长", counted("位")),
        "time": Quantity("时间", duration, _times),
        "order_time": Quantity("顺序方式", lambda value: f"{decimal(value * 10**9)} ns", _times),
        "turn_time": Quantity("交叉方式", lambda value: f"{decimal(value * 10**9)} ns", _times),
        "two_times": Quantity("", lambda pair: f"顺序方式 {decimal(pair[0] * 10**9)} ns，交叉方式 {decimal(pair[1] * 10**9)} ns"),
        "rate": Quantity(
            "带宽",
            lambda value: f"{about(value / 10**6, 1)} Mb/s",
            lambda value: (f"{decimal(value / 8 / 10**6, 1)} MB/s", f"{decimal(value / 10**6)} Mbps"),
        ),
        "two_rates": Quantity("", lambda pair: f"顺序方式 {about(pair[0] / 10**6, 1)} Mb/s，交叉方式 {about(pair[1] / 10**6, 1)} Mb/s"),
    },
    words=_WORDS
    + " 低位交叉 交叉 交叉存储器 顺序 顺序方式 交叉方式 四体 八体 存储周期 总线 总线周期 传送周期 字长 带宽 近似 连续 读 多体 低位 并行 体 模块",
    idle=frozenset({"banks", "width"}),
    check=lambda facts: _bank_check(facts),
)


def _bank_check(facts: Facts) -> None:
    banks, cycle, bus = facts.get("banks"), facts.get("cycle"), facts.get("bus")
    if banks is not None and cycle is not None and bus is not None and banks * bus < cycle:
        stay_out("too few banks")


TOPICS = (CHIPS, REGION, DECODER, REFRESH, BANKS)
