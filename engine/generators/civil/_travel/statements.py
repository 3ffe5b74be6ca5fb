"""Travel statement by statement: speeds, a way and times as linear relations; meeting, catching up, round tracks, means of legs."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt

from engine.generators import patterns
from engine.generators.civil._problems.reduced import named_of_any_sort, parse
from engine.generators.civil._problems.relations import Answer, minus, number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import told_in_words, working
from engine.generators.civil._travel.forms import STATEMENTS
from engine.generators.civil._travel.journey import (
    BOTH,
    WAY,
    Journey,
    Units,
    answer_of,
    certain,
    gap_of,
    speed_words,
    times_as_fast,
)
from engine.generators.civil._travel.words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _statement(journey: Journey, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    value, place = groups.get("value") or "", match.start()
    who = groups.get("who") or ""
    journey.subject = who or journey.subject
    if name == "late":
        sign = {"迟": 1, "晚": 1, "规定": 0}.get(groups["way"], -1)
        late = sign * Fraction(value or 0)
        speed = Fraction(groups["speed"])
        journey.say(
            WAY,
            times(speed, total(unknown("T"), number(late))),
            f"路程 = {speed_words(groups['speed'])} × (规定时间 {'+' if late >= 0 else '−'} {decimal(abs(late) / 60)} 分钟)",
        )
        journey.planned = True
        return
    if name == "word":
        _heading(journey, match[0])
    elif name in ("speed", "speed-after", "speed-from"):
        if name == "speed-from":
            if groups["from"] == groups["to"]:
                stay_out("from where to where")
            journey.ways[who] = groups["from"] + ("B" if groups["from"] == "A" else "A")
            if set(journey.ways.values()) == {"AB", "BA"} and journey.direction == "":
                journey.direction = "towards"
        who = who or journey.subject or stay_out("whose speed")
        journey.say(unknown(who), number(value), f"{who}的速度 {speed_words(value)}")
    elif name == "speeds":
        journey.say(unknown("甲"), number(groups["one"]), f"甲的速度 {speed_words(groups['one'])}")
        journey.say(unknown("乙"), number(groups["other"]), f"乙的速度 {speed_words(groups['other'])}")
    elif name == "both-speed":
        for each in "甲乙":
            journey.say(unknown(each), number(value), f"{each}的速度 {speed_words(value)}")
    elif name == "covers":
        journey.say(times(Fraction(value), unknown(who)), WAY, f"{who}行全程用 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "faster":
        sign = 1 if groups["way"] == "快" else -1
        journey.say(
            unknown(who),
            total(unknown(groups["other"]), number(sign * Fraction(value))),
            f"{who}比{groups['other']}{groups['way']} {speed_words(value)}",
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
        journey.say(WAY, number(value), f"{'一圈' if name == 'round' else '路程'} {decimal(Fraction(value))} 米")
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
        before, who = journey.subject, who or journey.subject
        if journey.first or not who or who == groups.get("other"):
            stay_out("two starts")
        journey.first, journey.subject = who, groups.get("other") or before
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
            times(1 / other - 1 / one, WAY),
            number(value),
            f"路程 ÷ {speed_words(str(other))} − 路程 ÷ {speed_words(str(one))} = {decimal(Fraction(value) / 60)} 分钟",
        )
    elif name in ("towards", "same", "apart"):
        if journey.direction not in ("", name) and not journey.used:
            stay_out("two directions")
        journey.direction, journey.used = name, False
    elif name == "leg-spent":
        journey.spent.append(Fraction(value))
        journey.lines.append(f"单程用 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "round-trip":
        if len(journey.legs) != 2 or any(speed is None for _, speed, _ in journey.legs):
            stay_out("there and back how fast")
        spent = sum((1 / speed for _, speed, _ in journey.legs if speed is not None), Fraction(0))
        journey.say(times(spent, WAY), number(value), f"去的时间 + 回的时间 = {decimal(Fraction(value) / 60)} 分钟")
        journey.settled = True
    elif name in ("meet", "catch", "after"):
        if name == "meet" and (since := patterns.search(r"([甲乙])(?:发|行)?(?:后|发|行\?)", match[0])) and since[1] == journey.first:
            stay_out("since the earlier start")
        _joint(journey, name, groups, place, said=bool(patterns.search(r"再|[甲乙](?:发|行)?后|[甲乙]发|[甲乙]行\?", match[0])))
    elif name == "stage":
        journey.stages.append((Fraction(str(groups["length"])), Fraction(value)))
        journey.lines.append(f"{decimal(Fraction(str(groups['length'])))} 米，速度 {speed_words(value)}")
    elif name == "leg-time":
        journey.spans.append(Fraction(value))
    elif name == "turn":
        # The faster has gone the way and the piece, the slower the way without it.
        slower = groups["other"] or groups["other2"] or ""
        factor = certain(journey, unknown(who), unknown(slower)) if slower != who else Fraction(0)
        if factor <= 1 or journey.direction in ("towards", "apart") or journey.first or journey.round:
            stay_out("how many times as fast")
        piece = number(value)
        journey.say(
            total(WAY, piece),
            times(factor, minus(WAY, piece)),
            f"路程 + {decimal(Fraction(value) / 1000)} = {decimal(factor, 4)} × (路程 − {decimal(Fraction(value) / 1000)})（千米）",
        )
    elif name == "more-gone":
        if who == groups["other"]:
            stay_out("more than whom")
        factor = certain(journey, unknown(who), unknown(groups["other"])) ** (1 if groups["way"] == "多" else -1)
        if factor <= 1 or journey.direction != "towards" or journey.head:
            stay_out("who goes more")
        journey.say(
            times((factor - 1) / (factor + 1), WAY),
            number(value),
            f"相遇时{who}比{groups['other']}多行 {decimal(Fraction(value) / 1000)} 千米",
        )
    elif name == "turned":
        slow = groups["other"] or groups["other2"] or {"甲": "乙", "乙": "甲"}[who]
        one, two = (journey.relations.value(unknown(each)) for each in (who, str(slow)))
        if one is None or two is None or one <= two or journey.direction in ("towards", "apart"):
            stay_out("who turns")
        journey.turned = True
        journey.lines.append(f"{who}到后返回，相遇时两人合走 2 个全程")
    elif name == "stops":
        who = who or journey.subject or stay_out("who rests")
        if who in journey.stopped or journey.meeting is not None:
            stay_out("two rests")
        journey.stopped[who] = Fraction(value)
        journey.lines.append(f"{who}途中停了 {decimal(Fraction(value) / 60)} 分钟")
    elif name == "beyond":
        journey.beyond = Fraction(value)
    elif name == "meet-middle":
        if journey.direction != "towards" or journey.first or journey.round or journey.meeting is not None:
            stay_out("who meets where")
        journey.meeting, journey.middle = number(value), Fraction(groups["apart"] or 0)
        journey.say(times(Fraction(value), BOTH), WAY, f"{decimal(Fraction(value) / 60)} 分钟相遇")
    elif name == "middle":
        journey.middle = Fraction(value or groups["value2"] or 0) if journey.middle is None else stay_out("two places")
    elif name == "after-meeting":
        journey.after[who] = Fraction(value)
        journey.lines.append(f"相遇后{who}再行 {decimal(Fraction(value) / 60)} 分钟到达")
    elif name == "first-place":
        journey.first_place = (groups["end"], Fraction(value))
    elif name == "second-place":
        if journey.first_place is None or journey.round:
            stay_out("where they met before")
        # Up to the second meeting each goes three times as far as to the first.
        end, first = journey.first_place
        gone = number(3 * first)
        journey.say(
            gone,
            total(WAY, number(value)) if groups["end"] != end else minus(times(2, WAY), number(value)),
            f"到第二次相遇各走第一次的 3 倍：3 × {decimal(first / 1000, 4)} = {'全程 + ' if groups['end'] != end else '2 × 全程 − '}{decimal(Fraction(value) / 1000, 4)}（千米）",
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


def _heading(journey: Journey, words: str) -> None:
    """Words without a figure: of whom the next clause speaks, and who goes from where to where."""
    named = set(patterns.findall("[甲乙]", words))
    if len(named) == 1:
        journey.subject = named.pop()
    if len(named) < 2 and journey.subject and (ends := patterns.search("([AB])(?:[到行去发]|时)+([AB])", words)):
        journey.ways[journey.subject] = ends[1] + ends[2]
    if set(journey.ways.values()) == {"AB", "BA"} and journey.direction == "":
        journey.direction = "towards"
    if len(named) == 1 and patterns.search("[回折]", words):
        journey.turn_said = True
    if len(named) == 2 and patterns.search("A[到行去发]+B|B[到行去发]+A", words):
        journey.one_way = True


def _in_the_middle(journey: Journey, apart: Fraction) -> None:
    faster = [
        str(groups["who"] if groups["way"] == "快" else groups["other"]) for _, name, groups, _ in journey.asks if name == "ask-faster"
    ]
    if journey.meeting is not None and len(faster) == 1 and journey.relations.ratio(unknown("甲"), unknown("乙")) is None:
        journey.say(
            minus(unknown(faster[0]), unknown({"甲": "乙", "乙": "甲"}[faster[0]])),
            number(2 * apart / journey.meeting["1"]),
            f"相遇处距中点 {decimal(apart / 1000, 4)} 千米，快的比慢的多行 {decimal(2 * apart / 1000, 4)} 千米",
        )
        return
    factor = times_as_fast(journey)
    journey.say(
        times((factor - 1) / (factor + 1), WAY),
        number(2 * apart),
        f"相遇处距中点 {decimal(apart / 1000, 4)} 千米，快的比慢的多行 {decimal(2 * apart / 1000, 4)} 千米",
    )


def _after_meeting(journey: Journey) -> None:
    """Each goes on along what the other has gone: what one takes for it and what the other took tell how fast they are.

    Raises:
        StayOut: since when is not told.
    """
    if not journey.after:
        return
    if journey.direction != "towards" or journey.head or journey.round:
        stay_out("what is left after they meet")
    if len(journey.after) == 2 and journey.meeting is None:
        square = journey.after["甲"] * journey.after["乙"]
        root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
        journey.meeting = number(root) if root * root == square else stay_out("no whole root")
        journey.lines.append("相遇所用的时间是两段时间的等比中项")
    elif journey.meeting is None:
        time = certain(journey, minus(WAY, journey.head), BOTH) if journey.way else stay_out("when they meet")
        journey.meeting = number(time)
    for who, time in journey.after.items():
        other = {"甲": "乙", "乙": "甲"}[who]
        journey.relations.equal(times(time, unknown(who)), times(journey.meeting["1"], unknown(other)))
    if journey.relations.ratio(WAY, BOTH) is None:
        journey.relations.equal(WAY, times(journey.meeting["1"], BOTH))


def _joint(journey: Journey, name: str, groups: dict[str, str | None], place: int, *, said: bool) -> None:
    """Both move for a time until they meet or one catches up; `said`: since when the time is counted."""
    journey.used = True
    if journey.turned and groups["value"] == "?":
        journey.asks.append((place, "meet", groups, journey.direction))
        return
    if groups.get("nth"):
        journey.nth = int(str(groups["nth"]))
    if name == "catch":
        told = groups.get("who") or groups.get("who2") or ""
        whom = groups.get("whom")
        groups["who"] = told or {"甲": "乙", "乙": "甲"}.get(whom or "", "")
        if told == whom:
            stay_out("who catches up with whom")
    direction = journey.direction
    if name == "meet" and (journey.turn_said or (journey.one_way and not direction)) and journey.nth <= 1 and not journey.turned:
        stay_out("who turns, and who meets whom")
    if journey.round and "同地" not in journey.read:
        stay_out("from one place?")
    if name == "after":
        if direction != "towards" or "?" in (groups["value"] or "") or journey.first:
            stay_out("still apart")
        if groups["left"] == "?":
            journey.asks.append((place, "left", groups, direction))
        else:
            journey.say(minus(WAY, times(Fraction(str(groups["value"])), BOTH)), number(str(groups["left"])), "相遇前的距离")
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
    if catches and journey.stopped:
        stay_out("a rest before one catches up")
    if catches:
        gap, difference = gap_of(journey, groups.get("who") or "")
        journey.say(times(time, difference), gap, f"{decimal(time / 60)} 分钟追上")
    else:
        if any(rest >= time for rest in journey.stopped.values()):
            stay_out("one rests all the time")
        gone = total(*(times(time - journey.stopped.get(each, Fraction(0)), unknown(each)) for each in "甲乙"))
        journey.say(gone, minus(WAY, journey.head), f"{decimal(time / 60)} 分钟相遇")
        journey.meeting = number(time)


def _leg(journey: Journey, name: str, groups: dict[str, str | None], place: int) -> None:
    if name == "runner":
        journey.runner = Fraction(str(groups["value"]))
        return
    if name == "mean":
        journey.mean = Fraction(str(groups["value"] or groups["value2"]))
        journey.lines.append(f"全程平均速度 {speed_words(str(journey.mean))}")
        return
    share = Fraction(str(groups.get("share"))) if groups.get("share") else Fraction(1, 2)
    speed = Fraction(str(groups["value"])) if groups.get("value") else None
    journey.legs.append((share, speed, groups.get("unit") or ""))
    if speed is not None:
        journey.lines.append(f"全程的 {share} 速度 {speed_words(str(speed))}")
    if speed is None:
        journey.asks.append((place, "leg", groups, ""))


_PLACE = r"(?:自己)?(家|学校|公司|单位|图书馆|公园|车站|火车站|机场|县城|县|城|村|体育馆|少年宫|电影院|超市|书店|工厂|邮局|医院)"


def _placed(plain: str) -> str:
    """The text with the places of `从家去学校` named A and B: it matters from which of them something is told."""
    found = patterns.search(rf"从?{_PLACE}(?:里)?(?:同时)?(?:出发)?(?:,)?(?:步行|骑车|开车|走|跑)*(?:去|到|前往|往|走向){_PLACE}", plain)
    if not found or found[1] == found[2]:
        return plain
    plain = patterns.sub("到校", "到学校", plain)
    return plain.replace(found[0], "从A地到B地").replace(found[1], "A地").replace(found[2], "B地")


def _from_bank_to_bank(plain: str) -> str:
    """Ferries between the banks of a river that carries nothing along: two who go to and fro between A and B."""
    if "岸" not in plain or patterns.search(r"水流|流速|水速|顺[水流]|逆[水流]|静水", plain):
        return plain
    plain = patterns.sub(r"(各自|都|分别)(?:到达?|抵达)对岸", r"\1到达对方出发点", plain)
    plain = patterns.sub(r"([左甲东南A])岸", "A地", patterns.sub(r"(?:[右乙西北B]|对|另一)岸", "B地", plain))
    plain = patterns.sub(r"(?:到达?|抵达?)岸", "到达", patterns.sub(r"(?:河|江|湖)的?(?:的)?(?:两|2)岸|(?:两|2)岸", "A、B两地", plain))
    plain = patterns.sub(r"(?:河|江|湖)(?:面)?的?宽(?:度)?", "A、B两地距离", plain)
    return patterns.sub(r"(?:两艘|2艘)?(?:(?:渡|轮|客|货|汽)?船|渡轮|快艇)", "车", plain)


def _named_by_quarters(plain: str) -> str:
    """The east and the west station, of which something is told apart, as A and B."""
    if (
        two := patterns.search("(东|南)[、和]?(西|北)[两2](?:个)?(站|地|城|镇|村|港|车站)|A、B两(站|地|城|镇|村|港|车站)", plain)
    ) and not patterns.search(r"[AB](?!、|两)", plain):
        place = two[3] or two[4]
        one, other = (two[1], two[2]) if two[1] else ("东", "西") if patterns.search(f"[东西]{place}", plain) else ("南", "北")
        plain = plain.replace(two[0], f"A、B两{place}").replace(f"{one}{place}", "A地").replace(f"{other}{place}", "B地")
        plain = patterns.sub(r"在?[离距](?=[AB]地?\d)", "", plain)
    return plain


_BARE = r"(?<![\d.:/])(\d+(?:\.\d+)?)(?=[,;。、和与]|$|(?:的速度|对|相|同时|出发|追))"


def _speeds_with_units(plain: str) -> str:
    """The text with the unit of every speed of which only the figure is told: `每小时 60`, `60 和 100`, `甲 60，乙 90`."""
    if stated := patterns.search(r"\(?单位[:为是]?(千米/小时|米/秒|米/分钟)\)?", plain):
        plain = plain.replace(stated[0], "")
        return patterns.sub(r"(?<=速|为|是|、|和|与)(\d+(?:\.\d+)?)(?![\d.千米]|米)", rf"\1{stated[1]}", plain)
    lengths, durations = (set(patterns.findall(pattern, plain)) for pattern in (r"(?<=[\d少])(千米|米)(?!/)", r"(?<=[\d少])(小时|分钟|秒)"))
    if len(lengths) != 1 or patterns.search(r"(?:千米|米)/", plain):
        return plain
    length = lengths.pop()
    plain = patterns.sub(
        rf"(?:每|时速|1)(小时|分钟|秒)?(?:行驶|行|走|跑|开|骑|是|为)*{_BARE}", lambda m: f"{m[2]}{length}/{m[1] or '小时'}", plain
    )
    bare = patterns.findall(_BARE, plain)
    if len(bare) == 2 and not patterns.search(r"(?:千米|米)/", plain) and len(durations) < 2:
        duration = durations.pop() if durations else "小时" if length == "千米" else "秒"
        plain = patterns.sub(_BARE, rf"\1{length}/{duration}", plain)
    return plain


def read_journey(text: str) -> Recognition | None:
    """The problem as relations of speeds and ways."""
    plain = VOCABULARY.plain(text)
    plain = _speeds_with_units(plain)
    friend = set(patterns.findall("朋友|同学|同桌|室友|闺蜜", plain))
    if len(friend) == 1 and patterns.search("我(?!们)", plain):
        plain = patterns.sub("(?<=[,;。])[他她](?!们)", friend.pop(), plain)
    if patterns.search("返回|折返|掉头|往回", plain):
        plain = _placed(plain)
        plain = patterns.sub(r"(?:又|再次|再)(?=在?[离距][^,;。第]{1,16}?相遇)", "第二次", plain)
    plain = _named_by_quarters(plain)
    plain = _from_bank_to_bank(plain)
    plain, called = named_of_any_sort(plain, SORTS)
    plain = patterns.sub(
        r"([甲乙])站?在(?:他|她|对方)的?前(?:面|方)(?=\d)", lambda match: f"{match[1]}在{'乙' if match[1] == '甲' else '甲'}前面", plain
    )
    if patterns.search(r"[船艇舟桥隧]|水流|顺[水流]|逆[水流]|扶梯|多次|公交车.{0,8}(?:每|一班)", plain):
        return None
    if not patterns.search("第[二三四五2-9]次|再次", plain):
        plain = patterns.sub("首次|第[一1]次", "", plain)
    reduced = patterns.sub(r"(?<=[,。;])、|、(?=[,。;])", "", VOCABULARY.reduce(plain))
    if patterns.search("休息|停留|故障|堵", plain) and "停" not in reduced:
        return None
    journey = Journey(read=reduced)
    for name, match in parse(reduced, STATEMENTS):
        _statement(journey, name, match)
    if journey.middle is not None:
        _in_the_middle(journey, journey.middle)
    _after_meeting(journey)
    units = Units(plain)
    answers: list[Answer] = []
    for place, name, groups, direction in journey.asks:
        del direction
        answers.append((place, *answer_of(journey, name, groups, units)))
    if journey.stages and (
        len(journey.stages) < 2 or journey.way or any(name not in ("ask-time", "ask-plan", "ask-mean") for _, name, _, _ in journey.asks)
    ):
        stay_out("stages of what")
    if journey.first_place is not None and not journey.read.count("第2次"):
        stay_out("where they meet")
    if journey.legs and not journey.settled and not any(name in ("leg", "ask-mean") for _, name, _, _ in journey.asks):
        stay_out("legs for what")
    wording = units.wording
    lines = journey.lines or told_in_words(journey.relations, wording)
    return recognition(lines, answers, called, working=working(journey.relations, [value for _, value, _ in answers], wording))
