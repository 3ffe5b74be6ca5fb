"""Counting the ways of sharing things out over places, by the numbers that each place gets.

Different things or equal ones; each place with at least and at most so many; some things told by name, with the places they may be at,
together or apart; so many places left empty; numbers of things told that the places get in some order; places without names.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from math import factorial, prod

from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 60_000  # cases tried one by one


def _divisions(things: int, lows: Sequence[int], highs: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way of dividing a number over places within bounds."""
    if not lows:
        if not things:
            yield ()
        return
    rest_low, rest_high = sum(lows[1:]), sum(highs[1:])
    for first in range(max(lows[0], things - rest_high), min(highs[0], things - rest_low) + 1):
        for rest in _divisions(things - first, lows[1:], highs[1:]):
            yield (first, *rest)


def _fits(sizes: Sequence[int], parameters: Parameters) -> bool:
    wanted, empty, above = parameters.get("sizes"), parameters.get("empty"), parameters.get("above")
    if wanted is not None and sorted(sizes) != sorted(wanted):
        return False
    if above is not None and any(size >= sizes[above] for place, size in enumerate(sizes) if place != above):
        return False
    return empty is None or sizes.count(0) == empty


def allocations(parameters: Parameters) -> Counter[tuple[int, ...]]:
    """How many ways there are, by the numbers that the places get, the largest first.

    Raises:
        StayOut: too many cases.
    """
    things, places = parameters["things"], parameters["places"]
    lows, highs = parameters["lows"], parameters["highs"]
    found: Counter[tuple[int, ...]] = Counter()
    if parameters["alike"]:
        for sizes in _divisions(things, lows, highs):
            if _fits(sizes, parameters):
                found[tuple(sorted(sizes, reverse=True))] += 1
            if len(found) > _MOST:
                stay_out("too many")
        return Counter(dict.fromkeys(found, 1)) if parameters["unnamed"] else found
    allowed = parameters["allowed"]
    if prod(map(len, allowed)) > 2000:
        stay_out("too many")
    tried = 0
    for spots in itertools.product(*allowed):
        if any(len({spots[each] for each in group}) != 1 for group in parameters["together"]):
            continue
        if any(len({spots[each] for each in group}) != len(group) for group in parameters["apart"]):
            continue
        mine = [spots.count(place) for place in range(places)]
        least = [max(0, low - have) for low, have in zip(lows, mine, strict=True)]
        most = [high - have for high, have in zip(highs, mine, strict=True)]
        if min(most) < 0:
            continue
        left = things - len(allowed)
        for rest in _divisions(left, least, [min(each, left) for each in most]):
            tried += 1
            if tried > _MOST:
                stay_out("too many")
            sizes = tuple(one + other for one, other in zip(mine, rest, strict=True))
            if _fits(sizes, parameters):
                found[tuple(sorted(sizes, reverse=True))] += factorial(left) // prod(map(factorial, rest))
    if parameters["unnamed"]:
        # Groups of different things differ by what is in them: only the order of the groups is counted too often.
        if any(0 in sizes for sizes in found):
            stay_out("empty groups")
        return Counter({sizes: ways // factorial(places) for sizes, ways in found.items()})
    return found


def count_allocations(parameters: Parameters) -> tuple[int, list[str]]:
    """How many ways there are, and how one counts them."""
    found = allocations(parameters)
    value = sum(found.values())
    what = "相同" if parameters["alike"] else "不同"
    told = [f"各处个数为 {'、'.join(map(str, sizes))}：{ways} 种。" for sizes, ways in sorted(found.items(), reverse=True)]
    if len(told) > 6:
        told = [f"按各处得到的个数分成 {len(told)} 类，逐类计数。"]
    head = f"{parameters['things']} 个{what}的分到 {parameters['places']} 处，按每处的个数分类"
    steps = [head + "：" if len(told) > 1 else head + "。", *told]
    if parameters["unnamed"]:
        steps.append("各组没有区别，不计次序。")
    return value, [*steps, f"共 {value} 种。"]
