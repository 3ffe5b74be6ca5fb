"""Values of statistics as answers: how many decimals are wanted, and the same amount counted in other units."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.quantities import decimal

FALLS = re.compile(r"(?:下降|减少|降低|下滑|回落|下跌|缩小|收窄|放缓|少|低|降|跌|减)")
"""Words of a question that expects a fall."""
_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "1": 1, "2": 2, "3": 3}


def digits_asked(text: str) -> int | None:
    """How many decimals a text wants."""
    if found := patterns.search(r"(?:保留|精确到?)(?:到)?(?:小数点后)?([一两二三1-3])位", text):
        return _DIGITS[found[1]]
    if found := patterns.search(r"\(([一两二三1-3])位小数\)", text):
        return _DIGITS[found[1]]
    return 0 if patterns.search("(?:保留|取|精确|四舍五入)(?:为|到|成)?整", text) else None


def in_other_units(value: Fraction, unit: str) -> list[str]:
    """The value counted in ones, ten thousands and hundred millions."""
    bare = patterns.sub("^(?:万亿|[万亿千百]+)", "", unit)
    if not bare or bare in ("%", "倍", "个百分点"):
        return []
    plain = value * scale(unit)
    sizes = [(prefix, plain / size) for prefix, size in (("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)) if prefix + bare != unit]
    return [f"{decimal(amount, 2)} {prefix}{bare}" for prefix, amount in sizes if Fraction(1, 10) < amount < 10**9]
