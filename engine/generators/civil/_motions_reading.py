"""Travel read clause by clause: two that move towards, after or away from each other, on a way, on a round track, on a river, over a bridge.

Everybody has a speed, and has gone so far since the start; what is told of when and where they meet are equations between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._mentions import Clause, Mention
from engine.generators.civil._motions_words import LEXICON
from engine.generators.civil._reduced import named_of_any_sort
from engine.generators.civil._relations import Answer, recognition
from engine.generators.civil._travel_words import LENGTHS, SORTS, TIMES, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_WAY, _LAP, _WATER = "全程", "一圈", "水速"
_LEFT_OVER = ("all-in-all", "upper", "lower", "same-time", "start", "after", "then", "each", "all", "name", "speed-word", "place", "if", "whole", "cross", "apart", "first")


@dataclass(slots=True)
class _Trip:
    """Those who move, how far each has gone, and what is asked."""

    everyone: list[str]
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    gone: dict[str, Term] = field(default_factory=dict)
    way: str = ""  # towards, along or away
    gap: Term = field(default_factory=dict)  # along: how far the one in front is ahead at the start
    round: bool = False
    apart_told: bool = False
    together: Term = field(default_factory=dict)  # how long all of them have moved
    met: bool = False
    speeds: set[str] = field(default_factory=set)
    lengths: set[str] = field(default_factory=set)
    fresh: int = 0
    river: bool = False
    subject: str = ""
    delayed: bool = False
    faster: str = ""
    downstream: str = ""
    last_time: Term | None = None
    waiting: list[tuple[str, str]] = field(default_factory=list)
    twice: list[tuple[Term, Term, Term, str, int]] = field(default_factory=list)
    times_met: int = 0
    race: Term | None = None
    legs: int = 0

    def new(self, sign: str) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def speed(self, who: str) -> Term:
        """How fast somebody is."""
        return symbol(f"{who}的速度")

    def length(self, who: str) -> Term:
        """How long a train is."""
        self.lengths.add(who)
        return symbol(f"{who}的车长")

    def moved(self, who: str) -> Term:
        """How far somebody has gone since the start."""
        return self.gone.get(who, {})

    def go(self, who: str, time: Term) -> None:
        """Somebody moves for a time."""
        self.gone[who] = plus(self.moved(who), product_of(self.speed(who), time))

    def all_go(self, time: Term) -> None:
        """Both move for a time."""
        for who in self.everyone:
            self.go(who, time)
        self.together = plus(self.together, time)

    def value(self, asked: Term, below: Term | None = None) -> Fraction:
        """What follows, with whatever scale is left open."""
        scales = [_WAY, _LAP, *(f"{each}的速度" for each in self.everyone)]
        return self.equations.value(asked, scales, below)


def _quantity(mention: Mention) -> Term:
    if mention.kind == "speed":
        length, time = mention.unit.split("/")
        return constant(Fraction(mention.value) * LENGTHS[length] / TIMES[time])
    if mention.kind == "time" and not mention.unit:
        parts = patterns.findall(r"(\d+(?:\.\d+)?(?:/\d+)?)(小时|分钟|分|秒)", mention.value)
        return constant(sum((Fraction(number) * TIMES[unit] for number, unit in parts), Fraction(0)))
    return constant(Fraction(mention.value) * (TIMES if mention.kind == "time" else LENGTHS)[mention.unit])


def _shown(mention: Mention) -> str:
    return f"{mention.value} {mention.unit}".strip()


def read_motions(text: str) -> Recognition | None:
    """Who moves how, when and where they meet, and what is asked.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = named_of_any_sort(_one_wording(VOCABULARY.plain(text)), SORTS)
    river = patterns.search("顺水|逆水|顺流|逆流|水流|水速|静水|漂|上下游", plain) is not None
    if found := patterns.search(("" if river else "返|") + "来回|往回|掉头|折|休息|停留|停车|故障|加速|减速|提速|改|平均速度|迟到|步行.*骑车|每隔|电梯|扶梯|狗|鸽", plain):
        stay_out(found[0])
    everyone = [each for each in "甲乙丙" if patterns.search(rf"{each}(?!地|、乙[两2]地|城|站|、乙两)", plain)]
    two = patterns.search("[两2二](?:列|辆|艘|个?人|位|名|车|船)", plain) is not None
    trip = _Trip(everyone or (["甲", "乙"] if two else ["甲"]))
    trip.river = river
    unit = _asked_unit(plain)
    clauses = _joined(LEXICON.clauses(plain))
    if river:
        _downstream(trip, clauses)
    for clause in clauses:
        _take(trip, clause)
    if not trip.asks or trip.waiting:
        stay_out("nothing asked")
    answers: list[Answer] = []
    for place, (above, below, asked) in enumerate(trip.asks):
        if asked == "twice":
            answers.append((place, _both_times(trip, unit), ""))
            continue
        value = trip.value(above, below or None)
        answers.append((place, *_measured(value, asked, unit)))
    return recognition(trip.lines, answers, called)


