"""The open platform as an adapter: events handed on, replies sent within its rules, its refusals understood."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import urlsplit

import aiohttp
from fastapi import FastAPI
from nonebot.adapters.qq.event import MessageAuditPassEvent
from nonebot.adapters.qq.exception import ActionFailed, ApiNotAvailable, AuditException, NetworkError
from nonebot.drivers import Driver

from adapters.qq import webhook
from adapters.qq.errors import Meaning, meaning_of, wait_of, words_of
from adapters.qq.reading import DMS, PLATFORM, Reader
from adapters.qq.windows import Pushes, Windows, key_of
from adapters.qq.wire import Wire
from adapters.qq.writing import LIMIT, Draft, compose, keyboard
from engine.messages import (
    AdapterStatus,
    Capabilities,
    CredentialsRefused,
    Deferred,
    Handle,
    Incoming,
    Receipt,
    Refused,
    Reply,
    Scene,
    Sent,
    Unknown,
)

log = logging.getLogger(__name__)

ATTEMPTS = 6
"""Of one message, each with what the platform did not like taken away."""

LONGEST_WAIT = 10.0
"""Seconds that a message waits when the platform says it is too fast."""

AUDIT_SECONDS = 10.0
"""For the platform to look at a push to a guild."""

FIRST_PAUSE, LONGEST_PAUSE, LASTING = 0.5, 60.0, 5.0
"""Seconds before a lost connection is had again: doubled while connections do not last."""

TRY_AGAIN = timedelta(minutes=1)

Place = Literal["group", "c2c", "channel", "dms"]
_PATHS: Mapping[Place, tuple[str, ...]] = {"group": ("v2", "groups"), "c2c": ("v2", "users"), "channel": ("channels",), "dms": ("dms",)}


class QQAdapter:
    """One official bot.

    Args:
        driver: nonebot's.
        transport: how events come: over the gateway, or over HTTP to `/qq/webhook` of `app`.
        markdown: False: the bot was not granted native Markdown and keyboards, so they are not tried.
        now: the clock (UTC).
    """

    platform = PLATFORM

    def __init__(
        self,
        driver: Driver,
        app: FastAPI,
        handle: Handle,
        now: Callable[[], datetime],
        *,
        app_id: str,
        secret: str,
        transport: Literal["websocket", "webhook"] = "websocket",
        markdown: bool = True,
        api_base: str,
        auth_base: str,
    ) -> None:
        self._wire = Wire(driver, app_id, secret, api_base, auth_base)
        self._wire.on_event = self._receive
        self._handle = handle
        self._now = now
        self._transport = transport
        self._host = urlsplit(api_base).hostname or ""
        self._markdown = dict.fromkeys(_PATHS, markdown)
        self._keyboard = dict.fromkeys(_PATHS, markdown)
        self._windows = Windows()
        self._pushes = Pushes()
        self._known = False
        if transport == "webhook":
            webhook.add_route(app, app_id, secret, self._take)

    @property
    def account(self) -> str:
        """The bot's app id."""
        return self._wire.account.self_id

    def capabilities(self, scene: Scene) -> Capabilities:
        """QQ's Markdown has neither tables nor formulas, so those are drawn; the words around them go out as Markdown where granted."""
        place = _place(scene) or "group"
        return Capabilities(max_length=LIMIT, buttons=self._markdown[place] and self._keyboard[place], images=True)

    def reaches(self, scene: Scene) -> bool:
        """True once the platform has accepted us: messages go over HTTP, whether or not the gateway is there."""
        return self._known and scene.account == self.account

    def status(self) -> AdapterStatus:
        """Whether events can come."""
        name = self._wire.account.name or self.account
        if self._transport == "webhook":
            return AdapterStatus("on", f"「{name}」在 {webhook.PATH} 等事件") if self._known else AdapterStatus("waiting", "正在向 QQ 报到")
        return AdapterStatus("on", f"已连接：{name}") if self._wire.is_connected else AdapterStatus("waiting", "正在连接 QQ 网关")

    async def run(self) -> None:
        """Be there for events.

        Raises:
            CredentialsRefused: see there.
            ConnectionError: the platform cannot be reached. A connection that was had and lost is had again here, as the platform does that every so often.
        """
        try:
            if self._transport == "webhook" or not self._wire.account.ready:
                self._wire.account.self_info = await self._wire.account.me()
            self._known = True
            if self._transport == "webhook":
                await asyncio.Event().wait()
            pause = FIRST_PAUSE
            while True:
                began = asyncio.get_running_loop().time()
                await self._wire.connect()
                lasted = asyncio.get_running_loop().time() - began
                pause = FIRST_PAUSE if lasted > LASTING else min(pause * 2, LONGEST_PAUSE)
                await asyncio.sleep(pause)
        except ActionFailed as error:
            raise ConnectionError(words_of(error)) from error
        except ApiNotAvailable as error:
            raise ConnectionError("QQ 接口地址不对，请检查 SHANGAN_QQ_API_BASE") from error
        except NetworkError as error:
            raise ConnectionError(error.msg or "连不上 QQ") from error

    # Events

    def _take(self, kind: str, data: Mapping[str, Any], event_id: str | None) -> None:
        self._wire.keep(self._receive(kind, data, event_id))

    async def _receive(self, kind: str, data: Mapping[str, Any], event_id: str | None) -> None:
        reader = Reader(self.account, self._wire.account.own_id, self._host)
        if kind in ("GROUP_MSG_REJECT", "C2C_MSG_REJECT", "GROUP_MSG_RECEIVE", "C2C_MSG_RECEIVE"):
            self._switched(reader.scene(data), kind.endswith("RECEIVE"))
            return
        incoming = reader.read(kind, data, event_id, self._now())
        if incoming is None:
            return
        if incoming.kind == "button":
            self._wire.keep(self._acknowledge(incoming.id))
        self._windows.opened(incoming)
        await self._handle(incoming)

    def _switched(self, scene: Scene | None, on: bool) -> None:
        """Somebody switched the bot's pushes on or off."""
        if scene is not None and on:
            self._pushes.allowed(scene)
        elif scene is not None:
            self._pushes.refused(scene, "对方关闭了机器人的主动消息", self._now())

    async def _acknowledge(self, interaction: str) -> None:
        """Tell the client that its press arrived; it shows a failure otherwise."""
        try:
            await self._wire.account.call("PUT", "interactions", interaction, json={"code": 0})
        except Exception as error:
            # The press itself is worked on all the same.
            log.warning("a button could not be acknowledged: %s", type(error).__name__)

    # Replies

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Send `reply` as an answer to `in_reply_to`; a push answers the scene's newest message if that still takes a reply."""
        place = _place(scene)
        if place is None or scene.account != self.account:
            return Refused("QQ 官方机器人不能主动找群里的人私聊")
        now = self._now()
        context = in_reply_to.context if in_reply_to is not None else None if reply.unprompted else self._windows.find(scene, now)
        if context is not None and key_of(context) is None:
            context = None
        if context is not None and self._windows.left(context) <= 0:
            return Deferred(reason="QQ 一条消息只让回 5 次，已经用完")
        if context is None and (held := self._held_back(scene, now)) is not None:
            return held
        most = self._windows.left(context) if context is not None else 5
        sent: list[str] = []
        for draft in compose(reply, self._markdown[place], self._keyboard[place], most):
            receipt = await self._deliver(place, scene, draft, context)
            if not isinstance(receipt, Sent):
                if not sent and in_reply_to is None and context is not None and self._windows.left(context) <= 0:
                    return await self.send(reply, scene)  # that message no longer takes one: a real push, then
                return Sent(tuple(sent)) if sent else receipt
            sent += receipt.message_ids
        return Sent(tuple(sent))

    def _held_back(self, scene: Scene, now: datetime) -> Receipt | None:
        """Why a push is not even tried."""
        if (words := self._pushes.refusal(scene, now)) is not None:
            return Deferred(reason=words)
        if (until := self._pushes.free_at(now)) is not None:
            return Deferred(until, "QQ 每分钟只让主动发 30 条")
        return None

    async def _deliver(self, place: Place, scene: Scene, draft: Draft, context: Mapping[str, Any] | None) -> Receipt:
        """One message, tried again without whatever the platform does not take."""
        media: str | None = None
        waited = 0.0
        for _ in range(ATTEMPTS):
            try:
                if draft.picture is not None and media is None and place in ("group", "c2c"):
                    media = await self._upload(place, scene, draft.picture.content)
                answer = await self._post(place, scene, draft, context, media)
            except AuditException as error:
                return await self._audited(error)
            except ActionFailed as error:
                meaning, words = meaning_of(error), words_of(error)
                if meaning is Meaning.TOO_FAST:
                    wait = wait_of(error)
                    if waited + wait > LONGEST_WAIT:
                        return Deferred(self._now() + timedelta(seconds=wait), words)
                    await asyncio.sleep(wait)
                    waited += wait
                    continue
                changed = self._without(place, draft, meaning, error)
                if changed is not None:
                    draft = changed
                    continue
                if meaning is Meaning.WINDOW_CLOSED:
                    if context is not None:
                        self._windows.close(context)
                    return Deferred(reason=words)
                if meaning is Meaning.PUSH_REFUSED:
                    self._pushes.refused(scene, words, self._now())
                    return Deferred(reason=words)
                return Unknown(words) if meaning is Meaning.TROUBLE else Refused(words)
            except ApiNotAvailable:
                return Refused("QQ 没有这个接口，或不认识这个会话（404）")
            except CredentialsRefused as error:
                return Refused(str(error))
            except NetworkError as error:
                if isinstance(error.__cause__, aiohttp.ClientConnectorError):
                    return Deferred(self._now() + TRY_AGAIN, "连不上 QQ")  # nothing left this machine
                return Unknown(type(error.__cause__).__name__ if error.__cause__ else str(error.msg))
            except Exception as error:
                # The library's models on an answer they do not know: what went out is not known.
                log.warning("sending on QQ failed: %s", type(error).__name__)
                return Unknown(type(error).__name__)
            if context is not None:
                self._windows.use(context)
            return Sent(_names(answer))
        return Refused("QQ 一直不收这条消息")

    def _without(self, place: Place, draft: Draft, meaning: Meaning, error: ActionFailed) -> Draft | None:
        """`draft` without what the platform refused; None: there is nothing to take away."""
        if meaning is Meaning.DUPLICATE:
            return draft  # the next attempt has a higher number
        if meaning is Meaning.LINK and not draft.dotless:
            return draft.without_dots()
        if meaning is Meaning.NO_KEYBOARD and draft.choices is not None:
            self._keyboard[place] = False
            return replace(draft, choices=None)
        if meaning is Meaning.NO_MARKDOWN and draft.native:
            self._markdown[place] = False
            log.warning("QQ does not take native Markdown here (%s); words go out as plain text", words_of(error))
            return draft.plain()
        if meaning is Meaning.PICTURE and draft.picture is not None:
            return draft.without_picture()
        if meaning is Meaning.REFUSED and draft.native and error.status_code == 400:
            return draft.plain()  # whatever it is that this Markdown holds
        return None

    async def _upload(self, place: Place, scene: Scene, content: bytes) -> str:
        """A picture handed over in advance; how a message names it."""
        body = {"file_type": 1, "srv_send_msg": False, "file_data": base64.b64encode(content).decode()}
        answer = await self._wire.account.call("POST", *_PATHS[place], scene.id, "files", json=body)
        return str(answer["file_info"])

    async def _post(self, place: Place, scene: Scene, draft: Draft, context: Mapping[str, Any] | None, media: str | None) -> Any:
        body: dict[str, Any] = {name: context[name] for name in ("msg_id", "event_id") if context.get(name)} if context is not None else {}
        text = draft.text
        if place in ("group", "c2c"):
            if context is not None:
                body["msg_seq"] = self._windows.number(context, self._now())
            body["msg_type"] = 7 if draft.picture is not None else 2 if draft.native else 0
            if draft.picture is not None:
                body["media"] = {"file_info": media}
        if draft.native:
            body["markdown"] = {"content": text}
        else:
            body["content"] = text or " "
        if draft.choices is not None:
            body["keyboard"] = keyboard(draft.choices)
        path = (*_PATHS[place], scene.id.removeprefix(DMS), "messages")
        if draft.picture is not None and media is None:
            return await self._wire.account.call("POST", *path, form=body, picture=draft.picture.content)
        return await self._wire.account.call("POST", *path, json=body)

    async def _audited(self, error: AuditException) -> Receipt:
        """What the platform's look at a push came to."""
        try:
            result = await error.get_audit_result(AUDIT_SECONDS)
        except TimeoutError:
            return Unknown("QQ 还在审核这条消息")
        if isinstance(result, MessageAuditPassEvent):
            return Sent((result.message_id,) if result.message_id else ())
        return Refused("QQ 审核没有通过")


def _place(scene: Scene) -> Place | None:
    """Where in the platform's API a scene is; None: nowhere, as a group's member is no private chat."""
    if scene.kind == "channel":
        return "channel"
    if scene.kind == "group":
        return "group"
    if scene.id.startswith(DMS):
        return "dms"
    return None if ":" in scene.id else "c2c"


def _names(answer: object) -> tuple[str, ...]:
    """How a reply to the sent message will name it."""
    if not isinstance(answer, dict):
        return ()
    extra = answer.get("ext_info")
    name = (extra.get("ref_idx") if isinstance(extra, dict) else None) or answer.get("id")
    return (str(name),) if name else ()
