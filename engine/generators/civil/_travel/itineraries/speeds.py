"""How fast they are, at first and from some moment on."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, plus, scaled
from engine.generators.civil._travel.itineraries.said import Row
from engine.generators.civil._travel.itineraries.who import Party
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, shown
from engine.generators.reading import stay_out


class Speeds(Party):
    """How fast everybody is."""

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
            whom = (
                self.said.subject
                if len(self.said.subject) == len(speeds)
                else list(self.world.movers)[: len(speeds)]
                if len(speeds) <= len(self.world.movers)
                else []
            )
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

    def change(self, sign: Row, told: Row) -> None:
        """Somebody goes faster or slower from now on."""
        world = self.world
        if not world.happened and not self.cases:
            stay_out("faster than what")
        world.settle()
        way = 1 if sign[0].kind == "more" else -1
        for name in self.said.subject or list(world.movers):
            mover = self.mover(name)
            mover.speed = (
                plus(mover.speed, scaled(quantity(told[0]), way))
                if told[0].kind == "speed"
                else scaled(mover.speed, 1 + way * part_of(told[0]))
            )
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

    def quicker(self, first: Row, other: Row) -> None:
        """Who is the faster one."""
        del other
        self.world.quick = first[0].value
