"""Reading a choice from things of several sorts, whatever they are called: so many of one among those taken, all of one, all alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.chance_words import WORDS as CHANCE_WORDS
from engine.generators.civil._counting.chance_words import asked_chance
from engine.generators.civil._counting.chance_words import opened as opened_chance
from engine.generators.civil._counting.selection.reading import refuse_others_uncounted
from engine.generators.civil._counting.selection.sorts import TAKE
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_U = r"(?:个|只|名|位|盆|朵|枝|支|瓶|袋|块|颗|粒|把|盒|本|张|枚|件|份|双|条|根|罐|包|杯|台|种|道|首|片|听|箱|束|棵|株|匹|头|辆)"
_NAME = r"[\u4e00-\u9fffA-Z]{1,6}?"
_END = r"(?=的|概率|可能|几率|[,;。?]|$|有多少|共)"


def _sorts(story: Story) -> tuple[dict[str, int], str]:
    """How many there are of each sort, and the unit they are counted in; taken.

    Raises:
        StayOut: they cannot be told apart.
    """
    verb = patterns.search(rf"(?:随机|任意|任|闭眼|从中|其中|一次|同时|先|地|现|要|打算|想)*(?:{TAKE})(?:了|出|取)*{_N}{_U}", story.rest)
    head = story.rest[: verb.start()] if verb else ""
    found = [
        each
        for each in patterns.finditer(
            rf"(?<![\d第每一])(?P<n>{_N})(?P<u>{_U})(?:是|为)?(?P<name>{_NAME})(?=[、,和及;。与]|以及|\(|$)", head
        )
        if not patterns.search("[的有是装放]|[中里]$|^[在从]|一共|不同|相同|同样|完全", each["name"])
    ]
    if not found:
        return _sorts_before_numbers(story, head)
    if len(found) > 2 and patterns.search("其中", head[found[0].end() : found[1].start()]):
        # `50 名学生，其中 30 名……，20 名……`: how many they are altogether.
        if to_int(found[0]["n"]) != sum(to_int(each["n"]) for each in found[1:]):
            stay_out("some of no sort told")
        story.take_spans([found[0].span()])
        found = found[1:]
    elif "其中" in head[found[0].start() :] if found else False:
        stay_out("some of a sort")
    units = {each["u"] for each in found}
    sorts = {each["name"]: to_int(each["n"]) for each in found}
    if any(patterns.search("中?各$", each) for each in sorts):
        stay_out("so many of each are taken")
    if len(found) < 2 or len(sorts) != len(found) or len(units) != 1:
        return {}, ""
    if any(one != other and one in other for one in sorts for other in sorts):
        stay_out("sorts of one name")
    story.take_spans([each.span() for each in found])
    return sorts, units.pop()


def _sorts_before_numbers(story: Story, head: str) -> tuple[dict[str, int], str]:
    """`光盘 15 张，其中音乐光盘 6 张、电影光盘 6 张、游戏光盘 3 张`; what all names end with is left out of them.

    Raises:
        StayOut: they are not all of them.
    """
    whole = patterns.search(rf"(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:共|有)?(?P<n>\d+)(?P<u>{_U}),(?:其中)(?:有)?", head)
    if whole is None:
        return {}, ""
    found = list(
        patterns.finditer(
            rf"(?P<name>[\u4e00-\u9fff]{{2,6}}?)(?P<n>\d+){whole['u']}(?=[、,和及;。])", patterns.sub("^.", "", head[whole.end() - 1 :])
        )
    )
    what = patterns.sub("^.*[有是]", "", whole["what"])
    sorts = {each["name"].removesuffix(what).lstrip("和及"): int(each["n"]) for each in found}
    if len(found) < 2 or len(sorts) != len(found) or not all(sorts) or sum(sorts.values()) != int(whole["n"]):
        stay_out("not all of them")
    story.take(re.escape(head[whole.start() : whole.end() + found[-1].end()]))
    return sorts, whole["u"]


def _event(story: Story, sorts: dict[str, int], take: int, unit: str) -> tuple[list[list[Any]], str]:
    """What is to hold for those taken.

    Raises:
        StayOut: not understood.
    """
    names = list(sorts)
    name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    begin = rf"(?:则|那么|求|问|其中|要求|,)*(?:(?:所|被)?(?:{TAKE})(?:到|中|出|取)?的?|盒子里|里面)?(?:这)?(?:{take}|{'零一两三四五六七八九'[take] if take < 10 else take})?{unit}?(?:[\u4e00-\u9fff]{{0,2}}?中)?"
    have = rf"(?:有|是|为|{TAKE}|包含|含|得到|到)*"
    for pattern in (
        rf"{begin}(?P<how>至少|最少|不少于|至多|最多|不超过|恰好?|正好|刚好|只|仅)(?:要)?{have}(?P<n>{_N})(?:{unit})?(?:是)?(?P<name>{name}){_END}",
        rf"{begin}(?P<name>{name})(?P<how>至少|最少|至多|最多|恰好?|正好|刚好)(?:要)?{have}(?P<n>{_N})(?:{unit}){_END}",
    ):
        if found := story.take(pattern):
            value = to_int(found["n"])
            how = found["how"]
            allowed = (
                range(value, take + 1)
                if how in ("至少", "最少", "不少于")
                else range(value + 1)
                if how in ("至多", "最多", "不超过")
                else range(value, value + 1)
            )
            return [["count", names.index(found["name"]), list(allowed)]], found[0]
    if found := story.take(rf"{begin}(?:恰好|正好)?(?P<no>没有|不含|都不是|均不是|全不是)(?P<name>{name}){_END}"):
        return [["count", names.index(found["name"]), [0]]], found[0]
    if found := story.take(rf"{begin}(?:恰好|正好)?(?:都|均|全)(?:是|为)?(?P<name>{name}){_END}"):
        return [["count", names.index(found["name"]), [take]]], found[0]
    if take == 1 and (
        found := story.take(rf"{begin}(?:恰好|正好|,|它|这)*{have}(?:的)?(?:是|为)?(?P<name>{name})(?:或(?:者)?(?P<other>{name}))?{_END}")
    ):
        fine = {names.index(each) for each in (found["name"], found["other"]) if each}
        return [["count", place, [0]] for place in range(len(names)) if place not in fine], found[0]
    if take == len(names) and (found := story.take(rf"{begin}(?:每种|各种|各)(?:都|各|恰好)*(?:有|是|取)?(?:一|1)(?:{unit}){_END}")):
        return [["count", place, [1]] for place in range(len(names))], found[0]
    if take == len(names) and (
        found := story.take(
            rf"{begin}(?:恰好|正好)?{have}(?P<names>(?:{name})(?:[、和与及](?:{name}))+)[\u4e00-\u9fff]{{0,3}}?各(?:有|取)?(?:一|1){unit}{_END}"
        )
    ):
        if sorted(patterns.split("[、和与及]", found["names"])) != sorted(names):
            stay_out("one of which")
        return [["count", place, [1]] for place in range(len(names))], found[0]
    if found := story.take(rf"{begin}(?:恰好|都|均|全)*(?:是|为)?(?:同一?种(?:类)?|(?:种类|品种)(?:都|完全)?相同){_END}"):
        return [["same", 0, []]], found[0]
    if take == 2 and (
        found := story.take(rf"{begin}(?:恰好|正好)?(?:是|为)?(?:(?:种类|品种)?(?:不同|不相同|不一样)(?:种类?|品种)?){_END}")
    ):
        return [["different", 0, []]], found[0]
    stay_out("what is to hold")


def _read(text: str, opened: Callable[[str], Story], asked: Callable[[Story], None], words: str) -> Recognition | None:
    refuse_others_uncounted(text)
    story = opened(text)
    story.refuse(r"(?<!不)放回|依次|先后|轮流|直到|甲(?!、乙)|如果|必须|不能|站|排|分给|分成|位数|骰|硬币|编号|已知|双|第[一二三]次")
    sorts, unit = _sorts(story)
    if not sorts:
        return None
    taken = story.take(
        rf"(?:从(?:中|里面)?|其中|现|她|他|,)*(?:随机|任意|任|闭眼|一次性?|同时|不放回|地|要|打算|想)*(?:{TAKE})(?:了|出|取)*(?P<n>{_N}){unit}(?:放回)?(?P<gap>[^,;。?\d]{{0,6}}?)(?=[,;。?]|的|中|里)"
    )
    if taken is None:
        return None
    take = to_int(taken["n"])
    total = sum(sorts.values())
    if not 1 <= take < total:
        return None
    story.take_all(rf"(?:共有?|一共|有)?{total}{unit}(?P<gap>[^,;。?\d]{{0,10}}?)(?=[,;。])")
    events, told = _event(story, sorts, take, unit)
    asked(story)
    story.take_all(
        r"(?:送给|交给|带给|借给)(?:小[\u4e00-\u9fff]|朋友|同学|妈妈)|打开(?:它)?|(?:它们|这些[\u4e00-\u9fff]{0,2}|每(?:一)?个[\u4e00-\u9fff]{0,2})?(?:外观|看上去|看起来|大小|形状)(?:都|完全)?(?:一样|相同)|标签(?:全部|都)?(?:被)?撕掉(?:了)?"
    )
    pass_over_background(story)
    story.finish(f"{words} {' '.join(sorts)} 盒子 盒 打算 里 拿出 送给 蔬菜 水果 花 里面 知道 她 他")
    return Recognition(
        parameters={"task": "select", "groups": sorts, "take": take, "names": [], "events": events, "replaced": False, "ordered": False},
        understood=(
            *((name, str(count)) for name, count in sorts.items()),
            ("取", f"{take} {unit}"),
            ("求", patterns.sub("^[则那么求问,]+", "", told)),
        ),
    )


def read_named_sorts_chance(text: str) -> Recognition | None:
    """The chance that something holds for those taken.

    Raises:
        StayOut: something is not understood.
    """
    return _read(text, opened_chance, asked_chance, CHANCE_WORDS)
