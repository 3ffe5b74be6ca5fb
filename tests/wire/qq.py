"""A fake of the QQ open platform (official bots), written from its documentation: tokens, gateway, webhook, messages, files, interactions.

It keeps the platform's rules: five replies to a message, within five minutes in a group and an hour in private; a `msg_seq` once
per message; no links; Markdown and keyboards where granted; pushes where allowed.
By hand: `python -m tests.wire.qq` prints what to start the bot with; then type lines, `@` in front speaks in a group.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import io
import itertools
import json
import re
import socket
import sys
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from aiohttp import ClientSession, WSCloseCode, web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

APP_ID, SECRET = "102000001", "naOC0ocQE3shWLAfffVLB1rhYPG7"
SHANGHAI = timezone(timedelta(hours=8))
WINDOW_SECONDS = {"group": 300, "c2c": 3600, "channel": 300, "dms": 300}
MOST_REPLIES = 5
_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|cn|net|org|md)\b", re.IGNORECASE)


def openid(number: str | int, kind: str = "U") -> str:
    """A person's or group's id as the platform hides it: 32 hexadecimal digits."""
    return f"{'ABCDEF'['UGM'.index(kind)]}{int(number):031X}"


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def number_of(hidden: str) -> str:
    """Back from `openid`."""
    return str(int(hidden[1:], 16))


@dataclass
class Said:
    """A message that the platform took from the bot.

    Attributes:
        where: `group`, `c2c`, `channel` or `dms`.
        id: the conversation's id.
        name: how a reply to it names it.
    """

    where: str
    id: str
    body: dict[str, Any]
    name: str
    image: bytes | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return str((self.body.get("markdown") or {}).get("content") or self.body.get("content") or "").strip()

    @property
    def buttons(self) -> dict[str, str]:
        """Label and data of each button."""
        rows = ((self.body.get("keyboard") or {}).get("content") or {}).get("rows") or []
        return {button["render_data"]["label"]: button["action"]["data"] for row in rows for button in row["buttons"]}

    @property
    def answers(self) -> str | None:
        """The message or event it answers; None: a push."""
        return self.body.get("msg_id") or self.body.get("event_id")


@dataclass
class Refusal:
    """An answer of the platform other than success."""

    code: int
    message: str
    status: int = 400
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class FakePlatform:
    """The platform, one bot on it, and people.

    Attributes:
        said: what was taken, in order.
        calls: every API call: method, path, body.
        refusals: answers to the next sends, first in first out.
        push, markdown, keyboard: what this bot was granted.
        silent: calls are not answered; `deaf`: heartbeats are not.
        intents: what it may subscribe to; None: everything.
        webhook_url: where events go; None: over the gateway.
    """

    port: int = 0
    said: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    push: bool = True
    markdown: bool = True
    keyboard: bool = True
    upload: bool = True
    silent: bool = False
    deaf: bool = False
    token_refused: bool = False
    intents: int | None = None
    webhook_url: str | None = None
    identified: list[dict[str, Any]] = field(default_factory=list)
    resumed: list[dict[str, Any]] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    heartbeats: int = 0
    heartbeat_ms: int = 20_000
    forget_session: bool = False
    online: asyncio.Event = field(default_factory=asyncio.Event)
    files: dict[str, bytes] = field(default_factory=dict)
    _socket: web.WebSocketResponse | None = None
    _session: str = ""
    _sent: list[dict[str, Any]] = field(default_factory=list)
    _tokens: set[str] = field(default_factory=set)
    _media: dict[str, bytes] = field(default_factory=dict)
    _events: dict[str, tuple[str, float]] = field(default_factory=dict)
    _sequences: dict[str, list[int]] = field(default_factory=dict)
    _taken: dict[str, list[int]] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=lambda: itertools.count(time.time_ns() // 1000))
    _runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Of its API."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """What the bot is started with (names without the prefix)."""
        return {
            "QQ_APP_ID": APP_ID,
            "QQ_SECRET": SECRET,
            "QQ_API_BASE": self.url,
            "QQ_AUTH_BASE": f"{self.url}/app/getAppAccessToken",
        }

    def sequences(self, event: str) -> list[int]:
        """Every `msg_seq` that came with replies to `event`, refused ones included."""
        return self._sequences.get(event, [])

    async def start(self) -> None:
        """Listen on loopback."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_post("/app/getAppAccessToken", self._token)
        app.router.add_get("/gateway/bot", self._authorised(self._gateway_url))
        app.router.add_get("/users/@me", self._authorised(self._me))
        app.router.add_get("/websocket", self._gateway)
        app.router.add_get("/file/{name}", self._file)
        app.router.add_put("/interactions/{id}", self._authorised(self._interaction))
        for path, where in (("v2/groups", "group"), ("v2/users", "c2c"), ("channels", "channel"), ("dms", "dms")):
            app.router.add_post(f"/{path}/{{id}}/messages", self._authorised(self._message_to(where)))
        app.router.add_post("/v2/groups/{id}/files", self._authorised(self._upload))
        app.router.add_post("/v2/users/{id}/files", self._authorised(self._upload))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]

    async def stop(self) -> None:
        """Stop listening."""
        if self._socket is not None:
            await self._socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    # What people do

    async def say(
        self,
        text: str,
        person: str | int = 1,
        group: str | int | None = None,
        *,
        mention: bool = True,
        reply_to: str | None = None,
        event_id: str | None = None,
        image: bytes | None = None,
        file: tuple[str, bytes] | None = None,
        age: float = 0,
        role: str = "member",
    ) -> str:
        """Somebody says something in private or in a group; the message's id."""
        event_id = event_id or f"ROBOT1.0_{next(self._ids)}"
        data: dict[str, Any] = {"id": event_id, "content": text, "timestamp": self._stamp(age)}
        if reply_to is not None:
            data |= {"message_type": 103, "message_scene": {"source": "default", "ext": [f"ref_msg_idx={reply_to}"]}}
        if image is not None:
            data["attachments"] = [self._attachment("image/png", "图.png", image)]
        if file is not None:
            data["attachments"] = [self._attachment("file", *file)]
        if group is None:
            data["author"] = {"id": openid(person), "user_openid": openid(person), "union_openid": openid(person)}
            kind, where = "C2C_MESSAGE_CREATE", "c2c"
        else:
            member = openid(person, "M")
            data |= {"group_id": openid(group, "G"), "group_openid": openid(group, "G")}
            data["author"] = {"id": member, "member_openid": member, "member_role": role, "bot": False, "username": f"同学{person}"}
            data["content"] = f" {text}" if mention else text
            kind, where = "GROUP_AT_MESSAGE_CREATE" if mention else "GROUP_MESSAGE_CREATE", "group"
        self._events.setdefault(event_id, (where, time.time() - age))
        await self.deliver(kind, data)
        return event_id

    async def say_in_channel(
        self, text: str, person: str | int = 1, channel: str | None = "8800", *, roles: tuple[str, ...] = ("11",)
    ) -> str:
        """Somebody mentions the bot in a guild's channel, or (without `channel`) writes to it in the guild's private messages."""
        event_id = f"08{next(self._ids):x}"
        data = {
            "id": event_id,
            "guild_id": "7700" if channel else f"66{person}",
            "channel_id": channel or "6600",
            "content": f"<@!9900> {text}" if channel else text,
            "timestamp": self._stamp(0),
            "author": {"id": str(person), "username": f"同学{person}", "bot": False},
            "member": {"joined_at": self._stamp(99), "nick": f"同学{person}", "roles": list(roles)},
            "mentions": [{"id": "9900", "username": "上岸", "bot": True}],
        }
        self._events[event_id] = ("channel" if channel else "dms", time.time())
        await self.deliver("AT_MESSAGE_CREATE" if channel else "DIRECT_MESSAGE_CREATE", data)
        return event_id

    async def press(self, said: Said, label: str, person: str | int = 1) -> str:
        """Somebody presses a button; the interaction's id."""
        interaction, event_id = str(uuid.uuid4()), f"INTERACTION_CREATE:{uuid.uuid4()}"
        data: dict[str, Any] = {
            "id": interaction,
            "type": 11,
            "version": 1,
            "timestamp": self._stamp(0),
            "application_id": APP_ID,
            "chat_type": {"channel": 0, "group": 1, "c2c": 2}[said.where],
            "scene": said.where,
            "data": {"type": 11, "resolved": {"button_id": "1", "button_data": said.buttons[label]}},
        }
        if said.where == "group":
            data |= {"group_openid": said.id, "group_member_openid": openid(person, "M")}
        else:
            data |= {"user_openid": openid(person)}
        self._events[event_id] = (said.where, time.time())
        await self.deliver("INTERACTION_CREATE", data, event_id)
        return interaction

    async def deliver(self, kind: str, data: dict[str, Any], event_id: str | None = None, sequence: int | None = None) -> None:
        """An event over the gateway; kept for a resuming bot if it is away."""
        payload = {
            "op": 0,
            "s": len(self._sent) + 2 if sequence is None else sequence,
            "t": kind,
            "id": event_id or f"{kind}:{data.get('id')}",
            "d": data,
        }
        if self.webhook_url is not None:
            status, _ = await self.post_signed(self.webhook_url, json.dumps(payload).encode())
            assert status == 200, status
            return
        self._sent.append(payload)
        if self._socket is not None and not self._socket.closed:
            await self._socket.send_json(payload)

    async def webhook(
        self, url: str, kind: str, data: dict[str, Any], *, secret: str = SECRET, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        """An event over HTTP, signed; status and body that came back."""
        return await self.post_signed(
            url, json.dumps({"op": 0, "s": 1, "t": kind, "id": f"{kind}:{data.get('id')}", "d": data}).encode(), secret, headers
        )

    async def post_signed(self, url: str, body: bytes, secret: str = SECRET, headers: dict[str, str] | None = None) -> tuple[int, str]:
        """Any body over HTTP, signed with `secret`."""
        stamp = str(int(time.time()))
        sent = {
            "X-Bot-Appid": APP_ID,
            "X-Signature-Timestamp": stamp,
            "X-Signature-Ed25519": signing_key(secret).sign(stamp.encode() + body).hex(),
            "Content-Type": "application/json",
            **(headers or {}),
        }
        async with ClientSession() as session, session.post(url, data=io.BytesIO(body), headers=sent) as answer:
            return answer.status, await answer.text()

    async def raw(self, frame: str | bytes) -> None:
        """A frame as it is over the gateway."""
        assert self._socket is not None
        await (self._socket.send_str(frame) if isinstance(frame, str) else self._socket.send_bytes(frame))

    async def drop(self, code: int = WSCloseCode.ABNORMAL_CLOSURE, seconds: float = 20) -> None:
        """Cut the connection and wait until the bot is back."""
        self.online.clear()
        assert self._socket is not None
        if code == WSCloseCode.ABNORMAL_CLOSURE:
            assert self._socket._req is not None and self._socket._req.transport is not None
            self._socket._req.transport.abort()
        else:
            await self._socket.close(code=code)
        await asyncio.wait_for(self.online.wait(), seconds)

    async def ask_to_reconnect(self, seconds: float = 20) -> None:
        """Operation 7: the bot is to come back, and does."""
        self.online.clear()
        await self.raw(json.dumps({"op": 7}))
        await asyncio.wait_for(self.online.wait(), seconds)

    async def next(self, seconds: float = 10) -> Said:
        """The next thing the bot says."""
        return await asyncio.wait_for(self.said.get(), seconds)

    async def ask(self, text: str, person: str | int = 1, group: str | int | None = None, **how: Any) -> Said:
        """Say something and hear the answer; what is said to others meanwhile is passed over."""
        event = await self.say(text, person, group, **how)
        while (said := await self.next()).answers != event:
            pass
        return said

    async def until(self, words: str, seconds: float = 10) -> Said:
        """The next thing the bot says that has these words in it."""
        async with asyncio.timeout(seconds):
            while words not in (said := await self.said.get()).text:
                pass
            return said

    async def is_silent(self, seconds: float = 0.6, group: str | int | None = None) -> bool:
        """True if the bot says nothing for a while; with a group, nothing there: what an earlier test made it say elsewhere may come late."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    said = await self.said.get()
                    if group is None or said.id == openid(group, "G"):
                        return False
        return True

    # What the platform does

    def _stamp(self, age: float) -> str:
        return datetime.fromtimestamp(time.time() - age, SHANGHAI).isoformat(timespec="seconds")

    def _attachment(self, content_type: str, name: str, content: bytes) -> dict[str, Any]:
        key = f"{next(self._ids)}"
        self.files[key] = content
        return {"content_type": content_type, "filename": name, "size": len(content), "url": f"{self.url}/file/{key}"}

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def _token(self, request: web.Request) -> web.Response:
        body = await request.json()
        if self.token_refused or (body.get("appId"), body.get("clientSecret")) != (APP_ID, SECRET):
            return web.json_response({"code": 100016, "message": "invalid appid or secret"})
        token = uuid.uuid4().hex
        self._tokens.add(token)
        return web.json_response({"access_token": token, "expires_in": "7200"})

    def forget_tokens(self) -> None:
        """All tokens given out so far are no longer good."""
        self._tokens.clear()

    def _authorised(
        self, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def checked(request: web.Request) -> web.StreamResponse:
            if request.headers.get("Authorization", "").removeprefix("QQBot ") not in self._tokens:
                return web.json_response({"code": 11244, "message": "token is invalid"}, status=401)
            return await handler(request)

        return checked

    async def _gateway_url(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 14400000, "max_concurrency": 1}
        return web.json_response({"url": f"ws://127.0.0.1:{self.port}/websocket", "shards": 1, "session_start_limit": limit})

    async def _me(self, _: web.Request) -> web.Response:
        return web.json_response({"id": "9900", "username": "上岸", "avatar": ""})

    async def _interaction(self, request: web.Request) -> web.Response:
        assert (await request.json())["code"] == 0
        self.acknowledged.append(request.match_info["id"])
        return web.Response(status=204)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=2**20)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": self.heartbeat_ms}})
        async for message in socket:
            payload = json.loads(message.data)
            if payload["op"] == 1:
                self.heartbeats += 1
                if self.deaf:
                    continue
                await socket.send_json({"op": 11})
            elif payload["op"] in (2, 6):
                if payload["d"]["token"].removeprefix("QQBot ") not in self._tokens:
                    await socket.close(code=4004)
                elif payload["op"] == 2:
                    await self._identify(socket, payload["d"])
                else:
                    await self._resume(socket, payload["d"])
        return socket

    async def _identify(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        if self.intents is not None and data["intents"] & ~self.intents:
            await socket.close(code=4014)
            return
        self.identified.append(data)
        self._session, self._sent, self._socket = uuid.uuid4().hex, [], socket
        ready = {"version": 1, "session_id": self._session, "user": {"id": "9900", "username": "上岸", "bot": True}, "shard": [0, 1]}
        await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
        self.online.set()

    async def _resume(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        if self.forget_session or data["session_id"] != self._session:
            self.forget_session = False
            await socket.send_json({"op": 9, "d": False})
            return
        self.resumed.append(data)
        self._socket = socket
        for payload in self._sent:
            if payload["s"] > data["seq"]:
                await socket.send_json(payload)
        await socket.send_json({"op": 0, "s": len(self._sent) + 2, "t": "RESUMED", "d": ""})
        self.online.set()

    async def _upload(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.calls.append(("POST", request.path, {**body, "file_data": len(body.get("file_data", ""))}))
        if not self.upload:
            return web.json_response({"code": 850026, "message": "富媒体文件格式不支持"}, status=400)
        if body["file_type"] != 1 or body.get("srv_send_msg"):
            return web.json_response({"code": 304080, "message": "文件信息无效"}, status=400)
        info = uuid.uuid4().hex
        self._media[info] = base64.b64decode(body["file_data"], validate=True)
        return web.json_response({"file_uuid": uuid.uuid4().hex, "file_info": info, "ttl": 3600})

    def _message_to(self, where: str) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def take(request: web.Request) -> web.Response:
            image = None
            if request.content_type.startswith("multipart/"):
                form = await request.post()
                body: dict[str, Any] = {name: value for name, value in form.items() if isinstance(value, str)}
                upload = form.get("file_image")
                image = upload.file.read() if isinstance(upload, web.FileField) else None
            else:
                body = await request.json()
            self.calls.append(("POST", request.path, body))
            if self.silent:
                await asyncio.sleep(3600)
            answered = body.get("msg_id") or body.get("event_id")
            if answered:
                self._sequences.setdefault(answered, []).append(body.get("msg_seq", 1))
            refusal = self.refusals.pop(0) if self.refusals else self._judge(where, body, answered)
            if refusal is not None:
                told = {"message": refusal.message, "code": refusal.code, "err_code": refusal.code, "trace_id": uuid.uuid4().hex}
                return web.json_response(told, status=refusal.status, headers=refusal.headers)
            if answered:
                self._taken.setdefault(answered, []).append(body.get("msg_seq", 1))
            media = (body.get("media") or {}).get("file_info")
            name = f"REFIDX_{next(self._ids)}"
            said = Said(where, request.match_info["id"], body, name, image or self._media.get(media or ""))
            if where in ("channel", "dms"):
                said.name = f"08{next(self._ids):x}"
            self.said.put_nowait(said)
            if where in ("channel", "dms"):
                return web.json_response(
                    {"id": said.name, "channel_id": "8800", "guild_id": "7700", "content": "", "timestamp": self._stamp(0)}
                )
            return web.json_response({"id": f"ROBOT1.0_{next(self._ids)}", "timestamp": self._stamp(0), "ext_info": {"ref_idx": name}})

        return take

    def _judge(self, where: str, body: dict[str, Any], answered: str | None) -> Refusal | None:
        kind, v2 = body.get("msg_type"), where in ("group", "c2c")
        words = str((body.get("markdown") or {}).get("content") or body.get("content") or "")
        if answered is None:
            if not self.push:
                return Refusal(40034105 if where == "group" else 40034102, "主动消息失败, 无权限")
        else:
            known = self._events.get(answered)
            if known is None or known[0] != where:
                return Refusal(40034024, "请求参数msg_id无效或越权")
            if time.time() - known[1] > WINDOW_SECONDS[where]:
                return Refusal(40034005, "回复消息msg_id已过期")
            if v2 and body.get("msg_seq", 1) in self._taken.get(answered, []):
                return Refusal(40054005, "消息被去重，请检查请求msgseq")
            if len(self._taken.get(answered, [])) >= MOST_REPLIES:
                return Refusal(40034128, "被动回复时间或次数超限")
        if v2:
            if kind == 0 and (body.get("markdown") or body.get("media") or not body.get("content")):
                return Refusal(22006, "消息类型与内容不匹配")
            if kind == 2 and (not body.get("markdown") or body.get("content")):
                return Refusal(22006, "消息类型与内容不匹配")
            if kind == 7 and (body.get("media") or {}).get("file_info") not in self._media:
                return Refusal(304080, "文件信息无效")
            if kind not in (0, 2, 7):
                return Refusal(340069, "消息类型无效")
        if body.get("markdown") and not self.markdown:
            return Refusal(40034012 if v2 else 304041, "不允许发送原生 markdown")
        if body.get("keyboard"):
            rows = body["keyboard"]["content"]["rows"]
            if not self.keyboard:
                return Refusal(305007, "键盘样式参数错误")
            if not body.get("markdown") or len(rows) > 5 or any(len(row["buttons"]) > 5 for row in rows):
                return Refusal(40034029, "内联键盘行/列超限")
        if _LINK.search(words):
            return Refusal(40054010, "消息发送失败，不允许发送url") if v2 else Refusal(304003, "url not allowed", 403)
        if len(words) > 5000:
            return Refusal(40054007, "消息长度超限")
        return None


def signing_key(secret: str) -> Ed25519PrivateKey:
    """The platform's key: the secret repeated to 32 bytes is the seed."""
    return Ed25519PrivateKey.from_private_bytes((secret.encode() * 32)[:32])


@contextlib.asynccontextmanager
async def platform(**granted: Any) -> AsyncIterator[FakePlatform]:
    """A running platform."""
    fake = FakePlatform(**granted)
    await fake.start()
    try:
        yield fake
    finally:
        await fake.stop()


async def _by_hand() -> None:
    async with platform() as fake:
        sys.stdout.write(" ".join(f"SHANGAN_{name}={value}" for name, value in fake.settings.items()) + " make run\n")
        await fake.online.wait()

        async def show() -> None:
            while True:
                said = await fake.said.get()
                marks = "".join(f" [{label}]" for label in said.buttons) + (" [image]" if said.image else "")
                sys.stdout.write(f"[{said.where}] {said.text}{marks}\n")

        showing = asyncio.create_task(show())
        while line := await asyncio.to_thread(sys.stdin.readline):
            await fake.say(line.strip().removeprefix("@"), group=700 if line.startswith("@") else None)
        showing.cancel()


if __name__ == "__main__":
    asyncio.run(_by_hand())