def _both_times(trip: _Trip, units: dict[str, str]) -> str:
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


def _asked_unit(plain: str) -> dict[str, str]:
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
    if not unit:
        stay_out("in which unit")
    if kind == "speed":
        length, time = unit.split("/")
        return value * TIMES[time] / LENGTHS[length], unit
    return value / (TIMES if kind == "time" else LENGTHS)[unit], unit


def _one_wording(plain: str) -> str:
    """Those who are only counted named, and ratios and rows of numbers in one form."""
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r"\((?:从)?车头[^()]*车尾[^()]*\)|\((?:从)?入[^()]*离开[^()]*\)", "", plain)
    plain = plain.replace("百米", "100米")
    if not patterns.search("[甲乙](?!地|城|站|港|码头|镇|村|、乙[两2]?(?:地|城|站|港|码头))", plain):
        plain = patterns.sub("[甲乙](?=地|城|站|港|码头|镇|村|、乙)|(?<=A、)乙", lambda place: {"甲": "A", "乙": "B"}[place[0]], plain)
    plain = patterns.sub(r"(?<![A-Za-z])A(?:和|与)B(?:[两2]个?)?(?=码头|港|地|城|站|村)", "A、B", plain)
    plain = patterns.sub(r"(?<![A-Za-z])A[,、]\s*B(?![A-Za-z])", "A、B", plain)
    if patterns.search(r"(?<![A-Za-z])A、B[两2](?:车|船|人|列)|(?<![A-Za-z])A(?:车|船|列)", plain) and not patterns.search("[甲乙](?:车|船|人|列|每|以)", plain):
        plain = patterns.sub("[甲乙](?=、乙|[两2]?地|城|站|村)|(?<=甲、)乙", lambda place: {"甲": "Α", "乙": "Β"}[place[0]], plain)
        plain = patterns.sub(r"(?<![A-Za-z])[AB](?![A-Za-z]|地|城|站)", lambda who: {"A": "甲", "B": "乙"}[who[0]], plain)
        plain = plain.replace("Α", "A").replace("Β", "B")
    if not patterns.search("[甲乙]", plain) and "另一" in plain:
        plain = patterns.sub(r"另(?:外)?一(?:列|辆|艘|个|名|位)?(?:火车|列车|客车|货车|汽车|轮船|船|车|人)?", "乙", plain)
        plain = patterns.sub(
            r"(?:其中)?(?<![\d同每])一(?:列|辆|艘|个|名|位)(?:火车|列车|客车|货车|汽车|轮船|船|车|人)?(?=[以每速\d的从长向])", "甲", plain
        )
    plain = patterns.sub(
        rf"(\d+(?:\.\d+)?)(?=(?:[、和,与]\d+(?:\.\d+)?)*[、和,与]\d+(?:\.\d+)?((?:千米|米)/(?:小时|分钟|秒)))", r"\1\2", plain
    )
    return patterns.sub(r"[甲A](?:、|和|与)[乙B][两2二]?(?:地|城|站|村|镇|港|码头)(?:之间)?(?:的)?(?=相距|距离|路程|长|全长|公路|铁路)", "全程", plain)


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


