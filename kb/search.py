"""Ranking: BM25 and vectors fused, and the words of asking and finding.

Both retrievers score every visible passage exactly. Where passages come from is left to `kb.holdings`, what a ranking means for the answer
(does the question belong here, is it covered) to `kb.gate`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.passages import Passage

CANDIDATES = 50
"""How many of each retriever's best passages enter the fusion."""

RUNNERS_UP = 10
"""How many passages after the best one show what an ordinary passage scores."""

LEXICAL_WEIGHT = 0.15
"""Standard deviations of cosine similarity that one point of BM25 is worth. Maximum likelihood on the built-in notes with the labelled
questions of `data/exams/408/gate/coverage.jsonl` (`python -m engine.evaluation`); on other books it is flat from .1 to .2."""

EXPECTED_WEIGHT = 1.0
"""What one standard deviation of likeness to expected questions is worth among built-in passages, on the scale of the fused score. Chosen
on the labelled questions of `data/exams/408/gate/coverage.jsonl`; from .5 to 1 it hardly tells."""


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Where to look.

    Attributes:
        scene: only books given to this scene or to every scene; None: the machine's owner, who sees all.
        exam: only books of this exam or of none.
        book: only books of this title (whatever the case; part of a title will do where no title is equal).
        subject: only books of this subject, and passages whose anchor is a knowledge point of it.
    """

    scene: str | None
    exam: str | None = None
    book: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    Attributes:
        score: what ranked it, the fused score or a reranker's; comparable within one search only.
        dense: cosine similarity of question and passage; None where either has no vector.
        lexical: BM25.
    """

    passage_id: int
    book_id: int
    book_title: str
    passage: Passage
    score: float
    dense: float | None
    lexical: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage's position in the holdings, with its scores as in `Hit`."""

    position: int
    score: float
    dense: float | None
    lexical: float


@dataclass(frozen=True, slots=True)
class Scores:
    """What both retrievers say about one query and every passage.

    Attributes:
        visible: whether a passage may be seen (bool, shape (passages,)).
        lexical: BM25 (float32).
        dense: cosine similarity (float32); None: the query has no vector.
        has_vector: whether a passage has a vector (bool).
    """

    visible: NDArray[np.bool_]
    lexical: NDArray[np.float32]
    dense: NDArray[np.float32] | None
    has_vector: NDArray[np.bool_]


def rank(scores: Scores, texts: NDArray[np.uint64], limit: int, likeness: NDArray[np.float32] | None = None) -> list[Ranked]:
    """The best visible passages, best first; of several with the same text (equal numbers in `texts`) only the best.

    `likeness`: for every passage how much expected questions speak for it (`kb.expected`); NaN: nothing is known of it.
    """
    candidates, fused = fuse(scores)
    if likeness is not None:
        fused = reordered(fused, likeness[candidates])
    ranked: list[Ranked] = []
    shown: set[int] = set()
    for place in np.lexsort((candidates, -fused)):
        if len(ranked) >= limit:
            break
        position = int(candidates[place])
        text = int(texts[position])
        if text not in shown:
            shown.add(text)
            dense = float(scores.dense[position]) if scores.dense is not None and scores.has_vector[position] else None
            ranked.append(Ranked(position, float(fused[place]), dense, float(scores.lexical[position])))
    return ranked


def fuse(scores: Scores, lexical_weight: float = LEXICAL_WEIGHT) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The candidates, in ascending order, and their fused scores.

    Each retriever's best `CANDIDATES` are united and scored z + `lexical_weight` * BM25, where z is the cosine similarity standardised over
    them. BM25 stays as it is: a sum of log odds (Robertson & Spärck Jones), it is large where the words of the question tell much and
    small where they do not, so that a keyword is decided by words and a paraphrase by meaning. Standardising it for each question would
    make noise as loud as evidence; only for a passage that has no vector yet its standardised value stands in for z.
    """
    bm25 = scores.lexical
    candidates = _best(bm25, scores.visible & (bm25 > 0))
    if scores.dense is not None:
        candidates = np.union1d(candidates, _best(scores.dense, scores.visible & scores.has_vector))
    fused = np.float32(lexical_weight) * bm25[candidates]
    if scores.dense is not None:
        with_vector = scores.has_vector[candidates]
        z = _standardised(bm25[candidates])
        z[with_vector] = _standardised(scores.dense[candidates[with_vector]])
        fused += z
    return candidates, fused


def reordered(fused: NDArray[np.float32], likeness: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same scores, dealt out anew among the passages of which a likeness is known, in the order of score + `EXPECTED_WEIGHT` * likeness."""
    known = np.flatnonzero(~np.isnan(likeness))
    best_first = np.argsort(-(fused[known] + np.float32(EXPECTED_WEIGHT) * likeness[known]), kind="stable")
    dealt = fused.copy()
    dealt[known[best_first]] = np.sort(fused[known])[::-1]
    return dealt


def standing_out(scores: Scores) -> tuple[int | None, float]:
    """The best candidate's position, and how far its fused score lies above the mean of the next `RUNNERS_UP`; None, 0: nothing was found."""
    candidates, fused = fuse(scores)
    if not len(candidates):
        return None, 0.0
    order = np.argsort(-fused, kind="stable")
    next_best = fused[order[1 : RUNNERS_UP + 1]]
    return int(candidates[order[0]]), float(fused[order[0]] - next_best.mean()) if len(next_best) else 0.0


def _best(scores: NDArray[np.float32], allowed: NDArray[np.bool_]) -> NDArray[np.int64]:
    positions = np.flatnonzero(allowed)
    if len(positions) <= CANDIDATES:
        return positions
    return positions[np.argpartition(-scores[positions], CANDIDATES - 1)[:CANDIDATES]]


def _standardised(values: NDArray[np.float32]) -> NDArray[np.float32]:
    spread = float(values.std()) if len(values) else 0.0
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)
