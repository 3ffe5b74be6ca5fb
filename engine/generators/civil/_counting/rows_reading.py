"""Reading rows and duties as exam papers put them: some together, not at the ends, not on a certain day, two not in certain towns; and things
shared out within bounds.
"""

from __future__ import annotations

import re

from engine.generators.civil._counting.combinatorics.words import ASKED, WAY, WORDS
from engine.generators.civil._problems.background import pass_over_background
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_N = r"(?:\d+|[一二两三四五六七八九十]+)"
_PEOPLE = r"(?:名|位|个)"


def _opened(text: str) -> Story:
    story = Story(text)
    story.refuse("概率|可能性|几率|圆桌|围")
    return story


def _finish(story: Story, words: str = "") -> None:
    if (
        story.take(rf"(?:则)?有不同的(?:{WAY})有多少种|(?:分别|各)?{ASKED}") is None
        and story.take(rf"(?:则|那么|,)*[\u4e00-\u9fff]{{0,8}}?(?:{WAY})(?:一?共)?(?:有)?(?:多少种)?(?:多少)?") is None
    ):
        stay_out("no ways asked")
    story.take_all(rf"(?:不同的)?{WAY}(?=[,;。?]|$)|多少种?(?=[,;。?]|$)")
    pass_over_background(story)
    story.finish(f"{WORDS} {words}")


def _counted(name: str, arguments: list[object], *understood: tuple[str, str], **more: object) -> Recognition:
    return Recognition(parameters={"task": "counted", "how": name, "arguments": arguments, **more}, understood=understood)


def read_two_sorts_in_row(text: str) -> Recognition | None:
    """People of two sorts in a row: those of one side by side, or none of them at the ends.

    Raises:
        StayOut: something is not understood.
    """
    story = _opened(text)
    row = story.take(
        rf"(?:现有|有|将|由)*(?P<n>{_N}){_PEOPLE}(?:获奖)?(?P<a>[\u4e00-\u9fff]{{1,4}}?)(?:和|与|、|及)(?P<m>{_N}){_PEOPLE}(?:获奖)?(?P<b>[\u4e00-\u9fff]{{1,4}}?)(?:站|排)(?:成|在)?(?:一|1)(?:排|列|行)(?:照相|拍照|合影|留念)*"
    )
    if row is None:
        return None
    sorts = {row["a"]: to_int(row["n"]), row["b"]: to_int(row["m"])}
    who = "|".join(map(re.escape, sorted(sorts, key=len, reverse=True)))
    together = story.take(
        rf"(?:若|如果|要求|且|,)*(?:要求)?(?:(?P<n>{_N}){_PEOPLE})?(?P<who>{who})(?:必须|都|要|恰好)*(?:站|坐|排)?(?:相邻|(?:站|坐|排)在一起|在一起)"
    )
    ends = (
        None
        if together
        else story.take(
            rf"(?:若|如果|要求|且|,)*(?:要求)?(?:(?P<n>{_N}){_PEOPLE})?(?P<who>{who})(?:都|均)?不(?:能|得)?(?:站|坐|排)?(?:在)?两端"
        )
    )
    found = together or ends
    if found is None or len(sorts) != 2:
        return None
    story.refuse("不(?!同)|且|相邻|两端|中间|甲")
    some = sorts[found["who"]]
    if found["n"] and to_int(found["n"]) != some:
        stay_out("some of them")
    size = sum(sorts.values())
    if not 2 <= size <= 12 or (together and some < 2):
        stay_out("how many")
    _finish(story, "照相 站法 排法 合影 留念 同学 老师 学生 家长")
    return _counted(
        "row-together" if together else "row-not-at-ends",
        [size, some],
        ("排成一排", "、".join(f"{name} {count} 名" for name, count in sorts.items())),
        ("条件", found[0].strip(",")),
    )


ROW_PAPER_READERS = (read_two_sorts_in_row,)
