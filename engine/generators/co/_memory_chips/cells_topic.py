"""A region of addresses made of a stated number of chips: its cells, and how many bits each cell of a chip holds."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._memory_chips.words import CHIP, MEMORY, WORDS, show_range, show_shape, sizes
from engine.generators.laws.clauses import HEXADECIMAL, to_code
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_END = r"(?P<{0}>(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{{3,8}}|[0-9A-Fa-f]{{4,8}}\s?H?)(?![0-9A-Za-z]))"
_RANGE = rf"(?:从|自|由|为|是)*(?:地址)?{_END.format('first')}\s*(?:~|-|—|到|至|…)+\s*{_END.format('last')}"
_CELL = r"(?:存储|地址)?(?:单元|字)"


def _region(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    first, last = (to_code(match[name] + ("" if patterns.search("[xXHh]", match[name]) else "H")) for name in ("first", "last"))
    return (Fraction(first), Fraction(last)) if first < last else stay_out("range")


def _thousands(match: re.Match[str]) -> int:
    number = patterns.search(r"(\d+)\s*([KMG]?)", match[0][match[0].find(match["value"]) :], re.IGNORECASE)
    return int(number[1]) << 10 * " KMG".index(number[2].upper() or " ") if number else stay_out(match[0])


def _exact(whole_: Fraction, part: Fraction) -> Fraction | None:
    value = Fraction(whole_) / part
    return value if value.denominator == 1 else None


def _kilo(value: Fraction) -> str:
    number = int(value)
    return f"{number >> 10}K 个" if number % 1024 == 0 else f"{number} 个"


def _plausible(facts: Facts) -> None:
    if "chip_bits" in facts and not 1 <= facts["chip_bits"] <= 64:
        stay_out("no such chip")


CELLS = Topic(
    name="cells of a region",
    about=rf"{HEXADECIMAL}[\s\S]*(?:片|单元)",
    guard=r"芯片(?:数|总数)|(?:多少|几)片|ROM|页|虚|译码|刷新|保留|周期|[×xX*]\s*\d+\s*(?:位|bit|b)?(?:的)?(?:存储)?(?:器)?(?:芯片|片)",
    told=(
        Told("region", _RANGE, _region),
        Told("unit", r"(?:该|此)?(?:内存|主存)?(?:地址)?(?:均|都)?(?:按|以)字节(?:为单位)?编址|字节编址", 8),
        Told(
            "unit",
            r"(?:该|此)?(?:内存|主存)?(?:地址)?(?:按|以)字\(?(?:字长)?(?:为|是)?\s*(?P<value>\d+)\s*(?:位|bit)\)?(?:为单位)?编址|(?:每个?|一个)(?:存储|地址)?单元(?:可|能|可以|中|里)*(?:存储|存放|存)\s*(?P<other>\d+)\s*(?:位|bit)(?:二进制(?:数|信息)?|信息|数据)?",
            whole,
        ),
        Told(
            "pieces",
            rf"(?:由|用|使用|采用)\s*(?P<value>{INTEGER})\s*(?:片|块|个)(?:相同的?|同样的?)?(?:[SD]?RAM)?(?:存储)?(?:器)?{CHIP}?(?:构成|组成)?",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "chip_words",
            rf"(?:芯片)?每(?:片|块|个芯片)(?:芯片)?(?:有|含|包含|为)*\s*(?P<value>\d+)\s*[KM]?\s*个{_CELL}",
            _thousands,
        ),
    ),
    passed=(
        r"(?:假设|设)?(?:某)?(?:计算机)?(?:的)?存储系统由Cache和主存(?:组成|构成)|已知|构成(?:此|该)内存(?:所用)?(?:的)?(?=芯片|存储器芯片|\ue000|每片)|(?:该|此)?(?:内存|主存)(?:区域|区间|区)?(?=\ue000)",
    ),
    asks=(
        (
            r"(?:构成(?:该|此)?内存(?:所用)?的)?(?:该|此|所用的?|每片|每个|的)*(?:存储)?(?:器)?芯片(?:的)?(?:存储)?(?:容量|规格)(?:为|是|应)*(?:多少)?",
            "chip",
        ),
        (
            rf"(?:该|此|每片|每个|的)*(?:存储)?(?:器)?(?:芯片|片)(?:的)?每个?{_CELL}(?:可|能)?(?:存储|存放|存|有|为)*(?:的)?(?:多少|几)?\s*(?:位|bit)(?:数)?",
            "chip_bits",
        ),
        (
            rf"(?:该|此)?(?:内存|主存|区域|区间|{MEMORY})?(?:共|总共|一共|有|包含|含)*(?:多少|几)?\s*(?:K|M)?\s*个?(?:内存|存储|地址)?单元(?:数)?",
            "count",
        ),
        (r"(?:该|此|内存|主存|区域|的)*(?:存储)?容量(?:为|是|有)*(?:多少|多大)?\s*(?:[KMG]?B|字节)?", "bytes"),
    ),
    laws=(
        Law("count", ("region",), lambda ends: ends[1] - ends[0] + 1, "单元数为末地址 − 首地址 + 1"),
        Law("bytes", ("count", "unit"), lambda count, unit: count * unit / 8, "容量为单元数 × 每个单元的位数 ÷ 8"),
        Law(
            "chip_bits",
            ("count", "unit", "pieces", "chip_words"),
            lambda count, unit, pieces, words: _exact(count * unit, pieces * words),
            "总位数 ÷ 片数 ÷ 每片的单元数",
        ),
        Law(
            "chip",
            ("count", "unit", "pieces"),
            lambda count, unit, pieces: (words, Fraction(unit)) if (words := _exact(count, pieces)) else None,
            "每片的单元数为总单元数 ÷ 片数",
            "每片的字长与存储单元相同",
        ),
    ),
    shown={
        "region": Quantity("地址", show_range),
        "unit": Quantity("每个单元", counted("位")),
        "pieces": Quantity("芯片", counted("片")),
        "chip_words": Quantity("每片", _kilo),
        "count": Quantity("单元", _kilo, lambda value: (f"{value}", f"{value / 1024}K" if value % 1024 == 0 else f"{value}")),
        "bytes": Quantity("容量", lambda value: size(int(value)), sizes),
        "chip_bits": Quantity("芯片的每个单元", counted("位"), lambda value: (f"{value}",)),
        "chip": Quantity("芯片", show_shape, lambda one: (f"{one[0]}×{one[1]}bit", f"{one[0]}×{one[1]}b", f"{one[0]}×{one[1]}位")),
    },
    words=WORDS + " 地址单元 内存单元 存储单元 单元 地址区间 区间 区域 该内存 内存区域 构成 二进制 二进制数",
    idle=frozenset({"unit"}),
    conventions=("1K = 1024",),
    check=_plausible,
)
