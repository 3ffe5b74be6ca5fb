"""Markdown -> sections: headings become the path, a heading's `{#id}` becomes the anchor.

What only a web page can show is turned into what reads well in a chat: pictures become their captions, admonitions and tabs lose their
indentation, HTML tags, comments and front matter go. Code and formulas are left alone. HTML, DOCX and PPTX come this way too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.loading.blocks import Block, Fences, blocks
from kb.loading.document import Document
from kb.loading.encoding import decode
from kb.loading.inline import clean
from kb.passages import Section

_FRONT_MATTER = re.compile(r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>(?:.*\n){0,200}?)(?P=mark)[ \t]*(?:\n|\Z)")
_FRONT_MATTER_LINE = re.compile(r"[ \t]*$|[ \t]+\S|[\w-]+[ \t]*[:=]|-[ \t]|#")
_FRONT_MATTER_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(?P<title>.+)$", re.MULTILINE)

_REMOVED_SPANS = {
    "<!--": re.compile("-->"),
    "<style": re.compile("</style[ ]*>", re.IGNORECASE),
    "<script": re.compile("</script[ ]*>", re.IGNORECASE),
}
_SPAN_OPENING = re.compile("|".join([r"``(?:[^`]|`(?!`))+``", r"`[^`]+`", *map(re.escape, _REMOVED_SPANS)]), re.IGNORECASE)

_ADMONITION = re.compile(r'^[ ]*(?:!!!|\?\?\?\+?)[ ]+(?P<kind>[A-Za-z-]+)(?:[ ]+[A-Za-z-]+)*[ ]*(?:"(?P<title>.*)")?[ ]*$')
_TAB = re.compile(r'^[ ]*===[!+]?[ ]+"(?P<title>.*)"[ ]*$')
_COLON_CONTAINER = re.compile(r"^[ ]*:{3,}[ ]*(?P<kind>[A-Za-z]+)\b[ ]*(?P<title>.*)$")
_COLON_CLOSING = re.compile(r"^[ ]*:{3,}[ ]*$")
_ALERT = re.compile(r"^(?P<lead>[ ]*>[ ]*)\[!(?P<kind>[A-Za-z]+)\][ ]*$")
_KINDS = {
    "abstract": "概要", "summary": "概要", "note": "说明", "info": "说明", "tip": "提示", "hint": "提示", "important": "重要",
    "warning": "注意", "caution": "注意", "attention": "注意", "danger": "警告", "error": "警告", "question": "问题", "faq": "问题",
    "example": "例", "quote": "引用", "cite": "引用", "success": "答案", "details": "", "todo": "待办", "bug": "问题", "failure": "错误",
}  # fmt: skip
"""What a container without a title of its own is called."""

_HTML_HEADING = re.compile(r"^[ ]*<h(?P<level>[1-6])\b[^>]*>(?P<title>.*)</h(?P=level)>[ ]*(?:<br[ ]*/?>)?[ ]*$", re.IGNORECASE)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<list>(?:(?:[#.][^\s{}]+|-|[\w-]+=(?:\"[^\"{}]*\"|[^\s{}\"]+))[ \t]*)+)\}[ \t]*$")
_EMPHASIS = re.compile(r"(\*{1,3}|__)(?=\S)(.+?)(?<=\S)\1")
_INCLUDE = re.compile(
    r"^[ \t]*(?:;?-+8<-+|\{\{[ ]?#(?:include|rustdoc_include|playground)\b|\{%-?[ ]*include\b|!include\b|<<<[ ]*[@./]|@import[ ]+\""
    r"|\[file\]\{)"
)
_CONTENTS_ENTRY = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[.*\]\(#.*\)[ \t]*$")
_CONTENTS_MARK = re.compile(r"^[ \t]*(?:\[TOC\]|\[\[toc\]\]|\{:.*\}|@\[toc\].*)[ \t]*$", re.IGNORECASE)


def load_markdown(path: Path, title: str | None) -> Document:
    """Read a Markdown file.

    Raises:
        LoadingFailed: it is empty or no text.
    """
    text, warnings = decode(path.read_bytes())
    document = parse(text, title, path.stem)
    return Document(document.title, "markdown", document.sections, warnings=warnings + document.warnings)


def parse(text: str, title: str | None, fallback_title: str) -> Document:
    """The sections of a Markdown text. Every heading yields one, also where no text stands between it and the next.

    Args:
        text: with `\\n` as newlines.
        title: the book's title; None: the front matter's, or the first heading's if it is the only one of level 1, or `fallback_title`.
    """
    matter = _FRONT_MATTER.match(text)
    # A text may also open with a rule, and have another further down.
    if matter and all(_FRONT_MATTER_LINE.match(line) for line in matter["body"].split("\n")):
        text = text[matter.end() :]
        own_title = _FRONT_MATTER_TITLE.search(matter["body"])
        title = title or (own_title["title"].strip().strip("\"'") if own_title else None)
    warnings: list[str] = []
    cleaned = list(_cleaned(blocks("\n".join(_unwrap(_without_comments(text.split("\n"))))), warnings))
    top = [block for block in cleaned if block.level == 1]
    first = next((block for block in cleaned if block.level), None)
    if title is None and len(top) == 1 and first is top[0]:
        title = _heading(first)[0]
    title = title or fallback_title
    return Document(title, "markdown", _sections(cleaned, title, warnings), warnings=warnings)


def fragment(text: str) -> str:
    """Markdown that is a part of a section: cleaned like a file, headings not recognised."""
    lines = _unwrap(_without_comments(text.split("\n")))
    return "\n\n".join(block.text for block in _cleaned(blocks("\n".join(lines)), []))


def _sections(cleaned: Iterable[Block], title: str, warnings: list[str]) -> list[Section]:
    sections: list[Section] = []
    headings: list[tuple[int, str]] = []
    path: tuple[str, ...] = (title,)
    anchor: str | None = None
    body: list[str] = []
    anchors: set[str] = set()

    def finish() -> None:
        # The stretch before the first heading is no section unless it says something.
        if body or headings:
            sections.append(Section(path, "\n\n".join(body), anchor=anchor))

    for block in cleaned:
        if not block.level:
            body.append(block.text)
            continue
        finish()
        name, anchor = _heading(block)
        if anchor in anchors:
            warnings.append(f"标题的编号 {anchor} 出现了不止一次。")
        if anchor:
            anchors.add(anchor)
        while headings and headings[-1][0] >= block.level:
            headings.pop()
        headings.append((block.level, name))
        names = tuple(heading for _, heading in headings)
        path = names if names[0] == title else (title, *names)
        body = []
    finish()
    return sections


def _heading(block: Block) -> tuple[str, str | None]:
    """A heading's text without markup, and its id."""
    text, anchor = block.title, None
    attributes = _HEADING_ATTRIBUTES.search(text)
    if attributes:
        text = text[: attributes.start()]
        anchor = next((name[1:] for name in attributes["list"].split() if name.startswith("#")), None)
    text = _EMPHASIS.sub(r"\2", clean(text))
    return " ".join(text.replace("`", "").split()), anchor


