"""Keeping vectors: Chroma, embedded in a folder or as a server, one collection for each embedder.

Chroma is the store, not the searcher: vectors are read into memory once and compared exactly (`kb.holdings`). Its approximate index misses
neighbours and slows down tenfold under a filter by book, while an exact product over 10,000 passages takes two milliseconds and
obeys any filter. Everything here can be rebuilt from SQL. Which passages have a vector is SQL's to say.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import httpx
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_SERVER_SECONDS = 60.0

_PAGE = 1000
"""Vectors in one call to Chroma; SQLite, below it, bounds the variables of a statement."""


class VectorStoreError(Exception):
    """Displayed to the user (Chinese): vectors can be neither read nor written. Search goes on with BM25."""


class VectorStore(Protocol):
    """Vectors by passage id, for one embedder."""

    def put(self, ids: Sequence[int], vectors: NDArray[np.float32], books: Sequence[int]) -> None:
        """Store `vectors` (len(ids), dimension), replacing those of the same ids; `books` are the passages' book ids."""
        ...

    def get(self, ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Those of `ids` that are there, in any order, with their vectors (n, dimension)."""
        ...

    def ids(self) -> NDArray[np.int64]:
        """Every passage id that has a vector, in any order."""
        ...

    def remove(self, ids: Sequence[int]) -> None:
        """Forget these vectors; ids that are not there are no error."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class ChromaStore:
    """Vectors in a Chroma collection. Only the process that owns the index opens an embedded one: Chroma is not safe between processes.

    Importing chromadb takes about a second and 50 MB, so it waits for the first call.
    """

    def __init__(self, place: Path | str, embedder_name: str, dimension: int) -> None:
        """`place`: a folder for embedded Chroma, or the URL of a server such as `http://127.0.0.1:8000`."""
        self._place = place
        self._embedder_name = embedder_name
        self._dimension = dimension
        self._client: Client | None = None
        self._collection: Collection | None = None
        self._lock = threading.Lock()

    def put(self, ids: Sequence[int], vectors: NDArray[np.float32], books: Sequence[int]) -> None:
        """See `VectorStore.put`."""
        for page in _pages(len(ids)):
            with self._opened() as collection:
                collection.upsert(
                    ids=[str(number) for number in ids[page]],
                    embeddings=vectors[page],
                    metadatas=[{"book": int(book)} for book in books[page]],
                )

    def get(self, ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """See `VectorStore.get`."""
        found = [np.empty(0, np.int64)]
        vectors = [np.empty((0, self._dimension), np.float32)]
        for page in _pages(len(ids)):
            with self._opened() as collection:
                answer = collection.get(ids=[str(number) for number in ids[page]], include=["embeddings"])
            if answer["ids"]:
                found.append(np.array(answer["ids"], np.int64))
                vectors.append(np.asarray(answer["embeddings"], np.float32))
        return np.concatenate(found), np.concatenate(vectors)

    def ids(self) -> NDArray[np.int64]:
        """See `VectorStore.ids`."""
        with self._opened() as collection:
            return np.array(collection.get(include=[])["ids"], np.int64)

    def remove(self, ids: Sequence[int]) -> None:
        """See `VectorStore.remove`."""
        for page in _pages(len(ids)):
            with self._opened() as collection:
                collection.delete(ids=[str(number) for number in ids[page]])

    def close(self) -> None:
        """See `VectorStore.close`."""
        with self._lock:
            if self._client is not None:
                sessions = _sessions(self._client)
                self._client.close()
                for session in sessions:  # Chroma leaves its connections open
                    session.close()
            self._client = self._collection = None

    @contextlib.contextmanager
    def _opened(self) -> Iterator[Collection]:
        with self._lock:
            try:
                yield self._open()
            except Exception as error:
                # Chroma has a class for each cause and raises ValueError and OSError besides; only the text tells more.
                raise VectorStoreError(
                    f"向量库 {self._place} 读写失败：{error}。书和段落都在数据库里没有丢，检索先用关键词；"
                    "请检查磁盘空间、目录权限（或 Chroma 服务）后重新启动。"
                ) from error

    def _open(self) -> Collection:
        if self._collection is None:
            try:
                self._client, self._collection = self._connect()
            except Exception:
                if isinstance(self._place, str) or not (self._place / "chroma.sqlite3").is_file():
                    raise
                # What embedded Chroma cannot open (cut off by a power failure, written by another version) is rebuilt from SQL.
                from chromadb.api.shared_system_client import SharedSystemClient

                SharedSystemClient.clear_system_cache()  # it would hand out the half-opened folder again
                shutil.rmtree(self._place)
                self._client, self._collection = self._connect()
        return self._collection

    def _connect(self) -> tuple[Client, Collection]:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        if isinstance(self._place, Path):
            self._place.mkdir(parents=True, exist_ok=True)
            client = chromadb.PersistentClient(self._place, settings=settings)
        else:
            url = urlsplit(self._place)
            secure = url.scheme == "https"
            client = chromadb.HttpClient(url.hostname or "", url.port or (443 if secure else 8000), ssl=secure, settings=settings)
            for session in _sessions(cast("Client", client)):
                session.timeout = _SERVER_SECONDS  # Chroma would wait for ever
        return cast("Client", client), client.get_or_create_collection(
            collection_name(self._embedder_name),
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"embedder": self._embedder_name},
            embedding_function=None,
        )


def _sessions(client: Client) -> list[httpx.Client]:
    """The connections of a client to a server; an embedded one has none."""
    ways = (getattr(part, "_server", None) for part in (client, getattr(client, "_admin_client", None)))
    return [session for way in ways if (session := getattr(way, "_session", None)) is not None]


def collection_name(embedder_name: str) -> str:
    """A name that Chroma accepts (3 to 512 ASCII letters, digits, `.`, `_`, `-`, beginning and ending with a letter or digit), another
    for every embedder."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", embedder_name).strip("._-")[:80]
    return plain if plain == embedder_name and len(plain) >= 3 else f"v-{plain}-{hashlib.sha256(embedder_name.encode()).hexdigest()[:12]}"


def _pages(length: int) -> Iterator[slice]:
    return (slice(start, start + _PAGE) for start in range(0, length, _PAGE))
