"""Regions of addresses, their chips, and what a decoder selects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import CHIP, MEMORY, SHAPE, WORDS, chips, hex, log, shape, show_range, show_shape, sizes
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, to_bytes, to_code
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted
from engine.generators.quantities import size
from engine.generators.reading import stay_out, to_count

_RANGE = rf"(?P<first>{HEXADECIMAL})\s*(?:~|-|—|到|至|…)+\s*(?P<last>{HEXADECIMAL})"


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


def _whole_as_told(facts: Facts) -> None:
    if {"whole", "rom_size", "ram_size"} <= set(facts) and facts["whole"] != facts["rom_size"] + facts["ram_size"]:
        stay_out("parts that are not the whole")


def _plainly(text: str) -> str:
    """A space told by its words of a byte (`8K×8bit 存储空间`) in bytes."""
    text = patterns.sub(
        r"(?<![\d.A-Za-z])(\d+)\s*([KM])\s*[×xX*]\s*8\s*(?:位|bits?|b)(?=(?:的)?(?:存储空间|存储区|内存空间|空间))", r"\1\2B", text
    )
    return patterns.sub(r"(?<=内存|主存)地址(?:区域|区间|范围|空间)(?=从|为|是)", "地址", text)


REGION = Topic(
    name="region of addresses",
    about=rf"{HEXADECIMAL}\s*(?:~|-|—|到|至)|首地址|起始地址|ROM[\s\S]*RAM|RAM[\s\S]*ROM",
    guard=r"^(?=[\s\S]*按字编址)(?![\s\S]*字长(?:为|是)?\s*\d+\s*位)|^(?=[\s\S]*按字编址)(?![\s\S]*(?:芯片数|芯片多少|几片|多少片|片数))|Cache|页|中断|保留|隔|重叠|译码器|138|不同",
    told=(
        Told("space_told", rf"(?:存储器?)?(?:的)?地址空间(?:为|是|:)?{_RANGE}(?:\(字节编址\))?", _region),
        Told(
            "whole",
            r"(?:CPU)?(?:的)?地址(?:总)?线(?:为|是|有|:)*\s*A(?P<high>\d{1,2})\s*(?:~|-|…|到|至)+\s*A0",
            lambda match: Fraction(1 << int(match["high"]) + 1),
        ),
        Told(
            "rest_ram",
            r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:都|均|全|全部)*(?:为|是|作为|用作|分配给|做)?RAM(?:区)?(?!区?\s*[0-9A-F]{4,8}H?\s*[~-])",
            1,
        ),
        Told(
            "rest_rom",
            r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:都|均|全|全部)*(?:为|是|作为|用作|分配给|做)?ROM(?:区)?",
            1,
        ),
        Told(
            "ram_chip",
            rf"(?:(?<=RAM)|(?<=RAM区))(?:都|则|均)?\(?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{SHAPE})(?:的)?(?:位)?(?:S|D)?(?:RAM)?(?:存储)?{CHIP}?\)?|(?P<shape2>{SHAPE})(?:的)?(?:位)?(?:S|D)?RAM(?:存储)?{CHIP}?",
            lambda match: shape(match["shape"] or match["shape2"]),
        ),
        Told(
            "rom_chip",
            rf"(?:(?<=ROM)|(?<=ROM区))(?:都|则|均)?\(?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{SHAPE})(?:的)?(?:位)?(?:EP)?(?:ROM)?(?:存储)?{CHIP}?\)?|(?P<shape2>{SHAPE})(?:的)?(?:位)?(?:EP)?ROM(?:存储)?{CHIP}?",
            lambda match: shape(match["shape"] or match["shape2"]),
        ),
        *_region_told("rom", "ROM"),
        *_region_told("ram", "RAM"),
        Told("region", _RANGE, _region),
        Told(
            "region",
            rf"(?:存储器|存储区)?(?:的)?(?:首|起始)(?:地址)(?:为|是|:)*\s*(?P<first>{HEXADECIMAL})[,、;]?(?:和|而)?(?:末|终止|结束|最后)(?:地址)(?:为|是|:)*\s*(?P<last>{HEXADECIMAL})",
            _region,
        ),
    ),
    passed=(
        r"(?:其)?(?:MAR|存储器地址寄存器)(?:\(MAR\))?(?:的)?(?:位数|字长|长度)?(?:为|是|有)?\s*\d+\s*位|需要(?:这样|这种|上述|该种?)的?(?=RAM)",
        r"(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?编址|字节编址",
        r"(?:存储|地址)(?:空间|区)里",
        r"(?:存储器)?(?:总线)?(?:中)?(?:共有?|有)?\s*\d+\s*(?:根|条|位)地址线(?:、|,|和|与)?(?:\d+\s*(?:位|根|条)数据线)?",
        r"\d+\s*位(?:的)?(?:微型计算机|微机|微处理器|计算机|CPU)(?:的)?",
        r"地址(?:总)?线(?:数)?(?:为|有|是|共)*\s*\d+\s*(?:条|根)|\d+\s*(?:条|根)地址(?:总)?线",
        r"(?:且|并且)?(?:其)?地址(?:是|空间)*连续的?",
    ),
    roles=(
        Role(name="word", quantity=BITS, read=to_count, before=r"(?:机器|存储)?字长"),
        *(
            Role(
                name=f"{kind.lower()}_size",
                quantity=SIZE,
                read=to_bytes,
                before=rf"{kind}(?:区)?(?:的)?(?:容量)?",
                after=rf"(?:的)?(?:空间)?(?:是|为|作|做|作为|分配给|用作|给)?(?:的)?{kind}",
            )
            for kind in ("ROM", "RAM")
        ),
        Role(name="start", quantity=HEXADECIMAL, read=to_code, before=r"从|起始(?:地址)?|首地址", after=r"(?:单元)?(?:起|开始)"),
        Role(name="chip", quantity=SHAPE, read=shape, before=r"用|由|采用|芯片", after=rf"(?:的)?(?:存储)?{CHIP}", alone=True),
        Role(
            name="whole_words",
            quantity=r"(?<![\d.A-Za-z])\d+\s*[KM]\s*个?字(?![节长块符])",
            read=lambda text: to_count(patterns.sub(r"\D", "", text)) << (20 if "M" in text.upper() else 10),
            before=rf"{MEMORY}(?:的)?(?:地址空间|容量)?|地址空间|空间|容量",
        ),
        Role(
            name="whole",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{MEMORY}(?:容量)?|空间|容量",
            after=r"(?:的)?(?:存储|地址|主存|内存)(?:空间)?",
            alone=True,
        ),
    ),
    asks=(
        (
            r"(?:则)?(?:至少)?(?:需要?|要|所需)?(?:的)?(?:RAM|ROM|存储)?芯片(?:片)?数(?:为|是)(?:多少)?|(?:则)?(?:至少|共)?(?:需要?|要|所需)芯片(?:多少|几)(?:片)?|(?<=\ue000)(?:片)?数(?:为|是)(?:多少)?",
            "chips",
        ),
        (
            r"(?:RAM|ROM)?(?:区)?(?:的)?(?:该|此)?(?:存储空间|空间)?(?:的)?(?:可用的?)?(?:末|结束|最后|最大|最高|终止)(?:单元)?(?:的)?地址(?:编号)?(?:是|为)?(?:多少)?",
            "end",
        ),
        (
            r"ROM(?:(?:芯片)?(?:和|与|、)RAM(?:芯片)?)?(?:各|分别)*(?:需要?|要|用|是|为)*(?:多少|几)片|各(?:需要?|要|用)*(?:多少|几)片|(?:上述)?(?:规格)?(?:的)?ROM(?:芯片)?(?:数|数量|数目)(?:和|与|、)RAM(?:芯片)?(?:数|数量|数目)(?:分别|各)*(?:是|为)?(?:多少)?",
            "both",
        ),
        (r"RAM(?:芯片)?(?:需要?|要|用)*(?:多少|几)片", "ram_chips"),
        (r"(?:需要?|要|用|共|一共|凑|来搭|搭|芯片|的)*(?:多少|几)(?:片|块|个)(?:芯片|片子)?|(?:所需)?芯片(?:片)?数", "chips"),
        (r"(?:片内)?地址线(?:需要?|要|有)*(?:多少|几)(?:根|条|位)", "lines"),
        (
            r"(?:该|这段|存储区|内存|主存|区|这个|空间|的|共|容量|大小|有|为|是)*(?:多少|多大|几)(?:个)?\s*(?:KB|K\s*字节|K(?![A-Za-z])|字节|B(?![A-Za-z])|个?单元)?(?:的)?(?:存储)?(?:容量)?|(?:存储)?容量",
            "length",
        ),
    ),
    laws=(
        Law("whole", ("chip", "one_memory"), lambda chip, _: chip[0], "一个单元一个地址"),
        Law("end", ("start", "whole"), lambda start, whole: start + whole - 1, "末地址为首地址 + 容量 − 1"),
        Law("length", ("region", "bytes_only"), lambda region, _: _length(region), "容量为末地址 − 首地址 + 1"),
        Law(
            "chips",
            ("addresses", "one_chip", "wordwise", "word"),
            lambda region, chip, _, word: chips((_length(region), Fraction(word)), chip),
            "芯片数为（单元数 ÷ 芯片的字数）×（字长 ÷ 芯片的位数）",
        ),
        Law("addresses", ("region",), lambda region: region),
        Law("addresses", ("ram", "no_rom"), lambda region, _: region),
        Law("one_chip", ("chip",), lambda chip: chip),
        Law("one_chip", ("ram_chip",), lambda chip: chip),
        Law(
            "chips",
            ("region", "chip", "bytewise"),
            lambda region, chip, _: chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "chips",
            ("rom", "chip", "no_ram"),
            lambda region, chip, _: chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "chips",
            ("ram", "chip", "no_rom"),
            lambda region, chip, _: chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law(
            "chips",
            ("region", "ram_chip", "bytewise", "no_rom"),
            lambda region, chip, *_: chips((_length(region), Fraction(8)), chip),
            "芯片数为（容量 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
        ),
        Law("chips", ("ram_chips",), lambda chips: chips),
        Law("whole", ("whole_words", "wordwise"), lambda words, _: Fraction(words)),
        Law("width", ("wordwise", "word"), lambda _, word: Fraction(word)),
        Law("width", ("bytes_only",), lambda _: Fraction(8)),
        Law(
            "ram_chips",
            ("ram", "ram_chip", "width"),
            lambda region, chip, width: chips((_length(region), width), chip),
            "RAM 芯片数为（单元数 ÷ 芯片的字数）×（单元的位数 ÷ 芯片的位数）",
        ),
        Law(
            "ram_chips",
            ("whole", "rom", "rest_ram", "ram_chip", "width"),
            lambda whole, rom, _, chip, width: chips((whole - _length(rom), width), chip),
            "RAM 的容量为总容量 − ROM 的容量",
        ),
        Law(
            "rom_chips",
            ("rom", "rom_chip", "width"),
            lambda region, chip, width: chips((_length(region), width), chip),
            "ROM 芯片数为（单元数 ÷ 芯片的字数）×（单元的位数 ÷ 芯片的位数）",
        ),
        Law("ram_bytes", ("ram_size", "whole"), lambda ram, _: ram),
        Law("ram_bytes", ("ram_size",), lambda ram: ram),
        Law("ram_bytes", ("whole", "rom_size", "rest_ram"), lambda whole, rom, _: whole - rom, "RAM 的容量为总容量 − ROM 的容量"),
        Law("rom_bytes", ("rom_size",), lambda rom: rom),
        Law("rom_bytes", ("whole", "ram_size", "rest_rom"), lambda whole, ram, _: whole - ram, "ROM 的容量为总容量 − RAM 的容量"),
        *(
            Law(
                f"{kind}_chips",
                (f"{kind}_bytes", f"{kind}_chip", "bytewise"),
                lambda size, chip, _: chips((size, Fraction(8)), chip) if size > 0 else None,
                f"{kind.upper()} 芯片数为（字节数 ÷ 芯片的字数）×（8 ÷ 芯片的位数）",
            )
            for kind in ("ram", "rom")
        ),
        Law("both", ("rom_chips", "ram_chips"), lambda rom, ram: (rom, ram)),
        Law("lines", ("chip",), lambda chip: log(chip[0]), "片内地址线根数为芯片字数的对数"),
    ),
    prepared=_plainly,
    marks=(
        ("one_memory", r"^(?![\s\S]*(?:芯片|组成|构成))"),
        ("wordwise", r"按字编址"),
        ("bytes_only", r"^(?![\s\S]*按字编址)"),
        ("bytewise", r"^(?![\s\S]*按字编址)[\s\S]*(?:字节编址|按字节|KB|×\s*8|×\s*4|字节)"),
        ("no_ram", r"^(?![\s\S]*RAM)"),
        ("no_rom", r"^(?![\s\S]*ROM)"),
    ),
    shown={
        "whole_words": Quantity("总容量", lambda value: f"{int(value) >> 10}K 个字"),
        "start": Quantity("首地址", lambda value: hex(value)),
        "end": Quantity("末地址", lambda value: hex(value)),
        "region": Quantity("地址", show_range),
        "rom_size": Quantity("ROM 区", lambda value: size(int(value))),
        "ram_size": Quantity("RAM 区", lambda value: size(int(value))),
        "rom": Quantity("ROM 区", show_range),
        "ram": Quantity("RAM 区", show_range),
        "whole": Quantity("总容量", lambda value: size(int(value))),
        "chip": Quantity("芯片", show_shape),
        "ram_chip": Quantity("RAM 芯片", show_shape),
        "rom_chip": Quantity("ROM 芯片", show_shape),
        "length": Quantity("容量", lambda value: size(int(value)), sizes),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
        "ram_chips": Quantity("RAM", counted("片")),
        "rom_chips": Quantity("ROM", counted("片")),
        "both": Quantity("", lambda pair: f"ROM {pair[0]} 片，RAM {pair[1]} 片"),
        "lines": Quantity("片内地址线", counted("根")),
    },
    words=WORDS + " 地址 范围 存储区 空间 存储空间 各 其余 来搭 里 全是",
    idle=frozenset({"space_told", "rom", "chip"}),
    conventions=("每个地址一个字节",),
    check=_whole_as_told,
)
