"""Counting orders in a row: those who are spoken of are placed in every way, the others fill what is left."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from math import factorial, perm
from typing import Any

from engine.generators.reading import stay_out

_MOST = 40_000  # ways tried one by one


def _spots(size: int, where: str) -> tuple[int, ...]:
    if where in ("两端", "两头", "两边"):
        return (0, size - 1)
    if any(word in where for word in ("排头", "队首", "第一", "最前", "首位", "左")):
        return (0,)
    if any(word in where for word in ("排尾", "队尾", "最后", "末", "右")):
        return (size - 1,)
    if "中" in where:
        return (size // 2,) if size % 2 else stay_out("no middle")
    return ({"二": 1, "三": 2, "四": 3, "五": 4, "六": 5}.get(where[1], int(where[1]) - 1 if where[1].isdigit() else 0),)


def _holds(size: int, place: Sequence[int], condition: Sequence[Any]) -> bool:
    kind, who = condition[0], [place[each] for each in condition[1]]
    if kind == "together":
        return bool(max(who) - min(who) == len(who) - 1)
    if kind == "apart":
        return all(after - before > 1 for before, after in itertools.pairwise(sorted(who)))
    if kind == "order":
        return all(before < after for before, after in itertools.pairwise(who))
    if kind == "between":
        return bool(abs(who[0] - who[1]) == condition[2] + 1)
    return bool((who[0] in _spots(size, condition[2])) == (kind == "at"))


def orders(size: int, conditions: Sequence[Sequence[Any]], sorts: Mapping[str, int]) -> int:
    """Orders of `size` different ones in which all conditions hold.

    Raises:
        StayOut: too many to try.
    """
    of_sorts = [each for each in conditions if each[0] in ("sort-apart", "sort-together", "sort-at", "sort-not-at", "alternate")]
    of_persons = [each for each in conditions if each not in of_sorts]
    if of_sorts and of_persons:
        stay_out("sorts and persons")
    if of_sorts:
        return _of_sorts(size, of_sorts, sorts)
    named = sorted({person for each in of_persons for person in each[1]})
    renamed = [[each[0], [named.index(person) for person in each[1]], *each[2:]] for each in of_persons]
    if len(of_persons) == 1 and of_persons[0][0] in ("together", "apart"):
        if of_persons[0][0] == "together":
            return factorial(size - len(named) + 1) * factorial(len(named))
        return factorial(size - len(named)) * perm(size - len(named) + 1, len(named))
    if perm(size, len(named)) > _MOST:
        stay_out("too many")
    ways = sum(all(_holds(size, place, each) for each in renamed) for place in itertools.permutations(range(size), len(named)))
    return ways * factorial(size - len(named))


def _of_sorts(size: int, conditions: Sequence[Sequence[Any]], sorts: Mapping[str, int]) -> int:
    names = list(sorts)
    if len({str(each) for each in conditions}) != len(conditions) or size > 14:
        stay_out("too many")
    if len(conditions) == 1 and conditions[0][0] in ("sort-apart", "sort-together"):
        some = sorts[conditions[0][1]]
        others = size - some
        if conditions[0][0] == "sort-together":
            return factorial(others + 1) * factorial(some)
        return factorial(others) * perm(others + 1, some)
    patterns = _patterns(tuple(sorts.values()))
    ways = 0
    for pattern in patterns:
        held = True
        for each in conditions:
            if each[0] == "alternate":
                held = all(one != other for one, other in itertools.pairwise(pattern))
            elif each[0] in ("sort-at", "sort-not-at"):
                there = [pattern[spot] == names.index(each[1]) for spot in _spots(size, each[2])]
                held = all(there) if each[0] == "sort-at" else not any(there)
            else:
                places = [place for place, sort in enumerate(pattern) if sort == names.index(each[1])]
                near = [after - before == 1 for before, after in itertools.pairwise(places)]
                held = all(near) if each[0] == "sort-together" else not any(near)
            if not held:
                break
        ways += held
    for count in sorts.values():
        ways *= factorial(count)
    return ways


def _patterns(counts: tuple[int, ...]) -> list[tuple[int, ...]]:
    total = factorial(sum(counts))
    for count in counts:
        total //= factorial(count)
    if total > _MOST:
        stay_out("too many")

    def build(left: tuple[int, ...]) -> list[tuple[int, ...]]:
        if not sum(left):
            return [()]
        return [
            (sort, *rest)
            for sort, count in enumerate(left)
            if count
            for rest in build(tuple(each - (place == sort) for place, each in enumerate(left)))
        ]

    return build(counts)


def steps_of_row(size: int, conditions: Sequence[Sequence[Any]], sorts: Mapping[str, int], value: int) -> str:
    """How the number comes about, as one writes it."""
    if not conditions:
        return f"全排列：{size}! = {value}。"
    if len(conditions) == 1 and conditions[0][0] in ("together", "sort-together", "apart", "sort-apart"):
        kind, who = conditions[0][0], conditions[0][1]
        some = sorts[who] if kind.startswith("sort") else len(who)
        others = size - some
        if "together" in kind:
            return f"捆绑法：相邻的 {some} 个看成一个，与其余的共 {others + 1} 个元素排列，内部再排 {some}!：{factorial(others + 1)} × {factorial(some)} = {value}。"
        return f"插空法：其余先排 {others}! = {factorial(others)}，{others + 1} 个空里放 {some} 个：{perm(others + 1, some)}，{factorial(others)} × {perm(others + 1, some)} = {value}。"
    return f"先安排有要求的，再排其余的（不限制时共 {size}! = {factorial(size)} 种），满足全部条件的排法有 {value} 种。"
