"""A problem read by its cues: what is told is taken wherever it stands, and what is left may be any story, but no number, no condition and no question."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._counting.samples.reading import only_talks
from engine.generators.civil._problems.story import Story
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT
from engine.generators.reading import stay_out, to_int

N = r"(?:\d+|[一二两三四五六七八九十]+)"
_TAKEN = "\ue000"
_ORDINARY = re.compile(
    "|".join(
        re.escape(word) for word in sorted(ORDINARY.split(), key=lambda word: (-len(word), word)) if not word.isascii() and len(word) > 1
    )
)
_HARMLESS = re.compile(
    r"^\s*(?:但|而|且)|(?<![和与及有加外、])[一1](?:条|个|次|排|列|张|段|位|名|家|座|场|只|套|起|旁|边|般|下|天|路|行|晚|楼|支)|每天|每晚|晚[会上间饭宴]|年夜饭|节省?约?用?电|为了?节[约省电能]+|小区|步道|街边|路[边旁]|今[天晚年]|参加|交[谈流]|第一次(?=见面|聚)|比赛|半决赛|相[聚约识]"
)
_ASKS = re.compile(r"多少|几[种个条次场人]|哪|\?")


class Cues(Story):
    """A story from which cues are taken."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.rest = patterns.sub("[“”\"'《》]", "", self.rest)

    def number(self, pattern: str) -> int | None:
        """The number `n` of a cue that may be there, taken."""
        found = self.take(pattern)
        return to_int(found["n"]) if found else None

    def must(self, pattern: str) -> re.Match[str]:
        """A cue that has to be there, taken.

        Raises:
            StayOut: it is not.
        """
        return self.take(pattern) or stay_out(f"no {pattern[:20]}")

    def done(self, idle: str = "(?!)") -> None:
        """Look at what is left; `idle`: a pattern of what means nothing in this problem.

        Raises:
            StayOut: something is left that could change the answer.
        """
        for clause in patterns.split(r"[,;。?!:\n()]+", self.rest):
            plain = clause.replace(_TAKEN, " ")
            if not plain.strip() or only_talks(plain):
                continue
            if patterns.search(rf"{_ASKS.pattern}|概率|可能性|几率", plain):
                stay_out(f"also asks: {plain}")
            left = _ORDINARY.sub(" ", _HARMLESS.sub(" ", patterns.sub(idle, " ", plain)))
            if found := patterns.search(rf"[\dA-Za-z二两三四五六七八九十百]|(?!某)(?:{SUSPECT})", left):
                stay_out(f"{found[0]} in {plain}")
