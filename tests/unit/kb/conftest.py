"""A database, an embedder and a library, new for every test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from engine.storage.database import Database
from kb.embedding import Embedder
from kb.library import Library
from kb.vectors import ChromaStore
from tests.unit.kb.hashing import HashEmbedder

OpenLibrary: TypeAlias = Callable[..., Awaitable[Library]]


@pytest.fixture
def embedder() -> HashEmbedder:
    """Deterministic vectors without a model; remembers what it embedded."""
    return HashEmbedder()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty, migrated SQLite database."""
    opened = await Database.open(f"sqlite+aiosqlite:///{(tmp_path / 'test.db').as_posix()}")
    yield opened
    await opened.close()


@pytest.fixture
async def open_library(database: Database, embedder: Embedder, tmp_path: Path) -> AsyncIterator[OpenLibrary]:
    """Opens a library that owns the index, as a start of the bot does; it may be opened again, as after a restart."""
    opened: list[Library] = []

    async def start(**changes: Any) -> Library:
        for library in opened:
            await library.close()
        store = ChromaStore(tmp_path / "chroma", embedder.name, embedder.dimension)
        library = Library(database, **{"embedder": embedder, "store": store, "owns_index": True, "clock": lambda: 0.0, **changes})
        opened.append(library)
        await library.start()
        return library

    yield start
    for library in opened:
        await library.close()


@pytest.fixture
async def library(open_library: OpenLibrary) -> Library:
    """A library that owns the index."""
    return await open_library()
