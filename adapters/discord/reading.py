"""What people do on Discord, as `Incoming`: messages, slash commands, pressed buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import discord

from engine.messages import Attachment, Incoming, Role, Scene, Sender

PLATFORM = "discord"
TOKEN_LIFE = timedelta(minutes=14, seconds=30)
"""An interaction's token serves 15 minutes; the margin is for clocks that differ."""


def read_message(message: discord.Message, account: str) -> Incoming | None:
    """A message as `Incoming`; None: a bot's (ours included), a webhook's, or a notice such as a pin."""
    if message.author.bot or message.webhook_id is not None:
        return None
    if message.type not in (discord.MessageType.default, discord.MessageType.reply):
        return None
    files = [each for each in message.attachments if not _is_image(each)]
    scene = scene_of(account, message.author.id, message.channel.id, message.guild is None)
    reference = message.reference
    return Incoming(
        id=str(message.id),
        scene=scene,
        sender=Sender(str(message.author.id), message.author.display_name, _role(message)),
        kind="file" if files and scene.is_private else "message",
        text=_words(message, account),
        images=_attachments([each for each in message.attachments if _is_image(each)]),
        files=_attachments(files),
        mentions_bot=any(str(user.id) == account for user in message.mentions),
        reply_to=str(reference.message_id) if reference is not None and reference.message_id is not None else None,
        context={"channel": str(message.channel.id)},
    )


def read_interaction(interaction: discord.Interaction[Any], account: str, *, text: str = "", choice: str | None = None) -> Incoming:
    """A slash command (`text`: what it would be if typed) or a pressed button (`choice`)."""
    private = interaction.guild_id is None
    return Incoming(
        id=str(interaction.id),
        scene=scene_of(account, interaction.user.id, interaction.channel_id or 0, private),
        sender=Sender(str(interaction.user.id), interaction.user.display_name, interaction_role(interaction)),
        kind="message" if choice is None else "button",
        text=text,
        choice=choice,
        reply_to=str(interaction.message.id) if choice is not None and interaction.message is not None else None,
        reply_deadline=interaction.created_at + TOKEN_LIFE,
        context={"application": str(interaction.application_id), "token": interaction.token, "channel": str(interaction.channel_id or 0)},
    )


def scene_of(account: str, person: int, channel: int, private: bool) -> Scene:
    """The conversation: a person's direct messages by the person, a server's channel or thread by itself."""
    return Scene(PLATFORM, account, "private", str(person)) if private else Scene(PLATFORM, account, "channel", str(channel))


def interaction_role(interaction: discord.Interaction[Any]) -> Role:
    """The role of who used a command or button, from the permissions that Discord sends along."""
    if interaction.guild_id is None:
        return "owner"
    if interaction.guild is not None and interaction.guild.owner_id == interaction.user.id:
        return "owner"
    permissions = interaction.permissions
    return "admin" if permissions.manage_guild or permissions.administrator else "member"


def _role(message: discord.Message) -> Role:
    guild, author = message.guild, message.author
    if guild is None:
        return "owner"
    if guild.owner_id == author.id:
        return "owner"
    permissions = author.guild_permissions if isinstance(author, discord.Member) else discord.Permissions.none()
    return "admin" if permissions.manage_guild or permissions.administrator else "member"


def _words(message: discord.Message, account: str) -> str:
    """The text without the mention of the bot; other people's mentions by name."""
    text = message.content if isinstance(message.content, str) else ""
    for user in message.mentions:
        shown = "" if str(user.id) == account else f"@{user.display_name}"
        text = text.replace(f"<@{user.id}>", shown).replace(f"<@!{user.id}>", shown)
    return text.strip()


def _is_image(attachment: discord.Attachment) -> bool:
    return (attachment.content_type or "").startswith("image/")


def _attachments(attachments: Sequence[discord.Attachment]) -> tuple[Attachment, ...]:
    return tuple(Attachment(each.filename, url=each.url, size=each.size) for each in attachments)
