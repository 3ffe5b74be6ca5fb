"""Sorting passes against other ways of doing them, textbook classics, and sentences as people type them."""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._sorting_pass.counts import bubble_counts, insertion_compared
from engine.generators.ds._sorting_pass.simulator import (
    bubble_passes,
    extracted,
    heap_of,
    insertion_passes,
    merge_passes,
    partition,
    radix_passes,
    selection_passes,
    shell_pass,
)

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

YAN = [49, 38, 65, 97, 76, 13, 27]


def recursive_heap(row: Sequence[int], place: int = 0, sign: int = 1) -> dict[int, int]:
    """Heap building as a recursion: both subtrees first, then the root goes down; places -> keys."""
    if place >= len(row):
        return {}
    tree = {place: row[place]}
    for child in (2 * place + 1, 2 * place + 2):
        tree |= recursive_heap(row, child, sign)
    while True:
        children = [child for child in (2 * place + 1, 2 * place + 2) if child in tree]
        above = max(children, key=lambda child: sign * tree[child], default=None)
        if above is None or sign * tree[above] < sign * tree[place]:
            return tree
        tree[place], tree[above] = tree[above], tree[place]
        place = above


def swapped_partition(keys: Sequence[int]) -> list[int]:
    """The hole method told as exchanges with the pivot itself."""
    row = list(keys)
    at, low, high = 0, 0, len(row) - 1
    from_right = True
    while low < high:
        if from_right and row[high] < row[at]:
            row[at], row[high] = row[high], row[at]
            at, from_right = high, False
        elif from_right:
            high -= 1
        elif row[low] > row[at]:
            row[at], row[low] = row[low], row[at]
            at, from_right = low, True
        else:
            low += 1
    return row


def test_textbook_classics() -> None:
    # Yan Weimin's keys, here without the second 49.
    assert insertion_passes(YAN)[1] == [38, 49, 65, 97, 76, 13, 27]
    assert bubble_passes(YAN)[0] == [38, 49, 65, 76, 13, 27, 97]
    assert partition(YAN) == [27, 38, 13, 49, 76, 97, 65]
    assert merge_passes(YAN) == [[38, 49, 65, 97, 13, 76, 27], [38, 49, 65, 97, 13, 27, 76], [13, 27, 38, 49, 65, 76, 97]]
    assert shell_pass([49, 38, 65, 97, 76, 13, 27, 48, 55, 4], 5) == [13, 27, 48, 55, 4, 49, 38, 65, 97, 76]
    # Yan Weimin's radix sort of ten numbers: after the units.
    numbers = [278, 109, 63, 930, 589, 184, 505, 269, 8, 83]
    assert radix_passes(numbers)[0] == [930, 63, 83, 184, 505, 278, 8, 109, 589, 269]
    # 408 of 2009: the keys 5, 8, 12, 19, 28, 20, 15, 22 are a min-heap as they stand.
    assert heap_of([5, 8, 12, 19, 28, 20, 15, 22], largest=False) == [5, 8, 12, 19, 28, 20, 15, 22]


