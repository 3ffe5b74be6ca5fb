"""discord.py's connection, hardened: a frame that cannot be read is dropped instead of ending the session, and no rate limit is slept through for long.

discord.py keeps the connection, compression, heartbeats, RESUME and rate-limit buckets. Left to it is everything but what
stands here.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, TypeGuard

import aiohttp
import discord
import discord.client
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure

log = logging.getLogger(__name__)

LONGEST_WAIT = 10.0
"""Seconds that a send waits for a rate limit; for longer ones it gives up and tells until when."""

SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT = 100, 600_000
"""Milliseconds; Discord asks for about 41,250."""

_CONTROL = (ReconnectWebSocket, discord.ConnectionClosed, WebSocketClosure, OSError, aiohttp.ClientError)
"""How discord.py says that the connection has ended; never to be swallowed."""


class Gateway(DiscordWebSocket):
    """A gateway connection that survives whatever stands in a frame."""

    async def received_message(self, msg: Any, /) -> None:
        """Take one frame; one that is no sound gateway event is dropped."""
        if isinstance(msg, bytes):
            try:
                msg = self._decompressor.decompress(msg)
            except UnicodeDecodeError:
                log.warning("a gateway frame that is no text was dropped")
                return
            except Exception as error:
                # The compression context is broken for good; the session is not: resume it on a new connection.
                await self.close()
                raise ReconnectWebSocket(self.shard_id) from error
            if msg is None:
                return
        frame = read_frame(msg)
        if frame is None or not is_sound(frame, greeted=self._keep_alive is not None, identified=self.session_id is not None):
            log.warning("a gateway frame that is no event was dropped")
            return
        if frame["op"] == self.HEARTBEAT and self._keep_alive is not None:
            # discord.py counts this one against its own send limit, and a flood of them would stop it from listening.
            await self.send_heartbeat(self._keep_alive.beat())
            return
        try:
            await super().received_message(msg)
        except _CONTROL:
            raise
        except Exception as error:
            # discord.py raises whatever a missing or misshapen field leads to.
            log.warning("a gateway event was dropped: %s", type(error).__name__)


def read_frame(text: str) -> dict[str, Any] | None:
    """The JSON object of a frame; None where there is none."""
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return frame if isinstance(frame, dict) else None


def is_sound(frame: Mapping[str, Any], greeted: bool, identified: bool) -> bool:
    """True if a frame has the shape of a gateway event and comes in its time.

    Args:
        greeted: HELLO came already; another would start a second heartbeat.
        identified: there is a session already; another READY would empty what is known.
    """
    if not _is_number(frame.get("op")):
        return False
    sequence, data = frame.get("s"), frame.get("d")
    if sequence is not None and not (_is_number(sequence) and 0 <= sequence < 2**53):
        return False
    if frame["op"] == DiscordWebSocket.HELLO:
        interval = data.get("heartbeat_interval") if isinstance(data, dict) else None
        return not greeted and _is_number(interval) and SHORTEST_HEARTBEAT <= interval <= LONGEST_HEARTBEAT
    if frame["op"] != DiscordWebSocket.DISPATCH:
        return True
    name = frame.get("t")
    if not isinstance(name, str):
        return False
    if name == "READY":
        return not identified and _is_ready(data)
    return name != "RESUMED" or isinstance(data, dict)


def _is_ready(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and isinstance(data.get("user"), dict)
        and str(data["user"].get("id", "")).isdecimal()
        and isinstance(data["user"].get("username"), str)
        and isinstance(data.get("session_id"), str)
        and isinstance(data.get("resume_gateway_url"), str)
        and isinstance(data.get("guilds"), list)
    )


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


# `Client.connect` has no parameter for the class of its connection; it looks the name up here.
discord.client.DiscordWebSocket = Gateway  # type: ignore[misc]

# No voice here, so nobody needs to be told that its libraries are missing.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def impatience() -> aiohttp.TraceConfig:
    """Ends a request that was told to wait longer than `LONGEST_WAIT`, with `discord.RateLimited`.

    discord.py's own limit has a floor of 30 s and does not hold for interactions; a trace sees every response.
    """
    trace = aiohttp.TraceConfig()

    async def look(_session: aiohttp.ClientSession, _context: SimpleNamespace, parameters: aiohttp.TraceRequestEndParams) -> None:
        if parameters.response.status != 429:
            return
        try:
            seconds = float(parameters.response.headers.get("Retry-After", "0"))
        except ValueError:
            return
        if seconds > LONGEST_WAIT:
            parameters.response.close()
            raise discord.RateLimited(seconds)

    trace.on_request_end.append(look)
    return trace
