"""Adding floating-point numbers as textbooks do it by hand: exponents and fractions are two's complements, the fraction below 1.

After Tang, Computer Organization (floating-point addition): align to the larger exponent, add, normalise (to the left or once to the right),
round, and look at the exponent. What aligning shifts out takes part in the addition as guard digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "float steps"
_NAME = r"(?<![A-Za-z0-9])[A-Za-z]\d?(?![A-Za-z0-9])"
_POWER = r"2\s?\^?\s?\(?(?P<p{0}>[-+]?\s?\d{{1,4}})\)?"
_FRACTION = r"\(?\s?(?P<f{0}>[-+]?\s?(?:0?\.[01]{{2,16}}|\d{{1,4}}/\d{{1,4}}))\s?\)?"
_VALUE = rf"(?:{_POWER.format(1)}\s?[×xX*·]\s?{_FRACTION.format(1)}|{_FRACTION.format(2)}\s?[×xX*·]\s?{_POWER.format(2)})"
_GIVEN = re.compile(rf"(?P<name>{_NAME})\s?=\s?(?:{_VALUE}|(?P<share>[-+]?\s?\d{{1,3}}/\d{{1,4}})(?!\d))")
_ASKED = (
    r"(?:\[)?(?P<one>NAME)\s?(?P<sign>[-+]|±)\s?(?P<two>NAME)(?:\])?(?:浮|补)?(?:的)?(?:值|结果|和|差)?(?:是|为|等于|=)?(?:多少|什么|\?)?"
)
_ROUNDING = (
    (r"(?:尾数)?(?:采用|用|按|舍入采用|舍入用)?\s?(?:0舍1入|零舍一入|0舍l入)(?:法|方法|方式)?(?:进行)?(?:舍入)?(?:处理)?", "nearest"),
    (r"(?:尾数)?(?:采用|用|按)?\s?(?:末位)?恒?置\s?[1一](?:法|方法)", "set"),
    (r"(?:尾数)?(?:采用|用|按)?\s?(?:截断|截去|截尾|舍去)(?:法|方法|处理)?", "cut"),
)


# The steps' names, which a problem begins with.
_INTRODUCTION = re.compile(
    r"浮点数(?:的)?加(?:、|,)?减(?:法)?(?:运算)?(?:的)?(?:过程|步骤)?(?:一般|通常)?(?:包括|分为|有|由)(?:对阶|尾数(?:运算|求和|加减|相加)|规格化|舍入(?:处理)?|判(?:断)?溢出|结果|、|,|和|及)+(?:等|几个|五个)?(?:步骤)?(?:组成)?[。;,]"
)


class Steps(Topic):
    """A sum of floating-point numbers by hand."""

    words: ClassVar[str] = (
        "浮点 浮点数 补码 机器补码 机器数 运算 浮点运算 加法 减法 加减 加减法 加、减 浮点加法 浮点减法 浮点补码运算 补码浮点运算 规则 运算规则 方法 步骤 过程 计算 求 按 采用 用 表示 阶码 尾数 阶符 数符 位 格式 浮点数格式 如下 结果 用二进制表示 结果用二进制表示 二进制 二进制数 十进制 十进制数 数字 数 两个 两数 两浮点数 "
        "设 已知 假定 假设 有 若 其中 均 都 取 为 和 写出 给出 详细 要求 对阶 规格化 舍入 判溢出 判断溢出 判断 溢出 是否 尾数求和 求和 尾数相加 请 试 完成 下列 下列各式 各 取值 的 X Y x y 括号内 真值 形式 运算步骤 运算过程 计算过程 解 题 在 中 时 保留 最终 一般 包括 等 各数 下面 以下 所示 且 最后"
    )
    ordinary: ClassVar[str] = (
        f"{GENERAL} 运算过程 计算步骤 运算步骤 浮点运算方法 对阶 规格化 尾数相加 尾数求和 舍入 判溢出 浮点数 运算 规则 阶码 尾数 机器数 过程"
    )
    refused: ClassVar[str] = (
        r"对阶(?:以|之)?后|对阶时|(?:右|左)移(?:了)?(?:几|多少)|IEEE|754|float|double|单精度|双精度|移码|基数|基为|乘法|除法|隐藏|原码"
    )


@dataclass(frozen=True, slots=True)
class Result:
    """A sum worked out.

    Attributes:
        lines: the working.
    """

    fraction: Fraction
    power: int
    lines: tuple[str, ...]


def add(one: tuple[Fraction, int], other: tuple[Fraction, int], sign: str, digits: int, rounding: str, binary: bool) -> Result:
    """The sum or the difference of two normalised numbers (fraction, power of 2), the fraction of so many digits.

    Raises:
        StayOut: a zero, or rounding makes it necessary to normalise again.
    """
    top = max(one[1], other[1])
    moved = [fraction / 2 ** (top - power) for fraction, power in (one, other)]
    lines = [
        f"对阶：小阶向大阶看齐，阶差 {abs(one[1] - other[1])}，"
        + ("尾数不用移" if one[1] == other[1] else f"{'前' if one[1] < other[1] else '后'}一个数的尾数右移 {abs(one[1] - other[1])} 位")
        + f"，尾数为 `{_code(moved[0])}` 和 `{_code(moved[1])}`（双符号位补码）"
    ]
    total = moved[0] + (moved[1] if sign == "+" else -moved[1])
    lines.append(f"尾数{'相加' if sign == '+' else '相减'}：`{_code(total)}`")
    if not total:
        stay_out("zero")
    power = top
    while not -1 <= total < 1:
        total, power = total / 2, power + 1
    while -Fraction(1, 2) <= total < Fraction(1, 2):
        total, power = total * 2, power - 1
    if power != top:
        lines.append(f"{'右规' if power > top else '左规'} {abs(power - top)} 位，尾数 `{_code(total)}`，阶码 {_power(power, binary)}")
    scaled = total * (1 << digits)
    if scaled.denominator != 1:
        low = scaled.numerator // scaled.denominator
        if rounding == "nearest":
            kept = low + (1 if scaled - low >= Fraction(1, 2) else 0)
        elif rounding == "set":
            kept = low | 1
        else:
            kept = low
        total = Fraction(kept, 1 << digits)
        lines.append(f"舍入：尾数 `{_code(total)}`")
        if not (Fraction(1, 2) <= total < 1 or -1 <= total < -Fraction(1, 2)):
            stay_out("rounding that makes it necessary to normalise again")
    return Result(total, power, tuple(lines))


def _code(value: Fraction) -> str:
    """A fraction's complement with two sign bits, as many digits as it has."""
    places = max(value.denominator.bit_length() - 1, 1)
    bits = f"{int(value * (1 << places)) % (1 << places + 2):0{places + 2}b}"
    return f"{bits[:2]}.{bits[2:]}"


