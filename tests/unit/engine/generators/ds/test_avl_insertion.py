"""AVL trees against another implementation with balance found by search, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._search_trees.avl import insert_all, least_nodes
from engine.generators.ds._search_trees.binary import height, inorder, level_order

from ..every_kind import right_option, sample

Shape: TypeAlias = "tuple[Shape, int, Shape] | None"


def tall(shape: Shape) -> int:
    return 0 if shape is None else 1 + max(tall(shape[0]), tall(shape[2]))


def inserted(shape: Shape, key: int, rotations: list[int]) -> Shape:
    """Restructuring by sorting (the trinode way): the three keys on the path and their four subtrees, in order, make the new subtree."""
    if shape is None:
        return (None, key, None)
    left, root, right = shape
    shape = (inserted(left, key, rotations), root, right) if key < root else (left, root, inserted(right, key, rotations))
    if abs(tall(shape[0]) - tall(shape[2])) < 2:
        return shape
    child = shape[0] if key < root else shape[2]
    assert child is not None
    grandchild = child[0] if key < child[1] else child[2]
    assert grandchild is not None
    three = sorted((shape, child, grandchild), key=lambda node: node[1])
    rotations.append(1 if grandchild is not three[1] else 2)
    loose = [part for node in three for part in (node[0], node[2]) if part not in three]
    return ((loose[0], three[0][1], loose[1]), three[1][1], (loose[2], three[2][1], loose[3]))


def built(keys: list[int]) -> tuple[Shape, int]:
    shape: Shape = None
    rotations: list[int] = []
    for key in keys:
        shape = inserted(shape, key, rotations)
    return shape, sum(rotations)


def levels(shape: Shape) -> list[int]:
    waiting, keys = [shape], []
    while waiting:
        node = waiting.pop(0)
        if node is not None:
            keys.append(node[1])
            waiting += [node[0], node[2]]
    return keys


def before(shape: Shape) -> list[int]:
    return [] if shape is None else [shape[1], *before(shape[0]), *before(shape[2])]


def ends(shape: Shape) -> int:
    if shape is None:
        return 0
    return ends(shape[0]) + ends(shape[2]) if shape[0] or shape[2] else 1


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([13, 24, 37, 90, 53], ["24", "13", "53", "37", "90"]),  # Yan Weimin, the running example of balanced trees
        ([3, 2, 1, 4, 5, 6, 7], ["4", "2", "6", "1", "3", "5", "7"]),  # Weiss, single rotations
        ([3, 2, 1, 4, 5, 6, 7, 16, 15, 14], ["4", "2", "7", "1", "3", "6", "15", "5", "14", "16"]),  # Weiss, double rotations
    ],
)
def test_textbook_classics(keys: list[int], expected: list[str]) -> None:
    assert level_order(insert_all(keys)[-1].after) == expected


def test_textbook_rotation_and_fewest_nodes() -> None:
    assert [step.rotation for step in insert_all([13, 24, 37, 90, 53])] == ["", "", "RR", "", "RL"]
    # 408 of 2012: height 6 with every inner node leaning needs 20 nodes; 12 for height 5.
    assert least_nodes(6) == 20
    assert least_nodes(5) == 12


@settings(max_examples=80)
@given(st.lists(st.integers(0, 99), min_size=1, max_size=16, unique=True))
def test_simulator_agrees_with_trinode_restructuring(keys: list[int]) -> None:
    done = insert_all(keys)
    shape, rotations = built(keys)
    assert level_order(done[-1].after) == [str(key) for key in levels(shape)]
    assert inorder(done[-1].after) == [str(key) for key in sorted(keys)]
    assert height(done[-1].after) == tall(shape)
    assert sum({"LR": 2, "RL": 2, "": 0}.get(step.rotation, 1) for step in done) == rotations


def test_keys_agree_with_reference() -> None:
    fewest = [0, 1]
    while fewest[-1] < 1000:
        fewest.append(fewest[-1] + fewest[-2] + 1)
    for composed in sample("avl-insertion"):
        asked, right = composed.parameters, right_option(composed)
        if asked["task"] == "tallest":
            expected = next(level for level, (few, more) in enumerate(pairwise(fewest)) if few <= asked["count"] < more)
            assert right == f"{expected} 层"
            continue
        shape, rotations = built(asked["keys"])
        assert shape is not None
        if asked["task"] == "root":
            assert right == str(shape[1])
        elif asked["task"] == "order":
            assert right == ", ".join(str(key) for key in (levels if asked["wanted"] == "level" else before)(shape))
        elif asked["task"] == "rotations":
            assert right == f"{rotations} 次"
        elif asked["task"] == "leaves":
            assert right == f"{ends(shape)} 个"
        else:
            # The lowest ancestor that is unbalanced, and where the new key went from it.
            name, at = right.split(" 型，")
            keys = asked["keys"]
            shape = plain(built(keys[:-1])[0], keys[-1])
            found = ("", "")
            while shape is not None and shape[1] != keys[-1]:
                child = shape[0] if keys[-1] < shape[1] else shape[2]
                assert child is not None
                if abs(tall(shape[0]) - tall(shape[2])) > 1:
                    found = (("L" if child is shape[0] else "R") + ("L" if keys[-1] < child[1] else "R"), str(shape[1]))
                shape = child
            assert (name, at) == found


def plain(shape: Shape, key: int) -> Shape:
    if shape is None:
        return (None, key, None)
    left, root, right = shape
    return (plain(left, key), root, right) if key < root else (left, root, plain(right, key))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将关键字13,24,37,90,53依次插入空的平衡二叉树，根结点是什么？", "根结点 24"),
        ("在初始为空的AVL树中依次插入 3,2,1,4,5,6,7，求层序遍历序列", "层序：4, 2, 6, 1, 3, 5, 7"),
        ("依次插入3 2 1 4 5 6 7 16 15 14建立AVL树，最终的先序遍历序列是？", "先序：4, 2, 1, 3, 7, 6, 5, 15, 14, 16"),
        ("老师好，关键字序列 16、3、7、11、9、26、18、14、15 构造平衡二叉树，根节点是多少", "根结点 11"),
        ("由序列 1,2,3,4,5,6,7 生成平衡二叉排序树，树的高度为多少", "高度 3"),
        ("往空的平衡树里依次插入 50 30 10 20 40，根是什么", "根结点 30"),
        ("按 5,4,2,8,6,9 的次序插入一棵空AVL树，叶子结点有几个", "叶结点 3 个"),
        (
            "将 20,35,40,15,30,25 插入到初始为空的平衡二叉树(AVL树)中，求其根结点的值和层次遍历序列",
            "根结点 30；层序：30, 20, 35, 15, 25, 40",
        ),
        ("群里有人发的：1～7这七个数挨个塞进空的AVL树，最后谁是根，树有几层？", "根结点 4；高度 3"),
        ("将D,B,A,C,E按字母顺序比较依次插入空平衡二叉树，写出先序遍历", "先序：B, A, D, C, E"),
        ("依次插入13,24,37,90,53建成平衡二叉树，请问90在树里的左右孩子分别是什么", "90 没有左孩子；90 没有右孩子"),
        ("关键字13,24,37,90,53依次插入空AVL树，查找53时需要比较几次？", "53 在第 2 层（查找它比较 2 次）"),
        ("往一棵空平衡二叉树里先后插入13、24、37、90、53，插入53后应做哪种旋转？", "插入 53 后对 37 作 RL 旋转"),
        ("高度为6的平衡二叉树，所有非叶结点的平衡因子均为1，结点总数是多少？", "20 个结点"),
        ("20个结点的AVL树，最大高度是几层（根在第1层）？", "6 层"),
        ("平衡二叉树高度为5时最少有多少个结点", "12 个结点"),
        ("兄弟们 1到10按从小到大插到空AVL树 插完树有多高（只有根算1层）", "高度 4"),
        ("一棵AVL树先序是50 30 20 40 70，现在插35，要做哪种旋转", "插入 35 后对 50 作 LR 旋转"),
        ("9 8 7 6 5这样倒着插进空平衡二叉树，一共转几次？双旋算一次", "旋转 2 次"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "将关键字13,24,37,90,53依次插入AVL树后删除24，根结点是什么？",
        "将关键字13,24,37,90,53依次插入AVL树，查找54需要比较几次",
        "将关键字13,24,37,90,53依次插入AVL树，37的左孩子的兄弟是什么",
        "将关键字13,24,37,90,53依次插入AVL树，删去24之后根是谁",
        "平衡二叉树根的高度为0，高度为5时最少有多少个结点",
        "把 9,7,8,6,5 按从小到大插入空AVL树，根是谁",
        "一棵AVL树先序是50 30 20 10 70，现在插35，要做哪种旋转",
        "依次插入 13,24,37,90,53 到AVL树，漏掉第三个，根是谁",
        "将关键字13,24,24,90,53依次插入AVL树，根结点是什么",
        "6个关键字13,24,37,90,53依次插入AVL树，根结点是什么",
        "AVL树和红黑树的区别是什么",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "将关键字13,24,37,90,53依次插入初始为空的平衡二叉树，则其层序遍历序列为（  ）。"
    solved = solve_text(stem + "\nA. 13,24,37,90,53\nB. 24,13,53,37,90\nC. 37,24,90,13,53\nD. 24,13,90,37,53", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + "\nA. 13,24,37,90,53\nB. 24,13,53,90,37\nC. 37,24,90,13,53\nD. 24,13,90,37,53", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("avl-insertion"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            key = re.findall(r"\d+", right_option(composed))
            assert key == re.findall(r"\d+", solved.answer), composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将关键字13,24,37,90,53依次插入AVL树，插入53时的旋转类型是什么", "插入 53 后对 37 作 RL 旋转"),
        ("向空的AVL树依次插入 5,8,9,3,1，分别做了哪些旋转", "插入 9 后对 5 作 RR 旋转，插入 1 后对 5 作 LL 旋转（共 2 次调整）"),
        ("AVL树依次插入50,30,70,20,40,10,35，插入10时的旋转类型是什么", "插入 10 后对 50 作 LL 旋转"),
        ("平衡二叉树依次插入 24,37,12，后序序列是什么", "后序：12, 37, 24"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "AVL树依次插入50,30,70,20,40,10，再删除70，做了什么旋转",
        "AVL树依次插入50,30,70，插入99时的旋转类型是什么",
        "红黑树依次插入50,30,70,20，做了哪些旋转",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将100,20,10,30,25依次插入空的平衡二叉树，最终根结点是什么，树高多少", "根结点 20；高度 3"),
    ],
)
def test_other_wordings_2(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer
