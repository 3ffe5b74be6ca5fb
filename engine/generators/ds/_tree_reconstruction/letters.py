"""Numbers of nodes told and asked with letters: figures are tried in their place, and the formula that always gives the value is the answer."""

from __future__ import annotations

import ast
import itertools
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut, stay_out

_LETTER = r"(?<![A-Za-z0-9^])(?P<by>\d?)(?P<letter>[a-z]\d?|[A-Z]\d)(?![A-Za-z0-9^(])(?=\s*(?:[个层叉棵的为,、。和与;]|\)|$))"
_RANGE = r"\(?(?:其中|设|且)?(?:1\s*(?:≤|<=|<)\s*)?[a-z]\d?\s*(?:≥|>=|>|≤|<=|<)\s*(?:\d+|[a-z])\)?"
_ONE = range(3, 16)
_TWO = ((12, 3), (15, 4), (20, 7), (11, 2), (17, 6), (25, 9), (14, 4), (23, 8), (7, 3), (9, 5))
_THREE = ((9, 8, 7), (5, 3, 4), (6, 10, 2), (11, 4, 5), (3, 7, 8))
_NEVER = r"条件不足|无法确定|不确定|不能确定|都不对|都不是|以上都不"
_LEAST = 4


def _figure(values: Mapping[str, int], found: re.Match[str]) -> str:
    """The figure tried in place of a letter, its factor worked in."""
    return str(int(found["by"] or 1) * values[found["letter"]])


def recognise_by(
    read: Callable[[str], Recognition | None], solve_one: Callable[[Parameters], Solution]
) -> Callable[[str], Recognition | None]:
    """A reader of texts with letters by one of texts with figures, and what solves those."""

    def recognise(text: str) -> Recognition | None:
        plain = patterns.sub(r"(?:[A-Z]的)?根(?:结点)?[为是]p\s*,\s*p的", "其根的", patterns.sub(_RANGE, "", text))
        letters = list(dict.fromkeys(found["letter"] for found in patterns.finditer(_LETTER, plain)))
        if not 1 <= len(letters) <= 3:
            return None
        rows: Sequence[tuple[int, ...]] = (tuple((figure,) for figure in _ONE), _TWO, _THREE)[len(letters) - 1]
        tried: list[dict[str, Any]] = []
        asked: tuple[tuple[str, str], ...] = ()
        for row in rows:
            values = dict(zip(letters, row, strict=True))
            filled = patterns.sub(_LETTER, partial(_figure, values), plain)
            seen = read(filled)
            if seen is None or not seen.confident:
                return None
            tried.append({"values": values, "parameters": dict(seen.parameters)})
            asked = tuple(pair for pair in seen.understood if pair[0] == "求")
        if len(_known(tried, solve_one)) < _LEAST:
            return None
        return Recognition(
            parameters={"task": "letters", "tried": tried}, understood=(("字母", "、".join(letters)), *(asked or (("求", "所求的公式"),)))
        )

    return recognise


_FUNCTIONS: Mapping[str, Callable[[float], float]] = {"floor": math.floor, "ceil": math.ceil, "log": math.log2}


def formula(option: str, letters: Sequence[str]) -> ast.expr:
    """A formula as people write it.

    Raises:
        StayOut: it is none.
    """
    text = patterns.sub(r"\s+", "", option).rstrip("。.").strip()
    text = patterns.sub(r"(?<=.)[个层条棵次]$", "", text).replace("−", "-").replace("×", "*").replace("·", "*").replace("÷", "/")
    text = patterns.sub(r"log_?\{?[2₂]\}?", "log", text).replace("[log", "⌊log") if "log" in text else text
    if "⌊" in text and "]" in text:
        text = text.replace("]", "⌋")
    text = patterns.sub(r"log(?!\()(\d*[a-z]\d?)", r"log(\1)", text)
    for opening, closing, name in (("⌊", "⌋", "floor"), ("⌈", "⌉", "ceil")):
        text = text.replace(opening, f"{name}(").replace(closing, ")")
    text = text.replace("{", "(").replace("}", ")").replace("^", "**").replace("[", "(").replace("]", ")")
    word = "|".join(sorted(letters, key=len, reverse=True))
    text = patterns.sub(rf"(?<=[0-9)])(?=(?:{word}|floor|ceil|log|\())(?<!\*\*)", "*", text)
    text = patterns.sub(rf"(?<![A-Za-z])({word})(?=\(|(?:{word})(?![A-Za-z]))", r"\1*", text)
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        stay_out("an option that is no formula")


