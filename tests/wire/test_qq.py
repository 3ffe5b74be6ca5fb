"""The QQ open platform and the real bot: conversations, a session that survives, a webhook that is shut to strangers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.wire import qq
from tests.wire.running import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="module")


@contextlib.asynccontextmanager
async def bot_on(platform: qq.FakePlatform, home: Path, online: bool = True, **settings: str) -> AsyncIterator[RunningBot]:
    """A bot of one's own on `platform`."""
    bot = RunningBot(home, {**platform.settings, "ANSWER_SECONDS": "5", **settings})
    try:
        await asyncio.to_thread(bot.start)
        if online:
            await asyncio.wait_for(platform.online.wait(), 20)
        yield bot
    finally:
        bot.kill()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def both(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[qq.FakePlatform, RunningBot]]:
    """A platform and the bot on it."""
    async with qq.platform() as fake, bot_on(fake, tmp_path_factory.mktemp("home")) as bot:
        yield fake, bot


@pytest.fixture
def platform(both: tuple[qq.FakePlatform, RunningBot]) -> qq.FakePlatform:
    return both[0]


ANSWERS = {"【单选】": "B", "【多选】": "AB", "【判断】": "错"}


def health(bot: RunningBot, title: str = "QQ 官方机器人") -> dict[str, str]:
    lines = httpx.get(f"{bot.url}/healthz", trust_env=False).json()["platforms"]
    return next(line for line in lines if line["name"] == title)


async def test_private_group_and_guild_are_answered_where_they_asked(platform: qq.FakePlatform) -> None:
    event = await platform.say("/帮助")
    said = await platform.next()
    assert (said.where, said.id, said.answers) == ("c2c", qq.openid(1), event)
    event = await platform.say("/帮助", group=7)
    said = await platform.next()
    assert (said.where, said.id, said.answers) == ("group", qq.openid(7, "G"), event)
    event = await platform.say_in_channel("/帮助")
    said = await platform.next()
    assert (said.where, said.id, said.answers) == ("channel", "8800", event)
    event = await platform.say_in_channel("/帮助", channel=None)
    said = await platform.next()
    assert (said.where, said.id, said.answers) == ("dms", "661", event)


async def test_a_question_is_answered_with_words_and_a_picture(platform: qq.FakePlatform) -> None:
    event = await platform.say("为什么有了页表还要快表", 2)
    said = await platform.until("易错点", 30)
    assert "408 笔记 > 操作系统 > 内存管理" in said.text
    assert said.image is not None
    assert said.image.startswith(b"\x89PNG")
    assert platform.sequences(event) != []


async def test_a_button_is_acknowledged_and_answered(platform: qq.FakePlatform) -> None:
    while True:
        await platform.say("/刷题 操作系统", 3)
        question = await platform.until("👉")
        if question.buttons:
            break
    pressed = await platform.press(question, next(iter(question.buttons)), 3)
    verdict = await platform.until("答案：")
    assert verdict.answers is not None
    assert verdict.answers.startswith("INTERACTION_CREATE:")
    assert pressed in platform.acknowledged


async def test_a_group_sees_the_key_within_the_window_though_pushes_are_refused(platform: qq.FakePlatform) -> None:
    platform.push = False
    try:
        event = await platform.say("/刷题", 4, group=8)
        question = await platform.until("公布答案")
        given = next((answer for kind, answer in ANSWERS.items() if kind in question.text), "答案是 12345")
        await asyncio.sleep(0.5)  # the answer to the call and the next event come over two connections; a person takes longer
        await platform.say(given, 5, group=8, reply_to=question.name)
        await platform.until("收到")
        reveal = await platform.until("时间到", 15)
        assert reveal.answers is not None
        assert reveal.answers.startswith("ROBOT1.0_")
        assert platform.sequences(event) == sorted(set(platform.sequences(event)))
    finally:
        platform.push = True


async def test_an_unmentioned_message_of_a_group_is_left_alone(platform: qq.FakePlatform) -> None:
    await platform.say("今天中午吃什么", 6, group=9, mention=False)
    assert await platform.is_silent(group=9)


async def test_a_redelivered_event_is_answered_once(platform: qq.FakePlatform) -> None:
    for _ in range(3):
        await platform.say("/帮助", 10, event_id="ROBOT1.0_again")
    await platform.next()
    assert await platform.is_silent()


