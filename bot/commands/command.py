"""What a command is, and what it is given."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.services import Services
from engine.exams import Exam
from engine.messages import Incoming, Receipt, Reply
from engine.storage.scenes import SceneChoice


@dataclass(frozen=True, slots=True)
class Context:
    """One command as it was given.

    Attributes:
        commands: every command there is, for help.
        argument: what stood behind the command's name.
        learner_id: who gave it.
        choice: the scene's settings; `exam` is the exam chosen there.
        may_administer: the sender owns the scene or is paired with the bot.
        now: when it came (UTC); the only clock a command reads.
    """

    services: Services
    commands: Sequence[Command]
    incoming: Incoming
    argument: str
    learner_id: int
    choice: SceneChoice
    exam: Exam
    may_administer: bool
    now: datetime


Replies: TypeAlias = AsyncGenerator[Reply, Receipt | None]
"""What a command says. `receipt = yield reply` tells what became of it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, for text, help and slash commands alike.

    Attributes:
        name: Chinese, without the slash.
        aliases: other names; the first is the English one.
        summary: one line for lists.
        usage: examples with a word on each; `{subject}` stands for a subject of the exam.
        run: says what it says.
        seconds: its deadline; None: the bot's default.
    """

    name: str
    aliases: tuple[str, ...]
    summary: str
    usage: tuple[tuple[str, str], ...]
    run: Callable[[Context], Replies]
    seconds: float | None = None

    def examples(self, exam: Exam) -> list[tuple[str, str]]:
        """The usage as it reads for an exam: a subject of another exam would not be understood."""
        return [(typed.replace("{subject}", exam.subjects[0].name), meaning) for typed, meaning in self.usage]
