"""nonebot's OneBot 11 adapter, hardened and led past its matchers.

nonebot keeps the connections, tokens and the pairing of API calls with their echoes. Changed here: an event goes straight to
our handler (no matcher, no `get_msg` call for every reply), and a frame that cannot be read is dropped instead of closing the
client's connection.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from nonebot.adapters.onebot.v11 import Adapter, Event, MessageEvent
from nonebot.drivers import Driver, Request, Response, WebSocket

from adapters.frames import read_frame

log = logging.getLogger(__name__)

OnEvent = Callable[[MessageEvent], Awaitable[None]]
OnNotice = Callable[[str, Mapping[str, Any]], Awaitable[None]]
"""Takes the account and the notice as it came: nonebot has no model for files."""


class Wire(Adapter):
    """One instance serves every connected account. `on_event` and `on_notice` are set before the server starts.

    Attributes:
        clients: by account, the address its client connected from.
    """

    on_event: OnEvent | None = None
    on_notice: OnNotice | None = None

    def __init__(self, driver: Driver, **kwargs: Any) -> None:
        super().__init__(driver, **kwargs)
        self.clients: dict[str, str] = {}

    async def _handle_ws(self, websocket: WebSocket) -> None:
        account = websocket.request.headers.get("x-self-id")
        peer = getattr(getattr(websocket, "websocket", None), "client", None)
        if account and account not in self.bots and peer is not None and self._check_access_token(websocket.request) is None:
            self.clients[account] = peer.host
        await super()._handle_ws(cast(WebSocket, _TolerantWebSocket(websocket)))

    async def _handle_http(self, request: Request) -> Response:
        content = request.content or b""
        if content and read_frame(content) is None:
            return Response(400, content="Invalid JSON")
        return await super()._handle_http(request)

    def json_to_event(self, json_data: Any) -> Event | None:  # type: ignore[override]
        """Hand an event to our handler; nonebot sees only the answers to API calls.

        A class method upstream; called on the instance only.
        """
        if not isinstance(json_data, dict):
            return None
        if "post_type" not in json_data:
            try:
                return super().json_to_event(json_data)
            except asyncio.InvalidStateError:  # the same echo twice
                return None
        if json_data["post_type"] == "notice":
            if json_data.get("notice_type") == "offline_file" and self.on_notice is not None:
                self._keep(self.on_notice(str(json_data.get("self_id")), json_data))
            return None
        if json_data["post_type"] not in ("message", "meta_event"):
            return None
        try:
            event = super().json_to_event(json_data)
        except Exception:
            # Whatever a client sends, its connection stays: pydantic raises many kinds on hostile input.
            log.warning("an event that is not OneBot 11 was dropped")
            return None
        if isinstance(event, MessageEvent) and self.on_event is not None:
            self._keep(self.on_event(event))
        return None

    def _keep(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


class _TolerantWebSocket:
    """A websocket whose `receive` yields only frames that hold a JSON object."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket

    def __getattr__(self, name: str) -> Any:
        return getattr(self._websocket, name)

    async def receive(self) -> str | bytes:
        """The next readable frame."""
        while True:
            data = await self._websocket.receive()
            if data is not None and read_frame(data) is not None:
                return data
            log.warning("a frame that is no JSON object was dropped")
