"""The contract suite's peer for WeChat official accounts: private chats only, answered in the response to WeChat's request."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections.abc import Iterable

from tests.contract.peer import Heard, Traits
from tests.wire import weixin
from tests.wire.running import RunningBot, free_port


class WeixinPeer:
    """The fake platform in encrypted mode."""

    platform = "weixin"
    bot = RunningBot
    traits = Traits(groups=False, buttons=False, keeps_connection=False, limit=weixin.LONGEST_TEXT, in_bytes=True)

    def __init__(self) -> None:
        self._port = free_port()
        self._stack = contextlib.AsyncExitStack()
        self._numbers = itertools.count(1)
        self.fake: weixin.FakeWeixin
        # The bot asks for its token as soon as it starts.
        self._opening = asyncio.ensure_future(self._stack.enter_async_context(weixin.platform("encrypted", self._port)))
        self.settings = {**weixin.SETTINGS, "WEIXIN_API_URL": f"http://127.0.0.1:{self._port}", "WEIXIN_AES_KEY": weixin.AES_KEY}

    async def connect(self, bot: RunningBot) -> None:
        self.fake = await self._opening
        self.fake.bot_url = f"{bot.url}/weixin"
        assert (await self.fake.verify("hello")).text == "hello"

    async def close(self) -> None:
        await self._stack.aclose()

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
        assert group is None
        if image is not None:
            return await self.fake.message(_open_id(person), "image", event_id, PicUrl="http://127.0.0.1:9/picture", MediaId="media")
        return await self.fake.text(_open_id(person), text, event_id)

    async def press(self, heard: Heard, label: str, person: str = "1") -> None:
        raise NotImplementedError("there are no buttons")

    async def next(self, seconds: float = 20) -> Heard:
        said = await self.fake.next(seconds)
        number = f"m{next(self._numbers)}"
        return Heard(said.text, number, person=said.person.removeprefix("oPerson"), images=bool(said.picture), answers=said.answers)

    async def refuse_next(self, reason: str) -> None:
        self.fake.refusal = (40003, reason)

    async def limit_next(self, seconds: float) -> None:
        self.fake.limited_until = time.time() + seconds

    async def drop(self) -> None:
        raise NotImplementedError("there is no connection")

    async def forge(self) -> int | None:
        query, body = self.fake.signed({"FromUserName": "oPerson9", "ToUserName": weixin.ACCOUNT}, token="wrong")
        return (await self.fake.post(body, query)).status_code

    async def hostile(self, frames: Iterable[bytes]) -> None:
        for frame in frames:
            await self.fake.post(frame)


def _open_id(person: str) -> str:
    return f"oPerson{person}"


def peer() -> WeixinPeer:
    """For the suite."""
    return WeixinPeer()
