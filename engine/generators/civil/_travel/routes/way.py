"""A way and the parts of it that are gone: how far, how fast, how long; with the stream or against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, less, plus, product_of, symbol
from engine.generators.civil._problems.mentions import Mention

WAY, PLAN, BASE, BOAT, WATER = "全程", "预定时间", "原速", "船速", "水速"
ALWAYS_WHOLE = ("去", "回", "返", "上山", "下山")


@dataclass(slots=True)
class Leg:
    """A part of the way: how far, how long, and which section it is."""

    way: Term
    time: Term
    section: str = ""


@dataclass(slots=True)
class Case:
    """The way gone once, in one manner."""

    legs: list[Leg] = field(default_factory=list)
    stops: Term = field(default_factory=dict)
    speed: Term | None = None
    complete: bool = False
    total_told: bool = False

    @property
    def way(self) -> Term:
        """How far in all."""
        return plus(*(leg.way for leg in self.legs))

    @property
    def time(self) -> Term:
        """How long in all."""
        return plus(self.stops, *(leg.time for leg in self.legs))


class Route:
    """What is told of a way, and what is asked."""

    def __init__(self, river: bool, modes: bool) -> None:
        self.equations = Equations()
        self.cases: list[Case] = [Case()]
        self.asks: list[tuple[Term, Term, str]] = []
        self.lines: list[str] = []
        self.river, self.modes = river, modes
        self.fresh = 0
        self.way_told = False
        self.last_way: Term | None = None
        self.speeds: set[str] = set()
        self.boat = BOAT
        self.subject = ""
        self.base_used = self.plan_used = False
        self.periods: dict[str, tuple[Fraction, Fraction]] = {}
        self.pending_period: tuple[str, Fraction] | None = None
        self.as_long: tuple[Case, Case] | None = None  # two cases that take equally long
        self.kept: list[Mention] = []
        self.downstream = ""
        self.wholes: dict[str, Fraction] = {}

    @property
    def case(self) -> Case:
        """The one spoken of."""
        return self.cases[-1]

    def new(self) -> Term:
        """An unknown."""
        self.fresh += 1
        return symbol(f"t{self.fresh:02d}")

    def speed_of(self, section: str) -> Term:
        """How fast a section is gone."""
        if self.river:
            boat, water = symbol(self.boat), symbol(WATER)
            known = {
                "顺": plus(boat, water),
                "逆": less(boat, water),
                "静": boat,
                "无风": boat,
                "船速": boat,
                "水": water,
                "流": water,
                "风": water,
                "漂": water,
            }
            if section in known:
                return known[section]
        return symbol(f"{section}的速度")

    def usual_way(self) -> Term:
        """How far it is where nothing else is told."""
        return symbol(WAY) if self.way_told or self.last_way is None else self.last_way

    def leg(self, section: str, way: Term | None, time: Term | None, speed: Term | None) -> Leg:
        """A part of the way is gone."""
        if self.case.complete and self.case.total_told:
            self.cases.append(Case())
        case = self.case
        if speed is None:
            speed = self.speed_of(section) if section and (self.river or section in self.speeds or case.speed is None) else case.speed
        if speed is None:
            speed = symbol(BASE)
            self.base_used = True
        elif section and section not in self.speeds and not (self.river and section in ("顺", "逆")):
            self.equations.equal(self.speed_of(section), speed)
        if way is None and section == "" and time is not None:
            way = self.new()
        found = Leg(way if way is not None else self.usual_way(), time if time is not None else self.new(), section)
        self.equations.equal(product_of(speed, found.time), found.way)
        for before in (leg for each in self.cases for leg in each.legs):
            if section and before.section == section and set(before.way) == set(found.way) == {()}:
                # As far as the times: no speed need be known.
                self.equations.equal(product_of(before.way, found.time), product_of(found.way, before.time))
        case.legs.append(found)
        return found

    def finish(self) -> Case:
        """The rest of the way is gone, too."""
        case = self.case
        if case.complete:
            return case
        if not case.legs:
            self.leg("", symbol(WAY), None, case.speed)
        elif (any(not leg.section or leg.section in "前后" for leg in case.legs) and case.speed is not None) or (
            self.base_used and not any(leg.section for leg in case.legs)
        ):
            rest = less(symbol(WAY), case.way)
            if rest:
                self.leg("", rest, None, case.speed)
        case.complete = True
        return case

    def plan(self) -> Term:
        """How long it was to take."""
        self.plan_used = True
        return symbol(PLAN)

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows, whatever scale is left open."""
        scales = [WAY, BASE, BOAT, PLAN, *(f"{each}的速度" for each in sorted(self.speeds))]
        return self.equations.value(above, scales, below)


def unit_of(asked: Mention) -> str:
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""


def section_of(route: Route, mention: Mention) -> str:
    section = {"走路": "步行", "骑自行车": "骑车", "坐车": "乘车"}.get(mention.value, mention.value)
    return {"返": "回", "山": "上山", "山脚": "下山", "流": "水", "风": "水", "无风": "静", "船速": "静"}.get(section, section)
