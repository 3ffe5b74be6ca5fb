"""`3 人各从 4 门课中选 2 门`: each of them chooses freely from the same things; the things are chosen from, not the people."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._counting.combinatorics.words import asked_ways
from engine.generators.civil._problems.story import Reader, Story
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut, stay_out, to_int

_N = r"(?:\d+|[两二三四五六七八九十])"
_SEVERALLY = r"(?:每(?:个|名|位)?(?:人|同学|学生|员工|小朋友)?|各(?:自|人)?|分别|独立地?|都|均|可以?|要|随机|任意|自由|,)"
_NAMES = r"[甲乙丙丁戊](?:[、和与]?[甲乙丙丁戊])+"
_CHOOSING = (
    rf"(?:(?P<names>{_NAMES})|(?<![\d每第]))(?:(?P<who>{_N})(?:个|名|位)?[\u4e00-\u9fff]{{1,4}}?)?(?P<each>{_SEVERALLY}*)从(?:这|同样的)?"
    rf"(?P<of>{_N})(?P<unit>[门个项种条处位名本张件支家部道])(?:不同的)?(?P<what>[^,;。?\d]{{0,8}}?)(?:当?中|里面?)?(?P<each2>各|任意?|随机|自由|分别)*"
    rf"(?P<verb>[选挑报抽取摸拿借买领订][选修择名]?|参加)(?:取|出|择|修|读|参加|报)?(?P<take>{_N}|一)[门个项种条处位名本张件支家部道](?:(?P=what))?[^,;。?\d不没或、]{{0,4}}(?=[,;。?])"
)
_TAKEN_AWAY = "[本张件支]"  # what one has, another cannot have


def _next(number: str) -> str:
    """One more, written likewise."""
    more = to_int(number) + 1
    return str(more) if number.isdigit() or more > 9 else "零一二三四五六七八九"[more]


def _choosing(text: str) -> re.Match[str] | None:
    """Where several are told to choose, each for himself."""
    found = patterns.search(_CHOOSING, text)
    if found is None or not (found["names"] or found["who"]) or not (found["each"].strip(",可以要") or found["each2"] in ("各", "分别")):
        return None
    return found


def read_each_choosing(text: str) -> Recognition | None:
    """In how many ways each of several can choose so many of the same things, with no condition.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if (found := _choosing(story.rest)) is None:
        return None
    if patterns.search(_TAKEN_AWAY, found["unit"]) or not patterns.match("[选挑报参]", found["verb"]):
        stay_out("whether two can have the same")
    story.refuse(
        r"概率|可能性|恰|(?<![,;。种有个])不同|完全|各异|至[少多]|最[少多]|相同|同一|一样|重复|不能|都选|没有|顺序|必|若|如果|已|第[一二三四\d]|其中"
    )
    named = len(patterns.findall("[甲乙丙丁戊]", found["names"] or ""))
    people = to_int(found["who"]) if found["who"] else named
    total, take = to_int(found["of"]), to_int(found["take"])
    if named not in (0, people) or not take < total or people > 9:
        stay_out("how many there are")
    story.take(_CHOOSING)
    story.take_all("(?:各人)?(?:选择)?(?:互不|互相不|彼此不)影响")
    asked_ways(story)
    story.finish("现在 学校 单位 开设 名 课程")
    return Recognition(
        parameters={"task": "counted", "how": "menu", "arguments": [[total] * people, [take] * people]},
        understood=(("几人各选", f"{people} 人"), ("每人", f"{total} {found['unit']}里选 {take} {found['unit']}")),
    )


def with_each_choosing(recognise: Reader, solve: Callable[[Parameters], Solution]) -> Reader:
    """A recogniser to whom it matters how many choose, and from how many."""

    def answer_to(text: str) -> str | None:
        try:
            seen = recognise(text)
            return solve(seen.parameters).answer if seen is not None and seen.confident else None
        except (StayOut, ZeroDivisionError):
            return None

    def recognise_choosing(text: str) -> Recognition | None:
        found = _choosing(text)
        if found is None:
            return recognise(text)
        try:
            if (each := read_each_choosing(text)) is not None:
                return each
        except StayOut:
            pass
        seen = recognise(text)
        if seen is not None and seen.confident:
            answer = solve(seen.parameters).answer
            for name in ("who", "of"):
                if found[name] and answer_to(text[: found.start(name)] + _next(found[name]) + text[found.end(name) :]) == answer:
                    stay_out(f"who chooses of what: {found[0]}")
        return seen

    return recognise_choosing
