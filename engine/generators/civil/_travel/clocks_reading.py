"""A clock that gains or loses so much in an hour: what time it is when it shows another, or what it shows then."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_PART = r"(?:(?:第二|当|同|次)[天日])?(?:凌晨|早晨|早上|清晨|上午|中午|下午|傍晚|晚上|晚)?"
_CLOCK = rf"(?P<part>{_PART})(?P<hour>\d{{1,2}})(?:点|时|:)(?P<minute>整|\d{{1,2}}|半)?(?:分)?(?:整)?"
_TRUE = r"(?:标准|准确|正确|实际|真正|北京)(?:的)?(?:时间|时刻)"
_ITSELF = r"(?:这只|这个|该|此|那只|坏|快|慢)*(?:闹钟|挂钟|时钟|手表|钟表|钟|表)"


def read_clock(text: str) -> Recognition | None:
    """When it is what time by the clock, or by the sun.

    Raises:
        StayOut: something is not understood.
    """
    if not patterns.search("[钟表][^,;。点]{0,12}每", text) and not patterns.search("每[^,;。]{0,6}[快慢]", text):
        return None
    story = Story(text)
    story.refuse("两只|两个钟|另一|[快慢][^,;。]{0,8}[快慢]|相遇|追|千米|重合|夹角|垂直")
    rate = story.take(
        r"每(?:走|过|隔)?(?:1|一)?个?(?P<span>小时|天|昼夜)(?:会|要|都|就)*(?P<way>快|慢)(?:了)?(?P<value>\d+(?:\.\d+)?)(?P<unit>分钟?|秒)"
    )
    begin = story.take(
        rf"(?:在|从)?{_CLOCK}(?:的时候|时)?,?(?:将|把)?(?:{_ITSELF}|它|其)?(?:的指针|的时间)?(?:对准|校准|调准|校对|拨准|调整)(?:到|为|成)?(?:了)?(?:与)?(?:{_TRUE})?"
    )
    if rate is None or begin is None:
        return None
    shown = story.take(rf"(?:当|则|那么|问|,)*{_ITSELF}(?:走到|指示|指向|显示|指着|指在)(?:的)?(?:时间)?(?:是|为)?{_CLOCK}(?:的时候|时)?")
    true = story.take(rf"(?:当|则|那么|问|,)*{_TRUE}(?:到|是|为)?{_CLOCK}(?:的时候|时)?") if shown is None else None
    told = shown or true or stay_out("no later time")
    asked = story.take(
        rf"(?:则|那么|问|,|此时|这时)*(?:{_TRUE if shown else _ITSELF})(?:的)?(?:时间|显示|指示|指向|走到)*(?:的时间)?(?:应该?)?(?:是|为)?(?:多少|几点(?:多少|几)?分?|几点钟?|什么时间|多少点(?:多少分)?)"
    )
    if asked is None:
        return None
    story.finish("一只 有 一个 钟 表 闹钟 挂钟 手表 时钟 走得 当天 把 将 已知 小明 家 的 时候")
    unit = Fraction(1) if rate["unit"].startswith("分") else Fraction(1, 60)
    off = Fraction(rate["value"]) * unit / (60 if rate["span"] == "小时" else 24 * 60)
    pace = 1 + off if rate["way"] == "快" else 1 - off
    start, end = _minutes(begin), _minutes(told)
    passed = end - start + (24 * 60 if end <= start or patterns.search("第二|次", told["part"]) else 0)
    if end <= start and not patterns.search("第二|次", told["part"]):
        stay_out("which half of the day")
    gone = passed / pace if shown else passed * pace
    moment = (start + gone) % (24 * 60)
    hours, minutes = divmod(moment, 60)
    if minutes.denominator != 1 or gone <= 0:
        stay_out("no whole minute")
    half = patterns.search("下午|傍晚|晚", told["part"]) is not None and hours > 12
    answer = f"{int(hours) - 12 if half else int(hours)} 点{f' {int(minutes)} 分' if minutes else ''}"
    lines = [
        f"每小时{rate['way']} {rate['value']} {rate['unit']}",
        f"{begin['hour']} 点{begin['minute'] or ''}对准",
        f"{'钟上' if shown else '标准时间'} {told['hour']} 点{told['minute'] or ''}",
    ]
    steps = [
        f"标准时间每过 1 分钟，这只钟走 {pace} 分钟",
        f"{'钟走了' if shown else '标准时间过了'} {passed} 分钟，{'标准时间过了' if shown else '钟走了'} {gone} 分钟",
    ]
    return recognition(lines, [(0, answer, "")], {}, working=steps)


def _minutes(clock: re.Match[str]) -> int:
    """Minutes since midnight."""
    hour = int(clock["hour"])
    if patterns.search("下午|傍晚|晚", clock["part"]) and hour < 12:
        hour += 12
    minute = 30 if clock["minute"] == "半" else int(clock["minute"]) if (clock["minute"] or "").isdigit() else 0
    return hour * 60 + minute
