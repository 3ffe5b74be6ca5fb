"""What an event means: which command, an answer to which round, or nothing that concerns the bot.

In a group the bot speaks only when commanded, mentioned or replied to; the one exception is a message that is nothing but an
answer (letters, 对/错) while a question is open there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.commands import material, smalltalk
from bot.commands.answer import pressed
from bot.commands.command import Command
from bot.commands.table import CommandTable
from engine.messages import Incoming
from engine.quizzing.service import Quizzing
from engine.storage.rounds import AskedRound

# Cheap first look at a group's messages: could this be letters or 对/错 and nothing else? The grader has the last word.
_ANSWER_SHAPE = re.compile(r"^[\s\d.、,，:：;；()（）A-Ha-hＡ-Ｈａ-ｈ对错√×✓✗TFtf是否正确误选我答案吧]{1,60}$")


@dataclass(frozen=True, slots=True)
class Route:
    """Where an event goes.

    Attributes:
        command: to run with `argument`; None: only an answer is possible.
        asked: the round that the text may answer; tried before the command.
        number: the question of `asked` that a button belongs to.
        unknown: it looked like a command but is none.
        unreadable: a picture without words.
    """

    command: Command | None
    argument: str
    asked: AskedRound | None = None
    number: int | None = None
    unknown: bool = False
    unreadable: bool = False


class Router:
    """Finds the route of an event."""

    def __init__(self, commands: CommandTable, quizzing: Quizzing) -> None:
        self._commands = commands
        self._quizzing = quizzing
        # What a file is for is known without a word: the material command takes it.
        self._material = replace(material.COMMAND, run=material.take_files)

    def concerns(self, incoming: Incoming) -> bool:
        """A first look without the database: False for what is surely none of the bot's business."""
        if incoming.kind == "button":
            return incoming.choice is not None
        if incoming.kind == "file":
            return incoming.scene.is_private
        if incoming.kind != "message":
            return False
        text = incoming.text
        if incoming.scene.is_private or incoming.mentions_bot or incoming.reply_to is not None:
            return True
        return self._commands.read(text) is not None or _ANSWER_SHAPE.match(text) is not None

    async def route(self, incoming: Incoming, now: datetime) -> Route | None:
        """The route, or None where the bot keeps silent."""
        text = incoming.text
        if incoming.kind == "file":
            return Route(self._material, "")
        if incoming.kind == "button":
            press = pressed(incoming)
            if press is None:
                found = self._commands.read(incoming.choice or "")
                return Route(*found) if found else None
            asked = await self._quizzing.get_round(press[0])
            if asked is None or str(asked.scene) != str(incoming.scene):
                return None
            return Route(None, press[2], asked, press[1])
        found = self._commands.read(text)
        if found is not None:
            return Route(*found)
        addressed = incoming.scene.is_private or incoming.mentions_bot
        if text.lstrip()[:1] in ("/", "／"):
            return Route(None, text, unknown=True) if addressed else None
        asked = await self._quizzing.find_round(incoming.scene, now, incoming.reply_to)
        if not addressed:
            # A reply to somebody else's message is no business of ours, and letters count only while a question is open.
            if asked is None or (incoming.reply_to is None and not asked.is_open(now)):
                return None
            return Route(None, text, asked)
        if not text.strip() and incoming.images:
            return Route(None, "", unreadable=True)
        if not text.strip() and not incoming.mentions_bot:
            return None
        if asked is None and incoming.reply_to is not None and _ANSWER_SHAPE.match(text):
            # A letter in reply to a verdict or a help text is for the question asked last.
            asked = await self._quizzing.find_round(incoming.scene, now)
        if incoming.reply_to is None and (talk := smalltalk.meant(text)) is not None:
            return Route(talk, "")
        fallback = self._commands.find("问" if text.strip() else "帮助")
        return Route(fallback, text.strip(), asked)
