"""Boats between two ports on a river, and what drifts on it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._problems.equations import Term, less, plus, product_of, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._travel.motions.trip import WATER, WAY, Trip, names_of, quantity, shown
from engine.generators.reading import stay_out


def sail(trip: Trip, clause: Clause) -> None:
    """A boat between two ports, or what drifts from one to the other."""
    if clause.take("flows-otherwise"):
        trip.water = "变化后的水速"
    told, asked = clause.take_all("time"), clause.take("ask-time")
    names = names_of(clause)
    if clause.has("longer", "round-trip"):
        _there_and_back(trip, clause, names, told, asked)
        return
    if not told and asked is None and trip.water != WATER:
        return
    down, up = clause.take("down"), clause.take("up")
    drift = clause.take_all("drift")
    way = _way_of(clause)
    clause.take_all("name", "arrive", "place", "whole")
    lengths = clause.take_all("length")
    if len(told) + (asked is not None) != 1 or len(lengths) > 1:
        stay_out("which trip")
    if lengths:
        trip.equations.equal(symbol(WAY), quantity(lengths[0]))
        trip.way_unit = ""
    time = quantity(told[0]) if told else trip.new("t")
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    if drift:
        if way and trip.downstream and way != trip.downstream:
            stay_out("drifts up")
        trip.equations.equal(product_of(symbol(trip.water), time), symbol(WAY))
        trip.lines.append("漂流的速度就是水速")
        return
    who = names[0] if len(names) == 1 else trip.subject or (trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which boat"))
    trip.subject = who
    if (down is not None and up is not None) or not (down or up or (way and trip.downstream)):
        stay_out("down or up")
    direction = "down" if down or (not up and way == trip.downstream) else "up"
    speed = plus(trip.speed(who), symbol(trip.water)) if direction == "down" else less(trip.speed(who), symbol(trip.water))
    trip.equations.equal(product_of(speed, time), symbol(WAY))
    trip.lines.append(f"{who}{'顺水' if direction == 'down' else '逆水'}" + (f" {shown(told[0])}" if told else ""))


def _spell(trip: Trip, who: str, down: bool) -> Term:
    """How long a boat takes for the whole way, with the stream or against it."""
    name = f"{who}{'顺水' if down else '逆水'}时间"
    if name not in trip.spells:
        trip.spells[name] = symbol(name)
        water = symbol(trip.water)
        speed = plus(trip.speed(who), water) if down else less(trip.speed(who), water)
        trip.equations.equal(product_of(speed, trip.spells[name]), symbol(WAY))
    return trip.spells[name]


def _there_and_back(trip: Trip, clause: Clause, names: list[str], told: list[Mention], asked: Mention | None) -> None:
    """How long both ways take together, or by how much the one against the stream takes longer."""
    longer, both = clause.take("longer") is not None, clause.take("round-trip") is not None
    clause.take_all("name", "up", "down", "back-trip", "all-in-all", "arrive", "than", "place")
    if len(told) + (asked is not None) != 1 or (longer and (both or asked is not None)) or clause.has("length", "speed"):
        stay_out("there and back")
    who = names[0] if len(names) == 1 else trip.subject or (trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which boat"))
    trip.subject = who
    down, up = _spell(trip, who, True), _spell(trip, who, False)
    spent = less(up, down) if longer else plus(up, down)
    if told:
        trip.equations.equal(spent, quantity(told[0]))
        trip.lines.append(f"{who}{'逆水比顺水多用' if longer else '往返'} {shown(told[0])}")
    elif asked is not None:
        trip.asks.append((spent, {}, f"time:{asked.unit}"))


def find_downstream(trip: Trip, clauses: list[Clause]) -> None:
    """Which of the two ways is downstream: said, or the one that takes the same boat less time."""
    times: dict[str, Fraction] = {}
    ways: set[str] = set()
    for clause in clauses:
        if clause.has("river-ends"):
            ways.add("AB")
        way = _way_of(clause)
        ends = [each.kind for each in clause.order if each.kind in ("upper", "lower")]
        if way and ends:
            ways.add(way if ends[0] == "upper" else way[::-1])
        if way and clause.has("down", "up"):
            ways.add(way if clause.has("down") else way[::-1])
        elif way and len(told := clause.all("time")) == 1 and not clause.has("drift") and way not in times:
            times[way] = quantity(told[0])[()]
    if len(times) == 2 and times["AB"] != times["BA"]:
        ways.add("AB" if times["AB"] < times["BA"] else "BA")
    if len(ways) > 1:
        stay_out("which way is downstream")
    trip.downstream = ways.pop() if ways else ""


def _way_of(clause: Clause) -> str:
    """`AB` or `BA`, as the clause says from where to where."""
    places = "".join(each.value[0] for each in clause.order if each.kind in ("place", "arrive") and each.value[:1] in ("A", "B"))
    return places if places in ("AB", "BA") else ""
