"""A fake Discord, written from its documentation: gateway, REST API, people who write, use slash commands and press buttons.

By hand: `python -m tests.wire.discord` prints the settings to start the bot with; then type lines. A line is a message in a
server, `@` in front mentions the bot, `>` in front sends it in private, `!quiz 题数=2` uses a slash command, `#A` presses a button.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.wire.discord_gateway import Gateway
from tests.wire.discord_rest import Interaction, Rest, Said
from tests.wire.discord_world import APPLICATION, BOT, LOADING, MANAGE_GUILD, Guild, Json, World, person_id, snowflake, user

__all__ = ["GROUP", "TOKEN", "FakeDiscord", "Said", "running"]

GROUP = "700"
TOKEN = "fake.discord.token"


@dataclass
class FakeDiscord:
    """One Discord with one bot. Persons and groups are strings of digits."""

    token: str = TOKEN
    world: World = field(default_factory=World)
    port: int = 0
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        # Whoever comes before `start` waits in the queue of the listening socket instead of being turned away.
        self._listener: socket.socket | None = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self.gateway = Gateway(self.world, self.token, lambda: f"ws://127.0.0.1:{self.port}/gateway")
        self.rest = Rest(self.world, self.token, lambda: f"ws://127.0.0.1:{self.port}/gateway")

    @property
    def api(self) -> str:
        """The API's base address."""
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def settings(self) -> dict[str, str]:
        """What the bot is started with, without the prefix."""
        return {"DISCORD_TOKEN": self.token, "DISCORD_API_BASE": self.api}

    async def start(self) -> None:
        """Answer whoever comes."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/gateway/", self.gateway.serve)
        self.rest.routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.SockSite(self._runner, self._listener or socket.create_server(("127.0.0.1", self.port))).start()
        self._listener = None

    async def stop(self) -> None:
        """Stop listening; the bot sees its connection closed."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        await self.gateway.drop(1001)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def ready(self, seconds: float = 30) -> None:
        """Wait until the bot is connected and its commands are registered."""
        await asyncio.wait_for(self.gateway.connected.wait(), seconds)
        await asyncio.wait_for(self.rest.synced.wait(), seconds)

    async def say(
        self,
        text: str,
        person: str = "1",
        group: str | None = None,
        *,
        mention: bool = False,
        reply_to: str | None = None,
        event_id: str | None = None,
        image: bytes | None = None,
        role: str = "member",
        files: Iterable[tuple[str, bytes]] = (),
    ) -> str:
        """Write a message; its id. `event_id`: delivered under this id (again)."""
        author = person_id(person)
        guild, channel = await self._place(author, group)
        message = self.world.message(channel, author, f"<@{BOT}> {text}" if mention else text)
        if event_id is not None:
            message["id"] = event_id
        mentioned = [BOT] if mention else []
        replied = self.world.messages.get(reply_to or "")
        if replied is not None:
            message["type"] = 19
            message["message_reference"] = {"message_id": reply_to, "channel_id": channel, "guild_id": guild.id if guild else None}
            message["referenced_message"] = replied
        message["mentions"] = [user(each) for each in mentioned]
        uploads = [*([("photo.png", image)] if image is not None else []), *files]
        message["attachments"] = [self._uploaded(name, content) for name, content in uploads]
        if guild is not None:
            member = guild.member(author, role)
            del member["user"]
            message |= {"guild_id": guild.id, "member": member}
        shown = dict(message)
        if not self.gateway.may_read(message, direct=guild is None):
            shown |= {"content": "", "attachments": [], "embeds": [], "components": []}
        await self.gateway.dispatch("MESSAGE_CREATE", shown)
        return str(message["id"])

    async def use(self, name: str, person: str = "1", group: str | None = None, *, role: str = "member", **options: Any) -> str:
        """Use a slash command; the interaction's id.

        Raises:
            LookupError: Discord does not offer this person such a command or option.
        """
        author = person_id(person)
        guild, channel = await self._place(author, group)
        command = self._command(name)
        needed = command.get("default_member_permissions")
        if guild is not None and needed is not None and not int(guild.permissions(author, role)) & int(needed):
            raise LookupError(f"/{name} is not offered to this member")
        given = [{**self._option(command, option), "value": value} for option, value in options.items()]
        names = {option["name"] for option in given}
        if missing := [option["name"] for option in command.get("options", []) if option.get("required") and option["name"] not in names]:
            raise LookupError(f"/{name} lacks {missing}")
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": given}
        return (await self._interact(2, data, author, guild, channel, role)).id

    async def complete(
        self, name: str, option: str, typed: str, person: str = "1", group: str | None = None, seconds: float = 3
    ) -> list[str]:
        """What is suggested while somebody types into a command's option."""
        author = person_id(person)
        guild, channel = await self._place(author, group)
        command = self._command(name)
        focused = {**self._option(command, option), "value": typed, "focused": True}
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": [focused]}
        interaction = await self._interact(4, data, author, guild, channel, "member")
        assert interaction.choices is not None
        choices = await asyncio.wait_for(interaction.choices, seconds)
        return [choice["name"] for choice in choices]

    async def press(self, said: Said | str, label: str, person: str = "1", role: str = "member") -> str:
        """Press a button of a message; the interaction's id."""
        message = self.world.messages[said if isinstance(said, str) else said.id]
        buttons = [button for row in message["components"] for button in row["components"]]
        button = next(button for button in buttons if button["label"] == label)
        data = {"custom_id": button["custom_id"], "component_type": 2}
        author, channel = person_id(person), message["channel_id"]
        return (await self._interact(3, data, author, self.world.guild_of(channel), channel, role, message=message)).id

    async def next(self, seconds: float = 10) -> Said:
        """The next thing the bot says."""
        return await asyncio.wait_for(self.rest.said.get(), seconds)

    async def is_silent(self, seconds: float = 0.6) -> bool:
        """True if the bot says nothing for a while."""
        with contextlib.suppress(TimeoutError):
            await self.next(seconds)
            return False
        return True

    def is_thinking(self, interaction_id: str) -> bool:
        """True if people see that the bot is still thinking about this."""
        interaction = next(each for each in self.rest.interactions.values() if each.id == interaction_id)
        return interaction.original is not None and bool(interaction.original["flags"] & LOADING)

    async def _place(self, author: str, group: str | None) -> tuple[Guild | None, str]:
        if group is None:
            return None, self.world.direct_channel(author)
        guild, channel, fresh = self.world.group_channel(group)
        if fresh:
            await self.gateway.dispatch("CHANNEL_CREATE", guild.channel(channel))
        return guild, channel

    def _uploaded(self, name: str, content: bytes) -> Json:
        stored = f"{snowflake()}-{name}"
        self.world.files[stored] = content
        url = f"http://127.0.0.1:{self.port}/files/{stored}"
        kind = "image/png" if name.endswith(".png") else "application/octet-stream"
        return {"id": snowflake(), "filename": name, "size": len(content), "url": url, "proxy_url": url, "content_type": kind}

    def _command(self, name: str) -> Json:
        for command in self.rest.commands:
            if name in (command["name"], *(command.get("name_localizations") or {}).values()):
                return command
        raise LookupError(f"no command /{name}")

    @staticmethod
    def _option(command: Json, name: str) -> Json:
        for option in command.get("options", []):
            if name in (option["name"], *(option.get("name_localizations") or {}).values()):
                return {"name": option["name"], "type": option["type"]}
        raise LookupError(f"/{command['name']} has no option {name}")

    async def _interact(
        self, kind: int, data: Json, author: str, guild: Guild | None, channel: str, role: str, message: Json | None = None
    ) -> Interaction:
        interaction = Interaction(snowflake(), f"token-{random.getrandbits(64):x}", kind, channel, author)
        if kind == 4:
            interaction.choices = asyncio.get_running_loop().create_future()
        self.rest.interactions[interaction.token] = interaction
        event: Json = {
            "id": interaction.id,
            "application_id": APPLICATION,
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": channel,
            "channel": guild.channel(channel) if guild else self.world.direct_payload(author),
            "locale": "zh-CN",
            "entitlements": [],
            "app_permissions": str(MANAGE_GUILD),
            "attachment_size_limit": 10 * 2**20,
            "authorizing_integration_owners": {"0": guild.id if guild else "0"},
            "context": 0 if guild else 1,
        }
        if guild is not None:
            member = {**guild.member(author, role), "permissions": guild.permissions(author, role)}
            event |= {
                "guild_id": guild.id,
                "guild_locale": "zh-CN",
                "member": member,
                "guild": {"id": guild.id, "locale": "zh-CN", "features": []},
            }
        else:
            event["user"] = user(author)
        if message is not None:
            event["message"] = message
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        return interaction


