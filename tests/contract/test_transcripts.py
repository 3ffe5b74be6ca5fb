"""The same conversation on every platform, over its real protocol, as a person there reads it: `docs/transcripts.md` is written here.

Asking, practising by button or letter, wrong answers, results, then a group with its question and the daily push.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot import platforms
from tests.contract.peer import Heard, Listening, Peer
from tests.contract.peers import PLATFORMS, open_peer
from tests.contract.transcript import Transcript
from tests.wire.running import PROJECT, RunningBot

PAGE = PROJECT / "docs" / "transcripts.md"
GROUP = "700"
PERSON, OTHER = "1", "2"
PATIENCE = 120
"""Seconds to wait for what must come."""
QUIET = 4
"""Seconds after which nothing more belongs to an answer."""
MOST_QUESTIONS = 40
SETTINGS = {"ANSWER_SECONDS": "30", "ZONE": "Asia/Shanghai", "PERSON_LIMIT": "600/minute"}

HEADING = """# 同一段对话，在每个平台上

下面的每一段都是真的：真的机器人，经各平台自己的协议，和仿真的平台、群和人说话，由 `tests/contract/test_transcripts.py` 记下来（`make prove` 会重写本页）。
抽到的题每次不同，配对码和倒计时略去。〔A〕是按钮，〔图片〕是机器人发来的图。抽到的不是单选题时再抽一次，只留下单选的那一道。"""

TITLES = {**{entry.name: entry.title for entry in platforms.PLATFORMS}, "terminal": "终端（shangan chat）"}


def title_of(name: str) -> str:
    """What people call a platform of the contract suite; a second way to reach it is named behind."""
    platform, _, way = name.partition("_")
    title = TITLES[platform]
    return f"{title}，经 {way}" if way else title


@dataclass
class Talk:
    """A conversation on one platform that is written down."""

    bot: RunningBot
    peer: Peer
    transcript: Transcript
    listening: Listening = field(init=False)

    def __post_init__(self) -> None:
        self.listening = Listening(self.peer)

    async def hear(self, words: str, group: str | None = None, person: str = PERSON) -> list[Heard]:
        """What is said there until `words` were said and nothing more comes, which may be several messages."""
        heard: list[Heard] = []
        while not heard or words not in "".join(one.text for one in heard):
            heard.append(await self.listening.hear(person, group, PATIENCE))
        with contextlib.suppress(TimeoutError):
            while True:
                heard.append(await self.listening.hear(person, group, QUIET))
        return heard

    async def ask(self, text: str, words: str, group: str | None = None) -> list[Heard]:
        """Say `text` and write down what is answered."""
        self.transcript.say(f"@上岸 {text}" if group else text)
        await self.peer.say(text, PERSON, group, mention=group is not None)
        return self.write(await self.hear(words, group))

    def write(self, heard: list[Heard], who: str = "你") -> list[Heard]:
        """Write down what `who` was told."""
        for one in heard:
            self.transcript.hear(one, who)
        return heard

    async def question(self, group: str | None = None) -> Heard:
        """A single choice; what was drawn before it is not written down."""
        command = "/刷题 操作系统"
        for _ in range(MOST_QUESTIONS):
            await self.peer.say(command, PERSON, group, mention=group is not None)
            heard = await self.hear("👉", group)
            if any("【单选】" in one.text for one in heard):
                self.transcript.say(f"@上岸 {command}" if group else command)
                self.write(heard)
                return next(one for one in heard if one.buttons or "👉" in one.text)
        raise AssertionError(f"no single choice in {MOST_QUESTIONS} questions")

    async def answer(self, question: Heard, letter: str, words: str, group: str | None = None, person: str = PERSON) -> list[Heard]:
        """By button where there are any, else by letter."""
        who = "你" if person == PERSON else "同学"
        if question.buttons:
            self.transcript.say(f"按下〔{letter}〕", who)
            await self.peer.press(question, letter, person)
        else:
            self.transcript.say(f"@上岸 {letter}" if group else letter, who)
            await self.peer.say(letter, person, group, mention=group is not None)
        return self.write(await self.hear(words, group, person), who)

    async def alone(self) -> None:
        """A private chat: a question with its place in the book, practice until something was wrong, the lists of it."""
        self.transcript.scene("私聊")
        await self.ask("为什么有了页表还要快表", "快表与有效访问时间")
        for letter in "BCDABCDA":
            verdict = await self.answer(await self.question(), letter, "答案：")
            if any("没对" in one.text for one in verdict):
                break
        await self.ask("/错题", "1 道错题")
        await self.ask("/战绩", "你的战绩")

    async def together(self) -> None:
        """A group: two people answer, and nobody learns the key before time is up."""
        self.transcript.scene("群里")
        question = await self.question(GROUP)
        await self.answer(question, "A", "收到", GROUP)
        heard = await self.answer(question, "B", "收到", GROUP, OTHER)
        if not any("时间到" in one.text for one in heard):
            self.write(await self.hear("2 人作答", GROUP))

    async def daily(self, group: str | None) -> None:
        """The daily push, tried out by the bot's owner."""
        self.transcript.scene("每日推送")
        if self.peer.traits.pairs:
            code = re.search(r"配对码 (\d{6})", self.bot.output())
            assert code is not None
            # In the group itself, where some platforms know a person under another id.
            await self.ask(f"/设置 配对 {code[1]}", "配对成功", group)
        await self.ask("/每日 试推", "推送的样子", group)
        await self.ask("/每日 07:30", "每天 07:30", group)

    async def whole(self) -> None:
        """Everything, in its order."""
        await self.alone()
        if self.peer.traits.groups:
            await self.together()
        await self.daily(GROUP if self.peer.traits.groups else None)


