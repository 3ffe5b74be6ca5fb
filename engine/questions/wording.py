"""The words in which people say right and wrong."""

from __future__ import annotations

import unicodedata

from engine.questions.model import RIGHT, WRONG

RIGHT_WORDS = ("对的", "对", "正确", "是", "√", "✓", "✔", "☑", "true", "yes", "t", "y", "v")
WRONG_WORDS = ("错的", "错误", "错", "不正确", "不对", "否", "×", "✗", "✘", "✕", "☒", "❌", "false", "no", "f", "n", "x")
_VERDICTS = {**dict.fromkeys(RIGHT_WORDS, RIGHT), **dict.fromkeys(WRONG_WORDS, WRONG)}


def verdict(text: str) -> str | None:
    """`对` or `错` if `text` is exactly one of the words for it, whatever its width and case; None otherwise."""
    return _VERDICTS.get(unicodedata.normalize("NFKC", text).strip().casefold().removesuffix("\ufe0f"))
