"""A fake QQ client speaking OneBot 11 over a reverse websocket, written from the protocol.

By hand: `python -m tests.wire.onebot ws://127.0.0.1:8408/onebot/v11/ws` then type lines; `@` in front mentions the bot.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import json
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

BOT = 10000
GROUP = 700


@dataclass
class Said:
    """Something the bot said: the API call, and its text with other segments as `[type]`."""

    action: str
    params: dict[str, Any]
    message_id: int

    @property
    def segments(self) -> list[dict[str, Any]]:
        """What it is made of; of a forwarded conversation, that of all its messages."""
        if "messages" in self.params:
            return [segment for node in self.params["messages"] for segment in node["data"]["content"]]
        message = self.params["message"]
        return [{"type": "text", "data": {"text": message}}] if isinstance(message, str) else message

    @property
    def text(self) -> str:
        """The words."""
        return "".join(segment["data"]["text"] if segment["type"] == "text" else f"[{segment['type']}]" for segment in self.segments)

    @property
    def quotes(self) -> str | None:
        """The message it quotes."""
        for segment in self.segments:
            if segment["type"] == "reply":
                return str(segment["data"]["id"])
        return None


@dataclass
class FakeQQ:
    """One connected account. Every API call of the bot is answered and kept.

    Attributes:
        refuse: the error that every message is answered with.
        refuse_once: the error that the next message is answered with.
        unknown: calls that this client does not have.
        files: addresses of files, by the ids that messages name them with.
    """

    socket: ClientConnection
    said: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    refuse: str | None = None
    refuse_once: str | None = None
    silent: bool = False
    unknown: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    # QQ never uses a message id again, whoever connects when.
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(time.time_ns() // 1000 % 10**15))
    _sent: itertools.count[int] = field(default_factory=lambda: itertools.count(900_000))

    async def read(self) -> None:
        """Answer API calls until the connection ends."""
        async for frame in self.socket:
            call = json.loads(frame)
            answer = await self._answer(call["action"], call["params"])
            if answer is not None:
                await self.socket.send(json.dumps({**answer, "echo": call["echo"]}))

    async def _answer(self, action: str, params: dict[str, Any]) -> dict[str, Any] | None:
        if action in self.unknown:
            return _failed(1404, "不支持的Api")
        if action == "get_private_file_url":
            url = self.files.get(params["file_id"])
            return _failed(1200, "文件不存在") if url is None else {"status": "ok", "retcode": 0, "data": {"url": url}}
        said = Said(action, params, next(self._sent))
        if self.refuse_once is not None:
            refusal, self.refuse_once = self.refuse_once, None
            return _failed(1200, refusal)
        await self.said.put(said)
        if self.silent:
            return None
        if self.refuse is not None:
            return _failed(1200, self.refuse)
        return {"status": "ok", "retcode": 0, "data": {"message_id": said.message_id}}

    async def send_file(self, name: str, *, file_id: str | None = None, url: str | None = None, size: int = 1, user: int = 20001) -> int:
        """Hand the bot a file in private: a message that names it (`file_id`), or holds its address (`url`)."""
        data = {"file": name, "file_size": str(size)} | ({"file_id": file_id} if file_id else {}) | ({"url": url} if url else {})
        return await self.send_segments([{"type": "file", "data": data}], user)

    async def offline_file(self, name: str, url: str, size: int = 1, user: int = 20001) -> None:
        """Hand the bot a file in private as a notice, which is another client's way."""
        file = {"name": name, "size": size, "url": url}
        notice = {
            "time": int(time.time()),
            "self_id": BOT,
            "post_type": "notice",
            "notice_type": "offline_file",
            "user_id": user,
            "file": file,
        }
        await self.socket.send(json.dumps(notice))

    async def send(
        self,
        text: str,
        user: int = 20001,
        group: int | None = None,
        *,
        at: bool = False,
        reply: int | None = None,
        role: str = "member",
        message_id: int | None = None,
        image: bytes | None = None,
    ) -> int:
        """Deliver a message to the bot, in a group or in private; its message id."""
        segments: list[dict[str, Any]] = []
        if reply is not None:
            segments.append({"type": "reply", "data": {"id": str(reply)}})
        if at:
            segments.append({"type": "at", "data": {"qq": str(BOT)}})
        if text or image is None:
            segments.append({"type": "text", "data": {"text": text}})
        if image is not None:
            segments.append({"type": "image", "data": {"file": "base64://" + base64.b64encode(image).decode()}})
        return await self.send_segments(segments, user, group, role, message_id)

    async def send_segments(
        self,
        segments: list[dict[str, Any]],
        user: int = 20001,
        group: int | None = None,
        role: str = "member",
        message_id: int | None = None,
    ) -> int:
        """Deliver a message of any segments; its message id."""
        message_id = next(self._ids) if message_id is None else message_id
        event: dict[str, Any] = {
            "time": int(time.time()),
            "self_id": BOT,
            "post_type": "message",
            "message_type": "private" if group is None else "group",
            "sub_type": "friend" if group is None else "normal",
            "message_id": message_id,
            "user_id": user,
            "message": segments,
            "raw_message": "".join(segment["data"].get("text", "") for segment in segments),
            "font": 0,
            "sender": {"user_id": user, "nickname": f"同学{user % 1000}", "sex": "unknown", "age": 0},
        }
        if group is not None:
            event |= {"group_id": group, "anonymous": None}
            event["sender"] |= {"card": "", "role": role}
        await self.socket.send(json.dumps(event))
        return message_id

    def take_over(self, before: FakeQQ) -> None:
        """Go on where the client was before it connected anew: what it heard, and its numbers."""
        self.said, self._ids, self._sent = before.said, before._ids, before._sent

    async def next(self, seconds: float = 10) -> Said:
        """The next thing the bot says."""
        return await asyncio.wait_for(self.said.get(), seconds)

    async def ask(self, text: str, user: int = 20001, group: int | None = None, **how: Any) -> Said:
        """Send and wait for the answer in that conversation; what is said elsewhere meanwhile is passed over."""
        await self.send(text, user, group, **how)
        while True:
            said = await self.next()
            if said.params.get("group_id") == group and (group is not None or said.params.get("user_id") == user):
                return said

    async def is_silent(self, seconds: float = 0.6) -> bool:
        """True if the bot says nothing for a while."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.said.get(), seconds)
            return False
        return True


def _failed(code: int, words: str) -> dict[str, Any]:
    return {"status": "failed", "retcode": code, "data": None, "message": words, "wording": words}


@contextlib.asynccontextmanager
async def connected(url: str, token: str = "", account: int = BOT) -> AsyncIterator[FakeQQ]:
    """A client connected as `account`."""
    headers = {"X-Self-ID": str(account), "X-Client-Role": "Universal"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    async with connect(url, additional_headers=headers, max_size=None) as socket:
        client = FakeQQ(socket)
        reading = asyncio.create_task(client.read())
        lifecycle = {
            "time": int(time.time()),
            "self_id": account,
            "post_type": "meta_event",
            "meta_event_type": "lifecycle",
            "sub_type": "connect",
        }
        await socket.send(json.dumps(lifecycle))
        try:
            yield client
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)


async def _by_hand(url: str) -> None:
    async with connected(url) as client:

        async def show() -> None:
            while True:
                said = await client.said.get()
                sys.stdout.write(f"[{said.action}] {said.text}\n")

        showing = asyncio.create_task(show())
        while line := await asyncio.to_thread(sys.stdin.readline):
            await client.send(line.strip().removeprefix("@"), group=GROUP, at=line.startswith("@"))
        showing.cancel()


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:8408/onebot/v11/ws"
    try:
        asyncio.run(_by_hand(address))
    except OSError as error:
        sys.exit(f"no bot at {address} ({error}): start one with `make run`, or give its address")
