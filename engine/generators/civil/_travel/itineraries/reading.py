"""Itineraries read phrase by phrase: at every place of a clause the longest phrase that fits, until nothing is left."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.equations import symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.amounts import units_told
from engine.generators.civil._travel.itineraries.asking import Teller
from engine.generators.civil._travel.itineraries.said import Said
from engine.generators.civil._travel.itineraries.wording import fast_and_slow, one_wording
from engine.generators.civil._travel.itineraries.words import LEXICON, SIGNS
from engine.generators.civil._travel.journeys.measuring import measured
from engine.generators.civil._travel.journeys.pieces import refuse_other_units
from engine.generators.civil._travel.journeys.world import LAP, WAY, Mover, World
from engine.generators.civil._travel.naming import MOVERS, cast_of
from engine.generators.civil._travel.spoken import as_written
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out

_OTHER_SORTS = r"电梯|扶梯|车长|车身|每隔(?!\d+(?:\.\d+)?(?:秒|分钟|小时)[^,;。]{0,12}(?:相遇|追上|超过|碰))|桥|隧道|山洞|平均速度|队[尾头首]|排[头尾]|上坡|下坡|汽笛|声音|班车|发车|迟到|预定(?!地点)|原定|原计划|准时|往返(?:一次|一趟)?(?:共|需|用)|漂"

PHRASES: tuple[tuple[str, str], ...] = (
    # who
    (r"(n+)N?", "subject"),
    (r"(N)", "everyone"),
    (r"(z)", "he"),
    # how fast
    (r"(n+)N?W?(v+)G?", "speeds_of"),
    (r"()N?W?(vv+)G?", "speeds_of"),
    (r"W?(v)G?", "speed_of_subject"),
    (r"(n*)7W?(v+)", "speeds_of"),
    (r"(n*)W?>(n)W?([PD])G?([v%/x])", "compare"),
    (r"(n*)W?=?(n)W?=?([x/%])W?", "multiple"),
    (r"(nn+)N?W?(q)", "ratio"),
    (r"(nWn)W?(q)", "ratio"),
    (r"()N?W(q)", "ratio"),
    (r"W?([PD])([%/xv])", "change"),
    (r"W?\^([%/xv])", "becomes"),
    # where
    (r"f(p)", "from_place"),
    (r"f?(B)", "from_both"),
    (r"(b)(p)", "goes"),
    (r"f(p)([56]?)G?[bA](p)", "leg"),
    (r"([56])", "stream"),
    (r"([wa1])", "opposite"),
    (r"([23])", "around"),
    (r"@", "same_place"),
    (r"y", "shuttle"),
    (r"(?:f?B)[dZ]*(l)", "whole_way_told"),
    (r"f?(pb?p)Z?d?Z?(l)", "way_between"),
    (r"Z(l)", "whole"),
    (r"[rO]+d?(l)", "lap"),
    (r"(l)r", "lap"),
    (r"r", "ring"),
    (r"(H)(l)", "ahead"),
    # when
    (r"j?([ts])", "time"),
    (r"j?([ts])k", "later"),
    (r"S([ts])k", "after_start"),
    (r"Sk", "since_start"),
    (r"(c)", "clock"),
    (r"\|(c)", "clock_now"),
    (r"(p)(?=[a1@S]|$)", "at_point"),
    (r"F(?=[tl]G?k)", "nothing"),
    (r"(n)W?>?(n?)W?P(?![v%/xltLV])", "quicker"),
    (r"m(?=N*[MX])", "at_middle"),
    (r"(n)(H)(n?)([L?])", "ask_ahead"),
    (r"(n)(n?)(H)([L?])", "ask_ahead"),
    (r"(n*)S", "start"),
    (r"F[GS]?([tls])G?", "goes_first"),
    (r"FS", "start_first"),
    (r"K(t)", "starts_later"),
    (r"(n)j?>(n)K(t)", "starts_after"),
    # what happens
    (r"(n*)N?(M)(n*)", "meet"),
    (r"(n*)(X)(n*)", "meet"),
    (r"(n*)(X)(n)", "meet"),
    (r"(n*)N?A([peoh]?)()", "arrive"),
    (r"(n*)A([peoh])u?([tT])", "arrive"),
    (r"(n)A[peo]>(n)A[peo]([EΛ])()([tT])", "arrives_sooner"),
    (r"(n*)N?Uk?b?(p?)", "turn"),
    (r"(n*)N?R([tsT])", "rest"),
    (r"(n*)N?R(t)k", "rest_over"),
    (r"G([l0])", "gone"),
    (r"(n*)N?G?([0OZ])G?u?([tT])", "took"),
    (r"(n*)G(l)u?(t)", "took"),
    (r"(n*)(t)G([l0OZ])", "took_reversed"),
    (r"(n)(t)GZ?=(n)(t)G?Z?", "as_far"),
    (r"(#?)QdBd?Z?(q)", "parts_ratio"),
    (r"G?Z([/%])", "gone"),
    (r"(n*)W?>(n)G?([PD])G?([l0O])", "gone_more"),
    (r"d(l)", "gap"),
    (r"d([pemho])~?([l/%])", "off"),
    (r"([pemho])d~?([l/%])", "off"),
    (r"(l)d([pemho])", "off_reversed"),
    (r"(#?)Q", "where_they_met"),
    (r"g(n?)", "chase"),
    (r"(n*)(\$)R(t)", "cycle"),
    (r"N?(tt+)X(n)", "catch_one"),
    (r"(n*)t?>(n)Z?([EΛ])()([tT])(?:A[pe]?|bp)?", "arrives_sooner"),
    (r"n?λ(n)", "subject_alone"),
    (r"(n*)W?>(n)W?([PD])(V)", "ask_faster"),
    (r"N?Wd(V)", "ask_speeds_apart"),
    (r"(n*)(?:Q?)\*([L?])", "ask_shortest"),
    (r"(#)", "which"),
    (r"&", "once_more"),
    # what is asked
    (r"(T)k?", "ask_time"),
    (r"(n*)N?W?(V)", "ask_speed"),
    (r"(n*)N?W(\?)", "ask_speed"),
    (r"(n*)7W?([V?])", "ask_first_speed"),
    (r"f?(B|pb?p)[dZ]*([L?])", "ask_way"),
    (r"Z([L?])", "ask_whole"),
    (r"(n*)GZ(i)", "ask_share"),
    (r"d([L?])", "ask_gap"),
    (r"N(L)", "ask_gap"),
    (r"d([pemho])~?([L?])", "ask_off"),
    (r"([pemho])d~?([L?])", "ask_off"),
    (r"(n*)u?G?(L)G?", "ask_gone"),
    (r"(n*)W?>(n)G?([PD])G?(L)", "ask_more"),
    (r"(n*)W?=?(n)W?(?:Y)", "ask_times"),
    (r"(nn)N?W?9", "ask_ratio"),
    (r"(nWn)W?9", "ask_ratio"),
    (r"()N?W9", "ask_ratio"),
    (r"(n*)(?:C)", "ask_clock"),
    (r"(n*)u?G?(J)", "ask_laps"),
    (r"Od?([L?])", "ask_lap"),
    (r"Q+d?([L?])", "ask_between"),
    (r"I", "ask_count"),
    # what says no more
    (r"k", "after"),
    (r"\|", "now"),
    (r"[Gj~u=FZWBdOr]", "nothing"),
)
_ROWS = [(re.compile(row), method) for row, method in PHRASES]


_TRAINS_LENGTH = r"(?:[甲乙丙丁]|车|列车|火车)(?:身|车身)?(?:的)?(?:全)?长(?:度)?(?:为|是|有)?(?:多少|几|\d)|车身?长(?!途|江|沙|春)|看[^,;。]{0,12}(?:窗|车头|车尾)"


def read_itineraries(text: str) -> Recognition | None:
    """Whoever moves, wherever.

    Raises:
        StayOut: a clause is not understood.
    """
    cast = cast_of(one_wording(as_written(text)))
    if cast is None:
        stay_out("who moves")
    plain = fast_and_slow(one_wording(cast.plain))
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    if found := patterns.search(_TRAINS_LENGTH, plain):
        stay_out(f"how long one is: {found[0]}")  # whoever moves here is a point
    refuse_other_units(plain)
    river = patterns.search("顺水|逆水|顺流|逆流|顺风|逆风|静水|水流|水速|流速|风速", plain) is not None
    names = MOVERS[: max(len(cast.movers), 1)]
    if len(names) == 1:
        stay_out("one alone")
    world = World(race=patterns.search("比赛|赛跑|竞走", plain) is not None)
    world.movers = {name: Mover(name, world.speed(name)) for name in names}
    world.quick = next((sign for sign, name in cast.called.items() if name.startswith("快")), "")
    teller = Teller(world, river, cast.unnamed if cast.unnamed > 1 else 0)
    teller.columns = {sign for sign, name in cast.called.items() if name == "队伍"}
    teller.race = world.race and "终点" in plain
    teller.two_places = patterns.search("两地|相距", plain) is not None
    for clause in LEXICON.clauses(plain):
        read_clause(teller, clause.mentions, clause.text, clause.ends)
    if not world.asks or world.pending is not None:
        stay_out("nothing asked")
    if teller.one_by_one and any(each.started is None for each in world.movers.values()):
        stay_out("who starts when")
    world.check()
    for time in world.positive:
        try:
            world.value(time, symbol(LAP if world.ring else WAY))
        except StayOut as objection:
            if "positive" in str(objection):
                raise
    for spot in world.meeting_places if teller.bounded and not world.ring else ():
        try:
            share = world.value(spot, symbol(WAY))
        except StayOut:
            continue
        if share > 1:
            stay_out("they meet beyond the end")
    units = units_told(plain)
    if set(patterns.findall(r"\d(千米|米)(?!/)", plain)) == {"米"} and set(patterns.findall(r"\d(千米|米)/", plain)) == {"千米"}:
        stay_out("units")
    answers: list[Answer] = [(place, *measured(world, above, below, what, units)) for place, (above, below, what) in enumerate(world.asks)]
    return recognition(world.lines, answers, cast.called, working=world.equations.in_words())


def read_clause(teller: Teller, mentions: list[Mention], text: str, ends: str) -> None:
    """One clause, phrase by phrase.

    Raises:
        StayOut: a phrase is not understood.
    """
    tokens = [each for each in mentions if SIGNS[each.kind] != "_"]
    signs = "".join(SIGNS[each.kind] for each in tokens)
    if not tokens:
        return
    if "?" in ends and not patterns.search(r"[TLVC9YIJi?]", signs):
        stay_out(f"also asks: {text}")
    if signs.startswith("!"):
        tokens, signs = tokens[1:], signs[1:]
        later = any(each.kind == "nth" and each.value not in "一1" for each in tokens)
        if (teller.world.happened or teller.world.asks) and not later and patterns.search("[MXAUSFwa1PDEv^]", signs):
            teller.begins_again(patterns.search("[wa1]", signs) is not None)
    kept = teller.kept
    said = Said(text, ends, subject=list(teller.world.subject))
    if kept is not None:
        said.subject, said.named, said.time, said.asked, said.since, said.places, said.wanted, said.nth, said.again, said.way = (
            kept.subject, kept.named, kept.time, kept.asked, kept.since, kept.places, kept.wanted, kept.nth, kept.again, kept.way,
        )  # fmt: skip
    said.done = teller.moment
    teller.said, teller.kept, teller.moment = said, None, False
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
        said.left = signs[match.end() :]
        groups = [tokens[match.start(group) : match.end(group)] for group in range(1, match.re.groups + 1)]
        _tell(teller, method, groups)
        place = match.end()
    teller.world.subject = said.subject
    teller.moment = said.done and signs[-1:] in ("k", "|")
    named = [each.value for each in tokens if each.kind == "name"]
    teller.introduced += [each for each in dict.fromkeys(named) if each not in teller.introduced]
    if said.time is not None or said.asked is not None or said.places or said.wanted or said.nth or said.again:
        if ends[:1] not in (",", "") and (
            said.time is not None or said.asked is not None or said.places or said.wanted or said.nth or said.again
        ):
            stay_out(f"half a clause: {text}")
        teller.kept = said


def _tell(teller: Teller, method: str, groups: list[list[Mention]]) -> None:
    if method == "off_reversed":
        teller.off(groups[1], groups[0])
    elif method == "whole_way_told":
        teller.way_between([], groups[0])
    elif method == "goes":
        if teller.comes_to(groups[0], groups[1]):
            teller.arrive([], groups[1], [])
        else:
            teller.toward(groups[1])
    elif method == "subject_alone":
        teller.said.subject, teller.said.named = [groups[0][0].value], True
    elif method == "start_first":
        teller.start([])
    else:
        getattr(teller, method)(*groups)