def _digits(value: Fraction, digits: int) -> str:
    """A fraction with its sign in binary."""
    scaled = int(abs(value) * (1 << digits))
    return f"{'-' if value < 0 else ''}{scaled >> digits}.{scaled % (1 << digits):0{digits}b}"


def _power(power: int, binary: bool) -> str:
    return f"{'-' if power < 0 else ''}{abs(power):03b}" if binary else str(power)


def recognise(text: str) -> Recognition | None:
    """Two numbers, once or case by case, and their sum or difference."""
    if "浮点" not in text and "阶码" not in text and "2^" not in text:
        return None
    text = _INTRODUCTION.sub("", text)
    problem = Steps(text)
    found = problem.take_all(_GIVEN.pattern)
    if len(found) < 2 or len(found) % 2 or len(found) > 8:
        return None
    names = [match["name"] for match in found[:2]]
    if any(match["name"] != names[place % 2] for place, match in enumerate(found)) or names[0] == names[1]:
        return None
    asked = problem.take_asked(_ASKED.replace("NAME", "|".join(names)))
    if not asked or any([match["one"].lower(), match["two"].lower()] != [name.lower() for name in names] for match in asked):
        return None
    signs = list(dict.fromkeys(sign for match in asked for sign in ("+-" if match["sign"] == "±" else match["sign"])))
    rounding = problem.take_words(_ROUNDING)
    if len(rounding) > 1:
        return None
    sizes = _sizes(problem)
    problem.settle()
    powers = [patterns.sub(r"\s", "", match["p1"] or match["p2"] or "") for match in found]
    shares = [bool(match["share"]) for match in found]
    if any(shares) and not all(shares):
        return None
    binary = all(shares) or _is_binary(powers)
    if not all(shares) and not binary and all(set(power.lstrip("+-")) <= set("01") and len(power.lstrip("+-")) > 1 for power in powers):
        stay_out("exponents binary or decimal")
    numbers = [_number(match, power, binary) for match, power in zip(found, powers, strict=True)]
    digits = max(len(patterns.sub(r".*\.", "", one)) if "." in (one := match["f1"] or match["f2"] or "") else 0 for match in found)
    if "fraction" in sizes:
        if digits > sizes["fraction"]:
            stay_out("a longer fraction than the format's")
        digits = sizes["fraction"]
    if not digits:
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "names": names,
            "signs": signs,
            "numbers": [[str(fraction), power] for fraction, power in numbers],
            "digits": digits,
            "rounding": rounding[0] if rounding else "",
            "binary": binary,
            "exponent": sizes.get("exponent", 0),
            "coded": "signs" in sizes,
        },
        understood=(
            ("数", "，".join(patterns.sub(r"\s", "", match[0]) for match in found)),
            ("尾数", f"{digits} 位（不含符号位）"),
            ("求", "、".join(f"{names[0]}{sign}{names[1]}" for sign in signs)),
        ),
    )


