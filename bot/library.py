"""The knowledge base as this process has it: with the index if it owns it, otherwise through the process that does.

Embedded Chroma must be opened by one process only. The first that comes owns it and does the jobs; another asks the owner over a
loopback URL, or searches by keywords alone until it can take over.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import httpx
from pydantic import TypeAdapter

from bot.settings import Settings
from engine.errors import SettingsError
from engine.evaluation.gates import fitted_gates
from engine.exams import Exam
from engine.expected import open_expected
from engine.storage.database import Database
from kb.books import BookInfo
from kb.embedding import Embedder, EmbedderUnavailable, default_model_dir, open_embedder
from kb.embedding.reranker import CrossEncoderReranker, Reranker
from kb.embedding.worker import EmbeddingProcess
from kb.expected import ExpectedQuestions
from kb.gate import Gates
from kb.jobs import JobStatus
from kb.library import Findings, Library, LibraryStatus
from kb.ownership import IndexOwnership, current_owner
from kb.search import SearchScope
from kb.vectors import ChromaStore

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0
NOTES_SECONDS = 60.0
"""How long a start waits for the built-in notes: seconds the first time, none later; the rest goes on in the background."""
TOKEN_HEADER = "X-Shangan-Token"
_FINDINGS = TypeAdapter(Findings)
_EVERYTHING = SearchScope(None)


class OpenLibrary:
    """The library of this process, whether or not it owns the index."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        exams: Mapping[str, Exam],
        embedder: Embedder | None,
        control_url: str,
        gates: Gates | None = None,
        expected: Mapping[str, ExpectedQuestions] | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._settings = settings
        self._database = database
        self._exams = exams
        self._embedder = embedder
        self._control_url = control_url
        self._gates = gates
        self._expected = expected
        self._reranker = reranker
        self._ownership: IndexOwnership | None = None
        self._library = Library(database, embedder=embedder, gates=gates, expected=expected)
        self._note_jobs: list[int] = []
        self._working: asyncio.Task[None] | None = None
        self.token = ""

    @property
    def owns_index(self) -> bool:
        """True if this process does the jobs and holds the vectors."""
        return self._ownership is not None

    @property
    def embedder_name(self) -> str | None:
        """What embeds; None: search goes by keywords alone."""
        return self._embedder.name if self._embedder else None

    async def claim(self) -> bool:
        """Own the index if nobody does. False: another process owns it."""
        home = self._settings.home
        token_file = home / "control.token"
        ownership = IndexOwnership.claim(home, self._control_url, token_file if self._control_url else None)
        if ownership is None:
            return False
        if self._control_url:
            self.token = _new_token(token_file)
        store, embedding = None, None
        if self._embedder is not None:
            store = ChromaStore(self._settings.chroma_url or home / "chroma", self._embedder.name, self._embedder.dimension)
            embedding = partial(EmbeddingProcess, self._settings.embedder, default_model_dir())
        self._library = Library(
            self._database,
            embedder=self._embedder,
            passage_embedding=embedding,
            store=store,
            gates=self._gates,
            expected=self._expected,
            reranker=self._reranker,
            owns_index=True,
        )
        self._ownership = ownership
        await self._library.start()
        for exam in self._exams.values():
            if exam.notes and (job := await self._library.add_notes(exam.id, exam.notes_title, exam.folder)) is not None:
                self._note_jobs.append(job)
        return True

    async def begin(self) -> None:
        """Claim the index if nobody has it, go to work in the background, and wait until the built-in notes are in."""
        await self.claim()
        self._working = asyncio.create_task(self._work())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(NOTES_SECONDS):
                for job in self._note_jobs:
                    while (status := await self._library.job(job)) is not None and not status.ended:
                        await asyncio.sleep(0.05)

    async def _work(self) -> None:
        """Do jobs as they come, for as long as this process lives; claim the index when its owner is gone."""
        while True:
            try:
                if self.owns_index or await self.claim():
                    await self._library.run_pending_jobs()
            except Exception:
                log.exception("working on the index failed; trying again")
            await asyncio.sleep(TICK_SECONDS)

    async def search(self, text: str, scope: SearchScope, k: int) -> Findings:
        """The `k` best passages. Where another process owns the index it is asked; without it keywords alone decide."""
        if not self.owns_index and (found := await self._asked_owner(text, scope, k)) is not None:
            return found
        return await self._library.search(text, scope, k)

    async def _asked_owner(self, text: str, scope: SearchScope, k: int) -> Findings | None:
        owner = current_owner(self._settings.home)
        if owner is None or not owner.control_url:
            return None
        try:
            headers = {TOKEN_HEADER: Path(owner.token_file).read_text(encoding="ascii")}
            query = {"text": text, "k": k, "scene": scope.scene, "exam": scope.exam, "book": scope.book, "subject": scope.subject}
            async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
                answer = await client.post(owner.control_url + "/search", json=query, headers=headers)
            answer.raise_for_status()
        except (OSError, httpx.HTTPError) as error:
            log.warning("the owner of the index did not answer: %s", error)
            return None
        return _FINDINGS.validate_json(answer.content)

    async def add(
        self,
        paths: Sequence[Path],
        *,
        title: str | None = None,
        owner: str = "host",
        exam: str | None = None,
        subject: str | None = None,
        scenes: Sequence[str] | None = None,
    ) -> int:
        """As `kb.library.Library.add`."""
        return await self._library.add(paths, title=title, owner=owner, exam=exam, subject=subject, scenes=scenes)

    async def remove(self, book: int) -> int:
        """As `kb.library.Library.remove`."""
        return await self._library.remove(book)

    async def share(self, book: int, scenes: Sequence[str]) -> None:
        """As `kb.library.Library.share`."""
        await self._library.share(book, scenes)

    async def remove_owner(self, owner: str) -> int:
        """Ask for every book of a person to be taken out; how many there were."""
        mine = [book for book in await self.books() if book.owner == owner]
        for book in mine:
            await self._library.share(book.id, [])  # unseen from now on, gone when the job is done
            await self._library.remove(book.id)
        return len(mine)

    async def job(self, job: int) -> JobStatus | None:
        """As `kb.library.Library.job`."""
        return await self._library.job(job)

    async def books(self, scope: SearchScope = _EVERYTHING) -> list[BookInfo]:
        """As `kb.library.Library.books`."""
        return await self._library.books(scope)

    async def status(self) -> LibraryStatus:
        """As `kb.library.Library.status`."""
        return await self._library.status()

    async def close(self) -> None:
        """Stop working (a job in hand goes on at the next start) and let go of the index."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
        await self._library.close()
        if self._ownership is not None:
            self._ownership.release()


async def open_library(settings: Settings, database: Database, exams: Mapping[str, Exam], control_url: str = "") -> OpenLibrary:
    """The library with its embedder, owning the index where nobody else does.

    Args:
        control_url: where this process will take searches of others; empty: it is too short-lived for that.

    Raises:
        SettingsError: the chosen reranker cannot be used.
    """
    embedder = None
    try:
        embedder = await asyncio.to_thread(open_embedder, settings.embedder, default_model_dir())
    except EmbedderUnavailable as error:
        log.warning("searching by keywords alone: %s", error)
    gates = expected = None
    if embedder is not None:
        gates = await asyncio.to_thread(fitted_gates, exams, embedder, settings.home / "gates")
        expected = await asyncio.to_thread(open_expected, exams, embedder, settings.home / "gates")
    reranker = None
    if settings.reranker:
        try:
            reranker = await asyncio.to_thread(CrossEncoderReranker, settings.reranker)
        except EmbedderUnavailable as error:
            raise SettingsError(f"SHANGAN_RERANKER = {settings.reranker} 用不了：{error}") from error
    library = OpenLibrary(settings, database, exams, embedder, control_url, gates, expected, reranker)
    await library.begin()
    return library


def _new_token(path: Path) -> str:
    token = secrets.token_urlsafe(32)
    path.touch(mode=0o600)
    with contextlib.suppress(NotImplementedError, PermissionError):
        path.chmod(0o600)
    path.write_text(token, encoding="ascii")
    return token
