"""OneBot 11 as an adapter: events handed on, replies as `send_group_msg` and `send_private_msg`, long ones as a forwarded conversation."""

from __future__ import annotations

import base64
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nonebot.adapters.onebot.v11 import ActionFailed, ApiNotAvailable, Bot, Message, MessageEvent, MessageSegment, NetworkError

from adapters.markdown import to_plain
from adapters.onebot.reading import file_id, read_event, read_offline_file
from adapters.onebot.wire import Wire
from adapters.splitting import split
from engine.messages import (
    AdapterStatus,
    Attachment,
    Capabilities,
    Choices,
    Handle,
    Image,
    Incoming,
    Receipt,
    Refused,
    Reply,
    Scene,
    Sent,
    Text,
    Unknown,
)

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(max_length=4500, images=True)
"""QQ cuts messages at about 4,500 characters; no Markdown, buttons or edits through OneBot 11."""

MOST_PARTS = 2
"""Messages in a row; a longer answer becomes one forwarded conversation, which people open when they want to."""


class OneBotAdapter:
    """Every QQ account that is connected over OneBot 11."""

    platform = "onebot"

    def __init__(self, wire: Wire, handle: Handle) -> None:
        self._wire = wire
        self._handle = handle
        wire.on_event = self._receive
        wire.on_notice = self._notice
        self._without_forwards: set[str] = set()

    def capabilities(self, scene: Scene) -> Capabilities:
        """The same everywhere on QQ."""
        return CAPABILITIES

    def reaches(self, scene: Scene) -> bool:
        """True while the scene's account is connected."""
        return scene.account in self._wire.connections

    def status(self) -> AdapterStatus:
        """Which accounts are connected."""
        accounts = sorted(self._wire.connections)
        if accounts:
            return AdapterStatus("on", f"已连接：{'、'.join(accounts)}")
        return AdapterStatus("waiting", "等待 OneBot 客户端连接 /onebot/v11/ws")

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Send `reply`, in several messages where it is long; the first quotes what it answers in a group."""
        bot = self._wire.bots.get(scene.account)
        if not isinstance(bot, Bot) or not scene.id.isdecimal():
            return Refused(f"QQ {scene.account} 没有连接")
        messages = _messages(reply)
        message_ids: list[str] = []
        try:
            if len(messages) > MOST_PARTS and scene.account not in self._without_forwards:
                try:
                    return Sent((await _forward(bot, scene, messages),))
                except ActionFailed as error:
                    # Some clients have no such call: what they refused was not shown, so the parts follow.
                    log.warning("this OneBot client takes no forwarded conversation: %s", _words(error))
                    self._without_forwards.add(scene.account)
            for number, message in enumerate(messages):
                if number == 0 and in_reply_to is not None and not scene.is_private and in_reply_to.id.lstrip("-").isdecimal():
                    message.insert(0, MessageSegment.reply(int(in_reply_to.id)))
                message_ids.append(await _send(bot, scene, message))
        except ActionFailed as error:
            return Sent(tuple(message_ids)) if message_ids else Refused(_words(error))
        except ApiNotAvailable:
            return Refused("连接已断开")
        except NetworkError as error:
            return Unknown(str(error.msg))
        except Exception as error:
            # A socket that closes under a send raises whatever its library likes; what went out is not known.
            log.warning("sending on OneBot failed: %s", type(error).__name__)
            return Unknown(type(error).__name__)
        return Sent(tuple(message_ids))

    async def _receive(self, event: MessageEvent) -> None:
        client = self._wire.clients.get(str(event.self_id), "")
        incoming = read_event(event, client)
        if incoming is None:
            return
        if incoming.scene.is_private and any(file.url is None for file in incoming.files):
            incoming = replace(
                incoming, files=tuple([await self._located(incoming, event, number) for number in range(len(incoming.files))])
            )
        await self._handle(incoming)

    async def _notice(self, account: str, data: Mapping[str, Any]) -> None:
        incoming = read_offline_file(account, data, self._wire.clients.get(account, ""))
        if incoming is not None:
            await self._handle(incoming)

    async def _located(self, incoming: Incoming, event: MessageEvent, number: int) -> Attachment:
        """A file with the address that the client tells on request."""
        attachment, named = incoming.files[number], file_id(event, number)
        bot = self._wire.bots.get(incoming.scene.account)
        if attachment.url is not None or named is None or not isinstance(bot, Bot):
            return attachment
        for action, how in (("get_private_file_url", {"user_id": int(incoming.scene.id)}), ("get_file", {})):
            try:
                told: Any = await bot.call_api(action, file_id=named, **how)
            except Exception as error:
                # Each client knows another of these calls.
                log.info("%s failed: %s", action, type(error).__name__)
                continue
            url = told.get("url") if isinstance(told, dict) else None
            if isinstance(url, str) and url.startswith(("http://", "https://")):
                return replace(attachment, url=url)
        return attachment


def _words(error: ActionFailed) -> str:
    return str(error.info.get("wording") or error.info.get("message") or error.info.get("retcode"))


async def _forward(bot: Bot, scene: Scene, messages: Sequence[Message]) -> str:
    """One forwarded conversation that holds `messages`; clients differ in what they call a node's speaker."""
    account = int(bot.self_id) if bot.self_id.isdecimal() else 0
    speaker = {"user_id": account, "nickname": "上岸", "uin": account, "name": "上岸"}
    nodes = [{"type": "node", "data": {**speaker, "content": message}} for message in messages]
    if scene.is_private:
        result: Any = await bot.call_api("send_private_forward_msg", user_id=int(scene.id), messages=nodes)
    else:
        result = await bot.call_api("send_group_forward_msg", group_id=int(scene.id), messages=nodes)
    return str(result.get("message_id", "")) if isinstance(result, dict) else ""


async def _send(bot: Bot, scene: Scene, message: Message) -> str:
    if scene.is_private:
        result: Any = await bot.send_private_msg(user_id=int(scene.id), message=message)
    else:
        result = await bot.send_group_msg(group_id=int(scene.id), message=message)
    return str(result.get("message_id", "")) if isinstance(result, dict) else ""


def _messages(reply: Reply) -> list[Message]:
    """The reply as QQ messages: words and pictures in their order, a new message where one would be too long."""
    messages: list[Message] = []
    room = CAPABILITIES.max_length
    for block in reply.blocks:
        if isinstance(block, Choices):
            continue  # the question's own text says which letters to type
        if isinstance(block, Image):
            picture = MessageSegment.image("base64://" + base64.b64encode(block.content).decode())
            if not messages:
                messages.append(Message())
            messages[-1].append(picture)
            continue
        words = to_plain(block.markdown) if isinstance(block, Text) else f"文件「{block.name}」在 QQ 上发不了，请在网页上取。"
        if messages and len(words) + 1 <= room:
            lead = "" if messages[-1][-1].type == "image" else "\n"
            messages[-1].append(MessageSegment.text(lead + words))
            room -= len(words) + 1
            continue
        for part in split(words, CAPABILITIES.max_length):
            messages.append(Message(MessageSegment.text(part)))
            room = CAPABILITIES.max_length - len(part)
    return messages
