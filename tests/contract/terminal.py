"""The terminal as a peer of the contract suite: `shangan chat`, and one keyboard at which people take turns."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections import deque
from collections.abc import Iterable

from tests.contract.peer import Heard, Traits
from tests.wire.chatting import ChattingBot
from tests.wire.running import RunningBot

_PICTURE = re.compile(r"^已存到 .+\.png$\n?", re.MULTILINE)


class TerminalPeer:
    """People at one keyboard, who are all the same to the bot: what it shows is said to whoever typed the line that it answers."""

    platform = "terminal"
    traits = Traits(
        groups=False,
        images_in=False,
        refuses=False,
        limits_rate=False,
        keeps_connection=False,
        signs=False,
        redelivers=False,
        pairs=False,
        serves=False,
        limit=100_000,
    )
    bot: type[RunningBot] = ChattingBot

    def __init__(self) -> None:
        # All of them together are one person, who may do as much as they.
        self.settings = {"PERSON_LIMIT": "100000/minute", "SCENE_LIMIT": "100000/minute"}
        self._bot: ChattingBot | None = None
        self._typed: deque[tuple[str, str]] = deque()
        self._heard: deque[Heard] = deque()
        self._numbers = itertools.count(1)

    @property
    def _chat(self) -> ChattingBot:
        assert self._bot is not None
        return self._bot

    async def connect(self, bot: RunningBot) -> None:
        """Read the greeting."""
        assert isinstance(bot, ChattingBot)
        self._bot = bot
        assert "我是上岸" in await bot.shown(20)

    async def close(self) -> None:
        """Nothing is left open."""

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
        """Type a line."""
        assert group is None and image is None
        assert "\n" not in text
        event = event_id or str(next(self._numbers))
        self._typed.append((person, event))
        await asyncio.to_thread(self._chat.type, text.encode())
        return event

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Not asked of a terminal, which has no buttons."""
        raise NotImplementedError

    async def next(self, seconds: float = 20) -> Heard:
        """The next answer, all of it."""
        while not self._heard:
            await self._listen(seconds)
        return self._heard.popleft()

    async def _listen(self, seconds: float) -> None:
        shown = await self._chat.shown(seconds)
        person, event = self._typed.popleft()
        text = "\n".join(line.rstrip() for line in _PICTURE.sub("", shown).strip().splitlines())
        images = len(_PICTURE.findall(shown))
        if text or images:
            self._heard.append(Heard(text, str(next(self._numbers)), person=person, images=images, answers=event))

    async def refuse_next(self, reason: str) -> None:
        """Not asked of a terminal, which shows whatever it is given."""
        raise NotImplementedError

    async def limit_next(self, seconds: float) -> None:
        """Not asked of a terminal, which is as fast as the bot."""
        raise NotImplementedError

    async def drop(self) -> None:
        """Not asked of a terminal: without it there is no chat."""
        raise NotImplementedError

    async def forge(self) -> int | None:
        """Not asked of a terminal: whoever types at this machine is its person."""
        raise NotImplementedError

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Type raw bytes; what is answered to them is read and forgotten."""
        while self._typed:
            await self._listen(20)
        for frame in frames:
            await asyncio.to_thread(self._chat.type, frame)
            for _ in range(frame.count(b"\n") + 1):
                await self._chat.shown(20)


def peer() -> TerminalPeer:
    """A new keyboard."""
    return TerminalPeer()
