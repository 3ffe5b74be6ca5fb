"""Interrupts whose order of handling is set by masks: the mask of a level out of the order, the order out of all masks."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "interrupt masks"
_LEVEL = r"(?:L\s?\d|[A-H](?![A-Za-z])|[1-8](?!\d))(?:级)?"
_CHAIN = rf"(?P<chain>{_LEVEL}(?:\s*(?:→|>|-+>)\s*{_LEVEL}){{2,7}})"
_DOWN = r"(?:的)?(?:(?:按|从|由|自)?高(?:到|至)低)?(?:的)?(?:排列)?(?:次序|顺序)?(?:依次)?(?:是|为|:)*\s*"
_HANDLED = re.compile(
    rf"(?:且|并且)?(?:要求|若|现|欲|希望|将)*(?:实际)?(?:的)?(?:中断)?处理(?:的)?(?:优先级|优先次序|优先顺序|优先权|次序|顺序)(?:改为)?{_DOWN}{_CHAIN}"
)
_ANSWERED = re.compile(
    rf"(?:若|设)?(?:其|硬件)?(?:的)?(?:中断)?(?:响应)(?:的)?(?:优先级|优先次序|优先顺序|优先权|次序|顺序)(?:\(?即[^()]{{0,12}}\)?)?{_DOWN}{_CHAIN}"
)
_PRIORITY = re.compile(rf"(?:(?:其|中断|它们的?)*优先级){_DOWN}{_CHAIN}")
_BITS = re.compile(
    r"(?:中断)?屏蔽(?:字|码|位)(?:的格式)?(?:为|是|:)?\s*(?P<bits>(?:M\s?\d\s*){3,8})(?:[,;(]?\s*M\s?i\s*=\s*1\s*(?:\(\s*0\s*≤\s*i\s*≤\s*\d\s*\))?\s*表示(?:对)?\s*(?:L\s?i)\s*级?(?:中断)?(?:进行)?(?:被)?屏蔽\)?)"
)
_WANTED = re.compile(
    rf"(?:则|那么)?(?:在)?(?P<level>{_LEVEL})\s*级?(?:中断)?(?:的)?(?:中断)?(?:处理程序|服务程序)?(?:中)?(?:应)?(?:设置)?(?:的)?(?:中断)?屏蔽(?:字|码)(?:应)?(?:该)?(?:设置)?(?:为|是)*(?:多少|什么)?"
)
_TOLD = re.compile(rf"(?P<level>{_LEVEL})\s*级?(?:中断)?(?:的)?(?:中断)?屏蔽(?:字|码)(?:为|是|:)*\s*(?P<mask>[01]{{3,8}})(?!\d)")
_NEW_ORDER = re.compile(
    r"(?:则|那么)?(?:修改|改变|改动)(?:之)?后(?:的)?(?:中断)?(?:处理)?(?:的)?(?:优先级?)?(?:次序|顺序|优先级)?(?:从|由)高(?:到|至)低(?:的)?(?:次序|顺序)?(?:为|是|依次)*(?:多少|什么)?"
)


def _names(chain: str) -> list[str]:
    return [patterns.sub(r"\s|级", "", name) for name in patterns.findall(_LEVEL, chain)]


def recognise(text: str) -> Recognition | None:
    """The order of handling and the level whose mask is asked, or the masks of all levels.

    Raises:
        StayOut: something is left, or the levels do not fit.
    """
    # Pasted formulas stand on lines of their own.
    reading = Clauses(patterns.sub(r"\s*\n\s*", "", normalise(text)))
    count = reading.take_one(rf"(?:共?有|设有|共)\s*(?P<value>{INTEGER})\s*(?:个|级)+(?:中断)(?:源)?(?:\d\s*[、,]\s*)*(?:\d(?=,))?", to_int)
    reading.take_all(r"L\s?\d\s*[~～∼-]\s*L\s?\d")
    bits = reading.take(_BITS.pattern)
    masks = [(match["level"], match["mask"]) for match in reading.take_all(_TOLD.pattern)]
    reading.take(_ANSWERED.pattern)
    handled = reading.take(_HANDLED.pattern)
    before = reading.take(_PRIORITY.pattern) if masks else None
    asked = reading.take(_NEW_ORDER.pattern if masks else _WANTED.pattern)
    if asked is None:
        return None
    reading.take_all(
        r"(?:若|现)?(?:将|把)?(?:优先级|优先)?(?:次序|顺序)?(?:作|进行)?(?:修改|改变|改动)[,;]?(?:使)?(?:修改|改)?后?" if masks else r"(?!)"
    )
    settle(reading, COMMON + " 中断 级 级中断 中断源 中断屏蔽字 屏蔽字 屏蔽 优先级 优先 次序 顺序 处理 响应 设置 中断处理程序")
    if masks:
        levels = [patterns.sub(r"\s|级", "", level) for level, _ in masks]
        size = len(levels)
        if before is None or sorted(_names(before["chain"])) != sorted(levels) or levels != sorted(levels) or count not in (None, size):
            stay_out("which bit is whose")
        told = [mask for _, mask in masks]
        order = sorted(range(size), key=lambda place: -told[place].count("1"))
        if any(len(mask) != size for mask in told) or told != [_mask(order, place, list(range(size))) for place in range(size)]:
            stay_out("masks of no order")
        return Recognition(
            parameters={"task": TASK, "levels": levels, "order": [levels[place] for place in order]},
            understood=(("屏蔽字", "、".join(f"{level}：{mask}" for level, mask in zip(levels, told, strict=True))), ("求", "处理的次序")),
        )
    if handled is None or bits is None:
        return None
    order_of = _names(handled["chain"])
    places = [f"L{number}" for number in patterns.findall(r"\d", bits["bits"])]
    level = patterns.sub(r"\s|级", "", asked["level"])
    if sorted(order_of) != sorted(places) or level not in order_of or count not in (None, len(order_of)):
        stay_out("levels")
    return Recognition(
        parameters={"task": TASK, "order": order_of, "bits": places, "level": level},
        understood=(("处理的次序", " → ".join(order_of)), ("屏蔽字各位", "、".join(places)), ("求", f"{level} 的屏蔽字")),
    )


def _mask(order: list[int], level: int, bits: list[int]) -> str:
    """1 for the level itself and for all that are handled after it."""
    lower = order[order.index(level) :]
    return "".join("1" if bit in lower else "0" for bit in bits)


def solve(parameters: Parameters) -> Solution:
    """A level masks itself and all that come after it in the order of handling."""
    rule = "处理某级中断时，要屏蔽它自己和处理次序在它之后的各级，不屏蔽在它之前的各级。"
    order = list(parameters["order"])
    if "level" not in parameters:
        answer = "→".join(order)
        return Solution(
            answer=answer, steps=paragraphs(rule, f"屏蔽字中 1 越多的级越先处理：{answer}"), also=("、".join(order), ">".join(order))
        )
    bits, level = list(parameters["bits"]), parameters["level"]
    numbers = list(range(len(order)))
    mask = _mask(numbers, order.index(level), [order.index(bit) for bit in bits])
    lower = order[order.index(level) :]
    return Solution(answer=mask, steps=paragraphs(rule, f"{level} 屏蔽 {'、'.join(lower)}，按 {'、'.join(bits)} 的次序写，屏蔽字为 {mask}"))
