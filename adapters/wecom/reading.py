"""Callback frames to `Incoming`. Everything in a frame is text from outside: what is not of the protocol's form is left out.

https://developer.work.weixin.qq.com/document/path/100719 (messages) and /path/101027 (events).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from engine.messages import Incoming, Scene, Sender

REPLY_HOURS = 24
"""How long a message's `req_id` takes replies."""

DONE = "done"
"""The key of the one button that is left on a card somebody has answered."""

_MENTION_IN_FRONT = re.compile(r"^\s*@\S+[\s\u2005]*")
_MENTION_AT_END = re.compile(r"[\s\u2005]*@\S+\s*$")
_FINGERPRINTED = 60
"""Word characters of a text by which it is known again when somebody quotes it."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or file as a message brings it: encrypted, at an address that holds for five minutes."""

    kind: str
    url: str
    key: str


@dataclass(frozen=True, slots=True)
class Message:
    """A person's message with its pictures and files still to be fetched; `quoted` is the fingerprint of what it quotes."""

    incoming: Incoming
    media: tuple[Media, ...] = ()
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a card."""

    incoming: Incoming
    req_id: str
    task_id: str


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody opened the private chat, for the first time today."""

    id: str
    req_id: str


def read_message(frame: Mapping[str, Any], account: str, now: datetime) -> Message | None:
    """A message callback; None: nothing that could be answered."""
    head = _head(frame, account)
    if head is None:
        return None
    identifier, scene, sender, req_id = head
    body = frame["body"]
    words: list[str] = []
    media: list[Media] = []
    for kind, part in _parts(body):
        if kind in ("text", "voice"):
            words.append(_text(part.get("content")))
        elif kind in ("image", "file"):
            url, key = part.get("url"), part.get("aeskey")
            if isinstance(url, str) and isinstance(key, str):
                media.append(Media(kind, url, key))
    text = "\n".join(words).strip()
    if not text and not media:
        return None
    is_group = scene.kind == "group"
    incoming = Incoming(
        id=identifier,
        scene=scene,
        sender=sender,
        kind="file" if not text and any(one.kind == "file" for one in media) else "message",
        text=_without_mention(text) if is_group else text,
        mentions_bot=is_group,  # WeCom brings a bot nothing else of a group
        reply_deadline=now + timedelta(hours=REPLY_HOURS),
        context={"req_id": req_id},
    )
    return Message(incoming, tuple(media), _quoted(body.get("quote")))


def read_event(frame: Mapping[str, Any], account: str) -> Pressed | Entered | None:
    """An event callback; None: one that concerns nobody."""
    head = _head(frame, account)
    event = frame["body"].get("event") if head is not None else None
    if head is None or not isinstance(event, Mapping):
        return None
    identifier, scene, sender, req_id = head
    kind = event.get("eventtype")
    if kind == "enter_chat":
        return Entered(identifier, req_id)
    card = event.get("template_card_event")
    if kind != "template_card_event" or not isinstance(card, Mapping):
        return None
    key, task_id = card.get("event_key"), _identifier(card.get("task_id"))
    if not isinstance(key, str) or task_id is None:
        return None
    incoming = Incoming(id=identifier, scene=scene, sender=sender, kind="button", choice=_text(key), mentions_bot=scene.kind == "group")
    return Pressed(incoming, req_id, task_id)


def fingerprint(text: str) -> str | None:
    """What a text is known by when it is quoted: WeCom gives messages no id, and a quote brings the words alone, perhaps without marks."""
    letters = "".join(character for character in text if character.isalnum())[:_FINGERPRINTED]
    return hashlib.sha256(letters.encode()).hexdigest()[:24] if letters else None


def _head(frame: Mapping[str, Any], account: str) -> tuple[str, Scene, Sender, str] | None:
    body, headers = frame.get("body"), frame.get("headers")
    if not isinstance(body, Mapping) or not isinstance(headers, Mapping) or not isinstance(body.get("from"), Mapping):
        return None
    identifier, person, req_id = _identifier(body.get("msgid")), _identifier(body["from"].get("userid")), _identifier(headers.get("req_id"))
    if identifier is None or person is None or req_id is None:
        return None
    if body.get("chattype") == "single":
        return identifier, Scene("wecom", account, "private", person), Sender(person, role="owner"), req_id
    chat = _identifier(body.get("chatid"))
    if body.get("chattype") != "group" or chat is None:
        return None
    return identifier, Scene("wecom", account, "group", chat), Sender(person), req_id


def _parts(body: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The message's parts in their order, as (kind, what the protocol holds under that name)."""
    kind = body.get("msgtype")
    if kind != "mixed":
        parts = [body]
    else:
        mixed = body.get("mixed")
        found = mixed.get("msg_item") if isinstance(mixed, Mapping) else None
        parts = [part for part in found if isinstance(part, Mapping)] if isinstance(found, list) else []
    for part in parts:
        kind = part.get("msgtype")
        if isinstance(kind, str) and isinstance(part.get(kind), Mapping):
            yield kind, part[kind]


def _quoted(quote: Any) -> str | None:
    if not isinstance(quote, Mapping):
        return None
    words = [_text(part.get("content")) for kind, part in _parts(quote) if kind in ("text", "markdown", "stream", "voice")]
    return fingerprint("".join(words))


def _without_mention(text: str) -> str:
    """Without the bot's own name, which WeCom leaves in the text: in front, or else at the end."""
    without, found = _MENTION_IN_FRONT.subn("", text, count=1)
    return (without if found else _MENTION_AT_END.sub("", text)).strip()


def _text(value: Any) -> str:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _identifier(value: Any) -> str | None:
    if not isinstance(value, str) or not 0 < len(value) <= 256 or "\0" in value:
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value
