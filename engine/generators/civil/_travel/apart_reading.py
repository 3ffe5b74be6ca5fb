"""Two who go one way, the slower ahead: they are so far apart twice, before one is overtaken and after."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._travel.journeys.words import plain_journey
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?"
_LENGTH, _TIME = r"(?:千米|米)", r"(?:小时|分钟|秒)"
_GO = r"(?:走|行|出发|跑|开|骑)(?:了|出)?"
_ONE_WAY = r"同向|同方向|同一方向|追"
_ASKED = rf"(?P<who>[甲乙])?(?:出发)?(?:后|再|又|经过|过|需|要|,)*多少(?P<unit>时间|{_TIME})(?:之?后|时)?,?(?:甲、?乙|两人|两车|两船|二人|他们|两者)?(?:之间)?(?:的)?(?:距离(?:为|是)|相距|相隔)(?P<apart>{_N})(?P<length>{_LENGTH})"
_SPEED = rf"(?P<who>[甲乙])(?:的|车|船)*(?:速度)?(?:是|为)?(?P<speed>{_N})(?P<length>{_LENGTH})/(?P<time>{_TIME})"
_STARTS = rf"(?P<who>[甲乙])(?:车|船)?(?:先|早|提前){_GO}?(?P<time>{_N})(?P<unit>{_TIME})"
_AHEAD = rf"(?P<who>[甲乙])(?:车|船)?在(?:[甲乙](?:车|船)?的?)?(?:前面|前方|前)(?P<gap>{_N})(?P<unit>{_LENGTH})"
_BETWEEN = rf"(?:相距|距离(?:为|是)?)(?P<gap>{_N})(?P<unit>{_LENGTH})"
_BEHIND = r"(?P<who>[甲乙])(?:车|船)?(?:在(?:[甲乙](?:车|船)?的?)?(?:后面|后方|后)|追(?:赶)?(?=[甲乙]))"
_ONE_OF_BOTH = r"第[一1]次|首次|最后|第[二2]次|还|尚|超过|追上[后前以]|相遇|领先|落后|反向|背向|环|圈|返回|休息|停|水流|水速|途中|提高|加速|减速|改|变|又|再"


def read_apart(text: str) -> Recognition | None:
    """After how long they are so far apart; None where it is not asked of two of whom one has a start.

    Raises:
        StayOut: it is asked, and not all is understood.
    """
    plain, called = plain_journey(text)
    plain = patterns.sub(r"\s", "", plain)
    asked = patterns.search(_ASKED, plain)
    if asked is None or not patterns.search(_ONE_WAY + r"|在前|在后|前面|后面", plain) or patterns.search("相向|相对|迎面|对开", plain):
        return None
    head = plain[: asked.start()]
    starts, ahead, between = (patterns.search(each, head) for each in (_STARTS, _AHEAD, _BETWEEN))
    if not (starts or ahead or between):
        return None
    behind = patterns.search(_BEHIND, head)
    speeds = {found["who"]: found for found in patterns.finditer(_SPEED, plain)}
    if (
        patterns.search(_ONE_OF_BOTH, patterns.sub("再过|又过", "", plain))
        or len(patterns.findall(_N, plain)) != 4
        or set(speeds) != {"甲", "乙"}
    ):
        stay_out("before or after one is overtaken")
    if len({(each["length"], each["time"]) for each in speeds.values()}) != 1:
        stay_out("speeds in two units")
    length, time = speeds["甲"]["length"], speeds["甲"]["time"]
    rates = {who: Fraction(each["speed"]) for who, each in speeds.items()}
    if rates["甲"] == rates["乙"]:
        stay_out("nobody is overtaken")
    quick, slow = ("甲", "乙") if rates["甲"] > rates["乙"] else ("乙", "甲")
    if starts:
        if starts["who"] != slow or asked["who"] != quick:
            stay_out("since when")
        gap = rates[slow] * Fraction(starts["time"]) * TIMES[starts["unit"]] / TIMES[time]
        told = f"{slow}先走 {starts['time']} {starts['unit']}"
    else:
        place = ahead or between or stay_out("who is ahead")
        if (ahead and ahead["who"] != slow) or (not ahead and (behind is None or behind["who"] != quick)):
            stay_out("who is ahead")
        gap = Fraction(place["gap"]) * LENGTHS[place["unit"]] / LENGTHS[length]
        told = f"{slow}在前 {place['gap']} {place['unit']}"
    apart = Fraction(asked["apart"]) * LENGTHS[asked["length"]] / LENGTHS[length]
    gain = rates[quick] - rates[slow]
    unit = asked["unit"] if asked["unit"] != "时间" else time
    times = [each / gain * TIMES[time] / TIMES[unit] for each in (gap - apart, gap + apart) if each > 0]
    if gap == apart or not all(is_exact(value, 4) for value in times):
        stay_out("as far apart as at first, or no even time")
    lines = [f"{who}的速度 {each['speed']} {each['length']}/{each['time']}" for who, each in sorted(speeds.items())]
    working = [f"开始时{slow}在前 {decimal(gap, 4)} {length}，每{time}追近 {decimal(gain, 4)} {length}。"]
    ways = (("追上以前", gap - apart, "−"), ("追上以后", gap + apart, "+"))[2 - len(times) :]
    for (when, way, sign), value in zip(ways, times, strict=True):
        between_them = f"{decimal(gap, 4)} {sign} {decimal(apart, 4)} = {decimal(way, 4)}（{length}）"
        working.append(f"{when}相距 {decimal(apart, 4)} {length}，多走 {between_them}，用 {decimal(value, 4)} {unit}。")
    answer = " 或 ".join(f"{decimal(value, 4)} {unit}" for value in times)
    return recognition(
        [*lines, told, f"相距 {asked['apart']} {asked['length']}{'，在追上以前或以后' if len(times) > 1 else ''}"],
        [(0, answer, "")],
        called,
        working=working,
    )
