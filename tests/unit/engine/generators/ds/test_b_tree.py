"""B-trees against their laws, an insertion done another way, and textbook classics."""

from __future__ import annotations

from bisect import bisect, insort
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.ds._b_tree.b_trees import BNode, insert_all, least_keys, levels, most_keys
from engine.generators.ds._b_tree.deletion import WAYS, Way, after_each, in_brackets

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def by_paths(keys: list[int], order: int) -> tuple[list[Any], int]:
    """Insertion with lists that are changed in place, from the leaf up its path; with the number of splits."""
    root: list[Any] = [[], []]
    splits = 0
    for key in keys:
        path = [root]
        while path[-1][1]:
            path.append(path[-1][1][bisect(path[-1][0], key)])
        insort(path[-1][0], key)
        while len(path[-1][0]) == order:
            full = path.pop()
            splits += 1
            up = -(-order // 2) - 1
            right = [full[0][up + 1 :], full[1][up + 1 :]]
            middle = full[0][up]
            full[0], full[1] = full[0][:up], full[1][: up + 1]
            if not path:
                root = [[], [full]]
                path = [root]
            parent = path[-1]
            place = bisect(parent[0], middle)
            parent[0].insert(place, middle)
            parent[1].insert(place + 1, right)
    return root, splits


def as_lists(node: BNode) -> list[Any]:
    return [list(node.keys), [as_lists(child) for child in node.children]]


@cache
def fewest(order: int, height: int, root: bool = True) -> int:
    """By the rule for each node."""
    children = 2 if root else -(-order // 2)
    return children - 1 + (children * fewest(order, height - 1, False) if height > 1 else 0)


def keys_in_order(node: BNode) -> list[int]:
    if not node.children:
        return list(node.keys)
    found = keys_in_order(node.children[0])
    for key, child in zip(node.keys, node.children[1:], strict=True):
        found += [key, *keys_in_order(child)]
    return found


@settings(max_examples=120)
@given(st.lists(st.integers(1, 200), min_size=3, max_size=40, unique=True), st.integers(3, 7), st.sampled_from(WAYS), st.data())
def test_deletions_keep_the_laws(keys: list[int], order: int, way: Way, data: st.DataObject) -> None:
    tree = insert_all(keys, order)[-1].tree
    gone = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=len(keys) - 1, unique=True))
    for number, left in enumerate(after_each(tree, gone, order, way), 1):
        assert keys_in_order(left) == sorted(set(keys) - set(gone[:number]))
        for level, nodes in enumerate(levels(left)):
            for node in nodes:
                assert len(node.keys) <= order - 1
                assert level == 0 or len(node.keys) >= -(-order // 2) - 1
                assert len(node.children) in (0, len(node.keys) + 1)
        assert len({bool(node.children) for node in levels(left)[-1]}) == 1


def test_deletions_of_a_textbook() -> None:
    # Yan Weimin's exercise on 2-3 trees: 20, 30, 50, 52, 60, 68, 70 in, 50 and 68 out.
    tree = insert_all([20, 30, 50, 52, 60, 68, 70], 3)[-1].tree
    assert in_brackets(tree) == "[52]([30]([20] [50]) [68]([60] [70]))"
    assert [in_brackets(each) for each in after_each(tree, [50, 68], 3, WAYS[0])] == ["[52 68]([20 30] [60] [70])", "[52]([20 30] [60 70])"]


def test_textbook_classics() -> None:
    # Yan Weimin's 2-3 tree takes 45, 24, 53, 90, 3, 12, 50, 61, 70, 100 with the middle of three keys going up.
    done = insert_all([45, 24, 53, 90, 3], 3)
    assert as_lists(done[2].tree) == [[45], [[[24], []], [[53], []]]]
    assert as_lists(done[-1].tree) == [[45], [[[3, 24], []], [[53, 90], []]]]
    # 408 of 2013: a tree of order 5 and height 2 has at least 5 keys.
    assert least_keys(5, 2) == 5
    assert most_keys(3, 2) == 8
    assert least_keys(3, 5) == 31  # 2^5 - 1: every node with one key and two children


@settings(max_examples=120)
@given(st.lists(st.integers(1, 200), min_size=1, max_size=40, unique=True), st.integers(3, 7))
def test_trees_keep_the_laws(keys: list[int], order: int) -> None:
    done = insert_all(keys, order)
    tree = done[-1].tree
    assert (as_lists(tree), sum(len(each.up) for each in done)) == by_paths(keys, order)
    for number, level in enumerate(levels(tree)):
        for node in level:
            assert len(node.keys) <= order - 1
            assert number == 0 or len(node.keys) >= -(-order // 2) - 1
            assert len(node.children) in (0, len(node.keys) + 1)
    assert fewest(order, len(levels(tree))) <= len(keys) <= most_keys(order, len(levels(tree)))


def test_keys_agree_with_the_other_way() -> None:
    for composed in sample("b-tree"):
        asked, right = composed.parameters, right_option(composed)
        order = asked["order"]
        if asked["task"] == "least-keys":
            assert right == f"{fewest(order, asked['height'])} 个"
            continue
        if asked["task"] == "tallest":
            assert right == f"{max(height for height in range(1, 20) if fewest(order, height) <= asked['count'])} 层"
            continue
        root, splits = by_paths(asked["keys"], order)
        level = [root]
        every = [root]
        while level[0][1]:
            level = [child for node in level for child in node[1]]
            every += level
        if asked["task"] == "root":
            assert right == " 和 ".join(map(str, root[0]))
        elif asked["task"] == "splits":
            assert right == f"{splits} 次"
        elif asked["task"] == "nodes":
            assert right == f"{len(every)} 个"
        else:
            assert right == " ／ ".join(" ".join(map(str, node[0])) for node in level)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("高度为5的3阶B树至少含有多少个关键字？", "31 个"),
        ("高度为2的5阶B树，最少有几个关键字", "5 个"),
        ("含有15个关键字的4阶B树，最大高度是多少", "4 层"),
        ("老师，一棵5阶B树含有53个关键字，最大高度是几", "4 层"),
        ("3阶B树，依次插入关键字 45, 24, 53, 90, 3，根结点的关键字为", "45"),
        ("将 1, 2, 3, 4, 5, 6, 7 依次插入初始为空的3阶B树，最后根结点的关键字为多少", "4"),
        ("将 10, 20, 30, 40, 50, 60 依次插入空的5阶B-树，则根结点中的关键字为", "30"),
        ("高为3的三阶B树至少有几个关键字", "7 个"),
        ("高度为5的3阶B树至多含有多少个关键字？", "最多 242 个"),
        ("含有15个关键字的4阶B树，最小高度是多少", "最小高度 2 层"),
        ("求大佬：5阶B树高为2（失败结点那层不算），关键字最少几个，最多几个", "最少 5 个；最多 24 个"),
        ("把1,2,…,10依次插进空的3阶B树，根里面是啥，树高几层？", "根结点 4；高度 3"),
        ("刷题刷到：从空树开始逐个插入 10,20,30,40,50,60 到5阶B树，一共分裂几次", "分裂 1 次"),
        ("一棵3阶B树的非叶结点共15个，关键字至少有多少个", "15 个"),
        ("具有100个关键字的5阶B树，失败结点有多少个", "失败结点 101 个"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("b-tree", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "高度为5的3阶B+树至少含有多少个关键字",
        "含有15个关键字的4阶B树，根结点最多几个关键字",
        "4阶B树高度为3时每个结点最多几个关键字",
        "3阶B树，依次插入 45, 24, 53, 90, 3 后删除 99，根结点的关键字为",
        "在如图的3阶B树中插入 45, 24, 53，根结点的关键字为",
        "3阶B树，依次插入 45, 24, 45, 90, 3，根结点的关键字为",
        "高度为5的3阶B树，含失败结点一层，至少含有多少个关键字",
        "B树的定义是什么",
        "3阶B树中查找 45，根结点为 24, 53, 90 需要比较几次",
        "高度为5的B树至少含有多少个关键字",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("b-tree", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("b-tree") >= 10
