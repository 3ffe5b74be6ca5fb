"""Ranking: BM25 and vectors fused, and the words of asking and finding.

Both retrievers score every visible passage exactly. Where passages come from is left to `kb.holdings`, what a ranking means for the answer
(does the question belong here, is it covered) to `kb.gate`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.lexical import LexicalMatch
from kb.passages import Passage

CANDIDATES = 50
"""How many of each retriever's best passages enter the fusion."""

DENSE_WEIGHT = 0.7
"""Share of the vectors' z-score in the fused score; BM25's is the rest."""


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
        score: the fused score that ranked it; comparable within one search only.
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
        lexical: BM25 and coverage.
        dense: cosine similarity (float32); None: the query has no vector.
        has_vector: whether a passage has a vector (bool).
    """

    visible: NDArray[np.bool_]
    lexical: LexicalMatch
    dense: NDArray[np.float32] | None
    has_vector: NDArray[np.bool_]


def rank(scores: Scores, texts: NDArray[np.uint64], limit: int) -> list[Ranked]:
    """The best visible passages, best first; of several with the same text (equal numbers in `texts`) only the best.

    Each retriever's best `CANDIDATES` are united; each score is standardised over that union (z-score) and the two are weighed.
    A passage without a vector yet is judged by BM25 alone.
    """
    bm25 = scores.lexical.scores
    embedded = scores.visible & scores.has_vector if scores.dense is not None else np.zeros_like(scores.visible)
    candidates = np.union1d(_best(bm25, scores.visible & (bm25 > 0)), _best(scores.dense, embedded) if scores.dense is not None else [])
    candidates = candidates.astype(np.int64)
    if not len(candidates) or limit <= 0:
        return []
    lexical_z = _standardised(bm25[candidates])
    fused = lexical_z
    with_vector = embedded[candidates]
    if scores.dense is not None and with_vector.any():
        dense_z = lexical_z.copy()
        dense_z[with_vector] = _standardised(scores.dense[candidates[with_vector]])
        fused = DENSE_WEIGHT * dense_z + (1 - DENSE_WEIGHT) * lexical_z
    ranked: list[Ranked] = []
    shown: set[int] = set()
    for place in np.lexsort((candidates, -fused)):
        position = int(candidates[place])
        text = int(texts[position])
        if text not in shown:
            shown.add(text)
            dense = float(scores.dense[position]) if scores.dense is not None and with_vector[place] else None
            ranked.append(Ranked(position, float(fused[place]), dense, float(bm25[position])))
            if len(ranked) == limit:
                break
    return ranked


def _best(scores: NDArray[np.float32], allowed: NDArray[np.bool_]) -> NDArray[np.int64]:
    positions = np.flatnonzero(allowed)
    if len(positions) <= CANDIDATES:
        return positions
    return positions[np.argpartition(-scores[positions], CANDIDATES - 1)[:CANDIDATES]]


def _standardised(values: NDArray[np.float32]) -> NDArray[np.float32]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)
