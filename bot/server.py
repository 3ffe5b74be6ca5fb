"""`shangan run`: one process, one loop: nonebot's server with every platform that is on, `/healthz`, `/metrics` and the scheduled jobs."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import random
import secrets
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import nonebot
import uvicorn
from fastapi import FastAPI, Response
from filelock import FileLock, Timeout
from prometheus_client import CONTENT_TYPE_LATEST
from rich.console import Console

from adapters.web import WebAdapter
from bot.bootstrap import build, utc_now
from bot.commands.table import COMMANDS
from bot.control import add_control_routes
from bot.dispatcher import Dispatcher
from bot.heaps import use_few_arenas
from bot.jobs import build_scheduler
from bot.logs import set_up_logging
from bot.metrics import Metrics
from bot.platforms import Surroundings, build_adapters, nonebot_settings
from bot.sending import Outlet
from bot.services import Services
from bot.settings import Settings
from bot.status import as_data, model_lines, platform_lines, setting_lines, table
from bot.suggesting import Suggesting
from bot.supervision import Supervisor
from bot.warming import warm
from engine.errors import SettingsError
from engine.messages import AdapterStatus

log = logging.getLogger(__name__)

LARGEST_FRAME = 64 * 2**20
"""Bytes of one websocket frame: a picture as base64 fits; a larger frame closes the connection, which is the server's protection."""

LAST_ANSWERS = 4.0
"""Seconds at the end for what is being answered. With the server's own it stays under the ten that containers are given to stop."""


Statuses = Callable[[], Mapping[str, AdapterStatus]]


async def serve(settings: Settings, console: Console) -> None:
    """Run until interrupted.

    Raises:
        ShanganError: it cannot start; nothing was changed.
    """
    settings.check_exposure()
    use_few_arenas()
    settings.home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.home / "run.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SettingsError(f"{settings.home} 已经有一个机器人在运行。先停掉它，或用 SHANGAN_HOME 另开一个目录。") from None
    try:
        # Before anything is written to the window: whoever sees this need not read anything else.
        if not _is_free(settings.host, settings.port):
            raise _port_taken(settings.port)
        set_up_logging(settings)
        services = await build(settings, f"http://127.0.0.1:{settings.port}/control")
        try:
            await _serve(services, console)
        finally:
            await services.close()
    finally:
        lock.release()


async def _serve(services: Services, console: Console) -> None:
    settings = services.settings
    supervisor = Supervisor(random.Random())
    statuses = partial(_statuses, services, supervisor)
    metrics = Metrics(statuses)
    dispatcher = Dispatcher(services, utc_now, metrics=metrics)
    nonebot.init(_env_file=None, driver="~fastapi+~aiohttp", log_level="WARNING", api_timeout=15.0, **nonebot_settings(settings))
    app: FastAPI = nonebot.get_asgi()
    around = Surroundings(
        settings,
        dispatcher.handle,
        app,
        services.exams[settings.exam].description.greeting,
        utc_now,
        commands=[command.describe() for command in COMMANDS],
        suggest=Suggesting(services, COMMANDS),
    )
    adapters = build_adapters(around)
    services.adapters.update((platform, Outlet(adapter, metrics)) for platform, adapter in adapters.items())
    _add_health(app, services, statuses)
    _add_metrics(app, metrics)
    add_control_routes(app, services)
    os.environ["NICEGUI_STORAGE_PATH"] = str((settings.home / "nicegui").resolve())  # read when NiceGUI is imported
    web = adapters["web"]
    assert isinstance(web, WebAdapter)
    if settings.compare_a or settings.compare_b:
        _mount_comparison(services, web)
    web.mount(app, _storage_secret(settings))  # last: its root mount shadows whatever is added later
    now = utc_now()
    await services.inbox.release_dead(list(services.adapters), now)
    await services.outbox.release_dead(list(services.adapters), now)
    await services.outbox.give_up_dead_claims(now)
    scheduler = build_scheduler(services, dispatcher, utc_now)
    configuration = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        ws_max_size=LARGEST_FRAME,
        timeout_graceful_shutdown=3,
    )
    server = _Server(configuration, services, console, statuses, dispatcher)
    scheduler.start()
    for adapter in adapters.values():
        supervisor.start(adapter)
    warming = asyncio.create_task(warm(services)) if settings.warm_start else None
    try:
        await server.serve()
    finally:
        if warming is not None:
            warming.cancel()
        scheduler.shutdown(wait=False)
        await supervisor.stop()


