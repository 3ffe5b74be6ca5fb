"""IEEE 754 single and double precision: from a number to its code, back, and sums with the exponents aligned.

The layout is that of IEEE 754-2019 (binary32, binary64): sign, biased exponent (127, 1023), fraction with a hidden 1; exponent field
0 holds zero and subnormal numbers, all ones infinities and NaN. Rounding is to nearest, ties to even.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.co import _ieee_solver
from engine.generators.co._alternatives import first_reading
from engine.generators.co._clauses import Clauses
from engine.generators.co._measures import hexadecimal
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
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


def _recognise(text: str) -> Recognition | None:
    reading = Clauses(text)
    reading.take_all(
        r"(?:阶码)?(?:的)?(?:偏置|偏移)(?:值|常数|量)?(?:为|是|取|用|=)*(?:127(?![\d.])|1023(?![\d.])|7FH)|阶码(?:用|采用|为|以)移码(?:表示)?"
    )
    reading.refuse(
        r"偏置(?!常数|值)|\+\s*[a-zA-Z]|[xXyY]\s*[-×*/]\s*[a-zA-Z\d]|偏移|移码|补码|原码|BCD|半精度|16位|bfloat|扩展|基数|最大|最小|相加|范围|非规格|精度损失|舍入|截断|强制|int|大端|小端|字节序"
    )
    if len(set(re.findall(r"(?<![A-Za-z])(?:FR|R|F)\d{1,2}", reading.text))) > 1:
        return None
    reading.take_all(r"IEEE\s*-?\s*754(?:\s*-\s*(?:2008|1985|2019))?")
    formats = reading.take_words(
        (
            (r"(?:64位(?:的)?)?双精度(?:\(double\))?|64位(?:的)?(?=浮点|格式|IEEE|短|标准)|(?<![A-Za-z])double(?![A-Za-z])", "double"),
            (
                r"(?:32位(?:的)?)?单精度(?:\((?:32位|float)\))?|32位(?:的)?(?=浮点|格式|IEEE|短|标准|单|的|二进制|机器数|十六进制)?|短浮点数?|短实数|(?<![A-Za-z])float(?![A-Za-z])",
                "single",
            ),
        )
    )
    if len(formats) > 1:
        return None
    format = DOUBLE if formats == ["double"] else SINGLE
    code: int | None = None
    codes = reading.take_all(_CODE)
    if len(codes) > 1:
        return None
    if codes:
        digits = (codes[0]["c"] or codes[0]["h"] or "").replace(" ", "")
        code = int(digits, 16) if digits else int(codes[0]["b"].replace(" ", ""), 2)
        if len(digits) not in (0, format.bits // 4) or (not digits and format is DOUBLE):
            return None
    reading.take_all(
        r"(?:其)?(?:尾数)?(?:中)?(?:用|采用|含|含有|有|带|使用)?(?:1|一)?(?:个|位)?隐藏(?:了|着)?(?:最高)?位?(?:的?1)?|(?:最高位)?(?:的?1)?隐含(?:1|不存)?|(?:阶码)?(?:的)?(?:偏置|偏移)(?:值|常数|量)?(?:为|是|取|用|=)*(?:127(?![\d.])|1023(?![\d.])|7FH)|阶码(?:用|采用|为|以)移码(?:表示)?"
    )
    reading.take_all(
        r"(?:浮点)?寄存器\s*(?:FR|F|R|f)\d{0,2}(?![\dA-Za-z])(?:中)?(?:的)?(?:内容)?|(?<![A-Za-z\d])(?:FR|R|F)\d{1,2}(?![\dA-Za-z])(?:中)?(?:的)?(?:内容)?"
    )
    reading.take_all(r"(?:其中)?(?:阶码|指数)(?:为|占|用)?(?:8|11)位(?:移码)?|尾数(?:为|占|用)?(?:23|52)位|(?:数符|符号位)(?:为|占)?1位")
    reading.take_all(r"(?:数符|符号位?)[、,和]*(?:阶码|指数)[、,和及]*尾数(?:各)?(?:是)?(?:多少)?")
    numbers = [] if codes else reading.take_all(_NUMBER)
    values = {Fraction(match["value"]) for match in numbers if not match["value"].endswith("/0")}
    asks_number = reading.take_all(
        r"(?:所)?(?:表示|对应|代表)?(?:的)?(?:十进制)(?:真值|数值|数|值|实数|浮点数)?(?:为|是)?(?:多少)?|真值(?:为|是)?(?:多少)?|(?:的)?数?值(?:为|是)(?:多少)?|(?:对应|表示|代表)(?:的)?(?:实数|数值|数|值)|(?:是|等于|为)(?:几|多少)(?=,|\?|。|呀|啊|呢|$)"
    )
    reading.take_all(
        r"(?:用|写成|以)?(?:十六进制|16进制)(?:数)?(?:形式)?(?:表示|写出|编码|代码)?|(?:用|以|写成)?(?:二进制|2进制)(?:形式|代码|编码|表示|(?=和|与|及))|(?:机器数|机器码|机内码|编码|存储形式)"
    )
    reading.finish(
        "浮点 浮点数 格式 标准 规格化 表示 变量 型 类型 转换 转换成 转换为 转成 转为 转 化成 化为 变成 写成 成 数 x X f a y 对应 存储 存放 寄存器 程序 语言 C语言 值 实数 形式 代码 其 内容 表示成 表示为 编码 "
        "位 计算机 某机 机 定义 储存 怎么 把 解释 按 声明 赋值 数据 一个数 进制 单 内存 里 存 存入 放 看作 看成 当作 当成 视为 理解为 读作 还原 还原成 换算 换成 换算成 写作 后 实际 究竟 到底 二进制 短浮点 型变量 一个float 真 数值 常数 所表示 代表 实 型数"
    )
    if code is not None:
        if not asks_number and reading.asks():
            return None
        parameters = {"code": code, "format": format.name}
        return Recognition(
            parameters=parameters,
            understood=(("机器数", hexadecimal(code, format.bits // 4).strip("`")), ("格式", f"IEEE 754 {format.name}")),
        )
    if len(values) != 1 or (not formats and "754" not in text):
        return None
    value = values.pop()
    # Digits 0 and 1 alone may well be meant in binary.
    if value == 0 or (
        not asks_number and set(numbers[0]["value"]) <= set("01.+-") and sum(sign.isdigit() for sign in numbers[0]["value"]) > 2
    ):
        return None
    return Recognition(
        parameters={"value": str(value), "format": format.name},
        understood=(("数", numbers[0]["value"]), ("格式", f"IEEE 754 {format.name}")),
    )


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
        one, other = (decode(code) for code in parameters["codes"])
        total = encode(one.value + other.value if parameters["sign"] == "+" else one.value - other.value)
    except ValueError as error:
        stay_out(str(error))
    if not one.exponent or not other.exponent or not total.exact:
        stay_out("subnormal, or rounded")
    answer = _hex(total).strip("`")
    return Solution(
        answer=answer,
        steps=paragraphs(
            numbered(
                [
                    f"x 为 {'-' if one.sign else ''}`{_significand(one)}` × 2^({one.power})，y 为 {'-' if other.sign else ''}`{_significand(other)}` × 2^({other.power})",
                    f"对阶后尾数运算并规格化，得 {'-' if total.sign else ''}`{_significand(total)}` × 2^({total.power})",
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


def _solve_extreme(parameters: Parameters) -> Solution:
    format = DOUBLE if parameters["format"] == DOUBLE.name else SINGLE
    digits, top, bottom = format.fraction, format.bias, 1 - format.bias
    answer, why = {
        "max": (f"(2 − 2^(-{digits})) × 2^{top}", f"阶码最大为 {2 * top}（全 1 留给无穷大），指数 {top}，尾数全 1"),
        "min": (f"1.0 × 2^({bottom})", f"阶码最小为 1，指数 1 − {top} = {bottom}，尾数全 0"),
        "max-subnormal": (f"(1 − 2^(-{digits})) × 2^({bottom})", f"阶码全 0，指数固定为 {bottom}，没有隐藏的 1，尾数全 1"),
        "min-subnormal": (f"2^({bottom - digits})", f"阶码全 0，指数固定为 {bottom}，尾数只有末位为 1：2^(-{digits}) × 2^({bottom})"),
    }[parameters["which"]]
    also = {
        "max": (f"2^{top}×(2-2^-{digits})", f"(2-2^-{digits})×2^{top}", f"2^{top + 1}-2^{top - digits}"),
        "min": (f"2^({bottom})", f"2^{bottom}"),
        "min-subnormal": (f"2^{bottom - digits}",),
    }
    return Solution(answer=answer, steps=paragraphs(f"{why}。", f"值为 {answer}"), also=also.get(parameters["which"], ()))


def _solve(parameters: Parameters) -> Solution:
    if "task" in parameters:
        return {"scaled": _solve_scaled, "added": _solve_added, "extreme": _solve_extreme, "returned": _solve_returned}[parameters["task"]](
            parameters
        )
    format = DOUBLE if parameters["format"] == DOUBLE.name else SINGLE
    conventions = [
        f"IEEE 754 {format.name}：数符 1 位，阶码 {format.exponent} 位（偏置 {format.bias}），尾数 {format.fraction} 位（隐藏最高位 1）"
    ]
    try:
        coded = decode(parameters["code"], format) if "code" in parameters else encode(Fraction(parameters["value"]), format)
    except ValueError as error:
        stay_out(str(error))
    drawing = _drawing(("x", coded))
    if "code" in parameters:
        value = coded.value
        if not coded.exponent:
            if not coded.fraction or coded.fraction & (coded.fraction - 1):
                stay_out("zero, or subnormal with several ones")
            place = format.fraction + 1 - coded.fraction.bit_length()
            answer = f"{'-' if coded.sign else '+'}2^({coded.power - place})"
            return Solution(
                answer=answer,
                steps=paragraphs(
                    f"阶码全为 0、尾数不为 0，是非规格化数：没有隐藏的 1，指数固定为 1 − {format.bias} = {coded.power}，尾数为 2^(-{place})。",
                    f"值为 {answer}",
                ),
                conventions=tuple(conventions),
                drawing=drawing,
            )
        if value.denominator.bit_length() > 24 or abs(value) >= 1 << 40:
            answer = f"{'-' if coded.sign else ''}{_significand(coded)}（二进制）× 2^({coded.power})"
            stay_out(answer)
        significand = shown(abs(value) / Fraction(2) ** coded.power)
        return Solution(
            answer=shown(value),
            also=(
                f"{'-' if coded.sign else ''}{significand}×2^{coded.power}",
                f"{'-' if coded.sign else ''}{significand}×2^({coded.power})",
            ),
            steps=paragraphs(numbered(_decoding(coded)), f"小数点移位后为 `{binary(value)}`，值为 {shown(value)}"),
            conventions=tuple(conventions),
            drawing=drawing,
        )
    if not coded.exact:
        conventions.append("尾数不能精确表示，按就近舍入（中间值取偶）")
    answer = _hex(coded).strip("`")
    return Solution(
        answer=answer,
        steps=paragraphs(
            numbered(_encoding(Fraction(parameters["value"]), coded)),
            f"机器数为 `{coded.sign} {coded.exponent:0{format.exponent}b} {coded.fraction:0{format.fraction}b}`，十六进制 {answer}",
        ),
        conventions=tuple(conventions),
        drawing=drawing,
    )


KIND = Kind(
    name="ieee754",
    title="IEEE 754 浮点数",
    points=(FORMAT_POINT, ADD_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"754|float|double|单精度|双精度",
        recognise=first_reading(
            _recognise, _ieee_solver.scaled, _ieee_solver.added, _ieee_solver.integer, _ieee_solver.extreme, _ieee_solver.returned
        ),
        solve=_solve,
    ),
)
