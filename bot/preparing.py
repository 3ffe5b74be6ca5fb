"""While a person thinks, what the verdict will show is drawn, so that their answer need not wait for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from bot.presenting import presentable
from engine.messages import Adapter
from engine.quizzing.service import Quizzing
from engine.storage.rounds import AskedRound

log = logging.getLogger(__name__)

MOST_WAITING = 512
"""Rounds to be drawn for; in a rush the verdicts draw for themselves."""


class Preparing:
    """Draws ahead, one round after another; what is drawn is kept by `engine.drawings`."""

    def __init__(self, quizzing: Quizzing, adapters: Mapping[str, Adapter]) -> None:
        self._quizzing = quizzing
        self._adapters = adapters
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    def begin(self, asked: AskedRound) -> None:
        """Draw for a round in private; in a group nobody waits for the key."""
        if asked.learner_id is not None and len(self._tasks) < MOST_WAITING:
            task = asyncio.create_task(self._prepare(asked))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _prepare(self, asked: AskedRound) -> None:
        async with self._one_at_a_time:
            try:
                await presentable(
                    await self._quizzing.likely_verdict(asked), self._adapters[asked.scene.platform].capabilities(asked.scene)
                )
            except Exception:
                # The verdict itself will tell; nobody waits for this.
                log.exception("drawing ahead failed")
