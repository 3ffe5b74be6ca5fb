"""When and where two meet, or one catches up with the other."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._travel.motions.trip import LAP, WAY, Trip, apart_now, names_of, quantity, shown
from engine.generators.reading import stay_out


def meet(trip: Trip, clause: Clause) -> None:
    """They meet, or one catches up with the other."""
    catches = clause.take("catch") is not None
    met = clause.take("meet")
    nth = clause.take("nth")
    names = names_of(clause)
    if len(trip.everyone) != 2:
        stay_out("who meets whom")
    told, asked = clause.take("time"), clause.take("ask-time")
    if clause.has("then") and clause.has("arrive"):
        stay_out("what is after they met")
    if clause.has("middle"):
        _off_the_middle(trip, clause, told, asked)
        return
    if trip.turned is not None:
        _meet_on_the_way_back(trip, clause, told, asked)
        return
    if trip.met and nth is None and clause.has("start") and asked is not None and told is None:
        if trip.delayed or trip.met_after is None or len(names) > 1:
            stay_out("since when")
        trip.asks.append((trip.met_after, {}, f"time:{asked.unit}"))  # `乙从 B 地出发到相遇用了多少分钟`
        clause.take_all("name", "place", "arrive")
        return
    if trip.met and nth is None:
        clause.mentions += [met] if met else []
        after_meeting(trip, clause, names, told, asked)
        return
    if clause.has("apart", "length", "ask-length", "arrive", "ask-speed"):
        if trip.met or told is not None or asked is not None:
            stay_out("when they meet")
        _meets(trip, catches, trip.new("t"), nth, names)
        tell_where(trip, clause, names)
        return
    time = quantity(told) if told is not None else trip.new("t")
    if trip.delayed and not catches and (told or asked) and len(names) != 1 and not clause.has("then"):
        stay_out("after whose start")
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    _meets(trip, catches, time, nth, names)
    if told is not None:
        trip.lines.append(f"{shown(told)}后{'追上' if catches else '相遇'}")
    clause.take_all("name")


def turn_back(trip: Trip, clause: Clause) -> None:
    """Somebody has reached the end and turns back."""
    clause.take("turns")
    clause.take_all("arrive", "place", "start")
    names = names_of(clause)
    clause.take_all("name", "then")
    if len(names) != 1 or len(trip.everyone) != 2 or trip.met or trip.delayed or trip.way not in ("", "along") or clause.has("time"):
        stay_out("who turns back")
    trip.turned = (names[0], trip.new("t"))


def _meet_on_the_way_back(trip: Trip, clause: Clause, told: Mention | None, asked: Mention | None) -> None:
    """The one that has turned back meets the other, who is still on the way: together they have gone it twice."""
    assert trip.turned is not None
    who, back = trip.turned
    length, asked_length = clause.take("length"), clause.take("ask-length")
    clause.take_all("name", "then", "place", "arrive", "apart")
    other = next(each for each in trip.everyone if each != who)
    all_the_time = trip.new("t")
    since = all_the_time if clause.take("start") is not None or patterns.search("从?出发", clause.text) else back
    if told is not None:
        trip.equations.equal(since, quantity(told))
    elif asked is not None:
        trip.asks.append((since, {}, f"time:{asked.unit}"))
    trip.all_go(all_the_time)
    trip.equations.equal(trip.moved(who), plus(symbol(WAY), product_of(trip.speed(who), back)))
    trip.equations.equal(plus(trip.moved(who), trip.moved(other)), scaled(symbol(WAY), 2))
    trip.lines.append(f"{who}到终点返回，与{other}相遇：合走两个全程" + (f"，返回后 {shown(told)}" if told else ""))
    if length is not None:
        trip.equations.equal(less(symbol(WAY), trip.moved(other)), quantity(length))
    elif asked_length is not None:
        stay_out("where they meet")
    trip.met, trip.turned = True, None


def _meets(trip: Trip, catches: bool, time: Term, nth: Mention | None, names: list[str]) -> None:
    times = ("零一二三四".find(nth.value) if not nth.value.isdigit() else int(nth.value)) if nth else 1
    again = times - trip.times_met
    if again < 1 or (again > 1 and (trip.delayed or not trip.round)) or (times > 1 and not trip.round):
        stay_out("not for the first time")
    if not trip.way:
        trip.way = "along" if catches else "towards" if not trip.round else stay_out("which way they go")
    if catches and trip.way != "along":
        stay_out("which way they go")
    one, other = trip.everyone
    if trip.way == "along" and trip.round and (trip.times_met or not trip.delayed):
        chaser = trip.faster or (names[0] if catches and names else "")
        if not chaser:
            chaser = one if trip.value(trip.speed(one), trip.speed(other)) > 1 else other
        slower = other if chaser == one else one
        gain = product_of(less(trip.speed(chaser), trip.speed(slower)), time)
        trip.equations.equal(gain, scaled(symbol(LAP), again))
        trip.lines.append(f"同向再次相遇：{chaser}多跑 {again} 圈")
        trip.all_go(time)
        trip.met, trip.times_met, trip.faster = True, times, chaser
        return
    trip.all_go(time)
    trip.met, trip.times_met = True, times
    trip.met_after = time if times == 1 else None
    if trip.way == "along":
        chaser = names[0] if catches and names else trip.faster or (other if trip.delayed else "")
        if chaser not in trip.everyone:
            chaser = one if trip.value(trip.speed(one), trip.speed(other)) > 1 else other
        slower = other if chaser == one else one
        start = {} if trip.delayed and not trip.apart_told and not trip.round else symbol(WAY)
        trip.faster = chaser
        trip.equations.equal(less(trip.moved(chaser), trip.moved(slower)), start)
        trip.lines.append(f"{chaser}追上{slower}")
        return
    if trip.way == "away":
        if not trip.round:
            stay_out("away from each other")
        trip.way = "towards"
    if trip.round and again > 1:
        trip.equations.equal(plus(trip.moved(one), trip.moved(other)), scaled(symbol(LAP), again))
    elif trip.round and times > 1:
        stay_out("when they met before")
    else:
        trip.equations.equal(apart_now(trip), {})
    trip.lines.append("相遇：合走全程" if not trip.round else f"相遇：合跑 {again} 圈")


def tell_where(trip: Trip, clause: Clause, names: list[str]) -> None:
    """How far somebody has gone when they meet, or more than the other: told or asked."""
    than = clause.take("than")
    fast, slow = clause.take("fast"), clause.take("slow")
    told, asked = clause.take("length"), clause.take("ask-length")
    clause.take_all("name")
    if clause.has("apart", "place", "arrive"):
        stay_out("where they meet")
    if than is not None:
        if len(names) != 2 or (fast is None) == (slow is None):
            stay_out("farther than whom")
        gone = less(trip.moved(names[0]), trip.moved(names[1]))
        gone = gone if fast else scaled(gone, -1)
    elif len(names) == 1:
        gone = trip.moved(names[0])
    else:
        stay_out("who went so far")
    if told is not None:
        trip.equations.equal(gone, quantity(told))
        trip.lines.append(f"这时{'、'.join(names)}{'之差' if than else ''} {shown(told)}")
    elif asked is not None:
        trip.asks.append((gone, {}, f"length:{asked.unit}"))


def _off_the_middle(trip: Trip, clause: Clause, told: Mention | None, asked: Mention | None) -> None:
    """They meet so far from the middle of the way: the faster went twice as much more."""
    length = clause.take("length")
    clause.take_all("middle", "apart", "name")
    if length is None or asked is not None or trip.met or trip.round:
        stay_out("how far from the middle")
    _meets(trip, False, quantity(told) if told is not None else trip.new("t"), None, [])
    one, other = trip.everyone
    more = less(trip.moved(one), trip.moved(other))
    faster = trip.faster == one if trip.faster else trip.value(trip.speed(one), trip.speed(other)) > 1
    trip.equations.equal(more if faster else scaled(more, -1), scaled(quantity(length), 2))
    trip.lines.append(f"离中点 {shown(length)}：快的多行 2 × {shown(length)}")


def after_meeting(trip: Trip, clause: Clause, names: list[str], told: Mention | None, asked: Mention | None) -> None:
    """After they met somebody goes on to where the other came from; or they are spoken of once more."""
    if asked is not None and clause.has("meet") and clause.has("start"):
        trip.asks.append((trip.together, {}, f"time:{asked.unit}"))  # `从出发到相遇用了多少`
        clause.take_all("name", "meet", "start", "arrive", "place")
        return
    arrive = clause.take("arrive")
    clause.take_all("name")
    if arrive is None and asked is None and told is None and not clause.has("length", "ask-length"):
        return
    if arrive is None:
        if clause.has("length", "ask-length") and told is None and asked is None:
            clause.mentions += [Mention("name", each, each) for each in names]
            tell_where(trip, clause, names)
            return
        stay_out("after they met")
    if len(names) != 1 or trip.way != "towards" or trip.round:
        stay_out("who arrives")
    other = next(each for each in trip.everyone if each != names[0])
    time = quantity(told) if told is not None else trip.new("t")
    trip.equations.equal(product_of(trip.speed(names[0]), time), trip.moved(other))
    trip.lines.append(f"相遇后{names[0]}行完{other}走过的路程" + (f"用 {shown(told)}" if told else ""))
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
