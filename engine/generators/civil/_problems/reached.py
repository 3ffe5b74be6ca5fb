"""What goes up, or down, *to* so much: never by so much."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+(?:\.\d+)?(?:/\d+)?|[一二两三四五六七八九十百]+)"
_MOVES = r"(?:提高|提升|增加|增大|加快|上升|升|增|提|降低|降|下降|减少|减慢|减)"
_TO = rf"{_MOVES}(?:到|至|为|成)(?:了)?"
_OF_OLD = re.compile(rf"{_TO}(?:原来|原先|原有|原计划|计划|原)的?(?:效率|工效|速度)?的?(?P<value>{_N})(?P<unit>倍|%)?(?![\d.∶:/分])")


def by_how_much(text: str) -> str:
    """`效率提高到原来的 2 倍` as `效率提高 100%`.

    Raises:
        StayOut: it goes down to more, or up to less, or somebody travels.
    """
    if (found := _OF_OLD.search(text)) and patterns.search("速度|车速|时速", text) and patterns.search("[车船]|路程|全程|到达|出发", text):
        stay_out(f"a journey: {found[0]}")

    def told(found: re.Match[str]) -> str:
        value = Fraction(found["value"] if found["value"].isascii() else to_int(found["value"])) / (100 if found["unit"] == "%" else 1)
        if (value > 1) == bool(patterns.match("降|下降|减", found[0])) or value == 1:
            stay_out(f"up or down: {found[0]}")
        percent = abs(value - 1) * 100
        if percent.denominator == 1:
            return f"{'提高' if value > 1 else '降低'}{percent}%"
        return f"{'提高' if value > 1 else '降低'}{abs(value - 1)}"

    said = _OF_OLD.sub(told, text)
    if left := patterns.search(rf"{_TO}(?:原|计划)", said):
        stay_out(f"to how much: {left[0]}")
    return said


_RATE_MOVES = rf"(?:{_MOVES}|回升|加速|扩大|缩小|回落|下滑|放缓|减缓|收窄|变|调整)(?:到|至|为|成)(?:了)?"


def rate_reached(text: str) -> str:
    """`增速降到 10%`, `增速提高为 12%` as `增速为`: the rate itself, no fall by so much and no amount.

    Raises:
        StayOut: something that is no rate goes to so many per cent.
    """
    rate = r"(增速|增幅|涨幅|降幅|跌幅|增长率|增长速度|增长幅度)(?:又|再|则|将|会|也|进一步|继续)*"
    told = patterns.sub(rf"{rate}{_RATE_MOVES}\s*(?=\d+(?:\.\d+)?\s*%)", r"\1为", text)
    for found in patterns.finditer(rf"[^;；。?？!！\n]*?{_RATE_MOVES}\s*\d+(?:\.\d+)?\s*%", told):
        if not patterns.search("率|比重|占|比例|份额|增速|[增涨降跌]幅|速度|系数|指数|由|从", found[0]):
            stay_out(f"an amount of so many per cent: {found[0]}")
    return told


def becoming(text: str) -> str:
    """`速度提高到每小时 80 千米` as `速度变为每小时 80 千米`."""
    return patterns.sub(rf"(?<=[速度时]){_TO}(?=每|\d|[一二两三四五六七八九十百]+(?:千米|公里|米))", "变为", text)


def stay_out_of_reached(text: str) -> None:
    """No reader knows what a rate goes up to.

    Raises:
        StayOut: something does.
    """
    if found := patterns.search(
        rf"{_TO}(?:每[天日人小时分钟周月个]*)?{_N}(?:个|件|套|米|千米|页|吨|棵|双|台(?=零|机器$)|份|块|字|%|倍)", text
    ):
        stay_out(f"goes up or down to: {found[0]}")
