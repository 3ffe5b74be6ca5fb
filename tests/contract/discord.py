"""Discord as a peer of the contract suite."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Iterable

from tests.contract.peer import Heard, Traits
from tests.wire.discord import FakeDiscord
from tests.wire.running import RunningBot


class DiscordPeer:
    """The fake Discord."""

    platform = "discord"
    bot = RunningBot
    # The bot calls Discord, never the other way round: there is nothing to sign.
    traits = Traits(buttons=True, signs=False, limit=4096)

    def __init__(self) -> None:
        self._fake = FakeDiscord()
        self.settings = self._fake.settings

    async def connect(self, bot: RunningBot) -> None:
        """Answer the bot, and wait until it is connected."""
        await self._fake.start()
        await self._fake.ready(60)

    async def close(self) -> None:
        """Stop listening."""
        await self._fake.stop()

    async def say(
        self,
        text: str,
        person: str = "1",
        group: str | None = None,
        *,
        mention: bool = False,
        reply_to: str | None = None,
        event_id: str | None = None,
        image: bytes | None = None,
    ) -> str:
        """A message; Discord's ids are numbers."""
        number = event_id if event_id is None or event_id.isdecimal() else str(10**18 + zlib.crc32(event_id.encode()))
        await self._fake.say(text, person, group, mention=mention, reply_to=reply_to, event_id=number, image=image)
        return number if number is not None else list(self._fake.world.messages)[-1]

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Press a button."""
        await self._fake.press(heard.message_id, label, person)

    async def next(self, seconds: float = 20) -> Heard:
        """What the bot says next."""
        said = await self._fake.next(seconds)
        return Heard(said.text, said.id, said.person, said.group, said.images, said.buttons, said.answers, said.ephemeral, said.revised)

    async def refuse_next(self, reason: str) -> None:
        """403 with `reason`."""
        self._fake.rest.refusal = reason

    async def limit_next(self, seconds: float) -> None:
        """429."""
        self._fake.rest.limit_seconds = seconds

    async def drop(self) -> None:
        """Close the gateway connection; the bot resumes."""
        await self._fake.gateway.drop()
        await asyncio.wait_for(self._fake.gateway.connected.wait(), 30)

    async def forge(self) -> int | None:
        """Not asked of a platform that the bot calls."""
        raise NotImplementedError("Discord signs nothing: the bot calls it")

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Gateway frames as they are, through the connection's compression."""
        for frame in frames:
            await self._fake.gateway.send(frame)


def peer() -> DiscordPeer:
    """A new Discord."""
    return DiscordPeer()
