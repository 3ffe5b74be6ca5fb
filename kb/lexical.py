"""BM25 over the passages that may be seen.

Term statistics (how many passages hold a term, how long passages are) are taken from the visible passages only, at the moment of asking:
what a group finds, and how it is ranked, does not depend on books it may not see. What a term is, is left to `kb.terms`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

K1 = 1.5
B = 0.75
"""BM25's saturation and length normalisation, at the values of Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), 3.5."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Some passages' terms in numbers: for each passage its distinct terms with their counts, one passage after the other.

    Attributes:
        terms, counts: of every distinct term.
        distinct, lengths: of every passage, how many distinct terms and how many terms it has.
    """

    terms: NDArray[np.int32]
    counts: NDArray[np.uint16]
    distinct: NDArray[np.int32]
    lengths: NDArray[np.int32]


class Postings(NamedTuple):
    """Which passage holds which term how often, sorted by term: term numbers, positions of passages, counts."""

    terms: NDArray[np.int32]
    passages: NDArray[np.int32]
    counts: NDArray[np.uint16]


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
        empty = cls.empty()
        return empty.updated(np.empty(0, np.int64), [empty.count(passages)])

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Every known term, in the order of its number."""
        return tuple(self._vocabulary)

    @property
    def postings(self) -> Postings:
        """With `vocabulary` and `lengths` all that makes the index."""
        return Postings(self._terms, self._passages, self._counts)

    def count(self, passages: Iterable[Sequence[str]]) -> Counted:
        """Passages given as their terms, counted and in numbers: a tenth of the memory. The vocabulary learns what is new in them."""
        terms: list[int] = []
        counts: list[int] = []
        distinct: list[int] = []
        lengths: list[int] = []
        for passage in passages:
            counted = Counter(passage)
            terms += [self._vocabulary.setdefault(term, len(self._vocabulary)) for term in counted]
            counts += [min(count, 65_535) for count in counted.values()]
            distinct.append(len(counted))
            lengths.append(len(passage))
        return Counted(np.array(terms, np.int32), np.array(counts, np.uint16), np.array(distinct, np.int32), np.array(lengths, np.int32))

    def updated(self, kept: NDArray[np.int64], added: Sequence[Counted]) -> LexicalIndex:
        """The index of the passages at the positions `kept` (ascending), followed by those of `added`, which this index has counted."""
        position = np.full(len(self) + 1, -1, np.int32)
        position[kept] = np.arange(len(kept), dtype=np.int32)
        moved = position[self._passages]
        stays = moved >= 0
        distinct = np.concatenate([np.empty(0, np.int32), *(part.distinct for part in added)])
        new = np.repeat(np.arange(len(kept), len(kept) + len(distinct), dtype=np.int32), distinct)
        all_terms = np.concatenate([self._terms[stays], *(part.terms for part in added)])
        order = np.argsort(all_terms, kind="stable")
        return LexicalIndex(
            self._vocabulary,
            all_terms[order],
            np.concatenate([moved[stays], new])[order],
            np.concatenate([self._counts[stays], *(part.counts for part in added)])[order],
            np.concatenate([self.lengths[kept], *(part.lengths for part in added)]),
        )

    def scores(self, query: Sequence[str], visible: NDArray[np.bool_]) -> NDArray[np.float32]:
        """BM25 of the query's terms for every passage; 0 where none occurs and where `visible` is False.

        idf(t) = ln(1 + (N - n + 0.5) / (n + 0.5)), N visible passages of which n hold t (Robertson & Spärck Jones, in Lucene's form, which is
        never negative); a term that occurs twice in the query counts twice.
        """
        asked = Counter(self._vocabulary[term] for term in query if term in self._vocabulary)
        seen = int(np.count_nonzero(visible))
        if not seen or not asked:
            return np.zeros(len(self), np.float32)
        numbers = np.array(list(asked), np.int32)
        starts, ends = np.searchsorted(self._terms, numbers), np.searchsorted(self._terms, numbers, side="right")
        sizes = ends - starts
        postings = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        term, passages = np.repeat(np.arange(len(numbers)), sizes), self._passages[postings]
        if seen < len(self):
            may_be_seen = visible[passages]
            postings, term, passages = postings[may_be_seen], term[may_be_seen], passages[may_be_seen]
        holding = np.bincount(term, minlength=len(numbers))
        weights = np.array(list(asked.values())) * np.log1p((seen - holding + 0.5) / (holding + 0.5)) * (K1 + 1)
        damping = (K1 * (1 - B + B * self.lengths / max(float(self.lengths[visible].mean()), 1.0))).astype(np.float32)
        counts = self._counts[postings].astype(np.float32)
        gains = weights.astype(np.float32)[term] * counts / (counts + damping[passages])
        return np.bincount(passages, gains, minlength=len(self)).astype(np.float32)
