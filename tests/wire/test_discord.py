"""Discord with the real bot: the whole conversation by slash command, button and text, what survives a restart, and a wire that nothing tears."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import psutil
import pytest
import pytest_asyncio

from tests.wire import discord
from tests.wire.discord_hostile import hostile_frame
from tests.wire.running import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="module")
GROUP = discord.GROUP


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def fake(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[discord.FakeDiscord]:
    """A Discord with the real bot on it."""
    async with discord.running() as running:
        bot = RunningBot(tmp_path_factory.mktemp("home"), {**running.settings, "ANSWER_SECONDS": "5"})
        running.bot = bot  # type: ignore[attr-defined]
        await asyncio.to_thread(bot.start)
        try:
            await running.ready()
            yield running
            assert running.rest.faults == [], "the bot did what Discord refuses"
        finally:
            await asyncio.to_thread(bot.kill)


async def heard_by(fake: discord.FakeDiscord, person: str | None = None, group: str | None = None, seconds: float = 20) -> discord.Said:
    """The next thing said there; what is said elsewhere meanwhile is passed over."""
    while True:
        said = await fake.next(seconds)
        if said.group == group and (group is not None or said.person == person):
            return said


async def answering(fake: discord.FakeDiscord, event: str, seconds: float = 20) -> discord.Said:
    """The next thing said in answer to a message or interaction; a long answer's other parts are passed over later."""
    while True:
        said = await fake.next(seconds)
        if said.answers == event:
            return said


async def test_every_command_is_offered_with_its_chinese_name(fake: discord.FakeDiscord) -> None:
    names = {command["name"]: command["name_localizations"]["zh-CN"] for command in fake.rest.commands}
    assert names["ask"] == "问"
    assert names["quiz"] == "刷题"
    assert len(names) >= 12
    assert [command["name"] for command in fake.rest.commands if command["default_member_permissions"]] == ["settings"]


async def test_a_question_is_answered_from_the_notes(fake: discord.FakeDiscord) -> None:
    answer = await answering(fake, await fake.use("问", group=GROUP, person="11", 问题="为什么有了页表还要快表"))
    assert "408 笔记 > 操作系统 > 内存管理 > 快表与有效访问时间" in answer.text
    await fake.say("为什么有了页表还要快表", person="11")
    assert "快表" in (await heard_by(fake, "11")).text


async def test_practice_in_private_by_buttons(fake: discord.FakeDiscord) -> None:
    pressed = 0
    while pressed < 3:
        question = await answering(fake, await fake.use("刷题", person="12", 科目="操作系统"))
        assert "操作系统" in question.text
        if question.buttons:
            pressed += 1
            verdict = await answering(fake, await fake.press(question, question.buttons[0], person="12"))
            assert "答对了" in verdict.text or "没对" in verdict.text
    stats = await answering(fake, await fake.use("战绩", person="12"))
    assert "一共答了 3 题" in stats.text


async def test_a_group_presses_quietly_and_sees_the_key_when_time_is_up(fake: discord.FakeDiscord) -> None:
    group = "702"
    question = await answering(fake, await fake.use("刷题", group=group, person="13"))
    while not question.buttons:
        question = await answering(fake, await fake.use("刷题", group=group, person="13"))
    for person in ("13", "14", "13"):
        feedback = await answering(fake, await fake.press(question, question.buttons[0], person=person))
        assert feedback.ephemeral
        assert "收到" in feedback.text or "已经答过" in feedback.text
    reveal = await heard_by(fake, group=group)
    while "2 人作答" not in reveal.text:
        reveal = await heard_by(fake, group=group)
    assert "时间到" in reveal.text
    assert not reveal.ephemeral
    late = await answering(fake, await fake.press(question, question.buttons[0], person="15"))
    assert "公布" in late.text
    assert late.ephemeral


async def test_settings_are_the_administrators_and_suggest_what_there_is(fake: discord.FakeDiscord) -> None:
    with pytest.raises(LookupError):
        await fake.use("设置", group="703", person="16")
    await fake.say("/每日 07:30", group="703", person="16")
    assert "管理员" in (await heard_by(fake, group="703")).text
    changed = await answering(fake, await fake.use("设置", group="703", person="16", role="admin", 哪一项="科目", 值="操作系统"))
    assert "科目：操作系统" in changed.text
    assert await fake.complete("刷题", "科目", "计算机") == ["计算机组成原理", "计算机网络"]
    assert await fake.complete("问", "书", "笔记", group="703") == ["《408 笔记》"]
    assert await fake.complete("帮助", "命令", "刷") == ["刷题"]


