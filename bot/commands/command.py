"""What a command is, and what it is given."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.services import Services
from engine.exams import Exam
from engine.messages import Argument, CommandDescription, Incoming, Receipt, Reply, Scene, Sender
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


def spaced(name: str, end: str = "") -> str:
    """A name among Chinese characters: one that begins or ends in Latin letters or figures has a space on that side, but not before `end`."""
    before = " " if name[:1].isascii() else ""
    after = " " if name[-1:].isascii() and not end else ""
    return f"{before}{name}{after}{end}"


Replies: TypeAlias = AsyncGenerator[Reply, Receipt | None]
"""What a command says. `receipt = yield reply` tells what became of it."""


@dataclass(frozen=True, slots=True)
class Typing:
    """Somebody filling in a command's field.

    Attributes:
        argument: the field's name.
        given: the other fields so far, by name.
        choice: the scene's settings; `exam` is the exam chosen there.
    """

    services: Services
    commands: Sequence[Command]
    argument: str
    given: Mapping[str, str]
    scene: Scene
    sender: Sender
    choice: SceneChoice
    exam: Exam


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
        arguments: what it takes, for platforms that show fields; None: any text, if `usage` shows some.
        suggest: everything that fits a field with `suggested`.
        administers: it is for those who run the scene.
    """

    name: str
    aliases: tuple[str, ...]
    summary: str
    usage: tuple[tuple[str, str], ...]
    run: Callable[[Context], Replies]
    seconds: float | None = None
    arguments: tuple[Argument, ...] | None = None
    suggest: Callable[[Typing], Awaitable[Sequence[str]]] | None = None
    administers: bool = False

    def examples(self, exam: Exam) -> list[tuple[str, str]]:
        """The usage as it reads for an exam: a subject of another exam would not be understood."""
        return [(typed.replace("{subject}", exam.subjects[0].name), meaning) for typed, meaning in self.usage]

    def describe(self) -> CommandDescription:
        """This command for a platform's menu."""
        arguments = self.arguments
        if arguments is None:
            example = next(
                (f"比如：{example.partition(' ')[2]}" for example, _ in self.usage if " " in example and "{" not in example), None
            )
            arguments = (Argument("内容", "text", example),) if example else ()
        return CommandDescription(self.name, self.aliases[0], self.summary, arguments, self.administers)