def _race(trip: _Trip, clause: Clause) -> bool:
    """Somebody is at the end, and the others so far from it; False where nothing is said of that."""
    names = _names(clause)
    arrives = clause.has("arrive") and patterns.search("终点", clause.text) is not None and patterns.search("时$|时,?$", clause.text) is not None
    if arrives and len(names) == 1 and not clause.has("time", "ask-time", "length", "ask-length"):
        trip.race = trip.new("t")
        trip.equations.equal(product_of(trip.speed(names[0]), trip.race), symbol(_WAY))
        trip.lines.append(f"{names[0]}到终点时")
        return True
    if clause.has("end") and trip.race is not None and len(names) == 1:
        if clause.has("ask"):
            clause.mentions = [Mention("ask-length", each.text) if each.kind == "ask" else each for each in clause.mentions]
        told, asked = clause.take("length"), clause.take("ask-length")
        left = less(symbol(_WAY), product_of(trip.speed(names[0]), trip.race))
        if (told is None) == (asked is None) or clause.has("time", "ask-time"):
            stay_out("how far from the end")
        if told is not None:
            trip.equations.equal(left, _quantity(told))
            trip.lines.append(f"{names[0]}还差 {_shown(told)}")
        elif asked is not None:
            trip.asks.append((left, {}, f"length:{asked.unit}"))
        return True
    if len(trip.everyone) > 2 and not clause.has("time", "speed", "ask-length", "meet", "catch"):
        if (told := clause.take("length")) is not None:
            trip.equations.equal(symbol(_WAY), _quantity(told))
            trip.lines.append(f"全程 {_shown(told)}")
        return True
    return False


def _names(clause: Clause) -> list[str]:
    return list(dict.fromkeys(each.value for each in clause.all("name")))


def _take(trip: _Trip, clause: Clause) -> None:
    if "?" in clause.ends and not any(each.kind.startswith("ask") or each.kind == "length-asked" for each in clause.mentions):
        stay_out(f"also asks: {clause.text}")
    if clause.has("ask") and clause.has("speed-word") and clause.has("train-length") and len(trip.everyone) == 1:
        trip.asks += [(trip.speed(trip.everyone[0]), {}, "speed:"), (trip.length(trip.everyone[0]), {}, "length:")]
        return
    if clause.has("ask") and clause.has("speed-word") and not clause.has("still-water", "water"):
        clause.mentions = [Mention("ask-speed", each.text) if each.kind == "ask" else each for each in clause.mentions]
    if clause.has("ask-ratio", "ask-laps", "ask") and not (clause.has("end") and trip.race is not None):
        stay_out("what is asked")
    for kind, way in (("opposite", "towards"), ("along", "along"), ("away", "away")):
        if clause.take(kind):
            if trip.way not in ("", way):
                stay_out("two ways")
            trip.way = way
    if clause.take("round"):
        trip.round = True
        if (told := clause.take("length")) is not None:
            trip.equations.equal(symbol(_LAP), _quantity(told))
            trip.lines.append(f"一圈 {_shown(told)}")
            clause.take("apart")
    if clause.take("same-place"):
        trip.apart_told = True
        trip.equations.equal(symbol(_WAY), {}) if not trip.round else None
    if clause.take("river-ends"):
        trip.waiting.clear()
    if _race(trip, clause):
        return
    if len(trip.everyone) > 2:
        stay_out("three that move")
    _speeds(trip, clause)
    if clause.has("bridge"):
        _bridge(trip, clause)
    elif clause.has("parted", "passed-by") and len(trip.everyone) == 2:
        _pass(trip, clause)
    elif clause.has("train-length", "length-asked"):
        _train_length(trip, clause)
    elif clause.has("laps"):
        _laps(trip, clause)
    elif clause.has("meet", "catch"):
        _meet(trip, clause)
    elif trip.met and clause.has("than") and clause.has("length", "ask-length") and not clause.has("time", "ask-time"):
        _where(trip, clause, _names(clause))
    elif clause.has("middle"):
        stay_out("the middle of what")
    elif trip.river and clause.has("time", "ask-time"):
        _on_the_river(trip, clause)
    elif clause.has("time", "ask-time", "length", "ask-length", "ask-speed"):
        _move(trip, clause)
    clause.take_all(*_LEFT_OVER)
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _speeds(trip: _Trip, clause: Clause) -> None:
    """How fast somebody is, told or compared."""
    names = _names(clause)
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
    if clause.has("times", "half", "percent") and clause.has("speed-word", "still-water") and len(names) == 2 and not clause.has("time", "length", "speed"):
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
        trip.equations.equal(symbol(_WATER), _quantity(speeds[0]))
        trip.lines.append(f"水速 {_shown(speeds[0])}")
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
        trip.equations.equal(trip.speed(who), _quantity(told))
        trip.lines.append(f"{who}的速度 {_shown(told)}")
    clause.take_all("speed")
    if len(whom) == 1:
        trip.subject = whom[0]


