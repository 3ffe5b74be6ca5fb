"""The next, or the last, day of a date: `2024 年 5 月 1 日是星期三，下一个 5 月 1 日` as the date with its year."""

from __future__ import annotations

import re

from engine.generators.civil._calendar_date.simulator import is_leap, length_of
from engine.generators.civil._calendar_date.wording import HOLIDAYS, in_figures
from engine.generators.reading import stay_out

_DAY = r"(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]?\d)[日号]?"
_FEAST = rf"(?P<feast>{'|'.join(HOLIDAYS)})节?"
_TOLD = re.compile(rf"(?P<year>(?:19|20)\d\d)年(?:的)?(?:{_DAY}|{_FEAST})")
_COMING = re.compile(rf"(?P<way>[下上前后])(?:一|1)?(?:个|次|回)(?P<leap>闰年)?的?(?:{_DAY}|{_FEAST})")
_SOME = re.compile(rf"(?:[下上前后]|最近)(?:一|1|两|二|2)?(?:个|次|回)(?:闰年|平年|{_DAY}|{_FEAST})")

_YEARS = {"大前年": -3, "前年": -2, "后年": 2, "大后年": 3}
_IN_TWO_YEARS = re.compile(rf"(?<![年今以之然先往])({'|'.join(sorted(_YEARS, key=len, reverse=True))})(?:的)?")


def _month_and_day(found: re.Match[str]) -> tuple[int, int]:
    return HOLIDAYS[found["feast"]] if found["feast"] else (int(found["month"]), int(found["day"]))


def with_year(text: str) -> str:
    """The text with the year of the next, or the last, day of a date.

    Raises:
        StayOut: of which year it is is not certain.
    """
    dated = in_figures(text)
    told, first = _TOLD.findall(dated), _TOLD.search(dated)
    if (in_two := _IN_TWO_YEARS.search(dated)) is not None:
        if first is None or len(told) > 1:
            stay_out("two years from when")
        text = dated = f"{dated[: in_two.start()]}{int(first['year']) + _YEARS[in_two[1]]}年{dated[in_two.end() :]}"
    if not _SOME.search(dated):
        return text
    text = dated
    coming = _COMING.search(text)
    if coming is None or first is None or len(told) > 1:
        stay_out("the next of what")
    now, then = _month_and_day(first), _month_and_day(coming)
    if then[1] > length_of(2024, then[0]):
        stay_out("no day of the calendar")
    step = 1 if coming["way"] in "下后" else -1
    year = int(first["year"])
    if (then <= now) if step > 0 else (then >= now):
        year += step
    elif coming["leap"]:
        stay_out("a leap year, this one or the next")
    while (coming["leap"] and not is_leap(year)) or then[1] > length_of(year, then[0]):
        year += step
    return f"{text[: coming.start()]}{year}年{then[0]}月{then[1]}日{text[coming.end() :]}"
