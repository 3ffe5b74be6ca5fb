"""Searching lists, against a search that is run key by key."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from engine.generators.ds._list_search.solving import failures, path
from engine.generators.ds._search_trees.halving import lengths

from ..solving_checks import answer_of, left_alone, own_questions_solved

KIND = "list-search"


def _run(keys: list[int], key: int) -> list[int]:
    """The keys compared, by cutting the list itself."""
    compared = []
    while keys:
        middle = (len(keys) - 1) // 2
        compared.append(keys[middle])
        if keys[middle] == key:
            break
        keys = keys[:middle] if key < keys[middle] else keys[middle + 1 :]
    return compared


@pytest.mark.parametrize("count", range(1, 70))
def test_every_search_is_as_if_run(count: int) -> None:
    keys = list(range(0, 2 * count, 2))
    found = [len(_run(keys, key)) for key in keys]
    missed = [len(_run(keys, key)) for key in range(-1, 2 * count, 2)]
    assert lengths(count) == found
    assert failures(count) == missed
    for place, key in enumerate(keys):
        assert [keys[each] for each in path(count, 2 * place)] == _run(keys, key)


def test_any_wording_gives_what_the_search_does() -> None:
    chance = random.Random(4)
    for _ in range(60):
        count = chance.randint(4, 20)
        keys = sorted(chance.sample(range(1, 200), count))
        shown = chance.choice(["，", ", ", "、"]).join(map(str, keys))
        key = chance.choice([*keys, chance.randint(1, 200)])
        compared = _run(keys, key)
        table = chance.choice([f"有序表({shown})", f"有序顺序表 {{{shown}}}", f"有序数组[{shown}]"])
        way = chance.choice(["折半查找", "二分查找", "折半查找法", "二分法"])
        asked = chance.choice(["需要比较多少次", "比较次数是多少", "需进行几次关键字比较", "要比较几次"])
        assert answer_of(KIND, f"在{table}中用{way}查找 {key}，{asked}？") == f"{len(compared)} 次"
        asked = chance.choice(["依次与哪些元素比较", "依次比较的元素是", "被比较过的关键字依次为"])
        assert answer_of(KIND, f"对{table}采用{way}，查找 {key} 时{asked}（ ）。") == ", ".join(map(str, compared))


@pytest.mark.parametrize(
    ("count", "text", "end"),
    [
        (18, "对有 18 个元素的有序表折半查找，等概率下查找成功的平均查找长度是多少？", "success"),
        (23, "长度为 23 的有序表用二分查找，查找不成功时的平均查找长度是多少？", "failure"),
        (11, "有序表 A[1..11]，采用折半查找，等概率情况下查找成功的 ASL 是多少？", "success"),
    ],
)
def test_averages(count: int, text: str, end: str) -> None:
    each = [
        len(_run(list(range(0, 2 * count, 2)), key)) for key in (range(0, 2 * count, 2) if end == "success" else range(-1, 2 * count, 2))
    ]
    value = Fraction(sum(each), len(each))
    assert f"{sum(each)}/{len(each)}" in answer_of(KIND, text)
    assert abs(float(answer_of(KIND, text).split()[-1]) - value) < 0.01


@pytest.mark.parametrize(
    "text",
    [
        "有 30 个元素的无序表，用折半查找，最多比较几次？",
        "对 30 个元素的有序链表折半查找，最多比较几次？",
        "有序表有 30 个元素，中间位置向上取整，折半查找失败最少比较几次？",
        "有 30 个元素的有序表，查找概率不等，折半查找成功的平均查找长度是多少？",
        "用折半插入排序排 30 个元素，最多比较几次？",
        "有 30 个元素的有序表，先顺序查找前 5 个再折半查找，最多比较几次？",
        "有 30 个元素的有序表用斐波那契查找，最多比较几次？",
        "有序表(3, 8, 15, 21, 30)，其中 15 已删除，用折半查找 21 要比较几次？",
        "120 个元素分成 10 块，块内折半查找，索引表顺序查找，平均查找长度是多少？",
        "用折半查找在 30 个元素的有序表中查找，比较 3 次后还剩几个元素？",
        "有 30 个元素的有序表用三分查找，最多比较几次？",
    ],
)
def test_what_is_nearly_a_search_is_left(text: str) -> None:
    assert left_alone(KIND, text)


def test_own_questions_are_solved() -> None:
    assert own_questions_solved(KIND) >= 60
