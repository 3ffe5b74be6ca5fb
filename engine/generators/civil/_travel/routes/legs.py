"""Parts of a way that are gone, as clauses tell them."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._problems.equations import Term, constant, less, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece, quantity, shown
from engine.generators.civil._travel.routes.way import BASE, WAY, Route, section_of, unit_of
from engine.generators.reading import stay_out


def tell_legs(route: Route, piece: Piece) -> None:
    """Parts of the way that are gone: how fast, how far, how long."""
    _total(route, piece)
    while True:
        if piece.has("34"):
            part = piece.take("([34])[GW_]*(v)") or stay_out("half the time")
            half = next((leg.time for leg in route.case.legs if leg.section in ("前", "后")), None) or route.new()
            route.leg("前" if part[0].kind == "first-time" else "后", product_of(quantity(part[1]), half), half, quantity(part[1]))
            continue
        if piece.has("125") and not piece.has("vtV") and set(piece.signs) <= set("125GZOW_pBA"):
            route.kept = [each for each in piece.mentions if each.kind.endswith("part")]
            piece.drop("125")
            break
        if piece.has("125") and (piece.has("v") or piece.has("t") or piece.has("V")):
            _portion(route, piece)
            continue
        if (total := piece.take("y[O_]*([tT])") or piece.take("(?:x)?O[_]*([tT])") if piece.has("y") else None) is not None:
            _there_and_back(route, total[-1])
            continue
        if found := piece.take("(x)[GWZ_pABg=]*(v)?[GW_]*([tl])[GW_]*([tlT])?") or piece.take("([tl])[GW_]*(x)[GWO_ZpAB]*([tlT])?"):
            _one_leg(route, piece, found)
            continue
        if found := piece.take("(v)[GWAp_BO]*([tlT])[G_O]*([lT])?") or piece.take("([tl])[GWp_]*(v)(?:W?G)?"):
            _one_leg(route, piece, found)
            continue
        if found := piece.take("G[pA_]*([tl])") if not piece.has("x") and (route.case.speed is not None or not route.case.legs) else None:
            if route.case.speed is None:
                route.base_used = True
                route.case.speed = symbol(BASE)
            _one_leg(route, piece, found)
            continue
        if found := piece.take("(v)"):
            route.case.speed = quantity(found[0])
            route.lines.append(f"速度 {shown(found[0])}")
            continue
        break
    if piece.has("x") and piece.has("pBA") and not piece.has("TLV?") and not piece.has("tl"):
        for each in piece.take("(x)") or []:
            route.leg(section_of(route, each), None, None, None)


def _total(route: Route, piece: Piece) -> None:
    """How long several parts took together."""
    signs = piece.signs
    if piece.has("y") or signs.count("t") != 1:
        return
    several = signs.count("x") > 1 and signs.count("l") > 1 and signs.rindex("t") > signs.rindex("l")
    if not several and not (piece.has("O") and (route.case.legs or signs.count("x") > 1)):
        piece.drop("O")
        return
    while found := piece.take("(x)[GW_]*(l)"):
        _one_leg(route, piece, found)
    while found := piece.take("(x)"):
        section = section_of(route, found[0])
        if not any(leg.section == section for leg in route.case.legs) or route.case.total_told:
            route.leg(section, None, None, None)
    told = piece.take("[BpAGO_=j]*(t)") or stay_out("how long what took")
    route.equations.equal(route.case.time, quantity(told[0]))
    route.case.complete = route.case.total_told = True
    route.lines.append(f"一共 {shown(told[0])}")


def _portion(route: Route, piece: Piece) -> None:
    """`前一半路程`, `其余路程`: how fast."""
    found = (
        piece.take("([125])[GWOZ_=]*(v)[GW_]*(t)?")
        or piece.take("(v)[GW_]*([125])")
        or piece.take("([125])[GWOZ_=]*(t)?")
        or stay_out("which part")
    )
    part = next(each for each in found if each.kind.endswith("part"))
    told = {each.kind: each for each in found}
    share = {"一半": Fraction(1, 2), "半": Fraction(1, 2)}.get(part.value) or (Fraction(part.value) if part.value else None)
    way = scaled(symbol(WAY), share) if share is not None and part.kind == "first-part" else less(symbol(WAY), route.case.way)
    if part.kind == "last-part" and share is not None:
        way = scaled(symbol(WAY), share)
    asked = piece.take("(V)") if "speed" not in told else None
    speed = quantity(told["speed"]) if "speed" in told else route.new() if asked or "time" in told else None
    if speed is None:
        stay_out("how fast")
    route.leg("前" if part.kind == "first-part" else "后", way, quantity(told["time"]) if "time" in told else None, speed)
    route.lines.append(f"{part.text} {shown(told['speed']) if 'speed' in told else ''}")
    if asked:
        route.asks.append((speed, {}, f"speed:{unit_of(asked[0])}"))


def _there_and_back(route: Route, total: Mention) -> None:
    case = route.case
    if not case.legs or any(leg.section not in ("顺", "逆", "去", "回", "上山", "下山") for leg in case.legs):
        if case.legs:
            stay_out("there and back")
        for section in ("顺", "逆") if route.river else ("去", "回"):
            route.leg(section, None, None, None)
    if len(case.legs) != 2:
        stay_out("there and back")
    if total.kind == "time":
        route.equations.equal(case.time, quantity(total))
        route.lines.append(f"往返共 {shown(total)}")
    else:
        route.asks.append((case.time, {}, f"time:{total.unit}"))


def _one_leg(route: Route, piece: Piece, found: list[Mention]) -> None:
    told = {each.kind: each for each in found}
    named = told.get("section") or told.get("mode")
    section = section_of(route, named) if named else ""
    way = quantity(told["length"]) if "length" in told else None
    if piece.take("g") is not None and way is None:
        way = route.last_way if route.last_way is not None else symbol(WAY)
    time = quantity(told["time"]) if "time" in told else None
    if section in route.periods and time is not None:
        time = _moving(time, *route.periods[section])
    speed = quantity(told["speed"]) if "speed" in told else None
    asked = told.get("ask-time")
    if section == "水" or (section == "静" and time is None and asked is None):
        stay_out("what goes so far")
    if asked and section and any(leg.section == section for leg in route.case.legs) and way is None and time is None:
        leg = next(leg for leg in route.case.legs if leg.section == section)
    else:
        leg = route.leg(section, way, time, speed)
    if speed is not None and section:
        route.speeds.add(section)
    if way is not None and section:
        route.last_way = way
    if asked:
        if section in route.periods:
            route.asks.append((leg.time, {}, f"with-rests:{asked.unit}@{section}"))
        else:
            route.asks.append((leg.time, {}, f"time:{asked.unit}"))
    route.lines.append(" ".join(each.text for each in found if not each.kind.startswith("ask")))


def _moving(total: Term, go: Fraction, rest: Fraction) -> Term:
    """How long of a time somebody moves who rests each time after so long."""
    time = total[()]
    rounds, left = divmod(time, go + rest)
    if not left or left > go:
        stay_out("arrives while resting")
    return constant(rounds * go + left)
