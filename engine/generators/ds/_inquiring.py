"""What is asked in words that no pattern foresaw: each item of a clause that asks is known by the words it must hold, in whatever order.

The long patterns of a kind (`take_asked`) say exactly how a thing is asked; a new writer's word order escapes them. `inquire` looks at the
clauses that ask and at their items (`the passes and the ways`), and of an item in which nothing was found yet it asks which `Question` it is.
What is left of the clause is for `settle`, which lets no unknown noun pass where something is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.patterns import caseless
from engine.generators.reading import Reading

_END = re.compile(r"[,;。?!:\n]+")
_ASKS = re.compile(
    r"多少|(?<!第)几(?!乎|遍)|多[大长高深久]|哪|什么|何(?!处理)|谁(?!能|会)|(?<!要)求(?!助|教|救|大|解)|要求出|(?:^|(?<=[,;。\s]))[请试]?问(?!题)|计算(?!机|题)|写出|写一?下|给出|列出|画出|指出|试问|判断|是否|能否|\(\s*\)"
)
_AND = re.compile(r"(?:以及|还有|和|与|及|、|并且?(?=[求写给计]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that may be asked.

    Attributes:
        key: what must stand in the item that asks for it; taken.
        also: what must stand in the sentence besides.
        unless: what must not stand in the item.
    """

    name: str
    key: str
    also: str = ""
    unless: str = r"(?!)"


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in _AND.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def inquire(
    reading: Reading, questions: Sequence[Question], places: Sequence[int] = (), only_asking: bool = False
) -> list[tuple[int, str]]:
    """(place, name) of what is asked in items where nothing was found yet; taken.

    `places`: where something asked was found. `only_asking`: where no clause asks, nothing is asked.
    """
    clauses = list(_clauses(reading.text))
    asking = [clause for clause in clauses if clause[2]]
    found = [each for clause in asking for each in _asked(reading, questions, places, clause)]
    if not found and not places and clauses and not only_asking:
        # `Output the first, then the new winner's number and key`: where no clause asks, the last one does.
        found = _asked(reading, questions, places, clauses[-1])
    return found


def _clauses(text: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses that say something: (start, end, whether it asks)."""
    start, listing, asks = 0, False, False
    for end, following in [*(mark.span() for mark in _END.finditer(text)), (len(text), len(text))]:
        if clause := text[start:end].strip():
            # `Find: the number of runs; the number of passes`: nouns behind a colon are asked for.
            listing = listing and not patterns.search(r"\d", clause)
            # `Find the champion, and the loser at the root`: what goes on with `and` behind something asked is asked too.
            asks = (
                listing
                or _ASKS.search(clause) is not None
                or text[end : end + 1] == "?"
                or (asks and patterns.match("以及|还有|及", clause) is not None and text[start - 1 : start] == ",")
            )
            yield start, end, asks
        listing = text[end : end + 1] == ":" or (listing and text[end : end + 1] in (";", ",", "\n"))
        start = following


def _asked(reading: Reading, questions: Sequence[Question], places: Sequence[int], clause: tuple[int, int, bool]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    start, end, _ = clause
    for one, other in _items(reading.text, start, end):
        if any(one <= place < other for place in places):
            continue
        for question in questions:
            key = caseless(question.key).search(reading.rest, one, other)
            if key is None or caseless(question.unless).search(reading.text, one, other):
                continue
            if question.also and not caseless(question.also).search(reading.text, start, end):
                continue
            reading.take_spans([key.span()])
            found.append((key.start(), question.name))
            break
    return found
