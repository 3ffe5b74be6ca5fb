"""IEEE 754: encoding, decoding, and how both are told."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.laws.measures import hexadecimal


@dataclass(frozen=True, slots=True)
class Format:
    """A binary interchange format: bits of the exponent and of the fraction."""

    name: str
    exponent: int
    fraction: int

    @property
    def bias(self) -> int:
        """What is added to the exponent."""
        return (1 << self.exponent - 1) - 1

    @property
    def bits(self) -> int:
        """Of the whole code."""
        return 1 + self.exponent + self.fraction


SINGLE = Format("单精度", 8, 23)


DOUBLE = Format("双精度", 11, 52)


@dataclass(frozen=True, slots=True)
class Coded:
    """A number taken apart.

    Attributes:
        sign: 1 for negative.
        power: the number is ±1.f × 2^power; of a subnormal number the smallest power.
        exponent: the exponent field.
        fraction: the fraction field.
        exact: nothing was rounded away.
    """

    format: Format
    sign: int
    power: int
    exponent: int
    fraction: int
    exact: bool = True

    @property
    def code(self) -> int:
        """The bits as a number."""
        return (self.sign << self.format.bits - 1) | (self.exponent << self.format.fraction) | self.fraction

    @property
    def value(self) -> Fraction:
        """The number coded; infinities and NaN have none."""
        hidden = 1 << self.format.fraction if self.exponent else 0
        magnitude = Fraction(hidden + self.fraction, 1 << self.format.fraction) * Fraction(2) ** self.power
        return -magnitude if self.sign else magnitude


def encode(value: Fraction, format: Format = SINGLE) -> Coded:
    """The code of a number.

    Raises:
        ValueError: zero, or outside the normal range.
    """
    magnitude = abs(value)
    if not magnitude:
        raise ValueError("zero has no normalised form")
    power = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    if Fraction(2) ** power > magnitude:
        power -= 1
    scaled = magnitude / Fraction(2) ** power * (1 << format.fraction)
    whole = round(scaled)  # ties to even
    if whole >> format.fraction > 1:
        whole, power = whole >> 1, power + 1
    exponent = power + format.bias
    if not 0 < exponent < (1 << format.exponent) - 1:
        raise ValueError("outside the normal range")
    return Coded(format, int(value < 0), power, exponent, whole - (1 << format.fraction), scaled.denominator == 1)


def decode(code: int, format: Format = SINGLE) -> Coded:
    """A code taken apart.

    Raises:
        ValueError: an infinity or NaN.
    """
    exponent = code >> format.fraction & (1 << format.exponent) - 1
    if exponent == (1 << format.exponent) - 1:
        raise ValueError("an infinity or NaN")
    return Coded(format, code >> format.bits - 1, max(exponent, 1) - format.bias, exponent, code & (1 << format.fraction) - 1)


def shown(value: Fraction) -> str:
    """A number whose denominator is a power of two, all its decimals written."""
    digits = value.denominator.bit_length() - 1
    scaled = abs(value) * 10**digits
    text = f"{scaled.numerator:0{digits + 1}d}"
    text = f"{text[:-digits]}.{text[-digits:]}" if digits else text
    return f"-{text}" if value < 0 else text


def binary(value: Fraction) -> str:
    """A finite binary number: `1010.011`."""
    places = value.denominator.bit_length() - 1
    text = f"{abs(value).numerator:0{places + 1}b}"
    return ("-" if value < 0 else "") + (f"{text[:-places]}.{text[-places:]}" if places else text)


def code_text(coded: Coded) -> str:
    return hexadecimal(coded.code, coded.format.bits // 4)


def significand_of(coded: Coded) -> str:
    fraction = f"{coded.fraction:0{coded.format.fraction}b}".rstrip("0")
    return f"1.{fraction or '0'}"


def _fields(coded: Coded) -> tuple[Field, ...]:
    return (
        Field("数符", 1, str(coded.sign), "bad"),
        Field("阶码", coded.format.exponent, f"{coded.exponent:0{coded.format.exponent}b}", "new"),
        Field("尾数", coded.format.fraction, f"{coded.fraction:0{coded.format.fraction}b}", "good"),
    )


def drawing_of(*words: tuple[str, Coded]) -> Drawing:
    return Fields(
        title=f"IEEE 754 {words[0][1].format.name}",
        note="阶码用移码表示，尾数最高位的 1 隐藏不存",
        words=tuple((name, _fields(coded)) for name, coded in words),
    )


def encoding(value: Fraction, coded: Coded) -> list[str]:
    number = "" if value.denominator & (value.denominator - 1) else f"{shown(value)} 的二进制为 `{binary(value)}`，"
    lines = [
        f"{number}规格化为 `{'-' if coded.sign else ''}{significand_of(coded)}` × 2^({coded.power})",
        f"数符为 {coded.sign}；阶码为 {coded.power} + {coded.format.bias} = {coded.exponent}，即 `{coded.exponent:0{coded.format.exponent}b}`",
        f"尾数去掉隐藏的 1，右边补 0 到 {coded.format.fraction} 位：`{coded.fraction:0{coded.format.fraction}b}`",
    ]
    if not coded.exact:
        lines[-1] = f"尾数去掉隐藏的 1，就近舍入到 {coded.format.fraction} 位：`{coded.fraction:0{coded.format.fraction}b}`"
    return lines


def decoding(coded: Coded) -> list[str]:
    exponent = f"{coded.exponent:0{coded.format.exponent}b}"
    return [
        f"二进制为 `{coded.sign} {exponent} {coded.fraction:0{coded.format.fraction}b}`",
        f"数符 {coded.sign}，是{'负' if coded.sign else '正'}数；阶码 `{exponent}` 为 {coded.exponent}，指数为 {coded.exponent} − {coded.format.bias} = {coded.power}",
        f"补上隐藏的 1，尾数为 `{significand_of(coded)}`，数值为 `{significand_of(coded)}` × 2^({coded.power})",
    ]
