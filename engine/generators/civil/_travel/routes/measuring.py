"""What is asked of a route as a value in its unit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from engine.generators.civil._problems.equations import Term
from engine.generators.civil._travel.amounts import in_some_unit
from engine.generators.civil._travel.routes.way import Route
from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class Measure:
    """A route, and the units that a text uses."""

    route: Route
    units: dict[str, str]


def measured(measure: Measure, above: Term, below: Term, what: str) -> tuple[Fraction | str, str]:
    """The value that is asked for, with its unit.

    Raises:
        StayOut: it does not follow, or has no unit.
    """
    route, units = measure.route, measure.units
    kind, _, unit = what.partition(":")
    value = route.value(above, below or None)
    if kind == "ratio":
        return f"{value.numerator}:{value.denominator}", ""
    if kind == "times":
        return value, "倍"
    if kind == "clock":
        hours, minutes = divmod(value / 60, 60)
        if minutes.denominator != 1 or hours >= 24:
            stay_out("seconds")
        return (f"{int(hours)} 时 {int(minutes)} 分" if minutes else f"{int(hours)} 时"), ""
    if kind == "with-rests":
        walking, _, section = unit.partition("@")
        go, rest = route.periods[section]
        value += max(ceil(value / go) - 1, 0) * rest
        kind, unit = "time", walking
        if not unit:
            hours, minutes = divmod(value / 60, 60)
            if hours and minutes and minutes.denominator == 1:
                return f"{int(hours)} 小时 {int(minutes)} 分", ""
    return in_some_unit(value, kind, unit or units.get(kind, ""))
