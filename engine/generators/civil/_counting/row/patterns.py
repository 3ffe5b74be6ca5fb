"""Rows and rings of people and things, some told apart by name, some only by sort: every pattern of labels is tried.

A condition speaks of labels by their places in the list of labels; people who share a label are told apart afterwards, by a factorial.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import factorial, prod
from typing import Any

from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 60_000  # patterns tried one by one

Condition = Sequence[Any]


def _patterns(counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every order of labels, each as often as it is counted."""
    total = factorial(sum(counts))
    for count in counts:
        total //= factorial(count)
    if total > _MOST:
        stay_out("too many")
    left = list(counts)
    row: list[int] = []

    def build() -> Iterator[tuple[int, ...]]:
        if len(row) == sum(counts):
            yield tuple(row)
            return
        for label, count in enumerate(left):
            if count:
                left[label] -= 1
                row.append(label)
                yield from build()
                row.pop()
                left[label] += 1

    return build()


def _runs(places: Sequence[int], size: int, ring: bool) -> list[int]:
    """How long the blocks are that places side by side make."""
    runs: list[int] = []
    for place in places:
        if runs and place - 1 in places:
            runs[-1] += 1
        else:
            runs.append(1)
    if ring and len(runs) > 1 and 0 in places and size - 1 in places:
        runs[0] += runs.pop()
    return sorted(runs, reverse=True)


def _holds(condition: Condition, row: Sequence[int], ring: bool) -> bool:
    kind = condition[0]
    if kind in ("together", "apart", "not-together", "runs"):
        places = [place for place, label in enumerate(row) if label in condition[1]]
        runs = _runs(places, len(row), ring)
        if kind == "together":
            return len(runs) == 1
        if kind == "not-together":
            return len(runs) > 1
        return runs == list(condition[2]) if kind == "runs" else runs[0] == 1
    if kind == "at":  # one of them, and he is there
        return row.index(condition[1][0]) in _spots(condition[2], len(row))
    if kind == "never-at":
        return not any(row[spot] in condition[1] for spot in _spots(condition[2], len(row)))
    if kind == "held-by":  # all these places are theirs
        return all(row[spot] in condition[1] for spot in _spots(condition[2], len(row)))
    if kind == "not":
        return not all(_holds(each, row, ring) for each in condition[1])
    places = [row.index(label) for label in condition[1]]
    if kind == "order":
        return all(one < other for one, other in itertools.pairwise(places))
    if kind == "between":
        return abs(places[0] - places[1]) - 1 in condition[2]
    if kind == "amid":  # the first of them somewhere between the other two
        return min(places[1:]) < places[0] < max(places[1:])
    if kind == "alternate":
        return all(one != other for one, other in itertools.pairwise(row))
    return not all(_holds(each, row, ring) for each in condition[1])


def _spots(told: Sequence[Any], size: int) -> list[int]:
    """Places as told: from the front (0, 1, ...), from the back (-1), in the middle (`middle`)."""
    spots = []
    for each in told:
        if each == "middle":
            if size % 2 == 0:
                stay_out("no middle")
            spots.append(size // 2)
        else:
            spots.append(each if each >= 0 else size + each)
    if any(not 0 <= spot < size for spot in spots):
        stay_out("no such place")
    return spots


def _counted(parameters: Parameters) -> tuple[int, int, int]:
    """Patterns in which all holds, all patterns, and in how many ways those of one label are told apart."""
    counts, alike, ring = parameters["counts"], parameters["alike"], parameters["ring"]
    every = fitting = 0
    for row in _patterns(counts):
        if not all(_holds(each, row, ring) for each in parameters["given"]):
            continue
        every += 1
        fitting += all(_holds(each, row, ring) for each in parameters["wanted"])
    inner = prod(factorial(count) for count, same in zip(counts, alike, strict=True) if not same)
    return fitting, every, inner


def _working(parameters: Parameters, value: int) -> list[str]:
    """How one works it out, where a single condition binds some together or keeps them apart."""
    counts, ring = parameters["counts"], parameters["ring"]
    size = sum(counts)
    conditions = [*parameters["given"], *parameters["wanted"]]
    if not conditions and not any(parameters["alike"]):
        return [f"{'环形排列' if ring else '全排列'}：{size - ring}! = {value}。"]
    if len(conditions) == 1 and conditions[0][0] in ("together", "apart") and not any(parameters["alike"]):
        bound = sum(counts[label] for label in conditions[0][1])
        others = size - bound
        if conditions[0][0] == "together":
            units = factorial(others + 1 - ring)
            return [
                f"捆绑法：相邻的 {bound} 个看成一个，与其余的共 {others + 1} 个{'环形' if ring else ''}排列：{units} 种；内部 {bound}! = {factorial(bound)} 种；{units} × {factorial(bound)} = {value}。"
            ]
        first = factorial(others - ring)
        gaps = others + (0 if ring else 1)
        if first and value % first == 0:
            return [
                f"插空法：其余 {others} 个先{'环形' if ring else ''}排：{first} 种；形成 {gaps} 个空，放入 {bound} 个：{value // first} 种；{first} × {value // first} = {value}。"
            ]
    return [f"{size} 个{'围成一圈' if ring else '排成一排'}，先安排有要求的，再排其余的，逐类列举，符合要求的有 {value} 种。"]


def pattern_ways(parameters: Parameters) -> tuple[int, list[str]]:
    """In how many orders everything holds."""
    fitting, _, inner = _counted(parameters)
    value = fitting * inner
    if parameters["ring"]:
        value //= sum(parameters["counts"])
    return value, _working(parameters, value)


def pattern_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that what is wanted holds in a random order."""
    fitting, every, inner = _counted(parameters)
    if not every:
        stay_out("what is known cannot be")
    turns = sum(parameters["counts"]) if parameters["ring"] else 1
    value, whole = fitting * inner // turns, every * inner // turns
    return Fraction(fitting, every), [
        f"一共有 {whole} 种等可能的排法。",
        *_working(parameters, value),
        f"概率为 {value} ÷ {whole} = {Fraction(fitting, every)}。",
    ]
