"""What several words have in common at their beginning or end."""

from __future__ import annotations

from collections.abc import Sequence


def common_beginning(words: Sequence[str]) -> str:
    """The longest beginning that all words share."""
    shortest = min(words, key=len)
    length = len(shortest)
    while not all(word.startswith(shortest[:length]) for word in words):
        length -= 1
    return shortest[:length]


def common_end(words: Sequence[str]) -> str:
    """The longest end that all words share."""
    return common_beginning([word[::-1] for word in words])[::-1]
