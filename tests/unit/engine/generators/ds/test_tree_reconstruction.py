"""Rebuilt trees against every tree there is, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

import pytest

from engine.generators import Solved, solve_text
from engine.generators.ds._tree_reconstruction.further_questions import complete_of
from engine.generators.ds._tree_reconstruction.rebuilding import rebuild, traversal

from ..every_kind import right_option, sample

Shape: TypeAlias = "tuple[Shape, str, Shape] | None"


@cache
def shapes(middle: str) -> tuple[Shape, ...]:
    """Every binary tree with this inorder sequence."""
    if not middle:
        return (None,)
    return tuple(
        (left, middle[at], right) for at in range(len(middle)) for left in shapes(middle[:at]) for right in shapes(middle[at + 1 :])
    )


def walked(order: str, shape: Shape) -> str:
    if order == "level":
        waiting, keys = [shape], ""
        while waiting:
            node = waiting.pop(0)
            if node is not None:
                keys += node[1]
                waiting += [node[0], node[2]]
        return keys
    if shape is None:
        return ""
    left, right = walked(order, shape[0]), walked(order, shape[2])
    return {"pre": shape[1] + left + right, "in": left + shape[1] + right, "post": left + right + shape[1]}[order]


def only_tree(order: str, sequence: Sequence[str], middle: Sequence[str]) -> Shape:
    """By cutting the inorder at the root again and again, written another way: keys by their places."""
    place = {key: number for number, key in enumerate(middle)}
    shape: Shape = None
    # Keys inserted as into a search tree ordered by inorder place, parents before children.
    for key in reversed(sequence) if order == "post" else sequence:
        shape = inserted(shape, key, place)
    return shape


def inserted(shape: Shape, key: str, place: dict[str, int]) -> Shape:
    if shape is None:
        return (None, key, None)
    left, root, right = shape
    if place[key] < place[root]:
        return (inserted(left, key, place), root, right)
    return (left, root, inserted(right, key, place))


def tall(shape: Shape) -> int:
    return 0 if shape is None else 1 + max(tall(shape[0]), tall(shape[2]))


def nodes(shape: Shape) -> Iterator[tuple[Shape, str, Shape]]:
    if shape is not None:
        yield shape
        yield from nodes(shape[0])
        yield from nodes(shape[2])


@pytest.mark.parametrize(
    ("kind", "sequence", "middle", "wanted", "expected"),
    [
        ("pre", "ABDGCEFH", "DGBAECHF", "post", "GDBEHFCA"),  # the classic of the traversal exercises
        ("post", "DABEC", "DEBAC", "pre", "CEDBA"),  # Yan Weimin's exercises
        ("pre", "EFHIGJK", "HFIEJKG", "post", "HIFKJGE"),  # NOIP and many 408 collections
        ("level", "ABCDEF", "DBEAFC", "pre", "ABDECF"),
    ],
)
def test_textbook_classics(kind: str, sequence: str, middle: str, wanted: str, expected: str) -> None:
    assert "".join(traversal(wanted, rebuild(kind, sequence, middle))) == expected


def test_every_small_tree_is_rebuilt() -> None:
    for middle in ("", "a", "ab", "abc", "abcde", "abcdef"):
        for shape in shapes(middle):
            for kind in ("pre", "post", "level"):
                tree = rebuild(kind, walked(kind, shape), middle)
                for wanted in ("pre", "in", "post", "level"):
                    assert "".join(traversal(wanted, tree)) == walked(wanted, shape)


def test_keys_agree_with_reference() -> None:
    for composed in sample("tree-reconstruction"):
        asked, right = composed.parameters, right_option(composed)
        if asked["task"] == "pre-and-post":
            before, after = asked["preorder"], asked["postorder"]
            assert right == f"{trees_with(''.join(before), ''.join(after))} 棵"
            continue
        given = asked.get("given", "pre")
        shape = only_tree(given, asked.get("sequence") or asked["preorder"], asked["inorder"])
        if asked["task"] in ("third", "from-level"):
            assert right == walked(asked["wanted"], shape)
        elif asked["task"] == "height":
            assert right == f"{tall(shape)} 层"
        elif asked["task"] == "leaves":
            assert right == f"{sum(left is None and end is None for left, _, end in nodes(shape))} 个"
        elif asked["task"] == "single":
            assert right == f"{sum((left is None) != (end is None) for left, _, end in nodes(shape))} 个"
        elif asked["task"] == "forest-leaves":
            assert right == f"{sum(left is None for left, _, _ in nodes(shape))} 个"
        else:
            # A root of the forest is a key that no earlier-visited key keeps open: nothing before it in preorder is after it in postorder.
            before, after = asked["preorder"], asked["inorder"]
            roots = [k for n, k in enumerate(before) if not any(after.index(other) > after.index(k) for other in before[:n])]
            assert right == f"{len(roots)} 棵"


@cache
def trees_with(before: str, after: str) -> int:
    """Trees with both sequences, counted by every split of the rest."""
    if not before:
        return after == ""
    if before[0] != after[-1]:
        return 0
    rest_before, rest_after = before[1:], after[:-1]
    return sum(
        trees_with(rest_before[:cut], rest_after[:cut]) * trees_with(rest_before[cut:], rest_after[cut:])
        for cut in range(len(rest_before) + 1)
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("已知二叉树的先序遍历序列为ABDGCEFH，中序遍历序列为DGBAECHF，求后序遍历序列", "GDBEHFCA"),
        ("某二叉树的前序序列是EFHIGJK，中序序列是HFIEJKG，则它的后序序列是什么？", "HIFKJGE"),
        ("二叉树的后序遍历序列为DABEC，中序遍历序列为DEBAC，则先序遍历序列是", "CEDBA"),
        ("老师好，中序遍历 D,B,E,A,F,C，层次遍历 A,B,C,D,E,F，请问先序遍历是什么", "ABDECF"),
        ("先序 ABDECF 中序 DBEAFC 求后序和层序", "后序：DEBFCA；层序：ABCDEF"),
        ("一棵二叉树先序遍历结果：ABDECF，中序遍历结果：DBEAFC，求树的高度", "高度 3"),
        ("已知二叉树的后根序列为DEBFCA，中根序列为DBEAFC，求叶结点个数", "叶结点 3 个"),
        ("由先序遍历序列 1,2,4,5,3,6 和中序遍历序列 4,2,5,1,6,3 构造二叉树，其后序遍历序列为？", "452631"),
        ("设二叉树的先序序列为abdecf，中序序列为dbeafc，写出后序序列，谢谢", "debfca"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "已知二叉树的先序遍历序列为ABDGCEFH，后序遍历序列为GDBEHFCA，求中序遍历序列",
        "某森林的先序遍历序列为ABDECF，中序遍历序列为DBEAFC，求后序",
        "先序为ABDECF，中序为DBEAFC，将其左右子树交换后，后序是什么",
        "先序为ABDECF，中序为DBEAFC的二叉树线索化后，E的后继是什么，后序呢",
        "先序为ABDECF，中序为CBEAFD，求后序",
        "先序为ABDECF，中序为DBEAF，求后序",
        "二叉排序树的先序序列为 4,2,5,3,1，求后序序列",
        "森林的先根序列为ABDECF，中根序列为DBEAFC，有几个叶子",
        "先序为 4,2,1,3,5，求后序序列",
        "二叉排序树的中序序列为 1,2,3,4,5，求后序序列",
        "先序为ABDECF，中序为DBEAFC的二叉树有多少棵，后序是什么",
        "先序和中序能唯一确定二叉树吗",
        "先序为ABACF，中序为BAAFC，求后序",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "二叉树的先序遍历序列为ABDECF，中序遍历序列为DBEAFC，则后序遍历序列为（  ）。"
    solved = solve_text(stem + "\nA. DEBFCA\nB. DEBCFA\nC. EDBFCA\nD. DBEFCA", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
    assert solve_text(stem + "\nA. DEBFAC\nB. DEBCFA\nC. EDBFCA\nD. DBEFCA", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("tree-reconstruction"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            shown = right_option(composed)
            assert shown in solved.answer or shown.split()[0] in solved.answer.split(), composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("二叉树先根遍历EFHIGJK，中根遍历HFIEJKG，它右子树的根是", "右子树的根 G"),
        ("先序ABC，中序CBA，左子树的根和右子树的根", "左子树的根 B；右子树为空"),
        ("由后序 DEBFCA 和中序 DBEAFC 求先序和树高", "先序：ABDECF；高度 3"),
        ("二叉排序树的先序序列为 4,2,1,3,5，求中序序列", "12345"),
        ("先序为ABDECF，中序为DBEAFC，求B的右孩子和后序", "B 的右孩子是 E；后序：DEBFCA"),
        ("群里的题：二叉搜索树先序 5,3,1,4,9,7,6,12，后序和叶子个数是多少", "后序：1, 4, 3, 6, 7, 12, 9, 5；叶结点 4 个"),
        ("先序和中序序列分别为ABDECF和DBEAFC，能唯一确定一棵二叉树，它的后序是啥", "DEBFCA"),
        ("森林F的先根序列为abcdefg，中根序列为badfegc，F中有几棵树", "2 棵树"),
        ("前序 A B D E C F，中序 D B E A F C，层次遍历结果", "ABCDEF"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "先序ABDEC，中序DBFAC，左子树的根",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@pytest.mark.parametrize("size", range(1, 17))
def test_a_complete_tree_is_told_by_its_inorder(size: int) -> None:
    level = [f"K{number}" for number in range(1, size + 1)]

    def middle(place: int) -> list[str]:
        return [] if place > size else [*middle(2 * place), level[place - 1], *middle(2 * place + 1)]

    assert traversal("level", complete_of(middle(1))) == level


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("二叉树先序为ABDFCEG，中序为BFDAEGC，交换所有结点的左右子树后，新树的先序序列是什么", "ACEGBDF"),
        ("某二叉树前序ABDECFG，中序DBEAFCG，求从根到结点G的路径", "路径 A→C→G"),
        ("已知二叉树的先序为ABCDEFGH，中序为BDCAGFHE，D的祖先结点有哪些", "D 的祖先：C、B、A"),
        ("某二叉树先序ABDEC，中序DBEAC，D和E的最近公共祖先是谁", "D、E 的最近公共祖先是 B"),
        ("二叉树后序DEBGFCA，中序DBEAGCF，指出它的叶子结点", "叶结点 D、E、G、F"),
    ],
)
def test_further_questions(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer
