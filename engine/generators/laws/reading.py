"""What a text tells and asks of a topic, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.laws.asking import asked_in, no_bare_condition
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.lexicon import read_words
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import Facts, Topic, restored, stored
from engine.generators.laws.words import COMMON
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut, stay_out, to_int

_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s,;。:?!]))\(\s*[1-9一二三四五六]\s*\)|(?<=\n)\s*[1-9]\s*[.、)](?!\d)|(?<=[;。?:])\s*[1-9]\)")


_SENTENCE = re.compile(r"(?<=[;。?!\n])")


_CHANGED = re.compile(r"若|如果|要是|假如|假设|假定|改|换|变|升|提高|降低|增加|减少|又|再(?!查|访问|从|去|读)")


_UNITS = r"(?<![A-Za-z])(?:[KMG]i?B/s|[KMG]b/s|[KMG]bps|[MG]Hz|ns|μs|us|ms|s|KB|MB|GB|B|%|位|秒|毫秒|微秒|纳秒|次/秒|条/s|[百千]?[万亿]?条/秒|M条/s)(?![A-Za-z/\d])"


_SOURCES = (
    r"(?:我)?(?:已经|都)?(?:算|做|数|看|试)(?:来算去)?了?(?:好)?[几两三四五六七八九十\d]+(?:遍|次|回)(?:了)?(?:都|也|还是|还|总是|就是)*(?:算|做|跟|和|与)?(?:答案)?(?:不对|对不上(?:答案)?|不一样|没算对|错|不出来|没做出来)(?=[\s,;。?!]|$)",
    rf"\({_UNITS}(?:[,、][^()\d]{{0,10}})?\)|(?:写成|换成|化成|折合成?|折成){_UNITS}|(?<![A-Za-z])[KMG]i?B/s(?=是多少|为多少)",
    r"\(?按\s*10\^?[369]\s*(?:字节|B)?(?:算|计)?\)?",
    r"(?<=[为是约达需要用花得占应到成])\s*(?:ns|μs|us|ms|s|秒|%|[KMG]?B/s|[KMG]?b/s|MIPS|位|片|条|次|根|[KMG]?B|个|MHz|GHz)(?=[,;。(\s]|$)",
    r"(?:请)?(?:用|以)(?:百分数|百分比|十进制|二进制)(?:表示)?(?=[,;。)?]|$)",
    r"转发[:,]?[『「]?|[『』]|(?:有人|谁|有没有人)(?:会)?(?:做|算|解)(?:出来|对|得出)?(?:了)?(?:吗|么|嘛|过)?|服了这题|(?:问|来)个(?:总线|流水线|缓存|存储器|存储|指令|中断)?的(?=[:,])|求正确答案|(?:早|晚上?好|早上好|中午好|下午好|嗨|哈喽)[~～,!]?(?=问|想|请|求|各|大|老)",
    r"(?:其他|其它|其余|别的|余下)(?:的)?(?:条件|参数|因素|指标|量|都|均|全|全部)*(?:都|均|全)?(?:不变|相同|一样|不考虑|忽略|忽略不计|不计)",
    r"(?:不考虑|忽略|不计|不管)(?:其他|其它|别的|额外)(?:的)?(?:任何)?(?:因素|开销|影响|延迟|时间|情况|损耗)?",
    r"(?:结果|答案|小数)?(?:都|均|请)?(?:四舍五入)?(?:保留|精确)(?:到)?(?:小数点后)?(?:[一二两三四五1-5]位)?(?:有效)?(?:小数|数字|整数)(?:位)?(?:即可|就行)?|保留\s*[1-5]位|[一二两三四1-4]位(?:小数|有效数字)|百分数保留(?:一|两|1|2)位小数|\(百分数\)|取整数?|分数(?:也|就)?(?:行|可以|可)",
    r"(?:答案|结果)?(?:用|以)(?:[KMG]?B/s|[KMG]?bps|[KMG]?Hz|MIPS|ns|μs|us|ms|KB|MB|位|秒|百分[数比])(?:为单位|作单位|表示)?|(?<=[(,;。])(?:单位)(?:是|为|用|取)?(?:[KMG]?B/s|[KMG]?b/s|[KMG]?bps|[KMG]?Hz|MIPS|ns|μs|us|ms|s|KB|MB|位|秒)",
    r"\((?:ns|μs|us|ms|s|MB/s|GB/s|Mbps|bps|MHz|GHz|MIPS|KB|MB|B|%|位|秒|毫秒|微秒|纳秒)\)",
    r"(?:按|取|设)?\s*1?\s*[KMG](?:B/s|b/s|bps|b)?\s*=\s*10\^?[369](?:\s*(?:bit|b)(?:/s)?(?![A-Za-z]))?|(?:带宽|速率|传输率)?(?:的)?单位(?:里|中)?(?:的)?(?:K|M|G)(?:取|按|为|是)?(?:10\^?[369]|1000)",
)


@dataclass(slots=True)
class Scene:
    """What one part of a text tells and asks."""

    facts: Facts
    asked: list[str]
    unit: str = ""
    asked_before: bool = False
    """Whether it tells something anew and what is asked is what was asked before."""


# The unit an answer is wanted in.
_UNIT = re.compile(
    r"(?:多少|几|约|为|是|以|用|单位|\(|:|求|时间|带宽|率)\s*(?P<unit>[KMG]i?B/s|B/s|[KMG]b/s|[KMG]bps|[MG]Hz|[nmμp]s|s|毫秒|微秒|纳秒|秒|[KMG]i?B|字节|[MGT]?FLOPS|K?bit|Kb|K位|亿条|条/秒)(?![A-Za-z/\d])"
)


def scenes_of(topic: Topic, text: str) -> list[Scene]:
    """The parts of a text that ask, each with what holds in it.

    Raises:
        StayOut: a part is not understood, or what still holds after a change is not clear.
    """
    text = _questions_said(text)
    try:
        return _one_by_one(topic, text)
    except StayOut as refusal:
        first = patterns.search(r"[?]|多少|几", text)
        later = text[first.end() :] if first else ""
        if _CHANGED.search(later) and len([part for part in _SENTENCE.split(later) if part.strip()]) > 1:
            raise
        try:
            facts, asked = read(topic, _NUMBERED.sub(" ", text), {})
        except StayOut as other:
            stay_out(f"{refusal} / {other}")
        if not asked:
            raise
        return [Scene(facts, asked, _unit(text))]


_ASKS = re.compile(r"[?]|多少|几|求|何|什么|(?<!测)试|(?<![访询])问|计算(?!机)|给出|写出")


def _questions_said(text: str) -> str:
    """`求：(1)时钟周期；(2)执行 100 条指令的时间` with 求 before every part of the list that has no word of asking itself."""
    marks = list(_NUMBERED.finditer(text))
    if not marks:
        return text
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = [text[: marks[0].start()]]
    listing = bool(patterns.search(r"(?:求|问|计算|回答|给出|写出|确定)(?:[^,;。?!:\d]{0,12})[:,。]?\s*$", pieces[0]))
    for mark, end in zip(marks, ends, strict=True):
        piece = text[mark.end() : end]
        asks = bool(_ASKS.search(piece))
        pieces.append(f"{mark[0]}{'求' if listing and not asks else ''}{piece}")
        listing = listing or asks
    return "".join(pieces)


def _one_by_one(topic: Topic, text: str) -> list[Scene]:
    marked = [piece for piece in _NUMBERED.split(text) if piece.strip()]
    scenes: list[Scene] = []
    facts: Facts = {}
    changed: set[str] = set()
    gathered = ""
    pieces = [sentence for piece in marked for sentence in _SENTENCE.split(piece) if sentence.strip()]
    for number, piece in enumerate(pieces):
        gathered += piece
        asks = patterns.search(r"[?]|多少|几|求|何|\(\s*\)|(?<!测)试|计算(?!机)|(?:为|是|需|等于)\s*$", piece.strip("。; \n"))
        if not asks and number < len(pieces) - 1:
            continue
        new, asked = read(topic, gathered, facts)
        again = False
        if (
            not asked
            and piece.rstrip().endswith("?")
            and patterns.search(r"多少|几|百分|[率比]|时间|何|[能可]", piece)
            and number < len(pieces) - 1
        ):
            stay_out(f"asks something else: {piece}")
        if not asked and number < len(pieces) - 1:
            continue  # "问：" or "求下面各问"
        if not asked and not scenes:
            stay_out("nothing asked")
        told_again = {name for name, value in new.items() if name in facts and facts[name] != value}
        if told_again and not _CHANGED.search(gathered) and asked and len(marked) < 3:
            stay_out(f"told twice: {told_again}")
        if changed and changed - set(new) and _CHANGED.search(gathered) and new:
            stay_out("whether the change before still holds is not said")
        if scenes and not asked and new:
            if not _CHANGED.search(gathered) and not (told_again and patterns.search(r"[?]|呢", gathered)):
                stay_out("told after the question")
            asked, again = scenes[-1].asked, True
        facts = {**facts, **new}
        changed |= told_again
        if asked:
            scenes.append(Scene(dict(facts), asked, _unit(gathered), again))
        gathered = ""
    if gathered.strip() and not scenes:
        stay_out("nothing asked")
    return scenes


def _unit(text: str) -> str:
    return (
        {"秒": "s", "毫秒": "ms", "微秒": "μs", "纳秒": "ns", "字节": "B"}.get(found[-1], found[-1])
        if (found := _UNIT.findall(text))
        else ""
    )


_RESCALED = (
    r"(?:[也都均再又]|变为|变成|改为|成为|分别)*(?:(?P<half>减半|(?:减少|降低|缩短|下降|缩小)(?:了)?(?:一半|50%)|(?:变|降|减|改)(?:为|成|到)(?:原来的)?(?:一半|1/2|二分之一))"
    r"|(?P<twice>加倍|翻倍|翻一番|(?:增加|提高|扩大|增大|加大)(?:了)?(?:一|1)倍)|(?:提高|增加|扩大|增大|变|加大|升)?(?:到|为|成|是)?原来的?\s*(?P<times>\d+(?:\.\d+)?|[两二三四五六八十])\s*倍)"
)


def _factor(match: re.Match[str]) -> Fraction:
    if match["half"]:
        return Fraction(1, 2)
    if match["twice"]:
        return Fraction(2)
    return Fraction(match["times"]) if patterns.fullmatch(r"[\d.]+", match["times"]) else Fraction(to_int(match["times"]))


def _each_rescaled(topic: Topic, text: str) -> str:
    """`宽度和频率都加倍` with a change for each of the two.

    Raises:
        StayOut: something else is changed together with a quantity.
    """
    names = "|".join(pattern for _, pattern in topic.rescaled)
    if not names:
        return text
    joined = rf"(?:{names})(?:的)?(?:、|和|与|及|以及)+(?={names})"
    text = caseless(rf"(?P<first>{names})(?:的)?(?:、|和|与|及|以及)+(?P<second>{names})(?P<change>{_RESCALED})").sub(
        r"\g<first>\g<change>,\g<second>\g<change>", text
    )
    if caseless(joined).search(text) and caseless(rf"(?:{names}){_RESCALED}").search(text):
        stay_out("changed together")
    if found := caseless(rf"(?:、|和|与|及|同)\s*(?:{names}){_RESCALED}").search(text):
        stay_out(f"changed together: {found[0]}")
    return text


def read(topic: Topic, text: str, before: Facts) -> tuple[Facts, list[str]]:
    """What a part of a text tells and asks.

    Raises:
        StayOut: something in it is not understood.
    """
    for pattern in _SOURCES:
        text = caseless(pattern).sub("", text)
    reading = Clauses(_each_rescaled(topic, text))
    facts: Facts = {}
    for told in topic.told:
        for match in reading.take_all(told.pattern):
            value: Any = told.read(match) if callable(told.read) else told.read
            if told.several:
                facts[told.name] = (*facts.get(told.name, ()), *value)
            elif facts.setdefault(told.name, value) != value:
                stay_out(f"{told.name} twice")
    for name, names in topic.rescaled:
        for match in reading.take_all(rf"(?:{names}){_RESCALED}"):
            if name not in before or name in facts:
                stay_out(f"changed, but not told before: {match[0]}")
            facts[name] = before[name] * _factor(match)
    before_passing = reading.rest
    for pattern in topic.passed:
        reading.take_all(pattern)
    passed = [one != other for one, other in zip(before_passing, reading.rest, strict=True)]
    reading.refuse(topic.refuse)
    if topic.lexicon is None:
        assigned = reading.assign(topic.roles)
        asked = None
    else:
        assigned, asked = read_words(topic.lexicon, reading, {*facts, *before})
    for name, value in assigned.items():
        if facts.setdefault(name, value) != value:
            stay_out(f"{name} twice")
    if asked is None:
        asked = asked_in(topic, reading, {*facts, *before})
    if before:
        reading.nothing_else_asked(always=True)
    no_bare_condition("".join(" " if here else letter for letter, here in zip(reading.rest, passed, strict=True)))
    settle(reading, COMMON + topic.words + (topic.lexicon.words if topic.lexicon is not None else ""), topic.knowing)
    return {name: restored(stored(value)) for name, value in facts.items()}, _said_once(topic, list(dict.fromkeys(asked)))


def _said_once(topic: Topic, asked: list[str]) -> list[str]:
    """What is asked, without the whole where all its parts are asked for, and else without the parts of it."""
    for whole, parts in topic.within.items():
        if whole in asked:
            dropped = [whole] if set(parts) <= set(asked) else parts
            asked = [name for name in asked if name not in dropped]
    return asked
