"""What a clause of an itinerary has said so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Term
from engine.generators.civil._problems.mentions import Mention

WATER = "水速"
_COUNT = "零一二三四五六七八九十"

Row = list[Mention]


@dataclass(slots=True)
class Said:
    """What a clause has said so far."""

    text: str
    ends: str
    left: str = ""  # the signs that follow
    subject: list[str] = field(default_factory=list)
    named: bool = False
    time: Term | None = None  # so long until what happens next
    asked: Mention | None = None  # how long until what happens next is asked
    since: Term | None = None  # from when a time is counted
    places: list[tuple[Mention, Mention]] = field(default_factory=list)  # where what happens next happens
    wanted: list[tuple[str, list[Mention], Mention]] = field(default_factory=list)  # what is asked of what happens next
    nth: int = 0
    again: bool = False
    way: tuple[str, str] | None = None  # from where to where somebody goes
    base: Term | None = None  # since when what has happened last is counted
    done: bool = False  # something has happened


def number_of(mention: Mention) -> int:
    return int(mention.value) if mention.value.isdigit() else _COUNT.index(mention.value)


def laps_of(mention: Mention) -> Fraction:
    value = mention.value
    return Fraction(_COUNT.index(value)) if value in _COUNT else Fraction(2) if value == "两" else Fraction(value)


def speed_unit(asked: Mention) -> str:
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""
