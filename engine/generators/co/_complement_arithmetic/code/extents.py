"""What a fixed-point format can hold, case by case: the ends and ranges of integers and fractions in a code, of either sign, normalised or not.

A text names its cases (`原码定点小数`, `补码规格化小数`) and what is wanted of them (`最大正数`, `负数范围`) in any order: what is asked before
the cases is asked of all of them, what is asked behind one of that one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import SIGN_BIT, Codes, width_told
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import stay_out

TASK = "ends of formats"
_KINDS = {"补": "two", "反": "ones", "原": "sign", "移": "excess", "无": "plain"}
_NAMES = {"two": "补码", "ones": "反码", "sign": "原码", "excess": "移码", "plain": "无符号"}
_KIND = re.compile(r"(?P<kind>补|反|原|移)码|无符号")
_FORM = re.compile(r"小数|整数(?!倍)")
_NORMAL = re.compile(r"(?<!非)规格化")
_PLACES = re.compile(
    r"[,(;]?(?:其中)?(?:(?:数|尾)?(?:尾数|数值)(?:部分|位)?(?:为|占|是|有)?(?P<a>\d{1,2})位[,、]?(?:数符|符号位?)(?:为|占|是)?1位|(?:数符|符号位?)(?:为|占|是)?1位[,、]?(?:尾数|数值)(?:部分|位)?(?:为|占|是|有)?(?P<b>\d{1,2})位)\)?"
)
# (pattern, name): the longer wording first.
_ASKS = (
    (r"(?:能|可)?(?:表示)?(?:的)?正(?:整|小)?数(?:的)?(?:表示|取值|数值)?(?:的)?范围", "positive range"),
    (r"(?:能|可)?(?:表示)?(?:的)?负(?:整|小)?数(?:的)?(?:表示|取值|数值)?(?:的)?范围", "negative range"),
    (r"(?:能|可)?(?:表示)?(?:的)?(?:数据?|整数|小数|数值|真值)?(?:的)?(?:可?表示|取值|数值)?(?:的)?(?:数的?)?范围", "range"),
    (r"(?<!绝对值)(?:非零|非0)?(?:的)?最小(?:的)?(?:非零|非0)?(?:的)?正(?:整|小)?数|绝对值最小的正(?:整|小)?数", "least positive"),
    (r"(?<!绝对值)最大(?:的)?负(?:整|小)?数|绝对值最小的负(?:整|小)?数", "most negative"),
    (r"(?<!绝对值)最小(?:的)?负(?:整|小)?数|绝对值最大的负(?:整|小)?数|(?<!绝对值)最小(?:的)?(?:数|值|整数|小数|真值)", "least"),
    (r"(?<!绝对值)最大(?:的)?正(?:整|小)?数|绝对值最大的正(?:整|小)?数|(?<!绝对值)最大(?:的)?(?:数|值|整数|小数|真值)", "most"),
)
_SAID = {
    "least positive": "最小正数",
    "most negative": "最大负数",
    "least": "最小",
    "most": "最大",
    "range": "范围",
    "positive range": "正数范围",
    "negative range": "负数范围",
}


class _Formats(Codes):
    """Formats and their ends."""

    words: ClassVar[str] = (
        Codes.words
        + " 定点 定点数 表示 所能 能够 能 可以 各种 情况 下列 以下 下 它 十进制 二进制 数 采用 规格化 非规格化 小数 整数 正数 负数 数据 数符 符号位 尾数 其中 均 答案 用 分别 一个字 字 写出 给出 机器数 设 时 问 若 则 用来"
    )
    refused: ClassVar[str] = (
        r"浮点|单精度|双精度|阶码|阶符|校验|BCD|地址|相加|相减|加法|减法|移位|左移|右移|溢出|float|double|754|多少个|几个|个数|(?:十六进制|16进制)|机器数(?:和|与|、|及)真值|编码(?:和|与|、|及)|个1|个0"
    )


@dataclass(slots=True)
class _Case:
    kind: str
    fraction: bool
    normal: bool
    asked: list[str] = field(default_factory=list)


def recognise(text: str) -> Recognition | None:
    """The cases of a text, each with what is asked of it."""
    if not patterns.search("范围|最[大小]|绝对值最", text) or not _KIND.search(text):
        return None
    if patterns.search(r"(?:数|值|者)的?(?:机器码|机器数|编码|二进制)(?:表示)?(?:分别|各)?[为是]?(?:多少|什么)", text):
        stay_out("the code of the least, not its value")
    text = patterns.sub(
        r"(?<=\d) (?=位)|(?<=位) (?=\d)|(?m:^)\s*\d\s*[.、)]\s*(?=[原补反移无])",
        "",
        patterns.sub(r"(?<=\d) ?bits?(?![A-Za-z])", "位", text),
    )
    places = {int(match["a"] or match["b"]) for match in _PLACES.finditer(text)}
    problem = _Formats(_PLACES.sub(",", text))
    problem.take_all(SIGN_BIT)
    width = width_told(problem)
    if len(places) == 1:
        told = places.pop() + 1
        if width not in (None, told):
            stay_out("places beside the sign")
        width = told
    if width is None or not 3 <= width <= 64:
        return None
    cases, everywhere = _cases(problem)
    problem.take_all(r"补码|原码|反码|移码|无符号|整数|小数|(?:非)?规格化")
    problem.settle()
    for case in cases:
        case.asked = list(dict.fromkeys(case.asked or everywhere))
    if not cases or any(not case.asked for case in cases):
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "width": width,
            "cases": [[case.kind, case.fraction, case.normal, case.asked] for case in cases],
        },
        understood=(
            ("字长", f"{width} 位，其中 1 位符号位" if any(case.kind != "plain" for case in cases) else f"{width} 位"),
            *((_name(case.kind, case.fraction, case.normal), "求" + "、".join(_SAID[one] for one in case.asked)) for case in cases),
        ),
    )


def _cases(problem: _Formats) -> tuple[list[_Case], list[str]]:
    """The cases in their order, and what is asked before the first of them, of all."""
    text = problem.rest
    asks: list[tuple[int, str]] = []
    left = text
    for pattern, name in _ASKS:
        for match in patterns.finditer(pattern, left):
            asks.append((match.start(), name))
        left = patterns.sub(pattern, lambda match: "\ue000" * len(match[0]), left)
        problem.take_asked(pattern)
    cases: list[_Case] = []
    everywhere: list[str] = []
    kind = ""
    fraction: bool | None = None
    normal = False
    open_ = False  # whether the case is still being told
    marks = [(match.start(), "kind", _KINDS[match[0][0]]) for match in _KIND.finditer(left)]
    marks += [(match.start(), "form", match[0][:2]) for match in _FORM.finditer(left)]
    marks += [(match.start(), "normal", "") for match in _NORMAL.finditer(left)]
    marks += [(place, "ask", name) for place, name in asks]
    marks += [(match.start(), "end", "") for match in patterns.finditer(r"[;。?\n]|\(\s*\d\s*\)", left)]
    for _, what, said in sorted(marks):
        if what == "end":
            open_, normal = False, False
        elif what == "ask":
            if cases:
                cases[-1].asked.append(said)
                open_ = False
            else:
                everywhere.append(said)
        else:
            if not open_:
                cases.append(_Case(kind, bool(fraction), normal))
                open_ = True
            case = cases[-1]
            if what == "kind":
                if case.kind and case.kind != said and case.asked == [] and kind == said:
                    stay_out("two codes in one case")
                case.kind = kind = said
            elif what == "form":
                case.fraction = fraction = said == "小数"
            else:
                case.normal = True
    if any(not case.kind for case in cases):
        stay_out("a case without a code")
    told = [case for case in cases if case.asked]
    return (cases if everywhere else told if len(told) == len(cases) else _merged(cases)), everywhere


def _merged(cases: list[_Case]) -> list[_Case]:
    """One case told in two sentences: `采用定点补码小数表示。求……`."""
    if len(cases) == 2 and not cases[0].asked and cases[0].kind == cases[1].kind:
        return [cases[1]]
    return stay_out("a case of which nothing is asked")


def _name(kind: str, fraction: bool, normal: bool) -> str:
    if kind == "plain":
        return "无符号小数" if fraction else "无符号整数"
    return f"{_NAMES[kind]}{'规格化' if normal else '定点'}{'小数' if fraction else '整数'}"


def _ends(width: int, kind: str, fraction: bool, normal: bool) -> dict[str, Fraction]:
    top = 1 << width - 1
    unit = Fraction(1, top) if fraction else Fraction(1)
    most = (top - 1) * unit
    if kind == "plain":
        unit = Fraction(1, 2 * top) if fraction else unit
        return {"least": Fraction(0), "most": (2 * top - 1) * unit, "least positive": unit}
    ends = {
        "most": most,
        "least positive": unit,
        "most negative": -unit,
        "least": -top * unit if kind in ("two", "excess") else -most,
    }
    if normal:
        if not fraction or kind == "excess":
            stay_out("normalised integers")
        half = Fraction(1, 2)
        ends["least positive"] = half
        # In two's complement -1/2 has two like digits and is none.
        ends["most negative"] = -half - unit if kind == "two" else -half
    return ends


def _power(value: Fraction, width: int) -> str:
    """A value by powers of two, as textbooks write it."""
    sign, size = ("-" if value < 0 else ""), abs(value)
    if size.denominator == 1:
        number = int(size)
        if number < 1024:
            return f"{sign}{number}"
        if number & (number - 1) == 0:
            return f"{sign}2^{number.bit_length() - 1}"
        return f"{sign}(2^{number.bit_length()}-1)" if sign else f"2^{number.bit_length()}-1"
    places = size.denominator.bit_length() - 1
    if size == Fraction(1, 2):
        return f"{sign}1/2"
    if size.numerator == 1:
        return f"{sign}2^-{places}"
    if size.numerator == size.denominator - 1:
        return f"{sign}(1-2^-{places})" if sign else f"1-2^-{places}"
    return f"{sign}(1/2+2^-{places})" if sign else f"1/2+2^-{places}"


def solve(parameters: Parameters) -> Solution:
    """Each of what is asked of each case."""
    width = parameters["width"]
    parts, plain, flat, steps = [], [], [], []
    for kind, fraction, normal, asked in parameters["cases"]:
        ends = _ends(width, kind, fraction, normal)
        said = []
        for one in asked:
            pair = {
                "range": ("least", "most"),
                "positive range": ("least positive", "most"),
                "negative range": ("least", "most negative"),
            }.get(one, (one,))
            if any(end not in ends for end in pair):
                stay_out("negative numbers without a sign")
            if one == "range" and normal:
                stay_out("the range of normalised numbers has a gap")
            powers = [_power(ends[end], width) for end in pair]
            figures = [f"{int(ends[end])}" if ends[end].denominator == 1 else power for end, power in zip(pair, powers, strict=True)]
            shown = "～".join(figures)
            said.append(shown if one == "range" else f"{_SAID[one]} {shown}")
            flat.append("~".join(figures))
            plain.append("~".join(powers))
        prefix = f"{_name(kind, fraction, normal)} " if len(parameters["cases"]) > 1 else ""
        parts.append(prefix + "，".join(said))
        steps.append(f"{_name(kind, fraction, normal)}：{'，'.join(said)}")
    answer = "；".join(parts)
    bare = "，".join(plain)
    return Solution(
        answer=answer,
        also=(bare, bare.replace("^", ""), "，".join(flat), bare.replace("1/2+2^-", "2^-1+2^-")),
        steps=paragraphs("1 位符号位，其余是数值位；补码比原码、反码多表示一个最小的数。", numbered(steps), answer),
    )
