"""Loser trees against knock-out tournaments played recursively and against merging, and a textbook classic."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.ds.loser_tree import losers, outputs, replayed

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def tournament(keys: Sequence[int], node: int, lost: dict[int, int]) -> int:
    """The winner below a node; the losers of all its matches are put into `lost`."""
    if node >= len(keys):
        return node - len(keys)
    first, second = tournament(keys, 2 * node, lost), tournament(keys, 2 * node + 1, lost)
    lost[node] = max(first, second, key=keys.__getitem__)
    return min(first, second, key=keys.__getitem__)


def expected_tree(keys: Sequence[int]) -> list[int]:
    lost: dict[int, int] = {}
    winner = tournament(keys, 1, lost)
    return [winner, *(lost[node] for node in range(1, len(keys)))]


def test_textbook_classics() -> None:
    # Five runs in the manner of Yan Weimin, worked by hand: run 3 wins; then its next key, 15, comes in and run 1 wins.
    keys = [10, 9, 20, 6, 12]
    tree = losers(keys)
    assert tree == [3, 1, 0, 2, 4]
    keys[3] = 15
    assert replayed(tree, keys, 3)[0] == [1, 0, 4, 2, 3] == expected_tree(keys)
    assert outputs(((10, 15), (9, 18), (20, 22), (6, 15), (12, 37)), 3) == [(3, 6), (1, 9), (0, 10)]


@settings(max_examples=150)
@given(st.lists(st.lists(st.integers(0, 500), min_size=8, max_size=8), min_size=2, max_size=9))
def test_trees_are_tournaments_and_put_out_what_merging_does(numbers: list[list[int]]) -> None:
    # All keys are made different: the number times 10, and the run.
    runs = [[*sorted({10 * key + number for key in run}), 9000 + number, 9010 + number] for number, run in enumerate(numbers)]
    assert losers([run[0] for run in runs]) == expected_tree([run[0] for run in runs])
    merged = list(heapq.merge(*runs))[: min(len(run) for run in runs) - 1]
    assert [key for _, key in outputs(runs, len(merged))] == merged


def test_keys_agree_with_tournaments() -> None:
    for composed in sample("loser-tree"):
        asked, right = composed.parameters, right_option(composed)
        keys = list(asked["keys"])
        tree = expected_tree(keys)
        if asked["task"] == "root-loser":
            assert right == f"归并段 {tree[1]}"
            continue
        if asked["task"] == "after":
            keys[tree[0]] = asked["new"]
            tree = expected_tree(keys)
        assert right == ", ".join(map(str, tree))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("用败者树做64路归并，选出一个关键字最小的记录需要几次比较？", "6 次"),
        ("大佬，败者树12路归并，每选出一个最小记录最多比几次", "4 次"),
        ("5路归并建败者树，各段关键字 b0=10，b1=9，b2=20，b3=6，b4=12，写出ls[0]～ls[4]（ls[0]放冠军）", "3, 1, 0, 2, 4"),
        ("败者树 五个段的关键字依次为10，9，20，6，12，冠军是谁", "冠军 6（段 3）"),
        (
            "8路归并建立败者树，叶子从左到右的关键字为15、8、22、31、4、19、27、12，根结点中记录的失败者的关键字为？",
            "ls[1] = 1（段 1，关键字 8）",
        ),
        ("败者树的5个归并段当前关键字 10,9,20,6,12，输出冠军后该段读入下一个关键字15，新的冠军是谁？", "冠军 9（段 1）"),
        ("16个初始归并段共2000个记录做一趟16路归并，用败者树，按(n-1)⌈log2k⌉计，总比较次数是多少", "7996 次"),
        ("四路归并 b0=15 b1=9 b2=22 b3=13，败者树里ls[1]记的段号是几", "ls[1] = 3（段 3，关键字 13）"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("loser-tree", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "8路归并用胜者树，选出最小的记录比较几次",
        "败者树的5个归并段当前关键字 10,9,20,6,12，输出冠军后该段读入3，新的冠军是谁",
        "4路归并的败者树，5个段的关键字 10,9,20,6,12，冠军是谁",
        "1000个记录用败者树做8路归并，总比较次数是多少",
        "败者树的高度是多少，8路归并",
        "败者树各段关键字 10,9,9,6,12，冠军是谁",
        "败者树 关键字大的胜，五个段 10,9,20,6,12，冠军是谁",
        "败者树和堆有什么区别",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("loser-tree", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("loser-tree") >= 5
