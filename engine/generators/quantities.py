"""Quantities as the exam writes them: reading `4 KB` or `1.5 ms`, showing them, and telling whether two wordings mean the same.

In this module K, M, G, T are powers of 1024 before B (bytes) and of 1000 before bit/s, Hz and other rates, as 408 papers have it;
a question whose answer depends on that says so in its stem.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from fractions import Fraction

from engine.generators import patterns

_BINARY = {"": 0, "K": 10, "M": 20, "G": 30, "T": 40}
_SIZES = ("B", "KB", "MB", "GB", "TB")
_TIMES = {"s": Fraction(1), "ms": Fraction(1, 10**3), "μs": Fraction(1, 10**6), "ns": Fraction(1, 10**9)}
_RATES = {"bps": 1, "bit/s": 1, "b/s": 1, "Hz": 1}
_BYTES_A_SECOND = re.compile(r"(?<=[\dkKMG ])B(?:/s|ps)(?![A-Za-z])")
_BITS_A_SECOND = re.compile(r"(?<=[\dkKMG ])b(?:/s|ps)(?![A-Za-z])")
_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_HEXADECIMAL = re.compile(r"0x([0-9A-Fa-f]+)|([0-9A-Fa-f]+)H")
_QUANTITY = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[^\d\s].*)?")


def decimal(value: Fraction | int, digits: int = 2, *, keep_zeros: bool = False) -> str:
    """A value with at most `digits` decimals, halves rounded away from zero: `6.67`, `6.5`, `6`; with `keep_zeros`: `6.50`."""
    scaled = abs(Fraction(value)) * 10**digits
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if value < 0 and whole else ""
    text = f"{whole // 10**digits}" + (f".{whole % 10**digits:0{digits}d}" if digits else "")
    return sign + (text if keep_zeros or "." not in text else text.rstrip("0").rstrip("."))


def percent(value: Fraction, digits: int = 1) -> str:
    """A share as `75.0%`, always with `digits` decimals, so that options look alike."""
    return decimal(value * 100, digits, keep_zeros=True) + "%"


def is_exact(value: Fraction, digits: int = 2) -> bool:
    """Whether `decimal(value, digits)` loses nothing."""
    return Fraction(value * 10**digits).denominator == 1


def written_out(value: Fraction) -> str:
    """A value with as many decimals as it has, where these are at most four; otherwise two."""
    return decimal(value, 4 if is_exact(value, 4) else 2)


def relation(value: Fraction, digits: int = 2) -> str:
    """`=` where the value is shown exactly with so many decimals, otherwise `≈`."""
    return "=" if is_exact(value, digits) else "≈"


def size(count: int) -> str:
    """Bytes in the largest binary unit that leaves a whole number: 4096 -> `4 KB`, 1536 -> `1536 B`."""
    power = 0
    while power + 1 < len(_SIZES) and count and count % 1024 == 0:
        count //= 1024
        power += 1
    return f"{count} {_SIZES[power]}"


def bytes_of(number: str | int | Fraction, unit: str) -> Fraction:
    """Bytes of `number` B, KB, K, KiB, MB, ..., GB, TB, 字节, 千字节, or (unit `bit`, `位`) an eighth of that.

    Raises:
        KeyError: another unit.
    """
    plain = unit.strip().upper().replace("字节", "B").replace("千", "K").replace("兆", "M").replace("IB", "B")
    if plain in ("BIT", "位"):
        return Fraction(number) / 8
    return Fraction(number) * (1 << _BINARY[plain.removesuffix("B")])


def value_of(text: str) -> tuple[Fraction, str] | None:
    """A wording of one quantity as (value in the base unit, base unit): `4 KB` -> (4096, B), `1.5 ms` -> (3/2000, s), `75%` -> (3/4, 1),
    `1AH` and `0x1A` -> (26, 1).

    A unit not known here is kept as it is: `9 次` -> (9, 次). None for anything else than one number with a unit.
    """
    text = unicodedata.normalize("NFKC", text).replace("$", "").replace("µ", "μ").strip()
    if hexadecimal := _HEXADECIMAL.fullmatch(text):
        return Fraction(int(hexadecimal[1] or hexadecimal[2], 16)), "1"
    match = _QUANTITY.fullmatch(text)
    if match is None:
        return None
    number, unit = Fraction(match["number"]), (match["unit"] or "").strip()
    if patterns.search(r"\d", unit):
        return None
    if unit in ("%", "％"):
        return number / 100, "1"
    if unit in _TIMES:
        return number * _TIMES[unit], "s"
    if patterns.fullmatch(r"[KMGT]?i?B", unit):
        return bytes_of(number, unit), "B"
    for rate in _RATES:
        if unit.endswith(rate) and unit.removesuffix(rate) in ("", "k", "K", "M", "G", "T"):
            power = ("", "K", "M", "G", "T").index(unit.removesuffix(rate).upper())
            return number * 1000**power, "Hz" if rate == "Hz" else "bit/s"
    return number, unit or "1"


def plain(text: str) -> str:
    """`text` in NFKC, lower case, without spaces and Markdown's marks: for telling whether two wordings are the same."""
    return patterns.sub(r"[\s$`*]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _terms(text: str) -> Counter[str] | None:
    """The terms of a sum with letters, `n − i + 1` as {n: 1, i: −1, 1: 1}; None for anything else."""
    text = plain(text).replace("−", "-")
    if not patterns.fullmatch(r"[-+]?(?:\d{0,3}[a-z]|\d{1,4})(?:[-+](?:\d{0,3}[a-z]|\d{1,4})){1,4}", text) or not patterns.search(
        "[a-z]", text
    ):
        return None
    found: Counter[str] = Counter()
    for sign, count, letter in patterns.findall(r"([-+]?)(\d*)([a-z]?)", text):
        if count or letter:
            found[letter] += (-1 if sign == "-" else 1) * int(count or 1)
    return Counter({letter: count for letter, count in found.items() if count})


def same(one: str, other: str) -> bool:
    """Whether two options say the same: equal wordings, equal sums (`n+1-i` and `n-i+1`), or equal quantities (`1 KB` and `1024 B`)."""
    if plain(one) == plain(other):
        return {bool(_BYTES_A_SECOND.search(text)) for text in (one, other)} != {True, False} or {
            bool(_BITS_A_SECOND.search(text)) for text in (one, other)
        } != {True, False}  # `8 Mb/s` is not `8 MB/s`
    if (terms := _terms(one)) is not None and terms == _terms(other):
        return True
    first, second = value_of(one), value_of(other)
    return first is not None and first == second
