"""Several trips with and against a stream or the wind: what they take tells both speeds, or only how many times as fast one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, Relations, number, recognition, times, total, unknown
from engine.generators.civil._travel.journey import Units
from engine.generators.civil._travel.words import MEASURES
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_GOES = r"(?:航行|行驶|飞行|划行|行进|行走|而下|而上|行|跑|走|骑|飞|划|游)*(?:了)?(?:时|的)?"
_VOCABULARY = Vocabulary(
    words=(
        *MEASURES,
        (r"(?:结果)?(?:[两2](?:次|天|趟|回))?(?:所)?(?:用|花|需)?(?:去|了|的)*(?:时间|用时)(?:都|也|恰好|正好|刚好)?(?:相等|相同|一样(?:多|长)?)|(?:用|花)了?(?:同样|相同)(?:多|长)?的?时间", "等"),
        (rf"顺(?:水|流|风){_GOES}", "顺"),
        (rf"逆(?:水|流|风){_GOES}", "逆"),
        (r"(?:在)?静水(?:中|里)?(?:的)?|(?:在)?(?:没有风|无风|没风)(?:的)?(?:时候|情况下?|时)?(?:的)?", "静"),
        (r"(?:水流|水|风)(?:的)?(?:流)?速度?|流速|水流", "水"),
        (r"第[一1](?:次|天|趟|回)|首次", "首"),
        (r"第[二2](?:次|天|趟|回)|另一次|后来", "次"),
        (r"[一1](?:天|次)(?=[^,;。]{0,6}顺|[^,;。]{0,6}逆)|[一1](?:艘|条|只|架|位|名|个)", ""),
        (r"之比|的比值?(?=[为是多]|$)|∶", "∶"),
        (r"倍", "倍"),
        (r"、|和|与|及|跟", "、"),
        (r"(?:船|他|她|其|飞机)?(?:本身|自身)?(?:的)?(?:速度|航速|时速|船速|飞行速度)(?:各|分别)?(?:为|是)?", "速"),
        (r"用(?:了|时)?|需要?|要|花(?:费)?了?|共|一共|经过|耗时", "用"),
        (r"多少|几", "?"),
        (r"[一1]?(?:艘|条|只|架|位|名|个)?(?:少年|某)?(?:轮|客|货|游|渔|汽|小|木|帆|快)?(?:船|艇|舟|轮)(?!速)|飞机|短跑选手|选手|运动员|少年|航行|行驶|飞行|又|再|然后|接着|同一(?:条)?(?:河道?|航道|江)|(?:在)?(?:同样|相同)的?风速下|河道?|江|沿|在|中|则|那么|如果|若|从|其|这|每|时候|时|跑|走|行|骑|飞|游", ""),
    ),
    changes=(
        (r"\s+", ""),
        (r"[两2](?:次|天|趟|回)(?:航行|行驶)?(?:所)?(?:用|花)?的?(?=时间|用时)", ""),
        (r"(?:假设|设|若|已知)?[^,;。?]{0,6}(?:(?:船|飞机)?(?:本身|自身)?(?:的)?(?:速度|船速|航速)|静水(?:中)?(?:的)?(?:速度|船速))(?:和|与|及|、)(?:水流|水|风)(?:的)?(?:流)?速度?(?:都|均)?(?:保持)?不变(?:的话)?", ""),
        (r"(\d+(?:\.\d+)?)[:比](\d+(?:\.\d+)?)(?!\d)", r"\1∶\2"),
    ),
)  # fmt: skip
_STATEMENTS = (
    ("leg", rf"(?P<way>[顺逆])用?(?P<length>{N})L"),
    ("leg", rf"(?P<length>{N})L(?P<way>[顺逆])(?!速)"),
    ("time", rf"用*(?P<value>{N})t"),
    ("equal", r"用?等用?"),
    ("next", r"[首次]"),
    ("speed", rf"(?P<what>[顺逆静水])速?(?P<value>{N})v"),
    ("ask-ratio", r"(?P<one>[顺逆静水])速?、(?P<other>[顺逆静水])速?∶\?"),
    ("ask-multiple", r"(?P<one>[顺逆静水])速?(?P<other>[顺逆静水])速?\?倍"),
    ("ask-two", r"(?P<one>[顺逆静水])速?、(?P<other>[顺逆静水])速?(?:\?v(?P<unit>[km][hms])|\?)"),
    ("ask-speed", r"(?P<what>[顺逆静水])速?(?:\?v(?P<unit>[km][hms])|(?<=[速水])\?)"),
    ("ask-time", rf"(?P<what>[顺逆静]),?用?(?P<length>{N})L用*\?t(?P<unit>[hmsd]?)"),
    ("ask-trip", r"用*\?t(?P<unit>[hmsd]?)"),
    ("word", r"[首次用、]+(?=[,。;]|$)"),
)  # fmt: skip
_NAMES = {"顺": "顺水（风）速度", "逆": "逆水（风）速度", "静": "静水（无风）中的速度", "水": "水（风）速"}


@dataclass(slots=True)
class _Trip:
    legs: list[tuple[str, Fraction]] = field(default_factory=list)
    time: Fraction | None = None

    @property
    def said(self) -> str:
        """`顺行 21000 米，逆行 4000 米`."""
        return "，".join(f"{way}行 {decimal(length, 4)} 米" for way, length in self.legs)


def _trips(reduced: str) -> tuple[list[_Trip], dict[str, Fraction], bool, list[tuple[int, str, dict[str, str | None]]]]:
    trips: list[_Trip] = [_Trip()]
    speeds: dict[str, Fraction] = {}
    asks: list[tuple[int, str, dict[str, str | None]]] = []
    equal = False
    for name, match in parse(reduced, _STATEMENTS):
        groups = match.groupdict()
        if name == "next" or (name == "leg" and trips[-1].time is not None and trips[-1].legs):
            trips.append(_Trip()) if trips[-1].legs else None
        if name == "leg":
            trips[-1].legs.append((groups["way"], Fraction(groups["length"])))
        elif name == "time":
            trips[-1].time = Fraction(groups["value"]) if trips[-1].time is None else stay_out("two times of one trip")
        elif name == "equal":
            equal = True
        elif name == "speed":
            speeds[groups["what"]] = Fraction(groups["value"]) if groups["what"] not in speeds else stay_out("two speeds")
        elif name == "ask-time" and trips[-1].legs and trips[-1].time is None and groups["what"] in "顺逆":
            trips[-1].legs.append((groups["what"], Fraction(groups["length"])))  # the last leg of a trip that is asked about
            asks.append((match.start(), "trip", groups))
        elif name.startswith("ask"):
            if name == "ask-trip" and (trips[-1].time is not None or len(trips) < 2):
                stay_out("how long what takes")
            asks.append((match.start(), name.removeprefix("ask-"), groups))
    return [trip for trip in trips if trip.legs], speeds, equal, asks


def read_stream_trips(text: str) -> Recognition | None:
    """Two trips with and against a stream, each so far with and so far against it: the speeds, their ratio, another trip."""
    plain = _VOCABULARY.plain(text)
    if (
        not patterns.search("顺[水流风]", plain)
        or not patterns.search("逆[水流风]", plain)
        or patterns.search("返回|往返|来回|追|相遇|停|休息|掉", plain)
    ):
        return None
    trips, speeds, equal, asks = _trips(_VOCABULARY.reduce(plain))
    asked_trip = trips.pop() if any(what == "trip" for _, what, _ in asks) else None
    if len(trips) < 2 or speeds or not asks:
        stay_out("how many trips")
    # In what a unit of way takes with and against the stream everything is linear.
    relations, lines = Relations(), []
    with_it, against = unknown("p"), unknown("q")
    taken = {"顺": with_it, "逆": against}
    for trip in trips:
        spent = total(*(times(length, taken[way]) for way, length in trip.legs))
        if (trip.time is None) != equal:
            stay_out("how long a trip takes")
        relations.equal(spent, number(trip.time) if trip.time is not None else unknown("T"))
        lines.append(trip.said + (f"：{decimal(trip.time, 4)} 秒" if trip.time is not None else "：用时相等"))
    slower = relations.ratio(against, with_it)
    if slower is None or slower <= 1:
        stay_out("not determined, or against the stream as fast")
    # Speeds by the one against the stream where no time is told.
    base = relations.value(against)
    against_speed = 1 / base if base is not None else Fraction(1)
    known = {"逆": against_speed, "顺": against_speed * slower}
    known |= {"静": (known["顺"] + known["逆"]) / 2, "水": (known["顺"] - known["逆"]) / 2}
    units = Units(plain)
    answers: list[Answer] = []
    steps = [f"顺行每米用时是逆行的 {1 / slower}，速度比 顺:逆 = {slower.numerator}:{slower.denominator}"]
    if base is not None:
        steps += [f"{_NAMES[each]} {units.of_speed(known[each], None)[0]} {units.of_speed(known[each], None)[1]}" for each in "顺逆静水"]
    for place, what, groups in asks:
        unit = groups.get("unit") or None
        if what in ("ratio", "multiple"):
            value = known[str(groups["one"])] / known[str(groups["other"])]
            answers.append((place, f"{value.numerator}:{value.denominator}", "") if what == "ratio" else (place, value, "倍"))
            continue
        if base is None:
            stay_out("how fast is not told")
        if what == "two":
            answers += [(place + index, *units.of_speed(known[str(groups[each])], unit)) for index, each in enumerate(("one", "other"))]
        elif what == "speed":
            answers.append((place, *units.of_speed(known[str(groups["what"])], unit)))
        elif what == "time":
            answers.append((place, *units.of_time(Fraction(str(groups["length"])) / known[str(groups["what"])], unit)))
        elif asked_trip is not None:
            answers.append((place, *units.of_time(sum((length / known[way] for way, length in asked_trip.legs), Fraction(0)), unit)))
    return recognition(lines, answers, {}, working=steps)
