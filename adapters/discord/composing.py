"""A reply as the messages Discord takes: texts split or put into embeds, pictures and files where they come, buttons below the last."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import discord

from adapters.discord.buttons import buttons
from adapters.discord.markdown import to_discord
from adapters.splitting import split
from engine.messages import Choice, Choices, File, Image, Reply, Text

LONGEST_CONTENT, LONGEST_EMBED, LONGEST_EMBEDS = 2000, 4096, 6000
"""Characters of a message's text, of an embed's, and of all embeds of a message together."""

MOST_ATTACHMENTS = MOST_EMBEDS = 10
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
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """An embed: text, and below it the attached picture of that name."""

    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One message: its whole state, so that an edit shows exactly this."""

    content: str = ""
    cards: tuple[Card, ...] = ()
    attachments: tuple[Attached, ...] = ()
    choices: tuple[Choice, ...] = ()

    def files(self) -> list[discord.File]:
        """Its attachments, each to be sent once."""
        return [
            discord.File(io.BytesIO(each.content), filename=each.name, description=each.alt[:_LONGEST_DESCRIPTION] or None)
            for each in self.attachments
        ]

    def embeds(self) -> list[discord.Embed]:
        """Its cards."""
        embeds = []
        for card in self.cards:
            embed = discord.Embed(description=card.text or None, colour=_COLOUR)
            if card.picture:
                embed.set_image(url=f"attachment://{card.picture}")
            embeds.append(embed)
        return embeds

    def view(self) -> discord.ui.View | None:
        """Its buttons, if it has any."""
        return buttons(self.choices) if self.choices else None


def compose(reply: Reply, may_embed: bool = True) -> list[Post]:
    """The messages of `reply`, at least one.

    Args:
        may_embed: a text too long for a plain message may be an embed, which holds twice as much, and texts with pictures between them
            may be embeds of one message.
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
    if may_embed:
        posts = _joined(posts)
    posts[-1] = replace(posts[-1], choices=choices)
    return posts


def _joined(posts: list[Post]) -> list[Post]:
    """One message with a card for each of `posts`, where pictures stand between texts and it all fits; otherwise `posts`."""
    cards = [(post.content or "".join(card.text for card in post.cards), post.attachments) for post in posts]
    between = any(post.attachments for post in posts[:-1])
    fits = len(posts) <= MOST_EMBEDS and sum(len(text) for text, _ in cards) <= LONGEST_EMBEDS
    if not between or not fits or any(len(attached) > 1 or not all(each.is_picture for each in attached) for _, attached in cards):
        return posts
    return [
        Post(
            cards=tuple(Card(text, attached[0].name if attached else "") for text, attached in cards),
            attachments=tuple(each for _, attached in cards for each in attached),
        )
    ]


def _parts(text: str, may_embed: bool) -> list[Post]:
    if len(text) <= LONGEST_CONTENT:
        return [Post(content=text)] if text else []
    if not may_embed:
        return [Post(content=part) for part in split(text, LONGEST_CONTENT)]
    return [Post(cards=(Card(part),)) for part in split(text, LONGEST_EMBED)]


def _attached(block: Image | File, number: int) -> Attached:
    if isinstance(block, File):
        return Attached(block.name, block.content)
    return Attached(f"picture{number}.{block.media_type.rpartition('/')[2] or 'png'}", block.content, block.alt, is_picture=True)