@settings(max_examples=150)
@given(st.lists(st.integers(0, 999), min_size=2, max_size=12, unique=True), st.integers(1, 5))
def test_passes_agree_with_other_ways(keys: list[int], gap: int) -> None:
    done: list[int] = []
    for number, key in enumerate(keys):
        insort(done, key)
        if number:
            assert insertion_passes(keys)[number - 1] == [*done, *keys[number + 1 :]]
    assert all(bubble_passes(keys)[k][-k - 1 :] == sorted(keys)[-k - 1 :] for k in range(len(bubble_passes(keys))))
    assert all(selection_passes(keys)[k][: k + 1] == sorted(keys)[: k + 1] for k in range(len(keys) - 1))
    assert selection_passes(keys)[-1] == merge_passes(keys)[-1] == sorted(keys) == shell_pass(keys, 1)
    assert not max(keys) or radix_passes(keys)[-1] == sorted(keys)
    gaps = shell_pass(keys, gap)
    assert all(gaps[place] <= gaps[place + gap] for place in range(len(keys) - gap))
    assert all(sorted(gaps[start::gap]) == sorted(keys[start::gap]) for start in range(gap))
    assert partition(keys) == swapped_partition(keys)
    for sign in (1, -1):
        tree = recursive_heap(keys, sign=sign)
        assert heap_of(keys, sign == 1) == [tree[place] for place in range(len(keys))]
    row = extracted(heap_of(keys))
    assert row[-1] == max(keys)
    assert all(row[(place - 1) // 2] > row[place] for place in range(1, len(keys) - 1))


def test_keys_agree_with_other_ways() -> None:
    for composed in sample("sorting-pass"):
        asked = composed.parameters
        keys, number = asked["keys"], asked.get("number", 1)
        right = [int(key) for key in right_option(composed).split(", ")]
        task = asked["task"]
        if task == "insertion":
            expected = sorted(keys[: number + 1]) + keys[number + 1 :]
        elif task == "bubble":
            # Each pass carries the greatest so far along and drops it where a greater one comes.
            expected = list(keys)
            for _ in range(number):
                carried, row = expected[0], []
                for key in expected[1:]:
                    row.append(min(carried, key))
                    carried = max(carried, key)
                expected = [*row, carried]
        elif task == "selection":
            expected = list(keys)
            for place, least in enumerate(heapq.nsmallest(number, keys)):
                where = expected.index(least)
                expected[where], expected[place] = expected[place], least
        elif task == "shell":
            columns = [sorted(keys[start :: asked["gap"]]) for start in range(asked["gap"])]
            expected = [columns[place % asked["gap"]][place // asked["gap"]] for place in range(len(keys))]
        elif task == "merge":
            run = 2**number
            expected = [key for start in range(0, len(keys), run) for key in heapq.merge(sorted(keys[start : start + run]))]
        elif task == "radix":
            expected = sorted(keys, key=lambda key: key % 10)
            if number == 2:
                expected = sorted(keys, key=lambda key: key % 100 // 10 * 100 + key % 10)
        elif task == "quick":
            expected = swapped_partition(keys)
        elif task == "extract":
            # The way down from the root always goes to the greater child; the last key takes its place on it.
            row = keys[:-1]
            way = [0]
            while children := [child for child in (2 * way[-1] + 1, 2 * way[-1] + 2) if child < len(row)]:
                way.append(max(children, key=row.__getitem__))
            sunk = [place for place in way[1:] if row[place] > keys[-1]]
            expected = list(row)
            for above, below in zip(way, sunk, strict=False):
                expected[above] = row[below]
            expected[way[len(sunk)]] = keys[-1]
            expected = [*expected, keys[0]]
        else:
            tree = recursive_heap(keys, sign=1 if task == "max-heap" else -1)
            expected = [tree[place] for place in range(len(keys))]
        assert right == expected, composed.question.id


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "对序列 49, 38, 65, 97, 76, 13, 27 进行直接插入排序，第2趟结束后的序列是",
            "38, 49, 65, 97, 76, 13, 27",
        ),
        ("关键字序列 49,38,65,97,76,13,27，用简单选择排序从小到大排序，第三趟的结果", "13, 27, 38, 97, 76, 49, 65"),
        ("序列（49，38，65，97，76，13，27，48，55，4）用希尔排序，第一趟增量为5，求第一趟的结果", "13, 27, 48, 55, 4, 49, 38, 65, 97, 76"),
        ("对 49 38 65 97 76 13 27 进行二路归并排序，第一趟归并之后的结果", "38, 49, 65, 97, 13, 76, 27"),
        ("老师，将序列 15, 9, 7, 8, 20, 1, 6 建成大根堆", "20, 15, 7, 8, 9, 1, 6"),
        ("把关键字 23,17,72,60,25,8,68 调整为小根堆，得到的序列", "8, 17, 23, 60, 25, 72, 68"),
        ("Shell排序，增量取3，待排序序列为 9, 1, 8, 2, 7, 3, 6，第一趟排序结束后的序列为", "2, 1, 3, 6, 7, 8, 9"),
        ("求序列 50,40,30,20,10 直接插入排序第3趟后的结果", "20, 30, 40, 50, 10"),
        ("序列 49 38 65 97 76 13 27 冒泡排序，每趟从前往后，第一趟后变成啥样", "38, 49, 65, 76, 13, 27, 97"),
        ("49,38,65,97,76,13,27 用希尔排序，增量依次为3、1，第一趟的结果？", "27, 38, 13, 49, 76, 65, 97"),
        ("对 49,38,65,97,76,13,27 快速排序，第一个元素当枢轴，挖坑填数法，一趟划分后的序列", "27, 38, 13, 49, 76, 97, 65"),
        ("基数排序（低位优先）278,109,63,930,589,184,505,269,8,83，第一趟分配和收集后", "930, 63, 83, 184, 505, 278, 8, 109, 589, 269"),
        ("大佬帮看：把 15,9,7,8,20,1,6 堆排序（升序），输出堆顶元素与末尾交换并重新调整后，序列变成什么", "15, 9, 7, 8, 6, 1, 20"),
        ("对序列 49, 38, 65, 97, 76, 13, 27 进行直接插入排序，共需要几趟", "6 趟"),
        ("在大根堆 97, 76, 65, 38, 49, 13, 27 中删除堆顶后的序列", "76, 49, 65, 38, 27, 13"),
        ("小根堆 7,14,10,22,19,16 插入3后新堆序列？向上调整比较了几次？", "3, 14, 7, 22, 19, 16, 10；比较 2 次"),
        ("已知小根堆 6,13,9,20,31,17,14，删除关键字6后重建堆，比较次数是多少", "比较 3 次"),
        ("冒泡排序（升序，有交换标志，一趟没交换就停），3 1 2 5 4 6 共跑几趟、交换几次", "2 趟；交换 3 次"),
        ("直接插入排序 17 3 25 14 20 9，无哨兵，排完一共比较关键字多少次", "比较 12 次"),
        ("对 n=10 个元素做简单选择排序，关键字比较次数为多少", "比较 45 次"),
        (
            "初始 61,27,39,82,74,95,11,33,45,22 经某趟排序变为 61,11,33,45,22,95,27,39,82,74，希尔排序用的增量d=？",
            "增量 5",
        ),
        ("将 49,38,65,97,76,13,27 做2-路归并，两趟归并后的结果是什么", "38, 49, 65, 97, 13, 27, 76"),
        ("将 49, 38, 65, 97, 76, 13, 27 依次插入初始为空的大根堆，得到的序列", "97, 76, 49, 38, 65, 13, 27"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("sorting-pass", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "对序列 49, 38, 65, 97, 76, 13, 27 进行直接插入排序，第2趟比较多少次",
        "对序列 49, 38, 65, 97, 76, 13, 27 进行希尔排序，第一趟的结果",
        "对序列 49, 38, 65, 97, 76, 13, 27 进行希尔排序，第一趟增量为3，第二趟增量为1，第2趟的结果",
        "某排序方法第2趟结束后的序列是 13, 27, 65, 97, 76, 49, 38，是哪种排序",
        "对序列 49, 38, 49, 97, 76, 13, 27 进行简单选择排序，第2趟的结果",
        "快速排序一趟之后是 2,5,3,9,11,20,15，枢轴是谁",
        "以第一个元素为枢轴的快速排序一趟划分后为 2,5,3,9,11,20,15，求划分前的序列",
        "小根堆和大根堆的区别，以 49, 38, 65, 97 为例",
        "对 49,38,65,97,76,13,27 快速排序，最后一个元素当枢轴，一趟划分后的序列",
        "对 49,38,65,97,76,13,27 快速排序，三数取中选枢轴，一趟划分后的序列",
        "对 49,38,65,97,76,13,27 希尔排序，增量为3、1，第三趟的结果",
        "对 49,38,65,97,76,13,27 做三路归并，第一趟的结果",
        "基数排序（最高位优先）278,109,63,930,589，第一趟后的结果",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("sorting-pass", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("sorting-pass") >= 10


@pytest.mark.parametrize(
    ("text", "option"),
    [
        (
            "序列 49,38,65,97,76,13,27 快速排序，一趟划分的结果为（ ）\nA. 27,38,13,49,76,97,65\nB. 13,27,38,49,65,76,97\nC. 38,13,27,49,65,97,76\nD. 27,13,38,49,97,76,65",
            "A",
        ),
        (
            "序列 49,38,65,97,76,13,27 冒泡排序，第1趟的结果\nA. 13,49,38,65,97,27,76\nB. 13,38,49,65,97,27,76\nC. 38,49,65,76,97,13,27\nD. 13,49,38,97,65,27,76",
            None,
        ),
        (
            "序列 49,38,65,97,76,13,27 冒泡排序，第1趟的结果\nA. 38,49,65,76,13,27,97\nB. 13,38,49,65,97,27,76\nC. 38,49,65,76,97,13,27\nD. 13,49,38,97,65,27,76",
            "A",
        ),
        (
            "数据序列 8,9,10,4,5,6,20,1,2 是下列排序方法之一得到的第二趟排序后的结果，则该排序算法只能是\nA. 快速排序\nB. 冒泡排序\nC. 直接插入排序\nD. 简单选择排序",
            "C",
        ),
    ],
)
def test_options_decide_where_books_differ(text: str, option: str | None) -> None:
    solved = solve_text(text, "408")
    assert (solved.option if isinstance(solved, Solved) else None) == option


@settings(max_examples=40)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=8, unique=True))
def test_counts_follow_from_inversions(keys: list[int]) -> None:
    inversions = sum(one > other for place, one in enumerate(keys) for other in keys[place + 1 :])
    assert bubble_counts(keys, False)["exchanged"] == bubble_counts(keys, True)["exchanged"] == inversions
    # Every element moved costs a comparison; with a sentinel, each insertion ends with one that does not move.
    assert insertion_compared(keys, True) == inversions + len(keys) - 1
    records = sum(key == min(keys[: place + 1]) for place, key in enumerate(keys) if place)
    assert insertion_compared(keys, False) == inversions + len(keys) - 1 - records
