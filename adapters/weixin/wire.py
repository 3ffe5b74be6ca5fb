"""nonebot-adapter-wxmp's calls of WeChat's API, with what they lack: a base address, a token asked for once and in time, waiting.

Left out of that adapter: its webhook (it cannot read encrypted messages, gives an event another id at every delivery and fails on
events it has no model for), its matchers, and its store of responses. `adapters/weixin/{routes,exchanges}.py` stand in their place.
"""

from __future__ import annotations

import asyncio
import re
import time
from typing import Any

from nonebot.adapters.wxmp import Adapter, Bot, File, MessageSegment
from nonebot.adapters.wxmp.config import BotInfo
from nonebot.adapters.wxmp.exception import ActionFailed
from nonebot.drivers import URL, HTTPClientMixin, Request, Response
from nonebot.internal.driver import Timeout

from engine.messages import CredentialsRefused

TOKEN_ERRORS = {40001, 40014, 42001}
"""The access token is not valid (any more)."""

CREDENTIAL_ERRORS = {40013, 40125, 40243, 41002, 41004}
"""No such AppID, a wrong, frozen or missing AppSecret."""

BUSY_ERRORS = {-1, 45011}
"""The platform is busy; called too often within a minute. What was asked for has not been done."""

NOT_LISTED = 40164
"""The caller's address is not on the account's list."""

TIMEOUT = 8.0
"""Seconds of one API call."""

PAUSES = (1.0, 3.0)
"""Seconds to wait where the platform is busy, before each further attempt."""

_SUPPORT_ID = re.compile(r",?\s*rid: [\w-]+")

MARGIN = 300
"""Seconds before a token's end at which the next is asked for; WeChat lets both live side by side for as long."""


class Account(Bot):
    """One official account."""

    def __init__(self, wire: Wire, app_id: str, secret: str, token: str) -> None:
        info = BotInfo(appid=app_id, secret=secret, token=token, type="official")
        super().__init__(wire, self_id=app_id, bot_info=info, official_timeout=0)
        self._refreshing = asyncio.Lock()

    async def get_access_token(self, force_refresh: bool = False) -> str:
        """The token in use; a new one where it ends soon. Asked for once, however many wait."""
        async with self._refreshing:
            return await self._ask(force_refresh)

    async def _ask(self, force_refresh: bool) -> str:
        if force_refresh:
            self._expires_in = None
        before = self._expires_in
        token = await super().get_access_token(force_refresh)
        if self._expires_in is not None and self._expires_in != before:
            self._expires_in -= MARGIN
        return token

    async def _replace(self, refused: str | None) -> None:
        """Get another token than `refused`, unless somebody has by now."""
        async with self._refreshing:
            if self._access_token != refused:
                return
            self._expires_in = None
            # Another program of the account may have taken a new token: that one is good, and forcing would end it.
            if await self._ask(False) == refused:
                await self._ask(True)

    async def call_json_api(self, api: str, method: str = "POST", **data: Any) -> dict[str, Any]:
        """Call `api`: once anew with another token where WeChat refuses this one, and again after a while where it is busy.

        Raises:
            ActionFailed: WeChat's own error.
        """
        pauses = list(PAUSES)
        renewed = False
        while True:
            token = await self.get_access_token()
            try:
                result: dict[str, Any] = await super().call_json_api(api, method=method, **data)
            except ActionFailed as error:
                if error.code in TOKEN_ERRORS and not renewed:
                    renewed = True
                    await self._replace(token)
                elif error.code in BUSY_ERRORS and pauses:
                    await asyncio.sleep(pauses.pop(0))
                else:
                    raise
            else:
                return result

    async def sign_in(self) -> float:
        """Get a token; in how many seconds the next is due.

        Raises:
            CredentialsRefused: WeChat does not know the AppID or its secret.
            ConnectionError: WeChat gives none now; the text is for the owner.
        """
        try:
            await self.get_access_token()
        except ActionFailed as error:
            if error.code in CREDENTIAL_ERRORS:
                raise CredentialsRefused(f"微信不认 SHANGAN_WEIXIN_APP_ID 或 SHANGAN_WEIXIN_SECRET：{described(error)}") from error
            if error.code == NOT_LISTED:
                raise ConnectionError(f"本机的公网 IP 不在公众号后台的「IP 白名单」里：{described(error)}") from error
            raise ConnectionError(f"拿不到 access_token：{described(error)}") from error
        except OSError as error:
            raise ConnectionError(f"微信接口没有回应（{type(error).__name__}）") from error
        return self.seconds_left

    @property
    def seconds_left(self) -> float:
        """Until the token must be renewed."""
        return max(1.0, (self._expires_in or 0) - time.time())

    async def tell(self, person: str, text: str) -> None:
        """Send a text by the customer-service API."""
        await self.send_custom_message(user_id=person, message=MessageSegment.text(text))

    async def show(self, person: str, media_id: str) -> None:
        """Send a picture by the customer-service API."""
        await self.send_custom_message(user_id=person, message=MessageSegment.image(media_id=media_id))

    async def upload(self, content: bytes, name: str) -> str:
        """Hand over a picture that WeChat keeps for three days; its media id."""
        return await self.upload_temp_media(File(content, "image", name))


class Wire(Adapter):
    """The calls of every account. No route, no matcher; `base` is WeChat's address or a stand-in's."""

    base = "https://api.weixin.qq.com"

    def setup(self) -> None:
        """Nothing to be set up at nonebot's server.

        Raises:
            RuntimeError: nonebot was started without an HTTP client.
        """
        if not isinstance(self.driver, HTTPClientMixin):
            raise RuntimeError("nonebot needs an HTTP client for WeChat: add ~aiohttp to its driver")

    async def request(self, setup: Request) -> Response:
        """Send a request that upstream addressed to WeChat to `base`, and never wait long."""
        setup.url = URL(self.base.rstrip("/") + setup.url.raw_path).with_query(setup.url.query)
        setup.timeout = Timeout(total=TIMEOUT)
        return await super().request(setup)


def described(error: ActionFailed) -> str:
    """WeChat's own words, without the ids it adds for its support."""
    words = _SUPPORT_ID.sub("", error.msg or "")
    return f"{error.code} {words}".strip() if error.code is not None else f"HTTP {error.status_code}"
