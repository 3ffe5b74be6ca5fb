"""Opening the database: engine, pragmas, migrations and the one way to write.

SQLite takes one writer at a time, and a second one waits by sleeping in its thread; so writers of one process queue here
instead, where waiting costs nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from engine.errors import StorageError
from engine.storage.sqlite_turns import open_connection

_MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """The engine's and the knowledge base's tables in one database."""

    def __init__(self, engine: AsyncEngine, reader: AsyncEngine) -> None:
        self.engine = engine
        self._reader = reader
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._writing = asyncio.Lock()

    @classmethod
    async def open(cls, url: str) -> Database:
        """Open the database at `url`, creating it and bringing its tables up to date.

        Args:
            url: an SQLAlchemy URL with an async driver (`sqlite+aiosqlite:///...`, `postgresql+asyncpg://...`).

        Raises:
            StorageError: it cannot be opened or written.
        """
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            folder = Path(parsed.database).parent
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(f"建不了目录 {folder}：{error.strerror}。请检查磁盘和权限，或用 SHANGAN_HOME 换一个地方。") from error
        if parsed.get_backend_name() == "sqlite":
            connect = partial(open_connection, parsed.database or ":memory:")
            engine = create_async_engine(url, pool_size=1, max_overflow=0, async_creator=connect)
            # A reader has no transaction to begin or roll back.
            reader = create_async_engine(url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None, async_creator=connect)
            for each in (engine, reader):
                event.listen(each.sync_engine, "connect", _set_pragmas)
        else:
            engine = reader = create_async_engine(url)
        database = cls(engine, reader)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade)
        except OperationalError as error:
            await database.close()
            raise StorageError(
                f"打不开数据库 {parsed.render_as_string(hide_password=True)}：{error.orig}。已有的数据没有动；请检查磁盘空间和目录权限后再启动。"
            ) from error
        return database

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()
        if self._reader is not self.engine:
            await self._reader.dispose()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection for statements that change nothing."""
        async with self._reader.connect() as connection:
            yield connection

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed when the block ends, rolled back when it raises."""
        if not self._is_sqlite:
            async with self.engine.begin() as connection:
                yield connection
            return
        async with self._writing, self.engine.begin() as connection:
            yield connection

    def insert_new(self, table: Any) -> sqlite.Insert | postgresql.Insert:
        """`INSERT ... ON CONFLICT DO NOTHING` in this database's dialect."""
        if self._is_sqlite:
            return sqlite.insert(table).on_conflict_do_nothing()
        return postgresql.insert(table).on_conflict_do_nothing()

    def upsert(self, table: Any, keys: list[str], values: dict[str, Any]) -> sqlite.Insert | postgresql.Insert:
        """Insert a row, or change the row with the same `keys`."""
        changed = {name: value for name, value in values.items() if name not in keys}
        if self._is_sqlite:
            return sqlite.insert(table).values(values).on_conflict_do_update(index_elements=keys, set_=changed)
        return postgresql.insert(table).values(values).on_conflict_do_update(index_elements=keys, set_=changed)


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def upgrade(connection: Connection) -> None:
    """Bring the tables of `connection` up to date."""
    newest = max(path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
    known = inspect(connection).has_table("alembic_version")
    if known and connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == newest:
        return
    # Alembic takes 12 MB and a fifth of a second that a start without anything to do can spare.
    from alembic import command
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")
