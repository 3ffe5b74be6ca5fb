"""The best merge tree: Huffman's with as many branches as runs are merged at a time.

Knuth, The Art of Computer Programming, 5.4.9: dummy runs of length 0 fill the first merge, so that (runs + dummies − 1) is a multiple of
(ways − 1).
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.tree import Node, Stage, Tree

_MOST_DRAWN = 14  # leaves


def dummies(runs: int, ways: int) -> int:
    """How many dummy runs a merge tree with `ways` branches needs."""
    return -(runs - 1) % (ways - 1)


def best_merges(lengths: Sequence[int], ways: int) -> list[list[int]]:
    """The merges of the best tree in order, dummies as 0."""
    roots = sorted([0] * dummies(len(lengths), ways) + list(lengths))
    merges = []
    while len(roots) > 1:
        merges.append(roots[:ways])
        roots = sorted([*roots[ways:], sum(roots[:ways])])
    return merges


def reads(merges: Sequence[Sequence[int]]) -> int:
    """Records read in all merges: the tree's weighted path length."""
    return sum(sum(merge) for merge in merges)


def tree_drawn(lengths: Sequence[int], ways: int) -> Tree | None:
    """The tree, dummies quiet and what merges make blue; None where it is too wide for a phone."""
    added = dummies(len(lengths), ways)
    if len(lengths) + added > _MOST_DRAWN or len(lengths) < 2:
        return None
    roots: list[tuple[int, list[Node]]] = [(0, [Node("0", tone="quiet")]) for _ in range(added)]
    roots = sorted([*roots, *((length, [Node(str(length))]) for length in lengths)], key=lambda root: root[0])
    while len(roots) > 1:
        total = sum(length for length, _ in roots[:ways])
        nodes = [Node(str(total), tone="new")]
        for _, below in roots[:ways]:
            place = len(nodes)
            nodes += [Node(node.label, 0 if node.parent < 0 else node.parent + place, tone=node.tone) for node in below]
        roots = sorted([*roots[ways:], (total, nodes)], key=lambda root: root[0])
    title = f"{ways} 路最佳归并树（WPL = {reads(best_merges(lengths, ways))}）"
    return Tree(title=title, note="0 是虚段，蓝色是归并所得" if added else "蓝色是归并所得", stages=(Stage("", tuple(roots[0][1])),))
