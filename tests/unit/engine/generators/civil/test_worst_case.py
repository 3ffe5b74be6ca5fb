"""The worst case against trying every way of taking, textbook classics, and sentences as people type them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.civil._worst_case.simulator import (
    amount_at,
    amount_beside,
    sure_of_all_certain,
    sure_of_linked,
    sure_of_numbers,
    sure_of_pairs,
    sure_of_pairs_apart,
)
from engine.generators.civil.worst_case import fullest_at_least, sure_of_certain_colour, sure_of_colours, sure_of_one_colour, sure_votes

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def surely(counts: Sequence[int], wish: Callable[[Sequence[int]], bool]) -> int:
    """The fewest to take so that the wish comes true whatever is taken: one more than the most that can be taken without."""
    return max(sum(taken) for taken in product(*(range(count + 1) for count in counts)) if not wish(taken)) + 1


def test_textbook_classics() -> None:
    # 国考 2011: 100, 80, 70 and 50 seekers of four subjects; 70 of one subject: 69 x 3 + 50 + 1 = 258.
    assert sure_of_one_colour((100, 80, 70, 50), 70) == 258
    # 国考 2007: six cards of one suit out of a whole pack with both jokers: 5 x 4 + 2 + 1 = 23.
    assert sure_of_one_colour((13, 13, 13, 13, 1, 1), 6) == 23
    assert sure_votes(52, (17, 16, 11), 0) == 4  # 国考 2009: 52 votes, 17, 16 and 11 counted: 4 more are sure
    assert fullest_at_least(13, 12) == 2


@settings(max_examples=80)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=4), st.integers(1, 5), st.integers(0, 3))
def test_agrees_with_trying(counts: list[int], wanted: int, colour: int) -> None:
    if wanted <= max(counts):
        assert sure_of_one_colour(counts, wanted) == surely(counts, lambda taken: max(taken) >= wanted)
    colour %= len(counts)
    if wanted <= counts[colour]:
        assert sure_of_certain_colour(counts, colour, wanted) == surely(counts, lambda taken: taken[colour] >= wanted)
    if 2 <= wanted <= len(counts):
        assert sure_of_colours(counts, wanted) == surely(counts, lambda taken: sum(map(bool, taken)) >= wanted)


def test_keys_agree_with_trying() -> None:
    for composed in sample("worst-case"):
        asked, shown = composed.parameters, int(right_option(composed).split()[0])
        counts = asked.get("counts", ())
        task = asked["task"]
        if task == "votes":
            counted, left = asked["counted"], asked["total"] - sum(asked["counted"])

            def sure(more: int, counted: list[int] = counted, left: int = left) -> bool:
                return all(
                    counted[0] + more > max(counted[1] + other, counted[2] + left - more - other) for other in range(left - more + 1)
                )

            assert sure(shown)
            assert not sure(shown - 1)
            continue
        # With so many, whatever is left behind, the wish is true; with one fewer there is a way without.
        wanted = asked.get("wanted", asked.get("different"))
        if task == "certain-colour":
            without = sum(counts) - counts[asked["colour"]] + wanted - 1
        elif task == "colours":
            without = max(sum(pick) for pick in product(*((0, count) for count in counts)) if sum(map(bool, pick)) == wanted - 1)
        else:
            without = 0
            for count in counts:
                without += count if count < wanted else wanted - 1
        assert shown == without + 1


def most_without(counts: tuple[int, ...], enough: Callable[[tuple[int, ...]], bool]) -> int:
    """The most that can be taken without enough, tried one by one."""
    return max(sum(got) for got in itertools.product(*(range(count + 1) for count in counts)) if not enough(got))


@pytest.mark.parametrize("counts", [(5, 4, 3), (2, 2, 2), (6, 1, 1), (3, 3), (7, 2, 5, 1)])
def test_pairs_and_certain_colours_agree_with_all_draws(counts: tuple[int, ...]) -> None:
    for pairs in range(1, sum(count // 2 for count in counts) + 1):
        assert sure_of_pairs(counts, pairs) == most_without(counts, lambda got, n=pairs: sum(each // 2 for each in got) >= n) + 1  # type: ignore[misc]
    for pairs in range(1, sum(count > 1 for count in counts) + 1):
        assert sure_of_pairs_apart(counts, pairs) == most_without(counts, lambda got, n=pairs: sum(each > 1 for each in got) >= n) + 1  # type: ignore[misc]
    assert sure_of_all_certain(counts, (0, 1)) == most_without(counts, lambda got: got[0] > 0 < got[1]) + 1


@pytest.mark.parametrize(
    ("aim", "number", "holds"),
    [
        ("difference", 3, lambda one, other: other - one == 3),
        ("sum", 9, lambda one, other: one + other == 9),
        ("modulo", 4, lambda one, other: (other - one) % 4 == 0),
        ("coprime", 0, lambda one, other: math.gcd(one, other) == 1),
        ("multiple", 0, lambda one, other: other % one == 0),
        ("times", 2, lambda one, other: other == 2 * one),
    ],
)
def test_numbers_agree_with_all_choices(aim: str, number: int, holds: Callable[[int, int], bool]) -> None:
    for high in (9, 12):
        most = max(
            bin(chosen).count("1")
            for chosen in range(1 << high)
            if not any(
                holds(one, other) for one, other in itertools.combinations([each + 1 for each in range(high) if chosen >> each & 1], 2)
            )
        )
        assert sure_of_numbers(high, aim, number) == most + 1


def test_different_amounts_agree_with_all_of_them() -> None:
    shared = [sorted(each, reverse=True) for each in itertools.combinations(range(1, 21), 4) if sum(each) == 24]
    for place in range(1, 5):
        values = [each[place - 1] for each in shared]
        assert amount_at(24, 4, place, 1, least=True) == min(values)
        assert amount_at(24, 4, place, 1, least=False) == max(values)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("袋中有红球10个、黄球9个、蓝球8个，至少摸出多少个才能保证有5个颜色相同？", "13"),
        ("口袋里有红色球8个，白色球3个，黑色球6个，至少要取出几个球，才能保证其中有5个同色的球", "12"),
        ("老师，一个盒子里有红、黄、蓝三种颜色的球各10个，至少要取出多少个球才能保证有4个颜色相同", "10"),
        ("袋中有5个红球、7个白球和9个黑球，至少取出多少个，才能保证有3个红球", "19"),
        ("国考真题：袋子里有红球6个、黄球5个、蓝球4个，最少摸出几个才能保证有3种颜色", "12"),
        ("箱子里有10根红筷子、8根黄筷子、6根黑筷子，至少要拿出多少根才能确保有2根颜色相同", "4"),
        ("一副扑克牌至少抽出多少张才能保证有6张花色相同", "23"),
        ("袋中有红色的 12 张、黄色的 5 张卡片，它们除颜色外完全相同。闭着眼睛至少要抽出多少张，才能保证其中有 6 张颜色相同？", "11"),
        ("袋里有红球4个白球6个，至少取几个球才能保证有2种颜色", "7"),
        ("一个盒子里装有红球8个、白球6个、黑球4个，至少摸出几个球才能保证三种颜色的球都有？", "15"),
        ("袋子里红黄蓝绿四种颜色的球各10个，至少摸出多少个才能保证有3个同色", "9"),
        ("一副去掉大小王的扑克牌，至少抽多少张才能保证有3张花色相同", "9"),
        ("把13个苹果放进4个抽屉，至少有一个抽屉里至少放几个苹果", "4"),
        ("黑白两色棋子各20枚混在一起，闭眼至少摸几枚才能保证有5枚颜色相同", "9"),
        ("箱子里有12个红球10个蓝球 至少拿几个保证有2个红的", "12"),
        ("袋中有红球10个、黄球9个、蓝球8个，至少摸出多少个才能保证有2个红球和3个黄球", "21"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("worst-case", text).split()[0] == answer


@pytest.mark.parametrize(
    "text",
    [
        "袋中有红球10个、黄球9个、蓝球8个，至多摸出多少个能保证没有5个颜色相同",
        "袋中有红手套10只、黄手套8只，至少取出多少只才能保证有一双",
        "袋中有红球10个、黄球9个，每次取2个，至少取几次才能保证有5个颜色相同",
        "袋中有红球10个、黄球若干个，至少摸出多少个才能保证有5个颜色相同",
        "袋中有红球10个、黄球9个，至少摸出多少个才能保证有5个颜色相同的概率大于0.5",
        "袋中有红球10个、黄球9个、蓝球8个，至少摸出多少个才能保证有15个颜色相同",
        "袋中有红球10个、黄球9个、蓝球8个，至少摸出多少个才能保证有3个绿球",
        "袋中有红球10个、黄球9个、蓝球8个，先拿走3个红球，至少摸出多少个才能保证有5个颜色相同",
        "52名学生投票选班长，至少得多少票才能保证当选",
        "袋中有大小两种红球10个、黄球9个，至少摸出多少个才能保证有5个颜色相同且大小相同",
        "红球10个、黄球8个，每次摸出1个，与上一次颜色相同就放回去重摸，至少摸多少次才能保证有3个红球",
        "某班60人投票从甲、乙、丙三人中选班长，甲已得20票，丙已得10票，甲至少再得几票才能保证当选",
        "袋子里红黄蓝绿四种颜色的球各若干，至少摸出多少个才能保证有3个红球",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("worst-case", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("worst-case") >= 30


def test_numbers_in_a_row_against_every_choice() -> None:
    for high, copies, run in ((5, 1, 2), (6, 2, 3), (7, 1, 3), (8, 1, 4)):
        most = max(
            len(chosen)
            for size in range(high + 1)
            for chosen in itertools.combinations(range(1, high + 1), size)
            if not any(all(start + step in chosen for step in range(run)) for start in range(1, high - run + 2))
        )
        assert sure_of_linked(high, copies, run) == most * copies + 1


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("有编号1-13的卡片，每个编号有4张，共52张，至少摸出多少张，才能保证一定有3张卡片编号相连？", "37 张"),
        ("口袋里有4种颜色的手套各5副，不分左右，至少摸几只才能保证凑成一副？", "5 只"),
        ("7个小朋友分苹果，不管怎么分总有一个小朋友至少分到4个，问至少有多少个苹果", "22 个"),
        ("把25个苹果最多放进几个抽屉，才能保证有一个抽屉至少有7个苹果？", "4"),
    ],
)
def test_solver_answers_other_wordings(text: str, answer: str) -> None:
    assert answer_of("worst-case", text) == answer


def test_an_amount_beside_a_told_one_against_every_choice() -> None:
    for total, count, place, known in ((20, 4, 4, (2, 6)), (25, 4, 1, (3, 4)), (18, 3, 2, (1, 9))):
        found = [
            numbers[::-1][place - 1]
            for numbers in itertools.combinations(range(1, total), count)
            if sum(numbers) == total and numbers[::-1][known[0] - 1] == known[1]
        ]
        assert amount_beside(total, count, place, 1, least=True, known=known) == min(found)
        assert amount_beside(total, count, place, 1, least=False, known=known) == max(found)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("17名同学参加考试，考试题是三道判断题，每名同学都写下了三道题的答案，至少有几名同学的答案是一样的？", "3 人"),
        ("将55个苹果分给若干个小朋友，每个小朋友分得的苹果个数互不相同且至少一个，最多能分给几个小朋友？", "10"),
        ("5名同学体重之和为250千克，且体重都是整数、各不相同，体重最轻的同学最重可能是多少千克？", "48"),
        ("布袋中有60块形状大小相同的木块，每6块编上相同的号码，一次至少取出多少块才能保证其中至少有三块号码相同？", "21 块"),
    ],
)
def test_solver_answers_papers_and_amounts(text: str, answer: str) -> None:
    assert answer_of("worst-case", text) == answer


def test_things_shared_out_are_no_sorts() -> None:
    assert answer_of("worst-case", "10个苹果分给3个小朋友，不管怎么分，总有一个小朋友至少分到几个？") == "4"
