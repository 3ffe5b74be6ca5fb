"""What the fake Discord holds: servers, channels, people and messages, as JSON of API version 10. No network here."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

BOT = "1100000000000000001"
APPLICATION = "1100000000000000002"
ADMINISTRATORS = "1100000000000000003"
"""The role that may manage a server."""

MANAGE_GUILD = 1 << 5
MEMBER_PERMISSIONS = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31
"""View channel, send messages, embed links, attach files, read history, use application commands."""

EPHEMERAL, LOADING = 1 << 6, 1 << 7
EPOCH = 1_420_070_400_000
"""The first millisecond of 2015, from which ids count."""

Json = dict[str, Any]

_counter = itertools.count()


def snowflake() -> str:
    """A new id: milliseconds since 2015 above 22 bits."""
    return str((int(time.time() * 1000) - EPOCH << 22) | next(_counter) % (1 << 22))


def person_id(number: str) -> str:
    """The user id of a person of the tests."""
    return str(300_000_000_000_000_000 + int(number))


def person_number(user_id: str) -> str:
    """Which person of the tests has this user id."""
    return str(int(user_id) - 300_000_000_000_000_000)


def user(user_id: str) -> Json:
    """A user object."""
    if user_id == BOT:
        return {"id": BOT, "username": "shangan", "discriminator": "0000", "global_name": None, "avatar": None, "bot": True, "flags": 0}
    number = person_number(user_id)
    return {"id": user_id, "username": f"tongxue{number}", "discriminator": "0", "global_name": f"同学{number}", "avatar": None}


def _now() -> str:
    return datetime.now(UTC).isoformat()


@dataclass
class Guild:
    """A server with its channels. `owner` is a person's number."""

    id: str
    owner: str
    channels: list[str] = field(default_factory=list)

    def payload(self) -> Json:
        """The guild object of GUILD_CREATE."""
        roles = [_role(self.id, "@everyone", MEMBER_PERMISSIONS), _role(ADMINISTRATORS, "管理员", MEMBER_PERMISSIONS | MANAGE_GUILD)]
        return {
            "id": self.id,
            "name": "备考群",
            "owner_id": person_id(self.owner),
            "roles": roles,
            "channels": [self.channel(channel) for channel in self.channels],
            "members": [self.member(BOT)],
            "member_count": 3,
            "threads": [],
            "emojis": [],
            "stickers": [],
            "features": [],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "preferred_locale": "zh-CN",
            "premium_tier": 0,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "system_channel_flags": 0,
            "afk_timeout": 300,
            "unavailable": False,
        }

    def channel(self, channel_id: str) -> Json:
        """A text channel of this server."""
        return {
            "id": channel_id,
            "guild_id": self.id,
            "type": 0,
            "name": f"刷题-{channel_id[-4:]}",
            "position": 0,
            "permission_overwrites": [],
            "nsfw": False,
            "topic": None,
            "parent_id": None,
            "last_message_id": None,
            "rate_limit_per_user": 0,
        }

    def member(self, user_id: str, role: str = "member") -> Json:
        """A member, as an interaction or a GUILD_CREATE shows one."""
        return {
            "user": user(user_id),
            "nick": None,
            "roles": [ADMINISTRATORS] if role == "admin" else [],
            "joined_at": "2026-01-01T00:00:00.000000+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
        }

    def permissions(self, user_id: str, role: str) -> str:
        """What Discord says of a member's permissions in an interaction."""
        managing = role == "admin" or user_id == person_id(self.owner)
        return str(MEMBER_PERMISSIONS | (MANAGE_GUILD if managing else 0))


def _role(role_id: str, name: str, permissions: int) -> Json:
    return {
        "id": role_id,
        "name": name,
        "permissions": str(permissions),
        "color": 0,
        "hoist": False,
        "position": 0,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


@dataclass
class World:
    """Everything there is. Groups of the tests are channels; those from 9000 on lie in a second server."""

    guilds: list[Guild] = field(
        default_factory=lambda: [Guild("1100000000000000101", owner="900"), Guild("1100000000000000102", owner="901")]
    )
    direct: dict[str, str] = field(default_factory=dict)
    """Channel of the direct messages with each user."""
    messages: dict[str, Json] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def group_channel(self, group: str) -> tuple[Guild, str, bool]:
        """Server and channel of a group; True: the channel is new."""
        guild = self.guilds[1 if int(group) >= 9000 else 0]
        channel = str(1_100_000_000_000_100_000 + int(group))
        fresh = channel not in guild.channels
        if fresh:
            guild.channels.append(channel)
        return guild, channel, fresh

    def guild_of(self, channel: str) -> Guild | None:
        """The server a channel lies in; None: direct messages."""
        return next((guild for guild in self.guilds if channel in guild.channels), None)

    def direct_channel(self, user_id: str) -> str:
        """The channel of the direct messages with a user."""
        return self.direct.setdefault(user_id, str(1_200_000_000_000_000_000 + int(user_id) % 10**15))

    def person_of(self, channel: str) -> str | None:
        """Whose direct messages a channel holds."""
        return next((person_number(user_id) for user_id, direct in self.direct.items() if direct == channel), None)

    @staticmethod
    def group_of(channel: str) -> str:
        """The group of the tests that a channel is."""
        return str(int(channel) - 1_100_000_000_000_100_000)

    def direct_payload(self, user_id: str) -> Json:
        """The DM channel object."""
        return {"id": self.direct_channel(user_id), "type": 1, "recipients": [user(user_id)], "last_message_id": None, "flags": 0}

    def message(self, channel: str, author: str, content: str, **more: Any) -> Json:
        """A message object, kept so that it can be edited, answered and pressed."""
        message = {
            "id": snowflake(),
            "channel_id": channel,
            "author": user(author),
            "content": content,
            "timestamp": _now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "type": 0,
            "flags": 0,
            **more,
        }
        self.messages[message["id"]] = message
        return message

    def edited(self, message: Json, changes: Json) -> None:
        """Change a message as an edit does."""
        message.update(changes)
        message["edited_timestamp"] = _now()
