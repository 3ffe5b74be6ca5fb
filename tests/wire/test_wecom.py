"""What is special to WeCom: the adapter against the fake service, in one process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest
import trustme

from adapters.wecom import WeComAdapter
from adapters.wecom.adapter import NOT_CONNECTED
from adapters.wecom.speaking import LIMIT_WAITS
from adapters.wecom.wire import RefusalError
from adapters.wecom.writing import LONGEST_TEXT
from engine.messages import Choice, Choices, CredentialsRefused, Deferred, File, Image, Incoming, Refused, Reply, Scene, Sent, Text, Unknown
from tests.wire import wecom
from tests.wire.wecom_hostile import hostile_frames

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
LARGEST = 200_000
OPTIONS = Choices((Choice("A", "answer:1:1:A"), Choice("B", "answer:1:1:B")), "回复字母作答")
TOO_OFTEN = (846607, "aibot msg freq out of limit")


@dataclass
class Bot:
    """An adapter, what it heard, and its connection."""

    adapter: WeComAdapter
    heard: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)
    running: asyncio.Task[None] | None = None

    async def connect(self, service: wecom.FakeWeCom) -> None:
        """Connect, and return once people can talk to it."""
        before = service.subscriptions
        self.running = asyncio.create_task(self.adapter.run())
        for _ in range(1000):
            if service.subscriptions > before and self.adapter.status().state == "on":
                return
            assert not self.running.done(), self.running.exception()
            await asyncio.sleep(0.01)
        raise AssertionError("it did not connect")

    async def disconnect(self) -> None:
        """End the connection."""
        if self.running is not None:
            self.running.cancel()
            await asyncio.gather(self.running, return_exceptions=True)

    async def hear(self) -> Incoming:
        """The next event."""
        return await asyncio.wait_for(self.heard.get(), 10)

    @property
    def manager(self) -> Any:
        """The SDK's manager, to shorten its waits."""
        assert self.adapter._connection is not None
        return self.adapter._connection._client.manager


def bot_of(service: wecom.FakeWeCom, folder: Path, authority: Path, **changes: Any) -> Bot:
    """A bot that is not connected yet."""
    heard: asyncio.Queue[Incoming] = asyncio.Queue()
    how = {
        "bot_id": service.bot_id,
        "secret": service.secret,
        "url": service.url,
        "authority": authority,
        "greeting": "**你好**",
        **changes,
    }
    return Bot(WeComAdapter(heard.put, lambda: NOW, uploads=folder / "uploads", largest_upload=LARGEST, **how), heard)


@contextlib.asynccontextmanager
async def a_service(folder: Path) -> AsyncIterator[tuple[wecom.FakeWeCom, Path]]:
    async with wecom.running(folder) as opened:
        yield opened


@contextlib.asynccontextmanager
async def a_bot(folder: Path, **changes: Any) -> AsyncIterator[tuple[wecom.FakeWeCom, Bot]]:
    """The service with a connected bot."""
    async with a_service(folder) as (service, authority):
        bot = bot_of(service, folder, authority, **changes)
        try:
            await bot.connect(service)
            yield service, bot
        finally:
            await bot.disconnect()


