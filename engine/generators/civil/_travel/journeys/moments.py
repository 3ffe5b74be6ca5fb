"""What is told of a moment, and what is asked: where somebody is, how far he has gone, how far apart two are."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece, part_of, quantity, shown
from engine.generators.civil._travel.journeys.world import BETWEEN, LAP, WAY, Mover, World
from engine.generators.reading import StayOut, stay_out


def tell_moment(world: World, piece: Piece) -> None:
    """What is told of where they are."""
    if found := piece.take("O(l)") or (piece.take("Z?(l)[r]*$") if world.ring and not world.happened and not piece.has("DnN") else None):
        if not world.ring and not world.placed:
            world.ring = True
        world.equations.equal(symbol(LAP), quantity(found[0]))
        world.lines.append(f"一圈 {shown(found[0])}")
        return
    if found := piece.take("P?D?m(l)") or piece.take("(l)Dm") or piece.take("P?D?mZ(/)"):
        world.settle()
        mover = _place_of(world, piece)
        beyond = less(scaled(mover.place, 2), symbol(WAY))
        half = scaled(quantity(found[0]) if found[0].kind == "length" else scaled(symbol(WAY), part_of(found[0])), 2)
        pair = world.met or stay_out("the middle of what")
        ahead = world.movers[pair[0] if mover.name == pair[0] else pair[1]]
        rival = world.movers[pair[1] if mover.name == pair[0] else pair[0]]
        side = ahead.heading * (1 if _farther(world, ahead, rival) else -1)
        world.equations.equal(beyond, scaled(half, side))
        world.lines.append(f"相遇点离中点 {shown(found[0])}")
        return
    if world.met and piece.take("m$") is not None:
        world.equations.equal(scaled(_place_of(world, piece).place, 2), symbol(WAY))
        return
    if found := piece.take("P?DBD?Z?(q)") or piece.take("P?DB(?:D|Z)?(q)"):
        told = found[0]
        first, last = Mention("place", "A", "A"), Mention("place", "B", "B")
        mover = _place_of(world, piece)
        above, below = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", told.value))
        world.equations.equal(scaled(_distance(world, first, mover), below), scaled(_distance(world, last, mover), above))
        world.lines.append(f"相遇点离A、B的距离比 {told.value}")
        return
    while found := piece.take("P?[jD~]*([pe])[D~]*(l)") or piece.take("(l)D(p)") or piece.take("P?D([pe])[~]*Z?([%/])"):
        place, told = found if found[0].kind in ("place", "end") else found[::-1]
        world.settle()
        mover = _place_of(world, piece)
        if not world.happened:
            stay_out("where at first")
        way = quantity(told) if told.kind == "length" else scaled(symbol(WAY), part_of(told))
        world.equations.equal(_distance(world, place, mover), way)
        world.lines.append(f"此时离{place.value or '终点'} {shown(told)}")
    if world.ring and (found := piece.take("(n)[GW_]*>(n)[_jGW]*([+-])[G_]*O")):
        one, other, sign = found
        world.settle()
        more = less(world.movers[one.value].gone, world.movers[other.value].gone)
        world.equations.equal(scaled(more, 1 if sign.kind == "fast" else -1), symbol(LAP))
        world.happened = True
        world.lines.append(f"{one.value}比{other.value}{sign.text}一圈")
    if found := piece.take("(n)[GW_]*>(n)[_jGW]*([+-])[G_]*(l)"):
        one, other, sign, told = found
        if "每" in piece.text:
            stay_out("so much more in a unit of time")
        world.settle()
        more = less(world.movers[one.value].gone, world.movers[other.value].gone)
        world.equations.equal(scaled(more, 1 if sign.kind == "fast" else -1), quantity(told))
        world.lines.append(f"{one.value}比{other.value}{sign.text} {shown(told)}")
    if found := piece.take("(n)[_j]*G+Z?(?:Z)?([l%/])") or piece.take("(n)G?Z([%/])"):
        who, told = found
        world.settle()
        way = quantity(told) if told.kind == "length" else scaled(symbol(WAY), part_of(told))
        world.equations.equal(world.movers[who.value].gone, way)
        world.happened = True
        world.lines.append(f"{who.value}走了 {told.text}")
    if (
        found := piece.take("[BN~_]*[DZ]+[~_DZ]*(l)")
        or piece.take("[BN]_?(l)")
        or (piece.take("(l)$") if world.race and not world.happened and not piece.has("D") else None)
    ):
        told = found[-1]
        world.settle()
        if not world.happened and not world.now:
            world.equations.equal(symbol(LAP if world.ring and not world.placed else WAY), quantity(told))
            world.lines.append(f"相距 {shown(told)}")
            if world.way == "along" and len(found) == 1:
                stay_out("who is ahead")
        else:
            world.equations.equal(_gap(world), quantity(told))
            world.happened = True
            world.lines.append(f"此时相距 {shown(told)}")


def ask_moment(world: World, piece: Piece) -> None:
    """What is asked of the moment, the way or a speed."""
    signs = piece.signs
    if world.ring and (found := piece.take("(n)[_j]*X(n)(I)")):
        ahead, behind = (world.movers[each.value] for each in found[:2])
        if ahead.heading != behind.heading or world.placed or ahead.started != behind.started:
            stay_out("which way they go")
        world.asks.append((less(ahead.gone, behind.gone), {}, "overtakes:"))
        return
    if found := piece.take("(t)?j?N?_?(I)"):
        time = found[0] if found[0].kind == "time" else None
        since = quantity(time) if time else world.pending or stay_out("how often in which time")
        world.pending = None
        world.asks.append((since, {}, "count:"))
        return
    if found := piece.take("(n)[A_]*(n)[_]*W?(Q)"):
        world.asks.append((world.speed(found[0].value), world.speed(found[1].value), "ratio:"))
    elif (found := piece.take("N?_?W(Q)")) and len(world.movers) == 2:
        one, other = world.movers
        world.asks.append((world.speed(one), world.speed(other), "ratio:"))
    if found := piece.take("(n)W?=?(n)W?(Y)"):
        world.asks.append((world.speed(found[0].value), world.speed(found[1].value), "times:"))
    if world.ring and (found := piece.take("(n)[_~]*3")):
        world.asks.append((world.movers[found[0].value].gone, {}, "home:米"))
    if found := piece.take("(n)(n)[N_W]+([V\\?])"):
        for each in found[:2]:
            world.asks.append((world.speed(each.value), {}, f"speed:{_speed_unit(found[2])}"))
    while found := piece.take("(n?)[_GWS]*(V)") or piece.take("(n)_?W_?(\\?)"):
        names = [found[0].value] if len(found) == 2 else world.subject
        asked = found[-1]
        if len(names) != 1:
            stay_out("whose speed")
        world.asks.append((world.movers[names[0]].speed, {}, f"speed:{_speed_unit(asked)}"))
    if found := piece.take("(n)[_jS]*(C)[pGS]*"):
        started = world.movers[found[0].value].started
        world.asks.append((started if started is not None else stay_out("who starts"), {}, "clock:"))
    if found := piece.take("(n?)[_G]*(J)"):
        who = found[0].value if len(found) == 2 else world.subject[0] if len(world.subject) == 1 else stay_out("whose laps")
        world.settle()
        world.asks.append((world.movers[who].gone, symbol(LAP), "laps:"))
    if found := piece.take("O(?:D|Z)?([L?])"):
        world.asks.append((symbol(LAP), {}, f"length:{found[0].unit}"))
    if found := piece.take("PD?([L?])") if len(world.meeting_places) == 2 and not piece.has("pmeh") else None:
        world.asks.append((world.meeting_places[0], world.meeting_places[1], f"between:{found[0].unit}"))
    if (found := piece.take("([pZ])[GS]*(p)Z?D?Z?([L?])")) or (
        found := piece.take("(?:N|Z|B)(?:D|Z)*([L?])") if not world.pending else None
    ):
        if world.pending is not None:
            stay_out("when how far")
        whole = symbol(LAP if world.ring and not world.placed else WAY)
        if world.now and world.met is None and not patterns.search("B|pG*p|Z", signs):
            whole = _gap(world)
        world.asks.append((whole, {}, f"length:{found[-1].unit}"))
    if len(world.meeting_places) == 1 and not world.ring and (found := piece.take("P?Dm([L?])")):
        if patterns.search("次", piece.text) or not patterns.search("相遇的?(?:点|地|处|位置)", piece.text):
            stay_out("where who is")
        world.asks.append((world.meeting_places[0], scaled(symbol(WAY), Fraction(1, 2)), f"between:{found[0].unit}"))
    if found := piece.take("P?D(p)[D~]*([L?])") or piece.take("P?D?(e)[D~]*([L?])"):
        world.settle()
        world.asks.append((_distance(world, found[0], _place_of(world, piece)), {}, f"length:{found[1].unit}"))
    if world.ring and (found := piece.take("P?D(h)([L?])")):
        mover = _place_of(world, piece)
        world.asks.append((mover.place, {}, f"round:{found[1].unit}"))
    if found := piece.take("(n)[_j]*>(n)[_j]*([+-])G*(L)"):
        more = less(world.movers[found[0].value].gone, world.movers[found[1].value].gone)
        world.asks.append((scaled(more, 1 if found[2].kind == "fast" else -1), {}, f"length:{found[3].unit}"))
    if found := piece.take("(n)[_j]*G+([L?])"):
        world.settle()
        world.asks.append((world.movers[found[0].value].gone, {}, f"length:{found[1].unit}"))
    if (found := piece.take("D([L?])")) and not piece.has("nP"):
        world.settle()
        world.asks.append((_gap_asked(world) if world.now and world.met is None else symbol(WAY), {}, f"length:{found[0].unit}"))


def _speed_unit(asked: Mention) -> str:
    """The unit that a speed is asked in."""
    return asked.unit if "/" in asked.unit else f"{asked.value}/{asked.unit}" if asked.unit else ""


def _place_of(world: World, piece: Piece) -> Mover:
    """The one whose place is spoken of."""
    names = piece.names()
    if len(names) == 1:
        return world.movers[names[0]]
    if world.met is not None:
        return world.movers[world.met[0]]
    if len(world.subject) == 1 and not names:
        return world.movers[world.subject[0]]
    stay_out("whose place")


def _distance(world: World, place: Mention, mover: Mover) -> Term:
    """How far somebody is from a place."""
    if place.kind == "end":
        return less(symbol(WAY), mover.place) if mover.heading > 0 else mover.place
    if place.kind == "place" and place.value in "AB" and not world.ring:
        return mover.place if place.value == "A" else less(symbol(WAY), mover.place)
    if world.ring and place.kind == "place" and len(world.movers) == 2 and world.placed_apart(*world.movers):
        mover = next(iter(world.movers.values()))
        beyond = less(mover.place, symbol(BETWEEN))
        return mover.place if place.value == "A" else beyond if len(world.meeting_places) > 1 else scaled(beyond, -1)
    stay_out("from where")


def _farther(world: World, one: Mover, other: Mover) -> bool:
    """Whether the first has gone farther."""
    try:
        return world.value(one.gone, other.gone) > 1
    except StayOut:
        if world.quick not in (one.name, other.name):
            raise
    return world.quick == one.name


def _gap(world: World) -> Term:
    """How far apart two are now."""
    if len(world.movers) != 2 or world.ring:
        stay_out("how far apart who is")
    one, other = world.movers.values()
    between = less(other.place, one.place)
    if not world.way:
        stay_out("in what direction")
    if world.way == "along":
        return _absolute(world, between)
    pair = (min(one.name, other.name), max(one.name, other.name))
    if world.times(*pair, False):
        if one.ends or other.ends:
            stay_out("who is where")
        between = scaled(between, -1)
    return between if one.heading > 0 else scaled(between, -1)


def _gap_asked(world: World) -> Term:
    """The same, where they may have passed each other without a word, and neither is at an end."""
    gap = _gap(world)
    if world.way == "towards" and not any(each.ends for each in world.movers.values()):
        try:
            world.value(gap)
        except StayOut:
            for each in world.movers.values():
                world.value(less(symbol(WAY), each.gone))  # neither is past the other's start
            return scaled(gap, -1)
    return gap


def _absolute(world: World, way: Term) -> Term:
    """A distance as a positive one."""
    try:
        world.value(way)
    except StayOut:
        return scaled(way, -1)
    return way
