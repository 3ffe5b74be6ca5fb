"""How fast somebody is, who starts first, how far apart two are after a time."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._travel.motions.meetings import after_meeting
from engine.generators.civil._travel.motions.trip import WATER, WAY, Trip, apart_now, names_of, quantity, shown
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out


def tell_speeds(trip: Trip, clause: Clause) -> None:
    """How fast somebody is, told or compared."""
    names = names_of(clause)
    if clause.has("than") and (clause.has("speed") or clause.has("speed-word")) and not clause.has("time", "length"):
        _compared(trip, clause, names)
        return
    if clause.has("ratio") and clause.has("speed-word"):
        ratio = clause.take("ratio")
        assert ratio is not None
        one, other = (Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", ratio.value))
        names = names or trip.everyone
        if len(names) != 2:
            stay_out("a ratio of whom")
        trip.equations.equal(scaled(trip.speed(names[0]), other), scaled(trip.speed(names[1]), one))
        trip.lines.append(f"{names[0]}与{names[1]}的速度比 {ratio.value}")
        clause.take_all("speed-word", "name")
        return
    if (
        clause.has("times", "half", "percent")
        and clause.has("speed-word", "still-water")
        and len(names) == 2
        and not clause.has("time", "length", "speed")
    ):
        told = clause.take("times", "half", "percent")
        assert told is not None
        factor = Fraction(1, 2) if told.kind == "half" else Fraction(told.value) / (100 if told.kind == "percent" else 1)
        fast, slow = clause.take("fast"), clause.take("slow")
        factor = 1 + factor if fast else 1 - factor if slow else factor
        trip.equations.equal(trip.speed(names[0]), scaled(trip.speed(names[1]), factor))
        trip.lines.append(f"{names[0]}的速度是{names[1]}的 {decimal(factor, 4)} 倍")
        clause.take_all("speed-word", "still-water", "name")
        return
    speeds = clause.all("speed")
    if not speeds or (len(trip.everyone) == 1 and clause.has("time") and not trip.river and not clause.has("bridge", "cross", "laps")):
        return
    if clause.take("water"):
        if len(speeds) != 1 or names:
            stay_out("how fast the water is")
        trip.equations.equal(symbol(WATER), quantity(speeds[0]))
        trip.lines.append(f"水速 {shown(speeds[0])}")
        clause.take_all("speed", "speed-word")
        return
    clause.take_all("still-water", "speed-word")
    if clause.has("down", "up"):
        stay_out("how fast downstream")
    if len(speeds) == 1 and len(names) == 2 and clause.has("each"):
        whom = names
    elif len(speeds) == 1 and not names and (clause.has("each") or clause.has("all")) and len(trip.everyone) == 2:
        whom = trip.everyone
    elif len(speeds) == len(names):
        whom = names
    elif len(speeds) == 2 and not names:
        whom = trip.everyone
    elif len(speeds) == 1 and not names and (trip.subject or len(trip.everyone) == 1):
        whom = [trip.subject or trip.everyone[0]]
    else:
        stay_out("whose speed")
    if len(whom) < len(speeds):
        stay_out("whose speed")
    for place, who in enumerate(whom):
        told = speeds[place if len(speeds) > 1 else 0]
        if who in trip.speeds:
            stay_out("two speeds of one")
        trip.speeds.add(who)
        trip.speed_units.add(told.unit.partition("/")[0])
        trip.equations.equal(trip.speed(who), quantity(told))
        trip.lines.append(f"{who}的速度 {shown(told)}")
    clause.take_all("speed")
    if len(whom) == 1:
        trip.subject = whom[0]


def _compared(trip: Trip, clause: Clause, names: list[str]) -> None:
    clause.take("than")
    fast, slow = clause.take("fast"), clause.take("slow")
    told, part = clause.take("speed"), clause.take("percent", "times")
    clause.take_all("speed-word", "name")
    if len(names) != 2 or (fast is None) == (slow is None) or (told is None) == (part is None):
        stay_out("faster than whom")
    sign = 1 if fast else -1
    if told is not None:
        trip.equations.equal(trip.speed(names[0]), plus(trip.speed(names[1]), scaled(quantity(told), sign)))
        trip.lines.append(f"{names[0]}比{names[1]}{'快' if fast else '慢'} {shown(told)}")
    elif part is not None:
        share = Fraction(part.value) / (100 if part.kind == "percent" else 1)
        trip.equations.equal(trip.speed(names[0]), scaled(trip.speed(names[1]), 1 + sign * share))
        trip.lines.append(f"{names[0]}比{names[1]}{'快' if fast else '慢'} {part.text}")


def move(trip: Trip, clause: Clause) -> None:
    """Somebody starts earlier, or both go for a time; how far apart they are, or what else is asked."""
    names = names_of(clause)
    told, asked = clause.take_all("time"), clause.take("ask-time")
    length, asked_length, asked_speed = clause.take_all("length"), clause.take("ask-length"), clause.take("ask-speed")
    if len(told) > 1 or len(length) > 1:
        stay_out("two times or lengths")
    if asked_speed is not None:
        if told or length or asked or asked_length or len(names) > 1 or (not names and len(trip.everyone) > 1 and not trip.subject):
            stay_out("whose speed")
        who = names[0] if names else trip.subject or trip.everyone[0]
        unit = asked_speed.unit if "/" in asked_speed.unit else f"{asked_speed.value}/{asked_speed.unit}" if asked_speed.unit else ""
        trip.asks.append((trip.speed(who), {}, f"speed:{unit}"))
        clause.take_all("name")
        return
    if trip.waiting and (told or asked) and not length:
        _, who = trip.waiting.pop()
        time = quantity(told[0]) if told else trip.new("t")
        if asked is not None:
            trip.asks.append((time, {}, f"time:{asked.unit}"))
        trip.equations.equal(product_of(trip.speed(who), time), plus(trip.gap, trip.length(who)))
        trip.lines.append("过桥：路程 = 桥长 + 车长" + (f"，用 {shown(told[0])}" if told else ""))
        return
    if len(trip.everyone) == 1 and not trip.river and told and not length and asked is None and asked_length is None:
        _leg(trip, clause, told[0])
        return
    if trip.legs and length and clause.take("all-in-all") is not None and not told:
        trip.equations.equal(trip.moved(trip.everyone[0]), quantity(length[0]))
        trip.lines.append(f"一共 {shown(length[0])}")
        return
    if trip.met and clause.has("arrive"):
        clause.mentions += [Mention("name", each, each) for each in names]
        after_meeting(trip, clause, names, told[0] if told else None, asked)
        return
    if (
        clause.has("first", "start", "after")
        and told
        and len(names) in (1, 2)
        and not length
        and not asked_length
        and not clause.has("apart", "all", "arrive")
    ):
        _head_start(trip, clause, names, told[0])
        return
    apart = clause.take("apart") is not None or clause.has("whole")
    if trip.river and length and not told and asked is None and clause.take("down", "up") is not None and not trip.apart_told:
        clause.take_all("arrive", "name")
        trip.equations.equal(symbol(WAY), quantity(length[0]))
        trip.apart_told = True
        trip.lines.append(f"全程 {shown(length[0])}")
        return
    if length and not told and asked is None:
        if (trip.gone or trip.met) and not apart:
            stay_out("how far what is")
        if clause.has("first") and names:
            trip.gone[names[0]] = plus(trip.moved(names[0]), quantity(length[0]))
            trip.delayed = True
            trip.lines.append(f"{names[0]}先走 {shown(length[0])}")
            clause.take_all("name")
            return
        if clause.has("arrive") or (clause.has("name") and len(names) < 2) or trip.apart_told:
            stay_out("how far what is")
        trip.equations.equal(symbol(WAY), quantity(length[0]))
        trip.apart_told = True
        trip.way_unit = length[0].unit
        trip.lines.append(f"相距 {shown(length[0])}")
        return
    if asked_length is not None and not told and asked is None:
        if (names and len(names) != len(trip.everyone)) or not apart:
            stay_out("how far what is")
        clause.take_all("name")
        trip.asks.append((symbol(WAY) if not trip.gone or trip.met else apart_now(trip), {}, f"length:{asked_length.unit}"))
        return
    if apart and (length or asked_length) and (told or asked) and len(trip.everyone) == 2:
        _apart_after(trip, clause, told, asked, length, asked_length)
        return
    stay_out(f"what moves: {clause.text}")


def _leg(trip: Trip, clause: Clause, told: Mention) -> None:
    """One that goes for a time at a speed of its own."""
    speed = clause.take("speed")
    some = clause.take("some-speed")
    clause.take_all("name", "speed-word", "then", "after")
    if (speed is None) == (some is None):
        stay_out("how fast for so long")
    who = trip.everyone[0]
    fast = quantity(speed) if speed is not None else trip.speed(who)
    trip.gone[who] = plus(trip.moved(who), product_of(fast, quantity(told)))
    trip.legs += 1
    trip.lines.append(f"{shown(speed) if speed else '以所求的速度'}行 {shown(told)}")


def _head_start(trip: Trip, clause: Clause, names: list[str], told: Mention) -> None:
    """Somebody moves for a time before the other starts."""
    order = [each.kind for each in clause.order if each.kind in ("name", "time")]
    ahead = clause.has("first")
    clause.take_all("name", "start", "first", "after", "then")
    if trip.met or len(trip.everyone) != 2:
        stay_out("who starts first")
    who = names[0]
    if len(names) == 1 and order[0] == "time" and not ahead:
        who = next(each for each in trip.everyone if each != names[0])  # `1 小时后乙出发`
    trip.go(who, quantity(told))
    trip.delayed = True
    trip.lines.append(f"{who}先走 {shown(told)}")


def _apart_after(
    trip: Trip, clause: Clause, told: list[Mention], asked: Mention | None, length: list[Mention], asked_length: Mention | None
) -> None:
    """How far apart both are after a time: one of the two is asked; while they approach, before or after they have met."""
    if trip.met:
        stay_out("after they met")
    gone, together = dict(trip.gone), trip.together
    time = quantity(told[0]) if told else trip.new("t")
    trip.all_go(time)
    apart = apart_now(trip)
    if asked_length is not None:
        value = trip.value(apart) if trip.way == "away" else None
        if value is None:
            try:
                trip.value(apart)
            except StayOut:
                apart = scaled(apart, -1)
        trip.asks.append((apart, {}, f"length:{asked_length.unit}"))
    elif trip.way == "away":
        trip.equations.equal(apart, quantity(length[0]))
        trip.asks += [(time, {}, f"time:{asked.unit}")] if asked else []
        trip.lines.append(f"这时相距 {shown(length[0])}")
    elif asked is not None and trip.way == "towards" and not trip.round:
        trip.twice.append((time, apart, quantity(length[0]), f"time:{asked.unit}", len(trip.asks)))
        trip.asks.append(({}, {}, "twice"))
    else:
        stay_out("before or after they meet")
    trip.gone, trip.together = gone, together
    clause.take_all("name")
