"""A length, a time or a speed in the unit that it is asked in."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import stay_out


def in_unit(value: Fraction, kind: str, unit: str) -> tuple[Fraction, str]:
    """(how many of the unit, the unit) of a value in metres, seconds or metres per second; `kind`: `length`, `time` or `speed`.

    Raises:
        StayOut: there is no unit.
    """
    if not unit:
        stay_out("in which unit")
    if kind == "speed":
        length, time = unit.split("/")
        return value * TIMES[time] / LENGTHS[length], unit
    return value / (TIMES if kind == "time" else LENGTHS)[unit], unit


def in_some_unit(value: Fraction, kind: str, unit: str) -> tuple[Fraction | str, str]:
    """As `in_unit`; a time of whole minutes that no unit is asked for is told in hours and minutes."""
    if not unit and kind == "time" and (value / 60).denominator == 1:
        hours, minutes = divmod(value / 60, 60)
        if hours and minutes:
            return f"{int(hours)} 小时 {int(minutes)} 分", ""
        unit = "小时" if hours else "分钟"
    return in_unit(value, kind, unit)


def units_told(plain: str) -> dict[str, str]:
    """The units that what is asked without one is told in: those that the problem uses."""
    lengths = patterns.findall(r"\d(千米|米)(?!/)", plain) or patterns.findall(r"\d(千米|米)/", plain)
    times = patterns.findall(r"\d(小时|分钟|秒|天)", plain) or patterns.findall(r"/(小时|分钟|秒)", plain)
    speeds = patterns.findall(r"\d((?:千米|米)/(?:小时|分钟|秒))", plain)
    if not speeds and len(set(lengths)) == len(set(times)) == 1 and times[0] != "天":
        speeds = [f"{lengths[0]}/{times[0]}"]
    found = {"length": set(lengths), "time": set(times), "speed": set(speeds)}
    return {what: next(iter(units)) for what, units in found.items() if len(units) == 1}
