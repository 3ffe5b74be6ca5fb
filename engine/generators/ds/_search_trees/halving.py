"""Searching sorted lists by halving: how many comparisons each key takes."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.quantities import decimal, relation


def lengths(count: int) -> list[int]:
    """Comparisons for each of `count` sorted keys, the middle one (of two, the earlier) first."""
    found = [0] * count
    parts = [(0, count - 1, 1)]
    while parts:
        low, high, depth = parts.pop()
        if low > high:
            continue
        middle = (low + high) // 2
        found[middle] = depth
        parts += [(low, middle - 1, depth + 1), (middle + 1, high, depth + 1)]
    return found


def halved(parameters: Parameters) -> Solution:
    """The average length of a search that succeeds."""
    each = lengths(parameters["count"])
    value = Fraction(sum(each), len(each))
    told = f"{sum(each)}/{len(each)} {relation(value)} {decimal(value, 2)}"
    return Solution(
        answer=f"折半查找成功的平均查找长度 {told}",
        steps=f"有序表的判定树各结点的比较次数之和为 {' + '.join(map(str, sorted(each)))} = {sum(each)}，除以 {len(each)}。",
        also=(told,),
    )
