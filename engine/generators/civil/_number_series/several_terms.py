"""The sum or the mean of some terms of a progression: `第 3 项到第 8 项的和`, `第 7、8、9 项的平均数`.

Such a thing is written `t3,4,5` (their sum) or `m3,4,5` (their mean).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, stay_out, to_int

_THESE = rf"(?:[,，]?(?:这|共|一共)*(?P<count>{INTEGER}|几|些|各|所有)个?项)?(?:的|之)*总?(?P<what>和|平均数|平均值)"
_FROM_TO = rf"从?(?:a(?P<from>\d+)|第(?P<from2>{INTEGER})项?)(?:到|至|~|-|—)+(?:a(?P<to>\d+)|第?(?P<to2>{INTEGER})项){_THESE}"
_LISTED = rf"(?P<row>(?:a\d+|第{INTEGER}项?)(?:(?:、|和|与|跟|及|\+)+(?:a\d+|第?{INTEGER}项?))+){_THESE}"
_LONGEST = 200


def places_of(wanted: str) -> list[int]:
    """The places of `t3,4,5`."""
    return [int(each) for each in wanted[1:].split(",")]


def _is_row(places: Sequence[int]) -> bool:
    return len(places) > 2 and list(places) == list(range(places[0], places[-1] + 1))


def spoken_terms(wanted: str) -> str:
    """What is asked, in words."""
    places = places_of(wanted)
    terms = f"第 {places[0]} 项到第 {places[-1]} 项" if _is_row(places) else "、".join(f"第 {place} 项" for place in places)
    return f"{terms}的{'和' if wanted[0] == 't' else '平均数'}"


def take_terms(story: Story, facts: list[tuple[str, Fraction]], told: str, arithmetic: bool) -> list[tuple[int, str]]:
    """What is asked of several terms; what is told of them (as `told` says, with `value`) joins the facts.

    Raises:
        StayOut: which terms is not sure, or a sum is told of a geometric series.
    """
    asked = []
    for pattern in (_FROM_TO, _LISTED):
        for match in story.take_all(pattern + told):
            if pattern is _FROM_TO:
                places = list(range(to_int(match["from"] or match["from2"]), to_int(match["to"] or match["to2"]) + 1))
            else:
                places = [to_int(each) for each in patterns.findall(INTEGER, match["row"])]
                if (
                    "、" in match["row"]
                    and patterns.search("[和与跟及]", match["row"])
                    and len({b - a for a, b in itertools.pairwise(places)}) > 1
                ):
                    stay_out("the first by itself, or one of those added")
            counted = patterns.fullmatch(INTEGER, match["count"] or "")
            if not 2 <= len(set(places)) == len(places) <= _LONGEST or (counted and to_int(counted[0]) != len(places)):
                stay_out("which terms")
            mean = match["what"] != "和"
            if match["value"] is None:
                asked.append((match.start(), ("m" if mean else "t") + ",".join(map(str, places))))
            elif not arithmetic:
                stay_out("a sum of a geometric series is told")
            else:
                facts.append(("+".join(f"a{place}" for place in places), Fraction(match["value"]) * (len(places) if mean else 1)))
    return asked


def solve_terms(wanted: str, terms: Sequence[Fraction], arithmetic: bool, known: str) -> Solution:
    """The sum or the mean of these terms."""
    places, summed = places_of(wanted), sum(terms, Fraction(0))
    steps = [f"由已知条件，{known}"]
    if _is_row(places) and arithmetic:
        steps.append(f"第 {places[0]} 项为 {terms[0]}，第 {places[-1]} 项为 {terms[-1]}，共 {len(places)} 项，它们的和为 {summed}。")
    elif len(places) <= 8:
        steps.append(f"{'、'.join(f'第 {place} 项' for place in places)}依次为 {'、'.join(map(str, terms))}，和为 {summed}。")
    else:
        steps.append(f"{spoken_terms('t' + wanted[1:])}为 {summed}。")
    value = summed
    if wanted[0] == "m":
        value = summed / len(places)
        steps.append(f"平均数为和除以 {len(places)}，得 {value}。")
    shown = str(value) if value.denominator == 1 or not is_exact(value) else decimal(value)
    return Solution(answer=shown, also=(str(value),) if shown != str(value) else (), steps=paragraphs(*steps))
