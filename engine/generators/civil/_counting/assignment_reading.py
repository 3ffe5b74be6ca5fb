"""Reading people put to different places one by one (posts, days, rows), some of whom may not or must be at some of them; seats that stay apart."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import WORDS, asked_ways
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int


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


ASSIGNMENT_READERS = (read_of_sorts,)
