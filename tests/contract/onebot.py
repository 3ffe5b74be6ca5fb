"""A QQ client on OneBot 11 as a peer of the contract suite."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable

from websockets.exceptions import InvalidStatus

from tests.contract.peer import Heard, Traits
from tests.wire import onebot
from tests.wire.running import RunningBot

TOKEN = "between client and bot"
_WORDS = {"image": "\n\n"}


class OneBotPeer:
    """One client with one account, in a group and in private chats."""

    platform = "onebot"
    bot = RunningBot
    traits = Traits(limits_rate=False, limit=4500)

    def __init__(self) -> None:
        self.settings = {"ONEBOT_TOKEN": TOKEN}
        self._url = ""
        self._client: onebot.FakeQQ | None = None
        self._connection = contextlib.AsyncExitStack()

    @property
    def _qq(self) -> onebot.FakeQQ:
        assert self._client is not None
        return self._client

    async def connect(self, bot: RunningBot) -> None:
        """Connect the client to the bot."""
        self._url = bot.onebot_url
        self._client = await self._connection.enter_async_context(onebot.connected(self._url, TOKEN))

    async def close(self) -> None:
        """Disconnect it."""
        await self._connection.aclose()

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
        """Say it."""
        said = await self._qq.send(
            text,
            int(person),
            int(group) if group is not None else None,
            at=mention,
            reply=int(reply_to) if reply_to is not None else None,
            message_id=int(event_id) if event_id is not None else None,
            image=image,
        )
        return str(said)

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Not asked of QQ clients, which show no buttons."""
        raise NotImplementedError

    async def next(self, seconds: float = 20) -> Heard:
        """The next message; a forwarded conversation is one."""
        said = await self._qq.next(seconds)
        group, person = said.params.get("group_id"), said.params.get("user_id")
        return Heard(
            # A picture stands on a line of its own.
            text="".join(_WORDS.get(segment["type"], "") or segment["data"].get("text", "") for segment in said.segments).strip(),
            message_id=str(said.message_id),
            person=str(person) if person is not None else None,
            group=str(group) if group is not None else None,
            images=sum(segment["type"] == "image" for segment in said.segments),
            answers=said.quotes,
        )

    async def refuse_next(self, reason: str) -> None:
        """The client could not send it."""
        self._qq.refuse_once = reason

    async def limit_next(self, seconds: float) -> None:
        """Not asked of OneBot 11, which has no such answer."""
        raise NotImplementedError

    async def drop(self) -> None:
        """Cut the connection, as when the client restarts, and connect again."""
        before = self._qq
        before.socket.transport.abort()
        await self._connection.aclose()
        for _ in range(100):
            try:
                self._client = await self._connection.enter_async_context(onebot.connected(self._url, TOKEN))
                break
            except InvalidStatus:  # the bot has not noticed yet that the old one is gone
                await asyncio.sleep(0.1)
        self._qq.take_over(before)

    async def forge(self) -> int | None:
        """Connect with a wrong token."""
        try:
            async with onebot.connected(self._url, "a guess", account=onebot.BOT + 1):
                return None
        except InvalidStatus as refused:
            return refused.response.status_code

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Raw frames, every other one as text."""
        for number, frame in enumerate(frames):
            await self._qq.socket.send(frame.decode(errors="replace") if number % 2 else frame)


def peer() -> OneBotPeer:
    """A new client."""
    return OneBotPeer()
