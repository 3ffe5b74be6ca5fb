"""Mixed numbers (`7½`, `$7\\frac{1}{2}$`, `7又1/2`) as one figure; without it the 7 and the half would be read as 71 halves."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from engine.generators.quantities import decimal, is_exact

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_BELOW_ONE = (
    rf"(?P<vulgar>[{_VULGAR}])"
    r"|\\[dt]?frac\s?(?:\{\s?(?P<above>\d+)\s?\}\s?\{\s?(?P<below>\d+)\s?\}|(?P<above1>\d)(?P<below1>\d))"
)
_MIXED = re.compile(
    rf"(?<![\d.^_])(?P<whole>\d{{1,3}})\s?(?:又\s?)?(?:{_BELOW_ONE})"
    r"|(?<![\d.^_])(?P<whole2>\d{1,3})\s?又\s?(?P<above2>\d{1,2})\s?/\s?(?P<below2>\d{1,2})(?![\d.])"
    r"|(?<![\d.^_,，、/] )(?<![\d.^_/])(?P<whole3>\d{1,2}) (?P<above3>[1-9])/(?P<below3>[2-9])(?=\s?(?:个?小时|天|分钟|千米|公里|元|吨|倍|米|升))"
)
_SHORT = re.compile(rf"(?<!\d)(?:{_BELOW_ONE})")


def without_mixed_numbers(text: str) -> str:
    """`text` with every mixed number as a decimal where it is a short one, else as a fraction; single signs of fractions spelled out."""
    text = _MIXED.sub(_one_figure, text) if any(sign in text for sign in ("又", "frac", "/", *_VULGAR)) else text
    return _SHORT.sub(lambda found: "/".join(map(str, _parts(found))), text) if any(sign in text for sign in ("frac", *_VULGAR)) else text


def _parts(found: re.Match[str]) -> tuple[int, int]:
    """Numerator and denominator."""
    groups = found.groupdict()
    if vulgar := groups.get("vulgar"):
        value = Fraction(unicodedata.numeric(vulgar)).limit_denominator(12)
        return value.numerator, value.denominator
    above = next(groups[name] for name in ("above", "above1", "above2", "above3") if groups.get(name))
    below = next(groups[name] for name in ("below", "below1", "below2", "below3") if groups.get(name))
    return int(above), int(below)


def _one_figure(found: re.Match[str]) -> str:
    above, below = _parts(found)
    if not 0 < above < below:
        return found[0]  # no fraction of one
    value = int(found["whole"] or found["whole2"] or found["whole3"]) + Fraction(above, below)
    return decimal(value, 4) if is_exact(value, 3) else f"{value.numerator}/{value.denominator}"
