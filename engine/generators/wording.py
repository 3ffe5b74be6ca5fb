"""Words that mean the same, said in one way before a problem is read.

Readers know many words for a thing, but never all of them; a word that can only mean what a usual one means need not be known to each.
Every family's folder has its own in `_usual_words.py`; what several share is in `common_words.py`. A word that means
something else in another problem of the family (`距离` in a network is a cost, on a cable a length) is no synonym: a reader has to know it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from engine.generators import patterns


class Usual(NamedTuple):
    """A wording and what is usually said for it.

    Attributes:
        said: a pattern, upper and lower case alike.
        usual: what is put in its place; may refer to the pattern's groups, or make it of the match.
        where: a pattern of what the text must hold for the two to mean the same.
    """

    said: str
    usual: str | Callable[[re.Match[str]], str]
    where: str = ""


@lru_cache(maxsize=64)
def with_usual_words(text: str, family: str) -> str:
    """A normalised text as a family's readers take it: `family` is the name of its package."""
    for said, usual, where in _of_family(family):
        if where and patterns.caseless(where).search(text) is None:
            continue
        text = patterns.caseless(said).sub(usual, text)
    return text


@lru_cache
def _of_family(family: str) -> tuple[Usual, ...]:
    return tuple(import_module(f"{family}._usual_words").USUAL_WORDS)
