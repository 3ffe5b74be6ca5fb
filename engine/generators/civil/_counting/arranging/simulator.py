"""Counting who goes where: things of sorts and single ones, places that hold so many, and conditions on an arrangement.

A choice has two places, taken and left; a row has a place for each turn; posts, days, boxes and groups are places that hold one or more. What
nobody speaks of is one cell, so that only what matters is tried case by case.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import comb, factorial, prod
from typing import Any

from engine.generators.civil._counting.divisions import Division, divisions
from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 250_000  # divisions tried
_PLACES = 100
"""Places in a row or groups that are gone through; a longer row is no problem that anybody sets."""

Condition = Sequence[Any]


def _spots(cells: Sequence[int], rows: Sequence[Division]) -> list[int]:
    return sorted(place for cell in cells for place, number in enumerate(rows[cell]) for _ in range(number))


def _gaps(spots: Sequence[int], ring: int) -> list[int]:
    """Steps from each to the next; in a ring also from the last to the first."""
    steps = [after - before for before, after in itertools.pairwise(spots)]
    return [*steps, spots[0] + ring - spots[-1]] if ring and len(spots) > 1 else steps


def holds(condition: Condition, rows: Sequence[Division], ring: int = 0) -> bool:
    """Whether a condition holds for so many of each cell (row) at each place; `ring`: how many places form a ring."""
    kind = condition[0]
    if kind == "count":
        return sum(rows[cell][place] for cell in condition[1] for place in condition[2]) in condition[3]
    if kind in ("near", "far"):
        spots = _spots(condition[1], rows)
        steps = _gaps(spots, ring)
        if kind == "far":
            return all(step > 1 for step in steps)
        return sum(step == 1 for step in steps) >= len(spots) - 1
    if kind == "gap":
        one, other = (_spots(each, rows)[0] for each in condition[1:3])
        apart = abs(one - other)
        return condition[3] + 1 in (apart, ring - apart if ring else apart)
    if kind == "before":
        spots = [_spots([cell], rows)[0] for cell in condition[1]]
        return spots == sorted(spots)
    if kind == "between":
        one, middle, other = (_spots([cell], rows)[0] for cell in condition[1])
        return min(one, other) < middle < max(one, other)
    if kind == "alternate":
        size = sum(sum(rows[cell]) for group in condition[1] for cell in group)
        at = [
            next((number for number, group in enumerate(condition[1]) if any(rows[cell][place] for cell in group)), -1)
            for place in range(size)
        ]
        return -1 not in at and all(one != other for one, other in itertools.pairwise(at))
    if kind in ("same", "apart"):
        at = [rows[cell].index(1) for cell in condition[1]]
        return len(set(at)) == (1 if kind == "same" else len(at))
    if kind == "sorts":  # how many sorts there are at a place
        got = [sum(rows[cell][condition[2]] for cell in group) for group in condition[1]]
        return sum(each > 0 for each in got) in condition[3]
    if kind == "alike":  # how many of one sort there are at most
        got = [sum(rows[cell][condition[2]] for cell in group) for group in condition[1]]
        return max(got) in condition[3]
    if kind == "more":
        one, other = (sum(rows[cell][condition[3]] for cell in group) for group in condition[1:3])
        return one > other or (bool(condition[4]) and one == other)
    if kind == "differ":
        one, other = (sum(rows[cell][condition[3]] for cell in group) for group in condition[1:3])
        return bool(one - other == condition[4])
    if kind == "not":
        return not all(holds(each, rows, ring) for each in condition[1])
    if kind == "any":
        return any(holds(each, rows, ring) for each in condition[1])
    return stay_out(f"a condition: {kind}")


def cells_of(condition: Condition) -> set[int]:
    """The cells that a condition speaks of."""
    kind = condition[0]
    if kind in ("not", "any"):
        return set().union(*(cells_of(each) for each in condition[1]))
    if kind in ("gap", "more", "differ"):
        return {*condition[1], *condition[2]}
    if kind in ("alternate", "sorts", "alike"):
        return {cell for group in condition[1] for cell in group}
    return set(condition[1])


def cases(parameters: Parameters, conditions: Sequence[Condition]) -> Counter[tuple[Division, ...]]:
    """Every case in which all conditions hold, by how many of each cell are at each place, with its number of ways.

    Raises:
        StayOut: too many cases.
    """
    counts, lows, highs = parameters["counts"], parameters["lows"], parameters["highs"]
    ring = len(highs) if parameters["shape"] == "ring" else 0
    spoken = [cells_of(each) for each in conditions]
    order = sorted(range(len(counts)), key=lambda cell: (not any(cell in each for each in spoken), counts[cell]))
    ready: list[list[Condition]] = [[] for _ in order]
    for condition, cells in zip(conditions, spoken, strict=True):
        ready[max((order.index(cell) for cell in cells), default=len(order) - 1)].append(condition)
    if len(highs) > _PLACES:
        stay_out("too many places")
    rows: list[Division] = [() for _ in counts]
    found: Counter[tuple[Division, ...]] = Counter()
    tried = 0

    def place(step: int, left: list[int], weight: int) -> None:
        nonlocal tried
        if step == len(order):
            if all(high - rest >= low for high, rest, low in zip(highs, left, lows, strict=True)):
                found[tuple(rows)] += weight
            return
        cell = order[step]
        for division in divisions(counts[cell], left):
            tried += 1
            if tried > _MOST:
                stay_out("too many")
            rows[cell] = division
            if not all(holds(each, rows, ring) for each in ready[step]):
                continue
            ways = (
                1
                if parameters["alike"] or cell in parameters.get("same", ())
                else factorial(counts[cell]) // prod(map(factorial, division))
            )
            place(step + 1, [rest - got for rest, got in zip(left, division, strict=True)], weight * ways)

    place(0, list(highs), 1)
    return found


def _by_sizes(parameters: Parameters, found: Counter[tuple[Division, ...]]) -> Counter[Division]:
    """The ways by how many each place gets, the largest first, of the sizes that are wanted."""
    shapes: Counter[Division] = Counter()
    for rows, ways in found.items():
        sizes = [sum(column) for column in zip(*rows, strict=True)]
        inside = sizes[:-1] if parameters["out"] else sizes
        if parameters.get("empty") is not None and inside.count(0) != parameters["empty"]:
            continue
        shape = tuple(sorted(inside, reverse=True))
        if parameters.get("sizes") is None or list(shape) == sorted(parameters["sizes"], reverse=True):
            shapes[shape] += ways
    return shapes


def _symmetry(parameters: Parameters) -> int:
    """How many arrangements are one and the same: turned in a ring, or groups that have no name."""
    if parameters["shape"] == "ring":
        return len(parameters["highs"])
    if parameters["unnamed"]:
        return factorial(len(parameters["highs"]) - (1 if parameters["out"] else 0))
    return 1


def number_of(parameters: Parameters, conditions: Sequence[Condition]) -> tuple[int, Counter[Division], Counter[tuple[Division, ...]]]:
    """How many arrangements there are, by sizes and by cases."""
    found = cases(parameters, conditions)
    shapes = _by_sizes(parameters, found)
    if parameters["alike"] and parameters["unnamed"]:
        return len(shapes), Counter(dict.fromkeys(shapes, 1)), found
    times = _symmetry(parameters)
    if parameters["unnamed"] and any(0 in shape for shape in shapes):
        stay_out("empty groups")
    if (parameters["alike"] or parameters.get("same")) and parameters["shape"] == "ring":
        stay_out("alike in a ring")
    if any(ways % times for ways in shapes.values()) and times > 1:
        stay_out("not symmetrical")
    shapes = Counter({shape: ways // times for shape, ways in shapes.items()})
    return sum(shapes.values()), shapes, found


def _of_a_choice(parameters: Parameters, found: Counter[tuple[Division, ...]], total: int) -> list[str]:
    """The compositions of a choice, each by a product of combinations."""
    names, counts = parameters["names"], parameters["counts"]
    if not 0 < len(found) <= 6:
        return []
    lines = []
    for rows, ways in found.items():
        taken = [row[0] for row in rows]
        factors = " × ".join(f"C({count}, {number})" for count, number in zip(counts, taken, strict=True) if number)
        told = "、".join(f"{name} {number}" for name, number in zip(names, taken, strict=True) if number)
        if prod(comb(count, number) for count, number in zip(counts, taken, strict=True)) != ways:
            return []
        lines.append(f"{told}：{factors or 1} = {ways} 种。")
    if len(lines) > 1:
        lines.append(f"相加：{' + '.join(map(str, found.values()))} = {total} 种。")
    return lines


def _told(
    parameters: Parameters, conditions: Sequence[Condition], shapes: Counter[Division], found: Counter[tuple[Division, ...]], value: int
) -> list[str]:
    shape, counts = parameters["shape"], parameters["counts"]
    total, alike = sum(counts), parameters["alike"] or parameters.get("same")
    if shape == "choice":
        steps = _of_a_choice(parameters, found, value)
        return steps or [f"从 {total} 个里取 {parameters['highs'][0]} 个，按各类取的个数分类，符合的有 {value} 种。"]
    if shape == "row" and len(conditions) == 1 and not parameters["out"] and not alike and conditions[0][0] in ("near", "far"):
        some = sum(counts[cell] for cell in conditions[0][1])
        others = total - some
        if conditions[0][0] == "near":
            return [
                f"捆绑法：相邻的 {some} 个看成一个，共 {others + 1} 个排列 {others + 1}! = {factorial(others + 1)}，内部 {some}! = {factorial(some)}，{factorial(others + 1)} × {factorial(some)} = {value}。"
            ]
        gaps = [others + 1 - each for each in range(some)]
        return [
            f"插空法：其余先排 {others}! = {factorial(others)}，再从 {others + 1} 个空里依次放 {some} 个：{' × '.join(map(str, gaps))} = {prod(gaps)}，{factorial(others)} × {prod(gaps)} = {value}。"
        ]
    if shape in ("row", "ring"):
        if not conditions and not alike:
            size = len(parameters["highs"]) - (1 if parameters["out"] else 0)
            if shape == "ring":
                return [f"环形排列：{size}! ÷ {size} = {value}。"]
            factors = [total - each for each in range(size)]
            return [f"依次安排：{' × '.join(map(str, factors))} = {value}。"]
        return [f"先安排有要求的，再排其余的，满足全部条件的有 {value} 种。"]
    lines = [f"各处个数为 {'、'.join(map(str, sizes))}：{ways} 种。" for sizes, ways in sorted(shapes.items(), reverse=True)]
    if len(lines) > 6:
        lines = [f"按各处得到的个数分成 {len(lines)} 类，逐类计数。"]
    if parameters["unnamed"]:
        lines.append("各组没有区别，不计次序。")
    return [*lines, f"共 {value} 种。"]


def row_of(
    names: Sequence[str], counts: Sequence[int], wanted: Sequence[Condition], *, alike: bool = False, ring: bool = False
) -> dict[str, Any]:
    """The parameters of a row (or a ring) of so many of each name."""
    size = sum(counts)
    return {
        "task": "arranging",
        "shape": "ring" if ring else "row",
        "names": list(names),
        "counts": list(counts),
        "lows": [1] * size,
        "highs": [1] * size,
        "alike": alike,
        "unnamed": False,
        "out": False,
        "base": [],
        "given": [],
        "wanted": list(wanted),
    }


def arranged(parameters: Parameters) -> tuple[int, list[str]]:
    """How many arrangements fulfil all conditions, and how one counts them."""
    conditions = [*parameters["base"], *parameters["given"], *parameters["wanted"]]
    value, shapes, found = number_of(parameters, conditions)
    return value, _told(parameters, conditions, shapes, found, value)


def arranged_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that what is wanted holds, each arrangement being as likely as another."""
    known = [*parameters["base"], *parameters["given"]]
    every, _, _ = number_of(parameters, known)
    if not every:
        stay_out("what is known cannot be")
    conditions = [*known, *parameters["wanted"]]
    value, shapes, found = number_of(parameters, conditions)
    head = f"{'已知的条件下' if parameters['given'] else '一共'}有 {every} 种等可能的情况。"
    return Fraction(value, every), [
        head,
        *_told(parameters, conditions, shapes, found, value),
        f"概率为 {value} ÷ {every} = {Fraction(value, every)}。",
    ]
