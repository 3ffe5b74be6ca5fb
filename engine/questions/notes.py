"""The headings of an exam's notes: which knowledge point each one teaches, and whether anchors and links hold.

Splitting and indexing the notes is the knowledge base's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from engine.exams import Exam
from engine.questions.faults import Fault

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(?P<title>.*?)\s*(?:\{#(?P<anchor>[^}]*)\})?\s*#*\s*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(\s*<?(?P<target>[^)\s>]*)>?[^)]*\)")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a note: its place, its anchor (`{#os.memory.paging}`) if it has one, and whether text follows before the next."""

    path: Path
    line: int
    title: str
    anchor: str | None
    has_text: bool


@dataclass(frozen=True, slots=True)
class _Link:
    path: Path
    line: int
    target: str


def headings(exam: Exam) -> list[Heading]:
    """Every heading of the exam's notes, in the order of the files."""
    return [item for path in exam.notes for item in _read(path) if isinstance(item, Heading)]


def points_with_notes(exam: Exam) -> frozenset[str]:
    """The knowledge points that some note explains: a heading with the point's anchor and text below it."""
    return frozenset(heading.anchor for heading in headings(exam) if heading.anchor in exam.points and heading.has_text and heading.anchor)


def note_faults(exam: Exam) -> Iterator[Fault]:
    """Points without a note, anchors that are no point or stand twice, headings without text, links that lead nowhere."""
    anchors: dict[str, Heading] = {}
    links: list[_Link] = []
    for path in exam.notes:
        for item in _read(path):
            if isinstance(item, Fault):
                yield item
            elif isinstance(item, _Link):
                links.append(item)
            elif item.anchor is not None:
                yield from _anchor_faults(exam, item, anchors)
    for point in exam.points.values():
        if point.id not in anchors:
            message = f"知识点“{point.name}”没有笔记"
            yield Fault(exam.folder / "notes", None, point.id, message, f"一个标题，如 ## {point.name} {{#{point.id}}}")
    for link in links:
        yield from _link_faults(link, anchors.keys() | exam.points.keys())  # a point without a note has its fault already


def _anchor_faults(exam: Exam, heading: Heading, anchors: dict[str, Heading]) -> Iterator[Fault]:
    anchor = heading.anchor or ""
    if anchor not in exam.points:
        yield Fault(heading.path, heading.line, "anchor", f"{{#{anchor}}} 不是知识点", "exam.toml 里的知识点 id")
    elif not heading.has_text:
        yield Fault(heading.path, heading.line, "anchor", f"“{heading.title}”下面没有正文", "这个知识点的讲解")
    first = anchors.setdefault(anchor, heading)
    if first is not heading:
        message = f"{{#{anchor}}} 在 {first.path.name} 第 {first.line} 行已经有了"
        yield Fault(heading.path, heading.line, "anchor", message, "一个知识点一个标题")


def _link_faults(link: _Link, anchors: Set[str]) -> Iterator[Fault]:
    target, _, anchor = unquote(link.target).partition("#")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target):  # another site
        return
    if target and not (link.path.parent / target).is_file():
        yield Fault(link.path, link.line, "link", f"链接到的文件 {target} 不存在", "相对于这份笔记的文件路径")
    elif anchor and anchor not in anchors:
        yield Fault(link.path, link.line, "link", f"链接到的 #{anchor} 不存在", "某个标题的 {#锚}")


def _read(path: Path) -> Iterator[Heading | _Link | Fault]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        yield Fault(path, None, "", f"读不了：{error}", "UTF-8 编码的 Markdown")
        return
    fence = ""
    open_heading: tuple[int, str, str | None] | None = None
    has_text = False
    for number, line in enumerate(lines, start=1):
        marker = _FENCE.match(line)
        if marker and not fence:
            fence = marker[1]
            has_text = True
            continue
        if fence:
            closing = line.strip()
            if marker and closing.startswith(fence) and not closing.strip(fence[0]):
                fence = ""
            continue
        heading = _HEADING.match(line)
        if heading:
            if open_heading is not None:
                yield Heading(path, *open_heading, has_text)
            anchor = heading["anchor"]
            open_heading, has_text = (number, heading["title"], anchor.strip() if anchor is not None else None), False
        elif line.strip():
            has_text = True
        for link in _LINK.finditer(_CODE_SPAN.sub("", line)):
            yield _Link(path, number, link["target"])
    if open_heading is not None:
        yield Heading(path, *open_heading, has_text)
