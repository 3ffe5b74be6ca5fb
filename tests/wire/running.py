"""The real bot as a process of its own, with a home folder of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import httpx

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 180
"""A start takes three to eight seconds; a machine that is busy with much else takes its time."""


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass
class RunningBot:
    """The bot, started with `settings` (environment names without the prefix)."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    started_by: ClassVar[str] = "run"
    """The command of `shangan` that it is."""
    reads_from: ClassVar[int | None] = None
    """Its standard input, as `subprocess` names it."""

    @property
    def url(self) -> str:
        """Of its web server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def onebot_url(self) -> str:
        """Of its OneBot 11 reverse websocket."""
        return f"ws://127.0.0.1:{self.port}/onebot/v11/ws"

    def environment(self) -> dict[str, str]:
        """What the bot and the command line beside it are started with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SHANGAN_") or name == "SHANGAN_MODELS"}
        # Most tests ask little: the readers need not be read in for each bot.
        own = {"HOME": str(self.home), "PORT": str(self.port), "WARM_START": "0", **self.settings}
        return {**kept, "PYTHONUNBUFFERED": "1", **{f"SHANGAN_{name}": value for name, value in own.items()}}

    def start(self, wait: bool = True) -> None:
        """Start it and wait until it can be talked to."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "output.txt").open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", self.started_by],
                cwd=PROJECT,
                env=self.environment(),
                stdin=self.reads_from,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        if wait:
            self.wait_until_ready()

    def is_ready(self) -> bool:
        """True once `/healthz` answers."""
        with contextlib.suppress(httpx.TransportError):
            httpx.get(f"{self.url}/healthz", timeout=5).json()
            return True
        return False

    def wait_until_ready(self) -> None:
        """Return once it can be talked to.

        Raises:
            AssertionError: it did not start; with what it said.
        """
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self.process is not None and self.process.poll() is not None:
                break
            if self.is_ready():
                return
            time.sleep(0.05)
        if self.process is not None and self.process.poll() is None:
            self.kill()  # nobody will use it
        raise AssertionError(f"the bot did not start:\n{self.output()}")

    def output(self) -> str:
        """Everything it wrote to its terminal."""
        return (self.home / "output.txt").read_text(encoding="utf-8", errors="replace")

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(30)

    def kill(self) -> None:
        """End it at once, as a crash or a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(30)

    async def command(self, *arguments: str, seconds: float = 120) -> tuple[int, str, str]:
        """Run `shangan ARGUMENTS` beside it: exit code, output, errors."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=PROJECT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out, err = await asyncio.wait_for(process.communicate(), seconds)
        return process.returncode or 0, out.decode(), err.decode()


@contextlib.contextmanager
def running_bot(home: Path, **settings: str) -> Iterator[RunningBot]:
    """A started bot that is ended with the block."""
    bot = RunningBot(home, settings)
    bot.start()
    try:
        yield bot
    finally:
        if bot.process is not None and bot.process.poll() is None:
            bot.kill()
