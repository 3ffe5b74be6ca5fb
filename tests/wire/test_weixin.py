"""WeChat official accounts: answered in the response, by the customer-service API, or with the person's next message; never twice."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psutil
import pytest

from tests.wire import weixin
from tests.wire.model import FakeModel, fake_model
from tests.wire.running import RunningBot, free_port, running_bot

QUESTION = "为什么有了页表还要快表"
WRITTEN = "快表缓存最近用过的页表项[1]。"
API_PORT = free_port()


@pytest.fixture(scope="module")
def model() -> Iterator[FakeModel]:
    """A language model that can be made slow."""
    with fake_model(WRITTEN) as running:
        yield running


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, model: FakeModel) -> Iterator[RunningBot]:
    """A bot whose official account is in encrypted mode."""
    settings = {**weixin.SETTINGS, "WEIXIN_AES_KEY": weixin.AES_KEY, "WEIXIN_API_URL": f"http://127.0.0.1:{API_PORT}"}
    with running_bot(
        tmp_path_factory.mktemp("home"), MODEL="openai", MODEL_URL=model.url, MODEL_NAME="fake", PERSON_LIMIT="1000/minute", **settings
    ) as running:
        yield running


@pytest.fixture
async def wechat(bot: RunningBot, model: FakeModel) -> AsyncIterator[weixin.FakeWeixin]:
    """WeChat, with the bot's address."""
    model.delay = 0
    async with weixin.platform("encrypted", API_PORT) as fake:
        fake.bot_url = f"{bot.url}/weixin"
        yield fake


async def test_the_address_is_verified_and_questions_are_answered_in_the_response(wechat: weixin.FakeWeixin) -> None:
    assert (await wechat.verify("20261129")).text == "20261129"
    assert "我是上岸" in (await wechat.ask("oAnna", "/帮助")).text
    await wechat.text("oAnna", f"/问 {QUESTION}")
    said = await wechat.next(60)  # the bot's first question may take longer than WeChat waits
    assert "快表缓存最近用过的页表项" in said.text
    assert "408 笔记" in said.text
    assert (await wechat.ask("oAnna", f"/问 {QUESTION}")).text == said.text


async def test_wrong_signatures_are_refused(wechat: weixin.FakeWeixin) -> None:
    fields = {"ToUserName": weixin.ACCOUNT, "FromUserName": "oEve", "CreateTime": "1", "MsgType": "text", "Content": "/帮助", "MsgId": "1"}
    query, body = wechat.signed(fields)
    forged = [
        {**query, "msg_signature": "0" * 40},
        {**query, "signature": "0" * 40},
        {**query, "signature": "签名"},
        {name: value for name, value in query.items() if name != "msg_signature"},
        {},
        {**query, **wechat.query(time.time() - 3600)},
        {**query, **wechat.query(time.time() + 3600)},
        {**query, **wechat.query(token="wrong")},
    ]
    assert [(await wechat.post(body, each)).status_code for each in forged] == [403] * len(forged)
    assert [(await wechat.verify(**each)).status_code for each in ({"signature": "0"}, {"timestamp": "1"}, {"nonce": "other"})] == [403] * 3
    # What is not encrypted could be anybody's: its signature does not cover it.
    assert (await wechat.post(weixin.document(fields))).status_code == 403
    assert await wechat.is_silent()


async def test_a_signature_is_good_for_one_content(wechat: weixin.FakeWeixin) -> None:
    head = {"ToUserName": weixin.ACCOUNT, "FromUserName": "oEve", "CreateTime": "1", "MsgType": "text", "MsgId": "2"}
    query, body = wechat.signed({**head, "Content": "/帮助"})
    first = wechat.read((await wechat.post(body, query)).text, "oEve", "2")
    again = wechat.read((await wechat.post(body, query)).text, "oEve", "2")
    assert again == first
    _, other = wechat.signed({**head, "Content": "/战绩"})
    assert (await wechat.post(other, query)).status_code == 403


async def test_a_redelivered_message_is_answered_once_and_with_the_same(wechat: weixin.FakeWeixin) -> None:
    for _ in range(3):
        await wechat.text("oBea", "/帮助", event_id="4711")
    assert "我是上岸" in (await wechat.next()).text
    assert await wechat.is_silent()
    await wechat.text("oBea", "/帮助", event_id="4711")
    await wechat.settled()
    assert len(wechat.deliveries) == 4
    assert "success" not in {body for _, body in wechat.deliveries}


async def test_practice_with_letters(wechat: weixin.FakeWeixin) -> None:
    question = await wechat.ask("oCleo", "/刷题")
    answer = (
        "AB" if "【多选】" in question.text else "A" if "【单选】" in question.text else "错" if "【判断】" in question.text else "答案是 1"
    )
    assert "答案：" in (await wechat.ask("oCleo", answer)).text


