"""A text as clauses in one wording."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._problems.problems import EXAM_TALK
from engine.generators.civil._problems.wording import plain_wording
from engine.generators.reading import Reading, stay_out

_MARKS = r"[,;。?!:\n()]+"
_KEPT = "\ue001"  # for the colon of a ratio, which ends no clause
_SAID = (
    (r"([\u4e00-\u9fffA-E])[:∶]([\u4e00-\u9fffA-E])=(\d+[:∶]\d+)", r"\1与\2的比是\3"),
    ("较大的?(?:那个|一个)?数", "大数"),
    ("较小的?(?:那个|一个)?数", "小数"),
    ("∶", ":"),
)


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, in plain wording and without their marks.

    Raises:
        StayOut: a share is asked for in words of which no reader knows the whole.
    """
    said = Reading(text).text
    for pattern, usual in _SAID:
        said = patterns.sub(pattern, usual, said)
    plain = patterns.sub(EXAM_TALK, "", plain_wording(said))
    if share := patterns.search("多少(?:[成折]|分之)|占[^,;。?]{0,4}多少(?![%倍])", plain):
        stay_out(f"what share of what: {share[0]}")
    pieces = patterns.split(_MARKS, patterns.sub(r"(?<=\d):(?=\d)", _KEPT, plain))
    return [piece.strip().replace(_KEPT, ":") for piece in pieces if piece.strip()]
