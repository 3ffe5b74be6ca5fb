"""Asking: one question, an ordered list of answerers, the first that can answer does.

A new answerer (a solver, say) is one class with `answer`, put into the list in `bot.bootstrap`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from engine.exams import Exam


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks.

    Attributes:
        text: as typed, cleaned of lone surrogates.
        exam: the exam of the scene it was asked in.
        scene: whose books may be read; None: the machine's owner, who sees all.
        book: only from this book, by title; None: from all.
    """

    text: str
    exam: Exam
    scene: str | None = None
    book: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage an answer rests on. `number` is what `[1]` in the answer refers to; `score` is the retriever's, larger is nearer."""

    number: int
    book: str
    path: tuple[str, ...]
    page: int | None
    text: str
    score: float

    @property
    def place(self) -> str:
        """`book > chapter > section`, with the page where there is one."""
        return " > ".join(self.path) + (f"（第 {self.page} 页）" if self.page else "")

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {"book": self.book, "path": list(self.path), "page": self.page, "text": self.text, "score": round(self.score, 4)}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or its beginning.

    Attributes:
        route: which answerer: `solve`, `bank`, `passages`, `model`, or `decline`.
        markdown: the whole text so far.
        final: nothing follows.
        declined: why there is no answer: `out_of_scope`, `not_covered`, `empty` or `too_long`; None where there is one.
        details: what only this answerer knows, as JSON values.
        picture: a PNG that teaches, said as `picture_alt` where pictures cannot be shown.
    """

    route: str
    markdown: str
    citations: tuple[Citation, ...] = ()
    final: bool = True
    declined: str | None = None
    details: dict[str, Any] = field(default_factory=dict)
    picture: bytes | None = None
    picture_alt: str = ""


class Answerer(Protocol):
    """One way to answer. It yields an answer as it grows, or nothing at all to pass."""

    def answer(self, question: Question) -> AsyncIterator[Answer]:
        """The answer's revisions, the last one final; an empty stream passes the question on."""
        ...


class Asking:
    """Tries its answerers in order. The last one must always answer."""

    def __init__(self, answerers: Sequence[Answerer]) -> None:
        self._answerers = tuple(answerers)

    async def ask(self, question: Question) -> AsyncIterator[Answer]:
        """Revisions of the first answer there is."""
        for answerer in self._answerers:
            answered = False
            async for answer in answerer.answer(question):
                answered = True
                yield answer
            if answered:
                return
