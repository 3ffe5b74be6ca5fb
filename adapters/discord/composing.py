"""A reply as the messages Discord takes: texts split or put into an embed, pictures and files attached where they come, buttons below the last."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import discord

from adapters.discord.buttons import buttons
from adapters.discord.markdown import to_discord
from adapters.splitting import split
from engine.messages import Choice, Choices, File, Image, Reply, Text

LONGEST_CONTENT, LONGEST_EMBED = 2000, 4096
"""Characters of a message's text and of an embed's."""

MOST_ATTACHMENTS = 10
LARGEST_FILE = 10 * 2**20
"""Bytes that a bot may upload anywhere; boosted servers take more."""

_COLOUR = 0x2E7D5B
_LONGEST_DESCRIPTION = 1024


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture or file. `alt` is read to those who cannot see it."""

    name: str
    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One message: its whole state, so that an edit shows exactly this."""

    content: str = ""
    embed: str = ""
    attachments: tuple[Attached, ...] = ()
    choices: tuple[Choice, ...] = ()

    def files(self) -> list[discord.File]:
        """Its attachments, each to be sent once."""
        return [
            discord.File(io.BytesIO(each.content), filename=each.name, description=each.alt[:_LONGEST_DESCRIPTION] or None)
            for each in self.attachments
        ]

    def embeds(self) -> list[discord.Embed]:
        """Its embed, if it has one."""
        return [discord.Embed(description=self.embed, colour=_COLOUR)] if self.embed else []

    def view(self) -> discord.ui.View | None:
        """Its buttons, if it has any."""
        return buttons(self.choices) if self.choices else None


def compose(reply: Reply, may_embed: bool = True) -> list[Post]:
    """The messages of `reply`, at least one.

    Args:
        may_embed: a text too long for a plain message may be an embed, which holds twice as much.
    """
    posts: list[Post] = []
    words: list[str] = []

    def close() -> None:
        posts.extend(_parts(to_discord("\n\n".join(words)), may_embed))
        words.clear()

    for block in reply.blocks:
        if isinstance(block, Text):
            words.append(block.markdown)
        elif isinstance(block, Image | File):
            close()
            attached = _attached(block, sum(len(post.attachments) for post in posts) + 1)
            if len(attached.content) > LARGEST_FILE:
                words.append(
                    block.alt if isinstance(block, Image) else f"文件「{block.name}」超过 10 MB，在 Discord 上发不了，请在网页上取。"
                )
            elif posts and len(posts[-1].attachments) < MOST_ATTACHMENTS:
                posts[-1] = replace(posts[-1], attachments=(*posts[-1].attachments, attached))
            else:
                posts.append(Post(attachments=(attached,)))
    close()
    choices = tuple(choice for block in reply.blocks if isinstance(block, Choices) for choice in block.options)
    if not posts:
        posts.append(Post(content="…"))
    posts[-1] = replace(posts[-1], choices=choices)
    return posts


def _parts(text: str, may_embed: bool) -> list[Post]:
    if len(text) <= LONGEST_CONTENT:
        return [Post(content=text)] if text else []
    if not may_embed:
        return [Post(content=part) for part in split(text, LONGEST_CONTENT)]
    return [Post(embed=part) for part in split(text, LONGEST_EMBED)]


def _attached(block: Image | File, number: int) -> Attached:
    if isinstance(block, File):
        return Attached(block.name, block.content)
    return Attached(f"picture{number}.{block.media_type.rpartition('/')[2] or 'png'}", block.content, block.alt)
