"""Keeps every adapter that connects by itself running, each in a task of its own, so that no failure of one reaches another."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

from engine.messages import Adapter, AdapterStatus, Connecting, CredentialsRefused

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
"""Seconds between attempts to connect: doubled each time, up to five minutes."""

LASTING = 60.0
"""Seconds after which a connection counts as good, so that the next attempt comes soon again."""


class Supervisor:
    """Runs adapters and knows what became of them.

    Args:
        chance: spreads attempts, so that many bots do not come back at the same instant.
        sleep: waits so many seconds.
    """

    def __init__(self, chance: random.Random, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._chance = chance
        self._sleep = sleep
        self._tasks: list[asyncio.Task[None]] = []
        self._troubles: dict[str, str] = {}

    def start(self, adapter: Adapter) -> None:
        """Connect `adapter` and keep it connected; nothing happens for one that people connect to."""
        if isinstance(adapter, Connecting):
            self._tasks.append(asyncio.create_task(self._keep_running(adapter.platform, adapter), name=f"adapter {adapter.platform}"))

    def status(self, adapter: Adapter) -> AdapterStatus:
        """How it is: what it says itself, or, while it is not connected, what ended its last connection."""
        own = adapter.status()
        trouble = self._troubles.get(adapter.platform)
        return own if trouble is None or own.state == "on" else AdapterStatus("failed", trouble)

    async def stop(self) -> None:
        """Disconnect all."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    async def _keep_running(self, platform: str, adapter: Connecting) -> None:
        loop = asyncio.get_running_loop()
        wait = FIRST_WAIT
        while True:
            began = loop.time()
            running = asyncio.ensure_future(adapter.run())
            try:
                # A connection that holds for a while has overcome what ended the one before.
                done, _ = await asyncio.wait((running,), timeout=LASTING)
                if not done:
                    self._troubles.pop(platform, None)
                await running
                trouble = "连接断开了"
            except CredentialsRefused as error:
                log.error("%s: credentials refused", platform)
                self._troubles[platform] = f"{error}（改好设置后重启）"
                return
            except asyncio.CancelledError:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
                raise
            except Exception as error:
                # Whatever a library raises, the other adapters go on, and this one tries again. Where the network is at fault, the reason is enough.
                log.warning("%s: the connection ended: %s", platform, error, exc_info=None if isinstance(error, OSError) else error)
                trouble = f"连不上：{error}" if str(error) else f"连不上：{type(error).__name__}"
            wait = FIRST_WAIT if loop.time() - began >= LASTING else wait
            pause = wait * self._chance.uniform(0.75, 1.25)
            self._troubles[platform] = f"{trouble}，正在重连"
            await self._sleep(pause)
            wait = min(wait * 2, LONGEST_WAIT)
