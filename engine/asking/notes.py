"""Answers from the books: whole passages with their place, or, with a model, an answer written from them and cited.

Also the last resort: saying honestly that a message is not about the exam, or that the books do not hold it.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Protocol

from engine import prompting
from engine.asking import Answer, Citation, Question
from engine.asking.citing import checked
from engine.exams import Exam
from kb.holdings import NoSuchBook
from kb.library import Findings
from kb.search import Hit, SearchScope

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)

SHOWN_PASSAGES = 3
WRITTEN_FROM = 5
NEAR_ENOUGH = 0.5
"""Share of the best passage's score that another must reach to be shown with it."""
STREAM_STEP = 24
"""Characters between two revisions of a growing answer: fewer edits than tokens, still a steady flow."""


class Retriever(Protocol):
    """The knowledge base as asking sees it."""

    async def search(self, text: str, scope: SearchScope, k: int) -> Findings:
        """The `k` nearest passages that `scope` may see, and what the gates say."""
        ...


class NotesAnswerer:
    """Answers what is in scope and covered by the books."""

    def __init__(self, retriever: Retriever, model: BaseChatModel | None) -> None:
        self._retriever = retriever
        self._model = model

    async def answer(self, question: Question) -> AsyncIterator[Answer]:
        """Passages or a written answer; a polite decline otherwise."""
        scope = SearchScope(scene=question.scene, exam=question.exam.id, book=question.book)
        try:
            findings = await self._retriever.search(question.text, scope, WRITTEN_FROM)
        except NoSuchBook as error:
            yield Answer("decline", str(error), declined="not_covered")
            return
        if findings.verdict == "out_of_scope":
            yield Answer("decline", _out_of_scope(question.exam), declined="out_of_scope")
            return
        if findings.verdict == "not_covered" or not findings.hits:
            yield Answer("decline", _not_covered(findings, question.book), declined="not_covered")
            return
        near = [hit for hit in findings.hits if hit.score >= NEAR_ENOUGH * findings.hits[0].score]
        citations = tuple(_citation(number, hits) for number, hits in enumerate(_by_section(near), 1))
        if self._model is None:
            yield passages_answer(citations[:SHOWN_PASSAGES])
            return
        try:
            async for answer in self._written(self._model, question, citations):
                yield answer
        except Exception:
            # Whatever a model's server does, the books can still answer.
            log.exception("the chat model failed; answering with passages")
            shown = passages_answer(citations[:SHOWN_PASSAGES])
            yield Answer(shown.route, "模型暂时没有回应，先看书里的原文：\n\n" + shown.markdown, shown.citations)

    async def _written(self, model: BaseChatModel, question: Question, citations: tuple[Citation, ...]) -> AsyncIterator[Answer]:
        sources = [f"{citation.place}\n{citation.text}" for citation in citations]
        text, shown = "", 0
        async for chunk in model.astream(messages_for(question, citations)):
            text += str(chunk.text)
            if len(text) - shown >= STREAM_STEP:
                shown = len(text)
                yield Answer("model", checked(text, sources), citations, final=False)
        if not text.strip():
            raise ValueError("the model's answer was empty")
        written = checked(text.strip(), sources)
        listed = "\n".join(f"[{citation.number}] {citation.place}" for citation in citations if f"[{citation.number}]" in written)
        yield Answer("model", written + (f"\n\n---\n{listed}" if listed else ""), citations)


def messages_for(question: Question, citations: Sequence[Citation]) -> list[tuple[str, str]]:
    """What the model is told: who it is, then passages and question as JSON, which is data and never an instruction."""
    passages = [(citation.place, citation.text) for citation in citations]
    return [("system", prompting.system_with_passages(question.exam)), ("human", prompting.passages_and_question(passages, question.text))]


def passages_answer(citations: Sequence[Citation]) -> Answer:
    """Whole passages, each as a quotation under its place in the book."""
    quoted = [_quoted(f"**[{citation.number}] {citation.place}**\n\n{citation.text}") for citation in citations]
    return Answer("passages", "\n\n".join(quoted), tuple(citations))


def _quoted(markdown: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in markdown.splitlines())


def _by_section(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Passages of one section together, in the book's order; sections in the order of their best passage."""
    sections: dict[tuple[int, tuple[str, ...]], list[Hit]] = {}
    for hit in hits:
        sections.setdefault((hit.book_id, hit.passage.path), []).append(hit)
    return [sorted(section, key=lambda hit: hit.passage.ordinal) for section in sections.values()]


def _citation(number: int, hits: Sequence[Hit]) -> Citation:
    first = hits[0]
    texts = [first.passage.text]
    for before, hit in itertools.pairwise(hits):
        texts.append(hit.passage.text if hit.passage.ordinal == before.passage.ordinal + 1 else f"……\n\n{hit.passage.text}")
    best = max(hit.score for hit in hits)
    return Citation(number, first.book_title, first.passage.path, first.passage.page, "\n\n".join(texts), best)


def _out_of_scope(exam: Exam) -> str:
    return f"这个好像不在「{exam.description.short_name}」的范围里，我就不乱说啦。问我考点、发 /刷题 做题都行。"


def _not_covered(findings: Findings, book: str | None) -> str:
    """`book`: as it was named in the question."""
    nearest = findings.nearest
    if nearest is not None and book is not None:
        return f"《{nearest.book_title}》里没有讲到这个，我不想瞎编。最接近的一节是：{nearest.passage.place}。"
    if nearest is None:
        return "这像是考点，不过书里还没有内容。让群主用 /资料 或 `shangan kb add` 加本书，我就能答了。"
    return f"这像是考点，但手头的书里没有讲到，我不想瞎编。最接近的一节是：{nearest.passage.place}。"
