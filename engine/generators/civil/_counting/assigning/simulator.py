"""Counting the ways in which people or things go to places, over how many of each sort every place gets.

A cell is so many of one sort (`老员工`), or one told by name. Each place may have to get some number altogether, or some number of a sort; cells
of one may have to be together or apart; those not chosen at all go to a last place of their own. The things are all different, or all alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import factorial, prod
from typing import Any

from engine.generators.civil._counting.divisions import Division, divisions
from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 150_000  # divisions tried
_MOST_SHOWN = 6


def _holds(condition: Sequence[Any], rows: Sequence[Division]) -> bool:
    """Whether a condition holds for so many of each cell (row) at each place."""
    kind, cells, more = condition
    if kind == "together":
        return len({rows[cell].index(1) for cell in cells}) == 1
    if kind == "apart":
        return len({rows[cell].index(1) for cell in cells}) == len(cells)
    if kind == "not-together":
        return len({rows[cell].index(1) for cell in cells}) > 1
    places, numbers = more
    return sum(rows[cell][place] for cell in cells for place in places) in numbers


def _fits(sizes: Sequence[int], parameters: Parameters) -> bool:
    wanted, empty = parameters.get("sizes"), parameters.get("empty")
    inside = list(sizes[:-1]) if parameters.get("out") else list(sizes)
    if wanted is not None and sorted(inside) != sorted(wanted):
        return False
    return empty is None or inside.count(0) == empty


def assignments(parameters: Parameters) -> Counter[tuple[int, ...]]:
    """How many ways there are, by the numbers that the places get, the largest first.

    Raises:
        StayOut: too many cases, or ways that are not counted so.
    """
    counts, lows, highs = parameters["counts"], parameters["lows"], parameters["highs"]
    alike, unnamed = parameters["alike"], parameters["unnamed"]
    order = sorted(range(len(counts)), key=lambda cell: counts[cell])
    found: Counter[tuple[int, ...]] = Counter()
    seen: set[Division] = set()
    rows: list[Division] = [() for _ in counts]
    tried = 0

    def place(step: int, left: list[int], weight: int) -> None:
        nonlocal tried
        if step == len(order):
            sizes = tuple(high - rest for high, rest in zip(highs, left, strict=True))
            if any(size < low for size, low in zip(sizes, lows, strict=True)) or not _fits(sizes, parameters):
                return
            if not all(_holds(each, rows) for each in parameters["conditions"]):
                return
            inside = sizes[:-1] if parameters.get("out") else sizes
            shape = tuple(sorted(inside, reverse=True))
            if alike and unnamed:
                seen.add(shape)
            else:
                found[shape] += weight
            return
        cell = order[step]
        for division in divisions(counts[cell], left):
            tried += 1
            if tried > _MOST:
                stay_out("too many")
            rows[cell] = division
            ways = 1 if alike else factorial(counts[cell]) // prod(map(factorial, division))
            place(step + 1, [rest - got for rest, got in zip(left, division, strict=True)], weight * ways)

    place(0, list(highs), 1)
    if alike and unnamed:
        return Counter(dict.fromkeys(seen, 1))
    if unnamed:
        # Groups of different things differ by what is in them: only the order of the groups is counted too often.
        if any(0 in shape for shape in found):
            stay_out("empty groups")
        groups = len(highs) - (1 if parameters.get("out") else 0)
        return Counter({shape: ways // factorial(groups) for shape, ways in found.items()})
    return found


def _every_one(parameters: Parameters, found: Counter[tuple[int, ...]]) -> str:
    total = sum(parameters["counts"])
    places = len(parameters["highs"]) - (1 if parameters.get("out") else 0)
    taken = sum(next(iter(found))) if found else 0
    head = (
        f"从 {total} 个里选 {taken} 个，分到 {places} 处"
        if taken != total
        else f"{total} 个{'相同' if parameters['alike'] else '不同'}的分到 {places} 处"
    )
    return head + ("，按条件逐个安排" if parameters["conditions"] else "，按每处的个数分类")


def count_assignments(parameters: Parameters) -> tuple[int, list[str]]:
    """How many ways there are, and how one counts them."""
    found = assignments(parameters)
    value = sum(found.values())
    if not value:
        stay_out("no way at all")
    told = [f"各处个数为 {'、'.join(map(str, sizes))}：{ways} 种。" for sizes, ways in sorted(found.items(), reverse=True)]
    if len(told) > _MOST_SHOWN:
        told = [f"按各处得到的个数分成 {len(told)} 类，逐类计数。"]
    steps = [_every_one(parameters, found) + ("：" if len(told) > 1 else "。"), *told]
    if parameters["unnamed"]:
        steps.append("各组没有区别，不计次序。")
    return value, [*steps, f"共 {value} 种。"]


def assignment_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that they go to the places as is asked, each way being as likely as another."""
    base = {**parameters, "conditions": parameters["given"], **parameters["base"]}
    every = sum(assignments(base).values())
    value, steps = count_assignments(parameters)
    return Fraction(value, every), [f"一共有 {every} 种等可能的分法。", *steps, f"概率为 {value} ÷ {every} = {Fraction(value, every)}。"]
