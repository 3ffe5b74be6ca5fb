"""BM25 over the passages that may be seen.

Term statistics (how many passages hold a term, how long passages are) are taken from the visible passages only, at the moment of asking:
what a group finds, and how it is ranked, does not depend on books it may not see. What a term is, is left to `kb.terms`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

K1 = 1.5
B = 0.75
"""BM25's saturation and length normalisation, at the values of Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), 3.5."""


@dataclass(frozen=True, slots=True)
class LexicalMatch:
    """What BM25 says about one query.

    Attributes:
        scores: BM25 of every passage (float32; 0 where no term occurs or the passage may not be seen).
        coverage: for every passage the share (0 to 1) of the query's information that its terms hold: the IDF of the query's
            distinct terms found in it over that of all of them.
    """

    scores: NDArray[np.float32]
    coverage: NDArray[np.float32]


class LexicalIndex:
    """Postings of a list of passages, sorted by term. Immutable: `updated` gives the next one, sharing the growing vocabulary."""

    def __init__(
        self,
        vocabulary: dict[str, int],
        posting_terms: NDArray[np.int32],
        posting_passages: NDArray[np.int32],
        posting_counts: NDArray[np.uint16],
        lengths: NDArray[np.int32],
    ) -> None:
        self._vocabulary = vocabulary
        self._terms = posting_terms
        self._passages = posting_passages
        self._counts = posting_counts
        self.lengths = lengths

    @classmethod
    def empty(cls) -> LexicalIndex:
        """No passages yet."""
        nothing = np.empty(0, np.int32)
        return cls({}, nothing, nothing, np.empty(0, np.uint16), nothing)

    @classmethod
    def of(cls, passages: Iterable[Sequence[str]]) -> LexicalIndex:
        """An index of passages given as their terms."""
        return cls.empty().updated(np.empty(0, np.int64), passages)

    def __len__(self) -> int:
        return len(self.lengths)

    def updated(self, kept: NDArray[np.int64], added: Iterable[Sequence[str]]) -> LexicalIndex:
        """The index of the passages at the positions `kept` (ascending), followed by `added`, each given as its terms."""
        new_terms: list[int] = []
        new_counts: list[int] = []
        distinct: list[int] = []
        new_lengths: list[int] = []
        for terms in added:
            counted = Counter(terms)
            new_terms += [self._vocabulary.setdefault(term, len(self._vocabulary)) for term in counted]
            new_counts += [min(count, 65_535) for count in counted.values()]
            distinct.append(len(counted))
            new_lengths.append(len(terms))
        position = np.full(len(self) + 1, -1, np.int32)
        position[kept] = np.arange(len(kept), dtype=np.int32)
        moved = position[self._passages]
        stays = moved >= 0
        all_terms = np.concatenate((self._terms[stays], np.array(new_terms, np.int32)))
        all_passages = np.concatenate(
            (moved[stays], np.repeat(np.arange(len(distinct), dtype=np.int32) + len(kept), distinct).astype(np.int32))
        )
        all_counts = np.concatenate((self._counts[stays], np.array(new_counts, np.uint16)))
        order = np.argsort(all_terms, kind="stable")
        lengths = np.concatenate((self.lengths[kept], np.array(new_lengths, np.int32)))
        return LexicalIndex(self._vocabulary, all_terms[order], all_passages[order], all_counts[order], lengths)

    def match(self, query: Sequence[str], visible: NDArray[np.bool_]) -> LexicalMatch:
        """BM25 of the query's terms over the passages where `visible` is True.

        idf(t) = ln(1 + (N - n + 0.5) / (n + 0.5)), N visible passages of which n hold t (Robertson & Spärck Jones, in Lucene's form, which is
        never negative); a term that occurs twice in the query counts twice. A term that no visible passage holds adds to the query's
        information, not to any score.
        """
        scores = np.zeros(len(self), np.float32)
        held = np.zeros(len(self), np.float32)
        seen = int(np.count_nonzero(visible))
        if not seen or not query:
            return LexicalMatch(scores, held)
        relative_length = self.lengths / max(float(self.lengths[visible].mean()), 1.0)
        damping = (K1 * (1 - B + B * relative_length)).astype(np.float32)
        information = 0.0
        for term, times in Counter(query).items():
            passages, counts = self._postings(term, visible)
            idf = float(np.log1p((seen - len(passages) + 0.5) / (len(passages) + 0.5)))
            information += idf
            held[passages] += idf
            scores[passages] += times * idf * (counts * (K1 + 1) / (counts + damping[passages]))
        return LexicalMatch(scores, held / np.float32(information))

    def _postings(self, term: str, visible: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        number = self._vocabulary.get(term, -1)
        start, end = np.searchsorted(self._terms, (number, number + 1))
        passages = self._passages[start:end]
        may_be_seen = visible[passages]
        return passages[may_be_seen], self._counts[start:end][may_be_seen].astype(np.float32)
