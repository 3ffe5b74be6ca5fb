"""One wording for what travel problems say in several ways, before any of their readers takes the text."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from engine.generators import patterns

_N = r"\d+(?:\.\d+)?"
_GO = r"(?:行驶|步行|行走|行|走|跑|骑|游|开)"
_TIME = rf"{_N}个?(?:小时|分钟|秒)"
_METRE = r"(?:千米|公里|米)"
_PAIR = r"(?P<one>甲)(?:、|和|与)?(?P<other>乙)(?:两|二)?(?:人|车|船)?"


def _each_speed(asked: Match[str]) -> str:
    unit = f"{asked['unit']}/{asked['time']}" if asked["unit"] else f"{asked['unit2']}/{asked['time2']}" if asked["unit2"] else ""
    return f"甲的速度是多少{unit}?乙的速度是多少{unit}"


def _as_if_together(starts: Match[str]) -> str:
    """Who starts so much sooner and arrives at the same time takes so much longer."""
    other = {"甲": "乙", "乙": "甲"}[starts["who"]]
    return f"如果两人同时出发,{other}比{starts['who']}早到{starts['time']}"


_SAID_OTHERWISE: tuple[tuple[str, str | Callable[[Match[str]], str]], ...] = (
    (r"(?<=[一这那]段)时问", "时间"),
    (r"[(（](?:往返|来回|去和回)(?:的?速度)?(?:都|均)?(?:相同|一样|不变)[)）]", ""),
    (r"静水里", "静水中"),
    (rf"(?:江水|河水|溪水|湖水|水)(每小时|每分钟|每秒)(?:流动?|流淌)({_N}{_METRE})", r"水流速度是\1\2"),
    (rf"(每小时|每分钟|每秒)(?:钟)?(?:行使|驶|奔跑|前行|滑行)(?={_N}{_METRE})", r"\1行"),
    (r"驶(?=[到往向回])", "开"),
    (r"(?<=速度)又(?=是|为|多少)", ""),
    (r"(?:两车|两人|他们)?(?:仍(?:然)?|都|各自)?(?:按|以|用)原(?:来的?)?速(?:度)?(?:继续)?(?:前进|行驶|行走|前行|向前)", "继续前进"),
    (
        rf"{_PAIR}(?:每(?P<time>秒|分钟|小时)各(?:自)?{_GO}(?:了)?(?:多少|几)(?P<unit>{_METRE})|的?速度(?:各|分别)(?:是|为)?多少(?:(?P<unit2>{_METRE})/(?P<time2>秒|分钟|小时)|(?=[?？。]|$)))",
        _each_speed,
    ),
    (
        rf"(?P<who>[快慢甲乙][车]?)从相遇(?:点|处|地点)到(?P<end>[甲乙AB]地)还?(?:要|需要?)(?:再)?(?:{_GO})?(?=多少|几)",
        r"相遇后\g<who>到达\g<end>还要",
    ),
    (
        rf"(?P<who>[甲乙])(?:车|船)?(?:比[甲乙](?:车|船)?)?(?:先|早|提前)出发(?P<time>{_TIME})[,，](?:结果|最后|但|却|最终)*(?:两人|两车|他们|甲乙|甲、乙)*(?:却|恰好|正好)?同时到达",
        _as_if_together,
    ),
    (
        rf"提速前(?:的速度)?(?P<one>每小时[^,，;；。]*|{_N}[^,，;；。]*)[,，;；]提速后(?:的速度)?(?P<other>每小时[^,，;；。]*|{_N}[^,，;；。]*)[,，](?:行完)?(?:全程)?(?:所用|的)?(?:时间|用时)?(?:比(?:原来|提速前))?(?:缩短|减少|少用|节省)了?(?P<time>{_TIME})",
        r"原计划\g<one>,如果\g<other>,可以提前\g<time>到达",
    ),
    (rf"((?:剩下|余下|其余|剩余)的?(?:路程|路))改(?:为|成|用|以)(?={_N}|每)", r"\1"),
    (rf"(从[^,，。;；\d]{{1,4}}(?:到|去|至|开往)[^,，。;；\d]{{1,4}})共({_N}{_METRE})", r"\1,全程\2"),
    (
        rf"(?:前面|沿铁路|沿着铁路)*(?:的)?一个(?:沿铁路)?(?:以)?(每秒(?:{_GO})?{_N}米|{_N}米/秒)(?:的速度)?(?:同向|向前|同方向)(?:步行|行走|行|走|前进)的(?:行)?人",
        r"一个同向行走的行人,行人\1",
    ),
    # From one meeting on a round to the next they go as if from one place.
    (
        r"(环形|周长|跑道)([^。;?]*?)(?:两人)?第一次(?:和|与|、)第二次相遇(?:的?时间)?(?:间隔|相隔)(?:了|为)?(?=\d)",
        r"\1\2同时同地出发,两人相遇用了",
    ),
    # What is asked of their meeting after more has been told is asked where they meet.
    (
        r"(?<=[,;。])((?:两|二|2)[人车])相遇后([^?]*?)[,;。](?:问|求)?[^,;。?\d]{1,3}从[^,;。?\d]{1,3}出发到相遇[需要用共了]*((?:多少|几)(?:小时|分钟|秒))[?。]*$",
        r"\1出发后\3相遇,相遇后\2。",
    ),
    (r"^(.*?)[,(]?([甲乙])车?比([甲乙])车?快[)。]*$", r"\2比\3快,\1"),
    # Who sits in one train and looks at the other.
    (r"(看(?:见|到|着)?[^,，;；。\d]{1,5}?车)从(?:车)?头到(?:车)?尾(?:完全|全部)?(?:经过|驶过|通过|开过)", r"\1从窗前经过"),
    (r"([乘旅]客|人|司机)(看(?:见|到|着)?[^,，;；。\d]{1,5}?车)(?=(?:一共|共)?用了?\d)", r"\1\2从窗前经过"),
    (r"(?<=车)经过窗[口前户](?=[^,，;；。]{0,3}用)", "从窗前经过"),
    (r"坐在([^,，;；。\d]{1,5}?车)(?:上|里)的(人|[乘旅]客)(?=看(?:见|到|着)?[^,，;；。\d]{1,5}?车从窗前)", r"\1上的\2"),
    (r"(?<=车尾离开)(?:这个|那个)?(?:行)?人(?=[要用需共多])", ""),
)


def one_wording(text: str) -> str:
    """The text in the words that the readers have."""
    for pattern, said in _SAID_OTHERWISE:
        text = patterns.sub(pattern, said, text)
    return text
