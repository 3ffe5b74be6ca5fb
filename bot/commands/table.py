"""The command table: the one place that lists every command. Text commands, help and slash commands all come from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.commands import ask, daily, explain, forget, help, material, quiz, report, settings, solve, stats, wrong
from bot.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    ask.COMMAND,
    solve.COMMAND,
    quiz.COMMAND,
    explain.COMMAND,
    wrong.COMMAND,
    daily.COMMAND,
    stats.COMMAND,
    report.COMMAND,
    material.COMMAND,
    settings.COMMAND,
    forget.COMMAND,
    help.COMMAND,
)


class CommandTable:
    """Finds commands by name and in text."""

    def __init__(self, commands: Sequence[Command] = COMMANDS) -> None:
        self.all = tuple(commands)
        self._by_name = {name.casefold(): command for command in commands for name in (command.name, *command.aliases)}
        # Longest first, so that a name that begins with another is not taken for it.
        names = "|".join(re.escape(name) for name in sorted(self._by_name, key=len, reverse=True))
        self._pattern = re.compile(rf"[/／]\s?({names})(?![a-z])", re.IGNORECASE)

    def find(self, name: str) -> Command | None:
        """The command of that name or alias."""
        return self._by_name.get(name.casefold())

    def read(self, text: str) -> tuple[Command, str] | None:
        """The command `text` begins with and what stands behind it; None: it begins with none. `/问xx` needs no space."""
        match = self._pattern.match(text.lstrip())
        if match is None:
            return None
        return self._by_name[match.group(1).casefold()], text.lstrip()[match.end() :].strip()
