"""One way at several speeds: when one arrives at each of them, and how far each of two speeds takes one of a way done in a told time."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.civil._travel.facts import METRES, SECONDS, SPEED, pace
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_CLOCK = r"(?P<half{0}>上午|早上|早晨|清晨|凌晨|下午|晚上|中午|傍晚)?(?P<hour{0}>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})(?:点|时)(?:(?P<minute{0}>\d{{1,2}})分?|(?P<thirty{0}>半)|整)?"
_ARRIVES = r"(?:能|可以?|会|正好|恰好|刚好)*(?:到达?|抵达)(?:目的地|学校|公司|乙地|B地|单位)?"
_WORDS = """
骑 骑自行车 自行车 骑车 开车 汽车 步行 某人 小明 从 甲地 乙地 A地 B地 甲 乙 到 去 往 前往 行进 行驶 前进 行走 速度 的速度 以 用 按 如果 若 希望 要 想要 要想 那么 应 应该 应以 怎样 怎么样 多大 同一时间 同时 出发 时间 一辆 他 列 列车 高速 动车 高铁 和谐号 出发向 相距 两地 的 路况 路段 两种不同 不同 两种 这两种 分别 平均速度 平均 行完 走完 全程 恰好 正好 刚好 里程 里程数 路程 之差 山路 平路 高速公路 普通公路 国道
"""
_DIGITS = "零一二三四五六七八九十"


def _at(match: re.Match[str], which: str) -> Fraction:
    """The hour of the day.

    Raises:
        StayOut: it is not said which half of the day.
    """
    hour_told = match[f"hour{which}"].replace("两", "二")
    hour = int(hour_told) if hour_told.isdigit() else _DIGITS.index(hour_told) if hour_told in _DIGITS else 10 + _DIGITS.index(hour_told[1])
    half = match[f"half{which}"]
    if half is None and hour <= 12:
        stay_out("morning or afternoon")
    if half in ("下午", "晚上", "傍晚") and hour < 12:
        hour += 12
    if half == "中午" and hour < 3:
        hour += 12
    minute = Fraction(match[f"minute{which}"] or 0) / 60 + (Fraction(1, 2) if match[f"thirty{which}"] else 0)
    return hour + minute


def read_arrivals(text: str) -> Recognition | None:
    """So fast one arrives at one o'clock, so fast at eleven: how fast to arrive at noon."""
    story = Story(text)
    told = story.take_all(
        rf"(?:若|如果)?(?:以|按|用|每天以)?(?P<speed>{SPEED})(?:的速度)?(?:行进|行驶|前进|行走|骑行|骑|走)*,?(?:则|那么|就|将)?(?:在|于)?{_CLOCK.format('')}{_ARRIVES}"
    )
    asked = story.take(
        rf"(?:如果|若|要|想|希望|他|要想|想要|使)*(?:在|于)?{_CLOCK.format('')}(?:准时)?{_ARRIVES},?(?:则|那么)?(?:他|应|应该|需要?|要)*(?:以|用|按)?(?:怎样|怎么样|多大|多少|什么样?)?的?(?:速度|时速)?(?:是|为)?(?:行进|行驶|前进|行走|骑行|骑|走)*(?:多少(?:(?:千米|米)/(?:小时|分钟))?)?"
    )
    if len(told) != 2 or asked is None or not patterns.search("速度|怎样|多少", asked[0]):
        return None
    story.finish(_WORDS)
    speeds = [pace(match["speed"]) for match in told]
    times = [_at(match, "") for match in told]
    (one, units), (other, units2) = speeds
    if units != units2 or one == other or times[0] == times[1]:
        stay_out("units")
    scale = Fraction(SECONDS[units.time], METRES[units.length])
    # way = speed × (arrival − departure), in hours
    left = (one * times[0] - other * times[1]) / (one - other)
    way = one * (times[0] - left) * 3600
    wanted = _at(asked, "") - left
    if way <= 0 or wanted <= 0 or left < 0 or min(times) <= left:
        stay_out("numbers")
    value = way / (wanted * 3600) * scale
    unit = f"{units.length}/{units.time}"
    lines = [f"{decimal(speed * scale, 4)} {unit} 时 {decimal(time, 4)} 点到达" for (speed, _), time in zip(speeds, times, strict=True)]
    working = [
        f"出发时间是 {decimal(left, 4)} 点，全程 {decimal(way / METRES[units.length], 4)} {units.length}",
        f"要行 {decimal(wanted, 4)} 小时",
    ]
    return recognition(lines, [(asked.start(), value, unit)], {}, working=working)


