"""Sorted rows that are told and merged by twos: how often keys are compared, and the row after each pass."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs


def _compared(one: Sequence[int], other: Sequence[int]) -> int:
    """How often keys are compared until one of the rows is used up."""
    first = second = count = 0
    while first < len(one) and second < len(other):
        count += 1
        if one[first] < other[second]:
            first += 1
        else:
            second += 1
    return count


def merge_runs(parameters: Parameters) -> Solution:
    """How often keys are compared in all passes."""
    runs, steps, total = [list(run) for run in parameters["runs"]], [], []
    while len(runs) > 1:
        merged = []
        for place in range(0, len(runs), 2):
            pair = runs[place : place + 2]
            if len(pair) == 2:
                total.append(_compared(*pair))
                steps.append(f"({listed(pair[0])}) 与 ({listed(pair[1])}) 归并，比较 {total[-1]} 次。")
            merged.append(sorted(key for run in pair for key in run))
        runs = merged
    return Solution(
        answer=f"{sum(total)} 次",
        steps=paragraphs(*steps, f"{' + '.join(map(str, total))} = {sum(total)} 次。" if len(total) > 1 else ""),
        also=(str(sum(total)),),
        conventions=("从左到右两两归并，剩下单独一个的直接进入下一趟",) if len(parameters["runs"]) > 2 else (),
    )
