"""`甲不去则乙也不去` is a condition: of two facts it says neither."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_WHO = r"(?:[甲乙丙丁戊己A-H]|[小老][\u4e00-\u9fff]|[\u4e00-\u9fff]某)"
_GOES = r"(?:去|来|参加|入选|选上?|当选|上场|出席|出场|在场|到|报名|加入|被选[中上]?|不[\u4e00-\u9fff]{1,2})"
_THEN = r"[,、]?(?:则|那么?|就|便|必|必须|一定)?"
_IF = r"(?:如果|若|要是|假如|倘若|假若|只要|一旦|除非|只有|当)"
# One does not go, and `so` another: after `if`, or before `then`, or with the same word and `也`.
_IMPLIED = rf"{_IF}{_WHO}[^,;。?\d]{{1,6}},?[^,;。?\d]{{0,2}}{_WHO}[^,;。?\d]{{0,4}}(?:不|{_GOES})|{_WHO}(?:若|要是|如果)?不?{_GOES}(?:的话|时)?,?(?:则|那么?|就|便|必){_WHO}|{_WHO}不[\u4e00-\u9fff]{{1,4}},?(?:则|那么?){_WHO}|{_WHO}不[\u4e00-\u9fff]{{1,4}},?{_WHO}(?:就|便|则|必)|{_WHO}不(?P<verb>[\u4e00-\u9fff]{{1,3}}),?{_WHO}(?:就|便|则|必)?也(?:一定|必|就)?不(?P=verb)"


def _halves(understood: str) -> bool:
    """Whether what was understood is two facts, or one sentence with a `就` in it."""
    return "；" in understood or patterns.search(rf"不[^；]{{1,5}}{_WHO}(?:就|便|则|必|也)", understood) is not None


def but_implied(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that says nothing where it would take the two halves of `if … then` for two facts."""

    def reading(text: str) -> Recognition | None:
        found = read(text)
        if found is not None and patterns.search(_IMPLIED, text) and _halves(dict(found.understood).get("条件", "")):
            stay_out("a condition, not two facts")
        return found

    return reading
