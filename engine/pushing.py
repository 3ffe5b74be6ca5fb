"""Saying something without being asked: claimed, sent, its fate recorded; what was not taken goes along with the person's next message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from engine.messages import Adapter, Incoming, Receipt, Reply, Scene, Sent, Unknown
from engine.storage.outbox import Outbox, Owed
from engine.storage.rounds import AskedRound, Rounds


class Pushing:
    """Sends pushes through the outbox, each at most once.

    Args:
        adapters: by platform; filled by whoever starts them.
    """

    def __init__(self, outbox: Outbox, rounds: Rounds, adapters: Mapping[str, Adapter]) -> None:
        self._outbox = outbox
        self._rounds = rounds
        self._adapters = adapters

    def reaches(self, scene: Scene) -> bool:
        """True if something could be sent to `scene` now. A claim is spent even if nothing is sent, so ask before claiming."""
        adapter = self._adapters.get(scene.platform)
        return adapter is not None and adapter.reaches(scene)

    async def push(
        self, scene: Scene, kind: str, slot: str, reply: Reply, now: datetime, asked: AskedRound | None = None
    ) -> Receipt | None:
        """Push `reply`; None: `slot` of `kind` is spoken for."""
        claim = await self._outbox.claim(scene, kind, slot, now)
        return None if claim is None else await self.send(claim, scene, reply, now, asked.id if asked else None)

    async def send(
        self, claim: int, scene: Scene, reply: Reply, now: datetime, round_id: int | None = None, in_reply_to: Incoming | None = None
    ) -> Receipt:
        """Send what was claimed and record what the platform said; a sent round is found again by its messages."""
        try:
            receipt = await self._adapters[scene.platform].send(reply, scene, in_reply_to)
        except Exception as error:
            await self._outbox.finish(claim, Unknown(type(error).__name__), now, round_id)
            raise
        await self._outbox.finish(claim, receipt, now, round_id, reply)
        if isinstance(receipt, Sent) and round_id is not None:
            await self._rounds.shown(round_id, scene, receipt.message_ids)
        return receipt

    async def deliver_owed(self, incoming: Incoming, now: datetime) -> None:
        """Whatever the scene of `incoming` is owed, as replies to it."""
        for owed in await self._outbox.take_owed(incoming.scene, now):
            await self._again(owed, now, incoming)

    async def deliver_due(self, now: datetime) -> None:
        """What a platform put off until now."""
        for owed in await self._outbox.take_due(now):
            await self._again(owed, now, None)

    async def _again(self, owed: Owed, now: datetime, incoming: Incoming | None) -> None:
        await self.send(owed.id, owed.scene, owed.reply, now, owed.round_id, incoming)
