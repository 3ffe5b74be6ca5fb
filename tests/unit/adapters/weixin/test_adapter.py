"""The ways in which an answer reaches a person: the response, the customer-service API, the next message."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast
from xml.etree import ElementTree

import httpx
import pytest
from fastapi import FastAPI
from nonebot.adapters.wxmp.exception import ActionFailed
from nonebot.drivers import Response

from adapters.weixin.adapter import LATER, LIMIT, MORE, WeixinAdapter
from adapters.weixin.checking import Checker
from adapters.weixin.documents import write_document
from adapters.weixin.encryption import signature
from adapters.weixin.reading import scene_of
from adapters.weixin.wire import Account
from engine.messages import CredentialsRefused, Deferred, Image, Incoming, Receipt, Refused, Reply, Sent, Text, Unknown

TOKEN = "token"
PATIENCE = 0.4
Handler = Callable[[Incoming], Awaitable[None]]


def failed(code: int, message: str = "no") -> ActionFailed:
    """WeChat's refusal."""
    return ActionFailed(Response(200, content=json.dumps({"errcode": code, "errmsg": message})))


@dataclass
class StubAccount:
    """An account whose API takes everything, or fails with `errors`, one a call."""

    self_id: str = "wx1"
    told: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    async def get_access_token(self) -> str:
        return "t"

    async def sign_in(self) -> float:
        if self.errors:
            raise self.errors.pop(0)
        return 3600

    async def tell(self, person: str, text: str) -> None:
        if self.errors:
            raise self.errors.pop(0)
        assert 0 < len(text.encode()) <= LIMIT
        self.told.append(text)

    async def show(self, person: str, media_id: str) -> None:
        await self.tell(person, media_id)

    async def upload(self, content: bytes, name: str) -> str:
        return f"<{name}>"


