"""Replies as messages of the open platform: words with at most one picture or one keyboard each, few enough for the replies that are left."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from adapters.markdown import plain_formulas, to_plain
from adapters.splitting import split
from engine.messages import Choices, File, Image, Reply, Text

LIMIT = 4000
"""Characters of one message; the platform takes some more, but counts in its own way."""

BUTTONS_PER_ROW = 5
LONGEST_LABEL = 10

_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\([^)\s]+(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(r"<?\b(?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>，。；）)】」]+>?", re.IGNORECASE)
# The platform reads these as mentions, faces and buttons wherever they stand, also in words that somebody else put in.
_TAG = re.compile(r"<(?=[@#]|qqbot-|cmd\b|emoji:|faceType)|@(?=everyone)")
_HARMLESS = {"<": "＜", "@": "＠"}
_DOTTED = re.compile(r"(?<=[0-9A-Za-z\u4e00-\u9fff_-])\.(?=[A-Za-z\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Draft:
    """One message.

    Attributes:
        markdown: its words; links are gone already.
        native: it goes out as native Markdown; otherwise as plain text.
    """

    markdown: str = ""
    native: bool = False
    picture: Image | None = None
    choices: Choices | None = None
    dotless: bool = False

    @property
    def text(self) -> str:
        """Its words as they go out."""
        words = _TAG.sub(lambda match: _HARMLESS[match.group()], plain_formulas(self.markdown) if self.native else to_plain(self.markdown))
        return _DOTTED.sub("．", words) if self.dotless else words

    def plain(self) -> Draft:
        """Without native Markdown, and so without buttons; the words say which letters to type."""
        return replace(self, native=False, choices=None)

    def without_picture(self) -> Draft:
        """With the picture told in words."""
        assert self.picture is not None
        return replace(self, markdown=f"{self.markdown}\n\n{without_links(self.picture.alt)}".strip(), picture=None)

    def without_dots(self) -> Draft:
        """With nothing that could be taken for a link, such as `main.py`: its dots become full-width."""
        return replace(self, dotless=True)


def compose(reply: Reply, markdown: bool, buttons: bool, most: int) -> list[Draft]:
    """`reply` as at most `most` messages; what does not fit is cut, and said to be.

    A picture takes the words around it along as plain text. Buttons need Markdown, which takes no picture of ours: it goes ahead of them.

    Args:
        markdown, buttons: what the bot was granted.
    """
    choices = next((block for block in reply.blocks if isinstance(block, Choices)), None)
    pressed = choices is not None and markdown and buttons
    pages: list[tuple[list[str], Image | None]] = [([], None)]
    for block in reply.blocks:
        if isinstance(block, Text):
            pages[-1][0].append(without_links(block.markdown))
        elif isinstance(block, File):
            pages[-1][0].append(f"文件「{without_links(block.name)}」在 QQ 上发不了，请在网页上取。")
        elif isinstance(block, Image) and pages[-1][1] is None and len(pages) == 1:
            pages[-1] = (pages[-1][0], block)
        elif isinstance(block, Image):
            pages.append(([], block))
    drafts: list[Draft] = []
    for words, picture in pages:
        parts = split("\n\n".join(words), LIMIT)
        if picture is not None and (pressed or not parts):
            drafts.append(Draft(picture=picture))
        elif picture is not None:
            drafts.append(Draft(parts.pop(0), picture=picture))
        drafts += [Draft(part, native=markdown) for part in parts]
    drafts = _fitted(drafts, most)
    if pressed and drafts and drafts[-1].native:
        drafts[-1] = replace(drafts[-1], choices=choices)
    return drafts


def _fitted(drafts: Sequence[Draft], most: int) -> list[Draft]:
    """At most `most` drafts: pictures become words first, then the end is cut."""
    if len(drafts) <= most:
        return list(drafts)
    native = any(draft.native for draft in drafts)
    told = "\n\n".join((draft.without_picture() if draft.picture is not None else draft).markdown for draft in drafts)
    parts = split(told, LIMIT)
    if len(parts) <= most:
        return [Draft(part, native=native) for part in parts]
    kept = split("\n\n".join(parts[:most]), LIMIT - ROOM_FOR_NOTE)[:most]
    note = _CUT.format(len(told) - sum(map(len, kept)), most)
    return [Draft(part + (note if number == len(kept) - 1 else ""), native=native) for number, part in enumerate(kept)]


ROOM_FOR_NOTE = 100
_CUT = "\n\n……后面还有约 {} 字，QQ 一条消息只让再回 {} 次，放不下了。把问题问小一点，或到网页上问，就能看全。"


def without_links(markdown: str) -> str:
    """Without addresses, which the platform refuses: a named link keeps its name."""
    return _LINK.sub("（链接在 QQ 上发不了）", _MARKDOWN_LINK.sub(r"\1", markdown))


def keyboard(choices: Choices) -> dict[str, Any]:
    """The buttons as the platform takes them: pressed by anybody, told to us."""
    rows = []
    for start in range(0, len(choices.options), BUTTONS_PER_ROW):
        row = choices.options[start : start + BUTTONS_PER_ROW]
        rows.append({"buttons": [_button(start + number, option.label, option.value) for number, option in enumerate(row)]})
    return {"content": {"rows": rows[:BUTTONS_PER_ROW]}}


def _button(number: int, label: str, value: str) -> Mapping[str, Any]:
    return {
        "id": str(number + 1),
        "render_data": {"label": label[:LONGEST_LABEL], "visited_label": label[:LONGEST_LABEL], "style": 1},
        "action": {"type": 1, "permission": {"type": 2}, "data": value, "unsupport_tips": "请直接回复选项"},
    }
