"""Plain text -> sections. Only what can hardly be anything else counts as a heading: `第一章 ……`, `第三节 ……`, `1.2 ……` and `一、……`,
short and on a line of their own.
"""

from __future__ import annotations

import re
from pathlib import Path

from kb.loading.document import Document
from kb.loading.encoding import decode
from kb.passages import Section

_LONGEST_HEADING = 40  # characters
_NUMBER = r"(?:[0-9]{1,3}|[零〇一二三四五六七八九十百]{1,5})"
_CHAPTER = re.compile(rf"^第[ ]?{_NUMBER}[ ]?(?P<unit>[编卷篇章讲节]|部分|单元)(?:[ \u3000:：、.]+(?P<title>\S.*))?$")
_LEVELS = {"编": 1, "卷": 1, "部分": 1, "篇": 1, "章": 2, "讲": 2, "单元": 2, "节": 3}
# A unit of measure or a word that goes on from the number makes `1.5 GHz` or `3.14 是圆周率` a sentence: a heading is numbered and
# stands after a blank line.
_NUMBERED = re.compile(r"^(?P<number>[1-9]\d?(?:\.\d{1,2}){1,3})[.、]?[ \u3000]+(?P<title>[\u4e00-\u9fffA-Za-z].*)$")
_ENUMERATED = re.compile(r"^[一二三四五六七八九十]{1,3}、[ ]?(?P<title>[\u4e00-\u9fffA-Za-z].*)$")
_ENUMERATED_LEVEL = 4
_SENTENCE = re.compile(r"[。！？!?；;，,：:…]$|[。！？；]|[.·…]{3,}")


def load_text(path: Path, title: str | None) -> Document:
    """Read a plain text file; its title is `title` or the file's name.

    Raises:
        LoadingFailed: it is empty or no text.
    """
    text, warnings = decode(path.read_bytes())
    title = title or path.stem
    return Document(title, "text", sections(text, title), warnings=warnings)


def sections(text: str, title: str) -> list[Section]:
    """The sections of a plain text, one for each heading and one for what stands before the first."""
    found: list[Section] = []
    path: tuple[str, ...] = (title,)
    headings: list[tuple[int, str]] = []
    body: list[str] = []
    after_break = True

    def finish() -> None:
        content = "\n".join(body).strip("\n")
        if content.strip() or headings:
            found.append(Section(path, content))

    for line in text.split("\n"):
        level = _level(line.strip(), after_break)
        if level:
            finish()
            body = []
            while headings and headings[-1][0] >= level:
                headings.pop()
            headings.append((level, " ".join(line.split())))
            path = (title, *(heading for _, heading in headings))
        else:
            body.append(line.rstrip())
        after_break = bool(level) or not line.strip()
    finish()
    return found


def _level(line: str, after_break: bool) -> int:
    """The level of a heading, 1 the highest; 0 for any other line."""
    if not line or len(line) > _LONGEST_HEADING or _SENTENCE.search(line):
        return 0
    chapter = _CHAPTER.match(line)
    if chapter:
        return _LEVELS[chapter["unit"]]
    if not after_break:
        return 0
    if _ENUMERATED.match(line):
        return _ENUMERATED_LEVEL
    numbered = _NUMBERED.match(line)
    return _ENUMERATED_LEVEL + numbered["number"].count(".") if numbered else 0
