"""C expressions of ints, floats and doubles whose values are told: which comparisons hold, what a sum in that order is."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from engine.generators import patterns
from engine.generators.co._ieee754.floats import DOUBLE, SINGLE, encode, shown
from engine.generators.co._ieee754.words import SCALED, Floats, scaled_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_TYPE = r"(?:int|float|double)"
_TOKEN = re.compile(rf"\s*(?P<cast>\(\s*{_TYPE}\s*\))|\s*(?P<sign>==|!=|[-+()])|\s*(?P<name>[a-z]\d?)(?![a-z])", re.IGNORECASE)
_EXPRESSION = r"(?:\(\s*(?:int|float|double)\s*\)|[-+()\s]|==|!=|(?<![A-Za-z])[a-z]\d?(?![A-Za-z]))+"


class Number(NamedTuple):
    """A value and its type."""

    type: str
    value: Fraction


def _stored(type: str, value: Fraction) -> Number:
    """A value as a variable of that type keeps it.

    Raises:
        StayOut: it does not fit.
    """
    if type == "int":
        whole = Fraction(int(value))
        return Number(type, whole) if -(1 << 31) <= whole < 1 << 31 else stay_out("an int that overflows")
    if value == 0:
        return Number(type, value)
    try:
        return Number(type, encode(value, SINGLE if type == "float" else DOUBLE).value)
    except ValueError as error:
        return stay_out(str(error))


_RANKS = ("int", "float", "double")


def _worked(expression: str, variables: dict[str, Number]) -> Number | bool:
    """The value of an expression, every operation rounded to its type."""
    tokens: list[tuple[str, str]] = []
    place = 0
    while expression[place:].strip():
        found = _TOKEN.match(expression, place)
        if found is None:
            stay_out(expression)
        kind = str(found.lastgroup)
        tokens.append((kind, patterns.sub(r"[()\s]", "", found[kind]) if kind == "cast" else found[kind].strip()))
        place = found.end()

    def sum_of() -> Number:
        left = one()
        while tokens and tokens[0][1] in ("+", "-"):
            sign = tokens.pop(0)[1]
            right = one()
            type = max(left.type, right.type, key=_RANKS.index)
            a, b = _stored(type, left.value).value, _stored(type, right.value).value
            left = _stored(type, a + b if sign == "+" else a - b)
        return left

    def one() -> Number:
        if not tokens:
            stay_out(expression)
        kind, said = tokens.pop(0)
        if kind == "cast":
            return _stored(said.lower(), one().value)
        if said == "-":
            inner = one()
            return Number(inner.type, -inner.value)
        if said == "(":
            inner = sum_of()
            if not tokens or tokens.pop(0)[1] != ")":
                stay_out(expression)
            return inner
        if kind == "name" and said in variables:
            return variables[said]
        return stay_out(f"{said} is not told")

    left = sum_of()
    if tokens and tokens[0][1] in ("==", "!="):
        sign = tokens.pop(0)[1]
        right = sum_of()
        if tokens:
            stay_out(expression)
        type = max(left.type, right.type, key=_RANKS.index)
        same = _stored(type, left.value) == _stored(type, right.value)
        return same if sign == "==" else not same
    if tokens:
        stay_out(expression)
    return left


def recognise(text: str) -> Recognition | None:
    """Variables with types and values; comparisons of which the true ones are asked for, or sums whose values are."""
    problem = Floats(text)
    problem.take_all(
        r"\(?int(?:型)?(?:数据)?(?:采?用|以)补码表示[,、]?(?:和)?(?:float(?:和|、)double(?:型)?(?:数据)?(?:分别)?(?:采?用|以)?(?:IEEE)?\s*754?\s*(?:标准)?(?:的)?单精度(?:和|、)双精度(?:浮点数?)?(?:格式)?(?:(?:浮点)?数据?)?(?:格式)?表示)?\)?"
    )
    types: dict[str, str] = {}
    if listed := problem.take(
        rf"(?:变量)?(?P<names>[a-z]\d?(?:\s*[、,和与]\s*[a-z]\d?)+)(?:的)?(?:数据)?类型(?:分别|依次)?(?:为|是)\s*(?P<types>{_TYPE}(?:\s*[、,和与]\s*{_TYPE})+)(?:型)?"
    ):
        names, said = patterns.findall(r"[a-z]\d?", listed["names"]), patterns.findall(_TYPE, listed["types"])
        if len(names) != len(said):
            return None
        types = dict(zip(names, said, strict=True))
    values: dict[str, Fraction] = {}
    type = ""
    for match in problem.take_all(
        rf"(?<![A-Za-z0-9])(?:(?P<type>{_TYPE})(?:型)?(?:变量)?\s*)?(?P<name>[a-z]\d?)\s*=\s*(?:(?P<scaled>{SCALED})|(?P<e>[-+]?\d+(?:\.\d+)?)[eE](?P<ten>[-+]?\d+)|(?P<plain>[-+]?\d+(?:\.\d+)?)(?![\d.]))"
    ):
        name = match["name"]
        type = (match["type"] or type).lower()
        if type:
            types.setdefault(name, type)
        if match["e"]:
            value = Fraction(match["e"]) * Fraction(10) ** int(match["ten"])
        elif match["scaled"]:
            value = scaled_of(match)
        else:
            value = Fraction(match["plain"])
        if values.setdefault(name, value) != value:
            stay_out("two values")
    if set(values) - set(types) and problem.take_all(r"(?<![A-Za-z])float(?:型)?(?:变量)?(?:的)?"):
        for name in values:
            types.setdefault(name, "float")
    if not values or set(values) - set(types):
        return None
    numbered = [
        (_ROMAN[match["mark"].upper()], patterns.sub(r"\s+", "", match["what"]))
        for match in problem.take_all(rf"(?<![A-Za-z])(?P<mark>IV|I{{1,3}}|V)\s*[.、:)]\s*(?P<what>{_EXPRESSION}(?:==|!=){_EXPRESSION})")
    ]
    sums: list[str] = []
    if not numbered:
        sums = [
            patterns.sub(r"\s+", "", match[0])
            for match in problem.take_asked(
                r"\(\s*[a-z]\d?\s*[-+]\s*[a-z]\d?\s*\)\s*[-+]\s*[a-z]\d?|[a-z]\d?\s*[-+]\s*\(\s*[a-z]\d?\s*[-+]\s*[a-z]\d?\s*\)"
            )
        ]
    if not numbered and not sums:
        return None
    asked = (
        problem.take_asked(
            r"(?:下列|以下|则)?(?:关系)?表达式(?:中)?(?:的)?(?:,)?(?:其)?(?:结果|值)?(?:为|是)(?:\"|“)?真(?:\"|”)?(?:的)?(?:有|是)?(?:多少|哪些)?|(?:恒)?成立的(?:有|是)(?:多少|哪些)?"
        )
        if numbered
        else problem.take_asked(r"(?:的)?(?:结果|值)(?:各|分别)*(?:是|为|等于)?(?:多少|几|什么)?")
    )
    problem.take_all(r"(?:按|采用|在)?(?:IEEE)?\s*(?<!\d)754(?!\d)(?:标准)?|IEEE|(?:按)?(?:单|双)精度(?:浮点数?)?|(?:依次|先后)?计算")
    problem.settle()
    if not asked:
        return None
    return Recognition(
        parameters={
            "task": "expressions",
            "variables": {name: [types[name], str(value)] for name, value in values.items()},
            "expressions": [list(one) for one in numbered] or [["", one] for one in sums],
        },
        understood=(
            ("变量", "；".join(f"{types[name]} {name}" for name in values)),
            ("表达式", "；".join(f"{mark} {what}".strip() for mark, what in (numbered or [("", one) for one in sums]))),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """Which comparisons hold, or the values; every operation is rounded to the wider of its types."""
    variables = {name: _stored(type, Fraction(value)) for name, (type, value) in parameters["variables"].items()}
    steps, true, values = [], [], []
    for mark, expression in parameters["expressions"]:
        result = _worked(expression, variables)
        if isinstance(result, bool):
            steps.append(f"{mark}　`{expression}`：{'真' if result else '假'}。")
            true += [mark] if result else []
            continue
        value = result.value
        power = (value.denominator.bit_length() - 1) or (value.numerator & -value.numerator).bit_length() - 1
        small = value.denominator < 1 << 20 and abs(value) < 1 << 40
        exponent = abs(value.numerator).bit_length() - value.denominator.bit_length() if value else 0
        said = shown(value) if small else f"{shown(value / Fraction(2) ** exponent)}×2^({exponent})" if power < 1200 else ""
        if not said:
            stay_out("a value that cannot be shown")
        values.append(said)
        steps.append(f"`{expression}` 逐步按类型舍入，得 {said}。")
    conventions = ("转换和每一步运算都按就近舍入到该类型",)
    if values:
        return Solution(
            answer="；".join(values),
            also=("；".join(values).replace("(", "").replace(")", ""),),
            steps=paragraphs(*steps),
            conventions=conventions,
        )
    if not true:
        stay_out("none holds")
    listed = "、".join(true)
    joined = "和".join(["、".join(true[:-1]), true[-1]]) if len(true) > 1 else true[0]
    return Solution(
        answer=listed,
        also=(f"仅{joined}", joined, f"只有{joined}", f"仅 {joined}", f"仅{listed}"),
        steps=paragraphs(*steps),
        conventions=conventions,
    )
