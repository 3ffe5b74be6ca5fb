"""Counting against counting one by one, textbook classics, and sentences as people type them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from itertools import combinations, pairwise, permutations, product

import pytest

from engine.generators.civil._counting.arranging.simulator import number_of
from engine.generators.civil._counting.assigning.simulator import assignments
from engine.generators.civil.combinatorics import chosen, derangements, posted, shared, stand_apart, stand_together

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def rows(people: int, certain: int, together: bool) -> int:
    """Orders counted one by one."""
    count = 0
    for order in permutations(range(people)):
        places = sorted(order.index(one) for one in range(certain))
        steps = [after - before for before, after in pairwise(places)]
        count += all(step == 1 for step in steps) if together else all(step > 1 for step in steps)
    return count


def test_textbook_classics() -> None:
    assert stand_together(7, 2) == 1440
    assert stand_apart(7, 2) == 3600
    assert chosen(5, 4, 3, 1) == 74
    assert shared(10, 3, 1) == 36
    assert shared(30, 3, 9) == 10  # 30 papers for 3 departments, 9 at least (国考 2010)
    assert posted(4, 3) == 36
    assert [derangements(number) for number in range(1, 7)] == [0, 1, 2, 9, 44, 265]


def test_keys_agree_with_counting() -> None:
    for composed in sample("combinatorics"):
        asked, shown = composed.parameters, int(right_option(composed).split()[0])
        task = asked["task"]
        if task in ("together", "apart"):
            certain = asked.get("bound", asked.get("separate"))
            if asked["people"] > 7:  # the others' order does not matter to the places: count the places only
                fits = 0
                for places in combinations(range(asked["people"]), certain):
                    steps = [after - before for before, after in pairwise(places)]
                    fits += all(step == 1 for step in steps) if task == "together" else all(step > 1 for step in steps)
                arrangements = sum(1 for _ in permutations(range(certain))) * sum(1 for _ in permutations(range(asked["people"] - certain)))
                assert shown == fits * arrangements
            else:
                assert shown == rows(asked["people"], certain, task == "together")
        elif task in ("exactly", "at-least"):
            people = ["man"] * asked["men"] + ["woman"] * asked["women"]
            counts = [sum(people[one] == "woman" for one in group) for group in combinations(range(len(people)), asked["take"])]
            assert shown == sum(count == asked["number"] if task == "exactly" else count >= asked["number"] for count in counts)
        elif task == "shared":
            most = asked["things"] - (asked["boxes"] - 1) * asked["least"]
            portions = product(range(asked["least"], most + 1), repeat=asked["boxes"])
            assert shown == sum(sum(each) == asked["things"] for each in portions)
        elif task == "posted":
            assert shown == sum(len(set(way)) == asked["places"] for way in product(range(asked["places"]), repeat=asked["people"]))
        else:
            hits = (sum(card == one for one, card in enumerate(way)) for way in permutations(range(asked["people"])))
            assert shown == sum(hit == asked["own"] for hit in hits)


def _orders(counts: list[int], conditions: list[list[object]]) -> int:
    """Orders in a row of so many of each cell."""
    size = sum(counts)
    row = {"shape": "row", "counts": counts, "lows": [1] * size, "highs": [1] * size, "alike": False, "unnamed": False, "out": False}
    return number_of(row, conditions)[0]


def test_rows_agree_with_all_orders() -> None:
    holds: dict[str, Callable[[tuple[int, ...]], bool]] = {
        "near": lambda place: abs(place[0] - place[1]) == 1,
        "far": lambda place: abs(place[0] - place[1]) > 1,
        "before": lambda place: place[0] < place[1],
    }
    for kind, fits in holds.items():
        expected = sum(fits(place) and place[2] not in (0, 5) for place in itertools.permutations(range(6)))
        assert _orders([1, 1, 1, 3], [[kind, [0, 1]], ["count", [2], [0, 5], [0]]]) == expected
    expected = sum(abs(place[0] - place[1]) == 3 for place in itertools.permutations(range(6)))
    assert _orders([1, 1, 4], [["gap", [0], [1], 2]]) == expected
    # Boys are 0, 1, 2 and girls 3, 4: in turn, or the girls apart and no boy first.
    rows = list(itertools.permutations(range(5)))
    assert _orders([3, 2], [["alternate", [[0], [1]]]]) == sum(all((a < 3) != (b < 3) for a, b in itertools.pairwise(row)) for row in rows)
    assert _orders([3, 2], [["far", [1]], ["count", [0], [0], [0]]]) == sum(
        row[0] > 2 and not any(a > 2 < b for a, b in itertools.pairwise(row)) for row in rows
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("7个人站成一排照相，甲、乙两人必须相邻，有多少种不同的站法？", "1440 种"),
        ("7个人站成一排，甲和乙不能相邻，有多少种排法", "3600 种"),
        ("从5名男生和4名女生中选出3人，至少有1名女生，有多少种选法", "74 种"),
        ("国考真题：把30份相同的文件分给3个部门，每个部门至少9份，有多少种分法", "10 种"),
        ("某单位有男职工5名、女职工4名，从中选3人，要求恰有2名女职工，不同的选法有多少种", "30 种"),
        ("老师，10个相同的小球放入3个不同的盒子，每个盒子至少放1个，有几种放法", "36 种"),
        ("六个同学排成一排，其中甲乙丙三人要相邻，共有多少种排法", "144 种"),
        ("6名学生站成一排，甲乙丙互不相邻，有多少种站法", "144 种"),
        ("从6名男医生、5名女医生中选4人，至少有2名男医生，有多少种不同的选法", "265 种"),
        ("10个不同的小球放入3个不同的盒子，每个盒子至少1个，有多少种放法", "55980 种"),
        ("7个人站成一排，甲乙相邻，丙不能站两端，有多少种站法", "960 种"),
        ("7个人站成一排，甲在乙的左边，有多少种站法", "2520 种"),
        ("7个人站成一排，甲必须站在排头，乙丙相邻，有多少种站法", "240 种"),
        ("从5名男生和4名女生中选出3人，既有男生又有女生，有多少种选法", "70 种"),
        ("从5名男生和4名女生中选出3人，至多有1名女生，有多少种选法", "50 种"),
        ("某班从8名候选人中选出3人组成班委，有多少种不同选法？", "56 种"),
        ("甲、乙、丙、丁、戊五人站成一排，甲乙必须相邻，有多少种排法", "48 种"),
        ("5名男生和3名女生站成一排，3名女生互不相邻，共有多少种排法？", "14400 种"),
        ("把7个相同的苹果分给3个小朋友，每人至少一个，有几种分法？", "15 种"),
        ("从4名男生和3名女生中选3人参加比赛，男女生都要有，多少种选法", "30 种"),
        ("用1、2、3、4、5组成没有重复数字的三位数，一共有多少个", "60 个"),
        ("10个人聚会，每两人握一次手，一共握多少次手？", "45"),
        ("7个人围成一圈，甲乙相邻，有多少种坐法", "240 种"),
        ("7个人围圆桌吃饭，其中甲乙要坐一起，一共几种坐法", "240 种"),
        ("从5名男职工和4名女职工中选出4人，要求男、女职工各2人，有多少种选法", "60 种"),
        ("从10名同学中选出班长、学习委员、体育委员各一名，共有多少种选法？", "720 种"),
        ("从甲地到乙地有3条路，从乙地到丙地有4条路，从甲地直接到丙地有2条路，从甲地到丙地共有多少种走法？", "14 种"),
        ("4个部门，每个部门出2个节目，同一部门的节目必须相邻，节目单有多少种排法？", "384 种"),
        ("从6双不同的鞋中任取4只，恰有一双配对的取法有多少种", "240 种"),
        ("10个相同的小球放入3个相同的盒子，每个盒子至少1个，有多少种放法", "8 种"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("combinatorics", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "7个人围坐在圆桌旁，座位编号为1到7，甲乙相邻，有多少种坐法",
        "7个人站成一排，甲乙丙三人不相邻，有多少种站法",
        "7个人站成两排，甲乙相邻，有多少种站法",
        "10个相同的小球放入3个盒子，可以空，有多少种放法",
        "从5名男生和4名女生中选出3人，至少有1名女生，甲必须入选，有多少种选法",
        "从5名男生和4名女生中选出3人担任班长、学习委员和体育委员，至少有1名女生，有多少种选法",
        "从若干名男生和3名女生中选3人参加比赛，男女生都要有，多少种选法",
        "6个人排成一列，甲不想站得离乙太近，有多少种排法",
        "用1、2、3、4、5这六个数字组成没有重复数字的三位数，一共有多少个",
        "从6双不同的鞋中任取4只，恰有一双是红色的，有多少种取法",
        "把7个相同的苹果分给3个小朋友，每人至少一个，其中甲喜欢苹果要多分一些，有几种分法",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("combinatorics", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("combinatorics") >= 15


def test_people_put_to_places_against_every_way() -> None:
    for people, places, allowed in ((5, 5, [[1, 2, 3, 4]]), (6, 4, [[-1, 1, 2, 3]]), (5, 3, [[0], [-1, 2]]), (4, 2, [])):
        ways = 0
        for chosen_ones in permutations(range(people), places):
            spots = {person: place for place, person in enumerate(chosen_ones)}
            ways += all(spots.get(person, -1) in may for person, may in enumerate(allowed))
        out = people - places
        posts = [1] * places + ([out] if out else [])
        conditions = [["count", [who], [[places if place < 0 else place for place in may], [1]]] for who, may in enumerate(allowed)]
        parameters = {
            "counts": [1] * len(allowed) + [people - len(allowed)],
            "alike": False,
            "unnamed": False,
            "lows": posts,
            "highs": posts,
            "conditions": conditions,
            "out": bool(out),
        }
        assert sum(assignments(parameters).values()) == ways


def test_people_sent_against_every_way() -> None:
    for people, places, allowed in ((5, 3, [[0]]), (4, 3, [[1, 2], [0]]), (5, 2, [])):
        for least in (True, False):
            ways = sum(
                (not least or len(set(way)) == places) and all(way[person] in may for person, may in enumerate(allowed))
                for way in product(range(places), repeat=people)
            )
            parameters = {
                "counts": [1] * len(allowed) + [people - len(allowed)],
                "alike": False,
                "unnamed": False,
                "lows": [int(least)] * places,
                "highs": [people] * places,
                "conditions": [["count", [who], [may, [1]]] for who, may in enumerate(allowed)],
            }
            assert sum(assignments(parameters).values()) == ways


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("5封信装入5个信封，恰好有2封装对的装法有多少种？", "20 种"),
        ("某单位安排5名员工值班，周一至周五每人值一天，其中小李不值周一，共有多少种安排方法？", "96 种"),
        ("一排10个座位，4个人去坐，要求每人左右两边都有空座位，有多少种坐法？", "120 种"),
        ("派出6名专家到甲、乙、丙3个村开展指导，每村至少1人，且专家老陈必须去甲村，不同的方案有多少种？", "180 种"),
        ("从4个重点项目和6个一般项目中各选2个作为启动项目，不同的选法有多少种？", "90 种"),
        ("从6名教师中选4名分别到甲、乙、丙、丁四个地区支教，其中张老师不去甲地，共有几种选派方案？", "300 种"),
    ],
)
def test_solver_answers_people_and_places(text: str, answer: str) -> None:
    assert answer_of("combinatorics", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "从6名教师中选4名分别到甲、乙、丙、丁四个地区支教，其中张老师不太想去甲地但可以商量，共有几种选派方案？",
        "一排10个座位，4个人去坐，要求每人左右两边都有空座位且甲坐在端点附近，有多少种坐法？",
        "6名医生派往3所医院，每所医院至少1名，其中有2名医生不能分开，共有多少种安排？",
    ],
)
def test_solver_leaves_other_conditions(text: str) -> None:
    assert left_alone("combinatorics", text)
