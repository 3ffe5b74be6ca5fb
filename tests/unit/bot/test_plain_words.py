"""What the owner reads in the window and is told of: names that one knows, whole words in 80 columns, slips that are not passed over."""

from __future__ import annotations

import socket
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.cli.bank_tables import stats_shown
from bot.doctor import examine
from bot.places import place_names
from bot.sending import Outlet
from bot.server import serve
from bot.settings import Settings, unknown_settings
from bot.status import setting_lines, table
from engine.errors import SettingsError
from engine.exams import load_exams
from engine.messages import Incoming, Scene, Sender
from engine.questions.bank import Bank
from engine.questions.stats import bank_stats
from tests.unit.bot.conftest import START, Bot, Platform

EXAMS = load_exams(Settings(_env_file=None).exams)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, with no settings from around."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_settings_with_a_slip_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = unknown_settings()
    monkeypatch.setenv("SHANGAN_MODLE", "none")
    monkeypatch.setenv("shangan_typo", "1")
    monkeypatch.setenv("SHANGAN_MODELS", str(folder))  # read elsewhere
    (folder / ".env").write_text("SHANGAN_ONEBOT_TOKN=secret\nSHANGAN_PORT=8409\nOTHER=1\n", encoding="utf-8")
    found = {name: meant for name, meant in unknown_settings().items() if name not in before}
    assert found == {"SHANGAN_MODLE": "SHANGAN_MODEL", "SHANGAN_ONEBOT_TOKN": "SHANGAN_ONEBOT_TOKEN", "SHANGAN_TYPO": ""}
    shown = StringIO()
    Console(file=shown, width=80).print(table(setting_lines(), "设置"))
    assert "SHANGAN_MODEL？" in shown.getvalue()
    assert "secret" not in shown.getvalue()


async def test_doctor_tells_a_slip_and_is_silent_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=folder, _env_file=None)
    monkeypatch.setattr("bot.status.unknown_settings", dict)
    assert "设置" not in await examine(settings)
    monkeypatch.setattr("bot.status.unknown_settings", lambda: {"SHANGAN_PROT": "SHANGAN_PORT"})
    (line,) = (await examine(settings))["设置"]
    assert (line.name, line.state) == ("SHANGAN_PROT", "unknown")


@pytest.mark.parametrize("name", EXAMS)
def test_a_bank_is_counted_in_80_columns_with_whole_names(name: str) -> None:
    exam = EXAMS[name]
    stats = bank_stats(exam, Bank.load(exam))
    shown = StringIO()
    console = Console(file=shown, width=80)
    for part in stats_shown(stats):
        console.print(part)
    lines = shown.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert "…" not in shown.getvalue()
    for point in stats.points:
        assert any(line.startswith(point.name[:14]) and f" {point.total} " in line for line in lines)  # the longest go on below
    assert sum(line.split()[-1] == "评测" for line in lines if line.strip()) == 1 + len(exam.subjects)


async def test_in_the_terminal_books_are_added_by_a_command(bot: Bot) -> None:
    terminal = Platform("terminal")
    bot.services.adapters["terminal"] = Outlet(terminal)
    me = Sender("me", "我", "owner")
    await bot.services.learners.pair("terminal", me, START)
    await bot.dispatcher.handle(Incoming("t1", Scene("terminal", "local", "private", "me"), me, text="/资料"))
    said = terminal.said[-1][1].text
    assert "shangan kb add" in said
    assert "把文件发给我" not in said
    await bot.services.learners.pair("onebot", Sender("20001"), START)
    assert "把文件发给我" in (await bot.say("/资料"))[0]


async def test_the_owner_is_told_where_by_names(bot: Bot) -> None:
    await bot.services.learners.pair("onebot", Sender("20001"), START)
    await bot.say("/每日 00:00", group="700", role="owner")
    await bot.say("/每日 00:00", "20002")
    await bot.say("/每日 00:00")
    (said,) = await bot.say("/每日 全部状态")
    assert "- QQ（OneBot 11）群 700：" in said
    assert "- QQ（OneBot 11）和同学 20002 的私聊：" in said or "- QQ（OneBot 11）和同学20002 的私聊：" in said
    assert "（这里）：" in said
    assert "onebot/" not in said


async def test_whoever_has_no_name_is_told_by_a_short_one(bot: Bot) -> None:
    web = Scene("web", "web", "private", "4fabca6f-1111-4222-8333-123456789abc")
    here, channel = Scene("terminal", "local", "private", "me"), Scene("discord", "1", "channel", "1234567890")
    names = await place_names([web, here, channel], here, bot.services.learners)
    assert names == {web: "网页私聊 4fabca6f", here: "终端（这里）", channel: "Discord 频道 1234567890"}


async def test_a_port_in_use_is_one_sentence(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"端口 {port} 用不了.*SHANGAN_PORT="):
            await serve(Settings(home=folder / "home", port=port, _env_file=None), Console(file=StringIO()))
    assert capfd.readouterr() == ("", "")
    assert not (folder / "home" / "logs").exists()
