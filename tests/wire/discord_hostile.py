"""Gateway frames that no Discord should send: what a client must survive without losing its connection."""

from __future__ import annotations

import json
import random
from typing import Any

from tests.wire.discord_world import APPLICATION, BOT, World, person_id, snowflake, user

_NAMES = (
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "INTERACTION_CREATE",
    "GUILD_CREATE",
    "GUILD_MEMBER_ADD",
    "CHANNEL_CREATE",
    "THREAD_CREATE",
    "READY",
    "RESUMED",
    "TYPING_START",
    "NO_SUCH_EVENT",
)
_JUNK: tuple[Any, ...] = (None, True, -1, 0, 2**70, 1e308, "", "x", "\ud800", "\0", [], {}, [[]], {"id": None}, "9" * 400, "<@1>" * 500)


def hostile_frame(chance: random.Random) -> bytes:
    """One frame, before compression. Never one that rightly asks the client to reconnect."""
    return chance.choice((_no_json, _no_event, _misshapen, _misshapen, _mutated, _mutated, _mutated, _untimely))(chance)


def _no_json(chance: random.Random) -> bytes:
    return chance.choice(
        (
            b"",
            b"{",
            b"\xff\xfe\xfd",
            b"nonsense",
            b"[" * 5000,
            b'{"op":' * 300,
            bytes(chance.randrange(256) for _ in range(chance.randrange(200))),
        )
    )


def _no_event(chance: random.Random) -> bytes:
    return _json(
        chance.choice(
            (None, [], "text", 12, {}, {"op": "0"}, {"op": True}, {"op": 99}, {"op": 0, "t": ["x"]}, {"op": 0, "t": "X", "s": "1"})
        )
    )


def _misshapen(chance: random.Random) -> bytes:
    return _json({"op": 0, "t": chance.choice(_NAMES), "s": None, "d": chance.choice(_JUNK)})


def _untimely(chance: random.Random) -> bytes:
    hello = {"op": 10, "d": {"heartbeat_interval": chance.choice((0, -5, 1, 41250, "x", 1e9))}}
    ready = {
        "op": 0,
        "t": "READY",
        "s": None,
        "d": {"user": user(BOT), "guilds": [], "session_id": "x", "resume_gateway_url": "ws://127.0.0.1:9"},
    }
    return _json(chance.choice((hello, ready, {"op": 11}, {"op": 11, "d": []}, {"op": 1, "d": None})))


def _mutated(chance: random.Random) -> bytes:
    world = World()
    guild, channel, _ = world.group_channel("778")
    author = person_id("9")
    message = {**world.message(channel, author, "随便说说"), "guild_id": guild.id, "member": {**guild.member(author), "user": None}}
    data: dict[str, Any] = {"custom_id": "shangan:" + chance.choice(("answer:1:1:A", "", "x" * 90)), "component_type": 2}
    press: dict[str, Any] = {
        "id": snowflake(),
        "application_id": APPLICATION,
        "type": chance.choice((2, 3, 4, 5, 77)),
        "token": "none",
        "version": 1,
        "channel_id": channel,
        "channel": guild.channel(channel),
        "guild_id": guild.id,
        "member": {**guild.member(author), "permissions": "0"},
        "message": message,
        "data": data,
        "attachment_size_limit": 1,
        "entitlements": [],
        "authorizing_integration_owners": {},
    }
    name, event = chance.choice(
        (("MESSAGE_CREATE", message), ("INTERACTION_CREATE", press), ("GUILD_CREATE", {**guild.payload(), "id": "1100000000000000999"}))
    )
    for _ in range(chance.randint(1, 3)):
        event[chance.choice(list(event))] = chance.choice(_JUNK)
    return _json({"op": 0, "t": name, "s": None, "d": event})


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()
