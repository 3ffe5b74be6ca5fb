"""Two meet, one arrives, turns, rests."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.said import Row, number_of
from engine.generators.civil._travel.itineraries.stopping import Ways
from engine.generators.civil._travel.journeys.pieces import quantity, shown
from engine.generators.civil._travel.journeys.world import WAY
from engine.generators.reading import StayOut, stay_out


class Events(Ways):
    """What happens on the way."""

    def meet(self, before: Row, event: Row, after: Row) -> None:
        """Two meet, or one catches up with the other."""
        world, said = self.world, self.said
        if len(said.subject) == 1:
            self.leader = said.subject[0]
        names = self.pair(before, after)
        if after and not before and event[0].kind == "catch" and len(after) == 1 and len(names) == 2:
            names = [each for each in names if each != after[0].value] + [after[0].value]
        catches = event[0].kind == "catch"
        if catches and not before and not after and not said.named and len(world.movers) == 2 and self.farther_known(names[1], names[0]):
            names.reverse()  # nobody says who overtakes: the faster one
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

    def farther_known(self, one: str, other: str) -> bool:
        """Whether one is known to be faster than the other."""
        try:
            return self.world.faster(one, other)
        except StayOut:
            return False

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
        number = number_of(nth[0]) if nth else 0
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
            if not patterns.search("后|行|走|骑|跑|开|驶", said.text):
                stay_out("what took so long")
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
        if len(whom) > 1 and world.meetings:
            stay_out("who has rested when they meet again")
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

    def at_middle(self) -> None:
        """They meet in the middle."""
        self.said.places.append((Mention("middle", "中点"), Mention("length", "0米", "0", "米")))
