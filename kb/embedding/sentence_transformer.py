"""Any embedding model of sentence-transformers, by name or path, for those with the extra `st` (torch, 1 GB and more) and perhaps a GPU. What such a
model finds better than the default is for `shangan eval` to say.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.embedding.characters import well_formed
from kb.embedding.protocol import EmbedderUnavailable

_FAMILIES: tuple[tuple[str, str, str], ...] = (
    # A part of the model's name, the prompt before a query, the prompt before a passage; from the models' cards.
    ("bge-m3", "", ""),
    ("bge-large-zh", "为这个句子生成表示以用于检索相关文章：", ""),
    ("bge-base-zh", "为这个句子生成表示以用于检索相关文章：", ""),
    ("bge-small-zh", "为这个句子生成表示以用于检索相关文章：", ""),
    ("bge-large-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-base-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-small-en", "Represent this sentence for searching relevant passages: ", ""),
    ("e5-small", "query: ", "passage: "),
    ("e5-base", "query: ", "passage: "),
    ("e5-large", "query: ", "passage: "),
)


class _Tensor(Protocol):
    def flatten(self) -> _Tensor: ...
    def __getitem__(self, wanted: slice) -> _Tensor: ...
    def float(self) -> _Tensor: ...
    def cpu(self) -> _Tensor: ...
    def numpy(self) -> NDArray[np.float32]: ...


class _Model(Protocol):
    prompts: dict[str, str]

    def encode(
        self,
        sentences: list[str],
        *,
        prompt: str,
        batch_size: int,
        show_progress_bar: bool,
        convert_to_numpy: bool,
        normalize_embeddings: bool,
    ) -> NDArray[np.float32]: ...

    def state_dict(self) -> Mapping[str, _Tensor]: ...


def prompts_for(model: str, own: Mapping[str, str]) -> tuple[str, str]:
    """The prompts before a query and before a passage: the model's `own` where its configuration has one, otherwise its family's, otherwise none."""
    if own.get("query") or own.get("passage") or own.get("document"):
        return own.get("query", ""), own.get("passage") or own.get("document") or ""
    # An instruct model wants a task's description, which its configuration brings; the family's short prompt would be wrong.
    family = "" if "instruct" in model.lower() else PurePath(model).name.lower()
    return next(((query, passage) for part, query, passage in _FAMILIES if part in family), ("", ""))


class SentenceTransformerEmbedder:
    """A model of sentence-transformers.

    Attributes:
        name: "st:", the model's name, and a fingerprint of its weights and prompts, so that a model that was fine-tuned is not taken for the old.
        dimension: the model's.
    """

    def __init__(
        self,
        model: str,
        *,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        device: str | None = None,
    ) -> None:
        """Load `model`, a name on the model hub or a path.

        Args:
            query_prompt, passage_prompt: what is put before each text; where None, `prompts_for` decides.
            device: "cpu", "cuda", ...; sentence-transformers chooses where None.

        Raises:
            EmbedderUnavailable: the extra is not installed, or the model cannot be loaded.
        """
        try:
            package = importlib.import_module("sentence_transformers")
        except ImportError as missing:
            raise EmbedderUnavailable('使用 st: 开头的向量模型需要先安装扩展：pip install "shangan[st]"') from missing
        try:
            self._model: _Model = package.SentenceTransformer(model, device=device)
        except (OSError, ValueError, RuntimeError) as failed:
            # OSError: not found or no network; ValueError: not a model's folder; RuntimeError: weights that do not fit, or no such device.
            raise EmbedderUnavailable(f"向量模型 {model} 加载失败：{failed}\n请检查名称或路径，以及能否访问模型站点。") from failed
        query, passage = prompts_for(model, self._model.prompts)
        self._query_prompt = query if query_prompt is None else query_prompt
        self._passage_prompt = passage if passage_prompt is None else passage_prompt
        self.name = f"st:{PurePath(model).name}-{self._fingerprint()}"
        self.dimension = len(self._encode([""], "")[0])

    def _fingerprint(self) -> str:
        """Eight hex digits over the prompts and the first values of every tensor: any training moves them, and reading them is quick."""
        digest = hashlib.sha256(repr((self._query_prompt, self._passage_prompt)).encode())
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(key.encode())
            digest.update(tensor.flatten()[:64].float().cpu().numpy().tobytes())
        return digest.hexdigest()[:8]

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            [well_formed(text) for text in texts],
            prompt=prompt,
            batch_size=16,
            show_progress_bar=False,
            convert_to_numpy=True,
            normalize_embeddings=True,
        )
        return vectors.astype(np.float32)

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.queries`."""
        return self._encode(texts, self._query_prompt)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.passages`."""
        return self._encode(texts, self._passage_prompt)
