"""`shangan chat` as a process of its own: lines go in through a pipe, and what a person would read is taken apart at its prompts."""

from __future__ import annotations

import asyncio
import re
import subprocess
from typing import ClassVar

from tests.wire.running import RunningBot

PROMPT = "你: "
_NEXT_PROMPT = re.compile(f"^{PROMPT}".encode(), re.MULTILINE)


class ChattingBot(RunningBot):
    """The bot at a terminal 100 columns wide."""

    started_by: ClassVar[str] = "chat"
    reads_from: ClassVar[int | None] = subprocess.PIPE
    _read = 0
    """Bytes of its output that were read."""

    def start(self, wait: bool = True) -> None:
        """Start it and wait until it asks for the first line."""
        output = self.home / "output.txt"
        self._read = output.stat().st_size if output.is_file() else 0
        super().start(wait)

    def environment(self) -> dict[str, str]:
        """With the terminal's width, and strict as Python is in every locale but C: its own standard input refuses what is no text."""
        return {**super().environment(), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8:strict"}

    def is_ready(self) -> bool:
        """True once it asks for the first line."""
        before = self._read
        is_asking = self._next() is not None
        self._read = before
        return is_asking

    def type(self, line: bytes) -> None:
        """Type a line, or several; its end is put behind it."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    async def shown(self, seconds: float) -> str:
        """What it shows until it asks for the next line; first the greeting, then one answer a line, which may be empty.

        Raises:
            TimeoutError: it does not ask.
        """
        async with asyncio.timeout(seconds):
            while (text := self._next()) is None:
                await asyncio.sleep(0.02)
        return text

    def _next(self) -> str | None:
        with (self.home / "output.txt").open("rb") as output:
            output.seek(self._read)
            said = output.read()
        # An answer begins right behind the prompt that it follows: what is typed is not seen in a pipe.
        prompt = _NEXT_PROMPT.search(said)
        if prompt is None:
            return None
        self._read += prompt.end()
        return said[: prompt.start()].decode()

    def kill(self) -> None:
        """End it at once, and close the pipe to it."""
        super().kill()
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.close()
