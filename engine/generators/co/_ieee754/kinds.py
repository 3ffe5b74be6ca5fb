"""What kinds of numbers codes of IEEE 754 are (normalised, subnormal, infinite, nought, none at all), and what each is worth."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._ieee754.floats import DOUBLE, SINGLE, Format, decode, shown
from engine.generators.co._ieee754.words import HEX, Floats, code_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs

TASK = "float kinds"
_GROUPED = r"(?<![0-9A-Za-z.])(?:[01]{4} ){7}[01]{4}(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])[01]{32}(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])[01][ ,][01]{8}[ ,][01]{23}(?![0-9A-Za-z.])"
_KINDS = r"(?:(?:规格化|非规格化)(?:数|值)|正?负?(?:无穷(?:大)?|零|0)|±?∞|NaN|非数(?:值)?|特殊值)"


class Kinds(Floats):
    """Codes whose kinds are asked."""

    words: ClassVar[str] = (
        f"{Floats.words} 对 下列 每个 各 数值 解释 它们 所 表示 的 是 哪种 哪类 数字 类型 数字类型 种类 当 某个 具体 具体数值 时 请 给出 该 该数值 说明 指出 判断 并 求 真值 十进制 它 值 若 如果"
    )
    refused: ClassVar[str] = Floats.refused + r"|[-+]\s?[A-Za-z]|相加|相减|乘|最[大小]|比较"


def recognise(text: str) -> Recognition | None:
    """Codes, and the question what each of them is."""
    if not patterns.search(r"(?:哪|什么|何)(?:一)?(?:种|类|些)?[^,。;?]{0,10}(?:类型|种类|数)|(?:类型|种类)|对应的?(?:是|值)", text):
        return None
    text = patterns.sub(r"(?:(?<=^)|(?<=[\s:。?;0-9]))\(?[1-9]\)(?=\s*[01]{4})", ";", text)
    problem = Kinds(text)
    double = bool(problem.take_all(r"(?:64位(?:的)?)?双精度(?:浮点)?(?:数|值|格式)?|double(?:型)?"))
    problem.take_all(
        r"(?:32位(?:的)?)?单精度(?:浮点)?(?:数|值|格式)?|float(?:型)?|(?:IEEE)?\s*(?<!\d)754(?!\d)(?:标准|格式)?|IEEE|浮点数?(?:表示)?"
    )
    codes: list[tuple[int, int, int]] = []
    for match in problem.take_all(_GROUPED):
        bits = patterns.sub(r"[ ,]", "", match[0])
        codes.append((match.start(), int(bits, 2), len(bits)))
    for match in problem.take_all(HEX):
        value, width = code_of(match)
        codes.append((match.start(), value, width))
    asked = problem.take_asked(
        r"(?:解释|说明|指出|判断)?(?:它们|其|各|分别)*(?:所)?(?:表示|属于|是)(?:的)?(?:是)?(?:哪|什么|何)(?:一)?(?:种|类)(?:的)?(?:数字|数据|数)?(?:类型|种类)?"
    )
    problem.take_all(rf"\((?:{_KINDS}[、,/或和与]*)+(?:等)?\)")
    values = problem.take_asked(
        r"(?:当|若|如果)?(?:它们|其)?(?:所)?(?:表示|代表|是)?(?:的)?(?:是)?(?:某个|一个)?(?:具体|确定|实数)(?:的)?(?:数值|值|数)(?:时|的话)?[,]?(?:请|并)?(?:给出|写出|求出)(?:该|其|这个)?(?:数值|值|数|十进制值)|(?:并|请)(?:给出|写出|求出)(?:其|它们的?|各自的?|该)?(?:十进制)?(?:数值|真值|值)"
    )
    problem.settle()
    width = 64 if double else 32
    if not asked or not 1 <= len(codes) <= 8 or any(bits != width for _, _, bits in codes):
        return None
    codes.sort()
    return Recognition(
        parameters={"task": TASK, "width": width, "codes": [code for _, code, _ in codes], "values": bool(values)},
        understood=(
            ("机器数", "、".join(f"{code:0{width // 4}X}H" for _, code, _ in codes)),
            ("求", "各是哪类数" + ("，值是多少" if values else "")),
        ),
    )


def _kind(code: int, format: Format) -> tuple[str, str]:
    """What a code is, and its value where it has one."""
    exponent = code >> format.fraction & (1 << format.exponent) - 1
    fraction = code & (1 << format.fraction) - 1
    sign = "负" if code >> format.bits - 1 else "正"
    if exponent == (1 << format.exponent) - 1:
        return (f"{sign}无穷大", f"{'-' if sign == '负' else '+'}∞") if not fraction else ("非数（NaN）", "")
    if not exponent and not fraction:
        return f"{'-' if sign == '负' else '+'}0", ""
    coded = decode(code, format)
    value = coded.value
    power = value.denominator.bit_length() - 1
    if power <= 20 and abs(value) < 1 << 40:
        said = shown(value)
    else:
        odd = abs(value.numerator) // (value.numerator & -value.numerator)
        exponent_of_two = (abs(value.numerator) // odd).bit_length() - 1 - power
        said = f"{'-' if value < 0 else ''}{f'{odd}×' if odd > 1 else ''}2^({exponent_of_two})"
    return ("规格化数" if exponent else "非规格化数"), said


def solve(parameters: Parameters) -> Solution:
    """Each code in turn."""
    format = DOUBLE if parameters["width"] == 64 else SINGLE
    answers, steps = [], []
    for code in parameters["codes"]:
        kind, value = _kind(code, format)
        bits = f"{code:0{format.bits}b}"
        exponent = bits[1 : 1 + format.exponent]
        known = "全 0" if "1" not in exponent else "全 1" if "0" not in exponent else "既不全 0 也不全 1"
        fraction = "全 0" if "1" not in bits[1 + format.exponent :] else "不全 0"
        said = f"{kind}，值为 {value}" if value and "∞" not in value and parameters["values"] else kind
        answers.append(said)
        steps.append(f"`{code:0{format.bits // 4}X}H`：阶码 `{exponent}` {known}，尾数{fraction}，是{said}。")
    numbered = "；".join(f"（{place}）{said}" for place, said in enumerate(answers, 1)) if len(answers) > 1 else answers[0]
    return Solution(
        answer=numbered,
        also=("；".join(answers),),
        steps=paragraphs(*steps),
        conventions=("IEEE 754：阶码全 0 且尾数全 0 为 0，尾数不全 0 为非规格化数；阶码全 1 且尾数全 0 为无穷大，否则为 NaN",),
    )
