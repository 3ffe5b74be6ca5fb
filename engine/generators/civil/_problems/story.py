"""Word problems read by their parts: one wording for numbers, units and questions first, then quantities by the words beside them.

`Story` rewrites what people write in many ways and mean alike (`十五天`, `每小时行 60 公里`, `八五折`, `求……。`) into one, so that the patterns
of a kind need not. `Story.told` takes a quantity together with the word that says what it is, and leaves what stands between them to be
checked. `Story.finish` passes over ordinary words that nobody listed, but no number, no letter and nothing that shares a character with
conditions, negations, changes or comparisons: those could change the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from engine.generators import patterns
from engine.generators.alternatives import with_others
from engine.generators.civil._problems.problems import EXAM_TALK
from engine.generators.civil._problems.wording import ORDINARY, SUSPECT, is_talk, plain_wording
from engine.generators.kind import Recognition
from engine.generators.reading import Reading, StayOut, stay_out

NUMBER = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)"
"""A number in digits, whole or with decimals."""

_TAKEN = "\ue000"
_CLAUSE_END = re.compile(r"(?:[,;。?!:\n~…·|()]|\.{2,})+")
_COUNTED = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿双]")
_SUSPECT = re.compile(SUSPECT)
_ASKS_HOW_MUCH = re.compile("(?:多少|几)(?!分之)(?=.)")
_STILL_ASKED = re.compile(r"多少(?:千米|米|小时|分钟|秒|天|时间|圈|元|人|个|次|种|倍|%|吨|克)")
_IF = re.compile(r"\s*(?:若|如果|假如|倘若|要是|一旦)(?!把|将|从|由|让)")
_VAGUE = re.compile(r"若干|一些|一部分|一定量|适量|有所|不定|影响|一段时间|一会儿?|某种原因|大约一?半|[也又没]来|来了|走了")
_LONGEST_REST = 8  # characters in one clause that no word of ours covers


class Story(Reading):
    """A word problem in one wording, without the talk around it."""

    def __init__(self, text: str) -> None:
        self.text, self.rest = _opened(text)

    def has(self, pattern: str) -> bool:
        """As for every reading; so many patterns come by that they are kept compiled here."""
        return _compiled(pattern).search(self.rest) is not None

    def refuse(self, pattern: str) -> None:
        """As for every reading.

        Raises:
            StayOut: the pattern is there.
        """
        if found := _compiled(pattern).search(self.rest):
            stay_out(found[0])

    def take(self, pattern: str) -> re.Match[str] | None:
        """As for every reading."""
        if (match := _compiled(pattern).search(self.rest)) is not None:
            self._mark(match)
        return match

    def take_all(self, pattern: str) -> list[re.Match[str]]:
        """As for every reading."""
        matches = [match for match in _compiled(pattern).finditer(self.rest) if match[0]]
        for match in matches:
            self._mark(match)
        return matches

    def told(self, cue: str, quantity: str, reach: int = 10) -> list[re.Match[str]]:
        """Every quantity with a cue before it in its clause, at most `reach` characters away and no other number between; cue and
        quantity are taken, what stands between them is not.
        """
        return self.take_all(rf"(?P<cue>{cue})(?P<gap>[^\d{_TAKEN},;。?!:\n]{{0,{reach}}}?)(?P<quantity>{quantity})")

    def told_after(self, quantity: str, cue: str, reach: int = 6) -> list[re.Match[str]]:
        """As `told`, the cue after the quantity."""
        return self.take_all(rf"(?P<quantity>{quantity})(?P<gap>[^\d{_TAKEN},;。?!:\n]{{0,{reach}}}?)(?P<cue>{cue})")

    def _mark(self, match: re.Match[str]) -> None:
        """As for every reading, but what a group `gap`, `gap2`, ... of the pattern matched stays."""
        kept = [match.span(name) for name in match.groupdict() if name.startswith("gap")]
        signs = list(self.rest)
        for place in range(*match.span()):
            # A comma stays too: clauses are looked at one by one.
            if signs[place] not in ",;。?!:\n" and not any(start <= place < end for start, end in kept):
                signs[place] = _TAKEN
        self.rest = "".join(signs)

    def finish(self, harmless: str = "", story: bool = True) -> None:
        """Look at what is left.

        `harmless`: words of the kind that change nothing, separated by spaces.

        Raises:
            StayOut: something is left that could change the answer.
        """
        del story
        words = _words(harmless)
        rest = self.rest
        if _TAKEN in rest and (asked := _STILL_ASKED.search(rest)):
            stay_out(f"also asks: {asked[0]}")
        for asking in _ASKS_HOW_MUCH.finditer(self.text) if len(self.text) == len(rest) else ():
            # `跑了多少瓦`: a question in a unit that nobody has read is another question.
            if rest[asking.start()] == _TAKEN and "\u4e00" <= rest[asking.end()] <= "\u9fff" and not words.match(rest, asking.end()):
                stay_out(f"asks in {rest[asking.end()]}")
        seen_number = False
        for clause in _CLAUSE_END.split(rest):
            has_taken = _TAKEN in clause
            if not has_taken and is_talk(clause) and not patterns.search(r"\d", clause):
                continue
            if found := _VAGUE.search(clause):
                stay_out(found[0])
            left = patterns.sub(r"[^\w%]+", "", words.sub(" ", clause)).replace(_TAKEN, "")
            seen_number = seen_number or has_taken
            if not left:
                continue
            if not has_taken and _IF.match(clause):
                stay_out(f"a condition: {left}")
            if found := _COUNTED.search(left) or _SUSPECT.search(left):
                stay_out(f"{found[0]} in {left}")
            if len(left) > _LONGEST_REST or (not has_taken and seen_number):
                stay_out(left)


@lru_cache(maxsize=16)
def _opened(text: str) -> tuple[str, str]:
    """The text in one wording, and without the talk of its source; many readers open the same one."""
    plain = plain_wording(Reading(text).text)
    return plain, patterns.sub(EXAM_TALK, lambda match: _TAKEN * len(match[0]), plain)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _words(harmless: str) -> re.Pattern[str]:
    """One pattern for the words of a kind and the ordinary ones, the longest first; a Latin word only whole."""
    words = sorted({*harmless.split(), *ORDINARY.split()}, key=lambda word: (-len(word), word))
    parts = [rf"(?<![0-9A-Za-z]){re.escape(word)}(?![0-9A-Za-z])" if word.isascii() else re.escape(word) for word in words]
    return re.compile("|".join(parts), re.IGNORECASE)


Reader = Callable[[str], Recognition | None]


def one_reading(*readers: Reader) -> Reader:
    """A recogniser that lets every reader see the text: only where all that understand it say the same is it read.

    Raises:
        StayOut: nobody understands it (the last objection), or two understand it differently.
    """

    def recognise(text: str) -> Recognition | None:
        found: list[Recognition] = []
        objections: list[str] = []
        for reader in readers:
            try:
                if (seen := reader(text)) is not None:
                    found.append(seen)
            except StayOut as objection:
                objections.append(f"{reader.__name__.strip('_')}: {objection}")
        confident = [seen for seen in found if seen.confident] or found
        if any(seen.parameters != confident[0].parameters for seen in confident):
            stay_out("two readings")
        if not confident:
            stay_out(" / ".join(objections))
        return confident[0]

    return recognise


def in_turn(*recognisers: Reader) -> Reader:
    """A recogniser of several ways of reading, the more general ones last: the first that understands, with what the others make of it.

    Raises:
        StayOut: nobody understands it.
    """

    def recognise(text: str) -> Recognition | None:
        if patterns.search(r"(?:若|如果|要是|换成|改为|改成)[^,，;；。?？!！\n]*呢[?？。!！\s]*$", text):
            stay_out("one thing more is asked")
        found: list[Recognition] = []
        objections: list[str] = []
        for recogniser in recognisers:
            try:
                if (seen := recogniser(text)) is not None:
                    found.append(seen)
            except StayOut as objection:
                objections.append(str(objection))
            except ZeroDivisionError:
                objections.append("a figure of 0 where none can be")
        return with_others(found) or stay_out(" // ".join(objections))

    return recognise
