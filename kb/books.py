"""Books in SQL: storing a file's passages, taking files and books out, listing what is there.

Every change is one transaction that also raises the generation number, so that a kill leaves either all of a file's passages or none,
and every reader learns of it. Vectors are left to `kb.vectors`: what is taken out here is reported by passage id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, delete, exists, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kb.catalogue import EVERY_SCENE, Book, BookScene, Database, Generation, PassageRow, PassageText, Source
from kb.passages import Passage

T = TypeVar("T")

_VARIABLES = 500
"""Values in one IN list; SQLite bounds them."""


@dataclass(frozen=True, slots=True)
class BookDescription:
    """Which book files go into, and who may see it.

    Attributes:
        owner, title: together the book's identity.
        exam, subject, scenes: None leaves a book that exists as it is; a new one serves any exam, has no subject and is seen everywhere.
            `scenes` are added to those that see the book already.
    """

    owner: str
    title: str
    exam: str | None = None
    subject: str | None = None
    scenes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a book. The fields are those of `kb.catalogue.Source`."""

    name: str
    origin: str
    file_hash: str
    pages: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing a file did: passages that are new, that stayed, that the book has elsewhere; ids of those that are gone."""

    new: int
    stayed: int
    repeated: int
    gone: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BookInfo:
    """A book as it stands: `passages` of which `embedded` have a vector of the embedder that was asked for."""

    id: int
    title: str
    owner: str
    exam: str | None
    subject: str | None
    scenes: tuple[str, ...]
    sources: int
    passages: int
    embedded: int


class Books:
    """The books of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def generation(self) -> int:
        """Grows with every change of books or passages."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(Generation.number)) or 0

    async def infos(self, embedder: str | None = None) -> list[BookInfo]:
        """Every book, by owner and title."""
        embedded = literal(0) if embedder is None else func.count().filter(PassageRow.embedded_by == embedder)
        async with self._database.reading() as connection:
            books = (await connection.execute(select(Book.__table__).order_by(Book.owner, Book.title))).all()
            sources = dict((await connection.execute(select(Source.book_id, func.count()).group_by(Source.book_id))).all())
            counted = select(PassageRow.book_id, func.count(), embedded).group_by(PassageRow.book_id)
            passages = {book: (total, done) for book, total, done in (await connection.execute(counted))}
            scenes: dict[int, list[str]] = {}
            for book, scene in await connection.execute(select(BookScene.book_id, BookScene.scene).order_by(BookScene.scene)):
                scenes.setdefault(book, []).append(scene)
        return [
            BookInfo(
                book.id,
                book.title,
                book.owner,
                book.exam,
                book.subject,
                tuple(scenes.get(book.id, ())),
                sources.get(book.id, 0),
                *passages.get(book.id, (0, 0)),
            )
            for book in books
        ]

    async def sources(self, owner: str, title: str) -> dict[str, SourceFile]:
        """The files of a book by name; empty where there is no such book."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(Source.__table__).join(Book).where(Book.owner == owner, Book.title == title))
            return {row.name: SourceFile(row.name, row.origin, row.file_hash, row.pages, tuple(row.warnings)) for row in rows}

    async def other_book_with(self, description: BookDescription, file_hash: str) -> str | None:
        """The title of another book of the same owner that holds the same file and is seen wherever this one is to be seen."""
        mine = await self._described(description)
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(Book.__table__)
                .join(Source)
                .where(Book.owner == description.owner, Book.title != description.title, Source.file_hash == file_hash)
                .order_by(Book.id)
            )
            for other in rows.all():
                seen = set((await connection.execute(select(BookScene.scene).where(BookScene.book_id == other.id))).scalars())
                same_shelf = other.exam in (None, mine.exam) and other.subject == mine.subject
                if same_shelf and (EVERY_SCENE in seen or seen.issuperset(mine.scenes or ())):
                    return str(other.title)
        return None

    async def describe(self, description: BookDescription) -> None:
        """Bring an existing book's exam, subject and scenes up to date; nothing happens where there is no such book."""
        async with self._database.writing() as connection:
            book = await connection.scalar(select(Book.id).where(Book.owner == description.owner, Book.title == description.title))
            if book is not None and await self._adjust(connection, book, description):
                await self._raise_generation(connection)

    async def share(self, book: int, scenes: Iterable[str]) -> None:
        """Let a book be seen in exactly these scenes (`*`: everywhere)."""
        async with self._database.writing() as connection:
            await connection.execute(delete(BookScene).where(BookScene.book_id == book))
            for scene in dict.fromkeys(scenes):
                await connection.execute(insert(BookScene).values(book_id=book, scene=scene))
            await self._raise_generation(connection)

    async def put_source(self, description: BookDescription, file: SourceFile, passages: Sequence[Passage]) -> Stored:
        """Store a file with its passages in place of what the book held under the same name; the book is made where there is none.

        A passage that stayed the same in the same place keeps its id, and with it its vector. Text that the book holds already is
        counted, not stored.
        """
        async with self._database.writing() as connection:
            book = await self._book(connection, description)
            source = await self._source(connection, book, file)
            rows = await connection.execute(
                select(PassageRow.id, PassageRow.text_hash, PassageRow.path).where(PassageRow.source_id == source).order_by(PassageRow.id)
            )
            held = {(text_hash, tuple(path)): number for number, text_hash, path in rows}
            wanted: dict[str, Passage] = {}
            for passage in passages:
                wanted.setdefault(passage.content_hash, passage)
            elsewhere = await self._held_elsewhere(connection, book, source, list(wanted))
            here = {key: passage for key, passage in wanted.items() if key not in elsewhere}
            stays = {held[key, passage.path]: passage for key, passage in here.items() if (key, passage.path) in held}
            gone = {number: text_hash for (text_hash, _), number in held.items() if number not in stays}
            await self._forget(connection, book, gone, still_here=here)
            for number, passage in stays.items():
                await connection.execute(
                    update(PassageRow)
                    .where(PassageRow.id == number)
                    .values(ordinal=passage.ordinal, page=passage.page, anchor=passage.anchor)
                )
            new = {key: passage for key, passage in here.items() if (key, passage.path) not in held}
            if new:
                await connection.execute(
                    self._database.insert_new(PassageText), [{"hash": key, "text": passage.text} for key, passage in new.items()]
                )
                await connection.execute(
                    insert(PassageRow),
                    [
                        {
                            "book_id": book,
                            "source_id": source,
                            "ordinal": passage.ordinal,
                            "path": list(passage.path),
                            "page": passage.page,
                            "anchor": passage.anchor,
                            "text_hash": key,
                            "embedded_by": None,
                        }
                        for key, passage in new.items()
                    ],
                )
            repeated = len(passages) - len(here)
            await connection.execute(update(Source).where(Source.id == source).values(repeated=repeated, file_hash=file.file_hash))
            await self._raise_generation(connection)
        return Stored(len(new), len(stays), repeated, tuple(gone))

    async def drop_sources(self, owner: str, title: str, names: Iterable[str]) -> tuple[int, ...]:
        """Take files out of a book, with their passages, whose ids are returned."""
        gone: list[int] = []
        for name in names:
            async with self._database.writing() as connection:
                source = (
                    await connection.execute(
                        select(Source.id, Source.book_id).join(Book).where(Book.owner == owner, Book.title == title, Source.name == name)
                    )
                ).first()
                if source is None:
                    continue
                rows = await connection.execute(select(PassageRow.id, PassageRow.text_hash).where(PassageRow.source_id == source.id))
                leaving = dict(rows.all())
                await self._forget(connection, source.book_id, leaving, still_here=())
                await connection.execute(delete(Source).where(Source.id == source.id))
                await self._raise_generation(connection)
            gone += leaving
        return tuple(gone)

    async def remove(self, book: int) -> tuple[int, ...]:
        """Take a book out, with everything in it; the ids of its passages."""
        async with self._database.writing() as connection:
            rows = await connection.execute(select(PassageRow.id, PassageRow.text_hash).where(PassageRow.book_id == book))
            leaving = dict(rows.all())
            await self._forget(connection, book, leaving, still_here=())
            await connection.execute(delete(Source).where(Source.book_id == book))
            await connection.execute(delete(BookScene).where(BookScene.book_id == book))
            await connection.execute(delete(Book).where(Book.id == book))
            await self._raise_generation(connection)
        return tuple(leaving)

    async def without_vector(self, embedder: str, limit: int) -> list[tuple[int, int, tuple[str, ...], str]]:
        """Passages that have no vector of `embedder` yet, oldest first: id, book id, path, text."""
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(PassageRow.id, PassageRow.book_id, PassageRow.path, PassageText.text)
                .join(PassageText)
                .where(_lacks(embedder))
                .order_by(PassageRow.id)
                .limit(limit)
            )
            return [(number, book, tuple(path), text) for number, book, path, text in rows]

    async def count_without_vector(self, embedder: str) -> int:
        """How many passages have no vector of `embedder` yet."""
        async with self._database.reading() as connection:
            return await connection.scalar(select(func.count()).select_from(PassageRow).where(_lacks(embedder))) or 0

    async def twins(self, embedder: str, numbers: Sequence[int]) -> dict[int, int]:
        """For those of the passages that have one: a passage with the same path and text that has a vector of `embedder` already."""
        found: dict[int, int] = {}
        mine, other = PassageRow.__table__.alias(), PassageRow.__table__.alias()
        async with self._database.reading() as connection:
            for some in _chunks(numbers):
                rows = await connection.execute(
                    select(mine.c.id, mine.c.path, other.c.id, other.c.path)
                    .join(other, mine.c.text_hash == other.c.text_hash)
                    .where(mine.c.id.in_(some), other.c.id != mine.c.id, other.c.embedded_by == embedder)
                )
                found |= {number: twin for number, path, twin, twin_path in rows if path == twin_path}
        return found

    async def mark_embedded(self, embedder: str | None, numbers: Sequence[int]) -> None:
        """Note that these passages' vectors are stored; None: that they are not."""
        async with self._database.writing() as connection:
            for some in _chunks(numbers):
                await connection.execute(update(PassageRow).where(PassageRow.id.in_(some)).values(embedded_by=embedder))
            await self._raise_generation(connection)

    async def embedded(self, embedder: str) -> list[int]:
        """The passages whose vectors should be stored."""
        async with self._database.reading() as connection:
            return list((await connection.execute(select(PassageRow.id).where(PassageRow.embedded_by == embedder))).scalars())

    async def _described(self, description: BookDescription) -> BookDescription:
        """The description with what an existing book leaves unsaid filled in."""
        async with self._database.reading() as connection:
            book = (
                await connection.execute(select(Book.__table__).where(Book.owner == description.owner, Book.title == description.title))
            ).first()
            if book is None:
                return BookDescription(
                    description.owner, description.title, description.exam, description.subject, description.scenes or (EVERY_SCENE,)
                )
            seen = (await connection.execute(select(BookScene.scene).where(BookScene.book_id == book.id))).scalars().all()
        return BookDescription(
            description.owner,
            description.title,
            description.exam or book.exam,
            description.subject or book.subject,
            (*seen, *(description.scenes or ())),
        )

    async def _book(self, connection: AsyncConnection, description: BookDescription) -> int:
        ours = (Book.owner == description.owner, Book.title == description.title)
        book = await connection.scalar(select(Book.id).where(*ours))
        if book is None:
            made = await connection.execute(
                insert(Book)
                .values(owner=description.owner, title=description.title, exam=description.exam, subject=description.subject)
                .returning(Book.id)
            )
            book = int(made.scalar_one())
            for scene in dict.fromkeys((EVERY_SCENE,) if description.scenes is None else description.scenes):
                await connection.execute(insert(BookScene).values(book_id=book, scene=scene))
        else:
            await self._adjust(connection, book, description)
        return book

    async def _adjust(self, connection: AsyncConnection, book: int, description: BookDescription) -> bool:
        changes = {name: value for name in ("exam", "subject") if (value := getattr(description, name)) is not None}
        changed = False
        if changes:
            differs = [getattr(Book, name).is_distinct_from(value) for name, value in changes.items()]
            for difference in differs:
                changed |= (await connection.execute(update(Book).where(Book.id == book, difference).values(**changes))).rowcount > 0
        for scene in dict.fromkeys(description.scenes or ()):
            added = await connection.execute(self._database.insert_new(BookScene).values(book_id=book, scene=scene))
            changed |= added.rowcount > 0
        return changed

    async def _source(self, connection: AsyncConnection, book: int, file: SourceFile) -> int:
        values: dict[str, Any] = {
            "origin": file.origin,
            "file_hash": file.file_hash,
            "pages": file.pages,
            "warnings": list(file.warnings),
        }
        found = await connection.execute(
            update(Source).where(Source.book_id == book, Source.name == file.name).values(**values).returning(Source.id)
        )
        source = found.scalar_one_or_none()
        if source is None:
            made = await connection.execute(insert(Source).values(book_id=book, name=file.name, repeated=0, **values).returning(Source.id))
            source = made.scalar_one()
        return int(source)

    async def _held_elsewhere(self, connection: AsyncConnection, book: int, source: int, hashes: Sequence[str]) -> set[str]:
        held: set[str] = set()
        for some in _chunks(hashes):
            rows = await connection.execute(
                select(PassageRow.text_hash).where(
                    PassageRow.book_id == book, PassageRow.source_id != source, PassageRow.text_hash.in_(some)
                )
            )
            held.update(rows.scalars())
        return held

    async def _forget(self, connection: AsyncConnection, book: int, leaving: dict[int, str], still_here: Iterable[str]) -> None:
        """Delete passages (id to text hash) and texts that nobody holds any more."""
        for some in _chunks(list(leaving)):
            await connection.execute(delete(PassageRow).where(PassageRow.id.in_(some)))
        texts = set(leaving.values()).difference(still_here)
        for hashes in _chunks(sorted(texts)):
            await connection.execute(
                delete(PassageText).where(PassageText.hash.in_(hashes), ~exists().where(PassageRow.text_hash == PassageText.hash))
            )
        if texts:
            # A file whose repeated passages were left out may have to supply them now: it is read again.
            await connection.execute(update(Source).where(Source.book_id == book, Source.repeated > 0).values(file_hash=""))

    async def _raise_generation(self, connection: AsyncConnection) -> None:
        raised = await connection.execute(update(Generation).values(number=Generation.number + 1))
        if not raised.rowcount:
            await connection.execute(insert(Generation).values(id=1, number=1))


def _lacks(embedder: str) -> ColumnElement[bool]:
    return PassageRow.embedded_by.is_distinct_from(embedder)


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + _VARIABLES] for start in range(0, len(values), _VARIABLES))
