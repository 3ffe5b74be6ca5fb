"""Further families of rules among which a paper's options choose: what twice the one before makes, primes and composite numbers with more, the
third before, the digits of the one before; and all the families with what they cost.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import prod

from engine.generators.civil._number_series.groups import (
    Family,
    Found,
    between,
    by_digits,
    by_exponents,
    by_factors,
    by_neighbours,
    by_power_before,
    by_ratios,
    by_roots,
    by_steps,
    by_two_before,
    in_turn,
    same,
    three_by_three,
    two_by_two,
)
from engine.generators.civil._number_series.rules import Row, arithmetic, geometric


def by_doubling(row: Row) -> Iterator[Found]:
    """Twice (or three times) the one before, and 1, 2, 3, ..., or 1, 3, 5, ..., or 1, 2, 4, ... more or less."""
    if len(row) < 4:
        return
    for factor in (2, 3):
        more = [after - factor * before for before, after in itertools.pairwise(row)]
        step = more[1] - more[0]
        following = arithmetic(more) if abs(step) in (1, 2) else geometric(more) if more[0] and more[1] / more[0] == 2 else None
        if following is not None and abs(more[0]) < 6:
            yield factor * row[-1] + following, len(more) - 2, f"前一项的 {factor} 倍，再加（减）有规律的数"


_COMPOSITES = [number for number in range(4, 200) if any(number % each == 0 for each in range(2, number))]
_PRIMES = [number for number in range(2, 200) if all(number % each for each in range(2, number))]
_BASES: tuple[tuple[str, list[int]], ...] = (
    ("质数", _PRIMES),
    ("质数", _PRIMES[1:]),
    ("合数", _COMPOSITES),
)


def by_base(row: Row) -> Iterator[Found]:
    """Primes or composite numbers, and the same or one more each time added to (or taken off) each; or the sums of both."""
    if len(row) < 4:
        return
    for words, base in _BASES:
        for sign in (1, -1):
            more = [value - sign * own for value, own in zip(row, base, strict=False)]
            following = same(more)
            if following is None:
                step = arithmetic(more)
                following = step if step is not None and abs(more[1] - more[0]) == 1 else None
            if following is not None:
                yield following + sign * base[len(row)], len(row) - 2, f"连续的{words}各加（减）有规律的数"
    if all(value == one + other for value, one, other in zip(row, _PRIMES, _COMPOSITES, strict=False)):
        yield Fraction(_PRIMES[len(row)] + _COMPOSITES[len(row)]), len(row) - 2, "连续的质数与合数之和"


_LAGGED: tuple[tuple[str, Callable[[Row, int], Fraction]], ...] = (
    ("每一项是它前面第三项与第二项的和", lambda row, place: row[place - 3] + row[place - 2]),
    ("每一项是它前面第三项与前一项的和", lambda row, place: row[place - 3] + row[place - 1]),
    ("每一项是它前面第三项与第二项的差", lambda row, place: row[place - 3] - row[place - 2]),
    ("每一项是它前面第三项与前一项的差", lambda row, place: row[place - 3] - row[place - 1]),
)


def by_third_before(row: Row) -> Iterator[Found]:
    """What the third before and another of the three before give."""
    if len(row) < 5 or len(set(row)) < 3:
        return
    for words, joined in _LAGGED:
        if all(row[place] == joined(row, place) for place in range(3, len(row))):
            yield joined([*row, Fraction(0)], len(row)), len(row) - 3, words


_OF_DIGITS: tuple[tuple[str, Callable[[list[int]], int]], ...] = (
    ("各位数字之和", sum),
    ("各位数字之积", lambda digits: prod(digits)),
    ("各位数字的平方和", lambda digits: sum(digit * digit for digit in digits)),
)


def by_own_digits(row: Row) -> Iterator[Found]:
    """What the digits of the one before give, so many times or so much more."""
    if len(row) < 4 or any(value.denominator != 1 or value < 10 for value in row[:-1]) or row[-1] < 0 or row[-1].denominator != 1:
        return
    for words, made in _OF_DIGITS:
        digits = [Fraction(made([int(sign) for sign in str(int(value))])) for value in row]
        if len(set(digits)) < 2 or not all(digits[:-1]):
            continue
        factors = {after / before for before, after in zip(digits, row[1:], strict=False)}
        if len(factors) == 1 and (factor := next(iter(factors))).denominator == 1:
            yield digits[-1] * factor, len(row) - 2, f"后一项是前一项{words}的 {factor} 倍"
        more = {after - before for before, after in zip(digits, row[1:], strict=False)}
        if len(more) == 1:
            yield digits[-1] + next(iter(more)), len(row) - 2, f"后一项是前一项{words}加（减）同一个数"


def by_all_before(row: Row) -> Iterator[Found]:
    """From some place on each is the product of all before it."""
    if len(row) < 4 or any(value in (0, 1, -1) for value in row):
        return
    if all(row[place] == prod(row[:place], start=Fraction(1)) for place in range(2, len(row))):
        yield prod(row, start=Fraction(1)), len(row) - 2, "从第三项起，每一项是前面各项的积"


FAMILIES: tuple[tuple[Family, int], ...] = (
    (two_by_two, 1),
    (three_by_three, 1),
    (between, 1),
    (in_turn, 1),
    (by_exponents, 1),
    (by_roots, 1),
    (by_steps, 1),
    (by_ratios, 1),
    (by_neighbours, 1),
    (by_digits, 1),
    (by_power_before, 1),
    (by_third_before, 1),
    (by_own_digits, 1),
    (by_all_before, 1),
    (by_base, 1),
    (by_doubling, 0),
    (by_factors, 2),
    (by_two_before, 2),
)
"""The families, and how unusual each is: with more rules in one, some fit by chance."""
