"""Buttons that outlive the bot's process: what a button means stands in its id, and nothing needs to be remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol, cast

import discord

from engine.messages import Choice

PREFIX = "shangan:"
LONGEST_ID, LONGEST_LABEL, MOST_BUTTONS = 100, 80, 25
"""Discord's limits."""


class Pressed(Protocol):
    """The client, which is told what was pressed."""

    async def on_pressed(self, interaction: discord.Interaction[Any], value: str) -> None:
        """Take the press of a button with this value."""
        ...


class ChoiceButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=re.compile(rf"{PREFIX}(?P<value>.+)", re.DOTALL)):
    """A button whose id is `PREFIX` and the choice's value."""

    def __init__(self, label: str, value: str) -> None:
        super().__init__(
            discord.ui.Button(label=label[:LONGEST_LABEL] or "…", custom_id=PREFIX + value, style=discord.ButtonStyle.secondary)
        )
        self.value = value

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> ChoiceButton:
        """The button that was pressed, also one sent before a restart."""
        return cls(getattr(item, "label", None) or "", match["value"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell the client."""
        await cast(Pressed, interaction.client).on_pressed(interaction, self.value)


def buttons(choices: Sequence[Choice]) -> discord.ui.View:
    """A view of the choices' buttons; one whose value Discord's id cannot hold is left out, since people can type it."""
    view = discord.ui.View(timeout=None)
    seen: set[str] = set()
    for choice in choices[:MOST_BUTTONS]:
        if len(PREFIX + choice.value) <= LONGEST_ID and choice.value and choice.value not in seen:
            seen.add(choice.value)
            view.add_item(ChoiceButton(choice.label, choice.value))
    return view
