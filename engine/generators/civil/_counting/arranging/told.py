"""Who is meant by the words of a condition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.arranging.scene import Scene
from engine.generators.civil._counting.arranging.words import (
    M,
    N,
    Text,
)
from engine.generators.reading import stay_out

Condition = list[Any]
Rule = Callable[[int, int], list[Condition] | None]

PEOPLE = rf"(?:这|等)?(?:[两二三]|{N})?(?:人|个|位|名|者)?(?:之间|彼此)?"
"""`甲、乙两人之间`: what only counts the names again."""


class Told:
    """A text and its scene, and who is meant by what is said."""

    def __init__(self, text: Text, scene: Scene) -> None:
        self.text, self.scene = text, scene
        self.one = scene.who()
        # Names may follow one another, and sorts; a sort before a name tells of him.
        self.sep = rf"(?:[、和与及跟同]|(?<={M}),?(?={M})|(?<!{M})(?!{M}))"
        self.many = rf"{self.one}(?:{self.sep}{self.one})*"
        self.taken = list(range(len(scene.lows) - 1))
        self.told = text.rest

    def cells(self, said: str) -> list[int]:
        """The cells of everybody in a list."""
        return [cell for group in self.groups(said) for cell in group]

    def groups(self, said: str) -> list[list[int]]:
        """The cells of each item in a list."""
        return [self.scene.cells_called(each[0], self.text) for each in patterns.finditer(self.one, said)]

    def single(self, said: str) -> list[int]:
        """The cells of a list in which everybody is one."""
        cells = self.cells(said)
        return cells if all(self.scene.cells[cell][1] == 1 for cell in cells) else stay_out(f"not single: {said}")