def _is_binary(powers: list[str]) -> bool:
    """Whether exponents can only be binary: 0 and 1, with a leading 0 or three digits."""
    plain = [power.lstrip("+-") for power in powers]
    return all(set(power) <= set("01") for power in plain) and any(
        len(power) > 2 or (len(power) > 1 and power[0] == "0") for power in plain
    )


def _number(match: re.Match[str], power: str, binary: bool) -> tuple[Fraction, int]:
    if match["share"]:
        value = Fraction(patterns.sub(r"\s", "", match["share"]))
        if not value or value.denominator & (value.denominator - 1):
            stay_out("no binary fraction")
        shift = 0
        while not -1 <= value < 1:
            value, shift = value / 2, shift + 1
        while -Fraction(1, 2) <= value < Fraction(1, 2):
            value, shift = value * 2, shift - 1
        # -1/2 is a normalised complement only as -1 × 2^-1; by hand it is left as it is.
        return value, shift
    text = patterns.sub(r"\s", "", match["f1"] or match["f2"])
    sign = -1 if text[0] == "-" else 1
    plain = text.lstrip("+-")
    value = Fraction(plain) if "/" in plain else Fraction(int(plain.partition(".")[2], 2), 1 << len(plain.partition(".")[2]))
    return sign * value, int(power, 2 if binary else 10)


def _sizes(problem: Steps) -> dict[str, int]:
    """The digits of the exponent and of the fraction without their signs."""
    sizes: dict[str, int] = {}
    both = problem.take(
        rf"(?:阶码(?:和|与|、)尾数)(?:均|都)?(?:采用|用|以)?(?:双符号位)?补码(?:表示)?[,]?(?:且)?(?:位数)?(?:分别)?(?:为|是)\s*(?P<e>{INTEGER})\s*位?(?:和|与|、)\s*(?P<m>{INTEGER})\s*位?\(?(?:,)?(?:均|都|各)(?:含有?|包含|包括|有)\s*(?P<s>2|两|二|1|一)\s*(?:位|个)符号位?\)?"
    ) or problem.take(
        rf"阶码\s*(?P<e>{INTEGER})\s*位[、,和]\s*尾数\s*(?P<m>{INTEGER})\s*位[、,]?(?:\(|都|均|各|用|采用|含|为)*(?:双符号位|(?P<s>2|两)位符号位的?)补码(?:表示)?\)?(?:\(?符号(?:位)?各占\s*2\s*位\)?)?"
    )
    if both:
        signs = {"1": 1, "一": 1}.get(both["s"], 2)
        return {"exponent": to_int(both["e"]) - signs, "fraction": to_int(both["m"]) - signs, "signs": signs}
    for name, words, sign in (("exponent", "阶码", "阶符"), ("fraction", "尾数", "数符")):
        told = problem.take(
            rf"{words}(?:取|为|占|用|有|是|数值位)*\s?(?P<n>{INTEGER})\s?位(?P<with>\(?(?:含|包括|包含)[^,;。()]{{0,6}}符(?:号位?)?\)?)?"
        )
        if told is None:
            continue
        if told["with"]:
            stay_out("how many of them are signs")
        sizes[name] = to_int(told["n"])
        if problem.take_all(rf"{sign}(?:取|为|占|用|有|是)*\s?(?:{INTEGER})\s?位"):
            sizes["signs"] = 2
    return sizes


