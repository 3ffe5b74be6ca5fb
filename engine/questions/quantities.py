"""Whether two answers to a blank mean the same: the same words in other typing, or the same number, with or without its unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from engine.questions.expressions import evaluate
from engine.questions.folding import fold

_UNITS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("ns", "纳秒"), ("time", Fraction(1, 10**9))),
    **dict.fromkeys(("us", "μs", "微秒"), ("time", Fraction(1, 10**6))),
    **dict.fromkeys(("ms", "毫秒"), ("time", Fraction(1, 10**3))),
    **dict.fromkeys(("s", "秒"), ("time", Fraction(1))),
    **dict.fromkeys(("min", "分钟"), ("time", Fraction(60))),
    **dict.fromkeys(("bit", "bits", "位", "比特"), ("data", Fraction(1, 8))),
    **dict.fromkeys(("B", "byte", "bytes", "字节"), ("data", Fraction(1))),
    **{f"{prefix}B": ("data", Fraction(2 ** (10 * power))) for power, prefix in enumerate("KMGT", start=1)},
    **{f"{prefix}Hz": ("rate", Fraction(1000**power)) for power, prefix in enumerate(("", "k", "M", "G"))},
    **{f"{prefix}b/s": ("bandwidth", Fraction(1000**power)) for power, prefix in enumerate(("", "k", "M", "G"))},
    **{f"{prefix}bps": ("bandwidth", Fraction(1000**power)) for power, prefix in enumerate(("", "k", "M", "G"))},
}
"""Dimension and factor; K is 1,024 for memory and 1,000 for rates, as the exam has it. A unit in another case (kb) is not guessed."""

_MULTIPLES = {"万": 10_000, "亿": 100_000_000}
_COUNTER = re.compile(r"[\u3400-\u9fff]{1,3}")
_UNIT = re.compile(r"[A-Za-zμ/]+$|[\u3400-\u9fff]{1,4}$")
_SCIENTIFIC = re.compile(r"([-+]?\d+(?:\.\d+)?)e([-+]?\d{1,3})", re.IGNORECASE)


class _Quantity(NamedTuple):
    value: Fraction
    unit: str
    percent: bool


def same_answer(given: str, accepted: Sequence[str]) -> bool:
    """Whether `given` is one of the accepted wordings.

    Spaces, width, case and punctuation do not matter. Two numbers are compared by value (`2^10` is 1024, `25%` is 0.25); a unit
    may be left out, and two units are converted where both are known (`0.5 s`, `500 ms`).
    """
    return any(_same(given, wording) for wording in accepted)


def comparable(given: str, accepted: Sequence[str]) -> bool:
    """Whether `given` is a number, bare or in a fitting unit, where an accepted wording is one: `12` or `12 s` for `12.5 ms`."""
    one = _quantity(given)
    others = [quantity for wording in accepted if (quantity := _quantity(wording)) is not None]
    return one is not None and any(not one.unit or _dimension(one) == _dimension(other) for other in others)


def _dimension(quantity: _Quantity) -> str:
    return _UNITS[quantity.unit][0] if quantity.unit in _UNITS else quantity.unit


def _same(given: str, accepted: str) -> bool:
    given, accepted = (re.sub(r"([-+−])\s+(?=\d)", r"\1", text) for text in (given, accepted))  # else a dash of prose
    folded = fold(given)
    if folded and folded == fold(accepted):
        return True
    if _plain(given) == _plain(accepted):
        return bool(_plain(given))
    one, other = _quantity(given), _quantity(accepted)
    if one is None or other is None:
        return False
    if one.unit and other.unit and one.unit in _UNITS and other.unit in _UNITS:
        (dimension, factor), (other_dimension, other_factor) = _UNITS[one.unit], _UNITS[other.unit]
        return dimension == other_dimension and one.value * factor == other.value * other_factor
    # Where the key is 25% a bare 25 says the same; where the key is 25, 25% does not.
    return one.value == other.value or (other.percent and not one.percent and one.value == other.value * 100)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _quantity(text: str) -> _Quantity | None:
    text = "".join(text.replace("$", "").split()).strip("。；;，,")
    match = _UNIT.search(text)
    unit = unicodedata.normalize("NFKC", match[0]) if match else ""
    number = text[: match.start()] if match else text
    factor = 1
    if unit[:1] in _MULTIPLES:
        factor, unit = _MULTIPLES[unit[0]], unit[1:]
    if unit and unit not in _UNITS and not _COUNTER.fullmatch(unit):
        return None  # 802.11b is no number of b
    if scientific := _SCIENTIFIC.fullmatch(number):
        number = f"{scientific[1]}×10^({scientific[2]})"
    value = evaluate(number)
    return None if value is None else _Quantity(value * factor, unit, number.endswith(("%", "％")))
