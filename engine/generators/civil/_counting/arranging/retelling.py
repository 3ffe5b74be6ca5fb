"""Rows told otherwise than as rows: seats for more than come, and certain ones of many."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.samples.words import N
from engine.generators.reading import stay_out, to_int


def as_rows(text: str) -> str:
    """A normalised text with both of these told as rows.

    Raises:
        StayOut: what is told does not go together.
    """
    return certain(seats(text))


_SEATS = re.compile(
    rf"(?:现|有|一排|共|某排|的|并排|,)*(?P<n>{N})(?:个|把|张)(?:相同的|并排的|空的?|连续的)*(?P<what>座位|椅子|凳子|泊车位|车位|停车位|泊位|位置|位子)(?:连成|排成|并成|站成|排|摆成)*(?:一|1)?(?:排|行|列)?(?=[,;。坐停])"
)
_SITTERS = re.compile(
    rf"(?:现|在|有|安排|让|把|将|若|如果|,)*(?<![第\d外余他和与及])(?P<k>{N})(?:名|个|位|辆)?(?:不同的?)?(?P<who>人|同学|学生|乘客|观众|客人|员工|职工|领导|嘉宾|代表|朋友|老师|车|汽车|轿车|小汽车)(?:要|去|来|随机|分别|全部|都)*(?:就座|就坐|入座|坐下|坐到|坐在|坐|停放|停入|停|停在)(?:这|其中|这些)*(?:座位|椅子|车位|里|上|中|好)*"
)


# `停车场有一排 9 个车位`: where they are says nothing.
_WHERE = re.compile(
    rf"(?:^|(?<=[,;。]))某?[\u4e00-\u9fff]{{0,6}}?(?:第[一二三]排|前排)?(?:有一排|一排有|共有|设有|有)(?={N}(?:个|把|张)(?:相同的|并排的|空的?|连续的)*(?:座位|椅子|凳子|泊车位|车位|停车位|泊位|位置|位子))"
)
_CAME = re.compile(
    rf"(?:先后|陆续|现在?|又)*(?:开?来|驶入|开进|进来)了?(?P<k>{N})(?P<who>辆)(?:不同的?)?(?:小?汽车|轿车|车)(?:,)?(?:停(?:好|放|完|车)?(?:之?后|时)?)?"
)
_WHO = "嘉宾|代表|朋友|老师|人|同学|学生|乘客|观众|客人|员工|职工|领导|小?汽车|轿车|车"


def seats(text: str) -> str:
    """`6 个座位一排，3 人就座` as a row of people and empty places, which nothing tells apart.

    Raises:
        StayOut: more sit down than there are places.
    """
    plain = _WHERE.sub("", text)
    places = _SEATS.search(plain)
    if places is None:
        return text
    rest = plain[: places.start()] + plain[places.end() :]
    people = _SITTERS.search(rest) or _CAME.search(rest)
    if people is None:
        return text
    count, sitting = to_int(places["n"]), to_int(people["k"])
    if not 0 < sitting < count:
        stay_out("who sits")
    who = "人" if people["who"] not in ("车", "汽车", "轿车", "小汽车", "辆") else "车"
    tail = rest[: people.start()] + rest[people.end() :]
    tail = patterns.sub(r"空(?:座位|椅子?|车位|位置|位子|座)", "空位", tail)
    both = r"(?:每(?:个)?(?:人|辆车)?(?:的)?)?(?:左右(?:两边|两侧|两旁)?|两边|两侧|两旁)(?:都|均|必须)*(?:要|必须)?(?:有|是|为)空位"
    tail = patterns.sub(both, f"{who}互不相邻,{who}不在两端", tail)
    empty = patterns.search(
        rf"(?:且|要求|,)*(?:剩下|剩余|余下|其余)?的?(?:(?P<n>{N})个)?空位(?:恰好|正好|刚好|全部|都|要|必须|全)*(?:连在一起|相连|相邻|连成一片|挨在一起|在一起)",
        tail,
    )
    if empty is not None:
        if empty["n"] and to_int(empty["n"]) != count - sitting:
            stay_out("how many are empty")
        tail = tail.replace(empty[0], ",空位相邻", 1)
    tail = patterns.sub(
        rf"任[意何](?:[两2])(?:个|位|名|辆)?(?:{_WHO})之间(?:都|均|至少|必须|要)*有(?:一个|1个)?空位", f"{who}互不相邻", tail
    )
    tail = patterns.sub(
        r"(?:任[何意]|每)?(?:[两2]|"
        + str(sitting)
        + rf")(?:个|名|位|辆)?(?:{_WHO})(?:都|均|互|两两)*不(?:能)?(?:坐|停)?(?:在)?相邻(?:的)?(?:位置|座位|车位)?",
        f"{who}互不相邻",
        tail,
    )
    unit = "名" if who == "人" else "辆"
    return f"{sitting}{unit}{who}、{count - sitting}{unit}空位排成一排,{tail.lstrip(',')}"


_CERTAIN = re.compile(
    r"(?:指定|特定|某|确定|其中某)的?(?P<n>[两二三四2-4])(?:个|名|本|位|件|盆|张|辆|面|幅)(?:特定|指定|确定)?的?(?:人|书|同学|节目|学生|员工|选手|[\u4e00-\u9fff]{1,2}(?=摆|放|排|站|坐|在一起|相邻|必须|都|不))?"
)


def certain(text: str) -> str:
    """`指定的三本书`: so many of them, whoever they are; told by names that nobody has."""
    free = [each for each in "甲乙丙丁戊己庚" if each not in text]
    return _CERTAIN.sub(lambda each: "、".join(free[: to_int(each["n"])]), text) if len(_CERTAIN.findall(text)) == 1 else text
