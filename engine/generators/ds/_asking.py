"""What a text asks: each thing asked is found on its own, wherever it stands; and what people say beside it that asks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.reading import Reading, compiled


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing asked: its name and the words that ask it."""

    name: str
    match: re.Match[str]


def take_asked(reading: Reading, patterns: Sequence[tuple[str, str]]) -> list[Asked]:
    """The things asked, in the order of the text; taken. An earlier pattern takes first: longer wordings go before shorter ones.

    `patterns`: (pattern, name).
    """
    found: list[Asked] = []
    for pattern, name in patterns:
        found += [Asked(name, match) for match in reading.take_all(pattern)]
    return sorted(found, key=lambda asked: asked.match.start())


def asks_yes_or_no(reading: Reading) -> bool:
    """Whether the text puts its question as one to be answered yes or no."""
    return compiled(r"(?:能不能|能否|是否|可不可以|可否|是不是|可能吗|可以吗|行不行|行吗|对吗|吗)").search(reading.text) is not None
