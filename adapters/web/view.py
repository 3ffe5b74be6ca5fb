"""What the page is told about a message: plain JSON, with the words already safe HTML."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from adapters.web.rendering import render, wire
from adapters.web.session import Conversation, Message, Shown
from engine.messages import Attachment, Choices, File, Image, Text

PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}
"""Uploads that are shown as pictures, by suffix; a browser can run no script from any of them."""

_EXCERPT = 60


def view(message: Message, conversation: Conversation) -> dict[str, Any]:
    """`message` as the page draws it: `id, author, at (ms since 1970), state, quote, parts`.

    A part is one of `{type: text, html, markdown}`, `{type: plain, text}`, `{type: choices, options, chosen}`,
    `{type: image, url, alt}` or `{type: file, url, name, size}`; addresses are relative to the page.
    """
    quoted = conversation.get(message.reply_to)
    return {
        "id": message.id,
        "author": message.author,
        "at": int(message.at.timestamp() * 1000),
        "state": message.state,
        "quote": {"id": quoted.id, "text": excerpt(quoted)} if quoted else None,
        "parts": [_part(block, place, message) for place, block in enumerate(message.blocks)],
    }


def excerpt(message: Message) -> str:
    """The first words of a message on one line, without Markdown's marks."""
    words = re.sub(r"[*_`#>|$~]+", "", wire(message.text))
    line = " ".join(words.split()) or "（图片或文件）"
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def _part(block: Shown, place: int, message: Message) -> dict[str, Any]:
    url = f"chat/files/{quote(message.id, safe='')}/{place}"
    match block:
        case Text(markdown) if message.author == "person":
            return {"type": "plain", "text": wire(markdown)}
        case Text(markdown):
            return {"type": "text", "html": render(markdown), "markdown": wire(markdown)}
        case Choices(options):
            return {"type": "choices", "options": [wire(option.label) for option in options], "chosen": message.chosen.get(place)}
        case Image(alt=alt):
            return {"type": "image", "url": url, "alt": wire(alt)}
        case File(name, content):
            return {"type": "file", "url": url, "name": wire(name), "size": len(content)}
        case Attachment(name, path=path, size=size):
            if path is not None and path.suffix.lower() in PICTURES:
                return {"type": "image", "url": url, "alt": wire(name)}
            return {"type": "file", "url": url if path else None, "name": wire(name), "size": size}
