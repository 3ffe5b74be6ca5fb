"""What an exam's built-in notes say about a message: evidence for the scope gate, which carries the notes with it as numbers.

Only what is shipped with the exam is asked, never a book that somebody added; what it is worth is fitted in `kb.gate_fitting`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kb.embedding.protocol import Embedder
from kb.lexical import LexicalIndex
from kb.search import Scores, standing_out
from kb.terms import terms


@dataclass(frozen=True, eq=False)
class NotesEvidence:
    """Passages, searched as a book is.

    Attributes:
        lexical: their terms.
        vectors: their vectors, of unit length, times 127, int8, (passages, dimension).
    """

    lexical: LexicalIndex
    vectors: NDArray[np.int8]

    @classmethod
    def of(cls, texts: Sequence[str], embedder: Embedder) -> NotesEvidence:
        """Passages given as the text that is searched; there may be none."""
        vectors = embedder.passages(list(texts)) if texts else np.empty((0, embedder.dimension), np.float32)
        return cls(LexicalIndex.of(terms(text) for text in texts), np.round(127 * vectors).astype(np.int8))

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> NotesEvidence:
        """As `arrays` gave them.

        Raises:
            KeyError, ValueError: they are none.
        """
        words = json.loads(arrays["notes_words"].tobytes())
        vocabulary = {word: number for number, word in enumerate(words)}
        postings = arrays["notes_terms"], arrays["notes_passages"], arrays["notes_counts"]
        return cls(LexicalIndex(vocabulary, *postings, arrays["notes_lengths"]), arrays["notes_vectors"])

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything, to be written to a file."""
        postings = self.lexical.postings
        return {
            "notes_words": np.frombuffer(json.dumps(list(self.lexical.vocabulary), ensure_ascii=False).encode("utf-8"), np.uint8),
            "notes_terms": postings.terms,
            "notes_passages": postings.passages,
            "notes_counts": postings.counts,
            "notes_lengths": self.lexical.lengths,
            "notes_vectors": self.vectors,
        }

    def ask(self, messages: Sequence[str], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """For each message the cosine similarity of the closest passage, and how far the best one stands out from the next by words and
        meaning together; zeros where there are no passages; (messages, 2).
        """
        evidence = np.zeros((len(messages), 2))
        if not len(self.vectors):
            return evidence
        everything = np.ones(len(self.vectors), np.bool_)
        similarities = vectors @ self._unit.T
        for row, (message, dense) in enumerate(zip(messages, similarities, strict=True)):
            _, lead = standing_out(Scores(everything, self.lexical.scores(terms(message), everything), dense, everything))
            evidence[row] = dense.max(), lead
        return evidence

    @cached_property
    def _unit(self) -> NDArray[np.float32]:
        return self.vectors.astype(np.float32) / np.float32(127)
