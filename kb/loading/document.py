"""What loading a file yields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from kb.passages import Section

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (pages done, pages in all) while a format that has pages is read."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read.

    Attributes:
        title: the book's title: the one that was handed in, or the document's own, or the file's name without its suffix.
        format: `markdown`, `text`, `pdf`, `docx`, `pptx`, `html` or `image`.
        sections: in reading order. A section of a PDF that runs over several pages comes as one `Section` a page, all with the same path.
        pages: how many pages or slides the file has; None where a format has no pages.
        warnings: what was left out or guessed, one Chinese sentence each; shown to whoever added the file.
    """

    title: str
    format: str
    sections: list[Section]
    pages: int | None = None
    warnings: list[str] = field(default_factory=list)
