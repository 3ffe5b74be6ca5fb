"""Markdown cut into blocks: headings, code fences, display formulas, tables, rules and text.

It reads the dialect that notes are written in rather than the letter of CommonMark: a fence may be indented at will, a heading counts
although a line of HTML stands right above it, `##标题` needs no space. Containers (admonitions, tabs) and HTML comments are
`kb.loading.markdown`'s to remove first. Joined again, the blocks hold every character of the text but blank lines; a fence that was
never closed is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal["heading", "fence", "formula", "table", "rule", "text"]

_FENCE = re.compile(r"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?P<ticks>`{3,}|~{3,})(?P<info>.*)$")
_CLOSING = re.compile(r"^[ \t>]*(`{3,}|~{3,})[ \t]*$")
_ATX = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?P<title>[ \t\u3000].*)?$")
# `#标签` may be a tag; two marks and more right before a Chinese character are a heading without its space.
_TIGHT_ATX = re.compile(r"^ {0,3}(?P<marks>#{2,6})(?P<title>[\u4e00-\u9fff].*)$")
_UNDERLINE = re.compile(r"^ {0,3}(={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_NO_TITLE = re.compile(r"^[ \t]*(?:[-*+>|]|\d+[.)][ \t])|[。；;，,：:！!？?|]$")
_DELIMITER_ROW = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ENVIRONMENT = re.compile(r"^\\begin\{([A-Za-z]+\*?)\}")
_LONGEST_FORMULA = 80  # lines


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of whole lines.

    Attributes:
        lines: as in the text; of a fence the opening and closing line too; of a table first the header and the delimiter row.
        level: 1-6 for a heading, otherwise 0.
        title: a heading's text, marks removed.
        closed: False for a fence whose closing line was missing and has been added.
    """

    kind: BlockKind
    lines: tuple[str, ...]
    level: int = 0
    title: str = ""
    closed: bool = True

    @property
    def text(self) -> str:
        """The lines, joined."""
        return "\n".join(self.lines)


class Fences:
    """Follows code fences line by line."""

    def __init__(self) -> None:
        self.inside = False
        self._lead = self._ticks = ""

    def take(self, line: str) -> bool:
        """True if `line` belongs to a fence; its opening and closing lines do."""
        if self.inside and not self.interrupted_by(line):
            closing = _CLOSING.match(line)
            self.inside = not (closing and closing[1].startswith(self._ticks))
            return True
        opening = _opening(line)
        self.inside = opening is not None
        if opening:
            self._lead, self._ticks = opening["lead"], opening["ticks"]
        return self.inside

    def interrupted_by(self, line: str) -> bool:
        """True if the open fence stands in a quotation, and `line` no longer does."""
        return ">" in self._lead and not line.lstrip().startswith(">")

    def closing_line(self) -> str:
        """The line that closes the fence that was opened last."""
        return re.sub(r"[^\s>]", " ", self._lead) + self._ticks


def opens_fence(line: str) -> bool:
    """True if `line`, standing outside a fence, opens one."""
    return _opening(line) is not None


def _opening(line: str) -> re.Match[str] | None:
    match = _FENCE.match(line)
    # What follows backticks must hold none: "``` x ```" is code within a line.
    return None if match and match["ticks"][0] == "`" and "`" in match["info"] else match


def blocks(text: str) -> Iterator[Block]:
    """The blocks of `text` in order. Deterministic; linear in the length of `text`."""
    lines = text.split("\n")
    paragraph: list[str] = []
    index = 0
    while index < len(lines):
        block, end = _block_at(lines, index, paragraph)
        if block is None:
            if lines[index].strip():
                paragraph.append(lines[index])
            elif paragraph:
                yield Block("text", tuple(paragraph))
                paragraph = []
            index += 1
            continue
        if block.kind == "table" or (block.kind == "heading" and len(block.lines) == 2):
            paragraph.pop()  # the line above was the table's header, or the heading's text
        if paragraph:
            yield Block("text", tuple(paragraph))
            paragraph = []
        yield block
        index = end
    if paragraph:
        yield Block("text", tuple(paragraph))


def _block_at(lines: list[str], index: int, paragraph: list[str]) -> tuple[Block | None, int]:
    """The block that line `index` begins (a table or underlined heading: completes) and the index after it; None for a line of text."""
    line = lines[index]
    fences = Fences()
    if fences.take(line):
        end = index + 1
        while fences.inside and end < len(lines) and not fences.interrupted_by(lines[end]):
            fences.take(lines[end])
            end += 1
        if fences.inside:
            return Block("fence", (*lines[index:end], fences.closing_line()), closed=False), end
        return Block("fence", tuple(lines[index:end])), end
    formula_end = _formula_end(lines, index)
    if formula_end:
        return Block("formula", tuple(lines[index:formula_end])), formula_end
    heading = _ATX.match(line) or _TIGHT_ATX.match(line)
    if heading:
        return Block("heading", (line,), len(heading["marks"]), _without_closing_marks(heading["title"] or "")), index + 1
    underline = _UNDERLINE.match(line)
    if underline and len(paragraph) == 1 and len(paragraph[0]) <= 80 and not _NO_TITLE.search(paragraph[0].rstrip()):
        return Block("heading", (paragraph[0], line), 1 if underline[1][0] == "=" else 2, paragraph[0].strip()), index + 1
    if _RULE.match(line):
        return Block("rule", (line,)), index + 1
    if paragraph and "|" in line and "|" in paragraph[-1] and _DELIMITER_ROW.match(line):
        end = index + 1
        while end < len(lines) and "|" in lines[end] and not opens_fence(lines[end]):
            end += 1
        return Block("table", (paragraph[-1], *lines[index:end])), end
    return None, index + 1


def _without_closing_marks(title: str) -> str:
    """`标题 ##` -> `标题`; the marks of `C#` stay."""
    title = title.strip()
    bare = title.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else title


def _formula_end(lines: list[str], index: int) -> int | None:
    """The index after the display formula that line `index` opens; None if it opens none, or closes it itself, or nothing closes it."""
    line = lines[index].lstrip(" \t>")
    if line.startswith("$$") and line.count("$$") % 2:
        closing = "$$"
    elif line.startswith("\\[") and "\\]" not in line:
        closing = "\\]"
    elif (environment := _ENVIRONMENT.match(line)) and f"\\end{{{environment[1]}}}" not in line:
        closing = f"\\end{{{environment[1]}}}"
    else:
        return None
    for end in range(index + 1, min(len(lines), index + _LONGEST_FORMULA)):
        if opens_fence(lines[end]) or _ATX.match(lines[end]):
            return None  # a stray mark must not swallow the chapters after it
        if closing in lines[end]:
            return end + 1
    return None
