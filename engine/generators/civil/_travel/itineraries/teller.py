"""What the phrases of an itinerary tell: who goes from where, how fast, what happens when, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, seconds_of_day, shown
from engine.generators.civil._travel.itineraries.stops import Pace, first_time
from engine.generators.civil._travel.journeys.world import LAP, WAY, Mover, World, amount
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import StayOut, stay_out

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


class Teller:
    """A world, and what is told of it."""

    def __init__(self, world: World, river: bool, unnamed: int = 0) -> None:
        self.world, self.river, self.unnamed = world, river, unnamed
        self.places: dict[str, Term] = {"A": {}, "B": symbol(WAY), "C": symbol("C的位置"), "D": symbol("D的位置")}
        self.at: dict[str, str] = {}  # at which place somebody has started
        self.bound: dict[str, str] = {}  # where somebody is going, who has turned
        self.said = Said("", "")
        self.kept: Said | None = None
        self.moment = False  # the clause before ended with `后` or `时`
        self.cycles: dict[str, tuple[Mention, Mention]] = {}
        self.flow = 1
        self.bounces = False
        self.starts_told = self.two_places = False
        self.race = False  # to an end, though it may go round and round
        self.columns: set[str] = set()
        self.turned: set[str] = set()  # those who have turned since anything happened
        self.bounded = False  # somebody has reached the end of the way
        self.headed: set[str] = set()  # those of whom it is said where they go
        self.introduced: list[str] = []  # those spoken of in earlier clauses
        self.way_told: tuple[str, str] | None = None
        self.cases = 0
        self.spans: dict[str, Term] = {}
        self.initial: dict[str, tuple[Term, int]] | None = None
        self.initial_at: dict[str, str] = {}
        self.initial_way = ""
        self.way_used = False
        if river:
            for each in world.movers.values():
                each.stream = symbol(WATER)

    # --- who -----------------------------------------------------------------------------------------------------------------------

    def whom(self, names: Row) -> list[str]:
        """Those named, or spoken of."""
        found = list(dict.fromkeys(each.value for each in names if each.kind == "name"))
        return found or self.said.subject or list(self.world.movers)

    def one(self, names: Row, what: str) -> str:
        """The one named, or spoken of."""
        found = self.whom(names)
        return found[0] if len(found) == 1 else stay_out(what)

    def mover(self, name: str) -> Mover:
        return self.world.movers[name]

    def others(self, names: list[str]) -> list[str]:
        return [each for each in self.world.movers if each not in names]

    def subject(self, names: Row) -> None:
        """Of whom the clause speaks."""
        found = [each.value for each in names if each.kind == "name"]
        said = self.said
        said.subject = [*said.subject, *(each for each in found if each not in said.subject)] if said.named and not said.done else found
        said.named = True

    def now_of(self, names: Row) -> None:
        """From here on the clause speaks of these alone."""
        self.said.subject = list(dict.fromkeys(each.value for each in names if each.kind == "name"))
        self.said.named = True

    def everyone(self, all_of_them: Row) -> None:
        """Of all; of the two without names where there are others; of a column that has been spoken of."""
        if all_of_them[0].text in ("他们", "她们", "它们") and len(self.said.subject) == 1 and self.said.subject[0] in self.columns:
            return
        if len(self.world.movers) > 2 and patterns.match("[两二2]|双方", all_of_them[0].text):
            if len(self.said.subject) != 2 or not self.said.named:
                self.said.subject = list(self.world.movers)[:2] if self.unnamed == 2 else stay_out("which two")
        elif not self.said.named or len(self.said.subject) < 2:
            self.said.subject = list(self.world.movers)
        self.said.named = True

    def he(self, _: Row) -> None:
        """Of the one spoken of last."""
        if len(self.said.subject) != 1 and len(self.world.movers) > 1:
            stay_out("who is meant")

    def begins_again(self, otherwise: bool) -> None:
        """Another case: all at the start once more; `otherwise`: they go other ways, or start at other times."""
        world = self.world
        if self.cycles or self.bounces or world.clocked or len(world.movers) != 2:
            stay_out("another case")
        self.cases += 1
        world.begin_again()
        for each in world.movers.values():
            each.stream = symbol(WATER) if self.river else {}
        self.bound, self.at, self.starts_told = {}, {}, False
        if not otherwise and self.initial is not None:
            world.way, self.at = self.initial_way, dict(self.initial_at)
            world.placed = set(self.at)
            for name, (place, heading) in self.initial.items():
                world.movers[name].place, world.movers[name].heading = dict(place), heading

    # --- how fast ------------------------------------------------------------------------------------------------------------------

    def sets_out(self, name: str) -> None:
        """`5 分钟后，乙以……的速度`: then he starts, and who has been spoken of before has started already."""
        world = self.world
        mover = self.mover(name)
        if world.pending is None or world.happened or world.now or name in self.introduced or mover.started is not None:
            return
        if not self.introduced:
            stay_out("after what")
        world.start(*self.introduced)
        world.settle()
        world.start(name)
        self.starts_told = True

    def set_speed(self, name: str, speed: Term, shown_as: str) -> None:
        """The speed of one, or his speed from now on."""
        world = self.world
        self.sets_out(name)
        mover = self.mover(name)
        if world.happened and (name in world.speeds_told or mover.speed != world.speed(name)):
            world.settle()
            mover.speed = speed
        elif name in world.speeds_told:
            mover.speed = speed
        else:
            world.equations.equal(world.speed(name), speed)
            world.speeds_told.add(name)
        world.lines.append(f"{name}的速度 {shown_as}")

    def speeds_of(self, names: Row, speeds: Row) -> None:
        """The speeds of several, in their order, or one for all."""
        whom = list(dict.fromkeys(each.value for each in names if each.kind == "name"))
        if not whom:
            whom = self.said.subject if len(self.said.subject) == len(speeds) else list(self.world.movers)[: len(speeds)] if len(speeds) <= len(self.world.movers) else []
        if len(speeds) not in (1, len(whom)):
            stay_out("whose speeds")
        for order, who in enumerate(whom):
            told = speeds[order if len(speeds) > 1 else 0]
            self.set_speed(who, quantity(told), shown(told))
        if names:
            self.now_of(names)

    def speed_of_subject(self, speeds: Row) -> None:
        """How fast the one is who is spoken of."""
        if len(self.said.subject) != 1 and patterns.search("都|均", self.said.text) is None and len(self.world.movers) > 1:
            stay_out("whose speed")
        for who in self.said.subject or list(self.world.movers):
            self.set_speed(who, quantity(speeds[0]), shown(speeds[0]))

    def compare(self, first: Row, other: Row, sign: Row, told: Row) -> None:
        """One is faster than another by so much."""
        who, than = self.one(first, "who is faster"), other[0].value
        way = 1 if sign[0].kind == "more" else -1
        base = self.world.speed(than)
        value = plus(base, scaled(quantity(told[0]), way)) if told[0].kind == "speed" else scaled(base, 1 + way * part_of(told[0]))
        if who == than:
            stay_out("faster than oneself")
        self.set_speed(who, value, f"比{than}{sign[0].text}{told[0].text}")
        self.said.subject = [who]

    def multiple(self, first: Row, other: Row, told: Row) -> None:
        """One is so many times as fast as another."""
        who, than = self.one(first, "who is as fast"), other[0].value
        if who == than:
            stay_out("as fast as oneself")
        self.set_speed(who, scaled(self.world.speed(than), part_of(told[0])), f"是{than}的 {told[0].text}")
        self.said.subject = [who]

    def ratio(self, first: Row, told: Row) -> None:
        """The ratio of two or three speeds."""
        whom = [each.value for each in first if each.kind == "name"] or list(self.world.movers)
        parts = [Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", told[0].value)]
        if len(whom) != len(parts):
            stay_out("a ratio of whom")
        for who, part in zip(whom[1:], parts[1:], strict=True):
            self.world.equations.equal(scaled(self.world.speed(whom[0]), part), scaled(self.world.speed(who), parts[0]))
        self.world.lines.append(f"{'、'.join(whom)}的速度比 {told[0].value}")

    def water(self, speeds: Row) -> None:
        """How fast the water flows."""
        self.world.equations.equal(symbol(WATER), quantity(speeds[0]))
        self.world.lines.append(f"水速 {shown(speeds[0])}")

    def down_or_up(self, way: Row, speeds: Row) -> None:
        """How fast somebody is with the stream, or against it."""
        who = self.one([], "whose speed")
        sign = 1 if way[0].kind == "down" else -1
        self.world.equations.equal(plus(self.world.speed(who), scaled(symbol(WATER), sign)), quantity(speeds[0]))
        self.world.lines.append(f"{who}{'顺' if sign > 0 else '逆'}水 {shown(speeds[0])}")

    def down_times_up(self, first: Row, other: Row, told: Row) -> None:
        """With the stream he is so many times as fast as against it, or the other way round."""
        who = self.one([], "whose speed")
        boat = self.world.speed(who)
        speeds = {"down": plus(boat, symbol(WATER)), "up": less(boat, symbol(WATER)), "water": symbol(WATER), "still-water": boat}
        self.world.equations.equal(speeds[first[0].kind], scaled(speeds[other[0].kind], part_of(told[0])))
        self.world.lines.append(f"{first[0].text}是{other[0].text}的 {told[0].text}")

    def change(self, sign: Row, told: Row) -> None:
        """Somebody goes faster or slower from now on."""
        world = self.world
        if not world.happened and not self.cases:
            stay_out("faster than what")
        world.settle()
        way = 1 if sign[0].kind == "more" else -1
        for name in self.said.subject or list(world.movers):
            mover = self.mover(name)
            mover.speed = plus(mover.speed, scaled(quantity(told[0]), way)) if told[0].kind == "speed" else scaled(mover.speed, 1 + way * part_of(told[0]))
            world.lines.append(f"{name}的速度{sign[0].text}{told[0].text}")

    def becomes(self, told: Row) -> None:
        """Somebody's speed is another from now on."""
        world = self.world
        if not world.happened:
            stay_out("another speed before anything")
        world.settle()
        who = self.one([], "whose speed")
        mover = self.mover(who)
        mover.speed = quantity(told[0]) if told[0].kind == "speed" else scaled(mover.speed, part_of(told[0]))
        world.lines.append(f"{who}的速度变为 {told[0].text}")

    def chase(self, whom: Row) -> None:
        """Somebody sets out after another."""
        self.world.way = self.world.way or "along"
        for name in self.said.subject:
            if not whom or name != whom[0].value:
                self.sets_out(name)

    def exchange(self) -> None:
        """Both go on with each other's speed."""
        if len(self.world.movers) != 2:
            stay_out("whose speed")
        one, other = self.world.movers.values()
        one.speed, other.speed = other.speed, one.speed

    # --- where ---------------------------------------------------------------------------------------------------------------------

    def put(self, name: str, place: str) -> None:
        """Somebody starts there."""
        mover = self.mover(name)
        if self.at.get(name, place) != place:
            stay_out("starts twice")
        if self.world.ring:
            stay_out("places on a round")
        self.at[name] = place
        if name in self.world.placed or self.world.happened:
            return
        self.world.placed.add(name)
        mover.place = dict(self.places[place])
        mover.heading = -1 if place == "B" and self.world.way != "along" else 1

    def from_place(self, places: Row) -> None:
        """From where."""
        place = places[0].value
        for name in self.said.subject or list(self.world.movers):
            mover = self.mover(name)
            if mover.started is not None and mover.gone:
                continue
            if name not in self.at:
                self.put(name, place)

    def from_both(self, _: Row) -> None:
        """Two from the two ends, in their order."""
        if self.world.happened or "S" not in self.said.left + "S" * self.starts_told and "w" not in self.said.left and "|" not in self.said.left:
            return
        whom = self.said.subject if len(self.said.subject) == 2 else list(self.world.movers)[:2]
        if len(whom) != 2 or not patterns.search("[Sw1a]", self.said.left):
            return
        for name, place in zip(whom, "AB", strict=True):
            if name not in self.at:
                self.put(name, place)

    def toward(self, places: Row) -> None:
        """Where somebody goes."""
        place = places[0].value
        for name in self.said.subject or list(self.world.movers):
            mover = self.mover(name)
            heading = 1 if place == "B" else -1 if place == "A" else 0
            self.headed.add(name)
            if not heading:
                heading = 1 if self.at.get(name, "A") == "A" else -1
            if mover.started is None or not mover.gone:
                if name not in self.at and place in "AB" and not self.world.ring:
                    self.put(name, "A" if place == "B" else "B")
                mover.heading = heading
            elif self.bound.get(name) and self.bound[name] != place:
                self.reach(name)
                mover.heading = heading
                mover.plain = False
            elif mover.heading != heading:
                self.world.settle()
                mover.turn()
                self.bound[name] = place

    def leg(self, start: Row, way: Row, end: Row) -> None:
        """From one place to another, with the stream or against it."""
        one, other = start[0].value, end[0].value
        if way:
            self.stream(way)
        self.said.way = self.way_told = (one, other)
        if not self.world.happened and (len(self.world.movers) == 1 or self.said.named):
            self.from_place(start)
            self.toward(end)
            if not patterns.search("[tT](?!k)|[dZ]", self.said.left) and len(self.world.movers) > 1:
                self.start([])

    def stream(self, way: Row) -> None:
        """Somebody goes with the stream, or against it: so it flows."""
        if not self.river:
            stay_out("in which stream")
        if len(self.said.subject) == 1 or len(self.world.movers) == 1:
            who = self.one([], "who is in the stream")
            mover = self.mover(who)
            sign = 1 if way[0].kind == "down" else -1
            if who not in self.at and not mover.gone:
                mover.heading = sign
            elif mover.heading != sign:
                stay_out("which way it flows")

    def opposite(self, way: Row) -> None:
        """Towards, away from, or after each other."""
        world = self.world
        kind = way[0].kind
        if len(self.said.subject) == 1 and self.said.named and patterns.search("开|驶|出发", way[0].text):
            self.sets_out(self.said.subject[0])
        if world.happened or (world.way and world.way != kind):
            stay_out("another way")
        world.way = kind
        movers = [self.mover(each) for each in (self.said.subject if len(self.said.subject) > 1 else world.movers)]
        movers = movers[:2] if self.unnamed == 2 and len(movers) > 2 else movers
        if kind == "along":
            for each in movers:
                each.heading = 1
            return
        if len(movers) != 2:
            if not all(each.name in self.at for each in world.movers.values()):
                stay_out("who goes where")
            return
        one, other = movers
        if one.name not in self.at:
            one.heading, other.heading = 1, -1
            if kind == "away" and self.two_places and not world.ring and not world.same_place:
                one.heading, other.heading, other.place = -1, 1, symbol(WAY)
            if kind == "towards" and not world.ring and not world.same_place:
                other.place = symbol(WAY)
                world.placed |= {one.name, other.name}
                self.at[one.name], self.at[other.name] = "A", "B"
        elif kind == "towards" and self.at[one.name] == self.at.get(other.name):
            if len(world.movers) == 2:
                stay_out("towards each other from one place")
        elif kind == "away":
            one.heading, other.heading = (-1, 1) if self.at[one.name] == "A" and self.at.get(other.name) == "B" else (1, -1)

    def around(self, way: Row) -> None:
        """Round, one way or the other."""
        self.world.ring = True
        self.world.way = self.world.way or "round"
        for name in self.said.subject:
            self.mover(name).heading = 1 if way[0].kind == "clockwise" else -1

    def same_place(self) -> None:
        """All start at one place."""
        self.world.same_place = True
        if not self.cases:
            self.world.same_from_head = True

    def shuttle(self) -> None:
        """They go to and fro; how far one goes who does so between others is his speed's and the time's alone."""
        if len(self.said.subject) == 1 and len(self.world.movers) > 2:
            return
        self.bounces = self.world.shuttle = True

    def way_between(self, places: Row, told: Row) -> None:
        """How far it is from one place to another."""
        named = [each.value for each in places if each.kind == "place"] or ["A", "B"]
        if len(named) != 2:
            stay_out("how far what is")
        one, other = (self.places[each] for each in named)
        apart = less(other, one) if named[0] == "A" or named[1] == "B" else less(one, other)
        self.world.equations.equal(apart, quantity(told[0]))
        self.world.lines.append(f"{'、'.join(named)}相距 {shown(told[0])}")

    def lap(self, told: Row) -> None:
        """How long a round is."""
        self.world.ring = not self.race
        self.world.equations.equal(symbol(LAP), quantity(told[0]))
        self.world.lines.append(f"一圈 {shown(told[0])}")

    def whole(self, told: Row) -> None:
        """How long the way is."""
        self.world.equations.equal(symbol(LAP if self.world.ring else WAY), quantity(told[0]))
        self.world.lines.append(f"全程 {shown(told[0])}")

    def ring(self) -> None:
        """On a round."""
        self.world.ring = not self.race

    def ahead(self, side: Row, told: Row) -> None:
        """One is ahead of another at first."""
        world = self.world
        if world.happened or world.now or len(world.movers) != 2:
            stay_out("who is ahead")
        whom = side[0].value
        names = self.said.subject
        ahead_of = whom or next(iter(self.others(names)), "")
        who = next((each for each in names if each != ahead_of), "")
        if not who or not ahead_of or who == ahead_of:
            stay_out("who is ahead of whom")
        front = who if side[0].kind == "ahead" else ahead_of
        world.way = world.way or "along"
        self.mover(front).place = quantity(told[0])
        world.placed |= set(world.movers)
        for name in world.movers:
            self.at.setdefault(name, "?")
        world.lines.append(f"{front}在前 {shown(told[0])}")

    # --- when ----------------------------------------------------------------------------------------------------------------------

    def time(self, told: Row) -> None:
        """So long: until what happens next, or what has happened took so long."""
        said, world = self.said, self.world
        span = quantity(told[0]) if told[0].kind == "time" else world.new()
        if said.done and said.base is not None and not self.timed_events_follow():
            world.equations.equal(less(world.now, said.base), span)
            world.lines.append(f"用 {shown(told[0])}")
            return
        if (said.way is not None or self.way_told) and not self.timed_events_follow() and said.named and len(said.subject) == 1 and not world.happened and not world.now and world.pending is None:
            said.way = said.way or self.way_told
            self.whole_way(span)
            return
        if said.time is not None:
            stay_out("two times")
        said.time = span

    def timed_events_follow(self) -> bool:
        return patterns.search("[MXAU]", self.said.left) is not None

    def whole_way(self, span: Term, asked: Mention | None = None) -> None:
        """So long somebody needs for a way."""
        world = self.world
        who = self.one([], "who needs so long")
        one, other = self.said.way or ("A", "B")
        mover = self.mover(who)
        start, end = self.places[one], self.places[other]
        downwards = (one, other) in (("A", "B"), ("A", "C"), ("C", "B"))
        apart = less(end, start) if downwards else less(start, end)
        speed = plus(mover.speed, scaled(mover.stream, 1 if downwards else -1))
        world.equations.equal(product_of(speed, span), apart)
        if asked is not None:
            world.asks.append((span, {}, f"time:{asked.unit}"))
        else:
            world.lines.append(f"{who}从{one}到{other}")

    def later(self, told: Row) -> None:
        """So long after now, or after somebody has started."""
        world = self.world
        span = quantity(told[0]) if told[0].kind == "time" else world.new()
        world.settle()
        base = world.now if self.said.since is None else self.said.since
        world.pending = plus(base, span)
        self.said.since = None

    def after_start(self, told: Row) -> None:
        """So long after somebody's start."""
        self.since_start()
        self.later(told)

    def since_start(self) -> None:
        """Counted from somebody's start."""
        whom = [each for each in (self.said.subject or list(self.world.movers)) if self.mover(each).started is not None]
        if not whom:
            self.world.settle()
            self.world.start(*(self.said.subject or list(self.world.movers)))
            self.said.since = dict(self.world.now)
            return
        self.said.since = self.mover(whom[0]).started

    def clock(self, told: Row) -> None:
        """What the clock says then."""
        world = self.world
        time = amount(seconds_of_day(told[0]))
        if not world.clocked and not world.now:
            world.now, world.clocked = time, True
            return
        if not world.clocked:
            stay_out("the clock in the midst")
        world.settle()
        world.pending = time

    def clock_now(self, told: Row) -> None:
        """What the clock says now."""
        world = self.world
        if not world.clocked or not world.happened:
            stay_out("the clock in the midst")
        world.equations.equal(world.now, amount(seconds_of_day(told[0])))

    def at_point(self, place: Row) -> None:
        """All at one point of a round."""
        if not self.world.ring or self.world.happened or self.at:
            stay_out(f"at {place[0].text}")
        self.same_place()

    def start(self, names: Row) -> None:
        """Somebody starts."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        whom = said.subject if said.named else said.subject or list(world.movers)
        self.starts_told = True
        if (said.time is not None or world.pending is not None) and not world.happened and not world.now:
            for each in whom:
                self.mover(each).started = None
        if all(self.mover(each).started is not None for each in whom):
            if said.since is None and "k" not in said.left[:1] and "t" not in said.left[:2]:
                said.base = self.mover(whom[0]).started
            said.since = self.mover(whom[0]).started
            return
        if said.time is not None:  # `2 小时后乙出发`
            span, said.time = said.time, None
            if not any(each.started is not None for each in world.movers.values()):
                world.start(*self.others(whom))
            world.until(span)
        elif world.pending is not None:
            if not any(each.started is not None for each in world.movers.values()):
                world.start(*self.others(whom))
            world.settle()
        world.start(*whom)
        said.since = dict(world.now)
        said.done = True

    def goes_first(self, told: Row) -> None:
        """Somebody goes ahead for a time, or so far."""
        world = self.world
        if world.happened or world.pending is not None:
            stay_out("who goes first")
        who = self.one([], "who goes first")
        self.not_yet()
        world.start(who)
        if told[0].kind == "length":
            span = world.new()
            mover = self.mover(who)
            world.equations.equal(product_of(plus(mover.speed, scaled(mover.stream, mover.heading)), span), quantity(told[0]))
        else:
            span = quantity(told[0]) if told[0].kind == "time" else world.new()
        world.advance(span)
        world.start(*world.movers)
        self.starts_told = True
        world.lines.append(f"{who}先走 {shown(told[0])}")

    def not_yet(self) -> None:
        """Nobody has started yet, though it was told that they do."""
        if self.world.now:
            stay_out("some have gone already")
        for each in self.world.movers.values():
            each.started = None

    def starts_later(self, told: Row) -> None:
        """Somebody starts so much later than the other."""
        world = self.world
        if world.happened or world.now or world.pending is not None:
            stay_out("who starts later")
        who = self.one([], "who starts later")
        self.not_yet()
        world.start(*self.others([who]))
        world.advance(quantity(told[0]))
        world.start(who)
        self.starts_told = True
        world.lines.append(f"{who}晚出发 {shown(told[0])}")

    # --- what happens --------------------------------------------------------------------------------------------------------------

    def happens(self) -> Term:
        """The time comes of what is told next; since when that is."""
        world, said = self.world, self.said
        if said.since is not None and said.time is not None:
            world.settle()
            world.pending = plus(said.since, said.time)
            said.time = None
        if self.initial is None:
            self.initial = {each.name: (dict(each.place), each.heading) for each in world.movers.values()}
            self.initial_at, self.initial_way = dict(self.at), world.way
        waiting = [each.name for each in world.movers.values() if each.started is None]
        if waiting and len(waiting) < len(world.movers) and (world.pending is not None or said.since is not None):
            stay_out("who starts when")
        world.start(*waiting)
        if world.pending is not None and said.asked is not None and said.time is None and said.since is None:
            if not patterns.search("再|又|还", said.text):
                stay_out("two times")
            world.settle()
        base = dict(world.now) if said.since is None else dict(said.since)
        if (
            said.asked is not None
            and said.since is None
            and not world.happened
            and any(each.started != world.now for each in world.movers.values())
            and not patterns.search("再|又|还|追|赶|超", said.text)
        ):
            stay_out("since when")
        span, said.time, said.since = said.time, None, None
        world.until(span)
        self.turned.clear()
        said.base, said.done = base, True
        if said.asked is not None:
            world.asks.append((less(world.now, base), {}, f"time:{said.asked.unit}"))
            said.asked = None
        return base

    def pair(self, before: Row, after: Row) -> list[str]:
        """The two who meet."""
        found = [each.value for each in (*before, *after) if each.kind == "name"]
        names = list(dict.fromkeys(found))
        if len(names) < 2:
            names = [*(each for each in self.said.subject if each not in names), *names]
        if len(names) < 2 and len(self.world.movers) == 2:
            names = [*names, *self.others(names)]
        return names if len(names) == 2 else stay_out("who meets whom")

    def meet(self, before: Row, event: Row, after: Row) -> None:
        """Two meet, or one catches up with the other."""
        world, said = self.world, self.said
        names = self.pair(before, after)
        if after and not before and event[0].kind == "catch" and len(after) == 1 and len(names) == 2:
            names = [each for each in names if each != after[0].value] + [after[0].value]
        catches = event[0].kind == "catch"
        key = (min(names), max(names))
        if self.cycles.keys() & set(names):
            self.meet_with_rests(names, catches)
            return
        if world.met == key and said.time is None and not said.nth and not said.again and world.pending is None and said.asked is None:
            self.place_it(names)
            return
        nth = said.nth
        if said.again:
            nth = world.times(names[0], names[1], catches) + 1
        if catches and not world.way and not world.placed:
            world.way = "along"
        one, other = (self.mover(each) for each in names)
        if world.way == "along" and not world.ring and not (world.placed or world.same_place or one.started != other.started):
            if not catches or world.happened:
                stay_out("who is ahead")
            other.place = symbol(WAY)
            world.placed |= set(names)
        if catches and not world.ring and one.heading != other.heading and not world.happened and len(world.movers) == 2:
            stay_out("which way they go")
        self.happens()
        self.come_together(names, nth, catches)
        said.nth, said.again = 0, False
        world.just_turned = False
        self.bound.clear()
        said.subject = names
        self.place_it(names)

    def come_together(self, names: list[str], nth: int, catches: bool) -> None:
        """They are at one place now."""
        world = self.world
        one, other = (self.mover(each) for each in names)
        if world.ring or self.bounces:
            if self.bounces and (one.stream or one.delay or other.delay):
                stay_out("to and fro in a stream")
            world.together(names[0], names[1], nth, catches)
            return
        before = world.times(names[0], names[1], catches)
        if nth and nth != before + 1:
            stay_out("which meeting")
        if before and one.plain and other.plain and not one.ends and not other.ends:
            stay_out("how they meet again")
        world.equations.equal(one.place, other.place)
        world.meetings[min(names), max(names), catches] = before + 1
        world.met = (min(names), max(names))
        world.meeting_places.append(one.place)
        world.happened = True
        world.lines.append(f"{names[0]}{'追上' if catches else '与'}{names[1]}{'' if catches else '相遇'}")

    def place_it(self, names: list[str]) -> None:
        """What has been said of where it happens."""
        for place, told in self.said.places:
            self.is_there(names, place, told)
        self.said.places = []
        wanted, self.said.wanted = self.said.wanted, []
        for what, whom, asked in wanted:
            if what == "off":
                self.ask(self.distance(whom[0], self.mover(names[0])), {}, f"length:{asked.unit}")
            else:
                who = whom[0].value if whom else names[0] if len(names) == 1 else stay_out("who has gone how far")
                self.ask(self.mover(who).gone, {}, f"length:{asked.unit}")

    def is_there(self, names: list[str], place: Mention, told: Mention) -> None:
        """Somebody is so far from a place."""
        world = self.world
        way = quantity(told) if told.kind == "length" else scaled(symbol(LAP if world.ring else WAY), part_of(told))
        mover = self.mover(names[0])
        if place.kind == "middle":
            if len(names) != 2:
                stay_out("the middle of what")
            beyond = less(scaled(mover.place, 2), symbol(WAY))
            ahead, rival = (self.mover(each) for each in names)
            side = ahead.heading * (1 if self.farther(ahead, rival) else -1)
            world.equations.equal(beyond, scaled(way, 2 * side))
        else:
            world.equations.equal(self.distance(place, mover), way)
        world.lines.append(f"这时离{place.value or place.text} {shown(told)}")

    def farther(self, one: Mover, other: Mover) -> bool:
        """Whether the first has gone farther."""
        try:
            return self.world.value(one.gone, other.gone) > 1
        except StayOut:
            if self.world.quick not in (one.name, other.name):
                raise
        return self.world.quick == one.name

    def distance(self, place: Mention, mover: Mover) -> Term:
        """How far somebody is from a place."""
        if self.world.ring:
            stay_out("a place on a round")
        if place.kind == "home":
            return dict(mover.place) if mover.heading > 0 or mover.ends else less(symbol(WAY), mover.place)
        if place.kind in ("end", "other-end"):
            return less(symbol(WAY), mover.place) if mover.heading > 0 else dict(mover.place)
        if place.value == "A":
            return dict(mover.place)
        if place.value == "B":
            return less(symbol(WAY), mover.place)
        stay_out("how far from where")

    def off(self, place: Row, told: Row) -> None:
        """So far from a place: where something happens in this clause, or where somebody is now."""
        said, world = self.said, self.world
        if patterns.search("[MXAQ]", said.left) and not said.done:
            said.places.append((place[0], told[0]))
            return
        names = said.subject if said.named or world.met is None else list(world.met)
        if world.pending is not None or said.time is not None:
            self.happens()
        elif not said.done and not world.happened:
            stay_out("where at first")
        if len(names) > 2 or (len(names) == 2 and (world.met is None or set(world.met) != set(names))):
            stay_out("who is there")
        self.is_there(names, place[0], told[0])
        world.happened = True

    def where_they_met(self, nth: Row) -> None:
        """A place where two meet: told of it is told of the meeting."""
        world = self.world
        if len(world.movers) != 2:
            stay_out("who meets where")
        number = _number(nth[0]) if nth else 0
        names = list(world.movers)
        met = max(world.meetings.values(), default=0)
        if (number and number > met) or (not number and not met):
            self.said.nth = number or 1
            self.meet([], [Mention("meet", "相遇")], [])
        elif number and number != met:
            stay_out("another meeting")
        self.said.subject, self.said.named = names, False

    def parts_ratio(self, nth: Row, told: Row) -> None:
        """How the place where they meet parts the way."""
        self.where_they_met(nth)
        world = self.world
        above, below = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", told[0].value))
        place = world.meeting_places[-1]
        world.equations.equal(scaled(place, below), scaled(less(symbol(WAY), place), above))
        world.lines.append(f"相遇点离A、B的距离比 {told[0].value}")

    def arrive(self, names: Row, place: Row, told: Row) -> None:
        """Somebody reaches a place."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        whom = said.subject
        where = place[0] if place else None
        if where is not None and (where.kind == "other-end" or (len(whom) != 1 and where.kind == "end")) and len(whom) != 1:
            self.all_arrive(whom or list(world.movers))
            return
        if len(whom) != 1:
            if where is None or where.kind != "place":
                self.all_arrive(whom or list(world.movers))
                return
            stay_out("who arrives")
        who = whom[0]
        mover = self.mover(who)
        if world.ring:
            stay_out("arrives on a round")
        if told and told[0].kind == "time":
            if said.time is not None:
                stay_out("two times")
            said.time = quantity(told[0])
            said.since = mover.started if said.since is None and not said.done and not mover.gone else said.since
        end = self.end_of(mover, where)
        if who not in self.at and not mover.gone and where is not None and where.kind == "place" and where.value in "AB":
            self.put(who, "A" if where.value == "B" else "B")
            end = self.places[where.value]
        self.bound.pop(who, None)
        self.bounded = self.bounded or not world.ring
        self.happens()
        world.equations.equal(mover.place, end)
        world.happened = True
        world.lines.append(f"{who}到达{where.value or where.text if where else ''}")
        said.subject = [who]
        if told and told[0].kind == "ask-time":
            world.asks.append((less(world.now, said.base or {}), {}, f"time:{told[0].unit}"))
        self.place_it([who])

    def end_of(self, mover: Mover, where: Mention | None) -> Term:
        """Where somebody arrives."""
        if where is None:
            bound = self.bound.get(mover.name)
            return dict(self.places[bound]) if bound else symbol(WAY) if mover.heading > 0 else {}
        if where.kind == "place":
            if where.value in "AB" and (where.value == "B") != (mover.heading > 0) and mover.gone:
                stay_out("arrives behind")
            return dict(self.places[where.value])
        if where.kind == "home":
            return {} if mover.heading < 0 and (mover.ends or not mover.plain) else stay_out("comes home")
        return symbol(WAY) if mover.heading > 0 else {}

    def reach(self, name: str) -> None:
        """Somebody who was bound for a place has come there."""
        place = self.bound.pop(name)
        world = self.world
        world.settle()
        world.until(None)
        world.equations.equal(self.mover(name).place, self.places[place])
        world.happened = True

    def all_arrive(self, whom: list[str]) -> None:
        """All reach the other ends, and turn there."""
        world, said = self.world, self.said
        if said.time is not None or world.pending is not None or world.ring or len(world.movers) != 2 or len(whom) != 2:
            stay_out("who arrives when")
        world.just_turned = True
        for each in world.movers.values():
            each.turns_at_end()
        world.happened = True
        world.met = None
        said.done = True
        world.lines.append("各自到达另一端后返回")

    def turn(self, names: Row, place: Row) -> None:
        """Somebody turns, and goes back to a place."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        if world.just_turned:
            return
        whom = said.subject or list(world.movers)
        if set(whom) <= self.turned and not place:
            return  # `立即返回，返回途中……`
        if not world.happened and world.pending is None and said.time is None:
            if len(whom) != 1 or len(world.movers) == 1:
                self.shuttle()
                return
            stay_out("who turns")
        for name in whom:
            if self.bound.get(name):
                self.reach(name)
        if said.time is not None:
            self.happens()
        world.settle()
        for name in whom:
            mover = self.mover(name)
            if name not in self.turned:
                mover.turn()
            self.turned.add(name)
            if place:
                back = place[0].value
                if (back == "B") != (mover.heading > 0):
                    stay_out("back to where")
                self.bound[name] = back
            else:
                self.bound[name] = "A" if mover.heading < 0 else "B"
        world.lines.append(f"{'、'.join(whom)}掉头")
        said.done = True
        said.base = dict(world.now)

    def rest(self, names: Row, told: Row) -> None:
        """Somebody stands still for a time."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        span = quantity(told[0]) if told[0].kind == "time" else world.new()
        if told[0].kind == "ask-time":
            world.asks.append((span, {}, f"time:{told[0].unit}"))
        whom = said.subject or list(world.movers)
        if len(whom) != 1 and patterns.search("都|均|各|每", said.text) is None:
            stay_out("who rests")
        for name in whom:
            if self.bound.get(name):
                self.reach(name)
            mover = self.mover(name)
            if world.just_turned:  # at the end, before he turned: from there he is so much farther behind
                way = product_of(mover.speed, span)
                mover.place = less(mover.place, scaled(way, mover.heading))
                mover.gone = less(mover.gone, way)
            else:
                mover.delay = plus(mover.delay, span)
            world.lines.append(f"{name}停 {shown(told[0])}")

    def rest_over(self, names: Row, told: Row) -> None:
        """He has rested: so much time has passed."""
        self.rest(names, told)
        if not self.world.just_turned:
            self.world.settle()
            self.world.advance(quantity(told[0]))

    def gone(self, told: Row) -> None:
        """So far, or so many rounds, somebody has gone."""
        world, said = self.world, self.said
        way = (
            scaled(symbol(LAP), _laps(told[0]))
            if told[0].kind == "laps"
            else quantity(told[0])
            if told[0].kind == "length"
            else scaled(symbol(LAP if world.ring else WAY), part_of(told[0]))
        )
        who = self.one([], "who has gone so far")
        if world.pending is not None or said.time is not None or (not said.done and world.met is None):
            self.happens()
        mover = self.mover(who)
        if said.since is not None:
            stay_out("so far since when")
        world.equations.equal(mover.gone, way)
        world.happened = True
        world.lines.append(f"{who}走了 {told[0].text}")

    def took(self, names: Row, way: Row, told: Row) -> None:
        """So long somebody needs for a round, the whole way, or so far."""
        world = self.world
        if names:
            self.now_of(names)
        who = self.one([], "who needs so long")
        mover = self.mover(who)
        far = (
            scaled(symbol(LAP), _laps(way[0]))
            if way[0].kind == "laps"
            else symbol(LAP)
            if way[0].kind == "lap"
            else symbol(LAP if world.ring else WAY)
            if way[0].kind == "whole"
            else quantity(way[0])
        )
        if mover.stream or (world.happened and mover.speed != world.speed(who)) or self.said.time is not None or self.said.done:
            stay_out("needs so long at which speed")
        if way[0].kind == "length" and (mover.started is not None or world.happened):
            stay_out("so far since when")
        if told[0].kind == "ask-time":
            span = world.new()
            world.asks.append((span, {}, f"time:{told[0].unit}"))
        else:
            span = quantity(told[0])
        world.equations.equal(product_of(world.speed(who), span), far)
        world.lines.append(f"{who}走{way[0].text}用 {shown(told[0])}")

    def took_reversed(self, names: Row, told: Row, way: Row) -> None:
        """As `took`, the time first."""
        self.took(names, way, told)

    def as_far(self, first: Row, its: Row, other: Row, others: Row) -> None:
        """One goes in so long as far as another in so long."""
        one, two = self.world.speed(first[0].value), self.world.speed(other[0].value)
        self.world.equations.equal(product_of(one, quantity(its[0])), product_of(two, quantity(others[0])))
        self.world.lines.append(f"{first[0].value} {shown(its[0])}的路程等于{other[0].value} {shown(others[0])}的路程")

    def arrives_sooner(self, first: Row, other: Row, sign: Row, _: Row, told: Row) -> None:
        """One needs so much less time for the whole way than another, or arrives so much earlier."""
        world = self.world
        who, than = self.one(first, "who is sooner"), other[0].value
        if world.happened or world.ring or who == than or self.river or len(world.movers) != 2:
            stay_out("sooner where")
        spans = {}
        for name in (who, than):
            spans[name] = world.new()
            world.equations.equal(product_of(self.mover(name).speed, less(spans[name], self.mover(name).delay)), symbol(WAY))
        arrivals = patterns.search("到", self.said.text) is not None
        if not arrivals and patterns.search("用|花|需|耗", self.said.text) is None:
            stay_out("sooner at what")
        ends = {name: plus(spans[name], self.mover(name).started or {}) if arrivals else spans[name] for name in spans}
        apart = less(ends[than], ends[who]) if sign[0].kind == "sooner" else less(ends[who], ends[than])
        if told[0].kind == "ask-time":
            self.ask(apart, {}, f"time:{told[0].unit}")
        else:
            world.equations.equal(apart, quantity(told[0]))
            world.lines.append(f"{who}比{than}{sign[0].text}{shown(told[0])}")
        self.spans = spans

    def ask_faster(self, first: Row, other: Row, sign: Row, asked: Row) -> None:
        """How much faster one is than another."""
        one, than = self.world.speed(self.one(first, "who is faster")), self.world.speed(other[0].value)
        self.ask(less(one, than) if sign[0].kind == "more" else less(than, one), {}, f"speed:{_speed_unit(asked[0])}")

    def left(self, name: str) -> Term:
        """How far somebody still has to go."""
        mover = self.mover(name)
        return less(symbol(WAY), mover.place) if mover.heading > 0 else dict(mover.place)

    def left_multiple(self, first: Row, other: Row, told: Row) -> None:
        """One still has so many times as far to go as another."""
        world = self.world
        if not self.said.done and (world.pending is not None or self.said.time is not None):
            self.happens()
        one, two = first[0].value, other[0].value
        world.equations.equal(self.left(one), scaled(self.left(two), part_of(told[0])))
        world.lines.append(f"{one}余下的路程是{two}的 {told[0].text}")

    def left_over(self, first: Row, told: Row) -> None:
        """How far somebody still has to go."""
        world = self.world
        if not self.said.done and (world.pending is not None or self.said.time is not None):
            self.happens()
        world.equations.equal(self.left(first[0].value), quantity(told[0]))
        world.happened = True
        world.lines.append(f"{first[0].value}还有 {shown(told[0])}")

    def gone_more(self, first: Row, other: Row, sign: Row, told: Row) -> None:
        """One has gone so much farther than another."""
        world = self.world
        if patterns.search("每", self.said.text):
            stay_out("so much more in a unit of time")
        who, than = self.one(first, "who has gone farther"), other[0].value
        if world.pending is not None or self.said.time is not None or (not self.said.done and world.met is None):
            self.happens()
        way = scaled(symbol(LAP), _laps(told[0])) if told[0].kind == "laps" else symbol(LAP) if told[0].kind == "lap" else quantity(told[0])
        more = less(self.mover(who).gone, self.mover(than).gone)
        world.equations.equal(scaled(more, 1 if sign[0].kind == "more" else -1), way)
        world.happened = True
        world.lines.append(f"{who}比{than}{sign[0].text}{told[0].text}")

    def gap(self, told: Row) -> None:
        """How far apart they are: at first, or then."""
        world, said = self.world, self.said
        if not world.happened and not world.now and world.pending is None and said.time is None and said.asked is None:
            world.equations.equal(symbol(LAP if world.ring and len(self.at) < 2 else WAY), quantity(told[0]))
            world.lines.append(f"相距 {shown(told[0])}")
            return
        again = patterns.search("又|再次|第二次|相遇后", said.text) is not None
        happens_now = world.pending is not None or said.time is not None or not said.done
        one, other = (self.mover(each) for each in (said.subject if len(said.subject) == 2 else list(world.movers)[:2]))
        if one.heading != other.heading and world.way != "away" and happens_now and not world.meetings:
            if world.gaps != again or (not again and not patterns.search("第一次|还|尚|未相遇|没有相遇", said.text)):
                stay_out("before or after they meet")
        if happens_now:
            self.happens()
            world.gaps += 1
        world.equations.equal(self.apart(again), quantity(told[0]))
        world.happened = True
        world.lines.append(f"此时相距 {shown(told[0])}")

    def apart(self, again: bool = False) -> Term:
        """How far apart the two spoken of are now."""
        world = self.world
        whom = self.said.subject if len(self.said.subject) == 2 else list(world.movers)
        if len(whom) != 2 or world.ring:
            stay_out("how far apart who is")
        one, other = (self.mover(each) for each in whom)
        between = less(other.place, one.place)
        if not world.way and not {one.name, other.name} <= self.headed:
            stay_out("which way they go")
        if one.heading == other.heading:
            try:
                world.value(between)
            except StayOut:
                between = scaled(between, -1)
            return between
        met = world.times(one.name, other.name, False) > 0
        if one.ends or other.ends or not (one.plain and other.plain):
            stay_out("who is where")
        between = scaled(between, one.heading)
        return scaled(between, -1) if met or again or world.way == "away" else between

    def cycle(self, names: Row, go: Row, rest: Row) -> None:
        """Somebody rests each time he has gone for so long."""
        for who in self.whom(names):
            self.cycles[who] = (go[0], rest[0])
            self.world.lines.append(f"{who}{go[0].text.strip(',')}休息 {shown(rest[0])}")

    def pace(self, name: str) -> Pace:
        """How somebody goes on, as far as it is known."""
        speed = self.world.value(self.mover(name).speed)
        started = self.mover(name).started or {}
        start = self.world.value(started) if started else Fraction(0)
        if name not in self.cycles:
            return Pace(speed, start=start)
        going, rest = self.cycles[name]
        go = Fraction(going.value) * LENGTHS[going.unit] / speed if going.unit in LENGTHS else Fraction(going.value) * TIMES[going.unit]
        return Pace(speed, go, quantity(rest)[()], start)

    def meet_with_rests(self, names: list[str], catches: bool) -> None:
        """The first time that two are at one place of whom one rests again and again."""
        world, said = self.world, self.said
        one, other = (self.mover(each) for each in names)
        if said.nth > 1 or world.happened or world.pending is not None or said.time is not None or said.since not in (None, one.started, other.started):
            stay_out("since when")
        whole = symbol(LAP if world.ring else WAY)
        opposite = one.heading != other.heading
        if world.ring and world.placed:
            stay_out("where they start")
        if opposite:
            way = world.value(whole)
        elif world.ring:
            way = world.value(whole)
        elif one.place == other.place:
            way = Fraction(0)
        else:
            way = world.value(less(other.place, one.place))
        if not opposite and (not catches or way == 0):
            stay_out("who overtakes whom")
        paces = [self.pace(each) for each in names]
        time = first_time(paces[0], paces[1], way, 1 if opposite else -1)
        if not any(each.started is not None for each in world.movers.values()):
            world.start(*world.movers)
        for mover, pace in zip((one, other), paces, strict=True):
            mover.gone = amount(pace.gone(time))
            mover.place = plus(mover.place, scaled(mover.gone, mover.heading))
        said.base, said.done, said.nth = {}, True, 0
        world.now = amount(time)
        if said.asked is not None:
            world.asks.append((dict(world.now), {}, f"time:{said.asked.unit}"))
            said.asked = None
        world.met = (min(names), max(names))
        world.meetings[min(names), max(names), catches] = 1
        world.happened = True
        world.lines.append(f"{names[0]}{'追上' if catches else '与'}{names[1]}{'' if catches else '相遇'}")

    def catch_one(self, times: Row, whom: Row) -> None:
        """Each of several catches up with the same one in a time of his own."""
        world = self.world
        target = whom[0].value
        chasers = self.others([target])
        if len(chasers) != len(times) or world.happened:
            stay_out("who catches up with whom")
        for who, told in zip(chasers, times, strict=True):
            gain = less(world.speed(who), world.speed(target))
            world.equations.equal(product_of(gain, quantity(told)), symbol("相差的路程"))
            world.lines.append(f"{who}追上{target}用 {shown(told)}")
        self.said.done = True

    # --- what is asked -------------------------------------------------------------------------------------------------------------

    def ask(self, above: Term, below: Term, what: str) -> None:
        """Something is asked."""
        self.world.asks.append((above, below, what))

    def ask_time(self, asked: Row) -> None:
        """How long: until what happens next, or what has happened took."""
        said, world = self.said, self.world
        if said.done and said.base is not None and not self.timed_events_follow():
            self.ask(less(world.now, said.base), {}, f"time:{asked[0].unit}")
            return
        if not patterns.search("[MXAdG0]", said.left) and (said.way is not None or patterns.search("Z", said.left)):
            self.whole_way(world.new(), asked[0])
            return
        if said.asked is not None:
            stay_out("asked twice")
        said.asked = asked[0]

    def ask_speed(self, names: Row, asked: Row) -> None:
        """How fast somebody is."""
        for who in self.whom(names):
            if len(self.whom(names)) > 1 and not patterns.search("分别|各", self.said.text) and not names:
                stay_out("whose speed")
            self.ask(self.mover(who).speed if self.world.happened and not self.cases else self.world.speed(who), {}, f"speed:{_speed_unit(asked[0])}")

    def ask_first_speed(self, names: Row, asked: Row) -> None:
        """How fast somebody is in still water."""
        for who in self.whom(names):
            self.ask(self.world.speed(who), {}, f"speed:{_speed_unit(asked[0])}")

    def ask_water(self, asked: Row) -> None:
        """How fast the water flows."""
        self.ask(symbol(WATER), {}, f"speed:{_speed_unit(asked[0])}")

    def ask_way(self, places: Row, asked: Row) -> None:
        """How far it is."""
        named = [each.value for each in places if each.kind == "place"] or ["A", "B"]
        if len(named) != 2:
            stay_out("how far what is")
        one, other = sorted(named)
        apart = less(self.places[other], self.places[one]) if other != "C" else less(self.places["C"], self.places[one]) if one == "A" else less(self.places[one], self.places["C"])
        self.ask(apart, {}, f"length:{asked[0].unit}")

    def ask_whole(self, asked: Row) -> None:
        """How long the way is."""
        self.ask(symbol(LAP if self.world.ring else WAY), {}, f"length:{asked[0].unit}")

    def ask_gap(self, asked: Row) -> None:
        """How far apart they are."""
        world = self.world
        if self.said.time is not None or world.pending is not None:
            self.happens()
        if not world.now or (world.met is not None and not self.said.done) or (world.met is not None and not self.said.named):
            self.ask(symbol(LAP if world.ring else WAY), {}, f"length:{asked[0].unit}")
            return
        self.ask(self.apart(), {}, f"length:{asked[0].unit}")

    def ask_off(self, place: Row, asked: Row) -> None:
        """How far from a place somebody is."""
        said, world = self.said, self.world
        if said.time is not None or world.pending is not None or (patterns.search("[MX]", said.left) and not said.done):
            if patterns.search("[MX]", said.left):
                said.wanted.append(("off", place, asked[0]))
                return
            self.happens()
        names = said.subject if len(said.subject) == 1 else list(world.met) if world.met is not None else stay_out("who is there")
        if place[0].kind == "middle":
            stay_out("how far from the middle")
        self.ask(self.distance(place[0], self.mover(names[0])), {}, f"length:{asked[0].unit}")

    def ask_gone(self, names: Row, asked: Row) -> None:
        """How far somebody has gone."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        if patterns.search("[MX]", said.left) and not said.done:
            if len(said.subject) != 1:
                stay_out("who has gone how far")
            said.wanted.append(("gone", [Mention("name", said.subject[0], said.subject[0])], asked[0]))
            return
        if said.time is not None or world.pending is not None:
            self.happens()
        whom = said.subject if said.subject else []
        if len(whom) != 1 and not patterns.search("分别|各", said.text):
            stay_out("who has gone how far")
        if not world.happened and not said.done:
            stay_out("how far when")
        for who in whom:
            self.ask(self.mover(who).gone, {}, f"length:{asked[0].unit}")

    def ask_more(self, first: Row, other: Row, sign: Row, asked: Row) -> None:
        """How much farther somebody has gone."""
        more = less(self.mover(self.one(first, "who")).gone, self.mover(other[0].value).gone)
        self.ask(scaled(more, 1 if sign[0].kind == "more" else -1), {}, f"length:{asked[0].unit}")

    def ask_times(self, first: Row, other: Row) -> None:
        """How many times as fast."""
        self.ask(self.world.speed(self.one(first, "who")), self.world.speed(other[0].value), "times:")

    def ask_ratio(self, names: Row) -> None:
        """The ratio of two speeds."""
        whom = [each.value for each in names if each.kind == "name"] or list(self.world.movers)
        if len(whom) != 2:
            stay_out("a ratio of whom")
        self.ask(self.world.speed(whom[0]), self.world.speed(whom[1]), "ratio:")

    def ask_clock(self, names: Row) -> None:
        """At what time."""
        world, said = self.world, self.said
        if not world.clocked:
            stay_out("no clock")
        if names:
            self.now_of(names)
        if "S" in said.left[:4]:
            started = self.mover(self.one([], "who starts")).started
            self.ask(started if started is not None else stay_out("who starts"), {}, "clock:")
        elif said.done:
            self.ask(dict(world.now), {}, "clock:")
        else:
            stay_out("what o'clock")

    def ask_laps(self, names: Row, asked: Row) -> None:
        """How many rounds."""
        del asked
        world = self.world
        if names:
            self.now_of(names)
        if self.said.time is not None or world.pending is not None:
            self.happens()
        self.ask(self.mover(self.one([], "whose rounds")).gone, symbol(LAP), "laps:")

    def ask_ahead(self, first: Row, one: Row, other: Row, asked: Row) -> None:
        """How far one is ahead of another."""
        world = self.world
        who = first[0].value
        than = next((each.value for each in (*one, *other) if each.value), "") or (self.others([who])[0] if len(world.movers) == 2 else "")
        if not than or than == who or not (world.happened or self.said.done) or world.ring:
            stay_out("ahead of whom")
        self.ask(less(self.mover(who).gone, self.mover(than).gone), {}, f"length:{asked[0].unit}")

    def ask_shortest(self, names: Row, asked: Row) -> None:
        """How far somebody is from where he started, the shorter way round."""
        if names:
            self.now_of(names)
        if not self.world.ring or not self.world.happened:
            stay_out("how far round")
        self.ask(self.mover(self.said.subject[0]).place, {}, f"round:{asked[0].unit}")

    def ask_lap(self, asked: Row) -> None:
        """How long a round is."""
        self.ask(symbol(LAP), {}, f"length:{asked[0].unit}")

    def ask_between(self, asked: Row) -> None:
        """How far apart two meetings were."""
        world = self.world
        if len(world.meeting_places) != 2:
            stay_out("between which meetings")
        self.ask(world.meeting_places[0], world.meeting_places[1], f"between:{asked[0].unit}")

    def ask_count(self) -> None:
        """How often they meet."""
        world, said = self.world, self.said
        since = said.time if said.time is not None else world.pending or stay_out("how often in which time")
        said.time = world.pending = None
        self.ask(since, {}, "count:")

    def which(self, told: Row) -> None:
        """Which of several meetings."""
        self.said.nth = _number(told[0])

    def once_more(self) -> None:
        """Again."""
        self.said.again = True

    def after(self) -> None:
        """After what has happened: what is told next took no part of its time."""
        self.said.base = None

    def now(self) -> None:
        """At that moment."""
        if self.world.happened and self.world.pending is None and self.said.time is None:
            self.said.done = True

    def nothing(self, *_: Row) -> None:
        """Says nothing more."""


def _number(mention: Mention) -> int:
    return int(mention.value) if mention.value.isdigit() else _COUNT.index(mention.value)


def _laps(mention: Mention) -> Fraction:
    value = mention.value
    return Fraction(_COUNT.index(value)) if value in _COUNT else Fraction(2) if value == "两" else Fraction(value)


def _speed_unit(asked: Mention) -> str:
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""
