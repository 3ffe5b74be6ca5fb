"""The words of the knowledge base: what a loader yields, what is searched, what is found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a book under one heading (or, in a PDF without an outline, one page), as a loader yields it.

    Attributes:
        path: headings from the book's title down to this one, such as `("操作系统笔记", "内存管理", "分页")`; never empty.
        text: Markdown without the heading itself; may be empty.
        page: where it begins, counted from 1; None where a format has no pages.
        anchor: the heading's own id (`{#os.memory.paging}` in Markdown): in an exam's notes, the knowledge point.
    """

    path: tuple[str, ...]
    text: str
    page: int | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed and shown: a piece of a section that can stand alone.

    Attributes:
        path, page, anchor: as in `Section`; `page` is the page on which this piece begins.
        text: Markdown, whole paragraphs where possible; code blocks, tables and formulas are not cut.
        ordinal: its position in the book, from 0.
    """

    path: tuple[str, ...]
    text: str
    ordinal: int
    page: int | None = None
    anchor: str | None = None

    @property
    def place(self) -> str:
        """`book > chapter > section`, as shown to a reader."""
        return " > ".join(self.path)

    @property
    def searchable(self) -> str:
        """What is embedded and tokenised: the place in the book, then the text. The prefix lets a passage be found by its heading."""
        return f"{self.place}\n{self.text}"

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) of the text with white space folded: the same text is never stored twice in a book's scope."""
        return hashlib.sha256(" ".join(self.text.split()).encode("utf-8", "surrogatepass")).hexdigest()
