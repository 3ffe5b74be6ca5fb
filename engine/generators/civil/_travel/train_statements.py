"""Trains, which have a length, statement by statement."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, Vocabulary, parse
from engine.generators.civil._problems.relations import Answer, Quantity, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import working
from engine.generators.civil._travel.journey import Units
from engine.generators.civil._travel.words import MEASURES
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TRAIN = Vocabulary(
    words=(
        *MEASURES,
        (r"整(?:列|个|辆)?(?:火车|列车|车身|车)?(?:完全|都|全部)?(?:在|位于)(?:桥|隧道|山洞)(?:上|内|里|中)(?:的)?(?:行驶|运行|时间)*", "内"),
        (r"从?(?:列车)?(?:甲|乙|快车|慢车|客车|货车)?(?:的)?车头(?:刚好)?(?:遇到|追上|接触|碰到|赶上)(?:列车)?(?:甲|乙|快车|慢车|客车|货车)?(?:的)?车尾(?:再|开始)?到(?:列车)?(?:甲|乙|快车|慢车|客车|货车)?(?:的)?车尾(?:完全)?(?:离开|超过|驶离)(?:列车)?(?:甲|乙|快车|慢车|客车|货车)?(?:的)?车头", "穿"),
        (r"从?(?P<chaser>甲|乙|快车|客车|慢车|货车)(?:列?车)?(?:追及|追上|赶上)(?:甲|乙|快车|客车|慢车|货车)(?:列?车)?(?:时)?(?:开始)?到(?:[两2]?车|甲|乙|快车|慢车)?(?:完全)?(?:超过|相?离开?|离开|错开)(?:甲|乙|快车|客车|慢车|货车)?(?:车)?", lambda match: ("甲" if match["chaser"] in "甲快车客车" else "乙") + "追穿"),
        (r"在?前(?:面|方)?(?:行驶)?(?=,|、)", "前"),
        (r"在?后(?:面|方)?(?:行驶|追赶)?(?=,|从|。)", "后"),
        (r"从?(?:两)?(?:个|列|辆)?(?:列?车头|头)?(?:追上(?:慢车|乙|前车)?(?:的)?(?:车尾)?|相遇|遇上|相接|对齐|碰上|上桥|进洞|进入?(?:桥|隧道|山洞)?|追上|相齐|开始(?:上桥|进入?|进洞))到(?:两)?(?:车尾|尾|完全)?(?:完全)?(?:相离|离开|错开|离桥|出洞|下桥|驶出|离开(?:桥|隧道|山洞)|超过|超出)(?:慢车|乙)?(?:桥|隧道|山洞)?", "穿"),
        (r"(?:完全|全部)?(?:错车(?:而过)?|错开(?:而过)?|会车|擦肩而过|交错而过|相遇(?:而过)?|离开|超过|超车|相离|错过)", "错"),
        (r"(?:完全|全部)?(?:通过|穿过|穿越|经过|驶过|开过|过完|驶离|过|离开|驶入到离开)(?:了)?", "穿"),
        (r"大桥|铁路桥|铁桥|桥梁|桥|隧道|山洞|涵洞|站台|月台", "桥"),
        (r"电线杆|信号灯|路灯(?:杆)?|标杆|路标|一棵树|(?:站|蹲)在?(?:铁?路边|路旁)?(?:不动)?的?(?:一个|某)?(?:人|行人|工人)|(?:路边|路旁)(?:的)?(?:一个)?(?:人|工人)", "杆"),
        (r"相向(?:而行|行驶|行进|开来|而来)?|(?:从)?(?:对面|迎面)(?:而来|开来|驶来|走来|相遇|过来)?|相对(?:而行|开来)?|对开", "向"),
        (r"同向(?:而行|行驶)?|同方向(?:行驶)?|同一方向", "同"),
        (r"[甲乙](?:车|列车|火车)?", lambda match: match[0][0]),
        (r"快车|客车", "甲"),
        (r"慢车|货车", "乙"),
        (r"快慢(?:两)?(?:列|辆)?(?:火|列)?车", ""),
        (r"火车|列车|动车|高铁|车身|地铁|车(?!头|尾|站|轨)", "车"),
        (r"(?:的)?(?:全长|车身长|身长|总长|长度|长)(?:为|是)?", "长"),
        (r"(?:的)?(?:行驶)?(?:速度|车速|时速)(?:分别)?(?:为|是|都是)?", "速"),
        (r"追(?:上)?", "追"),
        (r"、|和|与|及", "、"),
        (r"若|如果|假如", "若"),
        (r"(?:行走|步行|骑行|骑车|走|跑|行进|前进)(?:的)?", ""),
        (r"用(?:了|时)?|需要?|要|花了?|共|一共|经过", "用"),
        (r"各(?:自|是|为)?(?=多少|几)", "各"),
        (r"多少|几", "?"),
        (r"以|每|分别|双轨(?:铁路)?|复线|行进|一?列|一?座|一?条|一根|两列?|某|匀速|行驶|那么|从|到|车头|车尾|平行|轨道|在|上|时间|它|这", ""),
    ),
    changes=((r"\s+", ""), (r"(?<![A-Za-z甲乙])(?:另?(?:外)?[一1]列[^,;。\dA-Z]{0,4}?(?:列车|火车|高铁|动车))?([AB])(?=列?车|火车)|(?:列车|火车)([AB])(?![A-Za-z])", lambda m: {"A": "甲", "B": "乙"}[m[1] or m[2]]), (r",?(?:[以用按]|它|速度不变地?)*(?:同样|相同|这样|原来|同一)的?速度|(?:[以用按])(?:不变|一定|恒定|固定|均匀)的?速度(?:匀速)?", ","), (r"长度", "长")),
)  # fmt: skip
"""The words of trains: bridges, poles, what passes what."""
_ONTRAIN = (
    ("bridge", rf"穿?(?P<value>{N})L长?桥|穿?长(?P<value2>{N})L桥|桥长?(?P<value3>{N})L"),
    ("train", rf"(?P<who>[甲乙]?)车?长?(?P<value>{N})L(?:车|甲|乙|长)?|长(?P<value2>{N})L(?:车|甲|乙)"),
    ("speed", rf"(?P<who>[甲乙]?)车?速?(?P<value>{N})v速?"),
    ("speed-of", rf"速?(?P<value>{N})v速?(?P<who>[甲乙])(?=[,。;]|$)"),
    ("trains", rf"甲、乙车?长(?P<one>{N})L、(?P<other>{N})L"),
    ("speeds", rf"(?:甲、乙)?车?速?(?P<one>{N})v、(?P<other>{N})v速?"),
    ("cross", rf"(?:用|车|甲|乙|若)*(?:穿|桥)+(?:(?P<length>{N})L长?桥?|长(?P<length2>{N})L桥|桥)?(?:穿)?,?(?:用)*(?P<value>{N})t"),
    ("cross", rf"(?:车)*(?P<value>{N})t穿(?:(?P<length>{N})L桥?|桥)"),
    ("pole", rf"(?:车|甲|乙)*穿?(?:一)?杆(?:穿)?,?用*(?P<value>{N})t"),
    ("inside", rf"内用*(?P<value>{N})t"),
    ("pass", rf"(?:追|错|穿|甲、乙|甲|乙|,)*用*(?P<value>{N}|\?)t(?P<unit>[hmsd]?)错?(?=[,。;]|$)"),
    ("behind", r"(?P<front>[甲乙])前,(?P<back>[甲乙])后(?:追)?"),
    ("behind", r"(?P<back>[甲乙])后,(?P<front>[甲乙])前"),
    ("towards", "(?:甲、乙|车|甲|乙|追|遇)*向"),
    ("same", "(?:甲、乙|车|甲|乙|追)*同"),
    ("ask-cross", rf"(?:车|用|若)*(?:穿|桥)+(?:(?P<length>{N})L桥|长(?P<length2>{N})L桥|桥)?(?:穿)?,?(?:用)*\?t(?P<unit>[hmsd]?)"),
    ("ask-cross", r"用*\?t(?P<unit>[hmsd]?)(?:穿)+桥?"),
    ("ask-pole", r"(?:车|甲|乙)*穿?(?:一)?杆(?:穿)?,?用*\?t(?P<unit>[hmsd]?)"),
    ("ask-inside", r"内用*\?t(?P<unit>[hmsd]?)"),
    ("ask-train", r"(?P<who>[甲乙]?)车?(?:身)?长(?:\?L(?P<unit>[km]?)|\?)"),
    ("ask-bridge", r"桥长(?:\?L(?P<unit>[km]?)|\?)"),
    ("ask-speed", r"(?P<who>[甲乙]?)(?:车)?速?(?:\?v(?P<unit>[km][hms])|(?<=速)\?)"),
    ("ask-speeds", r"(?:甲、乙)?(?:车)?速(?:各)?\?(?:v(?P<unit>[km][hms]))?"),
    ("ask-both-other", r"车?速、车?长(?:各)?\?"),
    ("ask-both", r"车?长、(?:车)?速(?:各)?\?"),
    ("word", r"(?:甲、乙|车|甲|乙|穿桥?|桥|追|错|若|用|杆)+(?=[,。;]|$)|若"),
)  # fmt: skip


def _trains_named(plain: str) -> str:
    """Two trains of which each is only `one` or `the other`, or the first and the second, named 甲 and 乙."""
    if patterns.search("[甲乙]|快车|慢车|客车|货车", plain):
        return plain
    each = re.compile(r"(?:其中)?(?:另(?:外)?)?[一1]列(?:火车|列车|动车|高铁|车)?(?=[长每速车以身时的])")
    if len(each.findall(plain)) == 2:
        names = iter("甲乙")
        plain = each.sub(lambda _: next(names) + "车", plain)
    return patterns.sub(r"第([一二])列(?:火车|列车|动车|车)?", lambda match: {"一": "甲", "二": "乙"}[match[1]] + "车", plain)


_WALKER = r"(?:[一1](?:个|名|位)人|某人|(?:[一1]?(?:个|名|位|辆))?(?:行人|步行者|步行的人|骑车的?人|骑自行车的?人|骑自行车者|自行车|摩托车|路人|铁路工人|工人|小朋友|老人|小学生|学生|邮递员|拖拉机))"


def _beside_walker(plain: str) -> str:
    """A train and somebody who walks beside it named 甲 and 乙: a train that is 0 metres long.

    Raises:
        StayOut: more than the two.
    """
    plain = (
        patterns.sub(rf"从(?:他|她|{_WALKER})?的?(?:后面|身后|背后|后方)(?:开来|驶来|追来|而来)?", "同向开来", plain)
        if patterns.search(_WALKER, plain)
        else plain
    )
    if (
        not patterns.search(rf"{_WALKER}", plain)
        or not patterns.search("同向|同方向|迎面|相向|对面|相对", plain)
        or patterns.search("站[在着]|不动", plain)
    ):
        return plain
    if patterns.search("[甲乙]|快车|慢车|另|两列", plain):
        stay_out("more than a train and a walker")
    return patterns.sub(
        r"(?:[一这]?列)?(?:火车|列车|动车|高铁)(?!头|尾)|(?<=[,;。])(?:该|这列)?车(?!头|尾|身|长)",
        "甲",
        patterns.sub(rf"{_WALKER}|(?:他|她)的?(?:身边|身旁)|他(?!们)", "乙", plain),
    )


def _past_each_other(
    told: list[tuple[str, str, Fraction]],
    direction: str,
    faster: str,
    spent: list[tuple[str, Fraction]],
    asks: list[tuple[int, str, dict[str, str | None]]],
    units: Units,
    lines: list[str],
    plain: str,
    *,
    walker: bool,
) -> Recognition:
    """Two trains, or a train and somebody beside it, from head to head until they are apart: together they go both lengths.

    Raises:
        StayOut: of whom something is told, or which way they go, is not said.
    """
    relations = Relations()
    if walker:
        relations.equal(unknown("长乙"), number(0))
    for what in "长速":
        values = [(who, value) for kind, who, value in told if kind == what]
        if walker:
            values = [(who or "甲", value) for who, value in values]
        elif len(values) == 2 and not values[0][0] and not values[1][0]:
            values = [("甲", values[0][1]), ("乙", values[1][1])]
        if len({who for who, _ in values}) != len(values) or any(not who for who, _ in values):
            stay_out("whose length or speed")
        for who, value in values:
            relations.equal(unknown(what + who), number(value))
    one, other = relations.value(unknown("速甲")), relations.value(unknown("速乙"))
    if one is not None and other is not None and one != other:
        quicker = "甲" if one > other else "乙"
        if faster not in ("", quicker):
            stay_out("who is the faster")
        faster = quicker
    elif walker:  # a train is the faster
        faster = "甲"

    def relative(way: str) -> Quantity:
        """How fast they come past each other."""
        if way == "towards":
            return total(unknown("速甲"), unknown("速乙"))
        slower = {"甲": "乙", "乙": "甲"}.get(faster) or stay_out("who is the faster")
        return minus(unknown("速" + faster), unknown("速" + slower))

    if not direction or len(spent) > 2 or len({way for way, _ in spent}) != len(spent):
        stay_out("which way")
    lengths = total(unknown("长甲"), unknown("长乙"))
    for way, time in spent:
        relations.equal(times(time, relative(way or direction)), lengths)
        lines.append(f"{'相向' if (way or direction) == 'towards' else '同向'}从相遇到离开 {decimal(time)} 秒，一共行两者的长度之和")
    answers: list[Answer] = []
    for place, name, groups in asks:
        unit, who = groups.get("unit") or None, groups.get("who") or ("甲" if walker else "")
        if name in ("ask-pass", "ask-cross"):
            needed = relations.ratio(lengths, relative(direction))
            answers.append((place, *units.of_time(needed or stay_out("never"), unit)))
            continue
        if name == "ask-speed" and not who and patterns.search("[两2]车", plain):
            name = "ask-speeds"
        if name == "ask-speeds":
            for index, each in enumerate("甲乙"):
                found = relations.value(unknown("速" + each))
                answers.append((place + index, *units.of_speed(found if found and found > 0 else stay_out("not determined"), unit)))
            continue
        if name not in ("ask-train", "ask-speed") or not who:
            stay_out("of two trains")
        found = relations.value(unknown(("长" if name == "ask-train" else "速") + who))
        if found is None or found <= 0:
            stay_out("not determined")
        answers.append((place, *(units.of_length(found, unit) if name == "ask-train" else units.of_speed(found, unit))))
    return recognition(lines, answers, {}, working=working(relations, [value for _, value, _ in answers], units.wording))


def read_train(text: str) -> Recognition | None:
    """A train over a bridge, past a pole, past another train: its way is its length and that of what it passes."""
    plain = _trains_named(TRAIN.plain(text))
    if not patterns.search("火车|列车|动车|高铁|车长|车身|车(?:过|通过|经过)[^,。]{0,6}(?:桥|隧道|电线杆|山洞)", plain) or patterns.search(
        "第二|停|加速|减速|乘客|坐在|窗|人的速度", plain
    ):
        return None
    if patterns.search(r"(?:追上|超过|超车)[^。;]{0,12}\d秒[^。]*[;。,](?:若|如果)[^。]*(?:相向|迎面|对面|相对)", plain):
        stay_out("overtakes, and then passes the other way")
    walker = (beside := _beside_walker(plain)) != plain
    plain = beside
    relations, lines = Relations(), []
    lengths: list[Quantity] = []
    speeds: list[Quantity] = []
    bridge: Quantity | None = None
    direction = faster = subject = ""
    ways: list[str] = []
    told: list[tuple[str, str, Fraction]] = []
    asks: list[tuple[int, str, dict[str, str | None]]] = []
    crossings: list[tuple[Quantity | None, Fraction, str]] = []
    bridge_used = False
    over_what: list[Quantity | None] = []
    reduced = TRAIN.reduce(plain)
    for name, match in parse(reduced, _ONTRAIN):
        groups = match.groupdict()
        value = groups.get("value") or groups.get("value2") or groups.get("value3") or ""
        if overtakes := patterns.search("([甲乙])追(?=穿)", match[0]):
            direction, faster = direction or "same", overtakes[1]
        subject = subject if name == "speed" else ""  # the speed right behind a train's length is that train's
        if name == "bridge":
            if bridge is not None and not bridge_used:
                stay_out("two bridges")
            bridge, bridge_used = number(value), False
            lines.append(f"桥（隧道）长 {decimal(Fraction(value))} 米")
        elif name in ("train", "trains"):
            for each in (value,) if name == "train" else (groups["one"], groups["other"]):
                lengths.append(number(str(each)))
                told.append(("长", groups.get("who") or "", Fraction(str(each))))
                lines.append(f"车长 {decimal(Fraction(str(each)))} 米")
            subject = groups.get("who") or ""
        elif name in ("speed", "speed-of", "speeds"):
            for each in (value,) if name != "speeds" else (groups["one"], groups["other"]):
                speeds.append(number(str(each)))
                told.append(("速", groups.get("who") or (subject if name == "speed" else ""), Fraction(str(each))))
                lines.append(f"速度 {decimal(Fraction(str(each)))} 米/秒")
        elif name in ("towards", "same"):
            direction = name
        elif name == "behind":
            if groups["front"] == groups["back"]:
                stay_out("who is behind")
            direction, faster = direction or "same", groups["back"]
        elif name in ("cross", "pole", "inside"):
            length = groups.get("length") or groups.get("length2")
            crossings.append((number(length) if length else bridge, Fraction(value), name))
            ways.append(direction)
            bridge_used = True
        else:
            length = groups.get("length") or groups.get("length2")
            if name == "ask-cross" and length:
                bridge = number(length)
            if name == "pass" and value != "?":
                crossings.append((bridge, Fraction(value), "pass"))
                ways.append(direction)
                bridge_used = True
            elif name != "word":
                asks.append((match.start(), "ask-pass" if name == "pass" else name, groups))
                over_what.append(bridge)
                bridge_used = True
    units = Units(plain)
    if walker or len(lengths) == 2 or len(speeds) == 2:
        if bridge is not None or any((how != "pass" and how != "cross") or over is not None for over, _, how in crossings):
            stay_out("two and something else")
        if faster == "" and patterns.search("快车", TRAIN.plain(text)) and patterns.search("慢车", TRAIN.plain(text)):
            faster = "甲"  # so are they called
        spent = [(way, time) for way, (_, time, _) in zip(ways, crossings, strict=True)]
        return _past_each_other(told, direction, faster, spent, asks, units, lines, plain, walker=walker)
    if len(lengths) > 1 or len(speeds) > 1:
        stay_out("lengths")
    train = lengths[0] if lengths else unknown("L")
    speed = speeds[0] if speeds else unknown("v")
    for over, seconds, how in crossings:
        if how == "pass":
            how = "cross"
        passed: Quantity = {} if how == "pole" else over if over is not None else bridge if bridge is not None else unknown("B")
        way = minus(passed, train) if how == "inside" else total(passed, train)
        relations.equal(times(seconds, speed), way)
        lines.append(f"{decimal(seconds)} 秒{'在桥上' if how == 'inside' else '通过'}")
    answers: list[Answer] = []
    for (place, name, groups), over in zip(asks, over_what, strict=True):
        unit = groups.get("unit") or None
        bridge = over if over is not None else bridge
        passed = {} if name == "ask-pole" else bridge if bridge is not None else unknown("B")
        above, below = {
            "ask-cross": (total(passed, train), speed),
            "ask-pass": (total(passed, train), speed),
            "ask-pole": (train, speed),
            "ask-inside": (minus(passed, train), speed),
            "ask-train": (train, number(1)),
            "ask-bridge": (unknown("B") if bridge is None else bridge, number(1)),
            "ask-speed": (speed, number(1)),
            "ask-both": (train, number(1)),
            "ask-both-other": (speed, number(1)),
        }[name]
        found = relations.ratio(above, below)
        if found is None or found <= 0:
            stay_out("not determined")
        if name in ("ask-cross", "ask-pass", "ask-pole", "ask-inside"):
            answers.append((place, *units.of_time(found, unit)))
        elif name == "ask-speed" and speeds:
            stay_out("told already")
        elif name in ("ask-speed", "ask-both-other"):
            answers.append((place, *units.of_speed(found, unit)))
        else:
            answers.append((place, *units.of_length(found, unit)))
        if name == "ask-both":
            answers.append((place + 1, *units.of_speed(relations.value(speed) or stay_out("not determined"), unit)))
        elif name == "ask-both-other":
            answers.append((place + 1, *units.of_length(relations.value(train) or stay_out("not determined"), unit)))
    return recognition(lines, answers, {}, working=working(relations, [value for _, value, _ in answers], units.wording))
