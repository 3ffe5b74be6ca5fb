"""Frequencies, times, sizes and codes as computer-organization problems write them: patterns for reading, wordings for options.

Here K, M, G are powers of 1000 before Hz and before instructions, of 1024 before B (capacities); see `engine.generators.quantities`.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.quantities import bytes_of, decimal
from engine.generators.reading import DECIMAL, stay_out

IS = r"(?:分别)?(?:均|都|各)?(?:约|大约)?(?:为|是|=|:|有|达到?|占用?)*\s*"
"""What may stand between a name and its value."""

FREQUENCY = rf"{DECIMAL}\s*[kKMG]Hz"
TIME = rf"{DECIMAL}\s*(?:ns|μs|us|ms|ps|s(?![A-Za-z])|纳秒|微秒|毫秒|皮秒|秒)"
SIZE = r"\d+\s*(?:[KMG]i?B|B(?![A-Za-z])|[KMG]?字节|[KMG](?![A-Za-z]))"

_PREFIX = {"": 0, "K": 3, "M": 6, "G": 9}
_SECONDS = {"s": 0, "秒": 0, "ms": 3, "毫秒": 3, "μs": 6, "us": 6, "微秒": 6, "ns": 9, "纳秒": 9, "ps": 12, "皮秒": 12}


def to_hertz(text: str) -> Fraction:
    """`1.2 GHz` -> 1,200,000,000."""
    number, unit = _split(text)
    return number * Fraction(10 ** _PREFIX[unit.upper().removesuffix("HZ")])


def to_seconds(text: str) -> Fraction:
    """`20 ns` -> 1/50,000,000."""
    number, unit = _split(text)
    return number / Fraction(10 ** _SECONDS[unit.lower()])


def to_bytes(text: str) -> int:
    """`64 KB`, `64K`, `32字节` -> bytes.

    Raises:
        StayOut: not a whole number of bytes.
    """
    number, unit = _split(text)
    value = bytes_of(number, unit)
    if value.denominator != 1:
        stay_out(f"part of a byte: {text}")
    return int(value)


def _split(text: str) -> tuple[Fraction, str]:
    match = patterns.match(DECIMAL, text.strip())
    if match is None:
        stay_out(f"no number: {text}")
    return Fraction(match[0]), text.strip()[match.end() :].strip()


def frequency(hertz: Fraction | int) -> str:
    """`1.2 GHz`, `50 MHz`."""
    for prefix, power in (("G", 9), ("M", 6), ("k", 3)):
        if hertz >= 10**power:
            return f"{decimal(Fraction(hertz) / 10**power, 3)} {prefix}Hz"
    return f"{decimal(Fraction(hertz), 3)} Hz"


def duration(seconds: Fraction) -> str:
    """`1.5 ms`, `20 ns`: the largest unit in which the value is at least 1."""
    for unit, power in (("s", 0), ("ms", 3), ("μs", 6)):
        if seconds * 10**power >= 1:
            return f"{decimal(seconds * 10**power, 4)} {unit}"
    return f"{decimal(seconds * 10**9, 4)} ns"


def hexadecimal(value: int, digits: int) -> str:
    """`0C3FH` between backticks, so that nothing takes it for a decimal number with a unit."""
    return f"`{value:0{digits}X}H`"
