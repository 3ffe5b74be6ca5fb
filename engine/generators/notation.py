"""An answer in the notation that is asked for: `物理地址是多少（用十进制表示）` is not answered with 1E5CH, nor `掩码用十六进制怎么写` with 255.255.255.240."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.pasted.normalising import normalise

_FIGURE = "(?:地址|结果|真值|机器数|值)"
_ASKED = (
    (rf"十进制(?:形式|数)?的?(?:物理|逻辑|线性)?{_FIGURE}|[用以写化转]成?十进制|{_FIGURE}[^,;。()\d]{{0,4}}\(十进制\)", r"-?\d+(?:\.\d+)?"),
    (rf"[用以写化转]成?二进制(?!编码|位|补码)|{_FIGURE}[^,;。()\d]{{0,4}}\(二进制\)", r"[01]{2,}B?"),
)
_BITS = r"(?P<name>[\u4e00-\u9fff]{2,4}) (?P<bits>[01]{5,11})(?![\d.])"
_HEXADECIMAL = r"(?=.*\d)[0-9A-F]+H|0x[0-9A-Fa-f]+"

_BASES = {"二": 2, "八": 8, "十": 10, "十六": 16}
_BASE = "(十六|[二八十])进制"
# Where a notation is one to answer in, and not that of a figure that is told (`逻辑地址3000(十进制)`, `十进制数-0.75`).
_ANSWER_IN = re.compile(
    rf"(?<![\dA-Fa-fHh])\(\s*(?:请|要求|结果|答案|均|都|全部|用|以|写成)*{_BASE}(?:数|形式|格式|表示|写出|给出|作答|值)*\s*\)(?![^,;。?]{{0,6}}[\dA-F])|"
    rf"(?:^|[,?])\s*{_BASE}(?:数|形式|格式)*(?:写出来|怎么写|如何写|表示|给出|呢|是?多少)?(?=[?。,;]|$)|"
    rf"(?:用|以|按|[写化转换]成|[写化转]为|转换[成为]|表示[成为])(?:无符号|IEEE ?754|单精度|双精度|的|\s)*{_BASE}(?:数|形式|格式|表示|怎么写|写出?|来|的|给出|作答|呢|是|为)*(?=[?。,;)]|多少|什么|$)|"
    rf"(?:值|数|地址|码|校验位|结果|字段|帧|和|差|[a-zA-Z])的?{_BASE}(?:数|形式|格式|表示|值)*(?:怎么写|如何写|写出来|呢|(?:各?是|为)?(?:多少|什么)|(?=[?。,;]|$))"
)
_PART = re.compile(r"[；;，、,]")
_DOTTED = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d./])"
_HEX = r"(?<![0-9A-Za-z])(?:(?=[0-9A-F]*\d|[A-F]+H)[0-9A-F]+H|0x[0-9A-Fa-f]+)(?![0-9A-Za-z])"
_ROW_OF_BITS = r"(?<![\d.…A-Za-z])[01]{4,}(?![\d.…A-Za-z])"
_WHOLE = r"(?<![=\d.…A-Za-z^)）/+-])-?\d+(?![\d.…A-Za-z^(（/+-]|\s?[\u4e00-\u9fffA-Za-z])"
_FIGURES = (_DOTTED, _HEX, _ROW_OF_BITS, _WHOLE)
_IN_BASE = {
    2: rf"{_ROW_OF_BITS}|(?<!\d)-?[01]+B|(?<![\d.])[01]\.[01]+(?![\d.])",
    8: r"[0-7]+(?:O|Q|（八进制）)",
    10: r"(?<![0-9A-Za-z])-?\d+(?:\.\d+)?(?![0-9A-Za-z])",
    16: rf"{_HEX}|(?<![\dA-Za-z])[0-9A-F]{{2}}(?: [0-9A-F]{{2}}){{2,}}(?![\dA-Za-z])",  # or a row of bytes
}


def in_notation_asked(text: str, solution: Solution) -> Solution | None:
    """The solution with its answer in the notation that the last sentence of a text asks for; None where it does not know it so.

    `text`: as it was pasted, for remarks such as `（用十进制表示）` are taken off before it is read. Looked at are an answer that is a
    single hexadecimal figure, and a named row of bits (`阶码 01111101`) whose name is asked for in decimal notation.
    """
    if (bits := patterns.search(_BITS, solution.answer)) and patterns.search(rf"{bits['name']}[^,;。?]{{0,12}}[(（]十进制[)）]", text):
        return replace(solution, answer=solution.answer.replace(bits[0], f"{bits['name']} {int(bits['bits'], 2)}"))
    if not patterns.fullmatch(_HEXADECIMAL, solution.answer):
        return solution
    said = normalise(text).strip()
    question = said[max(said.rfind(mark, 0, len(said) - 1) for mark in "。;\n") + 1 :]
    if "十六进制" in question:
        return solution
    for asks, figure in _ASKED:
        if patterns.search(asks, question):
            fitting = next((wording for wording in solution.also if patterns.fullmatch(figure, wording)), None)
            return None if fitting is None else replace(solution, answer=fitting, also=(solution.answer, *solution.also))
    return solution


def rewritten_in_notation_asked(text: str, solution: Solution) -> Solution | None:
    """The solution with the only figure of its answer in the notation that the end of a text asks for; None where it has no such figure.

    `text`: as it was pasted.
    """
    said = normalise(text).strip()
    question = said[max(said.rfind(mark, 0, len(said) - 1) for mark in "。;\n") + 1 :]
    asked = list(_ANSWER_IN.finditer(question))
    bases = {_BASES[next(base for base in found.groups() if base)] for found in asked}
    if len(bases) != 1:
        return solution  # nothing, or each of several things in its own
    base = bases.pop()
    if (
        (bits := patterns.search(_BITS, solution.answer))
        and base == 16
        and patterns.search(rf"{bits['name']}[^,;。?]{{0,6}}$", question[: asked[0].start()])
    ):
        return replace(solution, answer=solution.answer.replace(bits["bits"], f"{int(bits['bits'], 2):X}H"))
    if patterns.search(_IN_BASE[base], solution.answer):
        return solution
    if patterns.search(r"[,?][^,?]*(?:[\u4e00-\u9fff]|[A-Z]){2}", question[asked[-1].end() :]):
        return None  # something else is asked behind it
    spans = list({found.span() for pattern in _FIGURES for found in patterns.finditer(pattern, solution.answer)})
    if (
        base != 10
        and len(spans) == 1
        and not patterns.fullmatch("1[01]{,4}", solution.answer[slice(*spans[0])])
        and len(_PART.split(solution.answer)) == 1
    ):
        start, end = spans[0]
        if solution.answer[start] == "-" and base != 10 and "真值" not in solution.answer:
            return None  # its code, or its magnitude with the sign
        written = _written(solution.answer[start:end], base)
        answer = solution.answer[:start] + written + solution.answer[end:]
    elif base == 8 and (octal := patterns.fullmatch(r"(?P<name>[^=；，]+= )(?P<bits>[01]+)（[0-9A-F]+H）", solution.answer)):
        answer = octal["name"] + _written(octal["bits"], base)
    else:
        return None
    return replace(
        solution, answer=answer, also=(solution.answer, *solution.also), steps=f"{solution.steps}\n\n{solution.answer} 写成 {answer}。"
    )


def _written(figure: str, base: int) -> str:
    """A figure of an answer in another notation."""
    if "." in figure:  # an address, byte by byte
        each = [int(byte) for byte in figure.split(".")]
        ways: dict[int, Callable[[], str]] = {
            2: lambda: ".".join(f"{byte:08b}" for byte in each),
            8: lambda: ".".join(f"{byte:o}" for byte in each),
            16: lambda: "".join(f"{byte:02X}" for byte in each) + "H",
        }
        return ways[base]()
    digits, width = figure, 0
    if patterns.fullmatch(_HEX, figure):
        digits = figure.removeprefix("0x").removesuffix("H")
        value, width = int(digits, 16), 4 * len(digits)
    elif patterns.fullmatch(_ROW_OF_BITS, figure):
        value, width = int(digits, 2), len(digits)
    else:
        value = int(digits)
    sign = "-" if value < 0 else ""
    if base == 2:
        return f"{value:0{width}b}" if width else f"{sign}{abs(value):b}B"
    if base == 8:
        return f"{sign}{abs(value):0{-(-width // 3)}o}（八进制）"
    return f"{sign}{abs(value):0{-(-width // 4)}X}H"
