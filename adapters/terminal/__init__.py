"""The terminal: one person at a keyboard, on the machine where the bot lives."""

from adapters.terminal.adapter import PERSON, TerminalAdapter
from adapters.terminal.keyboard import Keyboard

__all__ = ["PERSON", "Keyboard", "TerminalAdapter"]
