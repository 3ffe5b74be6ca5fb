"""Values of statistics as answers: in the direction asked for, and never out of bounds."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.asks import Ask
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

FALLS = re.compile(r"(?:下降|减少|降低|下滑|回落|下跌|缩小|收窄|放缓|少|低|降|跌|减)")
"""Words of a question that expects a fall."""
Value = tuple[Fraction | str, str]
"""What is asked, and its unit."""


def rate_said(rate: Fraction, ask: Ask) -> Value:
    """A rate as an answer, in the direction that is asked for.

    Raises:
        StayOut: it went the other way.
    """
    way = ask.said("moves")
    if ask.said("direction"):
        return "上升" if rate > 0 else "下降" if rate < 0 else "不变", ""
    if way in ("变化", "变动", "波动", "变"):
        return (f"{'上升' if rate > 0 else '下降'}|{abs(rate)}", "%") if rate else ("不变", "")
    if way and FALLS.fullmatch(way):
        return sound(-rate, "%")
    if way and rate <= 0:
        stay_out("the other way")
    if rate < 0:
        return f"下降|{-rate}", "%"
    return rate, "%"


def sound(value: Fraction, unit: str, top: int | None = None) -> tuple[Fraction, str]:
    """A value that must be positive, and at most `top`, with its unit.

    Raises:
        StayOut: it is not.
    """
    if value <= 0 or (top is not None and value > top):
        stay_out("numbers")
    return value, unit


def in_other_units(value: Fraction, unit: str) -> list[str]:
    """The value counted in ones, ten thousands and hundred millions."""
    bare = patterns.sub("^(?:万亿|[万亿千百]+)", "", unit)
    if not bare or bare in ("%", "倍", "个百分点"):
        return []
    plain = value * scale(unit)
    sizes = [(prefix, plain / size) for prefix, size in (("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)) if prefix + bare != unit]
    return [f"{decimal(amount, 2)} {prefix}{bare}" for prefix, amount in sizes if Fraction(1, 10) < amount < 10**9]
