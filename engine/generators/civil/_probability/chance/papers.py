"""Chances that exam papers ask again and again, each counted out: seats in rows, a round table of couples, a code half remembered, what one
look gives away, prizes that run out, guessed answers, any sorts of things.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import comb, factorial, prod
from typing import Any

Counted = tuple[Fraction, list[str]]
"""A chance and the working."""


def same_row(rows: int, seats: int, same: bool) -> Counted:
    """Two at random on so many seats in equal rows: in the same row, or not."""
    each = seats // rows
    inside = Fraction(each - 1, seats - 1)
    steps = [f"一人先坐好，另一人还有 {seats - 1} 个座位可选，同一排的还有 {each - 1} 个，同排的概率为 {inside}。"]
    return (inside, steps) if same else (1 - inside, [*steps, f"不同排的概率为 1 − {inside} = {1 - inside}。"])


def neighbours(rows: Sequence[int]) -> Counted:
    """Two at random on rows of so many seats: side by side."""
    seats, beside = sum(rows), sum(each - 1 for each in rows)
    every = comb(seats, 2)
    return Fraction(beside, every), [
        f"共 {seats} 个座位，两人的座位有 C({seats}, 2) = {every} 种，左右相邻的有 {' + '.join(str(each - 1) for each in rows)} = {beside} 种。"
    ]


def couples_round(couples: int) -> Counted:
    """So many couples at random round a table: every couple side by side."""
    fits, every = factorial(couples - 1) * 2**couples, factorial(2 * couples - 1)
    return Fraction(fits, every), [
        f"{2 * couples} 人围圆桌有 {2 * couples - 1}! = {every} 种坐法；每对捆绑后围坐有 {couples - 1}! 种，各对内部有 2 种次序，共 {factorial(couples - 1)} × {2**couples} = {fits} 种。"
    ]


def code_found(digits: Sequence[int], places: int, alike: int, tries: int) -> Counted:
    """A code of such digits, so many of them alike (0: no more is known, 1: all different), found within so many tries."""
    fitting = [each for each in itertools.product(digits, repeat=places) if not alike or max(Counter(each).values()) == alike]
    count = len(fitting)
    return Fraction(min(tries, count), count), [
        f"可能的密码有 {count} 种，每次试一种，不超过 {tries} 次试对的概率为 {min(tries, count)}/{count}。"
    ]


def seen_one(total: int, such: int) -> Counted:
    """Two of so many taken, one of them seen to be such: the other is, too."""
    both, some = comb(such, 2), comb(total, 2) - comb(total - such, 2)
    return Fraction(both, some), [
        f"至少有一个是的取法有 C({total}, 2) − C({total - such}, 2) = {some} 种，两个都是的有 C({such}, 2) = {both} 种。"
    ]


def runs_out_first(first: int, other: int) -> Counted:
    """All of one sort are drawn before all of another: the last drawn of both together is of the other."""
    return Fraction(other, first + other), [
        f"只看这 {first} + {other} = {first + other} 个，最后抽出的是后者就是前者先抽完，后者有 {other} 个。"
    ]


def guessed_set(options: int, least: int) -> Counted:
    """The right set of at least so many options guessed."""
    ways = [comb(options, each) for each in range(least, options + 1)]
    return Fraction(1, sum(ways)), [f"可能的答案有 {' + '.join(map(str, ways))} = {sum(ways)} 种，只有 1 种正确。"]


def left_and_right(pairs: int) -> Counted:
    """One pair out of so many pairs of shoes all alike: a left one and a right one."""
    every = comb(2 * pairs, 2)
    return Fraction(pairs * pairs, every), [
        f"取两只有 C({2 * pairs}, 2) = {every} 种，一左一右的有 {pairs} × {pairs} = {pairs * pairs} 种。"
    ]


def of_sorts(counts: Mapping[str, int], take: int, event: Sequence[Any]) -> Counted:
    """So many taken of things of several sorts: all of one sort, all different, so many of one."""
    sizes = list(counts.values())
    every = comb(sum(sizes), take)
    kind = event[0]
    if kind in ("same", "not-same"):
        fits = sum(comb(size, take) for size in sizes)
        fits = fits if kind == "same" else every - fits
    elif kind == "different":
        fits = sum(prod(chosen) for chosen in itertools.combinations(sizes, take))
    else:
        mine = counts[event[1]]
        fits = sum(comb(mine, number) * comb(sum(sizes) - mine, take - number) for number in event[2])
    return Fraction(fits, every), [f"取 {take} 个一共 C({sum(sizes)}, {take}) = {every} 种，符合的有 {fits} 种。"]


def two_cards(digits: Sequence[int], what: str, number: int) -> Counted:
    """Two of such cards laid to a number of two digits: a multiple of a number, larger or smaller than it, or with such a rest by two."""
    made = [10 * first + second for first, second in itertools.permutations(digits, 2)]
    if what == "multiple":
        fits = sum(not each % number for each in made)
    elif what == "rest":
        fits = sum(each % 2 == number for each in made)
    else:
        fits = sum(each > number if what == "more" else each < number for each in made)
    return Fraction(fits, len(made)), [f"可组成 {len(digits)} × {len(digits) - 1} = {len(made)} 个两位数，符合的有 {fits} 个。"]


def share(value: str) -> Counted:
    """One drawn of many: the share of those meant."""
    return Fraction(value), [f"抽到每个人的机会相等，所求的人占总数的 {value}。"]


COUNTED: dict[str, Callable[..., Counted]] = {
    "same-row": same_row,
    "neighbours": neighbours,
    "couples-round": couples_round,
    "code": code_found,
    "seen-one": seen_one,
    "runs-out": runs_out_first,
    "guessed-set": guessed_set,
    "left-and-right": left_and_right,
    "of-sorts": of_sorts,
    "two-cards": two_cards,
    "share": share,
}
"""Each by name: what `parameters` of a reading call."""
