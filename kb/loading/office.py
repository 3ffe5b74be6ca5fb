"""DOCX, PPTX and HTML -> Markdown with markitdown, then the way of Markdown. A slide is a page."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

from kb.loading.document import Document, Progress
from kb.loading.encoding import decode
from kb.loading.errors import LoadingFailed
from kb.loading.limits import MEGABYTE, LoadingLimits
from kb.loading.markdown import fragment, parse
from kb.passages import Section

_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""The container of Office before 2007, and of any password-protected Office file."""
_MAIN_PART = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml"}
_SLIDE = re.compile(r"^<!-- Slide number: (\d+) -->$", re.MULTILINE)
_SLIDE_TITLE = re.compile(r"\A\s*# (?P<title>[^\n]+)\n?")
_NOTES = re.compile(r"^### Notes:$", re.MULTILINE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset[ ]*=[ ]*[\"']?(?P<name>[\w-]+)", re.IGNORECASE)

_UNESCAPED = {"escape_asterisks": False, "escape_underscores": False}
"""markdownify's escapes are for a Markdown renderer; in a chat and in the index they would stand as backslashes, in formulas break them."""


def load_docx(path: Path, title: str | None, limits: LoadingLimits) -> Document:
    """Read a Word document.

    Raises:
        LoadingFailed: it is encrypted, of the old format, broken, or unpacks to more than `limits.memory_mb`.
    """
    _check_package(path, limits)
    with path.open("rb") as stream:
        markdown, _ = _converted("docx", stream, ".docx")
    document = parse(markdown, title, path.stem)
    return _not_empty(Document(document.title, "docx", document.sections, warnings=document.warnings))


def load_pptx(path: Path, title: str | None, limits: LoadingLimits, progress: Progress) -> Document:
    """Read slides; each is a section with its number as page, its title as heading.

    Raises:
        LoadingFailed: as for `load_docx`, or there are more slides than `limits.pages`.
    """
    slides = _check_package(path, limits)
    if slides > limits.pages:
        raise limits.exceeded("pages", f"这份 PPT 有 {slides} 页")
    with path.open("rb") as stream:
        markdown, _ = _converted("pptx", stream, ".pptx")
    title = title or path.stem
    parts = _SLIDE.split(markdown.replace("\r", "\n").replace("\v", " "))
    sections: list[Section] = []
    for number, content in zip(parts[1::2], parts[2::2], strict=True):
        heading = _SLIDE_TITLE.match(content)
        name = " ".join(heading["title"].split()) if heading else ""
        body = fragment(_NOTES.sub("备注：", content[heading.end() if heading else 0 :]))
        if name or body:
            sections.append(Section((title, name) if name and name != title else (title,), body, page=int(number)))
        progress(int(number), len(parts) // 2)
    return _not_empty(Document(title, "pptx", sections, pages=len(parts) // 2))


def load_html(path: Path, title: str | None) -> Document:
    """Read a web page that was saved.

    Raises:
        LoadingFailed: it is empty or no text.
    """
    data = path.read_bytes()
    declared = _CHARSET.search(data[:4096])
    warnings: list[str] = []
    try:
        encoding = declared["name"].decode("ascii").lower() if declared else ""
        text = data.decode("gb18030" if encoding in ("gb2312", "gbk") else encoding)
    except (LookupError, UnicodeDecodeError):  # nothing declared, or a false declaration
        text, warnings = decode(data)
    markdown, own_title = _converted("html", io.BytesIO(text.encode("utf-8", "replace")), ".html")
    document = parse(markdown, title, " ".join((own_title or "").split()) or path.stem)
    return _not_empty(Document(document.title, "html", document.sections, warnings=warnings + document.warnings))


def _converted(converter: str, stream: BinaryIO, suffix: str) -> tuple[str, str | None]:
    """Markdown and the document's own title, by markitdown's converter of that name."""
    # The converters themselves: `MarkItDown()` would load a model that guesses file types.
    from markitdown import StreamInfo
    from markitdown.converters import DocxConverter, HtmlConverter, PptxConverter

    classes = {"docx": DocxConverter, "pptx": PptxConverter, "html": HtmlConverter}
    try:
        result = classes[converter]().convert(stream, StreamInfo(extension=suffix, charset="utf-8"), **_UNESCAPED)
    except MemoryError:
        raise
    except Exception as error:  # a broken file makes the libraries raise whatever they stumble over
        raise LoadingFailed("这个文件打不开，可能已经损坏。", "请用 Office 或 WPS 打开后另存一份再传。") from error
    return result.markdown.replace("\r\n", "\n"), result.title


def _check_package(path: Path, limits: LoadingLimits) -> int:
    """Refuse what need not be opened; the number of slides it holds.

    Raises:
        LoadingFailed: no package of its kind, or a zip bomb by its own declaration. One that lies is stopped by the memory bound.
    """
    with path.open("rb") as stream:
        if stream.read(4) == _OLD_OR_ENCRYPTED:
            raise LoadingFailed(
                "这个文件加了密码，或者其实是旧版的 .doc / .ppt。", "请去掉密码，用新版 Office 或 WPS 另存成 .docx / .pptx 再传。"
            )
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise LoadingFailed("这个文件打不开，可能已经损坏或没有下载完整。", "请重新下载，或用 Office、WPS 另存一份再传。") from error
    names = [member.filename for member in members]
    if _MAIN_PART[path.suffix.lower()] not in names:
        raise LoadingFailed(f"这个文件里没有 {path.suffix.lower()} 文档该有的内容。", "请确认后缀没有改过，或用 Office、WPS 另存一份再传。")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.memory_mb * MEGABYTE:
        raise limits.exceeded("memory_mb", f"这个文件解压后有 {unpacked // MEGABYTE} MB")
    return sum(1 for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))


def _not_empty(document: Document) -> Document:
    if not any(section.text.strip() for section in document.sections):
        raise LoadingFailed("这个文件里没有读到文字。", "如果内容都是图片，请导出成 PDF 或图片再传（需要 OCR 组件）。")
    return document
