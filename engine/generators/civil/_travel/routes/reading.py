"""A way and how it is gone, read clause by clause: in parts, there and back, with the stream or against it, as planned, sooner or later."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, product_of, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.amounts import in_some_unit
from engine.generators.civil._travel.journeys.pieces import Piece, refuse_other_units, split
from engine.generators.civil._travel.motions.reading import units_told
from engine.generators.civil._travel.routes.legs import tell_legs
from engine.generators.civil._travel.routes.told import against_the_plan, compare, mean, tell_rests, tell_speeds, tell_way
from engine.generators.civil._travel.routes.way import BASE, BOAT, PLAN, WAY, Case, Route, section_of, unit_of
from engine.generators.civil._travel.routes.words import LEXICON, plain_route, two_as_ways
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_OTHER_SORTS = "面对面|对面|碰|对着|朋友|相遇|追上|追及|相向|同向|跑道|环形|电梯|扶梯|车长|车身|每隔|桥|隧道|山洞|狗|队伍|公交|甲|乙|两车|两船|两人|第[一二三]天|汽笛|另一|先后"


def read_routes(text: str) -> Recognition | None:
    """One that goes a way.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = two_as_ways(plain_route(text))
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    refuse_other_units(plain)
    river = patterns.search("顺水|逆水|顺流|逆流|顺风|逆风|静水|水流|水速|流速|漂", plain) is not None
    modes = len(set(patterns.findall("步行|跑步|骑车|骑自行车|乘车|坐车|开车|坐地铁", plain))) > 1
    route = Route(river, modes)
    route.downstream = _downstream(plain) if river else ""
    if route.downstream and patterns.search(rf"从?{route.downstream[1]}(?:港口?|城|码头|地)?(?:放|漂|顺)[^,;。]{{0,12}}", plain):
        stay_out("drifts against the stream")
    for clause in LEXICON.clauses(plain):
        _read(route, Piece(clause.mentions, clause.text), clause.ends)
    if not route.asks:
        stay_out("nothing asked")
    if route.pending_period:
        stay_out("rests when")
    if route.as_long is not None:
        route.equations.equal(route.as_long[0].time, route.as_long[1].time)
    if route.base_used and route.plan_used:
        route.equations.equal(product_of(symbol(BASE), symbol(PLAN)), symbol(WAY))
    _check(route)
    units = units_told(plain)
    answers: list[Answer] = [
        (place, *measured(Measure(route, units), above, below, what)) for place, (above, below, what) in enumerate(route.asks)
    ]
    lines, working = ([_as_called(line, called) for line in each] for each in (route.lines, route.equations.in_words()))
    return recognition(lines, answers, {}, working=working)


def _as_called(line: str, called: dict[str, str]) -> str:
    """A line with those who go the way as the text calls them."""
    for way, name in called.items():
        line = line.replace(way, name)
    return line


def _check(route: Route) -> None:
    """No way and no time is negative.

    Raises:
        StayOut: it is so.
    """
    for leg in (leg for case in route.cases for leg in case.legs):
        for term in (leg.way, leg.time):
            try:
                if route.value(term, symbol(WAY)) <= 0:
                    stay_out("a part that is not positive")
            except StayOut as objection:
                if "contradicts" in str(objection) or "positive" in str(objection):
                    raise


@dataclass(frozen=True, slots=True)
class Measure:
    """A route, and the units that a text uses."""

    route: Route
    units: dict[str, str]


