"""Word problems read by what their clauses mention, in any order: amounts, things, what is done to them and what is asked.

A `Lexicon` names every way to say what matters in a topic. A clause becomes its mentions; what no word covers may only be ordinary words, or a few
characters that count nothing, compare nothing and change nothing. What a clause says is then made out from what it mentions, so that
`甲杯中有 200 克浓度为 13% 的盐水` and `一杯盐水，重 200 克，含盐率是 13%` are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT, is_talk
from engine.generators.reading import stay_out

_COUNTED = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿双半]")
_SUSPECT = re.compile(rf"{SUSPECT}|[原总旧净毛均]")
_LONGEST_LEFT = 9  # characters of one clause that no word covers
_SETTING = re.compile(rf"(?!.*(?:{SUSPECT}|[零〇一二两三四五六七八九十亿双半]|[A-Za-z0-9α-ωΑ-Ω]))[\u4e00-\u9fff]{{1,20}}")
MARKS = r"[,;。?!:\n()|~…·]"


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a clause speaks of.

    Attributes:
        kind: its name in the lexicon.
        text: as said.
        value: the group `value` of its pattern; an empty string where it has none.
        unit: the group `unit`.
    """

    kind: str
    text: str
    value: str = ""
    unit: str = ""


class Clause:
    """The mentions of a clause; what is made use of is taken."""

    def __init__(self, text: str, mentions: Iterable[Mention], ends: str) -> None:
        self.text, self.ends = text, ends
        self.mentions = list(mentions)
        self.order = list(self.mentions)  # all that there were
        self.next: Clause | None = None

    def __bool__(self) -> bool:
        return bool(self.mentions)

    def all(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds."""
        return [each for each in self.mentions if each.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether there is a mention of one of these kinds."""
        return any(each.kind in kinds for each in self.mentions)

    def take(self, *kinds: str) -> Mention | None:
        """The first mention of these kinds, taken."""
        found = next((each for each in self.mentions if each.kind in kinds), None)
        if found is not None:
            self.mentions.remove(found)
        return found

    def take_all(self, *kinds: str) -> list[Mention]:
        """All of these kinds, taken."""
        found = self.all(*kinds)
        self.mentions = [each for each in self.mentions if each.kind not in kinds]
        return found


class Lexicon:
    """The words of a topic: (kind, pattern), looked for in this order at every place; kind "" says nothing."""

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        self._words = [(kind, re.compile(pattern)) for kind, pattern in words]
        ordinary = sorted(ORDINARY.split(), key=lambda word: (-len(word), word))
        self._ordinary = re.compile("|".join(re.escape(word) for word in ordinary if not patterns.fullmatch(r"[A-Za-z]+", word)))

    def clauses(self, plain: str, longest_left: int = _LONGEST_LEFT, suspect: re.Pattern[str] = _SUSPECT, silent: int = 4) -> list[Clause]:
        """The clauses of an opened text; at most so many characters of one may be no word of the topic, and none that is `suspect`.

        Raises:
            StayOut: one of them says something that no word covers and that could matter.
        """
        found: list[Clause] = []
        told = False
        for piece in patterns.split(rf"(?<={MARKS})", plain):
            text = patterns.sub(MARKS, "", piece).strip()
            if not text:
                if found and piece:
                    found[-1].ends += piece
                continue
            mentions, left = self._mentions(text)
            if is_talk(text) and not any(each.value for each in mentions) and not patterns.search(r"\d|多少", text):
                continue
            setting = not told and not any(each.value or each.kind.startswith("ask") for each in mentions) and _SETTING.fullmatch(left)
            if (
                left
                and not setting
                and (
                    _COUNTED.search(left)
                    or suspect.search(left)
                    or len(left) > longest_left
                    or (told and not mentions and len(left) > silent)
                )
            ):
                stay_out(f"{left} in {text}")
            told = told or any(each.value for each in mentions)
            found.append(Clause(text, mentions, piece[-1:] if patterns.search(MARKS, piece[-1:]) else ""))
        return found

    def _mentions(self, text: str) -> tuple[list[Mention], str]:
        mentions: list[Mention] = []
        left: list[str] = []
        place = 0
        while place < len(text):
            for kind, pattern in self._words:
                match = pattern.match(text, place)
                if match is not None and match[0]:
                    if kind:
                        groups = match.groupdict()
                        mentions.append(
                            Mention(
                                kind,
                                match[0],
                                groups.get("value") or groups.get("value2") or groups.get("value3") or "",
                                groups.get("unit") or groups.get("unit2") or "",
                            )
                        )
                    place = match.end()
                    break
            else:
                ordinary = self._ordinary.match(text, place)
                if ordinary is not None:
                    place = ordinary.end()
                    continue
                if not text[place].isspace():
                    left.append(text[place])
                place += 1
        return mentions, "".join(left)
