"""Boats, which a stream carries, statement by statement."""

from __future__ import annotations

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

_BOAT = Vocabulary(
    words=(
        *MEASURES,
        (r"往返(?:一次|一趟|一个来回)?|来回(?:一次|一趟)?", "往返"),
        (r"(?:沿|按|从)?原路", ""),
        (r"(?:返回(?:原地|原处|出发地|起点|出发点|[AB甲乙](?:地|港|码头)?)?|回来|返航|回程|回到(?:A|原地|出发地|甲))(?:时)?", "回"),
        (r"(?:水流|河水|江水|水)(?:的)?(?:流速|速度)|水速|流速|水的流动速度|水流", "水"),
        (r"(?:船|轮船|客船|快艇|游船|小船)?(?:在)?静水(?:中|里)?(?:的)?(?:速度|航速|船速|航行速度|航行|划行|行驶)?|船速|船(?:自身|本身|的)?(?:速度|航速)", "静"),
        (r"顺(?:水|流|风)(?:而下|航行|行驶|行|划行|时|的)*(?:速度)?", "顺"),
        (r"逆(?:水|流|风)(?:而上|航行|行驶|行|划行|时|的)*(?:速度)?", "逆"),
        (r"(?:从)?(?:上游)(?:的)?(?:[AB甲乙]?(?:港|码头|地|站)?)?(?:开往|驶往|到)(?:下游)(?:的)?(?:[AB甲乙]?(?:港|码头|地|站)?)?", "顺"),
        (r"(?:从)?(?:下游)(?:的)?(?:[AB甲乙]?(?:港|码头|地|站)?)?(?:开往|驶往|到)(?:上游)(?:的)?(?:[AB甲乙]?(?:港|码头|地|站)?)?", "逆"),
        (r"(?:两地|两港|两码头|码头|港口|全程|单程|路程|航程|水路|之间)*(?:的)?(?:相距|距离|全长|长|路程|全程|航程|单程)(?:为|是)?", "距"),
        (r"(?:放)?(?:[一1](?:只|个|块|根|片))?(?:塑料)?(?:无动力的?)?(?:木筏|竹筏|筏子|木板|漂流瓶|空瓶|树叶|皮球|漂浮物)(?:顺流|顺水)?(?:漂流?(?:到)?)?", "筏"),
        (r"速度(?:为|是)?", "速"),
        (r"(?:这|那)?(?:同)?一段(?:路程|距离|水路|航程|路)?(?=用|需|要|花|,|共|\d)|同样(?:的)?(?:路程|距离)|(?:这段|相同的?|该段)(?:路程|距离|水路|航程)", ""),
        (r"、|和|与|及", "、"),
        (r"用(?:了|时)?|需要?|要|花了?|共|一共|经过|耗时", "用"),
        (r"各|分别", "各"),
        (r"多少|几", "?"),
        (r"(?:轮|客|货|游|渔|汽|小|木|帆)?船|[客货游油邮渡]轮|艇|舟|快艇|航行|行驶|行|从|到|驶|开|往|出发|[AB甲乙](?:港|码头|地|站)?|两|一艘|一只|一条|码头|港口|港(?!元)|间|河|江|其|若|如果|这|那么|每|再|又|后|沿|都是|则|船|在|途中|时间", ""),
    ),
    changes=(
        (r"\s+", ""),
        (r"(?:若|如果)?不考虑其他因素(?:影响)?,?", ""),
        (r"[甲A]、[乙B](?=[两2](?:港|个?码头|地|城|站))", ""),
        (r"(?:轮|客|货|小|汽)?船(?:的)?静水(?:中)?(?:的)?(?:航行)?速度", "船在静水中的速度"),
        (r"((?:水速|流速|船速|水流速度|船的速度)(?:为|是)?\d+(?:\.\d+)?千米)(?![\d/每])", r"\1/小时"),
        (r"(\d+(?:\.\d+)?)(千米|米)(?:/|每)(时|分)(?!钟)", lambda m: f"{m[1]}{m[2]}/{ {'时': '小时', '分': '分钟'}[m[3]] }"),
        (r"(?<=[速度中里])(\d+(?:\.\d+)?),水速(\d+(?:\.\d+)?)\((?:单位)?(?:都是|均为|:)?(千米|米)/(小时|分钟|秒)\)", r"\1\3/\4,水速\2\3/\4"),
    ),
)  # fmt: skip
_ON_STREAM = (
    ("still", rf"静速?(?P<value>{N})v"),
    ("water", rf"水速?(?P<value>{N})v"),
    ("down", rf"顺速?(?P<value>{N})v"),
    ("up", rf"(?:逆|回)速?(?P<value>{N})v"),
    ("round-time", rf"往返共?用*(?P<value>{N})t|共用*(?P<value2>{N})t"),
    ("way", rf"(?:往返)?距(?P<value>{N})L、?(?=[,。;])|距(?P<value3>{N})L|(?P<value2>{N})L距"),
    ("down-time", rf"顺(?:距|,)?(?:(?P<length>{N})L距?)?,?用*(?P<value>{N})t"),
    ("up-time", rf"(?:逆|回|回逆|逆回)(?:距|,)?(?:(?P<length>{N})L距?)?,?用*(?P<value>{N})t"),
    ("ask-water", r"水速?(?:\?v(?P<unit>[km][hms])|\?)"),
    ("ask-still", r"静速?(?:\?v(?P<unit>[km][hms])|\?)"),
    ("ask-both", r"静、水速?各?(?:\?v?(?P<unit>[km][hms])?|\?)"),
    ("ask-both-other", r"水、静速?各?(?:\?v?(?P<unit>[km][hms])?|\?)"),
    ("ask-down", rf"顺(?P<length>{N})L用*\?t(?P<unit>[hmsd]?)"),
    ("ask-up", rf"(?:逆|回)(?P<length>{N})L用*\?t(?P<unit>[hmsd]?)"),
    ("ask-down", r"顺用*\?t(?P<unit>[hmsd]?)"),
    ("ask-up", r"(?:逆|回|回逆|逆回)用*\?t(?P<unit>[hmsd]?)"),
    ("ask-round", r"往返用*\?t(?P<unit>[hmsd]?)"),
    ("ask-raft", r"筏,?用*\?t(?P<unit>[hmsd]?)"),
    ("ask-way", r"距\?L?(?P<unit>[km]?)"),
    ("ask-down-speed", r"顺速?\?v(?P<unit>[km][hms])"),
    ("ask-up-speed", r"逆速?\?v(?P<unit>[km][hms])"),
    ("word", r"(?:往返|用|顺|逆|回|、)+(?=[,。;]|$)|水、静(?=,)"),
)  # fmt: skip


