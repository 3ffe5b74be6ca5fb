"""IEEE 754 single and double precision: from a number to its code, back, and sums with the exponents aligned.

The layout is that of IEEE 754-2019 (binary32, binary64): sign, biased exponent (127, 1023), fraction with a hidden 1; exponent field
0 holds zero and subnormal numbers, all ones infinities and NaN. Rounding is to nearest, ties to even.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.co import _float_reading
from engine.generators.co._measures import hexadecimal
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import stay_out

FORMAT_POINT = "co.data.float-format"
ADD_POINT = "co.data.float-add"


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


# --- wordings ----------------------------------------------------------------------------------------------------------------------


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


def _hex(coded: Coded) -> str:
    return hexadecimal(coded.code, coded.format.bits // 4)


def _significand(coded: Coded) -> str:
    fraction = f"{coded.fraction:0{coded.format.fraction}b}".rstrip("0")
    return f"1.{fraction or '0'}"


def _fields(coded: Coded) -> tuple[Field, ...]:
    return (
        Field("数符", 1, str(coded.sign), "bad"),
        Field("阶码", coded.format.exponent, f"{coded.exponent:0{coded.format.exponent}b}", "new"),
        Field("尾数", coded.format.fraction, f"{coded.fraction:0{coded.format.fraction}b}", "good"),
    )


def _drawing(*words: tuple[str, Coded]) -> Drawing:
    return Fields(
        title=f"IEEE 754 {words[0][1].format.name}",
        note="阶码用移码表示，尾数最高位的 1 隐藏不存",
        words=tuple((name, _fields(coded)) for name, coded in words),
    )


def _encoding(value: Fraction, coded: Coded) -> list[str]:
    number = "" if value.denominator & (value.denominator - 1) else f"{shown(value)} 的二进制为 `{binary(value)}`，"
    lines = [
        f"{number}规格化为 `{'-' if coded.sign else ''}{_significand(coded)}` × 2^({coded.power})",
        f"数符为 {coded.sign}；阶码为 {coded.power} + {coded.format.bias} = {coded.exponent}，即 `{coded.exponent:0{coded.format.exponent}b}`",
        f"尾数去掉隐藏的 1，右边补 0 到 {coded.format.fraction} 位：`{coded.fraction:0{coded.format.fraction}b}`",
    ]
    if not coded.exact:
        lines[-1] = f"尾数去掉隐藏的 1，就近舍入到 {coded.format.fraction} 位：`{coded.fraction:0{coded.format.fraction}b}`"
    return lines


def _decoding(coded: Coded) -> list[str]:
    exponent = f"{coded.exponent:0{coded.format.exponent}b}"
    return [
        f"二进制为 `{coded.sign} {exponent} {coded.fraction:0{coded.format.fraction}b}`",
        f"数符 {coded.sign}，是{'负' if coded.sign else '正'}数；阶码 `{exponent}` 为 {coded.exponent}，指数为 {coded.exponent} − {coded.format.bias} = {coded.power}",
        f"补上隐藏的 1，尾数为 `{_significand(coded)}`，数值为 `{_significand(coded)}` × 2^({coded.power})",
    ]


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _to_code(chance)
    if difficulty == 2:
        return _to_number(chance)
    return _sum(chance) if chance.one_in(2) else _scaled(chance)


def _number(chance: Chance) -> Fraction:
    """A number with a few significant bits, not a power of two."""
    while True:
        value = Fraction(chance.between(3, 1023), 1 << chance.between(1, 6))
        if value.denominator > 1 and bin(value.numerator).count("1") > 2:
            return -value if chance.one_in(2) else value


def _mistaken_codes(coded: Coded) -> list[tuple[Coded, str]]:
    """What wrong ways of coding give, likeliest first."""
    f = coded.format
    significand = (1 << f.fraction) | coded.fraction
    significant = f"{coded.fraction:0{f.fraction}b}".rstrip("0")

    def other(exponent: int, fraction: int, sign: int = coded.sign) -> Coded:
        return Coded(f, sign, 0, exponent & (1 << f.exponent) - 1, fraction & (1 << f.fraction) - 1)

    return [
        (other(coded.exponent + 1, coded.fraction), "阶码按偏置 128 计算"),
        (other(coded.exponent, significand >> 1), "没有隐藏尾数最高位的 1"),
        (other(coded.exponent, int(significant or "0", 2)), "尾数的 0 补在了左边"),
        (other(coded.power, coded.fraction), "阶码用了补码，没有加偏置值"),
        (other(coded.exponent, -coded.fraction, 1), "尾数用了补码"),
        (other(coded.exponent, coded.fraction, 1 - coded.sign), "数符弄反了"),
        (other(coded.exponent - 1, coded.fraction), "小数点少移了一位"),
        (other(coded.exponent + 1, significand >> 1), "按尾数小于 1 的形式规格化，且没有隐藏 1"),
    ]


def _to_code(chance: Chance) -> Generated | None:
    value = _number(chance)
    coded = encode(value)
    return Generated(
        point=FORMAT_POINT,
        stem=f"float 型变量 x 用 IEEE 754 单精度格式表示。若 x = {shown(value)}，则 x 的机器数（十六进制）为",
        right=_hex(coded),
        wrong=[Wrong(_hex(other), why) for other, why in _mistaken_codes(coded)],
        steps=paragraphs(numbered(_encoding(value, coded)), f"三部分连起来，每 4 位一组，机器数为 {_hex(coded)}"),
        parameters={"task": "encode", "value": str(value)},
        drawing=_drawing(("x", coded)),
    )


def _mistaken_values(coded: Coded) -> list[tuple[Fraction, str]]:
    sign = -1 if coded.sign else 1
    fraction = Fraction(coded.fraction, 1 << coded.format.fraction)
    power = Fraction(2) ** coded.power
    return [
        (coded.value / 2, "阶码按偏置 128 计算"),
        (sign * fraction * power, "忘了尾数隐藏的 1"),
        (coded.value * 2, "小数点多移了一位"),
        (sign * (1 + fraction / 2) * power, "尾数的各位权值差了一位"),
        (sign * (1 + fraction) * power / 4, "小数点少移了两位"),
        (sign * (2 - fraction) * power, "尾数当成了补码"),
        (sign * (1 + fraction) * power * 4, "小数点多移了两位"),
        (-coded.value, "数符弄反了"),
    ]


def _to_number(chance: Chance) -> Generated | None:
    if chance.one_in(4):
        return _smallest(chance)
    value = _number(chance)
    coded = encode(value)
    return Generated(
        point=FORMAT_POINT,
        stem=f"float 型变量 x 的机器数（IEEE 754 单精度）为 {_hex(coded)}，则 x 的值为",
        right=shown(value),
        wrong=[Wrong(shown(other), why) for other, why in _mistaken_values(coded)],
        steps=paragraphs(numbered(_decoding(coded)), f"小数点移位后为 `{binary(value)}`，x 的值为 {shown(value)}"),
        parameters={"task": "decode", "code": coded.code},
        drawing=_drawing(("x", coded)),
    )


def _smallest(chance: Chance) -> Generated | None:
    """A subnormal number: exponent field 0, no hidden 1."""
    place = chance.between(1, 22)
    coded = decode(1 << (23 - place) | (chance.below(2) << 31))
    sign = "-" if coded.sign else "+"

    def text(power: int, start: str = sign) -> str:
        return f"{start}2^({power})"

    power = -126 - place
    return Generated(
        point=FORMAT_POINT,
        stem=f"某 IEEE 754 单精度浮点数的机器数为 {_hex(coded)}，则它的值为",
        right=text(power),
        wrong=[
            Wrong(text(power - 1), "非规格化数的指数当成了 -127"),
            Wrong(text(-126), "没有乘上尾数"),
            Wrong(text(-127), "当成规格化数，又没有看尾数"),
            Wrong(text(power + 1), "尾数的权值差了一位"),
            Wrong(text(-place), "只看了尾数"),
            Wrong(text(power, "-" if sign == "+" else "+"), "数符弄反了"),
        ],
        steps=paragraphs(
            f"阶码全为 0、尾数不为 0，是非规格化数：没有隐藏的 1，指数固定为 1 − 127 = -126。尾数为 `0.{'0' * (place - 1)}1`，即 2^(-{place})。",
            f"值为 {sign}2^(-{place}) × 2^(-126)，即 {text(power)}",
        ),
        parameters={"task": "subnormal", "code": coded.code},
        drawing=_drawing(("x", coded)),
    )


def _sum(chance: Chance) -> Generated | None:
    """x + y with different exponents, the result exact."""
    x, y = abs(_number(chance)), abs(_number(chance)) * (-1 if chance.one_in(2) else 1)
    if x + y == 0:
        return None
    one, other, total = encode(x), encode(y), encode(x + y)
    if one.power == other.power or not total.exact:
        return None
    large, small = (one, other) if one.power > other.power else (other, one)
    shift = large.power - small.power
    # The significands are put together without one being shifted to the other's exponent.
    top = Fraction(2) ** large.power
    unaligned = encode(large.value + small.value * Fraction(2) ** shift) if large.value + small.value * 2**shift else None
    reverse = encode(large.value / 2**shift + small.value) if large.value / 2**shift + small.value else None
    wrong = []
    if unaligned is not None:
        wrong.append((unaligned, "没有对阶就把尾数相加"))
    if reverse is not None:
        wrong.append((reverse, "大阶向小阶看齐，移错了尾数"))
    raw = abs(total.value) / top
    if total.power != large.power:
        kept = int(raw * (1 << 23)) & (1 << 23) - 1
        wrong.append((Coded(SINGLE, total.sign, 0, large.exponent, kept), "相加后没有规格化"))
    wrong.append((encode(x - y) if x != y else total, "把加法做成了减法"))
    wrong += _mistaken_codes(total)
    x_code, y_code = _hex(one), _hex(other)
    return Generated(
        point=ADD_POINT,
        stem=f"float 型变量 x 和 y 用 IEEE 754 单精度格式表示，机器数分别为 {x_code} 和 {y_code}。执行 z = x + y 后，float 型变量 z 的机器数为",
        right=_hex(total),
        wrong=[Wrong(_hex(coded), why) for coded, why in wrong],
        steps=paragraphs(
            numbered(
                [
                    f"x 为 {'-' if one.sign else ''}`{_significand(one)}` × 2^({one.power})，y 为 {'-' if other.sign else ''}`{_significand(other)}` × 2^({other.power})",
                    f"对阶：小阶向大阶看齐，阶差 {large.power} − ({small.power}) = {shift}，{'x' if small is one else 'y'} 的尾数右移 {shift} 位",
                    f"尾数{'相加' if one.sign == other.sign else '相减'}并规格化，得 {'-' if total.sign else ''}`{_significand(total)}` × 2^({total.power})",
                    f"阶码为 {total.power} + 127 = {total.exponent}，即 `{total.exponent:08b}`，尾数 `{total.fraction:023b}`",
                ]
            ),
            f"z 的机器数为 {_hex(total)}",
        ),
        parameters={"task": "sum", "codes": [one.code, other.code]},
        drawing=_drawing(("x", one), ("y", other), ("z", total)),
    )


def _scaled(chance: Chance) -> Generated | None:
    """x × 2^k from the code alone: only the exponent field changes."""
    coded = encode(_number(chance))
    shift = chance.choice((-4, -3, -2, 2, 3, 4, 5))
    right = encode(coded.value * Fraction(2) ** shift)
    factor = str(1 << shift) if shift > 0 else f"1/{1 << -shift}"

    def moved(by: int) -> Coded:
        return Coded(SINGLE, coded.sign, 0, (coded.exponent + by) & 255, coded.fraction)

    return Generated(
        point=FORMAT_POINT,
        stem=f"float 型变量 x 的机器数（IEEE 754 单精度）为 {_hex(coded)}，变量 y 的值是 x 的 {factor}{' 倍' if shift > 0 else ''}，则 y 的机器数为",
        right=_hex(right),
        wrong=[
            Wrong(hexadecimal((coded.code << shift if shift > 0 else coded.code >> -shift) & 0xFFFFFFFF, 8), "把整个机器数移位"),
            Wrong(_hex(moved(-shift)), "阶码加减弄反了"),
            Wrong(hexadecimal((coded.code + (shift << 20)) & 0xFFFFFFFF, 8), "阶码的位置对错了"),
            Wrong(_hex(moved(1 << shift if shift > 0 else -(1 << -shift))), "阶码加减的是倍数而不是指数"),
            Wrong(_hex(moved(shift + 1)), "阶码多加了 1"),
            Wrong(_hex(moved(shift - 1)), "阶码少加了 1"),
            Wrong(
                hexadecimal(coded.code & 0xFF800000 | (coded.fraction << shift if shift > 0 else coded.fraction >> -shift) & 0x7FFFFF, 8),
                "对尾数移位",
            ),
        ],
        steps=paragraphs(
            f"乘以 2^({shift}) 只改变指数：阶码 {coded.exponent} 变为 {coded.exponent} + ({shift}) = {right.exponent}，即 `{right.exponent:08b}`，数符和尾数不变。",
            f"y 的机器数为 {_hex(right)}",
        ),
        parameters={"task": "scaled", "code": coded.code, "shift": shift},
        drawing=_drawing(("x", coded), ("y", right)),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_CODE = (
    r"(?<![0-9A-Za-z.])(?:0x(?P<c>[0-9A-F]{8}(?:[0-9A-F]{8})?)(?:H)?|\(?(?P<h>(?:[0-9A-F] ?){7}[0-9A-F](?:(?: ?[0-9A-F]){8})?)\)?\s?(?:H|16(?![\d进位]))"
    r"|(?P<b>[01] ?[01]{8} ?(?:[01] ?){22}[01])(?!\d)B?)(?![0-9A-Za-z.])"
)
_NUMBER = r"(?<![0-9A-Za-z.^])(?P<value>[-+]?\d+(?:\.\d+)?(?:/\d+)?)(?![0-9A-Za-z.^%×*/]|\s*(?:进制|位))"


def _solve_scaled(parameters: Parameters) -> Solution:
    try:
        coded = decode(parameters["code"])
        right = encode(coded.value * Fraction(parameters["factor"]))
    except ValueError as error:
        stay_out(str(error))
    if not coded.exponent:
        stay_out("zero or subnormal")
    shift = right.power - coded.power
    answer = _hex(right).strip("`")
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"乘以 2^({shift}) 只改变指数：阶码 {coded.exponent} 变为 {coded.exponent} + ({shift}) = {right.exponent}，即 `{right.exponent:08b}`，数符和尾数不变。",
            f"机器数为 {_hex(right)}",
        ),
        drawing=_drawing(("x", coded), ("y", right)),
    )


def _solve_added(parameters: Parameters) -> Solution:
    try:
        if parameters["kind"] == "code":
            one, other = (decode(int(code)) for code in parameters["operands"])
        else:
            one, other = (encode(Fraction(value)) for value in parameters["operands"])
        total = encode(one.value + other.value if parameters["sign"] == "+" else one.value - other.value)
    except ValueError as error:
        stay_out(str(error))
    if not (one.exponent and other.exponent and total.exact and one.exact and other.exact):
        stay_out("subnormal, or rounded")
    code = _hex(total).strip("`")
    gap = one.power - other.power
    moved = "不用移位" if not gap else f"{'Y' if gap > 0 else 'X'} 的尾数右移 {abs(gap)} 位"
    said = {"code": code, "value": f"真值 {shown(total.value)}", "shift": moved}
    answer = "，".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        also=(f"{code}，{shown(total.value)}",) if set(parameters["asked"]) == {"code", "value"} else (code,),
        steps=paragraphs(
            numbered(
                [
                    f"x 为 {'-' if one.sign else ''}`{_significand(one)}` × 2^({one.power})，y 为 {'-' if other.sign else ''}`{_significand(other)}` × 2^({other.power})",
                    f"对阶（小阶向大阶看齐）后尾数运算并规格化，得 {'-' if total.sign else ''}`{_significand(total)}` × 2^({total.power})",
                    f"阶码为 {total.power} + 127 = {total.exponent}，即 `{total.exponent:08b}`",
                ]
            ),
            f"机器数为 {_hex(total)}",
        ),
        drawing=_drawing(("x", one), ("y", other), ("z", total)),
    )


def _solve_returned(parameters: Parameters) -> Solution:
    format = DOUBLE if parameters["format"] == DOUBLE.name else SINGLE
    value = parameters["whole"]
    try:
        coded = encode(Fraction(value), format)
    except ValueError as error:
        stay_out(str(error))
    right = int(coded.value)
    kept = "能精确表示" if coded.exact else f"不能精确表示，就近舍入（中间值取偶）为 {right}"
    return Solution(
        answer=str(right),
        steps=f"{format.name}的尾数连同隐藏的 1 共 {format.fraction + 1} 位，{value} {kept}，转回整数是 {right}",
        drawing=_drawing(("f", coded)),
    )


HALF = Format("半精度", 5, 10)
_FORMATS = {format.name: format for format in (SINGLE, DOUBLE, HALF)}


def _extreme(which: str, format: Format) -> tuple[str, str, tuple[str, ...]]:
    """The number as a formula, why, and other ways to write it."""
    digits, top, bottom = format.fraction, format.bias, 1 - format.bias
    most = (2 - Fraction(1, 1 << digits)) * (1 << top)
    return {
        "max": (
            f"(2 − 2^(-{digits})) × 2^{top}" if format is not HALF else f"{most}",
            f"阶码最大为 {2 * top}（全 1 留给无穷大），指数 {top}，尾数全 1",
            (f"2^{top}×(2-2^-{digits})", f"(2-2^-{digits})×2^{top}", f"2^{top + 1}-2^{top - digits}"),
        ),
        "min": (f"2^({bottom})", f"阶码最小为 1，指数 1 − {top} = {bottom}，尾数全 0", (f"1.0 × 2^({bottom})", f"2^{bottom}")),
        "max-subnormal": (f"(1 − 2^(-{digits})) × 2^({bottom})", f"阶码全 0，指数固定为 {bottom}，没有隐藏的 1，尾数全 1", ()),
        "min-subnormal": (
            f"2^({bottom - digits})",
            f"阶码全 0，指数固定为 {bottom}，尾数只有末位为 1：2^(-{digits}) × 2^({bottom})",
            (f"2^{bottom - digits}",),
        ),
        "step": (f"2^(-{digits})", f"1.0 的尾数末位加 1，差 2^(-{digits})", (f"2^-{digits}",)),
        "hole": (
            f"{(1 << digits + 1) + 1}",
            f"尾数连同隐藏的 1 共 {digits + 1} 位，2^{digits + 1} + 1 要 {digits + 2} 位",
            (f"2^{digits + 1}+1",),
        ),
        "count": (f"{2 * top}×2^{digits} 个", f"阶码 1～{2 * top}，每个阶码有 2^{digits} 个尾数", (f"{2 * top << digits}",)),
    }[which]


def _solve_extreme(parameters: Parameters) -> Solution:
    found = [_extreme(which, _FORMATS[parameters["format"]]) for which in parameters["which"]]
    answer = "；".join(formula for formula, _, _ in found)
    return Solution(
        answer=answer,
        steps=paragraphs(*(f"{why}，值为 {formula}。" for formula, why, _ in found)),
        also=found[0][2] if len(found) == 1 else ("；".join(others[0] if others else formula for formula, _, others in found),),
    )


def _solve_constants(parameters: Parameters) -> Solution:
    format = _FORMATS[parameters["format"]]
    said = {"exponent": f"阶码 {format.exponent} 位", "fraction": f"尾数 {format.fraction} 位", "bias": f"偏置 {format.bias}"}
    answer = "，".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        steps=f"IEEE 754 {format.name}：数符 1 位，阶码 {format.exponent} 位，尾数 {format.fraction} 位，偏置 2^{format.exponent - 1} − 1 = {format.bias}。",
    )


def _solve_plain(parameters: Parameters) -> Solution:
    exponent, fraction = parameters["exponent"], parameters["fraction"]
    high, low = (1 << exponent - 1) - 1, -(1 << exponent - 1)
    said = {"most": f"(1−2^-{fraction - 1})×2^{high}", "least normal": f"2^{low - 1}", "least": f"−2^{high}"}
    answer = "；".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        also=("；".join(said[name].replace("−", "-") for name in parameters["asked"]),),
        steps=paragraphs(
            f"阶码 {exponent} 位补码，从 {low} 到 {high}；尾数 {fraction} 位补码，最大 1 − 2^(-{fraction - 1})，规格化的最小正数为 2^(-1)，最小为 −1。",
            answer,
        ),
        conventions=("补码尾数规格化：正数 0.1…，负数 1.0…（−1 也算）",),
    )


def _special(code: int, format: Format) -> str:
    """What the codes mean that are no normal numbers; empty for the others."""
    sign = "-" if code >> format.bits - 1 else "+"
    exponent, fraction = code >> format.fraction & (1 << format.exponent) - 1, code & (1 << format.fraction) - 1
    if exponent == (1 << format.exponent) - 1:
        return "NaN" if fraction else f"{sign}∞"
    return f"{sign}0" if not exponent and not fraction else ""


def _power_form(coded: Coded) -> str:
    """A number as an odd whole number times a power of two."""
    value = abs(coded.value)
    shift = (value.denominator.bit_length() - 1) or -((value.numerator & -value.numerator).bit_length() - 1)
    odd = value * Fraction(2) ** shift
    return f"{'-' if coded.sign else '' if coded.exponent else '+'}{f'{odd}×' if odd != 1 else ''}2^({-shift})"


def _written(coded: Coded) -> str:
    value = coded.value
    if not coded.exponent or value.denominator.bit_length() > 24 or abs(value) >= 1 << 40:
        return _power_form(coded)
    return shown(value)


def _solve_numbers(parameters: Parameters) -> Solution:
    format = _FORMATS[parameters["format"]]
    asked = parameters["asked"]
    conventions = [
        f"IEEE 754 {format.name}：数符 1 位，阶码 {format.exponent} 位（偏置 {format.bias}），尾数 {format.fraction} 位（隐藏最高位 1）"
    ]
    answers: list[list[str]] = []
    steps: list[str] = []
    words: list[tuple[str, Coded]] = []
    for subject in parameters["subjects"]:
        said: dict[str, str] = {}
        coded: Coded | None = None
        if "code" in subject:
            code = subject["code"]
            special = _special(code, format)
            said["int"] = str(code - (1 << 32) if code >> 31 else code)
            if special:
                said["value"] = special
                steps.append(f"`{code:0{format.bits // 4}X}H` 阶码全 {'1' if special[-1] not in '0' else '0'}，表示 {special}。")
            else:
                coded = decode(code, format)
                said["value"] = _written(coded)
                said["normal"] = "规格化数" if coded.exponent else "非规格化数"
                steps.append(
                    numbered(_decoding(coded))
                    if coded.exponent
                    else f"阶码全为 0、尾数不为 0，是非规格化数：没有隐藏的 1，指数固定为 {coded.power}，值为 {said['value']}。"
                )
                whole = int(coded.value) if abs(coded.value) < 1 << 31 else None
                if whole is not None:
                    said["int value"], said["int code"] = str(whole), f"{whole % (1 << 32):08X}H"
        else:
            try:
                coded = encode(Fraction(subject["value"]), format)
            except ValueError as error:
                stay_out(str(error))
            if not coded.exact:
                conventions.append("尾数不能精确表示，按就近舍入（中间值取偶）")
            said["code"] = _hex(coded).strip("`")
            said["stored"] = shown(coded.value) if abs(coded.value) < 1 << 62 else ""
            steps.append(
                paragraphs(
                    numbered(_encoding(Fraction(subject["value"]), coded)),
                    f"机器数为 `{coded.sign} {coded.exponent:0{format.exponent}b} {coded.fraction:0{format.fraction}b}`，十六进制 {said['code']}",
                )
            )
        if coded is not None and coded.exponent:
            bits = f"{coded.fraction:0{format.fraction}b}"
            said["sign"] = "负" if coded.sign else "正"
            said["sign bit"] = f"符号位 {coded.sign}"
            said["power"] = f"指数 {coded.power}"
            said["field"] = (
                f"阶码 {coded.exponent:0{format.exponent}b}"
                if not re.search("十进制", parameters.get("how", ""))
                else f"阶码 {coded.exponent}"
            )
            said["fraction"] = f"尾数 {bits.rstrip('0')}00…0" if bits.endswith("000") else f"尾数 {bits}"
            said |= {f"top{count}": f"尾数最高 {count} 位 {bits[:count]}" for count in range(1, 10)}
            words.append(("x", coded))
        if any(not said.get(name) for name in asked):
            stay_out("a number that has no such part")
        answers.append([said[name] for name in asked])
    answer = "；".join("，".join(parts) for parts in answers)
    if parameters["claimed"]:
        right = answers[0] == [parameters["claimed"] + "H"]
        answer = f"{'是' if right else '不是'}，{answer}"
    also: tuple[str, ...] = ()
    if len(answers) == 1 and asked == ["value"] and words:
        coded = words[0][1]
        if coded.exponent:
            significand = shown(abs(coded.value) / Fraction(2) ** coded.power)
            also = tuple(f"{'-' if coded.sign else ''}{significand}×2^{power}" for power in (coded.power, f"({coded.power})"))
        also += (_power_form(coded), _power_form(coded).replace("(", "").replace(")", ""), _power_form(coded).lstrip("+"))
    if "field" in asked and words and len(answers) == 1:
        also += (str(words[0][1].exponent), f"{words[0][1].exponent:02X}H")
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(*steps),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=_drawing(words[0]) if words else None,
    )


def _solve(parameters: Parameters) -> Solution:
    tasks = {
        "numbers": _solve_numbers,
        "scaled": _solve_scaled,
        "added": _solve_added,
        "extreme": _solve_extreme,
        "constants": _solve_constants,
        "plain": _solve_plain,
        "returned": _solve_returned,
    }
    return tasks[parameters["task"]](parameters)


KIND = Kind(
    name="ieee754",
    title="IEEE 754 浮点数",
    points=(FORMAT_POINT, ADD_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"754|float|double|单精度|双精度|半精度|浮点",
        recognise=first_reading(_float_reading.returned, _float_reading.recognise, _float_reading.plain_format),
        solve=_solve,
    ),
)
