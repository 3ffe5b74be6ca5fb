"""The whole conversation through the real dispatcher: practice, groups, dailies, forgetting, failures."""

import re
from datetime import timedelta

import pytest

from bot.jobs import close_due_rounds
from engine.messages import Deferred, Incoming, Refused, Reply, Scene, Sender, Unknown
from tests.unit.bot.conftest import START, Bot, Start

GROUP = "700"


def key_of(bot: Bot, question_text: str) -> str:
    """The key of the question that was put."""
    stem = question_text.split("\n\n")[1]
    return next(q.key for q in bot.services.banks["408"].practice() if q.stem.startswith(stem[:40]))


def typed(key: str) -> str:
    """How a person types a key."""
    return key if re.fullmatch(r"[A-F]+|[对错]", key) else f"答案是 {key}"


def wrong_for(key: str) -> str:
    """A wrong answer of the same kind."""
    if re.fullmatch(r"[A-F]{2,}", key):
        return "AB" if key != "AB" else "CD"
    return {"对": "错", "错": "对", "A": "B"}.get(key) or ("A" if re.fullmatch(r"[B-F]", key) else "答案是 一千零一")


async def test_the_first_answer_counts(bot: Bot) -> None:
    (question,) = await bot.say("/刷题 os")
    key = key_of(bot, question)
    assert "答对了" in (await bot.say(typed(key)))[0]
    assert "以第一次为准" in (await bot.say(wrong_for(key)))[0]
    assert "对 1 题（100%）" in (await bot.say("/战绩"))[0]


async def test_a_letter_in_reply_to_another_message_is_for_the_question_asked_last(bot: Bot) -> None:
    (question,) = await bot.say("/刷题 os")
    (verdict,) = await bot.say(typed(key_of(bot, question)), reply_to="the help text")
    assert "答对了" in verdict or "没对" in verdict


async def test_wrong_questions_are_asked_again_until_two_days_are_right(bot: Bot) -> None:
    (question,) = await bot.say("/刷题 os")
    key = key_of(bot, question)
    (verdict,) = await bot.say(wrong_for(key))
    assert "没对" in verdict
    assert "1 道错题" in (await bot.say("/错题"))[0]
    for day in (1, 2):
        bot.clock.now = START + timedelta(days=day)
        await bot.say("/错题 重练")
        assert "答对了" in (await bot.say(typed(key)))[0]
    assert "空的" in (await bot.say("/错题"))[0]
    assert "已掌握 1 道" in (await bot.say("/战绩"))[0]


async def test_a_group_keeps_the_key_until_time_is_up(bot: Bot) -> None:
    (question,) = await bot.say("/刷题 os", group=GROUP)
    key = key_of(bot, question)
    assert await bot.say(typed(key), "1", GROUP, reply_to="m1") == ["收到"]
    assert await bot.say(typed(key), "1", GROUP, reply_to="m1") == ["你已经答过啦，以第一次为准。"]
    assert "还在答" in (await bot.say("/解析", "2", GROUP))[0]
    assert not [reply for _, reply in bot.platform.said if "答案：" in reply.text]
    bot.clock.now += timedelta(seconds=61)
    await close_due_rounds(bot.services, bot.clock())
    await close_due_rounds(bot.services, bot.clock())
    reveals = [reply.text for _, reply in bot.platform.said if "⏰" in reply.text]
    assert len(reveals) == 1
    assert "1 人作答，1 人答对" in reveals[0]
    assert "同学1" in reveals[0]


@pytest.mark.parametrize("chatter", ["B站好看", "ok", "今天学到哪了", "A", "/roll", "对啊", "@别人 选B"])
async def test_a_group_is_left_alone(bot: Bot, chatter: str) -> None:
    assert await bot.say(chatter, group=GROUP) == []


async def test_nothing_of_a_bystander_is_written_down(bot: Bot) -> None:
    await bot.say("随便聊聊", group=GROUP)
    await bot.say("B", group=GROUP, reply_to="somebody else's")
    async with bot.services.database.reading() as connection:
        for table in ("inbox", "learners", "identities"):
            assert (await connection.exec_driver_sql(f"select count(*) from {table}")).scalar() == 0


