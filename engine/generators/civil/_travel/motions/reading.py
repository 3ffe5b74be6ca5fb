"""Travel read clause by clause: two that move towards, after or away from each other, on a way, on a round track, on a river, over a bridge."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._problems.reduced import named_of_any_sort
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.amounts import in_unit
from engine.generators.civil._travel.motions.meetings import meet, tell_where, turn_back
from engine.generators.civil._travel.motions.moves import move, tell_speeds
from engine.generators.civil._travel.motions.rivers import find_downstream, sail
from engine.generators.civil._travel.motions.trains import cross_bridge, pass_each_other, race, run_laps, tell_length
from engine.generators.civil._travel.motions.trip import LAP, WAY, Trip, names_of, quantity, shown
from engine.generators.civil._travel.motions.words import LEXICON
from engine.generators.civil._travel.words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_LEFT_OVER = (
    "all-in-all",
    "upper",
    "lower",
    "same-time",
    "start",
    "after",
    "then",
    "each",
    "all",
    "name",
    "speed-word",
    "place",
    "if",
    "whole",
    "cross",
    "apart",
    "first",
)


def read_motions(text: str) -> Recognition | None:
    """Who moves how, when and where they meet, and what is asked.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = named_of_any_sort(_one_wording(VOCABULARY.plain(text)), SORTS)
    plain = patterns.sub("不立即返回", "", plain)
    river = patterns.search("顺水|逆水|顺流|逆流|水流|水速|静水|漂|上下游", plain) is not None
    if found := patterns.search(
        "来回|往回|休息|停留|停车|故障|加速|减速|提速|改|平均速度|迟到|步行.*骑车|每隔|电梯|扶梯|狗|鸽",
        plain,
    ):
        stay_out(found[0])
    everyone = [each for each in "甲乙丙" if patterns.search(rf"{each}(?!地|、乙[两2]地|城|站|、乙两)", plain)]
    faster = patterns.search(r",?\(?([甲乙])(?:车)?比[甲乙](?:车)?快\)?(?=[,;。?]|$)", plain)
    if faster is not None:
        plain = plain.replace(faster[0], "")
    two = patterns.search("[两2二](?:列|辆|艘|个?人|位|名|车|船)", plain) is not None
    trip = Trip(everyone or (["甲", "乙"] if two else ["甲"]))
    trip.river = river
    trip.faster = faster[1] if faster is not None else ""
    unit = units_told(plain)
    clauses = _joined(LEXICON.clauses(plain))
    if river:
        find_downstream(trip, clauses)
    for clause in clauses:
        _take(trip, clause)
    if trip.first_untold and not trip.delayed:
        stay_out("how much earlier")
    if not trip.asks or trip.waiting:
        stay_out("nothing asked")
    if trip.way_unit and trip.speed_units - {trip.way_unit}:
        stay_out("units")
    answers: list[Answer] = []
    for place, (above, below, asked) in enumerate(trip.asks):
        if asked == "twice":
            answers.append((place, _both_times(trip, unit), ""))
            continue
        try:
            value = trip.value(above, below or None)
        except StayOut:
            if not (trip.round and trip.delayed and above == symbol(WAY)):
                raise
            value = trip.value(scaled(above, -1))  # ahead of the other on the round track, not behind
        answers.append((place, *_measured(value, asked, unit)))
    return recognition(trip.lines, answers, called, working=trip.equations.in_words())


def _both_times(trip: Trip, units: dict[str, str]) -> str:
    """When they are so far apart: before they meet, and after."""
    time, apart, length, asked, _ = trip.twice.pop(0)
    found = []
    for sign in (1, -1):
        told = list(trip.equations.told)
        trip.equations.equal(scaled(apart, sign), length)
        try:
            found.append(_measured(trip.value(time), asked, units))
        except StayOut:
            if sign == 1:
                stay_out("farther apart than at first")
        trip.equations.told = told
    return " 或 ".join(f"{decimal(value, 4)} {unit}" for value, unit in found)


