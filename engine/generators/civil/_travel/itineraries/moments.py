"""What time it is when something happens, and where everybody is then."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.said import Row, number_of
from engine.generators.civil._travel.itineraries.speeds import Speeds
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, shown
from engine.generators.civil._travel.journeys.world import LAP, WAY, Mover
from engine.generators.reading import StayOut, stay_out


class Moments(Speeds):
    """What is so when something happens."""

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
        if not self.one_by_one:
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
        if not found and self.unnamed == 2 and patterns.search("[两二2](?:人|车|船)", self.said.text):
            found = list(self.world.movers)[:2]  # not who goes to and fro between them
        names = list(dict.fromkeys(found))
        if len(names) < 2:
            names = [*(each for each in self.said.subject if each not in names), *names]
        if len(names) < 2 and len(self.world.movers) == 2:
            names = [*names, *self.others(names)]
        if len(names) > 2 and len(found) == 1 and self.leader in names:
            names = [self.leader, *found]
        return names if len(names) == 2 else stay_out("who meets whom")

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
            if told.value == "0":
                world.equations.equal(beyond, {})
                world.lines.append("在中点")
                return
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

    def ask(self, above: Term, below: Term, what: str) -> None:
        """Something is asked."""
        self.world.asks.append((above, below, what))

    def timed_events_follow(self) -> bool:
        return patterns.search("[MXAU]", self.said.left) is not None

    def after(self) -> None:
        """After what has happened: what is told next took no part of its time."""
        self.said.base = None

    def now(self) -> None:
        """At that moment."""
        if self.world.happened and self.world.pending is None and self.said.time is None:
            self.said.done = True

    def nothing(self, *_: Row) -> None:
        """Says nothing more."""

    def which(self, told: Row) -> None:
        """Which of several meetings."""
        self.said.nth = number_of(told[0])

    def once_more(self) -> None:
        """Again."""
        self.said.again = True
