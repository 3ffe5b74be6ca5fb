"""What is known of two who travel, and the answers that follow from it: times, ways, speeds, shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, Relations, minus, number, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording
from engine.generators.civil._travel.words import CODES, LENGTHS, TIMES
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


@dataclass(slots=True)
class Journey:
    """Speeds, ways and times told, and what is asked of them."""

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
    used: bool = False
    first_place: tuple[str, Fraction] | None = None
    joint: list[tuple[str, Fraction, str]] = field(default_factory=list)
    ways: dict[str, str] = field(default_factory=dict)
    after: dict[str, Fraction] = field(default_factory=dict)
    middle: Fraction | None = None  # how far from the middle they meet
    turn_said: bool = False  # somebody turns, and where was not read
    one_way: bool = False  # both go from the same place to the same place
    turned: bool = False  # the faster of two who start together turns at the end and meets the other
    stopped: dict[str, Fraction] = field(default_factory=dict)  # how long somebody rests before they meet
    beyond: Fraction | None = None  # how far the one ahead goes at most

    def say(self, one: Quantity, other: Quantity, line: str) -> None:
        self.relations.equal(one, other)
        self.lines.append(line)


WAY = unknown("S")
BOTH = total(unknown("甲"), unknown("乙"))


def certain(journey: Journey, above: Quantity, below: Quantity) -> Fraction:
    """A ratio that is determined and positive.

    Raises:
        StayOut: it is not.
    """
    value = journey.relations.ratio(above, below)
    return value if value is not None and value > 0 else stay_out("not determined")


def times_as_fast(journey: Journey) -> Fraction:
    """How many times as fast as the slower the faster is, of two who start together towards each other."""
    factor = certain(journey, unknown("甲"), unknown("乙"))
    if journey.direction != "towards" or journey.head or journey.round or factor == 1:
        stay_out("who has gone farther")
    return max(factor, 1 / factor)


def times_as_fast_alike(journey: Journey) -> Fraction:
    """How many times as fast as the slower the faster is, whichever way they go."""
    factor = certain(journey, unknown("甲"), unknown("乙"))
    return max(factor, 1 / factor)


def gap_of(journey: Journey, who: str) -> tuple[Quantity, Quantity]:
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
    gap = journey.head if journey.head else WAY if journey.way else stay_out("how far ahead")
    if journey.head and journey.way and not journey.round:
        stay_out("a way and a start")
    if journey.head and journey.round:
        stay_out("a start on a round track")
    return gap, minus(unknown(fast), unknown(slow))


def meeting_time(journey: Journey) -> Fraction:
    """The seconds until they meet, for the first or a later time.

    Raises:
        StayOut: which meeting, or when, is not told.
    """
    if journey.meeting is not None:
        return journey.meeting["1"]
    if journey.turned:
        if journey.head or journey.round or journey.nth > 1 or times_as_fast_alike(journey) <= 1:
            stay_out("which meeting")
        return certain(journey, times(2, WAY), BOTH)
    if journey.nth > 1:
        if journey.head or (journey.round and journey.direction != "apart") or not (journey.round or "往返" in journey.read):
            stay_out("which meeting")
        # Round a track every meeting is a round later; to and fro the k-th is after 2k − 1 ways together.
        return (journey.nth if journey.round else 2 * journey.nth - 1) * certain(journey, WAY, BOTH)
    return certain(journey, minus(WAY, journey.head), BOTH)


def speed_words(value: str) -> str:
    """A speed in the unit in which it is a whole number."""
    metres = Fraction(value)
    return f"{decimal(metres * 36 / 10)} 千米/小时" if (metres * 36 / 10).denominator == 1 else f"{decimal(metres * 60)} 米/分钟"


_CALLED = {
    "S": "路程",
    "T": "规定时间",
    "L": "车长",
    "B": "桥（隧道）长",
    "v": "车速",
    "长甲": "甲车长",
    "长乙": "乙车长",
    "速甲": "甲车速度",
    "速乙": "乙车速度",
    "c": "静水中的速度",
    "w": "水速",
}
"""What the unknowns of journeys, trains and boats stand for; any other name is somebody's, for his speed."""


