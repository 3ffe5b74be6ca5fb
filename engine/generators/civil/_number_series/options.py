"""Which of a paper's options completes a row of numbers: every option is put in its place, and the one whose row keeps the simplest rule is it.

A rule costs the more the less usual it is and the fewer numbers it leaves to check it; an option is it only where the next best one costs
clearly more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.generators.civil._number_series.families import FAMILIES
from engine.generators.civil._number_series.further_rules import FURTHER, by_two_halves, by_wider_fractions, handed_on, in_parts
from engine.generators.civil._number_series.rules import PLAIN, Row, arithmetic, continuations, geometric

_VALUE = re.compile(r"-?\d+(?:/\d+|\.\d+)?")
# That all numbers are near powers, or divide so, is a check of its own.
_POWERS = re.compile("平方|立方|次方|自然数")
_CLEARLY = Fraction(1)
_TOO_MUCH = Fraction(3)
_TOO_MUCH_OF_FOUR = Fraction(2)


def _price(rank: int, checks: int) -> Fraction:
    """What a rule costs: `rank` 0 the usual ones, 2 the least usual."""
    return Fraction(rank) + {0: Fraction(4), 1: Fraction(2), 2: Fraction(1, 2)}.get(checks, Fraction(0))


def _following(row: Row) -> Iterator[tuple[Fraction, Fraction, str]]:
    """(price, next number, rule in words) of every rule that a row keeps."""
    if len(row) >= 4:
        for value, words, checks in continuations(row, 1):
            yield _price(0, min(checks + (words in PLAIN and checks == 1), 3)), value, words
    for rule, takes, words in FURTHER:
        if len(row) - takes >= 1 and len(row) >= 4 and (further := rule(row)) is not None:
            yield _price(1, len(row) - takes + (_POWERS.search(words) is not None)), further, words
    if len(row) < 3:
        return
    if len(row) == 3:
        for rule, words in ((arithmetic, "等差数列"), (geometric, "等比数列")):
            if (plain := rule(row)) is not None:
                yield _price(0, 1), plain, words
    for family, rank in FAMILIES:
        for value, checks, words in family(row):
            if checks >= 1:
                yield _price(rank, checks), value, words


def _of_fractions(row: Row) -> Iterator[tuple[Fraction, Fraction, str]]:
    tops, bottoms = (
        _by_value([Fraction(part) for part in parts]) for parts in zip(*(value.as_integer_ratio() for value in row), strict=True)
    )
    for (top, (price, words)), (bottom, (other, more)) in itertools.product(tops.items(), bottoms.items()):
        if bottom:
            yield price + other, top / bottom, f"分子：{words}；分母：{more}"
    parts = [[Fraction(part) for part in side] for side in zip(*(value.as_integer_ratio() for value in row), strict=True)]
    if (handed := handed_on(parts[0], parts[1], None)) is not None:
        yield Fraction(0), Fraction(handed[0]), "；".join(handed[1])
    for value in by_wider_fractions(row):
        yield Fraction(1), value, "化成适当的分数后，分子、分母各成一列"


def _by_value(row: Row) -> dict[Fraction, tuple[Fraction, str]]:
    """The next numbers of a row of tops or bottoms that are not too dear, each with its cheapest rule."""
    found: dict[Fraction, tuple[Fraction, str]] = {}
    for price, value, words in _following(row):
        if price <= _TOO_MUCH_OF_FOUR and (value not in found or price < found[value][0]):
            found[value] = (price, words)
    return found


def _of_halves(terms: Sequence[str], place: int, options: Sequence[str]) -> tuple[int, str] | None:
    """The option whose figures before and behind the point both complete theirs, where that is one."""
    halves = [list(side) for side in zip(*(term.split(".") for term in terms), strict=True)]
    choices = [list(side) for side in zip(*(option.split(".") for option in options), strict=True)]
    found: list[set[str]] = []
    for side, offered in zip(halves, choices, strict=True):
        distinct = list(dict.fromkeys(offered))
        if len(distinct) == 1:
            return None
        best = cheapest([str(int(each)) for each in side], place, [str(int(each)) for each in distinct])
        if best is None:
            return None
        found.append({distinct[best[0]]})
    fitting = [which for which, (whole, part) in enumerate(zip(*choices, strict=True)) if whole in found[0] and part in found[1]]
    return (fitting[0], "整数部分和小数部分各成一列") if len(fitting) == 1 else None


def cheapest(terms: Sequence[str], place: int, options: Sequence[str]) -> tuple[int, str] | None:
    """The option that completes the row at a place, and the rule in words; None where none does, or more than one may.

    An option that is no number is none of those meant, so that nothing is said.
    """
    if not all(_VALUE.fullmatch(each) for each in (*terms, *options)):
        return None
    if len(terms) > 3 and all("." in each for each in (*terms, *options)) and (both := _of_halves(terms, place, options)) is not None:
        return both
    row = [Fraction(term) for term in terms]
    values = [Fraction(option) for option in options]
    fractions = any("/" in each for each in (*terms, *options))
    prices: list[tuple[Fraction, int, str]] = []
    made: dict[tuple[Fraction, ...], list[tuple[Fraction, Fraction, str]]] = {}
    for which, value in enumerate(values):
        whole = [*row[:place], value, *row[place:]]
        before, last = tuple(whole[:-1]), whole[-1]
        if before not in made:
            made[before] = [*_following(before), *(_of_fractions(before) if fractions else ())]
        fitting = [(price, words) for price, following, words in made[before] if following == last]
        if place == len(row) and terms and options[which].isdigit() and int(options[which]) in by_two_halves(terms):
            fitting.append((Fraction(1), "各数的前后两段各成一列"))
        if in_parts([*terms[:place], options[which], *terms[place:]]):
            fitting.append((Fraction(1), "各数的几段各成一列"))
        if fitting:
            price, words = min(fitting)
            prices.append((price, which, words))
    prices.sort()
    if (
        not prices
        or prices[0][0] > (_TOO_MUCH if len(terms) > 4 else _TOO_MUCH_OF_FOUR)
        or (len(prices) > 1 and prices[1][0] - prices[0][0] < _CLEARLY)
    ):
        return None
    return prices[0][1], prices[0][2]


def cheapest_pair(row: Sequence[str | None], pairs: Sequence[Sequence[str]]) -> tuple[int, str] | None:
    """As `cheapest`, where two numbers are missing (None): the last follows from the row with the first, or with both, in their places."""
    known = [each for each in row if each is not None]
    if not all(_VALUE.fullmatch(each) for each in known):
        return None
    prices: list[tuple[Fraction, int, str]] = []
    for which, pair in enumerate(pairs):
        missing = iter(pair)
        *before, last = [Fraction(next(missing) if each is None else each) for each in row]
        if fitting := [(price, words) for price, following, words in _following(before) if following == last]:
            price, words = min(fitting)
            # That the first of them follows from the row, too, is worth as much as a rule that is too dear.
            first = (
                min(
                    (each for each, following, _ in _following([Fraction(term) for term in known]) if following == Fraction(pair[0])),
                    default=_TOO_MUCH,
                )
                if row[-2:] == [None, None]
                else price
            )
            prices.append((price + min(first, _TOO_MUCH), which, words))
    prices.sort()
    if not prices or prices[0][0] > 2 * _TOO_MUCH or (len(prices) > 1 and prices[1][0] - prices[0][0] < _CLEARLY):
        return None
    return prices[0][1], prices[0][2]