def units_told(plain: str) -> dict[str, str]:
    """The units that what is asked without one is told in: those that the problem uses."""
    lengths = patterns.findall(r"\d(千米|米)(?!/)", plain) or patterns.findall(r"\d(千米|米)/", plain)
    times = patterns.findall(r"\d(小时|分钟|秒|天)", plain) or patterns.findall(r"/(小时|分钟|秒)", plain)
    speeds = patterns.findall(r"\d((?:千米|米)/(?:小时|分钟|秒))", plain)
    if not speeds and len(set(lengths)) == len(set(times)) == 1 and times[0] != "天":
        speeds = [f"{lengths[0]}/{times[0]}"]
    found = {"length": set(lengths), "time": set(times), "speed": set(speeds)}
    return {what: next(iter(units)) for what, units in found.items() if len(units) == 1}


def _measured(value: Fraction, asked: str, units: dict[str, str]) -> tuple[Fraction, str]:
    kind, _, unit = asked.partition(":")
    unit = unit or units.get(kind, "")
    if kind in ("times", "laps"):
        return value, {"times": "倍", "laps": "圈"}[kind]
    return in_unit(value, kind, unit)


_BOAT = "(?:气垫|机械|机帆|帆|机动|快|慢|货|客|游|木|汽|轮|拖|摩托|橡皮)(?:船|艇)"


def _one_wording(plain: str) -> str:
    """Those who are only counted named, and ratios and rows of numbers in one form."""
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r"\((?:从)?车头[^()]*车尾[^()]*\)|\((?:从)?入[^()]*离开[^()]*\)", "", plain)
    plain = plain.replace("百米", "100米")
    if patterns.search("环形|周长|跑道", plain) and "相距" not in plain:
        plain = patterns.sub(
            r"(?:两人)?第一次(?:和|与|、)第二次相遇(?:的?时间)?(?:间隔|相隔)(?:了|为)?(?=\d)", "同时同地出发,两人相遇用了", plain
        )
    if not patterns.search("[甲乙](?!地|城|站|港|码头|镇|村|、乙[两2]?(?:地|城|站|港|码头))", plain):
        plain = patterns.sub("[甲乙](?=地|城|站|港|码头|镇|村|、乙)|(?<=A、)乙", lambda place: {"甲": "A", "乙": "B"}[place[0]], plain)
    plain = patterns.sub(r"(?<![A-Za-z])A(?:和|与)B(?:[两2]个?)?(?=码头|港|地|城|站|村)", "A、B", plain)
    plain = patterns.sub(r"(?<![A-Za-z])A[,、]\s*B(?![A-Za-z])", "A、B", plain)
    if patterns.search(r"(?<![A-Za-z])A、B[两2](?:车|船|人|列)|(?<![A-Za-z])A(?:车|船|列)", plain) and not patterns.search(
        "[甲乙](?:车|船|人|列|每|以)", plain
    ):
        plain = patterns.sub("[甲乙](?=、乙|[两2]?地|城|站|村)|(?<=甲、)乙", lambda place: {"甲": "Α", "乙": "Β"}[place[0]], plain)
        plain = patterns.sub(r"(?<![A-Za-z])[AB](?![A-Za-z]|地|城|站)", lambda who: {"A": "甲", "B": "乙"}[who[0]], plain)
        plain = plain.replace("Α", "A").replace("Β", "B")
    boats = list(dict.fromkeys(patterns.findall(_BOAT, plain)))
    if not patterns.search("[甲乙]", plain) and len(boats) == 2:
        plain = patterns.sub(rf"(?:[一1这该那]艘)?({_BOAT})", lambda boat: "甲乙"[boats.index(boat[1])], plain)
    if not patterns.search("[甲乙]", plain) and "另一" in plain:
        plain = patterns.sub(r"另(?:外)?一(?:列|辆|艘|个|名|位)?(?:火车|列车|动车|高铁|地铁|客车|货车|汽车|轮船|船|车|人)?", "乙", plain)
        plain = patterns.sub(
            r"(?:其中)?(?<![\d同每])一(?:列|辆|艘|个|名|位)(?:火车|列车|动车|高铁|地铁|客车|货车|汽车|轮船|船|车|人)?(?=[以每速\d的从长向])",
            "甲",
            plain,
        )
    plain = patterns.sub(
        r"(\d+(?:\.\d+)?)(?=(?:[、和,与]\d+(?:\.\d+)?)*[、和,与]\d+(?:\.\d+)?((?:千米|米)/(?:小时|分钟|秒)))", r"\1\2", plain
    )
    return patterns.sub(
        r"[甲A](?:、|和|与)[乙B][两2二]?(?:地|城|站|村|镇|港|码头)(?:之间)?(?:的)?(?=相距|距离|路程|长|全长|公路|铁路)", "全程", plain
    )


