"""What is told of a way beside its parts: how long it is, how fast its sections are gone, what was planned."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece, part_of, quantity, shown
from engine.generators.civil._travel.routes.way import ALWAYS_WHOLE, BASE, WAY, Route, section_of, unit_of
from engine.generators.civil._travel.words import TIMES
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def compare(route: Route, piece: Piece) -> None:
    """How fast or how long one section is beside another."""
    while found := piece.take("(x)W*>(x)W*([+-])([%/*v])"):
        one, other, sign, told = found
        first, second = section_of(route, one), section_of(route, other)
        route.speeds |= {first, second}
        base = route.speed_of(second)
        way = 1 if sign.kind in ("fast", "more") else -1
        speed = plus(base, scaled(quantity(told), way)) if told.kind == "speed" else scaled(base, 1 + way * part_of(told))
        route.equations.equal(route.speed_of(first), speed)
        route.lines.append(f"{first}比{second}{sign.text}{told.text}")
    while found := piece.take("(x)W*=?(x)W*([*%/])") or piece.take("(x)W(x)W?([*%/])"):
        one, other, told = found
        first, second = section_of(route, one), section_of(route, other)
        route.speeds |= {first, second}
        route.equations.equal(route.speed_of(first), scaled(route.speed_of(second), part_of(told)))
        route.lines.append(f"{first}的速度是{second}的 {part_of(told)} 倍")
    if found := piece.take("(x)W*(x)W+(q)"):
        first, second = section_of(route, found[0]), section_of(route, found[1])
        above, below = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", found[2].value))
        route.speeds |= {first, second}
        route.equations.equal(scaled(route.speed_of(first), below), scaled(route.speed_of(second), above))
        route.lines.append(f"{first}、{second}的速度比 {found[2].value}")
    if (found := piece.take("(x)>(x)([ed+-])G?(t)")) or (found := piece.take("()>(x)([+-])G?(t)")):
        first = section_of(route, found[0]) if len(found) == 4 else (route.case.legs[-1].section if route.case.legs else "回")
        other, sign, told = found[-3:]
        second = section_of(route, other)
        times = {leg.section: leg.time for leg in route.case.legs}
        for section in (first, second):
            if section not in times:
                times[section] = route.leg(section, None, None, None).time
        apart = less(times[first], times[second])
        route.equations.equal(scaled(apart, 1 if sign.kind in ("more", "late") else -1), quantity(told))
        route.lines.append(f"{first}比{second}{sign.text}用 {shown(told)}")
    elif found := piece.take(">(x)e(t)"):
        if not route.case.legs:
            stay_out("sooner than what")
        before = next((leg for leg in route.case.legs if leg.section == section_of(route, found[0])), None) or (
            route.case.legs[0] if len(route.case.legs) == 2 else stay_out("sooner than what")
        )
        route.equations.equal(less(before.time, route.case.legs[-1].time), quantity(found[1]))


def mean(route: Route, piece: Piece) -> None:
    """The mean speed of all, told or asked."""
    if not piece.has("a"):
        return
    legs = route.case.legs
    told_of_section = piece.take("([x12])[^va]*a(v)") or (piece.take("^[pBA]*()a(v)") if not legs else None)
    if told_of_section:
        section = section_of(route, told_of_section[0]) if len(told_of_section) == 2 and told_of_section[0].kind == "section" else "去"
        if len(told_of_section) == 2 and told_of_section[0].kind in ("first-part", "last-part"):
            piece.mentions += [told_of_section[0], told_of_section[1]]
            return
        piece.mentions += [Mention("section", section, section), told_of_section[-1]]
        return
    told = piece.take("a[Z_]*(v)")
    if not legs and piece.has("y"):
        for section in ("去", "回"):
            route.leg(section, None, None, None)
        legs = route.case.legs
    if not legs or (len(legs) == 1 and told is None):
        stay_out("the mean of what")
    if len(legs) == 1 and told is None and piece.has("y"):
        stay_out("there and back")
    piece.drop("y")
    if told:
        route.equations.equal(product_of(quantity(told[0]), route.case.time), route.case.way)
        route.lines.append(f"平均速度 {shown(told[0])}")
        return
    asked = piece.take("a[Z_=]*([V?])") or stay_out("the mean of what")
    route.asks.append((route.case.way, route.case.time, f"speed:{unit_of(asked[0])}"))


def tell_way(route: Route, piece: Piece) -> None:
    """How long the way is."""
    if piece.has("y") and not piece.has("tTvV?La"):
        piece.drop("y")
    if (
        (found := piece.take("B?Z[_O]*(l)"))
        or (found := piece.take("^B(l)$"))
        or (found := piece.take("(l)(?=y)") if not route.way_told else None)
        or (found := piece.take("^G?(l)$") if route.river and not route.way_told and not route.case.legs else None)
    ):
        if route.way_told:
            stay_out("two ways")
        route.equations.equal(symbol(WAY), quantity(found[0]))
        route.way_told = True
        route.lines.append(f"全程 {shown(found[0])}")


def tell_rests(route: Route, piece: Piece) -> None:
    """Somebody rests each time he has gone for so long, or once."""
    if found := piece.take("(x)_?(z)"):
        section, told = section_of(route, found[0]), found[1]
        route.pending_period = (section, Fraction(told.value) * TIMES[told.unit])
        if (rest := piece.take("R(t)")) is None:
            return
        route.periods[section] = (route.pending_period[1], quantity(rest[0])[()])
        route.pending_period = None
        return
    if (found := piece.take("R(t)")) is None:
        return
    if route.pending_period is not None:
        section, go = route.pending_period
        route.periods[section] = (go, quantity(found[0])[()])
        route.pending_period = None
        route.lines.append(f"{section}每走 {decimal(go / 60)} 分钟休息 {shown(found[0])}")
        return
    route.case.stops = plus(route.case.stops, quantity(found[0]))
    route.lines.append(f"停留 {shown(found[0])}")


def tell_speeds(route: Route, piece: Piece) -> None:
    """How fast a section is gone, and nothing else of it; or everything from now on."""
    case = route.case
    signs = piece.signs
    if "t" not in signs and "l" not in signs and "T" not in signs and "L" not in signs and not piece.has("125534y"):
        while found := piece.take("(x)[WG_=pAB]*(v)"):
            section = section_of(route, found[0])
            route.speeds.add(section)
            route.equations.equal(route.speed_of(section), quantity(found[1]))
            route.lines.append(f"{section} {shown(found[1])}")
            if section in ALWAYS_WHOLE:
                route.leg(section, None, None, None)
    if found := piece.take("([+-])([%/*v])"):
        sign, told = found
        way = 1 if sign.kind in ("fast", "more") else -1
        if case.speed is None:
            case.speed = symbol(BASE)
            route.base_used = True
        case.speed = plus(case.speed, scaled(quantity(told), way)) if told.kind == "speed" else scaled(case.speed, 1 + way * part_of(told))
        route.lines.append(f"速度{sign.text}{told.text}")
    elif found := piece.take("b([%/*v])"):
        if found[0].kind == "speed":
            case.speed = quantity(found[0])
        else:
            route.base_used = True
            case.speed = scaled(symbol(BASE), part_of(found[0]))
        route.lines.append(f"速度变为 {found[0].text}")
    if piece.drop("H"):
        route.base_used = True
        case.speed = symbol(BASE)


def against_the_plan(route: Route, piece: Piece) -> None:
    """How much sooner or later than planned, or just in time."""
    if found := piece.take("P(?:O|Z)?([tT])") or piece.take("h[GWOZ_]*([tT])") or piece.take("P(\\?)"):
        if found[0].kind == "time":
            route.equations.equal(route.plan(), quantity(found[0]))
            route.lines.append(f"预定 {shown(found[0])}")
        else:
            route.asks.append((route.plan(), {}, f"time:{found[0].unit}"))
        return
    found = piece.take(">?[hP]*([ed])[hP]*_?([tT])") or piece.take(">[hP]*([+-])([tT])")
    speed = piece.take("(v)") if found or piece.has("o") else None
    if speed:
        route.case.speed = quantity(speed[0])
        route.lines.append(f"速度 {shown(speed[0])}")
    if found:
        way, told = found
        case = route.finish()
        apart = less(case.time, route.plan())
        sooner = way.kind in ("early", "less")
        if told.kind == "time":
            route.equations.equal(apart, scaled(quantity(told), -1 if sooner else 1))
            route.lines.append(f"比预定{'早' if sooner else '晚'} {shown(told)}")
        else:
            route.asks.append((scaled(apart, -1) if sooner else apart, {}, f"time:{told.unit}"))
    elif piece.drop("o"):
        case = route.finish()
        route.equations.equal(case.time, route.plan())
        route.lines.append("准时到达")
