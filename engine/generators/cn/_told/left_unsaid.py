"""Problems that leave unsaid what a MB is, or how fast a signal travels: solved with each usual value, and the options say which is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.choices.approximating import roughly
from engine.generators.choices.choosing import letters_of
from engine.generators.choices.options import OPTION_LETTERS
from engine.generators.cn import _units as units
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut

_SIZES = ("(1K=1000)", "(1K=1024)")
_SPEED = "(信号传播速度为2×10^8m/s)"
_MEDIUM = r"电缆|同轴|双绞线|铜[缆线]|光纤|光缆"


class UnknownPrefix(StayOut):
    """K or M stands before bytes, and the text does not say of which size it is."""


def with_unsaid(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that reads a problem with either size, and one of a cable with the speed that all books take."""

    def read(text: str) -> Recognition | None:
        try:
            found = recognise(text)
        except UnknownPrefix:
            return _with_each(recognise, text, _SIZES, "字节前的 K、M：题中没有说是 10 的幂还是 2 的幂，由选项定")
        if found is None and patterns.search(_MEDIUM, text) and not caseless(units.SPEED).search(text):
            return _with_each(recognise, text, (_SPEED,), "信号的传播速度：题中没有说，按 200 m/μs，由选项核对")
        return found

    return read


def _with_each(recognise: Callable[[str], Recognition | None], text: str, said: Sequence[str], convention: str) -> Recognition | None:
    seen = [one for one in (recognise(f"{each}{text}") for each in said) if one is not None and one.confident]
    if len(seen) != len(said):
        return None
    return Recognition(
        parameters={"readings": [one.parameters for one in seen]}, understood=(*seen[0].understood, ("没有说的", convention))
    )


def solving_unsaid(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver: the reading by which an option is right; without options nothing is said."""

    def solved(parameters: Parameters) -> Solution:
        if "readings" not in parameters:
            return solve(parameters)
        ways = [solve(one) for one in parameters["readings"]]
        if len(ways) > 1 and len({way.answer for way in ways}) == 1:
            return ways[0]

        def among(options: Sequence[str]) -> tuple[int, str] | None:
            said = [(letter, way) for way in ways for letter in letters_of(options, (way.answer, *way.also))]
            if not said and "about" in parameters:
                said = [(letter, way) for way in ways for letter in roughly(options, (way.answer, *way.also), OPTION_LETTERS)]
            if len({letter for letter, _ in said}) != 1:
                return None
            return OPTION_LETTERS.index(said[0][0]), said[0][1].steps

        return Solution(answer="", steps=ways[0].steps, fits=lambda option: False, among=among, conventions=ways[0].conventions)

    return solved
