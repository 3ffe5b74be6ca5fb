"""How far each of two speeds takes one of a way done in a told time."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._problems.story import NUMBER, Story
from engine.generators.civil._travel.facts import METRES, SECONDS, SPEED, pace
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WORDS = """
骑 骑自行车 自行车 骑车 开车 汽车 步行 某人 小明 从 甲地 乙地 A地 B地 甲 乙 到 去 往 前往 行进 行驶 前进 行走 速度 的速度 以 用 按 如果 若 希望 要 想要 要想 那么 应 应该 应以 怎样 怎么样 多大 同一时间 同时 出发 时间 一辆 他 列 列车 高速 动车 高铁 和谐号 出发向 相距 两地 的 路况 路段 两种不同 不同 两种 这两种 分别 平均速度 平均 行完 走完 全程 恰好 正好 刚好 里程 里程数 路程 之差 山路 平路 高速公路 普通公路 国道
"""


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
