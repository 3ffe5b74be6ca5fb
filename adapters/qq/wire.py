"""nonebot's adapter for QQ's open platform, hardened and led past its matchers.

nonebot brings tokens, calls with one renewal of the token, payloads and the gateway's operations (hello, identify, resume, heartbeat).
Changed here: an event goes to our handler as the JSON it came as (its models refuse events that lack a field); a frame that cannot be
read is dropped; a connection that falls silent is given up; a failure reaches whoever supervises the connection instead of a log; one
token is fetched at a time. Nothing is registered with nonebot's server: `adapters.qq.webhook` has the route.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from nonebot.adapters import Adapter as BaseAdapter
from nonebot.adapters.qq import Adapter, Bot
from nonebot.adapters.qq.config import BotInfo, Config, Intents
from nonebot.adapters.qq.event import EVENT_CLASSES, MessageAuditEvent
from nonebot.adapters.qq.exception import NetworkError
from nonebot.adapters.qq.models import Dispatch, Payload
from nonebot.adapters.qq.store import audit_result
from nonebot.compat import type_validate_python
from nonebot.drivers import URL, Driver, Request, Response, Timeout, WebSocket
from nonebot.drivers.aiohttp import Mixin as Client
from nonebot.exception import WebSocketClosed

from adapters.frames import read_frame
from engine.messages import CredentialsRefused

log = logging.getLogger(__name__)

OnEvent = Callable[[str, Mapping[str, Any], str | None], Awaitable[None]]
"""Takes an event's type, its data and the id of its payload."""

CALL_SECONDS = 20.0
"""For one API call; an upload of a picture is the slowest."""

MISSED_HEARTBEATS = 2.5
"""After so many intervals without any frame the connection is dead."""

ANNOUNCED = 20.0
"""Seconds for hello and the answer to identify."""

GROUPS = Intents(
    guilds=False,
    guild_members=False,
    guild_message_reactions=False,
    at_messages=False,
    message_audit=False,
    c2c_group_at_messages=True,
    interaction=True,
)
GROUPS_AND_GUILDS = GROUPS.model_copy(update={"at_messages": True, "direct_message": True, "message_audit": True})

_BAD_CREDENTIALS = frozenset({100007, 100016, 100017})
_SHUT_OUT = {4914: "QQ 机器人已下架，只能连沙箱环境", 4915: "QQ 机器人已被封禁"}
_INTENTS_REFUSED = frozenset({4013, 4014})
_RESUMABLE = frozenset({1000, 1001, 1006, 4008, 4009})


class Account(Bot):
    """One bot of the open platform: its token and its session."""

    def __init__(self, adapter: Wire, self_id: str, bot_info: BotInfo) -> None:
        super().__init__(adapter, self_id, bot_info)
        self._token_lock = asyncio.Lock()

    @property
    def name(self) -> str:
        """What people see; empty before the first connection."""
        return (self._self_info.username or "") if self._self_info else ""

    @property
    def own_id(self) -> str:
        """Its id in guilds, as mentions there name it; empty before the first connection."""
        return self._self_info.id if self._self_info else ""

    @property
    def sequence(self) -> int:
        """Of the newest event of this session."""
        return self._sequence or 0

    def on_dispatch(self, payload: Dispatch) -> None:
        """Remember how far we are; events that come out of order do not set it back."""
        if payload.sequence is not None:
            self._sequence = max(self.sequence, payload.sequence)

    def forget_token(self) -> None:
        """Fetch another before the next call."""
        self._access_token = None

    async def get_access_token(self) -> str:
        """The token, fetched anew shortly before it ends.

        Raises:
            CredentialsRefused: the platform does not know this app id or secret.
            NetworkError: it did not answer, or not as it should.
        """
        async with self._token_lock:
            now = datetime.now(UTC)
            if self._access_token is not None and self._expires_in is not None and now < self._expires_in - timedelta(seconds=30):
                return self._access_token
            body = {"appId": self.bot_info.id, "clientSecret": self.bot_info.secret}
            try:
                answer = await self.adapter.request(
                    Request("POST", self.adapter.get_auth_base(), json=body, timeout=Timeout(total=CALL_SECONDS))
                )
                data = json.loads(answer.content or b"")
            except Exception as error:
                raise NetworkError("取不到 QQ 的访问令牌") from error
            if not isinstance(data, dict) or not isinstance(data.get("access_token"), str):
                code, told = (data.get("code"), data.get("message")) if isinstance(data, dict) else (None, None)
                if code in _BAD_CREDENTIALS:
                    raise CredentialsRefused(f"QQ 不认 SHANGAN_QQ_APP_ID 或 SHANGAN_QQ_SECRET：{told}（{code}）")
                raise NetworkError(f"取不到 QQ 的访问令牌：{told or answer.status_code}")
            token: str = data["access_token"]
            with suppress(TypeError, ValueError, KeyError):
                self._expires_in = now + timedelta(seconds=int(data["expires_in"]))
            self._access_token = token
            return token

    async def call(
        self,
        method: str,
        *path: str,
        json: Mapping[str, Any] | None = None,
        form: Mapping[str, str] | None = None,
        picture: bytes | None = None,
    ) -> Any:
        """One API call with our token.

        Args:
            path: its segments, each safe in a URL.
            form, picture: for guilds: fields of a form and its `file_image`.

        Raises:
            ActionFailed, AuditException, ApiNotAvailable, NetworkError, CredentialsRefused: as nonebot's.
        """
        request = Request(
            method,
            self.adapter.get_api_base().joinpath(*path),
            json=None if json is None else dict(json),
            data=None if form is None else dict(form),
            files=None if picture is None else {"file_image": ("picture.png", picture, "image/png")},
            timeout=Timeout(total=CALL_SECONDS),
        )
        return await self._request(request)


