"""How fast somebody goes, in one system of units (metres and seconds)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.story import NUMBER
from engine.generators.reading import stay_out

SECONDS = {"小时": 3600, "分钟": 60, "秒": 1}
METRES = {"千米": 1000, "米": 1}

SPEED = rf"{NUMBER}(?:千米|米)/(?:小时|分钟|秒)"


@dataclass(frozen=True, slots=True)
class Units:
    """The units the text speaks in."""

    length: str
    time: str


def pace(text: str) -> tuple[Fraction, Units]:
    """`60千米/小时` in metres a second, and its units."""
    match = patterns.match(r"(\d+(?:\.\d+)?)(千米|米)/(小时|分钟|秒)", text)
    if match is None:
        stay_out(text)
    value = Fraction(match[1]) * METRES[match[2]] / SECONDS[match[3]]
    if value <= 0:
        stay_out("no speed")
    return value, Units(match[2], match[3])
