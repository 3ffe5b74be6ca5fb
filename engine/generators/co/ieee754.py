"""IEEE 754 single and double precision: from a number to its code, back, and sums with the exponents aligned.

The layout is that of IEEE 754-2019 (binary32, binary64): sign, biased exponent (127, 1023), fraction with a hidden 1; exponent field
0 holds zero and subnormal numbers, all ones infinities and NaN. Rounding is to nearest, ties to even.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._ieee754 import ends_reading as float_ends_reading
from engine.generators.co._ieee754 import expressions as float_expressions
from engine.generators.co._ieee754 import kinds as float_kinds
from engine.generators.co._ieee754 import normal_options as float_normal_options
from engine.generators.co._ieee754 import or_integer as float_or_integer
from engine.generators.co._ieee754 import reading as float_reading
from engine.generators.co._ieee754 import registers as float_registers
from engine.generators.co._ieee754 import steps as float_steps
from engine.generators.co._ieee754.floats import (
    SINGLE,
    Coded,
    binary,
    code_text,
    decode,
    decoding,
    drawing_of,
    encode,
    encoding,
    shown,
    significand_of,
)
from engine.generators.co._ieee754.solving import solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.laws.measures import hexadecimal
from engine.generators.markdown import numbered, paragraphs

FORMAT_POINT = "co.data.float-format"
ADD_POINT = "co.data.float-add"


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
        right=code_text(coded),
        wrong=[Wrong(code_text(other), why) for other, why in _mistaken_codes(coded)],
        steps=paragraphs(numbered(encoding(value, coded)), f"三部分连起来，每 4 位一组，机器数为 {code_text(coded)}"),
        parameters={"task": "encode", "value": str(value)},
        drawing=drawing_of(("x", coded)),
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
        stem=f"float 型变量 x 的机器数（IEEE 754 单精度）为 {code_text(coded)}，则 x 的值为",
        right=shown(value),
        wrong=[Wrong(shown(other), why) for other, why in _mistaken_values(coded)],
        steps=paragraphs(numbered(decoding(coded)), f"小数点移位后为 `{binary(value)}`，x 的值为 {shown(value)}"),
        parameters={"task": "decode", "code": coded.code},
        drawing=drawing_of(("x", coded)),
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
        stem=f"某 IEEE 754 单精度浮点数的机器数为 {code_text(coded)}，则它的值为",
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
        drawing=drawing_of(("x", coded)),
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
    x_code, y_code = code_text(one), code_text(other)
    return Generated(
        point=ADD_POINT,
        stem=f"float 型变量 x 和 y 用 IEEE 754 单精度格式表示，机器数分别为 {x_code} 和 {y_code}。执行 z = x + y 后，float 型变量 z 的机器数为",
        right=code_text(total),
        wrong=[Wrong(code_text(coded), why) for coded, why in wrong],
        steps=paragraphs(
            numbered(
                [
                    f"x 为 {'-' if one.sign else ''}`{significand_of(one)}` × 2^({one.power})，y 为 {'-' if other.sign else ''}`{significand_of(other)}` × 2^({other.power})",
                    f"对阶：小阶向大阶看齐，阶差 {large.power} − ({small.power}) = {shift}，{'x' if small is one else 'y'} 的尾数右移 {shift} 位",
                    f"尾数{'相加' if one.sign == other.sign else '相减'}并规格化，得 {'-' if total.sign else ''}`{significand_of(total)}` × 2^({total.power})",
                    f"阶码为 {total.power} + 127 = {total.exponent}，即 `{total.exponent:08b}`，尾数 `{total.fraction:023b}`",
                ]
            ),
            f"z 的机器数为 {code_text(total)}",
        ),
        parameters={"task": "sum", "codes": [one.code, other.code]},
        drawing=drawing_of(("x", one), ("y", other), ("z", total)),
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
        stem=f"float 型变量 x 的机器数（IEEE 754 单精度）为 {code_text(coded)}，变量 y 的值是 x 的 {factor}{' 倍' if shift > 0 else ''}，则 y 的机器数为",
        right=code_text(right),
        wrong=[
            Wrong(hexadecimal((coded.code << shift if shift > 0 else coded.code >> -shift) & 0xFFFFFFFF, 8), "把整个机器数移位"),
            Wrong(code_text(moved(-shift)), "阶码加减弄反了"),
            Wrong(hexadecimal((coded.code + (shift << 20)) & 0xFFFFFFFF, 8), "阶码的位置对错了"),
            Wrong(code_text(moved(1 << shift if shift > 0 else -(1 << -shift))), "阶码加减的是倍数而不是指数"),
            Wrong(code_text(moved(shift + 1)), "阶码多加了 1"),
            Wrong(code_text(moved(shift - 1)), "阶码少加了 1"),
            Wrong(
                hexadecimal(coded.code & 0xFF800000 | (coded.fraction << shift if shift > 0 else coded.fraction >> -shift) & 0x7FFFFF, 8),
                "对尾数移位",
            ),
        ],
        steps=paragraphs(
            f"乘以 2^({shift}) 只改变指数：阶码 {coded.exponent} 变为 {coded.exponent} + ({shift}) = {right.exponent}，即 `{right.exponent:08b}`，数符和尾数不变。",
            f"y 的机器数为 {code_text(right)}",
        ),
        parameters={"task": "scaled", "code": coded.code, "shift": shift},
        drawing=drawing_of(("x", coded), ("y", right)),
    )


# What is done to a number first, and formats that are not the standard's.
_UNREAD = (
    # A product, an integer's code beside the float's, what is left of a number.
    r"int\s*-?\d+\s*(?:和|与|、)\s*float|\d\s*(?:乘以?|除以)\s*-?\d|int型?(?:的)?\s*-?\d+\s*(?:的)?机器数[^?]*\?[^?]*呢|转换?[成为]?(?:float|浮点数?)?后的?(?:数|十进制)?值|转换?[成为](?:float|浮点数?)后(?:是|等于|变成)?多少|"
    # A part of the code only.
    r"最?[高低]的?(?:\d+|[一二两三四八])?个?(?:位|字节)(?:是|为)?(?:什么|多少|几)|"
    r"偏置(?:值|常数|量)?(?:取|改?为|是|=)*\s*128|取反|变号|求反|取(?:其|它的?)?(?:相反数|绝对值)|先[^,。;]{0,8}(?:乘以|除以|加|减|变)|(?:无|没有|不(?:含|用|采用|使用))隐[藏含]"
    r"|(?:阶码|尾数|指数|符号位?)[^,。;\d]{0,3}(?:左移|右移)[^,。;]{0,3}位后|[左右]移[^,。;]{0,4}后(?:为|是)|高低[^,。;]{0,6}(?:交换|互换|颠倒)|倒序|逆序"
)

KIND = Kind(
    name="ieee754",
    title="IEEE 754 浮点数",
    points=(FORMAT_POINT, ADD_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"754|float|double|单精度|双精度|半精度|浮点|阶码|2\s?\^\s?\(?[-+]?\s?[01]{2,}",
        recognise=first_reading(
            float_reading.returned,
            float_reading.recognise,
            float_ends_reading.plain_format,
            float_expressions.recognise,
            float_steps.recognise,
            float_or_integer.recognise,
            float_registers.recognise,
            float_kinds.recognise,
            float_normal_options.recognise,
            unread=_UNREAD,
        ),
        solve=solve,
    ),
)
