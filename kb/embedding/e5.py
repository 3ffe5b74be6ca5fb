"""The default embedder: multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) on ONNX Runtime, from the files that `e5_build` made once
at set-up. It runs on any CPU, asks nothing of the network and is safe to share between threads.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kb.embedding.e5_weights import dequantise
from kb.embedding.protocol import EmbedderUnavailable
from kb.embedding.unigram import Unigram

FORMAT = 1
"""Raised whenever the same text would get another vector or a file another shape; a folder of another format is built again."""
MANIFEST, ENCODER, WORDS, ROWS = "manifest.json", "encoder.onnx", "words.npy", "rows.npy"
"""The files of a built embedder, beside those of `unigram`: what it is; the ONNX graph; the word table in 4-bit blocks, uint8 of shape
(pieces, blocks, 18); and each piece's row in that table, int32 of shape (pieces,)."""


class Manifest(TypedDict):
    """What `e5_build` wrote beside the files it made."""

    format: int
    name: str
    dimension: int
    positions: int
    """Tokens that the encoder has positions for, special ones included."""
    begin: int
    end: int
    precision: str
    agreement_with_float32: dict[str, float]
    """The least cosine similarity with float32, by precision, as measured on the machine that built this."""
    source: dict[str, str]
    files: dict[str, int]
    """Size of every other file, bytes."""


def read_manifest(folder: Path) -> Manifest | None:
    """What was built in `folder`; None where nothing was, in another format, or a file is missing or cut off."""
    try:
        manifest = cast(Manifest, json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        if manifest["format"] != FORMAT or any((folder / name).stat().st_size != size for name, size in manifest["files"].items()):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        # Not there, not JSON, or not this JSON.
        return None
    return manifest


class Encoder:
    """Token ids to a vector: the word table, which stays on disk and is read where it is needed, and the ONNX graph."""

    def __init__(self, folder: Path) -> None:
        """Open the word table and the graph in `folder`."""
        # As plain arrays over the mapped files: every indexing of a memmap object costs microseconds of its own.
        self._words: NDArray[np.uint8] = np.asarray(np.load(folder / WORDS, mmap_mode="r"))
        self._rows: NDArray[np.int32] = np.asarray(np.load(folder / ROWS, mmap_mode="r"))
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / ENCODER), options, providers=["CPUExecutionProvider"])

    def embed(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """The vector of one text's ids, special ones included: float32 of shape (dimension,), L2-normalised."""
        words = dequantise(self._words[self._rows[np.asarray(ids)]])
        vector: NDArray[np.float32] = self._session.run(None, {"words": words[np.newaxis]})[0][0]
        return vector


class E5Embedder:
    """multilingual-e5-small. A text counts up to its first 512 tokens (about 700 Chinese characters); what follows is not read. The same text
    always has the same vector, whatever it is embedded with.

    Attributes:
        name: name, precision and format, such as "multilingual-e5-small-int8-1".
        dimension: 384.
    """

    def __init__(self, model_dir: Path, threads: int | None = None) -> None:
        """Open what `e5_build` made in `model_dir`; `threads` texts, one a core where None, are embedded at the same time.

        Raises:
            EmbedderUnavailable: nothing was built there, or not all of it is left.
        """
        manifest = read_manifest(model_dir)
        if manifest is None:
            raise EmbedderUnavailable(
                f"内置的向量模型还没有准备好（{model_dir}）。请先运行：python -m kb.embedding.e5_build（约下载 91 MB，只需一次）。"
            )
        self.name = manifest["name"]
        self.dimension = manifest["dimension"]
        self._begin, self._end = manifest["begin"], manifest["end"]
        self._content = manifest["positions"] - 2
        self._threads = threads or os.cpu_count() or 1
        self._tokeniser = Unigram(model_dir)
        self._encoder = Encoder(model_dir)

    def token_ids(self, text: str, prefix: str = "") -> list[int]:
        """The ids fed to the encoder for `prefix` and `text`, between the special tokens, at most 512 of them."""
        return [self._begin, *self._tokeniser.ids(prefix + text, at_most=self._content), self._end]

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.queries`."""
        return self._embed("query: ", texts)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.passages`."""
        return self._embed("passage: ", texts)

    def _embed(self, prefix: str, texts: Sequence[str]) -> NDArray[np.float32]:
        def vector(text: str) -> NDArray[np.float32]:
            return self._encoder.embed(self.token_ids(text, prefix))

        threads = min(self._threads, len(texts))
        if threads < 2:
            return np.array([vector(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)
        # ONNX Runtime lets go of the interpreter while it computes, so that one thread tokenises while another multiplies.
        with ThreadPoolExecutor(threads, "e5") as pool:
            return np.array(list(pool.map(vector, texts)), dtype=np.float32)
