"""The QQ adapter against the fake platform: what it does when the platform does not take a message, or the bot, as it is."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from fastapi import FastAPI

from adapters.qq import QQAdapter, wire
from adapters.qq.writing import LIMIT
from engine.messages import Choice, Choices, CredentialsRefused, Deferred, Image, Incoming, Refused, Reply, Scene, Sent, Text, Unknown
from tests.wire import qq

PICTURE = Image(b"\x89PNG picture", "一张表：页 3 在框 7")
BUTTONS = Choices((Choice("A", "answer:1:1:A"), Choice("B", "answer:1:1:B")), hint="回复字母作答")
GROUP = Scene("qq", qq.APP_ID, "group", qq.openid(7, "G"))


@dataclass
class Adapted:
    """An adapter on a platform, with a clock of its own and the events it handed on."""

    platform: qq.FakePlatform
    adapter: QQAdapter
    events: list[Incoming] = field(default_factory=list)
    later: timedelta = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    async def told(self, group: int | None = 7, **how: Any) -> Incoming:
        """Somebody says something to it."""
        kind = "c2c" if group is None else "group"
        name = how.pop("event_id", f"ROBOT1.0_{len(self.events)}")
        self.platform._events[name] = (kind, datetime.now(UTC).timestamp() - how.pop("age", 0))
        author = {"user_openid": qq.openid(1), "member_openid": qq.openid(1, "M")}
        data = {"id": name, "content": "在吗", "author": author, "timestamp": self.now().isoformat(), **how}
        data |= {} if group is None else {"group_openid": qq.openid(group, "G")}
        await self.adapter._receive("C2C_MESSAGE_CREATE" if group is None else "GROUP_AT_MESSAGE_CREATE", data, None)
        return self.events[-1]

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Its connection, as whoever supervises it keeps it."""
        task = asyncio.create_task(self.adapter.run())
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def ended(self) -> BaseException:
        """What its connection ended with."""
        async with self.running() as task:
            done, _ = await asyncio.wait((task,), timeout=20)
            assert done
            error = task.exception()
            assert error is not None
            return error


class Driver:
    """What nonebot's driver is told of connections."""

    def _bot_connect(self, bot: object) -> None:
        """Nothing."""

    def _bot_disconnect(self, bot: object) -> None:
        """Nothing."""


