"""A cache designed and then used: the fields of its addresses, the hits of words read over and over, and how much faster memory is with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._cache_mapping.geometry.topic import GEOMETRY
from engine.generators.co._cache_mapping.geometry.words import MIXED_UNITS, of_data
from engine.generators.laws.topic import Law, Quantity, Told, about, percentage
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WORD = r"每个?字(?:长)?(?:为|是|有)?\s*(?P<bits>\d+)\s*(?:位|bit)|字长(?:为|是)?\s*(?P<other>\d+)\s*(?:位|bit)"
_READ = (
    r"(?:CPU)?(?:依次|顺序|连续)?从(?:主存|内存)?(?:的)?第?\s*(?P<first>\d+)(?:\s*(?:号)?(?:单元)?\s*[,、]\s*\d+){0,4}"
    r"(?:\s*(?:[,、]|\s)*(?:…|\.{2,}|⋯|~|到|至)+(?:[,、]|\s)*(?P<last>\d+))?\s*(?:号)?(?:字)?(?:单元|地址)?(?:处)?(?:开始|起)?(?:依次|顺序|连续)*"
    r"(?:读出?|访问|读取|取出?)(?:了)?\s*(?P<count>\d+)\s*个?字(?!节)(?:数据)?(?:\s*\((?:主存|每次|一次|依次)[^()]{0,20}\))?"
    r"[,;。]?(?:并|且|然后|以后|再)*(?:重复|循环|反复)?(?:地)?(?:按|依)?(?:此|该|上述|这个|同样的?)?(?:次序|顺序|序列)?(?:重复|循环|反复)?(?:地)?(?:读|访问|执行)?\s*(?P<times>\d+)\s*(?:次|遍)"
)
_MOST = 1 << 16


def _prepared(text: str) -> str:
    """The words that are read over and over as one mark, before sizes in words are written in bytes."""
    found = caseless(_READ).search(text)
    if found is not None:
        last = found["last"]
        if last is not None and int(last) - int(found["first"]) + 1 != int(found["count"]):
            stay_out("so many words are not between those")
        word = caseless(_WORD).search(text)
        unit = int(word["bits"] or word["other"]) // 8 if word is not None else 1
        text = f"{text[: found.start()]}〔读{found['first']}/{found['count']}/{found['times']}/{unit}〕{text[found.end() :]}"
    return of_data(text)


def _sequence(match: re.Match[str]) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in patterns.findall(r"\d+", match[0]))


def _rate(read: Sequence[Fraction], block: Fraction, capacity: Fraction, ways: Fraction, sets: Fraction) -> Fraction | None:
    """The hits of words read over and over, where all their blocks find room: only the first touch of a block misses."""
    first, count, times, unit = (int(one) for one in read)
    if not 0 < count * times <= _MOST or block % unit:
        return None
    blocks = {(first + word) * unit // int(block) for word in range(count)}
    crowd = max(sum(1 for one in blocks if one % int(sets) == place) for place in {one % int(sets) for one in blocks})
    if crowd > (int(ways) or int(capacity // block)):
        return None
    return 1 - Fraction(len(blocks), count * times)


def _faster(ratio: Fraction, rate: Fraction) -> Fraction:
    return ratio / (rate + (1 - rate) * ratio)


def _show_faster(value: Fraction) -> str:
    return f"速度是没有 Cache 时的{about(value, 2)} 倍（提高了{about(value - 1, 2)} 倍）"


_COMPARED = (
    r"(?:有|用|使用|采用|加)?(?:Cache|缓存)(?:和|与|比|跟|相比于?)(?:无|没有|不用|不带|没)(?:有)?(?:Cache|缓存)(?:时)?(?:相比)?(?:较)?,?"
)

DESIGN = replace(
    GEOMETRY,
    name="cache designed and used",
    about=r"命中率|倍|加速比|速度",
    guard=MIXED_UNITS
    + r"|TLB|快表|页|虚|二级|L1|L2|缺失率|平均访问|预取|for|数组|写缓冲|伪相联|分离|访问时间|序列|CPI|MIPS|写回|写直达|存取周期",
    refuse=r"缺失|受害|扇区|另一|比较(?!器)|翻倍|增加到",
    prepared=_prepared,
    told=(
        Told("read", r"〔读\d+/\d+/\d+/\d+〕", _sequence),
        Told(
            "ratio",
            r"(?:若|设|假设|已知)?(?:Cache|缓存)(?:的)?(?:工作|存取|访问)?速度(?:是|为)(?:主存|内存)(?:的)?(?:工作|存取|访问)?(?:速度)?(?:的)?\s*(?P<value>\d+(?:\.\d+)?)\s*倍",
            lambda match: Fraction(match["value"]),
        ),
        Told("way", r"(?:按|采用|使用)?(?:LRU|FIFO|先进先出|近期最少使用)(?:\(LRU\))?(?:替换)?(?:算法|策略)?", 1),
        *GEOMETRY.told,
    ),
    passed=(
        r"(?:设|假设|假定)?(?:Cache|缓存)?(?:的)?(?:初态|初始状态|初始|起始|开始时?)(?:为|是)?空(?:的)?",
        *GEOMETRY.passed,
    ),
    asks=(
        (r"(?:问|求)?(?:存储(?:器)?(?:系统)?)?(?:访问)?(?:的)?(?:Cache|缓存)?(?:的)?命中率(?:是|为|约)*(?:多少)?", "rate"),
        (
            rf"(?:{_COMPARED})?(?:存储系统|系统|存储器|主存)?(?:的)?(?:访问|工作|存取)?(?:的)?(?:速度|性能)(?:约|大约|可|将|会|能)?(?:提高|提升|加快|增加)(?:了|到|约|大约|的)*(?:原来的?)?(?:多少|几)?倍(?:数)?(?:是|为)?(?:多少)?",
            "faster",
        ),
        (rf"(?:{_COMPARED})?(?:存储系统|系统|访问|的|存储器)*加速比(?:是|为|约)*(?:多少)?", "speedup"),
        *GEOMETRY.asks,
    ),
    laws=(
        Law("ways", ("mapping",), lambda mapping: mapping),
        Law(
            "rate",
            ("read", "block", "capacity", "ways", "sets"),
            _rate,
            "用到的块都装得下，每块只有第一次访问不命中；命中率为（访问次数 − 块数）÷ 访问次数",
        ),
        Law(
            "faster",
            ("ratio", "rate"),
            _faster,
            "设 Cache 的存取时间为 t：没有 Cache 时每次用主存的时间，有 Cache 时命中用 t、不命中用主存的时间",
            "不命中时只计主存的存取时间",
        ),
        Law("speedup", ("faster",), lambda faster: faster),
        *GEOMETRY.laws,
    ),
    shown={
        "read": Quantity("从单元起、读的字数、次数", lambda read: "、".join(str(one) for one in read[:3])),
        "ratio": Quantity("Cache 的速度是主存的", lambda value: f"{decimal(value)} 倍"),
        "rate": Quantity(
            "命中率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", f"{decimal(value * 100, 2)}%", decimal(value, 4))
        ),
        "faster": Quantity("", _show_faster, lambda value: (f"{decimal(value, 2)}", f"{decimal(value, 2)} 倍")),
        "speedup": Quantity("加速比", lambda value: about(value, 2), lambda value: (decimal(value, 1), f"{decimal(value, 2)} 倍")),
        **GEOMETRY.shown,
    },
    words=GEOMETRY.words + " 初态 单元 读出 次序 速度 相比 组织 设计 内存 访问 存储系统 存储访问 四路 提高",
    idle=GEOMETRY.idle | {"way"},
)
