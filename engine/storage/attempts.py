"""The append-only log of answers, and what is derived from it: wrong questions, mastery, totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, select

from engine.questions.model import series_of
from engine.storage.database import Database
from engine.storage.schema import Attempt

DAYS_TO_MASTER = 2
"""A wrong question is mastered after right answers on this many separate local days since the last wrong one."""


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """One answer as it was given.

    Attributes:
        event: unique; the same event never counts twice.
        correct: None where only the person can judge (essay).
        local_day: `YYYY-MM-DD` on the clock of the scene it was given in.
    """

    event: str
    learner_id: int
    scene: str
    exam: str
    question_id: str
    content_hash: str
    raw_answer: str
    correct: bool | None
    round_id: int | None
    answered_at: datetime
    local_day: str


@dataclass(frozen=True, slots=True)
class WrongQuestion:
    """A question a learner got wrong and has not mastered since; of a generated kind, the one answered last.

    Attributes:
        wrong: how often it was answered wrongly in all.
        right_days: separate local days with a right answer since the last wrong one.
        last_wrong: when it was last wrong (UTC).
    """

    question_id: str
    wrong: int
    right_days: int
    last_wrong: datetime


@dataclass(frozen=True, slots=True)
class Totals:
    """What a learner did: `by_question` maps a question to (right, wrong); `days` are the local days practised on, in order."""

    answered: int
    right: int
    wrong_open: int
    mastered: int
    days: tuple[str, ...]
    by_question: dict[str, tuple[int, int]]


_ATTEMPT = cast(Table, Attempt.__table__)
_ANSWERED = select(_ATTEMPT.c.question_id, _ATTEMPT.c.event).where(
    _ATTEMPT.c.round_id == bindparam("of_round"), _ATTEMPT.c.learner_id == bindparam("of_learner")
)


class Attempts:
    """The log."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._append = database.insert_new(_ATTEMPT)

    async def add(self, attempts: Sequence[NewAttempt]) -> list[bool]:
        """Append; for each, False if its event is in the log already."""
        added: list[bool] = []
        if not attempts:
            return added
        async with self._database.writing() as connection:
            for attempt in attempts:
                result = await connection.execute(self._append, {name: getattr(attempt, name) for name in NewAttempt.__slots__})
                added.append(result.rowcount == 1)
        return added

    async def answered_in(self, round_id: int, learner_id: int) -> dict[str, str]:
        """What a learner has answered in a round: the event it came with, by question id."""
        async with self._database.reading() as connection:
            rows = await connection.execute(_ANSWERED, {"of_round": round_id, "of_learner": learner_id})
            return {row.question_id: row.event for row in rows}

    async def of_round(self, round_id: int) -> list[NewAttempt]:
        """Every answer of a round, in the order given."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Attempt.__table__).where(Attempt.round_id == round_id).order_by(Attempt.id))
            return [NewAttempt(**{name: getattr(row, name) for name in NewAttempt.__slots__}) for row in rows]

    async def wrong_questions(self, learner_id: int, exam: str) -> list[WrongQuestion]:
        """What is wrong and not mastered, the most often wrong first, then the longest ago."""
        open_ones = [state for state in (await self._states(learner_id, exam)).values() if state.is_open]
        open_ones.sort(key=lambda state: (-state.wrong, state.last_wrong or datetime.max))
        return [
            WrongQuestion(state.question_id, state.wrong, len(state.right_days), state.last_wrong)
            for state in open_ones
            if state.last_wrong is not None
        ]

    async def totals(self, learner_id: int, exam: str) -> Totals:
        """Everything `/战绩` shows."""
        states = await self._states(learner_id, exam)
        days = sorted({day for state in states.values() for day in state.days})
        return Totals(
            answered=sum(state.right + state.wrong for state in states.values()),
            right=sum(state.right for state in states.values()),
            wrong_open=sum(state.is_open for state in states.values()),
            mastered=sum(state.wrong > 0 and not state.is_open for state in states.values()),
            days=tuple(days),
            by_question={state.question_id: (state.right, state.wrong) for state in states.values()},
        )

    async def seen(self, learner_id: int, exam: str) -> dict[str, datetime]:
        """When each question was last answered (UTC)."""
        return {state.question_id: state.last for state in (await self._states(learner_id, exam)).values()}

    async def _states(self, learner_id: int, exam: str) -> dict[str, _State]:
        columns = (Attempt.question_id, Attempt.correct, Attempt.answered_at, Attempt.local_day)
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(*columns).where(Attempt.learner_id == learner_id, Attempt.exam == exam).order_by(Attempt.answered_at, Attempt.id)
            )
            states: dict[str, _State] = {}
            for row in rows:
                state = states.setdefault(series_of(row.question_id), _State(row.question_id, row.answered_at))
                state.take(row.question_id, row.correct, row.answered_at, row.local_day)
            return states


class _State:
    """One question's history folded together, attempt by attempt."""

    def __init__(self, question_id: str, first: datetime) -> None:
        self.question_id = question_id
        self.right = self.wrong = 0
        self.right_days: set[str] = set()
        self.days: set[str] = set()
        self.last_wrong: datetime | None = None
        self.last = first

    def take(self, question_id: str, correct: bool | None, answered_at: datetime, local_day: str) -> None:
        self.question_id = question_id
        self.last = answered_at
        self.days.add(local_day)
        if correct is None:
            return
        if correct:
            self.right += 1
            self.right_days.add(local_day)
        else:
            self.wrong += 1
            self.right_days.clear()
            self.last_wrong = answered_at

    @property
    def is_open(self) -> bool:
        return self.wrong > 0 and len(self.right_days) < DAYS_TO_MASTER