def read_two_roads(text: str) -> Recognition | None:
    """A way done partly at one speed and partly at another: how far each takes one, and by how much the one more."""
    story = Story(text)
    whole = story.take(rf"(?:全程|全长|路程|相距|距离|总路程)(?:共|为|是|有)?(?P<value>{NUMBER})(?P<unit>千米|米)(?:的)?")
    speeds = story.take(rf"(?:分别)?(?:以)?(?P<one>{SPEED})(?:和|与|、)(?P<other>{SPEED})(?:的)?(?:平均)?(?:速度)?(?:分别)?(?:在)?")
    time = story.take(
        r"(?:共|一共|用了?|经过|历时|,)*(?P<value>\d+(?:\.\d+)?)(?P<unit>小时|分钟)(?:后)?(?:恰好|正好|刚好)?(?:行|走|跑|开)?(?:驶)?完(?:了)?(?:全程)?"
    )
    asked = story.take(
        r"(?:则|那么)?(?:这)?(?:两|2)(?:种|个|段)?(?:不同)?(?:的)?(?:路况)?(?:的)?(?:路段|路)(?:的)?(?:里程数?|路程|长度)?(?:之差|的差|相差)(?:是|为)?多少(?:千米|米)?"
    )
    if whole is None or speeds is None or time is None or asked is None:
        return None
    story.refuse("停|休息|返回|往返")
    story.finish(_WORDS)
    (one, units), (other, units2) = pace(speeds["one"]), pace(speeds["other"])
    if units != units2 or one == other or whole["unit"] != units.length:
        stay_out("units")
    way, spent = Fraction(whole["value"]) * METRES[units.length], Fraction(time["value"]) * SECONDS[time["unit"]]
    first = (way - other * spent) / (one - other)
    if not 0 < first < spent:
        stay_out("numbers")
    ways = [one * first / METRES[units.length], other * (spent - first) / METRES[units.length]]
    lines = [f"全程 {whole['value']} {units.length}，共用 {time['value']} {time['unit']}"]
    working = [f"两种路段各长 {decimal(ways[0], 4)} {units.length} 和 {decimal(ways[1], 4)} {units.length}"]
    answers: list[Answer] = [(asked.start(), abs(ways[0] - ways[1]), units.length)]
    return recognition(lines, answers, {}, working=working)