def measured(measure: Measure, above: Term, below: Term, what: str) -> tuple[Fraction | str, str]:
    """The value that is asked for, with its unit.

    Raises:
        StayOut: it does not follow, or has no unit.
    """
    route, units = measure.route, measure.units
    kind, _, unit = what.partition(":")
    value = route.value(above, below or None)
    if kind == "ratio":
        return f"{value.numerator}:{value.denominator}", ""
    if kind == "times":
        return value, "倍"
    if kind == "clock":
        hours, minutes = divmod(value / 60, 60)
        if minutes.denominator != 1 or hours >= 24:
            stay_out("seconds")
        return (f"{int(hours)} 时 {int(minutes)} 分" if minutes else f"{int(hours)} 时"), ""
    if kind == "with-rests":
        walking, _, section = unit.partition("@")
        go, rest = route.periods[section]
        value += max(ceil(value / go) - 1, 0) * rest
        kind, unit = "time", walking
        if not unit:
            hours, minutes = divmod(value / 60, 60)
            if hours and minutes and minutes.denominator == 1:
                return f"{int(hours)} 小时 {int(minutes)} 分", ""
    return in_some_unit(value, kind, unit or units.get(kind, ""))


def _read(route: Route, piece: Piece, ends: str) -> None:
    if not piece.mentions:
        return
    if "?" in ends and not piece.has("TLVYQ?"):
        stay_out(f"also asks: {piece.text}")
    if not route.modes:
        piece.mentions = [each for each in piece.mentions if each.kind != "mode"]
    piece.mentions = [*route.kept, *piece.mentions]
    route.kept = []
    _one_direction(route, piece)
    if any(each.kind == "mode" for each in piece.mentions):
        piece.mentions = [each for each in piece.mentions if each.kind != "section" or each.value not in ("去", "回", "返")]
    if piece.drop("&"):
        if not route.case.total_told:
            stay_out("as long as what")
        route.as_long = (route.case, Case())
        route.cases.append(route.as_long[1])
    boats = [each.value for each in piece.mentions if each.kind == "boat"]
    if boats and boats[-1] not in ("船", route.subject):
        if route.subject:
            if any(case.legs for case in route.cases):
                route.cases.append(Case())
            route.boat = f"{boats[-1]}的{BOAT}"
        route.subject = boats[-1]
    piece.drop("n")
    if piece.drop("i") and (route.case.legs or route.case.complete or route.case.speed is not None):
        route.cases.append(Case())
    if piece.drop("f") and not any(each.value == "漂" for each in piece.mentions):
        piece.mentions.insert(0, Mention("section", "漂", "漂"))
    if piece.has("x") and set(piece.signs) <= set("xGW_") and ends[:1] == ",":
        route.kept = piece.mentions
        return
    _one_direction(route, piece)
    _name_direction(route, piece)
    for part in split(piece):
        _take(route, part)


def _take(route: Route, piece: Piece) -> None:
    """A part of a clause."""
    compare(route, piece)
    mean(route, piece)
    tell_way(route, piece)
    tell_rests(route, piece)
    tell_speeds(route, piece)
    against_the_plan(route, piece)
    tell_legs(route, piece)
    if (
        not route.river
        and set(piece.signs) <= set("xGA_")
        and [each.value for each in piece.mentions if each.kind == "section"]
        in (
            ["返"],
            ["回"],
        )
    ):
        for section in ("去", "回"):
            if section == "回" or not route.case.legs:
                route.leg(section, None, None, None)
        piece.drop("x")
    _ask(route, piece)
    if rest := [each for each in piece.mentions if each.kind not in _SOFT_KINDS]:
        stay_out(f"{rest[0].text} in {piece.text}")


def _one_direction(route: Route, piece: Piece) -> None:
    """On a river `逆流返回` is one thing, and `返回` the other way than before."""
    sections = {each.value for each in piece.mentions if each.kind == "section"}
    if route.river and sections & {"顺", "逆"} and patterns.search("[顺逆漂][^,;。]*[到至再又后][^,;。]*[返回]", piece.text):
        stay_out("there, and back in the same breath")
    if route.river and sections & {"顺", "逆", "漂"}:
        away = {"去", "回", "返", "顺"} if "漂" in sections else {"去", "回", "返"}
        piece.mentions = [each for each in piece.mentions if each.kind != "section" or each.value not in away]
    elif route.river and sections & {"回", "返"}:
        before = route.case.legs[-1].section if route.case.legs else ""
        other = {"顺": "逆", "逆": "顺"}.get(before) or stay_out("which way back")
        piece.mentions = [
            Mention("section", each.text, other) if each.kind == "section" and each.value in ("回", "返") else each
            for each in piece.mentions
        ]


