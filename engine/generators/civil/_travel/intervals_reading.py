"""Buses that pass somebody at even intervals, and a messenger along a marching column."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.train_statements import TRAIN
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def read_buses(text: str) -> Recognition | None:
    """Buses overtake somebody every a minutes and come to meet him every b: how often they leave, and how many times as fast they are."""
    plain = TRAIN.plain(text)
    if not patterns.search("公交|电车|公共汽车|班车|地铁|大巴", plain):
        return None
    after = patterns.search(r"(?:每隔?|平均每)(\d+(?:\.\d+)?)分钟[^,;。]{0,12}?(?:后面|身后|背后|超过|追上|同向|后方)", plain)
    towards = patterns.search(r"(?:每隔?|平均每)(\d+(?:\.\d+)?)分钟[^,;。]{0,12}?(?:迎面|对面|前面|相遇|前方)", plain)
    if not after or not towards or after.start() == towards.start():
        stay_out("how often they come")
    if patterns.search(r"停|红绿灯|提高|变为|\d倍|先", plain):
        stay_out("not even")
    if {*patterns.findall(r"\d+(?:\.\d+)?", plain)} - {after[1], towards[1], "1"}:
        stay_out("other numbers")
    for clause in patterns.split(r"[,;。?!\n]", plain):
        if not patterns.search(r"\d+分钟|多少|公交|公共汽车|电车|班车|地铁|大巴|发车", clause) and "※" in TRAIN.reduce(f"1分钟,{clause}"):
            stay_out(f"{clause}?")
    one, other = Fraction(after[1]), Fraction(towards[1])
    asks: list[Answer] = []
    for match in patterns.finditer(r"(?:每隔?|间隔(?:时间)?(?:为|是)?|相隔)[^,;。]{0,6}多少分钟|多少分钟(?:发|开)(?:出)?一|多少倍", plain):
        value = 2 * one * other / (one + other) if "分钟" in match[0] else (one + other) / (one - other)
        asks.append((match.start(), value if value > 0 else stay_out("numbers"), "分钟" if "分钟" in match[0] else "倍"))
    lines = [f"(车速 − 人速) × {after[1]} = (车速 + 人速) × {towards[1]} = 车速 × 发车间隔"]
    return recognition(lines, asks, {})


def read_column(text: str) -> Recognition | None:
    """A messenger from the end of a marching column to its head and back."""
    plain = TRAIN.plain(text)
    if not patterns.search("队伍|队列|车队|队尾|排尾", plain) or not patterns.search("通[讯信]员|传令兵|联络员|教官|老师|他|某人", plain):
        return None
    if patterns.search("停|提高|加速|减速|先|休息", plain):
        stay_out("not even")
    length = patterns.search(r"长(?:度)?(?:为|是)?(\d+(?:\.\d+)?)(米|千米)|(\d+(?:\.\d+)?)(米|千米)长?的队", plain)
    speeds = patterns.findall(r"(\d+(?:\.\d+)?)(米|千米)/(小时|分钟|秒)", plain)
    if not length or len(speeds) != 2 or len(patterns.findall(r"\d+(?:\.\d+)?", plain)) != 3:
        return None
    if len({speed[1:] for speed in speeds}) != 1 or not patterns.search(r"队尾[^,。]{0,12}(?:到|至)?[^,。]{0,6}队[头首]|排尾.*排头", plain):
        stay_out("units or ways")
    march, own = (Fraction(speed[0]) for speed in speeds)
    # Who is told of second need not be the messenger; the faster is.
    march, own = min(march, own), max(march, own)
    if march == own:
        stay_out("never arrives")
    metres, unit = (length[1], length[2]) if length[1] else (length[3], length[4])
    way = Fraction(metres) * (1000 if unit == "千米" else 1) / (1000 if speeds[0][1] == "千米" else 1)
    there, back = way / (own - march), way / (own + march)
    asked = patterns.findall(r"多少(小时|分钟|秒)", plain)
    if len(asked) != 1 or not patterns.search(r"共|往返|来回|总", plain) or not patterns.search("返回|跑回|回到|往返|来回|回队尾", plain):
        stay_out("there and back?")
    scale = {"小时": 3600, "分钟": 60, "秒": 1}
    time = (there + back) * scale[speeds[0][2]] / scale[asked[0]]
    lines = [f"去：队伍长 ÷ ({decimal(own)} − {decimal(march)})", f"回：队伍长 ÷ ({decimal(own)} + {decimal(march)})"]
    return recognition(lines, [(0, time, asked[0])], {})
