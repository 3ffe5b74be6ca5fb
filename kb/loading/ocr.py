"""Reading pictures of text: photos, screenshots, scanned pages. Needs the `ocr` extra (rapidocr, which carries its models); nothing is
downloaded. Where lines stand on the page is kept, so that `kb.loading.layout` can join them into paragraphs.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from kb.loading.document import Document
from kb.loading.errors import LoadingFailed
from kb.loading.layout import Line, paragraphs, whole_lines
from kb.passages import Section

INSTALL = 'pip install "shangan[ocr]"'


def available() -> bool:
    """True if the `ocr` extra is installed."""
    return importlib.util.find_spec("rapidocr") is not None


class Reader:
    """Recognises printed Chinese and English. Loads its models (about 20 MB, 1-2 s) when it is built."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # seconds and hundreds of megabytes: only where a picture is read

        self._engine = RapidOCR(params={"Global.log_level": "critical"})

    def lines(self, image: Any, page: int = 1, scale: float = 1.0) -> list[Line]:
        """The lines of a picture from top to bottom.

        Args:
            image: a file's path as a string, or an array of uint8, height × width × 3 (BGR).
            scale: pixels for one unit of the lines' coordinates.
        """
        found = self._engine(image)
        if found.boxes is None:
            return []
        boxes = found.boxes / scale  # corner points of shape (lines, 4, 2), y going down
        height = float(found.img.shape[0] if found.img is not None else found.boxes[..., 1].max()) / scale
        pieces = (
            Line(
                text,
                page,
                left=float(box[:, 0].min()),
                right=float(box[:, 0].max()),
                bottom=height - float(box[:, 1].max()),
                top=height - float(box[:, 1].min()),
                page_height=height,
            )
            for box, text in zip(boxes, found.txts, strict=True)
            if text.strip()
        )
        return list(whole_lines(pieces))


def load_image(path: Path, title: str | None) -> Document:
    """Read a picture as one section of one page.

    Raises:
        LoadingFailed: the extra is missing, the file is no picture, or no text was found on it.
    """
    if not available():
        raise LoadingFailed("这是一张图片，要认出上面的字需要 OCR 组件，现在没有安装。", f"安装方法：{INSTALL}，装好后重启再传一次。")
    try:
        lines = Reader().lines(str(path))
    except MemoryError:
        raise
    except Exception as error:  # whatever Pillow, OpenCV and rapidocr raise for a broken picture
        raise LoadingFailed("这张图片打不开，可能已经损坏。", "请重新保存成 PNG 或 JPG 再传一次。") from error
    if not lines:
        raise LoadingFailed("这张图片上没有认出文字。", "请换一张更清楚、摆正的照片。")
    title = title or path.stem
    text = "".join(("\n" if part.tight else "\n\n") + part.text for part in paragraphs(lines)).strip("\n")
    return Document(title, "image", [Section((title,), text, page=1)], pages=1, warnings=["文字由图片识别得来，可能有错字。"])
