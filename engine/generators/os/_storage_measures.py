"""Sizes as problems of files and disks tell and show them; K, M, G are powers of 1024."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.os._clauses import SIZE
from engine.generators.quantities import bytes_of, decimal, size
from engine.generators.reading import INTEGER, stay_out, to_int

__all__ = ["INTEGER", "SIZE", "STRANGE", "about_in_units", "asking", "show_size", "sizes", "to_size", "whole_up"]

STRANGE = (
    r"中途|途中|必须|规定|禁止|不许|不得|又(?:来|多|有|到|新)|再(?:来|减|乘|除|多|到)|额外|排在|损坏|其中(?=\d)|实际(?:上)?(?:只|仅|大|小|多|少)|(?:一|减)半|"
    r"加倍|翻倍|重新|例外|抄错|另一|一次性|同时(?=申请|占)|提前|推迟|扣除|(?<!转)换成"
)
"""What makes a condition that no quantity of these topics bears."""

_UNITS = (("TB", 40), ("GB", 30), ("MB", 20), ("KB", 10))


def to_size(text: str) -> Fraction:
    """`4KB`, `1.2GB`, `512字节`, `2^10B` -> bytes, which need not be whole."""
    plain = patterns.sub(r"(?i)bytes?", "B", text.strip()).replace("兆字节", "MB").replace("千字节", "KB").replace("字节", "B")
    found = patterns.fullmatch(
        r"(?:2\s*\^\s*(?P<power>\d{1,2})|(?P<number>\d+(?:\.\d+)?)|(?P<word>[一二两三四五六七八九十百]+))\s*个?(?P<unit>[KMGTkmgt]?i?B?)",
        plain.replace(" ", ""),
    )
    if found is None:
        stay_out(f"no size: {text}")
    number = Fraction(1 << int(found["power"])) if found["power"] else Fraction(found["number"] or to_int(found["word"]))
    return bytes_of(number, found["unit"] or "B")


def show_size(value: Fraction) -> str:
    """Bytes in the largest unit that keeps at most two decimals."""
    if value.denominator == 1 and (value < 1024 or value % 1024 == 0):
        return size(int(value))
    for unit, power in _UNITS:
        if value >= 1 << power and (value * 100 / (1 << power)).denominator == 1:
            return f"{decimal(value / (1 << power))} {unit}"
    return f"{decimal(value)} B" if value.denominator == 1 else f"约 {decimal(value / 1024)} KB"


def sizes(value: Fraction) -> Sequence[str]:
    """The same in every unit."""
    shown = [f"{decimal(value / (1 << power), digits)} {unit}" for unit, power in _UNITS if value >= 1 << power for digits in (2, 4, 1, 0)]
    return (*dict.fromkeys(shown), *((f"{int(value)} B", f"{int(value)} 字节") if value.denominator == 1 else ()))


def whole_up(value: Fraction) -> Fraction:
    """The next whole number."""
    return Fraction(-(-value.numerator // value.denominator))


_PLAIN = r"[^,;。?!:\d\n不未除超若只仅\ue000]"


def asking(key: str, before: int = 18, after: int = 14) -> str:
    """A pattern of a clause that asks for what `key` names, with the plain words around it."""
    return rf"{_PLAIN}{{0,{before}}}(?:{key})(?:(?![和及](?!\w{{0,3}}(?:多少|几))){_PLAIN}){{0,{after}}}"


def about_in_units(length: int) -> tuple[str, ...]:
    """A length in whole larger units where that is nearly it: `约 64 TB`."""
    found = []
    for unit, scale in (("MB", 1 << 20), ("GB", 1 << 30), ("TB", 1 << 40)):
        whole = round(length / scale)
        if whole and abs(whole * scale - length) * 50 < length:
            found.append(f"{whole} {unit}")
    return tuple(found)