async def test_voice_menu_pictures_and_what_it_cannot_read(wechat: weixin.FakeWeixin) -> None:
    await wechat.message("oDora", "voice", MediaId="m", Format="amr", Recognition=QUESTION)
    assert "快表" in (await wechat.next()).text
    await wechat.event("oDora", "CLICK", EventKey="/帮助")
    assert "我是上岸" in (await wechat.next()).text
    await wechat.message("oDora", "voice", MediaId="m", Format="amr")
    assert "语音" in (await wechat.next()).text
    await wechat.message("oDora", "location", Location_X="1", Location_Y="2", Scale="20", Label="图书馆")
    assert "看不懂" in (await wechat.next()).text
    await wechat.message("oDora", "image", PicUrl="http://127.0.0.1:9/p", MediaId="m")
    assert "图片" in (await wechat.next()).text


async def test_a_new_follower_is_greeted_and_one_who_leaves_is_left_alone(wechat: weixin.FakeWeixin) -> None:
    await wechat.event("oEmma", "subscribe", EventKey="qrscene_1", Ticket="t")
    greeting = await wechat.next()
    assert greeting.passive
    assert len(greeting.text) > 10
    for event in ("unsubscribe", "VIEW", "SCAN", "LOCATION", "TEMPLATESENDJOBFINISH"):
        await wechat.event("oEmma", event, EventKey="x")
    await wechat.settled()
    assert {body for _, body in wechat.deliveries[1:]} == {"success"}
    assert await wechat.is_silent()


async def test_a_long_answer_begins_in_the_response_and_goes_on_by_the_api(wechat: weixin.FakeWeixin) -> None:
    first = await wechat.ask("oFay", "/刷题 10")
    assert first.passive
    rest = [await wechat.next()]
    while "第 10/10 题" not in "".join(said.text for said in rest):
        if "随便回一句" in rest[-1].text:  # ten long questions: the API lets five messages through, and more after a person's next
            assert len(rest) == weixin.MESSAGES_EACH
            await wechat.text("oFay", "接着发")
        rest.append(await wechat.next())
    assert not any(said.passive for said in rest[: weixin.MESSAGES_EACH])
    assert [number for number in range(1, 11) if f"第 {number}/10 题" in "".join(said.text for said in [first, *rest])] == list(
        range(1, 11)
    )


async def test_a_slow_answer_comes_by_the_api_and_only_once(wechat: weixin.FakeWeixin, model: FakeModel) -> None:
    model.delay = 5
    began = time.monotonic()
    await wechat.text("oGina", f"/问 {QUESTION}？")
    said = await wechat.next()
    assert 4 < time.monotonic() - began < 9
    assert not said.passive
    assert "快表缓存最近用过的页表项" in said.text
    assert [body for _, body in wechat.deliveries] == ["success"]
    assert await wechat.is_silent()


async def test_a_closed_window_keeps_the_answer_for_the_next_message(wechat: weixin.FakeWeixin, model: FakeModel) -> None:
    model.delay = 5
    await wechat.text("oGwen", f"/问 {QUESTION}？？？")
    await asyncio.sleep(0.5)
    wechat.pass_time("oGwen", 49 * 3600)
    async with asyncio.timeout(20):
        while "/cgi-bin/message/custom/send" not in wechat.calls:
            await asyncio.sleep(0.1)
    assert await wechat.is_silent()
    model.delay = 0
    said = await wechat.ask("oGwen", "/战绩")
    late = said if "快表缓存" in said.text else await wechat.next()
    assert "还没有做过题" in said.text
    assert "快表缓存最近用过的页表项" in late.text
    assert "快表缓存" not in (await wechat.ask("oGwen", "/战绩")).text


async def test_a_revoked_token_is_replaced_once(wechat: weixin.FakeWeixin) -> None:
    await wechat.ask("oHope", "/刷题 10")
    assert await wechat.drained()
    wechat.revoke_token()
    wechat.calls.clear()
    await asyncio.gather(*(wechat.text(f"oHope{number}", "/刷题 10") for number in range(4)))
    said = await wechat.drained(2)
    assert {person.person for person in said if not person.passive} == {f"oHope{number}" for number in range(4)}
    assert wechat.calls.count("/cgi-bin/stable_token") == 1


async def test_an_account_without_the_api(wechat: weixin.FakeWeixin, model: FakeModel) -> None:
    wechat.rights = False
    beginning = await wechat.ask("oIda", "/刷题 10")
    assert beginning.passive
    assert await wechat.is_silent(1)
    # By now it is known that there is no other way: a long answer says that there is more.
    assert "随便回一句" in (await wechat.ask("oJane", "/刷题 10")).text
    # WeChat is kept waiting and delivers a slow question again.
    wechat.deliveries.clear()
    model.delay = 6
    await wechat.text("oIda", f"/问 {QUESTION}？？")
    said = await wechat.next()
    assert said.passive
    assert "快表缓存最近用过的页表项" in said.text
    await wechat.settled()
    assert [body is None for _, body in wechat.deliveries] == [True, False]
    assert await wechat.is_silent()


