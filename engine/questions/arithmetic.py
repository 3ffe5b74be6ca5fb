"""Recomputing the arithmetic that an explanation writes out: `2^12 ÷ 8 = 512`, `(0.9×2 + 0.1×50) = 6.8`, `10/3 ≈ 3.33`.

Only what is surely plain arithmetic is judged. A chain that touches a variable, a unit in the middle, another base, a rounding
in words or anything else that could give it another meaning is passed over: a missed error is found by a reviewer, a false
alarm teaches people to ignore the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from engine.questions.expressions import Token, plain, tokenise, value_of

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_BULLET = re.compile(r"(?<![0-9)]\n)^[ \t]*[-*+][ \t]+", re.MULTILINE)
_LINE_LABEL = re.compile(r"^[ \t]*(?:\(\d{1,2}\)|\d{1,2}[.、)])[ \t]+(?![-+×÷*/=^%])", re.MULTILINE)

# What may stand beside a chain without changing its meaning.
_CLOSED_LEFT = set("，。；：、？！,;:?“”‘’\"'【】[《》\n\r→⇒∴∵<>≤≥≠•｜")
_CLOSED_RIGHT = set("，。；：、？！,;:?.）)”’\"'】]》\n\r→⇒∴∵<>≤≥≠｜")
_UNITS = re.compile(
    r"(?:[num\u00b5\u03bc]?s|min|h|[KkMGT]?Hz|[KMGTkP]?i?[Bb](?:its?|ytes?)?(?:/s|ps)?|bits?|[KMGT]|MIPS|[MG]FLOPS|[ckm]?m|k?g|W|rpm|RPM)(?![A-Za-z0-9])"
)
_OPERATOR_AHEAD = re.compile(r"\s*[-+×÷*/^]")
_WORKING_WORD_BEFORE = re.compile(r"(?:[加减乘除被余模或与的幂根]|减去|[除乘]以|[平立次]方)[\s(]*$")
_WORKING_WORD_AFTER = re.compile(r"[\s(]*(?:[加减乘除余…]|\.\.|的\s*[\d一二三四五六七八九十nN]|的?[平立]方|次方|次幂|向[上下]|取整|倍的)")
_OTHER_MEANING = re.compile(r"取整|整除|余数|进制|异或|模\s*2|反码|补码|原码|移码|BCD|海明|校验|近似|约为|估算|忽略")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")

_CONVERSIONS = frozenset(
    (
        *(10**k for k in range(1, 13)),
        *(2 ** (10 * k) for k in range(1, 5)),
        *(8 * 2 ** (10 * k) for k in range(4)),
        *(60, 3600, 24, 12, 7),
    )
)


@dataclass(frozen=True, slots=True)
class WrongEquation:
    """An equation that does not hold.

    Attributes:
        text: both sides as written, LaTeX turned into plain signs.
        value: what the left side comes to.
    """

    text: str
    value: str


def wrong_equations(text: str) -> Iterator[WrongEquation]:
    """Every equation in `text` that can be recomputed and does not hold.

    `=` holds when both sides are equal, or when a decimal fraction on one side is the other side rounded to its digits. `≈` holds
    within one unit of the last digit shown, and within 5% where neither side is a plain number.
    """
    text = _LINE_LABEL.sub("", _BULLET.sub("", plain(_CODE.sub(" ` ", text))))
    for run in _runs(tokenise(text)):
        yield from _judge(text, run)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in (*tokens, Token("other", "\n", -1, -1)):
        if token.kind in ("other", "comparison"):
            if any(part.kind == "relation" for part in run):
                yield run
            run = []
        elif token.kind != "space":
            run.append(token)


def _judge(text: str, run: list[Token]) -> Iterator[WrongEquation]:
    start, end = run[0].start, run[-1].end
    if _OTHER_MEANING.search(text[max(0, start - 14) : end + 14]):
        return
    sides: list[list[Token]] = [[]]
    relations: list[str] = []
    for token in run:
        if token.kind == "relation":
            relations.append(token.text)
            sides.append([])
        else:
            sides[-1].append(token)
    sides[0] = _left_side(text, sides[0])
    sides[-1], loose = _right_side(text, sides[-1])
    values = [_value(side) for side in sides]
    for position, relation in enumerate(relations):
        left, right = sides[position], sides[position + 1]
        left_value, right_value = values[position], values[position + 1]
        if left_value is None or right_value is None:
            continue
        if _holds(left, left_value, relation, right, right_value) or _perhaps_binary(left, right):
            continue
        if loose and position + 1 == len(relations):
            # A unit may hide a factor: 4×1024 = 4 K, 1200×100 = 12 万, 250+750 = 1 s.
            scaled = (value for factor in _CONVERSIONS for value in (left_value * factor, left_value / factor))
            if any(_holds(left, value, relation, right, right_value) for value in scaled):
                continue
        written = text[left[0].start : right[-1].end]
        yield WrongEquation(re.sub(r"\s+", " ", written), shown(left_value))


def _left_side(text: str, side: list[Token]) -> list[Token]:
    """The first side of a chain, or nothing if what stands before could belong to it."""
    while side and side[0].text == "(" and _unclosed(side):
        side = side[1:]  # the bracket belongs to the sentence
    if not side:
        return []
    before = text[: side[0].start].rstrip(" \t\u3000")
    attached = len(before) == side[0].start
    if attached and re.search(r"\d:$", before[-2:]):
        ok = False  # a ratio
    elif not before or before[-1] in _CLOSED_LEFT or (before[-1] == "(" and side[0].start > 0):
        ok = True
    elif before[-1] == ".":
        ok = not attached
    elif _IDEOGRAPH.match(before[-1]):
        bare = len(side) == 1
        ok = not bare and side[0].text not in "+-" and not _WORKING_WORD_BEFORE.search(before[-12:])
    else:
        ok = False
    return side if ok else []


def _right_side(text: str, side: list[Token]) -> tuple[list[Token], bool]:
    """The last side of a chain, or nothing if what follows could belong to it; and whether a unit or a counted thing follows it."""
    bracketed = False
    while side and side[-1].text in "()" and not _balanced(side):
        bracketed = bracketed or side[-1].text == "("
        side = side[:-1]
    if not side:
        return [], False
    after = text[side[-1].end :]
    if _WORKING_WORD_AFTER.match(after):
        return [], False
    rest = after.lstrip(" \t\u3000(" if bracketed else " \t\u3000")
    if not rest:
        return side, False
    if unit := _UNITS.match(rest):
        return ([], False) if _OPERATOR_AHEAD.match(rest, unit.end()) else (side, True)
    if _IDEOGRAPH.match(rest):
        return side, True
    following = after[1:2] if after[:1] in (".", ",", ":") else ""
    if following.isdigit():
        return [], False
    return (side, False) if rest[0] in _CLOSED_RIGHT else ([], False)


def _balanced(side: Sequence[Token]) -> bool:
    depth = 0
    for token in side:
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return False
    return depth == 0


def _unclosed(side: Sequence[Token]) -> bool:
    return sum((token.text == "(") - (token.text == ")") for token in side) > 0


def _value(side: Sequence[Token]) -> Fraction | None:
    """The value of a side; None if it is no expression, or a number has a leading zero: then it is a code or a bit string."""
    return None if any(re.match(r"0\d", token.text) for token in side) else value_of(side)


def _holds(left: Sequence[Token], left_value: Fraction, relation: str, right: Sequence[Token], right_value: Fraction) -> bool:
    difference = abs(left_value - right_value)
    if difference == 0:
        return True
    steps = [step for side in (left, right) if (step := _step(side, relation)) is not None]
    if relation == "=":
        return any(difference <= step / 2 for step in steps)
    if steps:
        return difference <= max(steps)
    return difference <= Fraction(1, 20) * max(abs(left_value), abs(right_value))


def _step(side: Sequence[Token], relation: str) -> Fraction | None:
    """One unit of the last digit shown, where a side is a plain number (with a sign, with %); None for an expression.

    For `=` only decimal fractions are taken as rounded; for `≈` also whole numbers, whose closing zeros may be rounded away.
    """
    parts = [token.text for token in side if token.text not in ("-", "+")]
    percent = Fraction(1)
    if parts and parts[-1] == "%":
        percent = Fraction(1, 100)
        parts = parts[:-1]
    if len(parts) != 1 or not parts[0][0].isdigit() or len(side) > 3:
        return None
    number = parts[0].replace(",", "")
    whole, _, decimals = number.partition(".")
    if decimals:
        return percent / Fraction(10) ** len(decimals)
    if relation == "=":
        return percent if percent != 1 else None
    return percent * Fraction(10) ** (len(whole) - len(whole.rstrip("0")))


def _perhaps_binary(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the numbers look like bit strings: then `1010 = 10` and `1101 + 0110 = 1011` are not decimal arithmetic."""
    numbers = [token.text for token in (*left, *right) if token.kind == "number" and len(token.text) > 1]
    bits = {number for number in numbers if set(number) <= set("01.")}
    if not bits:
        return False
    if bits.issuperset(numbers) and any(len(number) > 3 for number in bits):
        return True

    def in_binary(side: Sequence[Token]) -> Fraction | None:
        return _value([replace(token, text=_from_binary(token.text)) if token.text in bits else token for token in side])

    pairs = ((in_binary(left), in_binary(right)), (in_binary(left), _value(right)), (_value(left), in_binary(right)))
    return any(one is not None and one == other for one, other in pairs)


def _from_binary(number: str) -> str:
    whole, _, part = number.partition(".")
    digits = len(part)  # as many decimal places hold it exactly
    scaled = int(whole + part, 2) * 10**digits // 2**digits
    return f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}" if digits else str(scaled)


def shown(value: Fraction) -> str:
    """A value for people: whole, as a finite decimal fraction, or to six digits."""
    if value.denominator == 1:
        return str(value.numerator) if abs(value.numerator) < 10**15 else f"{_as_float(value):.6g}"
    return f"{_as_float(value):.10g}" if 10**9 % value.denominator == 0 else f"{_as_float(value):.6g}"


def _as_float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