def _compared(trip: _Trip, clause: Clause, names: list[str]) -> None:
    clause.take("than")
    fast, slow = clause.take("fast"), clause.take("slow")
    told, part = clause.take("speed"), clause.take("percent", "times")
    clause.take_all("speed-word", "name")
    if len(names) != 2 or (fast is None) == (slow is None) or (told is None) == (part is None):
        stay_out("faster than whom")
    sign = 1 if fast else -1
    if told is not None:
        trip.equations.equal(trip.speed(names[0]), plus(trip.speed(names[1]), scaled(_quantity(told), sign)))
        trip.lines.append(f"{names[0]}比{names[1]}{'快' if fast else '慢'} {_shown(told)}")
    elif part is not None:
        share = Fraction(part.value) / (100 if part.kind == "percent" else 1)
        trip.equations.equal(trip.speed(names[0]), scaled(trip.speed(names[1]), 1 + sign * share))
        trip.lines.append(f"{names[0]}比{names[1]}{'快' if fast else '慢'} {part.text}")


def _bridge(trip: _Trip, clause: Clause) -> None:
    """A train over a bridge: its length and the bridge's in so long."""
    order = [each.kind for each in clause.order if each.kind in ("length", "cross", "bridge", "train-length")]
    clause.take_all("bridge", "cross", "train-length", "apart", "whole")
    names = _names(clause)
    lengths, times = clause.take_all("length"), clause.take_all("time")
    asked_time = clause.take("ask-time")
    who = names[0] if len(names) == 1 else trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which train")
    clause.take_all("name")
    if clause.has("ask-length") or len(lengths) > 2 or len(times) > 1:
        stay_out("which bridge")
    if len(lengths) == 2:
        if order[:2] != ["length", "cross"] or order[-2:] != ["length", "bridge"]:
            stay_out("which is how long")
        trip.equations.equal(trip.length(who), _quantity(lengths[0]))
        trip.lines.append(f"车长 {_shown(lengths[0])}")
    if lengths:
        trip.gap = _quantity(lengths[-1])
        trip.lines.append(f"桥长 {_shown(lengths[-1])}")
    if not trip.gap:
        stay_out("which bridge")
    if times:
        time = _quantity(times[0])
    elif asked_time is not None:
        time = trip.new("t")
        trip.asks.append((time, {}, f"time:{asked_time.unit}"))
    else:
        trip.waiting = [("bridge", who)]  # how long it takes is told behind
        return
    trip.waiting = []
    trip.equations.equal(product_of(trip.speed(who), time), plus(trip.gap, trip.length(who)))
    trip.lines.append(f"过桥：路程 = 桥长 + 车长，用 {_shown(times[0]) if times else '？'}")


def _train_length(trip: _Trip, clause: Clause) -> None:
    """How long a train is, told or asked."""
    clause.take_all("train-length", "apart", "length-asked")
    names = _names(clause)
    told, asked = clause.take_all("length"), clause.take("ask-length")
    asked_speed = clause.take("ask-speed")
    clause.take_all("name")
    if clause.has("time", "ask-time"):
        stay_out("how long what is")
    whom = names or (trip.everyone if clause.has("each", "all") or len(trip.everyone) == 1 else [trip.subject] if trip.subject else stay_out("whose length"))
    if asked_speed is not None:
        trip.asks.append((trip.speed(whom[0]), {}, f"speed:{asked_speed.unit}"))
    if asked is not None:
        if len(whom) != 1 or told:
            stay_out("whose length")
        trip.asks.append((trip.length(whom[0]), {}, f"length:{asked.unit}"))
        return
    if len(told) not in (1, len(whom)):
        stay_out("whose length")
    trip.subject = whom[0] if len(whom) == 1 else trip.subject
    for place, who in enumerate(whom):
        trip.equations.equal(trip.length(who), _quantity(told[place if len(told) > 1 else 0]))
        trip.lines.append(f"{who}车长 {_shown(told[place if len(told) > 1 else 0])}")


