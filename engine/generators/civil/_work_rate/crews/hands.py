"""Of whom a clause speaks, and how that is said."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.course import HAND, Course, Crew
from engine.generators.reading import stay_out


def crew_of(course: Course, piece: Piece) -> Crew:
    """Those of whom a clause speaks; empty where it names nobody."""
    crew: Crew = {}
    places = [each for each in piece.mentions if each.kind in ("name", "heads", "all")]
    count: Term | None = None
    for each in places:
        if each.kind == "all":
            number = "零一二三四".find(each.value.replace("两", "二")) if each.value and not each.value.isdigit() else int(each.value or 0)
            everyone = {name: constant(1) for name in course.names}
            if number and number == len(piece.names()):
                continue  # `甲、乙两队`
            if not everyone:
                everyone = course.crew or course.last_crew
                number = 0
            here = course.crew if course.open and course.crew and number in (0, len(course.crew)) else everyone
            if not here or number not in (0, len(here)):
                stay_out("how many work")
            crew = {**here, **crew}
        elif each.kind == "heads":
            if count is not None:
                stay_out("hands of which sort")
            count = constant(int(each.value))
        else:
            if count is not None or each.value not in crew:
                crew[each.value] = count or constant(1)
            count = None
    if not places and piece.has("g"):
        if course.open and len(course.crew) > 1:
            return dict(course.crew)
        crew = {name: constant(1) for name in course.names}
    if count is not None:
        if patterns.search("各", piece.text) and crew:
            crew = dict.fromkeys(crew, count)
        elif crew or course.names:
            stay_out("hands of which sort")
        else:
            crew = {HAND: count}
            if course.open and HAND in course.crew and not patterns.search("改|换|只|仅|由|用|让|[派请]", piece.text):
                stay_out("beside whom, or instead of whom")
    if piece.has("g") and course.open and len(crew) == 1 and not piece.has("N") and HAND not in crew and set(crew) - set(course.crew):
        crew = {**course.crew, **crew}  # with those who are at work
    return crew


def said(crew: Crew) -> str:
    """Those who work, in words."""
    parts = []
    for sort, count in crew.items():
        number = count.get((), Fraction(0)) if set(count) <= {()} else None
        parts.append(
            sort if number == 1 and sort != HAND else f"{number if number is not None else '若干'} 个{'人' if sort == HAND else sort}"
        )
    return "、".join(parts)
