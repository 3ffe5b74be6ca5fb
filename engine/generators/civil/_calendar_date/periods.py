"""Periods that are asked about and that no reader of dates counts through: a year, a quarter, next month, two months together.

A reader that passes such a period over counts in the month that is told, and is wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._calendar_date.coming import with_year
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天末]"
_PERIOD = r"(?:(?:[当本全今明去同整该那某次后前]|这一?|那一|[上下]一?|[上下]半|第[二2])个?年|年[内底初末终中间里]|年度|\d{4}年|季度?|寒假|暑假|学期|世纪)"
_ORDINAL = (
    rf"(?:第(?:[一二三四五六七八九十]+|\d+)|最后|最末|最先|最早|末|首|头|倒数第[一二三四五\d]+)(?:的)?(?:[一1])?(?:个|次)?(?:的)?{_WEEKDAY}"
)
_INSIDE = r"(?:(?!\d{1,2}月|[上下这本当该同次]个?月|[一二三四五六七八九十]月)[^,;。?])"
_COUNTED = rf"(?:几|多少)(?:个|次|天|日)?(?:的)?{_WEEKDAY}|{_WEEKDAY}[^,;。?]{{0,6}}(?:几|多少)(?:个|次|天)"
_OTHER_MONTH = r"(?:[上下次]{1,2}一?个?月|[前后]一?个?月|第[二三]个?月)"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?"
_MONTHS = rf"{_MONTH}(?:[、,和与及跟加]|以及|到|至|~|-){_MONTH}|[两二三四2-9]个月"

_SINCE_WHEN = r"\d{1,2}月\d{1,2}[日号]是?(?:星期|周|礼拜)(?:几|多少)[^?]{0,4}\?\s*(?:那么?|则|请问|又)?(?:经?过了?)\d+天[^?]{0,6}(?:星期|周|礼拜)(?:几|多少)"
"""`3 月 1 日是星期几？过 100 天是星期几？`: since the day just asked about, or since the day told?"""


def in_its_period(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that says nothing where the period asked about is none that it counts through."""

    def reading(text: str) -> Recognition | None:
        text = with_year(text)
        found = read(text)
        if found is not None and (
            patterns.search(_SINCE_WHEN, text)
            or patterns.search(rf"{_PERIOD}{_INSIDE}{{0,8}}?{_ORDINAL}", text)
            or patterns.search(rf"{_OTHER_MONTH}[^,;。?]{{0,8}}?(?:{_COUNTED})", text)
            or patterns.search(rf"(?:季度?|寒假|暑假|学期|半年)[^,;。?]{{0,16}}?(?:{_COUNTED})", text)
            or patterns.search(rf"(?:{_MONTHS})[^,;。?\d]{{0,10}}?(?:{_COUNTED})", text)
        ):
            stay_out("a period that is not counted through")
        return found

    return reading
