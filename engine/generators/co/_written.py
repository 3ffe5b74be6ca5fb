"""Readers that are given a text in other words: what is written in many ways is written in one before they look."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import close_up


def writing_plainly(*written: tuple[str, str]) -> Callable[[Callable[[str], Recognition | None]], Callable[[str], Recognition | None]]:
    """What makes of a reader one for the wordings `written`, each a pattern and what stands for it; upper and lower case alike."""

    def wrapped(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
        def recognise(text: str) -> Recognition | None:
            text = close_up(text)
            for pattern, known in written:
                text = caseless(pattern).sub(known, text)
            return read(text)

        return recognise

    return wrapped
