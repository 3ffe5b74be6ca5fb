"""A price changed twice by the same rate: the rate, from what it was at first and in the end."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_SHARE = r"(?:幅度|百分率|百分数|百分比|比例|降价率|涨价率|率)"
_ALIKE = re.compile(
    rf"(?:[两二2]次(?:都|均)?(?:以|按)?(?:照)?(?:相同|同样|相等)的?{_SHARE}(?P<way>降价|涨价|提价|下调|上调)|[两二2]次(?P<way2>降价|涨价|提价|下调|上调)[^。;]{{0,30}}?每次(?:降价|涨价|提价|下调|上调)的?{_SHARE}(?:都|均)?(?:相同|相等|一样))"
)
_AMOUNT = re.compile(r"(?P<value>(?<![\d.])\d+(?:\.\d+)?)元")
_EACH_TIME = re.compile(
    rf"(?:求|则|那么|问)?(?:平均)?每次(?:降价|涨价|提价|下调|上调)的?(?:{_SHARE})?(?:是|为)?(?:百分之?(?:多少|几)|多少%?|\( \)|[:。?]*$)"
)


def read_even_changes(text: str) -> Recognition | None:
    """A price changed twice by the same rate: the rate, told what it was and what it is.

    Raises:
        StayOut: something else is told or asked.
    """
    text = patterns.sub(r"\s+", "", normalise(text)).replace("()", "( )")
    same = _ALIKE.search(text)
    if same is None:
        return None
    prices = [Fraction(each["value"]) for each in _AMOUNT.finditer(text)]
    asked = _EACH_TIME.search(text, same.end())
    left = patterns.sub(r"第?[二两2]次|每[件个台双套]", "", _AMOUNT.sub("", text))
    if len(prices) != 2 or asked is None or patterns.search(r"\d|成本|进价|利润|赚|亏|[甲乙]|第三|三次", left):
        stay_out("asked otherwise")
    falls = (same["way"] or same["way2"]) in ("降价", "下调")
    factor = prices[1] / prices[0]
    root = Fraction(isqrt(factor.numerator), isqrt(factor.denominator))
    if root * root != factor or (factor < 1) != falls:
        stay_out("no whole root")
    lines = [f"原来 {decimal(prices[0], 4)} 元，两次{'降' if falls else '涨'}价后 {decimal(prices[1], 4)} 元，每次的幅度相同"]
    working = [f"设每次变为那时的 k 倍：k² = {decimal(prices[1], 4)} ÷ {decimal(prices[0], 4)}，k = {decimal(root, 4)}"]
    return recognition(lines, [(asked.start(), abs(1 - root) * 100, "%")], {}, working=working)
