"""Questions that ask for `约为` so much: the option that is nearest by far says the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution

_ABOUT = r"约(?!定|束|数|瑟)|最?接近|近似|大概(?=是|为|需|要)"


def saying_about(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that also notes whether the problem asks only for about how much."""

    def read(text: str) -> Recognition | None:
        found = recognise(text)
        if found is None or not patterns.search(_ABOUT, text):
            return found
        return found.telling({"about": True})

    return read


def solving_about(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver."""

    def solved(parameters: Parameters) -> Solution:
        solution = solve(parameters)
        return replace(solution, roughly=True) if "about" in parameters else solution

    return solved
