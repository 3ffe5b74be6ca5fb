"""Whether a question finds the knowledge point that answers it, in the notes of its exam as they are shipped."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ShanganError
from engine.evaluation.gates import labelled_notes
from engine.evaluation.intervals import Share
from engine.exams import Exam
from engine.expected import read_expected
from kb.embedding import Embedder
from kb.expected import ExpectedQuestions, likeness
from kb.holdings import Holdings
from kb.search import SearchScope, rank

DEPTHS = (1, 5)
_PASSAGES = 60
"""Looked at for each question: enough to hold five points, of which each may have several passages."""


@dataclass(frozen=True, slots=True)
class PointQuestion:
    """A question and the knowledge point that answers it."""

    exam: str
    point: str
    text: str


def read_point_questions(path: Path, exams: Mapping[str, Exam]) -> list[PointQuestion]:
    """Read JSON lines of `exam`, `point` and `text`.

    Raises:
        ShanganError: listing every line that cannot be used.
    """
    found, faults = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            one = PointQuestion(str(row["exam"]), str(row["point"]), str(row["text"]))
        except (ValueError, KeyError, TypeError):
            faults.append(f"第 {number} 行：应是含 exam、point、text 的 JSON")
            continue
        if one.exam not in exams or one.point not in exams[one.exam].points:
            faults.append(f"第 {number} 行：没有考试 {one.exam!r} 的知识点 {one.point!r}")
        else:
            found.append(one)
    if faults:
        raise ShanganError(f"{path.name} 有 {len(faults)} 行用不了，没有测：\n" + "\n".join(faults))
    return found


def evaluate_points(questions: Sequence[PointQuestion], exams: Mapping[str, Exam], embedder: Embedder) -> dict[str, Any]:
    """How often the right point is first and among the first five, by exam, with the questions that missed the five."""
    result: dict[str, Any] = {"questions": len(questions)}
    hits = dict.fromkeys(DEPTHS, 0)
    missed = []
    for exam in exams.values():
        mine = [question for question in questions if question.exam == exam.id]
        if not mine:
            continue
        notes = labelled_notes(exam)
        holdings = Holdings.of(notes.passages, embedder.passages([passage.searchable for passage in notes.passages]))
        everything = holdings.visible(SearchScope(None))
        asked = read_expected(exam)
        expected = {exam.id: ExpectedQuestions.of(asked, embedder)} if asked else {}
        own = dict.fromkeys(DEPTHS, 0)
        for question, vector in zip(mine, embedder.queries([question.text for question in mine]), strict=True):
            like = likeness(expected, exam.id, vector, holdings.anchor_numbers)[holdings.anchors]
            ranked = rank(holdings.scores(question.text, vector, everything), holdings.texts, _PASSAGES, like)
            points = list(dict.fromkeys(notes.topics[hit.position] for hit in ranked))
            place = points.index(question.point) + 1 if question.point in points else None
            for depth in DEPTHS:
                own[depth] += place is not None and place <= depth
            if place is None or place > max(DEPTHS):
                missed.append({"text": question.text, "point": question.point, "found": points[:3], "place": place})
        result[exam.id] = {"questions": len(mine), **_shares(own, len(mine))}
        hits = {depth: hits[depth] + own[depth] for depth in DEPTHS}
    return {**result, **_shares(hits, len(questions)), "missed": missed}


def _shares(hits: Mapping[int, int], total: int) -> dict[str, Any]:
    shares = {depth: Share(found, total) for depth, found in hits.items()}
    return {f"point@{depth}": round(share.value, 4) for depth, share in shares.items()} | {
        f"point@{depth}_interval": [round(bound, 4) for bound in share.interval] for depth, share in shares.items()
    }
