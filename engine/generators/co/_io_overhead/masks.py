"""Interrupts whose order of handling is set by masks: the masks out of the order, the order out of the masks.

A level masks itself and all that are handled after it (唐朔飞, 计算机组成原理, 8.4). Levels have any short names; a chain of them is the
order of handling where handling, or a change, is said before it, and else that of being answered. A bit of 1 masks, unless a text says
that 0 does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "interrupt masks"
_BARE = r"(?:(?:L|INT|IR|I)\s?\d|[A-H](?![A-Za-z])|[甲乙丙丁戊己](?![机方])|[0-8](?![\d.]))"
_LEVEL = rf"(?:第?{_BARE}(?:级|号)?(?:中断)?(?:源)?)"
_STEMS = "甲乙丙丁戊己"
_CHAIN = (
    rf"(?:{_LEVEL}(?:\s*(?:→|>|-+>|、|,|优先于|高于|大于)\s*{_LEVEL}){{2,7}}|(?:L\s?\d\s*){{3,8}}|(?<![A-Za-z])[A-H]{{3,8}}(?![A-Za-z]))"
)
# `L0最高,L1次之,……,L4最低`
_ELIDED = rf"(?P<first>{_LEVEL})(?:的)?最高[,、]?(?:{_LEVEL}(?:次之|其次)[,、.…]*)+(?P<last>{_LEVEL})最低"
_HANDLING = r"处理|服务|执行|改|变|要求|实际|调整|升"
_DOWN = r"(?:的)?(?:(?:按|从|由|自)?高(?:到|至)低)?(?:的)?(?:排列)?(?:次序|顺序)?(?:依次)?(?:是|为|成|:|按)*\s*"
_RANK = r"(?:优先级别?|优先权|优先次序|优先顺序|优先排队次序|次序|顺序)"
_ORDER = (
    r"(?:且|并且|并|现|若|设|其|它们|如果|假设|将|把|要求|欲|希望|要|需|实际|的|中断源?|硬件|CPU|响应|排队|处理|服务|执行|原来的?|默认|,|由|\(即[^()]{0,14}\))*"
    rf"{_RANK}(?:,)?(?:也|都|修改|调整|改变|改|变|设计|设置|定|从|由|原来的?)*{_DOWN}(?:(?P<chain>{_CHAIN})|(?:{_ELIDED}))(?:的)?(?:降序|次序|顺序|从高到低|由高到低|依次|排列|递减|降低)*"
)
_BITS = (
    r"(?:中断)?屏蔽(?:字|码|位)(?:的格式)?(?:为|是|:)?\s*(?P<bits>(?:M\s?\d\s*){3,8})"
    r"|(?:屏蔽[字码](?:的)?)?(?:各位)?(?:从|由|自)?(?:左|高位)(?:到|至|往)(?:右|低位)(?:各位)?(?:依次|分别)*(?:对应|代表|表示|为|是)*(?P<listed>"
    + _CHAIN
    + r")"
)
_QUOTED = r"[,;(]*\s*(?:设|其中|若|约定|规定|当|用|每级对应一位|M\s?i|(?:该|对应|某|相应)?(?:屏蔽)?位|=|为|是|\(0≤i≤\d\)|,|\s)*"
_MEANS = r"\s*(?:\(\s*0\s*≤\s*i\s*≤\s*\d\s*\))?\s*(?:时)?(?:表示|代表|为|则|,)*(?:对|该|将|此|其)*(?:L\s?i)?\s*(?:级|源)*(?:的)?(?:中断)?(?:请求|源)?(?:进行|可以?|被)*"
_BITS_MEAN = rf"{_QUOTED}(?P<bit>[01]){_MEANS}(?P<sense>屏蔽|禁止|封锁|关闭|允许|开放|不屏蔽|不禁止)\)?"
_MASK = r"(?:中断)?屏蔽(?:字|码|位)"
_TOLD = rf"(?P<level>{_BARE})\s*级?(?:中断)?(?:的)?{_MASK}(?:为|是|:)*\s*(?P<mask>[01]{{3,8}})(?!\d)"
_ROW = rf"(?m)^[\s|]*(?:第|中断源?)?(?P<level>{_BARE})级?[\s|:]+(?P<mask>[01](?:[\s|]*[01]){{2,7}})[\s|]*$"
_HEADING = rf"(?m)^[\s|]*(?:中断源?|级别?|名称|程序级别)?[\s|]*(?:{_MASK})?[\s|]*(?P<columns>{_BARE}级?(?:中断)?(?:[\s|]+{_BARE}级?(?:中断)?){{2,7}})[\s|]*$|(?m:^[\s|]*(?:中断源?|程序级别|级别)[\s|]+{_MASK}[\s|]*$)"
_VERB = r"(?:请|试|并|求出?|写出|给出|设计|确定|指出|列出|问|则|那么|应|:|,)*"
_ALL = (
    rf"{_VERB}(?:上述|这|以上|各|每|个|级|所有|全部|[四五三六]|\d|中断|源|服务|处理|程序|中|所|设置|对应|相应|应|的|为|时)*{_MASK}"
    r"(?:的)?(?:字|状态|各位)?(?:应|该|各|分别|如何|怎样|怎么|设置|设计|是|为|什么|多少)*"
)
_ONE = (
    rf"{_VERB}(?:在)?(?P<level>{_BARE})\s*级?(?:中断)?(?:源)?(?:的)?(?:中断)?(?:处理程序|服务程序)?(?:中)?(?:应)?(?:该)?(?:设置)?(?:的)?{_MASK}"
    r"(?:应)?(?:该)?(?:设置)?(?:为|是)*(?:多少|什么)?"
)
_NEW_ORDER = (
    rf"{_VERB}(?:修改|改变|改动|调整|上述|这|[三四五六\d]|个|级|各)*(?:之)?后?(?:中断源?)?(?:的)?(?:实际)?(?:的)?(?:中断|处理|服务|执行|优先)*(?:的)?{_RANK}(?:的)?(?:(?:从|由)高(?:到|至)低)?(?:的)?(?:排列)?"
    r"(?:次序|顺序)?(?:为|是|依次)*(?:多少|什么|怎样)?"
)


@dataclass(slots=True)
class _Told:
    """What a text tells of its interrupts."""

    answered: list[str] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)
    bits: list[str] = field(default_factory=list)
    masks: dict[str, str] = field(default_factory=dict)


def _names(chain: str) -> list[str]:
    names = [patterns.sub(r"\s", "", name) for name in patterns.findall(rf"L\s?\d|{_BARE}|[A-H]", chain)]
    if len(set(names)) != len(names):
        stay_out("a level twice")
    return names


def _elided(first: str, last: str) -> list[str]:
    """`L0` and `L4`: all that lie between."""
    (begin,), (end,) = _names(first), _names(last)
    if begin[:-1] != end[:-1] or not begin[-1:] < end[-1:]:
        stay_out("from what to what")
    return [begin[:-1] + chr(code) for code in range(ord(begin[-1]), ord(end[-1]) + 1)]


def _told(reading: Clauses, count: int | None) -> _Told:
    """The orders, the bits and the masks of a text.

    Raises:
        StayOut: an order is told twice, or the levels are not the same ones everywhere.
    """
    told = _Told()
    bits = reading.take(_BITS)
    if bits is not None:
        told.bits = [f"L{number}" for number in patterns.findall(r"\d", bits["bits"])] if bits["bits"] else _names(bits["listed"])
    for match in reading.take_all(_BITS_MEAN):
        if (match["bit"] == "1") != (match["sense"] in ("屏蔽", "禁止", "封锁", "关闭")):
            stay_out("0 masks")
    told.masks = {patterns.sub(r"\s", "", match["level"]): match["mask"] for match in reading.take_all(_TOLD)}
    if not told.masks:
        rows = reading.take_all(_ROW)
        told.masks = {patterns.sub(r"\s", "", match["level"]): patterns.sub(r"[\s|]", "", match["mask"]) for match in rows}
        for heading in reading.take_all(_HEADING) if rows else ():
            if heading["columns"]:
                told.bits = _names(heading["columns"])
        if len(told.masks) != len(rows):
            stay_out("a level twice")
    for match in reading.take_all(_ORDER):
        chain = _names(match["chain"]) if match["chain"] else _elided(match["first"], match["last"])
        said = patterns.split(r"[。;?!\n]", reading.text[: match.start()])[-1][-12:] + match[0]
        name = "handled" if patterns.search(_HANDLING, said[: said.rfind(match["chain"] or match["first"])]) else "answered"
        if getattr(told, name):
            stay_out("two orders")
        setattr(told, name, chain)
    everywhere = [sorted(levels) for levels in (told.answered, told.handled, told.bits, list(told.masks)) if levels]
    if not everywhere or any(levels != everywhere[0] for levels in everywhere) or count not in (None, len(everywhere[0])):
        stay_out("levels")
    return told


def recognise(text: str) -> Recognition | None:
    """The order of handling, and the level whose mask is asked or the masks of all; or the masks, and the order.

    Raises:
        StayOut: something is left, or the levels do not fit.
    """
    text = normalise(text)
    if "屏蔽" not in text:
        return None
    # Pasted formulas stand on lines of their own.
    reading = Clauses(text if patterns.search(_ROW, text) else patterns.sub(r"\s*\n\s*", "", text))
    reading.refuse(r"轨迹|时刻|同时|图中|如图|下图|CPU占用|返回|响应(?:的)?次序(?:是|为)?(?:什么|多少)")
    counts = {
        to_int(match["value"])
        for match in reading.take_all(
            rf"(?<![\d第])(?:(?:共?有|设有|共|设)\s*|(?={INTEGER}\s*个))(?P<value>{INTEGER})\s*(?:个|级)+(?:不同的?)?(?:中断)(?:请求)?(?:源)?[,:(]?(?:{_LEVEL}(?:[、,]\s*{_LEVEL})+)?\)?"
        )
    }
    if len(counts) > 1:
        stay_out("how many levels")
    count = counts.pop() if counts else None
    reading.take_all(rf"{_BARE}\s*[~～∼-]\s*{_BARE}")
    told = _told(reading, count)
    if told.masks:
        reading.take_all(
            r"(?:若|现)?(?:将|把)?(?:优先级|优先)?(?:次序|顺序)?(?:作|进行)?(?:修改|改变|改动)[,;]?(?:使)?(?:修改|改)?后?(?!的)"
        )
    wanted = reading.take(_NEW_ORDER) if told.masks else reading.take(_ONE) or reading.take(_ALL)
    if wanted is None:
        return None
    reading.take_all(
        rf"(?:各|每)?(?:个|级)?(?:中断)?(?:源)?(?:的)?(?:中断)?(?:服务|处理)?(?:程序)?(?:中)?所?对应的{_MASK}(?:如下?)?(?:表)?(?:所示)?|每级对应一位"
    )
    settle(
        reading,
        COMMON + " 中断 级 级中断 中断源 中断屏蔽字 屏蔽字 屏蔽 处理 响应 设置 中断处理程序 中断服务程序 如下 下表 表 所示 系统 计算机",
    )
    return _with_masks(told) if told.masks else _with_order(told, wanted)


def _with_masks(told: _Told) -> Recognition:
    levels = told.bits or told.answered
    size = len(levels)
    if not levels or (list(told.masks) != levels and sorted(told.masks) != levels):
        stay_out("which bit is whose")
    order = sorted(levels, key=lambda level: -told.masks[level].count("1"))
    if told.handled or any(len(mask) != size or mask != _mask(order, level, levels) for level, mask in told.masks.items()):
        stay_out("masks of no order")
    return Recognition(
        parameters={"task": TASK, "levels": levels, "order": order},
        understood=(("屏蔽字", "、".join(f"{level}：{told.masks[level]}" for level in levels)), ("求", "处理的次序")),
    )


def _with_order(told: _Told, wanted: re.Match[str]) -> Recognition:
    natural = sorted(told.handled, key=_STEMS.find) if told.handled and told.handled[0] in _STEMS else sorted(told.handled)
    one = patterns.sub(r"\s", "", wanted.groupdict().get("level") or "")
    if not told.handled or one not in ("", *natural):
        stay_out("levels")
    if not told.bits and one and told.answered != natural:
        stay_out("which bit is whose")
    bits = told.bits or natural
    return Recognition(
        parameters={"task": TASK, "order": told.handled, "bits": bits, **({"level": one} if one else {})},
        understood=(
            ("处理的次序", " → ".join(told.handled)),
            ("屏蔽字各位", "、".join(bits)),
            ("求", f"{one} 的屏蔽字" if one else "各级的屏蔽字"),
        ),
    )


def _mask(order: list[str], level: str, bits: list[str]) -> str:
    """1 for the level itself and for all that are handled after it."""
    lower = order[order.index(level) :]
    return "".join("1" if bit in lower else "0" for bit in bits)


def solve(parameters: Parameters) -> Solution:
    """A level masks itself and all that come after it in the order of handling."""
    rule = "处理某级中断时，要屏蔽它自己和处理次序在它之后的各级，不屏蔽在它之前的各级。"
    order = list(parameters["order"])
    if "bits" not in parameters:
        answer = "→".join(order)
        return Solution(
            answer=answer, steps=paragraphs(rule, f"屏蔽字中 1 越多的级越先处理：{answer}"), also=("、".join(order), ">".join(order))
        )
    bits, level = list(parameters["bits"]), parameters.get("level")
    if level is None:
        answer = "；".join(f"{each}：{_mask(order, each, bits)}" for each in sorted(order, key=bits.index))
        listed = f"各位依次对应 {'、'.join(bits)}，1 表示屏蔽。"
        return Solution(answer=answer, steps=paragraphs(rule, listed, answer), conventions=(listed.rstrip("。"),))
    mask = _mask(order, level, bits)
    lower = order[order.index(level) :]
    return Solution(answer=mask, steps=paragraphs(rule, f"{level} 屏蔽 {'、'.join(lower)}，按 {'、'.join(bits)} 的次序写，屏蔽字为 {mask}"))
