"""Every platform the bot can speak on: what switches it on, what it is called, and how its adapter is built.

Another platform is one more entry. An adapter is imported only when it is switched on, so that what nobody uses costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr

from bot.settings import Settings
from engine.messages import Adapter, AdapterStatus, CommandDescription, Handle, Suggest


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an adapter may be built with.

    Attributes:
        handle: takes its events.
        app: the web server, for routes of its own; the web page's routes come after all others.
        greeting: what a newcomer is told.
        now: the clock (UTC).
        commands: every command, for platforms with a menu of them.
        suggest: what fits a command's field while somebody types.
    """

    settings: Settings
    handle: Handle
    app: FastAPI
    greeting: str
    now: Callable[[], datetime]
    commands: Sequence[CommandDescription]
    suggest: Suggest


def _nothing(_: Settings) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Platform:
    """One entry.

    Attributes:
        name: the adapter's `platform`.
        title: what people call it.
        needs: the settings (fields of `Settings`) without which it is off; empty: always on.
        build: makes the adapter.
        nonebot: what nonebot must be told at its start for this platform.
    """

    name: str
    title: str
    needs: tuple[str, ...]
    build: Callable[[Surroundings], Adapter]
    nonebot: Callable[[Settings], dict[str, Any]] = _nothing

    def missing(self, settings: Settings) -> list[str]:
        """The environment names of the settings it lacks."""
        return [f"SHANGAN_{name.upper()}" for name in self.needs if not _is_set(getattr(settings, name))]

    def is_on(self, settings: Settings) -> bool:
        """True if nothing it needs is missing."""
        return not self.missing(settings)

    def absence(self, settings: Settings) -> AdapterStatus:
        """Why it is not there: off, or half configured."""
        missing = self.missing(settings)
        if len(missing) == len(self.needs):
            return AdapterStatus("off", f"需要设置 {'、'.join(missing)}")
        return AdapterStatus("failed", f"还缺设置 {'、'.join(missing)}")


def _is_set(value: object) -> bool:
    return bool(value.get_secret_value() if isinstance(value, SecretStr) else value)


def _onebot(around: Surroundings) -> Adapter:
    import nonebot

    from adapters.onebot import OneBotAdapter
    from adapters.onebot.wire import Wire

    driver = nonebot.get_driver()
    driver.register_adapter(Wire)
    wire = driver._adapters[Wire.get_name()]
    assert isinstance(wire, Wire)
    return OneBotAdapter(wire, around.handle)


def _onebot_at_start(settings: Settings) -> dict[str, Any]:
    token = settings.onebot_token.get_secret_value()
    return {"onebot_access_token": token} if token else {}


def _web(around: Surroundings) -> Adapter:
    from adapters.web import WebAdapter

    settings = around.settings
    return WebAdapter(
        around.handle,
        settings.web_token.get_secret_value() or None,
        greeting=around.greeting,
        uploads=settings.home / "uploads",
        max_upload=settings.upload_limit_mb * 2**20,
        now=around.now,
    )


def _discord(around: Surroundings) -> Adapter:
    from adapters.discord import DiscordAdapter

    settings = around.settings
    token = settings.discord_token.get_secret_value()
    return DiscordAdapter(around.handle, token, settings.discord_api_base, around.commands, around.suggest, around.now)


def _qq(around: Surroundings) -> Adapter:
    import nonebot

    from adapters.qq import QQAdapter

    settings = around.settings
    return QQAdapter(
        nonebot.get_driver(),
        around.app,
        around.handle,
        around.now,
        app_id=settings.qq_app_id,
        secret=settings.qq_secret.get_secret_value(),
        transport=settings.qq_transport,
        markdown=settings.qq_markdown,
        api_base=settings.qq_api_base,
        auth_base=settings.qq_auth_base,
    )


def _weixin(around: Surroundings) -> Adapter:
    import nonebot

    from adapters.weixin import WeixinAdapter
    from adapters.weixin.checking import Checker
    from adapters.weixin.wire import Account, Wire

    settings = around.settings
    wire = Wire(nonebot.get_driver())
    wire.base = settings.weixin_api_url
    token = settings.weixin_token.get_secret_value()
    account = Account(wire, settings.weixin_app_id, settings.weixin_secret.get_secret_value(), token)
    checker = Checker(token, settings.weixin_aes_key.get_secret_value(), settings.weixin_app_id, around.now)
    adapter = WeixinAdapter(account, checker, around.handle, around.greeting, around.now)
    adapter.mount(around.app)
    return adapter


def _wecom(around: Surroundings) -> Adapter:
    from adapters.wecom import WeComAdapter

    settings = around.settings
    return WeComAdapter(
        around.handle,
        around.now,
        settings.wecom_bot_id,
        settings.wecom_secret.get_secret_value(),
        url=settings.wecom_url,
        authority=settings.wecom_ca,
        greeting=around.greeting,
        uploads=settings.home / "uploads",
        largest_upload=settings.upload_limit_mb * 2**20,
    )


PLATFORMS: tuple[Platform, ...] = (
    Platform("web", "网页", (), _web),
    Platform("onebot", "QQ（OneBot 11）", (), _onebot, _onebot_at_start),
    Platform("discord", "Discord", ("discord_token",), _discord),
    Platform("qq", "QQ 官方机器人", ("qq_app_id", "qq_secret"), _qq),
    Platform("weixin", "微信公众号", ("weixin_app_id", "weixin_secret", "weixin_token"), _weixin),
    Platform("wecom", "企业微信", ("wecom_bot_id", "wecom_secret"), _wecom),
)


def build_adapters(around: Surroundings, platforms: Sequence[Platform] = PLATFORMS) -> dict[str, Adapter]:
    """The adapters of every platform that is on, by platform."""
    return {platform.name: platform.build(around) for platform in platforms if platform.is_on(around.settings)}


def nonebot_settings(settings: Settings) -> dict[str, Any]:
    """What nonebot must be told for all platforms that are on."""
    return {name: value for platform in PLATFORMS if platform.is_on(settings) for name, value in platform.nonebot(settings).items()}
