"""Replies are made presentable, sends are held to the platform's pace and counted."""

import asyncio

from bot.metrics import Metrics
from bot.presenting import presentable
from bot.sending import Outlet
from engine.messages import AdapterStatus, Capabilities, Image, Refused, Reply, Scene, Text
from tests.unit.bot.conftest import Platform

SCENE = Scene("onebot", "10000", "group", "700")
TABLE = "先看这张表。\n\n| 页 | 框 |\n|---|---|\n| 0 | 3 |\n\n命中了几次？\n\nA. 1"


async def test_a_table_becomes_a_card_and_the_words_stay_words() -> None:
    reply = await presentable(Reply.of(TABLE), Capabilities(max_length=4500))
    before, picture, after = reply.blocks
    assert isinstance(before, Text)
    assert before.markdown == "先看这张表。"
    assert isinstance(picture, Image)
    assert picture.content.startswith(b"\x89PNG")
    assert picture.alt == "页 | 框\n0 | 3"
    assert isinstance(after, Text)
    assert after.markdown == "命中了几次？\n\nA. 1"


async def test_a_platform_that_can_show_it_gets_it_as_it_is() -> None:
    for able in (Capabilities(max_length=2000, markdown=True), Capabilities(max_length=2000, images=False)):
        assert await presentable(Reply.of(TABLE), able) == Reply.of(TABLE)


async def test_a_burst_goes_at_once_and_more_waits() -> None:
    class Slow(Platform):
        def capabilities(self, scene: Scene) -> Capabilities:
            return Capabilities(max_length=4500, messages_per_minute=60)

    outlet = Outlet(Slow())
    sends = [asyncio.create_task(outlet.send(Reply.of(str(number)), SCENE)) for number in range(12)]
    done, waiting = await asyncio.wait(sends, timeout=0.3)
    assert len(done) == 10
    assert len(waiting) == 2
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


async def test_what_a_platform_says_is_counted() -> None:
    platform = Platform()
    metrics = Metrics(lambda: {"onebot": AdapterStatus("on")})
    outlet = Outlet(platform, metrics)
    await outlet.send(Reply.of("一"), SCENE)
    platform.receipt = Refused("被禁言")
    await outlet.send(Reply.of("二"), SCENE)
    metrics.took("onebot", "message")
    metrics.answered("onebot", 0.012)
    text = metrics.text().decode()
    assert 'shangan_sends_total{outcome="sent",platform="onebot"} 1.0' in text
    assert 'shangan_sends_total{outcome="refused",platform="onebot"} 1.0' in text
    assert 'shangan_adapter_state{platform="onebot",state="on"} 1.0' in text
    assert 'shangan_answer_seconds_count{platform="onebot"} 1.0' in text
