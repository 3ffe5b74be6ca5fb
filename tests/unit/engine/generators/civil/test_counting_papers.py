"""Counts and chances that exam papers ask again and again, against trying every way."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest

from engine.generators.civil._counting import formulas as counts
from engine.generators.reading import StayOut

from ..solving_checks import answer_of


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


def _chance(text: str) -> Fraction:
    return Fraction(answer_of("probability", text))


def test_couples_round_a_table() -> None:
    every = [(0, *order) for order in itertools.permutations(range(1, 6))]
    fitting = [order for order in every if all(abs(order.index(2 * pair) - order.index(2 * pair + 1)) in (1, 5) for pair in range(3))]
    text = "有3对夫妇参加一场婚宴，他们被安排在一张6个座位的圆桌就餐，只是随机安排座位。问3对夫妇恰好都被安排在一起相邻而坐的概率是多少？"
    assert _chance(text) == Fraction(len(fitting), len(every))


def test_two_on_seats_in_rows() -> None:
    seats = [(row, seat) for row, size in enumerate((4, 3, 2)) for seat in range(size)]
    pairs = list(itertools.combinations(seats, 2))
    beside = sum(one[0] == other[0] and abs(one[1] - other[1]) == 1 for one, other in pairs)
    rows = "某教室共3排座位，每排座位数依次为4、3、2个，甲、乙两人随机选择座位入座，则他们左右相邻的概率是多少？"
    assert _chance(rows) == Fraction(beside, len(pairs))
    same = "某影厅共有3排共12个座位，每排座位数相同。小陈和小吴随机入座，则他们{}坐在同一排的概率是多少？"
    assert _chance(same.format("")) + _chance(same.format("不")) == 1
    # Three seats of eleven are in the row of the first.
    assert _chance(same.format("")) == Fraction(3, 11)


def test_codes_sorts_and_cards() -> None:
    codes = [each for each in itertools.product((1, 3, 5, 7, 9), repeat=3) if len(set(each)) == 2]
    text = "小周忘记了银行卡密码的后3位，只记得这3个数全是奇数且恰有2个相同。问他尝试不超过2次就输入正确密码的概率为多少？"
    assert _chance(text) == Fraction(2, len(codes))
    drawn = list(itertools.combinations("aaabb", 2))
    both, some = sum(each == ("a", "a") for each in drawn), sum("a" in each for each in drawn)
    text = "小孙的口袋里有五颗糖，三颗苹果味的，两颗橘子味的。小孙任意从口袋里取出两颗糖，他看了看后说，其中一颗是苹果味的。问小孙取出的另一颗糖也是苹果味的概率是多少？"
    assert _chance(text) == Fraction(both, some)
    orders = list(itertools.permutations("aabbb"))
    first = sum("".join(order).rindex("a") < "".join(order).rindex("b") for order in orders)
    text = "某超市利用抽奖方式促销，60个奖券中设有2个一等奖，3个二等奖，则一等奖先于二等奖抽完的概率为多少？"
    assert _chance(text) == Fraction(first, len(orders))
    text = "从分别写有数字1,2,3,4,5的5张卡片中任取两张,把第一张卡片上的数字作为十位数,第二张卡片上的数字作为个位数,组成一个两位数,则组成的数是偶数的概率是多少？"
    assert _chance(text) == Fraction(2, 5)


def test_draws_that_are_kept() -> None:
    rows = list(set(itertools.permutations("ggbbbb")))
    text = "有6件样品，其中有2件是次品，每次检测一件（不放回），恰好在第{}次找出2件次品的概率是多少？"
    for place in (3, 5):
        assert _chance(text.format("零一二三四五"[place])) == Fraction(
            sum("".join(row).rindex("g") + 1 == place for row in rows), len(rows)
        )
