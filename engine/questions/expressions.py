"""The value of an expression as people type it: full-width digits, ×, ÷, superscripts and LaTeX included. Exact, in fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<comparison>==|!=|<=|>=|=>)"
    r"|(?P<relation>[=≈])"
    r"|(?P<operator>\*\*|mod|[-+×÷*/^()%!⌈⌉⌊⌋])"
    r"|(?P<space>[ \t\u3000]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text: a number, an operator, a relation (`=`, `≈`), a comparison, space, or something else; and where it stands."""

    kind: str
    text: str
    start: int
    end: int


class _NotAnExpressionError(Exception):
    """The tokens are no expression that can be computed."""


def evaluate(text: str) -> Fraction | None:
    """The exact value of an expression in numbers, + - × ÷ * / ^ mod % ! ⌈⌉ ⌊⌋ and parentheses; None if `text` is anything else."""
    return value_of([token for token in tokenise(plain(text)) if token.kind != "space"]) if len(text) <= 400 else None


def value_of(tokens: Sequence[Token]) -> Fraction | None:
    """The value of an expression already cut into tokens without spaces; None if they are none."""
    if not tokens or len(tokens) > _MAX_TOKENS or any(token.kind not in ("number", "operator") for token in tokens):
        return None
    try:
        return _Expression(tokens).value()
    except _NotAnExpressionError:
        return None


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
    return text


def tokenise(text: str) -> list[Token]:
    """Every character of a `plain` text, in tokens."""
    return [Token(str(match.lastgroup), match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


class _Expression:
    """Recursive descent over tokens, exact in fractions."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._position: int = 0
        self._depth: int = 0

    def value(self) -> Fraction:
        result = self._sum()
        if self._position < len(self._tokens):
            raise _NotAnExpressionError
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
            raise _NotAnExpressionError
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
                raise _NotAnExpressionError
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
            raise _NotAnExpressionError
        bits = max(base.numerator.bit_length(), base.denominator.bit_length())
        if abs(exponent) * bits > _MAX_BITS or (base == 0 and exponent < 0):
            raise _NotAnExpressionError
        return Fraction(base ** int(exponent))

    def _postfix(self) -> Fraction:
        result = self._primary()
        while self._next() in ("!", "%"):
            if self._next() == "!":
                if result.denominator != 1 or not 0 <= result <= 100:
                    raise _NotAnExpressionError
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
            raise _NotAnExpressionError
        token = self._tokens[self._position]
        self._position += 1
        if token.kind == "number":
            if len(token.text) > 200:
                raise _NotAnExpressionError
            return Fraction(token.text.replace(",", ""))
        closing = {"(": ")", "⌈": "⌉", "⌊": "⌋"}.get(token.text)
        if closing is None:
            raise _NotAnExpressionError
        inner = self._sum()
        if self._take() != closing:
            raise _NotAnExpressionError
        return Fraction(ceil(inner)) if closing == "⌉" else Fraction(floor(inner)) if closing == "⌋" else inner
