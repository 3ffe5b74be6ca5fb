"""What the bot says without being asked: claimed once per scene, kind and slot, with its fate on record.

A row is written before anything is sent, so that a push happens at most once whatever is killed when. What was claimed by a
process that died may have been seen: it becomes unknown and is never sent again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from engine.messages import Deferred, Receipt, Refused, Scene, Sent
from engine.storage.database import Database
from engine.storage.schema import Delivery


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """What became of one push. `state`: claimed, accepted, deferred, refused or unknown; `reason`: the platform's own words."""

    scene: Scene
    kind: str
    slot: str
    state: str
    reason: str
    claimed_at: datetime


class Outbox:
    """The pushes of this bot."""

    def __init__(self, database: Database, worker: str) -> None:
        self._database = database
        self._worker = worker

    async def claim(self, scene: Scene, kind: str, slot: str, now: datetime) -> int | None:
        """The right to push `slot` of `kind` to `scene`; None: somebody has it or had it."""
        statement = self._database.insert_new(Delivery).values(
            scene=str(scene), kind=kind, slot=slot, state="claimed", worker=self._worker, claimed_at=now
        )
        async with self._database.writing() as connection:
            result = await connection.execute(statement.returning(Delivery.id))
            return result.scalar_one_or_none()

    async def finish(self, delivery_id: int, receipt: Receipt, now: datetime, round_id: int | None = None) -> None:
        """Record what the platform said."""
        state, reason = _fate(receipt)
        async with self._database.writing() as connection:
            await connection.execute(
                update(Delivery)
                .where(Delivery.id == delivery_id)
                .values(state=state, reason=reason[:500], finished_at=now, round_id=round_id)
            )

    async def give_up_dead_claims(self, now: datetime) -> int:
        """Claims of earlier runs of this bot become unknown; how many there were."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                update(Delivery)
                .where(Delivery.state == "claimed", Delivery.worker != self._worker)
                .values(state="unknown", reason="推送时程序被中断，不知道是否送达，不再重发", finished_at=now)
            )
            return result.rowcount

    async def claimed_slots(self, kind: str, slot: str) -> set[str]:
        """The scenes that have had `slot` of `kind`, whatever became of it."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Delivery.scene).where(Delivery.kind == kind, Delivery.slot == slot))
            return set(rows.scalars())

    async def recent(self, scene: Scene, kind: str, count: int = 7) -> list[DeliveryRecord]:
        """The newest pushes to `scene`, newest first."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(Delivery.kind, Delivery.slot, Delivery.state, Delivery.reason, Delivery.claimed_at)
                .where(Delivery.scene == str(scene), Delivery.kind == kind)
                .order_by(Delivery.id.desc())
                .limit(count)
            )
            return [DeliveryRecord(scene, *row) for row in rows]


def _fate(receipt: Receipt) -> tuple[str, str]:
    if isinstance(receipt, Sent):
        return "accepted", ""
    if isinstance(receipt, Deferred):
        return "deferred", receipt.reason
    if isinstance(receipt, Refused):
        return "refused", receipt.reason
    return "unknown", receipt.reason
