"""Discord through discord.py, in the bot's own loop: slash commands, buttons, streamed edits, direct messages."""

from adapters.discord.adapter import DiscordAdapter

__all__ = ["DiscordAdapter"]
