"""An answer in the notation that is asked for: `物理地址是多少（用十进制表示）` is not answered with 1E5CH."""

from __future__ import annotations

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
