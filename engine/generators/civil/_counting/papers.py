"""Counts that exam papers ask again and again: routes added up, roles that somebody cannot have, rows in which some stand apart, and others."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from math import comb, factorial, isqrt, perm

from engine.generators.civil._counting.combinatorics.simulator import stand_apart, stand_together
from engine.generators.reading import stay_out

Counted = tuple[int, list[str]]
"""A number of ways and the working."""


def routes(ways: Sequence[Sequence[object]], start: str, end: str) -> Counted:
    """Routes from one place to another that visit no place twice; `ways`: (from, to, how many)."""
    found: list[tuple[list[str], list[int]]] = []

    def go(place: str, seen: list[str], counts: list[int]) -> None:
        if place == end:
            found.append((seen, counts))
            return
        for one, other, number in ways:
            if one == place and other not in seen:
                go(str(other), [*seen, str(other)], [*counts, int(str(number))])

    go(start, [start], [])
    if not found:
        stay_out("no way there")
    steps, total = [], 0
    for seen, counts in found:
        product = 1
        for number in counts:
            product *= number
        total += product
        steps.append(
            f"{'→'.join(seen)}：{' × '.join(map(str, counts))} = {product}。" if len(counts) > 1 else f"{'→'.join(seen)}：{product}。"
        )
    return total, [*steps, f"分类相加，共 {total} 种。"]


def row_apart(size: int, apart: int) -> Counted:
    """A row in which so many stand apart, no two side by side."""
    others, gaps = factorial(size - apart), perm(size - apart + 1, apart)
    value = stand_apart(size, apart)
    return value, [
        f"其余 {size - apart} 个先排，有 {others} 种；把 {apart} 个插入 {size - apart + 1} 个空：{gaps} 种；{others} × {gaps} = {value}。"
    ]


def row_not_together(size: int, bound: int) -> Counted:
    """A row in which so many do not stand all together."""
    every, together = factorial(size), stand_together(size, bound)
    return every - together, [
        f"任意排 {size}! = {every} 种，{bound} 个全在一起的有 {together} 种，{every} − {together} = {every - together}。"
    ]


def alike_apart(apart: int, others: int) -> Counted:
    """Equal things of two sorts in a row, no two of the one sort side by side."""
    value = comb(others + 1, apart)
    return value, [f"{others} 个先排好（相同，只有 1 种），在 {others + 1} 个空中选 {apart} 个放入：C({others + 1}, {apart}) = {value}。"]


def met(handshakes: int) -> Counted:
    """How many people shake hands two by two so many times."""
    people = (1 + isqrt(1 + 8 * handshakes)) // 2
    if people * (people - 1) // 2 != handshakes:
        stay_out("no such number of people")
    return people, [f"设有 n 人，n(n − 1) ÷ 2 = {handshakes}，解得 n = {people}。"]


def majority(mine: int, total: int, take: int, equal: bool) -> Counted:
    """So many chosen, those of one sort not fewer (or, without `equal`, more) than the others."""
    fitting = [number for number in range(min(mine, take) + 1) if (number >= take - number if equal else number > take - number)]
    ways = [comb(mine, number) * comb(total - mine, take - number) for number in fitting]
    told = "；".join(f"{number} 个时 {count} 种" for number, count in zip(fitting, ways, strict=True))
    return sum(ways), [f"按选出的个数分类：{told}，共 {sum(ways)} 种。"]


def lamps(total: int, burning: int) -> Counted:
    """So many lamps in a row, so many of them on, no two off side by side."""
    off = total - burning
    value = comb(burning + 1, off)
    return value, [f"关着的 {off} 盏互不相邻：插入 {burning} 盏亮着的形成的 {burning + 1} 个空，C({burning + 1}, {off}) = {value}。"]


def sum_of_numbers(digits: Sequence[int], places: int) -> Counted:
    """The sum of all numbers of so many different digits laid of some."""
    made = [int("".join(map(str, each))) for each in itertools.permutations(digits, places) if each[0]]
    return sum(made), [f"共有 {len(made)} 个数，逐位相加，和为 {sum(made)}。"]


def digit_at_ends(count: int, ends: int) -> Counted:
    """A row of so many different digits, one of them only at some of the places."""
    value = ends * factorial(count - 1)
    return value, [
        f"先放这个数字，有 {ends} 种；其余 {count - 1} 个任意排，{factorial(count - 1)} 种；{ends} × {factorial(count - 1)} = {value}。"
    ]


def row_together(size: int, bound: int) -> Counted:
    """A row in which so many stand side by side."""
    value = stand_together(size, bound)
    return value, [
        f"把 {bound} 个捆绑成一个，共 {size - bound + 1} 个排列：{factorial(size - bound + 1)} 种；内部 {factorial(bound)} 种；{factorial(size - bound + 1)} × {factorial(bound)} = {value}。"
    ]


def row_not_at_ends(size: int, some: int) -> Counted:
    """A row in which none of so many stands at an end."""
    inner, others = perm(size - 2, some), factorial(size - some)
    return inner * others, [
        f"先排这 {some} 个，在中间 {size - 2} 个位置中选：{inner} 种；其余 {others} 种；{inner} × {others} = {inner * others}。"
    ]


def turns_apart(turns: Sequence[int]) -> Counted:
    """A rota in which each has so many turns and none two of them one after another."""
    total = sum(turns)

    def ways(left: tuple[int, ...], last: int) -> int:
        if not any(left):
            return 1
        return sum(ways((*left[:who], left[who] - 1, *left[who + 1 :]), who) for who, count in enumerate(left) if count and who != last)

    value = ways(tuple(turns), -1)
    return value, [f"{total} 天逐天安排，前一天的人不再排在后一天，逐类列举共 {value} 种。"]


def of_different_groups(sizes: Sequence[int], take: int) -> Counted:
    """So many chosen, no two of one group."""
    products = [[*each] for each in itertools.combinations(sizes, take)]
    value = 0
    told = []
    for each in products:
        product = 1
        for size in each:
            product *= size
        value += product
        told.append(" × ".join(map(str, each)))
    return value, [
        f"先定来自哪 {take} 个组，再在各组中选一个：{' + '.join(told)} = {value}。" if len(told) < 12 else f"逐类相加，共 {value} 种。"
    ]


def taken_in_turn(things: int, takes: Sequence[int]) -> Counted:
    """Of different things so many to one place, then so many to another."""
    value, left, told = 1, things, []
    for take in takes:
        value *= comb(left, take)
        told.append(f"C({left}, {take})")
        left -= take
    return value, [f"{' × '.join(told)} = {value}。"]


def purchases(prices: Sequence[int], low: Sequence[int], high: Sequence[int | None], money: int, all_of_it: bool) -> Counted:
    """Whole numbers of things bought, at least and at most so many of each, for so much money at most or exactly."""
    most = [money // price if top is None else min(top, money // price) for price, top in zip(prices, high, strict=True)]
    found: dict[int, int] = {}
    for numbers in itertools.product(*(range(least, top + 1) for least, top in zip(low, most, strict=True))):
        spent = sum(price * number for price, number in zip(prices, numbers, strict=True))
        if spent == money or (spent < money and not all_of_it):
            found[numbers[0]] = found.get(numbers[0], 0) + 1
    value = sum(found.values())
    cases = "，".join(f"{number} 件时 {ways} 种" for number, ways in found.items())
    return value, [f"按第一种物品的件数分类：{cases}；共 {' + '.join(map(str, found.values()))} = {value}。"]


def families_in_rows(families: int, size: int, rows: Sequence[int]) -> Counted:
    """Families of so many each in rows of seats, each family side by side in one row."""
    value = 0
    for rows_of in itertools.product(range(len(rows)), repeat=families):
        one = 1
        for row, seats in enumerate(rows):
            here = rows_of.count(row)
            left = seats - here * size
            # So many blocks and so many empty seats in the row, the blocks told apart.
            one *= perm(left + here, here) if left >= 0 else 0
        value += one
    inner = factorial(size) ** families
    return value * inner, [
        f"每家捆绑成一个整体，各排中的位置共 {value} 种；每家内部 {factorial(size)} 种；{value} × {factorial(size)}^{families} = {value * inner}。"
    ]


COUNTED: dict[str, Callable[..., Counted]] = {
    "routes": routes,
    "row-apart": row_apart,
    "row-not-together": row_not_together,
    "alike-apart": alike_apart,
    "met": met,
    "majority": majority,
    "purchases": purchases,
    "lamps": lamps,
    "sum-of-numbers": sum_of_numbers,
    "digit-at-ends": digit_at_ends,
    "row-together": row_together,
    "row-not-at-ends": row_not_at_ends,
    "turns-apart": turns_apart,
    "different-groups": of_different_groups,
    "taken-in-turn": taken_in_turn,
    "families-in-rows": families_in_rows,
}
"""Each by name: what `parameters` of a reading call."""
