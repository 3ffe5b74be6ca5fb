"""What an addressed memory holds: the units of an address, its range, and the bits of the address and data registers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import MEMORY, SHAPE, WORDS, log, shape, show_shape
from engine.generators.laws.clauses import BITS, SIZE, to_bytes
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import stay_out, to_count

_RANGE = r"(?:的)?(?:寻址|编址|地址)(?:空间|的)?(?:范围|空间)?(?:是|为|有)*(?:多少|多大)?"
_UNIT = {"byte": "字节", "half": "半字", "word": "(?:存储)?字"}


def _asked(name: str) -> str:
    return rf"(?:若|如果|要是|那)?按{_UNIT[name]}(?:为单位)?(?:编址|寻址)?(?:时|的话)?呢|(?:若|如果|当|则|,|又)*按{_UNIT[name]}(?:为单位)?(?:编址|寻址)?(?:时|的话|方式|,|它|其|该机|,)*(?<!按字)(?:的)?(?:寻址|编址|地址)(?:空间|的)?(?:范围)(?:是|为|有)*(?:多少|多大)?"


def _units(bits: int | None) -> Callable[..., Fraction | None]:
    """The number of addresses where each names `bits`, or one word of a stated length."""

    def units(total: Fraction, word: Fraction = Fraction(0)) -> Fraction | None:
        each = Fraction(bits) if bits else word
        count = total * 8 / each if each else Fraction(0)
        return count if count.denominator == 1 and log(count) is not None else None

    return units


def _show_units(count: Fraction) -> str:
    number = int(count)
    short = next(
        (f"{number >> power}{sign}" for sign, power in (("G", 30), ("M", 20), ("K", 10)) if number % (1 << power) == 0), f"{number}"
    )
    return f"0~{number - 1:X}H（共 {short} 个单元）"


def _other_ranges(count: Fraction) -> Sequence[str]:
    number = int(count)
    said = [f"{number}", f"0~{number - 1}"]
    for sign, power in (("G", 30), ("M", 20), ("K", 10)):
        if number % (1 << power) == 0:
            said += [
                f"{number >> power}{sign}",
                f"0~{number >> power}{sign}",
                f"0~{number >> power}{sign}-1",
                f"0~({number >> power}{sign}-1)",
            ]
    digits = len(f"{number - 1:X}")
    return (*said, f"{0:0{digits}X}H~{number - 1:X}H", f"0~2^{number.bit_length() - 1}-1")


_PAIR = re.compile(
    r"按(?P<one>字节|半字|字|双字)(?:为单位)?(?:编址|寻址)?(?:和|与|及|以及|、|,)(?:按)?(?P<other>字节|半字|字|双字)(?:为单位)?(?:编址|寻址)"
    r"(?:时|的话|方式|两种(?:方式|情况)|下|,|它|其|该机)*(?:的)?(?:寻址|编址|地址)(?:空间|的)?范围(?:各|分别|依次)*(?:是|为)*(?:多少|多大)?"
)


_PARTLY_BUILT = re.compile(
    r"(?:现|若)?(?:采用|用|由|使用)\s*\d+\s*[KMG]?B?\s*[×xX*]\s*\d+\s*位?的?[A-Z]{0,4}(?:存储)?芯片(?:组成|构成|扩展成)(?:一个)?\s*\d+\s*[KMG]B的?(?:主存储器|主存|存储器|内存),?(?=(?:则|那么|问)?[^,;。]{0,10}(?:MAR|地址寄存器))"
)


def _each_range(text: str) -> str:
    """`按字节编址和按字编址的寻址范围各是多少` as two questions."""
    text = patterns.sub(
        r"(?:其|它|该机|最大)?(?:可|能)?(?:够)?(?:寻址|编址)的?(?:存储|主存|内存)?单元(?:的)?(?:个数|数目|数)(?=是|为|有|\s*$)",
        "其寻址范围",
        text,
    )
    text = patterns.sub(r"(?<=,)CPU(?=按(?:半字|字节|字|双字)(?:寻址|编址))", "", text)
    text = patterns.sub(r"(?:以及|和|及)(?:它们)?(?:各自|各)?(?:的)?寻址(?:范围|空间)(?:的)?大小", "", text)
    if patterns.search(r"地址空间(?:大小)?(?:为|是)?\s*\d", text):
        text = _PARTLY_BUILT.sub("", text)  # the address register is as long as the space needs, whatever of it is there
    return _PAIR.sub(r"按\g<one>编址的寻址范围是多少,按\g<other>编址的寻址范围是多少", text)


def _one_unit(facts: Facts) -> None:
    if "bytewise" in facts and "wordwise" in facts:
        stay_out("two units of an address")


_RANGE_SHOWN = Quantity("寻址范围", _show_units, _other_ranges)

ADDRESSES = Topic(
    name="addresses of a memory",
    about=r"编址|寻址|MAR|MDR|地址寄存器|数据寄存器",
    # First, the lines of the same memory addressed otherwise: not its range.
    guard=r"(?:线|根|位)[^?。]{0,12}[?。]\s*(?:若|如果)?(?:改为|改成)?(?:按|以)(?:半?字|字节)(?:编址|寻址)(?:时|的话)?呢|芯片|片|Cache|页|虚|段|指令|偏移|形式地址|刷新|交叉|[0-9A-F]{4,}H|立即|基址|存取周期|双字|寻址方式|补码",
    prepared=_each_range,
    check=_one_unit,
    told=(
        Told(
            "bytewise",
            r"(?:主存|存储器|内存)?(?:均|都|采用|若|如果|且)*(?:按|以)字节(?:为单位)?(?:编址|寻址)(?!(?:时|的话)?呢)(?!(?:的|时|,)*(?:寻址|编址|地址)?范围)|(?<!按)字节编址",
            1,
        ),
        Told(
            "wordwise",
            r"(?:主存|存储器|内存)?(?:均|都|采用|若|如果|且)*(?:按|以)(?:存储)?字(?:为单位)?(?:编址|寻址)(?!(?:时|的话)?呢)(?!(?:的|时|,)*(?:寻址|编址|地址)?范围)",
            1,
        ),
        Told(
            "access",
            r"(?:每次|一次)(?:读写|存取|访问|读/写|访存)?(?:操作)?(?:时)?(?:最多|至多|最大)?(?:可以?|能够?)?(?:一次|同时)?(?:存取|读写|访问|读/写|读出|读取|传送)\s*(?P<value>\d+)\s*(?:位|bit)(?:数据|信息)?",
            whole,
        ),
    ),
    passed=(r"(?:若)?(?:不考虑|忽略|不计)(?:任何)?(?:其他|其它|别的)(?:的)?(?:任何)?因素",),
    roles=(
        Role(name="shape", quantity=SHAPE, read=shape, before=rf"{MEMORY}|容量", after=rf"(?:的)?{MEMORY}", alone=True),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{MEMORY}|容量|地址空间(?:的)?(?:大小)?",
            after=rf"(?:的)?(?:容量)?(?:的)?{MEMORY}",
            alone=True,
        ),
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"(?:机器|存储)?字长|每个?(?:存储)?字|存储字",
            after=r"(?:的)?(?:字长|计算机|机器|机)",
        ),
    ),
    asks=(
        (_asked("byte"), "byte_units"),
        (_asked("half"), "half_units"),
        (_asked("word"), "word_units"),
        (
            r"(?:MAR|(?:存储器)?地址寄存器(?:\(?MAR\)?)?)(?:的)?(?:位数|长度)?(?:至少|应|需要?|是|为|有|各)*(?:(?:多少|几)位)?|地址线(?:至少|应|需要?|要|有)*(?:多少|几)(?:根|条|位)",
            "address_bits",
        ),
        (
            r"(?:MDR|(?:存储器)?数据(?:缓冲)?寄存器(?:\(?MDR\)?)?)(?:的)?(?:位数|长度)?(?:至少|应|需要?|是|为|有|各)*(?:(?:多少|几)位)?",
            "data_bits",
        ),
        (_RANGE.replace("(?:范围|空间)?", "(?:范围)"), "units"),
    ),
    laws=(
        Law("total", ("bytes",), lambda total: Fraction(total)),
        Law("total", ("shape",), lambda shape: shape[0] * shape[1] / 8),
        Law("length", ("word",), lambda word: word),
        Law("length", ("shape",), lambda shape: shape[1]),
        Law("byte_units", ("total",), _units(8), "按字节编址的单元数为容量的字节数"),
        Law("half_units", ("total", "length"), lambda total, word: _units(None)(total, word / 2), "按半字编址的单元数为容量 ÷ 半个字长"),
        Law("word_units", ("total", "length"), _units(None), "按字编址的单元数为容量 ÷ 字长"),
        Law("units", ("bytewise", "byte_units"), lambda _, count: count),
        Law("units", ("wordwise", "word_units"), lambda _, count: count),
        Law("units", ("shape", "unsaid"), lambda shape, _: shape[0] if log(shape[0]) is not None else None, "每个字一个地址"),
        Law("address_bits", ("units",), lambda count: log(count), "地址的位数为单元数的对数"),
        Law("data_bits", ("access",), lambda bits: bits, "数据寄存器放一次存取的各位"),
        Law("data_bits", ("length",), lambda word: word, "数据寄存器放一个存储字"),
    ),
    marks=(("unsaid", r"^(?![\s\S]*(?:编址))"),),
    shown={
        "bytes": Quantity("容量", lambda value: size(int(value))),
        "shape": Quantity("容量", show_shape),
        "word": Quantity("字长", counted("位")),
        "access": Quantity("一次存取", counted("位")),
        "units": _RANGE_SHOWN,
        "byte_units": Quantity("按字节编址的寻址范围", _show_units, _other_ranges),
        "half_units": Quantity("按半字编址的寻址范围", _show_units, _other_ranges),
        "word_units": Quantity("按字编址的寻址范围", _show_units, _other_ranges),
        "address_bits": Quantity("地址寄存器", counted("位")),
        "data_bits": Quantity("数据寄存器", counted("位")),
    },
    words=WORDS + " 机器字长 存储字长 字长 字 MAR MDR 地址寄存器 数据寄存器 编址 寻址 编址范围 寻址范围 各 机 容量 若 单位 多大",
    idle=frozenset({"bytewise", "wordwise", "word"}),
)
