"""Those who move on a line or round a ring: where each is, as a term in unknown speeds, times and the way, and what happens as equations."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol, unknowns
from engine.generators.civil._problems.mentions import Mention
from engine.generators.reading import StayOut, stay_out

WAY, LAP, BETWEEN = "全程", "一圈", "两出发点之间"


@dataclass(slots=True)
class Mover:
    """Somebody who moves. `place` is measured from A towards B, or round the ring; `gone` is how far he has gone in all."""

    name: str
    speed: Term
    place: Term = field(default_factory=dict)
    heading: int = 1
    gone: Term = field(default_factory=dict)
    started: Term | None = None
    ends: int = 0  # how often he has turned at an end
    plain: bool = True  # he began at an end and turned nowhere else
    rests: Term = field(default_factory=dict)
    stands: bool = False
    stream: Term = field(default_factory=dict)  # how fast it carries him towards B
    delay: Term = field(default_factory=dict)  # how long he stands before he moves on

    def go(self, time: Term) -> None:
        """He moves on for a time."""
        way = product_of(plus(self.speed, scaled(self.stream, self.heading)), less(time, self.delay))
        self.delay = {}
        self.gone = plus(self.gone, way)
        self.place = plus(self.place, scaled(way, self.heading))

    def turn(self) -> None:
        """He turns where he is."""
        self.heading = -self.heading
        self.plain = False

    def turns_at_end(self) -> None:
        """He has turned at the end of the way since: reflected there he is where he really is."""
        self.place = less(scaled(symbol(WAY), 2), self.place) if self.heading > 0 else scaled(self.place, -1)
        self.heading = -self.heading
        self.ends += 1


@dataclass(slots=True)
class World:
    """All who move, the time, and what is told and asked."""

    movers: dict[str, Mover] = field(default_factory=dict)
    equations: Equations = field(default_factory=Equations)
    lines: list[str] = field(default_factory=list)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    now: Term = field(default_factory=dict)
    pending: Term | None = None  # when what is told next happens
    ring: bool = False
    shuttle: bool = False
    way: str = ""
    met: tuple[str, str] | None = None  # those who are at one place now
    meetings: dict[tuple[str, str, bool], int] = field(default_factory=dict)
    meeting_places: list[Term] = field(default_factory=list)
    apart: dict[tuple[str, str], Term] = field(default_factory=dict)  # on a ring: when two were at one place last
    positive: list[Term] = field(default_factory=list)  # times that cannot be negative
    turned: list[tuple[Term, int]] = field(default_factory=list)  # how far somebody has gone who has turned at so many ends
    placed: set[str] = field(default_factory=set)
    happened: bool = False
    clocked: bool = False
    fresh: int = 0
    found: set[str] = field(default_factory=set)
    unknown_rests: dict[str, Term] = field(default_factory=dict)
    subject: list[str] = field(default_factory=list)  # those spoken of last
    alone: bool = False  # the last clause that names somebody names one
    just_turned: bool = False
    speeds_told: set[str] = field(default_factory=set)
    same_place: bool = False
    same_from_head: bool = False  # said before any case was told: it holds for all
    race: bool = False
    quick: str = ""  # who is called the quick one
    apart_before: bool = False  # in the case before, two started at the two ends
    gaps: int = 0  # how often it was asked when two are so far apart
    whole_way: bool = False  # what takes so long is the whole way
    before: list[Mention] = field(default_factory=list)  # a clause that only names somebody belongs to the next

    def new(self) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"t{self.fresh:02d}")

    def speed(self, who: str) -> Term:
        """How fast somebody is at first."""
        return symbol(f"{who}的速度")

    def begin_again(self) -> None:
        """Another case: everybody at the start once more, with the same speeds and the same way."""
        self.apart_before = self.way == "towards" and not self.ring and len(self.movers) == 2
        for who in self.movers:
            self.movers[who] = Mover(who, self.speed(who))
        self.now, self.pending, self.met, self.way = {}, None, None, ""
        self.meetings, self.apart, self.meeting_places, self.placed = {}, {}, [], set()
        self.same_place = self.same_from_head
        self.happened = self.clocked = self.shuttle = False

    def start(self, *names: str) -> None:
        """Those who have not started yet do it now."""
        for name in names:
            if self.movers[name].started is None:
                self.movers[name].started = dict(self.now)

    def advance(self, time: Term, started: bool = True) -> None:
        """So much time passes."""
        if started and not any(each.started is not None for each in self.movers.values()):
            self.start(*self.movers)
        for each in self.movers.values():
            if each.started is not None and not each.stands:
                each.go(time)
        self.now = plus(self.now, time)
        self.positive.append(time)
        if time:
            self.met = None

    def settle(self) -> None:
        """What was told to happen later happens: the time has come."""
        if self.pending is not None:
            time, self.pending = less(self.pending, self.now), None
            if time:
                self.advance(time)

    def until(self, told: Term | None) -> Term:
        """How long it takes to what happens next, told or not; time passes."""
        if told is None and self.pending is not None:
            told = less(self.pending, self.now)
        elif told is not None and self.pending is not None:
            self.settle()
        self.pending = None
        time = told if told is not None else self.new()
        if not any(each.started is not None for each in self.movers.values()):
            self.start(*self.movers)
        self.advance(time)
        return time

    def value(self, above: Term, below: Term | None = None) -> Fraction:
        """What follows, whatever scale is left open."""
        scales = [WAY, LAP, *(f"{each}的速度" for each in self.movers)]
        try:
            return self.equations.value(above, scales, below)
        except StayOut:
            if not self._found_out():
                raise
        return self.equations.value(above, scales, below)

    def _found_out(self) -> bool:
        """Whether the way or a round follows from what is told, and was not told itself: then it is from now on."""
        known = False
        for name in (WAY, LAP, BETWEEN):
            if name not in self.found and name in unknowns(self.equations.told):
                self.found.add(name)
                try:
                    value = self.equations.value(symbol(name))
                except StayOut:
                    continue
                self.equations.equal(symbol(name), constant(value))
                known = True
        return known

    def faster(self, one: str, other: str) -> bool:
        """Whether the first is faster than the second, as far as that is known."""
        return self.value(self.movers[one].speed, self.movers[other].speed) > 1

    def together(self, one: str, other: str, nth: int, catches: bool) -> None:
        """Two are at one place: they meet, or the first has caught up with the second."""
        a, b = self.movers[one], self.movers[other]
        pair = (min(one, other), max(one, other))
        before = self.times(one, other, catches)
        for each in (a, b):
            if each.started is None:  # he is under way, nobody said since when
                each.started = symbol(f"{each.name}的出发时刻")
                each.go(less(self.now, each.started))
        if self.ring:
            self._together_on_ring(a, b, pair, nth, catches)
        elif self.shuttle and (
            (nth and before + 1 != nth) or (a.ends + b.ends == 0 and (nth > 1 or (a.heading == b.heading and not catches)))
        ):
            nth = nth or before + 1
            if not (a.plain and b.plain) or catches or a.started != b.started:
                stay_out("which meeting")
            ends = 2 * nth - 1 if a.heading != b.heading else 2 * nth
            self.equations.equal(plus(a.gone, b.gone), scaled(symbol(WAY), ends))
            for each in (a, b):
                self._reflect(each, nth)
        else:
            if nth and nth != before + 1:
                stay_out("which meeting")
            if before and not (a.ends or b.ends or not a.plain or not b.plain):
                stay_out("how they meet again")
            if catches == (a.heading != b.heading):
                stay_out("which way they go")
            if catches and self.apart_before and not self.placed and not before:
                b.place = plus(b.place, symbol(WAY))
                a.plain = b.plain = False
            self.equations.equal(a.place, b.place)
        for each in (a, b):
            if each.plain and not self.ring:
                self.turned.append((each.gone, each.ends))
        self.meetings[*pair, catches] = max(before + 1, nth)
        self.met = pair
        self.meeting_places.append(a.place)
        self.happened = True
        self.lines.append(f"{one}{'追上' if catches else '与'}{other}{'' if catches else '相遇'}")

    def _reflect(self, mover: Mover, nth: int) -> None:
        """Somebody has gone to and fro so often as his way says; once, at the second meeting, if it does not say it yet."""
        try:
            ways = self.value(mover.gone, symbol(WAY))
        except StayOut:
            if nth != 2 or mover.ends or not mover.plain:
                raise
            mover.turns_at_end()
            return
        while mover.ends < ways - 1:
            mover.turns_at_end()

    def _together_on_ring(self, a: Mover, b: Mover, pair: tuple[str, str], nth: int, catches: bool) -> None:
        if catches and a.heading != b.heading:
            stay_out("which way they go")
        if not catches and a.heading == b.heading:
            catches = True
            if not self.faster(a.name, b.name):
                a, b = b, a
        before = self.times(*pair, catches)
        more = (nth - before) if nth else 1
        if more < 1:
            stay_out("which meeting")
        gap = less(a.place, b.place)
        last = self.apart.get(pair)
        if last is not None and a.name != pair[0]:
            last = scaled(last, -1)
        if last is None:
            last = {}
            if not (self.same_place or self.placed_apart(a.name, b.name)):
                stay_out("where they start")
            if self.placed_apart(a.name, b.name) or (catches and self.starts_behind(a, b)):
                more -= 1
        target = plus(last, scaled(symbol(LAP), more * a.heading))
        self.equations.equal(gap, target)
        self.apart[pair] = target if a.name == pair[0] else scaled(target, -1)

    def starts_behind(self, one: Mover, other: Mover) -> bool:
        """Whether the other has set out from the same place before, and is no lap ahead yet.

        Raises:
            StayOut: how far ahead he is then is not certain.
        """
        if one.started is None or other.started or one.started == other.started or not (one.plain and other.plain):
            return False
        if self.value(product_of(other.speed, one.started), symbol(LAP)) >= 1:
            stay_out("lapped before he sets out")
        return True

    def times(self, one: str, other: str, catches: bool) -> int:
        """How often two have met, or one has caught up with the other, so far."""
        return self.meetings.get((min(one, other), max(one, other), catches), 0)

    def placed_apart(self, one: str, other: str) -> bool:
        """Whether two started at different places."""
        return one in self.placed and other in self.placed

    def check(self) -> None:
        """No time is negative, and nobody turned at an end that he had not reached.

        Raises:
            StayOut: it is so.
        """
        for name in unknowns(self.equations.told):
            try:
                self.equations.value(symbol(name))
            except StayOut as objection:
                if "contradicts" in str(objection) or "positive" in str(objection):
                    raise
        for time in self.positive:
            if time and not set(time) <= {()}:
                try:
                    found = self.value(time, symbol(WAY) if not self.ring else symbol(LAP))
                except StayOut:
                    continue
                if found <= 0:
                    stay_out("a time that is not positive")
        for gone, ends in self.turned:
            try:
                ways = self.value(gone, symbol(WAY))
            except StayOut:
                continue
            if not ends <= ways <= ends + 1:
                stay_out("turned elsewhere")


def amount(value: Fraction | int | str) -> Term:
    """A number."""
    return constant(value)
