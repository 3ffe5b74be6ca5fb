"""What fits while somebody types into a command's field: the command knows all there is, here it is narrowed to what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.commands.command import Command, Typing
from bot.services import Services
from engine.messages import Scene, Sender

MOST = 25


class Suggesting:
    """An `engine.messages.Suggest` over a set of commands."""

    def __init__(self, services: Services, commands: Sequence[Command]) -> None:
        self._services = services
        self._commands = {command.name: command for command in commands}

    async def __call__(
        self, command: str, argument: str, typed: str, given: Mapping[str, str], scene: Scene, sender: Sender
    ) -> Sequence[str]:
        """At most `MOST` values, those that begin with `typed` first, then those that hold it."""
        found = self._commands.get(command)
        if found is None or found.suggest is None:
            return ()
        services = self._services
        choice = await services.scenes.of(scene)
        exam = services.exams[choice.exam if choice.exam in services.exams else services.settings.exam]
        typing = Typing(services, tuple(self._commands.values()), argument, given, scene, sender, choice, exam)
        wanted = typed.strip().casefold()
        values = [value for value in await found.suggest(typing) if wanted in value.casefold()]
        return sorted(values, key=lambda value: not value.casefold().startswith(wanted))[:MOST]
