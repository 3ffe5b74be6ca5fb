"""A fake of WeCom's AI-bot service: the long connection over TLS and the place pictures and files are fetched from, written from the protocol.

It keeps the rules that bots stumble over: one connection a bot (the newer one throws the older one out), which answer each callback takes,
20,480 bytes a text, six buttons a card, a `task_id` only once, uploads in chunks with their md5, 30 messages a minute in a conversation.

By hand: `python -m tests.wire.wecom` prints the settings to start the bot with; type lines, `@` in front says them in a group.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import itertools
import json
import re
import secrets
import socket
import ssl
import sys
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

import trustme
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

BOT_ID, SECRET, NAME = "aibFAKE-0001", "a secret of the fake", "上岸"
LONGEST_TEXT = 20_480
SAID = ("stream", "markdown", "image", "file", "template_card", "text")


class RuleBrokenError(Exception):
    """The bot did what the protocol does not allow."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass
class Said:
    """Something people see: a bubble at its end, a pushed text, a picture, a file, a card by itself.

    Attributes:
        answers: the msgid it answers; None: it was pushed.
        revisions: what the bubble held before.
        card: the card that came with it.
    """

    kind: str
    chat: str
    text: str = ""
    answers: str | None = None
    revisions: list[str] = field(default_factory=list)
    card: dict[str, Any] | None = None
    content: bytes = b""
    number: int = 0


@dataclass
class _Callback:
    kind: str
    chat: str
    msgid: str
    at: float
    task_id: str = ""
    answered: bool = False


def _listening() -> socket.socket:
    # Who comes before the service is open waits instead of being turned away.
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


