"""What an embedder is, and how it fails. What embeds (ONNX Runtime, numpy, torch) and where (this process or a child) is left to the
other modules of the package; what is done with the vectors, to the index.

    EmbedderUnavailable     nothing has been embedded and nothing can be, until somebody does what the message says
    EmbeddingFailed         these texts were not embedded; the embedder may be asked again
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class EmbedderUnavailable(Exception):
    """Displayed to the user (Chinese): what is missing and what to do next. Raised when an embedder is built or opened."""


class EmbeddingFailed(Exception):
    """The embedding process died or answered nonsense (Chinese, followed by its own last words). Nothing of the batch was kept."""


class Embedder(Protocol):
    """Turns text into vectors whose dot product is their cosine similarity.

    Attributes:
        name: name and version of what embeds, carried by the vectors; vectors of two names are never mixed in one collection.
        dimension: length of every vector.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of what people ask: float32, shape (len(texts), dimension), L2-normalised. An empty sequence gives shape (0, dimension)."""
        ...

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of what is to be found: float32, shape (len(texts), dimension), L2-normalised."""
        ...
