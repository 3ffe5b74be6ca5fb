"""Floating-point codes compared, and numbers that a format holds exactly or not: read and solved."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._ieee754.floats import DOUBLE, SINGLE, decode, shown
from engine.generators.co._ieee754.words import HEX, PLAIN, SCALED, Floats, code_of, format_of, scaled_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

_NAME = r"(?<![A-Za-z0-9])(?:[A-Za-z]\d?)(?![A-Za-z0-9])"
_AND = r"\s*(?:和|与|及|、|,|跟)\s*"


def compared(text: str) -> Recognition | None:
    """Two codes in single precision: which number is the greater."""
    problem = Floats(text)
    format = format_of(problem)
    if format not in ("单精度", None) or (format is None and "754" not in text):
        return None
    asked = problem.take_asked(
        rf"(?:比较)?(?:一下)?(?:{_NAME}{_AND}{_NAME})?(?:的|两者|二者|它们)*(?:谁|哪一?个)(?:的)?(?:数|值)*(?:更|较)?大(?:一些|些)?|{_NAME}{_AND}{_NAME}之间(?:的)?(?:大小)?关系(?:是|为)?(?:什么|如何)?|(?:{_NAME}{_AND}{_NAME}(?:之间)?)?(?:的)?大小(?:关系)(?:是|为)?(?:什么|如何|怎样)?|比较(?:{_NAME}{_AND}{_NAME}|两者|二者|两个数)?(?:的)?大小"
    )
    if not asked:
        return None
    codes = list(caseless(HEX).finditer(problem.rest))
    if len(codes) != 2 or any(code_of(match)[1] != 32 for match in codes):
        return None
    values = [code_of(match)[0] for match in codes]
    names: list[str] = []
    # What a register holds is the value of the variable that is said to be in it.
    held = {
        match["register"].lower(): match["name"].lower()
        for match in problem.take_all(rf"(?:变量)?(?P<name>{_NAME})\s*(?:存放?|放|位于|保存)?(?:在|于)\s*(?P<register>{_NAME})(?:中|里)?")
    }
    for match in problem.take_all(
        rf"(?:变量)?(?P<a>{_NAME}){_AND}(?P<b>{_NAME})\s*(?:分别|依次)\s*(?:存放?|放|位于|保存)?(?:在|于)?\s*(?:\ue000|的|浮点|32位)*寄存器\s*(?P<c>{_NAME}){_AND}(?P<d>{_NAME})(?:中|里)?"
    ):
        held |= {match["c"].lower(): match["a"].lower(), match["d"].lower(): match["b"].lower()}
    codes = list(caseless(HEX).finditer(problem.rest))
    before = problem.rest[: codes[0].start()]
    named = patterns.search(rf"(?P<one>{_NAME}){_AND}(?P<two>{_NAME})[^,;。?]*$", before, re.IGNORECASE)
    between = problem.rest[codes[0].end() : codes[1].start()]
    single = patterns.search(rf"(?P<name>{_NAME})\)?\s*(?:=|为|是|:|的?(?:机器数|内容)\w{{0,4}})*\s*$", before, re.IGNORECASE)
    second = patterns.search(rf"(?P<name>{_NAME})\)?\s*(?:=|为|是|:|的?(?:机器数|内容)\w{{0,4}})*\s*$", between, re.IGNORECASE)
    if single and second:
        names = [single["name"], second["name"]]
    elif named and patterns.fullmatch(_AND, between):
        names = [named["one"], named["two"]]
    else:
        return None
    names = [held.get(name.lower(), name.lower()) for name in names]
    problem.take_spans([match.span() for match in codes])
    problem.take_all(rf"(?:浮点)?寄存器|{_NAME}|=")
    problem.settle()
    if names[0] == names[1]:
        return None
    return Recognition(
        parameters={"task": "compared", "names": names, "codes": values},
        understood=(("机器数", "、".join(f"{name} = {value:08X}H" for name, value in zip(names, values, strict=True))), ("求", "哪个大")),
    )


def exact(text: str) -> Recognition | None:
    """Which of the options a format holds exactly, or does not."""
    problem = Floats(text)
    format = format_of(problem)
    wanted = problem.take_asked(
        r"(?P<not>不能|无法|不可以?|不)?(?:可以?|能够?)?(?:用|被|以)?(?:\s|\ue000|格式|浮点|浮点数|标准|的|数|来|进行|,)*(?:精确|准确)(?:地)?(?:表示)(?:出来)?(?:的)?(?:数)?(?:是|有|为)?(?:哪一?个|什么)?"
    )
    if len(wanted) != 1 or (format is None and "754" not in text):
        return None
    problem.take_all(r"下列(?:数值|数据|十进制数|各数|数|选项)?(?:中|里)?|以下(?:数|数值)?(?:中)?")
    problem.settle()
    return Recognition(
        parameters={"task": "exact", "format": format or "", "not": bool(wanted[0]["not"])},
        understood=(("格式", f"IEEE 754 {format or '单精度或双精度'}"), ("求", "不能精确表示的" if wanted[0]["not"] else "能精确表示的")),
    )


def option_value(text: str) -> Fraction:
    """The number of an option.

    Raises:
        StayOut: it is none.
    """
    plain = text.strip().replace("−", "-")
    if found := patterns.fullmatch(SCALED, plain):
        return scaled_of(found)
    if (found := patterns.fullmatch(PLAIN, plain)) and not found["v"].endswith("/0"):
        return Fraction(found["v"].replace(" ", ""))
    return stay_out(f"no number: {text}")


def _held(value: Fraction, fraction: int, bias: int) -> bool:
    """Whether a format holds a number exactly, subnormal numbers among them."""
    if not value:
        return True
    if value.denominator & value.denominator - 1:
        return False
    magnitude = abs(value)
    power = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    if Fraction(2) ** power > magnitude:
        power -= 1
    last = Fraction(2) ** (max(power, 1 - bias) - fraction)
    return power <= bias and bool((magnitude / last).denominator == 1)


def solve_exact(parameters: Parameters) -> Solution:
    """A number is held exactly if its binary digits end within the fraction."""
    formats = [one for one in (SINGLE, DOUBLE) if parameters["format"] in ("", one.name)]

    def fits(option: str) -> bool:
        value = option_value(option)
        held = {_held(value, one.fraction, one.bias) for one in formats}
        if len(held) != 1:
            stay_out("held by one of the formats only")
        return held.pop() != bool(parameters["not"])

    return Solution(
        answer="",
        steps="化成二进制后，小数位有限、且有效位不超过尾数位数（连同隐藏的 1）的才能精确表示。",
        fits=fits,
    )


def solve_compared(parameters: Parameters) -> Solution:
    """Both numbers read out of their codes."""
    one, other = parameters["names"]
    try:
        coded = [decode(code) for code in parameters["codes"]]
    except ValueError as error:
        stay_out(str(error))
    first, second = (code.value for code in coded)
    if first == second:
        stay_out("the same number")
    greater, less = (one, other) if first > second else (other, one)
    sign = ">" if first > second else "<"
    signs = "相同" if coded[0].sign == coded[1].sign else "不同"
    lines = [
        f"{name} 的数符为 {code.sign}，阶码字段为 {code.exponent}，指数为 {code.power}"
        + (f"，值为 {shown(code.value)}。" if abs(code.power) < 24 else "。")
        for name, code in zip((one, other), coded, strict=True)
    ]
    return Solution(
        answer=f"{greater} 大",
        steps=paragraphs(*lines, f"{greater} 比 {less} 大。"),
        also=(
            f"{greater}大",
            f"{greater}",
            f"{one}{sign}{other}",
            *(
                f"{one}{word}{other}{end}"
                for word in (sign, "大于" if sign == ">" else "小于")
                for end in ("", f"且符号{signs}", f" 且符号{signs}")
            ),
        ),
    )