class Wire(Adapter):
    """The connection of one bot. `on_event` is set before anything is received."""

    on_event: OnEvent | None = None

    def __init__(self, driver: Driver, app_id: str, secret: str, api_base: str, auth_base: str) -> None:
        BaseAdapter.__init__(self, driver)  # nonebot's own would read its configuration and start by itself
        info = BotInfo(id=app_id, secret=secret, intent=GROUPS_AND_GUILDS)
        self.qq_config = type_validate_python(Config, {"qq_api_base": api_base, "qq_auth_base": auth_base, "qq_bots": [info]})
        self.tasks: set[asyncio.Task[Any]] = set()
        self.account = Account(self, app_id, info)
        self._client = Client()

    @property
    def is_connected(self) -> bool:
        """True while the gateway has us."""
        return self.account.self_id in self.bots

    async def request(self, setup: Request) -> Response:
        """One HTTP request on a connection of its own, so that none is lost on one that the other side has just closed."""
        return await self._client.request(setup)

    @asynccontextmanager
    async def websocket(self, setup: Request) -> AsyncGenerator[WebSocket, None]:
        """A websocket whose unreadable frames are dropped."""
        async with self._client.websocket(setup) as socket:
            yield cast(WebSocket, _TolerantWebSocket(socket))

    async def connect(self) -> None:
        """One connection to the gateway, resuming the session where there is one. Returns when it is over.

        Raises:
            CredentialsRefused: trying again would not help.
            ConnectionError: it could not be had.
            NetworkError, ActionFailed: the gateway's address could not be had.
        """
        account = self.account
        gateway = await account.shard_url_get()
        request = Request("GET", URL(gateway.url), timeout=Timeout(connect=30.0, read=None, close=5.0))
        was_had = False
        try:
            async with self.websocket(request) as opened:
                socket = cast(_TolerantWebSocket, opened)
                interval = await self._hello(account, opened)
                if interval is None or interval <= 0:
                    raise ConnectionError("QQ 网关没有打招呼")
                if not await self._authenticate(account, opened, (0, 1)):
                    account.reset()
                    raise ConnectionError("QQ 网关没有接受登录")
                was_had = True
                socket.patience = interval / 1000 * MISSED_HEARTBEATS
                beating = asyncio.create_task(self._heartbeat(account, opened, interval))
                try:
                    await self._loop(account, opened)
                finally:
                    beating.cancel()
                    self.bot_disconnect(account)
        except (WebSocketClosed, ConnectionError) as error:
            ended = self._ended(error.code, error.reason) if isinstance(error, WebSocketClosed) else error
            if not was_had or isinstance(ended, CredentialsRefused):
                raise ended from error
            log.info("the connection to QQ's gateway ended: %s", ended)

    def _ended(self, code: int, reason: str | None) -> Exception:
        """What the end of a connection means, by the code it was closed with."""
        account = self.account
        if code in _SHUT_OUT:
            return CredentialsRefused(_SHUT_OUT[code])
        if code in _INTENTS_REFUSED:
            account.reset()
            if account.bot_info.intent == GROUPS_AND_GUILDS:
                # A bot without guilds; groups and private chats are what it is for.
                account.bot_info.intent = GROUPS
                return ConnectionError("QQ 没有给频道权限，改为只收群聊和私聊")
            return CredentialsRefused("QQ 没有给这个机器人群聊和私聊的权限，请在开放平台申请")
        if code == 4004:
            account.forget_token()
        elif code not in _RESUMABLE:
            account.reset()
        return ConnectionError(f"连接断开了（{code} {reason or ''}".rstrip() + "）")

    def dispatch_event(self, bot: Bot, payload: Dispatch) -> None:
        """Hand an event to our handler."""
        if not isinstance(payload.data, dict):
            return
        event_class = EVENT_CLASSES.get(payload.type)
        if event_class is not None and issubclass(event_class, MessageAuditEvent):
            with suppress(Exception):  # hostile fields, or nobody waits for it any more
                audit_result.add_result(cast(MessageAuditEvent, self.payload_to_event(payload)))
            return
        if self.on_event is not None:
            self.keep(self.on_event(payload.type, payload.data, payload.id))

    def keep(self, work: Awaitable[Any]) -> None:
        """Do `work` beside everything else."""
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def receive_payload(self, bot: Bot, ws: WebSocket) -> Payload:
        """The next payload that can be read."""
        while True:
            data = await ws.receive()
            with suppress(Exception):  # pydantic raises many kinds on hostile input
                return self.data_to_payload(bot, data)
            log.warning("a payload that is none of QQ's was dropped")


class _TolerantWebSocket:
    """A websocket whose `receive` yields only frames that hold a JSON object, and gives up after `patience` seconds of silence."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self.patience = ANNOUNCED

    def __getattr__(self, name: str) -> Any:
        return getattr(self._websocket, name)

    async def receive(self) -> str | bytes:
        """The next readable frame.

        Raises:
            WebSocketClosed: it is closed.
            ConnectionError: nothing came for too long.
        """
        while True:
            try:
                data = await asyncio.wait_for(self._websocket.receive(), self.patience)
            except TimeoutError:
                raise ConnectionError("QQ 网关很久没有动静") from None
            except TypeError as error:
                raise WebSocketClosed(1006, "broken frame") from error
            if read_frame(data) is not None:
                return data
            log.warning("a frame that is no JSON object was dropped")
