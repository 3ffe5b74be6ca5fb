"""Travel statement by statement: speeds, a way and times as linear relations; meeting, catching up, round tracks, means of legs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._reduced import N, named, parse
from engine.generators.civil._relations import Answer, Quantity, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._travel_words import CODES, LENGTHS, SORTS, TIMES, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WHO = r"(?P<who>[甲乙])"
_STATEMENTS = (
    ("speed", rf"{_WHO}?(?:行|速|时)*(?P<value>{N})v(?:行|速|追|去)*"),
    ("speed-after", rf"(?P<value>{N})v速?{_WHO}行?"),
    ("speeds", rf"(?:甲、乙)?(?:行)?速(?P<one>{N})v、(?P<other>{N})v"),
    ("both-speed", rf"(?:甲、乙)?(?:行|速)*都速?(?P<value>{N})v(?:行)?"),
    ("late", rf"(?:行|速)*(?P<speed>{N})v(?:行|速|到)*,?(?:用|到)*(?P<way>迟|早到|先|晚)(?P<value>{N})t(?:到)?"),
    ("late", rf"(?:行|速)*(?P<speed>{N})v(?:行|速|到)*,?(?P<way>规定)到?(?P<value>)"),
    ("ask-plan", r"(?:规定|用|到|,|行)+\?t(?P<unit>[hmsd]?)"),
    ("covers", rf"{_WHO}(?:行|发)*(?:[AB]到?[AB]|距|环)?(?:行|距|全|环)*用*(?P<value>{N})t(?:到|行|距)*"),
    ("faster", rf"{_WHO}(?:速|行)?比(?P<other>[甲乙])(?:速|行)?(?P<way>快|慢)(?P<value>{N})v"),
    ("multiple", rf"{_WHO}速?(?P<other>[甲乙])速?(?P<value>{N})(?P<kind>倍|%)?"),
    ("ratio", rf"(?:甲、乙)速?∶?(?P<one>{N})∶(?P<other>{N})"),
    ("way", rf"(?:甲、乙|A、B|A到B)?距(?P<value>{N})L"),
    ("way", rf"(?P<value>{N})L距"),
    ("round", rf"环+(?:长|距)?(?P<value>{N})L(?:环)*|(?P<value2>{N})L的?环+"),
    ("behind", rf"(?P<who>[甲乙])(?P<other>[甲乙])后面(?P<value>{N})L"),
    ("behind", rf"(?P<other>[甲乙])(?P<who>[甲乙])前面(?P<value>{N})L"),
    ("position", rf"{_WHO}(?P<where>前面|后面)(?!{N}L)"),
    ("head-time", rf"{_WHO}(?:发)?(?P<value>{N})t后,?(?P<other>[甲乙])(?:发|行|去|追)*"),
    ("head-time", rf"{_WHO}先(?:发|行)?(?P<value>{N})t(?:后)?(?:,?(?P<other>[甲乙])(?:发|行|去)*)?(?=[,。;]|追|$|去)"),
    ("head-way", rf"{_WHO}先(?:发|行)?(?P<value>{N})L(?:后)?(?:,?(?P<other>[甲乙])(?:发|行|去)*)?(?=[,。;]|追|$|去)"),
    ("later", rf"(?P<who>[甲乙])比(?P<other>[甲乙])晚发?(?P<value>{N})t(?:发)?,?"),
    ("sooner", rf"(?P<who>[甲乙])比(?P<other>[甲乙])(?:早到|先到)(?P<value>{N})t(?:到)?"),
    ("towards", r"(?:时|同地|[甲乙AB]、?|发|行)*向(?:发|行|时)*"),
    ("same", r"(?:时|同地|[甲乙AB]、?|发|行)*同(?!地)(?:发|行|时)*"),
    ("apart", r"(?:时|同地|[甲乙AB]、?|发|行)*背(?:发|行|时)*"),
    ("meet", rf"(?:发|行|后|用|过|再|,|[甲乙]、?)*(?P<value>{N}|\?)t(?P<unit>[hmsd]?)(?:后|发)*(?:[甲乙]、?)*遇"),
    ("meet", rf"(?:[甲乙]、?)*(?:发)*遇(?:时)?用(?P<value>{N}|\?)t(?P<unit>[hmsd]?)"),
    ("meet", r"遇(?P<value>\?)t(?P<unit>[hmsd]?)"),
    ("catch", rf"(?:发|行|后|用|去)*{_WHO}?(?:发|行|后|用|去|追)*(?P<value>{N}|\?)t(?P<unit>[hmsd]?)(?:后)?(?:[甲乙])?(?:追)(?:[甲乙])?"),
    ("catch", rf"(?:发|行|后|用|去)*{_WHO}?(?:发|行|后|用|去)*追(?:[甲乙])?(?:用)?(?P<value>{N}|\?)t(?P<unit>[hmsd]?)"),
    ("leg-spent", rf"(?:去|回)用+(?P<value>{N})t"),
    ("round-trip", rf"(?:往返|,)+共?用*(?P<value>{N})t"),
    ("after", rf"(?:行|发|用)*(?P<value>{N}|\?)t(?P<unit>[hmsd]?)后,?(?:甲、乙)?(?:还)?距(?P<left>{N}|\?)L(?P<lunit>[km]?)"),
    ("stage", rf"(?:再|前|余|后|先|行|速|用|到|又)*(?P<length>{N})L(?:到|行|速|距|用|,)*(?P<value>{N})v(?:行|速)*"),
    ("ask-time", r"(?:距|往返|共|行|到|速|,)*用+\?t(?P<unit>[hmsd]?)"),
    ("leg-there", rf"(?:[甲乙])?(?:A到B)?去(?:行|速|用|距)*(?P<value>{N})v"),
    ("leg-back", rf"(?:[甲乙])?(?:B到A)?回(?:行|速|用)*(?:(?P<value>{N})v|\?v(?P<unit>[km][hms]))"),
    ("leg-time", rf"(?:若)?(?P<which>前|余)时(?:行|速|用)*(?P<value>{N})v(?:速)?"),
    ("turn", rf"甲到B后?,?(?:折|回)+,?B距?(?P<value>{N})L、?乙遇"),
    ("nth", r"(?:甲、乙|后)?第?(?P<value>[1-6])次(?:遇)"),
    ("times", rf"(?:甲、乙|用)?(?P<value>{N})t(?:内)?(?:甲、乙)?(?:向|共)*遇\?次?"),
    ("catch", r"(?:[甲乙])?第1次追(?:[甲乙])?用*(?P<who>)(?P<value>\?)t(?P<unit>[hmsd]?)"),
    ("catch", rf"(?P<value>{N}|\?)t(?P<unit>[hmsd]?)后?[甲乙]?第1次追[甲乙]?(?P<who>)"),
    ("leg", rf"(?P<which>前|余|后)(?P<share>{N})?(?:距|行|速|用)*(?:(?P<value>{N})v|(?:行|用)*\?v(?P<unit>[km][hms]))"),
    ("mean", rf"(?:往返|距)*均(?:速)?(?:用|到)*(?P<value>{N})v|(?P<value2>{N})v均"),
    ("ask-mean", r"(?:往返|距|[甲乙])*均(?:\?v(?P<unit>[km][hms])|\?)"),
    ("runner", rf"狗(?:行|速)*(?P<value>{N})v"),
    ("ask-runner", r"(?:到|遇|时|后)*狗(?:用)*(?:行|跑)*\?L(?P<unit>[km]?)"),
    ("ask-share", rf"(?:遇|时|后|,)*{_WHO}(?:行|用)*\?%"),
    ("ask-gone", rf"(?:遇|时|后|,)*{_WHO}(?:用|行)+\?L(?P<unit>[km]?)"),
    ("ask-place", r"(?:遇点|遇)(?:距)?(?P<place>[AB])(?:距)?\?L(?P<unit>[km]?)"),
    ("ask-way", r"(?:A、B|甲、乙|A到B)?(?:距|到)+\?L?(?P<unit>[km]?)"),
    ("ask-speed", rf"{_WHO}(?:行|速|用)*\?(?:v(?P<unit>[km][hms]))?(?![Lt%])"),
    ("word", r"甲、乙|A、B|狗?往返行|追(?=。)"),
    ("word", r"(?:[甲乙AB1]、?|到|往返|时|同地|发|行|后|回|去|用|遇|速|、|环|距)+(?=[,。;]|$)|若"),
)  # fmt: skip


@dataclass(slots=True)
class _Journey:
    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    way: bool = False
    round: bool = False
    head: Quantity = field(default_factory=dict)
    first: str = ""
    direction: str = ""
    asks: list[tuple[int, str, dict[str, str | None], str]] = field(default_factory=list)
    legs: list[tuple[Fraction, Fraction | None, str]] = field(default_factory=list)
    mean: Fraction | None = None
    meeting: Quantity | None = None
    runner: Fraction | None = None
    behind: str = ""
    read: str = ""
    subject: str = ""
    planned: bool = False
    settled: bool = False
    stages: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    spent: list[Fraction] = field(default_factory=list)
    spans: list[Fraction] = field(default_factory=list)
    nth: int = 1
    joint: list[tuple[str, Fraction, str]] = field(default_factory=list)

    def say(self, one: Quantity, other: Quantity, line: str) -> None:
        self.relations.equal(one, other)
        self.lines.append(line)


_S = unknown("S")
_BOTH = total(unknown("甲"), unknown("乙"))


def _statement(journey: _Journey, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    value, place = groups.get("value") or "", match.start()
    who = groups.get("who") or ""
    journey.subject = who or journey.subject
    if name == "late":
        sign = {"迟": 1, "晚": 1, "规定": 0}.get(groups["way"], -1)
        late = sign * Fraction(value or 0)
        speed = Fraction(groups["speed"])
        journey.say(
            _S,
            times(speed, total(unknown("T"), number(late))),
            f"路程 = {_speed(groups['speed'])} × (规定时间 {'+' if late >= 0 else '−'} {decimal(abs(late) / 60)} 分钟)",
        )
        journey.planned = True
        return
    if name in ("speed", "speed-after"):
        who = who or journey.subject or stay_out("whose speed")
        journey.say(unknown(who), number(value), f"{who}的速度 {_speed(value)}")
    elif name == "speeds":
        journey.say(unknown("甲"), number(groups["one"]), f"甲的速度 {_speed(groups['one'])}")
        journey.say(unknown("乙"), number(groups["other"]), f"乙的速度 {_speed(groups['other'])}")
    elif name == "both-speed":
        for each in "甲乙":
            journey.say(unknown(each), number(value), f"{each}的速度 {_speed(value)}")
    elif name == "covers":
        journey.say(times(Fraction(value), unknown(who)), _S, f"{who}行全程用 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "faster":
        sign = 1 if groups["way"] == "快" else -1
        journey.say(
            unknown(who),
            total(unknown(groups["other"]), number(sign * Fraction(value))),
            f"{who}比{groups['other']}{groups['way']} {_speed(value)}",
        )
    elif name == "multiple":
        if who == groups["other"]:
            stay_out("whose speed")
        factor = Fraction(value) / (100 if groups["kind"] == "%" else 1)
        journey.say(unknown(who), times(factor, unknown(groups["other"])), f"{who}的速度是{groups['other']}的 {decimal(factor, 4)} 倍")
    elif name == "ratio":
        journey.say(
            times(Fraction(groups["other"]), unknown("甲")),
            times(Fraction(groups["one"]), unknown("乙")),
            f"速度比 {groups['one']}:{groups['other']}",
        )
    elif name in ("way", "round"):
        value = value or groups.get("value2") or ""
        journey.say(_S, number(value), f"{'一圈' if name == 'round' else '路程'} {decimal(Fraction(value))} 米")
        journey.way, journey.round = True, journey.round or name == "round"
    elif name == "behind":
        journey.head, journey.behind = number(value), who
        journey.lines.append(f"{who}在{groups['other']}后面 {decimal(Fraction(value))} 米")
    elif name == "position":
        behind = who if groups["where"] == "后面" else {"甲": "乙", "乙": "甲"}[who]
        if journey.behind not in ("", behind):
            stay_out("who is behind")
        journey.behind = behind
    elif name in ("head-time", "head-way"):
        if journey.first:
            stay_out("two starts")
        journey.first = who
        journey.head = times(Fraction(value), unknown(who)) if name == "head-time" else number(value)
        journey.lines.append(
            f"{who}先行 {decimal(Fraction(value) / (60 if name == 'head-time' else 1))} {'分钟' if name == 'head-time' else '米'}"
        )
    elif name == "later":
        if journey.first or who == groups["other"]:
            stay_out("two starts")
        journey.first = groups["other"]
        journey.head = times(Fraction(value), unknown(groups["other"]))
        journey.lines.append(f"{groups['other']}先行 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "sooner":
        one, other = (journey.relations.value(unknown(each)) for each in (who, groups["other"]))
        if one is None or other is None or one <= other or journey.first:
            stay_out("who arrives first")
        journey.say(
            times(1 / other - 1 / one, _S),
            number(value),
            f"路程 ÷ {_speed(str(other))} − 路程 ÷ {_speed(str(one))} = {decimal(Fraction(value) / 60)} 分钟",
        )
    elif name in ("towards", "same", "apart"):
        journey.direction = name
    elif name == "leg-spent":
        journey.spent.append(Fraction(value))
        journey.lines.append(f"单程用 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "round-trip":
        if len(journey.legs) != 2 or any(speed is None for _, speed, _ in journey.legs):
            stay_out("there and back how fast")
        spent = sum((1 / speed for _, speed, _ in journey.legs if speed is not None), Fraction(0))
        journey.say(times(spent, _S), number(value), f"去的时间 + 回的时间 = {decimal(Fraction(value) / 60)} 分钟")
        journey.settled = True
    elif name in ("meet", "catch", "after"):
        _joint(journey, name, groups, place, said=bool(re.search("再|[甲乙](?:发|行)?后|[甲乙]发", match[0])))
    elif name == "stage":
        journey.stages.append((Fraction(str(groups["length"])), Fraction(value)))
        journey.lines.append(f"{decimal(Fraction(str(groups['length'])))} 米，速度 {_speed(value)}")
    elif name == "leg-time":
        journey.spans.append(Fraction(value))
    elif name == "turn":
        # The faster has gone the way and the piece, the slower the way without it.
        factor = _certain(journey, unknown("甲"), unknown("乙"))
        if factor <= 1:
            stay_out("how many times as fast")
        piece = number(value)
        journey.say(
            total(_S, piece),
            times(factor, minus(_S, piece)),
            f"路程 + {decimal(Fraction(value) / 1000)} = {decimal(factor, 4)} × (路程 − {decimal(Fraction(value) / 1000)})（千米）",
        )
    elif name == "nth":
        journey.nth = int(value)
    elif name == "times":
        if journey.round or not journey.way:
            stay_out("how often they meet")
        journey.asks.append((place, "count", groups, journey.direction))
    elif name.startswith("leg") or name in ("mean", "runner"):
        _leg(journey, name, groups, place)
    elif name.startswith("ask"):
        journey.asks.append((place, name, groups, journey.direction))


def _joint(journey: _Journey, name: str, groups: dict[str, str | None], place: int, *, said: bool) -> None:
    """Both move for a time until they meet or one catches up; `said`: since when the time is counted."""
    direction = journey.direction
    if journey.round and "同地" not in journey.read:
        stay_out("from one place?")
    if name == "after":
        if direction != "towards" or "?" in (groups["value"] or "") or journey.first:
            stay_out("still apart")
        if groups["left"] == "?":
            journey.asks.append((place, "left", groups, direction))
        else:
            journey.say(minus(_S, times(Fraction(str(groups["value"])), _BOTH)), number(str(groups["left"])), "相遇前的距离")
        return
    if name == "catch" or (name == "meet" and direction == "same"):
        catches = True
    else:
        catches = False
        if (direction == "apart" and not journey.round) or (direction == "" and not journey.way and not journey.round):
            stay_out("in what direction")
    if groups["value"] == "?":
        if not catches and journey.first and not said:
            stay_out("since when")
        journey.asks.append((place, "catch" if catches else "meet", groups, direction))
        return
    if not catches and journey.first and not said:
        stay_out("since when")
    time = Fraction(str(groups["value"]))
    if catches:
        gap, difference = _gap(journey, groups.get("who") or "")
        journey.say(times(time, difference), gap, f"{decimal(time / 60)} 分钟追上")
    else:
        journey.say(times(time, _BOTH), minus(_S, journey.head), f"{decimal(time / 60)} 分钟相遇")
        journey.meeting = number(time)


def _gap(journey: _Journey, who: str) -> tuple[Quantity, Quantity]:
    """What is to be made up, and the difference of speeds."""
    slow = journey.first or ("乙" if journey.behind == "甲" else "甲" if journey.behind == "乙" else "")
    fast = {"甲": "乙", "乙": "甲"}.get(slow, who)
    if not slow:
        one, other = (journey.relations.value(unknown(each)) for each in "甲乙")
        if one is not None and other is not None:
            fast = "甲" if one > other else "乙"
        elif not who:
            stay_out("who is the faster")
        slow = {"甲": "乙", "乙": "甲"}[fast]
    if who and who != fast:
        stay_out("who catches up")
    gap = journey.head if journey.head else _S if journey.way else stay_out("how far ahead")
    if journey.head and journey.way and not journey.round:
        stay_out("a way and a start")
    if journey.head and journey.round:
        stay_out("a start on a round track")
    return gap, minus(unknown(fast), unknown(slow))


def _leg(journey: _Journey, name: str, groups: dict[str, str | None], place: int) -> None:
    if name == "runner":
        journey.runner = Fraction(str(groups["value"]))
        return
    if name == "mean":
        journey.mean = Fraction(str(groups["value"] or groups["value2"]))
        return
    share = Fraction(str(groups.get("share"))) if groups.get("share") else Fraction(1, 2)
    speed = Fraction(str(groups["value"])) if groups.get("value") else None
    journey.legs.append((share, speed, groups.get("unit") or ""))
    if speed is None:
        journey.asks.append((place, "leg", groups, ""))


def _speed(value: str) -> str:
    metres = Fraction(value)
    return f"{decimal(metres * 36 / 10)} 千米/小时" if (metres * 36 / 10).denominator == 1 else f"{decimal(metres * 60)} 米/分钟"


class Units:
    """In which units to answer: the asked, or those of the text."""

    def __init__(self, plain: str) -> None:
        self.length = (re.findall(r"\d(千米|米)(?!/)", plain) or re.findall(r"\d(千米|米)", plain) or ["千米"])[0]
        found = re.findall(r"/(小时|分钟|秒)", plain)
        self.time = found[0] if found else (re.findall(r"\d(小时|分钟|秒)", plain) or ["小时"])[0]
        pairs = re.findall(r"(千米|米)/(小时|分钟|秒)", plain)
        self.speed = pairs[0] if pairs else (self.length, self.time)

    def of_time(self, seconds: Fraction, code: str | None) -> tuple[Fraction, str]:
        unit = CODES[code] if code else self.time
        return seconds / TIMES[unit], unit

    def of_length(self, metres: Fraction, code: str | None) -> tuple[Fraction, str]:
        unit = {"k": "千米", "m": "米"}[code] if code else self.length
        return metres / LENGTHS[unit], unit

    def of_speed(self, value: Fraction, code: str | None) -> tuple[Fraction, str]:
        length, time = ({"k": "千米", "m": "米"}[code[0]], CODES[code[1]]) if code else self.speed
        return value / LENGTHS[length] * TIMES[time], f"{length}/{time}"


def read_journey(text: str) -> Recognition | None:
    """The problem as relations of speeds and ways."""
    plain = VOCABULARY.plain(text)
    if re.search(r"单位[:为]?千米/小时", plain):
        plain = re.sub(r"(?<=速)(\d+(?:\.\d+)?)(?![\d.千米])", r"\1千米/小时", re.sub(r"\(?单位[:为]?千米/小时\)?", "", plain))
    friend = set(re.findall("朋友|同学|同桌|室友|闺蜜", plain))
    if len(friend) == 1 and re.search("我(?!们)", plain):
        plain = re.sub("(?<=[,;。])[他她](?!们)", friend.pop(), plain)
    plain, called = named(plain, SORTS)
    if re.search(r"[船艇舟桥隧]|水流|顺[水流]|逆[水流]|扶梯|多次|公交车.{0,8}(?:每|一班)|休息|停留|故障|堵", plain):
        return None
    reduced = VOCABULARY.reduce(plain)
    journey = _Journey(read=reduced)
    for name, match in parse(reduced, _STATEMENTS):
        _statement(journey, name, match)
    units = Units(plain)
    answers: list[Answer] = []
    for place, name, groups, direction in journey.asks:
        del direction
        answers.append((place, *_answer(journey, name, groups, units)))
    if journey.stages and (
        len(journey.stages) < 2 or journey.way or any(name not in ("ask-time", "ask-mean") for _, name, _, _ in journey.asks)
    ):
        stay_out("stages of what")
    if journey.legs and not journey.settled and not any(name in ("leg", "ask-mean") for _, name, _, _ in journey.asks):
        stay_out("legs for what")
    return recognition(journey.lines, answers, called)


def _certain(journey: _Journey, above: Quantity, below: Quantity) -> Fraction:
    value = journey.relations.ratio(above, below)
    return value if value is not None and value > 0 else stay_out("not determined")


def _meeting_time(journey: _Journey) -> Fraction:
    if journey.meeting is not None:
        return journey.meeting["1"]
    if journey.nth > 1:
        if not journey.round or journey.direction != "apart" or journey.head:
            stay_out("which meeting")
        return journey.nth * _certain(journey, _S, _BOTH)
    return _certain(journey, minus(_S, journey.head), _BOTH)


def _answer(journey: _Journey, name: str, groups: dict[str, str | None], units: Units) -> tuple[Fraction | str, str]:
    unit = groups.get("unit") or None
    who = groups.get("who") or ""
    if name == "meet" and journey.nth > 1:
        return units.of_time(_meeting_time(journey), unit)
    if name == "meet":
        return units.of_time(_certain(journey, minus(_S, journey.head), _BOTH), unit)
    if name == "catch":
        gap, difference = _gap(journey, who)
        return units.of_time(_certain(journey, gap, difference), unit)
    if name == "left":
        left = _certain(journey, minus(_S, times(Fraction(str(groups["value"])), _BOTH)), number(1))
        return units.of_length(left, groups.get("lunit") or None)
    if name == "ask-plan":
        if not journey.planned:
            stay_out("which time")
        return units.of_time(_certain(journey, unknown("T"), number(1)), unit)
    if name == "ask-way":
        return units.of_length(_certain(journey, _S, number(1)), unit)
    if name == "ask-speed":
        return units.of_speed(_certain(journey, unknown(who), number(1)), unit)
    if name == "ask-share":
        if journey.head:
            stay_out("a share with a start")
        return str(_certain(journey, unknown(who), _BOTH)), ""
    if name in ("ask-gone", "ask-place"):
        mover = who or {"A": "甲", "B": "乙"}[str(groups["place"])]
        gone = _certain(journey, times(_meeting_time(journey), unknown(mover)), number(1))
        if journey.first == mover:
            gone += _certain(journey, journey.head, number(1))
        return units.of_length(gone, unit)
    if name == "ask-runner":
        if journey.runner is None or journey.head:
            stay_out("who runs to and fro")
        return units.of_length(journey.runner * _meeting_time(journey), unit)
    if name == "count":
        if "往返" not in journey.read:
            stay_out("to and fro?")
        ways = _certain(journey, times(Fraction(str(groups["value"])), _BOTH), _S)
        # The k-th meeting head-on is after 2k − 1 ways together.
        return Fraction((ways + 1) // 2), "次"
    if name == "ask-time" and len(journey.stages) > 1:
        return units.of_time(sum((length / speed for length, speed in journey.stages), Fraction(0)), unit)
    if name == "ask-mean" and len(journey.stages) > 1 and not journey.legs:
        spent = sum((length / speed for length, speed in journey.stages), Fraction(0))
        return units.of_speed(sum((length for length, _ in journey.stages), Fraction(0)) / spent, unit)
    if name == "ask-mean" and len(journey.spent) == 2 and not journey.legs:
        return units.of_speed(_certain(journey, times(2, _S), number(sum(journey.spent, Fraction(0)))), unit)
    if name == "ask-mean" and len(journey.spans) == 2 and not journey.legs:
        journey.lines.append("两段时间相等，平均速度是两个速度的平均")
        return units.of_speed(sum(journey.spans, Fraction(0)) / 2, unit)
    if name in ("leg", "ask-mean"):
        shares = sum((share for share, _, _ in journey.legs), Fraction(0))
        if shares != 1 or len(journey.legs) != 2:
            stay_out("legs")
        known = sum((share / speed for share, speed, _ in journey.legs if speed is not None), Fraction(0))
        if name == "ask-mean":
            if any(speed is None for _, speed, _ in journey.legs):
                stay_out("legs")
            journey.lines.append("平均速度 = 总路程 ÷ 总时间，设单程为 1")
            return units.of_speed(1 / known, unit)
        if journey.mean is None:
            stay_out("the mean")
        left = 1 / journey.mean - known
        share = next(share for share, speed, _ in journey.legs if speed is None)
        return units.of_speed(share / left if left > 0 else stay_out("never"), unit)
    stay_out(name)
