"""aiosqlite with one turn of its thread for a statement.

SQLAlchemy asks an async driver for a cursor, an execution, the rows and the cursor's end one after another, and for a rollback when a
connection goes back to its pool. With aiosqlite each of these waits for its thread to wake up and for the loop to wake up again, which
takes longer than SQLite itself. Here a statement and its rows are one turn, and what has nothing to do takes none.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

import aiosqlite


def open_connection(path: str) -> aiosqlite.Connection:
    """A connection to the file `path`, opened when it is awaited, as SQLAlchemy's `async_creator` wants it."""
    opened = _Connection(lambda: sqlite3.connect(path, check_same_thread=False), iter_chunk_size=64)
    opened._thread.daemon = True  # as SQLAlchemy's own: a loop that is gone must not keep the process
    return opened


class _Result(NamedTuple):
    description: Any
    rowcount: int
    lastrowid: int | None
    rows: list[Any]


class _Cursor:
    """What SQLAlchemy needs of a cursor."""

    arraysize = 1

    def __init__(self, owner: _Connection) -> None:
        self._owner = owner
        self._result = _Result(None, -1, None, [])

    async def __aenter__(self) -> _Cursor:
        return self

    @property
    def description(self) -> Any:
        return self._result.description

    @property
    def rowcount(self) -> int:
        return self._result.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._result.lastrowid

    async def execute(self, statement: str, parameters: Any = ()) -> None:
        self._result = await self._owner.turn(statement, parameters, many=False)

    async def executemany(self, statement: str, parameters: Any) -> None:
        self._result = await self._owner.turn(statement, parameters, many=True)

    async def fetchall(self) -> list[Any]:
        return self._result.rows

    async def close(self) -> None:
        """Nothing is open: the rows are here already."""


class _Connection(aiosqlite.Connection):
    def cursor(self) -> _Cursor:  # type: ignore[override]
        return _Cursor(self)

    async def commit(self) -> None:
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()

    async def turn(self, statement: str, parameters: Any, *, many: bool) -> _Result:
        """Execute and fetch in the connection's thread."""
        result: _Result = await self._execute(self._run, statement, parameters, many)  # type: ignore[no-untyped-call]
        return result

    def _run(self, statement: str, parameters: Any, many: bool) -> _Result:
        cursor = self._conn.cursor()
        try:
            if many:
                cursor.executemany(statement, parameters)
            else:
                cursor.execute(statement, parameters)
            rows = cursor.fetchall() if cursor.description else []
            return _Result(cursor.description, cursor.rowcount, cursor.lastrowid, rows)
        finally:
            cursor.close()
