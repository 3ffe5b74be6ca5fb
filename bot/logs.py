"""Logging: one format, to the terminal and to a file in the home folder. What people write is never logged."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

from bot.settings import Settings
from engine.errors import StorageError

if TYPE_CHECKING:
    from loguru import Message

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_CHATTY = ("httpx", "httpcore", "chromadb", "apscheduler", "alembic", "uvicorn.access", "markdown_it", "asyncio", "websockets", "discord")


def set_up_logging(settings: Settings, file: str = "shangan.log", screen: bool = True) -> None:
    """Send every library's log our way; nonebot's loguru included.

    `file`: its name in the home's `logs` folder, one a process. `screen`: to the terminal too; not where somebody talks there.

    Raises:
        StorageError: the folder cannot be made.
    """
    from loguru import logger

    folder = settings.home / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"建不了目录 {folder}：{error.strerror}。请检查磁盘和权限，或用 SHANGAN_HOME 换一个地方。") from error
    handlers: list[logging.Handler] = [
        logging.handlers.RotatingFileHandler(folder / file, maxBytes=5_000_000, backupCount=3, encoding="utf-8")
    ]
    if screen:
        handlers.append(logging.StreamHandler())
    logging.basicConfig(level=settings.log_level, format=_FORMAT, handlers=handlers, force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").addFilter(_is_no_visit)
    logger.remove()
    logger.add(_forward, level="WARNING", format="{message}")


def _is_no_visit(record: logging.LogRecord) -> bool:
    """Every page that is opened and closed is no news for whoever reads the window."""
    message = str(record.msg)
    return record.levelno > logging.INFO or not (message.endswith("[accepted]") or message in ("connection open", "connection closed"))


def _forward(message: Message) -> None:
    record = message.record
    if "Raw:" in record["message"]:  # nonebot quotes what it could not parse: somebody's words
        return
    logging.getLogger("nonebot").log(record["level"].no, record["message"])
