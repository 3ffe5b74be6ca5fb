"""Small C programs, run: declarations and assignments with sums, products and casts, on a machine of a stated word.

After the C standard as Bryant and O'Hallaron tell it: shorter integers are promoted to int; where one operand is unsigned and as long as an
int, both are; a conversion keeps the low bits. Signed arithmetic that overflows keeps the low bits, as the machine's adder does. A float
or double is IEEE 754's, rounded to nearest; a conversion of one to an integer cuts its fraction off. A plain char is signed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._ieee754.floats import DOUBLE, SINGLE, encode
from engine.generators.reading import stay_out

TYPE = r"(?:(?:unsigned|signed)\s+)?(?:char|short|int|long)(?:\s+int)?|unsigned|float|double"
NAME = r"[A-Za-z_][A-Za-z0-9_]{0,7}"
_TOKEN = re.compile(
    rf"\s*(?:\(\s*(?P<cast>{TYPE})\s*\)|(?P<real>\d+\.\d+)(?P<short>[Ff])?|(?P<number>0x[0-9A-Fa-f]+|\d+)[Uu]?|(?P<name>{NAME})|(?P<sign>[-+*()~]))"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """An arithmetic type; `real` for a floating-point one."""

    width: int
    signed: bool
    real: bool = False

    def kept(self, value: int | Fraction) -> int | Fraction:
        """What a variable of the type keeps of a value.

        Raises:
            StayOut: a number out of the type's range, whose conversion no rule tells.
        """
        if self.real:
            try:
                return encode(Fraction(value), SINGLE if self.width == 32 else DOUBLE).value if value else Fraction(0)
            except ValueError:
                stay_out("outside the normal range")
        if isinstance(value, Fraction):
            value = int(value)
            if not -(1 << self.width - 1) * self.signed <= value < 1 << self.width - self.signed:
                stay_out("no integer of the type")
        value %= 1 << self.width
        return value - (1 << self.width) if self.signed and value >> self.width - 1 else value

    def code(self, value: int | Fraction) -> str:
        """The machine code of a value, in hexadecimal."""
        if not self.real:
            return f"{int(value) % (1 << self.width):0{self.width // 4}X}H"
        return f"{encode(Fraction(value), SINGLE if self.width == 32 else DOUBLE).code if value else 0:0{self.width // 4}X}H"


def kind_of(text: str, widths: Mapping[str, int]) -> Kind:
    """The type that a declaration names.

    Raises:
        StayOut: its length is not known.
    """
    base = next((name for name in ("char", "short", "long") if name in text), "int")
    if text in ("float", "double"):
        return Kind(32 if text == "float" else 64, True, True)
    return Kind(widths.get(base) or stay_out(f"the length of {base}"), "unsigned" not in text)


class _Expression:
    """One right-hand side, evaluated."""

    def __init__(self, text: str, state: Mapping[str, tuple[Kind, int | Fraction]], widths: Mapping[str, int]) -> None:
        self._int, self._state, self._widths = Kind(widths["int"], True), state, widths
        self._tokens = list(_TOKEN.finditer(text))
        if patterns.sub(r"\s", "", "".join(match[0] for match in self._tokens)) != patterns.sub(r"\s", "", text):
            stay_out(f"an expression: {text}")
        self._place = 0
        self.overflowed = False

    def value(self) -> tuple[Kind, int | Fraction]:
        """Its type and value."""
        found = self._sum()
        if self._place != len(self._tokens):
            stay_out("an expression that goes on")
        return found

    def _sign(self) -> str:
        return (self._tokens[self._place]["sign"] or "") if self._place < len(self._tokens) else ""

    def _sum(self) -> tuple[Kind, int | Fraction]:
        left = self._product()
        while (sign := self._sign()) in ("+", "-"):
            self._place += 1
            left = self._joined(left, self._product(), sign)
        return left

    def _product(self) -> tuple[Kind, int | Fraction]:
        left = self._unary()
        while self._sign() == "*":
            self._place += 1
            left = self._joined(left, self._unary(), "*")
        return left

    def _joined(self, left: tuple[Kind, int | Fraction], right: tuple[Kind, int | Fraction], sign: str) -> tuple[Kind, int | Fraction]:
        if left[0].real or right[0].real:
            kind = Kind(max(one.width for one, _ in (left, right) if one.real), True, True)
            first, second = (Fraction(kind.kept(value)) for _, value in (left, right))
            if sign == "*" and not first * second and min(first, second) < 0:
                stay_out("a nought with a sign")
            return kind, kind.kept(first + second if sign == "+" else first - second if sign == "-" else first * second)
        unsigned = any(kind.width >= self._int.width and not kind.signed for kind, _ in (left, right))
        kind = Kind(max(self._int.width, left[0].width, right[0].width), not unsigned)
        one, other = kind.kept(left[1]), kind.kept(right[1])
        exact = one + other if sign == "+" else one - other if sign == "-" else one * other
        kept = kind.kept(exact)
        self.overflowed = self.overflowed or (kind.signed and kept != exact)
        return kind, kept

    def _unary(self) -> tuple[Kind, int | Fraction]:
        if self._place >= len(self._tokens):
            stay_out("an expression that breaks off")
        token = self._tokens[self._place]
        self._place += 1
        if token["cast"]:
            kind = kind_of(patterns.sub(r"\s+", " ", token["cast"]), self._widths)
            return kind, kind.kept(self._unary()[1])
        if token["real"]:
            kind = Kind(32 if token["short"] else 64, True, True)
            return kind, kind.kept(Fraction(token["real"]))
        if token["number"]:
            number = int(token["number"], 16 if token["number"].lower().startswith("0x") else 10)
            if number >> self._int.width:
                stay_out("a constant longer than an int")
            return self._int if number < 1 << self._int.width - 1 else Kind(self._int.width, False), number
        if token["name"]:
            if token["name"] not in self._state:
                stay_out(f"{token['name']} has no value")
            return self._state[token["name"]]
        if token["sign"] == "(":
            inner = self._sum()
            if self._sign() != ")":
                stay_out("a bracket that stays open")
            self._place += 1
            return inner
        kind, value = self._unary()
        if kind.real and token["sign"] in ("-", "+"):
            if not value:
                stay_out("a nought with a sign")
            return kind, -value if token["sign"] == "-" else value
        if kind.real:
            stay_out("the bits of a real number")
        kind = kind if kind.width >= self._int.width else self._int
        if token["sign"] == "-":
            return kind, kind.kept(-value)
        if token["sign"] == "~":
            return kind, kind.kept(~int(value))
        return (kind, value) if token["sign"] == "+" else stay_out("a sign")


def run(lines: Sequence[Sequence[str]], widths: Mapping[str, int]) -> tuple[dict[str, tuple[Kind, int | Fraction]], list[int]]:
    """The variables after all lines (type, name, right-hand side), and the numbers of the lines whose signed arithmetic overflowed.

    A line of no type keeps its right-hand side's.

    Raises:
        StayOut: something that is not such a program.
    """
    state: dict[str, tuple[Kind, int | Fraction]] = {}
    overflowed: list[int] = []
    for number, (type_, name, text) in enumerate(lines):
        expression = _Expression(text, state, widths)
        own, value = expression.value()
        kind = kind_of(type_, widths) if type_ else own
        if expression.overflowed:
            overflowed.append(number)
        state[name] = (kind, kind.kept(value))
    return state, overflowed