def _pass(trip: _Trip, clause: Clause) -> None:
    """Two trains pass each other: both lengths at both speeds; seen from the one, only the other's."""
    seen = clause.take("passed-by") is not None
    if any("超过" in each.text or "追上" in each.text for each in clause.all("parted")):
        trip.way = trip.way or "along"
    clause.take_all("parted", "meet", "cross")
    told, asked = clause.take("time"), clause.take("ask-time")
    names = _names(clause)
    clause.take_all("name")
    if trip.way not in ("towards", "along") or clause.has("time", "length", "ask-length"):
        stay_out("which way they pass")
    if told is not None:
        time = _quantity(told)
    elif asked is not None:
        time = trip.new("t")
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    else:
        stay_out("how long they pass")
    one, other = trip.everyone
    if seen:
        if len(names) not in (1, 2):
            stay_out("who sees whom")
        seen_one = names[-1]
        length = trip.length(seen_one)
    else:
        length = plus(trip.length(one), trip.length(other))
    speed = plus(trip.speed(one), trip.speed(other))
    if trip.way == "along":
        fast, slow = (one, other) if trip.value(trip.speed(one), trip.speed(other)) > 1 else (other, one)
        speed = less(trip.speed(fast), trip.speed(slow))
    trip.equations.equal(product_of(speed, time), length)
    trip.lines.append(f"错车：速度{'和' if trip.way == 'towards' else '差'} × 时间 = {'看到的车长' if seen else '车长之和'}")


def _laps(trip: _Trip, clause: Clause) -> None:
    """How long somebody needs for a lap."""
    laps = clause.take("laps")
    told = clause.take("time")
    names = _names(clause)
    clause.take_all("name")
    assert laps is not None
    if told is None or clause.has("meet", "catch", "ask-time", "length"):
        stay_out("laps of whom")
    number = Fraction(1 if laps.value in "一1" else 2 if laps.value == "两" else int(laps.value))
    whom = names or ([trip.subject] if trip.subject else stay_out("laps of whom"))
    for who in whom:
        trip.equations.equal(product_of(trip.speed(who), _quantity(told)), scaled(symbol(_LAP), number))
        trip.lines.append(f"{who}一圈 {_shown(told)}" if number == 1 else f"{who} {number} 圈 {_shown(told)}")
    trip.round = True


def _apart(trip: _Trip) -> Term:
    """How far apart the two are after what they have gone, as nought when they meet."""
    one, other = trip.everyone
    if trip.way == "away":
        return plus(symbol(_WAY), trip.moved(one), trip.moved(other))
    if trip.way == "towards":
        return less(symbol(_LAP if trip.round else _WAY), plus(trip.moved(one), trip.moved(other)))
    stay_out("which way they go")


def _meet(trip: _Trip, clause: Clause) -> None:
    """They meet, or one catches up with the other."""
    catches = clause.take("catch") is not None
    clause.take("meet")
    nth = clause.take("nth")
    names = _names(clause)
    if len(trip.everyone) != 2:
        stay_out("who meets whom")
    told, asked = clause.take("time"), clause.take("ask-time")
    if clause.has("then") and clause.has("arrive"):
        stay_out("what is after they met")
    if clause.has("middle"):
        _off_the_middle(trip, clause, told, asked)
        return
    if trip.met and nth is None:
        _after(trip, clause, names, told, asked)
        return
    if clause.has("apart", "length", "ask-length", "arrive", "ask-speed"):
        if trip.met or told is not None or asked is not None:
            stay_out("when they meet")
        _meets(trip, catches, trip.new("t"), nth, names)
        _where(trip, clause, names)
        return
    time = _quantity(told) if told is not None else trip.new("t")
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    _meets(trip, catches, time, nth, names)
    if told is not None:
        trip.lines.append(f"{_shown(told)}后{'追上' if catches else '相遇'}")
    clause.take_all("name")


