"""The log of answers: append-only, once an event, and everything derived from it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engine.messages import Sender
from engine.storage.attempts import Attempts, NewAttempt
from engine.storage.database import Database
from engine.storage.learners import Learners

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.fixture
async def learner(database: Database) -> int:
    return await Learners(database).learner_of("web", Sender("me"), NOW)


def attempt(learner: int, event: str, correct: bool | None, day: int, question: str = "q1") -> NewAttempt:
    at = NOW + timedelta(days=day)
    return NewAttempt(event, learner, "web/web/private/me", "408", question, "0" * 16, "B", correct, None, at, at.date().isoformat())


async def test_the_same_event_counts_once(database: Database, learner: int) -> None:
    log = Attempts(database)
    assert await log.add([attempt(learner, "e1", False, 0)]) == [True]
    assert await log.add([attempt(learner, "e1", True, 0)]) == [False]
    assert (await log.totals(learner, "408")).answered == 1


async def test_a_wrong_question_is_mastered_after_two_separate_days(database: Database, learner: int) -> None:
    log = Attempts(database)

    async def wrong() -> list[tuple[str, int, int]]:
        return [(item.question_id, item.wrong, item.right_days) for item in await log.wrong_questions(learner, "408")]

    await log.add([attempt(learner, "e1", False, 0)])
    assert await wrong() == [("q1", 1, 0)]
    await log.add([attempt(learner, "e2", True, 1), attempt(learner, "e3", True, 1)])
    assert await wrong() == [("q1", 1, 1)]  # twice on one day is one day
    await log.add([attempt(learner, "e4", False, 2)])
    assert await wrong() == [("q1", 2, 0)]  # wrong again: from the start
    await log.add([attempt(learner, "e5", True, 3), attempt(learner, "e6", True, 5)])
    assert await wrong() == []
    assert (await log.totals(learner, "408")).mastered == 1


async def test_an_essay_is_neither_right_nor_wrong(database: Database, learner: int) -> None:
    log = Attempts(database)
    await log.add([attempt(learner, "e1", None, 0)])
    totals = await log.totals(learner, "408")
    assert (totals.answered, totals.right, totals.wrong_open, totals.days) == (0, 0, 0, ("2026-11-22",))


async def test_exams_are_kept_apart(database: Database, learner: int) -> None:
    log = Attempts(database)
    await log.add([replace(attempt(learner, "e1", False, 0), exam="civil")])
    assert await log.wrong_questions(learner, "408") == []
