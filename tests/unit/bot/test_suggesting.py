"""Commands as a platform's menu shows them, and what is suggested while somebody types."""

from __future__ import annotations

import re

import pytest

from bot.commands.table import COMMANDS
from bot.suggesting import MOST, Suggesting
from engine.messages import Scene, Sender
from tests.unit.bot.conftest import Bot

GROUP = Scene("discord", "1", "channel", "700")
SOMEBODY = Sender("20001", "小林")


def test_every_command_can_stand_in_a_menu() -> None:
    described = [command.describe() for command in COMMANDS]
    assert len({each.alias for each in described}) == len(described)
    for each in described:
        assert re.fullmatch(r"[a-z]{1,32}", each.alias)
        assert 1 <= len(each.summary) <= 100
        for argument in each.arguments:
            assert re.fullmatch(r"[a-z]{1,32}", argument.alias)
            assert 1 <= len(argument.summary) <= 100


def test_a_command_that_shows_an_example_takes_text_without_saying_more() -> None:
    shown = {command.name: command.describe() for command in COMMANDS}
    assert shown["刷题"].arguments[1].number == (1, 10)
    assert shown["战绩"].arguments == ()


@pytest.mark.parametrize(
    ("command", "argument", "typed", "given", "expected"),
    [
        ("刷题", "科目", "", {}, ["数据结构", "计算机组成原理", "操作系统", "计算机网络"]),
        ("刷题", "科目", "网络", {}, ["计算机网络"]),
        ("设置", "值", "", {"哪一项": "科目"}, ["全部", "数据结构", "计算机组成原理", "操作系统", "计算机网络"]),
        ("设置", "值", "hong", {"哪一项": "时区"}, ["Asia/Hong_Kong"]),
        ("设置", "值", "", {}, []),
        ("每日", "时间", "0", {}, ["07:30", "08:00", "12:30", "21:00"]),
        ("帮助", "命令", "刷", {}, ["刷题"]),
        ("资料", "书名", "", {}, []),
        ("没有这个", "书名", "", {}, []),
        ("解析", "题号", "", {}, []),
    ],
)
async def test_what_fits_is_suggested(
    bot: Bot, command: str, argument: str, typed: str, given: dict[str, str], expected: list[str]
) -> None:
    found = await Suggesting(bot.services, COMMANDS)(command, argument, typed, given, GROUP, SOMEBODY)
    assert list(found) == expected
    assert len(found) <= MOST
    assert await bot.services.learners.known("discord", SOMEBODY) is None, "a look leaves nothing behind"
