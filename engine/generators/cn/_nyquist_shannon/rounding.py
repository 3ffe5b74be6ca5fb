"""What a problem says of how to round, and the logarithms it gives to calculate with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators.cn._nyquist_shannon.simulator import log2

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_DECIMALS = re.compile(
    r"(?:保留到?|精确到|取到?|取)(?:小数点?后?)?(?:面|第)*(?P<digits>[一二两三四1-4])位(?!有效)(?:小数)?|精确到0\.(?P<noughts>0*)1(?!\d)|(?:保留|精确到)(?P<tenth>十分位|百分位)"
)
_WHOLE = re.compile(
    r"取整|取为?整数|保留(?:到|为)?整数|(?:精确|四舍五入|舍入|保留)(?:到|至|成|为)(?:整数|个位)|(?:结果|答案)(?:为|取|用)整数"
)
LOGARITHM = r"\(?(?:其中|已知|设|注:?|提示:?|可?取|可用|计算时|近似|按|,|:)*(?:可?取)?(?P<base>log|lg|lb)_?\{?(?P<two>2|10)?\}?\s*(?:\((?P<inner>\d+(?:\.\d+)?(?:\+\d+(?:\.\d+)?)?)\)|(?P<plain>(?<=[gb])\s*\d+(?:\.\d+)?|\s+\d+(?:\.\d+)?))\s*(?:约等于|近似为|约为|取为|≈|=|~|约|取|按|为|是)+\s*(?P<value>\d+(?:\.\d+)?)(?![\d^])(?:计算?|来算|算|,?取\d+)?\)?"
"""`取 log2(1001)≈10`, `lg2=0.3`."""


def digits_wanted(text: str) -> int | None:
    """How many decimals the text wants; None where it does not say."""
    if found := _DECIMALS.search(text):
        if found["tenth"]:
            return 1 if found["tenth"] == "十分位" else 2
        if found["digits"]:
            return _DIGITS.get(found["digits"]) or int(found["digits"])
        return len(found["noughts"]) + 1
    return 0 if _WHOLE.search(text) else None


def logarithms_given(matches: Sequence[re.Match[str]]) -> list[tuple[Fraction, Fraction] | None]:
    """Numbers with their logarithms to the base 2 as `LOGARITHM` matched them; None for one of another base, or far from true."""
    lg_two = next((Fraction(match["value"]) for match in matches if match["base"].lower() == "lg" and match["plain"] == "2"), None)
    return [_logarithm(match, 1 / lg_two if lg_two else log2(Fraction(10))) for match in matches]


def _logarithm(match: re.Match[str], log2_of_ten: Fraction) -> tuple[Fraction, Fraction] | None:
    base = match["two"] or {"lg": "10", "lb": "2"}.get(match["base"].lower(), "")
    number = sum(map(Fraction, (match["inner"] or match["plain"]).strip().split("+")), Fraction(0))
    value = Fraction(match["value"])
    true = log2(number) / (1 if base == "2" else log2(Fraction(10))) if base and number > 0 else None
    if true is None or abs(value - true) > true / 30:
        return None
    return number, value if base == "2" else value * log2_of_ten
