"""The SDK's long connection, hardened: one object is one connection, from its opening to its end.

The SDK authenticates, keeps the heartbeat, pairs frames with their acknowledgements and leads callbacks to us. Changed here: a frame that
cannot be read is dropped instead of silently ending the SDK's reading; the end of a connection is always told; it does not reconnect by
itself, which is left to whoever supervises adapters; a certificate authority of one's own can be trusted; nothing people write is logged.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import re
import ssl
import warnings
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import certifi
import websockets
from websockets.exceptions import ConnectionClosed

from engine.messages import CredentialsRefused

with warnings.catch_warnings():
    # The SDK imports a name that websockets keeps for old programs.
    warnings.filterwarnings("ignore", r"websockets\.", DeprecationWarning)
    from aibot import WSClient, WSClientOptions, generate_req_id
    from aibot import decrypt_file as decrypt_file
    from aibot.ws import WsConnectionManager

log = logging.getLogger(__name__)

LARGEST_FRAME = 4 * 2**20
"""Bytes. A callback holds at most 20 kB of text; pictures and files come as links."""

OPEN_SECONDS, SUBSCRIBE_SECONDS = 15, 10

WRONG_CREDENTIALS = 853000
"""`invalid bot_id or secret`."""
TOO_OFTEN = frozenset({846607, 45009, 45033})
"""Too many messages a minute or an hour in one conversation; the same of WeCom's interfaces in general."""
NOT_ANSWERABLE = frozenset({846605, 846608})
"""The callback's `req_id` takes no (more) replies; the stream can no longer be changed."""

_ACKNOWLEDGED_WITH = re.compile(r"errcode=(-?\d+), errmsg=(.*)", re.DOTALL)
_REFUSED_WITH = re.compile(r"Authentication failed: (.*) \(code: (-?\d+)\)", re.DOTALL)

OnFrame = Callable[[Mapping[str, Any]], None]


class RefusalError(Exception):
    """WeCom said no to a frame. `code` is its errcode, the text its own words."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(f"{words} (errcode {code})")
        self.code = code


class NotSentError(Exception):
    """The frame did not leave: there is no connection."""


class NoAnswerError(Exception):
    """The frame left, and no answer came: nobody knows whether it was taken."""


class ReplacedError(Exception):
    """The same bot connected somewhere else, and WeCom keeps only the newest connection."""


def tls_context(authority: Path | None) -> ssl.SSLContext:
    """Trusts the usual authorities and, beside them, the certificates of the PEM file `authority`.

    Raises:
        OSError: the file cannot be read or holds no certificate (`ssl.SSLError`).
    """
    context = ssl.create_default_context(cafile=certifi.where())
    if authority is not None:
        context.load_verify_locations(cafile=authority)
    return context


def read_frame(raw: str | bytes) -> dict[str, Any] | None:
    """The JSON object of a frame; None where there is none."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


