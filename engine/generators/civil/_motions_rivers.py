"""Boats between two ports on a river, and what drifts on it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._equations import less, plus, product_of, symbol
from engine.generators.civil._mentions import Clause
from engine.generators.civil._motions_trip import WATER, WAY, Trip, names_of, quantity, shown
from engine.generators.reading import stay_out


def sail(trip: Trip, clause: Clause) -> None:
    """A boat between two ports, or what drifts from one to the other."""
    told, asked = clause.take_all("time"), clause.take("ask-time")
    names = names_of(clause)
    down, up = clause.take("down"), clause.take("up")
    drift = clause.take_all("drift")
    way = _way_of(clause)
    clause.take_all("name", "arrive", "place", "whole")
    lengths = clause.take_all("length")
    if len(told) + (asked is not None) != 1 or len(lengths) > 1:
        stay_out("which trip")
    if lengths:
        trip.equations.equal(symbol(WAY), quantity(lengths[0]))
    time = quantity(told[0]) if told else trip.new("t")
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    if drift:
        if way and trip.downstream and way != trip.downstream:
            stay_out("drifts up")
        trip.equations.equal(product_of(symbol(WATER), time), symbol(WAY))
        trip.lines.append("漂流的速度就是水速")
        return
    who = names[0] if len(names) == 1 else trip.subject or (trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which boat"))
    trip.subject = who
    if (down is not None and up is not None) or not (down or up or (way and trip.downstream)):
        stay_out("down or up")
    direction = "down" if down or (not up and way == trip.downstream) else "up"
    speed = plus(trip.speed(who), symbol(WATER)) if direction == "down" else less(trip.speed(who), symbol(WATER))
    trip.equations.equal(product_of(speed, time), symbol(WAY))
    trip.lines.append(f"{who}{'顺水' if direction == 'down' else '逆水'}" + (f" {shown(told[0])}" if told else ""))


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
