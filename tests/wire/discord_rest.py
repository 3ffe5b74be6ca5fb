"""The REST API of the fake Discord: messages, interactions and their webhooks, slash commands; strict about what Discord is strict about."""

from __future__ import annotations

import asyncio
import copy
import json
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.wire.discord_rules import command_faults, message_fault
from tests.wire.discord_world import APPLICATION, BOT, EPHEMERAL, LOADING, Json, World, snowflake, user

ANSWER_SECONDS = 3.0
"""An interaction must be answered or deferred within this time."""

TOKEN_SECONDS = 15 * 60.0
"""And its token serves this long."""


@dataclass
class Said:
    """One thing the bot said, or said anew.

    Attributes:
        message: the message as it was then.
        person: in private: whose; group: otherwise the group of the tests.
        revised: an edit of what had been seen before.
        via: the interaction it answers.
    """

    message: Json
    person: str | None
    group: str | None
    ephemeral: bool = False
    revised: bool = False
    via: str | None = None

    @property
    def id(self) -> str:
        """The message's id."""
        return str(self.message["id"])

    @property
    def text(self) -> str:
        """All words, those of embeds included."""
        return "\n".join(
            part for part in [self.message["content"], *(embed.get("description", "") for embed in self.message["embeds"])] if part
        )

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels of its buttons."""
        return tuple(button["label"] for row in self.message["components"] for button in row["components"])

    @property
    def images(self) -> int:
        """How many pictures it carries."""
        return sum(attachment["filename"].endswith(".png") for attachment in self.message["attachments"])

    @property
    def answers(self) -> str | None:
        """The message it replies to, or the interaction it answers."""
        reference = self.message.get("message_reference")
        return str(reference["message_id"]) if reference else self.via


@dataclass
class Interaction:
    """One use of a command or button, as Discord keeps it."""

    id: str
    token: str
    kind: int
    channel: str
    person: str
    at: float = field(default_factory=time.monotonic)
    acknowledged: int | None = None
    original: Json | None = None
    choices: asyncio.Future[list[Json]] | None = None

    @property
    def expired(self) -> bool:
        """True once its token no longer serves."""
        return time.monotonic() - self.at > TOKEN_SECONDS


@dataclass
class Rest:
    """Answers the bot's HTTP requests and keeps what it says in `said`."""

    world: World
    token: str
    gateway_url: Callable[[], str]
    said: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    synced: asyncio.Event = field(default_factory=asyncio.Event)
    faults: list[str] = field(default_factory=list)
    """Everything the bot did that Discord would refuse."""
    refusal: str | None = None
    limit_seconds: float | None = None
    limited: int = 0
    silent: bool = False

    def routes(self, app: web.Application) -> None:
        """Add every route."""
        bot, public = self._for_bot, self._guarded
        app.router.add_get("/api/users/@me", bot(self._me))
        app.router.add_get("/api/oauth2/applications/@me", bot(self._application))
        app.router.add_get("/api/gateway/bot", bot(self._gateway))
        app.router.add_put(f"/api/applications/{APPLICATION}/commands", bot(self._sync))
        app.router.add_post("/api/users/@me/channels", bot(self._open_direct))
        app.router.add_post("/api/channels/{channel}/messages", bot(self._post))
        app.router.add_patch("/api/channels/{channel}/messages/{message}", bot(self._edit))
        app.router.add_delete("/api/channels/{channel}/messages/{message}", bot(self._delete))
        app.router.add_post("/api/interactions/{id}/{token}/callback", public(self._callback))
        hook = f"/api/webhooks/{APPLICATION}/{{token}}"
        app.router.add_post(hook, public(self._follow_up))
        app.router.add_patch(hook + "/messages/{message}", public(self._edit_by_token))
        app.router.add_delete(hook + "/messages/{message}", public(self._delete_by_token))
        app.router.add_get("/files/{name}", self._file)

    def _for_bot(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def checked(request: web.Request) -> web.Response:
            if request.headers.get("Authorization") != f"Bot {self.token}":
                return answer({"message": "401: Unauthorized", "code": 0}, 401)
            return await self._guarded(handler)(request)

        return checked

    def _guarded(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def checked(request: web.Request) -> web.Response:
            try:
                return await handler(request)
            except Refusal as refusal:
                self.faults.append(f"{request.method} {request.path}: {refusal.code} {refusal.text}")
                return answer({"message": refusal.text, "code": refusal.code}, refusal.status)

        return checked

    async def _me(self, _: web.Request) -> web.Response:
        return answer(user(BOT))

    async def _application(self, _: web.Request) -> web.Response:
        about = {"id": APPLICATION, "name": "上岸", "description": "", "icon": None, "bot_public": True, "bot_require_code_grant": False}
        return answer({**about, "flags": 0, "owner": user("300000000000000900"), "verify_key": "0" * 64, "team": None, "summary": ""})

    async def _gateway(self, _: web.Request) -> web.Response:
        starts = {"total": 1000, "remaining": 999, "reset_after": 3_600_000, "max_concurrency": 1}
        return answer({"url": self.gateway_url(), "shards": 1, "session_start_limit": starts})

    async def _sync(self, request: web.Request) -> web.Response:
        commands = await request.json()
        faults = command_faults(commands)
        if faults:
            self.faults += faults
            return answer(
                {"message": "Invalid Form Body", "code": 50035, "errors": {"_errors": [{"code": "X", "message": "; ".join(faults)}]}}, 400
            )
        self.commands = [
            {**command, "id": snowflake(), "application_id": APPLICATION, "version": snowflake(), "default_permission": True}
            for command in commands
        ]
        self.synced.set()
        return answer(self.commands)

    async def _open_direct(self, request: web.Request) -> web.Response:
        return answer(self.world.direct_payload(str((await request.json())["recipient_id"])))

    async def _post(self, request: web.Request) -> web.Response:
        body, files = await _body(request)
        if (held := await self._held_up()) is not None:
            return held
        channel = request.match_info["channel"]
        if self.world.guild_of(channel) is None and self.world.person_of(channel) is None:
            raise Refusal(404, 10003, "Unknown Channel")
        message = self._message(channel, body, files)
        if (reference := body.get("message_reference")) is not None:
            message["message_reference"] = {"message_id": str(reference["message_id"]), "channel_id": channel}
        self._heard(message)
        return answer(message)

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._own(request.match_info["message"])
        return await self._revise(request, message, via=None)

    async def _delete(self, request: web.Request) -> web.Response:
        message = self._own(request.match_info["message"])
        del self.world.messages[message["id"]]
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.id != request.match_info["id"]:
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.acknowledged is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if time.monotonic() - interaction.at > ANSWER_SECONDS:
            raise Refusal(404, 10062, "Unknown interaction")
        body = await request.json()
        kind, data = body["type"], body.get("data") or {}
        allowed = {2: (4, 5), 3: (4, 5, 6, 7), 4: (8,)}[interaction.kind]
        if kind not in allowed:
            raise Refusal(400, 50035, "Invalid Form Body")
        interaction.acknowledged = kind
        flags = data.get("flags", 0) & EPHEMERAL
        if kind == 4:
            interaction.original = self._message(interaction.channel, data, [], flags=flags)
            self._heard(interaction.original, via=interaction)
        elif kind == 5:
            interaction.original = self.world.message(interaction.channel, BOT, "", flags=flags | LOADING)
        elif kind == 8:
            choices = data["choices"]
            if len(choices) > 25 or any(not 1 <= len(choice["name"]) <= 100 for choice in choices):
                raise Refusal(400, 50035, "Invalid Form Body")
            assert interaction.choices is not None
            interaction.choices.set_result(choices)
        return answer({"interaction": {"id": interaction.id, "type": interaction.kind, "response_message_loading": kind == 5}})

    async def _follow_up(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        body, files = await _body(request)
        if (held := await self._held_up()) is not None:
            return held
        if interaction.original is not None and interaction.original["flags"] & LOADING:
            # Discord fills the placeholder, whose visibility was settled when it was made.
            return await self._fill(interaction, interaction.original, body, files)
        message = self._message(interaction.channel, body, files, flags=body.get("flags", 0) & EPHEMERAL)
        self._heard(message, via=interaction)
        return answer(message)

    async def _edit_by_token(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        name = request.match_info["message"]
        if name != "@original":
            return await self._revise(request, self._own(name), via=interaction)
        original = interaction.original
        if original is None or original["id"] not in self.world.messages:
            raise Refusal(404, 10008, "Unknown Message")
        if original["flags"] & LOADING:
            body, files = await _body(request)
            held = await self._held_up()
            return held if held is not None else await self._fill(interaction, original, body, files)
        return await self._revise(request, original, via=interaction)

    async def _delete_by_token(self, request: web.Request) -> web.Response:
        interaction = self._by_token(request)
        name = request.match_info["message"]
        if name == "@original":
            if interaction.original is None:
                raise Refusal(404, 10008, "Unknown Message")
            name = interaction.original["id"]
        self._own(name)
        del self.world.messages[name]
        if interaction.original is not None and interaction.original["id"] == name:
            interaction.original = None
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.Response:
        content = self.world.files.get(request.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content, content_type="image/png")

    def _by_token(self, request: web.Request) -> Interaction:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.acknowledged is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if interaction.expired:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return interaction

    def _own(self, message_id: str) -> Json:
        message = self.world.messages.get(message_id)
        if message is None:
            raise Refusal(404, 10008, "Unknown Message")
        if message["author"]["id"] != BOT:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        return message

    def _message(self, channel: str, body: Json, files: list[tuple[str, bytes]], flags: int = 0) -> Json:
        if (fault := message_fault(body, len(files))) is not None:
            raise Refusal(400, *fault)
        shown = {name: body.get(name) or [] for name in ("embeds", "components")}
        return self.world.message(channel, BOT, body.get("content") or "", attachments=self._attachments(body, files), flags=flags, **shown)

    def _attachments(self, body: Json, files: list[tuple[str, bytes]]) -> list[Json]:
        kept = [file for file in body.get("attachments") or [] if len(str(file["id"])) > 10]
        return kept + [
            {"id": snowflake(), "filename": name, "size": len(content), "url": "http://127.0.0.1/", "proxy_url": "http://127.0.0.1/"}
            for name, content in files
        ]

    async def _fill(self, interaction: Interaction, original: Json, body: Json, files: list[tuple[str, bytes]]) -> web.Response:
        if (fault := message_fault(body, len(files))) is not None:
            raise Refusal(400, *fault)
        shown = {name: body.get(name) or [] for name in ("embeds", "components")}
        content = body.get("content") or ""
        original.update(content=content, flags=original["flags"] & ~LOADING, attachments=self._attachments(body, files), **shown)
        self._heard(original, via=interaction)
        return answer(original)

    async def _revise(self, request: web.Request, message: Json, via: Interaction | None) -> web.Response:
        body, files = await _body(request)
        changed: Json = {
            name: body[name] or ([] if name != "content" else "") for name in ("content", "embeds", "components") if name in body
        }
        if "attachments" in body or files:
            changed["attachments"] = self._attachments(body, files)
        if (fault := message_fault({**message, **changed}, len(files))) is not None:
            raise Refusal(400, *fault)
        self.world.edited(message, changed)
        self._heard(message, via=via, revised=True)
        return answer(message)

    def _heard(self, message: Json, via: Interaction | None = None, revised: bool = False) -> None:
        channel = message["channel_id"]
        guild = self.world.guild_of(channel)
        person = None if guild else self.world.person_of(channel)
        group = self.world.group_of(channel) if guild else None
        ephemeral = bool(message["flags"] & EPHEMERAL)
        self.said.put_nowait(Said(copy.deepcopy(message), person, group, ephemeral, revised, via.id if via else None))

    async def _held_up(self) -> web.Response | None:
        """The refusal, 429 or silence that the next message was to meet."""
        if self.silent:
            await asyncio.sleep(3600)
        if self.limit_seconds is not None:
            seconds, self.limit_seconds = self.limit_seconds, None
            self.limited += 1
            return too_many(seconds)
        if self.refusal is not None:
            reason, self.refusal = self.refusal, None
            return answer({"message": reason, "code": 50013}, 403)
        return None


class Refusal(Exception):
    """Discord says no."""

    def __init__(self, status: int, code: int, text: str) -> None:
        super().__init__(text)
        self.status, self.code, self.text = status, code, text


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as Discord sends it: the type without a charset."""
    return web.Response(
        body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json", "Via": "1.1 google", **(headers or {})}
    )


def too_many(seconds: float) -> web.Response:
    """429 with the wait in header and body."""
    headers = {"Retry-After": str(math.ceil(seconds)), "X-RateLimit-Scope": "user", "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0"}
    headers["X-RateLimit-Reset-After"] = str(seconds)
    return answer({"message": "You are being rate limited.", "retry_after": seconds, "global": False}, 429, headers)


async def _body(request: web.Request) -> tuple[Json, list[tuple[str, bytes]]]:
    """The JSON and the uploaded files of a request."""
    if not request.content_type.startswith("multipart/"):
        return dict(await request.json()), []
    body: Json = {}
    files: list[tuple[str, bytes]] = []
    form = await request.post()
    for name, value in form.items():
        if name == "payload_json":
            body = json.loads(value if isinstance(value, str) else value.file.read())  # type: ignore[union-attr]
        elif isinstance(value, web.FileField):
            files.append((value.filename, value.file.read()))
    return body, files
