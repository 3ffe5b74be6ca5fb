"""PDF -> sections, through PDFium. The outline gives the path; a section begins where its heading is found on its page, otherwise at the
top of that page. Without an outline each page is a section of the book. Pages without text are scans: `kb.loading.ocr` reads them.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from kb.loading import ocr
from kb.loading.document import Document, Progress
from kb.loading.errors import LoadingFailed
from kb.loading.layout import CJK, Line, Paragraph, paragraphs, whole_lines, without_furniture
from kb.loading.limits import LoadingLimits
from kb.passages import Section

_SHARE_FOR_SCANS = 0.7
"""Of the time a file may take: recognising a page takes seconds, and a book's first hundred pages are better than an error."""
_SCAN_SCALE = 200 / 72
"""200 dots per inch: below, small print is misread; above, only time is lost."""
_LARGEST_SCAN = 4000
"""Pixels of the longer side, for pages that claim to be posters."""
_LEAST_TEXT = 8
"""Characters; a scan often has a stamped page number and nothing else as text."""

_COMPATIBILITY = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0001d400-\U0001d7ff]")
"""Kangxi radicals and compatibility ideographs, which stand for common characters in many Chinese PDFs; ligatures, mathematical letters."""
_SYMBOL_BULLET = re.compile(r"[\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8\uf0fc]")
"""Bullets of the Symbol and Wingdings fonts."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u200c\u2060\ufeff\ufffe]")
_DIVIDED = "\ufffe"
"""What PDFium puts in place of hyphen and line end where a word is divided."""
_LINE = re.compile(rf"(?P<text>[^\r{_DIVIDED}]*)(?P<end>\r\n|{_DIVIDED}|\r|\Z)", re.DOTALL)
_SPREAD = re.compile(rf"(?<=[{CJK}])[ ](?=[{CJK}])")
_PAIR = re.compile(rf"(?<=[{CJK}])[ ]?(?=[{CJK}])")
_NUMBERING = re.compile(
    r"^(?:第[0-9零一二三四五六七八九十百]+[章节篇部编讲卷]|(?:chapter|section|part)?[0-9]+|[一二三四五六七八九十]{1,3}(?=..))"
)
_NO_TITLE = re.compile(
    r"^$|\.(?:docx?|pptx?|pdf|tex|dvi|indd|qxd|wps)$|^(?:microsoft|untitled|powerpoint|无标题|幻灯片|文档|doc(?:ument)?)\b", re.IGNORECASE
)
"""What word processors put where the title belongs."""
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the outline: where it stands in the tree, and its page, from 1."""

    path: tuple[str, ...]
    page: int


def load_pdf(path: Path, title: str | None, limits: LoadingLimits, progress: Progress) -> Document:
    """Read a PDF.

    Raises:
        LoadingFailed: it is encrypted, broken, has no page or too many, or nothing could be read from it.
    """
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise LoadingFailed("这份 PDF 加了密码，打不开。", "请去掉密码另存一份再传。") from error
        raise LoadingFailed("这份 PDF 打不开：可能已经损坏、没有下载完整，或者一页也没有。", "请重新下载或另存一份再传。") from error
    try:
        count = len(pdf)
        if count > limits.pages:
            raise limits.exceeded("pages", f"这份 PDF 有 {count} 页")
        own_title = _normalised(pdf.get_metadata_value("Title") or "")
        title = title or (path.stem if _NO_TITLE.search(own_title) else own_title)
        pages, warnings = _read(pdf, progress, time.monotonic() + _SHARE_FOR_SCANS * limits.seconds)
        entries = _outline(pdf, title)
    finally:
        pdf.close()
    bare = without_furniture(pages)
    # A page or two of nothing but repetition: better a heading too many than an empty book.
    lines = [line for page in (bare if any(bare) else pages) for line in page]
    return Document(title, "pdf", _sections(lines, entries, title), count, warnings)


