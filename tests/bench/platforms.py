"""Four platforms in one process: how long until all are there, and what they weigh together."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.bench.conversation import memory, resident
from tests.contract.peer import Listening
from tests.wire.four import FOUR, PATIENCE, come_back, four_platforms, reach, start


async def measure(folder: Path) -> dict[str, float]:
    """Seconds of a start that is not the first, and memory (MB) after every platform was answered."""
    async with four_platforms(folder / "home") as (bot, peers):
        await start(bot)  # the first prepares the built-in notes
        await asyncio.gather(*(peer.connect(bot) for peer in peers.values()))
        await asyncio.to_thread(bot.stop)
        began = time.perf_counter()
        await start(bot)
        started = time.perf_counter() - began
        await come_back(bot, peers)
        await reach(bot, dict.fromkeys(FOUR, "on"))
        all_on = time.perf_counter() - began
        for peer in peers.values():
            await peer.say("为什么有了页表还要快表", "1")
            await Listening(peer).hear("1", seconds=PATIENCE)
        return {"start_s": started, "all_on_s": all_on, "memory_mb": memory(bot), "resident_mb": resident(bot)}