class Units:
    """In which units to answer: the asked, or those of the text."""

    def __init__(self, plain: str) -> None:
        self.length = (patterns.findall(r"\d(千米|米)(?!/)", plain) or patterns.findall(r"\d(千米|米)", plain) or ["千米"])[0]
        found = patterns.findall(r"/(小时|分钟|秒)", plain)
        self.time = found[0] if found else (patterns.findall(r"\d(小时|分钟|秒)", plain) or ["小时"])[0]
        pairs = patterns.findall(r"(千米|米)/(小时|分钟|秒)", plain)
        self.speed = pairs[0] if pairs else (self.length, self.time)

    @property
    def wording(self) -> Wording:
        """How the unknowns of a journey are told."""
        return Wording(lambda name: _CALLED.get(name, f"{name}的速度"), self.of_unknown, Fraction(LENGTHS[self.speed[0]]), fractions=False)

    def of_unknown(self, name: str) -> tuple[Fraction, str]:
        """What an unknown of a journey is told in: ways and times in the units of its speeds, so that they fit together."""
        length, time = self.speed
        if name in ("S", "L", "B", "长甲", "长乙"):
            return Fraction(LENGTHS[length]), length
        return (Fraction(TIMES[time]), time) if name == "T" else (Fraction(LENGTHS[length]) / TIMES[time], f"{length}/{time}")

    def of_time(self, seconds: Fraction, code: str | None) -> tuple[Fraction, str]:
        unit = CODES[code] if code else self.time
        if seconds / TIMES[unit] < Fraction(1, 100):
            stay_out("so short a time in such units")
        return seconds / TIMES[unit], unit

    def of_length(self, metres: Fraction, code: str | None) -> tuple[Fraction, str]:
        unit = {"k": "千米", "m": "米"}[code] if code else self.length
        return metres / LENGTHS[unit], unit

    def of_speed(self, value: Fraction, code: str | None) -> tuple[Fraction, str]:
        length, time = ({"k": "千米", "m": "米"}[code[0]], CODES[code[1]]) if code else self.speed
        return value / LENGTHS[length] * TIMES[time], f"{length}/{time}"


_MEETING = ("meet", "left", "ask-middle", "ask-after", "ask-more", "ask-share", "ask-gone", "ask-place")
"""What is asked only of two who go towards each other."""


