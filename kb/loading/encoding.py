"""Bytes of a text file -> text. Chinese notes come in UTF-8, GB18030 (which holds GBK and GB2312) or UTF-16; nothing else is guessed."""

from __future__ import annotations

import re

from kb.loading.errors import LoadingFailed

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "PDF", ".pdf"),
    (b"PK\x03\x04", "Word、PowerPoint 或压缩包", "它本来的后缀"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件", ".docx 或 .pptx（用新版 Office 另存）"),
    (b"\x89PNG", "图片", ".png"),
    (b"\xff\xd8\xff", "图片", ".jpg"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_ORDINARY = re.compile(r"[\t\n\r\x20-\x7e\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_DAMAGE_TOLERATED = 0.01
"""Share of characters that may be unreadable before a file counts as no text at all."""


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text of `data` with newlines as `\\n`, and warnings.

    Raises:
        LoadingFailed: `data` is empty or no text.
    """
    for magic, name, suffix in _OTHER_FORMATS:
        if data.startswith(magic):
            raise LoadingFailed(f"这个文件的内容其实是{name}，不是文本。", f"请把后缀改成 {suffix} 再传一次。")
    text, warnings = _decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n").replace("\x85", "\n")
    # Zero-width characters come from web pages and break words in two for the index.
    text = re.sub(r"[\u200b\u200c\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]", "", text).replace("\xa0", " ")
    if not text.strip():
        raise LoadingFailed("这个文件是空的。", "请检查文件后再传一次。")
    return text, warnings


def _decode(data: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), []
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        # Text of any other encoding has no NUL; UTF-16 text has one in every line feed.
        if encoding.startswith("utf-16") and (b"\x00" not in data or len(data) % 2):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding.startswith("utf-16"):
            if len(_ORDINARY.findall(text)) >= 0.95 * len(text):
                return text, []
        elif len(_CONTROL.findall(text)) <= _DAMAGE_TOLERATED * len(text):
            return text, []
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        damaged = text.count("\ufffd") + len(_CONTROL.findall(text))
        if damaged <= _DAMAGE_TOLERATED * len(text):
            return text, [f"文件里有 {damaged} 处字符损坏，已用 \ufffd 代替。"]
    raise LoadingFailed("这个文件不是文本，读不出字来。", "请确认后缀和内容一致，文本请存成 UTF-8。")
