"""Every table of the engine. Times are UTC; days are the local day of the scene they happened in, as `YYYY-MM-DD`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, ForeignKey, Index, Integer, MetaData, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC time, stored as microseconds since 1970 so that it sorts and compares alike in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Microseconds since 1970.

        Raises:
            ValueError: the time has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return round(value.timestamp() * 1_000_000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The aware UTC time."""
        return None if value is None else datetime.fromtimestamp(value / 1_000_000, UTC)


class Base(DeclarativeBase):
    """The engine's tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime, str: Text, dict[str, Any]: JSON, list[str]: JSON}


_ROW_ID = BigInteger().with_variant(Integer, "sqlite")  # SQLite gives row ids to INTEGER keys only


class Learner(Base):
    """A person who practises, on however many platforms."""

    __tablename__ = "learners"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    created_at: Mapped[datetime]


class Identity(Base):
    """A learner as one platform knows them."""

    __tablename__ = "identities"
    platform: Mapped[str] = mapped_column(String(40), primary_key=True)
    person: Mapped[str] = mapped_column(String(200), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"), index=True)
    name: Mapped[str] = mapped_column(default="")


class SceneSettings(Base):
    """What a scene's owner chose; NULL means the bot's default."""

    __tablename__ = "scenes"
    scene: Mapped[str] = mapped_column(String(300), primary_key=True)
    exam: Mapped[str | None]
    subjects: Mapped[list[str] | None]
    zone: Mapped[str | None]
    daily_time: Mapped[str | None] = mapped_column(String(5), index=True)
    daily_count: Mapped[int | None]
    answer_seconds: Mapped[int | None]


class Owner(Base):
    """A person who paired with the bot and may change settings everywhere."""

    __tablename__ = "owners"
    platform: Mapped[str] = mapped_column(String(40), primary_key=True)
    person: Mapped[str] = mapped_column(String(200), primary_key=True)
    paired_at: Mapped[datetime]


class Attempt(Base):
    """One answer to one question. Append-only: everything about a learner's progress is derived from here."""

    __tablename__ = "attempts"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    event: Mapped[str] = mapped_column(String(400), unique=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    scene: Mapped[str]
    exam: Mapped[str] = mapped_column(String(40))
    question_id: Mapped[str] = mapped_column(String(120))
    content_hash: Mapped[str] = mapped_column(String(16))
    raw_answer: Mapped[str]
    correct: Mapped[bool | None]
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), index=True)
    answered_at: Mapped[datetime]
    local_day: Mapped[str] = mapped_column(String(10))

    __table_args__ = (Index(None, "learner_id", "question_id", "answered_at"), Index(None, "learner_id", "local_day"))


class Round(Base):
    """One or more questions put to a scene together.

    A round for one person is theirs alone and shows its key with their answer; a round for everybody takes answers
    quietly until `closes_at`, then key, explanation and tally are shown once (`closed_at`).
    """

    __tablename__ = "rounds"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    scene: Mapped[str] = mapped_column(String(300))
    exam: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learners.id"), index=True)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "scene", "id"), Index(None, "closed_at", "closes_at"))


class RoundQuestion(Base):
    """A question of a round; `number` counts from 1."""

    __tablename__ = "round_questions"
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[str] = mapped_column(String(120))
    content_hash: Mapped[str] = mapped_column(String(16))


class RoundMessage(Base):
    """A sent message that showed a round's questions: a reply to it finds its round."""

    __tablename__ = "round_messages"
    scene: Mapped[str] = mapped_column(String(300), primary_key=True)
    message_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)


class Report(Base):
    """A fault of a question that a person told us about, with the text they saw."""

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learners.id"), index=True)
    scene: Mapped[str]
    question_id: Mapped[str] = mapped_column(String(120))
    content_hash: Mapped[str] = mapped_column(String(16))
    question: Mapped[dict[str, Any]]
    text: Mapped[str]
    reported_at: Mapped[datetime]


class InboxEntry(Base):
    """A command as it came in, until it is answered.

    `state`: received -> sending -> done; what died while sending becomes unknown and is never answered again; what the platform no longer
    took a reply to after a restart is missed, until the person is told. `worker` and `lease_until` say who works on it, so that one process never takes another's live work.
    """

    __tablename__ = "inbox"
    event: Mapped[str] = mapped_column(String(400), primary_key=True)
    scene: Mapped[str] = mapped_column(String(300))
    platform: Mapped[str] = mapped_column(String(40))
    person: Mapped[str] = mapped_column(String(200))
    payload: Mapped[str]
    state: Mapped[str] = mapped_column(String(10))
    worker: Mapped[str] = mapped_column(String(40))
    lease_until: Mapped[datetime]
    received_at: Mapped[datetime]
    reply_deadline: Mapped[datetime | None]

    __table_args__ = (Index(None, "state", "lease_until"), Index(None, "platform", "person"), Index(None, "received_at"))


class Delivery(Base):
    """Something pushed to a scene without being asked, at most once: unique by scene, kind and slot.

    `state`: claimed -> accepted | deferred | refused | unknown, with the platform's own words in `reason`. What was deferred or refused is
    kept in `payload` and claimed again with the person's next message, or at `not_before` if the platform named a time. A claim whose
    lease ran out may have been seen: it becomes unknown.
    """

    __tablename__ = "deliveries"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    scene: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(20))
    slot: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(default="")
    payload: Mapped[str] = mapped_column(default="", server_default="")
    worker: Mapped[str] = mapped_column(String(40))
    lease_until: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    claimed_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), index=True)

    __table_args__ = (UniqueConstraint("scene", "kind", "slot"), Index(None, "state"))