async def test_an_answer_grows_in_one_bubble(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("什么是快表")
        event = await bot.hear()
        for text in ("快表", "快表是", "快表是页表的缓存"):
            assert await bot.adapter.send(Reply.of(text, stream="answer", final=False), event.scene, event) == Sent()
        receipt = await bot.adapter.send(Reply.of("快表是页表的缓存。", stream="answer"), event.scene, event)
        said = await service.next()
        assert isinstance(receipt, Sent)
        assert (said.kind, said.text, said.answers) == ("stream", "快表是页表的缓存。", event.id)
        assert said.revisions == ["快表", "快表是", "快表是页表的缓存"]


async def test_an_answer_that_outgrows_its_bubble_goes_on_in_another(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("讲长一点")
        event = await bot.hear()
        long = "\n\n".join(f"第 {number} 段：" + "页面置换" * 200 for number in range(30))
        await bot.adapter.send(Reply.of(long[:-100], stream="answer", final=False), event.scene, event)
        await bot.adapter.send(Reply.of(long, stream="answer"), event.scene, event)
        said = [await service.next()]
        while "第 29 段" not in said[-1].text:
            said.append(await service.next())
        assert len(said) > 1
        assert all(len(one.text.encode()) <= LONGEST_TEXT for one in said)
        assert not service.broken


async def test_a_question_comes_with_its_buttons_and_shows_what_was_pressed_to_that_person_only(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("/刷题", "lin", "wr1")
        event = await bot.hear()
        await bot.adapter.send(Reply.of("第 1 题", OPTIONS), event.scene, event)
        question = await service.next()
        assert question.card is not None
        for person, label in (("lin", "B"), ("wang", "A")):
            await service.press(question, label, person)
            pressed = await bot.hear()
            assert (pressed.kind, pressed.choice, pressed.sender.id) == ("button", f"answer:1:1:{label}", person)
            assert isinstance(await bot.adapter.send(Reply.of("收到"), pressed.scene, pressed), Sent)
            assert (await service.next()).kind == "markdown"  # a pressed button takes no words of its own
        assert [(one["userids"], one["template_card"]["main_title"]["title"]) for one in service.updates] == [
            (["lin"], "已选 B"),
            (["wang"], "已选 A"),
        ]
        await service.press_key("wr1", question.card["task_id"], "done", "lin")  # the one button that is left
        await service.say("还在吗", "lin", "wr1")
        assert (await bot.hear()).text == "还在吗"
        assert not service.broken


async def test_a_card_of_before_a_restart_still_works(tmp_path: Path) -> None:
    async with a_service(tmp_path) as (service, authority):
        first = bot_of(service, tmp_path, authority)
        await first.connect(service)
        await service.say("/刷题")
        event = await first.hear()
        await first.adapter.send(Reply.of("第 1 题", OPTIONS), event.scene, event)
        question = await service.next()
        await first.disconnect()
        second = bot_of(service, tmp_path, authority)
        await second.connect(service)
        await service.press(question, "B")
        assert (await second.hear()).choice == "answer:1:1:B"
        await second.disconnect()


async def test_after_a_restart_a_stored_message_is_answered_in_place_and_else_by_push(tmp_path: Path) -> None:
    async with a_service(tmp_path) as (service, authority):
        first = bot_of(service, tmp_path, authority)
        await first.connect(service)
        await service.say("什么是抖动")
        stored = (await first.hear()).to_json()
        await first.disconnect()
        second = bot_of(service, tmp_path, authority)
        await second.connect(service)
        event = Incoming.from_json(stored)
        assert isinstance(await second.adapter.send(Reply.of("抖动是……"), event.scene, event), Sent)
        assert (await service.next()).answers == event.id
        service._callbacks.clear()  # WeCom has forgotten it
        assert isinstance(await second.adapter.send(Reply.of("抖动是……"), event.scene, event), Sent)
        assert (await service.next()).kind == "markdown"
        await second.disconnect()


async def test_what_the_bubble_no_longer_takes_is_pushed(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("资料")
        event = await bot.hear()
        await bot.adapter.send(Reply.of("读到第 1 页", stream="job", final=False), event.scene, event)
        service.refuse_next(846608, "stream message update expired")
        assert isinstance(await bot.adapter.send(Reply.of("读完了", stream="job"), event.scene, event), Sent)
        assert (await service.next()).text == "读完了"


async def test_pictures_and_files_go_both_ways(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("看这题", image=b"\x89PNG" + b"i" * 1000)
        event = await bot.hear()
        assert event.text == "看这题"
        assert event.images[0].path is not None
        assert event.images[0].path.read_bytes() == b"\x89PNG" + b"i" * 1000
        picture, document = b"p" * 1_200_000, b"%PDF-1.7"
        await bot.adapter.send(Reply((Text("图："), Image(picture, "一张图"), File("笔记.pdf", document))), event.scene, event)
        assert [(one.kind, one.content) for one in [await service.next() for _ in range(3)]] == [
            ("stream", b""),
            ("image", picture),
            ("file", document),
        ]
        await service.say("", file=("王道 操作系统.pdf", document))
        event = await bot.hear()
        assert (event.kind, event.files[0].name, event.files[0].size) == ("file", "王道 操作系统.pdf", len(document))
        assert event.files[0].path is not None
        assert event.files[0].path.suffix == ".pdf"
        assert event.files[0].path.parent == tmp_path / "uploads"


@pytest.mark.parametrize("kind", ["too large", "not https", "gone", "wrong key", "no key"])
async def test_a_file_that_cannot_be_fetched_is_told_without_a_place(tmp_path: Path, kind: str) -> None:
    async with a_bot(tmp_path) as (service, bot):
        # A fixed key: with one in 256 others, what a wrong key makes of it ends like a whole file.
        link = service._link(b"x" * (LARGEST + 100 if kind == "too large" else 100), "a.pdf", bytes(range(32)))
        if kind == "not https":
            link["url"] = link["url"].replace("https://", "http://")
        elif kind == "gone":
            link["url"] += "0"
        elif kind == "wrong key":
            link["aeskey"] = "A" * 43
        elif kind == "no key":
            link["aeskey"] = "!"
        await service.call_back("aibot_msg_callback", "message", "lin", None, "m1", {"msgtype": "file", "file": link})
        event = await bot.hear()
        assert event.kind == "file"
        assert event.files[0].path is None
        assert not list((tmp_path / "uploads").glob("*"))


async def test_a_quote_means_the_newest_message_with_those_words(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("/刷题")
        event = await bot.hear()
        receipts = [await bot.adapter.send(Reply.of("**第 1 题**：快表放在哪里？"), event.scene, event) for _ in range(2)]
        await service.say("B", quote="第 1 题：快表放在哪里？")
        quoting = await bot.hear()
        assert isinstance(receipts[1], Sent)
        assert quoting.reply_to in receipts[1].message_ids
        assert isinstance(receipts[0], Sent)
        assert quoting.reply_to not in receipts[0].message_ids


async def test_who_opens_the_chat_is_welcomed_once(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        for _ in range(3):
            await service.enter("lin", "enter1")
        assert (await service.next()).text == "你好"
        await service.say("在吗", "lin")
        await bot.hear()
        assert service.said.empty()
        assert not service.broken


async def test_what_wecom_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("在吗", "lin", "wr1")
        event = await bot.hear()
        service.refuse_next(60011, "no permission")
        assert await bot.adapter.send(Reply.of("早上好"), event.scene) == Refused("no permission (errcode 60011)")
        private = Scene("wecom", event.scene.account, "private", "lin")
        receipt = await bot.adapter.send(Reply.of("单独说", ephemeral=False), private, event)  # lin has never opened the private chat
        assert isinstance(receipt, Refused)
        assert "invalid chatid" in receipt.reason


async def test_where_a_card_is_not_taken_people_are_told_what_to_type(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("/刷题")
        event = await bot.hear()

        async def refuse_the_card() -> None:
            while not any(frame["cmd"] == "aibot_respond_msg" for frame in service.frames):
                await asyncio.sleep(0)
            service.refuse_next(42045, "invalid card")

        refusing = asyncio.create_task(refuse_the_card())
        await bot.adapter.send(Reply.of("第 1 题", OPTIONS), event.scene, event)
        await refusing
        said = await service.next()
        assert (said.text, said.card) == ("第 1 题\n\n回复字母作答", None)


async def test_too_often_waits_and_then_puts_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.wecom.speaking.LIMIT_WAITS", tuple(0.01 for _ in LIMIT_WAITS))
    async with a_bot(tmp_path) as (service, bot):
        await service.say("在吗")
        event = await bot.hear()
        service.refuse_next(*TOO_OFTEN)
        assert isinstance(await bot.adapter.send(Reply.of("在"), event.scene, event), Sent)
        assert (await service.next()).text == "在"
        for _ in range(len(LIMIT_WAITS) + 1):
            service.refuse_next(*TOO_OFTEN)
        receipt = await bot.adapter.send(Reply.of("早上好"), event.scene)
        assert isinstance(receipt, Deferred)
        assert receipt.until == NOW + timedelta(minutes=1)
        assert "freq out of limit" in receipt.reason


async def test_what_was_cut_off_by_the_pace_is_put_off_and_not_the_whole(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("来三十张图")
        event = await bot.hear()
        pictures = [Image(b"picture %d" % number, f"图 {number}") for number in range(40)]
        receipt = await bot.adapter.send(Reply((Text("好"), *pictures)), event.scene, event)
        assert isinstance(receipt, Deferred)
        assert receipt.rest == Reply(tuple(pictures[29:]))
        assert [(await service.next()).kind for _ in range(30)] == ["stream"] + ["image"] * 29
        assert not service.broken


async def test_no_answer_is_unknown_and_no_connection_refused(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, bot):
        await service.say("在吗")
        event = await bot.hear()
        bot.manager._reply_ack_timeout = 0.1
        service.silent = True
        assert isinstance(await bot.adapter.send(Reply.of("在"), event.scene, event), Unknown)
        bot.manager._reply_ack_timeout = 5.0
        sending = asyncio.create_task(bot.adapter.send(Reply.of("在"), event.scene, event))
        await asyncio.sleep(0.1)
        assert service.connection is not None
        service.connection.transport.abort()
        assert isinstance(await sending, Unknown)
        assert bot.running is not None
        await asyncio.wait_for(bot.running, 10)
        assert await bot.adapter.send(Reply.of("在"), event.scene, event) == Refused(NOT_CONNECTED)
        assert not bot.adapter.reaches(event.scene)
        assert bot.adapter.status().state == "waiting"


async def test_wrong_credentials_are_not_tried_again(tmp_path: Path) -> None:
    async with a_service(tmp_path) as (service, authority):
        with pytest.raises(CredentialsRefused, match="invalid bot_id or secret"):
            await bot_of(service, tmp_path, authority, secret="a guess").adapter.run()
        with pytest.raises(CredentialsRefused, match="SHANGAN_WECOM_CA"):
            await bot_of(service, tmp_path, tmp_path / "absent.pem").adapter.run()
        service.refuse_next(-1, "system busy")
        with pytest.raises(RefusalError, match="system busy"):
            await bot_of(service, tmp_path, authority).adapter.run()


async def test_a_stranger_with_another_certificate_is_not_talked_to(tmp_path: Path) -> None:
    async with a_service(tmp_path) as (service, _):
        another = tmp_path / "another.pem"
        trustme.CA().cert_pem.write_to_path(str(another))
        with pytest.raises(OSError, match="certificate"):
            await bot_of(service, tmp_path, another).adapter.run()
        assert not service.frames  # neither id nor secret


async def test_of_two_bots_with_one_id_the_older_makes_room_for_good(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (service, older):
        newer = bot_of(service, tmp_path, service.write_authority(tmp_path))
        await newer.connect(service)
        assert older.running is not None
        with pytest.raises(CredentialsRefused, match="别处"):
            await asyncio.wait_for(older.running, 10)
        await service.say("在吗")
        assert (await newer.hear()).text == "在吗"
        await newer.disconnect()


@pytest.mark.parametrize("how", ["a goodbye", "a cut", "no heartbeat"])
async def test_the_end_of_a_connection_is_noticed(tmp_path: Path, how: str) -> None:
    async with a_bot(tmp_path) as (service, bot):
        assert service.connection is not None
        if how == "a goodbye":
            await service.connection.close()
        elif how == "a cut":
            service.connection.transport.abort()
        else:
            service.deaf_to_pings = True
            bot.manager._heartbeat_interval = 20
            bot.manager._start_heartbeat()
        assert bot.running is not None
        await asyncio.wait_for(bot.running, 15)


async def test_nothing_people_write_reaches_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with a_bot(tmp_path) as (service, bot):
        await service.say("秘密的话")
        event = await bot.hear()
        await bot.adapter.send(Reply.of("秘密的话"), event.scene, event)
        await service.send({"cmd": "nobody knows", "headers": {"req_id": "x"}, "body": {"text": "秘密的话"}})
        service.refuse_next(60011, "no permission")
        await bot.adapter.send(Reply.of("秘密的话"), event.scene)
    written = [record.getMessage() for record in caplog.records if not record.name.startswith("websockets")]  # bot/logs.py silences it
    assert not [line for line in written if "秘密" in line or json.dumps("秘密")[1:-1] in line]
    assert "秘密" not in "".join(capsys.readouterr())


async def hostile(tmp_path: Path, seed: int, count: int) -> None:
    async with a_bot(tmp_path) as (service, bot):
        task = asyncio.create_task(_forget(bot))
        frames = hostile_frames(seed, count)
        process = psutil.Process()
        await service.hostile(frames[: count // 5])
        before = process.memory_info().rss
        await service.hostile(frames[count // 5 :])
        assert service.connection is not None
        assert service.subscriptions == 1
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await service.say("还在吗", msgid="the last")
        while (event := await bot.hear()).id != "the last":
            pass
        assert isinstance(await bot.adapter.send(Reply.of("在"), event.scene, event), Sent)
        assert process.memory_info().rss - before < 30 * 2**20


async def _forget(bot: Bot) -> None:
    while True:
        await bot.heard.get()


async def test_hostile_frames_end_nothing(tmp_path: Path) -> None:
    await hostile(tmp_path, 8408, 200)


@pytest.mark.prove
async def test_ten_thousand_hostile_frames_end_nothing(tmp_path: Path) -> None:
    await hostile(tmp_path, 3, 10_000)