def _meets(trip: _Trip, catches: bool, time: Term, nth: Mention | None, names: list[str]) -> None:
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
        trip.equations.equal(gain, scaled(symbol(_LAP), again))
        trip.lines.append(f"同向再次相遇：{chaser}多跑 {again} 圈")
        trip.all_go(time)
        trip.met, trip.times_met, trip.faster = True, times, chaser
        return
    trip.all_go(time)
    trip.met, trip.times_met = True, times
    if trip.way == "along":
        chaser = names[0] if catches and names else trip.faster or (other if trip.delayed else "")
        if chaser not in trip.everyone:
            chaser = one if trip.value(trip.speed(one), trip.speed(other)) > 1 else other
        slower = other if chaser == one else one
        start = {} if trip.delayed and not trip.apart_told and not trip.round else symbol(_WAY)
        trip.faster = chaser
        trip.equations.equal(less(trip.moved(chaser), trip.moved(slower)), start)
        trip.lines.append(f"{chaser}追上{slower}")
        return
    if trip.way == "away":
        if not trip.round:
            stay_out("away from each other")
        trip.way = "towards"
    if trip.round and again > 1:
        trip.equations.equal(plus(trip.moved(one), trip.moved(other)), scaled(symbol(_LAP), again))
    elif trip.round and times > 1:
        stay_out("when they met before")
    else:
        trip.equations.equal(_apart(trip), {})
    trip.lines.append("相遇：合走全程" if not trip.round else f"相遇：合跑 {again} 圈")


def _where(trip: _Trip, clause: Clause, names: list[str]) -> None:
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
        trip.equations.equal(gone, _quantity(told))
        trip.lines.append(f"这时{'、'.join(names)}{'之差' if than else ''} {_shown(told)}")
    elif asked is not None:
        trip.asks.append((gone, {}, f"length:{asked.unit}"))


def _off_the_middle(trip: _Trip, clause: Clause, told: Mention | None, asked: Mention | None) -> None:
    """They meet so far from the middle of the way: the faster went twice as much more."""
    length = clause.take("length")
    clause.take_all("middle", "apart", "name")
    if length is None or asked is not None or trip.met or trip.round:
        stay_out("how far from the middle")
    _meets(trip, False, _quantity(told) if told is not None else trip.new("t"), None, [])
    one, other = trip.everyone
    more = less(trip.moved(one), trip.moved(other))
    faster = trip.value(trip.speed(one), trip.speed(other)) > 1
    trip.equations.equal(more if faster else scaled(more, -1), scaled(_quantity(length), 2))
    trip.lines.append(f"离中点 {_shown(length)}：快的多行 2 × {_shown(length)}")


def _after(trip: _Trip, clause: Clause, names: list[str], told: Mention | None, asked: Mention | None) -> None:
    """After they met somebody goes on to where the other came from; or they are spoken of once more."""
    arrive = clause.take("arrive")
    clause.take_all("name")
    if arrive is None and asked is None and told is None and not clause.has("length", "ask-length"):
        return
    if arrive is None:
        if clause.has("length", "ask-length") and told is None and asked is None:
            clause.mentions += [Mention("name", each, each) for each in names]
            _where(trip, clause, names)
            return
        stay_out("after they met")
    if len(names) != 1 or trip.way != "towards" or trip.round:
        stay_out("who arrives")
    other = next(each for each in trip.everyone if each != names[0])
    time = _quantity(told) if told is not None else trip.new("t")
    trip.equations.equal(product_of(trip.speed(names[0]), time), trip.moved(other))
    trip.lines.append(f"相遇后{names[0]}行完{other}走过的路程" + (f"用 {_shown(told)}" if told else ""))
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))


