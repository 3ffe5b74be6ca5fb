"""Regular expressions kept compiled: all readers together have thousands, and the module `re` keeps 512.

The functions are those of `re`, to be used in their place wherever a pattern is written where it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

_KEPT = 32768  # all readers together, with room for those made of a problem's own words


@lru_cache(maxsize=_KEPT)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, done once."""
    return re.compile(pattern, flags)


def caseless(pattern: str) -> re.Pattern[str]:
    """The pattern compiled once, upper and lower case alike."""
    return compiled(pattern, re.IGNORECASE)


def search(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.search`."""
    return compiled(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.match`."""
    return compiled(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.fullmatch`."""
    return compiled(pattern, flags).fullmatch(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    """As `re.findall`."""
    return compiled(pattern, flags).findall(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[re.Match[str]]:
    """As `re.finditer`."""
    return compiled(pattern, flags).finditer(text)


def sub(pattern: str, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0, flags: int = 0) -> str:
    """As `re.sub`."""
    return compiled(pattern, flags).sub(replacement, text, count)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    """As `re.split`."""
    return compiled(pattern, flags).split(text, maxsplit)
