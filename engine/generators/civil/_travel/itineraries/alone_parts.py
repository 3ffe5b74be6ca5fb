"""The parts of a way that somebody goes alone: how far, how long, how fast, in which manner."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.itineraries.said import Row
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, shown
from engine.generators.civil._travel.routes.way import WAY, Case, Leg, Route
from engine.generators.reading import stay_out

DEPARTURE = "出发时刻"
MANNERS = ("步行", "跑步", "骑车", "乘车", "坐车", "开车", "走路", "坐地铁", "乘地铁")


@dataclass(slots=True)
class Slots:
    """What has been said of a part of the way that is being told."""

    section: str = ""
    speed: Term | None = None
    length: Term | None = None
    time: Term | None = None
    asked: Mention | None = None
    whole: bool = False
    text: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.speed is not None or self.length is not None or self.time is not None or self.asked or self.whole)


class Parts:
    """A way, and the part of it that is being told."""

    def __init__(self, river: bool, slopes: bool = False, downstream: str = "") -> None:
        self.downstream = downstream  # from which place to which the river flows
        self.route, self.river, self.slopes = Route(river, True), river, slopes
        self.slots = Slots()
        self.places: dict[str, Term] = {"A": {}, "B": symbol(WAY), "C": symbol("C的位置")}
        self.place = "A"
        self.kept_section = ""
        self.drifting = False
        self.departure_told = False
        self.modes: list[str] = []
        self.text = self.left = ""  # of the clause, and the signs that follow
        self.open_leg: Leg | None = None  # a part of which nobody has said how fast it is gone
        self.context: Term | None = None  # how far it is to where he goes
        self.round_trip = False
        self.open_speed: Term | None = None  # of a case in which nobody has said how fast

    def section(self, told: Row) -> None:
        """With the stream, uphill, on foot, back: which part it is."""
        if self.slots and self.slots.section and told[0].kind == "section":
            self.commit()
        slots = self.slots
        name = self.name_of(told[0])
        if slots and name != slots.section and slots.section:
            self.commit()
            slots = self.slots
        if self.river and slots.section in ("顺", "逆") and name in ("回", "去"):
            return
        if (
            name in ("回", "下山")
            and not self.river
            and slots.speed is not None
            and not slots.section
            and self._both_ways(name, slots.speed)
        ):
            return
        slots.section = name

    def _both_ways(self, back: str, speed: Term) -> bool:
        """`每小时行 60 千米，再以每小时 40 千米的速度返回`: one speed was of the way there, the other is of the way back."""
        route = self.route
        there = {"回": "去", "下山": "上山"}[back]
        if route.case.speed is None or route.case.legs or {there, back} & route.speeds:
            return False
        for section, fast in ((there, route.case.speed), (back, speed)):
            route.speeds.add(section)
            route.equations.equal(route.speed_of(section), fast)
        route.lines.append(f"{back}：{'，'.join(self.slots.text)}")
        self.slots, route.case.speed = Slots(section=back), None
        self.modes.append(back)
        return True

    def name_of(self, told: Mention) -> str:
        """The section that a word names."""
        if told.kind in ("down", "up"):
            return "顺" if told.kind == "down" else "逆"
        if told.kind == "still-water":
            return "静"
        if told.kind == "water":
            return "水"
        name = {
            "返": "回",
            "来": "去",
            "山": "上山",
            "爬山": "上山",
            "山脚": "下山",
            "走路": "步行",
            "坐车": "乘车",
            "乘地铁": "坐地铁",
        }.get(told.value, told.value)
        if name == "回" and {"上山", "爬山"} & {*self.modes, *(leg.section for leg in self.route.case.legs)}:
            return "下山"
        if name == "回" and self.river:
            before = next((leg.section for leg in reversed(self.route.case.legs) if leg.section in ("顺", "逆")), "")
            return {"顺": "逆", "逆": "顺"}.get(before) or "回"
        return name

    def section_speed(self, section: Row, speed: Row) -> None:
        """How fast a section is gone."""
        name = self.name_of(section[0])
        if name in ("回", "去") and self.river:
            stay_out("how fast back")
        route = self.route
        if self.slots and self.slots.section not in ("", name):
            self.commit()
        if name in route.speeds and not self.river:
            stay_out("two speeds of one section")
        route.speeds.add(name)
        route.equations.equal(route.speed_of(name), quantity(speed[0]))
        route.lines.append(f"{section[0].text} {shown(speed[0])}")
        if name not in ("静", "水"):
            self.slots.section = name
            self.modes.append(name)

    def compare(self, first: Row, other: Row, sign: Row, told: Row) -> None:
        """One section is gone faster than another."""
        route = self.route
        one, two = self.name_of(first[0]), self.name_of(other[0])
        route.speeds |= {one, two}
        base = route.speed_of(two)
        way = 1 if sign[0].kind == "more" else -1
        speed = plus(base, scaled(quantity(told[0]), way)) if told[0].kind == "speed" else scaled(base, 1 + way * part_of(told[0]))
        route.equations.equal(route.speed_of(one), speed)
        route.lines.append(f"{one}比{two}{sign[0].text}{told[0].text}")
        self.slots.section = ""

    def multiple(self, first: Row, other: Row, told: Row) -> None:
        """One section is gone so many times as fast as another."""
        route = self.route
        one, two = self.name_of(first[0]), self.name_of(other[0])
        route.speeds |= {one, two}
        route.equations.equal(route.speed_of(one), scaled(route.speed_of(two), part_of(told[0])))
        route.lines.append(f"{one}的速度是{two}的 {told[0].text}")
        self.slots.section = ""

    def ratio(self, first: Row, other: Row, told: Row) -> None:
        """The ratio of two speeds."""
        route = self.route
        one, two = self.name_of(first[0]), self.name_of(other[0])
        above, below = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", told[0].value))
        route.speeds |= {one, two}
        route.equations.equal(scaled(route.speed_of(one), below), scaled(route.speed_of(two), above))
        route.lines.append(f"{one}、{two}的速度比 {told[0].value}")

    def speed(self, told: Row) -> None:
        """How fast, from now on, or of the part just told."""
        leg, self.open_leg = self.open_leg, None
        if leg is not None and not self.slots and not self.slots.section and not patterns.search("[tlTLx]", self.left):
            if leg.section:
                self.section_speed([Mention("section", leg.section, leg.section)], told)
                self.slots.section = ""
            else:
                self.route.equations.equal(product_of(quantity(told[0]), leg.time), leg.way)
                self.route.lines.append(f"速度 {shown(told[0])}")
            return
        if self.slots.speed is not None:
            self.commit()
        if self.slots.section and self.slots.section not in self.route.speeds and not self.river:
            self.section_speed([Mention("section", self.slots.section, self.slots.section)], told)
            return
        self.slots.speed = quantity(told[0])
        self.slots.text.append(shown(told[0]))

    def length(self, told: Row) -> None:
        """How far."""
        if self.slots.length is not None:
            self.commit()
        self.slots.length = quantity(told[0])
        self.slots.text.append(shown(told[0]))

    def time(self, told: Row) -> None:
        """How long."""
        if self.slots.time is not None:
            self.commit()
        self.slots.time = quantity(told[0])
        self.slots.text.append(shown(told[0]))

    def ask_time(self, told: Row) -> None:
        """How long that takes."""
        if self.slots.asked is not None:
            stay_out("asked twice")
        self.slots.asked = told[0]

    def part(self, told: Row) -> None:
        """A share of the way, or what is left of it."""
        route = self.route
        if self.slots:
            self.commit()
        kind = told[0].kind
        value = told[0].value
        share = Fraction(1, 2) if value in ("一半", "半", "中点") else Fraction(value) if value else None
        if kind == "rest-part":
            self.slots.length = less(symbol(WAY), route.case.way)
        elif share is not None:
            self.slots.length = scaled(symbol(WAY), share)
        self.slots.text.append(told[0].text)
        if kind == "part-way":
            self.commit()

    def half_time(self, part: Row, speed: Row) -> None:
        """Half the time at a speed."""
        self.commit()
        route = self.route
        half = next((leg.time for leg in route.case.legs if leg.section in ("前", "后")), None) or route.new()
        route.leg("前" if part[0].kind == "first-time" else "后", product_of(quantity(speed[0]), half), half, quantity(speed[0]))
        route.lines.append(f"{part[0].text} {shown(speed[0])}")
        if sorted(leg.section for leg in route.case.legs) == ["前", "后"]:
            route.equations.equal(route.case.way, symbol(WAY))  # the two halves of the time are all of it

    def as_far(self) -> None:
        """As far as before."""
        self.slots.length = self.route.last_way if self.route.last_way is not None else symbol(WAY)

    def leg_between(self, start: Row, section: Row, end: Row) -> None:
        """From one place to another."""
        one, other = start[0].value or "A", end[0].value or "B"
        if self.slots:
            self.commit()
        if section:
            self.section(section)
        self.slots.length = self.between(one, other)
        self.slots.whole = True
        self.flows(one, other)
        self.place = other

    def flows(self, one: str, other: str) -> None:
        """Which way it is with the stream.

        Raises:
            StayOut: something drifts against it.
        """
        if self.drifting and self.downstream and (one, other) != tuple(self.downstream):
            stay_out("drifts against the stream")
        if self.river and self.downstream and not self.slots.section and not self.drifting and "C" not in (one, other):
            self.slots.section = "顺" if (one, other) == tuple(self.downstream) else "逆"

    def leaves(self, start: Row) -> None:
        """From a place."""
        self.place = start[0].value or "A"

    def arrives_at(self, end: Row) -> None:
        """To a place."""
        other = end[0].value or "B"
        if self.slots.length is None and other != self.place:
            self.slots.length = self.between(self.place, other)
            self.slots.whole = True
            self.flows(self.place, other)
        self.place = other

    def between(self, one: str, other: str) -> Term:
        if one == other:
            stay_out("from a place to itself")
        first, last = sorted((one, other))
        if last == "C" and first == "A":
            return dict(self.places["C"])
        if last == "C":
            return less(self.places["B"], self.places["C"])
        return less(self.places[last], self.places[first])

    def commit(self) -> None:
        """What has been said of a part is a part."""
        slots, self.slots = self.slots, Slots()
        route = self.route
        if not slots:
            self.kept_section = slots.section or self.kept_section
            return
        section = slots.section or (self.kept_section if self.kept_section else "")
        self.kept_section = ""
        if slots.length is None and slots.time is None and slots.asked is None:
            if slots.speed is not None:
                if route.case.complete:
                    route.cases.append(Case())
                elif route.case.speed is not None and not route.case.legs and len(route.cases) == 1:
                    stay_out("two speeds of one way")
                route.case.speed = slots.speed
                route.lines.append(f"速度 {'，'.join(slots.text)}")
            return
        if slots.whole and slots.time is None and slots.asked is None and slots.speed is None and not (self.river and section):
            self.context = slots.length
            return  # only from where to where
        if (
            slots.length is None
            and self.context is not None
            and (slots.time is not None or slots.asked is not None)
            and not (slots.time is not None and slots.speed is not None and route.way_told)
            and not route.case.legs
        ):
            slots.length, self.context, slots.whole = self.context, None, True
        if route.case.complete and not route.case.total_told:
            route.cases.append(Case())
        if self.river and (section in ("静", "水", "回", "去") or (not section and not self.drifting)):
            stay_out("what goes so far")
        if self.drifting:
            section, self.drifting = "漂", False
            if slots.whole and not self.downstream:
                stay_out("drifts which way")
        if self.slopes and section in ("", "回") and (slots.whole or section) and slots.time is not None and slots.speed is None:
            self.up_and_down(slots)
            return
        speed = slots.speed
        if (
            speed is None
            and slots.length is not None
            and slots.time is not None
            and not section
            and not slots.whole
            and set(slots.length) <= {()}
            and route.case.speed is None
        ):
            speed = route.new()
        known = {leg.section for case in route.cases for leg in case.legs}
        if section and slots.length is None and slots.time is None and slots.asked is not None and section in known:
            leg = next(leg for case in reversed(route.cases) for leg in case.legs if leg.section == section)
        else:
            open_speed = speed is None and not self.river and section not in route.speeds and route.case.speed is None
            leg = self.add(section, slots.length, slots.time, speed)
            self.open_leg = leg if open_speed and len(route.case.legs) and not slots.whole else None
        if slots.asked is not None:
            route.asks.append((leg.time, {}, f"time:{slots.asked.unit}"))
        if slots.length is not None:
            route.last_way = slots.length
        route.lines.append(f"{section}{'，'.join(slots.text)}".strip())

    def up_and_down(self, slots: Slots) -> None:
        """The whole way goes uphill and downhill; on the way back what was up is down."""
        route = self.route
        back = any(leg.section == "上坡" for case in route.cases for leg in case.legs)
        up, down = symbol("上坡路"), symbol("下坡路")
        if not back:
            route.equations.equal(plus(up, down), symbol(WAY))
        elif len(route.cases) > 1 or len(route.case.legs) != 2:
            stay_out("up and down")
        spans = [
            (route.leg("上坡", down if back else up, None, None)).time,
            (route.leg("下坡", up if back else down, None, None)).time,
        ]
        route.equations.equal(plus(*spans), slots.time or {})
        if back:  # there and back the whole way is gone up once and down once
            both = plus(*(leg.time for leg in route.case.legs))
            speeds = (route.speed_of("上坡"), route.speed_of("下坡"))
            route.equations.equal(product_of(both, *speeds), product_of(symbol(WAY), plus(*speeds)))
        route.lines.append("，".join(slots.text))

    def add(self, section: str, way: Term | None, time: Term | None, speed: Term | None) -> Leg:
        """A part of the way: so far, so long, so fast."""
        route = self.route
        if way is None and not section and speed is None and route.case.speed is None and self.modes:
            stay_out("how fast")
        if way is None and (section in MANNERS or section in ("平路", "上坡", "下坡")) and not patterns.search("需|要|用", self.text):
            way = route.new()
        if not section and speed is None and route.case.speed is not None:
            speed = route.case.speed
        return route.leg(section, way, time, speed)

    def then(self) -> None:
        """What comes next is another part, unless nothing but its speed has been told."""
        if self.slots.length is not None or self.slots.time is not None or self.slots.asked:
            self.commit()

    def after(self) -> None:
        """After that."""
        self.commit()

    def nothing(self) -> None:
        """Says nothing more."""

    def drift(self) -> None:
        """Something drifts."""
        self.commit()
        self.drifting = True
