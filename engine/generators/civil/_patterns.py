"""Regular expressions kept compiled: all solvers together have more of them than the module `re` keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern compiled, once. Only for patterns that do not depend on the problem."""
    return re.compile(pattern)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """As `re.search`."""
    return compiled(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """As `re.match`."""
    return compiled(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """As `re.fullmatch`."""
    return compiled(pattern).fullmatch(text)


def every(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """As `re.finditer`."""
    return compiled(pattern).finditer(text)


def sub(pattern: str, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
    """As `re.sub`."""
    return compiled(pattern).sub(replacement, text)


def split(pattern: str, text: str) -> list[str]:
    """As `re.split`, for patterns without groups."""
    return compiled(pattern).split(text)
