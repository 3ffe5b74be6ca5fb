"""Counts and chances that exam papers ask again and again, against trying every way."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest

from engine.generators.civil._counting import formulas as counts
from engine.generators.civil._probability.chance import papers as chances
from engine.generators.reading import StayOut


def test_gaps_are_filled_with_what_stands_apart() -> None:
    rows = [row for row in itertools.product((0, 1), repeat=9) if sum(row) == 4]
    apart = [row for row in rows if not any(a == b == 1 for a, b in itertools.pairwise(row))]
    assert counts.gaps_filled(5, 4, True)[0] == len(apart)
    assert counts.gaps_filled(5, 4, False)[0] == sum(row[0] == row[-1] == 0 for row in apart)


def test_met_routes_and_sums() -> None:
    assert counts.met(66)[0] == 12
    with pytest.raises(StayOut):
        counts.met(67)
    assert counts.sum_of_numbers([2, 4, 7], 3)[0] == 247 + 274 + 427 + 472 + 724 + 742
    assert counts.routes([["甲", "乙", 2], ["甲", "丙", 3], ["丙", "乙", 5]], "甲", "乙")[0] == 17


def test_blocks_stay_together() -> None:
    def together(order: tuple[int, ...], ring: bool) -> bool:
        apart = (1, len(order) - 1) if ring else (1,)
        return all(abs(order.index(2 * pair) - order.index(2 * pair + 1)) in apart for pair in range(3))

    orders = list(itertools.permutations(range(6)))
    assert counts.blocks([2, 2, 2], False)[0] == sum(together(order, False) for order in orders)
    assert counts.blocks([2, 2, 2], True)[0] == sum(together(order, True) for order in orders if order[0] == 0)


def test_ways_in_a_grid_and_up_stairs() -> None:
    ways = [way for way in itertools.product("EN", repeat=5) if way.count("E") == 3]
    closed = [way for way in ways if any((way[:step].count("E"), way[:step].count("N")) == (1, 1) for step in range(6))]
    assert counts.grid(3, 2, [])[0] == len(ways)
    assert counts.grid(3, 2, [1, 1])[0] == len(ways) - len(closed)
    climbs = [way for number in range(9) for way in itertools.product((1, 2), repeat=number) if sum(way) == 8]
    assert counts.stairs(8, [1, 2], 0)[0] == len(climbs)
    assert counts.stairs(8, [1, 2], 4)[0] == sum(4 not in itertools.accumulate(way) for way in climbs)


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
