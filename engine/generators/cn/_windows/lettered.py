"""Windows of sequence numbers whose bits are a letter: `序号位数为 n`, read with numbers in its place, the answer a power with that letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_LETTER = r"(?<![A-Za-z0-9^])(?P<letter>[nkm])"
_BITS = (
    rf"{_LETTER}\s*(?:个)?(?=(?:二进制)?(?:位|bits?|比特))"
    rf"|(?<=[为是用有=])\s*{_LETTER.replace('letter', 'told')}(?![A-Za-z0-9^])(?=\s*(?:[,。;?]|$))"
)
_FORMS: tuple[tuple[str, Callable[[int], int]], ...] = (
    ("2^{}-1", lambda bits: (1 << bits) - 1),
    ("2^({}-1)", lambda bits: 1 << bits - 1),
    ("2^{}", lambda bits: 1 << bits),
    ("1", lambda bits: 1),
)
_TRIED = (3, 5, 6)
Reader = Callable[[str], Recognition | None]


def with_letters(recognise: Reader) -> Reader:
    """A reader that also reads its problems with a letter for the bits of a sequence number."""

    def read(text: str) -> Recognition | None:
        letters = {match["letter"] or match["told"] for match in patterns.finditer(_BITS, text)}
        if len(letters) != 1 or not patterns.search("序号|编号|序列号", text) or not patterns.search("窗口", text):
            return recognise(text)
        letter = letters.pop()
        if patterns.search(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", patterns.sub(_BITS, "", text)):
            stay_out("a letter besides")
        seen = [recognise(patterns.sub(_BITS, str(bits), text)) for bits in _TRIED]
        found = [one for one in seen if one is not None and one.confident and not one.others]
        if len(found) != len(_TRIED):
            return None
        return replace(
            found[0],
            parameters={"task": "lettered", "letter": letter, "tried": [dict(one.parameters) for one in found]},
            understood=(("序号位数", letter),),
        )

    return read


def solving_lettered(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that also answers with a letter, where the numbers tried agree on one form."""

    def answered(parameters: Parameters) -> Solution:
        if parameters.get("task") != "lettered":
            return solve(parameters)
        solutions = [solve(one) for one in parameters["tried"]]
        for form, value in _FORMS:
            if all(patterns.fullmatch(rf"{value(bits)}(?:\s*\D{{1,2}})?", one.answer) for bits, one in zip(_TRIED, solutions, strict=True)):
                said = form.format(parameters["letter"])
                steps = [f"位数为 {bits} 时是 {one.answer}。" for bits, one in zip(_TRIED, solutions, strict=True)]
                return Solution(
                    answer=said,
                    also=(said.replace("-", "−"), said.replace("-", " − ")),
                    steps=paragraphs(*steps, f"位数为 {parameters['letter']} 时是 {said}。"),
                    conventions=solutions[0].conventions,
                )
        stay_out("no power")

    return answered
