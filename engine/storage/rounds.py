"""Rounds: which questions were put to whom, with which messages, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from engine.messages import Scene
from engine.storage.database import Database
from engine.storage.schema import Round, RoundMessage, RoundQuestion


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it stood when it was put."""

    number: int
    question_id: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class AskedRound:
    """A round read back.

    Attributes:
        kind: `quiz`, `redo` or `daily`.
        learner_id: whose it is; None: everybody's in the scene.
        closes_at: until when answers are taken; None: as long as it is the last one.
        closed_at: when key and tally were claimed for showing; None: not yet.
    """

    id: int
    scene: Scene
    exam: str
    kind: str
    learner_id: int | None
    opened_at: datetime
    closes_at: datetime | None
    closed_at: datetime | None
    questions: tuple[AskedQuestion, ...]

    def is_open(self, now: datetime) -> bool:
        """True while answers count."""
        return self.closed_at is None and (self.closes_at is None or now < self.closes_at)


class Rounds:
    """The rounds of every scene."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(
        self,
        scene: Scene,
        exam: str,
        kind: str,
        learner_id: int | None,
        questions: Sequence[tuple[str, str]],
        now: datetime,
        closes_at: datetime | None,
    ) -> AskedRound:
        """Begin a round of `questions`, each an id with its content hash."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                insert(Round)
                .values(scene=str(scene), exam=exam, kind=kind, learner_id=learner_id, opened_at=now, closes_at=closes_at)
                .returning(Round.id)
            )
            round_id = int(result.scalar_one())
            asked = tuple(AskedQuestion(number, *question) for number, question in enumerate(questions, 1))
            await connection.execute(
                insert(RoundQuestion),
                [{"round_id": round_id, "number": q.number, "question_id": q.question_id, "content_hash": q.content_hash} for q in asked],
            )
        return AskedRound(round_id, scene, exam, kind, learner_id, now, closes_at, None, asked)

    async def shown(self, round_id: int, scene: Scene, message_ids: Sequence[str]) -> None:
        """Remember the messages that showed a round, so that a reply to one finds it."""
        if not message_ids:
            return
        rows = [{"scene": str(scene), "message_id": message_id, "round_id": round_id} for message_id in message_ids]
        async with self._database.writing() as connection:
            await connection.execute(self._database.insert_new(RoundMessage), rows)

    async def last(self, scene: Scene) -> AskedRound | None:
        """The newest round of `scene`: everybody's in a group, the one person's own in private."""
        async with self._database.reading() as connection:
            newest = select(Round.__table__).where(Round.scene == str(scene)).order_by(Round.id.desc()).limit(1)
            row = (await connection.execute(newest)).one_or_none()
            return None if row is None else await _with_questions(connection, row)

    async def get(self, round_id: int) -> AskedRound | None:
        """A round by its id."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(Round.__table__).where(Round.id == round_id))).one_or_none()
            return None if row is None else await _with_questions(connection, row)

    async def of_message(self, scene: Scene, message_id: str) -> AskedRound | None:
        """The round that a sent message showed."""
        async with self._database.reading() as connection:
            row = (
                await connection.execute(
                    select(Round.__table__)
                    .join(RoundMessage, RoundMessage.round_id == Round.id)
                    .where(RoundMessage.scene == str(scene), RoundMessage.message_id == message_id)
                )
            ).one_or_none()
            return None if row is None else await _with_questions(connection, row)

    async def due(self, now: datetime) -> list[AskedRound]:
        """Rounds whose time is up and whose key has not been shown, oldest first."""
        async with self._database.reading() as connection:
            rows = (
                await connection.execute(
                    select(Round.__table__).where(Round.closed_at.is_(None), Round.closes_at <= now).order_by(Round.closes_at).limit(200)
                )
            ).all()
            return [await _with_questions(connection, row) for row in rows]

    async def close(self, round_id: int, now: datetime) -> bool:
        """Claim the showing of a round's key. False: another has claimed it."""
        async with self._database.writing() as connection:
            result = await connection.execute(update(Round).where(Round.id == round_id, Round.closed_at.is_(None)).values(closed_at=now))
            return result.rowcount == 1


async def _with_questions(connection: AsyncConnection, row: Row[Any]) -> AskedRound:
    rows = await connection.execute(
        select(RoundQuestion.number, RoundQuestion.question_id, RoundQuestion.content_hash)
        .where(RoundQuestion.round_id == row.id)
        .order_by(RoundQuestion.number)
    )
    values = row._asdict()
    values["scene"] = Scene.parse(values["scene"])
    return AskedRound(**values, questions=tuple(AskedQuestion(*question) for question in rows))
