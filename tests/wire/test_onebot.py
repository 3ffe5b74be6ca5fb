"""QQ over OneBot 11: the first whole conversation, manners in a group, and a wire that nothing tears."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from tests.wire import onebot
from tests.wire.answers import some_answer
from tests.wire.running import RunningBot, running_bot

GROUP = onebot.GROUP


async def test_a_question_in_private_is_answered_from_the_notes(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        said = await qq.ask("/问 为什么有了页表还要快表")
        assert said.action == "send_private_msg"
        assert "408 笔记 > 操作系统 > 内存管理 > 快表与有效访问时间" in said.text
        plain = await qq.ask("为什么有了页表还要快表")  # in private no command is needed
        assert plain.text == said.text


async def test_practice_in_private_shows_the_key_at_once_and_keeps_the_wrong_ones(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        wrong = 0
        for _ in range(6):
            while "【综合应用】" in (question := await qq.ask("/刷题 操作系统", user=20100)).text:
                pass  # an essay has no key; asked for by subject, one may come
            assert "操作系统" in question.text
            verdict = await qq.ask(some_answer(question.text), user=20100)
            assert "答案：" in verdict.text
            wrong += "没对" in verdict.text
        listed = await qq.ask("/错题", user=20100)
        # Made questions of one kind and difficulty are one entry, so the times count, not the lines.
        assert sum(map(int, re.findall(r"错 (\d+) 次", listed.text))) == wrong, listed.text
        stats = await qq.ask("/战绩", user=20100)
        assert "一共答了 6 题" in stats.text
        assert "连续打卡 1 天" in stats.text


async def test_several_questions_are_answered_in_one_message(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        questions = await qq.ask("/刷题 3", user=20101)
        each = re.split(r"第 [1-3]/3 题", questions.text)[1:]
        assert len(each) == 3
        answers = "\n".join(f"{number}. {some_answer(text)}" for number, text in enumerate(each, 1))
        verdict = await qq.ask(answers, user=20101, reply=questions.message_id)
        assert "第 1 题" in verdict.text
        assert "第 3 题" in verdict.text


async def test_in_a_group_it_speaks_only_when_addressed(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        for chatter in ("今天中午吃什么", "B", "A股又跌了", "@某某 在吗", "为什么有了页表还要快表", "//注释", "/roll 100"):
            await qq.send(chatter, group=701)
        assert await qq.is_silent()
        answered = await qq.ask("为什么有了页表还要快表", group=701, at=True)
        assert answered.action == "send_group_msg"
        assert "快表" in answered.text


async def test_a_group_answers_quietly_and_sees_the_key_when_time_is_up(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        question = await qq.ask("/刷题", group=702, user=20201)
        key_hidden = ("答案：", "答对", "没对")
        for user, text in ((20201, "A"), (20202, "b"), (20203, "选C"), (20202, "D")):
            if "【单选】" not in question.text:
                text = some_answer(question.text)
            said = await qq.ask(text, group=702, user=user, reply=question.message_id)
            assert not any(word in said.text for word in key_hidden)
            assert "收到" in said.text or "已经答过" in said.text
        early = await qq.ask("/解析", group=702, user=20204)
        assert "答案：" not in early.text
        reveal = await qq.next(15)
        assert "时间到" in reveal.text
        assert "3 人作答" in reveal.text
        assert "答案：" in reveal.text
        late = await qq.ask("A", group=702, user=20205, reply=question.message_id)
        assert "公布" in late.text


async def test_a_redelivered_event_is_answered_once(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        for _ in range(3):
            await qq.send("/帮助", user=20300, message_id=777001)
        assert "我是上岸" in (await qq.next()).text
        assert await qq.is_silent()


async def test_hostile_frames_never_close_the_connection(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        for frame in HOSTILE_FRAMES:
            await qq.socket.send(frame)
        assert "我是上岸" in (await qq.ask("/帮助", user=20301)).text


HOSTILE_FRAMES: tuple[str | bytes, ...] = (
    "",
    "not json",
    "[]",
    "null",
    '"text"',
    "12",
    "{",
    '{"post_type": null}',
    '{"post_type": "message"}',
    '{"post_type": ["message"], "message_type": {}}',
    '{"post_type": "message", "message_type": "group", "self_id": "x", "user_id": [], "message": 5}',
    '{"echo": "1", "status": "ok", "retcode": 0, "data": {}}',
    '{"echo": "1", "status": "ok", "retcode": 0, "data": {}}',
    '{"echo": {"a": 1}}',
    '{"echo": "99999999999999999999999"}',
    b"\xff\xfe\x00binary",
    b'{"post_type": "message"}',
    "[" * 5000,
    '{"a":' * 3000 + "1" + "}" * 3000,
    '{"post_type": "message", "time": ' + "9" * 5000 + "}",
    json.dumps({"post_type": "message", "message_type": "private", "message": [{"type": "text"}], "user_id": 1, "message_id": 2}),
    '{"post_type": "message", "message_type": "private", "sub_type": "friend", "time": 1, "self_id": 10000, "user_id": 3, "message_id": 4, '
    '"message": [{"type": "text", "data": {"text": "\\ud800\\udc00\\ud83d"}}], "raw_message": "", "font": 0, "sender": {}}',
    json.dumps({"post_type": "message", "x": "长" * 1_000_000}),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/问", "想问什么"),
        ("/问 ？？！", "想问什么"),
        ("/问 " + "长" * 100_000, "太长"),
        ("/问 为什么\ud83d有了页表还要快表", "快表"),
        ("/问 a\0b", ""),
    ],
    ids=["empty", "no words", "100,000 characters", "lone surrogate", "NUL"],
)
async def test_bad_questions_get_a_clear_answer(bot: RunningBot, text: str, told: str) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        assert told in (await qq.ask(text, user=20302)).text


async def test_off_topic_is_declined_politely(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        assert "不在「408」的范围" in (await qq.ask("今晚去哪儿吃火锅比较好", user=20303)).text


async def test_settings_belong_to_the_owner(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        assert "群主" in (await qq.ask("/设置 题数 3", group=703, user=20401)).text
        assert "每日 3 题" in (await qq.ask("/设置 题数 3", group=703, user=20402, role="admin")).text
        assert "没有改动" in (await qq.ask("/设置 时区 火星", group=703, user=20402, role="owner")).text
        assert "不对" in (await qq.ask("/设置 配对 000000x", group=703, user=20401)).text
        code = re.search(r"配对码 (\d{6})", bot.output())
        assert code is not None
        assert "配对成功" in (await qq.ask(f"/设置 配对 {code[1]}", user=20401)).text
        assert "每日 5 题" in (await qq.ask("/设置 题数 5", group=703, user=20401)).text


async def test_a_report_and_forgetting(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        await qq.ask("/刷题", user=20501)
        assert "第 " in (await qq.ask("/纠错 选项有歧义", user=20501)).text
        assert "确认" in (await qq.ask("/忘记我", user=20501)).text
        gone = await qq.ask("/忘记我 确认", user=20501)
        assert "纠错 1 条" in gone.text
        assert "还没有做过题" in (await qq.ask("/战绩", user=20501)).text


async def test_a_wrong_token_is_refused(home: Path) -> None:
    with running_bot(home, ONEBOT_TOKEN="right") as guarded:
        for token in ("", "wrong"):
            with pytest.raises(InvalidStatus) as refused:
                async with onebot.connected(guarded.onebot_url, token):
                    pass
            assert refused.value.response.status_code == 403
        async with onebot.connected(guarded.onebot_url, "right") as qq:
            assert "我是上岸" in (await qq.ask("/帮助")).text


async def test_a_second_client_for_the_same_account_is_refused(bot: RunningBot) -> None:
    async with onebot.connected(bot.onebot_url) as qq:
        with pytest.raises(InvalidStatus):
            async with onebot.connected(bot.onebot_url):
                pass
        assert "我是上岸" in (await qq.ask("/帮助", user=20601)).text


async def test_what_came_in_before_a_crash_is_answered_after_it(home: Path) -> None:
    bot = RunningBot(home)
    bot.start()
    try:
        async with onebot.connected(bot.onebot_url) as qq:
            await qq.ask("/帮助")
            # A burst, and the power goes: some were answered, some only received.
            ids = [await qq.send("/帮助", user=21000 + number) for number in range(60)]
            await qq.next()
            bot.kill()
            answered = {said.params["user_id"] for said in await _drained(qq)} | {21000}
        bot.start()
        async with onebot.connected(bot.onebot_url) as qq:
            again = [said.params["user_id"] for said in await _drained(qq, 8)]
            assert len(again) == len(set(again))
            assert not answered & set(again)
            for number in ids:  # the client delivers everything once more, as clients do after a reconnect
                await qq.send("/帮助", user=21000 + ids.index(number), message_id=number)
            rest = [said.params["user_id"] for said in await _drained(qq, 3)]
            assert not (answered | set(again)) & set(rest)
    finally:
        bot.kill()


async def _drained(qq: onebot.FakeQQ, seconds: float = 1) -> list[onebot.Said]:
    """Everything said until it has been quiet for a while."""
    said: list[onebot.Said] = []
    while True:
        try:
            said.append(await asyncio.wait_for(qq.said.get(), seconds))
        except TimeoutError:
            return said