def _read(pdf: pypdfium2.PdfDocument, progress: Progress, scans_until: float) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page, and warnings about pages that gave none. Scans are read until `time.monotonic()` is `scans_until`."""
    count = len(pdf)
    pages: list[list[Line]] = []
    reader: ocr.Reader | None = None
    can_read_scans = ocr.available()
    recognised: list[int] = []
    skipped: list[int] = []
    broken: list[int] = []
    for index in range(count):
        lines: list[Line] = []
        try:
            page = pdf[index]
            lines = list(whole_lines(_lines(page, index + 1)))
            if _is_scan(page, lines):
                if not can_read_scans or time.monotonic() > scans_until:
                    skipped.append(index + 1)
                else:
                    recognised.append(index + 1)
                    reader = reader or ocr.Reader()
                    scale = min(_SCAN_SCALE, _LARGEST_SCAN / max(*page.get_size(), 1.0))
                    lines = reader.lines(page.render(scale=scale).to_numpy(), index + 1, scale)
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(index + 1)
        pages.append(lines)
        progress(index + 1, count)
    if not any(pages):
        if skipped and not can_read_scans:
            raise LoadingFailed(
                f"这份 PDF 没有文字，{len(skipped)} 页都是扫描的图片，而认字的 OCR 组件没有安装。",
                f"安装方法：{ocr.INSTALL}，装好后重启再传一次。",
            )
        raise LoadingFailed("这份 PDF 里没有读到文字。", "请确认它不是空白或损坏的，或换一份带文字的版本。")
    warnings = []
    if recognised:
        warnings.append(f"有 {len(recognised)} 页是扫描的图片，文字由识别得来，可能有错字。")
    if skipped:
        why = "识别来不及，要读它们可以调大设置 loading.seconds" if can_read_scans else f"要读它们请安装 OCR 组件：{ocr.INSTALL}"
        warnings.append(f"有 {len(skipped)} 页是扫描的图片，已跳过（{_numbers(skipped)}）。{why}，再重新添加。")
    if broken:
        warnings.append(f"有 {len(broken)} 页损坏读不出，已跳过（{_numbers(broken)}）。")
    return pages, warnings


def _numbers(pages: Sequence[int]) -> str:
    shown = "、".join(str(page) for page in pages[:8])
    return f"第 {shown} 页" + ("等" if len(pages) > 8 else "")


def _is_scan(page: pypdfium2.PdfPage, lines: Sequence[Line]) -> bool:
    """True for a page with next to no usable text that shows a picture; a blank page is none."""
    text = "".join(line.text for line in lines)
    usable = sum(1 for char in text if char != "\ufffd" and not "\ue000" <= char <= "\uf8ff" and not char.isspace())
    if usable >= _LEAST_TEXT and usable >= 0.7 * len(text.replace(" ", "")):
        return False
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page as PDFium orders them."""
    height = page.get_height() or 1.0
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    start = 0  # in UTF-16 units, as PDFium counts
    for match in _LINE.finditer(text):
        whole, divided = match["text"], match["end"] == _DIVIDED
        stripped = whole.strip()
        cleaned = _normalised(stripped)
        if cleaned:
            first = start + _units(whole[: len(whole) - len(whole.lstrip())])
            last = start + _units(whole.rstrip()) - 1
            boxes = [_box(text_page, first), _box(text_page, last)]
            yield Line(
                cleaned + "-" if divided else cleaned,
                number,
                left=min(box[0] for box in boxes),
                right=max(box[2] for box in boxes),
                bottom=min(box[1] for box in boxes),
                top=max(box[3] for box in boxes),
                page_height=height,
            )
        start += _units(match[0])
    text_page.close()


def _units(text: str) -> int:
    return len(text) + sum(1 for char in text if char > "\uffff")


