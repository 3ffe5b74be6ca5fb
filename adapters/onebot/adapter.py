"""OneBot 11 events to `Incoming`, replies to `send_group_msg` and `send_private_msg`."""

from __future__ import annotations

import base64
import logging
from typing import Any

from nonebot.adapters.onebot.v11 import (
    ActionFailed,
    ApiNotAvailable,
    Bot,
    GroupMessageEvent,
    Message,
    MessageEvent,
    MessageSegment,
    NetworkError,
    PrivateMessageEvent,
)

from adapters.markdown import to_plain
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
    Sender,
    Sent,
    Text,
    Unknown,
)

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(max_length=4500, images=True, push=True)
"""QQ cuts messages at about 4,500 characters; no Markdown, buttons or edits through OneBot 11."""


class OneBotAdapter:
    """Every QQ account that is connected over OneBot 11."""

    platform = "onebot"

    def __init__(self, wire: Wire, handle: Handle) -> None:
        self._wire = wire
        self._handle = handle
        wire.on_event = self._receive

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
        message_ids: list[str] = []
        try:
            for number, message in enumerate(_messages(reply)):
                if number == 0 and in_reply_to is not None and not scene.is_private:
                    message.insert(0, MessageSegment.reply(int(in_reply_to.id)))
                message_ids.append(await _send(bot, scene, message))
        except ActionFailed as error:
            reason = str(error.info.get("wording") or error.info.get("message") or error.info.get("retcode"))
            return Sent(tuple(message_ids)) if message_ids else Refused(reason)
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
        incoming = read_event(event)
        if incoming is not None:
            await self._handle(incoming)


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


def read_event(event: MessageEvent) -> Incoming | None:
    """A QQ message as `Incoming`; None: our own message, or a sub-type that concerns nobody."""
    account = str(event.self_id)
    if event.get_user_id() == account:
        return None
    if isinstance(event, GroupMessageEvent):
        if event.anonymous is not None:
            return None
        scene = Scene("onebot", account, "group", str(event.group_id))
    elif isinstance(event, PrivateMessageEvent):
        scene = Scene("onebot", account, "private", str(event.user_id))
    else:
        return None
    words: list[str] = []
    images: list[Attachment] = []
    mentions_bot, reply_to = False, None
    for segment in event.message:
        data = segment.data
        if segment.type == "text":
            words.append(str(data.get("text", "")))
        elif segment.type == "at" and str(data.get("qq")) == account:
            mentions_bot = True
        elif segment.type == "at":
            words.append(f"@{data.get('name') or data.get('qq')} ")
        elif segment.type == "reply":
            reply_to = str(data.get("id", "")) or None
        elif segment.type == "image":
            images.append(Attachment(str(data.get("file", "")), url=data.get("url")))
    role = event.sender.role if scene.kind == "group" else "owner"
    return Incoming(
        id=str(event.message_id),
        scene=scene,
        sender=Sender(
            id=event.get_user_id(),
            name=event.sender.card or event.sender.nickname or "",
            role=role if role in ("admin", "owner") else "member",  # type: ignore[arg-type]
        ),
        text="".join(words).strip(),
        images=tuple(images),
        mentions_bot=mentions_bot,
        reply_to=reply_to,
    )
