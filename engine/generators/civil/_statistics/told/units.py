"""Units of amounts: how many of the plain unit one is, and which unit that is."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns

_SIZES = (("万亿", 10**12), ("千万", 10**7), ("百万", 10**6), ("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2))
_PLAIN = {
    "公斤": ("千克", Fraction(1)),
    "斤": ("千克", Fraction(1, 2)),
    "克": ("千克", Fraction(1, 1000)),
    "吨": ("千克", Fraction(1000)),
    "公顷": ("亩", Fraction(15)),
    "公里": ("千米", Fraction(1)),
    "块": ("元", Fraction(1)),
    "人次": ("人次", Fraction(1)),
    "名": ("人", Fraction(1)),
    "位": ("人", Fraction(1)),
}
_WHOLE = ("千克", "千米", "千瓦时", "千瓦")


def _parts(unit: str) -> tuple[Fraction, str]:
    """How large the word before a unit makes it, and the unit without that word."""
    if unit in _WHOLE:
        return Fraction(1), unit
    for word, size in _SIZES:
        if unit.startswith(word) and (
            unit == word or unit[len(word) :] in _WHOLE or word != "千" or unit[1:] not in ("克", "米", "瓦时", "瓦")
        ):
            return Fraction(size), unit[len(word) :]
    return Fraction(1), unit


def size_of(unit: str) -> Fraction:
    """How many of its plain unit one is: 万吨 is 10,000,000 kilograms."""
    size, bare = _parts(patterns.sub("/.*$", "", unit))
    return size * _PLAIN.get(bare, (bare, Fraction(1)))[1]


def plain_unit(unit: str) -> str:
    """What it is counted in: 千克 for 万吨; empty where only the size is told (`5 亿`)."""
    bare = _parts(patterns.sub("/.*$", "", unit))[1]
    return _PLAIN.get(bare, (bare, Fraction(1)))[0]


def of_one_sort(one: str, other: str) -> bool:
    """Whether amounts in two units may be of one thing; a size alone goes with any."""
    first, second = plain_unit(one), plain_unit(other)
    return not first or not second or first == second or {first, second} in ({"人", "个"}, {"人", "人次"})
