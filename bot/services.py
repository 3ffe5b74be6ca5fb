"""Everything a command may need, as one object. Built by `bot.bootstrap`, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library import OpenLibrary
from bot.pairing import Pairing
from bot.preparing import Preparing
from bot.sending import Outlet
from bot.settings import Settings
from engine.asking import Asking
from engine.daily import Daily
from engine.exams import Exam
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
from engine.storage.scenes import Scenes

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


@dataclass
class Services:
    """Everything a command may need. `adapters` is filled by whoever starts them."""

    settings: Settings
    database: Database
    exams: Mapping[str, Exam]
    banks: Mapping[str, Bank]
    learners: Learners
    scenes: Scenes
    attempts: Attempts
    rounds: Rounds
    inbox: Inbox
    outbox: Outbox
    pushing: Pushing
    reports: Reports
    quizzing: Quizzing
    asking: Asking
    daily: Daily
    library: OpenLibrary
    model: BaseChatModel | None
    pairing: Pairing
    adapters: dict[str, Outlet]
    preparing: Preparing

    async def close(self) -> None:
        """Give everything back; nothing that was said done is lost."""
        await self.preparing.close()
        await self.inbox.settle()
        await self.library.close()
        await self.database.close()
