"""Rows and columns of a dynamic chip, and how many cycles a datum takes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import SHAPE, WORDS, log, shape, show_shape
from engine.generators.laws.clauses import BITS, HEXADECIMAL, to_code
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.reading import INTEGER, stay_out, to_count


def _rows(chip: Sequence[Fraction]) -> Fraction | None:
    """The rows of an array with the fewest address pins, and of those the fewest rows: they set how often it is refreshed."""
    lines = log(chip[0])
    return None if lines is None else Fraction(1 << int(lines) // 2)


ARRAY = Topic(
    name="rows and columns",
    about=r"行数[\s\S]*列数|列数[\s\S]*行数|(?<![A-Za-z])r、?(?:和)?c(?![A-Za-z])",
    guard=r"刷新(?:周期|间隔|一遍|一次)|ms|ns|μs|bank|缓冲",
    told=(
        Told(
            "few_pins",
            r"(?:为了?|要|使|保证|确保|让)*(?:其|芯片|它)?(?:的)?地址(?:引脚|管脚|线)(?:个|根)?数?(?:量)?(?:最少|尽(?:可能|量)少)",
            1,
        ),
        Told(
            "few_rows",
            r"(?:尽量|尽可能|最大限度)(?:地)?(?:减少|降低|减小)(?:了)?刷新(?:的)?(?:开销|次数|代价)|(?:使)?刷新(?:的)?开销(?:最小|尽量小|尽可能小|最少)",
            1,
        ),
    ),
    passed=(r"存储(?:阵列|矩阵)(?:的)?(?=行)", r"(?:芯片)?(?:内|中)?(?:的)?存储(?:阵列|矩阵)", r"(?:并|且|同时|又|还)+(?=\ue000)"),
    roles=(Role(name="chip", quantity=SHAPE, read=shape, alone=True),),
    asks=(
        (
            r"(?:行数|列数|(?<![A-Za-z])[rc](?![A-Za-z])|[、,和与及为是的])*(?:行数|列数)(?:\s*(?:、|和|与|及|,)?\s*(?:行数|列数|(?<![A-Za-z])[rc](?![A-Za-z])))*(?:应|分别|各|的|取值?|为|是|该|设计?成?)*(?:多少|几|\(\s*\))?|(?<![A-Za-z])r\s*(?:、|和|与|,)\s*c(?![A-Za-z])(?:的)?(?:应|分别|各|取值?|为|是)*(?:多少|几)?",
            "both",
        ),
    ),
    laws=(
        Law(
            "rows",
            ("chip", "few_pins", "few_rows"),
            lambda chip, *_: _rows(chip),
            "行、列地址的位数尽量相等，引脚最少；位数为奇数时行取少的一半，刷新的行数最少",
        ),
        Law("both", ("rows", "chip"), lambda rows, chip: (rows, chip[0] / rows), "列数为单元数 ÷ 行数"),
    ),
    shown={
        "chip": Quantity("芯片", show_shape),
        "few_pins": Quantity("地址引脚", lambda _: "最少"),
        "few_rows": Quantity("刷新开销", lambda _: "尽量小"),
        "rows": Quantity("行数", counted("行")),
        "both": Quantity(
            "", lambda pair: f"行数 {pair[0]}，列数 {pair[1]}", lambda pair: (f"{pair[0]}、{pair[1]}", f"{pair[0]}，{pair[1]}")
        ),
    },
    words=WORDS + " DRAM芯片 动态 行数 列数 r c 阵列 矩阵 取值 对于 保证 设",
    idle=frozenset({"few_pins", "few_rows"}),
    conventions=("行、列地址分时送入同一组引脚，逐行刷新",),
)

_TYPES = {"double": 8, "float": 4, "int": 4, "short": 2, "char": 1, "long long": 8}


def _spanned(start: Fraction, length: Fraction, width: Fraction) -> Fraction:
    bytes_wide = int(width) // 8
    return Fraction((int(start) + int(length) - 1) // bytes_wide - int(start) // bytes_wide + 1)


def _as_wide(facts: Facts) -> None:
    chips, chip, width = facts.get("chips"), facts.get("chip"), facts.get("width")
    if chips is not None and chip is not None and width is not None and chips * chip[1] != width:
        stay_out("as wide as the bus")


CYCLES = Topic(
    name="cycles of a datum",
    about=r"(?:交叉|并行)[\s\S]*(?:double|float|int|short|字节)[\s\S]*(?:存储|存取)周期",
    guard=r"ns|带宽|冲突|Cache|刷新",
    told=(
        Told("chips", rf"(?:由|用)?\s*(?P<value>{INTEGER})\s*(?:个|片)(?=\s*\d+\s*[KMG])", whole),
        Told(
            "length",
            r"(?:一个|某)?(?<![A-Za-z])(?P<value>double|float|int|short|long long)(?![A-Za-z])(?:型|类型)?(?:的)?(?:变量|数据|数)?(?:\(?(?:占)?\s*(?P<bytes>\d)\s*(?:B|字节)\)?)?",
            lambda match: (
                _TYPES[match["value"].lower()]
                if match["bytes"] in (None, str(_TYPES[match["value"].lower()]))
                else stay_out("another length")
            ),
        ),
        Told("length", r"(?:存放|放)?(?:在)?(?:从)?(?:起|开始)的?\s*(?P<value>\d)\s*个?字节(?:中|里)?", whole),
        Told(
            "start",
            rf"(?:变量)?(?:x|它|其)?(?:的)?(?:主存|存储|首|起始)?地址(?:为|是|=|:)*\s*(?P<value>(?<![0-9A-Za-z.])[0-9A-F]{{1,4}} [0-9A-F]{{4}}\s?H|{HEXADECIMAL})|(?:放在|存放在|存于|从)\s*(?P<other>{HEXADECIMAL})(?:号)?(?:单元|地址)?",
            lambda match: to_code((match["value"] or match["other"]).replace(" ", "")),
        ),
    ),
    passed=(
        r"(?:主存|存储器)?(?:按|以)字节(?:编址|寻址)|交叉(?:编址)?(?:方式)?(?:构成|组成)?(?:的)?|(?:主存)?每次(?:最多)?(?:可以?|能)?(?:读/?写|读出?|访问|传送)\s*(?:\d+\s*位|\ue000)(?:数据)?|(?:并|且)?与(?=\ue000)|(?<![A-Za-z])x(?![A-Za-z])",
        r"\(连续\d个字节[^()]*\)",
    ),
    roles=(
        Role(name="chip", quantity=SHAPE, read=shape, alone=True),
        Role(
            name="width",
            quantity=BITS,
            read=to_count,
            before=r"(?:存储器|数据|的)*总线(?:的)?(?:宽度)?(?:为)?|宽度(?:为)?|每次(?:最多)?(?:读写|读|写)(?:出)?",
            after=r"(?:宽)?(?:的)?(?:存储器|数据|主存)*(?:总线|宽)",
            alone=True,
        ),
    ),
    asks=(
        (
            r"(?:则|那么)?(?:读取?|访问|取|读出|存取)(?:一次|出)?(?:变量)?\s*(?:x|它|该变量|该数据|\ue000)*(?:所)?(?:至少)?(?:需要?|要|用)*(?:的)?(?:多少|几)?个?(?:存储|存取)周期(?:数)?(?:是|为)?(?:多少|几)?",
            "cycles",
        ),
    ),
    laws=(
        Law(
            "cycles",
            ("start", "length", "width"),
            lambda start, length, width: _spanned(start, length, width),
            "一个存储周期读出同一行各芯片的单元；数据跨几行就要几个周期",
        ),
    ),
    shown={
        "chips": Quantity("芯片", counted("个")),
        "chip": Quantity("每片", show_shape),
        "width": Quantity("总线宽度", counted("位")),
        "length": Quantity("数据", counted("B")),
        "start": Quantity("地址", lambda value: f"{int(value):X}H"),
        "cycles": Quantity("", counted("个存储周期"), lambda value: (f"{value}", f"{value} 个")),
    },
    words=WORDS + " DRAM芯片 交叉编址 交叉 构成 相连 宽度 总线 存储器总线 存储周期 变量 读取 型 每次 最多 读写 数据",
    idle=frozenset({"chips", "chip"}),
    check=_as_wide,
)
