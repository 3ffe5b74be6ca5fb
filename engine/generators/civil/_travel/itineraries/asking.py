"""What is asked."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.events import Events
from engine.generators.civil._travel.itineraries.said import Row, speed_unit
from engine.generators.civil._travel.journeys.world import LAP, WAY
from engine.generators.reading import stay_out


class Teller(Events):
    """A world, what is told of it and what is asked."""

    def ask_time(self, asked: Row) -> None:
        """How long: until what happens next, or what has happened took."""
        said, world = self.said, self.world
        if said.done and said.base is not None and not self.timed_events_follow():
            self.ask(less(world.now, said.base), {}, f"time:{asked[0].unit}")
            return
        if said.done and world.met is not None and patterns.search("已经?[走行跑]", said.text):
            starts = [self.mover(each).started for each in world.met]
            self.ask(less(world.now, starts[0] or {}) if starts[0] == starts[1] else stay_out("since when"), {}, f"time:{asked[0].unit}")
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
            self.ask(
                self.mover(who).speed if self.world.happened and not self.cases else self.world.speed(who),
                {},
                f"speed:{speed_unit(asked[0])}",
            )

    def ask_first_speed(self, names: Row, asked: Row) -> None:
        """How fast somebody is in still water."""
        for who in self.whom(names):
            self.ask(self.world.speed(who), {}, f"speed:{speed_unit(asked[0])}")

    def ask_way(self, places: Row, asked: Row) -> None:
        """How far it is."""
        named = [each.value for each in places if each.kind == "place"] or ["A", "B"]
        if len(named) != 2:
            stay_out("how far what is")
        one, other = sorted(named)
        apart = (
            less(self.places[other], self.places[one])
            if other != "C"
            else less(self.places["C"], self.places[one])
            if one == "A"
            else less(self.places[one], self.places["C"])
        )
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
        whom = said.subject
        if len(whom) == 2 and self.leader in whom and "追" in said.text:
            whom = [self.leader]  # `甲追上乙时跑了多少米`
        if not all(who in said.text for who in whom):  # `各走了多少`: in the order in which they were told
            whom = [who for who in world.movers if who in whom]
        if len(whom) != 1 and not patterns.search("分别|各", said.text):
            stay_out("who has gone how far")
        if not world.happened and not said.done:
            stay_out("how far when")
        for who in whom:
            self.ask(self.mover(who).gone, {}, f"length:{asked[0].unit}")

    def ask_share(self, names: Row, _: Row) -> None:
        """Which part of the way somebody has gone."""
        if names:
            self.now_of(names)
        if self.world.ring or (not self.said.done and self.world.met is None):
            stay_out("which part when")
        self.ask(self.mover(self.one([], "who has gone")).gone, symbol(WAY), "share:")

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
