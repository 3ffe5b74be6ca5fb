"""When they start, how long something takes, what the clock says."""

from __future__ import annotations

from engine.generators.civil._problems.equations import Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.moments import Moments
from engine.generators.civil._travel.itineraries.said import Row, laps_of
from engine.generators.civil._travel.journeys.pieces import quantity, seconds_of_day, shown
from engine.generators.civil._travel.journeys.world import LAP, WAY, amount
from engine.generators.reading import stay_out


class Times(Moments):
    """When everything begins and how long it takes."""

    def time(self, told: Row) -> None:
        """So long: until what happens next, or what has happened took so long."""
        said, world = self.said, self.world
        span = quantity(told[0]) if told[0].kind == "time" else world.new()
        if said.done and said.base is not None and not self.timed_events_follow():
            world.equations.equal(less(world.now, said.base), span)
            world.lines.append(f"用 {shown(told[0])}")
            return
        if (
            (said.way is not None or self.way_told)
            and not self.timed_events_follow()
            and said.named
            and len(said.subject) == 1
            and not world.happened
            and not world.now
            and world.pending is None
        ):
            said.way = said.way or self.way_told
            self.whole_way(span)
            return
        if said.time is not None:
            stay_out("two times")
        said.time = span

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
            for each in world.movers.values():
                each.started = None if each.started is None else dict(time)
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

    def same_place(self) -> None:
        """All start at one place."""
        self.world.same_place = True
        if not self.cases:
            self.world.same_from_head = True

    def start(self, names: Row) -> None:
        """Somebody starts."""
        world, said = self.world, self.said
        if names:
            self.now_of(names)
        whom = said.subject if said.named else said.subject or list(world.movers)
        self.starts_told = True
        moved = any(each.gone for each in world.movers.values())
        if (said.time is not None or world.pending is not None) and not world.happened and not moved:
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

    def starts_after(self, first: Row, other: Row, told: Row) -> None:
        """Somebody starts so much later than another, whatever has happened since."""
        world = self.world
        who, than = first[0].value, self.mover(other[0].value)
        mover = self.mover(who)
        if world.pending is not None or world.ring or mover.gone or who == than.name:
            stay_out("who starts later")
        if not world.happened and not world.now:
            self.not_yet()
            world.start(than.name)
        if than.started is None:
            stay_out("later than when")
        self.one_by_one = True
        since = plus(than.started, quantity(told[0]))
        if world.happened:
            mover.started = since
            mover.go(less(world.now, since))
        else:
            world.advance(less(since, world.now))
            world.start(who)
        self.starts_told = True
        world.lines.append(f"{who}比{than.name}晚出发 {shown(told[0])}")

    def took(self, names: Row, way: Row, told: Row) -> None:
        """So long somebody needs for a round, the whole way, or so far."""
        world = self.world
        if names:
            self.now_of(names)
        who = self.one([], "who needs so long")
        mover = self.mover(who)
        far = (
            scaled(symbol(LAP), laps_of(way[0]))
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
