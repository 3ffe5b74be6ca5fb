"""Problems of one form: cues that have to be told, cues that may be, and what their numbers come to.

A form is a row of a table. Its cues are taken wherever they stand; what is left may be any story, but no number, no condition and no question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.generators.civil._counting.chance_words import CHANCE_WORD, asked_chance
from engine.generators.civil._counting.combinatorics.words import ASKED, WAY
from engine.generators.civil._counting.cues import Cues
from engine.generators.civil._problems.story import Reader
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_OWN_WAYS = r"(?:[\u4e00-\u9fff]{1,4}[法案式]|[\u4e00-\u9fff]{1,3}选择)"


@dataclass
class Told:
    """What the cues of a form have taken."""

    found: Mapping[str, re.Match[str] | None]
    every: Mapping[str, list[re.Match[str]]]
    text: str

    def get(self, cue: str, group: str = "n") -> str:
        """What a group of a cue matched; empty where there is none."""
        match = self.found.get(cue)
        return (match.groupdict().get(group) or "") if match else ""

    def said(self, cue: str) -> str:
        """The words of a cue; empty where it is not told."""
        match = self.found.get(cue)
        return match[0] if match else ""

    def number(self, cue: str, group: str = "n") -> int:
        """The number of a cue that is told: its group, or the same of another shape (`n2`, `n3`)."""
        said = next((each for suffix in ("", "2", "3") if (each := self.get(cue, group + suffix))), "")
        return to_int(said or stay_out(f"no {cue}"))


Made = tuple[str, list[Any], tuple[tuple[str, str], ...]]
"""The name of a formula, its arguments, and what was understood."""


@dataclass(frozen=True)
class Form:
    """One form of problem.

    Attributes:
        name: what the form is called.
        cues: what has to be told, taken one after the other.
        make: what it comes to, or None where it is not that after all.
        may: what may be told, once each; `every`: as often as it is told (at least once where `cues` is empty of it).
        other: what makes it another problem.
        idle: what means nothing in it.
        unit: the unit of what is asked; `asks`: how it is asked, where it is not for a number of ways.
    """

    name: str
    cues: Mapping[str, str]
    make: Callable[[Told], Made | None]
    may: Mapping[str, str] = field(default_factory=dict)
    every: Mapping[str, str] = field(default_factory=dict)
    other: str = "(?!)"
    idle: str = "(?!)"
    unit: str = "种"
    asks: str = ""
    opened: Callable[[str], str] = str


def _asked(story: Cues, form: Form) -> None:
    """The question, taken.

    Raises:
        StayOut: nothing of the kind is asked.
    """
    how = [form.asks] if form.asks else [ASKED, rf"(?:一?共|总共)?(?:有)?多少[种条个](?:不同的?)?{_OWN_WAYS}?", rf"(?:{WAY}|{_OWN_WAYS})的?(?:种数|总数|数)?(?:一?共)?(?:有|是|为)?多少[种条个]?"]  # fmt: skip
    if not any(story.take(f"(?:{each})") for each in how):
        stay_out(f"{form.name} is not asked for")
    story.take_all(rf"(?:不同的)?{WAY}(?=[,;。?]|$)")


def told_by(form: Form, story: Cues) -> Told | None:
    """What the cues of a form take of a story; None where one is not told.

    Raises:
        StayOut: it is another problem.
    """
    story.refuse(form.other)
    found: dict[str, re.Match[str] | None] = {}
    for name, pattern in form.cues.items():
        found[name] = story.take(pattern)
        if found[name] is None:
            return None
    found |= {name: story.take(pattern) for name, pattern in form.may.items()}
    every = {name: story.take_all(pattern) for name, pattern in form.every.items()}
    return Told(found, every, story.text)


def reader_of(form: Form, *, chance: bool = False) -> Reader:
    """A reader of a form that asks for a number, or for a `chance`."""

    def read(text: str) -> Recognition | None:
        story = Cues(form.opened(text))
        if story.has(CHANCE_WORD) != chance:
            stay_out("a chance, or a number")
        told = told_by(form, story)
        if told is None:
            return None
        if chance:
            asked_chance(story)
            story.take(r"(?<=[)\ue000])多少[?。]?$")  # what only ends the question
        else:
            _asked(story, form)
        story.done(form.idle)
        made = form.make(told)
        if made is None:
            return None
        how, arguments, understood = made
        parameters: dict[str, Any] = {"task": "counted", "how": how, "arguments": arguments}
        return Recognition(parameters={**parameters, "unit": form.unit}, understood=understood)

    read.__name__ = read.__qualname__ = f"read_{form.name}"
    return read
