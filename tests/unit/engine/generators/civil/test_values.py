"""Numbers that come by chance or are laid of digits: what is said of them, and every outcome tried another way."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import comb

import pytest

from engine.generators.civil._counting.derangement_reading import read_derangement
from engine.generators.civil._counting.repeated_reading import read_repeated
from engine.generators.civil._counting.values.events import Events
from engine.generators.civil._counting.values.laid_digits import read_laid_count
from engine.generators.civil._counting.values.reading import read_values_chance
from engine.generators.civil._counting.values.simulator import count_values, holds
from engine.generators.reading import StayOut


@pytest.mark.parametrize(
    ("said", "row", "not_row"),
    [
        ("两数之和是 3 的倍数".replace(" ", ""), (1, 5), (1, 4)),
        ("点数之差的绝对值为2", (5, 3), (5, 4)),
        ("第一次的点数大于第二次的点数", (5, 3), (3, 3)),
        ("第二次比第一次小", (5, 3), (3, 5)),
        ("至少有一个点数是3", (3, 5), (2, 5)),
        ("都是偶数", (2, 4), (2, 3)),
        ("点数不同", (2, 4), (3, 3)),
        ("和为4或5", (2, 3), (3, 3)),
        ("最大的数是5", (5, 2), (6, 5)),
        ("乘积不小于12", (3, 4), (2, 5)),
    ],
)
def test_what_is_said_of_two_numbers(said: str, row: tuple[int, int], not_row: tuple[int, int]) -> None:
    events = Events(2).of(said)
    assert all(holds(each, row) for each in events)
    assert not all(holds(each, not_row) for each in events)


@pytest.mark.parametrize("said", ["颜色相同", "和尽可能大", "三个数相邻"])
def test_what_is_not_understood(said: str) -> None:
    with pytest.raises(StayOut):
        Events(3).of(said)


def chance_of(text: str) -> Fraction:
    """The chance that the reader of numbers finds."""
    found = read_values_chance(text)
    assert found is not None
    every, fits = count_values(found.parameters)
    return Fraction(fits, every)


def test_dice_and_draws() -> None:
    throws = list(itertools.product(range(1, 7), repeat=2))
    assert chance_of("同时抛掷两枚均匀的骰子,两枚骰子点数之积为奇数的概率是多少?") == Fraction(sum(a * b % 2 for a, b in throws), 36)
    drawn = list(itertools.combinations(range(1, 8), 3))
    share = Fraction(sum(sum(each) % 3 == 0 for each in drawn), len(drawn))
    assert chance_of("从1到7这7个数中任取3个数,三个数之和能被3整除的概率是多少?") == share
    twice = list(itertools.permutations(range(1, 6), 2))
    share = Fraction(sum(b > a for a, b in twice), len(twice))
    assert chance_of("从编号为1到5的5个球中先后不放回地取出2个,第二个球的编号比第一个大的概率是多少?") == share


def test_numbers_laid_of_digits() -> None:
    found = read_laid_count("用0、1、2、3、4组成没有重复数字的四位数,其中0不在个位且2不在千位的有多少个?")
    assert found is not None
    rows = [row for row in itertools.permutations(range(5), 4) if row[0] not in (0, 2) and row[3] != 0]
    assert count_values(found.parameters)[1] == len(rows)


def test_one_of_every_place_is_its_own() -> None:
    found = read_derangement("七把锁的钥匙全都弄混了,每把锁各试一把钥匙,恰好有五把锁的钥匙放错,情况有多少种?")
    assert found is not None
    assert (found.parameters["how"], found.parameters["arguments"]) == ("deranged", [7, 2])


def test_so_many_of_repeated_tries() -> None:
    found = read_repeated("某品种的花苗移栽后的成活率为90%,园丁移栽了6棵花苗,恰有4棵成活的概率是多少?")
    assert found is not None
    assert found.parameters["wanted"] == [["sum", [0], [4]]]
    assert found.parameters["times"] == [6]
    assert comb(6, 4) == 15
