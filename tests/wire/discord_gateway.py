"""The gateway of the fake Discord: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, and what may go wrong, compressed as asked for."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp
from aiohttp import web

from tests.wire.discord_world import APPLICATION, BOT, Json, World, user

MESSAGE_CONTENT = 1 << 15
"""The intent without which the words of messages are withheld."""


class Compressor(Protocol):
    """One connection's compression context."""

    def __call__(self, data: bytes) -> bytes:
        """A whole frame, compressed."""
        ...


def zlib_stream() -> Compressor:
    """`compress=zlib-stream`: one zlib context, every frame ends with Z_SYNC_FLUSH."""
    context = zlib.compressobj()
    return lambda data: context.compress(data) + context.flush(zlib.Z_SYNC_FLUSH)


def zstd_stream() -> Compressor:
    """`compress=zstd-stream`: one Zstandard context, every frame ends with a flush."""
    import zstandard

    context = zstandard.ZstdCompressor().compressobj()
    return lambda data: context.compress(data) + context.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


@dataclass
class Session:
    """What outlives a connection: the sequence and everything sent, for RESUME."""

    id: str
    intents: int
    log: list[tuple[int, bytes]] = field(default_factory=list)


@dataclass
class Gateway:
    """One bot's gateway.

    Attributes:
        grants_content: the message-content intent is switched on for the application.
        identified, resumed: how often each happened.
        closes_with: the next connection is closed with this code after HELLO.
    """

    world: World
    token: str
    url: Callable[[], str]
    grants_content: bool = True
    heartbeat_seconds: float = 41.25
    closes_with: int | None = None
    identified: int = 0
    resumed: int = 0
    heartbeats: int = 0
    session: Session | None = None
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    _socket: web.WebSocketResponse | None = None
    _compress: Compressor | None = None
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse(compress=False, autoping=True)
        await socket.prepare(request)
        wanted = request.query.get("compress")
        compress = {"zlib-stream": zlib_stream, "zstd-stream": zstd_stream}[wanted]() if wanted else None
        hello = {"op": 10, "d": {"heartbeat_interval": int(self.heartbeat_seconds * 1000)}, "s": None, "t": None}
        await _send(socket, compress, _json(hello))
        if self.closes_with is not None:
            code, self.closes_with = self.closes_with, None
            await socket.close(code=code)
            return socket
        try:
            async for message in socket:
                if message.type is not aiohttp.WSMsgType.TEXT:
                    break
                if not await self._take(socket, compress, json.loads(message.data)):
                    break
        finally:
            if self._socket is socket:
                self._socket = None
                self.connected.clear()
        return socket

    async def _take(self, socket: web.WebSocketResponse, compress: Compressor | None, frame: Json) -> bool:
        data = frame["d"]
        if frame["op"] == 1:
            self.heartbeats += 1
            await _send(socket, compress, _json({"op": 11, "d": None, "s": None, "t": None}))
        elif frame["op"] == 2:
            if data["token"] != self.token:
                await socket.close(code=4004, message=b"Authentication failed.")
                return False
            if data["intents"] & MESSAGE_CONTENT and not self.grants_content:
                await socket.close(code=4014, message=b"Disallowed intent(s).")
                return False
            self.identified += 1
            self.session = Session(f"session{next(self._numbers)}", data["intents"])
            self._socket, self._compress = socket, compress
            await self.dispatch("READY", self._ready(self.session))
            for guild in self.world.guilds:
                await self.dispatch("GUILD_CREATE", guild.payload())
            self.connected.set()
        elif frame["op"] == 6:
            session = self.session
            if session is None or data["session_id"] != session.id or data["token"] != self.token:
                await _send(socket, compress, _json({"op": 9, "d": False, "s": None, "t": None}))
                return True
            self.resumed += 1
            self._socket, self._compress = socket, compress
            for number, sent in list(session.log):
                if number > data["seq"]:
                    await _send(socket, compress, sent)
            await self.dispatch("RESUMED", {})
            self.connected.set()
        return True

    def _ready(self, session: Session) -> Json:
        return {
            "v": 10,
            "user": user(BOT),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in self.world.guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url(),
            "application": {"id": APPLICATION, "flags": 1 << 19 if self.grants_content else 0},
        }

    async def dispatch(self, name: str, data: Any) -> None:
        """Send an event, or keep it for RESUME while the bot is away."""
        session = self.session
        if session is None:
            return
        number = len(session.log) + 1
        frame = _json({"op": 0, "t": name, "s": number, "d": data})
        session.log.append((number, frame))
        await self.send(frame)

    async def replay(self, count: int = 1) -> None:
        """Send the last events once more, with their old numbers."""
        assert self.session is not None
        for _, frame in self.session.log[-count:]:
            await self.send(frame)

    async def send(self, frame: bytes) -> None:
        """Send a frame as it is, through the connection's compression."""
        if self._socket is not None and not self._socket.closed:
            with contextlib.suppress(ConnectionError):
                await _send(self._socket, self._compress, frame)

    async def send_uncompressed(self, frame: bytes, text: bool = False) -> None:
        """Send bytes past the compression: a text frame, or a binary one that breaks the stream."""
        assert self._socket is not None
        if text:
            await self._socket.send_str(frame.decode("utf-8", "replace"))
        else:
            await self._socket.send_bytes(frame)

    async def drop(self, code: int = 4000) -> None:
        """Close the connection; the bot may RESUME."""
        if self._socket is not None:
            self.connected.clear()
            await self._socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Op 7, after which a client closes and resumes."""
        self.connected.clear()
        await self.send(_json({"op": 7, "d": None, "s": None, "t": None}))

    async def invalidate(self) -> None:
        """Op 9 without resumption: the client must identify anew."""
        self.connected.clear()
        self.session = None
        await self.send(_json({"op": 9, "d": False, "s": None, "t": None}))

    def may_read(self, message: Json, direct: bool) -> bool:
        """True if the words of a message are the bot's to read."""
        if direct or self.session is None or self.session.intents & MESSAGE_CONTENT:
            return True
        return any(mentioned["id"] == BOT for mentioned in message["mentions"])


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


async def _send(socket: web.WebSocketResponse, compress: Compressor | None, frame: bytes) -> None:
    if compress is None:
        await socket.send_str(frame.decode())
    else:
        await socket.send_bytes(compress(frame))
