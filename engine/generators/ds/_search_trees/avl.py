"""AVL trees: the simulator of its kind's questions and solver.

Adel'son-Vel'skii and Landis 1962, as in Yan Weimin (平衡二叉树): after an insertion the lowest unbalanced ancestor is rotated, LL and
RR once, LR and RL twice; the letters say where, seen from that ancestor, the new key was inserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.tree import Stage, Tree
from engine.generators.ds._search_trees.binary import Binary, drawn, height, level_order
from engine.generators.markdown import listed, table


@dataclass(frozen=True, slots=True)
class Insertion:
    """One key inserted.

    Attributes:
        rotation: LL, RR, LR, RL, or empty.
        at: the lowest unbalanced ancestor's key.
        before: the tree before rotating.
        after: the tree afterwards.
    """

    key: int
    rotation: str
    at: str
    before: Binary
    after: Binary


def plain_insert(tree: Binary | None, key: int) -> Binary:
    """A binary search tree with the key as a new leaf.

    Raises:
        ValueError: the key is there already.
    """
    if tree is None:
        return Binary(str(key))
    if int(tree.key) == key:
        raise ValueError(f"{key} twice")
    if key < int(tree.key):
        return Binary(tree.key, plain_insert(tree.left, key), tree.right)
    return Binary(tree.key, tree.left, plain_insert(tree.right, key))


def _right(tree: Binary) -> Binary:
    assert tree.left is not None
    return Binary(tree.left.key, tree.left.left, Binary(tree.key, tree.left.right, tree.right))


def _left(tree: Binary) -> Binary:
    assert tree.right is not None
    return Binary(tree.right.key, Binary(tree.key, tree.left, tree.right.left), tree.right.right)


def _rotated(tree: Binary, rotation: str) -> Binary:
    if rotation == "LL":
        return _right(tree)
    if rotation == "RR":
        return _left(tree)
    if rotation == "LR":
        assert tree.left is not None
        return _right(Binary(tree.key, _left(tree.left), tree.right))
    assert tree.right is not None
    return _left(Binary(tree.key, tree.left, _right(tree.right)))


def _balanced(tree: Binary, key: int, double: bool, found: list[tuple[str, str]]) -> Binary:
    """The tree with the lowest unbalanced node on the way to `key` rotated, and (rotation, its key) put into `found`."""
    smaller = key < int(tree.key)
    child = tree.left if smaller else tree.right
    if child is None:
        return tree
    changed = _balanced(child, key, double, found)
    tree = Binary(tree.key, changed if smaller else tree.left, tree.right if smaller else changed)
    if abs(height(tree.left) - height(tree.right)) < 2:
        return tree
    outer = "L" if smaller else "R"
    rotation = outer + ("L" if key < int(changed.key) else "R")
    found.append((rotation, tree.key))
    if not double and rotation[0] != rotation[1]:
        rotation = outer * 2  # the mistake: one rotation where two are needed
    return _rotated(tree, rotation)


def insert_all(keys: Sequence[int], double: bool = True, tree: Binary | None = None) -> list[Insertion]:
    """The insertions of `keys` into a tree, an empty one by default; `double` False: a wrong procedure that never rotates twice.

    Raises:
        ValueError: a key comes twice.
    """
    done = []
    for key in keys:
        before = plain_insert(tree, key)
        found: list[tuple[str, str]] = []
        after = _balanced(before, key, double, found)
        rotation, at = found[0] if found else ("", "")
        done.append(Insertion(key, rotation, at, before, after))
        tree = after
    return done


def least_nodes(levels: int) -> int:
    """The fewest nodes of an AVL tree of that height (levels): N(h) = N(h−1) + N(h−2) + 1."""
    fewer, more = 0, 1
    for _ in range(levels):
        fewer, more = more, fewer + more + 1
    return fewer


def unbalanced(keys: Sequence[int]) -> Binary:
    """The plain search tree after the insertions."""
    tree: Binary | None = None
    for key in keys:
        tree = plain_insert(tree, key)
    assert tree is not None
    return tree


def plain_insertions(keys: Sequence[int], tree: Binary | None = None) -> list[Insertion]:
    """The insertions of `keys` into a search tree that is not balanced."""
    done = []
    for key in keys:
        tree = plain_insert(tree, key)
        done.append(Insertion(key, "", "", tree, tree))
    return done


def working(done: Sequence[Insertion]) -> str:
    """Every insertion with its rotation."""
    rows = [
        (
            insertion.key,
            f"{insertion.rotation}，以 {insertion.at} 为根调整" if insertion.rotation else "无需调整",
            listed(level_order(insertion.after)),
        )
        for insertion in done
    ]
    return table(("插入", "调整", "调整后的层序"), rows)


def drawing(done: Sequence[Insertion]) -> Tree:
    """The last rotation and the tree at the end."""
    stages = []
    last = next((insertion for insertion in reversed(done) if insertion.rotation), None)
    if last is not None:
        stages.append(
            Stage(f"插入 {last.key} 后，{last.at} 失衡（{last.rotation}）", drawn(last.before, {str(last.key): "new", last.at: "bad"}))
        )
        stages.append(Stage(f"{last.rotation} 旋转后", drawn(last.after, {str(last.key): "new", last.at: "good"})))
    if last is None or done[-1] is not last:
        stages.append(Stage("全部插入后", drawn(done[-1].after, {str(done[-1].key): "new"})))
    return Tree(title=f"依次插入 {listed(insertion.key for insertion in done)}", stages=tuple(stages))
