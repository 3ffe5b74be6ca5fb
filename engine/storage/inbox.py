"""The journal of commands: what came in is written down before it is worked on.

Writes of many messages share one transaction (a group commit), so that a crowd costs little more than one person.
A claim carries the worker's name and a lease, so that one process never takes another's live work.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import CursorResult, Executable, Table, bindparam, delete, select, update

from engine.messages import Incoming
from engine.storage.database import Database
from engine.storage.schema import InboxEntry

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Longer than any command's deadline: a row whose lease ran out belongs to a process that died."""

KEPT = timedelta(days=3)
"""How long an answered event is remembered, so that a late redelivery is still known."""


_INBOX = cast(Table, InboxEntry.__table__)
_SET_STATE = update(_INBOX).where(_INBOX.c.event == bindparam("of_event")).values(state=bindparam("new_state"))
_FINISH = _SET_STATE.values(payload="")
_MISSED = (_INBOX.c.state == "missed",)
"""Built once: putting a statement together costs more than SQLite needs to run it."""


@dataclass(slots=True)
class _Write:
    statement: Executable
    values: dict[str, Any]
    done: asyncio.Future[int]


class Inbox:
    """Events this bot has taken on."""

    def __init__(self, database: Database, worker: str) -> None:
        self._database = database
        self._worker = worker
        self._receive = database.insert_new(_INBOX)
        self._waiting: list[_Write] = []
        self._flushing: asyncio.Task[None] | None = None
        # Whom to tell with their next message; few, and asked for with every message, so they are kept in memory.
        self._missed: dict[tuple[str, str], list[Incoming]] | None = None

    async def receive(self, incoming: Incoming, now: datetime) -> bool:
        """Write `incoming` down. False: it is there already, so somebody answers or answered it."""
        row = {
            "event": incoming.event_key,
            "scene": str(incoming.scene),
            "platform": incoming.scene.platform,
            "person": incoming.sender.id,
            "payload": incoming.to_json(),
            "state": "received",
            "worker": self._worker,
            "lease_until": now + LEASE,
            "received_at": now,
            "reply_deadline": incoming.reply_deadline,
        }
        return await self._write(self._receive, row) == 1

    async def sending(self, incoming: Incoming) -> None:
        """From here on the person may have seen an answer."""
        await self._write(_SET_STATE, {"of_event": incoming.event_key, "new_state": "sending"})

    def done(self, incoming: Incoming, state: Literal["done", "unknown"] = "done") -> None:
        """It is answered (or may be); what was said is no longer kept, only that it came.

        Nobody waits for it to be written: if the process dies before, the event stays `sending`, which is never answered again.
        """
        write = self._enqueue(_FINISH, {"of_event": incoming.event_key, "new_state": state})
        write.add_done_callback(_log_failure)

    async def settle(self) -> None:
        """Return once everything is written."""
        while self._flushing is not None and not self._flushing.done():
            await asyncio.wait((self._flushing,))

    async def miss(self, incoming: Incoming) -> None:
        """The platform no longer takes a reply to it: the person is told with their next message."""
        missed = await self._all_missed()
        await self._write(_SET_STATE, {"of_event": incoming.event_key, "new_state": "missed"})
        missed.setdefault(_whose(incoming), []).append(incoming)

    async def take_missed(self, incoming: Incoming) -> list[Incoming]:
        """What the sender of `incoming` said in its scene and was never answered; it is handed out once."""
        missed = await self._all_missed()
        taken = missed.pop(_whose(incoming), [])
        for one in taken:
            await self._write(_FINISH, {"of_event": one.event_key, "new_state": "done"})
        return taken

    async def _all_missed(self) -> dict[tuple[str, str], list[Incoming]]:
        if self._missed is None:
            async with self._database.reading() as connection:
                rows = (await connection.execute(select(_INBOX.c.payload).where(*_MISSED).order_by(_INBOX.c.received_at))).all()
            self._missed = {}
            for row in rows:
                one = Incoming.from_json(row.payload)
                self._missed.setdefault(_whose(one), []).append(one)
        return self._missed

    async def left_over(self, now: datetime) -> list[Incoming]:
        """What died before anything was sent, oldest first; what died while being sent becomes unknown."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(InboxEntry).where(InboxEntry.state == "sending", InboxEntry.lease_until < now).values(state="unknown", payload="")
            )
            dead = (InboxEntry.state == "received", InboxEntry.lease_until < now)
            rows = (await connection.execute(select(InboxEntry.payload).where(*dead).order_by(InboxEntry.received_at))).all()
        return [Incoming.from_json(row.payload) for row in rows]

    async def claim(self, incoming: Incoming, now: datetime) -> bool:
        """Take over a dead worker's event. False: another has."""
        dead = (InboxEntry.event == incoming.event_key, InboxEntry.state == "received", InboxEntry.lease_until < now)
        return await self._write(update(InboxEntry).where(*dead).values(worker=self._worker, lease_until=now + LEASE)) == 1

    async def release_dead(self, platforms: Sequence[str], now: datetime) -> None:
        """End the leases of every other worker on `platforms`; for a process that knows it is the only one serving them."""
        others = (InboxEntry.worker != self._worker, InboxEntry.platform.in_(platforms), InboxEntry.state.in_(("received", "sending")))
        await self._write(update(InboxEntry).where(*others).values(lease_until=now - LEASE))

    async def prune(self, now: datetime) -> None:
        """Drop what came more than `KEPT` ago."""
        await self._write(delete(InboxEntry).where(InboxEntry.state != "sending", InboxEntry.received_at < now - KEPT))
        self._missed = None

    async def _write(self, statement: Executable, values: dict[str, Any] | None = None) -> int:
        return await self._enqueue(statement, values or {})

    def _enqueue(self, statement: Executable, values: dict[str, Any]) -> asyncio.Future[int]:
        write = _Write(statement, values, asyncio.get_running_loop().create_future())
        self._waiting.append(write)
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())
        return write.done

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                counts = await self._execute(batch)
            except Exception as error:
                # Everyone who waits must hear of it: a full disk is theirs to report.
                for write in batch:
                    if not write.done.done():
                        write.done.set_exception(error)
                continue
            for write, count in zip(batch, counts, strict=True):
                if not write.done.done():
                    write.done.set_result(count)

    async def _execute(self, batch: Sequence[_Write]) -> list[int]:
        counts = []
        async with self._database.writing() as connection:
            for write in batch:
                result = await connection.execute(write.statement, write.values)
                counts.append(result.rowcount if isinstance(result, CursorResult) else 0)
        return counts


def _whose(incoming: Incoming) -> tuple[str, str]:
    return str(incoming.scene), incoming.sender.id


def _log_failure(write: asyncio.Future[int]) -> None:
    if not write.cancelled() and (error := write.exception()) is not None:
        log.error("an answered event could not be marked as such", exc_info=error)
