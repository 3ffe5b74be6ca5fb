"""Options that say in what range an answer lies: `高于 15% 但低于 20%`, `在 1‰ 到 5‰ 之间`, `不超过 1000`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns

_NUMBER = r"(\d+(?:\.\d+)?(?:/\d+)?)\s*([%‰]?)"
_UNIT = r"\s*(?:[万亿]*(?:种|个|人|次|元|天|岁|分钟|小时|千米|公里|米|倍|吨|件|户|辆|台|家))?"
_BELOW = re.compile(rf"(?:小于|低于|少于|不足|不到|未到|<){_NUMBER}{_UNIT}")
_UP_TO = re.compile(rf"(?:不超过|不高于|不大于|不多于|至多|小于等于|≤){_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}(?:及)?以下")
_ABOVE = re.compile(rf"(?:大于|高于|多于|超过|>){_NUMBER}{_UNIT}")
_FROM = re.compile(rf"(?:不低于|不少于|不小于|不足于|至少|大于等于|≥){_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}(?:及)?以上")
_BETWEEN = re.compile(rf"(?:在|介于)?{_NUMBER}{_UNIT}\s*(?:到|至|和|与|~|-|—|–)+\s*{_NUMBER}{_UNIT}(?:之间)?")
_EXACT = re.compile(rf"(?:正好|刚好|恰好|等于|为|是)(?:为|是|等于)?{_NUMBER}{_UNIT}")
_ANSWER = re.compile(rf"{_NUMBER}(?:\s*[\u4e00-\u9fff]{{1,3}})?")

Range = tuple[Fraction | None, bool, Fraction | None, bool]
"""Lowest value and whether it is in, highest value and whether it is in; None: no end on that side."""


def _value(number: str, sign: str) -> Fraction:
    return Fraction(number) / {"%": 100, "‰": 1000}.get(sign, 1)


def _said(match: re.Match[str]) -> list[Fraction]:
    parts = match.groups()
    return [_value(number, sign or "") for number, sign in zip(parts[::2], parts[1::2], strict=True) if number]


def read_range(option: str) -> Range | None:
    """The range an option says; None where it says none."""
    text = patterns.sub(r"^在(?=[\d.%‰/]+[^\d到至和与~—–-]*$)", "", patterns.sub(r"[\s。;]", "", option))
    low: Fraction | None = None
    high: Fraction | None = None
    low_in = high_in = False
    if match := _EXACT.fullmatch(text):
        (value,) = _said(match)
        return value, True, value, True
    if match := _BETWEEN.fullmatch(text):
        low, high = _said(match)
        # `在 5 到 10 之间`: a value on the border would be in two options, and then nothing is said.
        return (low, True, high, True) if low < high else (high, True, low, True)
    for part in patterns.split(r"[,，、]|但|且|而", text):
        if not part:
            continue
        if match := _UP_TO.fullmatch(part):
            (high,), high_in = _said(match), True
        elif match := _FROM.fullmatch(part):
            (low,), low_in = _said(match), True
        elif match := _BELOW.fullmatch(part):
            (high,), high_in = _said(match), False
        elif match := _ABOVE.fullmatch(part):
            (low,), low_in = _said(match), False
        else:
            return None
    return (low, low_in, high, high_in) if low is not None or high is not None else None


def _holds(bounds: Range, value: Fraction) -> bool:
    low, low_in, high, high_in = bounds
    above = low is None or value > low or (low_in and value == low)
    below = high is None or value < high or (high_in and value == high)
    return above and below


def holding(options: Sequence[str], wordings: Sequence[str]) -> int | None:
    """The place of the only option whose range holds the answer; -1 where not exactly one does.

    None where not every option says a range, or no wording of the answer is a plain number: then the options say the answer itself.
    """
    ranges = [bounds for option in options if (bounds := read_range(option)) is not None]
    numbers = [match for said in wordings if (match := _ANSWER.fullmatch(said.strip())) is not None]
    if not options or len(ranges) != len(options) or not numbers:
        return None
    sizes = {size for option in options for size in patterns.findall(r"\d\s*([万亿]*)(?![\d.万亿])", option)}
    if len(sizes) == 1:  # `6000 万元以上`: the answer is counted so, too
        size = sizes.pop()
        numbers = [number for number in numbers if patterns.findall(r"\d\s*([万亿]*)(?![\d.万亿])", number[0])[-1] == size]
        if not numbers:
            return -1
    value = _value(numbers[0][1], numbers[0][2] or "")
    places = [place for place, bounds in enumerate(ranges) if _holds(bounds, value)]
    return places[0] if len(places) == 1 else -1
