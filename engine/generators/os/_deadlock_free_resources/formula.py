"""Resources of one type for a number of processes that is only a letter: `n processes, each needs 2`; the answer is a formula in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise

_PROCESSES = re.compile(
    r"(?<![A-Za-z\d])(?P<letter>[a-zA-Z])\s*(?:\(\s*(?P=letter)\s*(?:[≥>]=?|大于(?:等于)?)\s*\d\s*\))?\s*(?=个(?:并发|用户|合作|竞争|执行|相互|的)*(?:进程|线程|作业|任务))"
)
_ONE_NUMBER, _OTHER_NUMBER = 7, 11
"""Two numbers put for the letter: the text must be understood with both alike, so that nothing in it hangs on the number."""


def with_a_letter(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of problems that `recognise` understands with a number in the letter's place."""

    def recognised(text: str) -> Recognition | None:
        text = normalise(text)
        found = _PROCESSES.search(text)
        if found is None or len(patterns.findall(rf"(?<![A-Za-z\d]){found['letter']}(?![A-Za-z\d])", text[found.end() :])) > 0:
            return None
        seen = [recognise(text[: found.start()] + str(number) + text[found.end() :]) for number in (_ONE_NUMBER, _OTHER_NUMBER)]
        if any(one is None or one.missing for one in seen):
            return None
        one, other = (dict(each.parameters) for each in seen if each is not None)
        asked, needs = list(one["asked"]), sorted(set(one["needs"]))
        if asked not in (["resources:safe"], ["resources:danger"]) or other["asked"] != asked or len(needs) != 1 or one["resources"]:
            return None
        if sorted(set(other["needs"])) != needs or (len(one["needs"]), len(other["needs"])) != (_ONE_NUMBER, _OTHER_NUMBER):
            return None
        return Recognition(
            parameters={"letter": found["letter"], "need": needs[0], "safe": asked == ["resources:safe"]},
            understood=(("进程数", found["letter"]), ("每个进程最多需要", f"{needs[0]} 个")),
        )

    return recognised


def solve_with_a_letter(parameters: Parameters) -> Solution:
    """n processes of at most k resources each: n(k - 1) may deadlock, one more cannot."""
    letter, need, safe = str(parameters["letter"]), int(parameters["need"]), bool(parameters["safe"])
    product = letter if need == 2 else f"{need - 1}{letter}" if need > 2 else "0"
    answer = (f"{product}+1" if need > 1 else "1") if safe else product
    spaced = answer.replace("+", " + ")
    return Solution(
        answer=answer,
        also=(
            spaced,
            f"{letter}×({need}-1)+1" if safe else f"{letter}×({need}-1)",
            f"{need - 1}×{letter}+1" if safe else f"{need - 1}×{letter}",
        ),
        steps=paragraphs(
            f"最坏情况：{letter} 个进程各占 {need} − 1 = {need - 1} 个，都还差 1 个，共 {product} 个，谁也推进不了。",
            f"再多 1 个，总有一个进程能满足并归还资源，所以至少要 {spaced} 个才不会死锁。" if safe else f"最多 {product} 个时仍可能死锁。",
        ),
        conventions=("资源逐个申请，占有后不放手，直到满足",),
    )
