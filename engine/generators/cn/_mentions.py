"""A network problem read by what its clauses mention, in any order: figures with what they are of, conditions, and what is asked.

A `Lexicon` names every way to say what matters in a topic. A clause becomes its mentions; what no word covers may only be ordinary words, or, where
nothing is asked, a few characters of a story that count nothing, compare nothing and change nothing. What the mentions say together is made out by
the topic's reader, which must make use of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.cn._told.words import CHANGE
from engine.generators.reading import any_of, harmless_words, stay_out

_CLAUSE_END = re.compile(r"[,;。?!\n:]+")
_COUNTED = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿双半]")
_SUSPECT = re.compile(
    r"[不没无未非勿别除仅只但却每各另再又余剩外改变换增减扩缩升降倍翻多少超满共总首末尾前后先初反倒逆顺交叉隔间跨断坏丢失误错损延迟等待若假须禁允限约束合并拆叠同异]|"
    r"随机|平均|直通|并行|重[传发]|最|至|证明|为什么|为何|区别|原理|优点|缺点|原因|举例|编程|代码|[上下如见]图|图[中示]|示意"
)
# In a clause of a story, that mentions nothing, only what takes something away or demands it matters.
_CONDITION = re.compile(
    r"[不没无未非勿别除仅只余剩须禁限]|保留|预留|每|各(?!种|类|地)|已经?(?:分|用|占)|随机|平均|[上下如见]图|图[中示]|示意|证明|为什么|编程"
)
ASKS = re.compile(
    r"多少|几(?!乎|何)|哪|什么|何(?!时)|谁|啥|\(\s*\)|\(\d\d\)|_|(?<![要需请追征])求(?!解|助|教|救|大|指|帮|和)|写出|给出|列出|画出|指出|计算(?!机|题|器)|确定|判断|[?]|(?:[是为]|等于|至少|最多|需要?|约)\s*$"
)
"""A clause with one of these asks."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a clause speaks of: its kind in the lexicon, the match, and the number of its clause."""

    kind: str
    match: re.Match[str]
    clause: int

    def __getitem__(self, name: str) -> str:
        """The text of a group; empty where it has none."""
        return self.match.groupdict().get(name) or ""

    @property
    def text(self) -> str:
        """As said."""
        return self.match[0]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and what it mentions; whether it asks for something."""

    text: str
    mentions: tuple[Mention, ...]
    asks: bool

    def has(self, *kinds: str) -> bool:
        """Whether one of these kinds is mentioned."""
        return any(mention.kind in kinds for mention in self.mentions)

    def all(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds."""
        return [mention for mention in self.mentions if mention.kind in kinds]


class Lexicon:
    """The words of a topic: (kind, pattern), looked for in this order at every place; kind "" says nothing.

    `ordinary`: more words that change nothing; `story`: how many characters that no word covers a clause that tells may hold; `lenient`:
    whether a clause that mentions nothing may speak of changes, as stories of companies and their networks do.
    """

    def __init__(self, words: Sequence[tuple[str, str]], ordinary: str = "", story: int = 10, lenient: bool = False) -> None:
        self._words = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in words]
        self._ordinary = any_of((*ordinary.split(), *harmless_words()))
        self._story = story
        self._lenient = lenient
        self._idle = _CONDITION if lenient else _SUSPECT

    def read(self, text: str) -> list[Clause]:
        """The clauses of a text.

        Raises:
            StayOut: one of them says something that no word covers and that could matter.
        """
        found: list[Clause] = []
        start = 0
        for end in [*_CLAUSE_END.finditer(text), None]:
            stop = end.start() if end else len(text)
            clause = text[start:stop]
            if clause.strip():
                asks = ASKS.search(clause) is not None or (end is not None and "?" in end[0])
                mentions, left, unmentioned = self._mentions(text, start, stop, len(found))
                if not asks and not self._lenient and (change := CHANGE.search(unmentioned)):
                    stay_out(f"{change[0]} in {clause}")
                self._look_at(clause, mentions, left, asks)
                found.append(Clause(clause, tuple(mentions), asks))
            start = end.end() if end else len(text)
        return found

    def _mentions(self, text: str, start: int, stop: int, number: int) -> tuple[list[Mention], list[str], str]:
        """What is mentioned, the pieces that no word covers, and the text without what is mentioned."""
        unmentioned = ""
        mentions: list[Mention] = []
        left: list[str] = [""]
        place = start
        while place < stop:
            for kind, pattern in self._words:
                match = pattern.match(text, place, stop)
                if match is not None and match[0]:
                    if kind:
                        mentions.append(Mention(kind, match, number))
                    left.append("")
                    unmentioned += " "
                    place = match.end()
                    break
            else:
                ordinary = self._ordinary.match(text, place, stop)
                if ordinary is not None and ordinary[0]:
                    left.append("")
                    unmentioned += ordinary[0]
                    place = ordinary.end()
                    continue
                if patterns.match(r"[\w%]", text[place]):
                    left[-1] += text[place]
                else:
                    left.append("")
                unmentioned += text[place]
                place += 1
        return mentions, [piece for piece in left if piece], unmentioned

    def _look_at(self, clause: str, mentions: Sequence[Mention], left: Sequence[str], asks: bool) -> None:
        residue = " ".join(left)
        if not residue:
            return
        if _COUNTED.search(residue) or (_SUSPECT if mentions or asks else self._idle).search(residue):
            stay_out(f"{residue} in {clause}")
        if asks and any(len(piece) > 1 for piece in left):
            stay_out(f"asks: {residue}")
        if mentions and len(residue) > self._story:
            stay_out(f"{residue} in {clause}")
