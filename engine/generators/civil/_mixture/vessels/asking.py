"""What is asked of the vessels, and its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from engine.generators.civil._mixture.vessels.world import Portion, Vessel, World
from engine.generators.civil._problems.equations import Term, less
from engine.generators.civil._problems.relations import Answer
from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class Asked:
    """A question.

    Attributes:
        kind: "term", "mass", "strength", "inner", "water" or "ratio".
        now: its state where it is asked of.
        portion: of which state of the vessel; None where the text does not say which.
        known: whether the vessel was named.
    """

    kind: str
    vessel: Vessel | None = None
    other: Vessel | None = None
    portion: Portion | None = None
    now: Portion | None = None
    term: Term | None = None
    unit: str = ""
    wet: bool = False
    known: bool = False


def answers(asked: Sequence[Asked], world: World, unit: str, price: bool, variables: Mapping[str, Term]) -> list[Answer]:
    """All of them, in order.

    Raises:
        StayOut: one does not follow, or cannot be.
    """
    found: list[Answer] = []
    for place, each in enumerate(asked):
        if each.kind == "term":
            assert each.term is not None
            found.append((place, world.value(each.term), _unit(each, unit)))
        elif each.kind == "ratio":
            assert each.vessel is not None and each.other is not None
            value = world.value(each.vessel.first.mass, each.other.first.mass)
            found.append((place, f"{value.numerator}:{value.denominator}", ""))
        elif each.kind == "apart":
            assert each.portion is not None and each.now is not None
            one, other = (_told(portion, world) for portion in (each.portion, each.now))
            found.append((place, world.value(less(one, other)) * 100, "%"))
        elif each.kind == "composition":
            assert each.vessel is not None
            value = _value(each, each.now or each.vessel.now, world)
            value = value / (1 - value)
            value = 1 / value if each.wet else value
            found.append((place, f"{value.numerator}:{value.denominator}", ""))
        else:
            assert each.vessel is not None
            value = _of_vessel(each, each.vessel, world)
            if each.kind != "strength":
                found.append((place, value, _unit(each, unit)))
            elif price:
                found.append((place, value, "元"))
            elif not 0 < value <= 1:
                stay_out("stronger than pure")
            else:
                found.append((place, (1 - value if each.wet else value) * 100, "%"))
    return found


def _unit(each: Asked, unit: str) -> str:
    if each.unit and unit and each.unit != unit:
        stay_out("asked in another unit")
    return each.unit or unit


def _of_vessel(each: Asked, vessel: Vessel, world: World) -> Fraction:
    """The value of the state that is meant: the one that was not told, where only one was not."""
    if each.portion is not None:
        return _value(each, each.portion, world)
    if each.kind == "mass" and vessel.said:
        stay_out("what was told is asked")
    if not vessel.changed:
        return _value(each, vessel.first, world)
    told = vessel.told_strength is not None if each.kind == "strength" else vessel.told_mass
    now = each.now or vessel.now
    if told or not each.known:
        return _value(each, now, world)
    one, other = (_value(each, portion, world) for portion in (vessel.first, now))
    return one if one == other else stay_out("before or after")


def _told(portion: Portion, world: World) -> Term:
    """How strong it is, as a term."""
    return portion.strength if portion.strength is not None else stay_out("how strong")


def _value(each: Asked, portion: Portion, world: World) -> Fraction:
    if each.kind == "mass":
        return world.value(portion.mass)
    if each.kind == "inner":
        return world.value(portion.content)
    if each.kind == "water":
        return world.value(less(portion.mass, portion.content))
    if portion.strength is not None:
        if not portion.strength or list(portion.strength) == [()]:
            stay_out("what was told is asked")
        return world.value(portion.strength)
    return world.value(portion.content, portion.mass)


def as_ratio(value: Fraction) -> str:
    """`3:2`."""
    shared = gcd(value.numerator, value.denominator)
    return f"{value.numerator // shared}:{value.denominator // shared}"
