"""Removing rows that say what another row says: exact repeats, the same question, and questions that are nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.questions.similarity import near_duplicates, shingles
from training.data.rows import Row

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row that was removed, the earlier one that stays, and how alike the questions are (1: the same)."""

    removed: Row
    kept: Row
    similarity: float
    same_answer: bool


def without_repeats(rows: Sequence[Row], bound: float) -> tuple[list[Row], list[Repeat]]:
    """The rows without those whose question an earlier row asks; earlier rows win.

    Two questions are nearly the same if the 3-character shingles of their folded text have a Jaccard similarity of at least
    `bound` and their numbers and Latin terms are the same: an exercise with other numbers is another exercise, and "B 树" is not
    "B+ 树". What is asked twice and answered differently is removed as well and can be told by `same_answer`.
    """
    first: dict[str, Row] = {}
    distinct: list[Row] = []
    removed: list[Repeat] = []
    for row in rows:
        earlier = first.setdefault(row.folded_question, row)
        if earlier is row:
            distinct.append(row)
        else:
            removed.append(Repeat(row, earlier, 1.0, row.answers == earlier.answers))
    standing = dict(enumerate(distinct))
    marks = [_marks(row.folded_question) for row in distinct]
    sets = [shingles(row.folded_question) for row in distinct]
    for i, j, similarity in sorted(near_duplicates(sets, bound)):
        if i in standing and j in standing and marks[i] == marks[j]:
            removed.append(Repeat(standing.pop(j), standing[i], round(similarity, 4), distinct[i].answers == distinct[j].answers))
    return list(standing.values()), removed


def _marks(folded: str) -> tuple[Counter[str], Counter[str]]:
    """What makes two alike questions different ones: numbers, and runs of Latin letters and signs."""
    return Counter(_NUMBER.findall(folded)), Counter(re.findall(r"[a-z+/^=<>≤≥-]+", folded))
