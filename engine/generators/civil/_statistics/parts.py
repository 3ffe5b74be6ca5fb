"""Parts of a year (`1~6月`, `3月`, `第二季度`) as one sign each, so that figures of different parts are different figures."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.reading import to_int

SIGN = "[\ue100-\ue1ff]"
"""A part of a year in a marked text."""

_FIRST, _HALF, _MONTH, _QUARTER = 0xE100, 0xE120, 0xE130, 0xE150
_NUMERAL = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_PART = re.compile(
    rf"(?<![\d.第~—–-])(?:1|一)月?(?:份)?(?:-|~|—|–|至|到)+(?P<until>{_NUMERAL})月(?:份)?(?:[末底])?(?!\d{{1,2}}日)"
    r"|(?P<half>[上下])半年|前(?P<three>三)(?:个)?季度"
    rf"|(?<=[年⟧])前(?P<first>1[01]|[2-9]|十一?|[二三四五六七八九])个月"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:末)?"
    rf"|(?<![\d.第~—–-])(?<!个)(?P<month>{_NUMERAL})月(?:份)?(?:[末底])?(?!\d{{1,2}}日)(?![均度饼亮])"
)


def _sign(match: re.Match[str]) -> str:
    if until := match["until"]:
        months = to_int(until)
        return "" if months == 12 else chr(_FIRST + months)
    if match["half"]:
        return chr(_FIRST + 6) if match["half"] == "上" else chr(_HALF)
    if match["three"]:
        return chr(_FIRST + 9)
    if first := match["first"]:
        return chr(_FIRST + to_int(first))
    if quarter := match["quarter"]:
        place = "一二三四1234".index(quarter) % 4 + 1
        return chr(_FIRST + 3) if place == 1 else chr(_QUARTER + place)
    return chr(_MONTH + to_int(match["month"]))


def parts_marked(text: str) -> str:
    """The text with a sign for every part of a year."""
    return _PART.sub(_sign, text)


def part_of(name: str) -> str:
    """The sign that a name begins with; an empty string for the whole year."""
    return name[0] if patterns.match(SIGN, name) else ""


def before(sign: str) -> tuple[str, int]:
    """The month or quarter before, and how many years earlier it is."""
    code = ord(sign)
    if code == _FIRST + 3:
        return chr(_QUARTER + 4), 1
    for start, count in ((_QUARTER, 4), (_MONTH, 12)):
        if start < code <= start + count:
            if start == _QUARTER and code == _QUARTER + 2:
                return chr(_FIRST + 3), 0
            return (chr(code - 1), 0) if code > start + 1 else (chr(start + count), 1)
    return "", 0


def months_after(sign: str) -> tuple[str, str]:
    """The month right behind the first months of a year, and the first months with it; empty strings for other parts."""
    months = ord(sign) - _FIRST
    return (chr(_MONTH + months + 1), chr(_FIRST + months + 1)) if 1 <= months < 11 else ("", "")


def parts_told(text: str) -> str:
    """A text for people, the signs as words again."""

    def told(match: re.Match[str]) -> str:
        code = ord(match[0])
        if code == _FIRST + 6:
            return "上半年"
        if code == _HALF:
            return "下半年"
        if code == _FIRST + 9:
            return "前三季度"
        if code == _FIRST + 3:
            return "第一季度"
        if code < _HALF:
            return f" 1～{code - _FIRST} 月"
        return f" {code - _MONTH} 月" if code <= _MONTH + 12 else f"第{'一二三四'[code - _QUARTER - 1]}季度"

    return patterns.sub(SIGN, told, text)
