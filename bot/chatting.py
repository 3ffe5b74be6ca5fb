"""`shangan chat`: one person at a terminal, without a server. It may run beside `shangan run` in the same home."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator

from rich.console import Console

from adapters.terminal import PERSON, Keyboard, TerminalAdapter
from bot.bootstrap import build, utc_now
from bot.dispatcher import Dispatcher
from bot.heaps import use_few_arenas
from bot.logs import set_up_logging
from bot.sending import Outlet
from bot.settings import Settings

log = logging.getLogger(__name__)

LAST_ANSWER = 4.0
"""Seconds after SIGTERM for what is being answered; what takes longer and was not seen yet is left to the next start."""


async def chat(settings: Settings, console: Console) -> None:
    """Talk until the person leaves, the input ends or SIGTERM comes.

    Raises:
        ShanganError: it cannot start; nothing was changed.
    """
    use_few_arenas()
    set_up_logging(settings, "chat.log", screen=False)
    services = await build(settings)
    try:
        dispatcher = Dispatcher(services, utc_now)
        terminal = TerminalAdapter(dispatcher.handle, console, settings.home / "received")
        services.adapters[terminal.platform] = Outlet(terminal)
        # Whoever types here could change the bot's files as well: there is nothing to prove.
        await services.learners.pair(terminal.platform, PERSON, utc_now())

        async def say_what_is_due() -> None:
            try:
                await dispatcher.resume()
                await services.daily.tick(utc_now())
            except Exception:
                log.exception("what is due could not be said")  # the talk goes on; the next line tries again

        console.print(services.exams[settings.exam].description.greeting.strip(), highlight=False)
        console.print("[dim]直接提问，或发 /刷题、/帮助；输入 退出 结束。[/dim]", highlight=False)
        await _talk(terminal, say_what_is_due)
    finally:
        await services.close()


async def _talk(terminal: TerminalAdapter, say_what_is_due: Callable[[], Awaitable[None]]) -> None:
    # Never closed: at the end a thread may still wait for a line of it.
    keyboard = Keyboard(os.fdopen(sys.stdin.fileno(), "rb", closefd=False), sys.stdin.encoding)
    try:
        async with asyncio.timeout(None) as time_left:

            def end() -> None:
                keyboard.end()
                time_left.reschedule(asyncio.get_running_loop().time() + LAST_ANSWER)

            with _on_sigterm(end):
                await terminal.run(keyboard.line, say_what_is_due)
    except TimeoutError:
        if not time_left.expired():
            raise


@contextlib.contextmanager
def _on_sigterm(end: Callable[[], None]) -> Iterator[None]:
    """Call `end` when SIGTERM comes, where there is such a signal."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGTERM, end)
    except NotImplementedError:  # Windows ends a process without asking it
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