@dataclass
class FakeWeCom:
    """The service with one bot. `said` is what people see, in its order; `frames` is everything the bot sent."""

    bot_id: str = BOT_ID
    secret: str = SECRET
    authority: trustme.CA = field(default_factory=trustme.CA)
    enforces_pace: bool = True
    said: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    frames: list[dict[str, Any]] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    refusals: deque[tuple[int, str]] = field(default_factory=deque)
    silent: bool = False
    deaf_to_pings: bool = False
    subscriptions: int = 0
    listener: socket.socket = field(default_factory=_listening)
    connection: ServerConnection | None = None
    known_chats: set[str] = field(default_factory=set)
    _here: asyncio.Event = field(default_factory=asyncio.Event)
    _callbacks: dict[str, _Callback] = field(default_factory=dict)
    _streams: dict[str, Said] = field(default_factory=dict)
    _finished: set[str] = field(default_factory=set)
    _tasks_used: set[str] = field(default_factory=set)
    _uploads: dict[str, dict[str, Any]] = field(default_factory=dict)
    _media: dict[str, bytes] = field(default_factory=dict)
    _links: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    _last: dict[str, Said] = field(default_factory=dict)
    _turns: dict[str, deque[float]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def url(self) -> str:
        """Of the long connection."""
        return f"wss://127.0.0.1:{self.listener.getsockname()[1]}"

    # What people do

    async def present(self, seconds: float = 30) -> None:
        """Wait until the bot is connected and let in."""
        await asyncio.wait_for(self._here.wait(), seconds)

    async def say(
        self,
        text: str,
        person: str = "zhangsan",
        group: str | None = None,
        *,
        msgid: str | None = None,
        image: bytes | None = None,
        file: tuple[str, bytes] | None = None,
        voice: bool = False,
        quote: str | None = None,
        mention: bool = True,
    ) -> str:
        """A message; its id. In a group only what mentions the bot reaches it."""
        msgid = msgid or f"msg{next(self._numbers)}"
        if group is not None and not mention:
            return msgid
        words = f"@{NAME} {text}" if group is not None else text
        part: dict[str, Any]
        if file is not None:
            part = {"msgtype": "file", "file": self._link(file[1], file[0])}
        elif image is not None and not text:
            part = {"msgtype": "image", "image": self._link(image, "")}
        elif image is not None:
            items = [{"msgtype": "text", "text": {"content": words}}, {"msgtype": "image", "image": self._link(image, "")}]
            part = {"msgtype": "mixed", "mixed": {"msg_item": items}}
        elif voice:
            part = {"msgtype": "voice", "voice": {"content": words}}
        else:
            part = {"msgtype": "text", "text": {"content": words}}
        if quote is not None:
            part["quote"] = {"msgtype": "text", "text": {"content": quote}}
        await self.call_back("aibot_msg_callback", "message", person, group, msgid, part)
        return msgid

    async def press(self, said: Said, label: str, person: str = "zhangsan", msgid: str | None = None) -> str:
        """Press a button of the card that came with `said`."""
        assert said.card is not None
        key = next(button["key"] for button in said.card["button_list"] if button["text"] == label)
        return await self.press_key(said.chat, said.card["task_id"], key, person, msgid)

    async def press_key(self, chat: str, task_id: str, key: str, person: str, msgid: str | None = None) -> str:
        """Press the button with that key."""
        msgid = msgid or f"event{next(self._numbers)}"
        pressed = {"card_type": "button_interaction", "event_key": key, "task_id": task_id}
        event = {"msgtype": "event", "create_time": int(time.time()), "event": {"eventtype": "template_card_event"}}
        event["event"]["template_card_event"] = pressed  # type: ignore[index]
        group = None if chat == person else chat
        await self.call_back("aibot_event_callback", "card", person, group, msgid, event, task_id=task_id)
        return msgid

    async def enter(self, person: str = "zhangsan", msgid: str | None = None) -> str:
        """Open the private chat for the first time today."""
        msgid = msgid or f"event{next(self._numbers)}"
        body = {"msgtype": "event", "event": {"eventtype": "enter_chat"}}
        await self.call_back("aibot_event_callback", "enter_chat", person, None, msgid, body)
        return msgid

    async def call_back(
        self, command: str, kind: str, person: str, group: str | None, msgid: str, part: dict[str, Any], task_id: str = ""
    ) -> str:
        """Deliver a callback; its req_id."""
        req_id = secrets.token_hex(8)
        chat = group if group is not None else person
        if kind != "enter_chat":
            self.known_chats.add(chat)
        self._callbacks[req_id] = _Callback(kind, chat, msgid, time.monotonic(), task_id)
        where = {"chattype": "single"} if group is None else {"chattype": "group", "chatid": group}
        body = {"msgid": msgid, "aibotid": self.bot_id, **where, "from": {"userid": person}, **part}
        await self.send({"cmd": command, "headers": {"req_id": req_id}, "body": body})
        return req_id

    async def send(self, frame: Any) -> None:
        """Send a frame to the bot."""
        await self.send_raw(json.dumps(frame))

    async def send_raw(self, frame: str | bytes) -> None:
        """Send anything to the bot."""
        assert self.connection is not None, "no bot is connected"
        await self.connection.send(frame)

    async def hostile(self, frames: Iterable[bytes]) -> None:
        """Raw frames, every other one as text."""
        for number, frame in enumerate(frames):
            await self.send_raw(frame.decode(errors="replace") if number % 2 else frame)

    async def next(self, seconds: float = 20) -> Said:
        """The next thing people see."""
        return await asyncio.wait_for(self.said.get(), seconds)

    async def ask(self, text: str, person: str = "zhangsan", group: str | None = None, seconds: float = 20, **how: Any) -> Said:
        """Say something and wait for what is seen there next."""
        await self.say(text, person, group, **how)
        return await self.hear(group if group is not None else person, seconds)

    async def hear(self, chat: str, seconds: float = 20) -> Said:
        """The next thing seen in `chat`; what is seen elsewhere meanwhile is passed over."""
        while True:
            said = await self.next(seconds)
            if said.chat == chat:
                return said

    def refuse_next(self, code: int, words: str) -> None:
        """Refuse the next message with this error."""
        self.refusals.append((code, words))

    async def drop(self) -> None:
        """Cut the connection without a word; return once the bot is back."""
        assert self.connection is not None
        self._here.clear()
        self.connection.transport.abort()
        await self.present(60)

    def write_authority(self, folder: Path) -> Path:
        """The PEM file that the bot must trust."""
        path = folder / "authority.pem"
        self.authority.cert_pem.write_to_path(str(path))
        return path

    def _link(self, content: bytes, name: str, key: bytes | None = None) -> dict[str, str]:
        key = key or secrets.token_bytes(32)
        padding = 32 - len(content) % 32
        encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
        encrypted = encryptor.update(content + bytes([padding]) * padding) + encryptor.finalize()
        path = f"/media/{secrets.token_hex(8)}"
        self._links[path] = (encrypted, name)
        return {"url": self.url.replace("wss://", "https://") + path, "aeskey": base64.b64encode(key).decode().rstrip("=")}

    # What the service does

    def fetch(self, _: ServerConnection, request: Request) -> Response | None:
        """Serve what was sent, encrypted; anything else becomes a websocket."""
        if not request.path.startswith("/media/"):
            return None
        if request.path not in self._links:
            return Response(404, "Not Found", Headers(), b"")
        content, name = self._links[request.path]
        headers = Headers({"Content-Length": str(len(content)), "Connection": "close"})
        if name:
            quoted = "".join(f"%{byte:02X}" for byte in name.encode())
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted}"
        return Response(HTTPStatus.OK, "OK", headers, content)

    async def serve_bot(self, websocket: ServerConnection) -> None:
        """Take one connection of a bot until it ends."""
        with contextlib.suppress(ConnectionClosed):
            async for raw in websocket:
                frame = json.loads(raw)
                self.frames.append(frame)
                await self._answer(websocket, frame)
        if self.connection is websocket:
            self.connection = None
            self._here.clear()

    async def _answer(self, websocket: ServerConnection, frame: dict[str, Any]) -> None:
        command, req_id, body = frame["cmd"], frame["headers"]["req_id"], frame.get("body", {})
        answer: dict[str, Any] = {"headers": {"req_id": req_id}, "errcode": 0, "errmsg": "ok"}
        if command == "ping" and self.deaf_to_pings:
            return
        if command == "aibot_subscribe":
            self.subscriptions += 1
            if self.refusals:
                answer["errcode"], answer["errmsg"] = self.refusals.popleft()
            elif (body.get("bot_id"), body.get("secret")) != (self.bot_id, self.secret):
                answer |= {"errcode": 853000, "errmsg": "invalid bot_id or secret"}
            await websocket.send(json.dumps(answer))
            if answer["errcode"] == 0:
                await self._take_over(websocket)
            return
        if command != "ping" and websocket is not self.connection:
            answer |= {"errcode": 846601, "errmsg": "not subscribed"}
        elif command != "ping":
            try:
                answer |= await self._obey(command, req_id, body)
            except RuleBrokenError as broken:
                self.broken.append(f"{command}: {broken}")
                answer |= {"errcode": broken.code, "errmsg": str(broken)}
        if not self.silent:
            await websocket.send(json.dumps(answer))

    async def _take_over(self, websocket: ServerConnection) -> None:
        old, self.connection = self.connection, websocket
        if old is not None:
            body = {"msgid": secrets.token_hex(4), "aibotid": self.bot_id, "chattype": "single", "from": {"userid": ""}, "msgtype": "event"}
            frame = {
                "cmd": "aibot_event_callback",
                "headers": {"req_id": "x"},
                "body": {**body, "event": {"eventtype": "disconnected_event"}},
            }
            with contextlib.suppress(ConnectionClosed):
                await old.send(json.dumps(frame))
        self._here.set()

    async def _obey(self, command: str, req_id: str, body: dict[str, Any]) -> dict[str, Any]:
        if command.startswith("aibot_upload_media_"):
            return {"body": self._upload(command.rpartition("_")[2], body)}
        if self.refusals:
            code, words = self.refusals.popleft()
            raise RuleBrokenError(code, words)
        if command == "aibot_send_msg":
            self._push(body)
            return {}
        wanted = {"aibot_respond_msg": "message", "aibot_respond_welcome_msg": "enter_chat", "aibot_respond_update_msg": "card"}
        callback = self._callbacks.get(req_id)
        if callback is None or callback.kind != wanted.get(command):
            raise RuleBrokenError(846605, "invalid req_id")
        if callback.kind == "message":
            self._respond(callback, body)
            return {}
        if callback.answered or time.monotonic() - callback.at > 5:
            raise RuleBrokenError(846605, "invalid req_id, response timeout")
        callback.answered = True
        if callback.kind == "enter_chat":
            self._see(Said("text", callback.chat, body["text"]["content"], callback.msgid))
        else:
            self._check_card(body["template_card"], callback.task_id)
            self.updates.append(body)
        return {}

    def _respond(self, callback: _Callback, body: dict[str, Any]) -> None:
        if body["msgtype"] != "stream":
            self._show_media(callback.chat, body, callback.msgid)
            return
        stream = body["stream"]
        if "msg_item" in stream:
            raise RuleBrokenError(40008, "msg_item is not supported over a long connection")
        content = _checked(stream["content"])
        if stream["id"] in self._finished:
            raise RuleBrokenError(846608, "stream message update expired")
        said = self._streams.get(stream["id"])
        if said is None:
            self._count(callback.chat)
            said = self._streams[stream["id"]] = Said("stream", callback.chat, answers=callback.msgid)
        elif said.chat != callback.chat:
            raise RuleBrokenError(846605, "invalid stream id")
        said.text = content
        if stream["finish"]:
            self._finished.add(stream["id"])
            self._see(self._streams.pop(stream["id"]))
        else:
            said.revisions.append(content)

    def _push(self, body: dict[str, Any]) -> None:
        chat = body["chatid"]
        if chat not in self.known_chats:
            raise RuleBrokenError(93006, f"invalid chatid: nobody in {chat} has talked to this bot")
        if body["msgtype"] == "markdown":
            content = _checked(body["markdown"]["content"])
            self._count(chat)
            self._see(Said("markdown", chat, content))
        elif body["msgtype"] == "template_card":
            card = body["template_card"]
            if card["task_id"] in self._tasks_used:
                raise RuleBrokenError(42014, "duplicate task_id")
            self._check_card(card, card["task_id"])
            self._count(chat)
            self._tasks_used.add(card["task_id"])
            growing = [said for said in self._streams.values() if said.chat == chat and said.card is None]
            above = self._last.get(chat)
            if growing:
                growing[-1].card = card
            elif above is not None and above.kind == "markdown" and above.card is None:
                above.card = card  # people see both as one
            else:
                self._see(Said("template_card", chat, card["main_title"]["title"], card=card))
        else:
            self._show_media(chat, body, None)

    def _show_media(self, chat: str, body: dict[str, Any], answers: str | None) -> None:
        kind = body["msgtype"]
        if kind not in ("image", "file") or body[kind].get("media_id") not in self._media:
            raise RuleBrokenError(40007, "invalid media_id")
        self._count(chat)
        self._see(Said(kind, chat, answers=answers, content=self._media[body[kind]["media_id"]]))

    def _check_card(self, card: dict[str, Any], task_id: str) -> None:
        buttons = card.get("button_list") or []
        if card.get("card_type") != "button_interaction" or not card.get("main_title", {}).get("title"):
            raise RuleBrokenError(42045, "invalid template card")
        if not 1 <= len(buttons) <= 6 or len({button["key"] for button in buttons}) != len(buttons):
            raise RuleBrokenError(42045, "invalid button_list")
        if any(not button.get("text") or not 0 < len(button["key"].encode()) <= 1024 for button in buttons):
            raise RuleBrokenError(42045, "invalid button")
        if card.get("task_id") != task_id or not re.fullmatch(r"[\w@-]{1,128}", task_id, re.ASCII):
            raise RuleBrokenError(42014, "invalid task_id")

    def _upload(self, step: str, body: dict[str, Any]) -> dict[str, Any]:
        if step == "init":
            upload_id = secrets.token_hex(8)
            self._uploads[upload_id] = {**body, "chunks": {}}
            return {"upload_id": upload_id}
        begun = self._uploads.get(body.get("upload_id", ""))
        if begun is None:
            raise RuleBrokenError(40009, "invalid upload_id")
        if step == "chunk":
            content = base64.b64decode(body["base64_data"], validate=True)
            if not 0 < len(content) <= 512 * 1024 or not 0 <= body["chunk_index"] < begun["total_chunks"] <= 100:
                raise RuleBrokenError(40009, "invalid chunk")
            begun["chunks"][body["chunk_index"]] = content
            return {}
        whole = b"".join(begun["chunks"][number] for number in sorted(begun["chunks"]))
        if len(whole) != begun["total_size"] or len(whole) < 5 or hashlib.md5(whole).hexdigest() != begun["md5"]:
            raise RuleBrokenError(40009, "invalid media size or md5")
        media_id = secrets.token_hex(8)
        self._media[media_id] = whole
        return {"type": begun["type"], "media_id": media_id, "created_at": int(time.time())}

    def _count(self, chat: str) -> None:
        turns = self._turns.setdefault(chat, deque(maxlen=30))
        now = time.monotonic()
        if self.enforces_pace and len(turns) == 30 and now - turns[0] < 59:
            raise RuleBrokenError(846607, "aibot msg freq out of limit")
        turns.append(now)

    def _see(self, said: Said) -> None:
        said.number = next(self._numbers)
        self._last[said.chat] = said
        self.said.put_nowait(said)