def value(node: ast.expr, values: Mapping[str, int]) -> float:
    """What a formula gives for figures.

    Raises:
        StayOut: it speaks of something else.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    if isinstance(node, ast.Name) and node.id in values:
        return values[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -value(node.operand, values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS and len(node.args) == 1:
        inner = value(node.args[0], values)
        if node.func.id == "log" and inner <= 0:
            return math.nan
        return _FUNCTIONS[node.func.id](inner)
    if isinstance(node, ast.BinOp):
        left, right = value(node.left, values), value(node.right, values)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Div) and right:
            return left / right
        if isinstance(node.op, ast.Pow) and abs(right) <= 64 and abs(left) <= 1000:
            return float(left**right)
    stay_out("an option that is no formula of these letters")


def _candidates(letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Formulas that numbers of nodes are: (as told, as read)."""
    for factors in itertools.product((0, 1, -1, 2), repeat=len(letters)):
        terms = [(factor, letter) for factor, letter in zip(factors, letters, strict=True) if factor]
        if not terms or terms[0][0] < 0:
            terms = sorted(terms, reverse=True)
        if not terms or terms[0][0] < 0:
            continue
        lead = "".join(
            f"{'' if number == 0 else ' + ' if factor > 0 else ' − '}{'' if abs(factor) == 1 else abs(factor)}{letter}"
            for number, (factor, letter) in enumerate(terms)
        )
        for extra in (0, 1, -1, 2, -2):
            yield (lead + (f" {'+' if extra > 0 else '−'} {abs(extra)}" if extra else ""),) * 2
    if len(letters) == 1:
        letter = letters[0]
        yield from ((each, each) for each in (f"2^{letter} − 1", f"2^({letter}−1)", f"2^({letter}−1) − 1"))
        yield from ((each, each) for each in (f"⌊log({letter})⌋+1",))


def _known(tried: Sequence[Mapping[str, Any]], solve_one: Callable[[Parameters], Solution]) -> list[tuple[dict[str, int], int]]:
    """The values of the figures that a tree can have.

    Raises:
        StayOut: what is asked is not one number.
    """
    known: list[tuple[dict[str, int], int]] = []
    for each in tried:
        try:
            told = solve_one(each["parameters"]).answer
        except StayOut:
            continue  # there is no tree of these figures
        figure = patterns.fullmatch(r"[^\d，；]{0,12}?(\d+)\s*[个层条棵种]?", told)
        if figure is None:
            stay_out("not one number")
        known.append((each["values"], int(figure[1])))
    return known


def solve(parameters: Parameters, solve_one: Callable[[Parameters], Solution]) -> Solution:
    """The formula, or which of the options it is."""
    known = _known(parameters["tried"], solve_one)
    letters = list(known[0][0])

    def holds(node: ast.expr) -> bool:
        return all(math.isclose(value(node, values), number, abs_tol=1e-9) for values, number in known)

    def fits(option: str) -> bool:
        if patterns.search(_NEVER, option):
            return False
        return holds(formula(option, letters))

    found = [told for told, read in _candidates(letters) if holds(formula(read, letters))]
    shown = "，".join(f"{name} = {figure}" for name, figure in known[0][0].items())
    return Solution(
        answer=found[0].replace("log(", "log₂(") if len(found) == 1 else "",
        steps=f"公式对任何数都成立，取数验证：{shown} 时为 {known[0][1]}，其余 {len(known) - 1} 组数也都符合。",
        fits=fits,
        answer_alone=len(found) == 1,
        also=tuple(form for told in found[:1] for form in (told.replace(" ", ""), told.replace(" ", "").replace("−", "-"))),
    )
