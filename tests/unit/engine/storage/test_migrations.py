"""The migrations build exactly the tables that the code declares, and lose nothing on the way."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, inspect

from engine.storage.database import Database
from engine.storage.schema import Base
from kb.catalogue import CatalogueBase


async def test_migrated_database_is_what_the_code_declares(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        whole = MetaData()
        for metadata in (Base.metadata, CatalogueBase.metadata):
            for table in metadata.sorted_tables:
                table.to_metadata(whole)
        return list(compare_metadata(context, whole))

    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_the_whole_schema(database: Database) -> None:
    def tables(connection: Connection) -> dict[str, list[str]]:
        found = inspect(connection)
        return {name: [column["name"] for column in found.get_columns(name)] for name in sorted(found.get_table_names())}

    async with database.reading() as connection:
        whole = await connection.run_sync(tables)
    assert {name: columns for name, columns in whole.items() if name in {table.name for table in Base.metadata.sorted_tables}} == {
        "attempts": [
            *("id", "event", "learner_id", "scene", "exam", "question_id", "content_hash", "raw_answer", "correct", "round_id"),
            *("answered_at", "local_day"),
        ],
        "deliveries": [
            *("id", "scene", "kind", "slot", "state", "reason", "worker", "claimed_at", "finished_at", "round_id"),
            *("payload", "lease_until", "not_before"),
        ],
        "identities": ["platform", "person", "learner_id", "name"],
        "inbox": ["event", "scene", "platform", "person", "payload", "state", "worker", "lease_until", "received_at", "reply_deadline"],
        "learners": ["id", "created_at"],
        "owners": ["platform", "person", "paired_at"],
        "reports": ["id", "learner_id", "scene", "question_id", "content_hash", "question", "text", "reported_at"],
        "round_messages": ["scene", "message_id", "round_id"],
        "round_questions": ["round_id", "number", "question_id", "content_hash"],
        "rounds": ["id", "scene", "exam", "kind", "learner_id", "opened_at", "closes_at", "closed_at"],
        "scenes": ["scene", "exam", "subjects", "zone", "daily_time", "daily_count", "answer_seconds"],
    }
    catalogue = {table.name for table in CatalogueBase.metadata.sorted_tables}
    assert set(whole) == {table.name for table in Base.metadata.sorted_tables} | catalogue | {"alembic_version"}
