"""Loading: a file -> sections. One module a format; each is imported when a file of its kind is read, so that a Markdown file costs little.

`load` reads in this process and can be made to hang or to fill the memory by a hostile file: what comes from others goes through
`kb.loading.process.load_in_child`. Cutting sections into passages is `kb.splitting`'s.
"""

from __future__ import annotations

from pathlib import Path

from kb.loading.document import Document, Progress
from kb.loading.errors import LoadingFailed
from kb.loading.limits import DEFAULT_LIMITS, MEGABYTE, LoadingLimits

_FORMATS = {
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
    "pdf": (".pdf",),
    "docx": (".docx",),
    "pptx": (".pptx",),
    "html": (".html", ".htm"),
    "image": (".png", ".jpg", ".jpeg", ".webp", ".bmp"),
}
_FORMAT_OF = {suffix: name for name, suffixes in _FORMATS.items() for suffix in suffixes}

SUPPORTED_SUFFIXES = frozenset(_FORMAT_OF)
"""Lower case, with the dot."""

__all__ = ["DEFAULT_LIMITS", "SUPPORTED_SUFFIXES", "Document", "LoadingFailed", "LoadingLimits", "Progress", "load"]


def load(path: Path, title: str | None = None, limits: LoadingLimits = DEFAULT_LIMITS, progress: Progress | None = None) -> Document:
    """Read a file, in this process.

    Args:
        title: of the book, first in every section's path; None: the document's own title, or the file's name.
        limits: `file_mb` and `pages` are checked here; `seconds` and `memory_mb` only by `load_in_child`.
        progress: called after each page where a format has pages.

    Raises:
        LoadingFailed: nothing of the file can be used; the message says why, in Chinese.
    """
    name = _FORMAT_OF.get(path.suffix.lower())
    if name is None:
        raise LoadingFailed(
            f"还不会读 {path.suffix or '没有后缀的'} 文件。",
            f"能读的有：{'、'.join(_FORMAT_OF)}；旧版 Office 文件请另存成 .docx 或 .pptx。",
        )
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileNotFoundError(path)
    except OSError as error:
        raise LoadingFailed("找不到这个文件，或没有权限读它。", "请检查路径和权限后再试。") from error
    if size == 0:
        raise LoadingFailed("这个文件是空的。", "请检查文件后再传一次。")
    if size > limits.file_mb * MEGABYTE:
        raise limits.exceeded("file_mb", f"这个文件有 {size / MEGABYTE:.1f} MB")
    try:
        return _load(name, path, " ".join((title or "").split()) or None, limits, progress or (lambda done, total: None))
    except PermissionError as error:
        raise LoadingFailed("没有权限读这个文件。", "请检查文件的权限后再试。") from error


def _load(name: str, path: Path, title: str | None, limits: LoadingLimits, progress: Progress) -> Document:
    if name == "markdown":
        from kb.loading.markdown import load_markdown

        return load_markdown(path, title)
    if name == "text":
        from kb.loading.text import load_text

        return load_text(path, title)
    if name == "pdf":
        from kb.loading.pdf import load_pdf

        return load_pdf(path, title, limits, progress)
    if name == "image":
        from kb.loading.ocr import load_image

        return load_image(path, title)

    from kb.loading import office

    if name == "docx":
        return office.load_docx(path, title, limits)
    if name == "pptx":
        return office.load_pptx(path, title, limits, progress)
    return office.load_html(path, title)
