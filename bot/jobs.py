"""What the bot does by itself: daily pushes, closing rounds, taking up what a crash left, pruning.

APScheduler calls the ticks; what is due is computed from the database each time, so the jobs themselves need no memory.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.dispatcher import Dispatcher
from bot.services import Services

log = logging.getLogger(__name__)


def build_scheduler(services: Services, dispatcher: Dispatcher, clock: Callable[[], datetime]) -> AsyncIOScheduler:
    """The scheduler with every job; the caller starts and stops it."""
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 3600})

    async def push_daily() -> None:
        await services.daily.tick(clock())

    async def close_rounds() -> None:
        await close_due_rounds(services, clock())

    async def prune() -> None:
        await services.inbox.prune(clock())

    for name, work, seconds in (
        ("daily", push_daily, 15),
        ("rounds", close_rounds, 2),
        ("resume", dispatcher.resume, 5),
        ("prune", prune, 3600),
    ):
        scheduler.add_job(_logged(name, work), "interval", seconds=seconds, id=name, next_run_time=clock())
    return scheduler


def _logged(name: str, work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await work()
        except Exception:
            # One bad run must not end the job; the next tick tries again.
            log.exception("the job %s failed", name)

    return run


async def close_due_rounds(services: Services, now: datetime) -> None:
    """Show key and tally of every round whose time is up, each once, where its scene can be reached."""
    for asked in await services.quizzing.due(now):
        adapter = services.adapters.get(asked.scene.platform)
        if adapter is None or not adapter.reaches(asked.scene):
            continue
        reply = await services.quizzing.close(asked, now)
        if reply is None:
            continue
        claim = await services.outbox.claim(asked.scene, "reveal", str(asked.id), now)
        if claim is not None:
            await services.outbox.finish(claim, await adapter.send(reply, asked.scene), now, asked.id)
