"""Somebody goes a way alone, in parts, there and back, as planned or not: read phrase by phrase."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.equations import product_of, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.itineraries.alone_asking import Alone
from engine.generators.civil._travel.itineraries.alone_parts import MANNERS
from engine.generators.civil._travel.itineraries.alone_words import LEXICON, SIGNS
from engine.generators.civil._travel.itineraries.wording import one_wording
from engine.generators.civil._travel.journeys.pieces import refuse_other_units
from engine.generators.civil._travel.motions.reading import units_told
from engine.generators.civil._travel.naming import cast_of
from engine.generators.civil._travel.routes.measuring import Measure, measured
from engine.generators.civil._travel.routes.way import BASE, PLAN, WAY, Route
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_OTHER_SORTS = "电梯|扶梯|车长|车身|每隔|桥|隧道|山洞|队伍|汽笛|声音|班车|发车|跑道|环形|操场|相遇|追|迎面|第[一二三]天|绕|近路|中途下|改乘|换乘|坏|等车|红灯"

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


def _third_place(plain: str) -> str:
    """A place that is asked for or gone back to and is neither of those two before; an empty string where there is none."""
    names: list[str] = []
    for found in patterns.finditer(
        r"(?:从|(?<![达赶])到|至|去往)(?P<name>(?:(?![到从至去用需要的])[\u4e00-\u9fff]){2,4}|[A-Z])(?=(?P<rest>[^,;。?]*))", plain
    ):
        said = found["name"]
        name = next((said[:size] for size in range(len(said), 1, -1) if plain.count(said[:size]) > 1), said[:2])
        if patterns.search("[达了]|时候|出发|开始|终点|目的|原", name):
            continue
        if name not in names:
            names.append(name)
        back = patterns.search("回$", plain[: found.start()]) is not None
        if name in names[2:] and (back or patterns.search("多少|几", said + found["rest"])):
            return name
    return ""


def read_alone(text: str) -> Recognition | None:
    """Somebody who goes a way alone.

    Raises:
        StayOut: a clause is not understood.
    """
    cast = cast_of(one_wording(patterns.sub(r"\s+", "", opened(text))))
    if cast is None or len(cast.movers) > 1:
        stay_out("who moves")
    if third := _third_place(patterns.sub(r"\s+", "", opened(text))):
        stay_out(f"a third place: {third}")
    plain = one_wording(cast.plain.replace("甲", ""))
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    refuse_other_units(plain)
    river = patterns.search("顺水|顺流|逆流|逆水|静水|水流|水速|流速|顺风|逆风|风速|漂", plain) is not None
    alone = Alone(river, "上坡" in plain and "下坡" in plain, _downstream(cast.plain))
    clauses = LEXICON.clauses(plain)
    _one_half_of_the_day([each for clause in clauses for each in clause.mentions if each.kind == "clock"])
    manners = {each.value for clause in clauses for each in clause.mentions if each.kind == "section" and each.value in MANNERS}
    for clause in clauses:
        mentions = [each for each in clause.mentions if len(manners) > 1 or each.value not in MANNERS]
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


def _one_half_of_the_day(clocks: list[Mention]) -> None:
    """Whether it is morning or afternoon is told of every time, of none, or of the first that is in the morning.

    Raises:
        StayOut: it is not.
    """
    told = [each.unit for each in clocks]
    if not any(told) or all(told):
        return
    hours = [int(patterns.findall(r"\d+", each.value)[0]) for each in clocks]
    if not told[0] or told[0][:1] in "下晚傍中" or any(not half and hour < hours[0] for half, hour in zip(told, hours, strict=True)):
        stay_out("morning or afternoon")


def _downstream(plain: str) -> str:
    """From which place to which the river flows, if that is told."""
    if found := patterns.search(r"上游的?([AB])地|([AB])地(?:在|位于)上游", plain):
        return "AB" if "A" in found.groups() else "BA"
    if found := patterns.search(r"下游的?([AB])地|([AB])地(?:在|位于)下游", plain):
        return "BA" if "A" in found.groups() else "AB"
    found = patterns.search(
        r"从?([AB])地[^,;。\dAB逆]{0,6}(?:顺|漂)[^,;。\dAB]{0,8}([AB])地|从?([AB])地[^,;。\dAB逆]{0,4}([AB])地(?:是|为)?顺", plain
    )
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
        if method == "nothing" and "D" in match[0] and patterns.search("[TVCQY?]", signs) and "L" not in signs:
            stay_out(f"how far is asked, too: {text}")
        groups = [tokens[match.start(group) : match.end(group)] for group in range(1, match.re.groups + 1)]
        alone.left = signs[match.end() :]
        getattr(alone, method)(*groups)
        place = match.end()
    slots = alone.slots
    half = slots.length is not None and not slots.whole and slots.speed is None and slots.time is None and slots.asked is None
    if ends[:1] in (";", "。", "?", "") or (slots and not half):
        alone.commit()
