"""Four platforms around one bot process, each with its fake."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import httpx

from bot.platforms import PLATFORMS
from tests.contract.peer import Peer
from tests.contract.peers import open_peer
from tests.wire.running import RunningBot

FOUR = ("onebot", "qq", "discord", "weixin")
PATIENCE = 60
"""Seconds to wait for what must come."""


@contextlib.asynccontextmanager
async def four_platforms(home: Path) -> AsyncIterator[tuple[RunningBot, dict[str, Peer]]]:
    """The platforms, and a bot that is yet to be started on them."""
    peers = {name: open_peer(name) for name in FOUR}
    bot = RunningBot(home, {name: value for peer in peers.values() for name, value in peer.settings.items()})
    try:
        yield bot, peers
    finally:
        if bot.process is not None and bot.process.poll() is None:
            await asyncio.to_thread(bot.kill)
        for peer in peers.values():
            await peer.close()


async def start(bot: RunningBot) -> None:
    """Start it and wait until it answers, while the platforms go on."""
    bot.start(wait=False)
    await asyncio.to_thread(bot.wait_until_ready)


async def reach(bot: RunningBot, expected: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What `/healthz` says of each platform, once those of `expected` are in these states."""
    names = {platform.title: platform.name for platform in PLATFORMS}
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client, asyncio.timeout(PATIENCE):
        while True:
            health: dict[str, Any] = (await client.get(f"{bot.url}/healthz")).json()
            lines = {names[line["name"]]: line for line in health["platforms"] if line["name"] in names}
            if all(lines[name]["state"] == state for name, state in expected.items()):
                assert health["status"] == ("degraded" if "failed" in expected.values() else "ok")
                return lines
            await asyncio.sleep(0.05)


async def come_back(bot: RunningBot, peers: Mapping[str, Peer]) -> None:
    """After a restart: those platforms that call the bot do so again; the others are called by it."""
    await peers["onebot"].drop()
    await peers["weixin"].connect(bot)