async def test_a_redelivered_event_is_answered_once_even_after_a_restart(start: Start) -> None:
    bot = await start()
    assert await bot.say("/帮助", event="same")
    assert await bot.say("/帮助", event="same") == []
    assert await (await start()).say("/帮助", event="same") == []


async def test_an_unexpected_error_becomes_an_apology_with_a_reference(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(bot.services.attempts, "totals", broken)
    (apology,) = await bot.say("/战绩")
    assert re.search(r"编号 [0-9a-f]{6} ", apology)
    assert "disk" not in apology
    assert await bot.say("/帮助")


async def test_a_flood_is_told_once(bot: Bot) -> None:
    answers = [answer for _ in range(80) for answer in await bot.say("/帮助")]
    assert sum("慢一点" in answer for answer in answers) == 1
    assert len(answers) == 61


async def test_daily_questions_at_the_groups_own_time_and_once(start: Start) -> None:
    bot = await start()
    assert "每天 09:30" in (await bot.say("/每日 9:30", group=GROUP, role="owner"))[0]
    scene = Scene("onebot", "10000", "group", GROUP)

    def pushed() -> list[Reply]:
        return [reply for said_in, reply in bot.platform.said if said_in == scene and "公布答案" in reply.text]

    await bot.services.daily.tick(START + timedelta(minutes=29))
    assert pushed() == []
    await bot.services.daily.tick(START + timedelta(minutes=31))
    await bot.services.daily.tick(START + timedelta(minutes=32))
    assert len(pushed()) == 1
    restarted = await start()
    await restarted.services.daily.tick(START + timedelta(hours=2))
    assert restarted.platform.said == []
    await restarted.services.daily.tick(START + timedelta(days=1, hours=5))  # down at 09:30: caught up once
    await restarted.services.daily.tick(START + timedelta(days=1, hours=6))
    assert len(restarted.platform.said) == 1
    restarted.clock.now = START + timedelta(days=1, hours=7)
    assert (await restarted.say("/每日 状态", group=GROUP))[0].count("已送达") == 2


async def test_a_push_waits_for_its_account_and_its_fate_is_told(bot: Bot) -> None:
    await bot.say("/每日 09:30", group=GROUP, role="admin")
    bot.platform.connected = False
    assert await bot.services.daily.tick(START + timedelta(hours=1)) == 0
    bot.platform.connected = True
    bot.platform.receipt = Refused("群主关闭了机器人主动发言")
    await bot.services.daily.tick(START + timedelta(hours=2))
    bot.platform.receipt = None
    assert "平台拒绝：群主关闭了机器人主动发言" in (await bot.say("/每日 状态", group=GROUP))[0]


async def test_a_refused_push_goes_along_with_the_next_answer(start: Start) -> None:
    bot = await start()
    await bot.say("/每日 09:30", group=GROUP, role="admin")
    bot.platform.receipt = Refused("群主关闭了机器人主动发言")
    await bot.services.daily.tick(START + timedelta(hours=2))
    after = await start()
    after.clock.now = START + timedelta(hours=3)
    assert await after.say("今天吃什么", group=GROUP) == []  # not spoken to
    status, question = await after.say("/每日 状态", group=GROUP)
    assert "平台拒绝：群主关闭了机器人主动发言" in status
    assert "公布答案" in question
    assert await after.say("/每日 状态", group=GROUP) == [status.replace("平台拒绝：群主关闭了机器人主动发言", "已送达")]
    key = key_of(after, question)
    assert await after.say(typed(key), "7", GROUP, reply_to="m2") == ["收到"]  # the late message finds its round


async def test_an_answer_that_is_not_taken_now_goes_along_with_the_next_one(bot: Bot) -> None:
    bot.platform.receipt = Deferred(None, "45015 response out of time limit")
    assert len(await bot.say("/帮助", "20001")) == 1
    bot.platform.receipt = None
    answer, kept = await bot.say("/战绩", "20001")
    assert "我是上岸" not in answer
    assert "我是上岸" in kept
    assert len(await bot.say("/战绩", "20001")) == 1


async def test_what_could_not_be_answered_in_time_is_mentioned_once(start: Start) -> None:
    bot = await start()
    scene = Scene("onebot", "10000", "private", "20001")
    late = Incoming("e-late", scene, Sender("20001"), text="/问 什么是死锁", reply_deadline=START + timedelta(minutes=5))
    await bot.services.inbox.receive(late, START)  # and the bot dies
    after = await start()
    after.clock.now = START + timedelta(hours=1)
    await after.dispatcher.resume()
    assert after.platform.said == []
    again = await start()
    _, told = await again.say("/帮助")
    assert "没来得及回你" in told
    assert "/问 什么是死锁" in told
    assert len(await again.say("/帮助")) == 1


async def test_a_push_that_died_half_way_is_unknown_and_not_sent_again(start: Start) -> None:
    bot = await start()
    await bot.say("/每日 09:30", group=GROUP, role="owner")
    claim = await bot.services.outbox.claim(Scene("onebot", "10000", "group", GROUP), "daily", "2026-11-22", START)
    assert claim is not None
    after = await start()
    await after.services.outbox.give_up_dead_claims(START + timedelta(hours=1))
    await after.services.daily.tick(START + timedelta(hours=2))
    assert after.platform.said == []
    assert "不确定是否送达" in (await after.say("/每日 状态", group=GROUP))[0]


async def test_switching_on_after_the_hour_begins_tomorrow(bot: Bot) -> None:
    await bot.say("/每日 08:00", group=GROUP, role="owner")
    assert await bot.services.daily.tick(START + timedelta(hours=1)) == 0
    assert await bot.services.daily.tick(START + timedelta(days=1)) == 1


async def test_forgetting_reaches_everything(bot: Bot) -> None:
    await bot.say("/刷题 os")
    await bot.say("A")
    await bot.say("/纠错 看不懂")
    await bot.say("/每日 09:30")
    (gone,) = await bot.say("/忘记我 确认")
    assert "身份 1 条" in gone
    async with bot.services.database.reading() as connection:
        for table in (
            "learners",
            "identities",
            "attempts",
            "reports",
            "rounds",
            "round_questions",
            "round_messages",
            "scenes",
            "deliveries",
        ):
            assert (await connection.exec_driver_sql(f"select count(*) from {table}")).scalar() == 0, table


async def test_what_was_received_before_a_crash_is_answered_after_it(start: Start) -> None:
    bot = await start()
    from engine.messages import Incoming, Sender

    left = Incoming("e99", Scene("onebot", "10000", "private", "20009"), Sender("20009"), text="/帮助")
    await bot.services.inbox.receive(left, START)
    after = await start()
    await after.services.inbox.release_dead(["onebot"], START)
    await after.dispatcher.resume()
    await after.dispatcher.resume()
    assert [reply.text[:4] for _, reply in after.platform.said] == ["我是上岸"]


async def test_a_reply_of_unknown_fate_is_not_repeated(start: Start) -> None:
    bot = await start()
    bot.platform.receipt = Unknown("timeout")
    await bot.say("/帮助", event="x")
    after = await start()
    await after.services.inbox.release_dead(["onebot"], START)
    await after.dispatcher.resume()
    assert after.platform.said == []


async def test_a_full_disk_is_said_and_loses_nothing(bot: Bot) -> None:
    await bot.say("/刷题 os")
    await bot.say("A")
    before = (await bot.say("/战绩"))[0]
    async with bot.services.database.writing() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    told = [answer for _ in range(200) for answer in await bot.say("/刷题 os " + "1", person="20077") if "磁盘" in answer]
    assert told
    async with bot.services.database.writing() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert (await bot.say("/战绩"))[0] == before
