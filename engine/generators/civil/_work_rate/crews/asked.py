"""What is asked of a work: how long, how many, how much, in which ratio."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled, symbol
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.course import HAND, UNITS, WHOLE, Course
from engine.generators.civil._work_rate.crews.hands import crew_of, said
from engine.generators.civil._work_rate.crews.rates import part_of_it, rate_of
from engine.generators.reading import stay_out


def ask(course: Course, piece: Piece) -> None:
    """What is asked.

    Raises:
        StayOut: of what is not certain.
    """
    if found := piece.take("(n)(n)W?(Q)"):
        course.asks.append((rate_of(found[0].value), rate_of(found[1].value), "ratio"))
        return
    if found := piece.take("(n)W?=?(n)W?(Y)"):
        course.asks.append((rate_of(found[0].value), rate_of(found[1].value), "times"))
        return
    if found := piece.take("(n)p(U)"):
        unit = patterns.search("每(天|日|小时|分钟|周|月|次)", piece.text)
        per = UNITS.get(unit[1], unit[1]) if unit else ""
        if per != course.unit and not (course.mixed and per == "小时"):
            stay_out("in which time")
        rate = scaled(rate_of(found[0].value), 60 if per == "小时" and course.mixed else 1)
        course.asks.append((rate, {}, f"amount:{found[1].unit}"))
        return
    if piece.has("H"):
        _ask_hands(course, piece)
        return
    if piece.take("\\$"):
        if not course.open or not course.spells or piece.names():
            stay_out("what share")
        done = plus(course.begun, course.done)
        course.asks.append((less(symbol(WHOLE), done) if piece.has("r") else done, symbol(WHOLE), "share"))
        course.open = False
        piece.drop("r~wdv")
        return
    if found := piece.take("(U)"):
        names = piece.names()
        if piece.has("rt/~") or len(names) > 1:
            stay_out("how much of what")
        if names:
            course.asks.append((course.done_by(names[0]), {}, f"amount:{found[0].unit}"))
            course.open = False
        elif course.open or piece.has("hN"):
            stay_out("how much of what")
        else:
            course.asks.append((symbol(WHOLE), {}, f"amount:{found[0].unit}"))
        piece.drop("nOwdv")
        return
    if found := piece.take("(T)"):
        _ask_time(course, piece, found[0].unit, ceiling=found[0].text.startswith("第"))
        return
    stay_out("what is asked")


def _ask_hands(course: Course, piece: Piece) -> None:
    told = next(each for each in piece.mentions if each.kind == "ask-heads")
    piece.drop("H")
    here = course.crew if course.open else course.last_crew
    time: Term | None = None
    if found := piece.take("([el])(t)"):
        sign = -1 if found[0].kind == "sooner" else 1
        time = plus(course.plan(), scaled(course.duration(found[1]), sign))
    elif found := piece.take("(t)"):
        time = course.duration(found[0])
    elif piece.has("D"):
        time = course.plan()
    piece.drop("dDvrjgOE")
    count = course.new("x")
    if told.value:
        if set(here) != {HAND}:
            stay_out("how many more than whom")
        crew = {HAND: plus(here[HAND], scaled(count, 1 if told.value == "in" else -1))}
    else:
        crew = {HAND: count}
    if time is None:
        time, course.pending = course.pending, None
    if time is None:
        stay_out("how many for how long")
    course.work(crew, time, f"{said(crew)}做")
    course.close(asked=True)
    course.asks.append((count, {}, "heads"))


def _ask_time(
    course: Course,
    piece: Piece,
    unit: str,
    *,
    ceiling: bool,
) -> None:
    what = f"{'nth' if ceiling else 'time'}:{unit}"
    if piece.has("f") or piece.has("s"):
        stay_out("when who works")
    names = piece.names()
    share = piece.take("(r?)w*(/)")
    amount = piece.take("[wO]*(u)") if not course.open and not course.regrows else None
    if piece.has("tu"):
        stay_out("a time beside the one asked")
    each_of_them = patterns.search("各|分别", piece.text) is not None
    if each_of_them:
        who = names or (course.names if piece.has("N") else []) or stay_out("each of whom")
        if course.open or share:
            stay_out("who finishes first")
        if piece.has("o") or not course.spells or not patterns.search("了", piece.text):
            if not piece.has("o"):
                stay_out("each how long")
            for name in who:
                course.asks.append((course.own_time([name]), {}, what))
        else:
            for name in who:
                course.asks.append((course.took(name), {}, what))
        piece.drop("nNogdvO")
        return
    if piece.has("el") and not piece.names():
        way = piece.take("([el])") or []
        if course.open and not share:
            course.work(course.crew, course.new(), f"{said(course.crew)}继续做")
            course.close(asked=True)
        elif not course.open and not course.spells and course.crew and not share:
            course.work(course.crew, course.new(), f"{said(course.crew)}做")
            course.close(asked=True)
        if course.open or not course.spells or share:
            stay_out("how early")
        apart = less(course.total, course.plan())
        course.asks.append((scaled(apart, -1) if way[0].kind == "sooner" else apart, {}, what))
        piece.drop("dv")
        return
    if piece.drop("P"):
        if names or course.open or not course.planned:
            stay_out("which plan")
        course.asks.append((course.plan(), {}, what))
        piece.drop("dvw")
        return
    if course.open:
        crew = crew_of(course, piece)
        if len(names) == 1 and set(names) < set(course.crew) and patterns.search("了|共", piece.text) and not piece.has("or~"):
            # `乙加入，乙做了几天`: he is one of those who do the rest.
            course.work(course.crew, course.new(), f"{said(course.crew)}继续做")
            course.close(asked=True)
            course.asks.append((course.took(names[0]), {}, what))
            piece.drop("nNgodOv")
            return
        worked = len(names) == 1 and not piece.has("r~godv") and any(names[0] in spell.rates for spell in course.spells)
        if worked or (piece.has("O") and names and not piece.has("r")):
            stay_out("how long who works")
        whole = piece.has("O") or (
            piece.has("d") and not crew and not piece.has("~rjg") and patterns.search("实际|这|该|整|全部", piece.text) is not None
        )
        if not whole and not crew and not piece.has("~r") and len(course.spells) > 0 and not piece.has("jg"):
            stay_out("how long what takes")
        time = course.new()
        course.work(crew or course.crew, time, f"{said(crew or course.crew)}继续做")
        if share:
            value = part_of_it(share[-1])
            if len(share) > 1 and share[0].kind == "remainder":
                stay_out("a share of the rest")
            course.equations.equal(plus(course.begun, course.done), scaled(symbol(WHOLE), value))
            course.open = False
        else:
            course.close(asked=True)
        course.asks.append((course.total if whole else time, {}, what))
        piece.drop("nNhgodrO~jvEw")
        return
    if piece.has("~r"):
        stay_out("after what")
    varied = bool(course.factors) or course.hours is not None or course.again
    if (
        len(names) == 1
        and course.spells
        and not piece.has("o")
        and any(names[0] in spell.rates for spell in course.spells)
        and len(course.spells) > 1
    ):
        if not patterns.search("了|共|实际|参|投入", piece.text):
            stay_out("how long who works")
        course.asks.append((course.took(names[0]), {}, what))
        piece.drop("nOdv")
        return
    crew = crew_of(course, piece)
    if not crew and not course.spells and course.crew:
        crew = course.crew
    if not crew and not amount and course.spells and any(set(spell.time) - {()} for spell in course.spells):
        if not piece.has("O") and len(course.spells) > 1:
            stay_out("how long what took")
        course.asks.append((course.total, {}, what))
        piece.drop("Odvw")
        return
    if not crew and varied and not course.names:
        crew = course.last_crew
    if not crew:
        stay_out("how long what takes")
    if course.spells and patterns.search("了", piece.text):
        same = [spell for spell in course.spells if spell.counted and set(spell.rates) == set(crew)]
        if len(same) != 1 or len(course.spells) == 1 or piece.has("o"):
            stay_out("how long who worked")
        course.asks.append((same[0].time, {}, what))
        piece.drop("nNhgdvEw")
        return
    course.spells = []
    course.work(crew, course.new(), f"{said(crew)}做")
    time = course.spells[-1].time
    if share:
        value = part_of_it(share[-1])
        if len(share) > 1 and share[0].kind == "remainder":
            stay_out("a share of the rest")
        course.equations.equal(course.done, scaled(symbol(WHOLE), value))
        course.open = False
    elif amount:
        course.equations.equal(course.done, constant(Fraction(amount[0].value)))
        course.open = False
    else:
        course.close(asked=True)
    course.asks.append((time, {}, what))
    piece.drop("nNhgodOvEw")


def measured(course: Course, above: Term, below: Term, what: str) -> tuple[Fraction | str, str]:
    """The value of what is asked, with its unit."""
    kind, _, unit = what.partition(":")
    value = course.value(above, below or None)
    if kind in ("time", "nth"):
        unit = UNITS.get(unit, unit) or course.unit
        if kind == "nth":
            value = Fraction(-(-value.numerator // value.denominator))
        if course.mixed and unit == "小时":
            return value / 60, unit
        return (value, unit) if unit == course.unit else stay_out("in which unit")
    if kind == "heads":
        if value.denominator != 1:
            stay_out("no whole number of hands")
        return value, course.hand
    if kind == "ratio":
        return f"{value.numerator}:{value.denominator}", ""
    if kind == "share":
        return value, ""
    if kind == "times":
        return value, "倍"
    return value, unit