async def test_what_is_too_old_is_refused_by_the_platform_and_not_sent_as_a_push(platform: qq.FakePlatform) -> None:
    before = len(platform.calls)
    event = await platform.say("/帮助", 11, group=12, age=400)
    assert await platform.is_silent(1)
    tried = [body for _, _, body in platform.calls[before:]]
    assert all(body.get("msg_id") == event for body in tried)
    assert "我是上岸" in (await platform.ask("/帮助", 11, group=12)).text


async def test_a_dropped_connection_is_resumed_and_nothing_is_missed(platform: qq.FakePlatform) -> None:
    before = len(platform.identified)
    dropping = asyncio.create_task(platform.drop())
    await asyncio.sleep(0.1)
    await platform.say("/帮助", 13)  # while the bot is away
    await dropping
    assert "我是上岸" in (await platform.next()).text
    assert len(platform.identified) == before
    assert platform.resumed


async def test_the_platform_may_ask_for_another_connection(platform: qq.FakePlatform) -> None:
    resumed = len(platform.resumed)
    await platform.ask_to_reconnect()
    assert len(platform.resumed) == resumed + 1
    assert "我是上岸" in (await platform.ask("/帮助", 14)).text


async def test_a_session_that_is_gone_begins_anew(platform: qq.FakePlatform) -> None:
    before = len(platform.identified)
    platform.forget_session = True
    await platform.drop()
    assert len(platform.identified) == before + 1
    assert "我是上岸" in (await platform.ask("/帮助", 15)).text


async def test_a_token_that_ran_out_is_renewed(platform: qq.FakePlatform) -> None:
    platform.forget_tokens()
    assert "我是上岸" in (await platform.ask("/帮助", 16)).text


async def test_events_out_of_order_are_answered_and_do_not_set_the_session_back(platform: qq.FakePlatform) -> None:
    await platform.say("/帮助", 17)
    await platform.next()
    author = {"id": qq.openid(17), "user_openid": qq.openid(17)}
    late = {"id": "ROBOT1.0_late", "content": "/帮助", "author": author, "timestamp": "2023-11-06T13:37:18+08:00"}
    platform._events["ROBOT1.0_late"] = ("c2c", 9e9)
    await platform.deliver("C2C_MESSAGE_CREATE", late, sequence=1)
    await platform.next()
    resumed = len(platform.resumed)
    await platform.drop()
    assert platform.resumed[resumed]["seq"] > 1


async def test_a_private_file_becomes_a_book(both: tuple[qq.FakePlatform, RunningBot]) -> None:
    platform, bot = both
    code = re.search(r"配对码 (\d{6})", bot.output())
    assert code is not None
    assert "配对成功" in (await platform.ask(f"/设置 配对 {code[1]}", 18)).text
    await platform.say("", 18, file=("夜宵.md", "# 食堂\n\n食堂三楼的馄饨卖到 22 点 45 分。\n".encode()))
    await platform.until("新增 1 段", 60)


def hostile_frames(count: int, seed: int) -> list[str | bytes]:
    """Frames that are nothing, almost something, or something with the wrong things in it."""
    chance = random.Random(seed)
    values: list[Any] = [None, True, -1, 2**70, 1e308, "", "长" * 1000, "\ud83d", "\0", [], {}, [[]], {"id": {}}, "../../etc", "<@!1>" * 50]
    template = {"op": 0, "s": 3, "t": "GROUP_AT_MESSAGE_CREATE", "id": "x"}
    author = {"id": "A", "member_openid": "A"}
    message = {
        "id": "m",
        "content": "/帮助",
        "group_openid": "G",
        "author": author,
        "timestamp": "2026-01-01T00:00:00+08:00",
        "attachments": [{}],
    }
    frames: list[str | bytes] = [
        "",
        "not json",
        "[]",
        "null",
        "12",
        "{",
        "[" * 5000,
        '{"op":' * 500,
        b"\xff\xfe\x00",
        "{" + " " * 100_000 + "}",
    ]
    while len(frames) < count:
        kind = chance.randrange(4)
        if kind == 0:
            frames.append(bytes(chance.randrange(256) for _ in range(chance.randrange(80))))
        elif kind == 1:
            frames.append(
                json.dumps(
                    {
                        "op": chance.choice([*values, *range(15)]),
                        "d": chance.choice(values),
                        "s": chance.choice(values),
                        "t": chance.choice(values),
                    }
                )
            )
        else:
            data = {name: chance.choice(values) if chance.random() < 0.4 else value for name, value in message.items()}
            kinds = [
                "GROUP_AT_MESSAGE_CREATE",
                "C2C_MESSAGE_CREATE",
                "AT_MESSAGE_CREATE",
                "INTERACTION_CREATE",
                "MESSAGE_AUDIT_PASS",
                "READY",
                "FRIEND_ADD",
                "?",
            ]
            # Neither 7 nor 9, which rightly end a connection; and ids that nobody else uses.
            data["id"] = f"hostile{chance.random()}" if isinstance(data["id"], str) else data["id"]
            frames.append(json.dumps({**template, "t": chance.choice(kinds), "d": data, "s": chance.choice([3, 3, None, "3"])}))
    return [frame for frame in frames if not re.search(r'"op": (7|9|7.0|9.0)\b', frame if isinstance(frame, str) else "")]


