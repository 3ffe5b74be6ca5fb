"""A problem of two devices whose rates are told together: every numbered part speaks of one of them, and is told its rate."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.laws.clauses import RATE
from engine.generators.patterns import caseless

_TOGETHER = rf"(?:现)?(?:有)?(?:设备|外设)\s*(?P<a>[A-Z])\s*(?:和|与|、|及)\s*(?:设备|外设)?\s*(?P<b>[A-Z])[,]?(?:其|它们)?(?:的)?(?:数据)?(?:传输率|传输速率|传送速率|速率)(?:分别|各|依次)*(?:为|是)?\s*(?P<one>{RATE})\s*(?:和|与|、|及|,)\s*(?P<other>{RATE})"
_PART = re.compile(r"(?=\(\s*[1-9]\s*\))")


def device_by_device(text: str) -> str:
    """The text with each part's own rate at its beginning and the letters of the devices gone; unchanged where a part speaks of both."""
    together = caseless(_TOGETHER).search(text)
    if together is None:
        return text
    rates = {together["a"].upper(): together["one"], together["b"].upper(): together["other"]}
    before, *parts = _PART.split(text[together.end() :])
    letters = rf"(?<![A-Za-z\d])[{''.join(rates)}](?![A-Za-z])"
    if not parts or patterns.search(letters, before):
        return text
    # `对应 I/O 接口中各有一个 32 位的缓冲寄存器` holds for each.
    written = [text[: together.start()], patterns.sub(r"各(?=有|设)", "", before).lstrip(",")]
    for part in parts:
        named = set(patterns.findall(letters, part))
        if len(named) != 1:
            return text
        number = patterns.match(r"\(\s*[1-9]\s*\)", part)
        head = number[0] if number else ""
        told = patterns.sub(rf"(?:设备|外设)?\s*{letters}", "设备", part[len(head) :])
        written.append(f"{head}设备的数据传输率为{rates[named.pop()]},{told}")
    return "".join(written)
