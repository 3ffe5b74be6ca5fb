"""A bot without a server: the real dispatcher, commands and database, a platform in memory, a clock that is set by hand."""

from __future__ import annotations

import itertools
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.bootstrap import wire
from bot.dispatcher import Dispatcher
from bot.library import OpenLibrary
from bot.sending import Outlet
from bot.services import Services
from bot.settings import Settings
from engine.exams import load_exams
from engine.messages import AdapterStatus, Capabilities, Incoming, Receipt, Reply, Role, Scene, Sender, Sent
from engine.storage.database import Database

START = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Platform:
    """A platform in memory: keeps what was said, answers with `receipt` (None: accepted)."""

    platform: str = "onebot"
    said: list[tuple[Scene, Reply]] = field(default_factory=list)
    receipt: Receipt | None = None
    connected: bool = True
    edit: bool = False
    ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def capabilities(self, scene: Scene) -> Capabilities:
        return Capabilities(max_length=4500, edit=self.edit)

    def reaches(self, scene: Scene) -> bool:
        return self.connected

    def status(self) -> AdapterStatus:
        return AdapterStatus("on")

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        self.said.append((scene, reply))
        return self.receipt or Sent((f"m{next(self.ids)}",))


@dataclass
class Bot:
    """What a test talks to."""

    services: Services
    dispatcher: Dispatcher
    platform: Platform
    clock: Clock

    async def say(
        self,
        text: str,
        person: str = "20001",
        group: str | None = None,
        *,
        at: bool = False,
        reply_to: str | None = None,
        role: Role = "member",
        event: str | None = None,
    ) -> list[str]:
        """Send a message; everything the bot said to it."""
        scene = Scene("onebot", "10000", "group", group) if group else Scene("onebot", "10000", "private", person)
        before = len(self.platform.said)
        name = event or f"e{next(_EVENTS)}"
        sender = Sender(person, f"同学{person}", role if group else "owner")
        await self.dispatcher.handle(Incoming(name, scene, sender, text=text, mentions_bot=at, reply_to=reply_to))
        return [reply.text for _, reply in self.platform.said[before:]]


Start = Callable[[], Awaitable[Bot]]
_EVENTS = itertools.count(1)  # a platform never uses an id again, also not after the bot's restart


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a bot on one home folder; started again, it is the bot after a restart."""
    started: list[Services] = []
    clock = Clock()

    async def begin() -> Bot:
        settings = Settings(home=tmp_path, _env_file=None)
        database = await Database.open(settings.database)
        exams = load_exams(settings.exams)
        library = OpenLibrary(settings, database, exams, embedder=None, control_url="")
        services = wire(settings, database, exams, library, None, random.Random(8408))
        started.append(services)
        platform = Platform()
        services.adapters["onebot"] = Outlet(platform)
        return Bot(services, Dispatcher(services, clock), platform, clock)

    yield begin
    for services in started:
        await services.preparing.close()
        await services.inbox.settle()
        await services.database.close()


@pytest.fixture
async def bot(start: Start) -> Bot:
    """A freshly started bot."""
    return await start()
