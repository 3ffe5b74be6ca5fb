"""Logging: one format, to the terminal and to a file in the home folder. What people write is never logged."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from loguru import Message

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_CHATTY = ("httpx", "httpcore", "chromadb", "apscheduler", "alembic", "uvicorn.access", "markdown_it", "asyncio", "websockets", "discord")


def set_up_logging(settings: Settings) -> None:
    """Send every library's log our way; nonebot's loguru included."""
    from loguru import logger

    folder = settings.home / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        logging.StreamHandler(),
        logging.handlers.RotatingFileHandler(folder / "shangan.log", maxBytes=5_000_000, backupCount=3, encoding="utf-8"),
    ]
    logging.basicConfig(level=settings.log_level, format=_FORMAT, handlers=handlers, force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logger.remove()
    logger.add(_forward, level="WARNING", format="{message}")


def _forward(message: Message) -> None:
    record = message.record
    if "Raw:" in record["message"]:  # nonebot quotes what it could not parse: somebody's words
        return
    logging.getLogger("nonebot").log(record["level"].no, record["message"])
