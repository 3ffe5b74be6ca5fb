"""Rounds: which questions were put to whom, with which messages, and until when."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, Table, bindparam, func, insert, select, update

from engine.messages import Scene
from engine.storage.database import Database
from engine.storage.schema import Round, RoundMessage, RoundQuestion, UtcTime


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


_ROUND, _QUESTION, _MESSAGE = (cast(Table, declared.__table__) for declared in (Round, RoundQuestion, RoundMessage))
_COLUMNS = (*_ROUND.c, _QUESTION.c.number, _QUESTION.c.question_id, _QUESTION.c.content_hash)
_WHOLE = select(*_COLUMNS).join_from(_ROUND, _QUESTION).order_by(_ROUND.c.closes_at, _ROUND.c.id, _QUESTION.c.number)
"""A row a question, with its round. Statements are built once: that costs more than SQLite needs to run them."""
_NEWEST = select(func.max(_ROUND.c.id)).where(_ROUND.c.scene == bindparam("of_scene")).scalar_subquery()
_SHOWN = select(_MESSAGE.c.round_id).where(_MESSAGE.c.scene == bindparam("of_scene"), _MESSAGE.c.message_id == bindparam("of_message"))
_LAST = _WHOLE.where(_ROUND.c.id == _NEWEST)
_ONE = _WHOLE.where(_ROUND.c.id == bindparam("of_round"))
_OF_MESSAGE = _WHOLE.where(_ROUND.c.id == _SHOWN.scalar_subquery())
_MOST_DUE = 200
_DUE = _WHOLE.where(
    _ROUND.c.id.in_(
        select(_ROUND.c.id)
        .where(_ROUND.c.closed_at.is_(None), _ROUND.c.closes_at <= bindparam("at", type_=UtcTime))
        .order_by(_ROUND.c.closes_at)
        .limit(_MOST_DUE)
    )
)


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
                insert(_ROUND)
                .values(scene=str(scene), exam=exam, kind=kind, learner_id=learner_id, opened_at=now, closes_at=closes_at)
                .returning(_ROUND.c.id)
            )
            round_id = int(result.scalar_one())
            asked = tuple(AskedQuestion(number, *question) for number, question in enumerate(questions, 1))
            await connection.execute(
                insert(_QUESTION),
                [{"round_id": round_id, "number": q.number, "question_id": q.question_id, "content_hash": q.content_hash} for q in asked],
            )
        return AskedRound(round_id, scene, exam, kind, learner_id, now, closes_at, None, asked)

    async def shown(self, round_id: int, scene: Scene, message_ids: Sequence[str]) -> None:
        """Remember the messages that showed a round, so that a reply to one finds it."""
        if not message_ids:
            return
        rows = [{"scene": str(scene), "message_id": message_id, "round_id": round_id} for message_id in message_ids]
        async with self._database.writing() as connection:
            await connection.execute(self._database.insert_new(_MESSAGE), rows)

    async def last(self, scene: Scene) -> AskedRound | None:
        """The newest round of `scene`: everybody's in a group, the one person's own in private."""
        return next(iter(await self._read(_LAST, of_scene=str(scene))), None)

    async def get(self, round_id: int) -> AskedRound | None:
        """A round by its id."""
        return next(iter(await self._read(_ONE, of_round=round_id)), None)

    async def of_message(self, scene: Scene, message_id: str) -> AskedRound | None:
        """The round that a sent message showed."""
        return next(iter(await self._read(_OF_MESSAGE, of_scene=str(scene), of_message=message_id)), None)

    async def due(self, now: datetime) -> list[AskedRound]:
        """Rounds whose time is up and whose key has not been shown, oldest first."""
        return await self._read(_DUE, at=now)

    async def close(self, round_id: int, now: datetime) -> bool:
        """Claim the showing of a round's key. False: another has claimed it."""
        async with self._database.writing() as connection:
            result = await connection.execute(
                update(_ROUND).where(_ROUND.c.id == round_id, _ROUND.c.closed_at.is_(None)).values(closed_at=now)
            )
            return result.rowcount == 1

    async def _read(self, statement: Select[Any], **values: Any) -> list[AskedRound]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(statement, values)).all()
        rounds = []
        for _, group in itertools.groupby(rows, key=lambda row: row.id):
            questions = list(group)
            row = questions[0]
            rounds.append(
                AskedRound(
                    row.id,
                    Scene.parse(row.scene),
                    row.exam,
                    row.kind,
                    row.learner_id,
                    row.opened_at,
                    row.closes_at,
                    row.closed_at,
                    tuple(AskedQuestion(each.number, each.question_id, each.content_hash) for each in questions),
                )
            )
        return rounds
