"""Fixed-point numbers as textbooks write them: `-0.1011`, `-13/64`, `-10110`, and codes such as `1.0101`, `11.0101`, `1,0101`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

NUMBER = (
    r"\(?\s?[-+]?\s?(?:\d{1,4}/\d{1,4}|\d{1,2}\.\d{2,32}|[01]{1,2},[01]{2,32}|\d{1,32})(?!\d|\.\d)(?:\s?\)\s?(?:2|10)?|B(?![A-Za-z]|\s?=))?"
)
"""A number with its sign, perhaps in brackets, perhaps with the base behind it."""

_PLAIN = re.compile(r"(?P<sign>[-+]?)(?P<digits>[\d./,]+)(?P<base>B|\)2|\)10|\))?")
_BINARY = re.compile(r"[01]+(?:\.[01]+)?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number.

    Attributes:
        value: what it is worth.
        digits: how many digits behind the sign it was written with; None for a number written in decimal.
        form: `fraction` (the point follows the sign) or `integer`.
        written: `binary`, `decimal` or `share` (13/64): how values are shown.
    """

    value: Fraction
    digits: int | None
    form: str
    written: str


def bare(text: str) -> str:
    """A number's text without spaces and brackets that say nothing."""
    return patterns.sub(r"\s", "", text).lstrip("(") if "(" in text else patterns.sub(r"\s", "", text)


def is_binary(texts: list[str]) -> bool:
    """Whether numbers without a base can only be binary: no digit but 0 and 1, and too long for anything else."""
    plain = [patterns.sub(r"\s|B$|\)(?:2|10)?$|[-+(]", "", text) for text in texts if "/" not in text]
    return bool(plain) and all(set(text) <= set("01.,") for text in plain) and max(len(text) for text in plain) >= 5


def number(text: str, binary: bool) -> Fixed:
    """A signed number; `binary`: where its base is not written, it is binary.

    Raises:
        StayOut: no number of a fixed point.
    """
    match = _PLAIN.fullmatch(bare(text))
    if match is None or "," in match["digits"]:
        stay_out(f"no number: {text}")
    sign = -1 if match["sign"] == "-" else 1
    digits = match["digits"]
    if "/" in digits:
        part, whole = map(int, digits.split("/"))
        if not whole or whole & (whole - 1) or part >= whole:
            stay_out(f"no binary fraction: {text}")
        return Fixed(sign * Fraction(part, whole), None, "fraction", "share")
    binary = (binary or match["base"] in ("B", ")2")) and match["base"] != ")10"
    whole_digits, _, places = digits.partition(".")
    if binary:
        if not _BINARY.fullmatch(digits):
            stay_out(f"not binary: {text}")
        if places:
            if whole_digits != "0":
                stay_out(f"a mixed number: {text}")
            return Fixed(sign * Fraction(int(places, 2), 1 << len(places)), len(places), "fraction", "binary")
        return Fixed(sign * Fraction(int(digits, 2)), len(digits), "integer", "binary")
    if places:
        value = Fraction(digits)
        if value >= 1 or value.denominator & (value.denominator - 1):
            stay_out(f"no binary fraction: {text}")
        return Fixed(sign * value, None, "fraction", "decimal")
    if len(digits) > 1 and digits[0] == "0":
        stay_out(f"binary or decimal: {text}")
    return Fixed(sign * Fraction(int(digits)), None, "integer", "decimal")


def coded_number(text: str, kind: str) -> Fixed:
    """The number of a code (`two`, `sign`, `ones`), with one or two sign bits.

    Raises:
        StayOut: no such code.
    """
    plain = bare(text).rstrip("B)")
    match = patterns.fullmatch(r"(?P<signs>[01]{1,2})[.,](?P<rest>[01]{2,32})|(?P<one>[01])(?P<more>[01]{3,32})", plain)
    if match is None:
        stay_out(f"no code: {text}")
    signs, rest = match["signs"] or match["one"], match["rest"] or match["more"]
    if len(set(signs)) != 1:
        stay_out(f"an overflow: {text}")
    places = len(rest)
    count = int(rest, 2)
    if signs[0] == "1":
        count = {"two": count - (1 << places), "sign": -count, "ones": count - (1 << places) + 1, "excess": count}[kind]
        if not count and kind != "excess":
            stay_out("minus nought")
    elif kind == "excess":
        count -= 1 << places
    if "." in plain:
        return Fixed(Fraction(count, 1 << places), places, "fraction", "binary")
    return Fixed(Fraction(count), places, "integer", "binary")


def code(value: Fraction, form: str, places: int, kind: str, signs: int = 1) -> str:
    """The code of a value with so many digits behind `signs` sign bits: `1.0101`, `11.0101`, `10101`, `11 0101`.

    Raises:
        StayOut: it has none.
    """
    scaled = value * (1 << places) if form == "fraction" else value
    if scaled.denominator != 1:
        stay_out("more digits than there are")
    count, top = int(scaled), 1 << places
    if not (-top <= count < top if kind == "two" else -top < count < top):
        stay_out("outside what the digits hold")
    if count < 0:
        rest = {"two": count + top, "sign": -count, "ones": top - 1 + count}[kind]
        sign = "1" * signs
    else:
        rest, sign = count, "0" * signs
    return f"{sign}{'.' if form == 'fraction' else ' ' if signs > 1 else ''}{rest:0{places}b}"


def wrapped_code(value: Fraction, form: str, places: int, signs: int) -> str:
    """What an adder of two's complement holds of a sum, also of one that overflowed."""
    scaled = value * (1 << places) if form == "fraction" else value
    if scaled.denominator != 1:
        stay_out("more digits than there are")
    bits = f"{int(scaled) % (1 << places + signs):0{places + signs}b}"
    return f"{bits[:signs]}{'.' if form == 'fraction' else ' ' if signs > 1 else ''}{bits[signs:]}"


def shown(value: Fraction, form: str, places: int, written: str) -> str:
    """A value as numbers of its problem are written."""
    sign = "-" if value < 0 else ""
    if written == "share":
        return str(value)
    if written == "decimal":
        return decimal(value, 12)
    if form == "fraction" and abs(value) < 1:
        scaled = abs(value) * (1 << places)
        if scaled.denominator != 1:
            stay_out("more digits than there are")
        return f"{sign}{int(scaled) >> places}.{int(scaled) % (1 << places):0{places}b}"
    return f"{sign}{int(abs(value)):b}"