def answer_of(journey: Journey, name: str, groups: dict[str, str | None], units: Units) -> tuple[Fraction | str, str]:
    """The value asked for and its unit.

    Raises:
        StayOut: it is not determined.
    """
    unit = groups.get("unit") or groups.get("unit2") or None
    who = groups.get("who") or ""
    if journey.stopped and (name not in ("meet", "ask-speed", "ask-way") or journey.round or journey.turned or journey.nth > 1):
        stay_out("with a rest")
    if len(journey.ways) == 2 and len(set(journey.ways.values())) == 1 and name in _MEETING:
        stay_out("both go the same way")
    if name == "ask-plan" and not journey.planned:
        name = "ask-time"
    if name == "ask-covers":
        if who in journey.first and journey.head:
            stay_out("since when")
        return units.of_time(certain(journey, WAY, unknown(who)), unit)
    if name == "ask-faster":
        one, other = unknown(who), unknown(str(groups["other"]))
        return units.of_speed(certain(journey, minus(one, other) if groups["way"] == "快" else minus(other, one), number(1)), unit)
    if name == "meet" and (journey.nth > 1 or journey.turned):
        return units.of_time(meeting_time(journey), unit)
    if name == "meet":
        # Had nobody rested, so much more would have been gone.
        rested = total(*(times(rest, unknown(each)) for each, rest in journey.stopped.items()))
        time = certain(journey, total(minus(WAY, journey.head), rested), BOTH)
        if any(rest >= time for rest in journey.stopped.values()):
            stay_out("they meet while one rests")
        return units.of_time(time, unit)
    if name == "catch":
        gap, difference = gap_of(journey, who)
        if journey.nth > 1:
            if not journey.round or "同地" not in journey.read or journey.head or journey.first:
                stay_out("caught how often")
            gap = times(journey.nth, gap)  # every time a round more
        if journey.beyond is not None:
            fast = {"甲": "乙", "乙": "甲"}.get(journey.first) or stay_out("who is ahead")
            if certain(journey, times(certain(journey, gap, difference), unknown(fast)), number(1)) > journey.beyond:
                stay_out("arrived before")
        return units.of_time(certain(journey, gap, difference), unit)
    if name == "left":
        left = certain(journey, minus(WAY, times(Fraction(str(groups["value"])), BOTH)), number(1))
        return units.of_length(left, groups.get("lunit") or None)
    if name == "ask-plan":
        return units.of_time(certain(journey, unknown("T"), number(1)), unit)
    if name == "ask-middle":
        factor = times_as_fast(journey)
        return units.of_length(certain(journey, times((factor - 1) / (factor + 1) / 2, WAY), number(1)), unit)
    if name == "ask-after":
        if journey.direction != "towards" or journey.head or journey.round or who in journey.after:
            stay_out("what is left after they meet")
        slower = {"甲": "乙", "乙": "甲"}[who]
        return units.of_time(meeting_time(journey) * certain(journey, unknown(slower), unknown(who)), unit)
    if name == "ask-sooner":
        own, theirs = (certain(journey, WAY, unknown(each)) for each in (who, str(groups["other"])))
        sooner = (theirs - own) * (-1 if groups["way"] in ("迟", "晚", "慢") else 1)
        if journey.head or journey.round or sooner <= 0:
            stay_out("who arrives first")
        return units.of_time(sooner, unit)
    if name == "ask-caught":
        mover = groups["mover"] or who or stay_out("who has gone so far")
        gap, difference = gap_of(journey, who or {"甲": "乙", "乙": "甲"}.get(groups["whom"] or "", ""))
        if (groups["whom"] or "") == who or (journey.round and "同地" not in journey.read) or journey.direction not in ("same", ""):
            stay_out("who catches up with whom")
        gone = certain(journey, times(certain(journey, gap, difference), unknown(mover)), number(1))
        if journey.first == mover:
            gone += certain(journey, journey.head, number(1))
        if groups.get("unit") is None:
            return gone / certain(journey, WAY, number(1)), "圈"
        return units.of_length(gone, unit)
    if name == "ask-caught-place":
        # Both have come from one place, the one some time before the other.
        if "追" not in journey.read or not journey.first or journey.way or journey.round or journey.direction not in ("same", ""):
            stay_out("from where")
        gap, difference = gap_of(journey, "")
        fast = {"甲": "乙", "乙": "甲"}[journey.first]
        return units.of_length(certain(journey, times(certain(journey, gap, difference), unknown(fast)), number(1)), unit)
    if name == "ask-more":
        one, other = (
            (unknown(who), unknown(str(groups["other"]))) if groups["way"] == "多" else (unknown(str(groups["other"])), unknown(who))
        )
        if journey.head:
            stay_out("more with a start")
        return units.of_length(certain(journey, times(meeting_time(journey), minus(one, other)), number(1)), unit)
    if name == "ask-way":
        return units.of_length(certain(journey, WAY, number(1)), unit)
    if name == "ask-speed":
        return units.of_speed(certain(journey, unknown(who), number(1)), unit)
    if name == "ask-share":
        if journey.head:
            stay_out("a share with a start")
        return str(certain(journey, unknown(who), BOTH)), ""
    if name in ("ask-gone", "ask-place"):
        from_there = [each for each, way in journey.ways.items() if way[0] == groups.get("place")]
        mover = who or (from_there[0] if from_there else {"A": "甲", "B": "乙"}[str(groups["place"])])
        gone = certain(journey, times(meeting_time(journey), unknown(mover)), number(1))
        if journey.first == mover:
            gone += certain(journey, journey.head, number(1))
        return units.of_length(gone, unit)
    if name == "ask-runner":
        if journey.runner is None or journey.head:
            stay_out("who runs to and fro")
        return units.of_length(journey.runner * meeting_time(journey), unit)
    if name == "count":
        if "往返" not in journey.read:
            stay_out("to and fro?")
        ways = certain(journey, times(Fraction(str(groups["value"])), BOTH), WAY)
        # The k-th meeting head-on is after 2k − 1 ways together.
        return Fraction((ways + 1) // 2), "次"
    if name == "ask-time" and len(journey.stages) > 1:
        return units.of_time(sum((length / speed for length, speed in journey.stages), Fraction(0)), unit)
    if name == "ask-mean" and len(journey.stages) > 1 and not journey.legs:
        spent = sum((length / speed for length, speed in journey.stages), Fraction(0))
        return units.of_speed(sum((length for length, _ in journey.stages), Fraction(0)) / spent, unit)
    if name == "ask-mean" and len(journey.spent) == 2 and not journey.legs:
        return units.of_speed(certain(journey, times(2, WAY), number(sum(journey.spent, Fraction(0)))), unit)
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
        journey.lines.append("设全程为 1：剩下的时间 = 1 ÷ 平均速度 − 已走各段的时间")
        left = 1 / journey.mean - known
        share = next(share for share, speed, _ in journey.legs if speed is None)
        return units.of_speed(share / left if left > 0 else stay_out("never"), unit)
    stay_out(name)
