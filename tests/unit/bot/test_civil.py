"""The civil-service exam is practised as 408 is: every paper part has questions, and an essay comes only when asked for."""

import pytest

from bot.settings import PROJECT
from engine.exams import load_exam
from engine.questions.bank import Bank
from engine.questions.model import Question
from tests.unit.bot.conftest import Bot

EXAM = load_exam(PROJECT / "data" / "exams" / "civil")


@pytest.fixture
async def civil(bot: Bot) -> Bot:
    """A bot whose person prepares for the civil-service exam."""
    assert "国家公务员考试" in "".join(await bot.say("/设置 考试 civil"))
    return bot


async def asked(bot: Bot) -> list[Question]:
    """The questions put last."""
    found = await bot.services.rounds.last(bot.platform.said[-1][0])
    assert found is not None
    return [question for _, question in bot.services.quizzing.questions_of(found)]


@pytest.mark.parametrize("subject", [subject.name for subject in EXAM.subjects if subject.id != "shenlun"])
async def test_each_subject_of_the_first_paper_is_practised(civil: Bot, subject: str) -> None:
    (said,) = await civil.say(f"/刷题 {subject}")
    assert subject in said
    (question,) = await asked(civil)
    assert question.kind == "single"
    (verdict,) = await civil.say(question.key)
    assert "答对了" in verdict
    assert question.explanation[:10] in verdict


async def test_an_essay_shows_its_material_then_the_model_answer_with_marks(civil: Bot) -> None:
    (said,) = await civil.say("/刷题 申论 3")
    (essay,) = await asked(civil)
    assert essay.kind == "essay"
    assert "给定资料" in said
    assert "作答要求" in said
    (shown,) = await civil.say("/解析")
    assert "评分点" in shown
    assert all(item.text in shown for item in essay.rubric)


async def test_practice_from_all_subjects_asks_what_a_letter_answers(civil: Bot) -> None:
    await civil.say("/刷题 10")
    assert {question.kind for question in await asked(civil)} == {"single"}


async def test_examples_of_commands_name_a_subject_of_the_exam(civil: Bot) -> None:
    (said,) = await civil.say("/帮助 刷题")
    assert f"/刷题 {EXAM.subjects[0].name}" in said


def test_an_essays_marks_sum_to_what_the_task_says() -> None:
    essays = [question for question in Bank.load(EXAM).practice() if question.kind == "essay"]
    assert len(essays) >= 10
    for essay in essays:
        assert f"（{sum(item.points for item in essay.rubric):g} 分）" in essay.stem, essay.id
