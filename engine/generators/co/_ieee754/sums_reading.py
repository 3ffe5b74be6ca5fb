"""Reading problems about the sum or the difference of two floating-point numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.co._ieee754.words import HEX, PLAIN, Floats, code_of, format_of
from engine.generators.kind import Recognition

_NAME = r"(?<![A-Za-z0-9])[A-Za-z]\d?(?![A-Za-z0-9])"
# "求 f1、f2 以及 x+y 结果的机器数", "(1) 求两数的真值": the operands themselves, too.
_OPERANDS = (
    rf"(?:求|写|给出|计算|问|指出)[^,;。?!:\n\d]{{0,8}}?(?:变量|寄存器|浮点数)*(?:{_NAME}\s*(?:和|、|与|及|,)\s*{_NAME}(?!\s*[-+])|两个?(?:浮点|操作|加)?数|它们)"
    r"(?:中|里|所|存放|浮点数|的|各自|分别|单精度|\ue000|IEEE|754|格式|标准|内容|十六进制|在|寄存器|浮点)*(?P<what>真值|十进制数?值?|数值|机器数|机器码|表示|编码|内容)?(?:\(?(?:十六进制|十进制)\)?)?"
)


def added(text: str) -> Recognition | None:
    """The sum or the difference of two floats, or a float times a power of two."""
    problem = Floats(text)
    came = bool(problem.take_all(r"\(\s*int\s*\)"))
    format = format_of(problem)
    if format != "单精度" or came:
        return None
    operands: list[tuple[int, str, Any]] = []
    codes = list(patterns.finditer(HEX, problem.rest, re.IGNORECASE))
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        value, width = code_of(match)
        if width != 32:
            return None
        operands.append((match.start(), "code", value))
    factor: Fraction | None = None
    equation = problem.take_asked(
        r"(?<![A-Za-z])(?P<y>[a-z])\s*=\s*(?:(?P<times>\d+)\s*[×*·]?\s*(?P<x>[a-z])(?![A-Za-z])|(?P<x2>[a-z])\s*(?:[×*]\s*(?P<times2>\d+)|/\s*(?P<over>\d+)))(?!\s*[-+*/×\d])|(?:变量)?(?P<y2>[a-z])(?:的值)?(?:是|为)(?:变量)?(?P<x3>[a-z])(?:的值)?(?:的)?(?:(?P<times3>\d+)\s*倍|1/(?P<over2>\d+))|(?:它|x)?(?:乘以|×)(?P<times4>\d+)(?:之?后)?|(?:它|x)?(?:除以)(?P<over3>\d+)(?:之?后)?"
    )
    if equation:
        one = equation[0]
        times = next((int(one[name]) for name in ("times", "times2", "times3", "times4") if one[name]), 1)
        over = next((int(one[name]) for name in ("over", "over2", "over3") if one[name]), 1)
        factor = Fraction(times, over)
        if (
            factor <= 0
            or factor.numerator & (factor.numerator - 1)
            or factor.denominator & (factor.denominator - 1)
            or len({(match["times"], match["over"]) for match in equation}) > 1
        ):
            return None
    else:
        for match in problem.take_all(rf"(?:\(|[XxYy]\s*=\s*)*{PLAIN}(?:\)10)?"):
            operands.append((match.start(), "value", Fraction(match["v"].replace(" ", ""))))
    each = problem.take_asked(_OPERANDS)
    if len(each) > 1:
        return None
    # `x-y`, `f1+f2`: the names come in the order of the numbers, or the difference would be another.
    if named := problem.take_asked(
        r"(?<![A-Za-z0-9])(?:(?P<a>[A-Za-z])(?P<n>\d?))\s*(?P<sign>[-+])\s*(?:(?P<b>[A-Za-z])(?P<m>\d?))(?![A-Za-z0-9])"
    ):
        pairs = {(match["a"].lower() + match["n"], match["b"].lower() + match["m"]) for match in named}
        if len(pairs) != 1 or next(iter(pairs))[0] >= next(iter(pairs))[1]:
            return None
    signs = dict.fromkeys(match["sign"] for match in named)
    if problem.take_asked(r"(?<=\ue000)\s*-\s*(?=\ue000)|减去|相减|之差"):
        signs["-"] = None
    if problem.take_asked(r"(?<=\ue000)\s*\+\s*(?=\ue000)|相加|加起来|求和|之和|加法"):
        signs["+"] = None
    sign = "".join(signs)
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"对阶(?:时)?(?:是)?(?:哪个数|谁)(?:右移|移|的尾数右移)(?:几|多少)位", "shift"),
        (r"(?:结果)?(?:的)?(?:真值|十进制(?:真值|数值|值|数)?|数值|(?<=的)值)(?:是|为|等于)*(?:多少|几)?", "value"),
        (
            r"(?:结果|和|差|的|z|y|求|内容)*(?:的)?(?:机器数|机器码|(?:IEEE)?\ue000*(?:格式|标准)?(?:的)?(?:十六进制|16进制)(?:机器数|表示|形式)?|编码|内容|表示)(?:\([^()]{0,16}\))?(?:是|为)?(?:多少|什么|几)?(?:\(十六进制\))?",
            "code",
        ),
    ):
        for match in problem.take_asked(pattern):
            # `the machine code of y is 40A00000H` tells it.
            if not (name == "code" and patterns.match(r"\s*(?:分别|各)?(?:为|是|=|:)*\s*\ue000", problem.rest[match.end() :])):
                asked.append((match.start(), name))
    problem.take_all(
        r"(?:浮点)?寄存器\s*(?:FR|F|R|f)\d{0,2}(?![\dA-Za-z])|(?<![A-Za-z\d])(?:FR|R|F|f)\d{1,2}(?![\dA-Za-z])|(?<![A-Za-z])[xXyYzfab](?![A-Za-z])|=|求和|结果|和|差"
    )
    problem.settle()
    operands.sort()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names and patterns.search("值|等于", problem.text):
        return None
    names = names or ["code"]
    if factor is not None:
        if len(operands) != 1 or operands[0][1] != "code" or sign or names != ["code"]:
            return None
        return Recognition(
            parameters={"task": "scaled", "code": operands[0][2], "factor": str(factor), "format": format},
            understood=(("机器数", f"{operands[0][2]:08X}H"), ("求", f"乘以 {factor}")),
        )
    if len(operands) != 2 or not sign:
        return None
    of_operands = ""
    if each:
        what = each[0]["what"] or ""
        of_operands = "value" if patterns.search("真值|十进制|数值", what) else "code" if what else names[0]
        # What is given of an operand is not asked for: the values are asked of codes, and the codes of values.
        if of_operands not in ("value", "code") or any((kind == "code") == (of_operands == "code") for _, kind, _ in operands):
            return None
    return Recognition(
        parameters={
            "task": "added",
            "kinds": [kind for _, kind, _ in operands],
            "operands": [str(value) for _, _, value in operands],
            "each": of_operands,
            "sign": sign,
            "asked": names,
            "format": format,
        },
        understood=(
            ("两个数", "、".join(f"{value:08X}H" if kind == "code" else str(value) for _, kind, value in operands)),
            ("运算", sign),
        ),
    )
