"""Saying something without being asked: claimed, sent, its fate recorded; what was not taken goes along with the person's next message."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping
from datetime import datetime

from engine.messages import Adapter, Deferred, Incoming, Receipt, Reply, Scene, Sent, Unknown
from engine.storage.outbox import ANSWER, Outbox, Owed
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

    async def keep(self, reply: Reply, scene: Scene, in_reply_to: Incoming, receipt: Deferred, now: datetime) -> None:
        """An answer that the platform did not take now: from here on it is owed like a push."""
        for number in itertools.count(1):
            claim = await self._outbox.claim(scene, ANSWER, f"{_slot(in_reply_to)}{number}", now)
            if claim is not None:
                await self._outbox.finish(claim, receipt, now, reply=reply)
                return

    async def deliver_owed(self, incoming: Incoming, now: datetime) -> None:
        """Whatever the scene of `incoming` was owed before, as replies to it."""
        for owed in await self._outbox.take_owed(incoming.scene, now, _slot(incoming)):
            await self._again(owed, now, incoming)

    async def deliver_due(self, now: datetime) -> None:
        """What a platform put off until now."""
        for owed in await self._outbox.take_due(now):
            await self._again(owed, now, None)

    async def _again(self, owed: Owed, now: datetime, incoming: Incoming | None) -> None:
        await self.send(owed.id, owed.scene, owed.reply, now, owed.round_id, incoming)


def _slot(incoming: Incoming) -> str:
    """How the slots of answers to `incoming` begin: short, whatever the platform's ids are."""
    return f"{hashlib.sha256(incoming.event_key.encode()).hexdigest()[:30]}-"
