"""Readings that are kept: several readers ask for the same one, and an objection is as good an answer as a reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from engine.generators.reading import StayOut

T = TypeVar("T")


def remembering(reader: Callable[[str], T]) -> Callable[[str], T]:
    """The reader, asked only once for each of the last texts; what it objects to is raised again each time."""

    @lru_cache(maxsize=8)
    def kept(text: str) -> T | StayOut:
        try:
            return reader(text)
        except StayOut as objection:
            return objection

    @wraps(reader)
    def read(text: str) -> T:
        found = kept(text)
        if isinstance(found, StayOut):
            raise StayOut(*found.args)
        return found

    return read
