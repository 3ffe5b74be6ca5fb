"""Recomputing the arithmetic that an explanation writes out: `2^12 ÷ 8 = 512`, `(0.9×2 + 0.1×50) = 6.8`, `10/3 ≈ 3.33`.

Only what is surely plain arithmetic is judged. A chain that touches a variable, a unit in the middle, another base, a rounding
in words or anything else that could give it another meaning is passed over: a missed error is found by a reviewer, a false
alarm teaches people to ignore the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, factorial, floor

_MAX_TOKENS = 80
_MAX_BITS = 20_000  # of a power: 2^4096 is computed, 9^9^9 is not

_FULL_WIDTH = str.maketrans("０１２３４５６７８９＋－×÷＊／＝（）％．−–∗⁄", "0123456789+-×÷*/=()%.--*/")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_SUPERSCRIPT_RUN = re.compile(f"(?<=[0-9)])[{_SUPERSCRIPTS}]+")
_PLAIN_SUPERSCRIPTS = str.maketrans(_SUPERSCRIPTS, "0123456789+-")
_LATEX = (
    (re.compile(r"\\(?:times|cdot|ast)(?![A-Za-z])"), "×"),
    (re.compile(r"\\div(?![A-Za-z])"), "÷"),
    (re.compile(r"\\(?:approx|simeq)(?![A-Za-z])"), "≈"),
    (re.compile(r"\\(?:p|b)?mod(?![A-Za-z])"), "mod"),
    (re.compile(r"\\lceil(?![A-Za-z])"), "⌈"),
    (re.compile(r"\\rceil(?![A-Za-z])"), "⌉"),
    (re.compile(r"\\lfloor(?![A-Za-z])"), "⌊"),
    (re.compile(r"\\rfloor(?![A-Za-z])"), "⌋"),
    (re.compile(r"\\(?:left|right|bigg?|Bigg?|displaystyle)(?![A-Za-z])"), ""),
    (re.compile(r"\\%"), "%"),
    (re.compile(r"\\[,;:! ]|~|\\quad(?![A-Za-z])"), " "),
    (re.compile(r"\\(?:text|mathrm|textbf)\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\^\{([^{}]*)\}"), r"^(\1)"),
)
_LATEX_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_BULLET = re.compile(r"(?<![0-9)]\n)^[ \t]*[-*+][ \t]+", re.MULTILINE)
_LINE_LABEL = re.compile(r"^[ \t]*(?:\(\d{1,2}\)|\d{1,2}[.、)])[ \t]+(?![-+×÷*/=^%])", re.MULTILINE)

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<comparison>==|!=|<=|>=|=>)"
    r"|(?P<relation>[=≈])"
    r"|(?P<operator>\*\*|mod|[-+×÷*/^()%!⌈⌉⌊⌋])"
    r"|(?P<space>[ \t\u3000]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)

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


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class _NotArithmeticError(Exception):
    """The tokens are no expression that can be computed."""


def evaluate(text: str) -> Fraction | None:
    """The exact value of an expression in numbers, + - × ÷ * / ^ mod % ! ⌈⌉ ⌊⌋ and parentheses; None if `text` is anything else."""
    if len(text) > 400:
        return None
    tokens = [token for token in _tokens(plain(text)) if token.kind != "space"]
    if not tokens or any(token.kind not in ("number", "operator") for token in tokens):
        return None
    try:
        return _Expression(tokens).value()
    except _NotArithmeticError:
        return None


def wrong_equations(text: str) -> Iterator[WrongEquation]:
    """Every equation in `text` that can be recomputed and does not hold.

    `=` holds when both sides are equal, or when a decimal fraction on one side is the other side rounded to its digits. `≈` holds
    within one unit of the last digit shown, and within 5% where neither side is a plain number.
    """
    text = plain(_CODE.sub(" ` ", text))
    for run in _runs(_tokens(text)):
        yield from _judge(text, run)


def plain(text: str) -> str:
    """`text` with full-width digits and signs, superscripts and the usual LaTeX turned into plain signs."""
    text = text.translate(_FULL_WIDTH).replace("$", " ")
    text = _SUPERSCRIPT_RUN.sub(lambda match: f"^({match[0].translate(_PLAIN_SUPERSCRIPTS)})", text)
    if "\\" in text or "{" in text:
        for pattern, sign in _LATEX:
            text = pattern.sub(sign, text)
        for _ in range(4):  # innermost fractions first
            replaced = _LATEX_FRACTION.sub(r"((\1)/(\2))", text)
            if replaced == text:
                break
            text = replaced
    return _LINE_LABEL.sub("", _BULLET.sub("", text))


def _tokens(text: str) -> list[_Token]:
    return [_Token(str(match.lastgroup), match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _runs(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    run: list[_Token] = []
    for token in (*tokens, _Token("other", "\n", -1, -1)):
        if token.kind in ("other", "comparison"):
            if any(part.kind == "relation" for part in run):
                yield run
            run = []
        elif token.kind != "space":
            run.append(token)


def _judge(text: str, run: list[_Token]) -> Iterator[WrongEquation]:
    start, end = run[0].start, run[-1].end
    if _OTHER_MEANING.search(text[max(0, start - 14) : end + 14]):
        return
    sides: list[list[_Token]] = [[]]
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


def _left_side(text: str, side: list[_Token]) -> list[_Token]:
    """The first side of a chain, or nothing if what stands before could belong to it."""
    while side and side[0].text == "(" and _unclosed(side):
        side = side[1:]  # the bracket belongs to the sentence
    if not side:
        return []
    before = text[: side[0].start].rstrip(" \t\u3000")
    attached = len(before) == side[0].start
    if attached and re.search(r"\d:$", before):
        ok = False  # a ratio
    elif not before or before[-1] in _CLOSED_LEFT or (before[-1] == "(" and side[0].start > 0):
        ok = True
    elif before[-1] == ".":
        ok = not attached
    elif _IDEOGRAPH.match(before[-1]):
        bare = len(side) == 1
        ok = not bare and side[0].text not in "+-" and not _WORKING_WORD_BEFORE.search(before)
    else:
        ok = False
    return side if ok else []


def _right_side(text: str, side: list[_Token]) -> tuple[list[_Token], bool]:
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


def _balanced(side: Sequence[_Token]) -> bool:
    depth = 0
    for token in side:
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return False
    return depth == 0


def _unclosed(side: Sequence[_Token]) -> bool:
    return sum((token.text == "(") - (token.text == ")") for token in side) > 0


def _value(side: Sequence[_Token]) -> Fraction | None:
    if not side or len(side) > _MAX_TOKENS or any(re.match(r"0\d", token.text) for token in side):
        return None
    try:
        return _Expression(side).value()
    except _NotArithmeticError:
        return None


def _holds(left: Sequence[_Token], left_value: Fraction, relation: str, right: Sequence[_Token], right_value: Fraction) -> bool:
    difference = abs(left_value - right_value)
    if difference == 0:
        return True
    steps = [step for side in (left, right) if (step := _step(side, relation)) is not None]
    if relation == "=":
        return any(difference <= step / 2 for step in steps)
    if steps:
        return difference <= max(steps)
    return difference <= Fraction(1, 20) * max(abs(left_value), abs(right_value))


def _step(side: Sequence[_Token], relation: str) -> Fraction | None:
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


def _perhaps_binary(left: Sequence[_Token], right: Sequence[_Token]) -> bool:
    """Whether the numbers look like bit strings: then `1010 = 10` and `1101 + 0110 = 1011` are not decimal arithmetic."""
    numbers = [token.text for token in (*left, *right) if token.kind == "number"]
    bits = [number for number in numbers if set(number) <= set("01") and len(number) > 1]
    if not bits:
        return False
    if len(bits) == sum(len(number) > 1 for number in numbers) and any(len(number) > 3 for number in bits):
        return True

    def as_binary(token: _Token) -> _Token:
        return _Token(token.kind, str(int(token.text, 2)), token.start, token.end) if token.text in bits else token

    values = [_value([as_binary(token) for token in side]) for side in (left, right)]
    if values[0] is not None and values[0] == values[1]:
        return True
    mixed = ((values[0], _value(right)), (_value(left), values[1]))
    return any(one is not None and one == other for one, other in mixed)


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


class _Expression:
    """Recursive descent over tokens, exact in fractions."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._position: int = 0
        self._depth: int = 0

    def value(self) -> Fraction:
        result = self._sum()
        if self._position < len(self._tokens):
            raise _NotArithmeticError
        return result

    def _next(self) -> str:
        return self._tokens[self._position].text if self._position < len(self._tokens) else ""

    def _take(self) -> str:
        text = self._next()
        self._position += 1
        return text

    def _sum(self) -> Fraction:
        self._depth += 1
        if self._depth > 30:
            raise _NotArithmeticError
        result = self._product()
        while self._next() in ("+", "-"):
            result = result + self._product() if self._take() == "+" else result - self._product()
        self._depth -= 1
        return result

    def _product(self) -> Fraction:
        result = self._signed()
        while self._next() in ("×", "*", "÷", "/", "mod", "%"):
            operator = self._take()
            other = self._signed()
            if operator in ("×", "*"):
                result *= other
            elif other == 0:
                raise _NotArithmeticError
            elif operator in ("÷", "/"):
                result /= other
            else:
                result %= other
        return result

    def _signed(self) -> Fraction:
        sign = 1
        while self._next() in ("-", "+"):
            sign = -sign if self._take() == "-" else sign
        return sign * self._power()

    def _power(self) -> Fraction:
        base = self._postfix()
        if self._next() not in ("^", "**"):
            return base
        self._take()
        exponent = self._signed()
        if exponent.denominator != 1:
            raise _NotArithmeticError
        bits = max(base.numerator.bit_length(), base.denominator.bit_length())
        if abs(exponent) * bits > _MAX_BITS or (base == 0 and exponent < 0):
            raise _NotArithmeticError
        return Fraction(base ** int(exponent))

    def _postfix(self) -> Fraction:
        result = self._primary()
        while self._next() in ("!", "%"):
            if self._next() == "!":
                if result.denominator != 1 or not 0 <= result <= 100:
                    raise _NotArithmeticError
                result = Fraction(factorial(int(result)))
            elif self._remainder_follows():
                break
            else:
                result /= 100
            self._take()
        return result

    def _remainder_follows(self) -> bool:
        """Whether a `%` is the remainder of a division (an operand follows) rather than a percentage."""
        following = self._tokens[self._position + 1] if self._position + 1 < len(self._tokens) else None
        return following is not None and (following.kind == "number" or following.text == "(")

    def _primary(self) -> Fraction:
        if self._position >= len(self._tokens):
            raise _NotArithmeticError
        token = self._tokens[self._position]
        self._position += 1
        if token.kind == "number":
            if len(token.text) > 200:
                raise _NotArithmeticError
            return Fraction(token.text.replace(",", ""))
        closing = {"(": ")", "⌈": "⌉", "⌊": "⌋"}.get(token.text)
        if closing is None:
            raise _NotArithmeticError
        inner = self._sum()
        if self._take() != closing:
            raise _NotArithmeticError
        return Fraction(ceil(inner)) if closing == "⌉" else Fraction(floor(inner)) if closing == "⌋" else inner
