"""Which questions come next."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.exams import Exam, load_exam
from engine.questions.model import Question, RubricItem
from engine.quizzing.selection import leave_out_essays, select

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PROJECT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def exam() -> Exam:
    return load_exam(PROJECT / "data" / "exams" / "408")


def questions(exam: Exam, subject: str, count: int) -> list[Question]:
    points = [point for point in exam.points if point.startswith(subject + ".")]
    return [
        Question(id=f"{subject}-{n}", point=points[n % len(points)], kind="judge", stem=f"第 {n} 题对吗", answer=("对",))
        for n in range(count)
    ]


def test_unseen_questions_come_first_then_those_seen_longest_ago(exam: Exam) -> None:
    pool = questions(exam, "os", 4)
    seen = {"os-0": NOW, "os-1": NOW - timedelta(days=3), "os-2": NOW - timedelta(days=1)}
    chosen = select(pool, exam, seen, 4, random.Random(1))
    assert [question.id for question in chosen] == ["os-3", "os-1", "os-2", "os-0"]


def test_subjects_are_drawn_by_their_weight_in_the_paper(exam: Exam) -> None:
    pool = questions(exam, "ds", 400) + questions(exam, "cn", 400)
    drawn = Counter(question.id.split("-")[0] for question in select(pool, exam, {}, 280, random.Random(2)))
    assert 160 < drawn["ds"] < 200  # 45 : 25
    assert drawn["ds"] + drawn["cn"] == 280


def test_only_the_chosen_subjects(exam: Exam) -> None:
    pool = questions(exam, "ds", 20) + questions(exam, "os", 20)
    assert {question.point.split(".")[0] for question in select(pool, exam, {}, 10, random.Random(3), ["os"])} == {"os"}


def test_no_question_twice_and_no_more_than_there_are(exam: Exam) -> None:
    pool = questions(exam, "os", 7)
    chosen = select(pool, exam, {}, 50, random.Random(4))
    assert sorted(question.id for question in chosen) == sorted(question.id for question in pool)


def test_the_same_seed_chooses_the_same(exam: Exam) -> None:
    pool = questions(exam, "os", 30)
    assert select(pool, exam, {}, 5, random.Random(5)) == select(pool, exam, {}, 5, random.Random(5))


def essays(exam: Exam, subject: str, count: int) -> list[Question]:
    rubric = (RubricItem(points=10, text="要点"),)
    return [
        question.model_copy(update={"id": f"essay-{question.id}", "kind": "essay", "rubric": rubric})
        for question in questions(exam, subject, count)
    ]


def test_an_essay_comes_only_by_itself_and_only_from_a_subject_asked_for(exam: Exam) -> None:
    bank = questions(exam, "os", 3) + essays(exam, "os", 2) + essays(exam, "cn", 4)
    for count, subjects in ((1, []), (5, []), (2, ["os"])):
        pool, drawn = leave_out_essays(bank, exam, count, subjects)
        assert ({question.kind for question in pool}, drawn) == ({"judge"}, count)
    pool, drawn = leave_out_essays(bank, exam, 1, ["os"])
    assert ({question.kind for question in pool}, drawn) == ({"judge", "essay"}, 1)


def test_a_subject_of_essays_alone_gives_one_at_a_time(exam: Exam) -> None:
    bank = questions(exam, "os", 3) + essays(exam, "cn", 4)
    pool, drawn = leave_out_essays(bank, exam, 3, ["cn"])
    assert ({question.kind for question in pool}, drawn) == ({"essay"}, 1)
    assert leave_out_essays([], exam, 3) == ([], 3)
