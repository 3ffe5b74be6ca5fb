"""Text as it arrives from chats and files, made fit for tokenisers."""

from __future__ import annotations


def well_formed(text: str) -> str:
    """`text` with every lone surrogate (half an emoji, cut off by some client), which no encoding can write, replaced by U+FFFD; pairs are joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
