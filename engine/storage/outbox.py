"""What the bot says without being asked: claimed once per scene, kind and slot, with its fate on record.

A row is written before anything is sent, so that a push happens at most once whatever is killed when. What was claimed by a
process that died may have been seen: it becomes unknown and is never sent again. What a platform refused or put off is kept and
owed: it may be claimed again, by whoever gets there first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, not_, or_, select, update

from engine.messages import Deferred, Receipt, Refused, Reply, Scene, Sent
from engine.storage.database import Database
from engine.storage.schema import Delivery

LEASE = timedelta(minutes=10)
"""Longer than a send can take, waiting for the platform's pace included."""

OWED_FOR = timedelta(days=2)
"""How long what was not taken is still worth delivering."""

ANSWER = "answer"
"""The kind of what was said in answer to somebody and not taken."""


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """What became of one push. `state`: claimed, accepted, deferred, refused or unknown; `reason`: the platform's own words."""

    scene: Scene
    kind: str
    slot: str
    state: str
    reason: str
    claimed_at: datetime


@dataclass(frozen=True, slots=True)
class Owed:
    """A push that was not taken yet."""

    id: int
    scene: Scene
    reply: Reply
    round_id: int | None


class Outbox:
    """The pushes of this bot."""

    def __init__(self, database: Database, worker: str) -> None:
        self._database = database
        self._worker = worker
        # Asked for with every message, so the scenes that are owed something are kept in memory.
        self._owed_scenes: set[str] | None = None

    async def claim(self, scene: Scene, kind: str, slot: str, now: datetime) -> int | None:
        """The right to push `slot` of `kind` to `scene`; None: somebody has it or had it."""
        statement = self._database.insert_new(Delivery).values(
            scene=str(scene), kind=kind, slot=slot, state="claimed", worker=self._worker, lease_until=now + LEASE, claimed_at=now
        )
        async with self._database.writing() as connection:
            result = await connection.execute(statement.returning(Delivery.id))
            return result.scalar_one_or_none()

    async def finish(
        self, delivery_id: int, receipt: Receipt, now: datetime, round_id: int | None = None, reply: Reply | None = None
    ) -> None:
        """Record what the platform said. `reply`, or the rest of it, is owed if it was not taken."""
        state, reason = _fate(receipt)
        if isinstance(receipt, Deferred) and receipt.rest is not None:
            reply = receipt.rest
        payload = reply.to_json() if reply is not None and state in ("deferred", "refused") else ""
        not_before = receipt.until if isinstance(receipt, Deferred) else None
        async with self._database.writing() as connection:
            scene = await connection.scalar(
                update(Delivery)
                .where(Delivery.id == delivery_id)
                .values(state=state, reason=reason[:500], finished_at=now, round_id=round_id, payload=payload, not_before=not_before)
                .returning(Delivery.scene)
            )
        if payload and scene is not None and self._owed_scenes is not None:
            self._owed_scenes.add(scene)

    async def take_owed(self, scene: Scene, now: datetime, beside: str | None = None) -> list[Owed]:
        """Claim everything that `scene` is owed, oldest first; not the answers whose slots begin with `beside`, which were put off just now."""
        if self._owed_scenes is None:
            async with self._database.reading() as connection:
                rows = await connection.execute(select(Delivery.scene).where(*_owed(now)).distinct())
                self._owed_scenes = set(rows.scalars())
        if str(scene) not in self._owed_scenes:
            return []
        self._owed_scenes.discard(str(scene))
        theirs = Delivery.scene == str(scene)
        if beside is None:
            return await self._take(now, theirs)
        just_now = and_(Delivery.kind == ANSWER, Delivery.slot.startswith(beside, autoescape=True))
        taken = await self._take(now, theirs, not_(just_now))
        async with self._database.reading() as connection:
            if await connection.scalar(select(Delivery.id).where(theirs, *_owed(now)).limit(1)) is not None:
                self._owed_scenes.add(str(scene))
        return taken

    async def take_due(self, now: datetime) -> list[Owed]:
        """Claim what a platform put off until a time that has come."""
        return await self._take(now, Delivery.not_before <= now)

    async def _take(self, now: datetime, *which: ColumnElement[bool]) -> list[Owed]:
        async with self._database.writing() as connection:
            rows = await connection.execute(
                update(Delivery)
                .where(*which, *_owed(now))
                .values(state="claimed", worker=self._worker, lease_until=now + LEASE, not_before=None)
                .returning(Delivery.id, Delivery.scene, Delivery.payload, Delivery.round_id)
            )
            taken = [Owed(row.id, Scene.parse(row.scene), Reply.from_json(row.payload), row.round_id) for row in rows]
        return sorted(taken, key=lambda owed: owed.id)

    async def give_up_dead_claims(self, now: datetime) -> int:
        """Claims whose lease ran out become unknown; how many there were."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                update(Delivery)
                .where(Delivery.state == "claimed", or_(Delivery.lease_until.is_(None), Delivery.lease_until < now))
                .values(state="unknown", reason="推送时程序被中断，不知道是否送达，不再重发", finished_at=now, payload="")
            )
            return result.rowcount

    async def release_dead(self, platforms: Sequence[str], now: datetime) -> None:
        """End the leases of every other worker on `platforms`; for a process that knows it is the only one serving them."""
        served = or_(*(Delivery.scene.startswith(f"{platform}/", autoescape=True) for platform in platforms))
        async with self._database.writing() as connection:
            await connection.execute(
                update(Delivery).where(Delivery.state == "claimed", Delivery.worker != self._worker, served).values(lease_until=now - LEASE)
            )

    async def claimed_slots(self, kind: str, slot: str) -> set[str]:
        """The scenes that have had `slot` of `kind`, whatever became of it."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Delivery.scene).where(Delivery.kind == kind, Delivery.slot == slot))
            return set(rows.scalars())

    async def recent(self, scene: Scene | None, kind: str | None = None, count: int = 7) -> list[DeliveryRecord]:
        """The newest pushes to `scene` (None: to all), newest first."""
        statement = (
            select(Delivery.scene, Delivery.kind, Delivery.slot, Delivery.state, Delivery.reason, Delivery.claimed_at)
            .order_by(Delivery.id.desc())
            .limit(count)
        )
        if scene is not None:
            statement = statement.where(Delivery.scene == str(scene))
        if kind is not None:
            statement = statement.where(Delivery.kind == kind)
        async with self._database.reading() as connection:
            return [DeliveryRecord(Scene.parse(row[0]), *row[1:]) for row in await connection.execute(statement)]


def _owed(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Delivery.state.in_(("deferred", "refused")), Delivery.payload != "", Delivery.claimed_at > now - OWED_FOR)


def _fate(receipt: Receipt) -> tuple[str, str]:
    if isinstance(receipt, Sent):
        return "accepted", ""
    if isinstance(receipt, Deferred):
        return "deferred", receipt.reason
    if isinstance(receipt, Refused):
        return "refused", receipt.reason
    return "unknown", receipt.reason