def read_hills(text: str) -> Recognition | None:
    """There and back over hills: what is uphill there is downhill back, so that all of the way is done once at each speed."""
    story = Story(text)
    if not story.has("上坡") or not story.has("下坡"):
        return None
    speeds = [story.take(rf"{way}坡(?:路)?(?:时)?(?:的)?(?:平均)?(?:速度|时速)?(?:分别)?(?:为|是|以)*(?P<value>{SPEED})") for way in "上下"]
    both = story.take(
        r"(?:往返|来回)(?:一次|一趟)?(?:一?共|总共)?(?:用时?|用了|需要?|花了?|要)*(?:时间)?(?P<value>\d+(?:\.\d+)?)(?P<unit>小时|分钟)"
    )
    asked = story.take(
        r"(?:小[\u4e00-\u9fff]|他|她)?(?:的)?(?:从)?(?:家|甲地|A地|学校)?(?:到|至|与|和|离)(?:学校|家|乙地|B地|公司|单位)(?:的)?(?:之间)?(?:的)?(?:路程|距离|相距)?(?:有|为|是)?多少(?:距离|千米|米|路)"
    )
    if speeds[0] is None or speeds[1] is None or both is None or asked is None or story.has("平路"):
        return None
    story.take_all(
        r"先上坡(?:再|后|然后)下坡|先下坡(?:再|后|然后)上坡|[,(]?(?:假设)?在?[^,;。?()]{1,6}(?:停留|耽误|耽搁|逗留)的?时间(?:忽略)?不计\)?|忽略不计|(?:立即|马上|按|沿|原路)*(?:返回|回家|回去)(?:拿书|取书)?|发现[^,;。?\d]{0,12}(?=,)"
    )
    story.finish(_WORDS + " 小伟 上学 学校 家 他 回家 拿书 往返 上坡 下坡 假设 且 在 后 没带 书 课本 物理")
    (up, units), (down, units2) = (pace(match["value"]) for match in speeds if match)
    if units != units2:
        stay_out("units")
    spent = Fraction(both["value"]) * SECONDS[both["unit"]]
    way = spent / (1 / up + 1 / down) / METRES[units.length]
    scale = Fraction(SECONDS[units.time], METRES[units.length])
    lines = [
        f"上坡 {decimal(up * scale, 4)}、下坡 {decimal(down * scale, 4)} {units.length}/{units.time}，往返 {both['value']} {both['unit']}"
    ]
    working = [
        "去时的上坡是回时的下坡，往返一次全程各以两种速度走了一遍",
        f"全程 = 往返时间 ÷ (1 ÷ 上坡速度 + 1 ÷ 下坡速度)，为 {decimal(way, 4)} {units.length}",
    ]
    return recognition(lines, [(asked.start(), way, units.length)], {}, working=working)


_HEAD = r"(?:若|如果)?(?P<who{0}>[甲乙])让(?P<other{0}>[甲乙])先(?:跑|走|行)(?P<head{0}>\d+(?:\.\d+)?)(?P<unit{0}>米|秒|分钟),(?:则|那么)?(?P=who{0})(?:跑|走|行)?(?P<time{0}>\d+(?:\.\d+)?)(?P<clock{0}>秒|分钟)(?:就|便|后)?(?:可以?|能|刚好|恰好)*追上(?P=other{0})"


def read_two_starts(text: str) -> Recognition | None:
    """Somebody gives another a start of so far, and then of so long, and catches up: how fast both are."""
    story = Story(text)
    first, second = (story.take(_HEAD.format(which)) for which in "12")
    asked = story.take(r"(?:则|那么)?(?:甲、?乙|[两2]人)(?:二人|[两2]人)?(?:每秒|的速度)?(?:各|分别)?(?:跑|行|是|为)?多少(?:米(?:/秒)?)?")
    if first is None or second is None or asked is None:
        return None
    story.finish(_WORDS + " 二人 两人 练习 跑步 甲 乙 每秒")
    told = {match[f"unit{which}"] == "米": (match, which) for match, which in ((first, "1"), (second, "2"))}
    if len(told) != 2 or first["who1"] != second["who2"] or first["who1"] == first["other1"]:
        stay_out("which starts")
    (by_way, one), (by_time, other) = told[True], told[False]
    units = {by_way[f"clock{one}"], by_time[f"clock{other}"], by_time[f"unit{other}"]}
    if len(units) != 1:
        stay_out("units")
    faster_by = Fraction(by_way[f"head{one}"]) / Fraction(by_way[f"time{one}"])
    caught, early = Fraction(by_time[f"time{other}"]), Fraction(by_time[f"head{other}"])
    # fast × caught = slow × (caught + early)
    slow = faster_by * caught / early
    unit = f"米/{units.pop()}"
    fast_one = first["who1"]
    speeds = {fast_one: slow + faster_by, {"甲": "乙", "乙": "甲"}[fast_one]: slow}
    lines = [
        f"先行 {by_way[f'head{one}']} 米时，每{unit[2:]}追近 {decimal(faster_by, 4)} 米",
        f"先行 {by_time[f'head{other}']} {unit[2:]}时，{decimal(caught)} {unit[2:]}追上",
    ]
    working = [f"慢的先行的路程是 {decimal(faster_by, 4)} × {decimal(caught)} = {decimal(faster_by * caught, 4)} 米"]
    answers: list[Answer] = [(asked.start() + place, speeds[who], unit) for place, who in enumerate("甲乙")]
    return recognition(lines, answers, {}, working=working)
