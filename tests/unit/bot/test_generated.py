"""Generated questions in practice count like any other, and come back with other numbers."""

from datetime import timedelta

from engine.generators import composed_of, kinds, question_of
from engine.messages import Image
from tests.unit.bot.conftest import START, Bot


async def ask_generated(bot: Bot) -> str:
    """Practise until a generated question is put; its id."""
    for _ in range(60):
        await bot.say("/刷题")
        asked = await bot.services.rounds.last(bot.platform.said[-1][0])
        assert asked is not None
        if asked.questions[0].question_id.startswith("gen:"):
            return asked.questions[0].question_id
        bot.clock.now += timedelta(minutes=2)
    raise AssertionError("no generated question in 60")


async def test_a_wrong_answer_is_kept_and_asked_again_with_other_numbers(bot: Bot) -> None:
    question_id = await ask_generated(bot)
    question = question_of(question_id)
    assert question is not None
    wrong = next(letter for letter in "ABCD" if letter != question.key)
    (verdict,) = await bot.say(wrong)
    assert "没对" in verdict
    composed = composed_of(question_id)
    assert composed is not None
    pictures = [block for block in bot.platform.said[-1][1].blocks if isinstance(block, Image)]
    assert bool(pictures) == (composed.drawing is not None)

    for day in (1, 2):
        bot.clock.now = START + timedelta(days=day)
        await bot.say("/错题 重练")
        again = await bot.services.rounds.last(bot.platform.said[-1][0])
        assert again is not None
        new_id = again.questions[0].question_id
        assert new_id.split(":")[1] == question_id.split(":")[1]
        assert new_id != question_id
        fresh = question_of(new_id)
        assert fresh is not None
        assert "答对了" in (await bot.say(fresh.key))[0]
    assert "空的" in (await bot.say("/错题"))[0]


async def test_a_problem_is_solved_with_its_working(bot: Bot) -> None:
    problem = "3 个页框，初始为空，用 FIFO，依次访问 1 2 3 4 1 2 5 1 2 3 4 5，缺页多少次？"
    (solved,) = await bot.say(f"/求解 {problem}")
    assert "9" in solved
    assert (await bot.say(f"/问 {problem}"))[0] == solved
    (unsure,) = await bot.say("/求解 今天天气怎么样")
    assert "没把握" in unsure
    (listed,) = await bot.say("/求解")
    subjects = [line for line in listed.splitlines() if line.startswith("- ")]
    assert len(subjects) == len(bot.services.exams["408"].subjects)
    assert sum(line.count("、") + 1 for line in subjects) == len(kinds("408"))


def test_there_are_kinds_for_the_exam() -> None:
    assert "page-replacement" in kinds("408")