class World:
    """An adapter, its account, and WeChat's requests."""

    def __init__(self) -> None:
        self.now = datetime.fromtimestamp(int(time.time()), UTC)
        self.account = StubAccount()
        self.receipts: list[Receipt] = []
        self.answer: Handler = self.say()
        self.adapter = WeixinAdapter(
            cast(Account, self.account), Checker(TOKEN, "", "wx1", lambda: self.now), self.handle, "你好呀", lambda: self.now, PATIENCE
        )
        app = FastAPI()
        self.adapter.mount(app)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot")
        self._nonces = iter(range(10**6))

    async def handle(self, incoming: Incoming) -> None:
        await self.answer(incoming)

    def say(self, *replies: Reply | str, after: float = 0) -> Handler:
        """A bot that answers with `replies` after some seconds."""

        async def answer(incoming: Incoming) -> None:
            await asyncio.sleep(after)
            for reply in replies:
                said = Reply.of(reply) if isinstance(reply, str) else reply
                self.receipts.append(await self.adapter.send(said, incoming.scene, incoming))

        return answer

    async def deliver(self, number: str = "1", content: str = "问") -> str:
        """Deliver a message; the response's text, `success`, or a picture's media id."""
        timestamp, nonce = str(int(self.now.timestamp())), str(next(self._nonces))
        fields = {
            "ToUserName": "gh_1",
            "FromUserName": "oAnna",
            "CreateTime": timestamp,
            "MsgType": "text",
            "Content": content,
            "MsgId": number,
        }
        query = {"signature": signature(TOKEN, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}
        response = await self.client.post("/weixin", params=query, content=write_document(fields))
        assert response.status_code == 200
        if response.text == "success":
            return "success"
        root = ElementTree.fromstring(response.text)
        return root.findtext("Content") or root.findtext("Image/MediaId") or ""

    async def push(self, reply: str = "今天的题") -> Receipt:
        return await self.adapter.send(Reply.of(reply), scene_of("wx1", "oAnna"))

    async def lose_rights(self) -> None:
        """Let the adapter find out that it has no customer-service API."""
        self.account.errors = [failed(48001)]
        assert isinstance(await self.push(), Deferred)


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = World()
    yield world
    await world.client.aclose()


async def test_a_quick_answer_is_the_response(world: World) -> None:
    world.answer = world.say("**快**表", "还有")
    assert await world.deliver() == "快表"
    await asyncio.sleep(0.1)
    assert (world.receipts, world.account.told) == ([Sent(), Sent()], ["还有"])


async def test_without_the_api_one_response_holds_everything(world: World) -> None:
    await world.lose_rights()
    world.answer = world.say("**快**表", "还有")
    assert await world.deliver() == "快表\n\n还有"
    assert world.receipts == [Sent(), Sent()]


async def test_a_push_is_not_taken_for_a_response(world: World) -> None:
    async def answer(incoming: Incoming) -> None:
        world.account.errors = [failed(40003, "invalid openid")]
        world.receipts.append(await world.push())
        world.receipts.append(await world.adapter.send(Reply.of("没推出来"), incoming.scene, incoming))

    world.answer = answer
    assert await world.deliver() == "没推出来"
    assert world.receipts == [Refused("40003 invalid openid"), Sent()]


async def test_silence_is_success(world: World) -> None:
    assert await world.deliver() == "success"


async def test_every_delivery_has_the_same_response_and_the_bot_hears_of_one(world: World) -> None:
    world.answer = world.say("答案", after=0.05)
    assert await asyncio.gather(*(world.deliver("7") for _ in range(3))) == ["答案"] * 3
    assert await world.deliver("7") == "答案"
    assert world.receipts == [Sent()]


async def test_a_slow_answer_goes_by_the_api(world: World) -> None:
    world.answer = world.say("答案", after=PATIENCE + 0.1)
    assert await world.deliver() == "success"
    await asyncio.sleep(0.3)
    assert (world.receipts, world.account.told) == ([Sent()], ["答案"])
    assert await world.deliver() == "success"  # a late delivery is not answered a second time


async def test_what_does_not_fit_follows_by_the_api(world: World) -> None:
    text = "\n\n".join(f"第 {number} 段：" + "页表" * 100 for number in range(12))
    world.answer = world.say(text)
    parts = [await world.deliver()]
    await asyncio.sleep(0.1)
    parts += world.account.told
    assert len(parts) > 3
    assert max(len(part.encode()) for part in parts) <= LIMIT
    assert "\n\n".join(parts) == text
    assert world.receipts == [Sent()]


async def test_a_picture_alone_is_the_response_and_one_after_words_follows(world: World) -> None:
    picture = Image(b"png", "一张表")
    world.answer = world.say(Reply((picture,)))
    assert await world.deliver("1") == "<card.png>"
    world.answer = world.say(Reply((Text("看图"), picture)))
    assert await world.deliver("2") == "看图"
    await asyncio.sleep(0.1)
    assert world.account.told == ["<card.png>"]


@pytest.mark.parametrize("code", [45015, 45047, 45009, 48001])
async def test_what_the_platform_does_not_take_now_is_kept(world: World, code: int) -> None:
    world.account.errors = [failed(code, "response out of time limit")]
    receipt = await world.push()
    assert isinstance(receipt, Deferred)
    assert (receipt.until, receipt.rest) == (None, None)
    assert receipt.reason == f"{code} response out of time limit"


async def test_of_a_reply_that_was_begun_the_rest_is_kept(world: World) -> None:
    world.account.errors = [failed(45047)]
    text = "\n\n".join("页表" * 200 for _ in range(4))
    world.answer = world.say(text)
    first = await world.deliver()
    await asyncio.sleep(0.1)
    (receipt,) = world.receipts
    assert isinstance(receipt, Deferred) and receipt.rest is not None
    assert f"{first}\n\n{receipt.rest.text}" == text


async def test_other_errors(world: World) -> None:
    world.account.errors = [failed(40003, "invalid openid")]
    assert await world.push() == Refused("40003 invalid openid")
    world.account.errors = [failed(45011, "minute-quota")]
    receipt = await world.push()
    assert isinstance(receipt, Deferred) and receipt.until == world.now + timedelta(minutes=1)
    world.account.errors = [ActionFailed(Response(502, content="bad gateway"))]
    assert await world.push() == Unknown("HTTP 502")
    world.account.errors = [TimeoutError()]
    assert await world.push() == Unknown("TimeoutError")


async def test_without_the_api_a_slow_answer_waits_for_another_delivery(world: World) -> None:
    await world.lose_rights()
    world.answer = world.say("答案", after=PATIENCE + 0.3)
    with pytest.raises(TimeoutError):  # WeChat gives up waiting
        await asyncio.wait_for(world.deliver(), PATIENCE + 0.1)
    assert await world.deliver() == "答案"
    assert world.receipts == [Sent()]


async def test_without_the_api_a_very_slow_answer_is_promised_and_given_with_the_next_message(world: World) -> None:
    await world.lose_rights()
    gate = asyncio.Event()

    async def answer(incoming: Incoming) -> None:
        if incoming.text == "慢":
            await gate.wait()
            world.receipts.append(await world.adapter.send(Reply.of("慢答案"), incoming.scene, incoming))
        else:
            gate.set()
            await asyncio.sleep(0.05)
            world.receipts.append(await world.adapter.send(Reply.of("快答案"), incoming.scene, incoming))

    world.answer = answer
    for _ in range(2):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(world.deliver("1", "慢"), PATIENCE + 0.1)
    assert await world.deliver("1", "慢") == LATER
    assert await world.deliver("2", "在吗") == "慢答案\n\n快答案"
    assert world.receipts == [Sent(), Sent()]


async def test_without_the_api_there_are_words_for_pictures_and_a_note_that_there_is_more(world: World) -> None:
    await world.lose_rights()
    scene = scene_of("wx1", "oAnna")
    assert not world.adapter.capabilities(scene).images
    world.answer = world.say(Reply((Text("看图"), Image(b"png", "一张表"))))
    assert await world.deliver("1") == "看图\n\n一张表"
    world.answer = world.say("\n\n".join("页表" * 200 for _ in range(4)))
    assert (await world.deliver("2")).endswith(MORE)
    receipt = world.receipts[-1]
    assert isinstance(receipt, Deferred) and receipt.rest is not None
    assert world.account.told == []


async def test_without_the_api_a_long_answer_goes_on_below_the_next_ones(world: World) -> None:
    await world.lose_rights()
    text = "\n\n".join(f"{number}：" + "页表" * 150 for number in range(8))
    world.answer = world.say(text)
    said = [(await world.deliver("1")).removesuffix(MORE)]
    for number in range(2, 7):
        receipt = world.receipts[-1]
        if isinstance(receipt, Sent):
            break
        assert isinstance(receipt, Deferred) and receipt.rest is not None
        world.answer = world.say("没有找到。" * 20, receipt.rest)
        response = await world.deliver(str(number))
        assert len(response.encode()) <= LIMIT
        said.append(response.removeprefix("没有找到。" * 20).removesuffix(MORE))
    assert world.receipts[-1] == Sent()
    assert "".join("".join(said).split()) == "".join(text.split())


async def test_the_last_message_that_the_api_lets_through_says_that_there_is_more(world: World) -> None:
    text = "\n\n".join(f"{number}：" + "页表" * 250 for number in range(9))
    world.answer = world.say(text)
    assert not (await world.deliver("1")).endswith(MORE)
    assert [words.endswith(MORE) for words in world.account.told[:5]] == [False, False, False, False, True]
    assert len(world.account.told[4].encode()) <= LIMIT


async def test_where_a_picture_would_be_the_last_message_the_word_of_more_goes_before_it(world: World) -> None:
    pictures = Reply(tuple(Image(f"png {number}".encode(), "一张表") for number in range(1, 8)))
    world.answer = world.say("看图", pictures)
    assert await world.deliver("1") == "看图"
    assert world.account.told == [*["<card.png>"] * 4, MORE, *["<card.png>"] * 3]


async def test_the_api_is_tried_again_after_an_hour(world: World) -> None:
    await world.lose_rights()
    assert isinstance(await world.push(), Deferred)
    world.now += timedelta(hours=2)
    assert await world.push() == Sent()


async def test_a_bot_that_fails_leaves_nobody_waiting(world: World) -> None:
    async def fail(incoming: Incoming) -> None:
        raise RuntimeError

    world.answer = fail
    assert await world.deliver() == "success"


async def test_status(world: World) -> None:
    assert world.adapter.status().state == "waiting"
    await world.deliver()
    assert world.adapter.status().state == "on"
    await world.lose_rights()
    assert "没有客服消息权限" in world.adapter.status().detail
    world.now += timedelta(hours=1)
    timestamp = str(int(time.time()))
    refused = await world.client.post(
        "/weixin", params={"signature": signature(TOKEN, timestamp, "n"), "timestamp": timestamp, "nonce": "n"}
    )
    assert refused.status_code == 403
    assert world.adapter.status().state == "failed"
    assert "校准本机时间" in world.adapter.status().detail


async def test_a_wrong_secret_stops_what_needs_the_api_and_nothing_else(world: World) -> None:
    world.answer = world.say("答案")
    world.account.errors = [CredentialsRefused("微信不认密钥")]
    with pytest.raises(CredentialsRefused):
        await world.adapter.run()
    assert await world.deliver() == "答案"
    assert (world.adapter.status().state, "微信不认密钥" in world.adapter.status().detail) == ("failed", True)
    running = asyncio.create_task(world.adapter.run())
    await asyncio.sleep(0)
    assert world.adapter.status().state == "on"
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize(
    ("key", "body", "told"),
    [
        ("", {"ToUserName": "gh_1", "Encrypt": "abc"}, "还缺设置 SHANGAN_WEIXIN_AES_KEY"),
        ("A" * 43, {"ToUserName": "gh_1", "MsgType": "text"}, "明文模式"),
        ("too short", {"ToUserName": "gh_1", "Encrypt": "abc"}, "43 位"),
    ],
)
async def test_a_mode_that_does_not_fit_the_settings_is_told(key: str, body: dict[str, str], told: str) -> None:
    now = datetime.now(UTC)
    account = cast(Account, StubAccount())

    async def nobody(incoming: Incoming) -> None:
        raise AssertionError

    adapter = WeixinAdapter(account, Checker(TOKEN, key, "wx1", lambda: now), nobody, "你好", lambda: now)
    app = FastAPI()
    adapter.mount(app)
    timestamp = str(int(now.timestamp()))
    query = {"signature": signature(TOKEN, timestamp, "n"), "timestamp": timestamp, "nonce": "n"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        response = await client.post("/weixin", params=query, content=write_document(body))
    assert response.status_code in (400, 403)
    assert (adapter.status().state, told in adapter.status().detail) == ("failed", True)
