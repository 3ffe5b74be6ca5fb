"""Events of the open platform as `Incoming`.

Read from the raw JSON, field by field: the platform adds and leaves out fields as it likes, and an event without a name or a role is
an event all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.messages import Attachment, Incoming, Role, Scene, Sender

PLATFORM = "qq"

GROUP_WINDOW, PRIVATE_WINDOW = timedelta(minutes=5), timedelta(minutes=60)
"""For how long a message can be replied to; guild channels and their private messages are as groups."""

DMS = "dms-"
"""In front of the id of a guild's private conversation, which is replied to in another way than a private chat."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,128}")
_EVENT_ID = re.compile(r"[\x21-\x7e]{1,512}")
_MENTION = re.compile(r"<@!?([0-9A-Za-z_-]{1,128})>")
_FACE = re.compile(r"<faceType=[^>]{0,2000}>")
_GUILD_ROLES: Mapping[str, Role] = {"4": "owner", "2": "admin"}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the events of one bot.

    Attributes:
        account: its app id.
        own_id: its id in guilds, as mentions there name it.
        host: of the platform's API, where a private deployment keeps its files too.
    """

    account: str
    own_id: str = ""
    host: str = ""

    def read(self, kind: str, data: Mapping[str, Any], event_id: str | None, now: datetime) -> Incoming | None:
        """An event; None: it concerns nobody, or is none."""
        if kind == "C2C_MESSAGE_CREATE":
            return self._private(data, now)
        if kind in ("GROUP_AT_MESSAGE_CREATE", "GROUP_MESSAGE_CREATE"):
            return self._group(data, now, kind == "GROUP_AT_MESSAGE_CREATE")
        if kind in ("AT_MESSAGE_CREATE", "DIRECT_MESSAGE_CREATE"):
            return self._guild(data, now, kind == "DIRECT_MESSAGE_CREATE")
        if kind == "INTERACTION_CREATE":
            return self._button(data, event_id, now)
        if kind in ("GROUP_ADD_ROBOT", "FRIEND_ADD"):
            return self._join(data, event_id, now)
        return None

    def scene(self, data: Mapping[str, Any]) -> Scene | None:
        """The group or private chat that a notice is about."""
        if group := _id(data.get("group_openid")):
            return Scene(PLATFORM, self.account, "group", group)
        if person := _id(data.get("openid")):
            return Scene(PLATFORM, self.account, "private", person)
        return None

    def _private(self, data: Mapping[str, Any], now: datetime) -> Incoming | None:
        author = _object(data.get("author"))
        person = _id(author.get("user_openid")) or _id(author.get("id"))
        if person is None or author.get("bot") is True:
            return None
        scene = Scene(PLATFORM, self.account, "private", person)
        return self._message(data, scene, self._sender(person, author, "owner"), now, mentioned=False)

    def _group(self, data: Mapping[str, Any], now: datetime, mentioned: bool) -> Incoming | None:
        author = _object(data.get("author"))
        group = _id(data.get("group_openid"))
        person = _id(author.get("member_openid")) or _id(author.get("id"))
        if group is None or person is None or author.get("bot") is True:
            return None
        role = author.get("member_role")
        sender = self._sender(person, author, role if role in ("admin", "owner") else "member")
        return self._message(data, Scene(PLATFORM, self.account, "group", group), sender, now, mentioned)

    def _guild(self, data: Mapping[str, Any], now: datetime, direct: bool) -> Incoming | None:
        author, member = _object(data.get("author")), _object(data.get("member"))
        place, person = _id(data.get("guild_id" if direct else "channel_id")), _id(author.get("id"))
        if place is None or person is None or author.get("bot") is True:
            return None
        if direct:
            scene, role = Scene(PLATFORM, self.account, "private", DMS + place), "owner"
        else:
            roles = {_GUILD_ROLES[role] for role in _list(member.get("roles")) if isinstance(role, str) and role in _GUILD_ROLES}
            scene, role = Scene(PLATFORM, self.account, "channel", place), "owner" if "owner" in roles else "admin" if roles else "member"
        named = {**author, "username": member.get("nick") or author.get("username")}
        return self._message(data, scene, self._sender(person, named, role), now, mentioned=not direct)  # type: ignore[arg-type]

    def _message(self, data: Mapping[str, Any], scene: Scene, sender: Sender, now: datetime, mentioned: bool) -> Incoming | None:
        message_id = _event_id(data.get("id"))
        if message_id is None:
            return None
        text, named = self._words(data, scene.kind == "channel" or scene.id.startswith(DMS))
        images: list[Attachment] = []
        files: list[Attachment] = []
        for attachment in map(_object, _list(data.get("attachments"))):
            content_type = _text(attachment.get("content_type")) or "image"
            if content_type.startswith(("voice", "audio")):
                text = f"{text} {_text(attachment.get('asr_refer_text'))}".strip()
                continue
            (images if content_type.startswith("image") else files).append(self._attachment(attachment))
        return Incoming(
            id=message_id,
            scene=scene,
            sender=sender,
            kind="file" if files and not text else "message",
            text=text,
            images=tuple(images),
            files=tuple(files),
            mentions_bot=mentioned or named,
            reply_to=_quoted(data),
            reply_deadline=_began(data.get("timestamp"), now) + _window(scene),
            context={"msg_id": message_id, "received": int(now.timestamp() * 1000)},
        )

    def _words(self, data: Mapping[str, Any], guild: bool) -> tuple[str, bool]:
        """What was said, without the mention of the bot, and whether it was mentioned."""
        text = _FACE.sub("", _text(data.get("content")))
        if guild:
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        names: dict[str, str] = {}
        own = {self.own_id} if self.own_id else set()
        mentions_us = False
        for mention in map(_object, _list(data.get("mentions"))):
            ids = {_text(mention.get("id")), _text(mention.get("member_openid"))} - {""}
            if mention.get("is_you") is True and mention.get("scope") != "all":
                own |= ids
                mentions_us = True
            names |= dict.fromkeys(ids, _text(mention.get("username")))
        mentions_us = mentions_us or any(found in own for found in _MENTION.findall(text))
        text = _MENTION.sub(lambda match: "" if match[1] in own else f"@{names.get(match[1]) or match[1]} ", text)
        return text.strip(), mentions_us

    def _button(self, data: Mapping[str, Any], event_id: str | None, now: datetime) -> Incoming | None:
        resolved = _object(_object(data.get("data")).get("resolved"))
        press, choice = _id(data.get("id")), resolved.get("button_data")
        kind = data.get("chat_type")
        person = (
            _id(data.get("group_member_openid"))
            if kind == 1
            else _id(data.get("user_openid"))
            if kind == 2
            else _id(resolved.get("user_id"))
        )
        place = _id(data.get("group_openid")) if kind == 1 else person if kind == 2 else _id(data.get("channel_id"))
        if press is None or person is None or place is None or not isinstance(choice, str) or data.get("type") not in (11, 12):
            return None
        scene = Scene(PLATFORM, self.account, "group" if kind == 1 else "private" if kind == 2 else "channel", place)
        return Incoming(
            id=press,
            scene=scene,
            sender=self._sender(person, {}, "owner" if scene.is_private else "member"),
            kind="button",
            choice=choice,
            reply_deadline=_began(data.get("timestamp"), now) + _window(scene),
            context={"event_id": _event_id(event_id), "received": int(now.timestamp() * 1000)},
        )

    def _join(self, data: Mapping[str, Any], event_id: str | None, now: datetime) -> Incoming | None:
        scene, event = self.scene(data), _event_id(event_id)
        person = _id(data.get("op_member_openid")) or _id(data.get("openid"))
        if scene is None or event is None or person is None:
            return None
        return Incoming(
            id=event,
            scene=scene,
            sender=self._sender(person, {}, "owner" if scene.is_private else "member"),
            kind="join",
            reply_deadline=_began(data.get("timestamp"), now) + _window(scene),
            context={"event_id": event, "received": int(now.timestamp() * 1000)},
        )

    def _attachment(self, attachment: Mapping[str, Any]) -> Attachment:
        url, size = _text(attachment.get("url")), attachment.get("size")
        if url and "://" not in url:
            url = f"https://{url}"
        name = _text(attachment.get("filename"))[:200] or "文件"
        return Attachment(name, url=url or None, size=size if isinstance(size, int) else None, client=self.host)

    def _sender(self, person: str, author: Mapping[str, Any], role: Role) -> Sender:
        # The platform gives every bot other ids of the same person.
        return Sender(f"{self.account}:{person}", _text(author.get("username"))[:100], role)


def _window(scene: Scene) -> timedelta:
    return PRIVATE_WINDOW if scene.is_private and not scene.id.startswith(DMS) else GROUP_WINDOW


def _began(stamp: object, now: datetime) -> datetime:
    """When the platform took the message; now, if it does not say or says the future."""
    try:
        told = datetime.fromisoformat(_text(stamp))
        return min(told.astimezone(UTC), now) if told.tzinfo is not None else now
    except (ValueError, OverflowError):
        return now


def _quoted(data: Mapping[str, Any]) -> str | None:
    """The message this one replies to."""
    for extra in _list(_object(data.get("message_scene")).get("ext")):
        if isinstance(extra, str) and extra.startswith("ref_msg_idx="):
            return _event_id(extra.removeprefix("ref_msg_idx="))
    return _event_id(_object(data.get("message_reference")).get("message_id"))


def _id(value: object) -> str | None:
    """An id that is safe as a segment of a path; None: it is none."""
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def _event_id(value: object) -> str | None:
    return value if isinstance(value, str) and _EVENT_ID.fullmatch(value) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
