"""A text as mentions: a lexicon names what each word speaks of, words that change nothing pass, and anything else gives the reading up.

The order of clauses and the wording around the mentions do not matter; nothing of the text is skipped. What the mentions mean together is for
the kind that owns the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from engine.generators import patterns
from engine.generators.ds._clauses import HARMLESS
from engine.generators.reading import any_of, harmless_words, stay_out

END = "end"
"""The sort of what ends a clause."""
_ENDS = ",;。?!\n:"
_PASSED = re.compile(r"[\s~…·|()、./*—\u2600-\u27bf\U0001f000-\U0001faff-]")


@dataclass(frozen=True, slots=True)
class Mention:
    """What a word of the text speaks of.

    Attributes:
        sort: the lexicon's name for it.
        text: the word itself.
    """

    sort: str
    start: int
    end: int
    text: str


@cache
def _compiled(lexicon: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{sort}_{number}>{pattern})" for number, (sort, pattern) in enumerate(lexicon)), re.IGNORECASE)


@cache
def _plain(own: str, lost: str) -> re.Pattern[str]:
    words = {*HARMLESS.split(), *harmless_words(), *own.split()} - set(lost.split())
    return any_of(tuple(sorted(words)))


def mentions(text: str, lexicon: Sequence[tuple[str, str]], own: str = "", lost: str = "") -> list[Mention]:
    """The mentions of a text in order, ends of clauses among them.

    `lexicon`: (sort, pattern), the first that fits where something begins is taken. `own`: further words that change nothing, separated by
    spaces. `lost`: words that usually change nothing, but do here.

    Raises:
        StayOut: a word that the lexicon does not know, and that may change something.
    """
    known, plain = _compiled(tuple(lexicon)), _plain(own, lost)
    text = text.replace("有关键", "有 关键")  # no word of what something is about
    found: list[Mention] = []
    place = 0
    while place < len(text):
        if mention := known.match(text, place):
            if not mention[0]:
                stay_out("an empty mention")
            sort = str(mention.lastgroup).rsplit("_", 1)[0]
            found.append(Mention(sort, place, mention.end(), mention[0]))
            place = mention.end()
        elif text[place] in _ENDS:
            found.append(Mention(END, place, place + 1, text[place]))
            place += 1
        elif _PASSED.match(text, place) or text[place] == "\ue000":
            place += 1
        elif word := plain.match(text, place):
            place = word.end()
        else:
            stay_out(f"unread: {text[place : place + 12]}")
    return found


def clauses_of(found: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions clause by clause, without the ends."""
    clauses: list[list[Mention]] = [[]]
    for mention in found:
        if mention.sort == END:
            clauses.append([])
        else:
            clauses[-1].append(mention)
    return [clause for clause in clauses if clause]


def sorts(found: Sequence[Mention]) -> set[str]:
    """The sorts among mentions."""
    return {mention.sort for mention in found}


def numbered(found: Sequence[Mention], sort: str) -> Iterator[tuple[int, Mention]]:
    """The mentions of a sort with their places."""
    return ((place, mention) for place, mention in enumerate(found) if mention.sort == sort)


def names_in(text: str) -> tuple[str, ...]:
    """The elements of a list, glued or separated."""
    parts = tuple(part for part in patterns.split(r"\s*(?:,|、|->|→|;|和|\s)\s*", text.strip("() ")) if part)
    return parts if len(parts) > 1 else tuple(parts[0])
