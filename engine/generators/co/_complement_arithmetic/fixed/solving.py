"""Sums, products and quotients of fixed-point numbers: codes, values, overflow, with their working."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.generators.co._complement_arithmetic.fixed.numbers import code, shown, wrapped_code
from engine.generators.co._complement_arithmetic.fixed.products import product
from engine.generators.co._complement_arithmetic.fixed.quotients import quotient
from engine.generators.co._complement_arithmetic.fixed.reading import expression_said
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_SIGNS = {"two": "补", "sign": "原", "ones": "反"}


@dataclass(frozen=True, slots=True)
class Case:
    """The numbers of one case, and the digits behind the sign that all of them have."""

    values: dict[str, Fraction]
    form: str
    written: str
    places: int


def _case(numbers: dict[str, list[str]], places: int | None) -> Case:
    entries = {name: entry for name, entry in numbers.items() if name != "op"}
    values = {name: Fraction(entry[0]) for name, entry in entries.items()}
    forms = {entry[2] for entry in entries.values()}
    written = {entry[3] for entry in entries.values()}
    form = forms.pop()
    needed = max(
        int(entry[1]) if entry[1] else (value.denominator.bit_length() - 1 if form == "fraction" else abs(int(value)).bit_length())
        for entry, value in zip(entries.values(), values.values(), strict=True)
    )
    if places is not None and (
        needed > places if form == "fraction" else not all(-(1 << places) <= value < 1 << places for value in values.values())
    ):
        stay_out("more digits than the code holds")
    if len(written) > 1:
        stay_out("numbers in two bases")
    return Case(values, form, written.pop(), places if places is not None else needed)


def _sum(case: Case, terms: list[list[str]], kind: str, signs: int, overflow: bool) -> tuple[str, list[str], list[str]]:
    """The answer of a sum, the same in other words, and the working."""
    name = expression_said("+", terms)
    total = sum((Fraction(factor) * case.values[one] for factor, one in terms), Fraction(0))
    limit = Fraction(1) if case.form == "fraction" else Fraction(1 << case.places)
    kept = wrapped_code(total, case.form, case.places, signs)
    lines = []
    for factor, one in terms:
        part = Fraction(factor) * case.values[one]
        label = expression_said("+", [[factor, one]])
        lines.append(f"[{label}]补为 `{wrapped_code(part, case.form, case.places, signs)}`")
    lines.append(f"相加（最高位的进位丢掉）得 [{name}]补 `{kept}`")
    exceeds = not -limit <= total < limit
    if exceeds:
        if kind in ("sign", "ones"):
            stay_out("a code of an overflow")
        what = "正溢出" if total > 0 else "负溢出"
        lines.append(
            f"两位符号位为 `{kept[:2]}`，不同，{what}"
            if signs == 2
            else f"结果超出 {case.places + 1} 位补码所能表示的范围，{what}（两个加数同号，和的符号与之相反）"
        )
        return f"[{name}]补 = {kept}，溢出（{what}）", [kept, what, "溢出"], lines
    value = shown(total, case.form, case.places, case.written)
    if kind in ("sign", "ones"):
        lines.append(f"真值 `{value}`")
        made = code(total, case.form, case.places, kind, signs)
        return f"[{name}]{_SIGNS[kind]} = {made}" + ("，不溢出" if overflow else ""), [made], lines
    if signs == 2:
        lines.append(f"两位符号位为 `{kept[:2]}`，相同，不溢出")
    lines.append(f"真值 `{value}`")
    both = f"[{name}]补 = {kept}" + ("" if kind else f"，{name} = {value}")
    return both + ("，不溢出" if overflow else ""), [kept, value, f"{kept}，不溢出", f"{value}，不溢出"], lines


def _number(case: Case, terms: list[list[str]], kind: str, signs: int) -> tuple[str, list[str], list[str]]:
    name = expression_said("number", terms)
    value = Fraction(terms[0][0]) * case.values[terms[0][1]]
    if kind == "value":
        said = shown(value, case.form, case.places, case.written)
        plain = str(value) if case.form == "fraction" else str(int(value))
        return f"{name} = {said}" + (f"（{plain}）" if plain != said else ""), [said, plain], [f"按所给编码的定义，{name} 为 `{said}`"]
    lowest = -(1 if case.form == "fraction" else 1 << case.places)
    if kind in ("sign", "ones") and value == lowest:
        label = "原码" if kind == "sign" else "反码"
        return f"[{name}]{_SIGNS[kind]} 不存在", ["不存在"], [f"{label}表示不了最小的数"]
    made = code(value, case.form, case.places, kind, signs if kind == "two" else 1)
    why = {
        "two": "补码：正数与原码相同，负数的数值位取反、末位加 1（求 [−x]补则连同符号位一起取反加 1）",
        "sign": "原码：符号位加绝对值",
        "ones": "反码：负数的数值位各位取反",
    }[kind]
    return f"[{name}]{_SIGNS[kind]} = {made}", [made], [f"{why}：`{made}`"]


def _one(case: Case, one: list[Any], op: str, parameters: Parameters) -> tuple[list[str], list[str], list[str]]:
    operator, terms, kind = one
    if operator == "inline":
        sign = {"•": "×", "·": "×", "⋅": "×", "∙": "×", "*": "×"}.get(op, op)
        terms = [["1", "x"], ["-1" if sign == "-" else "1", "y"]]
        operator, kind = sign, ""
    if operator == "number":
        answer, also, lines = _number(case, terms, kind, parameters["signs"])
    elif operator in "+-":
        answer, also, lines = _sum(case, terms, kind, parameters["signs"], parameters["overflow"])
    else:
        (_, first), (_, second) = terms
        name = expression_said("×" if operator not in "÷/" else "÷", terms)
        work = quotient if operator in "÷/" else product
        answers, also, lines = work(
            name, case.values[first], case.values[second], case.form, case.places, case.written, kind, parameters["methods"]
        )
        return answers, also, lines
    return [answer], also, lines


def solve(parameters: Parameters) -> Solution:
    """Every case's answers in order."""
    cases = [_case(numbers, parameters.get("places")) for numbers in parameters["cases"]]
    told, plain, steps = [], [], []
    for place, (case, numbers) in enumerate(zip(cases, parameters["cases"], strict=True), 1):
        answers: list[str] = []
        lines: list[str] = []
        short: list[list[str]] = []
        for one in parameters["asked"]:
            said, forms, worked = _one(case, one, numbers.get("op", [""])[0], parameters)
            answers += said
            short.append(forms)
            lines += worked
        if "op" in numbers:
            answers = [answer.replace("x+y", "和").replace("x-y", "差").replace("x×y", "积").replace("x÷y", "商") for answer in answers]
            lines = [line.replace("[x+y]补", "和的补码").replace("[x-y]补", "差的补码") for line in lines]
        told.append("；".join(answers))
        plain.append(short)
        steps.append(
            (f"（{place}）\n\n" if len(cases) > 1 else "") + "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
        )
    also: list[str] = []
    if len(plain) == 1 and len(plain[0]) == 1:
        also = plain[0][0]
    elif len(plain) == 1:
        also = ["，".join(one[level] for one in plain[0]) for level in range(min(len(one) for one in plain[0]))]
    answer = "；".join(f"（{place}）{one}" for place, one in enumerate(told, 1)) if len(told) > 1 else told[0]
    conventions = []
    if parameters["signs"] == 2:
        conventions.append("双符号位：00 为正，11 为负，01 正溢出，10 负溢出")
    if "alternate complements" in parameters["methods"]:
        conventions.append("补码除法的商末位恒置 1")
    return Solution(answer=answer, also=tuple(also), steps=paragraphs(*steps), conventions=tuple(conventions))
