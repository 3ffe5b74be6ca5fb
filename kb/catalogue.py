"""The tables of the knowledge base: what is true about books, passages and jobs.

Vectors lie in Chroma and can be rebuilt from here. The tables live in the engine's database, whose migrations cover them;
the knowledge base is handed the open database (`Database`).
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, Integer, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite
    from sqlalchemy.ext.asyncio import AsyncConnection

EVERY_SCENE = "*"
"""In `BookScene.scene`: the book may be seen everywhere."""


class CatalogueBase(DeclarativeBase):
    """The knowledge base's tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, dict[str, Any]: JSON, list[str]: JSON}


_ROW_ID = BigInteger().with_variant(Integer, "sqlite")


class Book(CatalogueBase):
    """A book: one file, or a folder of files.

    Attributes:
        owner: whose it is: `exam:<id>` for built-in notes, `host` for what was added on the machine itself, otherwise a learner's id.
        exam: whose exam it serves; NULL: any.
        subject: the subject it is about, where its owner said so.
    """

    __tablename__ = "books"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    owner: Mapped[str] = mapped_column(String(60))
    exam: Mapped[str | None] = mapped_column(String(40))
    subject: Mapped[str | None] = mapped_column(String(40))

    # A number that was once given is never given again: a vector left behind by a kill cannot pass for another book's or passage's.
    __table_args__ = (UniqueConstraint("owner", "title"), {"sqlite_autoincrement": True})


class BookScene(CatalogueBase):
    """A scene that may see a book."""

    __tablename__ = "book_scenes"
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"), primary_key=True)
    scene: Mapped[str] = mapped_column(String(300), primary_key=True)


class Source(CatalogueBase):
    """A file of a book. Present only when all of its passages are: adding goes on from file to file after a kill.

    Attributes:
        name: the path inside the folder that was added, with `/`; the file's name where a single file was.
        origin: the folder that was added, as an absolute path: a file that vanishes from there leaves the book; empty: a single file.
        file_hash: of the bytes and of what decides how they become passages; empty: read again at the next occasion.
        repeated: how many of its passages are not stored because the book has the same text elsewhere.
    """

    __tablename__ = "sources"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"))
    name: Mapped[str] = mapped_column(String(500))
    origin: Mapped[str]
    file_hash: Mapped[str] = mapped_column(String(64), index=True)
    pages: Mapped[int | None]
    repeated: Mapped[int]
    warnings: Mapped[list[str]]

    __table_args__ = (UniqueConstraint("book_id", "name"),)


class PassageText(CatalogueBase):
    """The words of passages, each text once, however many books hold it."""

    __tablename__ = "texts"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str]


class PassageRow(CatalogueBase):
    """A passage in its place. `embedded_by` names the embedder whose vector is in Chroma; NULL: not yet."""

    __tablename__ = "passages"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    ordinal: Mapped[int]
    path: Mapped[list[str]]
    page: Mapped[int | None]
    anchor: Mapped[str | None] = mapped_column(String(120), index=True)
    text_hash: Mapped[str] = mapped_column(ForeignKey("texts.hash"), index=True)
    embedded_by: Mapped[str | None] = mapped_column(String(80))

    __table_args__ = (
        UniqueConstraint("book_id", "text_hash"),
        Index(None, "source_id", "ordinal"),
        Index(None, "embedded_by"),
        {"sqlite_autoincrement": True},
    )


class Job(CatalogueBase):
    """Work for the process that owns the index: `add` or `remove`. Kept after its end so that its fate can be asked for.

    Attributes:
        state: `waiting`, `running`, `done` or `failed`; what runs when a new owner takes over has lost its process and waits again.
        phase: what `done` and `total` count: `files`, then `vectors` (passages).
        message: how it ended, for the person who asked for it.
        faults: what was not taken or only in part, one entry a file.
        created: seconds since 1970.
    """

    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(_ROW_ID, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(10), index=True)
    phase: Mapped[str] = mapped_column(String(10))
    done: Mapped[int]
    total: Mapped[int]
    message: Mapped[str]
    faults: Mapped[list[str]]
    created: Mapped[float] = mapped_column(Float)


class Generation(CatalogueBase):
    """One row whose number grows with every change of books or passages: a reader with an older number reads again."""

    __tablename__ = "generation"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]


class Database(Protocol):
    """What the knowledge base asks of the open database."""

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection for statements that change nothing."""
        ...

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction: committed when the block ends, rolled back when it raises."""
        ...

    def insert_new(self, table: Any) -> sqlite.Insert | postgresql.Insert:
        """`INSERT ... ON CONFLICT DO NOTHING`."""
        ...
