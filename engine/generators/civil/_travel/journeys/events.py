"""What happens on the way: somebody starts, rests, meets or overtakes another, arrives and turns."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece, quantity, seconds_of_day, shown
from engine.generators.civil._travel.journeys.world import BETWEEN, LAP, WAY, Mover, World, amount
from engine.generators.reading import stay_out


def whole_way(world: World, piece: Piece) -> bool:
    """How long one needs for the whole way."""
    found = piece.take("(n)p[GS]*A?p[GSZ]*(T)") or piece.take("(n)[GS_]*[ZO][GS_]*(T)")
    if found and world.happened and world.movers[found[0].value].speed != world.speed(found[0].value):
        stay_out("at which speed")
    if not found and (not world.happened or patterns.search("n[GS_]*[ZO][GS_]*t", piece.signs)):
        found = (
            piece.take("(n)p[GS]*A?p[GSZ]*(t)")
            or piece.take("(n)[GS_]*[ZO][GS_]*(t)")
            or piece.take("(n)_?G+_?([tT])$")
            or (piece.take("(n)_?G*_?([tT])$") if world.whole_way else None)
        )
    if not found:
        return False
    who, told = found
    whole = symbol(LAP if world.ring else WAY)
    if told.kind == "time":
        world.equations.equal(product_of(world.speed(who.value), quantity(told)), whole)
        world.lines.append(f"{who.value}走完全程用 {shown(told)}")
    else:
        world.asks.append((whole, world.speed(who.value), f"time:{told.unit}"))
    return True


def time_passes(world: World, piece: Piece) -> None:
    """Some time passes; what happens then is told next."""
    found = piece.take("([ts])")
    assert found is not None
    world.settle()
    world.pending = plus(world.now, quantity(found[0]) if found[0].kind == "time" else _some_time(world))


def _some_time(world: World) -> Term:
    """An unknown time."""
    return world.new()


def clock_says(world: World, piece: Piece) -> None:
    """What the clock says."""
    found = piece.take("(c)")
    assert found is not None
    time = amount(seconds_of_day(found[0]))
    if not world.clocked and not world.now:
        world.now, world.clocked = time, True
        world.start(*(piece.names() or world.subject or list(world.movers)))
        return
    world.settle()
    world.pending = time


def after_start(world: World, piece: Piece) -> None:
    """So long after somebody started."""
    names = _who(world, piece)
    under_way = [name for name, mover in world.movers.items() if mover.started is not None]
    if not piece.names() and under_way:
        names = [each for each in names if each in under_way] or under_way
    found = piece.take("([ts])")
    assert found is not None
    time = quantity(found[0]) if found[0].kind == "time" else _some_time(world)
    world.settle()
    if not world.happened:
        world.start(*names)
    since = world.movers[names[0]].started
    if since is None:
        stay_out("who started")
    world.pending = plus(since, time)


def ask_when_apart(world: World, piece: Piece) -> bool:
    """`多少小时后两车第一次相距 50 千米`: before they meet, and after it."""
    found = piece.take("(T)[k_jN&#]*D(l)") if len(world.movers) == 2 and not world.ring and world.pending is None else None
    if found is None:
        return False
    again = patterns.search("又|再次|第二次", piece.text) is not None
    if world.way == "towards" and (world.gaps != again or (not again and "第一次" not in piece.text and "还" not in piece.text)):
        stay_out("before or after they meet")
    one, other = world.movers.values()
    since = dict(world.now)
    world.until(None)
    between = scaled(less(other.place, one.place), one.heading)
    if world.way == "away" or again:
        between = scaled(between, -1)
    elif world.way != "towards":
        stay_out("who is ahead")
    world.equations.equal(between, quantity(found[1]))
    world.gaps += 1
    world.happened = True
    world.asks.append((less(world.now, since), {}, f"time:{found[0].unit}"))
    return True


def starts_when(world: World, piece: Piece) -> bool:
    """`汽车出发时`: what the others have done by then is told next."""
    found = piece.take("^(n)[_]*S[|]$")
    if found is None:
        return False
    who = found[0].value
    if not world.happened and not world.now:
        for each in world.movers.values():
            each.started = None
    if world.movers[who].started is None:
        world.start(*(each for each in world.movers if each != who))
        world.advance(world.new())
        world.start(who)
    return True


def go_first(world: World, piece: Piece) -> None:
    """Somebody goes ahead, for a time or so far."""
    found = piece.take("(n)[GS_]*f[GS_]*([tls])") or piece.take("(n)>n[G_S]*f[G_S]*([tls])")
    if found is None or world.happened or world.pending is not None:
        stay_out("who goes first")
    who, told = found
    world.start(who.value)
    if told.kind == "length":
        time = world.new()
        world.equations.equal(product_of(world.movers[who.value].speed, time), quantity(told))
        world.advance(time)
    else:
        world.advance(quantity(told) if told.kind == "time" else _some_time(world))
    for other in world.movers:
        world.start(other)
    if not world.way:
        world.way = "along"
    world.lines.append(f"{who.value}先走 {shown(told)}")


def rest(world: World, piece: Piece) -> None:
    """Somebody does not move for a time."""
    found = piece.take("(n?)[_]*R([tsT])") or stay_out("who rests")
    told = found[-1]
    names = [found[0].value] if len(found) == 2 else world.subject
    if len(names) != 1:
        stay_out("who rests")
    mover = world.movers[names[0]]
    if told.kind == "ask-time":
        world.asks.append((world.unknown_rests.get(names[0]) or stay_out("who rests"), {}, f"time:{told.unit}"))
        return
    time = quantity(told) if told.kind == "time" else _some_time(world)
    if told.kind == "some-time":
        world.unknown_rests[names[0]] = time
    if world.lines and world.lines[-1].startswith(f"{names[0]}到达"):  # at the end: he may turn before he goes on
        mover.delay = plus(mover.delay, time)
        world.lines.append(f"{names[0]}休息 {shown(told)}")
        return
    way = product_of(mover.speed, time)
    mover.place = less(mover.place, scaled(way, mover.heading))
    mover.gone = less(mover.gone, way)
    world.lines.append(f"{names[0]}休息 {shown(told)}")


def first_spoken_of(world: World, piece: Piece) -> bool:
    """Whether the place of a meeting is spoken of that nothing was told of before."""
    if piece.has("MX") or len(world.movers) != 2:
        return False
    told = [each for each in piece.mentions if each.kind == "nth"]
    if not told:
        return not world.meetings
    return "零一二三四五六七八九十".index(told[0].value) > max(world.meetings.values(), default=0) if not told[0].value.isdigit() else False


def meet(world: World, piece: Piece, last: bool) -> None:
    """Two meet, or one catches up with the other."""
    signs = piece.signs
    at = next(place for place, sign in enumerate(signs) if sign in "MX")
    before, event, after = Piece(piece.mentions[:at], piece.text), piece.mentions[at], Piece(piece.mentions[at + 1 :], piece.text)
    names = before.names()
    if len(names) < 2 and after.signs[:1] == "n":
        names = [*names, after.mentions.pop(0).value]
    if len(names) == 1:
        names = [*(each for each in world.subject if each not in names), *names] if len(world.subject) == 1 else names
    if len(names) < 2:
        others = [each for each in world.movers if each not in names]
        names = [*names, *others] if len(world.movers) == 2 else stay_out("who meets whom")
    if len(names) != 2 or len(set(names)) != 2:
        stay_out("who meets whom")
    nth = before.take("(#)") or after.take("(#)") or []
    number = int(nth[0].value) if nth and nth[0].value.isdigit() else "零一二三四五六七八九十".index(nth[0].value) if nth else 0
    if before.take("&") is not None:
        number = world.times(names[0], names[1], event.kind == "catch") + 1
    closed = bool(piece.mentions) and piece.mentions[-1].kind in ("after", "when")
    pair = (min(names), max(names))
    told = before.take("([tT])")
    clock = before.take("(c)")
    if world.met == pair and closed and not told and not clock and not nth:
        then = after.take("(t)")
        piece.mentions = before.mentions + after.mentions
        if then:
            world.pending = plus(world.now, quantity(then[0]))
        return
    if event.kind == "catch" and not world.way and not world.placed:
        world.way = "along"
    if clock:
        world.settle()
        world.pending = amount(seconds_of_day(clock[0]))
    then = after.take("(t)") if closed else None
    used = told or (after.take("^[_]*([tT])") if not closed else None)
    if used and used[0].kind == "ask-time":
        since = dict(world.now) if world.pending is None else dict(world.pending)
        if before.has("S"):
            who = before.names()[0] if before.names() else names[0]
            since = _started(world, who, since)
        elif event.kind == "meet" and not before.has("j~") and world.pending is None and not _all_since(world, since):
            stay_out("since when")
        world.settle()
        world.until(None)
        world.asks.append((less(world.now, since), {}, f"time:{used[0].unit}"))
    elif used and before.has("S") and world.now:
        who = before.names()[0] if before.names() else names[0]
        world.settle()
        world.until(less(plus(_started(world, who, world.now), quantity(used[0])), world.now))
    else:
        world.until(quantity(used[0]) if used else None)
    world.together(names[0], names[1], number, event.kind == "catch")
    world.just_turned = world.alone = False
    before.drop("nNS")
    piece.mentions = before.mentions + after.mentions
    if then:
        world.pending = plus(world.now, quantity(then[0]))
    world.subject = names[:1]


def _started(world: World, who: str, otherwise: Term) -> Term:
    """When somebody started, as far as that is known."""
    started = world.movers[who].started
    return otherwise if started is None else started


def _all_since(world: World, since: Term) -> bool:
    """Whether what all have done since is counted from one moment."""
    starts = [each.started for each in world.movers.values()]
    return world.happened or all(start is None or start == since for start in starts)


def arrive(world: World, piece: Piece) -> None:
    """Somebody reaches an end of the way, and may turn there."""
    if piece.has("T") and "已" in piece.text:
        stay_out("how long somebody has been there")
    signs = piece.signs
    if clock := piece.take("(c)"):
        world.settle()
        world.pending = amount(seconds_of_day(clock[0]))
    both = len(piece.names()) == 2 or (not piece.names() and (piece.has("N_") or not world.alone))
    told = piece.take("([tT])")
    if both or (piece.has("o") and len(world.subject) != 1 and not piece.names()):
        if told or world.pending is not None or world.ring or piece.has("DLl") or len(world.movers) != 2:
            stay_out("who arrives when")
        piece.drop("nNABopehU_k")
        world.just_turned = True
        for each in world.movers.values():
            each.turns_at_end()
        world.happened = True
        world.met = None
        world.lines.append("各自到达另一端后返回")
        return
    who = (piece.names() or (world.subject if len(world.subject) == 1 else stay_out("who arrives")))[0]
    mover = world.movers[who]
    place = piece.take("A([poeh])") or stay_out("arrives where")
    if world.ring:
        _arrives_on_ring(world, mover, place[0], told)
        return
    end = symbol(WAY) if mover.heading > 0 else {}
    if place[0].kind == "place" and (place[0].value == "B") != (mover.heading > 0):
        stay_out("arrives where")
    if place[0].kind == "home" and mover.ends == 0:
        stay_out("arrives where")
    if told and told[0].kind == "ask-time":
        world.settle()
        since = dict(world.now)
        world.until(None)
        world.asks.append((less(world.now, since), {}, f"time:{told[0].unit}"))
    else:
        world.until(quantity(told[0]) if told else None)
    world.equations.equal(mover.place, end)
    world.happened = True
    world.lines.append(f"{who}到达{'B' if mover.heading > 0 else 'A'}" + (f"，用 {shown(told[0])}" if told else ""))
    world.subject = [who]
    piece.drop("n")
    if piece.take("U") is not None:
        mover.turn()
    else:
        mover.ends += 0
    del signs


def _arrives_on_ring(world: World, mover: Mover, place: Mention, told: list[Mention] | None) -> None:
    """Somebody comes to where the other started."""
    if place.kind not in ("place", "other-end") or len(world.movers) != 2 or (told and told[0].kind == "ask-time"):
        stay_out("arrives where")
    other = next(each for each in world.movers.values() if each is not mover)
    world.until(quantity(told[0]) if told else None)
    if other.started is None or mover.started is None:
        stay_out("arrives where")
    world.equations.equal(mover.gone, symbol(BETWEEN))  # what was between them at first
    world.happened = True
    world.lines.append(f"{mover.name}到达{other.name}的出发点")


def turn(world: World, piece: Piece) -> None:
    """Somebody turns where he is, or both go on with each other's speed."""
    world.settle()
    names = piece.names() or (list(world.movers) if piece.has("N_") else world.subject)
    if piece.take("E") is not None:
        if len(world.movers) != 2:
            stay_out("whose speed")
        one, other = world.movers.values()
        one.speed, other.speed = other.speed, one.speed
        return
    piece.take("U")
    if world.just_turned:
        world.just_turned = False
        return
    if not world.happened and not world.now and len(names) != 1:
        world.shuttle = True  # they go to and fro
        return
    if not world.happened:
        stay_out("who turns")
    for name in names:
        world.movers[name].turn()
    world.lines.append(f"{'、'.join(names)}掉头")


def _who(world: World, piece: Piece, several: bool = False) -> list[str]:
    """Those named in a piece, or spoken of."""
    names = piece.names()
    if not names and (piece.has("N") or several):
        return list(world.movers)
    return names or world.subject or list(world.movers)
