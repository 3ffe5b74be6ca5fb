"""One question of a short text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, MORE_WORD, RATE_WORD, RISE
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.book import Fact
from engine.generators.civil._statistics.told.marks import ANY, T
from engine.generators.civil._statistics.told.things import Thing, key_of
from engine.generators.reading import stay_out

_WAYS = rf"{RISE}|{FALL}|变化|变动|变|快|慢|大|小|贵|便宜"


@dataclass(slots=True)
class Asked:
    """One question.

    Attributes:
        what: `value`, `rate`, `more`, `move` (a rate or an increase), `share`, `share-change`, `shares-differ`, `rate-change`, `rates-differ`, `ratio`,
            `differ`, `yearly`, `yearly-more`, `contribution`, `pull`.
        names: of the things it is about.
        period: asked for; None where it says none.
        since: compared with.
        unit: that the answer is wanted in.
        way: the word it moves or differs by.
        direction: whether it asks which way it went, too.
        subject: what was spoken of when it was asked.
    """

    what: str
    names: list[str]
    period: Period | None = None
    since: Period | None = None
    unit: str = ""
    way: str = ""
    direction: bool = False
    goes_on: str = ""
    restores: Period | None = None
    subject: Thing | None = None
    other: Period | None = None
    noun: str = ""
    topic: str = ""
    then: bool = False  # in the year that was asked for just before


ALL_TOLD = re.compile(r"(?:算一?算|算出?|求出?|计算出?)?(?:这|上述|以上)?(?P<count>[两二三])[项者](?:指标)?的?(?P<of>.+)")
"""`这两项的增速`, of each."""


def all_told(count: str, facts: Sequence[Fact]) -> list[str]:
    """The names of all the things that a text tells of, which are so many.

    Raises:
        StayOut: they are more, or fewer, or two have one name.
    """
    things = {fact.thing.number: fact.thing.key for fact in facts}
    if len(things) != {"两": 2, "二": 2, "三": 3}[count] or len(set(things.values())) != len(things):
        stay_out("which of them")
    return list(things.values())


def year_of_the_most(clause: str) -> Asked | None:
    """`哪一年的同比增速最快` as a question; None for another clause."""
    found = patterns.fullmatch(
        rf"(?:请?问|求|在|{T}(?:间|期间|的|中)*|,)*哪一?个?年(?:份|度)?的?(?P<name>[^最]*?)的?(?:同比)?(?P<rate>{RATE_WORD}|增长|增加)?(?P<more>{MORE_WORD})?最(?P<way>快|高|大|多|慢|低|小|少)",
        clause,
    )
    if found is None or patterns.search(rf"{ANY}|占|比重|均|每", found["name"]):
        return None
    what = "most-more" if found["more"] else "most-rate" if found["rate"] else "most-value"
    return Asked(what, [found["name"]], way=found["way"])


def way_of(lead: str) -> str:
    """The word by which something moves or differs."""
    found = patterns.search(rf"(?:{_WAYS})(?=(?:了|出|约|大约|为|到|的|[百]分之)*$)", lead)
    return found[0] if found is not None else ""


def part_and_whole(stem: str) -> tuple[str, str]:
    """What a share is of, and in what: `出口占进出口总额`."""
    for pattern in (
        r"(?P<part>.*?)在(?P<whole>[^占]+?)(?:当中|之中|中|里)(?:所?占|的)?",
        r"(?P<whole>[^占]+?)(?:当中|之中|中|里面|里),?(?P<part>[^占]+?)(?:所?占|的)?",
        r"(?P<part>.*?)(?:所)?占(?:到|据|了|有)?(?P<whole>[^占]*?)的?",
    ):
        if (found := patterns.fullmatch(pattern, stem)) is not None and (key_of(found["part"]) or key_of(found["whole"])):
            return found["part"], found["whole"]
    return stem, ""
