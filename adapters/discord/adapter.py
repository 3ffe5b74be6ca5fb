"""The Discord adapter: one bot account in any number of servers and direct messages."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import aiohttp
import discord
import yarl
from discord.http import Route

from adapters.discord.buttons import ChoiceButton
from adapters.discord.gateway import LONGEST_WAIT, Gateway, impatience
from adapters.discord.outlets import remove_placeholder
from adapters.discord.reading import PLATFORM, read_interaction, read_message
from adapters.discord.sending import Sending
from adapters.discord.slash import slash_commands
from engine.messages import (
    AdapterStatus,
    Capabilities,
    CommandDescription,
    CredentialsRefused,
    Handle,
    Incoming,
    Receipt,
    Reply,
    Scene,
    Suggest,
)

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(max_length=4096, code=True, buttons=True, images=True, files=True, edit=True)
"""Texts over 2,000 characters become embeds of up to 4,096. discord.py keeps to Discord's rate limits. Tables and formulas are not shown."""

_AUTHENTICATION_FAILED = 4004


class DiscordAdapter:
    """Discord.

    Args:
        token: the bot's token.
        api_base: where the REST API is, such as `https://discord.com/api/v10`; it tells where the gateway is.
        commands: what becomes slash commands.
        suggest: what fits while somebody types into a slash command.
        now: the clock (UTC).
    """

    platform = PLATFORM

    def __init__(
        self,
        handle: Handle,
        token: str,
        api_base: str,
        commands: Sequence[CommandDescription],
        suggest: Suggest,
        now: Callable[[], datetime],
    ) -> None:
        self._handle = handle
        self._token = token
        self._api_base = api_base.rstrip("/")
        self._commands = commands
        self._suggest = suggest
        self._now = now
        self._sending = Sending(now)
        self._client: _Client | None = None
        self._reads_messages = True
        self._registered = False
        self._registration_trouble = ""

    def capabilities(self, scene: Scene) -> Capabilities:
        """The same in servers and in private."""
        return CAPABILITIES

    def reaches(self, scene: Scene) -> bool:
        """True while the scene's account is connected."""
        client = self._client
        return client is not None and client.connected and scene.account == client.account

    def status(self) -> AdapterStatus:
        """In how many servers it is, and what it may not do."""
        client = self._client
        if client is None or client.user is None:
            return AdapterStatus("waiting", "正在连接 Discord")
        if not client.connected:
            return AdapterStatus("waiting", "与 Discord 的连接断了，正在重连")
        parts = [f"已登录为 {client.user.name}，在 {len(client.guilds)} 个服务器"]
        if not self._reads_messages:
            parts.append("没有开 Message Content 权限：在服务器里用斜杠命令或 @我，私聊不受影响")
        if self._registration_trouble:
            parts.append(self._registration_trouble)
        return AdapterStatus("on", "；".join(parts))

    async def run(self) -> None:
        """Stay connected. discord.py reconnects and resumes by itself.

        Raises:
            CredentialsRefused: Discord does not know the token.
        """
        Route.BASE = self._api_base
        try:
            await self._connect()
        except discord.PrivilegedIntentsRequired:
            # Granted or not is the developer portal's; everything else works without.
            log.warning("discord: the message content intent is not granted; going on without it")
            self._reads_messages = False
            await self._connect()

    async def send(self, reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        """Send `reply`: to an interaction by its token, otherwise into the channel or direct messages."""
        client = self._client
        # Events that a resumed session catches up with are answered before it counts as connected.
        there = client if client is not None and scene.account == client.account else None
        return await self._sending.send(there, reply, scene, in_reply_to)

    async def _connect(self) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=self._reads_messages)
        client = self._client = _Client(self, intents)
        try:
            await client.login(self._token)
            client.account = str(client.user.id) if client.user is not None else ""
            client.tree = await slash_commands(client, self._commands, self.on_used, self._suggest, lambda: client.account)
            _, gateway, _ = await client.http.get_bot_gateway()
            Gateway.DEFAULT_GATEWAY = yarl.URL(gateway)
            await client.connect()
        except discord.LoginFailure as error:
            raise CredentialsRefused(_REFUSED) from error
        except discord.ConnectionClosed as error:
            if error.code == _AUTHENTICATION_FAILED:
                raise CredentialsRefused(_REFUSED) from error
            raise
        finally:
            client.connected = False
            await client.close()
            self._client = None

    async def register(self, client: _Client) -> None:
        """Tell Discord which slash commands there are, once a process."""
        if self._registered or client.tree is None:
            return
        self._registered = True
        try:
            await client.tree.sync()
            self._registration_trouble = ""
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            self._registered = False
            self._registration_trouble = f"斜杠命令没能登记（{error}）"
            log.warning("discord: the slash commands could not be registered: %s", error)

    async def on_message(self, message: discord.Message, account: str) -> None:
        """Hand a message on."""
        incoming = read_message(message, account)
        if incoming is not None:
            await self._handle(incoming)

    async def on_used(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Hand a slash command on."""
        await self._take(interaction, read_interaction(interaction, self._account(interaction), text=text))

    async def on_pressed(self, interaction: discord.Interaction[Any], value: str) -> None:
        """Hand a pressed button on."""
        await self._take(interaction, read_interaction(interaction, self._account(interaction), choice=value))

    @staticmethod
    def _account(interaction: discord.Interaction[Any]) -> str:
        return str(interaction.client.user.id) if interaction.client.user is not None else ""

    async def _take(self, interaction: discord.Interaction[Any], incoming: Incoming) -> None:
        if self._sending.is_open(incoming):
            await self._handle(incoming)  # delivered again: the first delivery answers
            return
        # Acknowledged beside the work, so that neither waits for the other: Discord allows 3 s.
        acknowledging = asyncio.ensure_future(_acknowledge(interaction))
        self._sending.open(incoming, acknowledging)
        try:
            await self._handle(incoming)
        finally:
            acknowledged = await acknowledging
            if self._sending.close(incoming) and acknowledged and incoming.kind != "button":
                # Nothing was said: "thinking" would stand there for a quarter of an hour.
                with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):
                    await remove_placeholder(interaction.followup)


_REFUSED = "Discord 不认 SHANGAN_DISCORD_TOKEN 这个令牌：请到开发者后台 Bot 页面重置并复制新的"


async def _acknowledge(interaction: discord.Interaction[Any]) -> bool:
    try:
        await interaction.response.defer()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        # Too late, or acknowledged by the process before this one: the answer will show which.
        log.warning("discord: an interaction could not be acknowledged: %s", getattr(error, "code", type(error).__name__))
        return False
    return True


class _Client(discord.Client):
    """discord.py's client with nothing cached but servers and channels."""

    def __init__(self, adapter: DiscordAdapter, intents: discord.Intents) -> None:
        super().__init__(
            intents=intents,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            # Whatever a text holds, nobody is called by it.
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=impatience(),
        )
        self.http.max_ratelimit_timeout = LONGEST_WAIT
        self.adapter = adapter
        self.account = ""
        self.connected = False
        self.tree: discord.app_commands.CommandTree[discord.Client] | None = None
        self.add_dynamic_items(ChoiceButton)

    async def on_connect(self) -> None:
        """A new session."""
        self.connected = True
        await self.adapter.register(self)

    async def on_resumed(self) -> None:
        """The old session goes on."""
        self.connected = True

    async def on_disconnect(self) -> None:
        """discord.py is reconnecting."""
        self.connected = False

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        await self.adapter.on_message(message, self.account)

    async def on_pressed(self, interaction: discord.Interaction[Any], value: str) -> None:
        """Somebody pressed a button of ours."""
        await self.adapter.on_pressed(interaction, value)