def _downstream_by_raft(plain: str) -> str:
    """Where only A and B are told, what drifts from A to B goes down the stream."""
    drift = patterns.search(
        r"(?:从|由|在)([AB甲乙])(?:[地城港镇村站]|码头)?(?:放|漂|丢|投)[^,;。]{0,12}?,?(?:它|那么|则)?(?:漂流?)?(?:到|至)([AB甲乙])(?:[地城港镇村站]|码头)?",
        plain,
    )
    if drift is None or drift[1] == drift[2] or patterns.search("[顺逆]|上游|下游", plain):
        return plain
    place = r"(?:[地城港镇村站]|码头)?(?:返回|回|开|驶|行|航行)*(?:到|往|至|去)"
    end = r"(?:[地城港镇村站]|码头)?"
    rest = plain.replace(
        drift[0],
        patterns.sub(r"^(?:从|由|在)[AB甲乙](?:[地城港镇村站]|码头)?|,?(?:它|那么|则)?(?:漂流?)?(?:到|至)[AB甲乙].*$", "", drift[0]),
    )
    rest = patterns.sub(rf"(?:从|由)?{drift[1]}{place}{drift[2]}{end}", "顺水", rest)
    return patterns.sub(rf"(?:从|由)?{drift[2]}{place}{drift[1]}{end}", "逆水", rest)


