"""Options of a statistic that do not say its value to the digit: the nearest by far, or the only range that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns

_UP = r"上升|增加|增长|提高|上涨|扩大|升高|加快|提升|增|多|高|快"
_DOWN = r"下降|减少|降低|下跌|缩小|回落|放缓|减慢|收窄|减|少|低|慢"
_NUMBER = r"-?\d+(?:\.\d+)?"
_OPTION = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))?(?:了|出|约|近|幅度)*(?:在)?(?P<before>不到|不足|低于|小于|不超过|超过|高于|大于|多于)?\s*(?P<value>{_NUMBER})\s*"
    rf"(?P<unit>%|个?百分点|倍|[kKMGTmnμ]?(?:bit/s|bps|b/s|B/s|Hz|bit|B|s)|k?m|[万亿]*[\u4e00-\u9fff]{{0,3}}?)?(?:(?:[~～至到]|-|—)\s*(?P<top>{_NUMBER})\s*(?P<unit2>%|个?百分点|倍|[万亿]*[\u4e00-\u9fff]{{0,3}}?)?(?:之间)?)?(?P<after>以上|以下|以内|之内|多|左右)?"
)
_DIGITS, _ROUGHLY = Fraction(1, 100), Fraction(1, 50)
"""How far from the value an option may be that says it roughly; the next one must be four times as far."""
_CRUDELY, _FAR = Fraction(1, 25), Fraction(1, 5)
"""How far it may be where the next one is seven times as far, and where it is ten times as far."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An option: which way, from where to where, in which unit."""

    way: int
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: str

    @property
    def bounded(self) -> bool:
        """Whether it is a range."""
        return self.low is not None or self.high is not None


def _said(option: str) -> _Said | None:
    found = _OPTION.fullmatch(patterns.sub(r"\s+|[。,;]+$", "", option))
    if found is None:
        return None
    value = Fraction(found["value"])
    low = high = None
    if found["top"]:
        low, high = value, Fraction(found["top"])
    elif found["before"] in ("不到", "不足", "低于", "小于", "不超过") or found["after"] in ("以下", "以内", "之内"):
        low, high = Fraction(0), value
    elif found["before"] or found["after"] in ("以上", "多"):
        low = value
    way = 1 if found["up"] else -1 if found["down"] else 0
    return _Said(way, value, low, high, found["unit2"] or found["unit"] or "")


def roughly(options: Sequence[str], wordings: Sequence[str], letters: str) -> list[str]:
    """The letter of the only option that a computed value answers roughly; none where no option does, or it is not plain which.

    `wordings`: the answer, and the same in other units: the first in the unit of the options counts.
    """
    said = [_said(option) for option in options]
    units = {each.unit for each in said if each is not None and patterns.fullmatch("[A-Za-zμ/]+", each.unit)}
    answer = wordings[0]
    measured = bool(units)
    if len(units) == 1:
        unit = units.pop()
        answer = next((one for one in wordings if patterns.search(rf"(?<![A-Za-zμ]){unit}(?![A-Za-z/])", one)), answer)
    counted = {each.unit for each in said if each is not None}
    if len(counted) == 1 and (unit := counted.pop()):  # `8125 万元` of an answer that is told in 元, too
        answer = next((one for one in wordings if patterns.search(rf"\d\s*{re.escape(unit)}$", one)), answer)
    told = patterns.findall(_NUMBER, answer)
    if len(told) != 1 or any(each is None for each in said):
        return []
    value, way = Fraction(told[0]), -1 if patterns.search(_DOWN, wordings[0]) else 1
    fitting = [
        (each, letter)
        for each, letter in zip(said, letters, strict=False)
        if each is not None and each.way in (0, way) and (not each.unit or each.unit in answer)
    ]
    if any(each is not None and each.bounded for each in said):
        inside = [
            letter
            for each, letter in fitting
            if each.bounded and (each.low is None or each.low <= value) and (each.high is None or value < each.high)
        ]
        points = sorted((abs(each.value - value), letter) for each, letter in fitting if not each.bounded)
        if not inside and points and (len(points) == 1 or 2 * points[0][0] < points[1][0]):
            return [points[0][1]]  # `不超过 3%、4% 左右、5% 左右、大于 6%`
        return inside if len(inside) == 1 else []
    if not value or not fitting or (way < 0 and any(each.way == 0 for each, _ in fitting)):
        return []
    apart = sorted((abs(each.value - value) / abs(value), letter) for each, letter in fitting)
    if not any("." in option for option in options):  # whole numbers all
        rounded = [letter for each, letter in fitting if abs(each.value - value) <= Fraction(1, 2) and value >= 1]
        if len(rounded) == 1:
            return rounded
    next_one = apart[1][0] if len(apart) > 1 else Fraction(100)
    near = apart[0][0] <= _ROUGHLY and next_one >= 4 * apart[0][0]
    if measured:  # A physical quantity is computed, not estimated: its option only leaves digits out.
        return [apart[0][1]] if apart[0][0] <= _DIGITS and next_one >= 4 * apart[0][0] else []
    near = apart[0][0] <= _ROUGHLY and next_one >= 4 * apart[0][0]
    crude = apart[0][0] <= _CRUDELY and next_one >= 7 * apart[0][0]
    return [apart[0][1]] if near or crude or (apart[0][0] <= _FAR and next_one >= 10 * apart[0][0]) else []
