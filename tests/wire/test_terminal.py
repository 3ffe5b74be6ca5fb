"""`shangan chat` as a process: bytes that are no text, and the ways in which a talk ends, on a real terminal too."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.wire.chatting import ChattingBot
from tests.wire.model import fake_model
from tests.wire.running import PROJECT, START_SECONDS

_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChattingBot]:
    """A chat for all tests that need nothing of their own; the last of them ends it."""
    with chatting(tmp_path_factory.mktemp("home"), ZONE="UTC") as talking:
        yield talking


@contextlib.contextmanager
def chatting(home: Path, **settings: str) -> Iterator[ChattingBot]:
    """A chat that is about to greet."""
    bot = ChattingBot(home, settings)
    bot.start(wait=False)
    try:
        yield bot
        assert "Traceback" not in bot.output()
    finally:
        bot.kill()


def change(bot: ChattingBot, statement: str) -> None:
    """Change one row of its database, as time would."""
    with contextlib.closing(sqlite3.connect(bot.home / "shangan.db", timeout=30)) as database, database:
        assert database.execute(statement).rowcount == 1


async def test_it_greets_and_asks(bot: ChattingBot) -> None:
    assert "我是上岸" in await bot.shown(START_SECONDS)


async def test_bytes_that_are_no_text_do_not_end_it(bot: ChattingBot) -> None:
    for line in (b"\xff\xfe\x00", b"\0", b"\0/\xe5\xb8", b"\x1b[A\x1b[2J", bytes(set(range(256)) - {10}), b"\xed\xa0\xbd", b"/" * 100):
        bot.type(line)
        await bot.shown(20)
    await asyncio.to_thread(bot.type, b"[" * 5_000_000)
    assert "这条有 5000000 个字，太长啦" in await bot.shown(60)
    bot.type("/帮助".encode())
    assert "我是上岸" in await bot.shown(20)


async def test_whoever_types_here_is_the_owner(bot: ChattingBot) -> None:
    bot.type("/每日 全部状态".encode())
    assert "还没有推送过" in await bot.shown(20)


async def test_the_question_of_the_day_comes_before_the_next_line(bot: ChattingBot) -> None:
    bot.type("/每日 00:00".encode())
    assert "👉" not in await bot.shown(20)  # today's time has passed: from tomorrow on
    change(bot, "DELETE FROM deliveries WHERE kind = 'daily'")  # tomorrow
    bot.type("/帮助".encode())
    said = await bot.shown(20)
    assert "我是上岸" in said.partition("【")[0]
    assert said.count("👉") == 1
    bot.type("/帮助".encode())
    assert "👉" not in await bot.shown(20)


async def test_the_end_of_the_input_ends_it_after_the_last_line(bot: ChattingBot) -> None:
    assert bot.process is not None
    assert bot.process.stdin is not None
    bot.process.stdin.write("/帮助".encode())
    bot.process.stdin.close()
    assert "我是上岸" in await bot.shown(20)
    assert await asyncio.to_thread(bot.process.wait, 30) == 0
    assert bot.output().endswith("你: \n")


async def test_at_sigterm_an_answer_is_waited_for_or_left_to_the_next_start(home: Path) -> None:
    question = "为什么有了页表还要快表".encode()
    with fake_model("快表缓存页表项[1]。") as model:
        settings = {"MODEL": "openai", "MODEL_URL": model.url, "MODEL_NAME": "fake"}

        async def asked() -> None:
            async with asyncio.timeout(20):
                while not model.requests:
                    await asyncio.sleep(0.01)
            model.requests.clear()

        with chatting(home, **settings) as bot:
            model.delay = 60
            await bot.shown(START_SECONDS)
            bot.type(question)
            await asked()
            assert await asyncio.to_thread(bot.stop) == 0
            assert "页表项" not in bot.output()
            change(bot, "UPDATE inbox SET lease_until = 0 WHERE state = 'received'")  # two minutes later
        with chatting(home, **settings) as bot:
            model.delay = 1
            assert "快表缓存页表项" in await bot.shown(START_SECONDS)
            model.requests.clear()
            bot.type(question)
            await asked()
            assert await asyncio.to_thread(bot.stop) == 0
            assert "快表缓存页表项" in await bot.shown(1)


def _sit_down() -> None:
    """In the chat's process: what it was started on becomes its terminal, and keys work as they do there.

    A shell that starts something in the background lets it ignore SIGINT, and so all that it starts: a run of these tests, for one.
    """
    os.login_tty(0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Typist:
    """Somebody at a pseudo-terminal that `shangan chat` was started on."""

    def __init__(self, bot: ChattingBot) -> None:
        self._master, slave = os.openpty()
        os.set_blocking(self._master, False)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"],
            cwd=PROJECT,
            env={**bot.environment(), "TERM": "xterm"},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            preexec_fn=_sit_down,
        )
        os.close(slave)

    def type(self, keys: bytes) -> None:
        """Press `keys`."""
        os.write(self._master, keys)

    async def see(self, words: str, seconds: float = 20) -> str:
        """What is shown until `words`, without colours and movements of the cursor."""
        shown = b""
        async with asyncio.timeout(seconds):
            while words not in (text := _SEQUENCE.sub("", shown.decode(errors="replace"))):
                with contextlib.suppress(BlockingIOError):
                    shown += os.read(self._master, 65536)
                await asyncio.sleep(0.02)
        return text

    async def ended(self) -> int:
        """Its exit code."""
        return await asyncio.to_thread(self.process.wait, 20)

    def leave(self) -> None:
        """Close the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)


@pytest_asyncio.fixture
async def typist(home: Path) -> AsyncIterator[Typist]:
    """Somebody who sees the first prompt."""
    if not hasattr(os, "login_tty"):
        pytest.skip("there are no pseudo-terminals")
    sitting = Typist(ChattingBot(home))
    try:
        await sitting.see("你: ", START_SECONDS)
        yield sitting
    finally:
        sitting.leave()


async def test_ctrl_c_ends_it(typist: Typist) -> None:
    typist.type(b"\x03")
    assert await typist.ended() == 130


async def test_a_person_sees_an_answer_and_ctrl_d_ends_it(typist: Typist) -> None:
    typist.type(b"\0\xe4\x1b[A\n")  # Ctrl-Space, half a character, an arrow
    await typist.see("你: ")
    typist.type("/帮助\n".encode())
    assert "我是上岸" in await typist.see("你: ")
    typist.type(b"\x04")
    assert await typist.ended() == 0
