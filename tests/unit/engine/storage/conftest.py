"""A database of its own for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine.storage.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty, migrated SQLite database."""
    opened = await Database.open(f"sqlite+aiosqlite:///{(tmp_path / 'test.db').as_posix()}")
    yield opened
    await opened.close()
