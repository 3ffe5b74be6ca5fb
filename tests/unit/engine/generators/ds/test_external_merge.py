"""External merging against trying and against a heap, textbook classics, and sentences as people type them."""

from __future__ import annotations

import heapq

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._external_merge.merge_trees import best_merges, dummies, reads, tree_drawn
from engine.generators.ds.external_merge import passes

from ..every_kind import right_option, sample


def least_passes(runs: int, ways: int) -> int:
    count = 0
    while ways**count < runs:
        count += 1
    return count


def wanting(runs: int, ways: int) -> int:
    """Dummies tried one after the other until merging `ways` at a time ends with one run."""
    for count in range(ways):
        left = runs + count
        while left >= ways:
            left -= ways - 1
        if left == 1:
            return count
    raise AssertionError


def path_length(lengths: list[int], ways: int) -> int:
    heap = list(lengths) + [0] * wanting(len(lengths), ways)
    heapq.heapify(heap)
    total = 0
    while len(heap) > 1:
        merged = sum(heapq.heappop(heap) for _ in range(ways))
        total += merged
        heapq.heappush(heap, merged)
    return total


def test_textbook_classics() -> None:
    # 408 of 2019: 120 runs merged 12 at a time need 2 dummies. Yan Weimin: these nine runs, 3 ways: 446 reads and writes.
    assert dummies(120, 12) == 2
    lengths = [9, 30, 12, 18, 3, 17, 2, 6, 24]
    assert 2 * reads(best_merges(lengths, 3)) == 446
    without_30 = [9, 12, 18, 3, 17, 2, 6, 24]
    assert dummies(8, 3) == 1
    assert reads(best_merges(without_30, 3)) == path_length(without_30, 3)
    assert len(passes(100, 5)) == 3
    assert passes(8, 2) == [4, 2, 1]


@settings(max_examples=100)
@given(st.integers(2, 500), st.integers(2, 12), st.lists(st.integers(1, 50), min_size=2, max_size=12))
def test_simulator_agrees_with_references(runs: int, ways: int, lengths: list[int]) -> None:
    assert len(passes(runs, ways)) == least_passes(runs, ways)
    if ways > 2:
        assert dummies(runs, ways) == wanting(runs, ways)
        if len(lengths) >= ways:
            assert reads(best_merges(lengths, ways)) == path_length(lengths, ways)


def test_keys_agree_with_reference() -> None:
    for composed in sample("external-merge"):
        asked = composed.parameters
        shown = int(right_option(composed).split()[0])
        if asked["task"] == "passes":
            assert shown == least_passes(asked["runs"], asked["ways"])
        elif asked["task"] == "dummies":
            assert shown == wanting(asked["runs"], asked["ways"])
        elif asked["task"] == "least-ways":
            assert shown ** asked["allowed"] >= asked["runs"] > (shown - 1) ** asked["allowed"]
        else:
            assert shown == path_length(asked["lengths"], asked["ways"]) * (2 if asked["task"] == "io" else 1)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("设外存上有120个初始归并段，进行12路归并时，为实现最佳归并，需要补充的虚段个数是", "2 个虚段"),
        ("外部排序有100个初始归并段，采用5路归并，需要几趟？", "3 趟"),
        ("8个归并段做2路归并需要多少趟", "3 趟"),
        ("有8个初始归并段，3路最佳归并树需要补几个虚段", "1 个虚段"),
        ("请问 64 个初始归并段 4 路平衡归并的归并趟数是多少", "3 趟"),
        ("外排序中 80 个初始归并段，三路归并，趟数为多少？", "4 趟"),
        ("11个初始归并段，构造5叉归并树，求虚段数", "2 个虚段"),
        ("老师好，200个有序段进行8路归并排序，求归并的趟数", "3 趟"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "100个记录采用2路归并排序需要几趟",
        "100个初始归并段采用5路归并，需要多少个缓冲区",
        "100个初始归并段采用5路归并，每趟读写外存多少次",
        "100个初始归并段采用5路归并，用败者树每次选最小要比较几次",
        "100个初始归并段，前50个采用2路归并，需要几趟",
        "100个初始归并段，需要几趟归并",
        "置换选择排序得到100个初始归并段，5路归并需要几趟",
        "最佳归并树为什么要补虚段",
        "归并排序的空间复杂度",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "设外存上有120个初始归并段，进行12路归并时，为实现最佳归并，需要补充的虚段个数是（  ）。"
    solved = solve_text(stem + "\nA. 1\nB. 2\nC. 3\nD. 4", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + " A.5 B.6 C.7 D.8", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("external-merge"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).split()[0] in solved.answer.split(), composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("100个初始归并段要在3趟内完成，至少需要几路归并", "5 路"),
        ("归并段长度为 9,30,12,18,3,17,2,6，3路归并需要几个虚段", "1 个虚段"),
        ("某外部排序共有 200 个初始归并段，若要求两趟归并完成，至少需要几路归并", "15 路"),
        ("四路归并，9个归并段长度分别为 5、8、11、20、4、6、30、2、17，最佳归并树的WPL是多少", "WPL = 150"),
        ("归并段长度 3,7,2,9 用2路归并的最佳归并树的带权路径长度", "WPL = 38"),
        ("初始归并段数m=64，k=4，归并趟数", "3 趟"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "初始归并段12个，长度为3,7,2,9，3路归并的WPL",
        "100个初始归并段要在3趟内完成，最多几路归并",
        "100个初始归并段，至少需要几路归并",
        "归并段长度 3,7,2,9 的最佳归并树的WPL",
        "归并段 3,7,2,9 用2路归并，3趟的WPL",
        "文件有10000个记录，用4路归并，要几趟",
        "五个有序表长12、20、36、48、70，两两合并，平均情况下比较几次",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("归并段长度为 2,3,6,9,12,17，用3路最佳归并树，WPL是多少", "WPL = 74"),
        ("文件有10000个记录，内存每次能对500个记录排序得到一个初始归并段，再用4路归并，要几趟", "3 趟"),
        (
            "8个归并段长度5、11、14、22、7、35、19、28块，3路归并，每块读写各一次，最佳归并树的WPL和总的磁盘读写次数",
            "WPL = 259，读写共 518 次",
        ),
        ("刷题：五个有序表长12、20、36、48、70，两两合并成一个有序表，最坏情况下比较总次数最小是多少", "398 次"),
        ("归并段长6 14 9 25 4 两两归并，最小的WPL是多少", "WPL = 120"),
    ],
)
def test_other_wordings_2(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


def test_the_best_merge_tree_is_drawn_with_its_dummies() -> None:
    tree = tree_drawn([9, 2, 7, 4], 3)
    assert tree is not None
    assert tree.alt == "3 路最佳归并树（WPL = 28）：22(6(0, 2, 4), 7, 9)"
    assert tree_drawn([1] * 20, 3) is None
