"""The bot is told to end while people wait: what was begun is answered, the rest is left to the next start."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from engine.messages import Incoming, Receipt, Reply, Scene, Sender
from tests.unit.bot.conftest import START, Bot, Start


@pytest.fixture
async def bot(start: Start) -> Bot:
    return await start()


async def after_restart(start: Start) -> list[str]:
    """What the next start answers."""
    again = await start()
    await again.services.inbox.release_dead(["onebot"], START)
    await again.dispatcher.resume()
    await again.dispatcher.resume()
    return [reply.text[:4] for _, reply in again.platform.said]


def held_up(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> tuple[asyncio.Event, asyncio.Event]:
    """The platform takes a send only once the second event is set; the first tells that one has begun."""
    begun, allowed, send = asyncio.Event(), asyncio.Event(), bot.platform.send

    async def slowly(reply: Reply, scene: Scene, in_reply_to: Incoming | None = None) -> Receipt:
        begun.set()
        await allowed.wait()
        return await send(reply, scene, in_reply_to)

    monkeypatch.setattr(bot.platform, "send", slowly)
    return begun, allowed


async def test_an_answer_that_is_being_sent_is_waited_for(bot: Bot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, allowed = held_up(bot, monkeypatch)
    saying = asyncio.create_task(bot.say("/帮助"))
    await begun.wait()
    ending = asyncio.create_task(bot.dispatcher.drain(30))
    await asyncio.sleep(0.05)
    assert not ending.done()
    allowed.set()
    await ending
    assert len(await saying) == 1
    assert await after_restart(start) == []


async def test_what_comes_in_at_the_end_is_left_to_the_next_start(bot: Bot, start: Start) -> None:
    await bot.dispatcher.drain(0)
    assert await bot.say("/帮助") == []
    assert await after_restart(start) == ["我是上岸"]


async def test_an_answer_that_waits_for_the_platforms_pace_is_given_by_the_next_start(
    bot: Bot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, allowed, outlet = asyncio.Event(), asyncio.Event(), bot.services.adapters["onebot"]
    ready = outlet.ready

    async def slowly(reply: Reply, scene: Scene) -> Reply:
        begun.set()
        await allowed.wait()
        return await ready(reply, scene)

    monkeypatch.setattr(outlet, "ready", slowly)
    saying = asyncio.create_task(bot.say("/帮助"))
    await begun.wait()
    await bot.dispatcher.drain(0.05)
    allowed.set()
    assert await saying == []
    assert await after_restart(start) == ["我是上岸"]


async def test_an_answer_that_is_half_sent_may_take_a_little_longer(bot: Bot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, allowed = held_up(bot, monkeypatch)
    saying = asyncio.create_task(bot.say("/帮助"))
    await begun.wait()
    ending = asyncio.create_task(bot.dispatcher.drain(0))
    await asyncio.sleep(0.1)
    assert not ending.done()
    allowed.set()
    await ending
    assert len(await saying) == 1
    assert await after_restart(start) == []


async def test_an_answer_that_comes_too_late_is_given_by_the_next_start(bot: Bot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, allowed, learner_of = asyncio.Event(), asyncio.Event(), bot.services.learners.learner_of

    async def slowly(platform: str, sender: Sender, now: datetime) -> int:
        begun.set()
        await allowed.wait()
        return await learner_of(platform, sender, now)

    monkeypatch.setattr(bot.services.learners, "learner_of", slowly)
    saying = asyncio.create_task(bot.say("/帮助"))
    await begun.wait()
    await bot.dispatcher.drain(0.05)
    allowed.set()
    assert await saying == []
    assert await after_restart(start) == ["我是上岸"]