async def told(names: list[str], home: Path) -> dict[str, Transcript]:
    """The conversation on each of `names`, side by side with one bot, or one for each way of starting it."""
    peers = {name: open_peer(name) for name in names}
    bots: dict[type[RunningBot], RunningBot] = {}
    talks = {}
    for name, peer in peers.items():
        bot = bots.setdefault(peer.bot, peer.bot(home / peer.bot.started_by, dict(SETTINGS)))
        bot.settings.update(peer.settings)
        talks[name] = Talk(bot, peer, Transcript(title_of(name), peer.platform == "discord", peer.platform == "terminal"))
    try:
        for bot in bots.values():
            bot.start(wait=False)
        for bot in bots.values():
            await asyncio.to_thread(bot.wait_until_ready)
        async with asyncio.TaskGroup() as connecting:
            for name, peer in peers.items():
                connecting.create_task(peer.connect(talks[name].bot))
        async with asyncio.TaskGroup() as talking:
            for talk in talks.values():
                talking.create_task(talk.whole())
        for bot in bots.values():
            assert "Traceback" not in bot.output()
    finally:
        for peer in peers.values():
            await peer.close()
        for bot in bots.values():
            await asyncio.to_thread(bot.kill)
    return {name: talk.transcript for name, talk in talks.items()}


@pytest.mark.prove
async def test_the_whole_conversation_on_every_platform(tmp_path: Path) -> None:
    transcripts: dict[str, Transcript] = {}
    left = list(PLATFORMS)
    while left:
        # One bot speaks on all of them, each platform in one way.
        names = [name for number, name in enumerate(left) if name.partition("_")[0] not in {one.partition("_")[0] for one in left[:number]}]
        transcripts |= await told(names, tmp_path / names[0])
        left = [name for name in left if name not in names]
    PAGE.write_text("\n\n".join([HEADING, *(str(transcripts[name]) for name in PLATFORMS)]) + "\n", encoding="utf-8")


def test_the_page_tells_of_every_platform() -> None:
    page = PAGE.read_text(encoding="utf-8")
    sections = dict(section.split("\n", 1) for section in page.split("\n## ")[1:])
    for name in PLATFORMS:
        for words in ("为什么有了页表还要快表", "快表与有效访问时间", "/刷题 操作系统", "答案：", "/错题", "/战绩", "推送的样子"):
            assert words in sections[title_of(name)], (name, words)
    assert not re.search(r"配对 \d{6}", page)
