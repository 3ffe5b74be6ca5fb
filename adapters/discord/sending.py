"""Replies on their way out: which outlet, streamed edits at a pace people can follow, and what Discord's errors mean for the receipt."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp
import discord

from adapters.discord.composing import Post, compose
from adapters.discord.outlets import ChannelOutlet, InteractionOutlet, Outlet, TokenGone
from engine.messages import Deferred, Incoming, Receipt, Refused, Reply, Scene, Sent, Unknown

log = logging.getLogger(__name__)

SECONDS_BETWEEN_EDITS = 1.2
"""Discord takes about five edits in five seconds a channel; a reader follows one a second."""

TRY_AGAIN_AFTER = timedelta(minutes=1)
_REMEMBERED = 10_000


@dataclass
class _Growing:
    """An answer that grows: its messages, and what they show."""

    outlet: Outlet
    ids: list[str] = field(default_factory=list)
    shown: list[Post] = field(default_factory=list)
    edited_at: float = 0.0


class Sending:
    """Sends replies and remembers which interactions are being answered.

    Args:
        now: the clock (UTC).
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._open: dict[str, asyncio.Future[bool]] = {}
        # Interactions whose "thinking" has become a message. After a restart none has: what was being sent is never sent again.
        self._filled: OrderedDict[str, None] = OrderedDict()
        self._growing: OrderedDict[tuple[str, str], _Growing] = OrderedDict()

    def open(self, incoming: Incoming, acknowledging: asyncio.Future[bool]) -> None:
        """An interaction is being answered; `acknowledging` ends when Discord has been told."""
        self._open[incoming.id] = acknowledging

    def is_open(self, incoming: Incoming) -> bool:
        """True while it is being answered."""
        return incoming.id in self._open

    def close(self, incoming: Incoming) -> bool:
        """It has been worked on. True: and nothing was said."""
        del self._open[incoming.id]
        answered = incoming.id in self._filled
        self._filled.pop(incoming.id, None)
        return not answered

    async def send(self, client: discord.Client | None, reply: Reply, scene: Scene, in_reply_to: Incoming | None) -> Receipt:
        """Send `reply`; never raises for what Discord does."""
        if client is None:
            return Deferred(self._now() + TRY_AGAIN_AFTER, "没有连上 Discord")
        sent: list[str] = []

        async def channel() -> ChannelOutlet:
            return await _channel(client, scene, in_reply_to)

        try:
            token = self._token(in_reply_to) if in_reply_to is not None else None
            if in_reply_to is None or token is None:
                await self._deliver(reply, await channel(), in_reply_to, sent, _may_embed(client, scene))
            else:
                if (acknowledging := self._open.get(in_reply_to.id)) is not None:
                    await asyncio.wait((acknowledging,))
                # What is for one person alone need not wait for their direct messages to be open.
                alone = reply.ephemeral or (scene.is_private and not in_reply_to.scene.is_private)
                placeholder = in_reply_to.kind != "button" and in_reply_to.id not in self._filled
                outlet = InteractionOutlet(_webhook(client, in_reply_to, token), placeholder, alone, channel)
                try:
                    await self._deliver(reply, outlet, in_reply_to, sent, may_embed=True)
                except TokenGone:
                    if sent:
                        raise
                    await self._deliver(reply, await channel(), in_reply_to, sent, _may_embed(client, scene))
        except Exception as error:
            receipt = self._receipt(error)
            if isinstance(receipt, Unknown):
                log.warning("discord: sending failed: %s", type(error).__name__)
            return Sent(tuple(sent)) if sent else receipt
        return Sent(tuple(sent))

    def _token(self, incoming: Incoming) -> str | None:
        token = incoming.context.get("token")
        if not isinstance(token, str) or (incoming.reply_deadline is not None and incoming.reply_deadline <= self._now()):
            return None
        return token

    async def _deliver(self, reply: Reply, outlet: Outlet, in_reply_to: Incoming | None, sent: list[str], may_embed: bool) -> None:
        growing, key = _Growing(outlet), None
        if reply.stream is not None and in_reply_to is not None:
            key = (in_reply_to.id, reply.stream)
            growing = self._growing.pop(key, growing)
            if not growing.ids:
                growing.outlet = outlet
            sent += growing.ids
            now = asyncio.get_running_loop().time()
            if not reply.final:
                self._growing[key] = growing
                if len(self._growing) > _REMEMBERED:
                    self._growing.popitem(last=False)
                if growing.ids and now - growing.edited_at < SECONDS_BETWEEN_EDITS:
                    return
            growing.edited_at = now
        await self._show(compose(reply, may_embed), growing, in_reply_to, sent)

    async def _show(self, posts: list[Post], growing: _Growing, in_reply_to: Incoming | None, sent: list[str]) -> None:
        for number, post in enumerate(posts):
            if number >= len(growing.ids):
                message_id = await growing.outlet.post(post)
                growing.ids.append(message_id)
                growing.shown.append(post)
                sent.append(message_id)
                self._note_filled(growing.outlet, in_reply_to)
            elif growing.shown[number] != post:
                await growing.outlet.edit(growing.ids[number], post)
                growing.shown[number] = post
        while len(growing.ids) > len(posts):
            growing.shown.pop()
            await growing.outlet.delete(growing.ids.pop())
            sent.pop()

    def _note_filled(self, outlet: Outlet, in_reply_to: Incoming | None) -> None:
        if in_reply_to is None or not isinstance(outlet, InteractionOutlet):
            return
        self._filled[in_reply_to.id] = None
        if len(self._filled) > _REMEMBERED:
            self._filled.popitem(last=False)

    def _receipt(self, error: Exception) -> Receipt:
        if isinstance(error, discord.RateLimited):
            return Deferred(self._now() + timedelta(seconds=error.retry_after), f"Discord 要求等 {error.retry_after:.0f} 秒")
        if isinstance(error, TokenGone):
            return Refused(str(error))
        if isinstance(error, discord.DiscordServerError):
            return Unknown(f"Discord {error.status}")
        if isinstance(error, discord.HTTPException):
            if error.status == 429:
                return Deferred(self._now() + TRY_AGAIN_AFTER, "Discord 限流")
            return Refused(f"{error.code} {error.text}".strip())
        if isinstance(error, aiohttp.ClientConnectorError):
            return Deferred(self._now() + TRY_AGAIN_AFTER, "连不上 Discord")  # nothing was handed over
        return Unknown(str(error) or type(error).__name__)