def _joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses; one that only says who belongs to the next."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for clause in clauses:
        if not clause:
            continue
        clause.mentions = pending + clause.mentions
        pending = []
        if all(each.kind in ("up", "down", "name") for each in clause.mentions) and clause.has("up", "down"):
            pending = clause.mentions  # `逆流而行，从 A 到 B 用 6 天`
            continue
        if clause.has("drift") and not clause.has("time", "ask-time", "speed"):
            continue  # where it is put
        if all(each.kind in ("name", "if", "each", "place") for each in clause.mentions) and clause.ends[:1] in (",", ""):
            pending = [each for each in clause.mentions if each.kind != "place"]
            continue
        kinds = {each.kind for each in clause.mentions}
        if kinds <= {"time", "ask-time", "all-in-all", "each", "then", "after"} and kinds & {"time", "ask-time"}:
            before = found[-1] if found else None
            if before is not None and before.has("parted", "passed-by", "bridge", "laps") and not before.has("time", "ask-time"):
                before.mentions += clause.mentions  # `从相遇到相离，用多少秒`
                before.ends = clause.ends
                before.order = list(before.mentions)
                continue
            if "then" in kinds and clause.ends[:1] == ",":
                pending = clause.mentions  # `又过了 8 分钟，第二次追上`
                continue
        clause.order = list(clause.mentions)
        found.append(clause)
    return found


def _take(trip: Trip, clause: Clause) -> None:
    if "?" in clause.ends and not any(each.kind.startswith("ask") or each.kind == "length-asked" for each in clause.mentions):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask") and clause.has("speed-word") and clause.has("train-length") and len(trip.everyone) == 1:
        trip.asks += [(trip.speed(trip.everyone[0]), {}, "speed:"), (trip.length(trip.everyone[0]), {}, "length:")]
        return
    if clause.has("ask") and clause.has("speed-word") and not clause.has("still-water", "water"):
        clause.mentions = [Mention("ask-speed", each.text) if each.kind == "ask" else each for each in clause.mentions]
    if clause.has("ask") and clause.has("up", "down") and not clause.has("water", "length") and patterns.search("[需用花]", clause.text):
        clause.mentions = [Mention("ask-time", each.text) if each.kind == "ask" else each for each in clause.mentions]
    if clause.has("ask-ratio", "ask-laps", "ask") and not (clause.has("end") and trip.race is not None):
        stay_out("what is asked")
    if clause.has("if") and clause.has("opposite", "along", "away") and not trip.gone:
        trip.way = ""
    for kind, way in (("opposite", "towards"), ("along", "along"), ("away", "away")):
        if clause.take(kind):
            if trip.way not in ("", way):
                stay_out("two ways")
            trip.way = way
    if clause.take("round"):
        trip.round = True
        if (told := clause.take("length")) is not None:
            trip.equations.equal(symbol(LAP), quantity(told))
            trip.lines.append(f"一圈 {shown(told)}")
            clause.take("apart")
    if clause.take("same-place"):
        trip.apart_told = True
        trip.equations.equal(symbol(WAY), {}) if not trip.round else None
    if clause.take("river-ends"):
        trip.waiting.clear()
    if race(trip, clause):
        return
    if len(trip.everyone) > 2:
        stay_out("three that move")
    tell_speeds(trip, clause)
    if clause.has("bridge"):
        cross_bridge(trip, clause)
    elif clause.has("parted", "passed-by") and len(trip.everyone) == 2:
        pass_each_other(trip, clause)
    elif clause.has("train-length", "length-asked"):
        tell_length(trip, clause)
    elif clause.has("laps"):
        run_laps(trip, clause)
    elif clause.has("turns"):
        turn_back(trip, clause)
    elif clause.has("meet", "catch"):
        meet(trip, clause)
    elif trip.met and clause.has("than") and clause.has("length", "ask-length") and not clause.has("time", "ask-time"):
        tell_where(trip, clause, names_of(clause))
    elif clause.has("middle"):
        stay_out("the middle of what")
    elif trip.river and clause.has("time", "ask-time", "flows-otherwise"):
        sail(trip, clause)
    elif clause.has("time", "ask-time", "length", "ask-length", "ask-speed"):
        move(trip, clause)
    trip.first_untold = trip.first_untold or (clause.has("first") and clause.has("start"))
    clause.take_all(*_LEFT_OVER)
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")
