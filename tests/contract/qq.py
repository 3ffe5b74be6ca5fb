"""QQ's open platform as a peer of the contract suite, over its gateway; over its webhook in `qq_webhook`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

import httpx

from tests.contract.peer import Heard, Traits
from tests.wire import qq
from tests.wire.running import RunningBot

_MARKS = re.compile(r"\*\*|^#{1,6} |^> ?", re.MULTILINE)


class QQPeer:
    """An official bot with people around it, in groups and in private.

    Args:
        webhook: events come over HTTP, signed, instead of the gateway.
    """

    platform = "qq"
    bot = RunningBot

    def __init__(self, webhook: bool) -> None:
        self.traits = Traits(buttons=True, keeps_connection=not webhook, signs=webhook, limit=4500)
        self._webhook = webhook
        self._fake = qq.FakePlatform(port=qq.free_port())
        self.settings = {**self._fake.settings, "QQ_TRANSPORT": "webhook" if webhook else "websocket"}
        self._starting = asyncio.ensure_future(self._fake.start())  # so that it is there when the bot looks for it
        self._said: dict[str, qq.Said] = {}
        self._url = ""

    async def connect(self, bot: RunningBot) -> None:
        """Wait until the bot has found the platform."""
        await self._starting
        self._url = f"{bot.url}/qq/webhook"
        if not self._webhook:
            await asyncio.wait_for(self._fake.online.wait(), 60)
            return
        self._fake.webhook_url = self._url
        async with httpx.AsyncClient(trust_env=False) as client, asyncio.timeout(60):
            while not any(
                line["name"] == "QQ 官方机器人" and line["state"] == "on"
                for line in (await client.get(f"{bot.url}/healthz")).json()["platforms"]
            ):
                await asyncio.sleep(0.1)

    async def close(self) -> None:
        """Stop the platform."""
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
        """Say it; the platform hands a group's messages to a bot only when they mention it, unless it was granted all of them."""
        named = f"ROBOT1.0_{event_id}" if event_id else None
        return await self._fake.say(text, person, group, mention=mention, reply_to=reply_to, event_id=named, image=image)

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        """Press a button of what was heard."""
        await self._fake.press(self._said[heard.message_id], label, person)

    async def next(self, seconds: float = 20) -> Heard:
        """The next message that the platform took, as QQ shows it."""
        said = await self._fake.next(seconds)
        self._said[said.name] = said
        return Heard(
            text=_MARKS.sub("", said.text) if said.body.get("markdown") else said.text,
            message_id=said.name,
            person=qq.number_of(said.id) if said.where == "c2c" else None,
            group=qq.number_of(said.id) if said.where == "group" else None,
            images=int(said.image is not None),
            buttons=tuple(said.buttons),
            answers=said.answers,
        )

    async def refuse_next(self, reason: str) -> None:
        """The bot may not speak unasked here, says the platform."""
        self._fake.refusals.append(qq.Refusal(40034105, reason))

    async def limit_next(self, seconds: float) -> None:
        """The bot is too fast, says the platform."""
        self._fake.refusals.append(qq.Refusal(22009, "消息发送超频", 429, {"Retry-After": f"{seconds:g}"}))

    async def drop(self) -> None:
        """Cut the gateway's connection."""
        await self._fake.drop(seconds=60)

    async def forge(self) -> int | None:
        """An event signed by somebody else."""
        data = {"id": "ROBOT1.0_forged", "content": "/帮助", "author": {"user_openid": qq.openid(1)}}
        return (await self._fake.webhook(self._url, "C2C_MESSAGE_CREATE", data, secret="somebody else's secret"))[0]

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Raw frames over the gateway, or raw bodies, well signed, over HTTP."""
        for number, frame in enumerate(frames):
            if self._webhook:
                status, _ = await self._fake.post_signed(self._url, frame)
                assert status < 500
                continue
            words = frame.decode(errors="replace")
            await self._fake.raw(words if number % 2 else frame)


def peer() -> QQPeer:
    """A new platform with its gateway."""
    return QQPeer(webhook=False)