def read_boat(text: str) -> Recognition | None:
    """A boat down and up a stream: its speed is that in still water and the stream's, added or subtracted."""
    plain = _downstream_by_raft(_BOAT.plain(text))
    if not patterns.search("[船艇舟轮]|飞机", plain) or patterns.search(
        "两船|两艘|相遇|追|掉|停|丢|落水|涨|暴雨|倍|比|休息|同向|相向", plain
    ):
        return None
    relations, lines = Relations(), []
    still, water, way = unknown("c"), unknown("w"), unknown("S")
    down, up = total(still, water), minus(still, water)
    round_trips: list[Fraction] = []
    speeds = {"still": still, "water": water, "down": down, "up": up}
    names = {"still": "静水中的速度", "water": "水速", "down": "顺水速度", "up": "逆水速度"}
    asks: list[tuple[int, str, str | None]] = []
    for name, match in parse(_BOAT.reduce(plain), _ON_STREAM):
        groups = match.groupdict()
        if name in speeds:
            relations.equal(speeds[name], number(groups["value"]))
            lines.append(f"{names[name]} {decimal(Fraction(groups['value']) * 36 / 10)} 千米/小时")
        elif name == "way":
            length = groups["value"] or groups["value2"] or groups["value3"]
            relations.equal(way, number(length))
            lines.append(f"路程 {decimal(Fraction(length) / 1000)} 千米")
        elif name == "round-time":
            round_trips.append(Fraction(groups["value"] or groups["value2"]))
        elif name in ("down-time", "up-time"):
            goes = down if name == "down-time" else up
            distance: Quantity = number(groups["length"]) if groups["length"] else way
            if groups["length"] and name == "down-time":
                relations.equal(way, distance)
            relations.equal(times(Fraction(groups["value"]), goes), distance)
            lines.append(f"{'顺水' if name == 'down-time' else '逆水'}用 {decimal(Fraction(groups['value']) / 3600)} 小时")
        elif name.startswith("ask"):
            if groups.get("length"):
                if relations.value(way) is not None:
                    stay_out("two ways")
                relations.equal(way, number(str(groups["length"])))
                lines.append(f"路程 {decimal(Fraction(str(groups['length'])) / 1000)} 千米")
            asks.append((match.start(), name.removeprefix("ask-"), groups.get("unit") or None))
    for whole in round_trips:
        with_it, against = relations.value(down), relations.value(up)
        if with_it is None or against is None or min(with_it, against) <= 0 or len(round_trips) > 1:
            stay_out("how fast there and back")
        relations.equal(times(1 / with_it + 1 / against, way), number(whole))
        lines.append(f"往返用 {decimal(whole / 3600)} 小时")
    units = Units(plain)

    def certain(above: Quantity, below: Quantity) -> Fraction:
        value = relations.ratio(above, below)
        return value if value is not None and value > 0 else stay_out("not determined")

    answers: list[Answer] = []
    for place, what, unit in asks:
        if what in ("water", "still", "down-speed", "up-speed"):
            answers.append((place, *units.of_speed(certain(speeds[what.removesuffix("-speed")], number(1)), unit)))
        elif what.startswith("both"):
            order = (still, water) if what == "both" else (water, still)
            answers += [(place + index, *units.of_speed(certain(each, number(1)), unit)) for index, each in enumerate(order)]
        elif what == "way":
            answers.append((place, *units.of_length(certain(way, number(1)), unit)))
        elif what == "round":
            answers.append((place, *units.of_time(certain(way, down) + certain(way, up), unit)))
        else:
            answers.append((place, *units.of_time(certain(way, {"down": down, "up": up, "raft": water}[what]), unit)))
    if (value := relations.value(up)) is not None and value <= 0:
        stay_out("never comes up")
    return recognition(lines, answers, {}, working=working(relations, [value for _, value, _ in answers], units.wording, composed=True))
