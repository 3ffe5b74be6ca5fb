"""Where those who move start, which way they go and how fast."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._travel.journeys.pieces import Piece, part_of, quantity, shown
from engine.generators.civil._travel.journeys.world import BETWEEN, LAP, WAY, World
from engine.generators.reading import stay_out


def tell_directions(world: World, piece: Piece) -> None:
    """Which way they go."""
    movers = list(world.movers.values())
    for sign, way in (("w", "towards"), ("a", "away"), ("g", "along")):
        if piece.drop(sign):
            if world.happened or (world.way and world.way != way):
                stay_out("another way")
            world.way = way
            if len(movers) == 2 and way != "along":
                movers[1].heading = -movers[0].heading
                if not world.ring and way == "towards":
                    movers[1].place = symbol(WAY)
            elif way == "along":
                for each in movers:
                    each.heading = 1
    to_the_other = (piece.take("oG") if not piece.has("A") else piece.take("Ao$")) if piece.has("S") and not world.happened else None
    if to_the_other is not None and len(movers) == 2 and not world.happened:
        world.way = "towards"
        movers[1].heading, movers[1].place = -1, symbol(WAY)
    for sign, heading in (("1", 1), ("2", -1)):
        if piece.drop(sign):
            world.ring = True
            world.way = "round"
            for name in piece.names() or stay_out("who goes round"):
                world.movers[name].heading = heading


def tell_places(world: World, piece: Piece) -> bool:
    """Where they start; whether that is told."""
    if world.happened:
        return False
    if piece.has("S") and "h" in piece.signs and not piece.has("DAP"):
        piece.drop("h")
        world.same_place = True
    if piece.take("B?5") is not None:
        world.ring = True
        world.equations.equal(scaled(symbol(BETWEEN), 2), symbol(LAP))
        world.movers[list(world.movers)[1]].place = symbol(BETWEEN)
        world.placed = set(world.movers)
        return False
    if piece.drop("@"):
        world.same_place = True
        for each in world.movers.values():
            each.place = {}
        return False
    if found := piece.take("(n)G?D?(n)(u)(l)") or piece.take("(n)(u)(l)G*(n)"):
        names = [each.value for each in found if each.kind == "name"]
        side, told = next(each for each in found if each.kind == "behind"), next(each for each in found if each.kind == "length")
        ahead = (names[1] if side.value == "后" else names[0]) if found[1].kind == "name" else names[1] if side.value == "前" else names[0]
        if world.way not in ("", "along") or world.now:
            stay_out("who is ahead")
        world.way = "along"
        world.movers[ahead].place = quantity(told)
        world.lines.append(f"{ahead}在前 {shown(told)}")
        piece.mentions = [Mention("name", each, each) for each in names] + piece.mentions
        return False
    if patterns.fullmatch("n[_N]*nN?[_G]*pp", piece.signs):
        for name, place in zip(piece.names(), [each.value for each in piece.mentions if each.kind == "place"], strict=True):
            _put(world, name, place)
        piece.drop("p")
        return False
    if not world.happened and piece.take("p[GS]*A?p[GS]*k?U") is not None and len(piece.names()) != 1:
        world.shuttle = True  # there and back
        return False
    if not piece.has("SGwaK'") or piece.has("AMXDLTtlZ"):
        if piece.take("^p[GS]*A?p$") is not None:
            world.whole_way = True
        return False
    if (found := piece.take("B")) is not None:
        names = piece.names() or list(world.movers)
        pairs = [(name, "AB"[order]) for order, name in enumerate(names[:2])]
    elif len(world.movers) > 2 and (row := patterns.match("[_N]*(n+['_]*p['_]*){2,}", piece.signs)) and row[0].count("p") == 2:
        pairs, waiting = [], []
        for mention in piece.mentions[: row.end()]:
            if mention.kind == "name":
                waiting.append(mention.value)
            elif mention.kind == "place":
                pairs += [(name, mention.value) for name in waiting]
                waiting = []
        piece.mentions = [each for each in piece.mentions if each.kind != "place"]
    elif found := piece.take("(n)['_]*(p)[GS'_]*(n)['_]*(p)"):
        pairs = [(found[0].value, found[1].value), (found[2].value, found[3].value)]
    elif found := piece.take("(p)[GS]*(p)") or piece.take("(p)"):
        pairs = [(name, found[0].value) for name in piece.names() or list(world.movers)]
    else:
        return False
    for who, place in pairs:
        _put(world, who, place)
    return True


def _put(world: World, who: str, place: str) -> None:
    """Somebody starts there."""
    mover = world.movers[who]
    if place not in ("A", "B"):
        stay_out("from where")
    if who in world.placed:
        return
    world.placed.add(who)
    if world.ring:
        mover.place = symbol(BETWEEN) if place == "B" else {}
        return
    mover.place = symbol(WAY) if place == "B" else {}
    mover.heading = -1 if place == "B" and world.way != "along" else 1


def tell_speeds(world: World, piece: Piece) -> None:
    """How fast they are, told or compared."""
    names = piece.names()
    while found := piece.take("(n)[_GW]*>(n)[W_GZ]*([+-])G?(v)"):
        one, other, sign, told = found
        _tell_speed(world, one, plus(world.speed(other.value), scaled(quantity(told), 1 if sign.kind == "fast" else -1)), shown(told))
    while found := piece.take("(n)[_W]*>(n)[W_]*([+-])([%/*])"):
        one, other, sign, told = found
        factor = 1 + part_of(told) * (1 if sign.kind == "fast" else -1)
        _tell_speed(world, one, scaled(world.speed(other.value), factor), f"{one.value}的速度是{other.value}的 {factor} 倍")
    while found := piece.take("(n)W=?(n)W?([%/*])(?![Zl])"):
        one, other, told = found
        _tell_speed(world, one, scaled(world.speed(other.value), part_of(told)), f"{other.value}的 {part_of(told)} 倍")
    if (found := piece.take("(n)(n)_?W_?(q)")) or (found := piece.take("()N?_?W_?(q)")):
        first, second = ([each.value for each in found[:-1]] or list(world.movers))[:2]
        one_part, other_part = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", found[-1].value))
        world.equations.equal(scaled(world.speed(first), other_part), scaled(world.speed(second), one_part))
        world.lines.append(f"{first}、{second}的速度比 {found[-1].value}")
    if found := piece.take("(n)(t)GZ?=(n)(t)G?Z?"):
        one, its, other, others = found
        world.equations.equal(product_of(world.speed(one.value), quantity(its)), product_of(world.speed(other.value), quantity(others)))
        world.lines.append(f"{one.value} {shown(its)}的路程等于{other.value} {shown(others)}的路程")
    if found := piece.take("(n)(n)[_GW]*(v)(v)"):
        for who, told in zip(found[:2], found[2:], strict=True):
            _tell_speed(world, who, quantity(told), shown(told))
    while found := piece.take("(n)[_GWSp@]*(v)(?:W?G)?"):
        _tell_speed(world, found[0], quantity(found[1]), shown(found[1]))
    if world.happened and patterns.search("[+-]v", piece.signs) and ">" not in piece.signs:
        return  # from now on by so much
    if found := (piece.take("(v)(v)(v)") if len(world.movers) == 3 else None) or piece.take("(v)(v)"):
        if len(found) != len(world.movers):
            stay_out("whose speeds")
        for name, told in zip(world.movers, found, strict=False):
            _tell_speed(world, Mention("name", name, name), quantity(told), shown(told))
    elif found := piece.take("(v)"):
        whom = names if len(names) == 1 else world.subject if len(world.subject) == 1 and not names else stay_out("whose speed")
        _tell_speed(world, Mention("name", whom[0], whom[0]), quantity(found[0]), shown(found[0]))
    acting = [each.kind for each in piece.mentions if each.kind in ("name", "meet", "catch")]
    with_whom = len(names) == 1 and patterns.search(f"[与和]{names[0]}(?:车|船|人|队)?(?:第|再|迎面|相遇|碰|会)", piece.text)
    if names and acting[:1] in ([], ["name"]) and not with_whom:
        world.subject = names
        world.alone = len(names) == 1


def _tell_speed(world: World, who: Mention, speed: Term, said: str) -> None:
    """The speed of one, from now on."""
    mover = world.movers[who.value]
    if world.happened and (who.value in world.speeds_told or mover.speed != world.speed(who.value)):
        world.settle()
        mover.speed = speed
    else:
        world.equations.equal(world.speed(who.value), speed)
        world.speeds_told.add(who.value)
    world.lines.append(f"{who.value}的速度 {said}")


def tell_changes(world: World, piece: Piece) -> None:
    """Somebody goes faster or slower from now on."""
    while found := piece.take("(n?)[_N]*W?_?([+-])([%/*])"):
        sign, told = found[-2:]
        names = [found[0].value] if len(found) == 3 else list(world.movers) if piece.has("N_") else world.subject
        if not world.happened or piece.has(">"):
            stay_out("faster than what")
        world.settle()
        for name in names:
            mover = world.movers[name]
            mover.speed = scaled(mover.speed, 1 + part_of(told) * (1 if sign.kind == "fast" else -1))
        world.lines.append(f"{'、'.join(names)}的速度{sign.text}{told.text}")
    while found := piece.take("(n?)[N_]*W?[N_]*([+-])(v)"):
        sign, told = found[-2:]
        world.settle()
        names = [found[0].value] if len(found) == 3 else list(world.movers) if piece.has("N_") or not world.alone else world.subject
        for name in names:
            mover = world.movers[name]
            mover.speed = plus(mover.speed, scaled(quantity(told), 1 if sign.kind == "fast" else -1))
        world.lines.append(f"{'、'.join(names)}的速度{sign.text}{told.text}")
