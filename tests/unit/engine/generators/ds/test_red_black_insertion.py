"""Red-black trees against the 2-3-4 trees they stand for, their own laws, and textbook classics."""

from __future__ import annotations

from bisect import bisect, insort

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.ds._search_trees.red_black import RedBlackNode, RedBlackTree, built, by_level

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


class Cluster:
    """A node of a 2-3-4 tree: a black node with its red children."""

    def __init__(self, keys: list[int], below: list[Cluster]) -> None:
        self.keys, self.below = keys, below

    def insert(self, key: int) -> tuple[Cluster, int, Cluster] | None:
        """None, or what it splits into: left, the key that goes up, right. A full node sends up its old middle key."""
        place = bisect(self.keys, key)
        if not self.below:
            middle = self.keys[1] if len(self.keys) == 3 else None
            insort(self.keys, key)
            return self.split(middle)
        pieces = self.below[place].insert(key)
        if pieces is None:
            return None
        middle = self.keys[1] if len(self.keys) == 3 else None
        self.keys.insert(place, pieces[1])
        self.below[place : place + 1] = [pieces[0], pieces[2]]
        return self.split(middle)

    def split(self, middle: int | None) -> tuple[Cluster, int, Cluster] | None:
        if middle is None:
            return None
        at = self.keys.index(middle)
        return Cluster(self.keys[:at], self.below[: at + 1]), middle, Cluster(self.keys[at + 1 :], self.below[at + 1 :])

    def told(self) -> list[object]:
        return [self.keys, [each.told() for each in self.below]]


def cluster_tree(keys: list[int]) -> list[object]:
    root = Cluster([keys[0]], [])
    for key in keys[1:]:
        pieces = root.insert(key)
        if pieces is not None:
            root = Cluster([pieces[1]], [pieces[0], pieces[2]])
    return root.told()


def clusters_of(node: RedBlackNode) -> list[object]:
    """Every black node drawn together with its red children."""
    keys: list[int] = []
    below: list[object] = []

    def walk(each: RedBlackNode) -> None:
        for side, child in enumerate(each.children):
            if side:
                keys.append(each.key)
            if child is not None and child.red:
                walk(child)
            elif child is not None:
                below.append(clusters_of(child))

    walk(node)
    return [keys, below]


def depths(tree: RedBlackTree) -> dict[int, int]:
    found: dict[int, int] = {}
    for node in by_level(tree):
        found[node.key] = 0 if node.parent is None else found[node.parent.key] + 1
    return found


def risen(before: list[int], key: int) -> int:
    """Single rotations at an insertion, seen from outside: the node that a rotation (or two) puts on top rises by one (or two) levels."""
    old = depths(built(before))
    neighbours = sorted(before)
    place = bisect(neighbours, key)
    # A new leaf hangs below the deeper of its two neighbours.
    old[key] = 1 + max(old[neighbour] for neighbour in neighbours[max(0, place - 1) : place + 1])
    new = depths(built([*before, key]))
    return max(old[each] - new[each] for each in new)


def test_textbook_classics() -> None:
    # Cormen et al., exercise: 41, 38, 31, 12, 19, 8 into an empty tree.
    tree = built([41, 38, 31, 12, 19, 8])
    assert [(node.key, node.red) for node in by_level(tree)] == [(38, False), (19, True), (41, False), (12, False), (31, False), (8, True)]
    # Three ascending keys: a single rotation, the middle one black on top.
    assert [(node.key, node.red) for node in by_level(built([1, 2, 3]))] == [(2, False), (1, True), (3, True)]


@settings(max_examples=200)
@given(st.lists(st.integers(1, 99), min_size=1, max_size=16, unique=True))
def test_trees_keep_the_laws_and_stand_for_2_3_4_trees(keys: list[int]) -> None:
    tree = built(keys)
    assert tree.root is not None
    assert not tree.root.red

    def black_height(node: RedBlackNode | None) -> int:
        if node is None:
            return 1
        assert not (node.red and any(child is not None and child.red for child in node.children))
        left, right = (black_height(child) for child in node.children)
        assert left == right
        return left + (not node.red)

    black_height(tree.root)
    assert clusters_of(tree.root) == cluster_tree(keys)


def test_keys_agree_with_the_2_3_4_tree() -> None:
    for composed in sample("red-black-insertion"):
        asked, right = composed.parameters, right_option(composed)
        keys: list[int] = asked["keys"]
        tree: RedBlackTree = built(keys)
        assert tree.root is not None
        assert clusters_of(tree.root) == cluster_tree(keys)
        nodes = by_level(tree)
        if asked["task"] == "top":
            assert right == ", ".join(str(node.key) for node in nodes[:3])
        elif asked["task"] == "reds":
            assert right == ", ".join(str(key) for key in sorted(keys) if key in {node.key for node in nodes if node.red})
        elif asked["task"] == "order":
            assert right == ", ".join(f"{node.key}{'红' if node.red else '黑'}" for node in nodes)
        else:
            assert right == f"{sum(risen(keys[:number], keys[number]) for number in range(1, len(keys)))} 次"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将关键字 10, 20, 30 依次插入初始为空的红黑树，根结点是什么？", "根结点 20"),
        ("求问：1～8按顺序插进空的红黑树，红色结点有哪些", "红结点 2、6、8"),
        ("往空红黑树里依次塞 10,20,30,15，15最后是什么颜色", "15 为红色"),
        ("把 20,10,30,5 逐个插入空的红黑树（新结点着红色），黑结点有几个？", "黑结点 3 个"),
        ("依次插入 60,40,80,30,50,35 建红黑树，写出层序遍历并标明颜色", "层序：60黑, 40红, 80黑, 30黑, 50黑, 35红"),
        ("红黑树初始为空，依次插入10、20、30，一共转了几次（变色不算）？", "旋转 1 次"),
        ("刷题遇到的：空红黑树依次插入 50,30,70,20,10，30的左右孩子分别是谁", "30 没有左孩子；30 没有右孩子"),
        ("依次插入 33,21,47,12,5 到空红黑树，插入5后做什么旋转？", "插入 5 后：叔结点为黑：绕 21 右旋，12 染黑、21 染红"),
        ("空红黑树依次插入 7,3,18,10,22，树的高度是多少", "高度 3"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("red-black-insertion", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "依次插入 10,20,30,40 到空红黑树，再删除 20，根结点是什么",
        "依次插入 10,20,30,40 到左倾红黑树，根结点是什么",
        "已有红黑树如图，插入 10,20,30，根结点是什么",
        "依次插入 10,20,20,40 到空红黑树，根结点是什么",
        "5 个关键字 10,20,30,40 依次插入空红黑树，根结点是什么",
        "含 10 个内部结点的红黑树，高度最多是多少",
        "红黑树和AVL树有什么区别",
        "依次插入 10,20,30,40 到空红黑树，25 是什么颜色",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("red-black-insertion", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("red-black-insertion") >= 10
