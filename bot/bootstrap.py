"""The only place that builds objects: settings in, a wired bot out."""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.library import OpenLibrary, open_library
from bot.pairing import Pairing
from bot.preparing import Preparing
from bot.sending import Outlet
from bot.services import Services
from bot.settings import Settings
from engine.asking import Asking
from engine.asking.bank import BankAnswerer
from engine.asking.guard import UnanswerableGuard
from engine.asking.notes import NotesAnswerer
from engine.asking.solving import SolvingAnswerer
from engine.daily import Daily
from engine.errors import SettingsError, StorageError
from engine.exams import Exam, load_exams
from engine.models import open_chat_model
from engine.pushing import Pushing
from engine.questions.bank import Bank
from engine.quizzing.service import Quizzing
from engine.storage.attempts import Attempts
from engine.storage.database import Database
from engine.storage.inbox import Inbox
from engine.storage.learners import Learners
from engine.storage.outbox import Outbox
from engine.storage.reports import Reports
from engine.storage.rounds import Rounds
from engine.storage.scenes import SceneChoice, Scenes

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The wall clock, for whoever is not handed another."""
    return datetime.now(UTC)


async def build(settings: Settings, control_url: str = "") -> Services:
    """Open everything the settings name and wire a bot that has no adapters yet.

    Args:
        control_url: where this process will take searches of others, once its server runs; empty: nowhere.

    Raises:
        ShanganError: what is missing or wrong, and what to do.
    """
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"建不了目录 {settings.home}：{error.strerror}。请检查磁盘和权限，或用 SHANGAN_HOME 换一个地方。") from error
    exams = load_exams(settings.exams)
    if settings.exam not in exams:
        raise SettingsError(f"SHANGAN_EXAM = {settings.exam!r}，但只有这些考试：{'、'.join(exams)}。请改成其中一个。")
    model = open_chat_model(settings.model_choice)
    database = await Database.open(settings.database)
    try:
        library = await open_library(settings, database, exams, control_url)
        return wire(settings, database, exams, library, model, random.Random())
    except BaseException:
        await database.close()
        raise


def wire(
    settings: Settings,
    database: Database,
    exams: Mapping[str, Exam],
    library: OpenLibrary,
    model: BaseChatModel | None,
    chance: random.Random,
) -> Services:
    """Build the engine around what was opened.

    Raises:
        ExamError: a question bank has faults; all are listed.
    """
    banks = {name: Bank.load(exam, [settings.home / "exams" / name / "questions"]) for name, exam in exams.items()}
    worker = secrets.token_hex(8)
    learners = Learners(database)
    scenes = Scenes(database, SceneChoice(exam=settings.exam, zone=settings.zone, answer_seconds=settings.answer_seconds))
    attempts, rounds, outbox = Attempts(database), Rounds(database), Outbox(database, worker)
    quizzing = Quizzing(exams, banks, rounds, attempts, learners, chance)
    adapters: dict[str, Outlet] = {}
    pushing = Pushing(outbox, rounds, adapters)
    return Services(
        settings=settings,
        database=database,
        exams=exams,
        banks=banks,
        learners=learners,
        scenes=scenes,
        attempts=attempts,
        rounds=rounds,
        inbox=Inbox(database, worker),
        outbox=outbox,
        pushing=pushing,
        reports=Reports(database),
        quizzing=quizzing,
        asking=Asking([UnanswerableGuard(), SolvingAnswerer(), BankAnswerer(banks), NotesAnswerer(library, model)]),
        daily=Daily(scenes, outbox, quizzing, pushing, settings.daily_close),
        library=library,
        model=model,
        pairing=Pairing(),
        adapters=adapters,
        preparing=Preparing(quizzing, adapters),
    )