def _cleaned(parsed: Iterable[Block], warnings: list[str]) -> Iterator[Block]:
    """The blocks as they are to be read; those of which nothing remains are left out."""
    includes = 0
    for block in parsed:
        if block.kind == "rule":
            continue
        if block.kind == "formula":
            yield block
        elif block.kind == "fence":
            if not block.closed:
                warnings.append(f"有一处代码块没有结束标记（{block.lines[0].strip()}），其后的内容都当作代码。")
            content = [line for line in block.lines[1:-1] if line.strip()]
            included = sum(1 for line in content if _INCLUDE.match(line))
            includes += included if included == len(content) else 0
            if included < len(content):
                yield block
        elif block.kind == "heading":
            if _heading(block)[0]:
                yield block
        else:
            includes += sum(1 for line in block.lines if _INCLUDE.match(line))
            lines = [line for line in block.lines if not _INCLUDE.match(line) and not _CONTENTS_MARK.match(line)]
            if len(lines) >= 3 and all(_CONTENTS_ENTRY.match(line) for line in lines):
                continue  # a table of contents that links into the page
            if block.kind == "table" and len(lines) > 2 and not lines[0].strip(" \t>|"):
                lines[:3] = [lines[2], lines[1]]  # Word's tables come with an empty header: the first row is meant
            text = clean("\n".join(lines), in_table=block.kind == "table")
            if text:
                yield Block(block.kind, tuple(text.split("\n")))
    if includes:
        warnings.append(f"有 {includes} 处引用了别的文件里的内容，没有读入。")


