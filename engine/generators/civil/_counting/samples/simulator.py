"""Drawing some from things of several sorts: every composition of what is drawn (or every order, where turns matter) is counted.

Each cell of the population is so many things that nothing tells apart, with tags for what they are (`男`, `甲组`). A condition speaks of
cells by their places, so that one that is spoken of by two tags (`甲组的男生`) needs nothing more.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb, factorial, perm, prod
from typing import Any

from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 60_000  # cases tried one by one
_MOST_SHOWN = 6

Condition = Sequence[Any]


def _compositions(counts: Sequence[int], take: int) -> Iterator[tuple[int, ...]]:
    if not counts:
        if not take:
            yield ()
        return
    rest = sum(counts[1:])
    for first in range(max(0, take - rest), min(counts[0], take) + 1):
        for others in _compositions(counts[1:], take - first):
            yield (first, *others)


def _of_groups(got: Sequence[int], groups: Sequence[Sequence[int]]) -> list[int]:
    return [sum(got[cell] for cell in group) for group in groups]


def holds(condition: Condition, got: Sequence[int], row: Sequence[int] = ()) -> bool:
    """Whether a condition holds for so many of each cell; `row`: the cells in the order of the turns."""
    kind = condition[0]
    if kind == "count":
        return sum(got[cell] for cell in condition[1]) in condition[2]
    if kind == "alike":  # so many of one sort
        return max(_of_groups(got, condition[1])) in condition[2]
    if kind == "kinds":  # so many sorts among them
        return sum(each > 0 for each in _of_groups(got, condition[1])) in condition[2]
    if kind == "more":
        one, other = _of_groups(got, condition[1:3])
        return one > other or (bool(condition[3]) and one == other)
    if kind == "turn":
        return row[condition[1] - 1] in condition[2]
    if kind == "not":
        return not all(holds(each, got, row) for each in condition[1])
    return any(holds(each, got, row) for each in condition[1])


def _by_turns(conditions: Sequence[Condition]) -> bool:
    return any(each[0] == "turn" or (each[0] in ("not", "any") and _by_turns(each[1])) for each in conditions)


def _cases(parameters: Parameters) -> list[tuple[tuple[int, ...], tuple[int, ...], Fraction]]:
    """Every case: how many of each cell, in which order (where it matters), and how many ways there are (or its chance)."""
    counts, take, replaced = parameters["counts"], parameters["take"], parameters["replaced"]
    total = sum(counts)
    turns = _by_turns([*parameters["base"], *parameters["given"], *parameters["wanted"]])
    cases = []
    if turns:
        if len(counts) ** take > _MOST:
            stay_out("too many")
        for row in itertools.product(range(len(counts)), repeat=take):
            got = tuple(row.count(cell) for cell in range(len(counts)))
            if replaced:
                weight = prod((Fraction(counts[cell], total) for cell in row), start=Fraction(1))
            else:
                weight = Fraction(prod(perm(count, each) for count, each in zip(counts, got, strict=True)))
            if weight:
                cases.append((got, row, weight))
        return cases
    bounds = [take] * len(counts) if replaced else counts
    for got in _compositions(bounds, take):
        if replaced:
            ways = factorial(take)
            for each in got:
                ways //= factorial(each)
            weight = ways * prod((Fraction(count, total) ** each for count, each in zip(counts, got, strict=True)), start=Fraction(1))
        else:
            weight = Fraction(prod(comb(count, each) for count, each in zip(counts, got, strict=True)))
        cases.append((got, (), weight))
        if len(cases) > _MOST:
            stay_out("too many")
    return cases


def _told(names: Sequence[str], counts: Sequence[int], got: Sequence[int]) -> str:
    return "、".join(f"{name} {each}" for name, count, each in zip(names, counts, got, strict=True) if each or len(names) < 3)


def _worked(names: Sequence[str], counts: Sequence[int], cases: Sequence[tuple[Any, ...]], total: Fraction) -> list[str]:
    """The compositions one after the other, each by a product, where they are few."""
    shown: dict[tuple[int, ...], Fraction] = {}
    for got, _, weight in cases:
        shown[got] = shown.get(got, Fraction(0)) + weight
    if not 0 < len(shown) <= _MOST_SHOWN or any(each.denominator > 1 for each in shown.values()):
        return []
    lines = []
    for got, weight in shown.items():
        factors = [f"C({count}, {each})" for count, each in zip(counts, got, strict=True) if each]
        product = prod(comb(count, each) for count, each in zip(counts, got, strict=True))
        if product != weight:
            return []
        lines.append(f"{_told(names, counts, got)}：{' × '.join(factors)} = {product} 种。")
    if len(lines) > 1:
        lines.append(f"相加：{' + '.join(str(each) for each in shown.values())} = {total} 种。")
    return lines


def sample_ways(parameters: Parameters) -> tuple[int, list[str]]:
    """How many choices there are in which everything holds."""
    conditions = [*parameters["base"], *parameters["given"], *parameters["wanted"]]
    cases = [each for each in _cases(parameters) if all(holds(one, each[0], each[1]) for one in conditions)]
    value = sum((each[2] for each in cases), Fraction(0))
    if parameters["replaced"] or value.denominator > 1:
        stay_out("ways of drawing with putting back")
    steps = _worked(parameters["names"], parameters["counts"], cases, value)
    count = int(value)
    everything = comb(sum(parameters["counts"]), parameters["take"])
    if not steps:
        steps = [
            f"一共 {sum(parameters['counts'])} 个里取 {parameters['take']} 个（不限制时 {everything} 种），按各类取的个数分类，符合的有 {count} 种。"
        ]
    if parameters["ordered"]:
        orders = factorial(parameters["take"])
        steps.append(f"选出的 {parameters['take']} 个再排次序：{count} × {orders} = {count * orders}。")
        count *= orders
    return count, steps


def sample_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that what is wanted holds, given what is known."""
    space = [*parameters["base"], *parameters["given"]]
    known = [each for each in _cases(parameters) if all(holds(one, each[0], each[1]) for one in space)]
    fitting = [each for each in known if all(holds(one, each[0], each[1]) for one in parameters["wanted"])]
    every = sum((each[2] for each in known), Fraction(0))
    good = sum((each[2] for each in fitting), Fraction(0))
    if not every:
        stay_out("what is known cannot be")
    if every.denominator > 1 or (parameters["replaced"] and not parameters["given"]):
        names = [
            f"{name} {count}/{sum(parameters['counts'])}" for name, count in zip(parameters["names"], parameters["counts"], strict=True)
        ]
        steps = [f"每次取到{'、'.join(names)}，各次独立；符合的各种情况的概率相加得 {good}。"]
        if every != 1:
            steps.append(f"已知的条件发生的概率为 {every}，{good} ÷ {every} = {good / every}。")
        return good / every, steps
    head = f"{'已知的条件下' if parameters['given'] else '一共'}有 {every} 种等可能的取法。"
    lines = _worked(parameters["names"], parameters["counts"], fitting, good)
    return good / every, [head, *(lines or [f"按各类取的个数分类，符合的有 {good} 种。"])]
