"""An embedder that needs no model, for tests of what is done with vectors."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.terms import terms


class HashEmbedder:
    """Texts that share terms have similar vectors: each term adds a fixed random direction."""

    name = "hash-1"
    dimension = 256

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._vectors(texts)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded += texts
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            for term in [*terms(text), ""]:
                seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:8], "big")
                vectors[row] += np.random.default_rng(seed).normal(size=self.dimension)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors
