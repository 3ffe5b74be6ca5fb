"""What newcomers type first, and what they get wrong: it is understood, or they are told how to say it."""

from pathlib import Path

import pytest

from bot.commands.command import spaced
from bot.commands.daily import read_time
from bot.commands.smalltalk import meant
from engine.messages import Attachment, Incoming, Scene, Sender
from engine.questions.model import Question
from engine.quizzing.wording import how_to_answer
from kb.jobs import JobStatus
from tests.unit.bot.conftest import START, Bot


def question(kind: str) -> Question:
    options = ("甲", "乙", "丙") if kind in ("single", "multiple") else ()
    answer = {"single": "A", "multiple": "AB", "judge": "对", "blank": "128"}[kind]
    return Question(id=f"q-{kind}", point="x", kind=kind, stem="题目", options=options, answer=(answer,))


@pytest.mark.parametrize("said", ["你好", "Hello!", "在吗？", "你是谁", "你能做什么", "怎么用", "帮助"])
async def test_a_greeting_is_answered_with_what_the_bot_can_do(bot: Bot, said: str) -> None:
    (answer,) = await bot.say(said)
    assert answer.startswith("我是上岸，陪你备考 408。")


async def test_thanks_are_taken(bot: Bot) -> None:
    assert "不客气" in (await bot.say("好的，谢谢啦！"))[0]


@pytest.mark.parametrize("said", ["你好什么是抖动", "谢谢，快表有什么用", "帮助函数是什么", "怎么用栈实现队列"])
def test_a_question_that_begins_politely_is_a_question(said: str) -> None:
    assert meant(said) is None


async def test_a_group_that_greets_itself_is_left_alone(bot: Bot) -> None:
    assert await bot.say("你好", group="700") == []
    assert "@我" in (await bot.say("你好", group="700", at=True))[0]


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("7:30", "07:30"),
        ("07：30", "07:30"),
        ("8点", "08:00"),
        ("7点半", "07:30"),
        ("七点半", "07:30"),
        ("晚上9点", "21:00"),
        ("晚上九点半", "21:30"),
        ("下午3:30", "15:30"),
        ("二十一点十五分", "21:15"),
        ("中午12点", "12:00"),
        ("两点", "02:00"),
        ("25:00", None),
        ("晚上12点", None),
        ("凌晨12点", None),
        ("早上13点", None),
        ("三十点", None),
        ("7", None),
        ("明天", None),
    ],
)
def test_a_time_of_day_as_people_say_it(said: str, time: str | None) -> None:
    assert read_time(said) == time


async def test_a_time_that_is_past_begins_tomorrow_and_nobody_is_said_to_have_refused(bot: Bot) -> None:
    assert "从明天开始" in (await bot.say("/每日 早上七点半"))[0]
    status = (await bot.say("/每日 状态"))[0]
    assert "没有推送：今天的时间已过，从明天开始" in status
    assert "平台拒绝" not in status
    assert "从明天开始" not in (await bot.say("/每日 晚上9点"))[0]


async def test_a_setting_without_a_value_tells_its_value_and_changes_nothing(bot: Bot) -> None:
    await bot.say("/设置 科目 操作系统")
    assert (await bot.say("/设置 科目"))[0] == "科目现在是 操作系统。要改就写在后面，比如：/设置 科目 全部"
    assert "科目：操作系统" in (await bot.say("/设置"))[0]
    assert "/设置 题数 3" in (await bot.say("/设置 题数"))[0]
    assert "/设置 考试 国考" in (await bot.say("/设置 考试"))[0]


async def test_a_place_is_as_good_as_a_zone(bot: Bot) -> None:
    assert "时区：Asia/Shanghai" in (await bot.say("/设置 时区 北京时间"))[0]


async def test_several_answers_of_which_one_does_not_fit_are_not_taken_for_a_question(bot: Bot) -> None:
    (put,) = await bot.say("/刷题 5")
    number = next(n for n in range(1, 6) if f"第 {n}/5 题 【单选】" in put)
    assert (await bot.say(f"{number}对")) == [f"第 {number} 题：这题选字母，A 到 D。"]
    assert "没有第 9 题" in (await bot.say("1A 9B"))[0]


def test_the_example_shows_the_kinds_that_are_there() -> None:
    def told(*kinds: str) -> str:
        return how_to_answer([question(kind) for kind in kinds])

    assert told("single", "single", "single", "single") == "4 道题可以一起答，比如 1B 2B 3B；也可以一次答一题：1B"
    assert told("single", "single", "multiple") == "3 道题可以一起答，比如 1B 3AC；也可以一次答一题：1B"
    assert told("judge", "blank", "single") == "3 道题可以一起答，比如 1对 3B；也可以一次答一题：1对；填空发「2. 答案」"
    assert told("single", "blank") == "2 道题，一次答一题：1B；填空发「2. 答案」"
    assert told("blank", "blank") == "2 道题，一次答一题，发「1. 答案」"


async def test_a_problem_of_another_exam_is_told_where_it_belongs(bot: Bot) -> None:
    problem = "甲乙两人合做一项工程，甲单独做需10天，乙单独做需15天，两人合作需要多少天完成？"
    assert "/设置 考试 国考" in (await bot.say(f"/求解 {problem}"))[0]
    await bot.say("/设置 考试 国考")
    assert (await bot.say(f"/求解 {problem}"))[0].startswith("**6 天**")


def test_names_in_latin_letters_stand_apart() -> None:
    assert f"距离{spaced('408')}还有" == "距离 408 还有"
    assert f"距离{spaced('国考')}还有" == "距离国考还有"
    assert f"备考{spaced('408', '。')}" == "备考 408。"


@pytest.mark.parametrize(
    ("message", "faults", "said"),
    [
        ("1 个文件，新增 0 段。", ("0123abcd.pdf：这份 PDF 打不开。",), "- 我的讲义.pdf：这份 PDF 打不开。"),
        ("1 个文件，新增 9 段。", (), "《我的讲义》收好了：1 个文件，新增 9 段。\n\n发 /资料 看"),
        (
            "1 个文件，新增 9 段。",
            ("0123abcd.pdf：第 3 页没有文字。",),
            "《我的讲义》收好了：1 个文件，新增 9 段。\n\n- 我的讲义.pdf：第 3 页没有文字。",
        ),
    ],
)
async def test_a_file_is_called_what_its_sender_calls_it(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, message: str, faults: tuple[str, ...], said: str
) -> None:
    async def add(*_: object, **__: object) -> int:
        return 1

    async def job(_: int) -> JobStatus:
        return JobStatus(1, "add", {}, "done", "vectors", 1, 1, message, faults)

    monkeypatch.setattr(bot.services.library, "add", add)
    monkeypatch.setattr(bot.services.library, "job", job)
    sender, scene = Sender("20001", "同学", "owner"), Scene("onebot", "10000", "private", "20001")
    await bot.services.learners.pair("onebot", sender, START)
    file = Attachment(name="我的讲义.pdf", path=Path("0123abcd.pdf"), size=2)
    await bot.dispatcher.handle(Incoming("file-1", scene, sender, kind="file", files=(file,)))
    told = bot.platform.said[-1][1].text
    assert told.startswith(said)
    assert "/资料 给" in told or "新增" not in told
