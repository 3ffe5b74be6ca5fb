"""The knowledge base as the rest of the application sees it: add books, watch jobs, list, search, remove.

SQL holds what is true; the vector store and the holdings in memory are derived from it. Any process may ask for work and search; work is
done by the one that owns the index (`kb.ownership`). What the answer to a question looks like is left to the caller.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.exc import DBAPIError

from kb import holdings as shelves
from kb.adding import AddRequest, Loader, Outcome, add_files, is_current
from kb.books import BookInfo, Books
from kb.builtin import OWNER, load_here, notes_request, saved_vectors
from kb.catalogue import EVERY_SCENE, Database
from kb.embedding.protocol import Embedder, EmbedderUnavailable, EmbeddingFailed
from kb.embedding.reranker import Reranker
from kb.expected import ExpectedQuestions, likeness
from kb.filling import PassageEmbedding, fill, in_this_process, reconcile
from kb.gate import Gates, Judgement, Verdict
from kb.holdings import Holdings
from kb.jobs import JobQueue, JobStatus
from kb.loading.process import load_in_child
from kb.search import Hit, Ranked, SearchScope, rank, standing_out
from kb.terms import readable
from kb.vectors import VectorStore, VectorStoreError

_LOGGER = logging.getLogger(__name__)

LONGEST_QUERY = 1000
"""Characters of a question that are read; what follows is ignored."""

RERANKED = 20
"""Passages that a reranker reads for one question."""

_RETRY_SECONDS = 60
"""After vectors could not be filled in or read, how long until it is tried again without being asked."""

HOST = "host"
"""Owner of what was added on the machine itself."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found.

    Attributes:
        hits: the best passages, best first, whatever the gates say.
        scope: whether the message belongs to the exam; None: there is no gate, or no vector to judge by.
        coverage: whether the visible books answer it; None: there is no gate.
    """

    hits: tuple[Hit, ...]
    scope: Judgement | None = None
    coverage: Judgement | None = None

    @property
    def nearest(self) -> Hit | None:
        """The best passage; None where nothing may be seen or nothing was asked."""
        return self.hits[0] if self.hits else None

    @property
    def verdict(self) -> Verdict:
        """What to do: answer from the hits, say that the books do not cover it, or say that it does not belong to the exam."""
        if self.scope is not None and not self.scope.accepted:
            return "out_of_scope"
        if not self.hits or (self.coverage is not None and not self.coverage.accepted):
            return "not_covered"
        return "answer"


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """The whole knowledge base, for the machine's owner.

    Attributes:
        embedder: name of what embeds; None: BM25 alone.
        vectors_missing: why vectors cannot be used or filled in at the moment, in Chinese; empty: they can.
    """

    generation: int
    books: int
    passages: int
    embedded: int
    embedder: str | None
    vectors_missing: str
    jobs: tuple[JobStatus, ...]


class Library:
    """The books of one database."""

    def __init__(
        self,
        database: Database,
        *,
        embedder: Embedder | None = None,
        passage_embedding: PassageEmbedding | None = None,
        store: VectorStore | None = None,
        gates: Gates | None = None,
        expected: Mapping[str, ExpectedQuestions] | None = None,
        reranker: Reranker | None = None,
        owns_index: bool = False,
        loader: Loader = load_in_child,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Args:
        embedder: embeds questions; None: BM25 alone.
        passage_embedding: embeds passages with the same model, in a process of its own; None: `embedder` does.
        store: where vectors are; None: BM25 alone.
        gates: the gates fitted for `embedder`; None: nothing is refused but what finds nothing.
        expected: by exam, embedded by `embedder`; they put the exam's built-in passages in a better order.
        reranker: puts the best `RERANKED` passages in a better order; None: they stay as they were found.
        owns_index: whether this process holds the `IndexOwnership`, and with it may write vectors and run jobs.
        loader: reads a file.
        clock: seconds since 1970.
        """
        self._database = database
        self._embedder = embedder
        self._passage_embedding = passage_embedding or (in_this_process(embedder) if embedder is not None else None)
        self._store = store
        self._gates = gates
        self._expected = expected or {}
        self._reranker = reranker
        self._owns_index = owns_index
        self._loader = loader
        self._books = Books(database)
        self._jobs = JobQueue(database, clock)
        self._holdings = Holdings.empty()
        self._refreshing = asyncio.Lock()
        self._working = asyncio.Lock()
        self._trouble = ""
        self._now = clock
        self._retry_at = self._reread_at = 0.0

    async def start(self) -> None:
        """Take over from an owner that died and make the vector store agree with SQL. Call once, before anything else."""
        if not self._owns_index:
            return
        await self._jobs.take_back()
        if self._store is not None and self._embedder is not None:
            try:
                await reconcile(self._books, self._store, self._embedder.name)
            except VectorStoreError as error:
                self._lost_vectors(error)

    async def add(
        self,
        paths: Sequence[Path],
        *,
        title: str | None = None,
        owner: str = HOST,
        exam: str | None = None,
        subject: str | None = None,
        scenes: Sequence[str] | None = None,
    ) -> int:
        """Ask for files and folders to be added, or brought up to date; the job's id.

        Args:
            paths: each is a book of its own, a folder with every readable file below it.
            title: makes all of them one book of this title.
            scenes: where a new book may be seen (None: everywhere); an existing one is also seen there (None: where it was).
        """
        request = AddRequest(
            tuple(path.resolve() for path in paths), owner, title, exam, subject, None if scenes is None else tuple(scenes)
        )
        return await self._jobs.put("add", request.to_json())

    async def add_notes(self, exam: str, title: str, folder: Path) -> int | None:
        """Ask for an exam's built-in notes (`folder / "notes"`) to become the book `title`, with the vectors that lie beside them; the job's id.
        None: they are there as they are.
        """
        request = notes_request(exam, title, folder.resolve())
        return None if await is_current(request, self._books) else await self._jobs.put("add", request.to_json())

    async def remove(self, book: int) -> int:
        """Ask for a book to be taken out; the job's id."""
        return await self._jobs.put("remove", {"book": book})

    async def share(self, book: int, scenes: Sequence[str]) -> None:
        """Let a book be seen in exactly these scenes (`*`: everywhere)."""
        await self._books.share(book, scenes)

    async def job(self, job: int) -> JobStatus | None:
        """A job as it stands; None: there is no such job."""
        return await self._jobs.status(job)

    async def recent_jobs(self, limit: int = 10) -> list[JobStatus]:
        """The newest jobs, newest first."""
        return await self._jobs.recent(limit)

    async def run_pending_jobs(self) -> int:
        """Do every waiting job, oldest first, then fill in whatever vectors are missing; how many jobs were done. Only the owner may.

        A job that fails says so in its row; nothing is raised for it. When this is cancelled, the job in hand waits for the next start.
        """
        if not self._owns_index:
            raise RuntimeError("only the process that owns the index runs jobs")
        async with self._working:
            count = 0
            while (job := await self._jobs.take()) is not None:
                await self._run(job)
                count += 1
            if not count and self._now() >= self._retry_at:
                await self._fill_in(None)
            return count

    async def books(self, scope: SearchScope) -> list[BookInfo]:
        """The books that `scope` lets be seen, by owner and title.

        Raises:
            NoSuchBook: `scope.book` is none of those that may be seen.
        """
        visible = {book.id for book in (await self._current()).books_in(scope)}
        infos = await self._books.infos(self._embedder.name if self._embedder else None)
        return [
            info
            if scope.scene is None
            else replace(info, scenes=tuple(scene for scene in info.scenes if scene in (EVERY_SCENE, scope.scene)))
            for info in infos
            if info.id in visible and (scope.subject is None or info.subject in (None, scope.subject))
        ]

    async def status(self) -> LibraryStatus:
        """What there is, and what is being done."""
        infos = await self._books.infos(self._embedder.name if self._embedder else None)
        return LibraryStatus(
            generation=await self._books.generation(),
            books=len(infos),
            passages=sum(info.passages for info in infos),
            embedded=sum(info.embedded for info in infos),
            embedder=self._embedder.name if self._embedder else None,
            vectors_missing=self._trouble or self._holdings.vectors_missing,
            jobs=tuple(await self._jobs.recent()),
        )

    async def search(self, text: str, scope: SearchScope, limit: int = 3) -> Findings:
        """The passages that answer `text` best.

        Without a vector for the question (no embedder, or it failed) BM25 decides alone. Of a book that is named nothing is out of scope.

        Raises:
            NoSuchBook: `scope.book` is none of those that may be seen.
        """
        holdings = await self._current()
        visible = holdings.visible(scope)
        query = readable(text[:LONGEST_QUERY])
        if not query.strip():
            return Findings(())
        vector = await self._query_vector(query)
        in_scope = None
        # Who names a book asks about that book, whatever it is about.
        if self._gates is not None and vector is not None and scope.book is None:
            in_scope = await asyncio.to_thread(self._gates.judge_scope, query, vector, scope.exam)
        if not visible.any():
            return Findings((), in_scope)
        wanted = limit if self._reranker is None else max(limit, RERANKED)
        # What stands out in a short book that was named shows among everything else.
        shelf = visible if scope.book is None else holdings.visible(replace(scope, book=None))
        ranked, coverage = await asyncio.to_thread(self._judged, holdings, query, vector, visible, shelf, scope.exam, wanted)
        found = await shelves.passages(self._database, scope, [int(holdings.ids[hit.position]) for hit in ranked])
        hits = []
        for hit in ranked:
            number, book = int(holdings.ids[hit.position]), holdings.shelf[int(holdings.books[hit.position])]
            if number in found:
                hits.append(Hit(number, book.id, book.title, found[number], hit.score, hit.dense, hit.lexical))
        if self._reranker is not None and hits:
            hits = await asyncio.to_thread(_reranked, self._reranker, query, hits)
        return Findings(tuple(hits[:limit]), in_scope, coverage)

    def _judged(
        self,
        holdings: Holdings,
        query: str,
        vector: NDArray[np.float32] | None,
        visible: NDArray[np.bool_],
        shelf: NDArray[np.bool_],
        exam: str | None,
        limit: int,
    ) -> tuple[list[Ranked], Judgement | None]:
        scores = holdings.scores(query, vector, visible)
        like = None if vector is None else likeness(self._expected, exam, vector, holdings.anchor_numbers)[holdings.anchors]
        found = rank(scores, holdings.texts, limit, like)
        if self._gates is None:
            return found, None
        coverage = self._gates.coverage.judge(scores)
        if not coverage.accepted and shelf is not visible:
            whole = holdings.scores(query, vector, shelf)
            best, _ = standing_out(whole)
            coverage = self._gates.coverage.judge(whole) if best is not None and visible[best] else coverage
        return found, coverage

    async def close(self) -> None:
        """Let go of the vector store."""
        if self._store is not None:
            await asyncio.to_thread(self._store.close)

    async def _current(self) -> Holdings:
        """The holdings, read again if the catalogue has changed, or if vectors could not be read a while ago."""
        if await self._is_stale():
            async with self._refreshing:
                if await self._is_stale():
                    name = self._embedder.name if self._embedder else None
                    self._holdings = await shelves.read(self._database, self._holdings, self._store, name)
                    self._reread_at = self._now() + _RETRY_SECONDS
        return self._holdings

    async def _is_stale(self) -> bool:
        if self._holdings.vectors_missing and self._now() >= self._reread_at:
            return True
        return await self._books.generation() != self._holdings.generation

    async def _query_vector(self, query: str) -> NDArray[np.float32] | None:
        if self._embedder is None:
            return None
        try:
            vector: NDArray[np.float32] = (await asyncio.to_thread(self._embedder.queries, [query]))[0]
        except (EmbeddingFailed, EmbedderUnavailable) as error:
            _LOGGER.warning("searching without vectors: %s", error)
            return None
        return vector

    async def _run(self, job: JobStatus) -> None:
        outcome = Outcome()
        try:
            if job.kind == "remove":
                message = await self._remove(int(job.payload["book"]))
            else:
                message = await self._add(job, AddRequest.from_json(job.payload), outcome)
        except (DBAPIError, OSError) as error:
            _LOGGER.warning("job %s failed: %s", job.id, error)
            await self._fail(
                job, outcome, f"写不进去了（{_cause(error)}）。{_kept(outcome)}请腾出磁盘空间或检查权限，再添加一次就会接着做。"
            )
        except Exception as error:  # one broken job must not keep the others from being done
            _LOGGER.exception("job %s failed", job.id)
            await self._fail(job, outcome, f"出了意料之外的错误（{error}）。{_kept(outcome)}请把日志发给维护者。")
        else:
            await self._jobs.end(job.id, "done", message, outcome.faults)

    async def _fail(self, job: JobStatus, outcome: Outcome, message: str) -> None:
        try:
            await self._jobs.end(job.id, "failed", message, outcome.faults)
        except (DBAPIError, OSError):
            # Not even this fits on the disk: the job stays as running and is taken back at the next start.
            self._trouble = message

    async def _add(self, job: JobStatus, request: AddRequest, outcome: Outcome) -> str:
        async def report_files(done: int, total: int) -> None:
            await self._jobs.progress(job.id, "files", done, total)

        loader = load_here if request.owner.startswith(OWNER) else self._loader
        try:
            await add_files(request, self._books, loader, report_files, outcome)
        finally:
            await self._forget_vectors(outcome.gone)
        known = None if request.vectors is None or self._embedder is None else saved_vectors(request.vectors, self._embedder.name)
        without = await self._fill_in(job, known)
        return _summary(outcome) + (f"向量还没有补全，先用关键词检索：{without}" if without else "")

    async def _remove(self, book: int) -> str:
        titles = {info.id: info.title for info in await self._books.infos()}
        if book not in titles:
            return "这本书已经不在了。"
        gone = await self._books.remove(book)
        await self._forget_vectors(gone)
        return f"《{titles[book]}》和它的 {len(gone)} 段已经删掉。"

    async def _forget_vectors(self, gone: Sequence[int]) -> None:
        if self._store is not None and gone:
            try:
                await asyncio.to_thread(self._store.remove, list(gone))
            except VectorStoreError as error:  # they are orphans now, and are removed at the next start
                self._lost_vectors(error)

    async def _fill_in(self, job: JobStatus | None, known: Mapping[str, NDArray[np.float32]] | None = None) -> str:
        """Fill in vectors; why that could not be finished, in Chinese, or nothing."""
        if self._store is None or self._embedder is None or self._passage_embedding is None:
            return ""

        async def report(done: int, total: int) -> None:
            if job is not None:
                await self._jobs.progress(job.id, "vectors", done, total)

        try:
            await fill(self._books, self._store, self._embedder.name, self._passage_embedding, report, known)
        except (VectorStoreError, EmbeddingFailed, EmbedderUnavailable) as error:
            self._lost_vectors(error)
            return str(error)
        self._trouble = ""
        return ""

    def _lost_vectors(self, error: Exception) -> None:
        self._retry_at = self._now() + _RETRY_SECONDS
        _LOGGER.warning("vectors: %s", error)
        self._trouble = str(error)


def _reranked(reranker: Reranker, query: str, hits: Sequence[Hit]) -> list[Hit]:
    scores = reranker.score(query, [hit.passage.searchable for hit in hits])
    scored = [replace(hit, score=score) for hit, score in zip(hits, scores, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def _summary(outcome: Outcome) -> str:
    parts = [f"{outcome.files} 个文件"]
    if outcome.unchanged_files:
        parts.append(f"{outcome.unchanged_files} 个没有变化")
    parts.append(f"新增 {outcome.new} 段")
    if outcome.gone:
        parts.append(f"移除 {len(outcome.gone)} 段")
    if outcome.repeated:
        parts.append(f"{outcome.repeated} 段重复的没有再存")
    return "，".join(parts) + "。"


def _kept(outcome: Outcome) -> str:
    return f"已经放好的 {outcome.new} 段都在，能用关键词查到。" if outcome.new else "原有的书没有受影响。"


def _cause(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return "磁盘满了" if "disk is full" in str(cause) or getattr(cause, "errno", None) == 28 else str(cause)
