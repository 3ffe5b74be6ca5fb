"""Who a person is: platform identities, learners, owners, and erasing one everywhere."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from engine.messages import Incoming, Sender
from engine.storage.database import Database
from engine.storage.schema import (
    Attempt,
    Delivery,
    Identity,
    InboxEntry,
    Learner,
    Owner,
    Report,
    Round,
    RoundMessage,
    RoundQuestion,
    SceneSettings,
)

_CACHED_IDENTITIES = 20_000


class Learners:
    """The learners of this bot."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # An identity never moves to another learner except by erasing or linking, both of which go through here.
        self._known: OrderedDict[tuple[str, str], tuple[int, str]] = OrderedDict()

    async def learner_of(self, platform: str, sender: Sender, now: datetime) -> int:
        """The learner's id of a person, made on first sight; their name is kept up to date."""
        key = (platform, sender.id)
        known = self._known.get(key)
        if known is not None and (known[1] == sender.name or not sender.name):
            self._known.move_to_end(key)
            return known[0]
        async with self._database.writing() as connection:
            row = (await connection.execute(select(Identity.learner_id, Identity.name).where(*_is(key)))).one_or_none()
            if row is None:
                result = await connection.execute(insert(Learner).values(created_at=now).returning(Learner.id))
                learner_id = int(result.scalar_one())
                await connection.execute(
                    insert(Identity).values(platform=platform, person=sender.id, learner_id=learner_id, name=sender.name)
                )
            else:
                learner_id = row.learner_id
                if sender.name and row.name != sender.name:
                    await connection.execute(update(Identity).where(*_is(key)).values(name=sender.name))
        self._known[key] = (learner_id, sender.name)
        if len(self._known) > _CACHED_IDENTITIES:
            self._known.popitem(last=False)
        return learner_id

    async def known(self, platform: str, sender: Sender) -> int | None:
        """The learner's id of a person who has been here before; None: nobody is written down for a look."""
        async with self._database.reading() as connection:
            learner_id: int | None = await connection.scalar(select(Identity.learner_id).where(*_is((platform, sender.id))))
        return learner_id

    async def names(self, learner_ids: set[int]) -> dict[int, str]:
        """What learners are called; those without a name are left out."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Identity.learner_id, Identity.name).where(Identity.learner_id.in_(learner_ids)))
            return {row.learner_id: row.name for row in rows if row.name}

    async def called(self, people: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """What people, by platform and id, are called there; those without a name are left out."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(Identity.platform, Identity.person, Identity.name).where(Identity.person.in_({person for _, person in people}))
            )
            return {(row.platform, row.person): row.name for row in rows if row.name and (row.platform, row.person) in people}

    async def pair(self, platform: str, sender: Sender, now: datetime) -> None:
        """Make a person an owner of this bot."""
        async with self._database.writing() as connection:
            await connection.execute(self._database.insert_new(Owner).values(platform=platform, person=sender.id, paired_at=now))

    async def is_owner(self, incoming: Incoming) -> bool:
        """True if the sender paired with this bot."""
        async with self._database.reading() as connection:
            found = await connection.execute(
                select(Owner.person).where(Owner.platform == incoming.scene.platform, Owner.person == incoming.sender.id)
            )
            return found.first() is not None

    async def forget(self, platform: str, sender: Sender) -> dict[str, int]:
        """Erase a person everywhere in the engine's tables.

        Returns:
            How many rows of each sort went: `attempts`, `reports`, `rounds`, `messages`, `scenes`, `identities`. Their books
            are the knowledge base's to remove.
        """
        key = (platform, sender.id)
        async with self._database.writing() as connection:
            learner_id = await connection.scalar(select(Identity.learner_id).where(*_is(key)))
            identities = [key]
            if learner_id is not None:
                rows = await connection.execute(select(Identity.platform, Identity.person).where(Identity.learner_id == learner_id))
                identities = [(row.platform, row.person) for row in rows]
            erased = await _erase(connection, learner_id, identities)
        for identity in identities:
            self._known.pop(identity, None)
        return erased


async def _erase(connection: AsyncConnection, learner_id: int | None, identities: list[tuple[str, str]]) -> dict[str, int]:
    erased = {"attempts": 0, "reports": 0, "rounds": 0, "messages": 0, "scenes": 0, "identities": 0}
    for platform, person in identities:
        inbox = delete(InboxEntry).where(InboxEntry.platform == platform, InboxEntry.person == person)
        erased["messages"] += (await connection.execute(inbox)).rowcount
        await connection.execute(delete(Owner).where(Owner.platform == platform, Owner.person == person))
        # A private scene's id is the person's; its settings and deliveries are about nobody else.
        own = SceneSettings.scene.like(f"{_escaped(platform)}/%/private/{_escaped(person)}", escape="\\")
        erased["scenes"] += (await connection.execute(delete(SceneSettings).where(own))).rowcount
        theirs = Delivery.scene.like(f"{_escaped(platform)}/%/private/{_escaped(person)}", escape="\\")
        await connection.execute(delete(Delivery).where(theirs))
    if learner_id is None:
        return erased
    rounds = select(Round.id).where(Round.learner_id == learner_id)
    erased["attempts"] = (await connection.execute(delete(Attempt).where(Attempt.learner_id == learner_id))).rowcount
    erased["reports"] = (await connection.execute(delete(Report).where(Report.learner_id == learner_id))).rowcount
    await connection.execute(update(Attempt).where(Attempt.round_id.in_(rounds)).values(round_id=None))
    await connection.execute(delete(RoundQuestion).where(RoundQuestion.round_id.in_(rounds)))
    await connection.execute(delete(RoundMessage).where(RoundMessage.round_id.in_(rounds)))
    await connection.execute(update(Delivery).where(Delivery.round_id.in_(rounds)).values(round_id=None))
    erased["rounds"] = (await connection.execute(delete(Round).where(Round.learner_id == learner_id))).rowcount
    erased["identities"] = (await connection.execute(delete(Identity).where(Identity.learner_id == learner_id))).rowcount
    await connection.execute(delete(Learner).where(Learner.id == learner_id))
    return erased


def _is(key: tuple[str, str]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Identity.platform == key[0], Identity.person == key[1]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
