"""Those who stop again and again, and how far somebody has gone or still has to go."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import less, plus, product_of, scaled, symbol
from engine.generators.civil._travel.itineraries.places import Places
from engine.generators.civil._travel.itineraries.said import Row, laps_of, speed_unit
from engine.generators.civil._travel.itineraries.stops import Pace, first_time
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, shown
from engine.generators.civil._travel.journeys.world import LAP, WAY, Mover, amount
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import stay_out


class Ways(Places):
    """How far everybody goes, with rests and without."""

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
        if (
            said.nth > 1
            or world.happened
            or world.pending is not None
            or said.time is not None
            or said.since not in (None, one.started, other.started)
        ):
            stay_out("since when")
        whole = symbol(LAP if world.ring else WAY)
        opposite = one.heading != other.heading
        if world.ring and world.placed:
            stay_out("where they start")
        if opposite or world.ring:
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

    def gone(self, told: Row) -> None:
        """So far, or so many rounds, somebody has gone."""
        world, said = self.world, self.said
        way = (
            scaled(symbol(LAP), laps_of(told[0]))
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

    def arrives_sooner(self, first: Row, other: Row, sign: Row, _: Row, told: Row) -> None:
        """One needs so much less time for the whole way than another, or arrives so much earlier."""
        world = self.world
        who, than = self.one(first, "who is sooner"), other[0].value
        if world.ring or who == than or self.river or len(world.movers) != 2:
            stay_out("sooner where")
        if world.happened and not (told[0].kind == "ask-time" and self.steady()):
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

    def steady(self) -> bool:
        """Whether both have gone on from the ends of the way as they began, at the same time."""
        movers = list(self.world.movers.values())
        return movers[0].started == movers[1].started and all(
            each.plain and not each.ends and not each.rests and not each.delay and each.speed == self.world.speed(each.name)
            for each in movers
        )

    def ask_faster(self, first: Row, other: Row, sign: Row, asked: Row) -> None:
        """How much faster one is than another."""
        one, than = self.world.speed(self.one(first, "who is faster")), self.world.speed(other[0].value)
        self.ask(less(one, than) if sign[0].kind == "more" else less(than, one), {}, f"speed:{speed_unit(asked[0])}")

    def ask_speeds_apart(self, asked: Row) -> None:
        """How much faster the faster one is."""
        if len(self.world.movers) != 2:
            stay_out("between whose speeds")
        one, other = self.world.movers
        if self.world.value(self.world.speed(one), self.world.speed(other)) < 1:
            one, other = other, one
        self.ask(less(self.world.speed(one), self.world.speed(other)), {}, f"speed:{speed_unit(asked[0])}")

    def gone_more(self, first: Row, other: Row, sign: Row, told: Row) -> None:
        """One has gone so much farther than another."""
        world = self.world
        if patterns.search("每", self.said.text):
            stay_out("so much more in a unit of time")
        who, than = self.one(first, "who has gone farther"), other[0].value
        if world.pending is not None or self.said.time is not None or (not self.said.done and world.met is None):
            self.happens()
        way = (
            scaled(symbol(LAP), laps_of(told[0])) if told[0].kind == "laps" else symbol(LAP) if told[0].kind == "lap" else quantity(told[0])
        )
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
        facing = one.heading != other.heading and world.way != "away" and not world.meetings
        if (
            happens_now
            and facing
            and (world.gaps != again or (not again and not patterns.search("第一次|还|尚|未相遇|没有相遇", said.text)))
        ):
            if again or world.gaps or said.asked is None:
                stay_out("before or after they meet")
            self.either_time(one, other, told)
            return
        if happens_now:
            self.happens()
            world.gaps += 1
        world.equations.equal(self.apart(again), quantity(told[0]))
        world.happened = True
        world.lines.append(f"此时相距 {shown(told[0])}")

    def either_time(self, one: Mover, other: Mover, told: Row) -> None:
        """When two who go towards each other are so far apart: before they meet, and after."""
        world, said = self.world, self.said
        if world.pending is not None or said.since not in (None, one.started, world.now) or one.started != other.started:
            stay_out("since when")
        if world.happened or world.now or one.delay or other.delay or said.asked is None:
            stay_out("before or after they meet")
        apart = scaled(less(other.place, one.place), one.heading)
        world.start(*world.movers)
        first, last = world.new(), world.new()
        both = plus(one.speed, other.speed)
        world.equations.equal(product_of(both, first), less(apart, quantity(told[0])))
        world.equations.equal(product_of(both, last), plus(apart, quantity(told[0])))
        world.asks.append((first, last, f"either:{said.asked.unit}"))
        said.asked, said.since = None, None
        world.gaps += 2
        world.lines.append(f"相距 {shown(told[0])}，在相遇前或相遇后")