async def test_many_questions_at_once_fit_discords_limits(fake: discord.FakeDiscord) -> None:
    await fake.use("刷题", person="17", 题数=10)
    texts: list[str] = []
    while not re.search(r"第 10/10 题", "".join(texts)):
        texts.append((await heard_by(fake, "17")).text)
    assert all(len(text) <= 4096 for text in texts)


async def test_in_a_channel_it_speaks_only_when_addressed(fake: discord.FakeDiscord) -> None:
    for chatter in ("今天中午吃什么", "B", "为什么有了页表还要快表", "//注释"):
        await fake.say(chatter, group="704", person="18")
    assert await fake.is_silent()
    asked = await fake.say("为什么有了页表还要快表", group="704", person="18", mention=True)
    assert (await heard_by(fake, group="704")).answers == asked


@pytest.mark.parametrize("count", [200, pytest.param(10_000, marks=pytest.mark.prove)])
async def test_hostile_frames_end_nothing_and_memory_stays_flat(fake: discord.FakeDiscord, count: int) -> None:
    chance = random.Random(count)
    bot: RunningBot = fake.bot  # type: ignore[attr-defined]
    assert bot.process is not None
    process = psutil.Process(bot.process.pid)
    for question in ("随便说说", "<@1>" * 500, "9" * 400):  # what some of the frames ask; answering takes memory once
        await fake.say(question, person="19")
        await heard_by(fake, "19", seconds=60)
    before = process.memory_info().rss
    for number in range(count):
        await fake.gateway.send(hostile_frame(chance))
        if number % 500 == 499:
            await fake.use("帮助", person="19")
            assert "我是上岸" in (await heard_by(fake, "19", seconds=120)).text
    await fake.use("帮助", person="19")
    assert "我是上岸" in (await heard_by(fake, "19", seconds=60)).text
    assert (fake.gateway.identified, fake.gateway.resumed) == (1, 0)
    assert process.memory_info().rss - before < 30 * 2**20
    fake.rest.faults.clear()  # answers to interactions that never were


async def test_buttons_and_unanswered_commands_survive_a_kill(tmp_path: Path) -> None:
    async with discord.running() as fake:
        bot = RunningBot(tmp_path / "home", fake.settings)
        await asyncio.to_thread(bot.start)
        try:
            await fake.ready()
            question = await answering(fake, await fake.use("刷题", person="30"))
            while not question.buttons:
                question = await answering(fake, await fake.use("刷题", person="30"))
            button = question.buttons[0]
            # A burst, and the power goes: some were answered, some only received.
            used = [await fake.use("帮助", person=str(40 + number)) for number in range(40)]
            answered = {(await fake.next()).answers}
            await asyncio.to_thread(bot.kill)
            while not fake.rest.said.empty():
                answered.add(fake.rest.said.get_nowait().answers)
            fake.gateway.connected.clear()
            await asyncio.to_thread(bot.start)
            await asyncio.wait_for(fake.gateway.connected.wait(), 60)
            again = await _until_quiet(fake, 8)
            assert len(again) == len(set(again))
            assert not answered & set(again)
            assert set(again) <= set(used)
            verdict = await answering(fake, await fake.press(question, button, person="30"))
            assert "答对了" in verdict.text or "没对" in verdict.text
        finally:
            await asyncio.to_thread(bot.kill)


async def _until_quiet(fake: discord.FakeDiscord, seconds: float) -> list[str | None]:
    """What everything said was an answer to, until nothing has been said for a while."""
    answers: list[str | None] = []
    while True:
        try:
            answers.append((await fake.next(seconds)).answers)
        except TimeoutError:
            return answers


async def test_a_wrong_token_is_told_and_harms_nobody_else(tmp_path: Path) -> None:
    async with discord.running() as fake:
        bot = RunningBot(tmp_path / "home", {**fake.settings, "DISCORD_TOKEN": "wrong"})
        await asyncio.to_thread(bot.start)
        try:
            async with httpx.AsyncClient() as client:
                while True:
                    health = (await client.get(f"{bot.url}/healthz")).json()
                    states = {platform["name"]: platform for platform in health["platforms"]}
                    if states["Discord"]["state"] == "failed":
                        break
                    await asyncio.sleep(0.1)
            assert "SHANGAN_DISCORD_TOKEN" in states["Discord"]["detail"]
            assert states["网页"]["state"] in ("on", "waiting")
            assert health["status"] == "degraded"
            assert await asyncio.to_thread(bot.stop) == 0
        finally:
            if bot.process is not None and bot.process.poll() is None:
                bot.kill()
