"""What a person reads on the terminal, without a bot behind it."""

from __future__ import annotations

import asyncio
import io
import os
from pathlib import Path

import pytest
from rich.console import Console

from adapters.terminal import Keyboard, TerminalAdapter
from adapters.terminal.adapter import SCENE
from engine.messages import Choice, Choices, Image, Incoming, Reply, Sent

SHOW_CURSOR = "\x1b[?25h"


async def nobody(_: Incoming) -> None:
    """Nothing is answered."""


def terminal(folder: Path, watched: bool = False) -> tuple[TerminalAdapter, io.StringIO]:
    """A terminal, and what it shows."""
    shown = io.StringIO()
    return TerminalAdapter(nobody, Console(file=shown, force_terminal=watched, width=60, color_system=None), folder), shown


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        (r"命中率 $\alpha=90\%$，$a_1*b_2*c_3$", "命中率 α=90%，a_1*b_2*c_3"),
        ("| 点 |\n|---|\n| $\\lvert V\\rvert$ 个 |", "| V| 个"),
        ("[红色] 的 [/red] 书", "[红色] 的 [/red] 书"),
        ("清\x1b[2J屏\x07，改\x1b]0;题\x9c名\r\n", "清[2J屏，改]0;题名"),
    ],
)
async def test_words_are_shown_as_words(tmp_path: Path, markdown: str, read: str) -> None:
    adapter, shown = terminal(tmp_path)
    assert isinstance(await adapter.send(Reply.of(markdown), SCENE), Sent)
    assert read in [line.strip() for line in shown.getvalue().splitlines()]


async def test_buttons_are_left_to_the_words(tmp_path: Path) -> None:
    adapter, shown = terminal(tmp_path)
    await adapter.send(Reply.of("题\n\n👉 回复字母作答", Choices((Choice("A", "answer:1:1:A"),), "回复字母作答")), SCENE)
    assert shown.getvalue().count("回复字母作答") == 1


async def test_a_picture_is_put_into_a_file_whose_path_can_be_copied(tmp_path: Path) -> None:
    folder = tmp_path / "a folder with a name that is longer than any line of a terminal of sixty columns"
    adapter, shown = terminal(folder)
    await adapter.send(Reply((Image(b"picture", "图"),)), SCENE)
    (path,) = folder.iterdir()
    assert path.read_bytes() == b"picture"
    assert shown.getvalue() == f"已存到 {path}\n"


async def test_what_was_cut_off_while_it_grew_stays_and_the_next_is_shown_below(tmp_path: Path) -> None:
    adapter, shown = terminal(tmp_path, watched=True)
    await adapter.send(Reply.of("快表缓存", stream="a", final=False), SCENE)
    await adapter.send(Reply.of("想得太久"), SCENE)
    assert SHOW_CURSOR in shown.getvalue().partition("想得太久")[0]
    await adapter.send(Reply.of("页表", stream="b", final=False), SCENE)
    await adapter.send(Reply.of("页表在内存", stream="b"), SCENE)
    assert shown.getvalue().count("快表缓存") == 1 + 1  # as it came, and once more when it was left
    assert shown.getvalue().endswith(SHOW_CURSOR)


async def test_the_cursor_is_back_when_an_answer_breaks_off(tmp_path: Path) -> None:
    async def broken(_: Incoming) -> None:
        await adapter.send(Reply.of("快", stream="a", final=False), SCENE)
        raise RuntimeError

    shown = io.StringIO()
    adapter = TerminalAdapter(broken, Console(file=shown, force_terminal=True, width=60), tmp_path)
    with pytest.raises(RuntimeError):
        await adapter.say("快表")
    assert shown.getvalue().endswith(SHOW_CURSOR)


async def test_a_line_is_read_whatever_its_bytes_are() -> None:
    lines = Keyboard(io.BytesIO(b"\xff\xfe\n\0a\x1b\r\n\n" + "书".encode() * 1_000_000 + b"\n\xe5"), "utf-8")
    assert [await lines.line() for _ in range(6)] == ["\ufffd\ufffd", "\0a\x1b", "", "书" * 1_000_000, "\ufffd", None]


async def test_who_waits_for_a_line_is_told_that_there_will_be_none() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb") as far_end:
        lines = Keyboard(stream, "utf-8")
        waiting = asyncio.create_task(lines.line())
        await asyncio.sleep(0.05)
        lines.end()
        assert await waiting is None
        assert await lines.line() is None
        far_end.write(b"\n")  # lets the thread go
        far_end.flush()
