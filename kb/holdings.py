"""What can be searched, in memory: every passage's terms, vector and place on the shelf, as of one generation of the catalogue.

Read from SQL and Chroma once and then brought up to date by what changed; a question is answered from one unchanging snapshot.
Whole passages stay in SQL and are fetched for the few that are shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from kb.catalogue import EVERY_SCENE, Book, BookScene, Database, Generation, PassageRow, PassageText
from kb.lexical import Counted, LexicalIndex
from kb.passages import Passage
from kb.search import Scores, SearchScope
from kb.terms import normalise, terms
from kb.vectors import VectorStore, VectorStoreError

_READ_AT_ONCE = 400


class NoSuchBook(Exception):
    """Displayed to the user (Chinese): the scope names a book that is not there, or that this scene may not see."""


@dataclass(frozen=True, slots=True)
class ShelvedBook:
    """What decides whether a book is searched."""

    id: int
    title: str
    exam: str | None
    subject: str | None
    scenes: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """A snapshot. The arrays run over all passages in ascending order of their ids.

    Attributes:
        generation: the catalogue's number when it was read.
        ids, books: passage and book ids.
        texts: a number for each passage's text; equal texts have equal numbers.
        anchors: a passage's anchor, as its number in `anchor_numbers`; -1: none.
        vectors: (passages, dimension), zero where `has_vector` is False.
        vectors_missing: why vectors could not be read, in Chinese; empty otherwise.
    """

    generation: int
    shelf: Mapping[int, ShelvedBook]
    ids: NDArray[np.int64]
    books: NDArray[np.int64]
    texts: NDArray[np.uint64]
    anchors: NDArray[np.int64]
    anchor_numbers: Mapping[str, int]
    lexical: LexicalIndex
    vectors: NDArray[np.float32]
    has_vector: NDArray[np.bool_]
    vectors_missing: str = ""

    @classmethod
    def empty(cls, dimension: int = 0) -> Holdings:
        """Before anything was read."""
        nothing = np.empty(0, np.int64)
        return cls(
            generation=-1,
            shelf={},
            ids=nothing,
            books=nothing,
            texts=np.empty(0, np.uint64),
            anchors=nothing,
            anchor_numbers={},
            lexical=LexicalIndex.empty(),
            vectors=np.empty((0, dimension), np.float32),
            has_vector=np.empty(0, np.bool_),
        )

    @classmethod
    def of(cls, passages: Sequence[Passage], vectors: NDArray[np.float32] | None = None) -> Holdings:
        """Passages of one book that everybody may see, without a database: for evaluation. `vectors`: (passages, dimension)."""
        count = len(passages)
        anchors, anchor_numbers = _numbered(passage.anchor for passage in passages)
        return cls(
            generation=0,
            shelf={1: ShelvedBook(1, "", None, None, frozenset({EVERY_SCENE}))},
            ids=np.arange(1, count + 1),
            books=np.ones(count, np.int64),
            texts=np.array([_text_number(passage.content_hash) for passage in passages], np.uint64),
            anchors=anchors,
            anchor_numbers=anchor_numbers,
            lexical=LexicalIndex.of(terms(passage.searchable) for passage in passages),
            vectors=np.empty((count, 0), np.float32) if vectors is None else vectors,
            has_vector=np.full(count, vectors is not None),
        )

    def books_in(self, scope: SearchScope) -> list[ShelvedBook]:
        """The books that `scope` lets be searched, whatever its subject.

        Raises:
            NoSuchBook: `scope.book` is none of those that may be seen.
        """
        allowed = [
            book
            for book in self.shelf.values()
            if (scope.scene is None or EVERY_SCENE in book.scenes or scope.scene in book.scenes)
            and (scope.exam is None or book.exam in (None, scope.exam))
        ]
        if scope.book is None:
            return allowed
        wanted = _folded(scope.book)
        named = [book for book in allowed if _folded(book.title) == wanted] or [book for book in allowed if wanted in _folded(book.title)]
        if not named:
            titles = "、".join(f"《{title}》" for title in sorted({book.title for book in allowed})[:10])
            raise NoSuchBook(f"没有找到《{scope.book[:60]}》这本书。" + (f"这里能查的有：{titles}。" if titles else "这里还没有可查的书。"))
        return named

    def visible(self, scope: SearchScope) -> NDArray[np.bool_]:
        """For every passage whether `scope` lets it be seen.

        Raises:
            NoSuchBook: as `books_in`.
        """
        allowed = self.books_in(scope)
        mask = np.isin(self.books, [book.id for book in allowed])
        if scope.subject is not None:
            about = np.isin(self.books, [book.id for book in allowed if book.subject == scope.subject])
            points = [number for anchor, number in self.anchor_numbers.items() if anchor.partition(".")[0] == scope.subject]
            mask &= about | np.isin(self.anchors, points)
        return mask

    def scores(self, query: str, vector: NDArray[np.float32] | None, visible: NDArray[np.bool_]) -> Scores:
        """What BM25 and (with the query's `vector`, of shape (dimension,)) cosine similarity say about every visible passage."""
        lexical = self.lexical.scores(terms(query), visible)
        dense = None if vector is None or not self.has_vector.any() else self.vectors @ vector
        return Scores(visible, lexical, dense, self.has_vector)


async def read(database: Database, previous: Holdings, store: VectorStore | None, embedder: str | None) -> Holdings:
    """The holdings as of now; only what `previous` does not have is read and tokenised.

    Args:
        store, embedder: where the vectors are and whose they are; None: BM25 alone.
    """
    async with database.reading() as connection:
        # Read first: what changes after it raises the number again, and the next reader comes back.
        generation = await connection.scalar(select(Generation.number)) or 0
        scenes: dict[int, set[str]] = {}
        for book, scene in await connection.execute(select(BookScene.book_id, BookScene.scene)):
            scenes.setdefault(book, set()).add(scene)
        shelf = {
            row.id: ShelvedBook(row.id, row.title, row.exam, row.subject, frozenset(scenes.get(row.id, ())))
            for row in await connection.execute(select(Book.__table__))
        }
        columns = (PassageRow.id, PassageRow.book_id, PassageRow.text_hash, PassageRow.anchor, PassageRow.embedded_by)
        rows = (await connection.execute(select(*columns).order_by(PassageRow.id))).all()
    anchors, anchor_numbers = _numbered(row[3] for row in rows)
    ids = np.array([row[0] for row in rows], np.int64)
    # Ids only ever grow, so what is new comes after what is known.
    kept = np.flatnonzero(np.isin(previous.ids, ids))
    new = ids[~np.isin(ids, previous.ids)]
    lexical = previous.lexical
    if len(new) or len(kept) != len(previous.ids):
        added = await _counted(database, lexical, new)
        lexical = await asyncio.to_thread(lexical.updated, kept, added)
    embedded = np.array([embedder is not None and row[4] == embedder for row in rows], np.bool_)
    vectors, has_vector, missing = await asyncio.to_thread(_vectors, previous, kept, ids, embedded, store)
    return Holdings(
        generation=generation,
        shelf=shelf,
        ids=ids,
        books=np.array([row[1] for row in rows], np.int64),
        texts=np.array([_text_number(row[2]) for row in rows], np.uint64),
        anchors=anchors,
        anchor_numbers=anchor_numbers,
        lexical=lexical,
        vectors=vectors,
        has_vector=has_vector,
        vectors_missing=missing,
    )


async def passages(database: Database, scope: SearchScope, numbers: Sequence[int]) -> dict[int, Passage]:
    """Whole passages by id, those of books that `scope.scene` may see: the second wall, in SQL, behind the mask of the holdings."""
    columns = (PassageRow.id, PassageRow.path, PassageText.text, PassageRow.ordinal, PassageRow.page, PassageRow.anchor)
    query = select(*columns).join(PassageText).where(PassageRow.id.in_(numbers))
    if scope.scene is not None:
        query = query.where(PassageRow.book_id.in_(select(BookScene.book_id).where(BookScene.scene.in_((EVERY_SCENE, scope.scene)))))
    async with database.reading() as connection:
        rows = await connection.execute(query)
        return {number: Passage(tuple(path), text, ordinal, page, anchor) for number, path, text, ordinal, page, anchor in rows}


async def _counted(database: Database, lexical: LexicalIndex, numbers: NDArray[np.int64]) -> list[Counted]:
    """The terms of these passages (ascending ids), in their order."""
    found: list[Counted] = []
    for start in range(0, len(numbers), _READ_AT_ONCE):
        some = [int(number) for number in numbers[start : start + _READ_AT_ONCE]]
        async with database.reading() as connection:
            query = select(PassageRow.id, PassageRow.path, PassageText.text).join(PassageText).where(PassageRow.id.in_(some))
            rows = {number: Passage(tuple(path), text, 0).searchable for number, path, text in await connection.execute(query)}
        # A passage that was taken out since its number was read has no terms, and the next generation drops it.
        texts = [rows.get(number, "") for number in some]
        found.append(await asyncio.to_thread(lexical.count, map(terms, texts)))
    return found


def _vectors(
    previous: Holdings, kept: NDArray[np.int64], ids: NDArray[np.int64], embedded: NDArray[np.bool_], store: VectorStore | None
) -> tuple[NDArray[np.float32], NDArray[np.bool_], str]:
    """The matrix of vectors, which passages have one, and why others that should have one do not."""
    if len(kept) == len(ids) == len(previous.ids) and np.array_equal(embedded, previous.has_vector):
        return previous.vectors, previous.has_vector, ""
    has_vector = np.zeros(len(ids), np.bool_)
    places = np.searchsorted(ids, previous.ids[kept])
    known = previous.has_vector[kept] & embedded[places]
    has_vector[places[known]] = True
    wanted = ids[embedded & ~has_vector]
    found, fresh, missing = np.empty(0, np.int64), previous.vectors[:0], ""
    if len(wanted) and store is not None:
        try:
            found, fresh = store.get([int(number) for number in wanted])
        except VectorStoreError as error:
            missing = str(error)
    dimension = fresh.shape[1] if len(fresh) else previous.vectors.shape[1]
    vectors = np.zeros((len(ids), dimension), np.float32)
    if known.any():
        vectors[places[known]] = previous.vectors[kept[known]]
    if len(found):
        vectors[np.searchsorted(ids, found)] = fresh
        has_vector[np.searchsorted(ids, found)] = True
    return vectors, has_vector, missing


def _numbered(anchors: Iterable[str | None]) -> tuple[NDArray[np.int64], dict[str, int]]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(anchor, len(numbers)) if anchor else -1 for anchor in anchors], np.int64), numbers


def _text_number(text_hash: str) -> int:
    return int(text_hash[:16], 16)


def _folded(title: str) -> str:
    return "".join(normalise(title).split()).strip("《》")
