"""Journeys read clause by clause: what happens to those who move, and when and where, becomes equations; what is asked follows from them."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import symbol, unknowns
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.amounts import units_told
from engine.generators.civil._travel.journeys.events import (
    after_start,
    arrive,
    ask_when_apart,
    clock_says,
    first_spoken_of,
    go_first,
    meet,
    rest,
    starts_when,
    time_passes,
    turn,
    whole_way,
)
from engine.generators.civil._travel.journeys.measuring import measured
from engine.generators.civil._travel.journeys.moments import ask_moment, tell_moment
from engine.generators.civil._travel.journeys.pieces import SIGNS, SOFT, Piece, quantity, refuse_other_units, split
from engine.generators.civil._travel.journeys.told import tell_changes, tell_directions, tell_places, tell_speeds
from engine.generators.civil._travel.journeys.words import LEXICON, plain_journey
from engine.generators.civil._travel.journeys.world import LAP, WAY, Mover, World
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_OTHER_SORTS = "顺水|逆水|顺流|逆流|水流|水速|静水|漂|上下游|电梯|扶梯|车长|车身|每隔|桥|隧道|山洞|平均速度|狗|鸽|队伍|上坡|下坡|上山|下山|声|班车|公交|校车|迟到"
_LEFT_OVER = {"name", "all", "three", *(kind for kind, sign in SIGNS.items() if sign in SOFT)}


def read_journeys(text: str) -> Recognition | None:
    """Two or three who move, meet, overtake and turn.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = plain_journey(text)
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    if found := patterns.search(
        r"每(?:连续)?(?:行驶|步行|走|行|跑|骑|开|游|飞)[^,;。]{1,12}(?:后|就|,)*(?:要|都)?(?:原地)?(?:休息|停|歇)", plain
    ):
        stay_out(f"again and again: {found[0]}")
    refuse_other_units(plain)
    names = [each for each in "甲乙丙丁" if each in plain]
    if not names and patterns.search("[两2二](?:列|辆|艘|个?人|位|名|车|船)", plain):
        names = ["甲", "乙"]
    if not 2 <= len(names) <= 3:
        stay_out("who moves")
    world = World(race=patterns.search("比赛|赛跑|竞走", plain) is not None)
    world.movers = {name: Mover(name, world.speed(name)) for name in names}
    world.quick = next((sign for sign, name in called.items() if name.startswith("快")), "")
    for clause in LEXICON.clauses(plain):
        _read(world, Piece(clause.mentions, clause.text), clause.ends)
    if not world.asks:
        stay_out("nothing asked")
    _close(world)
    if world.way == "away" and not world.ring and not world.same_place and WAY in unknowns(world.equations.told):
        stay_out("how far apart at first")
    world.check()
    units = units_told(plain)
    if set(patterns.findall(r"\d(千米|米)(?!/)", plain)) == {"米"} and set(patterns.findall(r"\d(千米|米)/", plain)) == {"千米"}:
        stay_out("units")
    answers: list[Answer] = [(place, *measured(world, above, below, what, units)) for place, (above, below, what) in enumerate(world.asks)]
    return recognition(world.lines, answers, called, working=world.equations.in_words())


def _close(world: World) -> None:
    """Nothing may be left that belongs to a clause that never came."""
    if world.before and any(each.kind != "name" for each in world.before):
        stay_out("half a clause")


def _read(world: World, piece: Piece, ends: str) -> None:
    """One clause."""
    if not piece.mentions:
        return
    asks = piece.has("TLVCYQIJ3?")
    if "?" in ends and not asks:
        stay_out(f"also asks: {piece.text}")
    later = any(each.kind == "nth" and each.value not in "一1" for each in piece.mentions)
    begins = piece.drop("i")
    if begins and not world.happened:
        world.same_from_head = world.same_from_head or world.same_place
    if begins and (world.happened or world.asks) and piece.has("MXAUSfDwag") and not later:
        world.begin_again()
    if found := piece.take("O?(l)[_G]*r"):
        world.equations.equal(symbol(LAP), quantity(found[0]))
        world.ring = True
    if piece.drop("r"):
        world.ring = True
    if piece.drop("y"):
        world.shuttle = True
    piece.mentions = [*world.before, *piece.mentions]
    world.before = []
    if set(piece.signs) <= set("nN_'Gp") and ends[:1] in (",", "") and not patterns.search("p.*p", piece.signs):
        world.before = [each for each in piece.mentions if each.kind in ("name", "all", "place")]
        return
    starts = piece.has("S")
    whom = piece.names() or (list(world.movers) if piece.has("N'") else [])
    timed = piece.has("ct'")
    tell_directions(world, piece)
    starts = tell_places(world, piece) or starts
    tell_speeds(world, piece)
    parts = split(piece)
    for place, part in enumerate(parts):
        _part(world, part, last=place == len(parts) - 1)
    if starts and not world.happened and (timed or not world.clocked or world.pending is not None):
        world.settle()
        world.start(*(whom or world.subject or list(world.movers)))


def _last_nth(world: World, piece: Piece) -> bool:
    """Whether the meeting spoken of is the last that was."""
    told = [each.value for each in piece.mentions if each.kind == "nth"]
    return len(told) == 1 and "零一二三四五六七八九十".find(told[0]) == max(world.meetings.values(), default=0)


def _part(world: World, piece: Piece, last: bool) -> None:
    """A part of a clause: something happens, and what is told or asked of that moment."""
    if piece.has("R"):
        rest(world, piece)
    if piece.has("S") and piece.has("p") and not piece.has("ts"):
        tell_places(world, piece)
    if piece.has("P#") and not piece.has("MX") and not first_spoken_of(world, piece) and _last_nth(world, piece):
        piece.drop("#")
    if ask_when_apart(world, piece) or whole_way(world, piece) or starts_when(world, piece):
        pass
    elif piece.has("P") and first_spoken_of(world, piece):
        piece.mentions = [Mention("meet", each.text) if each.kind == "meeting-place" else each for each in piece.mentions]
        meet(world, piece, last)
    elif piece.has("MX") and not piece.has("PI"):
        meet(world, piece, last)
    elif piece.has("A") and not piece.has("P"):
        arrive(world, piece)
    elif piece.has("UE"):
        turn(world, piece)
    elif piece.has("f") and piece.has("tls"):
        go_first(world, piece)
    elif piece.has("S") and piece.has("ts") and not piece.has("DLZP"):
        after_start(world, piece)
    elif piece.has("c") and not piece.has("C"):
        clock_says(world, piece)
    elif piece.has("ts") and not piece.has("DLPVQ%/*"):
        time_passes(world, piece)
    tell_changes(world, piece)
    tell_moment(world, piece)
    ask_moment(world, piece)
    if left := [each for each in piece.mentions if each.kind not in _LEFT_OVER]:
        stay_out(f"{left[0].text} in {piece.text}")