def _on_the_river(trip: _Trip, clause: Clause) -> None:
    """A boat between two ports, or what drifts from one to the other."""
    told, asked = clause.take_all("time"), clause.take("ask-time")
    names = _names(clause)
    down, up = clause.take("down"), clause.take("up")
    drift = clause.take_all("drift")
    way = _way_of(clause)
    clause.take_all("name", "arrive", "place", "whole")
    lengths = clause.take_all("length")
    if len(told) + (asked is not None) != 1 or len(lengths) > 1:
        stay_out("which trip")
    if lengths:
        trip.equations.equal(symbol(_WAY), _quantity(lengths[0]))
    time = _quantity(told[0]) if told else trip.new("t")
    if asked is not None:
        trip.asks.append((time, {}, f"time:{asked.unit}"))
    if drift:
        if way and trip.downstream and way != trip.downstream:
            stay_out("drifts up")
        trip.equations.equal(product_of(symbol(_WATER), time), symbol(_WAY))
        trip.lines.append("漂流的速度就是水速")
        return
    who = names[0] if len(names) == 1 else trip.subject or (trip.everyone[0] if len(trip.everyone) == 1 else stay_out("which boat"))
    trip.subject = who
    if (down is not None and up is not None) or not (down or up or (way and trip.downstream)):
        stay_out("down or up")
    direction = "down" if down or (not up and way == trip.downstream) else "up"
    speed = plus(trip.speed(who), symbol(_WATER)) if direction == "down" else less(trip.speed(who), symbol(_WATER))
    trip.equations.equal(product_of(speed, time), symbol(_WAY))
    trip.lines.append(f"{who}{'顺水' if direction == 'down' else '逆水'}" + (f" {_shown(told[0])}" if told else ""))


def _downstream(trip: _Trip, clauses: list[Clause]) -> None:
    """Which of the two ways is downstream: said, or the one that takes the same boat less time."""
    times: dict[str, Fraction] = {}
    ways: set[str] = set()
    for clause in clauses:
        if clause.has("river-ends"):
            ways.add("AB")
        way = _way_of(clause)
        ends = [each.kind for each in clause.order if each.kind in ("upper", "lower")]
        if way and ends:
            ways.add(way if ends[0] == "upper" else way[::-1])
        if way and clause.has("down", "up"):
            ways.add(way if clause.has("down") else way[::-1])
        elif way and len(told := clause.all("time")) == 1 and not clause.has("drift") and way not in times:
            times[way] = _quantity(told[0])[()]
    if len(times) == 2 and times["AB"] != times["BA"]:
        ways.add("AB" if times["AB"] < times["BA"] else "BA")
    if len(ways) > 1:
        stay_out("which way is downstream")
    trip.downstream = ways.pop() if ways else ""


def _way_of(clause: Clause) -> str:
    """`AB` or `BA`, as the clause says from where to where."""
    places = "".join(each.value[0] for each in clause.order if each.kind in ("place", "arrive") and each.value[:1] in ("A", "B"))
    return places if places in ("AB", "BA") else ""


