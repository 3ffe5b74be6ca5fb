"""Problems of several numbered questions, each with conditions of its own: every question is read and answered with what stands before
the first one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import StayOut, stay_out

_NUMBERED = re.compile(r"(?:(?<=[\s,;。:?!.])|^)\(\s*([1-6])\s*\)|(?:(?<=[\s;。:?!])|^)([1-6])\s*[.、)](?!\d)\s*")
# What makes a question go on from the one before it.
_GOES_ON = re.compile(
    r"此基础|\(\d\)|上一?问|上述(?:情况|条件|结果)|此后|之后又|又(?:来|有|到|增|申)|再(?:来|增|有|到)|接着|随后|然后|继续|该情况|这时|此时|同样|仍(?:为|按|用|采用|然|旧)|其他条件|其余条件|改[为用成]|呢"
)


def _confident(recogniser: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    try:
        seen = recogniser(text)
    except StayOut:
        return None
    return seen if seen is not None and seen.confident and "parts" not in seen.parameters else None


def by_parts(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of texts with numbered questions that `recogniser` understands one by one."""

    def recognise(text: str) -> Recognition | None:
        marks = list(_NUMBERED.finditer(text))
        if not 2 <= len(marks) <= 6 or [int(mark[1] or mark[2]) for mark in marks] != list(range(1, len(marks) + 1)):
            return None
        stem = text[: marks[0].start()].rstrip(" \n:：")
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        bodies = [text[mark.end() : end].strip(" \n;；") for mark, end in zip(marks, ends, strict=True)]
        if not stem.strip() or any(_GOES_ON.search(body) for body in bodies):
            return None
        found: list[Recognition] = []
        with_stem = 0
        for body in bodies:
            seen = _confident(recogniser, f"{stem}{'' if stem[-1] in ',。;?!' else '。'}{body}")
            with_stem += seen is not None
            # A question that tells everything again; that the stem holds nothing strange is known from another one.
            seen = seen or _confident(recogniser, body)
            if seen is None:
                stay_out(f"a question by itself: {body}")
            found.append(seen)
        if not with_stem:
            stay_out("nothing read with the stem")
        understood = [(f"第 {number} 问，{name}", value) for number, seen in enumerate(found, 1) for name, value in seen.understood]
        return Recognition(parameters={"parts": [dict(seen.parameters) for seen in found]}, understood=tuple(understood))

    return recognise


def solving_parts(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """`solve`, also of what `by_parts` read: the answers in the order of the questions."""

    def solve_all(parameters: Parameters) -> Solution:
        if "parts" not in parameters:
            return solve(parameters)
        solutions = [solve(part) for part in parameters["parts"]]
        if any(solution.fits for solution in solutions):
            stay_out("options of several questions")
        return Solution(
            answer="；".join(solution.answer for solution in solutions),
            steps=paragraphs(*(f"（{number}）{solution.steps}" for number, solution in enumerate(solutions, 1))),
            conventions=tuple(dict.fromkeys(one for solution in solutions for one in solution.conventions)),
            drawing=next((solution.drawing for solution in solutions if solution.drawing), None),
        )

    return solve_all