def _without_comments(lines: list[str]) -> Iterator[str]:
    """The lines without HTML comments, style sheets and scripts; those shown as code stay."""
    fences = Fences()
    closing: re.Pattern[str] | None = None
    # What is never closed hides nothing.
    last_closing = {
        mark: max(((number, match.start()) for number, line in enumerate(lines) for match in pattern.finditer(line)), default=(-1, 0))
        for mark, pattern in _REMOVED_SPANS.items()
    }
    for number, line in enumerate(lines):
        if closing is None and fences.take(line):
            yield line
            continue
        kept: list[str] = []
        position = 0
        changed = closing is not None
        while position < len(line):
            match = (closing or _SPAN_OPENING).search(line, position)
            if closing is not None:
                position = match.end() if match else len(line)
                closing = None if match else closing
                continue
            if match is None:
                kept.append(line[position:])
                break
            mark = match[0].lower()
            removed = mark in _REMOVED_SPANS and (number, match.end()) <= last_closing[mark]
            kept.append(line[position : match.start() if removed else match.end()])
            if removed:
                closing, changed = _REMOVED_SPANS[mark], True
            position = match.end()
        if not changed:
            yield line
        elif "".join(kept).strip():
            yield "".join(kept)
        elif closing is None:
            yield ""


def _unwrap(lines: Iterable[str]) -> Iterator[str]:
    """The lines with containers opened: the title of an admonition or tab in bold, its body without the indentation."""
    fences = Fences()
    depths: list[int] = []
    colons = 0
    for raw in lines:
        text = raw.lstrip(" \t")
        line = raw[: len(raw) - len(text)].expandtabs(4) + text if depths else raw
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            while depths and indent < depths[-1]:
                depths.pop()
                fences.inside = False
                yield ""
        shift = 4 * len(depths)
        line = line[min(shift, indent) :]
        if fences.take(line):
            yield line
            continue
        container = _ADMONITION.match(line) or _TAB.match(line)
        if container:
            depths.append(indent + 4)
            yield from _container_title(container, line[: indent - shift])
            continue
        colon_container = _COLON_CONTAINER.match(line)
        if colon_container and colon_container["kind"].lower() in _KINDS:
            colons += 1
            yield from _container_title(colon_container, "")
            continue
        if colons and _COLON_CLOSING.match(line):
            colons -= 1
            yield ""
            continue
        alert = _ALERT.match(line)
        if alert and alert["kind"].lower() in _KINDS:
            yield f"{alert['lead']}**{_KINDS[alert['kind'].lower()]}**"
            continue
        heading = _HTML_HEADING.match(line)
        yield f"{'#' * int(heading['level'])} {heading['title']}" if heading else line


def _container_title(container: re.Match[str], lead: str) -> Iterator[str]:
    groups = container.groupdict()
    title = (groups["title"] or "").strip().strip("[]") or _KINDS.get((groups.get("kind") or "").lower(), "")
    yield ""
    if title and not re.fullmatch(r"<\d+>", title):  # the pictures of an animation are tabs called <1>, <2>, ...
        yield f"{lead}**{title}**"
        yield ""