class _Server(uvicorn.Server):
    """uvicorn's server, which shows the bot's table once it listens."""

    def __init__(self, config: uvicorn.Config, services: Services, console: Console, statuses: Statuses, dispatcher: Dispatcher) -> None:
        super().__init__(config)
        self._dispatcher = dispatcher
        self._services = services
        self._console = console
        self._statuses = statuses

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's, but SIGTERM is not raised once more at the end: it would end the process before platforms and database are closed."""
        with super().capture_signals():
            yield
            self._captured_signals = [number for number in self._captured_signals if number != signal.SIGTERM]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        except SystemExit:  # uvicorn's way of saying that it cannot listen: somebody else was quicker
            raise _port_taken(self._services.settings.port) from None
        _announce(self._services, self._console, self._statuses())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # First, while the platforms that call the bot are still connected.
        await self._dispatcher.drain(LAST_ANSWERS)
        await super().shutdown(sockets)


def _is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    try:
        places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in places:
            with socket.socket(family, kind, protocol) as probe:
                if os.name == "posix":  # as the server does; elsewhere it would take a port that is in use
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                probe.bind(address)
    except OSError:
        return False
    return True


def _port_taken(port: int) -> SettingsError:
    other = port + 1 if port < 65535 else port - 1
    return SettingsError(f"端口 {port} 用不了（多半是被别的程序占着），没有启动。换一个：SHANGAN_PORT={other}")


def _storage_secret(settings: Settings) -> str:
    """Signs the web page's cookies; kept, so that people stay logged in over a restart."""
    path = settings.home / "web.secret"
    if not path.is_file():
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
        if os.name == "posix":
            path.chmod(0o600)
    return path.read_text(encoding="ascii")


def _mount_comparison(services: Services, web: WebAdapter) -> None:
    from bot.pages import compare
    from engine import prompting
    from engine.models import open_chat_model

    settings = services.settings
    needed = {"SHANGAN_COMPARE_A": settings.compare_a, "SHANGAN_COMPARE_B": settings.compare_b, "SHANGAN_MODEL_URL": settings.model_url}
    if missing := [name for name, value in needed.items() if not value]:
        raise SettingsError(f"对比页要比两个模型，还差 {' 和 '.join(missing)}，没有启动。补上，或把 SHANGAN_COMPARE_A、_B 都去掉。")
    rivals = []
    for name in (settings.compare_a, settings.compare_b):
        model = open_chat_model(replace(settings.model_choice, kind="openai", name=name))
        assert model is not None
        rivals.append(compare.Rival(name, model))
    system = prompting.system(services.exams[settings.exam])
    compare.mount((rivals[0], rivals[1]), system, services.banks[settings.exam], web.allows, random.Random())


def _add_health(app: FastAPI, services: Services, statuses: Statuses) -> None:
    @app.get("/healthz")
    async def healthz() -> dict[str, Any]:
        now = statuses()
        failed = any(status.state == "failed" for status in now.values())
        return {
            "status": "degraded" if failed else "ok",
            "platforms": as_data(platform_lines(now, services.settings)),
            "models": as_data(model_lines(services.settings, services.library.embedder_name)),
        }


def _add_metrics(app: FastAPI, metrics: Metrics) -> None:
    @app.get("/metrics")
    async def show() -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)


def _statuses(services: Services, supervisor: Supervisor) -> dict[str, AdapterStatus]:
    return {platform: supervisor.status(adapter) for platform, adapter in services.adapters.items()}


def _announce(services: Services, console: Console, statuses: Mapping[str, AdapterStatus]) -> None:
    settings = services.settings
    if misspelt := setting_lines():
        console.print(table(misspelt, "设置"))
    console.print(table(platform_lines(statuses, settings), "平台"))
    console.print(table(model_lines(settings, services.library.embedder_name), "模型"))
    console.print(f"配对码 [bold]{services.pairing.code}[/bold]：在任何聊天里发 /设置 配对 {services.pairing.code} 就成为机器人的主人")
    where = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    console.print(f"[bold green]上岸已就绪[/bold green]：打开 http://{where}:{settings.port} 开始聊天，按 Ctrl-C 停止")
