"""Inclusion and exclusion against people counted one by one, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

import pytest

from engine.generators.civil._inclusion_exclusion.linear import bounds
from engine.generators.civil.inclusion_exclusion import both_of_two, in_any_by_exactly_two, in_any_of_three, least_common

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def test_textbook_classics() -> None:
    assert both_of_two(50, 30, 25, 5) == 10
    # 125 learn English, 64 French, 41 German... the usual three sets: 10 + 12 + 8 - (4 + 3 + 2) + 1 = 22.
    assert in_any_of_three((10, 12, 8), (4, 3, 2), 1) == 22
    assert in_any_by_exactly_two((10, 12, 8), 6, 1) == 22
    # 46 people, of whom 35, 38 and 40 can: at least 46 - 11 - 8 - 6 = 21.
    assert least_common(46, (35, 38, 40)) == 21


def people(parts: dict[int, int]) -> list[int]:
    return [bits for bits, count in parts.items() for _ in range(count)]


def test_formulas_agree_with_people() -> None:
    for counts in product((0, 3), repeat=7):
        crowd = people(dict(zip((1, 2, 3, 4, 5, 6, 7), counts, strict=True)))
        sizes = [sum(bits >> each & 1 for bits in crowd) for each in range(3)]
        pairs = [sum(bits & mask == mask for bits in crowd) for mask in (3, 5, 6)]
        two, three = (sum(bits.bit_count() == count for bits in crowd) for count in (2, 3))
        assert in_any_of_three(sizes, pairs, three) == len(crowd) == in_any_by_exactly_two(sizes, two, three)


def test_least_common_part_agrees_with_all_choices() -> None:
    for sizes in ((3, 4, 4), (4, 4, 4), (5, 3, 2), (2, 3, 3)):
        choices = [combinations(range(5), size) for size in sizes]
        assert least_common(5, sizes) == min(len(set(one) & set(two) & set(three)) for one, two, three in product(*choices))


def test_keys_agree_with_people() -> None:
    for composed in sample("inclusion-exclusion"):
        asked, shown = composed.parameters, int(right_option(composed).split()[0])
        task = asked["task"]
        if task in ("both", "neither"):
            both, neither = (shown, asked["neither"]) if task == "both" else (asked["both"], shown)
            crowd = people({3: both, 1: asked["first"] - both, 2: asked["second"] - both, 0: neither})
            assert len(crowd) == asked["total"]
        elif task in ("all-of-three", "none-of-three"):
            three, none = (shown, asked["none"]) if task == "all-of-three" else (asked["all"], shown)
            first, second, third = asked["pairs"]  # of the first two, the last two, the first and the third
            parts = {7: three, 3: first - three, 6: second - three, 5: third - three, 0: none}
            for each in range(3):
                parts[1 << each] = asked["sizes"][each] - sum(count for bits, count in parts.items() if bits >> each & 1)
            assert min(parts.values()) >= 0
            assert sum(parts.values()) == asked["total"]
        elif task == "least-common":
            assert shown == max(0, sum(asked["sizes"]) - 2 * asked["total"])
        else:
            two = shown if task == "exactly-two" else asked["two"]
            one = sum(asked["sizes"]) - 2 * two - 3 * asked["all"]
            if task == "exactly-two":
                assert one + two + asked["all"] + asked["none"] == asked["total"]
            else:
                assert shown == one


def test_bounds_agree_with_every_crowd() -> None:
    # Of 6 people 4 are in A and 3 in B: in both, in neither, in one only.
    crowds = [parts for parts in product(range(7), repeat=4) if sum(parts) == 6 and parts[1] + parts[3] == 4 and parts[2] + parts[3] == 3]
    equations = [((1, 1, 1, 1), 6), ((0, 1, 0, 1), 4), ((0, 0, 1, 1), 3)]
    for target in ((0, 0, 0, 1), (1, 0, 0, 0), (0, 1, 1, 0)):
        values = [sum(each * part for each, part in zip(target, parts, strict=True)) for parts in crowds]
        assert bounds(equations, target) == (Fraction(min(values)), Fraction(max(values)))
    assert bounds([((1, 1), 3), ((1, 1), 4)], (1, 0)) == (None, None)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("某班有50名学生，30人喜欢数学，25人喜欢语文，5人两科都不喜欢，两科都喜欢的有多少人？", "10"),
        ("某单位共有60名职工，会打乒乓球的有40人，会打羽毛球的有35人，两样都会的有20人，两样都不会的有多少人", "5"),
        ("全班45人，参加数学小组的有20人，参加英语小组的有28人，两个小组都参加的有8人，问两个小组都没参加的有多少人", "5"),
        ("国考真题：某公司有80名员工，懂英语的有50人，懂日语的有30人，两种语言都不懂的有12人，则两种语言都懂的有多少人", "12"),
        ("老师，某班50人，做对甲题的40人，做对乙题的31人，两题都没做对的4人，两题都做对的有几人", "25"),
        ("某小区有100户居民，订阅日报的有60户，订阅晚报的有45户，两种都订阅的有20户，两种都没订阅的有多少户", "15"),
        ("某班48名同学，24人选修音乐，30人选修美术，两门都没有选修的有6人，有多少人两门都选修", "12"),
        ("某单位100名员工，去过北京的有70人，去过上海的有55人，两个都去过的有40人，两个都没去过的有多少人", "15"),
        ("某班有50名学生，30人喜欢数学，25人喜欢语文，5人两科都不喜欢，只喜欢数学的有多少人", "20"),
        ("某班有50名学生，30人喜欢数学，25人喜欢语文，两科都喜欢的至少有多少人", "5"),
        ("某班有45名同学，参加语文竞赛的有25人，参加数学竞赛的有28人，两项竞赛都参加的有15人，问两项竞赛都没参加的有多少人？", "7"),
        ("100名学生中，喜欢音乐的有60人，喜欢体育的有70人，两样都喜欢的有40人，只喜欢音乐的有多少人", "20"),
        ("学校有120人，会游泳的80人，会骑车的90人，两样都不会的10人，两样都会的几人", "60"),
        ("1到100中，能被3或5整除的数有多少个", "47"),
        ("某班同学每人至少参加了一个兴趣小组，参加数学小组的有26人，参加语文小组的有24人，两个小组都参加的有12人，全班共有多少人？", "38"),
        ("60人参加考试 语文及格50人 数学及格45人 都及格40人 都不及格几个", "5"),
        ("某班有50名学生，60%喜欢数学，25人喜欢语文，5人两科都不喜欢，两科都喜欢的有多少人", "10"),
        ("某班有50名学生，30人喜欢数学，喜欢语文的比喜欢数学的少5人，5人两科都不喜欢，两科都喜欢的有多少人", "10"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("inclusion-exclusion", text).split()[0] == answer


@pytest.mark.parametrize(
    "text",
    [
        "某班有50名学生，30人喜欢数学，25人喜欢语文，20人喜欢英语，5人三科都不喜欢，三科都喜欢的有多少人",
        "某班有50名学生，只喜欢数学的30人，喜欢语文的15人，5人两科都不喜欢，两科都喜欢的有多少人",
        "某班有50名学生，30人喜欢数学，25人喜欢语文，两科都喜欢的有多少人",
        "某班有50名学生，30人喜欢数学，25人喜欢语文，70人两科都不喜欢，两科都喜欢的有多少人",
        "某班有50名学生，其中男生30人，30人喜欢数学，25人喜欢语文，5人两科都不喜欢，两科都喜欢的有多少人",
        "某班30人喜欢数学，25人喜欢语文，5人两科都不喜欢，两科都喜欢的有多少人",
        "容斥原理的公式是什么，两个集合都有的怎么算",
        "某班有50名学生，30人喜欢数学或语文，25人喜欢语文，5人两科都不喜欢，两科都喜欢的有多少人",
        "100名学生中，喜欢音乐的有60人，喜欢体育的有70人，两样都喜欢的有若干人，只喜欢音乐的有多少人",
        "某班同学，参加数学小组的有26人，参加语文小组的有24人，全班共有多少人",
        "100人中60人会游泳，70人会骑车，后来又来了5人，两样都会的有40人，两样都不会的有多少人",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("inclusion-exclusion", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("inclusion-exclusion") >= 20
