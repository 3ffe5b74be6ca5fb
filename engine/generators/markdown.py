"""Markdown for stems and workings: tables and lists of numbers in one manner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; cells are escaped."""
    lines = [_row(header), _row(["---"] * len(header)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def listed(items: Iterable[object], separator: str = ", ") -> str:
    """`7, 0, 1, 2`."""
    return separator.join(str(item) for item in items)


def numbered(steps: Iterable[str]) -> str:
    """A numbered list."""
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def paragraphs(*parts: str) -> str:
    """Parts that are not empty, a blank line between."""
    return "\n\n".join(part for part in parts if part)
