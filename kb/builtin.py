"""An exam's own notes: a book that is there from the start, with its vectors, so that the first start embeds nothing.

The vectors lie beside the notes, named by what is embedded; a passage that has none there is embedded like any other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.adding import AddRequest, passages_of
from kb.arrays import save_arrays
from kb.embedding.protocol import Embedder
from kb.filling import searchable_hash
from kb.gate import file_name
from kb.loading import Document, load
from kb.passages import Passage

OWNER = "exam:"
"""Owners of built-in notes begin so; the exam's id follows."""


def notes_request(exam: str, title: str, folder: Path) -> AddRequest:
    """The built-in notes of the exam in `folder`, as the book `title`."""
    return AddRequest((folder / "notes",), OWNER + exam, title, exam=exam, vectors=folder / "vectors")


async def load_here(path: Path, title: str | None) -> Document:
    """Reads a file of the project's own without a child process around it."""
    return await asyncio.to_thread(load, path, title)


def notes_passages(title: str, folder: Path) -> list[Passage]:
    """The passages of the exam's notes, as they are stored in the book `title`."""
    return [passage for path in sorted((folder / "notes").rglob("*.md")) for passage in passages_of(load(path), title)]


def save_vectors(title: str, folder: Path, embedder: Embedder) -> Path:
    """Embed the exam's notes and write `vectors/<embedder>.npz`: `hashes` (passages, 32) uint8, `vectors` (passages, dimension) float16."""
    texts = {searchable_hash(passage.searchable): passage.searchable for passage in notes_passages(title, folder)}
    hashes = sorted(texts)
    path = _path(folder / "vectors", embedder.name)
    save_arrays(
        path,
        {
            "hashes": np.frombuffer(bytes.fromhex("".join(hashes)), np.uint8).reshape(-1, 32),
            "vectors": embedder.passages([texts[name] for name in hashes]).astype(np.float16),
        },
    )
    return path


def saved_vectors(folder: Path, embedder: str) -> Mapping[str, NDArray[np.float32]]:
    """The vectors in `folder` by `searchable_hash`, of unit length; empty where there are none of this embedder."""
    try:
        with np.load(_path(folder, embedder), allow_pickle=False) as arrays:
            vectors = arrays["vectors"].astype(np.float32)
            vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
            return dict(zip((row.tobytes().hex() for row in arrays["hashes"]), vectors, strict=True))
    except (OSError, KeyError, ValueError):
        return {}


def _path(folder: Path, embedder: str) -> Path:
    return folder / f"{file_name(embedder)}.npz"
