"""Problems that do not say whether a MB is 10^6 or 2^20 bytes: solved both ways, and the options say which is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators.choosing import letters_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.options import OPTION_LETTERS
from engine.generators.reading import StayOut

_SAID = ("(1K=1000)", "(1K=1024)")


class UnknownPrefix(StayOut):
    """K or M stands before bytes, and the text does not say of which size it is."""


def either_size(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that reads such a problem with either size."""

    def read(text: str) -> Recognition | None:
        try:
            return recognise(text)
        except UnknownPrefix:
            found = [recognise(f"{said}{text}") for said in _SAID]
        seen = [one for one in found if one is not None and one.confident]
        if len(seen) != len(_SAID):
            return None
        return Recognition(
            parameters={"sizes": [one.parameters for one in seen]},
            understood=(*seen[0].understood, ("字节前的 K、M", "题中没有说是 10 的幂还是 2 的幂，由选项定")),
        )

    return read


def solving_either(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver: the size by which an option is right; without options nothing is said."""

    def solved(parameters: Parameters) -> Solution:
        if "sizes" not in parameters:
            return solve(parameters)
        ways = [solve(one) for one in parameters["sizes"]]
        if ways[0].answer == ways[1].answer:
            return ways[0]

        def among(options: Sequence[str]) -> tuple[int, str] | None:
            said = [(letter, way) for way in ways for letter in letters_of(options, (way.answer, *way.also))]
            if len({letter for letter, _ in said}) != 1:
                return None
            return OPTION_LETTERS.index(said[0][0]), said[0][1].steps

        return Solution(answer="", steps=ways[0].steps, fits=lambda option: False, among=among, conventions=ways[0].conventions)

    return solved
