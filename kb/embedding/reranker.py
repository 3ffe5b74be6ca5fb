"""Reranking: a cross-encoder reads query and passage together and judges better, but far more slowly, than two vectors compared. Optional, with the
extra `st`; whether the search asks one, and how many passages it hands over, is left to the search.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.embedding.characters import well_formed
from kb.embedding.protocol import EmbedderUnavailable


class Reranker(Protocol):
    """Judges passages for a query.

    Attributes:
        name: name of the model, for logs and reports.
    """

    @property
    def name(self) -> str: ...

    def score(self, query: str, passages: Sequence[str]) -> list[float]:
        """One score a passage, in their order; higher is better. Scores of two rerankers, or of two queries, are not on one scale."""
        ...


class _Model(Protocol):
    def predict(
        self, pairs: list[tuple[str, str]], *, batch_size: int, show_progress_bar: bool, convert_to_numpy: bool
    ) -> NDArray[np.float32]: ...


class CrossEncoderReranker:
    """A cross-encoder of sentence-transformers with one output, such as "BAAI/bge-reranker-v2-m3"."""

    def __init__(self, model: str, *, device: str | None = None) -> None:
        """Load `model`, a name on the model hub or a path; sentence-transformers chooses the device where None.

        Raises:
            EmbedderUnavailable: the extra is not installed, or the model cannot be loaded.
        """
        self.name = model
        try:
            package = importlib.import_module("sentence_transformers")
        except ImportError as missing:
            raise EmbedderUnavailable('使用重排模型需要先安装扩展：pip install "shangan[st]"') from missing
        try:
            self._model: _Model = package.CrossEncoder(model, num_labels=1, device=device)
        except (OSError, ValueError, RuntimeError) as failed:
            # As in `sentence_transformer`.
            raise EmbedderUnavailable(f"重排模型 {model} 加载失败：{failed}\n请检查名称或路径，以及能否访问模型站点。") from failed

    def score(self, query: str, passages: Sequence[str]) -> list[float]:
        """See `Reranker.score`."""
        if not passages:
            return []
        pairs = [(well_formed(query), well_formed(passage)) for passage in passages]
        scores = self._model.predict(pairs, batch_size=16, show_progress_bar=False, convert_to_numpy=True)
        return [float(score) for score in scores]
