"""Vehicles that leave at even intervals and pass people."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, Relations, minus, number, recognition, times, total, unknown
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_BUS = r"公交车?|电车|公共汽车|班车|地铁(?:列车)?|大巴|巴士|货船|客船|巡逻车|列车|火车|缆车|出租车|汽车"
_PERSON = r"步行[人者]|行人|骑车[人者]|骑自行车的?人|(?:检修|工程|巡道)车|游船|小(?![时区])[\u4e00-\u9fff]|老[王李张刘赵陈]|[王李张刘赵陈](?:警官|先生|师傅|某|老师)|某人|有人|一个人|甲|乙"
_BEHIND = r"后面|身后|背后|超过|超越|追上|赶上|同向|后方|背后"
_AHEAD = r"迎面|对面|前面|相遇|遇到|遇上|碰到|前方|相向"
_EVERY = r"(?:每隔?|平均每隔?|每过)(\d+(?:\.\d+)?)(分钟|秒|小时)"


def read_buses(text: str) -> Recognition | None:
    """Vehicles that leave at even intervals overtake people and come to meet them: how often they leave, how many times as fast they are.

    Raises:
        StayOut: something else is told.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    plain = patterns.sub(
        r"(?:骑着?|乘坐?|坐|驾驶?|开)(?:着)?(?:一辆)?(?:自行车|电动车|摩托车|观光?游船)",
        lambda match: "游船" if "游船" in match[0] else "",
        plain,
    )
    marks = list(patterns.finditer(_EVERY, plain))
    if not patterns.search(_BUS, plain) or not marks:
        return None
    if found := patterns.search(r"(?<!不)停|红绿灯|提高|变为|先|车头|车尾|桥|跑道|环形", plain):
        stay_out(f"not even: {found[0]}")
    named = list(dict.fromkeys(patterns.findall(_PERSON, plain)))
    named = [each for each in named if each not in ("有人", "一个人", "某人")] or named[:1] or ["他"]
    relations, lines = Relations(), []
    speed = {each: unknown(f"{each}的速度") for each in named}  # as a share of the vehicles'
    water = unknown("水速") if patterns.search("水速|水流|顺流|顺水|逆流|逆水", plain) else {}
    used: list[str] = []
    for mark in marks:
        clause = patterns.split(r"[,;。?!]", plain[mark.end() :])[0]
        behind, ahead = patterns.search(_BEHIND, clause), patterns.search(_AHEAD, clause)
        if (behind is None) == (ahead is None):
            stay_out("from which side")
        whom = [each for each in named if each in clause] or ([named[0]] if len(named) == 1 else [])
        if len(whom) != 1:
            stay_out("whom they pass")
        own = total(number(1), water) if behind else minus(number(1), water)
        against = minus(own, speed[whom[0]]) if behind else total(own, speed[whom[0]])
        if water and not patterns.search("顺流|顺水", plain):
            stay_out("which way it flows")
        scale = {"秒": Fraction(1, 60), "分钟": Fraction(1), "小时": Fraction(60)}[mark[2]]
        time = Fraction(mark[1]) * scale
        # (own ∓ speed) × time = own × interval; with water told, `own` is a number
        if water:
            share = patterns.search(r"(?:均|都|船速)?(?:是|为)(?:水速|水流速度)的(\d+)倍", plain) or stay_out("how fast the water is")
            if "水速" not in used:
                relations.equal(unknown("水速"), number(1 / Fraction(share[1])))
                used += ["水速", share[1]]
            own_value = 1 + (1 if behind else -1) / Fraction(share[1])
            relations.equal(times(time, against), times(own_value, unknown("间隔")))
        else:
            relations.equal(times(time, against), unknown("间隔"))
        lines.append(f"{whom[0]}：(车速 {'−' if behind else '+'} 人速) × {decimal(time)} = 车速 × 发车间隔")
        used.append(mark[1])
    for one, other, factor in patterns.findall(rf"({_PERSON})(?:的)?速度?(?:是|为)({_PERSON})(?:的)?(?:速度)?的?(\d+(?:\.\d+)?)倍", plain):
        if one in speed and other in speed:
            relations.equal(speed[one], times(Fraction(factor), speed[other]))
            used.append(factor)
    for factor in patterns.findall(rf"(?:{_BUS})(?:的)?速度?(?:是|为)(?:{_PERSON}|他|她)(?:的)?(?:速度)?的?(\d+(?:\.\d+)?)倍", plain):
        if len(named) == 1:
            relations.equal(times(Fraction(factor), speed[named[0]]), number(1))
            used.append(factor)
    if {*patterns.findall(r"\d+(?:\.\d+)?", plain)} - {*used, "1"}:
        stay_out("other numbers")
    for clause in patterns.split(r"[,;。?!\n()]", plain):
        told = patterns.sub(r"(?:保持|始终|都|均|以)?不变(?:的?速度)?|不停地?|相[等同]|同样的?|一样|各自|每隔|间隔|同(?=一)", "", clause)
        if found := patterns.search(r"不|没|休息|加速|减速|[快慢改变再只仅另除未非]|晚点|提前|推迟|堵|返回|掉头", told):
            stay_out(f"{found[0]} in {clause}")
    asks: list[Answer] = []
    for match in patterns.finditer(
        r"(?:每隔?|间隔(?:时间)?(?:为|是)?|相隔)[^,;。]{0,6}多少分钟|多少分钟(?:发|开)(?:出)?(?:一|1)|(?:发车|发出|发船)的?(?:时间)?间隔(?:时间)?(?:是|为)?多少(?:分钟)?|(?:间隔)多少分钟|多少倍",
        plain,
    ):
        if "倍" in match[0]:
            if len(named) != 1:
                stay_out("as fast as whom")
            value = relations.ratio(number(1), speed[named[0]]) or stay_out("how fast")
        else:
            value = relations.value(unknown("间隔")) or stay_out("how often")
        asks.append((match.start(), value if value > 0 else stay_out("numbers"), "倍" if "倍" in match[0] else "分钟"))
    if not asks:
        stay_out("nothing asked")
    if any((relations.value(each) or 0) < 0 for each in speed.values()):
        stay_out("numbers")
    return recognition(lines, asks[:1] if len({each[1:] for each in asks}) == 1 else asks, {})