def _checked(content: str) -> str:
    if not content or len(content.encode()) > LONGEST_TEXT:
        raise RuleBrokenError(40058, "invalid content size")
    return content


@contextlib.asynccontextmanager
async def running(folder: Path, fake: FakeWeCom | None = None) -> AsyncIterator[tuple[FakeWeCom, Path]]:
    """The service at its address, and the PEM file of the authority that its certificate comes from."""
    fake = fake or FakeWeCom()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    fake.authority.issue_cert("127.0.0.1").configure_cert(context)
    path = fake.write_authority(folder)
    async with serve(
        fake.serve_bot, sock=fake.listener, ssl=context, max_size=None, process_request=fake.fetch, ping_interval=None, open_timeout=60
    ):
        yield fake, path


def settings(fake: FakeWeCom, authority: Path) -> dict[str, str]:
    """What the bot is started with (environment names without the prefix)."""
    return {"WECOM_BOT_ID": fake.bot_id, "WECOM_SECRET": fake.secret, "WECOM_URL": fake.url, "WECOM_CA": str(authority)}


async def _by_hand() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder)) as (fake, authority):
            for name, value in settings(fake, authority).items():
                sys.stdout.write(f'export SHANGAN_{name}="{value}"\n')
            sys.stdout.flush()
            await fake.present(3600)

            async def show() -> None:
                while True:
                    said = await fake.said.get()
                    buttons = [button["text"] for button in said.card["button_list"]] if said.card else []
                    sys.stdout.write(f"[{said.kind} in {said.chat}] {said.text} {buttons or ''}\n")
                    sys.stdout.flush()

            showing = asyncio.create_task(show())
            while line := await asyncio.to_thread(sys.stdin.readline):
                await fake.say(line.strip().removeprefix("@"), group="wr-group" if line.startswith("@") else None)
            showing.cancel()


if __name__ == "__main__":
    asyncio.run(_by_hand())