def _name_direction(route: Route, piece: Piece) -> None:
    """`从 A 港到 B 港` on a river is with the stream, or against it."""
    if not route.river or not route.downstream or piece.has("x"):
        return
    ends = [each for each in piece.mentions if each.kind in ("place", "both-places")]
    letters = "".join(patterns.sub("[^AB]", "", each.text) for each in ends)
    if letters in ("AB", "BA") and piece.has("tT"):
        piece.mentions.insert(0, Mention("section", letters, "顺" if letters == route.downstream else "逆"))


def _downstream(plain: str) -> str:
    """Which way the river flows, `AB` or `BA`, if that is told, or shows in how long each way takes."""
    if found := patterns.search(r"上游(?:的)?([AB])|([AB])(?:港|城|码头)?(?:在|位于)上游", plain):
        return "AB" if "A" in (found[1], found[2]) else "BA"
    if found := patterns.search(
        r"从?([AB])(?:港口?|城|码头|地)?顺(?:水|流)[^,;。]{0,6}([AB])|从([AB])(?:港口?|城|码头|地)?到([AB])(?:港口?|城|码头|地)?(?:是)?顺",
        plain,
    ):
        return "AB" if "A" in (found[1], found[3]) else "BA"
    times: dict[str, Fraction] = {
        f"{one}{other}": Fraction(time)
        for one, other, time in patterns.findall(
            r"从?([AB])(?:港口?|城|码头|地)?(?:行驶)?(?:到|至|返回|回到|去)([AB])[^,;。\d]{0,10}?(\d+(?:\.\d+)?)(?:天|小时)", plain
        )
        if one != other
    }
    if len(times) == 2 and len(set(times.values())) == 2:
        return min(times, key=lambda way: times[way])
    return ""


_SOFT_KINDS = {"go", "start", "joint", "after", "speed-word", "each", "total", "equal", "whole", "both-places", "arrive", "place"}


def _ask(route: Route, piece: Piece) -> None:
    """What is asked of the way, the time or a speed."""
    while True:
        if found := piece.take("(x)[W_]*(x)[W_]*([V?])") or piece.take("(x)W?[_]*([V?])"):
            for each in found[:-1]:
                section = section_of(route, each)
                if (
                    section not in ("顺", "逆", "静", "水")
                    and section not in route.speeds
                    and not any(leg.section == section for case in route.cases for leg in case.legs)
                ):
                    stay_out("how fast what is")
                route.asks.append((route.speed_of(section), {}, f"speed:{unit_of(found[-1])}"))
            continue
        if found := piece.take("(x)W*(x)W*(Q)"):
            route.asks.append((route.speed_of(section_of(route, found[0])), route.speed_of(section_of(route, found[1])), "ratio:"))
            continue
        if found := piece.take("[BpAZyO_]*Z[_O]*([L?])") or piece.take("[pBA]+(L)"):
            route.asks.append((symbol(WAY), {}, f"length:{found[0].unit}"))
            continue
        if found := piece.take("(x)[GpAB_OZg=]*(T)"):
            section = section_of(route, found[0])
            if section == "水":
                stay_out("what goes so far")
            leg = next((leg for leg in route.case.legs if leg.section == section), None) or route.leg(section, None, None, None)
            what = f"with-rests:{found[1].unit}@{section}" if section in route.periods else f"time:{found[1].unit}"
            route.asks.append((leg.time, {}, what))
            continue
        if found := piece.take("[OZGpAB_]*(T)"):
            case = route.finish()
            route.asks.append((case.time, {}, f"time:{found[0].unit}"))
            continue
        if found := piece.take("[GWH]*(V)"):
            case = route.case
            if case.legs or case.speed is not None:
                stay_out("how fast what is")
            route.base_used = True
            route.asks.append((symbol(BASE), {}, f"speed:{unit_of(found[0])}"))
            continue
        break
