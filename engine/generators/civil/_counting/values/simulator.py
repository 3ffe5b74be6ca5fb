"""Trying every outcome of some numbers: thrown, drawn with or without putting back, taken from sets, or laid of digits."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import cache
from math import gcd, prod
from typing import Any

from engine.generators.kind import Parameters
from engine.generators.reading import stay_out

_MOST = 200_000
Values = tuple[int, ...]


@cache
def _is_prime(number: int) -> bool:
    return number > 1 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def is_a(number: int, what: str, divisor: int = 0, rest: int = 0) -> bool:
    """Whether a number is odd, even, prime, composite, or leaves so much when divided."""
    if what in ("奇数", "偶数"):
        return number % 2 == (what == "奇数")
    if what == "质数":
        return _is_prime(number)
    if what == "合数":
        return number > 3 and not _is_prime(number)
    return number % divisor == rest


def _compares(one: int, how: str, other: int) -> bool:
    return {
        "≥": one >= other,
        "≤": one <= other,
        "＞": one > other,
        "＜": one < other,
        "＝": one == other,
        "≠": one != other,
    }[how]


def quantity(name: Sequence[Any], row: Values) -> int:
    """What a quantity comes to for some numbers; for those laid of digits the digits are the numbers."""
    kind = name[0]
    if kind == "lit":
        return int(name[1])
    if kind == "item":
        return row[int(name[1])]
    if kind == "place":  # from the right
        return row[-1 - int(name[1])] if name[1] < len(row) else stay_out("no such place")
    if kind == "number":
        return int("".join(map(str, row)))
    if kind == "difference":
        return abs(row[0] - row[1])
    if kind == "sum":
        return sum(row)
    if kind == "product":
        return prod(row)
    return max(row) if kind == "max" else min(row)


def _beside(row: Values, digits: Sequence[int]) -> bool:
    places = [row.index(digit) for digit in digits if digit in row]
    return len(places) == len(digits) and max(places) - min(places) == len(digits) - 1


def holds(event: Sequence[Any], row: Values) -> bool:
    """Whether something holds for some numbers."""
    kind = event[0]
    if kind == "not":
        return not holds(event[1], row)
    if kind == "any":
        return any(holds(each, row) for each in event[1])
    if kind == "all":
        return all(holds(each, row) for each in event[1])
    if kind == "compare":
        return _compares(quantity(event[1], row), event[2], quantity(event[3], row))
    if kind == "is":
        return is_a(quantity(event[1], row), *event[2:])
    if kind == "count":  # so many of the numbers are so
        return sum(is_a(each, *event[1]) for each in row) in event[2]
    if kind == "valued":  # so many of the numbers are this one, or one of these
        return sum(each in event[1] for each in row) in event[2]
    if kind == "same":
        return len(set(row)) == 1
    if kind == "different":
        return len(set(row)) == len(row)
    if kind == "alike":  # exactly so many of them are the same, the others differ
        return sorted(map(row.count, set(row)), reverse=True) == [event[1], *[1] * (len(row) - event[1])]
    if kind == "consecutive":
        return len(set(row)) == len(row) and max(row) - min(row) == len(row) - 1
    if kind == "some-neighbours":
        ordered = sorted(row)
        return any(after - before == 1 for before, after in itertools.pairwise(ordered))
    if kind == "arithmetic":
        progression = row if event[1] else tuple(sorted(row))
        return len({after - before for before, after in itertools.pairwise(progression)}) == 1
    if kind == "triangle":
        small, middle, large = sorted(row)
        return small + middle > large
    if kind == "right-triangle":
        small, middle, large = sorted(row)
        return small**2 + middle**2 == large**2
    if kind == "coprime":
        return gcd(*row) == 1
    if kind == "fraction":
        top, bottom = row
        return {"真分数": top < bottom, "假分数": top >= bottom, "最简分数": gcd(top, bottom) == 1, "整数": top % bottom == 0}[event[1]]
    if kind == "rising":
        return all(before < after for before, after in itertools.pairwise(row))
    if kind == "falling":
        return all(before > after for before, after in itertools.pairwise(row))
    if kind == "beside":
        return _beside(row, event[1])
    if kind == "digit-at":  # from the left; a digit that is not there is nowhere
        return any(row[place] == event[1] for place in event[2] if -len(row) <= place < len(row))
    if kind == "kind-beside":  # two digits of a kind side by side
        return any(is_a(one, event[1]) and is_a(other, event[1]) for one, other in itertools.pairwise(row))
    raise ValueError(kind)


def outcomes(parameters: Parameters) -> list[Values]:
    """Every outcome, each as likely as another."""
    how, domains, take = parameters["how"], parameters["domains"], parameters["take"]
    if how == "each":
        size = prod(map(len, domains))
        rows: Iterable[Values] = itertools.product(*domains)
    else:
        size = prod(len(domains[0]) - place for place in range(take))
        rows = itertools.permutations(domains[0], take) if how == "ordered" else itertools.combinations(domains[0], take)
    if size > _MOST * (24 if how == "together" else 1):
        stay_out("too many")
    found = list(rows)
    if parameters.get("laid"):
        found = sorted({row for row in found if row[0]})
    if len(found) > _MOST:
        stay_out("too many")
    return found


def count_values(parameters: Parameters) -> tuple[int, int]:
    """How many outcomes there are in which everything holds that is given, and in how many of them also what is wanted."""
    known = [row for row in outcomes(parameters) if all(holds(each, row) for each in parameters["given"])]
    fitting = [row for row in known if all(holds(each, row) for each in parameters["wanted"])]
    return len(known), len(fitting)
