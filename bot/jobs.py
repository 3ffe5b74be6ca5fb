"""What the bot does by itself: daily pushes, closing rounds, taking up what a crash left, pruning.

APScheduler calls the ticks; what is due is computed from the database each time, so the jobs themselves need no memory.
"""

from __future__ import annotations

import asyncio
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

    async def deliver_due() -> None:
        await services.outbox.give_up_dead_claims(clock())
        await services.pushing.deliver_due(clock())

    async def prune() -> None:
        await services.inbox.prune(clock())

    for name, work, seconds in (
        ("daily", push_daily, 5),
        ("rounds", close_rounds, 2),
        ("resume", dispatcher.resume, 5),
        ("owed", deliver_due, 20),
        ("prune", prune, 3600),
    ):
        scheduler.add_job(_logged(name, work), "interval", seconds=seconds, id=name, next_run_time=clock())
    return scheduler


def _logged(name: str, work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await work()
        except asyncio.CancelledError:
            log.info("the job %s is cut off by the end", name)  # only the scheduler cancels it, when it is shut down
        except Exception:
            # One bad run must not end the job; the next tick tries again.
            log.exception("the job %s failed", name)

    return run


async def close_due_rounds(services: Services, now: datetime) -> None:
    """Show key and tally of every round whose time is up, each once, where its scene can be reached."""
    for asked in await services.quizzing.due(now):
        if not services.pushing.reaches(asked.scene):
            continue
        reply = await services.quizzing.close(asked, now)
        if reply is not None:
            await services.pushing.push(asked.scene, "reveal", str(asked.id), reply, now)
