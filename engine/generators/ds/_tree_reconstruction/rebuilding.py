"""Binary trees rebuilt from traversals: the simulator of its kind's questions and solver.

Knuth 2.3.1, exercise 7; Yan Weimin, 遍历二叉树: the other sequence names the root, the inorder sequence tells what is left and right of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from engine.generators.ds._search_trees.binary import Binary, inorder, level_order, postorder, preorder
from engine.generators.reading import stay_out

NAMES = {"pre": "先序", "in": "中序", "post": "后序", "level": "层序"}


def rebuild(kind: str, sequence: Sequence[str], middle: Sequence[str]) -> Binary | None:
    """The only tree with this inorder sequence `middle` and this other one; `kind`: pre, post or level.

    Raises:
        ValueError: there is no such tree.
    """
    if len(set(middle)) != len(middle) or sorted(sequence) != sorted(middle):
        raise ValueError("not two orders of the same keys")
    if not middle:
        return None
    root = sequence[-1] if kind == "post" else sequence[0]
    at = list(middle).index(root)
    left, right = middle[:at], middle[at + 1 :]
    if kind == "level":
        rest = sequence[1:]
        return Binary(
            root, rebuild(kind, [key for key in rest if key in left], left), rebuild(kind, [key for key in rest if key in right], right)
        )
    rest = sequence[:-1] if kind == "post" else sequence[1:]
    return Binary(root, rebuild(kind, rest[:at], left), rebuild(kind, rest[at:], right))


def traversal(kind: str, tree: Binary | None) -> list[str]:
    """The sequence of that kind: pre, in, post or level."""
    return {"pre": preorder, "in": inorder, "post": postorder, "level": level_order}[kind](tree)


def only_children(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The nodes with one child, from a preorder and a postorder: X, Y in the one where Y, X are in the other."""
    return [one for one, other in itertools.pairwise(before) if after.index(other) + 1 == after.index(one)]


def rebuild_full(before: Sequence[str], after: Sequence[str]) -> Binary:
    """The tree with this preorder and postorder whose every node has no child or two.

    Raises:
        ValueError: there is none.
    """
    if len(before) != len(after) or not before or before[0] != after[-1]:
        raise ValueError("no such tree")
    if len(before) == 1:
        return Binary(before[0])
    if len(before) == 2 or before[1] not in after:
        raise ValueError("no such tree")
    at = list(after).index(before[1]) + 1
    return Binary(before[0], rebuild_full(before[1 : at + 1], after[:at]), rebuild_full(before[at + 1 :], after[at:-1]))


def from_extended(signs: Sequence[str], empty: str) -> Binary:
    """The tree of a preorder with a sign for every empty subtree.

    Raises:
        StayOut: signs are missing or left over.
    """
    coming = list(signs)

    def build() -> Binary | None:
        if not coming:
            stay_out("signs are missing")
        sign = coming.pop(0)
        return None if sign == empty else Binary(sign, build(), build())

    tree = build()
    if tree is None or coming or len(set(preorder(tree))) != len(preorder(tree)):
        stay_out("signs are left over, or a key twice")
    return tree


def is_consistent(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether some tree has this preorder and this postorder."""
    if len(before) != len(after) or sorted(before) != sorted(after):
        return False
    if not before:
        return True
    if before[0] != after[-1]:
        return False
    if len(before) == 1:
        return True
    at = list(after).index(before[1]) + 1
    return is_consistent(before[1 : at + 1], after[:at]) and is_consistent(before[at + 1 :], after[at:-1])
