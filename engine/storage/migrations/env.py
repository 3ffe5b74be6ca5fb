"""Alembic's entry: migrations always run on the connection that `engine.storage.database` hands over."""

from typing import Any, Literal

from alembic import context

from engine.storage.schema import Base, UtcTime
from kb.catalogue import CatalogueBase


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column type as what the database sees, so that a migration never imports today's code."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, UtcTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=[Base.metadata, CatalogueBase.metadata],
    render_as_batch=True,  # SQLite changes a column only by rebuilding its table
    compare_type=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
