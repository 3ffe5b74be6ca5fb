"""Spells of work as clauses tell them: by whom, for how long, up to what, and whether the work is done with them."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled, symbol
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.course import CREW, WHOLE, Course
from engine.generators.civil._work_rate.crews.hands import crew_of, said
from engine.generators.civil._work_rate.crews.rates import part_of_it
from engine.generators.reading import stay_out


def work(course: Course, piece: Piece, following: str, ends: str) -> None:
    """A spell of work: by whom, for how long, up to what."""
    crew = crew_of(course, piece)
    planned, due = piece.drop("a"), piece.drop("D")
    if not crew and course.closed == 0 and not course.open and not course.names and not course.several:
        crew = {CREW: constant(1)}
    if patterns.search("n[^nt]*t[^nt]*n[^nt]*t", piece.signs) and not piece.has("_>=lem"):
        _one_after_the_other(course, piece, following)
        return
    course.before = set(piece.signs)
    named_here = crew
    crew = crew or (course.crew if course.open or course.crew else course.last_crew)
    if piece.has("_") and patterns.fullmatch("[^t]*t{2,}[^t]*", piece.signs):
        _each_alone(course, piece)
        return
    if found := piece.take("(n)>(n)l(t)S"):
        course.work({each.value: constant(1) for each in found[:2]}, course.new(), "一起做")
        course.away(found[0].value, course.duration(found[2]))
        course.lines.append(f"{found[0].value}晚 {found[2].text}")
        return
    if not named_here and "H" in following[:3] and piece.has("telD"):
        if found := piece.take("([el])(t)"):
            until = plus(course.plan(), scaled(course.duration(found[1]), -1 if found[0].kind == "sooner" else 1))
        elif due:
            until = course.plan()
        elif course.open:
            stay_out("from now on, or in all")
        else:
            until = course.duration((piece.take("(t)") or stay_out("in which time"))[0])
        course.pending = less(until, course.total) if course.open else until
        piece.drop("dvE>a")
        return
    times = piece.take("([ts])")
    one = next(iter(crew), "")
    if (
        times
        and times[0].kind == "time"
        and not course.open
        and len(named_here) == 1
        and len(course.spells) > 1
        and not piece.has("odvfij/uk")
        and any(one in spell.rates for spell in course.spells)
        and not set(following[:3]) & set("rj~")
        and patterns.search(r"[\u4e00-\u9fff]了", piece.text)
    ):
        course.equations.equal(course.took(one), course.duration(times[0]))
        course.lines.append(f"{one}一共做了 {times[0].text}")
        piece.drop("nO")
        return
    in_all = piece.has("O")
    early = piece.take("([el])") if times else None
    if times is None and due and not named_here and not course.open:
        piece.drop("dvP")
        return
    if times is None and due:
        times = []
    if found := (piece.take("^(u)(?=n)") if not course.spells or not course.open else None):
        course.equations.equal(symbol(WHOLE), constant(Fraction(found[0].value)))
        course.lines.append(f"总量 {found[0].text}")
    if found := (piece.take("r(u)") if course.open and times is None else None):
        course.equations.equal(less(symbol(WHOLE), course.done), constant(Fraction(found[0].value)))
        course.lines.append(f"剩 {found[0].text}")
        course.open = False
        piece.drop("~")
        return
    share = piece.take("(r?)w*(/)") or piece.take("(/)")
    amount = piece.take("O?w*[OU]*(u)") if not share else None
    if piece.has("t/u") or (times is None and share is None and amount is None):
        if not piece.has("t/u") and piece.has("d") and course.open and course.spells:
            course.crew = crew or course.crew
            if "T" not in following or ("n" in following and "~" not in following and piece.has("r")):
                course.work(course.crew, course.new(), f"{said(course.crew)}做完")
                course.close()
            piece.drop("nNhogjrdwv")
            return
        stay_out(f"what is told in {piece.text}")
    told = times[0] if times else None
    if in_all and told is not None and course.spells and (course.open or not named_here):
        if course.open:
            if named_here:
                course.work(named_here, course.new(), f"{said(named_here)}做完")
            elif not any(set(spell.time) - {()} for spell in course.spells) or piece.has("d") or not following.startswith("j"):
                course.work(course.crew, course.new(), f"{said(course.crew)}做完")
            course.close()
        course.equations.equal(course.total, course.duration(told))
        course.lines.append(f"一共 {told.text}")
        piece.drop("OdvjErnNhog")
        return
    if share is not None and not course.open and times is None and not crew:
        stay_out("who does it")
    before, left = course.done if course.open else {}, less(symbol(WHOLE), plus(course.begun, course.done if course.open else {}))
    if early:
        sign = -1 if early[0].kind == "sooner" else 1
        time: Term = plus(course.plan(), scaled(course.duration(told or stay_out("how early")), sign))
    elif due:
        time = course.plan()
        if course.open:
            time = less(time, course.total)
    else:
        time = course.duration(told) if told is not None and told.kind == "time" else course.new()
    course.work(crew, time, f"{said(crew)}做 {told.text if told else '若干时间'}")
    if planned or piece.has("P"):
        if early or due:
            stay_out("which plan")
        course.equations.equal(course.plan(), course.total)
        piece.drop("P")
    after = piece.has("k")
    if share is not None:
        part = part_of_it(share[-1])
        of_the_rest = len(share) > 1 and share[0].kind == "remainder"
        goal = scaled(left if of_the_rest else symbol(WHOLE), part)
        since = course.done if (after and not of_the_rest and not piece.has("nNh") and before) else course.spells[-1].done
        course.equations.equal(since, goal)
        course.lines.append(f"完成{'余下的' if of_the_rest else ''} {share[-1].text}")
        if len(course.spells) == 1 and not after and not piece.has("fj") and "了" not in piece.text and not set(following) & set("r~"):
            if set(course.later + following[:2]) & set("rj~k"):
                stay_out("done, or what can be done")
            course.open, course.last_crew = False, dict(course.crew)  # what he can do
            piece.drop("nNhogdvwEO")
            return
    if amount is not None:
        if course.regrows:
            stay_out("an amount of what grows")
        if course.hours is None and not after and not piece.has("fr") and not in_all and not set(following[:3]) & set("rj~L"):
            course.equations.equal(course.done, constant(Fraction(amount[0].value)))
            course.lines.append(amount[0].text)
            course.open, course.last_crew = False, dict(course.crew)
            piece.drop("nNhogdOvwE")
            return
        course.equations.equal(course.done if in_all else course.spells[-1].done, constant(Fraction(amount[0].value)))
        course.lines.append(amount[0].text)
    finishes = _finishes(course, piece, following, after, share is not None, amount is not None, ends)
    if piece.has("f") and finishes:
        stay_out("first, and nothing after it")
    if piece.has("~") and (len(course.spells) < 2 or not finishes):
        stay_out("still what")
    piece.drop("nNhogfjdrkEOwvS~")
    if finishes:
        course.close()


def _one_after_the_other(course: Course, piece: Piece, following: str) -> None:
    """`甲做 2 天、乙做 3 天`: each for his time, and what is done by then."""
    done = piece.has("d")
    share = piece.take("w*(/)")
    while found := piece.take("f?(n+)[ogjv]*(t)"):
        names = [each.value for each in found[:-1]]
        course.work({name: constant(1) for name in names}, course.duration(found[-1]), f"{'、'.join(names)}做 {found[-1].text}")
    if share:
        course.equations.equal(course.done, scaled(symbol(WHOLE), part_of_it(share[0])))
        course.lines.append(f"完成 {share[0].text}")
        course.open = set(following[:3]) & set("rj~") != set()
    elif done and following[:1] not in ("r", "~"):
        course.close()
    piece.drop("dvjwg")


def _each_alone(course: Course, piece: Piece) -> None:
    """Several who need one time each for the whole."""
    names, times = piece.names(), [each for each in piece.mentions if each.kind == "time"]
    if course.open or len(names) != len(times) or piece.has("fjkrg/u"):
        stay_out("each how long")
    for name, its in zip(names, times, strict=True):
        course.work({name: constant(1)}, course.duration(its), f"{name}单独做 {its.text}")
        course.close()
    piece.drop("nNt_odv")


def _finishes(course: Course, piece: Piece, following: str, after: bool, share: bool, amount: bool, ends: str) -> bool:
    """Whether the work is done with a spell."""
    bare = not course.before & set("vdoh") and patterns.match("n[gj]*t", following) is not None
    if bare and set(course.later) & set("dr"):
        return False
    goes_on = patterns.match(r"i?a*[nN]*r|[aN]*[nhN]*[aN]*[rjkL~JXIBR]", following) is not None or following.startswith("W")
    if after or piece.has("f") or (share and not piece.has("r")):
        return False
    if amount:
        stay_out("how much of the whole") if not piece.has("Od") else None
    if piece.has("d") or piece.has("D"):
        return not (goes_on and patterns.search("完成了(?!任务)", piece.text) and not piece.has("r"))
    if piece.has("r"):
        return not goes_on
    if len(course.spells) == 1:
        return not goes_on and not patterns.search(r"[\u4e00-\u9fff]了\d", piece.text)
    return not goes_on and ("。" in ends or ";" in ends or not following or following[:1] == "i" or set(following) & set("TUH") != set())
