"""What is asked of a journey as a value in its unit."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from engine.generators.civil._problems.equations import Term, plus, product_of, scaled, symbol
from engine.generators.civil._travel.amounts import in_some_unit
from engine.generators.civil._travel.journeys.world import LAP, WAY, World
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out


def measured(world: World, above: Term, below: Term, what: str, units: dict[str, str]) -> tuple[Fraction | str, str]:
    """The value that is asked for, with its unit.

    Raises:
        StayOut: it does not follow, or has no unit.
    """
    kind, _, unit = what.partition(":")
    if kind == "count":
        return Fraction(_meetings(world, above)), "次"
    if kind == "overtakes":
        return Fraction(floor(world.value(above, symbol(LAP)))), "次"
    if kind == "round":
        lap = world.value(symbol(LAP))
        beyond = abs(_signed(world, above)) % lap
        return min(beyond, lap - beyond) / LENGTHS[unit or units.get("length", "") or stay_out("in which unit")], unit or units["length"]
    if kind == "home":
        lap = world.value(symbol(LAP))
        value, kind = -_signed(world, above) % lap, "length"
    elif kind == "either":
        unit = unit or units.get("time", "") or stay_out("in which unit")
        return " 或 ".join(f"{decimal(world.value(each) / TIMES[unit], 4)} {unit}" for each in (above, below)), ""
    elif kind == "between":
        value, kind = abs(world.value(above) - world.value(below)), "length"
    else:
        value = world.value(above, below or None)
    if kind == "ratio":
        return f"{value.numerator}:{value.denominator}", ""
    if kind == "share":
        return f"{value.numerator}/{value.denominator}", ""
    if kind in ("times", "laps"):
        return value, {"times": "倍", "laps": "圈"}[kind]
    if kind == "clock":
        hours, minutes = divmod(value / 60, 60)
        if minutes.denominator != 1:
            stay_out("seconds")
        return (f"{int(hours)} 时 {int(minutes)} 分" if minutes else f"{int(hours)} 时"), ""
    return in_some_unit(value, kind, unit or units.get(kind, ""))


def _signed(world: World, way: Term) -> Fraction:
    try:
        return world.value(way)
    except StayOut:
        return -world.value(scaled(way, -1))


def _meetings(world: World, time: Term) -> int:
    """How often two who go to and fro, or round and round, meet in a time."""
    if len(world.movers) != 2 or world.meetings:
        stay_out("who meets how often")
    one, other = world.movers.values()
    whole = LAP if world.ring else WAY
    if not (world.way or world.same_place or len(world.placed) == 2):
        stay_out("where they start")
    ways = world.value(product_of(plus(one.speed, other.speed), time), symbol(whole))
    if world.ring:
        if one.heading == other.heading or world.placed:
            stay_out("which way they go")
        return floor(ways)
    return floor((ways + 1) / 2) if one.heading != other.heading else floor(ways / 2)
