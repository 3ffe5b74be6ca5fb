"""Searches of lists as long as a letter says: `长度为 n`, read with numbers in its place, the answer a form with that letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_LETTER = r"(?<![A-Za-z0-9])n(?![A-Za-z0-9])"
_LONG = rf"(?:表长|长度|个数|数目|{_LETTER}\s*=)(?:为|是|=|\s)*{_LETTER}|{_LETTER}\s*个"
_FORMS: tuple[tuple[str, Callable[[int], Fraction], tuple[str, ...]], ...] = (
    ("(n+1)/2", lambda count: Fraction(count + 1, 2), ("1/2(n+1)", "(1+n)/2", "n/2+1/2")),
    ("n", Fraction, ()),
    ("n+1", lambda count: Fraction(count + 1), ()),
    (
        "⌊log2n⌋+1",
        lambda count: Fraction(count.bit_length()),
        ("⌊log2(n)⌋+1", "⌈log2(n+1)⌉", "[log2n]+1", "⌊log₂n⌋+1", "⌈log₂(n+1)⌉", "⌊log_2n⌋+1", "⌈log_2(n+1)⌉", "└log2n┘+1"),
    ),
)
_TRIED = (7, 12, 31, 100)
# A linked list is searched from its head.
_REWRITTEN = (
    (
        r"(?:单|线性)链表中?(?:顺序)?(?:查找|检索)其?(?:值|关键字)?(?:等于|为|是)?(?:给定值)?[a-zA-Z]的(?:结点|元素)时?",
        "线性表中顺序查找时",
    ),
    (r"平均(?:需要?|要|须)?比较(\(\s*\)|_+|多少|几)\s*个(?:元素|结点|数据|记录)+", r"平均比较\1次"),
    (r"顺序(?:查找|检索)法?只?适[合用]于[^,。;?]{0,24}的线性表[,。;]", "顺序查找,"),
)
Reader = Callable[[str], Recognition | None]


def with_letters(recognise: Reader) -> Reader:
    """A reader that also reads its problems with a letter for the length of the list."""

    def read(text: str) -> Recognition | None:
        for pattern, wording in _REWRITTEN:
            text = patterns.sub(pattern, wording, text)
        if not patterns.search(_LONG, text) or patterns.search(rf"√|根号|{_LETTER}\s*[-+/*^]|[-+/*^]\s*{_LETTER}|\d\s*{_LETTER}", text):
            return recognise(text)
        seen = [recognise(patterns.sub(_LETTER, str(count), text)) for count in _TRIED]
        found = [one for one in seen if one is not None and one.confident and not one.others]
        if len(found) != len(_TRIED) or any(len(one.parameters["asked"]) != 1 for one in found):
            return None
        return replace(
            found[0],
            parameters={"task": "lettered", "tried": [dict(one.parameters) for one in found]},
            understood=(found[0].understood[0], ("表", "n 个元素")),
        )

    return read


def solving_lettered(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that also answers with a letter, where the numbers tried agree on one form."""

    def answered(parameters: Parameters) -> Solution:
        if parameters.get("task") != "lettered":
            return solve(parameters)
        solutions = [solve(one) for one in parameters["tried"]]
        values = [
            Fraction(found[0]) if (found := patterns.search(r"\d+(?:\.\d+|/\d+)?", one.also[0])) else stay_out("no figure")
            for one in solutions
        ]
        for said, value, also in _FORMS:
            if all(value(count) == found for count, found in zip(_TRIED, values, strict=True)):
                steps = [f"n = {count} 时是 {found}。" for count, found in zip(_TRIED, values, strict=True)]
                return Solution(
                    answer=said, also=also, steps=paragraphs(*steps, f"n 个元素时是 {said}。"), conventions=solutions[0].conventions
                )
        stay_out("no such form")

    return answered