async def _pelted(platform: qq.FakePlatform, count: int) -> None:
    platform.online.clear()
    for frame in hostile_frames(count, 8408):
        await platform.raw(frame)
    before = len(platform.identified) + len(platform.resumed)
    event = await platform.say("/帮助", 99)
    while (await platform.next(60)).answers != event:
        pass
    assert len(platform.identified) + len(platform.resumed) == before
    assert not platform.online.is_set()


async def test_hostile_frames_never_close_the_connection(platform: qq.FakePlatform) -> None:
    await _pelted(platform, 200)


@pytest.mark.prove
async def test_ten_thousand_hostile_frames(platform: qq.FakePlatform) -> None:
    await _pelted(platform, 10_000)


async def test_the_webhook_is_for_the_platform_only(tmp_path: Path) -> None:
    message = {
        "id": "ROBOT1.0_hook",
        "content": "/帮助",
        "timestamp": "2026-01-01T00:00:00+08:00",
        "author": {"id": qq.openid(1), "user_openid": qq.openid(1)},
    }
    async with qq.platform() as fake, bot_on(fake, tmp_path, online=False, QQ_TRANSPORT="webhook") as bot:
        url = f"{bot.url}/qq/webhook"
        fake._events["ROBOT1.0_hook"] = ("c2c", 9e9)
        for _ in range(100):
            if health(bot)["state"] == "on":
                break
            await asyncio.sleep(0.1)
        # wrongly signed, unsigned, for another bot, signed garbage
        assert (await fake.webhook(url, "C2C_MESSAGE_CREATE", message, secret="guess" * 8))[0] == 401
        assert (await fake.webhook(url, "C2C_MESSAGE_CREATE", message, headers={"X-Signature-Ed25519": "zz"}))[0] == 401
        assert (await fake.webhook(url, "C2C_MESSAGE_CREATE", message, headers={"X-Signature-Timestamp": "1"}))[0] == 401
        assert (await fake.webhook(url, "C2C_MESSAGE_CREATE", message, headers={"X-Bot-Appid": "1"}))[0] == 403
        assert (await fake.post_signed(url, b"[" * 5000))[0] == 400
        assert (await fake.post_signed(url, b" " * (2**20 + 1)))[0] == 413
        assert await fake.is_silent()
        # the platform asks whether the address is ours
        question = {"op": 13, "d": {"plain_token": "Arq0D5A61EgUu4OxUvOp", "event_ts": "1725442341"}}
        status, body = await fake.post_signed(url, json.dumps(question).encode(), secret="unsigned")
        assert status == 200
        signature = bytes.fromhex(json.loads(body)["signature"])
        qq.signing_key(qq.SECRET).public_key().verify(signature, b"1725442341Arq0D5A61EgUu4OxUvOp")
        # and nobody can have an event signed that way
        forged = {"op": 13, "d": {"plain_token": json.dumps({"op": 0}), "event_ts": "1725442341"}}
        assert (await fake.post_signed(url, json.dumps(forged).encode()))[0] == 400
        # an event of its own, twice
        assert await fake.webhook(url, "C2C_MESSAGE_CREATE", message) == (200, '{"op":12}')
        assert "我是上岸" in (await fake.next()).text
        assert (await fake.webhook(url, "C2C_MESSAGE_CREATE", message))[0] == 200
        for frame in hostile_frames(100, 1):
            assert (await fake.post_signed(url, frame if isinstance(frame, bytes) else frame.encode()))[0] in (200, 400)
