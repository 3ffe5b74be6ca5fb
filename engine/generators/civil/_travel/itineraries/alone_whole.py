"""All of a way that somebody goes alone: there and back, as planned or not, by the clock; and what is asked of it."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.alone_parts import DEPARTURE, Parts
from engine.generators.civil._travel.itineraries.said import Row, speed_unit
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, seconds_of_day, shown
from engine.generators.civil._travel.routes.way import BASE, WAY, Case
from engine.generators.reading import stay_out


class Whole(Parts):
    """A way as a whole."""

    def whole(self, told: Row) -> None:
        """How long the way is."""
        if self.route.way_told:
            stay_out("two ways")
        self.route.equations.equal(symbol(WAY), quantity(told[0]))
        self.route.way_told = True
        self.route.lines.append(f"全程 {shown(told[0])}")

    def between_told(self, start: Row, end: Row, told: Row) -> None:
        """How far it is from one place to another."""
        self.route.equations.equal(self.between(start[0].value, end[0].value), quantity(told[0]))
        self.route.lines.append(f"{start[0].value}、{end[0].value}相距 {shown(told[0])}")

    def sections(self) -> None:
        """There and back, as far as it is not told yet."""
        self.commit()
        self.kept_section = ""
        route = self.route
        case = route.case
        have = [leg.section for leg in case.legs]
        both = (
            ("顺", "逆")
            if self.river
            else ("上山", "下山")
            if {"上山", "下山"} & {*self.modes, *have}
            else ("上坡", "下坡")
            if self.slopes or {"上坡", "下坡"} & {*self.modes, *have}
            else ("去", "回")
        )
        if both[0] in ("上坡",):
            if have:
                stay_out("up and down")
            up, down = route.new(), route.new()
            route.equations.equal(plus(up, down), symbol(WAY))
            for one, other in ((up, down), (down, up)):
                route.leg("上坡", one, None, None)
                route.leg("下坡", other, None, None)
            return
        if len(case.legs) == 1 and not self.river and not have[0]:
            case.legs[0].section = both[0]
            have = [both[0]]
        for section in both:
            if section not in have:
                route.leg(section, symbol(WAY), None, None)
        if len(case.legs) != 2:
            stay_out("there and back")

    def there_and_back(self) -> None:
        """There and back."""
        self.round_trip = True

    def round_trip_time(self, told: Row) -> None:
        """How long there and back."""
        self.sections()
        self.route.equations.equal(self.route.case.time, quantity(told[0]))
        self.route.lines.append(f"往返 {shown(told[0])}")

    def ask_round_trip(self, told: Row) -> None:
        """How long there and back is asked."""
        self.sections()
        self.route.asks.append((self.route.case.time, {}, f"time:{told[0].unit}"))

    def way_back(self) -> None:
        """The way back, of which nothing has been said but that it is gone, too: `再立即逆水开回`."""
        named, legs = self.slots.section or self.kept_section, self.route.case.legs
        if (
            named in ("顺", "逆", "回", "下山")
            and not self.slots
            and len(legs) == 1
            and legs[0].section != named
            and set(legs[0].time) != {()}
        ):
            self.slots.section = ""
            self.sections()

    def total(self, told: Row) -> None:
        """How long in all."""
        self.way_back()
        self.commit()
        case = self.route.case
        if not case.legs and self.round_trip:
            self.sections()
        if not case.legs:
            stay_out("how long what took")
        self.route.equations.equal(case.time, quantity(told[0]))
        case.complete = case.total_told = True
        self.route.lines.append(f"一共 {shown(told[0])}")

    def ask_total(self, told: Row) -> None:
        """How long in all is asked."""
        if self.river and patterns.search("共|总|往返|来回|前后", self.text):
            self.way_back()
        slots = self.slots
        if slots or (slots.section and self.route.case.legs and not any(leg.section == slots.section for leg in self.route.case.legs)):
            slots.asked = told[0]
            return
        if slots.section and not self.route.case.legs:
            slots.asked = told[0]
            return
        self.way_back()
        self.commit()
        if self.round_trip and not self.route.case.legs:
            self.sections()
        self.route.asks.append((self.route.finish().time, {}, f"time:{told[0].unit}"))

    def rest(self, told: Row) -> None:
        """He rests."""
        self.commit()
        if self.route.case.complete:
            stay_out("rests after he has arrived")
        self.route.case.stops = plus(self.route.case.stops, quantity(told[0]))
        self.route.lines.append(f"停留 {shown(told[0])}")

    def mean(self, told: Row) -> None:
        """The mean speed of all."""
        if not self.route.case.legs and not self.slots:
            self.slots.speed = quantity(told[0])
            self.slots.text.append(shown(told[0]))
            return
        if self.slots.section and self.slots.section not in self.route.speeds and not self.slots:
            self.section_speed([Mention("section", self.slots.section, self.slots.section)], told)
            return
        if self.slots.whole and self.slots.speed is None and self.slots.time is None:
            self.slots.speed = quantity(told[0])
            self.slots.text.append(shown(told[0]))
            return
        self.commit()
        case = self.route.case
        if len(case.legs) < 2:
            stay_out("the mean of what")
        self.route.equations.equal(product_of(quantity(told[0]), case.time), case.way)
        self.route.lines.append(f"平均速度 {shown(told[0])}")

    def ask_mean(self, told: Row) -> None:
        """The mean speed is asked."""
        self.commit()
        case = self.route.case
        if not case.legs:
            self.sections()
            case = self.route.case
        elif len(case.legs) == 1:
            if case.legs[0].section in ("去", "上山", "顺", "") and self.modes:
                self.sections()
            else:
                self.route.finish()
        if len(case.legs) < 2:
            stay_out("the mean of what")
        self.route.asks.append((case.way, case.time, f"speed:{speed_unit(told[0])}"))

    def begins(self) -> None:
        """Another case."""
        self.commit()
        case = self.route.case
        if case.legs or case.complete or case.speed is not None:
            self.route.cases.append(Case())
        self.place = "A"

    def finish(self) -> Case:
        """The rest of the way is gone, too; in another case than the first at a speed that may be asked."""
        case = self.route.case
        if len(self.route.cases) > 1 and not case.legs and not case.complete and case.speed is None:
            case.speed = self.open_speed = self.route.new()
        return self.route.finish()

    def base(self) -> None:
        """At the speed planned."""
        self.route.base_used = True
        self.slots.speed = symbol(BASE)

    def changes(self, sign: Row, told: Row) -> None:
        """Faster or slower than before, or than planned."""
        self.commit()
        route, case = self.route, self.route.case
        way = 1 if sign[0].kind == "more" else -1
        if case.speed is None:
            case.speed = symbol(BASE)
            route.base_used = True
        case.speed = (
            plus(case.speed, scaled(quantity(told[0]), way)) if told[0].kind == "speed" else scaled(case.speed, 1 + way * part_of(told[0]))
        )
        route.lines.append(f"速度{sign[0].text}{told[0].text}")

    def becomes(self, told: Row) -> None:
        """The speed is another from now on."""
        self.commit()
        route, case = self.route, self.route.case
        if told[0].kind == "speed":
            case.speed = quantity(told[0])
        else:
            route.base_used = True
            case.speed = scaled(symbol(BASE), part_of(told[0]))
        route.lines.append(f"速度变为 {told[0].text}")

    def against_plan(self, sign: Row, told: Row) -> None:
        """Sooner or later than planned."""
        self.commit()
        route = self.route
        case = self.finish()
        sooner = sign[0].kind in ("sooner", "less-time", "less")
        apart = less(route.plan(), case.time) if sooner else less(case.time, route.plan())
        if told[0].kind == "ask-time":
            route.asks.append((apart, {}, f"time:{told[0].unit}"))
        elif told[0].kind == "time":
            route.equations.equal(apart, quantity(told[0]))
        else:
            route.equations.equal(apart, scaled(route.plan(), part_of(told[0])))
        route.lines.append(f"比预定{'早' if sooner else '晚'} {shown(told[0]) if told[0].kind == 'time' else told[0].text}")

    def on_time(self) -> None:
        """Just in time."""
        self.commit()
        route = self.route
        route.equations.equal(self.finish().time, route.plan())
        route.lines.append("准时到达")

    def plan(self, told: Row) -> None:
        """How long it was to take."""
        self.route.equations.equal(self.route.plan(), quantity(told[0]))
        self.route.lines.append(f"预定 {shown(told[0])}")

    def ask_plan(self, told: Row) -> None:
        """How long it was to take is asked."""
        self.commit()
        self.route.asks.append((self.route.plan(), {}, f"time:{told[0].unit}"))

    def other_time(self, other: Row, sign: Row, told: Row) -> None:
        """One section takes so much longer than another."""
        first = self.slots.section
        if not first and self.kept_section:
            first = self.kept_section
        self.slots.section = ""
        if self.slots:
            self.commit()
        second = self.name_of(other[0])
        if second in ("去", "回") and self.river:
            second = next((leg.section for leg in self.route.case.legs), "") or stay_out("longer than what")
            first = first if first in ("顺", "逆") else {"顺": "逆", "逆": "顺"}[second]
        self.longer(first or ("回" if second == "去" else stay_out("what takes longer")), second, sign, told)

    def other_time_than_before(self, sign: Row, told: Row) -> None:
        """It takes so much longer than the other way."""
        first, self.slots.section = self.slots.section, ""
        if not self.route.case.legs or not first:
            stay_out("longer than what")
        self.longer(first, self.route.case.legs[-1].section, sign, told)

    def longer(self, first: str, second: str, sign: Row, told: Row) -> None:
        route = self.route
        spans = {}
        for section in (second, first):
            known = next((leg for leg in route.case.legs if leg.section == section), None)
            spans[section] = (known or route.leg(section, None, None, None)).time
        if first == second:
            stay_out("longer than itself")
        more = sign[0].kind in ("more-time", "more")
        apart = less(spans[first], spans[second]) if more else less(spans[second], spans[first])
        if told[0].kind == "ask-time":
            route.asks.append((apart, {}, f"time:{told[0].unit}"))
        elif told[0].kind == "time":
            route.equations.equal(apart, quantity(told[0]))
        else:
            route.equations.equal(apart, scaled(spans[second], part_of(told[0])))
        route.lines.append(f"{first}比{second}{sign[0].text}{told[0].text}")

    def clock(self, told: Row) -> None:
        """When he arrives, or leaves."""
        if patterns.search("出发|动身|启程|离开|开出", self.text):
            self.leaves_at(told)
            return
        if not patterns.search("到|抵达", self.text):
            stay_out("what happens then")
        self.commit()
        case = self.finish()
        self.route.equations.equal(plus(symbol(DEPARTURE), case.time), constant(seconds_of_day(told[0])))
        self.route.lines.append(f"{told[0].text}到达")

    def leaves_at(self, told: Row) -> None:
        """When he leaves."""
        if self.departure_told:
            stay_out("leaves twice")
        self.departure_told = True
        self.route.equations.equal(symbol(DEPARTURE), constant(seconds_of_day(told[0])))
        self.route.lines.append(f"{told[0].text}出发")
