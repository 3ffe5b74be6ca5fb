"""The Discord adapter against the fake, without a bot behind it: what Discord does, and what becomes of a reply."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord import DiscordAdapter
from engine.messages import (
    Argument,
    Choice,
    Choices,
    CommandDescription,
    CredentialsRefused,
    Deferred,
    File,
    Image,
    Incoming,
    Receipt,
    Refused,
    Reply,
    Scene,
    Sender,
    Sent,
    Unknown,
)
from tests.wire import discord
from tests.wire.discord_hostile import hostile_frame
from tests.wire.discord_world import BOT, person_id

GROUP = "700"
COMMANDS = (
    CommandDescription(
        "问", "ask", "问一句", (Argument("书", "book", "哪本", suggested=True), Argument("问题", "question", "问什么", required=True))
    ),
    CommandDescription("刷题", "quiz", "来一题", (Argument("科目", "subject", "哪科"), Argument("题数", "count", "几道", number=(1, 10)))),
    CommandDescription("设置", "settings", "改设置", (Argument("哪一项", "setting", "哪个", choices=("考试", "科目")),), administers=True),
)

Answer = Callable[[Incoming], Sequence[Reply]]


@dataclass
class Bench:
    """An adapter on the bench: what came in, and the receipts of what `answer` made it say."""

    fake: discord.FakeDiscord
    answer: Answer = lambda _: [Reply.of("好")]
    came: list[Incoming] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    seconds_ahead: float = 0
    adapter: DiscordAdapter = field(init=False)

    def __post_init__(self) -> None:
        self.adapter = DiscordAdapter(self.handle, self.fake.token, self.fake.api, COMMANDS, self.suggest, self.now)

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.seconds_ahead)

    async def handle(self, incoming: Incoming) -> None:
        # As the bot does it: an event that was seen is not answered again.
        if any(each.id == incoming.id for each in self.came):
            return
        self.came.append(incoming)
        for reply in self.answer(incoming):
            self.receipts.append(await self.say(reply, incoming))

    async def say(self, reply: Reply, incoming: Incoming) -> Receipt:
        scene = incoming.scene
        if reply.to == "sender" and not scene.is_private:
            scene = Scene(scene.platform, scene.account, "private", incoming.sender.id)
        return await self.adapter.send(reply, scene, incoming)

    async def suggest(
        self, command: str, argument: str, typed: str, given: Mapping[str, str], scene: Scene, sender: Sender
    ) -> Sequence[str]:
        return [f"{command}/{argument}/{typed}/{given.get('问题', '')}/{scene.kind}", "x" * 101]


@contextlib.asynccontextmanager
async def connected(fake: discord.FakeDiscord, answer: Answer | None = None) -> AsyncIterator[Bench]:
    bench = Bench(fake)
    if answer is not None:
        bench.answer = answer
    running = asyncio.create_task(bench.adapter.run())
    try:
        await fake.ready()
        yield bench
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def fake() -> AsyncIterator[discord.FakeDiscord]:
    async with discord.running() as running:
        running.world.group_channel(GROUP)
        yield running
        assert running.rest.faults == [], "the adapter did what Discord refuses"


async def said(fake: discord.FakeDiscord, count: int) -> list[discord.Said]:
    return [await fake.next() for _ in range(count)]


def scene(group: str = GROUP) -> Scene:
    return Scene("discord", BOT, "channel", str(1_100_000_000_000_100_000 + int(group)))


async def test_a_slash_command_is_what_would_be_typed_and_its_answer_fills_the_placeholder(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        used = await fake.use("刷题", group=GROUP, person="5", 题数=3, 科目="操作系统")
        answer = await fake.next()
        incoming = bench.came[0]
        assert (incoming.id, incoming.text, incoming.kind) == (used, "/刷题 操作系统 3", "message")
        assert incoming.scene == scene()
        assert incoming.sender.id == person_id("5")
        assert incoming.sender.name == "同学5"
        assert timedelta(minutes=14) < (incoming.reply_deadline or bench.now()) - bench.now() < timedelta(minutes=15)
        assert Incoming.from_json(incoming.to_json()) == incoming
        assert (answer.text, answer.answers, answer.revised, answer.ephemeral) == ("好", used, False, False)
        assert bench.receipts == [Sent((answer.id,))]
        assert not fake.is_thinking(used)


async def test_arguments_are_put_in_the_order_in_which_they_are_typed(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        await fake.use("ask", group=GROUP, question="什么是抖动", book="《操作系统》")
        await fake.next()
        assert bench.came[0].text == "/问 《操作系统》 什么是抖动"


async def test_suggestions_know_the_other_fields_and_fit_discords_limit(fake: discord.FakeDiscord) -> None:
    async with connected(fake):
        assert await fake.complete("问", "书", "操作", group=GROUP) == ["问/书/操作//channel"]
        assert await fake.complete("问", "书", "") == ["问/书///private"]


async def test_only_those_who_manage_the_server_are_offered_its_settings_and_roles_come_through(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        with pytest.raises(LookupError):
            await fake.use("设置", group=GROUP, person="5")
        await fake.use("设置", group=GROUP, person="5", role="admin")
        await fake.use("设置", group=GROUP, person="900")  # owns the server
        await fake.use("设置", person="5")
        await fake.say("/设置", group=GROUP, person="5")
        await fake.say("/设置", group=GROUP, person="5", role="admin")
        await fake.say("/设置", group=GROUP, person="900")
        await said(fake, 6)
        assert sorted(incoming.sender.role for incoming in bench.came) == ["admin", "admin", "member", "owner", "owner", "owner"]


async def test_several_servers_and_direct_messages_are_scenes_of_their_own(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        for group in (GROUP, "701", "9001", None):
            await fake.say("/问 x", group=group)
        heard = await said(fake, 4)
        assert {each.group for each in heard} == {GROUP, "701", "9001", None}
        assert len({str(incoming.scene) for incoming in bench.came}) == 4
        assert next(each.person for each in heard if each.group is None) == "1"
        assert "2 个服务器" in bench.adapter.status().detail


async def test_mentions_replies_pictures_and_files(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        first = await fake.say("什么是抖动", group=GROUP, mention=True)
        answer = await fake.next()
        assert answer.answers == first
        await fake.say("B", group=GROUP, reply_to=answer.id, image=b"picture")
        await fake.say("收好", files=[("notes.pdf", b"pdf")])
        await said(fake, 2)
        mention, reply, file = bench.came
        assert (mention.text, mention.mentions_bot) == ("什么是抖动", True)
        assert (reply.text, reply.reply_to, reply.mentions_bot) == ("B", answer.id, False)
        assert [image.name for image in reply.images] == ["photo.png"]
        assert (file.kind, file.files[0].name, file.files[0].size) == ("file", "notes.pdf", 3)
        assert (file.files[0].url or "").startswith("http://127.0.0.1")


async def test_a_question_with_buttons_and_quiet_feedback_to_who_pressed(fake: discord.FakeDiscord) -> None:
    def answer(incoming: Incoming) -> list[Reply]:
        if incoming.kind == "button":
            return [Reply.of("收到", ephemeral=True)]
        return [Reply((*Reply.of("**选哪个**").blocks, Choices((Choice("A", "answer:1:1:A"), Choice("B", "answer:1:1:B")))))]

    async with connected(fake, answer) as bench:
        await fake.say("/刷题", group=GROUP)
        question = await fake.next()
        assert question.buttons == ("A", "B")
        pressed = await fake.press(question, "B", person="7")
        feedback = await fake.next()
        assert (feedback.text, feedback.ephemeral, feedback.answers) == ("收到", True, pressed)
        press = bench.came[1]
        assert (press.kind, press.choice, press.sender.id, press.id) == ("button", "answer:1:1:B", person_id("7"), pressed)
        assert fake.world.messages[question.id]["components"], "the buttons stay for the others"
    async with connected(fake, answer) as after_restart:
        await fake.press(question, "A", person="8")
        assert (await fake.next()).ephemeral
        assert after_restart.came[0].choice == "answer:1:1:A"


async def test_what_is_for_one_person_does_not_fill_the_placeholder_that_all_see(fake: discord.FakeDiscord) -> None:
    async with connected(
        fake, lambda _: [Reply.of("只给你", ephemeral=True), Reply(Reply.of("悄悄话").blocks, to="sender"), Reply.of("大家好")]
    ):
        used = await fake.use("quiz", group=GROUP)
        heard = await said(fake, 3)
        assert [(each.text, each.ephemeral, each.group) for each in heard] == [
            ("只给你", True, GROUP),
            ("悄悄话", True, GROUP),
            ("大家好", False, GROUP),
        ]
        assert not fake.is_thinking(used)


async def test_a_command_that_says_nothing_leaves_no_thinking_behind(fake: discord.FakeDiscord) -> None:
    async with connected(fake, lambda _: []) as bench:
        used = await fake.use("quiz", group=GROUP)
        while not bench.came or fake.is_thinking(used):
            await asyncio.sleep(0.02)
        assert await fake.is_silent(0.1)


async def test_an_answer_is_seen_growing_at_a_readable_pace(fake: discord.FakeDiscord) -> None:
    full = "页表在内存，每次访问都要先查页表。" * 8

    def answer(_: Incoming) -> list[Reply]:
        growing = [Reply.of(full[:end], stream="answer", final=False) for end in range(1, len(full), 5)]
        return [*growing, Reply.of(full, stream="answer")]

    async with connected(fake, answer) as bench:
        for by_slash in (True, False):
            bench.receipts.clear()
            await (fake.use("ask", group=GROUP, question="x") if by_slash else fake.say("/问 x", group=GROUP))
            heard = [await fake.next()]
            while heard[-1].text != full:
                heard.append(await fake.next())
            assert len(heard) < 5, "revisions that nobody could read are left out"
            assert {each.id for each in heard} == {heard[0].id}
            assert [each.revised for each in heard] == [False, *[True] * (len(heard) - 1)]
            assert all(receipt == Sent((heard[0].id,)) for receipt in bench.receipts)


async def test_a_long_text_is_one_embed_a_longer_one_several_and_plain_where_embeds_are_not_allowed(fake: discord.FakeDiscord) -> None:
    texts = ["字" * 2000, "字" * 4096, "一句话。\n\n" * 1200]
    async with connected(fake, lambda incoming: [Reply.of(texts[int(incoming.text)])]):
        await fake.say("0", group=GROUP)
        assert not (await fake.next()).message["embeds"]
        await fake.say("1", group=GROUP)
        assert len((await fake.next()).message["embeds"]) == 1
        await fake.say("2", group=GROUP)
        parts = await said(fake, 2)
        assert all(len(part.text) <= 4096 for part in parts)
        assert sum(part.text.count("一句话") for part in parts) == 1200
        guild, channel, _ = fake.world.group_channel("703")
        denied = {"id": guild.id, "type": 0, "allow": "0", "deny": str(1 << 14)}
        await fake.gateway.dispatch("CHANNEL_CREATE", {**guild.channel(channel), "permission_overwrites": [denied]})
        await fake.say("1", group="703")
        plain = await said(fake, 3)
        assert not any(part.message["embeds"] for part in plain)


async def test_pictures_and_files_are_uploaded_where_they_come(fake: discord.FakeDiscord) -> None:
    reply = Reply(
        (*Reply.of("前").blocks, Image(b"png", "页表"), *Reply.of("后").blocks, File("anki.apkg", b"cards"), Choices((Choice("好", "v"),)))
    )
    async with connected(fake, lambda _: [reply]):
        await fake.use("quiz", group=GROUP)
        before, after = await said(fake, 2)
        assert (before.text, before.images, before.buttons) == ("前", 1, ())
        assert (after.text, after.message["attachments"][0]["filename"], after.buttons) == ("后", "anki.apkg", ("好",))


async def test_a_push_goes_to_channels_and_to_people(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        await fake.say("你好", person="6")
        await fake.next()
        assert isinstance(await bench.adapter.send(Reply.of("早"), scene()), Sent)
        assert isinstance(await bench.adapter.send(Reply.of("早"), bench.came[0].scene), Sent)
        heard = await said(fake, 2)
        assert [(each.group, each.person, each.answers) for each in heard] == [(GROUP, None, None), (None, "6", None)]
        assert not bench.adapter.reaches(Scene("discord", "999", "channel", "1"))


async def test_a_short_limit_is_waited_for_and_a_long_one_told(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        for by_slash in (True, False):

            async def start(by_slash: bool = by_slash) -> None:
                await (fake.use("quiz", group=GROUP) if by_slash else fake.say("/刷题", group=GROUP))

            fake.rest.limit_seconds = 0.3
            began = asyncio.get_running_loop().time()
            await start()
            assert (await fake.next()).text == "好"
            while not bench.receipts:
                await asyncio.sleep(0.02)
            assert asyncio.get_running_loop().time() - began >= 0.3
            assert fake.rest.limited == 1
            fake.rest.limited = 0
            fake.rest.limit_seconds = 60
            bench.receipts.clear()
            await start()
            while not bench.receipts:
                await asyncio.sleep(0.02)
            deferred = bench.receipts[-1]
            assert isinstance(deferred, Deferred)
            assert timedelta(seconds=50) < (deferred.until or bench.now()) - bench.now() < timedelta(seconds=61)
            assert fake.rest.limited == 1
            fake.rest.limited = 0
            bench.receipts.clear()


async def test_discords_own_words_are_kept_when_it_refuses(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        fake.rest.refusal = "Missing Permissions"
        receipt = await bench.adapter.send(Reply.of("早"), scene())
        assert receipt == Refused("50013 Missing Permissions")
        assert isinstance(await bench.adapter.send(Reply.of("早"), scene()), Sent)


async def test_an_answer_lost_on_the_way_is_unknown(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        await fake.say("/刷题", group=GROUP)
        await fake.next()
        fake.rest.silent = True
        sending = asyncio.create_task(bench.adapter.send(Reply.of("早"), scene()))
        await asyncio.sleep(0.2)
        await fake.stop()
        assert isinstance(await sending, Unknown)
        await fake.start()


async def test_after_its_time_an_interaction_is_answered_in_the_channel(fake: discord.FakeDiscord) -> None:
    async with connected(fake, lambda _: []) as bench:
        used = await fake.use("quiz", group=GROUP)
        while not bench.came:
            await asyncio.sleep(0.02)
        incoming = bench.came[0]
        bench.seconds_ahead = 3600
        assert isinstance(await bench.adapter.send(Reply.of("晚了"), incoming.scene, incoming), Sent)
        late = await fake.next()
        assert (late.text, late.group, late.answers) == ("晚了", GROUP, None)
        # The clock says there is time, Discord says there is not.
        bench.seconds_ahead = 0
        next(each for each in fake.rest.interactions.values() if each.id == used).at -= 3600
        assert isinstance(await bench.adapter.send(Reply.of("又晚了"), incoming.scene, incoming), Sent)
        assert (await fake.next()).text == "又晚了"
        fake.rest.faults.clear()


async def test_after_a_restart_the_answer_goes_through_the_interactions_token(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        bench.answer = lambda _: []
        holding = asyncio.Event()

        async def hold(incoming: Incoming) -> None:
            bench.came.append(incoming)
            await holding.wait()

        bench.adapter._handle = hold
        used = await fake.use("quiz", group=GROUP)
        while not fake.is_thinking(used):
            await asyncio.sleep(0.02)
    async with connected(fake) as after_restart:
        stored = Incoming.from_json(bench.came[0].to_json())
        receipt = await after_restart.adapter.send(Reply.of("回来了"), stored.scene, stored)
        answer = await fake.next()
        assert (answer.text, answer.answers, receipt) == ("回来了", used, Sent((answer.id,)))
        assert not fake.is_thinking(used)
    holding.set()
    await asyncio.sleep(0.05)


async def test_a_wrong_token_is_said_once_and_not_tried_again() -> None:
    async with discord.running() as fake:
        bench = Bench(fake)
        fake.rest.token = "another"
        with pytest.raises(CredentialsRefused, match="SHANGAN_DISCORD_TOKEN"):
            await bench.adapter.run()
        fake.rest.token = fake.token
        fake.gateway.token = "another"
        with pytest.raises(CredentialsRefused):
            await bench.adapter.run()
        assert bench.adapter.status().state == "waiting"
        receipt = await bench.adapter.send(Reply.of("早"), scene())
        assert isinstance(receipt, Deferred)


async def test_without_the_message_content_intent_everything_else_works(fake: discord.FakeDiscord) -> None:
    fake.gateway.grants_content = False
    async with connected(fake) as bench:
        assert bench.adapter.status().state == "on"
        assert "Message Content" in bench.adapter.status().detail
        await fake.say("/刷题", group=GROUP)
        await fake.say("什么是抖动", group=GROUP, mention=True)
        await fake.say("/刷题", person="4")
        await fake.use("quiz", group=GROUP)
        await said(fake, 4)
        assert sorted(incoming.text for incoming in bench.came) == ["", "/刷题", "/刷题", "什么是抖动"]


async def test_a_dropped_connection_is_resumed_and_nothing_is_missed(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        for number, cut in enumerate((fake.gateway.drop, fake.gateway.ask_to_reconnect), 1):
            await cut()
            await fake.say(f"断线时说的{number}", group=GROUP)
            assert (await fake.next()).text == "好"
            await asyncio.wait_for(fake.gateway.connected.wait(), 10)
            assert (fake.gateway.identified, fake.gateway.resumed) == (1, number)
        await fake.gateway.replay(3)
        await fake.use("quiz", group=GROUP)
        await fake.gateway.replay(1)
        assert (await fake.next()).text == "好"
        assert await fake.is_silent(0.3)
        assert len({incoming.id for incoming in bench.came}) == len(bench.came) == 3


async def test_a_session_that_cannot_be_resumed_begins_anew(fake: discord.FakeDiscord) -> None:
    async with connected(fake) as bench:
        await fake.gateway.invalidate()
        await asyncio.wait_for(fake.gateway.connected.wait(), 15)
        assert fake.gateway.identified == 2
        await fake.use("quiz", group=GROUP)
        assert (await fake.next()).text == "好"
        assert bench.adapter.status().state == "on"


async def test_a_broken_compression_stream_costs_a_reconnect_and_no_more(fake: discord.FakeDiscord) -> None:
    async with connected(fake):
        await fake.gateway.send_uncompressed(b"\xff\xfe\x00 no such stream \x00\x00\xff\xff")
        await asyncio.sleep(0.1)
        await fake.say("/刷题", group=GROUP)
        assert (await fake.next()).text == "好"
        assert fake.gateway.resumed == 1


async def test_heartbeats_are_sent(fake: discord.FakeDiscord) -> None:
    fake.gateway.heartbeat_seconds = 0.2
    async with connected(fake):
        before = fake.gateway.heartbeats
        await asyncio.sleep(0.9)
        assert fake.gateway.heartbeats - before >= 3


@pytest.mark.parametrize("count", [200, pytest.param(10_000, marks=pytest.mark.prove)])
async def test_hostile_frames_end_nothing(fake: discord.FakeDiscord, count: int, caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(8408)
    async with connected(fake) as bench:
        for frame in hostile_frames(chance, count):
            await fake.gateway.send(frame)
        await fake.use("quiz", group="777", person="77")
        while True:
            if (await fake.next(60)).group == "777":
                break
        assert (fake.gateway.identified, fake.gateway.resumed) == (1, 0)
        assert bench.adapter.status().state == "on"
    caplog.clear()
    fake.rest.faults.clear()


def hostile_frames(chance: random.Random, count: int) -> list[bytes]:
    return [hostile_frame(chance) for _ in range(count)]
