"""Four platforms in one process: all ready, all answered, nothing lost at the end, and one wrong token that is nobody else's trouble."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections import defaultdict
from pathlib import Path

from tests.contract.peer import Listening, Peer
from tests.wire.four import FOUR, PATIENCE, come_back, four_platforms, reach, start
from tests.wire.running import RunningBot

CROWD = [str(number) for number in range(101, 121)]
"""People who ask on each platform at the moment the bot is told to end."""


def journal(bot: RunningBot) -> dict[str, dict[str, int]]:
    """How many events of each platform are in which state of the inbox."""
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    with contextlib.closing(sqlite3.connect(bot.home / "shangan.db", timeout=30)) as database:
        for platform, state, count in database.execute("SELECT platform, state, count(*) FROM inbox GROUP BY platform, state"):
            counted[platform][state] = count
    return counted


async def answered(peer: Peer, seconds: float) -> list[str]:
    """Who was told the answer, until nothing has been said for a while."""
    people = []
    with contextlib.suppress(TimeoutError):
        while True:
            heard = await peer.next(seconds)
            if "[1] 408 笔记" in heard.text and heard.person is not None:  # the first part of it
                people.append(heard.person)
    return people


async def test_four_platforms_live_and_end_together(tmp_path: Path) -> None:
    async with four_platforms(tmp_path / "home") as (bot, peers):
        await start(bot)
        await asyncio.gather(*(peer.connect(bot) for peer in peers.values()))
        await reach(bot, dict.fromkeys(FOUR, "on"))
        for peer in peers.values():
            await peer.say("/帮助", "1")
            assert "我是上岸" in (await Listening(peer).hear("1", seconds=PATIENCE)).text

        # It is told to end while a crowd waits on every platform.
        before = sum(sum(counts.values()) for counts in journal(bot).values())
        await asyncio.gather(*(peer.say("为什么有了页表还要快表", person) for peer in peers.values() for person in CROWD))
        async with asyncio.timeout(PATIENCE):
            while sum(sum(counts.values()) for counts in journal(bot).values()) < before + len(CROWD):
                await asyncio.sleep(0.01)
        assert await asyncio.to_thread(bot.stop) == 0
        heard = dict(zip(FOUR, await asyncio.gather(*(answered(peer, 2) for peer in peers.values())), strict=True))
        taken = journal(bot)
        for name in FOUR:
            assert set(taken[name]) <= {"done", "received"}, taken
            assert len(heard[name]) == len(set(heard[name])) == taken[name]["done"] - 1, (name, taken, heard)  # one is the help

        # The next start finds what was left. Discord's token is no longer valid, which harms nobody else.
        bot.settings["DISCORD_TOKEN"] = "withdrawn"
        await start(bot)
        await come_back(bot, peers)
        now = await reach(bot, {**dict.fromkeys(FOUR, "on"), "discord": "failed"})
        assert "SHANGAN_DISCORD_TOKEN" in now["discord"]["detail"]
        async with asyncio.timeout(PATIENCE):
            while any(journal(bot)[name].get("received") for name in FOUR if name != "discord"):
                await asyncio.sleep(0.2)
        assert journal(bot)["discord"] == taken["discord"]
        for name, peer in peers.items():
            if name == "discord":
                continue
            heard[name] += await answered(peer, 2)
            assert len(heard[name]) == len(set(heard[name])), name
            counts = journal(bot)[name]
            assert len(heard[name]) == counts["done"] - 1, (name, counts)
            assert set(counts) <= {"done", "missed"}
            await peer.say("/帮助", "2")
            assert "我是上岸" in (await Listening(peer).hear("2", seconds=PATIENCE)).text
        assert await asyncio.to_thread(bot.stop) == 0
        assert "Traceback" not in bot.output()
