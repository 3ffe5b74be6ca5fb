"""Pairs of one colour as single things: what is taken one by one is counted one by one."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._worst_case.groups import COLOURS
from engine.generators.reading import stay_out, to_int

_NUMBER = r"(?P<n>(?<!\d)\d+|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]{1,3})\s*"
_PAIR = r"(?:双|对|副)"
_WORN = r"(?:袜子?|筷子?|手套|鞋子?|靴子?)"
_COLOUR = rf"[{COLOURS}]色?"
_AFTER = rf"(?P<before>{_COLOUR}的?{_WORN}?(?:一共|总共|各自|[各共都有是])*|(?:各|每种(?:颜色)?(?:各|都)?)(?:有|是)*){_NUMBER}{_PAIR}"
"""`红袜 5 双`, `红、黄各 5 双`."""
_BEFORE = rf"{_NUMBER}{_PAIR}(?P<after>(?:都是|是)?{_COLOUR})"
"""`5 双红袜`."""
_ALL = rf"{_NUMBER}{_PAIR}(?P<after>{_WORN}[,，])"
"""`有 10 双筷子，……`."""


def in_single_things(text: str) -> str:
    """`红袜 5 双……至少取几只才能保证有一双红袜` as 10 只 and 2 只.

    Raises:
        StayOut: a pair is a left one and a right one.
    """
    asked = patterns.search(r"(?:多少|几)(?P<unit>[只根支个])", text)
    if asked is None or not patterns.search(_WORN, text):
        return text
    sure = patterns.search("保证|确保|一定|必", text)
    of_colour = sure and (patterns.search(_AFTER, text[sure.end() :]) or patterns.search(_BEFORE, text[sure.end() :]))
    if of_colour and patterns.search("手套|鞋|靴", text) and not patterns.search("不(?:区)?分左右|不考虑左右|左右不分", text):
        stay_out("a left one and a right one")
    unit = asked["unit"]
    single = patterns.sub(_AFTER, lambda told: f"{told['before']}{2 * to_int(told['n'])}{unit}", text)
    single = patterns.sub(_BEFORE, lambda told: f"{2 * to_int(told['n'])}{unit}{told['after']}", single)
    if single == text:
        return text
    return patterns.sub(_ALL, lambda told: f"{2 * to_int(told['n'])}{unit}{told['after']}", single)
