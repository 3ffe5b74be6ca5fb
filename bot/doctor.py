"""`shangan doctor`: looks at everything a bot needs without starting one."""

from __future__ import annotations

import socket

from bot.settings import Settings
from bot.status import Line, model_lines, platform_lines, setting_lines
from engine.errors import ShanganError
from engine.exams import load_exams
from engine.models import open_chat_model
from engine.questions.bank import Bank
from engine.storage.database import Database
from kb.embedding import EmbedderUnavailable, default_model_dir, open_embedder
from kb.library import Library
from kb.ownership import current_owner


async def examine(settings: Settings) -> dict[str, list[Line]]:
    """Every section with its lines; a line in state `failed` names what to do."""
    misspelt = setting_lines()
    return {
        **({"设置": misspelt} if misspelt else {}),
        "平台": [*platform_lines({}, settings), *_platforms(settings)],
        "模型": _models(settings),
        "内容": [*_exams(settings), *(await _knowledge(settings))],
    }


def _platforms(settings: Settings) -> list[Line]:
    lines = []
    try:
        settings.check_exposure()
        lines.append(Line("监听", "on", f"{settings.host}:{settings.port}"))
    except ShanganError as error:
        lines.append(Line("监听", "failed", str(error)))
    with socket.socket() as probe:
        probe.settimeout(0.5)
        running = probe.connect_ex(("127.0.0.1", settings.port)) == 0
    lines.append(Line("网页与 OneBot", "on" if running else "off", "正在运行" if running else "没有在运行；shangan run 启动"))
    return lines


def _models(settings: Settings) -> list[Line]:
    embedder = None
    trouble: list[Line] = []
    try:
        embedder = open_embedder(settings.embedder, default_model_dir()).name
    except EmbedderUnavailable as error:
        trouble.append(Line("向量模型", "failed", str(error)))
    lines = [line for line in model_lines(settings, embedder) if embedder or line.name != "向量模型"]
    try:
        open_chat_model(settings.model_choice)
    except ShanganError as error:
        lines = [line for line in lines if line.state != "failed"]
        trouble.append(Line("语言模型", "failed", str(error)))
    return trouble + lines


def _exams(settings: Settings) -> list[Line]:
    try:
        exams = load_exams(settings.exams)
    except ShanganError as error:
        return [Line("考试", "failed", str(error))]
    lines = []
    if settings.exam not in exams:
        lines.append(Line("默认考试", "failed", f"SHANGAN_EXAM = {settings.exam!r}，但只有这些考试：{'、'.join(exams)}"))
    for exam in exams.values():
        try:
            bank = Bank.load(exam, [settings.home / "exams" / exam.id / "questions"])
            lines.append(Line(exam.name, "on", f"{len(exam.points)} 个知识点，{len(bank)} 道题"))
        except ShanganError as error:
            lines.append(Line(exam.name, "failed", str(error)))
    return lines


async def _knowledge(settings: Settings) -> list[Line]:
    if not settings.database_url and not (settings.home / "shangan.db").is_file():
        return [Line("知识库", "off", "还没有启动过，第一次启动时建立")]
    try:
        database = await Database.open(settings.database)
    except ShanganError as error:
        return [Line("知识库", "failed", str(error))]
    try:
        status = await Library(database).status()
    finally:
        await database.close()
    owner = current_owner(settings.home)
    busy = f"，由进程 {owner.pid} 管理" if owner else ""
    return [Line("知识库", "on", f"{status.books} 本书，{status.passages} 段{busy}")]
