"""Those who move: everybody has a speed and has gone so far since the start; what is told are equations between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import stay_out

WAY, LAP, WATER = "全程", "一圈", "水速"


@dataclass(slots=True)
class Trip:
    """Those who move, how far each has gone, and what is asked."""

    everyone: list[str]
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    gone: dict[str, Term] = field(default_factory=dict)
    way: str = ""  # towards, along or away
    gap: Term = field(default_factory=dict)  # along: how far the one in front is ahead at the start
    round: bool = False
    apart_told: bool = False
    together: Term = field(default_factory=dict)  # how long all of them have moved
    met: bool = False
    met_after: Term | None = None  # how long it took them to meet for the first time
    first_untold: bool = False  # somebody started first, and nobody has said yet by how much
    speeds: set[str] = field(default_factory=set)
    lengths: set[str] = field(default_factory=set)
    fresh: int = 0
    river: bool = False
    subject: str = ""
    delayed: bool = False
    faster: str = ""
    downstream: str = ""
    waiting: list[tuple[str, str]] = field(default_factory=list)
    twice: list[tuple[Term, Term, Term, str, int]] = field(default_factory=list)
    times_met: int = 0
    race: Term | None = None
    way_unit: str = ""
    water: str = WATER
    spells: dict[str, Term] = field(default_factory=dict)  # how long each way on the river takes a boat
    turned: tuple[str, Term] | None = None  # who has turned back at the end, and how long ago
    speed_units: set[str] = field(default_factory=set)
    legs: int = 0

    def new(self, sign: str) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def speed(self, who: str) -> Term:
        """How fast somebody is."""
        return symbol(f"{who}的速度")

    def length(self, who: str) -> Term:
        """How long a train is."""
        self.lengths.add(who)
        return symbol(f"{who}的车长")

    def moved(self, who: str) -> Term:
        """How far somebody has gone since the start."""
        return self.gone.get(who, {})

    def go(self, who: str, time: Term) -> None:
        """Somebody moves for a time."""
        self.gone[who] = plus(self.moved(who), product_of(self.speed(who), time))

    def all_go(self, time: Term) -> None:
        """Both move for a time."""
        for who in self.everyone:
            self.go(who, time)
        self.together = plus(self.together, time)

    def value(self, asked: Term, below: Term | None = None) -> Fraction:
        """What follows, with whatever scale is left open."""
        scales = [WAY, LAP, *(f"{each}的速度" for each in self.everyone)]
        return self.equations.value(asked, scales, below)


def quantity(mention: Mention) -> Term:
    if mention.kind == "speed":
        length, time = mention.unit.split("/")
        return constant(Fraction(mention.value) * LENGTHS[length] / TIMES[time])
    if mention.kind == "time" and not mention.unit:
        parts = patterns.findall(r"(\d+(?:\.\d+)?(?:/\d+)?)(小时|分钟|分|秒)", mention.value)
        return constant(sum((Fraction(number) * TIMES[unit] for number, unit in parts), Fraction(0)))
    return constant(Fraction(mention.value) * (TIMES if mention.kind == "time" else LENGTHS)[mention.unit])


def shown(mention: Mention) -> str:
    return f"{mention.value} {mention.unit}".strip()


def names_of(clause: Clause) -> list[str]:
    return list(dict.fromkeys(each.value for each in clause.all("name")))


def apart_now(trip: Trip) -> Term:
    """How far apart the two are after what they have gone, as nought when they meet."""
    one, other = trip.everyone
    if trip.way == "away":
        return plus(symbol(WAY), trip.moved(one), trip.moved(other))
    if trip.way == "towards":
        return less(symbol(LAP if trip.round else WAY), plus(trip.moved(one), trip.moved(other)))
    stay_out("which way they go")
