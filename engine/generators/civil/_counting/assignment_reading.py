"""Reading people put to different places one by one (posts, days, rows), some of whom may not or must be at some of them; seats that stay apart."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import PERSON, WORDS, asked_ways
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_SEAT = r"(?:(?:空)?(?:座位|椅子|凳子|车位|停车位|位置|位子)|空位|空椅)"


def read_seats_apart(text: str) -> Recognition | None:
    """People on a row of seats, no two side by side, or with empty seats on both sides of each.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(patterns.sub("第[一1]排(?=有)", "", text))
    story.refuse("概率|男|女|圆|围|甲|至少|至多|隔|两排|恰|必须相邻|都相邻|端")
    seats = story.take(rf"(?:一排|一行|排成一排的|并排的|有|共有)*(?P<n>{INTEGER})(?:个|把|张)(?:相同的|空的?)?{_SEAT}(?:排成一排|上)?")
    people = story.take(rf"(?<![第\d])(?P<n>{INTEGER})(?:{PERSON}|辆(?:不同的?)?(?:车|汽车|轿车))")
    if not seats or not people:
        return None
    both = story.take(
        r"(?:要求|若|如果|且|,)*(?:每(?:个)?人|每辆车|每位[\u4e00-\u9fff]{2})?(?:的)?(?:左右(?:两边|两侧|两旁)?|两边|两侧|两旁)(?:都|均|必须)*(?:要|必须)?(?:有|是|为)(?:空(?:座位?|位|车位|位子|椅子?))"
    )
    apart = (
        None
        if both
        else story.take(
            rf"(?:要求|若|如果|且|其中|,)*(?:任何|任意|每)?(?:[两二2]|[三四五3-5])?(?:个|名|位)?(?:人|者|同学|车)?(?:之间)?(?:都|均|互|彼此|两两|必须)*(?:不能?|不得|不可以?|不许)(?:坐|停)?(?:在)?(?:相邻|挨着|挨在一起|坐在一起)(?:的)?(?:{_SEAT})?|(?:相邻)(?:[两2]个)?(?:座位|位置)(?:不能|不得)(?:都|同时)?坐人"
        )
    )
    if not both and not apart:
        return None
    story.take_all(r"(?:去|来|要|入|就|同时)*(?:坐|停|就座|入座|坐下)(?:在|到|去|好)*(?:这)?(?:里|上)?(?=[,。;]|共|有|,)")
    asked_ways(story)
    story.finish(WORDS + " 座位 坐 停车场 停 车 里 一排 看电影 电影院 会议室 教室 人 第一排 前排 就座")
    places, count = to_int(seats["n"]), to_int(people["n"])
    gaps = places - count + (-1 if both else 1)
    if not 1 <= count <= places <= 40 or gaps < count:
        return None
    return Recognition(
        parameters={"task": "plain", "total": gaps, "take": count, "ordered": True},
        understood=(("座位", str(places)), ("人", str(count)), ("条件", "每人两边都有空位" if both else "互不相邻")),
    )


def read_of_sorts(text: str) -> Recognition | None:
    """One thing of several sorts, one of each sort, or two of different sorts.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|至少|至多|相同|一样|放回|不能|男|女|必须|只|恰")
    unit = r"(?P<u>本|张|个|件|支|种|幅|条|双|枝|朵|名|位)"
    sorts = story.take_all(rf"(?P<n>{INTEGER}){unit}(?:各)?不(?:相)?同的(?P<name>[\u4e00-\u9fff]{{1,5}}?)(?=[、,和;。与])")
    if not sorts and story.has("不同"):
        sorts = story.take_all(rf"(?:不同的)?(?P<name>[\u4e00-\u9fff]{{1,4}}?书?)(?P<n>\d+){unit}(?=[、,和;。与])")
    if len(sorts) < 2:
        return None
    pick = rf"(?:任意|随机|任|从中|要|想)*(?:取出?|选出?|拿出?|借阅?|挑选?|抽取?|看){INTEGER}?"
    one = r"(?:一|1)(?:本|张|个|件|支|种|幅|条|双|枝|朵|名|位)(?P<gap2>[\u4e00-\u9fff]{0,2}?)"
    each = story.take(
        rf"(?:从)?(?:这|每)?(?:[两二三四2-4])?(?:种|类|层)?(?P<gap>[\u4e00-\u9fff]{{0,3}}?)(?:中|里|里面)?(?:各|每[种类样](?:都|各)?){pick}{one}(?=[,;。?]|有|共|的|,)"
    )
    pair = (
        None
        if each
        else story.take(
            rf"(?:从)?(?:中|书架上|里面)?{pick}[两二2](?:本|张|个|件|支|种|幅)(?:不同)?(?:类|种类|类型|学科|科目)?(?:不同|各异)?(?:的)?(?:书)?(?=[,;。?]|有|共|的|,)"
        )
    )
    single = None if each or pair else story.take(rf"(?:从)?(?:中|书架上|里面|这些书中|其中)?{pick}{one}(?=[,;。?]|有|共|的|,)")
    if not (each or pair or single) or (pair and not patterns.search("不同(?:类|种|学|科)|[类科种]不同", pair[0])):
        return None
    names = [patterns.sub("^(?:书架上|上|有|和|放着)+", "", match["name"]) for match in sorts]
    if len(set(names)) != len(names):
        stay_out("a sort twice")
    asked_ways(story)
    story.finish(WORDS + " 书架 书架上 上 取法 拿法 书 不同的 放着 放有 书籍 图书")
    counts = [to_int(match["n"]) for match in sorts]
    if each:
        routes = [counts]
    elif pair:
        routes = [[one_, other] for place, one_ in enumerate(counts) for other in counts[place + 1 :]]
    else:
        routes = [[count] for count in counts]
    return Recognition(
        parameters={"task": "routes", "routes": routes},
        understood=(*zip(names, map(str, counts), strict=True), ("取", "各 1" if each else "不同的 2" if pair else "1")),
    )


def read_each_of_two(text: str) -> Recognition | None:
    """So many of each of two or three groups, whatever they are called.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|至少|至多|不能|必须|相同|一样|恰|甲|乙|站|排成|分别担任")
    unit = r"(?:个|名|位|本|件|种|项|支|张|幅|道|家|所)"
    group = rf"(?:\d+){unit}(?:不同的)?[\u4e00-\u9fff]{{1,6}}?"
    found = story.take(
        rf"(?:拟|计划|准备|现|要|决定)*从(?P<groups>{group}(?:[、,和与]{group}){{1,2}})(?:中|里)(?:,)?(?:任意|随机)?(?:各|分别)(?:选出?|取出?|抽出?|抽取|挑选?|派出?|选派)(?P<n>{INTEGER}){unit}(?P<gap>[\u4e00-\u9fff]{{0,14}}?)(?=[,;。?]|则|有|共)"
    )
    if found is None:
        return None
    counts = [int(each) for each in patterns.findall(r"\d+", found["groups"])]
    take = to_int(found["n"])
    asked_ways(story)
    story.finish(WORDS + " 本年度 启动 项目 作为")
    if min(counts) < take:
        return None
    return Recognition(
        parameters={"task": "product", "from": counts, "take": [take] * len(counts)},
        understood=(("各组", "、".join(map(str, counts))), ("各取", str(take))),
    )


ASSIGNMENT_READERS = (read_seats_apart, read_of_sorts, read_each_of_two)
