"""Somebody goes a way alone, in parts, there and back, as planned or not: read phrase by phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.itineraries.alone_words import LEXICON, SIGNS
from engine.generators.civil._travel.itineraries.wording import one_wording
from engine.generators.civil._travel.journeys.pieces import part_of, quantity, refuse_other_units, seconds_of_day, shown
from engine.generators.civil._travel.motions.reading import units_told
from engine.generators.civil._travel.naming import cast_of
from engine.generators.civil._travel.routes.reading import Measure, measured
from engine.generators.civil._travel.routes.way import BASE, BOAT, PLAN, WATER, WAY, Case, Leg, Route
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_OTHER_SORTS = "电梯|扶梯|车长|车身|每隔|桥|隧道|山洞|队伍|汽笛|声音|班车|发车|跑道|环形|操场|相遇|追|迎面|第[一二三]天|绕|近路|中途下|改乘|换乘|坏|等车|红灯"
_DEPARTURE = "出发时刻"
_MANNERS = ("步行", "跑步", "骑车", "乘车", "坐车", "开车", "走路", "坐地铁", "乘地铁")

Row = list[Mention]
PHRASES: tuple[tuple[str, str], ...] = (
    (r"f?(p)(x?)[Gu]*A(p)", "leg_between"),
    (r"A(p)", "arrives_at"),
    (r"f(p)", "leaves"),
    (r"(x)", "section"),
    (r"(x)[W_]*(v)", "section_speed"),
    (r"(x)W?>(x)W?([+-])([%/*v])", "compare"),
    (r"(x)W?=?(x)W?([*%/])", "multiple"),
    (r"(x)W?(x)W?(q)", "ratio"),
    (r"(7)W?(v)", "section_speed"),
    (r"(8)W?(v)", "section_speed"),
    (r"([x78])W?=?([x78])W?([*%/])", "multiple"),
    (r"(v)", "speed"),
    (r"(l)", "length"),
    (r"(t)", "time"),
    (r"(T)", "ask_time"),
    (r"(?:f?B|Z|f?pA?p)[DZ]*(l)", "whole"),
    (r"D(l)", "whole"),
    (r"([m12z5])", "part"),
    (r"([34])[G_]*(v)", "half_time"),
    (r"g", "as_far"),
    (r"y", "there_and_back"),
    (r"y[OG]*(t)", "round_trip_time"),
    (r"y[OG]*(T)", "ask_round_trip"),
    (r"O(t)", "total"),
    (r"O?(T)$", "ask_total"),
    (r"O(T)", "ask_total"),
    (r">?H?W?([+-])([%/*v])", "changes"),
    (r">?W?H([+-])([%/*v])", "changes"),
    (r"W?b([%/*v])", "becomes"),
    (r"H", "base"),
    (r">?P?([ed])([tT])A?p?", "against_plan"),
    (r">?P([ed])P?([tT])A?p?", "against_plan"),
    (r">?P([EF+-])(t|T|/|%)", "against_plan"),
    (r"o", "on_time"),
    (r"P(t)", "plan"),
    (r"P(T|\?)", "ask_plan"),
    (r"E?>(x)([EF+-])(t|T|/|%)", "other_time"),
    (r"([EF])(t|T)", "other_time_than_before"),
    (r"R(t)", "rest"),
    (r"(c)A?p?", "clock"),
    (r"S?(c)S", "leaves_at"),
    (r"S(c)", "leaves_at"),
    (r"a(v)", "mean"),
    (r"a[=_]*([V?])", "ask_mean"),
    (r"([x78])W?([V?])", "ask_section"),
    (r"([x78])W?([x78])W?([V?])", "ask_two"),
    (r"7W?(?=[DZB]+[?L])", "ask_still"),
    (r"HW?([V?])", "ask_base"),
    (r"UG?\??", "ask_this"),
    (r"W?(V)", "ask_speed"),
    (r"W(\?)", "ask_speed"),
    (r"(?:f?B|f?pA?p|Z)[DZ]*([L?])", "ask_way"),
    (r"D([L?])", "ask_way"),
    (r"OG?(L)", "ask_gone"),
    (r"S?(C)A?p?", "ask_clock"),
    (r"(x)W?(x)W?Q", "ask_ratio"),
    (r"(x)W?=?(x)W?Y", "ask_times"),
    (r"ru?", "drift"),
    (r"j", "then"),
    (r"k", "after"),
    (r"[GWSAu_ZDOBfk=]", "nothing"),
)
_ROWS = [(re.compile(row), method) for row, method in PHRASES]


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


class Alone:
    """A way that somebody goes."""

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

    # --- parts of the way -----------------------------------------------------------------------------------------------------------

    def section(self, told: Row) -> None:
        """With the stream, uphill, on foot, back: which part it is."""
        slots = self.slots
        name = self.name_of(told[0])
        if slots and name != slots.section and slots.section:
            self.commit()
            slots = self.slots
        if self.river and slots.section in ("顺", "逆") and name in ("回", "去"):
            return
        slots.section = name if not (self.river and name in ("顺", "逆") and slots.section in ("回", "去")) else name

    def name_of(self, told: Mention) -> str:
        """The section that a word names."""
        if told.kind in ("down", "up"):
            return "顺" if told.kind == "down" else "逆"
        if told.kind == "still-water":
            return "静"
        if told.kind == "water":
            return "水"
        name = {"返": "回", "来": "去", "山": "上山", "爬山": "上山", "山脚": "下山", "走路": "步行", "坐车": "乘车", "乘地铁": "坐地铁"}.get(told.value, told.value)
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
        route = self.route
        half = next((leg.time for leg in route.case.legs if leg.section in ("前", "后")), None) or route.new()
        route.leg("前" if part[0].kind == "first-time" else "后", product_of(quantity(speed[0]), half), half, quantity(speed[0]))
        route.lines.append(f"{part[0].text} {shown(speed[0])}")

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
        if self.river and not self.slots.section and not self.drifting and "C" not in (one, other):
            if self.downstream:
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
                route.case.speed = slots.speed
                route.lines.append(f"速度 {'，'.join(slots.text)}")
            return
        if slots.whole and slots.time is None and slots.asked is None and slots.speed is None and not (self.river and section):
            self.context = slots.length
            return  # only from where to where
        if slots.length is None and self.context is not None and (slots.time is not None or slots.asked is not None) and not route.case.legs:
            slots.length, self.context = self.context, None
        if route.case.complete and not route.case.total_told:
            route.cases.append(Case())
        if self.river and (section in ("静", "水", "回", "去") or (not section and not self.drifting)):
            stay_out("what goes so far")
        if self.drifting:
            section, self.drifting = "漂", False
            if slots.whole and not self.downstream:
                stay_out("drifts which way")
        if self.slopes and not section and slots.whole and slots.time is not None and slots.speed is None:
            self.up_and_down(slots)
            return
        speed = slots.speed
        if speed is None and slots.length is not None and slots.time is not None and not section and not slots.whole and set(slots.length) <= {()} and route.case.speed is None:
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
        route.lines.append("，".join(slots.text))

    def add(self, section: str, way: Term | None, time: Term | None, speed: Term | None) -> Leg:
        """A part of the way: so far, so long, so fast."""
        route = self.route
        if way is None and not section and speed is None and route.case.speed is None and self.modes:
            stay_out("how fast")
        if way is None and (section in _MANNERS or section in ("平路", "上坡", "下坡")) and not patterns.search("需|要|用", self.text):
            way = route.new()
        if not section and speed is None and route.case.speed is not None:
            speed = route.case.speed
        return route.leg(section, way, time, speed)

    # --- all of it ------------------------------------------------------------------------------------------------------------------

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
        both = ("顺", "逆") if self.river else ("上山", "下山") if {"上山", "下山"} & {*self.modes, *have} else ("上坡", "下坡") if self.slopes or {"上坡", "下坡"} & {*self.modes, *have} else ("去", "回")
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

    def total(self, told: Row) -> None:
        """How long in all."""
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
        slots = self.slots
        if slots or (slots.section and self.route.case.legs and not any(leg.section == slots.section for leg in self.route.case.legs)):
            slots.asked = told[0]
            return
        if slots.section and not self.route.case.legs:
            slots.asked = told[0]
            return
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
        self.route.asks.append((case.way, case.time, f"speed:{_unit(told[0])}"))

    # --- as planned -----------------------------------------------------------------------------------------------------------------

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
        case.speed = plus(case.speed, scaled(quantity(told[0]), way)) if told[0].kind == "speed" else scaled(case.speed, 1 + way * part_of(told[0]))
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
        self.route.equations.equal(plus(symbol(_DEPARTURE), case.time), constant(seconds_of_day(told[0])))
        self.route.lines.append(f"{told[0].text}到达")

    def leaves_at(self, told: Row) -> None:
        """When he leaves."""
        if self.departure_told:
            stay_out("leaves twice")
        self.departure_told = True
        self.route.equations.equal(symbol(_DEPARTURE), constant(seconds_of_day(told[0])))
        self.route.lines.append(f"{told[0].text}出发")

    # --- what is asked --------------------------------------------------------------------------------------------------------------

    def ask_section(self, section: Row, asked: Row) -> None:
        """How fast a section is gone."""
        self.commit()
        name = self.name_of(section[0])
        route = self.route
        if name not in route.speeds and name not in ("顺", "逆", "静", "水") and not any(leg.section == name for case in route.cases for leg in case.legs):
            stay_out("how fast what is")
        route.asks.append((route.speed_of(name), {}, f"speed:{_unit(asked[0])}"))

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
        self.route.asks.append((symbol(BASE), {}, f"speed:{_unit(asked[0])}"))

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
            route.asks.append((slots.speed, {}, f"speed:{_unit(asked[0])}"))
            self.commit_asked()
            return
        self.commit()
        case = route.case
        if self.open_speed is not None:
            route.asks.append((self.open_speed, {}, f"speed:{_unit(asked[0])}"))
        elif case.speed is None and not case.legs and (len(route.cases) > 1 or route.plan_used):
            case.speed = route.new()
            route.asks.append((case.speed, {}, f"speed:{_unit(asked[0])}"))
        elif not self.river and case.speed is None and not case.legs:
            route.base_used = True
            route.asks.append((symbol(BASE), {}, f"speed:{_unit(asked[0])}"))
        elif self.river and not route.speeds & {"静"}:
            route.asks.append((symbol(BOAT), {}, f"speed:{_unit(asked[0])}"))
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
        self.route.asks.append((plus(symbol(_DEPARTURE), self.finish().time), {}, "clock:"))

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

    def drift(self) -> None:
        """Something drifts."""
        self.commit()
        self.drifting = True

    def then(self) -> None:
        """What comes next is another part, unless nothing but its speed has been told."""
        if self.slots.length is not None or self.slots.time is not None or self.slots.asked:
            self.commit()

    def after(self) -> None:
        """After that."""
        self.commit()

    def nothing(self) -> None:
        """Says nothing more."""


def _unit(asked: Mention) -> str:
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""


def read_alone(text: str) -> Recognition | None:
    """Somebody who goes a way alone.

    Raises:
        StayOut: a clause is not understood.
    """
    cast = cast_of(one_wording(patterns.sub(r"\s+", "", opened(text))))
    if cast is None or len(cast.movers) > 1:
        stay_out("who moves")
    plain = one_wording(cast.plain.replace("甲", ""))
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    refuse_other_units(plain)
    river = patterns.search("顺水|顺流|逆流|逆水|静水|水流|水速|流速|顺风|逆风|风速|漂", plain) is not None
    alone = Alone(river, "上坡" in plain and "下坡" in plain, _downstream(cast.plain))
    clauses = LEXICON.clauses(plain)
    manners = {each.value for clause in clauses for each in clause.mentions if each.kind == "section" and each.value in _MANNERS}
    for clause in clauses:
        mentions = [each for each in clause.mentions if len(manners) > 1 or each.value not in _MANNERS]
        _read(alone, mentions, clause.text, clause.ends)
    alone.commit()
    route = alone.route
    if not route.asks or alone.drifting:
        stay_out("nothing asked")
    if route.base_used and route.plan_used:
        route.equations.equal(product_of(symbol(BASE), symbol(PLAN)), symbol(WAY))
    _check(route)
    units = units_told(plain)
    if units.get("speed") == "千米/分钟" and "千米/分钟" not in plain:
        units["speed"] = "千米/小时"
    measure = Measure(route, units)
    answers: list[Answer] = [(place, *measured(measure, above, below, what)) for place, (above, below, what) in enumerate(route.asks)]
    return recognition(route.lines, answers, cast.called, working=route.equations.in_words())


def _downstream(plain: str) -> str:
    """From which place to which the river flows, if that is told."""
    if found := patterns.search(r"上游的?([AB])地|([AB])地(?:在|位于)上游", plain):
        return "AB" if "A" in found.groups() else "BA"
    if found := patterns.search(r"下游的?([AB])地|([AB])地(?:在|位于)下游", plain):
        return "BA" if "A" in found.groups() else "AB"
    found = patterns.search(r"从?([AB])地[^,;。\dAB逆]{0,6}(?:顺|漂)[^,;。\dAB]{0,8}([AB])地|从?([AB])地[^,;。\dAB逆]{0,4}([AB])地(?:是|为)?顺", plain)
    ends = [each for each in found.groups() if each] if found else []
    return "".join(ends) if len(set(ends)) == 2 else ""


def _check(route: Route) -> None:
    for leg in (leg for case in route.cases for leg in case.legs):
        for term in (leg.way, leg.time):
            try:
                route.value(term, symbol(WAY))
            except StayOut as objection:
                if "contradicts" in str(objection) or "positive" in str(objection):
                    raise


def _read(alone: Alone, mentions: list[Mention], text: str, ends: str) -> None:
    tokens = [each for each in mentions if SIGNS[each.kind] != "_"]
    signs = "".join(SIGNS[each.kind] for each in tokens)
    if not tokens:
        return
    if "?" in ends and not patterns.search(r"[TLVCQY?U]", signs):
        stay_out(f"also asks: {text}")
    alone.text = text
    while signs.startswith("i"):
        alone.begins()
        tokens, signs = tokens[1:], signs[1:]
    place = 0
    while place < len(tokens):
        best: tuple[re.Match[str], str] | None = None
        for row, method in _ROWS:
            match = row.match(signs, place)
            if match is not None and match.end() > place and (best is None or match.end() > best[0].end()):
                best = match, method
        if best is None:
            stay_out(f"{tokens[place].text} in {text}")
        match, method = best
        groups = [tokens[match.start(group) : match.end(group)] for group in range(1, match.re.groups + 1)]
        alone.left = signs[match.end() :]
        getattr(alone, method)(*groups)
        place = match.end()
    slots = alone.slots
    half = slots.length is not None and not slots.whole and slots.speed is None and slots.time is None and slots.asked is None
    if ends[:1] in (";", "。", "?", "") or (slots and not half):
        alone.commit()
