"""Filling in vectors: whatever passage has none of the present embedder gets one, in batches, oldest first.

A batch is embedded, stored, and only then noted in SQL; after a kill at any point the same batch is done again to the same effect.
Also mends what SQL and the vector store disagree about.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kb.books import Books
from kb.embedding.protocol import Embedder, EmbedderUnavailable
from kb.passages import Passage
from kb.vectors import VectorStore

BATCH = 32
"""Passages embedded between two entries in SQL: about a second's work, which is what a kill costs."""


class PassageEmbedder(Protocol):
    """Embeds many passages out of the conversation's way, as `kb.embedding.worker.EmbeddingProcess` does."""

    @property
    def name(self) -> str: ...

    async def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Embedder.passages`. Raises `EmbeddingFailed` or `EmbedderUnavailable`."""
        ...


PassageEmbedding: TypeAlias = Callable[[], AbstractAsyncContextManager[PassageEmbedder]]
"""Starts a passage embedder for as long as there is work."""


def in_this_process(embedder: Embedder) -> PassageEmbedding:
    """Passages embedded by the conversation's own embedder, in a thread: for small jobs and tests."""

    class Here:
        name = embedder.name

        async def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return await asyncio.to_thread(embedder.passages, texts)

    @contextlib.asynccontextmanager
    async def start() -> AsyncIterator[PassageEmbedder]:
        yield Here()

    return start


def searchable_hash(searchable: str) -> str:
    """Names what is embedded (`Passage.searchable`): SHA-256, hex."""
    return hashlib.sha256(searchable.encode("utf-8")).hexdigest()


async def fill(
    books: Books,
    store: VectorStore,
    embedder_name: str,
    embedding: PassageEmbedding,
    report: Callable[[int, int], Awaitable[None]],
    known: Mapping[str, NDArray[np.float32]] | None = None,
) -> int:
    """Give every passage a vector of the embedder `embedder_name`; how many were missing.

    Args:
        embedding: started only when something has to be computed.
        report: called with (passages done, passages in all).
        known: vectors that need not be computed, by `searchable_hash`.

    Raises:
        VectorStoreError, EmbeddingFailed, EmbedderUnavailable, or what the database raises; what was noted before stays.
    """
    total = await books.count_without_vector(embedder_name)
    done = 0
    async with contextlib.AsyncExitStack() as stack:
        embedder: PassageEmbedder | None = None
        while batch := await books.without_vector(embedder_name, BATCH):
            await report(done, total)
            texts = {number: Passage(path, text, 0).searchable for number, _, path, text in batch}
            vectors = {number: known[key] for number, text in texts.items() if known and (key := searchable_hash(text)) in known}
            vectors |= await _copies(books, store, embedder_name, [number for number in texts if number not in vectors])
            missing = [number for number in texts if number not in vectors]
            if missing:
                if embedder is None:
                    embedder = await stack.enter_async_context(embedding())
                    if embedder.name != embedder_name:
                        raise EmbedderUnavailable(
                            f"给书算向量的模型（{embedder.name}）和检索用的（{embedder_name}）不是同一个，请重新启动。"
                        )
                vectors |= zip(missing, await embedder.passages([texts[number] for number in missing]), strict=True)
            numbers = list(texts)
            await asyncio.to_thread(
                store.put, numbers, np.stack([vectors[number] for number in numbers]), [book for _, book, _, _ in batch]
            )
            await books.mark_embedded(embedder_name, numbers)
            done += len(batch)
    await report(done, max(done, total))
    return done


async def reconcile(books: Books, store: VectorStore, embedder_name: str) -> None:
    """Make store and SQL agree after a kill or a lost folder: vectors of passages that are gone go, lost vectors are filled in again.

    Raises:
        VectorStoreError: the store cannot be read.
    """
    noted = np.array(await books.embedded(embedder_name), np.int64)
    stored = await asyncio.to_thread(store.ids)
    orphans = np.setdiff1d(stored, noted)
    lost = np.setdiff1d(noted, stored)
    if len(orphans):
        await asyncio.to_thread(store.remove, [int(number) for number in orphans])
    if len(lost):
        await books.mark_embedded(None, [int(number) for number in lost])


async def _copies(books: Books, store: VectorStore, embedder_name: str, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
    """Vectors of those passages that stand, word for word and in a place of the same name, in another book too."""
    twins = await books.twins(embedder_name, numbers)
    if not twins:
        return {}
    stored, vectors = await asyncio.to_thread(store.get, sorted(set(twins.values())))
    found = dict(zip(stored.tolist(), vectors, strict=True))
    return {number: found[twin] for number, twin in twins.items() if twin in found}
