"""OneBot 11 events as `Incoming`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nonebot.adapters.onebot.v11 import GroupMessageEvent, MessageEvent, PrivateMessageEvent

from engine.messages import Attachment, Incoming, Scene, Sender


def read_event(event: MessageEvent, client: str = "") -> Incoming | None:
    """A QQ message as `Incoming`; None: our own message, or a sub-type that concerns nobody.

    Args:
        client: the address that the OneBot client connected from.
    """
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
    files: list[Attachment] = []
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
            images.append(Attachment(str(data.get("file", "")), url=_url(data.get("url")), client=client))
        elif segment.type == "file":
            name = str(data.get("file_name") or data.get("name") or data.get("file") or "文件")
            files.append(Attachment(name, url=_url(data.get("url")), size=_size(data.get("file_size")), client=client))
    text = "".join(words).strip()
    role = event.sender.role if scene.kind == "group" else "owner"
    return Incoming(
        id=str(event.message_id),
        scene=scene,
        sender=Sender(
            id=event.get_user_id(),
            name=event.sender.card or event.sender.nickname or "",
            role=role if role in ("admin", "owner") else "member",  # type: ignore[arg-type]
        ),
        kind="file" if files and not text else "message",
        text=text,
        images=tuple(images),
        files=tuple(files),
        mentions_bot=mentions_bot,
        reply_to=reply_to,
    )


def file_id(event: MessageEvent, number: int) -> str | None:
    """What the client calls the message's file of that number."""
    found = [segment.data for segment in event.message if segment.type == "file"]
    named = found[number].get("file_id") if number < len(found) else None
    return str(named) if named else None


def read_offline_file(account: str, data: Mapping[str, Any], client: str = "") -> Incoming | None:
    """A file sent in private, as some clients tell it: a notice that holds its name, size and address."""
    file, user, when = data.get("file"), data.get("user_id"), data.get("time")
    if not isinstance(file, dict) or not account.isdecimal() or not str(user).isdecimal() or str(user) == account:
        return None
    name, url = str(file.get("name") or "文件"), _url(file.get("url"))
    # A notice has no message id; who sent which file when is what a redelivered one has in common.
    return Incoming(
        id=f"file:{user}:{when}:{name}"[:200],
        scene=Scene("onebot", account, "private", str(user)),
        sender=Sender(str(user), "", "owner"),
        kind="file",
        files=(Attachment(name, url=url, size=_size(file.get("size")), client=client),),
    )


def _url(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _size(value: object) -> int | None:
    return int(str(value)) if str(value).isdecimal() and len(str(value)) < 16 else None