def _box(text_page: pypdfium2.PdfTextPage, text_index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a character; PDFium's text leaves out characters that its boxes count.

    The glyph's own box, unless it has none: where a font is not embedded and this system's substitute lacks the character, it is flat.
    Then it stands on its baseline, as high as the font's size.
    """
    index = max(raw.FPDFText_GetCharIndexFromTextIndex(text_page, text_index), 0)
    box: tuple[float, float, float, float] = text_page.get_charbox(index)
    loose: tuple[float, float, float, float] = text_page.get_charbox(index, loose=True)
    height = loose[3] - loose[1]
    return box if box[3] - box[1] > _FLAT * height else (loose[0], box[1], loose[2], box[1] + height)


_FLAT = 0.1
"""Of the font's height: no character is so low, but a dash or a full stop, whose loose box does as well."""


def _normalised(text: str) -> str:
    text = _COMPATIBILITY.sub(lambda match: unicodedata.normalize("NFKC", match[0]), _INVISIBLE.sub("", text))
    text = _SYMBOL_BULLET.sub("•", text.replace("\xa0", " ")).strip()
    # Widely set headings come with a space between all characters; a single space may part the columns of a table.
    pairs = len(_PAIR.findall(text))
    if pairs >= 2 and len(_SPREAD.findall(text)) > 0.6 * pairs:
        text = _SPREAD.sub("", text)
    return text


def _outline(pdf: pypdfium2.PdfDocument, title: str) -> list[_Entry]:
    """The outline in page order; an entry that leads nowhere takes the page of what follows it in the tree."""
    found: list[tuple[tuple[str, ...], int | None]] = []
    names: list[str] = []
    for bookmark in pdf.get_toc():
        name = " ".join(_normalised(bookmark.get_title()).split())
        del names[bookmark.level :]
        names.append(name or "…")
        destination = bookmark.get_dest()
        page = destination.get_index() if destination else None
        path = tuple(names) if names[0] == title else (title, *names)
        found.append((path, page + 1 if page is not None and page < len(pdf) else None))
    entries: list[_Entry] = []
    following: int | None = None
    for path, page in reversed(found):
        following = page or following
        if following:
            entries.append(_Entry(path, following))
    entries.reverse()
    entries.sort(key=lambda entry: entry.page)  # stable: entries of a page stay in the order of the tree
    return entries


def _sections(lines: Sequence[Line], entries: Sequence[_Entry], title: str) -> list[Section]:
    """The lines cut where entries begin; each stretch as one section a page."""
    sections: list[Section] = []
    path: tuple[str, ...] = (title,)
    start = 0
    for entry, begins, ends in _cuts(lines, entries):
        sections += _by_page(path, paragraphs(lines[start:begins]))
        path, start = entry.path, ends
    return sections + _by_page(path, paragraphs(lines[start:]))


def _cuts(lines: Sequence[Line], entries: Sequence[_Entry]) -> Iterator[tuple[_Entry, int, int]]:
    """For each entry the index of its heading's first line and of the line after it; the same twice where the heading was not found."""
    first_on: dict[int, int] = {}
    for index, line in enumerate(lines):
        first_on.setdefault(line.page, index)
    position = 0
    for entry in entries:
        top = next((first_on[page] for page in range(entry.page, (lines[-1].page if lines else 0) + 1) if page in first_on), len(lines))
        position = max(position, top)
        found = _find_heading(lines, position, entry)
        begins, position = found or (position, position)
        yield entry, begins, position


def _find_heading(lines: Sequence[Line], start: int, entry: _Entry) -> tuple[int, int] | None:
    wanted = _key(entry.path[-1])
    bare = _NUMBERING.sub("", wanted)
    index = start
    while wanted and index < len(lines) and lines[index].page == entry.page:
        joined = ""
        for end in range(index, min(index + 3, len(lines))):
            joined += _key(lines[end].text)
            if joined == wanted or (bare and _NUMBERING.sub("", joined) == bare):
                return index, end + 1
            if len(joined) > len(wanted) + 8:
                break
        index += 1
    return None


def _key(text: str) -> str:
    """A heading as it can be compared: letters and digits only."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _by_page(path: tuple[str, ...], found: Sequence[Paragraph]) -> list[Section]:
    pages: dict[int, list[str]] = {}
    for paragraph in found:
        parts = pages.setdefault(paragraph.page, [])
        if parts:
            parts.append("\n" if paragraph.tight else "\n\n")
        parts.append(paragraph.text)
    return [Section(path, "".join(parts), page=page) for page, parts in pages.items()]
