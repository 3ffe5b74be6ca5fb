"""How much one person and one scene may ask of the bot: moving windows of the `limits` library."""

from __future__ import annotations

import time

from limits import RateLimitItem
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

SECONDS_BETWEEN_SWEEPS = 60.0


class _Windows(MemoryStorage):
    """limits' windows in memory, swept once a minute in passing; as it is, the library starts a thread every 10 ms to sweep them."""

    _swept = 0.0

    def _MemoryStorage__schedule_expiry(self) -> None:  # noqa: N802  (the library's private name)
        now = time.monotonic()
        if now - self._swept > SECONDS_BETWEEN_SWEEPS:
            self._swept = now
            self._MemoryStorage__expire_events()  # type: ignore[attr-defined]


class Limiter:
    """Counts hits."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(_Windows())

    def hit(self, limit: RateLimitItem, *who: str) -> bool:
        """Count one; False: `who` has had as many as `limit` allows."""
        return self._limiter.hit(limit, *who)
