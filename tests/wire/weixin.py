"""A fake of WeChat with one official account, written from the protocol: it calls the bot's address and serves the API that the bot calls.

By hand: `python -m tests.wire.weixin` prints the settings to start the bot with; then every line typed is a message, `#` in front is a
menu click, and what the bot says is printed.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import itertools
import json
import os
import secrets
import struct
import sys
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from xml.etree import ElementTree

import httpx
from aiohttp import web
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

APP_ID = "wx0123456789abcdef"
SECRET = "0123456789abcdef0123456789abcdef"
TOKEN = "fakeToken"
AES_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"
ACCOUNT = "gh_0123456789ab"
SETTINGS = {"WEIXIN_APP_ID": APP_ID, "WEIXIN_SECRET": SECRET, "WEIXIN_TOKEN": TOKEN}

SECONDS = 5.0
"""WeChat waits so long for a response, then delivers again."""

DELIVERIES = 3
WINDOW = 48 * 3600
MESSAGES_EACH = 5
LONGEST_TEXT = 2048
"""Bytes."""

Mode = Literal["plain", "compatible", "encrypted"]


@dataclass(frozen=True)
class Said:
    """Something the bot said to a person.

    Attributes:
        passive: it was the response to that person's own message.
        picture: what was uploaded.
        answers: the id of the event whose response it was.
    """

    person: str
    text: str = ""
    picture: bytes = b""
    passive: bool = False
    answers: str | None = None


class ApiError(Exception):
    """An `errcode` with its `errmsg`."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def sign(*parts: str) -> str:
    """SHA-1 over the sorted parts."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def encrypt(text: str, key: str = AES_KEY, app_id: str = APP_ID) -> str:
    """A message as WeChat encrypts it."""
    secret = base64.b64decode(key + "=")
    content = text.encode()
    plain = os.urandom(16) + struct.pack(">I", len(content)) + content + app_id.encode()
    pad = 32 - len(plain) % 32
    encryptor = Cipher(algorithms.AES(secret), modes.CBC(secret[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain + bytes([pad] * pad)) + encryptor.finalize()).decode()


def decrypt(text: str, key: str = AES_KEY, app_id: str = APP_ID) -> str:
    """What WeChat reads from an encrypted response."""
    secret = base64.b64decode(key + "=")
    decryptor = Cipher(algorithms.AES(secret), modes.CBC(secret[:16])).decryptor()
    plain = decryptor.update(base64.b64decode(text)) + decryptor.finalize()
    plain = plain[: -plain[-1]]
    (length,) = struct.unpack(">I", plain[16:20])
    assert plain[20 + length :].decode() == app_id
    return plain[20 : 20 + length].decode()


def document(fields: Mapping[str, str]) -> str:
    """A document as WeChat writes it."""
    root = ElementTree.Element("xml")
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = value
    return ElementTree.tostring(root, encoding="unicode")


@dataclass
class FakeWeixin:
    """The platform. Attributes may be changed while it runs.

    Attributes:
        bot_url: the bot's address for WeChat.
        rights: the account may use the customer-service API.
        deliveries: (event id, body of the response or None where none came in time), one a request.
        calls: the API's paths as they were called.
        busy: so many sends are answered with the error for too many calls.
        faults: what was wrong with responses; `close` raises the first.
    """

    bot_url: str = ""
    mode: Mode = "plain"
    rights: bool = True
    said: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    deliveries: list[tuple[str, str | None]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    refusal: tuple[int, str] | None = None
    limited_until: float = 0.0
    busy: int = 0
    access_token: str = ""
    expires_in: int = 7200
    refuses_tokens: bool = False
    refuses_address: bool = False
    api_url: str = ""
    faults: list[BaseException] = field(default_factory=list)
    _heard_from: dict[str, float] = field(default_factory=dict)
    _shown: dict[str, Said] = field(default_factory=dict)
    _left: dict[str, int] = field(default_factory=dict)
    _pictures: dict[str, bytes] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(time.time_ns()))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _client: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(timeout=30, trust_env=False))

    @property
    def settings(self) -> dict[str, str]:
        """What the bot is started with."""
        own = {**SETTINGS, "WEIXIN_API_URL": self.api_url}
        return own if self.mode == "plain" else {**own, "WEIXIN_AES_KEY": AES_KEY}

    async def message(self, person: str, kind: str = "text", event_id: str | None = None, **fields: str) -> str:
        """`person` sends a message; its id. It is delivered in the background, as often as WeChat does."""
        number = event_id or str(next(self._ids))
        self._deliver_later(number, {**self._head(person, kind), **fields, "MsgId": number})
        return number

    async def text(self, person: str, text: str, event_id: str | None = None) -> str:
        """`person` writes `text`."""
        return await self.message(person, event_id=event_id, Content=text)

    async def event(self, person: str, event: str, **fields: str) -> None:
        """Something happens: subscribe, unsubscribe, CLICK with its EventKey, ..."""
        if event == "unsubscribe":
            self._heard_from.pop(person, None)
        self._deliver_later(f"{event} of {person}", {**self._head(person, "event"), "Event": event, **fields})

    async def ask(self, person: str, text: str, seconds: float = 20) -> Said:
        """Write and wait for the response to that very message; what is said otherwise meanwhile is passed over."""
        number = await self.text(person, text)
        while True:
            said = await self.next(seconds)
            if said.answers == number:
                return said

    async def drained(self, seconds: float = 1) -> list[Said]:
        """Everything said until it has been quiet for a while."""
        said: list[Said] = []
        with contextlib.suppress(TimeoutError):
            while True:
                said.append(await self.next(seconds))
        return said

    async def next(self, seconds: float = 20) -> Said:
        """The next thing the bot says."""
        return await asyncio.wait_for(self.said.get(), seconds)

    async def is_silent(self, seconds: float = 0.6) -> bool:
        """True if the bot says nothing for a while."""
        with contextlib.suppress(TimeoutError):
            await self.next(seconds)
            return False
        return True

    async def settled(self) -> None:
        """Wait until every delivery has its response."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def open_window(self, person: str) -> None:
        """`person` has just written: for 48 hours they may be sent five messages."""
        self._heard_from[person], self._left[person] = time.time(), MESSAGES_EACH

    def pass_time(self, person: str, seconds: float) -> None:
        """Let a person's last message be older."""
        self._heard_from[person] -= seconds

    def revoke_token(self) -> None:
        """End the access token, as another program's forced refresh does."""
        self.access_token = f"token-{secrets.token_hex(8)}"

    async def verify(self, echo: str = "4201337", **query: str) -> httpx.Response:
        """Ask whether the address is the bot's, as at the time of its set-up."""
        return await self._client.get(self.bot_url, params={**self.query(), "echostr": echo, **query})

    async def post(self, body: bytes | str, query: Mapping[str, str] | None = None) -> httpx.Response:
        """Send a body as it is, signed unless `query` says otherwise."""
        content = body.encode() if isinstance(body, str) else body
        return await self._client.post(self.bot_url, params=self.query() if query is None else query, content=content)

    def query(self, at: float | None = None, nonce: str | None = None, token: str = TOKEN) -> dict[str, str]:
        """The signed parameters of a request."""
        timestamp = str(int(time.time() if at is None else at))
        nonce = nonce or str(secrets.randbelow(10**10))
        return {"signature": sign(token, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}

    def signed(self, fields: Mapping[str, str], token: str = TOKEN) -> tuple[dict[str, str], str]:
        """Parameters and body of a delivery in the account's mode."""
        query = {**self.query(token=token), "openid": fields["FromUserName"]}
        if self.mode == "plain":
            return query, document(fields)
        closed = encrypt(document(fields))
        query |= {"encrypt_type": "aes", "msg_signature": sign(token, query["timestamp"], query["nonce"], closed)}
        plain = fields if self.mode == "compatible" else {"ToUserName": fields["ToUserName"]}
        return query, document({**plain, "Encrypt": closed})

    def _head(self, person: str, kind: str) -> dict[str, str]:
        return {"ToUserName": ACCOUNT, "FromUserName": person, "CreateTime": str(int(time.time())), "MsgType": kind}

    def _deliver_later(self, number: str, fields: Mapping[str, str]) -> None:
        person = fields["FromUserName"]
        if fields.get("Event") != "unsubscribe":
            self.open_window(person)
        task = asyncio.create_task(self._deliver(number, fields))
        self._tasks.add(task)
        task.add_done_callback(self._delivered)

    def _delivered(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            self.faults.append(fault)

    async def _deliver(self, number: str, fields: Mapping[str, str]) -> None:
        for _ in range(DELIVERIES):
            began = time.monotonic()
            query, body = self.signed(fields)
            try:
                async with asyncio.timeout(SECONDS):
                    response = await self.post(body, query)
            except (TimeoutError, httpx.TransportError):
                self.deliveries.append((number, None))
                await asyncio.sleep(max(0.0, began + SECONDS - time.monotonic()))
                continue
            self.deliveries.append((number, response.text))
            if response.status_code == 200 and response.text not in ("", "success"):
                said = self.read(response.text, fields["FromUserName"], number)
                # A person sees one response to a message; another one to the same message would be a second answer.
                if self._shown.setdefault(number, said) is said:
                    await self.said.put(said)
                assert self._shown[number] == said
            return

    def read(self, body: str, person: str, number: str) -> Said:
        """A response as WeChat takes it; anything wrong with it fails the test."""
        root = ElementTree.fromstring(body)
        if self.mode != "plain":
            timestamp, nonce, closed = (root.findtext(name) or "" for name in ("TimeStamp", "Nonce", "Encrypt"))
            assert root.findtext("MsgSignature") == sign(TOKEN, timestamp, nonce, closed)
            root = ElementTree.fromstring(decrypt(closed))
        assert root.tag == "xml"
        assert (root.findtext("ToUserName"), root.findtext("FromUserName")) == (person, ACCOUNT)
        assert abs(int(root.findtext("CreateTime") or 0) - time.time()) < 600
        if root.findtext("MsgType") == "image":
            return Said(person, picture=self._pictures[root.findtext("Image/MediaId") or ""], passive=True, answers=number)
        assert root.findtext("MsgType") == "text"
        text = root.findtext("Content") or ""
        assert 0 < len(text.encode()) <= LONGEST_TEXT
        return Said(person, text, passive=True, answers=number)

    # The API.

    def application(self) -> web.Application:
        """The API's routes."""
        app = web.Application()
        app.router.add_post("/cgi-bin/stable_token", self._answering(self._stable_token))
        app.router.add_post("/cgi-bin/message/custom/send", self._answering(self._send))
        app.router.add_post("/cgi-bin/media/upload", self._answering(self._upload))
        return app

    def _answering(self, call: Any) -> Any:
        async def answer(request: web.Request) -> web.Response:
            self.calls.append(request.path)
            try:
                result = await call(request)
            except ApiError as error:
                result = {"errcode": error.code, "errmsg": f"{error} rid: 6543-{secrets.token_hex(4)}"}
            return web.json_response(result)

        return answer

    async def _stable_token(self, request: web.Request) -> dict[str, Any]:
        body = json.loads(await request.text())
        if body.get("grant_type") != "client_credential":
            raise ApiError(40002, "invalid grant_type")
        if self.refuses_address:
            raise ApiError(40164, "invalid ip 203.0.113.9, not in whitelist")
        if body.get("appid") != APP_ID:
            raise ApiError(40013, "invalid appid")
        if body.get("secret") != SECRET:
            raise ApiError(40125, "invalid appsecret")
        if not self.access_token or body.get("force_refresh"):
            self.revoke_token()
        return {"access_token": self.access_token, "expires_in": self.expires_in}

    def _check_token(self, request: web.Request) -> None:
        if self.refuses_tokens or request.query.get("access_token") != self.access_token:
            raise ApiError(40001, "invalid credential, access_token is invalid or not latest")

    async def _send(self, request: web.Request) -> dict[str, Any]:
        self._check_token(request)
        body = json.loads((await request.read()).decode())
        person = body["touser"]
        if not self.rights:
            raise ApiError(48001, "api unauthorized")
        if self.refusal is not None:
            (code, message), self.refusal = self.refusal, None
            raise ApiError(code, message)
        if self.busy > 0 or time.time() < self.limited_until:
            self.busy -= 1
            raise ApiError(45011, "api minute-quota reach limit, must slower retry next minute")
        if time.time() - self._heard_from.get(person, 0) > WINDOW:
            raise ApiError(45015, "response out of time limit or subscription is canceled")
        if self._left.get(person, 0) <= 0:
            raise ApiError(45047, "out of response count limit")
        said = self._message(person, body)
        self._left[person] -= 1
        await self.said.put(said)
        return {"errcode": 0, "errmsg": "ok"}

    def _message(self, person: str, body: Mapping[str, Any]) -> Said:
        if body["msgtype"] == "image":
            media_id = body["image"]["media_id"]
            if media_id not in self._pictures:
                raise ApiError(40007, "invalid media_id")
            return Said(person, picture=self._pictures[media_id])
        if body["msgtype"] != "text":
            raise ApiError(40008, "invalid message type")
        text = body["text"]["content"]
        if not text:
            raise ApiError(44004, "empty content")
        if len(text.encode()) > LONGEST_TEXT:
            raise ApiError(45002, "content size out of limit")
        return Said(person, text)

    async def _upload(self, request: web.Request) -> dict[str, Any]:
        self._check_token(request)
        if not self.rights:
            raise ApiError(48001, "api unauthorized")
        form = await request.post()
        media = form["media"]
        assert isinstance(media, web.FileField)
        content = media.file.read()
        if request.query.get("type") != "image" or not media.filename.endswith((".png", ".jpg")):
            raise ApiError(40005, "invalid file type")
        media_id = secrets.token_urlsafe(32)
        self._pictures[media_id] = content
        return {"type": "image", "media_id": media_id, "created_at": int(time.time())}

    async def close(self) -> None:
        """End what is under way."""
        under_way = list(self._tasks)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._client.aclose()
        if self.faults:
            raise self.faults[0]


@contextlib.asynccontextmanager
async def platform(mode: Mode = "plain", port: int = 0) -> AsyncIterator[FakeWeixin]:
    """A running platform; `bot_url` is to be set once the bot runs."""
    fake = FakeWeixin(mode=mode)
    runner = web.AppRunner(fake.application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    fake.api_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        await runner.cleanup()
        await fake.close()


async def _by_hand(url: str) -> None:
    async with platform("encrypted") as fake:
        fake.bot_url = url
        sys.stdout.write("\n".join(f"SHANGAN_{name}={value}" for name, value in fake.settings.items()) + "\n")

        async def show() -> None:
            while True:
                said = await fake.next(10**6)
                way = "response" if said.passive else "customer service"
                sys.stdout.write(f"[{way}] {said.text or f'a picture of {len(said.picture)} bytes'}\n")

        showing = asyncio.create_task(show())
        while line := await asyncio.to_thread(sys.stdin.readline):
            line = line.strip()
            if line.startswith("#"):
                await fake.event("oPerson1", "CLICK", EventKey=line[1:])
            else:
                await fake.text("oPerson1", line)
        showing.cancel()


if __name__ == "__main__":
    asyncio.run(_by_hand(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8408/weixin"))
