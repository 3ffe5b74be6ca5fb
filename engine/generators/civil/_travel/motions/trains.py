"""Trains over bridges and past each other, laps of a round track, and races."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._travel.motions.trip import LAP, WAY, Trip, names_of, quantity, shown
from engine.generators.reading import stay_out


def race(trip: Trip, clause: Clause) -> bool:
    """Somebody is at the end, and the others so far from it; False where nothing is said of that."""
    names = names_of(clause)
    arrives = (
        clause.has("arrive") and patterns.search("终点", clause.text) is not None and patterns.search("时$|时,?$", clause.text) is not None
    )
    if arrives and len(names) == 1 and not clause.has("time", "ask-time", "length", "ask-length"):
        trip.race = trip.new("t")
        trip.equations.equal(product_of(trip.speed(names[0]), trip.race), symbol(WAY))
        trip.lines.append(f"{names[0]}到终点时")
        return True
    if clause.has("end") and trip.race is not None and len(names) == 1:
        if clause.has("ask"):
            clause.mentions = [Mention("ask-length", each.text) if each.kind == "ask" else each for each in clause.mentions]
        told, asked = clause.take("length"), clause.take("ask-length")
        left = less(symbol(WAY), product_of(trip.speed(names[0]), trip.race))
        if (told is None) == (asked is None) or clause.has("time", "ask-time"):
            stay_out("how far from the end")
        if told is not None:
            trip.equations.equal(left, quantity(told))
            trip.lines.append(f"{names[0]}还差 {shown(told)}")
        elif asked is not None:
            trip.asks.append((left, {}, f"length:{asked.unit}"))
        return True
    if len(trip.everyone) > 2 and not clause.has("time", "speed", "ask-length", "meet", "catch"):
        if (told := clause.take("length")) is not None:
            trip.equations.equal(symbol(WAY), quantity(told))
            trip.lines.append(f"全程 {shown(told)}")
        return True
    return False


def cross_bridge(trip: Trip, clause: Clause) -> None:
    """A train over a bridge: its length and the bridge's in so long."""
    order = [each.kind for each in clause.order if each.kind in ("length", "cross", "bridge", "train-length")]
    clause.take_all("bridge", "cross", "train-length", "apart", "whole")
    names = names_of(clause)
    lengths, times = clause.take_all("length"), clause.take_all("time")
    asked_time = clause.take("ask-time")
    who = names[0] if len(names) == 1 else trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which train")
    clause.take_all("name")
    if clause.has("ask-length") or len(lengths) > 2 or len(times) > 1:
        stay_out("which bridge")
    if len(lengths) == 2:
        if order[:2] != ["length", "cross"] or order[-2:] != ["length", "bridge"]:
            stay_out("which is how long")
        trip.equations.equal(trip.length(who), quantity(lengths[0]))
        trip.lines.append(f"车长 {shown(lengths[0])}")
    if lengths:
        trip.gap = quantity(lengths[-1])
        trip.lines.append(f"桥长 {shown(lengths[-1])}")
    if not trip.gap:
        stay_out("which bridge")
    if times:
        time = quantity(times[0])
    elif asked_time is not None:
        time = trip.new("t")
        trip.asks.append((time, {}, f"time:{asked_time.unit}"))
    else:
        trip.waiting = [("bridge", who)]  # how long it takes is told behind
        return
    trip.waiting = []
    trip.equations.equal(product_of(trip.speed(who), time), plus(trip.gap, trip.length(who)))
    trip.lines.append(f"过桥：路程 = 桥长 + 车长，用 {shown(times[0]) if times else '？'}")


def tell_length(trip: Trip, clause: Clause) -> None:
    """How long a train is, told or asked."""
    clause.take_all("train-length", "apart", "length-asked")
    names = names_of(clause)
    told, asked = clause.take_all("length"), clause.take("ask-length")
    asked_speed = clause.take("ask-speed")
    clause.take_all("name")
    if clause.has("time", "ask-time"):
        stay_out("how long what is")
    whom = names or (
        trip.everyone
        if clause.has("each", "all") or len(trip.everyone) == 1
        else [trip.subject]
        if trip.subject
        else stay_out("whose length")
    )
    if asked_speed is not None:
        trip.asks.append((trip.speed(whom[0]), {}, f"speed:{asked_speed.unit}"))
    if asked is not None:
        if len(whom) != 1 or told:
            stay_out("whose length")
        trip.asks.append((trip.length(whom[0]), {}, f"length:{asked.unit}"))
        return
    if len(told) not in (1, len(whom)):
        stay_out("whose length")
    trip.subject = whom[0] if len(whom) == 1 else trip.subject
    for place, who in enumerate(whom):
        trip.equations.equal(trip.length(who), quantity(told[place if len(told) > 1 else 0]))
        trip.lines.append(f"{who}车长 {shown(told[place if len(told) > 1 else 0])}")


def pass_each_other(trip: Trip, clause: Clause) -> None:
    """Two trains pass each other: both lengths at both speeds; seen from the one, only the other's."""
    seen = clause.take("passed-by") is not None
    if any("超过" in each.text or "追上" in each.text for each in clause.all("parted")):
        trip.way = trip.way or "along"
    clause.take_all("parted", "meet", "cross")
    told, asked = clause.take("time"), clause.take("ask-time")
    names = names_of(clause)
    clause.take_all("name")
    if trip.way not in ("towards", "along") or clause.has("time", "length", "ask-length"):
        stay_out("which way they pass")
    if told is not None:
        time = quantity(told)
    elif asked is not None:
        time = trip.new("t")
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    else:
        stay_out("how long they pass")
    one, other = trip.everyone
    if seen:
        if len(names) not in (1, 2):
            stay_out("who sees whom")
        seen_one = names[-1]
        length = trip.length(seen_one)
    else:
        length = plus(trip.length(one), trip.length(other))
    speed = plus(trip.speed(one), trip.speed(other))
    if trip.way == "along":
        fast, slow = (one, other) if trip.value(trip.speed(one), trip.speed(other)) > 1 else (other, one)
        speed = less(trip.speed(fast), trip.speed(slow))
    trip.equations.equal(product_of(speed, time), length)
    trip.lines.append(f"错车：速度{'和' if trip.way == 'towards' else '差'} × 时间 = {'看到的车长' if seen else '车长之和'}")


def run_laps(trip: Trip, clause: Clause) -> None:
    """How long somebody needs for a lap."""
    laps = clause.take("laps")
    told = clause.take("time")
    names = names_of(clause)
    clause.take_all("name")
    assert laps is not None
    if told is None or clause.has("meet", "catch", "ask-time", "length"):
        stay_out("laps of whom")
    number = Fraction(1 if laps.value in "一1" else 2 if laps.value == "两" else int(laps.value))
    whom = names or ([trip.subject] if trip.subject else stay_out("laps of whom"))
    for who in whom:
        trip.equations.equal(product_of(trip.speed(who), quantity(told)), scaled(symbol(LAP), number))
        trip.lines.append(f"{who}一圈 {shown(told)}" if number == 1 else f"{who} {number} 圈 {shown(told)}")
    trip.round = True