def _move(trip: _Trip, clause: Clause) -> None:
    """Somebody starts earlier, or both go for a time; how far apart they are, or what else is asked."""
    names = _names(clause)
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
        time = _quantity(told[0]) if told else trip.new("t")
        if asked is not None:
            trip.asks.append((time, {}, f"time:{asked.unit}"))
        trip.equations.equal(product_of(trip.speed(who), time), plus(trip.gap, trip.length(who)))
        trip.lines.append("过桥：路程 = 桥长 + 车长" + (f"，用 {_shown(told[0])}" if told else ""))
        return
    if len(trip.everyone) == 1 and not trip.river and told and not length and asked is None and asked_length is None:
        _leg(trip, clause, told[0])
        return
    if trip.legs and length and clause.take("all-in-all") is not None and not told:
        trip.equations.equal(trip.moved(trip.everyone[0]), _quantity(length[0]))
        trip.lines.append(f"一共 {_shown(length[0])}")
        return
    if trip.met and clause.has("arrive"):
        clause.mentions += [Mention("name", each, each) for each in names]
        _after(trip, clause, names, told[0] if told else None, asked)
        return
    if clause.has("first", "start", "after") and told and len(names) in (1, 2) and not length and not asked_length and not clause.has("apart", "all", "arrive"):
        _head_start(trip, clause, names, told[0])
        return
    apart = clause.take("apart") is not None or clause.has("whole")
    if length and not told and asked is None:
        if (trip.gone or trip.met) and not apart:
            stay_out("how far what is")
        if clause.has("first") and names:
            trip.gone[names[0]] = plus(trip.moved(names[0]), _quantity(length[0]))
            trip.delayed = True
            trip.lines.append(f"{names[0]}先走 {_shown(length[0])}")
            clause.take_all("name")
            return
        if clause.has("arrive") or (clause.has("name") and len(names) < 2) or trip.apart_told:
            stay_out("how far what is")
        trip.equations.equal(symbol(_WAY), _quantity(length[0]))
        trip.apart_told = True
        trip.lines.append(f"相距 {_shown(length[0])}")
        return
    if asked_length is not None and not told and asked is None:
        if names or not apart:
            stay_out("how far what is")
        trip.asks.append((symbol(_WAY) if not trip.gone or trip.met else _apart(trip), {}, f"length:{asked_length.unit}"))
        return
    if apart and (length or asked_length) and (told or asked) and len(trip.everyone) == 2:
        _apart_after(trip, clause, told, asked, length, asked_length)
        return
    stay_out(f"what moves: {clause.text}")


def _leg(trip: _Trip, clause: Clause, told: Mention) -> None:
    """One that goes for a time at a speed of its own."""
    speed = clause.take("speed")
    some = clause.take("some-speed")
    clause.take_all("name", "speed-word", "then", "after")
    if (speed is None) == (some is None):
        stay_out("how fast for so long")
    who = trip.everyone[0]
    fast = _quantity(speed) if speed is not None else trip.speed(who)
    trip.gone[who] = plus(trip.moved(who), product_of(fast, _quantity(told)))
    trip.legs += 1
    trip.lines.append(f"{_shown(speed) if speed else '以所求的速度'}行 {_shown(told)}")


def _head_start(trip: _Trip, clause: Clause, names: list[str], told: Mention) -> None:
    """Somebody moves for a time before the other starts."""
    order = [each.kind for each in clause.order if each.kind in ("name", "time")]
    ahead = clause.has("first")
    clause.take_all("name", "start", "first", "after", "then")
    if trip.met or len(trip.everyone) != 2:
        stay_out("who starts first")
    who = names[0]
    if len(names) == 1 and order[0] == "time" and not ahead:
        who = next(each for each in trip.everyone if each != names[0])  # `1 小时后乙出发`
    trip.go(who, _quantity(told))
    trip.delayed = True
    trip.lines.append(f"{who}先走 {_shown(told)}")


def _apart_after(
    trip: _Trip, clause: Clause, told: list[Mention], asked: Mention | None, length: list[Mention], asked_length: Mention | None
) -> None:
    """How far apart both are after a time: one of the two is asked; while they approach, before or after they have met."""
    if trip.met:
        stay_out("after they met")
    gone, together = dict(trip.gone), trip.together
    time = _quantity(told[0]) if told else trip.new("t")
    trip.all_go(time)
    apart = _apart(trip)
    if asked_length is not None:
        value = trip.value(apart) if trip.way == "away" else None
        if value is None:
            try:
                trip.value(apart)
            except StayOut:
                apart = scaled(apart, -1)
        trip.asks.append((apart, {}, f"length:{asked_length.unit}"))
    elif trip.way == "away":
        trip.equations.equal(apart, _quantity(length[0]))
        trip.asks += [(time, {}, f"time:{asked.unit}")] if asked else []
        trip.lines.append(f"这时相距 {_shown(length[0])}")
    elif asked is not None and trip.way == "towards" and not trip.round:
        trip.twice.append((time, apart, _quantity(length[0]), f"time:{asked.unit}", len(trip.asks)))
        trip.asks.append(({}, {}, "twice"))
    else:
        stay_out("before or after they meet")
    trip.gone, trip.together = gone, together
    clause.take_all("name")
