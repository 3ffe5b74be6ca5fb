"""Series against rules found from the shown numbers alone, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import pytest

from engine.generators.civil._number_series.options import cheapest
from engine.generators.civil.number_series import from_two_before, multiplied_and_added, of_second_order, of_third_order

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def through(points: Sequence[int], at: int) -> Fraction:
    """The polynomial of least degree through the points 0, 1, 2, ... at a place (Lagrange)."""
    total = Fraction(0)
    for one, value in enumerate(points):
        term = Fraction(value)
        for other in range(len(points)):
            if other != one:
                term *= Fraction(at - other, one - other)
        total += term
    return total


def continuations(task: str, terms: Sequence[int]) -> Iterator[Fraction | int]:
    """Every next term that a rule of the family allows which gives all the terms shown."""
    place = len(terms)
    if task in ("second-order", "third-order"):
        degree = 3 if task == "second-order" else 4
        assert all(through(terms[:degree], each) == terms[each] for each in range(place))
        yield through(terms[:degree], place)
    elif task == "geometric-differences":
        steps = [terms[each + 1] - terms[each] for each in range(place - 1)]
        ratio = Fraction(steps[1], steps[0])
        assert all(steps[each + 1] == steps[each] * ratio for each in range(len(steps) - 1))
        yield terms[-1] + steps[-1] * ratio
    elif task == "multiplied":
        for factor in range(-60, 61):
            more = terms[1] - terms[0] * factor
            if all(terms[each + 1] == terms[each] * factor + more for each in range(place - 1)):
                yield terms[-1] * factor + more
    elif task == "two-before":
        for near in range(-40, 41):
            for far in range(-40, 41):
                if all(terms[each + 2] == near * terms[each + 1] + far * terms[each] for each in range(place - 2)):
                    yield near * terms[-1] + far * terms[-2]
    else:
        mine = terms[place % 2 :: 2]
        if len({mine[each + 1] - mine[each] for each in range(len(mine) - 1)}) == 1:
            yield 2 * mine[-1] - mine[-2]
        if len({Fraction(mine[each + 1], mine[each]) for each in range(len(mine) - 1)}) == 1:
            yield mine[-1] * Fraction(mine[-1], mine[-2])


def test_textbook_classics() -> None:
    assert of_second_order(2, 3, 2, 6) == [2, 5, 10, 17, 26, 37]
    assert multiplied_and_added(1, 2, 1, 6) == [1, 3, 7, 15, 31, 63]
    assert from_two_before(1, 1, 1, 1, 8) == [1, 1, 2, 3, 5, 8, 13, 21]
    assert of_third_order(0, 1, 6, 6, 6) == [0, 1, 8, 27, 64, 125]


def test_keys_are_the_only_continuations() -> None:
    for composed in sample("number-series"):
        asked, shown = composed.parameters, int(right_option(composed))
        if asked["task"] == "sum":
            (one, other), (at_one, at_other) = asked["places"], asked["values"]
            step = Fraction(at_other - at_one, other - one)
            assert sum(at_one + (place - one) * step for place in range(1, asked["count"] + 1)) == shown
        else:
            assert set(continuations(asked["task"], asked["terms"])) == {shown}, composed.question.stem


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("等差数列首项为3，公差为4，前10项的和是多少？", "210"),
        ("一个等差数列的首项是5，公差是2，第20项是多少", "43"),
        ("等比数列首项为2，公比为3，第5项是多少", "162"),
        ("老师，等比数列首项是1，公比是2，求前10项和", "1023"),
        ("国考真题：某等差数列第一项是7，公差为3，它的前20项的和为多少", "710"),
        ("已知等差数列a1=2，d=5，a11是多少", "52"),
        ("等差数列首项100，公差-4，求前15项的和", "1080"),
        ("等比数列首项为3，公比为1/2，第5项是多少", "3/16"),
        ("首项为3、公比为2的等比数列，前六项的和是多少", "189"),
        ("等差数列第3项为3，公差为4，前10项的和是多少", "130"),
        ("等差数列首项为3，前10项的和是210，公差是多少", "4"),
        ("数字推理 3 5 9 17 33 下一个数是多少", "65"),
        ("等差数列{an}中，a3=7，a7=15，求a10", "21"),
        ("首项为2，公差为3的等差数列，第15项是多少？", "44"),
        ("在等差数列中，a1=3，d=2，求前10项和", "120"),
        ("1，1，2，3，5，8，（ ）请填空", "13"),
        ("1, 3, 7, 15, 31, (　)", "63"),
        ("1,3,7,15,31,（ ）,127 空里填几", "63"),
        ("找规律填数：5，7，10，14，19，（ ）", "25"),
        ("一个剧场第一排有20个座位，以后每排比前一排多2个座位，共有25排，一共有多少个座位", "1100"),
        ("等差数列{an}中，a4+a9=38，a7=21，求a6", "17"),
        ("等比数列中a1=3，q=2，求a6和S6", "96；189"),
        ("等差数列共有20项，首项为5，末项为62，求公差和各项之和", "3；670"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("number-series", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "等差数列首项为3，末项为39，前10项的和是多少",
        "等差数列首项为3，公差为4，前10项中奇数项的和是多少",
        "等差数列首项为3，公差为4，从第5项到第10项的和是多少",
        "等差数列首项为3，公差为4，第几项开始大于100",
        "等比数列首项为3，公差为4，前10项的和是多少",
        "数列首项为3，公差为4，前10项的和是多少",
        "等差数列首项为3，公差为4，前10项和与第10项的差是多少",
        "等差数列和等比数列首项都为3，公差和公比都为2，第5项分别是多少",
        "2，4，8，（ ）请填空",
        "找规律填数：5，7，10，15，21，（ ）",
        "一个剧场第一排有20个座位，以后每排比前一排多若干个座位，共有25排，一共有多少个座位",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("number-series", text)


@pytest.mark.parametrize(
    ("terms", "place", "options", "right"),
    [
        ((2, 8, 14, 20), 4, (24, 26, 28, 30), 1),
        ((5, 9, 14, 37, 60), 3, (21, 23, 25, 27), 1),  # each the sum of the two before
        ((3, 6, 4, 12, 5, 20, 6), 7, (24, 26, 30, 36), 2),  # two and two: 2, 3, 4, 5 times
        ((1, 2, 5, 3, 4, 25, 5, 6), 8, (41, 52, 61, 66), 2),  # three and three: the sum of the squares
        ((9, 17, 28, 43, 65, 92), 5, (64, 66, 70, 71), None),
        ((3, 8, 14, 27, 31), 5, (36, 40, 44, 52), None),
    ],
)
def test_the_option_that_completes_a_row(terms: tuple[int, ...], place: int, options: tuple[int, ...], right: int | None) -> None:
    found = cheapest([str(each) for each in terms], place, [str(each) for each in options])
    assert (found[0] if found else None) == right
