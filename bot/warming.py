"""What the first question would have to wait for is read in as soon as the bot is up: the readers of its exam, the embedder, the index."""

from __future__ import annotations

import asyncio
import logging
import threading

from bot.services import Services
from engine.generators import solve_text
from kb.search import SearchScope

log = logging.getLogger(__name__)

QUIET_SECONDS = 1.0
"""After the start, so that the table and the first page come first."""

_PROBLEM = "3 个页框，FIFO，访问 1 2 3 4 1 2 5 1 2 3 4 5，缺页几次"


async def warm(services: Services) -> None:
    """Ask what a person may ask; what is said does not matter, and whatever fails will tell itself when somebody asks."""
    await asyncio.sleep(QUIET_SECONDS)
    exam = services.exams[services.settings.exam].id
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def read() -> None:
        try:
            solve_text(_PROBLEM, exam)
        except Exception:
            log.exception("the readers could not be read in")
        finally:
            if not loop.is_closed():
                loop.call_soon_threadsafe(done.set)

    # A thread of its own, which the end of the process need not wait for.
    threading.Thread(target=read, name="warming", daemon=True).start()
    await done.wait()
    try:
        await services.library.search(_PROBLEM, SearchScope(None, exam=exam), 1)
    except Exception:
        log.exception("the books could not be read in")
