"""The one contract that every adapter fulfils, against each platform's fake, with the real bot in a process of its own."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from tests.contract.peer import Heard, Listening, Peer
from tests.contract.peers import PLATFORMS, open_peer
from tests.wire.running import RunningBot

GROUP = "700"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass
class Talk:
    """A platform with the bot on it."""

    bot: RunningBot
    peer: Peer
    listening: Listening

    async def ask(self, text: str, person: str = "1", group: str | None = None, **how: object) -> Heard:
        """Say something and hear what is said there next."""
        await self.peer.say(text, person, group, **how)  # type: ignore[arg-type]
        return await self.listening.hear(person, group)

    async def hear(self, person: str = "1", group: str | None = None) -> Heard:
        """What is said there next."""
        return await self.listening.hear(person, group)

    async def until(self, words: str, person: str = "1", group: str | None = None) -> Heard:
        """The next thing said there that has `words` in it: a picture or an earlier part may come as a message of its own."""
        while words not in (heard := await self.listening.hear(person, group)).text:
            pass
        return heard

    async def hears_nothing(self, person: str, seconds: float = 1) -> bool:
        """True if `person` is told nothing more in private for a while; others may be."""
        try:
            async with asyncio.timeout(seconds):
                await self.listening.hear(person, seconds=2 * seconds)
        except TimeoutError:
            return True
        return False


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=PLATFORMS)
async def talk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Talk]:
    """Each platform in turn, with one bot for all of its tests."""
    peer = open_peer(request.param)
    bot = peer.bot(tmp_path_factory.mktemp(request.param), {"ANSWER_SECONDS": "5", "ZONE": "UTC", **peer.settings})
    bot.start(wait=False)
    await asyncio.to_thread(bot.wait_until_ready)
    try:
        await peer.connect(bot)
        yield Talk(bot, peer, Listening(peer))
        assert "Traceback" not in bot.output()
    finally:
        await peer.close()
        await asyncio.to_thread(bot.kill)


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def question_with_letters(talk: Talk, person: str, group: str | None = None) -> Heard:
    """A question with one letter as its answer."""
    for _ in range(20):
        await talk.peer.say("/刷题", person, group, mention=group is not None)
        heard = await talk.until("👉", person, group)
        if "【单选】" in heard.text:
            return heard
    raise AssertionError("no such question in twenty")


async def test_event_in_reply_out(talk: Talk) -> None:
    heard = await talk.ask("/帮助", "11")
    assert "我是上岸" in heard.text


async def test_a_question_is_answered_with_its_place_in_the_book(talk: Talk) -> None:
    heard = await talk.ask("为什么有了页表还要快表", "12")
    words = heard.text
    while "快表与有效访问时间" not in words:  # an answer may come in parts
        words += (await talk.hear("12")).text
    assert "**" not in words or talk.peer.platform == "discord"


async def test_in_a_group_it_speaks_when_addressed(talk: Talk) -> None:
    if not talk.peer.traits.groups:
        pytest.skip(f"{talk.peer.platform} has no groups")
    heard = await talk.ask("/帮助", "13", GROUP, mention=True)
    assert "我是上岸" in heard.text
    assert heard.group == GROUP


async def test_a_long_answer_comes_in_parts_that_fit(talk: Talk) -> None:
    heard = [await talk.ask("/刷题 10", "14")]
    while "10 道题可以一起答" not in "".join(one.text for one in heard):
        if "随便回一句" in heard[-1].text:  # WeChat lets only so many messages through
            await talk.peer.say("接着发", "14")
        heard.append(await talk.hear("14"))
    for one in heard:
        assert talk.peer.traits.measure(one.text) <= talk.peer.traits.limit
    words = "".join(one.text for one in heard)
    assert all(f"第 {number}/10 题" in words for number in range(1, 11)) or any(one.images for one in heard)


async def test_a_picture_goes_out(talk: Talk) -> None:
    heard = await talk.ask("/求解 页面访问序列 1,2,3,4,1,2,5,1,2,3,4,5，分配 3 个页框，用 FIFO 置换，缺页几次？", "15")
    pictures = heard.images
    words = heard.text
    while not (pictures and "9" in words):
        more = await talk.hear("15")
        pictures, words = pictures + more.images, words + more.text
    assert pictures


async def test_a_picture_comes_in(talk: Talk) -> None:
    if not talk.peer.traits.images_in:
        pytest.skip(f"{talk.peer.platform} brings no pictures")
    await talk.peer.say("", "16", image=PICTURE)
    assert "图片" in (await talk.hear("16")).text


async def test_practice_with_buttons_or_letters(talk: Talk) -> None:
    question = await question_with_letters(talk, "17")
    if talk.peer.traits.buttons:
        assert question.buttons[:2] == ("A", "B")
        await talk.peer.press(question, "B", "17")
    else:
        assert "回复字母作答" in question.text
        await talk.peer.say("B", "17")
    verdict = await talk.until("答案：", "17")
    await talk.peer.say("/战绩", "17")
    await talk.until("答了 1 题", "17")
    listed = (await talk.ask("/错题", "17")).text
    assert ("1 道错题" in listed) == ("没对" in verdict.text)


async def test_in_a_group_one_answer_does_not_give_the_key_away(talk: Talk) -> None:
    if not talk.peer.traits.groups:
        pytest.skip(f"{talk.peer.platform} has no groups")
    question = await question_with_letters(talk, "18", GROUP)
    for person in ("18", "19"):
        if talk.peer.traits.buttons:
            await talk.peer.press(question, "B", person)
        else:
            await talk.peer.say("B", person, GROUP, mention=True)
        said = await talk.until("收到", person, GROUP)
        assert "答案：" not in said.text
    reveal = await talk.until("2 人作答", "18", GROUP)  # a push: nobody asked for it
    assert "时间到" in reveal.text


async def test_a_push_arrives_or_its_refusal_is_told(talk: Talk) -> None:
    group = GROUP if talk.peer.traits.groups else None
    if talk.peer.traits.pairs:
        paired = re.search(r"配对码 (\d{6})", talk.bot.output())
        assert paired is not None
        # Paired where it is used: some platforms give a person another id in each group.
        await talk.peer.say(f"/设置 配对 {paired[1]}", "20", group, mention=group is not None)
        await talk.until("配对成功", "20", group)
    await talk.peer.say("/每日 试推", "20", group, mention=group is not None)
    if talk.peer.traits.push:
        await talk.until("推送的样子", "20", group)
    else:
        await talk.hear("20", group)
    if talk.peer.traits.refuses:
        await asyncio.sleep(1)  # two tries within a second are one
        await talk.peer.refuse_next("no permission 4711")
        await talk.peer.say("/每日 试推", "20", group, mention=group is not None)
        told = await talk.until("没有推出来", "20", group)
        assert "4711" in told.text
        # It goes along with the answer, in words or, where it has formulas, as a picture.
        while "【" not in (owed := await talk.hear("20", group)).text and not owed.images:
            pass


async def test_a_redelivered_event_is_answered_once(talk: Talk) -> None:
    if not talk.peer.traits.redelivers:
        pytest.skip(f"{talk.peer.platform} delivers once")
    for _ in range(3):
        await talk.peer.say("/帮助", "21", event_id="900900900")
    assert "我是上岸" in (await talk.hear("21")).text
    assert await talk.hears_nothing("21")


async def test_events_out_of_order_are_all_answered(talk: Talk) -> None:
    numbers = list(range(30, 38))
    random.Random(3).shuffle(numbers)
    for number in numbers:
        await talk.peer.say("/帮助", str(number), event_id=str(900_900_900 + number))
    for number in numbers:
        assert "我是上岸" in (await talk.hear(str(number))).text


async def test_after_a_dropped_connection_it_answers_again(talk: Talk) -> None:
    if not talk.peer.traits.keeps_connection:
        pytest.skip(f"{talk.peer.platform} keeps no connection")
    await talk.peer.drop()
    assert "我是上岸" in (await talk.ask("/帮助", "22")).text


async def test_the_platforms_pace_is_respected(talk: Talk) -> None:
    if not talk.peer.traits.limits_rate:
        pytest.skip(f"{talk.peer.platform} does not slow anybody down")
    await talk.peer.limit_next(1)
    assert "我是上岸" in (await talk.ask("/帮助", "23")).text


async def test_a_forged_request_is_refused(talk: Talk) -> None:
    if not talk.peer.traits.signs:
        pytest.skip(f"{talk.peer.platform} is called by the bot, not the other way round")
    assert await talk.peer.forge() in (401, 403)
    assert "我是上岸" in (await talk.ask("/帮助", "24")).text


def hostile_frames(seed: int, count: int) -> list[bytes]:
    """Frames that are no JSON, not of the protocol, cut off, too deep, or of the wrong types."""
    chance = random.Random(seed)
    seeds: list[bytes] = [
        b"", b"null", b"[]", b'"x"', b"{", b"\xff\xfe\x00", b"<xml>", b"<xml><MsgType>text</MsgType></xml>", b'{"op": 0}', b'{"post_type": "message"}',
        json.dumps({"op": 0, "t": "MESSAGE_CREATE", "s": "x", "d": {"id": None, "content": 5, "author": []}}).encode(),
        json.dumps({"cmd": "aibot_msg_callback", "headers": {}, "body": {"msgid": [], "msgtype": {}}}).encode(),
        b"[" * 3000, b'{"d":' * 500 + b"1" + b"}" * 500, b'{"time": ' + b"9" * 4000 + b"}", b'{"text": "\\ud83d"}',
    ]  # fmt: skip
    frames = []
    for _ in range(count):
        frame = bytearray(chance.choice(seeds))
        for _ in range(chance.randrange(4)):
            place = chance.randrange(len(frame) + 1)
            frame[place:place] = bytes([chance.randrange(256)])
        frames.append(bytes(frame[: chance.randrange(1, len(frame) + 2)]))
    return frames


async def test_hostile_frames_change_nothing(talk: Talk) -> None:
    await talk.peer.hostile(hostile_frames(8408, 200))
    assert "我是上岸" in (await talk.ask("/帮助", "25")).text


@pytest.mark.prove
async def test_ten_thousand_hostile_frames_leave_memory_flat(talk: Talk) -> None:
    assert talk.bot.process is not None
    process = psutil.Process(talk.bot.process.pid)
    weights = []
    for part in range(5):  # the first part loads whatever is loaded late
        await talk.peer.hostile(hostile_frames(part, 2_000))
        await talk.peer.say("/帮助", str(900 + part))
        await talk.until("我是上岸", str(900 + part))
        weights.append(process.memory_info().rss)
    assert weights[-1] - weights[0] < 30e6, weights


async def test_health_and_metrics_tell_of_it(talk: Talk) -> None:
    import httpx

    if not talk.peer.traits.serves:
        pytest.skip(f"{talk.peer.platform} is used without a server")
    async with httpx.AsyncClient(trust_env=False) as client:
        metrics = (await client.get(f"{talk.bot.url}/metrics")).text
    assert f'shangan_adapter_state{{platform="{talk.peer.platform}",state="failed"}} 0.0' in metrics
    assert f'platform="{talk.peer.platform}"' in metrics


async def test_ending_it_loses_nothing(talk: Talk) -> None:
    """The last: SIGTERM while people wait; whoever was taken on is answered, before or after."""
    await talk.peer.say("/帮助", "26")
    assert "我是上岸" in (await talk.hear("26")).text
    assert Path(talk.bot.home / "shangan.db").is_file()
    assert await asyncio.to_thread(talk.bot.stop) == 0
