"""Where a message can be put: into a channel or direct messages, or as the answer to an interaction, which only its token needs."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Protocol, cast

import discord

from adapters.discord.composing import Post

_TOKEN_GONE = (10015, 10062, 50027)
"""Discord's codes for: unknown webhook, unknown interaction, invalid webhook token."""
_UNKNOWN_MESSAGE = 10008


class TokenGone(Exception):
    """The interaction can no longer be answered: its 15 minutes are over, or it was never acknowledged."""


class Outlet(Protocol):
    """A place for messages."""

    async def post(self, post: Post) -> str:
        """Put a message there; its id."""
        ...

    async def edit(self, message_id: str, post: Post) -> None:
        """Make a message that was put there show `post`."""
        ...

    async def delete(self, message_id: str) -> None:
        """Take a message back."""
        ...


class ChannelOutlet:
    """A channel, a thread or somebody's direct messages; the first message may reply to another."""

    def __init__(self, channel: discord.PartialMessageable | discord.DMChannel, replies_to: int | None = None) -> None:
        self._channel = channel
        self._replies_to = replies_to

    async def post(self, post: Post) -> str:
        """Send a message."""
        more: dict[str, Any] = {}
        if self._replies_to is not None:
            more["reference"] = discord.MessageReference(message_id=self._replies_to, channel_id=self._channel.id, fail_if_not_exists=False)
        if (view := post.view()) is not None:
            more["view"] = view
        message = await self._channel.send(post.content or None, embeds=post.embeds(), files=post.files(), **more)
        self._replies_to = None
        return str(message.id)

    async def edit(self, message_id: str, post: Post) -> None:
        """Edit a message."""
        message = self._channel.get_partial_message(int(message_id))
        await message.edit(content=post.content or None, embeds=post.embeds(), attachments=post.files(), view=post.view())

    async def delete(self, message_id: str) -> None:
        """Delete a message."""
        await self._channel.get_partial_message(int(message_id)).delete()


class InteractionOutlet:
    """The answer to a slash command or a button, through the webhook that its token opens; it works from any process.

    Args:
        placeholder: people see "thinking" where the first message will be.
        ephemeral: only the person who asked sees it.
        beyond: opens the channel, for what is edited after the token's time.
    """

    def __init__(self, webhook: discord.Webhook, placeholder: bool, ephemeral: bool, beyond: Callable[[], Awaitable[Outlet]]) -> None:
        self._webhook = webhook
        self.placeholder = placeholder
        self._ephemeral = ephemeral
        self._beyond = beyond

    async def post(self, post: Post) -> str:
        """Fill the placeholder, or follow up.

        Raises:
            TokenGone: nothing was shown.
        """
        with _watched():
            if self.placeholder and self._ephemeral:
                # Everybody sees the placeholder, so what is for one person cannot fill it.
                await self._remove_placeholder()
            if self.placeholder and (filled := await self._fill(post)) is not None:
                return filled
            more: dict[str, Any] = {}
            if (view := post.view()) is not None:
                more["view"] = view
            message = await self._webhook.send(
                post.content or discord.utils.MISSING,
                embeds=post.embeds(),
                files=post.files(),
                ephemeral=self._ephemeral,
                wait=True,
                **more,
            )
            return str(message.id)

    async def edit(self, message_id: str, post: Post) -> None:
        """Edit a message by the token, or past its time as any other."""
        try:
            with _watched():
                await self._edit(message_id, post)
        except TokenGone:
            if self._ephemeral:
                raise
            await (await self._beyond()).edit(message_id, post)

    async def delete(self, message_id: str) -> None:
        """Delete a message."""
        with _watched():
            await self._webhook.delete_message(int(message_id))

    async def _remove_placeholder(self) -> None:
        with contextlib.suppress(discord.NotFound):
            await remove_placeholder(self._webhook)
        self.placeholder = False

    async def _fill(self, post: Post) -> str | None:
        try:
            message = await self._edit("@original", post)
        except discord.NotFound as error:
            if error.code != _UNKNOWN_MESSAGE:
                raise
            self.placeholder = False  # somebody deleted it
            return None
        self.placeholder = False
        return str(message.id)

    async def _edit(self, message_id: str, post: Post) -> discord.WebhookMessage:
        return await self._webhook.edit_message(
            cast(int, message_id), content=post.content or None, embeds=post.embeds(), attachments=post.files(), view=post.view()
        )


async def remove_placeholder(webhook: discord.Webhook) -> None:
    """Take "thinking" away.

    Raises:
        discord.HTTPException: Discord would not.
    """
    await webhook.delete_message(cast(int, "@original"))


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    try:
        yield
    except discord.HTTPException as error:
        if error.code in _TOKEN_GONE:
            raise TokenGone(str(error)) from error
        raise
