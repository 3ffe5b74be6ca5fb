"""What stands between the bot and every adapter's `send`: replies made presentable, sends held to the platform's pace and counted."""

from __future__ import annotations

from aiolimiter import AsyncLimiter

from bot.metrics import Metrics
from bot.presenting import presentable
from engine.messages import Adapter, AdapterStatus, Capabilities, Incoming, Receipt, Reply, Scene

SECONDS_OF_A_BURST = 10.0
"""A bucket holds what a platform takes in so many seconds; more waits."""


class Outlet:
    """An adapter as the rest of the bot sees it."""

    def __init__(self, adapter: Adapter, metrics: Metrics | None = None) -> None:
        self.adapter = adapter
        self.platform = adapter.platform
        self._metrics = metrics
        self._buckets: dict[str, AsyncLimiter] = {}

    def capabilities(self, scene: Scene) -> Capabilities:
        """The adapter's."""
        return self.adapter.capabilities(scene)

    def reaches(self, scene: Scene) -> bool:
        """The adapter's."""
        return self.adapter.reaches(scene)

    def status(self) -> AdapterStatus:
        """The adapter's."""
        return self.adapter.status()

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Send `reply` in a form that the platform can show, as fast as the platform allows."""
        return await self.hand_over(await self.ready(reply, scene), scene, in_reply_to)

    async def ready(self, reply: Reply, scene: Scene) -> Reply:
        """`reply` in a form that the platform can show, once the platform's pace lets it be sent. Nobody has seen anything yet."""
        able = self.adapter.capabilities(scene)
        reply = await presentable(reply, able)
        if able.messages_per_minute is not None:
            await self._bucket(scene, able.messages_per_minute).acquire()
        return reply

    async def hand_over(self, ready: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Give the platform what `ready` made."""
        receipt = await self.adapter.send(ready, scene, in_reply_to)
        if self._metrics is not None:
            self._metrics.sent(self.platform, receipt)
        return receipt

    def _bucket(self, scene: Scene, messages_per_minute: float) -> AsyncLimiter:
        bucket = self._buckets.get(scene.account)
        if bucket is None:
            bucket = self._buckets[scene.account] = AsyncLimiter(max(1, messages_per_minute / 60 * SECONDS_OF_A_BURST), SECONDS_OF_A_BURST)
        return bucket
