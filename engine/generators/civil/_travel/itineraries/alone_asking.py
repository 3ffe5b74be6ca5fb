"""What is asked of a way that somebody goes alone."""

from __future__ import annotations

from engine.generators.civil._problems.equations import plus, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.alone_parts import DEPARTURE, Slots
from engine.generators.civil._travel.itineraries.alone_whole import Whole
from engine.generators.civil._travel.itineraries.said import Row, speed_unit
from engine.generators.civil._travel.routes.way import BASE, BOAT, WAY
from engine.generators.reading import stay_out


class Alone(Whole):
    """A way that somebody goes, and what is asked of it."""

    def ask_section(self, section: Row, asked: Row) -> None:
        """How fast a section is gone."""
        self.commit()
        name = self.name_of(section[0])
        route = self.route
        if (
            name not in route.speeds
            and name not in ("顺", "逆", "静", "水")
            and not any(leg.section == name for case in route.cases for leg in case.legs)
        ):
            stay_out("how fast what is")
        route.asks.append((route.speed_of(name), {}, f"speed:{speed_unit(asked[0])}"))

    def ask_two(self, first: Row, other: Row, asked: Row) -> None:
        """How fast two sections are gone."""
        self.ask_section(first, asked)
        self.ask_section(other, asked)

    def ask_still(self) -> None:
        """How fast it is in still water, and something more."""
        self.commit()
        self.route.asks.append((symbol(BOAT), {}, "speed:"))

    def ask_base(self, asked: Row) -> None:
        """How fast it was planned."""
        self.commit()
        self.route.base_used = True
        self.route.asks.append((symbol(BASE), {}, f"speed:{speed_unit(asked[0])}"))

    def ask_this(self) -> None:
        """How fast he must go."""
        if self.slots.section:
            self.ask_speed([Mention("ask-speed", "")])
            return
        self.commit()
        case = self.route.case
        if self.open_speed is not None:
            self.route.asks.append((self.open_speed, {}, "speed:"))
            return
        if case.speed is not None:
            stay_out("how fast is told")
        case.speed = self.route.new()
        self.route.asks.append((case.speed, {}, "speed:"))

    def ask_speed(self, asked: Row) -> None:
        """How fast he goes."""
        slots, route = self.slots, self.route
        if slots.section:
            section, slots.section = slots.section, ""
            self.ask_section([Mention("section", section, section)], asked)
            return
        if slots.length is not None and not slots.whole:
            slots.speed = route.new()
            route.asks.append((slots.speed, {}, f"speed:{speed_unit(asked[0])}"))
            self.commit_asked()
            return
        self.commit()
        case = route.case
        if self.open_speed is not None:
            route.asks.append((self.open_speed, {}, f"speed:{speed_unit(asked[0])}"))
        elif case.speed is None and not case.legs and (len(route.cases) > 1 or route.plan_used):
            case.speed = route.new()
            route.asks.append((case.speed, {}, f"speed:{speed_unit(asked[0])}"))
        elif not self.river and case.speed is None and not case.legs:
            route.base_used = True
            route.asks.append((symbol(BASE), {}, f"speed:{speed_unit(asked[0])}"))
        elif self.river and not route.speeds & {"静"}:
            route.asks.append((symbol(BOAT), {}, f"speed:{speed_unit(asked[0])}"))
        else:
            stay_out("how fast what is")

    def commit_asked(self) -> None:
        slots, self.slots = self.slots, Slots()
        self.route.leg(slots.section, slots.length, slots.time, slots.speed)

    def ask_way(self, asked: Row) -> None:
        """How long the way is."""
        self.commit()
        self.route.asks.append((symbol(WAY), {}, f"length:{asked[0].unit}"))

    def ask_gone(self, asked: Row) -> None:
        """How far he has gone in all."""
        self.commit()
        case = self.route.case
        if not case.legs:
            stay_out("how far what is")
        self.route.asks.append((case.way, {}, f"length:{asked[0].unit}"))

    def ask_clock(self, _: Row) -> None:
        """When he arrives is asked."""
        self.commit()
        if not self.departure_told:
            stay_out("when he left")
        self.route.asks.append((plus(symbol(DEPARTURE), self.finish().time), {}, "clock:"))

    def ask_ratio(self, first: Row, other: Row) -> None:
        """The ratio of two speeds."""
        self.commit()
        one, two = self.name_of(first[0]), self.name_of(other[0])
        self.route.asks.append((self.route.speed_of(one), self.route.speed_of(two), "ratio:"))

    def ask_times(self, first: Row, other: Row) -> None:
        """How many times as fast."""
        self.commit()
        one, two = self.name_of(first[0]), self.name_of(other[0])
        self.route.asks.append((self.route.speed_of(one), self.route.speed_of(two), "times:"))