class Connection:
    """One connection of one bot.

    Args:
        on_message: takes every `aibot_msg_callback` frame, `on_event` every `aibot_event_callback` frame.
    """

    def __init__(self, bot_id: str, secret: str, url: str, tls: ssl.SSLContext, on_message: OnFrame, on_event: OnFrame) -> None:
        self._client = _Client(WSClientOptions(bot_id=bot_id, secret=secret, ws_url=url, max_reconnect_attempts=0, logger=_Silence()), tls)
        self._authenticated: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._replaced = False
        self._client.on("authenticated", lambda: self._settle(None))
        self._client.on("error", self._settle)
        self._client.on("message", on_message)
        self._client.on("event", on_event)
        self._client.on("event.disconnected_event", self._be_replaced)

    async def open(self) -> None:
        """Connect and authenticate.

        Raises:
            CredentialsRefused: WeCom does not know the bot's id or secret.
            RefusalError: WeCom does not let us in for another reason.
            OSError, TimeoutError, websockets.exceptions.WebSocketException: it cannot be reached.
        """
        manager = self._client.manager
        await asyncio.wait_for(manager.connect(), OPEN_SECONDS)
        either: set[asyncio.Future[Any]] = {self._authenticated, manager.over}
        await asyncio.wait(either, timeout=SUBSCRIBE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if manager.over.done():
            raise ConnectionError(manager.over.result())
        if not self._authenticated.done():
            raise TimeoutError("企业微信没有回应登录")
        self._authenticated.result()

    async def lasts(self) -> None:
        """Return once it is over.

        Raises:
            ReplacedError: because the bot connected somewhere else.
        """
        await asyncio.shield(self._client.manager.over)
        if self._replaced:
            raise ReplacedError

    async def close(self) -> None:
        """End it."""
        if self._authenticated.done() and not self._authenticated.cancelled():
            self._authenticated.exception()  # looked at, so that it is not reported as lost
        await self._client.manager.close()

    async def respond(self, req_id: str, body: Mapping[str, Any]) -> None:
        """Answer a message callback. Raises RefusalError, NotSentError, NoAnswerError, as all that follow."""
        await self._acknowledged(self._client.reply(_frame(req_id), dict(body)))

    async def stream(self, req_id: str, stream_id: str, content: str, finish: bool) -> None:
        """Show a bubble, or change the one of the same `stream_id`: `content` is the whole text so far."""
        await self._acknowledged(self._client.reply_stream(_frame(req_id), stream_id, content, finish))

    async def welcome(self, req_id: str, text: str) -> None:
        """Answer `enter_chat`; within 5 seconds."""
        await self._acknowledged(self._client.reply_welcome(_frame(req_id), {"msgtype": "text", "text": {"content": text}}))

    async def update_card(self, req_id: str, card: Mapping[str, Any], person: str) -> None:
        """Answer `template_card_event`, for `person` alone; within 5 seconds."""
        await self._acknowledged(self._client.update_template_card(_frame(req_id), dict(card), [person]))

    async def push(self, chat: str, body: Mapping[str, Any]) -> None:
        """Say something unasked."""
        await self._acknowledged(self._client.send_message(chat, dict(body)))

    async def call(self, command: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Any other command of the protocol (uploads); what its answer holds."""
        answer = await self._acknowledged(self._client.reply(_frame(generate_req_id(command)), dict(body), command))
        found = answer.get("body")
        return found if isinstance(found, dict) else {}

    async def _acknowledged(self, sending: Awaitable[dict[str, Any]]) -> dict[str, Any]:
        if not self._client.is_connected:
            if asyncio.iscoroutine(sending):
                sending.close()
            raise NotSentError
        try:
            return await sending
        except TimeoutError as error:
            raise NoAnswerError("企业微信没有回应") from error
        except ConnectionClosed as error:
            raise NoAnswerError("连接断了") from error
        except RuntimeError as error:
            found = _ACKNOWLEDGED_WITH.search(str(error))
            if found is not None:
                raise RefusalError(int(found[1]), found[2]) from error
            raise (NotSentError if "not connected" in str(error) or "max size" in str(error) else NoAnswerError)(str(error)) from error

    def _settle(self, error: Exception | None) -> None:
        if self._authenticated.done():
            return
        if error is None:
            self._authenticated.set_result(None)
            return
        found = _REFUSED_WITH.search(str(error))
        if found is None:
            return
        code = int(found[2])
        if code == WRONG_CREDENTIALS:
            self._authenticated.set_exception(CredentialsRefused(f"企业微信不认这个 Bot ID 或 Secret（{found[1]}）"))
        else:
            self._authenticated.set_exception(RefusalError(code, found[1]))

    def _be_replaced(self, _: Mapping[str, Any]) -> None:
        # Connecting again would throw the other one out, which would do the same to us, for ever.
        self._replaced = True
        self._client.manager.end("replaced")


def _frame(req_id: str) -> dict[str, Any]:
    return {"headers": {"req_id": req_id}}


class _Client(WSClient):  # type: ignore[misc]
    """The SDK's client over our manager."""

    def __init__(self, options: Any, tls: ssl.SSLContext) -> None:
        super().__init__(options)
        self.manager = self._ws_manager = _Manager(tls, options)
        self._setup_ws_events()


class _Manager(WsConnectionManager):  # type: ignore[misc]
    """The SDK's manager, which reads on whatever comes and tells when it is `over`."""

    def __init__(self, tls: ssl.SSLContext, options: Any) -> None:
        super().__init__(options.logger, options.heartbeat_interval, ws_url=options.ws_url)
        self.set_credentials(options.bot_id, options.secret)
        self._tls = tls
        self.over: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def connect(self) -> None:
        """Open the socket and ask to be let in. Raises what the library raises."""
        # Heartbeats are the protocol's own, so the library's pings are off.
        self._ws = await websockets.connect(self._ws_url, ssl=self._tls, ping_interval=None, close_timeout=2, max_size=LARGEST_FRAME)
        await self._send_auth()
        self._receive_task = asyncio.ensure_future(self._receive_loop())

    def end(self, reason: str) -> None:
        """Let nobody wait any longer."""
        self._stop_heartbeat()
        self._clear_pending_messages(f"WebSocket connection closed ({reason})")
        if not self.over.done():
            self.over.set_result(reason)

    async def close(self) -> None:
        """Close the socket."""
        self.end("closed")
        if self._receive_task is not None:
            self._receive_task.cancel()
            await asyncio.gather(self._receive_task, return_exceptions=True)
        if self._ws is not None:
            with contextlib.suppress(Exception):  # whatever a dying socket raises, it is given up
                await self._ws.close()

    async def _receive_loop(self) -> None:
        reason = "连接断开了"
        try:
            async for raw in self._ws:
                frame = read_frame(raw)
                try:
                    if frame is None:
                        raise ValueError
                    self._handle_frame(frame)
                except Exception:
                    # Whatever comes in, the connection stays: the SDK trusts every field of a frame.
                    log.warning("a frame that is not of the protocol was dropped")
        except ConnectionClosed as error:
            reason = f"连接断开了（{error}）"
        finally:
            self.end(reason)


class _Silence:
    """The SDK's log quotes what people write; what matters of it we are told by events and exceptions."""

    def debug(self, message: str, *args: Any) -> None:
        """Nothing."""

    info = warn = error = debug