def solve(parameters: Parameters) -> Solution:
    """Every sum, each with its steps."""
    names, digits, binary = parameters["names"], parameters["digits"], parameters["binary"]
    numbers = [(Fraction(fraction), int(power)) for fraction, power in parameters["numbers"]]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    told: list[str] = []
    steps: list[str] = []
    codes: list[str] = []
    for place, (one, other) in enumerate(pairs, 1):
        said: list[Any] = []
        for sign in parameters["signs"]:
            if any(not Fraction(1, 4) <= abs(fraction) <= 1 for fraction, _ in (one, other)):
                stay_out("far from normalised")
            result = add(one, other, sign, digits, parameters["rounding"] or "nearest", binary)
            other_way = result if parameters["rounding"] else add(one, other, sign, digits, "cut", binary)
            name = f"{names[0]}{sign}{names[1]}"
            limit = 1 << parameters["exponent"] if parameters["exponent"] else 0
            head = f"（{place}）{name}：" if len(pairs) > 1 else f"{name}："
            if limit and result.power >= limit:
                said.append(f"{name} 溢出" if len(parameters["signs"]) > 1 else "发生溢出")
                steps.append(
                    head
                    + "\n\n"
                    + "\n".join(
                        f"{n}. {line}"
                        for n, line in enumerate(
                            [*result.lines, f"阶码 {result.power} 超出 {parameters['exponent']} 位（不含符号位），溢出"], 1
                        )
                    )
                )
                codes += ["溢出"]
                continue
            if limit and result.power < -limit:
                stay_out("an underflow")
            value = f"2^({_power(result.power, binary)})×({_digits(result.fraction, digits)})"
            said.append(f"{name} = {value}")
            if other_way.fraction != result.fraction:
                if parameters["coded"]:
                    stay_out("digits are lost, and how to round is not said")
                said[-1] += f"（按 0 舍 1 入；若截断，尾数为 {_digits(other_way.fraction, digits)}）"
            if parameters["coded"]:
                exponent = f"{result.power % (4 << parameters['exponent']):0{parameters['exponent'] + 2}b}"
                made = f"{result.fraction * (1 << digits)}"
                mantissa = f"{int(made) % (4 << digits):0{digits + 2}b}"
                codes.append(f"{exponent} {mantissa}")
                said[-1] += f"，机器数 阶码 {exponent[:2]},{exponent[2:]}；尾数 {mantissa[:2]}.{mantissa[2:]}"
            steps.append(head + "\n\n" + "\n".join(f"{n}. {line}" for n, line in enumerate([*result.lines, f"结果 `{value}`"], 1)))
        told.append("；".join(said))
    answer = "；".join(f"（{place}）{one}" for place, one in enumerate(told, 1)) if len(told) > 1 else told[0]
    conventions = ["对阶移出的位作为附加位参加运算，规格化后再舍入"]
    if binary:
        conventions.append("阶码（2 的指数）和尾数都写成二进制")
    return Solution(
        answer=answer,
        also=(*codes, *(("溢出", "上溢", "结果溢出") if codes == ["溢出"] else ()), *(code.replace(" ", "") for code in codes)),
        steps=paragraphs(*steps),
        conventions=tuple(conventions),
    )