Start = Callable[..., Awaitable[Adapted]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts adapters on platforms that grant what they are told to."""
    platforms: list[qq.FakePlatform] = []

    async def begin(markdown: bool = True, secret: str = qq.SECRET, **granted: Any) -> Adapted:
        platform = qq.FakePlatform(**{"markdown": markdown, **granted})
        await platform.start()
        platforms.append(platform)
        events: list[Incoming] = []

        async def keep(incoming: Incoming) -> None:
            events.append(incoming)

        adapted = Adapted(platform, cast(QQAdapter, None), events)
        adapted.adapter = QQAdapter(
            cast(Any, Driver()),
            FastAPI(),
            keep,
            adapted.now,
            app_id=qq.APP_ID,
            secret=secret,
            api_base=platform.url,
            auth_base=f"{platform.url}/app/getAppAccessToken",
        )
        return adapted

    yield begin
    for platform in platforms:
        await platform.stop()


def bodies(platform: qq.FakePlatform) -> list[dict[str, Any]]:
    return [body for _, path, body in platform.calls if path.endswith("/messages")]


async def test_markdown_and_keyboard_where_granted(start: Start) -> None:
    bot = await start()
    receipt = await bot.adapter.send(Reply.of("**第 1 题** 复杂度 $O(n^{2})$", BUTTONS), GROUP, await bot.told())
    said = await bot.platform.next()
    assert receipt == Sent((said.name,))
    assert said.body["msg_type"] == 2
    assert said.text == "**第 1 题** 复杂度 O(n^2)"
    assert said.buttons == {"A": "answer:1:1:A", "B": "answer:1:1:B"}
    assert bot.adapter.capabilities(GROUP).buttons


async def test_without_the_right_to_markdown_it_is_plain_text_from_then_on(start: Start) -> None:
    bot = await start(markdown=False)
    incoming = await bot.told()
    for _ in range(2):
        assert isinstance(await bot.adapter.send(Reply.of("**第 1 题**", BUTTONS), GROUP, incoming), Sent)
        said = await bot.platform.next()
        assert (said.text, said.buttons, said.body["msg_type"]) == ("第 1 题", {}, 0)
    assert [body["msg_type"] for body in bodies(bot.platform)] == [2, 0, 0]
    assert not bot.adapter.capabilities(GROUP).buttons
    assert bot.adapter.capabilities(Scene("qq", qq.APP_ID, "private", "A")).buttons  # granted or not, each by itself


async def test_without_the_right_to_buttons_it_is_markdown_alone(start: Start) -> None:
    bot = await start(keyboard=False)
    incoming = await bot.told()
    for _ in range(2):
        await bot.adapter.send(Reply.of("**第 1 题**", BUTTONS), GROUP, incoming)
        said = await bot.platform.next()
        assert (said.text, said.buttons) == ("**第 1 题**", {})
    assert len(bodies(bot.platform)) == 3


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("见 [官网](https://example.com/a?b=c)。", "见 官网。"),
        ("去 https://example.com/x 看", "去 （链接在 QQ 上发不了） 看"),
        ("运行 main.com 和 README.md，3.14 不变", "运行 main．com 和 README．md，3.14 不变"),
    ],
)
async def test_links_are_left_out(start: Start, markdown: str, shown: str) -> None:
    bot = await start()
    assert isinstance(await bot.adapter.send(Reply.of(markdown), GROUP, await bot.told()), Sent)
    assert (await bot.platform.next()).text == shown


async def test_a_picture_comes_with_its_words_in_one_message(start: Start) -> None:
    bot = await start()
    await bot.adapter.send(Reply((Text("看图。"), PICTURE, Text("**然后**"))), GROUP, await bot.told())
    said = await bot.platform.next()
    assert (said.text, said.image, said.body["msg_type"]) == ("看图。\n\n然后", PICTURE.content, 7)


async def test_a_picture_goes_ahead_of_words_with_buttons(start: Start) -> None:
    bot = await start()
    await bot.adapter.send(Reply((Text("看图。"), PICTURE, Text("**选哪个**"), BUTTONS)), GROUP, await bot.told())
    first, second = await bot.platform.next(), await bot.platform.next()
    assert (first.text, first.image) == ("", PICTURE.content)
    assert (second.text, list(second.buttons)) == ("看图。\n\n**选哪个**", ["A", "B"])


async def test_a_picture_in_a_guild_is_part_of_the_form(start: Start) -> None:
    bot = await start()
    bot.platform._events["m1"] = ("channel", 9e9)
    scene = Scene("qq", qq.APP_ID, "channel", "8800")
    data = {"id": "m1", "channel_id": "8800", "content": "在吗", "author": {"id": "1"}}
    await bot.adapter._receive("AT_MESSAGE_CREATE", data, None)
    assert isinstance(await bot.adapter.send(Reply((Text("看图。"), PICTURE)), scene, bot.events[-1]), Sent)
    said = await bot.platform.next()
    assert (said.where, said.text, said.image) == ("channel", "看图。", PICTURE.content)


async def test_a_picture_that_is_not_taken_is_told_in_words(start: Start) -> None:
    bot = await start(upload=False)
    assert isinstance(await bot.adapter.send(Reply((Text("看图。"), PICTURE)), GROUP, await bot.told()), Sent)
    assert "页 3 在框 7" in (await bot.platform.next()).text


async def test_a_long_answer_takes_five_replies_and_says_what_is_missing(start: Start) -> None:
    bot = await start()
    incoming = await bot.told()
    text = "\n\n".join(f"第{number}段" + "字" * 990 for number in range(30))
    receipt = await bot.adapter.send(Reply.of(text), GROUP, incoming)
    assert isinstance(receipt, Sent)
    said = [await bot.platform.next() for _ in range(5)]
    assert all(len(one.text) <= LIMIT for one in said)
    assert "后面还有约" in said[-1].text
    assert "网页" in said[-1].text
    sequence = bot.platform.sequences(incoming.id)
    assert sequence == sorted(set(sequence))
    after = await bot.adapter.send(Reply.of("还有一句"), GROUP, incoming)
    assert isinstance(after, Deferred)
    assert "5 次" in after.reason
    assert len(bodies(bot.platform)) == 5  # the sixth is not even tried


async def test_pictures_become_words_when_few_replies_are_left(start: Start) -> None:
    bot = await start()
    incoming = await bot.told()
    for _ in range(4):
        await bot.adapter.send(Reply.of("一句"), GROUP, incoming)
        await bot.platform.next()
    await bot.adapter.send(Reply((Text("看图。"), PICTURE, PICTURE, Text("再看。"))), GROUP, incoming)
    said = await bot.platform.next()
    assert said.image is None
    assert "页 3 在框 7" in said.text
    assert "再看。" in said.text


async def test_numbers_go_on_rising_after_a_restart(start: Start) -> None:
    first = await start()
    incoming = Incoming.from_json((await first.told()).to_json())
    await first.adapter.send(Reply.of("重启前"), GROUP, incoming)
    second = QQAdapter(
        cast(Any, None), FastAPI(), first.adapter._handle, first.now, app_id=qq.APP_ID, secret=qq.SECRET,
        api_base=first.platform.url, auth_base=f"{first.platform.url}/app/getAppAccessToken",
    )  # fmt: skip
    first.later = timedelta(seconds=1)
    assert isinstance(await second.send(Reply.of("重启后"), GROUP, incoming), Sent)
    one, two = first.platform.sequences(incoming.id)
    assert one < two
    assert [(await first.platform.next()).text for _ in range(2)] == ["重启前", "重启后"]


async def test_a_closed_window_waits_for_the_next_message(start: Start) -> None:
    bot = await start()
    incoming = await bot.told(age=301)
    assert await bot.adapter.send(Reply.of("晚了"), GROUP, incoming) == Deferred(reason="回复消息msg_id已过期（40034005）")
    private = Scene("qq", qq.APP_ID, "private", qq.openid(1))
    assert isinstance(await bot.adapter.send(Reply.of("不晚"), private, await bot.told(None, age=301)), Sent)
    assert isinstance(await bot.adapter.send(Reply.of("晚了"), private, await bot.told(None, age=3601)), Deferred)


async def test_a_refused_push_is_not_tried_again_that_day(start: Start) -> None:
    bot = await start(push=False)
    for _ in range(3):
        assert await bot.adapter.send(Reply.of("每日一题"), GROUP) == Deferred(reason="主动消息失败, 无权限（40034105）")
    assert len(bodies(bot.platform)) == 1
    bot.platform.push = True
    bot.later = timedelta(days=1)
    assert isinstance(await bot.adapter.send(Reply.of("每日一题"), GROUP), Sent)
    assert (await bot.platform.next()).answers is None


async def test_switching_pushes_on_and_off_is_heeded(start: Start) -> None:
    bot = await start()
    notice = {"group_openid": GROUP.id, "op_member_openid": "A", "timestamp": 1}
    await bot.adapter._receive("GROUP_MSG_REJECT", notice, "e1")
    refused = await bot.adapter.send(Reply.of("每日一题"), GROUP)
    assert isinstance(refused, Deferred)
    assert "关闭" in refused.reason
    assert bodies(bot.platform) == []
    await bot.adapter._receive("GROUP_MSG_RECEIVE", notice, "e2")
    assert isinstance(await bot.adapter.send(Reply.of("每日一题"), GROUP), Sent)


async def test_a_push_answers_an_open_message_where_there_is_one(start: Start) -> None:
    bot = await start(push=False)
    incoming = await bot.told()
    assert isinstance(await bot.adapter.send(Reply.of("公布答案"), GROUP), Sent)
    assert (await bot.platform.next()).answers == incoming.id
    # what tries out whether pushes arrive is one
    assert isinstance(await bot.adapter.send(replace(Reply.of("试推"), unprompted=True), GROUP), Deferred)
    bot.later = timedelta(minutes=6)
    assert isinstance(await bot.adapter.send(Reply.of("每日一题"), GROUP), Deferred)
    assert bodies(bot.platform)[-1].get("msg_id") is None


async def test_pushes_keep_to_thirty_a_minute(start: Start) -> None:
    bot = await start()
    receipts = [
        await bot.adapter.send(Reply.of("每日一题"), Scene("qq", qq.APP_ID, "group", qq.openid(number, "G"))) for number in range(31)
    ]
    assert all(isinstance(receipt, Sent) for receipt in receipts[:30])
    last = receipts[30]
    assert isinstance(last, Deferred)
    assert last.until is not None
    assert timedelta() < last.until - bot.now() <= timedelta(minutes=1)


async def test_a_short_wait_is_waited_and_a_long_one_deferred(start: Start) -> None:
    bot = await start()
    incoming = await bot.told()
    bot.platform.refusals = [qq.Refusal(22009, "消息发送超频", 429, {"Retry-After": "0.2"})]
    assert isinstance(await bot.adapter.send(Reply.of("等等"), GROUP, incoming), Sent)
    bot.platform.refusals = [qq.Refusal(22009, "消息发送超频", 429, {"Retry-After": "60"})]
    receipt = await bot.adapter.send(Reply.of("等等"), GROUP, incoming)
    assert isinstance(receipt, Deferred)
    assert receipt.until is not None
    assert receipt.reason == "消息发送超频（22009）"


@pytest.mark.parametrize(
    ("refusal", "receipt"),
    [
        (qq.Refusal(40034101, "机器人非群成员"), Refused("机器人非群成员（40034101）")),
        (qq.Refusal(40054002, "机器人被禁言"), Refused("机器人被禁言（40054002）")),
        (qq.Refusal(50055001, "消息发送异常，请稍后重试", 500), Unknown("消息发送异常，请稍后重试（50055001）")),
        (qq.Refusal(40034128, "被动回复时间或次数超限"), Deferred(reason="被动回复时间或次数超限（40034128）")),
    ],
)
async def test_refusals_keep_the_platforms_words(start: Start, refusal: qq.Refusal, receipt: object) -> None:
    bot = await start()
    bot.platform.refusals = [refusal, refusal]
    assert await bot.adapter.send(Reply.of("一句"), GROUP, await bot.told()) == receipt


async def test_a_number_that_was_used_is_followed_by_a_higher_one(start: Start) -> None:
    bot = await start()
    bot.platform.refusals = [qq.Refusal(40054005, "消息被去重，请检查请求msgseq")]
    assert isinstance(await bot.adapter.send(Reply.of("一句"), GROUP, await bot.told()), Sent)


async def test_no_answer_is_unknown_and_never_sent_again(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    bot = await start()
    monkeypatch.setattr(wire, "CALL_SECONDS", 0.3)
    incoming = await bot.told()
    bot.platform.silent = True
    assert isinstance(await bot.adapter.send(Reply.of("一句"), GROUP, incoming), Unknown)
    assert len(bodies(bot.platform)) == 1


async def test_a_platform_that_cannot_be_reached_has_taken_nothing(start: Start) -> None:
    bot = await start()
    incoming = await bot.told()
    await bot.adapter.send(Reply.of("一句"), GROUP, incoming)
    await bot.platform.stop()
    receipt = await bot.adapter.send(Reply.of("一句"), GROUP, incoming)
    assert isinstance(receipt, Deferred)
    assert receipt.until is not None


async def test_a_member_of_a_group_cannot_be_written_to_in_private(start: Start) -> None:
    bot = await start()
    incoming = await bot.told()
    private = Scene("qq", qq.APP_ID, "private", incoming.sender.id)
    assert isinstance(await bot.adapter.send(Reply.of("悄悄话"), private, incoming), Refused)


async def test_a_wrong_secret_is_not_tried_again(start: Start) -> None:
    bot = await start(secret="wrong")
    error = await bot.ended()
    assert isinstance(error, CredentialsRefused)
    assert "SHANGAN_QQ_SECRET" in str(error)
    assert isinstance(await bot.adapter.send(Reply.of("一句"), GROUP, await bot.told()), Refused)
    assert bot.adapter.status().state == "waiting"
    assert not bot.adapter.reaches(GROUP)


async def test_without_the_right_to_guilds_groups_work(start: Start) -> None:
    bot = await start(intents=1 << 25 | 1 << 26, heartbeat_ms=100)
    assert "频道" in str(await bot.ended())  # the next attempt asks for less
    async with bot.running():
        await asyncio.wait_for(bot.platform.online.wait(), 20)
        assert bot.platform.identified[0]["intents"] == 1 << 25 | 1 << 26
        await bot.platform.say("在吗", group=7)
        for _ in range(200):
            if bot.events and bot.platform.heartbeats >= 2:
                break
            await asyncio.sleep(0.05)
        assert bot.events[0].text == "在吗"
        assert bot.platform.heartbeats >= 2
        assert bot.adapter.status().state == "on"
        assert bot.adapter.reaches(GROUP)


async def test_with_no_right_at_all_it_says_what_to_do(start: Start) -> None:
    bot = await start(intents=0)
    await bot.ended()
    assert isinstance(await bot.ended(), CredentialsRefused)


async def test_an_unreachable_platform_is_an_error_that_may_pass(start: Start) -> None:
    bot = await start()
    await bot.platform.stop()
    assert isinstance(await bot.ended(), ConnectionError)


async def test_a_connection_that_falls_silent_is_given_up_and_resumed(start: Start) -> None:
    bot = await start(heartbeat_ms=100, deaf=True)
    async with bot.running():
        await asyncio.wait_for(bot.platform.online.wait(), 20)
        for _ in range(200):
            if bot.platform.resumed:
                break
            await asyncio.sleep(0.05)
        assert bot.platform.resumed


async def test_a_bot_that_was_taken_down_is_not_tried_again(start: Start) -> None:
    bot = await start()
    async with bot.running() as task:
        await asyncio.wait_for(bot.platform.online.wait(), 20)
        with contextlib.suppress(TimeoutError):
            await bot.platform.drop(4914, seconds=1)
        with pytest.raises(CredentialsRefused, match="下架"):
            await task