async def test_compatible_mode(wechat: weixin.FakeWeixin) -> None:
    wechat.mode = "compatible"
    assert "我是上岸" in (await wechat.ask("oLea", "/帮助")).text


async def test_plain_mode_and_a_crash_in_the_middle_of_a_question(home: Path, model: FakeModel) -> None:
    async with weixin.platform() as wechat:
        bot = RunningBot(home, {"MODEL": "openai", "MODEL_URL": model.url, "MODEL_NAME": "fake", **wechat.settings})
        try:
            await asyncio.to_thread(bot.start)
            wechat.bot_url = f"{bot.url}/weixin"
            model.delay = 0
            assert "我是上岸" in (await wechat.ask("oMia", "/帮助")).text
            model.delay = 3
            await wechat.text("oMia", f"/问 {QUESTION}")
            await asyncio.sleep(1)
            bot.kill()
            model.delay = 0
            await asyncio.to_thread(bot.start)
            assert "快表" in (await wechat.next(30)).text
            assert await wechat.is_silent(3)
        finally:
            bot.kill()


async def test_hostile_bodies(wechat: weixin.FakeWeixin) -> None:
    await send_hostile(wechat, 100)


@pytest.mark.prove
async def test_ten_thousand_hostile_bodies(wechat: weixin.FakeWeixin, bot: RunningBot) -> None:
    # The first of them are answered for the first time (models and notes are read into memory); after that nothing may be kept.
    for text in (f"/问 {QUESTION}", *STRANGE):
        await wechat.text("oKim", text)
    await wechat.settled()
    await wechat.drained(2)
    await send_hostile(wechat, 1_500)
    before = memory(bot)
    await send_hostile(wechat, 3_500)
    assert memory(bot) - before < 20 * 2**20


async def send_hostile(wechat: weixin.FakeWeixin, count: int) -> None:
    """Send `count` bodies that are no documents of WeChat's twice, bare and well encrypted and signed; the bot must go on."""
    for body in hostile_bodies(random.Random(count), count):
        assert (await wechat.post(body)).status_code in (400, 403, 413)
        closed = weixin.encrypt(body.decode("utf-8", "replace"))
        query = wechat.query()
        query["msg_signature"] = weixin.sign(weixin.TOKEN, query["timestamp"], query["nonce"], closed)
        response = await wechat.post(weixin.document({"ToUserName": weixin.ACCOUNT, "Encrypt": closed}), query)
        assert response.status_code in (200, 400, 413)
    assert "我是上岸" in (await wechat.ask("oKim", "/帮助")).text


def memory(bot: RunningBot) -> int:
    """Bytes that the bot occupies."""
    assert bot.process is not None
    return int(psutil.Process(bot.process.pid).memory_info().rss)


FIELDS = {
    "ToUserName": weixin.ACCOUNT,
    "FromUserName": "oMallory",
    "CreateTime": "1348831860",
    "MsgType": "text",
    "Content": "/roll",
    "MsgId": "1",
}

STRANGE = (
    "",
    "0",
    "-1",
    "9" * 400,
    "null",
    "\ud7ff\U0001f4a9",
    "]]>",
    "<xml>",
    "&lol;",
    "event",
    "voice",
    "image",
    "长" * 3000,
    "a/b/c",
    "'; drop table",
)


def hostile_bodies(chance: random.Random, count: int) -> Iterator[bytes]:
    """Bodies that are no documents of WeChat's, or bad ones."""
    yield from (
        b"",
        b"{}",
        b"<xml/>",
        b"<xml>",
        b"<html></html>",
        b"<xml>" * 12_000,
        b"<xml>" * 5_000 + b"</xml>" * 5_000,
        b"<xml><a>" + b"x" * 70_000 + b"</a></xml>",
        b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><xml><Content>&b;</Content></xml>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>',
        b'<?xml version="1.0" encoding="utf-16"?><xml/>',
        b"\xff\xfe<\x00x\x00",
        b"\x00" * 100,
    )
    for _ in range(count):
        fields = {name: value for name, value in FIELDS.items() if chance.random() > 0.2}
        for name in chance.sample([*FIELDS, "Event", "EventKey", "Recognition", "PicUrl", "MediaId", "Encrypt"], 3):
            fields[name] = chance.choice(STRANGE)
        whole = weixin.document(fields).encode()
        start = chance.randrange(len(whole))
        yield chance.choice(
            (
                whole,
                whole[:start],
                whole[:start] + chance.randbytes(5) + whole[start:],
                whole.replace(b"<MsgType>", b"<MsgType><a>").replace(b"</MsgType>", b"</a></MsgType>"),
                whole + whole,
                chance.randbytes(start),
            )
        )
