"""How long Ethernet sends: a frame with its preamble, and the gap behind it; a datagram cut into full frames."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Any

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._collision.words import HARMLESS
from engine.generators.cn._told.told import Told
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int

_OVERHEAD = 18


def frame_times(problem: Told) -> Recognition | None:
    """The time for so many frames, or for a datagram; None where the text tells another story."""
    if not problem.has("前导") or not problem.has("间隔") or not problem.has("时间"):
        return None
    bytes_ = r"(?<![\d.])(?P<value>\d+)\s*(?:个)?\s*(?:B|字节)(?![A-Za-z])"
    problem.find(
        "preamble",
        rf"(?:每个)?(?:数据)?(?:帧)?(?:的)?(?:前面?)?(?:有|加|含|还有|带)*{bytes_}的?前导(?:字段|码|字节)?|前导(?:字段|码)(?:为|是|占|有)*{bytes_.replace('value', 'other')}",
        lambda match: int(match["value"] or match["other"]),
    )
    problem.find(
        "gap",
        rf"(?:最小)?(?:帧间|帧)(?:最小)?间隔(?:时间)?(?:为|是|=)*(?P<value>{units.TIME})",
        lambda match: units.seconds(match["value"]),
    )
    problem.find("frame", rf"(?:最[大长](?:的)?)(?:数据)?帧(?:的)?(?:长度?)?(?:为|是|=)*{bytes_}", lambda match: int(match["value"]))
    problem.find(
        "datagram",
        r"(?:传输|发送|传送)(?:一个)?(?P<value>\d+)\s*(?P<unit>bits?|比特|位|B|字节)(?:长)?的?(?:IP)?(?:数据报|分组|报文)",
        lambda match: Fraction(int(match["value"]) * (8 if match["unit"] in ("B", "字节") else 1), 8),
    )
    problem.find("count", rf"(?:发送|传输|传送)(?P<value>{INTEGER})(?:个)?(?:最[大长](?:的)?)?帧", lambda match: to_int(match["value"]))
    problem.tell((Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="速率|带宽", alone=True),))
    problem.ask(((r"(?:所)?(?:需要?|用|花费)?(?:的)?(?:最短|最少)?(?:的)?时间(?:至少|最少)?(?:为|是)?", "time"),))
    problem.done(HARMLESS + " 字段 每个数据帧 前面 IP 数据报 需要 最短 网络 中 发送 传输 使用 采用 完 该 一 1")
    facts: dict[str, Any] = {}
    for fact in problem.told:
        if facts.setdefault(fact.name, fact.value) != fact.value:
            return None
    if not {"preamble", "gap", "frame", "rate"} <= set(facts) or ("datagram" in facts) == ("count" in facts) or not problem.goals:
        return None
    if facts["frame"] <= _OVERHEAD or facts["rate"] <= 0:
        return None
    count = facts["count"] if "count" in facts else ceil(facts["datagram"] / (facts["frame"] - _OVERHEAD))
    if not 1 <= count <= 10**6 or ("datagram" in facts and (facts["datagram"] / (facts["frame"] - _OVERHEAD)).denominator != 1):
        return None
    return Recognition(
        parameters={
            "units": [
                {
                    "frames": count,
                    "frame": facts["frame"],
                    "preamble": facts["preamble"],
                    "gap": str(facts["gap"]),
                    "rate": str(facts["rate"]),
                    "whole": "datagram" in facts,
                }
            ]
        },
        understood=(
            ("帧", f"{facts['frame']} B，前导 {facts['preamble']} B"),
            ("帧间隔", units.show_time(facts["gap"])),
            ("速率", units.show_rate(facts["rate"])),
            ("帧数", f"{count}"),
        ),
    )


def sending_time(unit: Mapping[str, Any]) -> tuple[str, list[str], tuple[str, ...]]:
    """The time, its working, and the same in other words."""
    rate, gap, count = Fraction(unit["rate"]), Fraction(unit["gap"]), unit["frames"]
    sent = unit["frame"] + unit["preamble"]
    each = sent * 8 / rate + gap
    whole = count * each
    steps = [
        f"发送一帧连同前导要 ({unit['frame']} + {unit['preamble']}) × 8 bit ÷ {units.show_rate(rate)}，即 {decimal(sent * 8 / rate * 10**6)} μs；加上帧间隔 {decimal(gap * 10**6)} μs，共 {decimal(each * 10**6)} μs。"
    ]
    if unit["whole"]:
        steps.append(f"每帧装数据 {unit['frame']} − {_OVERHEAD} = {unit['frame'] - _OVERHEAD} B，数据报要分成 {count} 帧。")
    if count > 1:
        steps.append(f"共 {count} × {decimal(each * 10**6)} μs，即 {units.show_time(whole)}。")
    scale, name = (10**3, "ms") if whole >= Fraction(1, 1000) else (10**6, "μs")
    rounded = tuple(f"{decimal(whole * scale, digits)} {name}" for digits in (0, 1, 2))
    return units.show_time(whole), steps, rounded
