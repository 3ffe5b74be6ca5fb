"""Reading a row of numbers that goes on with dots: the dots behind it, and the number at a place further on (`数列 1, 1, 2, 3, 5, … 的第 12 项`)."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._number_series.rules import arithmetic, continuations, geometric
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_GOES_ON = r"(?<=\d)\s*[,，、;]?\s*(?:\.{2,}|…+)(?=\s*[,，、;。]?\s*(?:[\u4e00-\u9fff?]|$))"
_LATER = re.compile(
    r"(?:有|已知|观察|下面|下列|按一定规律排列的|按规律排列的|这样|如下|[一1][串列组个]|数列?|斐波那契|兔子|的|[:,，\s])*"
    r"(?P<row>-?\d+(?:\s*[,，、]\s*-?\d+){3,})"
    r"(?:它的?|这[一个]?[列串组]?数列?|该数列|按此规律|照此规律|按这个规律|依此类推|以此类推|则|那么|问|求|请问|中|里|的|[:,，。;\s])*"
    rf"第(?P<place>{INTEGER})(?:项|个数字?)(?:的值)?(?:应该?)?(?:是|为|等于)*(?:多少)?[?。\s]*"
)
_FURTHEST = 40
"""The last place looked at."""


def without_dots(text: str) -> str:
    """A row without the dots behind its last number; dots before another number stay."""
    return patterns.sub(_GOES_ON, "", text)


def read_later_term(text: str) -> Recognition | None:
    """The number at a place behind those written, where at every step all rules that the row keeps go on alike.

    Raises:
        StayOut: the row goes on in no way, or in more than one.
    """
    found = _LATER.fullmatch(Reading(without_dots(text)).text.strip())
    if found is None:
        return None
    told = patterns.findall(r"-?\d+", found["row"])
    row, place = [Fraction(each) for each in told], to_int(found["place"])
    if not len(row) < place <= _FURTHEST:
        stay_out("which place")
    if len(row) < 5 and arithmetic(row) is None and geometric(row) is None:
        stay_out("too few numbers to tell the rule")
    words = ""
    while len(row) < place:
        following = list(continuations(row))
        values = {value for value, _, _ in following}
        if len(values) != 1 or next(iter(values)).denominator != 1:
            stay_out("how the row goes on")
        words = words or following[0][1]
        row.append(values.pop())
    terms = [str(each) for each in row]
    return Recognition(
        parameters={"task": "row", "terms": terms[:-1], "next": terms[-1], "rule": [words], "bare": False},
        understood=(("数列", "，".join(told)), ("规律", words), ("求", f"第 {place} 项")),
    )
