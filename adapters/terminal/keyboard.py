"""What is typed, line by line. Reading does not hold up the end: a thread that waits for a line is left behind with the process."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import BinaryIO


class Keyboard:
    """Lines from a terminal or a pipe.

    Args:
        stream: their bytes; nobody else reads it. It must not be `sys.stdin.buffer`, which the interpreter closes at its end, and
            cannot while a thread reads it.
        encoding: of these bytes. What is wrong in it becomes U+FFFD.
    """

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._ended = False
        self._typed: asyncio.Future[bytes] | None = None

    async def line(self) -> str | None:
        """The next line, without its end; None: there will be none."""
        if self._ended:
            return None
        loop = asyncio.get_running_loop()
        typed = self._typed = loop.create_future()

        def read() -> None:
            try:
                line = self._stream.readline()
            except OSError:  # the terminal was closed
                line = b""
            with contextlib.suppress(RuntimeError):  # the loop ended before the line
                loop.call_soon_threadsafe(_settle, typed, line)

        threading.Thread(target=read, name="keyboard", daemon=True).start()
        line = await typed
        return line.decode(self._encoding, "replace").rstrip("\r\n") if line else None

    def end(self) -> None:
        """There will be no more lines; whoever waits for one is told so."""
        self._ended = True
        if self._typed is not None:
            _settle(self._typed, b"")


def _settle(typed: asyncio.Future[bytes], line: bytes) -> None:
    if not typed.done():
        typed.set_result(line)
