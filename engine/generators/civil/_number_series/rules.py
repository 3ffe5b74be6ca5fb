"""Rules by which a row of numbers may go on, each tried with at least two numbers more than it takes; they must agree."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import isqrt

Row = Sequence[Fraction]
"""Numbers of a row, in order."""

Rule = Callable[[Row], Fraction | None]
"""What a rule makes the next number; None where the row does not keep it."""


def _differences(row: Row) -> list[Fraction]:
    return [after - before for before, after in itertools.pairwise(row)]


def _ratios(row: Row) -> list[Fraction] | None:
    return None if any(not value for value in row[:-1]) else [after / before for before, after in itertools.pairwise(row)]


def arithmetic(row: Row) -> Fraction | None:
    """Always as much more."""
    steps = _differences(row)
    return row[-1] + steps[-1] if len(set(steps)) == 1 else None


def geometric(row: Row) -> Fraction | None:
    """Always as many times."""
    ratios = _ratios(row)
    return row[-1] * ratios[-1] if ratios and len(set(ratios)) == 1 and ratios[0] not in (0, 1) else None


def _of_differences(rule: Rule) -> Rule:
    def applied(row: Row) -> Fraction | None:
        step = rule(_differences(row))
        return None if step is None else row[-1] + step

    return applied


def _of_ratios(rule: Rule) -> Rule:
    def applied(row: Row) -> Fraction | None:
        ratios = _ratios(row)
        if ratios is None or len(set(ratios)) == 1:
            return None
        ratio = rule(ratios)
        return None if ratio is None else row[-1] * ratio

    return applied


def _sums(row: Row) -> Fraction | None:
    return row[-1] + row[-2] if all(row[i] == row[i - 1] + row[i - 2] for i in range(2, len(row))) else None


def _sums_of_all(row: Row) -> Fraction | None:
    return sum(row, Fraction(0)) if all(row[i] == sum(row[:i]) for i in range(2, len(row))) else None


def _sums_of_three(row: Row) -> Fraction | None:
    return sum(row[-3:], Fraction(0)) if all(row[i] == sum(row[i - 3 : i]) for i in range(3, len(row))) else None


def _sums_and_more(row: Row) -> Fraction | None:
    more = {row[i] - row[i - 1] - row[i - 2] for i in range(2, len(row))}
    return row[-1] + row[-2] + next(iter(more)) if len(more) == 1 else None


def _differences_before(row: Row) -> Fraction | None:
    return row[-2] - row[-1] if all(row[i] == row[i - 2] - row[i - 1] for i in range(2, len(row))) else None


def _products(row: Row) -> Fraction | None:
    if len(set(row)) < 3:
        return None
    return row[-1] * row[-2] if all(row[i] == row[i - 1] * row[i - 2] for i in range(2, len(row))) else None


def _products_and_more(row: Row) -> Fraction | None:
    more = {row[i] - row[i - 1] * row[i - 2] for i in range(2, len(row))}
    return row[-1] * row[-2] + next(iter(more)) if len(more) == 1 else None


def _multiplied(row: Row) -> Fraction | None:
    if row[1] == row[0]:
        return None
    factor = (row[2] - row[1]) / (row[1] - row[0])
    more = row[1] - factor * row[0]
    if factor.denominator != 1 or factor in (0, 1) or any(after != before * factor + more for before, after in itertools.pairwise(row)):
        return None
    return row[-1] * factor + more


def _multiplied_and_counted(row: Row) -> Fraction | None:
    """Twice (three times, ...) the one before, plus 1, 2, 3, ... or another even row."""
    for factor in (Fraction(2), Fraction(3)):
        more = arithmetic([after - before * factor for before, after in itertools.pairwise(row)])
        if more is not None:
            return row[-1] * factor + more
    return None


def _two_before(row: Row) -> Fraction | None:
    """p times the one before and q times the one before that, p and q whole."""
    a, b, c, d = row[:4]
    determinant = b * b - a * c
    if not determinant:
        return None
    near = (b * c - a * d) / determinant
    far = (b * d - c * c) / determinant
    if (
        near.denominator != 1
        or far.denominator != 1
        or not far
        or any(row[i] != near * row[i - 1] + far * row[i - 2] for i in range(2, len(row)))
    ):
        return None
    return near * row[-1] + far * row[-2]


def powers(exponent: int) -> Rule:
    """Consecutive (or every other) squares or cubes, all with the same or alternating small number added."""

    def applied(row: Row) -> Fraction | None:
        found: set[Fraction] = set()
        if any(value.denominator != 1 or value < -3 for value in row):
            return None
        for more in range(-3, 4):
            for alternating in (False, True):
                if alternating and more <= 0:
                    continue
                signs = [(-1) ** place if alternating else 1 for place in range(len(row) + 1)]
                for turn in (1, -1) if alternating else (1,):
                    roots: list[int] = []
                    for value, sign in zip(row, signs, strict=False):
                        if (exact := root(value - more * sign * turn, exponent)) is None:
                            break
                        roots.append(exact)
                    if len(roots) < len(row):
                        continue
                    following = arithmetic([Fraction(root) for root in roots])
                    if following is not None and following != roots[-1]:
                        found.add(following**exponent + more * signs[len(row)] * turn)
        return found.pop() if len(found) == 1 else None

    return applied


def root(value: Fraction, exponent: int) -> int | None:
    """The whole square or cube root, where there is one."""
    if value.denominator != 1 or value < 0:
        return None
    number = int(value)
    found = isqrt(number) if exponent == 2 else round(number ** (1 / 3))
    return found if found**exponent == number else None


_PRIMES = [number for number in range(2, 1000) if all(number % each for each in range(2, isqrt(number) + 1))]


def primes(row: Row) -> Fraction | None:
    """Primes one after the other."""
    first = row[0]
    if first.denominator != 1 or not 2 <= first < 500:
        return None
    numbers = _PRIMES
    if int(first) not in numbers:
        return None
    place = numbers.index(int(first))
    return Fraction(numbers[place + len(row)]) if [Fraction(each) for each in numbers[place : place + len(row)]] == list(row) else None


def ratios_of_differences(row: Row) -> Fraction | None:
    """The differences are twice, three times, four times, ... the one before."""
    steps = [after - before for before, after in itertools.pairwise(row)]
    if len(steps) < 4 or not all(steps):
        return None
    ratio = arithmetic([after / before for before, after in itertools.pairwise(steps)])
    return None if ratio is None else row[-1] + ratio * steps[-1]


def sums_of_two_primes(row: Row) -> Fraction | None:
    """2 + 3, 5 + 7, 11 + 13, ...: two primes at a time."""
    prime = [number for number in range(2, 200) if all(number % each for each in range(2, number))]
    sums = [Fraction(one + other) for one, other in zip(prime[::2], prime[1::2], strict=False)]
    return sums[len(row)] if sums[: len(row)] == list(row) else None


_COMPOSITE = [number for number in range(4, 400) if any(number % each == 0 for each in range(2, number))]


def composite(row: Row) -> Fraction | None:
    """Consecutive numbers that are no primes."""
    if any(value.denominator != 1 for value in row) or int(row[0]) not in _COMPOSITE:
        return None
    place = _COMPOSITE.index(int(row[0]))
    return Fraction(_COMPOSITE[place + len(row)]) if _COMPOSITE[place : place + len(row)] == [int(each) for each in row] else None


def _squares_of_primes(row: Row) -> Fraction | None:
    roots = [root(value, 2) for value in row]
    known = [Fraction(each) for each in roots if each is not None]
    following = primes(known) if len(known) == len(row) else None
    return None if following is None else following**2


def _squared(row: Row) -> Fraction | None:
    """The square of the one before, and always as much more."""
    more = {after - before * before for before, after in itertools.pairwise(row)}
    return row[-1] ** 2 + next(iter(more)) if len(more) == 1 and len(set(row)) > 2 else None


def _growing_factor(row: Row) -> Fraction | None:
    """Times 1, 2, 3, ... (or 2, 3, 4, ...), and either always as much more or as much as the factor."""
    found = set()
    for start in (1, 2):
        factors = range(start, start + len(row))
        more = [after - before * factor for before, after, factor in zip(row, row[1:], factors, strict=False)]
        if len(set(more)) == 1:
            found.add(row[-1] * factors[-1] + more[0])
        if all(each == factor for each, factor in zip(more, factors, strict=False)):
            found.add(row[-1] * factors[-1] + factors[-1])
    return found.pop() if len(found) == 1 else None


def _in_turn(row: Row) -> Fraction | None:
    """Times a whole number and plus another number in turn."""
    for start in (0, 1):
        factors = {row[place + 1] / row[place] for place in range(start, len(row) - 1, 2) if row[place]}
        steps = {row[place + 1] - row[place] for place in range(1 - start, len(row) - 1, 2)}
        if len(factors) == 1 and len(steps) == 1 and (factor := next(iter(factors))).denominator == 1 and factor not in (0, 1):
            return row[-1] * factor if (len(row) - 1) % 2 == start else row[-1] + next(iter(steps))
    return None


def _falling_powers(row: Row) -> Fraction | None:
    """1^6, 2^5, 3^4, 4^3, ...: the base one more, the exponent one less."""
    found = set()
    for base in range(1, 10):
        for exponent in range(len(row) - 1, 9):
            if base**exponent != row[0]:
                continue
            powers = [Fraction(base + place) ** (exponent - place) for place in range(len(row) + 1)]
            if powers[:-1] == list(row):
                found.add(powers[-1])
    return found.pop() if len(found) == 1 else None


# (rule, how many of the numbers it takes to settle it)
_SECOND = _of_differences(arithmetic)
_GEOMETRIC_STEPS = _of_differences(geometric)
_SQUARES, _CUBES = powers(2), powers(3)
RULES: tuple[tuple[Rule, int], ...] = (
    (arithmetic, 2),
    (geometric, 2),
    (_SECOND, 3),
    (_GEOMETRIC_STEPS, 3),
    (_of_differences(_SECOND), 4),
    (_of_differences(_of_differences(geometric)), 4),
    (_of_differences(_sums), 3),
    (_of_differences(powers(2)), 3),
    (_of_differences(powers(3)), 3),
    (_of_differences(primes), 2),
    (_of_ratios(arithmetic), 3),
    (_of_ratios(geometric), 3),
    (_sums, 2),
    (_sums_of_all, 2),
    (_sums_of_three, 3),
    (_sums_and_more, 3),
    (_differences_before, 2),
    (_products, 2),
    (_products_and_more, 3),
    (_multiplied, 3),
    (_multiplied_and_counted, 4),
    (_two_before, 4),
    (_SQUARES, 3),
    (_CUBES, 3),
    (primes, 1),
    (_squares_of_primes, 1),
    (_squared, 2),
    (_growing_factor, 2),
    (_in_turn, 4),
    (_falling_powers, 2),
)
_WORDS = {
    arithmetic: "等差数列",
    geometric: "等比数列",
    _SECOND: "相邻两项的差成等差数列",
    _GEOMETRIC_STEPS: "相邻两项的差成等比数列",
    _SQUARES: "平方数",
    _CUBES: "立方数",
    _sums: "每一项是前两项的和",
    _sums_of_all: "每一项是前面所有项的和",
    _products: "每一项是前两项的积",
    _multiplied: "每一项是前一项的固定倍数再加（减）同一个数",
    primes: "连续的质数",
    _squares_of_primes: "连续质数的平方",
}


PLAIN = (
    "相邻两项的差成等差数列",
    "平方数",
    "立方数",
    "相邻两项的差成等比数列",
    "每一项是前一项的固定倍数再加（减）同一个数",
    "每一项是前两项的和",
)
"""Rules that four numbers are enough to tell."""


def continuations(row: Row, least: int = 2) -> Iterator[tuple[Fraction, str, int]]:
    """(next number, rule in words, numbers that check it: at least `least`) by every rule that the row keeps."""
    for rule, takes in RULES:
        if len(row) - takes >= least and len(row) >= 4 and (value := rule(row)) is not None:
            yield value, _WORDS.get(rule, "见相邻各项的差、倍数或平方、立方"), len(row) - takes
    if len(row) >= 6:
        # Two rows in turn, each told by at least three of its numbers.
        mine, other = row[len(row) % 2 :: 2], row[1 - len(row) % 2 :: 2]
        for rule in (arithmetic, geometric):
            regular = len(mine) >= 3 and len(other) >= 3 and (arithmetic(other) is not None or geometric(other) is not None)
            if regular and (value := rule(mine)) is not None:
                yield value, "奇数位和偶数位各成一列", len(row) - 4


def fillings(row: Sequence[Fraction | None], least: int = 2) -> Iterator[tuple[Fraction, str, int]]:
    """As `continuations`, for a row in which one number before the last is missing: every value with which some rule makes the last number
    of the ones before it.
    """
    place = list(row).index(None)
    before, after = [each for each in row[:place] if each is not None], [each for each in row[place + 1 :] if each is not None]
    likely = {value for rule, _ in RULES if (value := rule(before)) is not None} if len(before) >= 4 else set()
    if before:
        likely |= {(before[-1] + after[0]) / 2, after[0] - before[-1], before[-1] - after[0]}
    found = [each for value in likely for each in _filled([*before, value, *after], value, least)]
    if not found and len(before) < 4:
        # Too few before it for any rule: whole numbers near its neighbours.
        near = {after[0]} | ({before[-1]} if before else set())
        others = {one + step for one in near for step in range(-25, 26)} - likely
        found = [each for value in others for each in _filled([*before, value, *after], value, least)]
    yield from found


def _filled(row: list[Fraction], value: Fraction, least: int) -> Iterator[tuple[Fraction, str, int]]:
    for rule, takes in RULES:
        if len(row) - 1 - takes >= least and len(row) >= 5 and rule(row[:-1]) == row[-1]:
            yield value, _WORDS.get(rule, "见相邻各项的差、倍数或平方、立方"), len(row) - 1 - takes
    if len(row) >= 7:
        one, other = row[::2], row[1::2]
        if all(len(each) >= 3 and (arithmetic(each) is not None or geometric(each) is not None) for each in (one, other)):
            yield value, "奇数位和偶数位各成一列", len(row) - 5