@contextlib.asynccontextmanager
async def running(**attributes: Any) -> AsyncIterator[FakeDiscord]:
    """A fake that listens while the block runs."""
    fake = FakeDiscord(**attributes)
    await fake.start()
    try:
        yield fake
    finally:
        await fake.stop()


async def _by_hand() -> None:
    async with running(port=8409) as fake:
        for name, value in fake.settings.items():
            sys.stdout.write(f"SHANGAN_{name}={value}\n")
        last: list[Said] = []

        async def show() -> None:
            while True:
                said = await fake.next(3600 * 24)
                last.append(said)
                marks = " ".join(mark for mark, on in (("改", said.revised), ("只给你看", said.ephemeral)) if on)
                sys.stdout.write(f"[{said.group or '私聊'} {time.strftime('%X')} {marks}] {said.text} {' '.join(said.buttons)}\n")

        showing = asyncio.create_task(show())
        while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
            if line[0] == "!":
                name, *options = line[1:].split()
                given: dict[str, Any] = {}
                for option in options:
                    key, _, value = option.partition("=")
                    given[key] = int(value) if value.isdecimal() else value
                await fake.use(name, group=GROUP, role="admin", **given)
            elif line[0] == "#":
                await fake.press(last[-1], line[1:])
            else:
                await fake.say(line.lstrip("@>"), group=None if line[0] == ">" else GROUP, mention=line[0] == "@")
        showing.cancel()


if __name__ == "__main__":
    asyncio.run(_by_hand())
