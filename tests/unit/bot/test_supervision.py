"""Adapters that connect by themselves: one that fails never takes another down, and comes back by itself."""

import asyncio
import random
from collections.abc import Sequence

import pytest

from bot.supervision import Supervisor
from engine.messages import AdapterStatus, Capabilities, CredentialsRefused, Incoming, Receipt, Reply, Scene, Sent


class Connection:
    """An adapter whose connections end one after another as `ends` say; the one after the last holds."""

    def __init__(self, platform: str, ends: Sequence[Exception | None]) -> None:
        self.platform = platform
        self._ends = iter(ends)
        self.attempts = 0
        self.connected = False

    def capabilities(self, scene: Scene) -> Capabilities:
        return Capabilities(max_length=100)

    def reaches(self, scene: Scene) -> bool:
        return self.connected

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        return Sent()

    def status(self) -> AdapterStatus:
        return AdapterStatus("on" if self.connected else "waiting")

    async def run(self) -> None:
        self.attempts += 1
        for end in self._ends:
            if end is not None:
                raise end
            return
        self.connected = True
        await asyncio.Event().wait()


class Waits:
    """A sleep that takes no time and remembers how long it should have been."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def waits() -> Waits:
    return Waits()


async def settle() -> None:
    """Lets every task go on until all of them wait for something that takes time."""
    for _ in range(50):
        await asyncio.sleep(0)


async def test_a_lost_connection_is_had_again_with_growing_pauses(waits: Waits) -> None:
    adapter = Connection("wecom", [OSError("refused"), None, OSError("again")])
    supervisor = Supervisor(random.Random(1), waits)
    supervisor.start(adapter)
    await settle()
    assert adapter.attempts == 4
    assert supervisor.status(adapter).state == "on"
    assert all(0.75 * 2**n <= pause <= 1.25 * 2**n for n, pause in enumerate(waits.seconds))
    await supervisor.stop()


async def test_refused_credentials_are_not_tried_again_and_are_said(waits: Waits) -> None:
    refused, sound = Connection("discord", [CredentialsRefused("Discord 不认这个令牌")]), Connection("wecom", [])
    supervisor = Supervisor(random.Random(1), waits)
    for adapter in (refused, sound):
        supervisor.start(adapter)
    await settle()
    assert refused.attempts == 1
    assert supervisor.status(refused) == AdapterStatus("failed", "Discord 不认这个令牌（改好设置后重启）")
    assert supervisor.status(sound).state == "on"
    await supervisor.stop()


async def test_while_it_is_not_connected_the_reason_is_shown() -> None:
    adapter = Connection("qq", [OSError("Name or service not known")])

    async def forever(_: float) -> None:
        await asyncio.Event().wait()

    supervisor = Supervisor(random.Random(1), forever)
    supervisor.start(adapter)
    await settle()
    assert supervisor.status(adapter) == AdapterStatus("failed", "连不上：Name or service not known，正在重连")
    await supervisor.stop()