async def _channel(client: discord.Client, scene: Scene, in_reply_to: Incoming | None) -> ChannelOutlet:
    """The channel of a scene; direct messages are opened where nobody has just written there."""
    if in_reply_to is None or in_reply_to.scene != scene:
        channel = (
            await client.create_dm(discord.Object(int(scene.id))) if scene.is_private else client.get_partial_messageable(int(scene.id))
        )
        return ChannelOutlet(channel)
    quotes = int(in_reply_to.id) if not scene.is_private and "token" not in in_reply_to.context else None
    return ChannelOutlet(client.get_partial_messageable(int(in_reply_to.context["channel"])), quotes)


def _webhook(client: discord.Client, incoming: Incoming, token: str) -> discord.Webhook:
    """The webhook that an interaction's token opens, as discord.py's own `Interaction.followup` makes it; no interaction is needed."""
    data = {"id": incoming.context["application"], "type": discord.WebhookType.application.value, "token": token}
    return discord.Webhook.from_state(data=data, state=client._connection)  # type: ignore[arg-type]


def _may_embed(client: discord.Client, scene: Scene) -> bool:
    """True if embeds are shown in the scene: always in private, in a channel with the permission for it."""
    if scene.is_private:
        return True
    channel = client.get_channel(int(scene.id))
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    me: discord.Member | None = channel.guild.me
    return me is None or channel.permissions_for(me).embed_links
