"""From where to where they go, round or to and fro, and how far it is."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, symbol
from engine.generators.civil._travel.itineraries.said import Row
from engine.generators.civil._travel.itineraries.times import Times
from engine.generators.civil._travel.journeys.pieces import quantity, shown
from engine.generators.civil._travel.journeys.world import LAP, WAY
from engine.generators.reading import stay_out


class Places(Times):
    """Where everybody goes."""

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
        if self.world.happened or (
            "S" not in self.said.left + "S" * self.starts_told and "w" not in self.said.left and "|" not in self.said.left
        ):
            return
        whom = self.said.subject if len(self.said.subject) == 2 else list(self.world.movers)[:2]
        if len(whom) != 2 or not patterns.search("[Sw1a]", self.said.left):
            return
        for name, place in zip(whom, "AB", strict=True):
            if name not in self.at:
                self.put(name, place)

    def comes_to(self, way: Row, places: Row) -> bool:
        """Whether `到` says that somebody who is on his way there arrives."""
        whom = self.said.subject
        mover = self.mover(whom[0]) if len(whom) == 1 else None
        return (
            mover is not None
            and patterns.search("到$|至$", way[0].text) is not None
            and mover.started is not None
            and mover.name in self.headed
            and (self.world.happened or self.world.now != mover.started or self.starts_told)
            and (places[0].value == "B") == (mover.heading > 0)
            and patterns.search("[tUkR|]", self.said.left) is not None
        )

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
