"""The terminal: one person at a keyboard, on the machine where the bot lives."""

from adapters.terminal.adapter import TerminalAdapter

__all__ = ["TerminalAdapter"]
