"""Counts and chances that exam papers ask again and again, against trying every way."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest

from engine.generators.civil._counting import papers as counts
from engine.generators.civil._probability.chance import papers as chances
from engine.generators.reading import StayOut


@pytest.mark.parametrize(("size", "some"), [(5, 2), (6, 3), (6, 4)])
def test_rows_apart_and_not_all_together(size: int, some: int) -> None:
    def places(order: tuple[int, ...]) -> list[int]:
        return [place for place, each in enumerate(order) if each < some]

    orders = [places(order) for order in itertools.permutations(range(size))]
    assert counts.row_apart(size, some)[0] == sum(all(b - a > 1 for a, b in itertools.pairwise(each)) for each in orders)
    assert counts.row_not_together(size, some)[0] == sum(each[-1] - each[0] != some - 1 for each in orders)


def test_alike_things_apart_and_lamps() -> None:
    rows = [row for row in itertools.product((0, 1), repeat=9) if sum(row) == 4]
    apart = [row for row in rows if not any(a == b == 1 for a, b in itertools.pairwise(row))]
    assert counts.alike_apart(4, 5)[0] == len(apart) == counts.lamps(9, 5)[0]


def test_met_majority_and_sums() -> None:
    assert counts.met(66)[0] == 12
    with pytest.raises(StayOut):
        counts.met(67)
    teams = [sum(each < 5 for each in team) for team in itertools.combinations(range(9), 4)]
    assert counts.majority(5, 9, 4, True)[0] == sum(mine >= 4 - mine for mine in teams)
    assert counts.majority(5, 9, 4, False)[0] == sum(mine > 4 - mine for mine in teams)
    assert counts.sum_of_numbers([2, 4, 7], 3)[0] == 247 + 274 + 427 + 472 + 724 + 742
    assert counts.routes([["甲", "乙", 2], ["甲", "丙", 3], ["丙", "乙", 5]], "甲", "乙")[0] == 17


def test_rows_together_or_not_at_the_ends() -> None:
    rows = [[place for place, each in enumerate(order) if each < 3] for order in itertools.permutations(range(6))]
    assert counts.row_together(6, 3)[0] == sum(each[-1] - each[0] == 2 for each in rows)
    assert counts.row_not_at_ends(6, 3)[0] == sum(each[0] > 0 and each[-1] < 5 for each in rows)


def test_couples_round_a_table() -> None:
    every = [(0, *order) for order in itertools.permutations(range(1, 6))]
    fitting = [order for order in every if all(abs(order.index(2 * pair) - order.index(2 * pair + 1)) in (1, 5) for pair in range(3))]
    assert chances.couples_round(3)[0] == Fraction(len(fitting), len(every))


def test_seats_codes_and_sorts() -> None:
    rows = (4, 3, 2)
    seats = [(row, seat) for row, size in enumerate(rows) for seat in range(size)]
    pairs = list(itertools.combinations(seats, 2))
    beside = sum(one[0] == other[0] and abs(one[1] - other[1]) == 1 for one, other in pairs)
    assert chances.neighbours(rows)[0] == Fraction(beside, len(pairs))
    assert chances.same_row(3, 12, True)[0] + chances.same_row(3, 12, False)[0] == 1
    codes = [each for each in itertools.product((1, 3, 5, 7, 9), repeat=3) if len(set(each)) == 2]
    assert chances.code_found([1, 3, 5, 7, 9], 3, 2, 2)[0] == Fraction(2, len(codes))
    things = ["a"] * 3 + ["b"] * 2 + ["c"]
    drawn = list(itertools.combinations(range(6), 2))
    alike = sum(things[one] == things[other] for one, other in drawn)
    sorts = {"a": 3, "b": 2, "c": 1}
    assert chances.of_sorts(sorts, 2, ["same"])[0] == Fraction(alike, len(drawn))
    assert chances.of_sorts(sorts, 2, ["of", "a", [1, 2]])[0] == Fraction(sum("a" in (things[x], things[y]) for x, y in drawn), len(drawn))
    both = sum(things[x] == things[y] == "a" for x, y in drawn)
    assert chances.seen_one(6, 3)[0] == Fraction(both, sum("a" in (things[x], things[y]) for x, y in drawn))
    orders = list(itertools.permutations("aabbb"))
    first = sum("".join(order).rindex("a") < "".join(order).rindex("b") for order in orders)
    assert chances.runs_out_first(2, 3)[0] == Fraction(first, len(orders))
    assert chances.guessed_set(5, 2)[0] == Fraction(1, 26)
    assert chances.two_cards([1, 2, 3, 4, 5], "rest", 0)[0] == Fraction(2, 5)
