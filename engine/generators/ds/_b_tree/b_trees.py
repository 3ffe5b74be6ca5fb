"""B-trees: the simulator of its kind's questions and solver.

As in Yan Weimin (B-树): a node of an m-order tree has at most m − 1 keys and, the root aside, at least ⌈m/2⌉ − 1. A key goes into a leaf;
a node with m keys is split, its ⌈m/2⌉-th key goes up. Height counts levels of nodes with keys, without the failure leaves.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.drawings.tree import Node, Stage, Tree
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class BNode:
    """A node: its keys and, unless it is a leaf, one child more."""

    keys: tuple[int, ...]
    children: tuple[BNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Inserted:
    """One key inserted: the tree afterwards, and the keys that went up in splits, lowest level first."""

    key: int
    tree: BNode
    up: tuple[int, ...]


def insert(tree: BNode | None, key: int, most: int, middle: int) -> Inserted:
    """The tree with the key. A node with more than `most` keys is split around its key at place `middle` (from 0)."""
    if tree is None:
        return Inserted(key, BNode((key,)), ())
    up: list[int] = []
    pieces = _into(tree, key, most, middle, up)
    return Inserted(key, pieces[0] if len(pieces) == 1 else BNode((up[-1],), tuple(pieces)), tuple(up))


def _into(node: BNode, key: int, most: int, middle: int, up: list[int]) -> list[BNode]:
    """The node with the key: itself, or the two it is split into, the key between them put into `up`."""
    place = bisect(node.keys, key)
    if node.children:
        pieces = _into(node.children[place], key, most, middle, up)
        risen = (up[-1],) if len(pieces) == 2 else ()
        children = (*node.children[:place], *pieces, *node.children[place + 1 :])
        node = BNode((*node.keys[:place], *risen, *node.keys[place:]), children)
    else:
        node = BNode((*node.keys[:place], key, *node.keys[place:]))
    if len(node.keys) <= most:
        return [node]
    up.append(node.keys[middle])
    return [BNode(node.keys[:middle], node.children[: middle + 1]), BNode(node.keys[middle + 1 :], node.children[middle + 1 :])]


def insert_all(keys: Sequence[int], order: int) -> list[Inserted]:
    """The insertions into an empty tree of that order."""
    return insert_with(keys, order - 1, (order + 1) // 2 - 1)


def insert_with(keys: Sequence[int], most: int, middle: int) -> list[Inserted]:
    done: list[Inserted] = []
    for key in keys:
        done.append(insert(done[-1].tree if done else None, key, most, middle))
    return done


def levels(tree: BNode) -> list[list[BNode]]:
    """The nodes level by level."""
    found = [[tree]]
    while found[-1][0].children:
        found.append([child for node in found[-1] for child in node.children])
    return found


def least_keys(order: int, height: int) -> int:
    """The fewest keys of a tree of that height: the root has 1 key, every other node ⌈m/2⌉ − 1."""
    half = (order + 1) // 2
    return 1 if height == 1 else int(2 * half ** (height - 1) - 1)


def most_nodes(order: int, count: int) -> int:
    """The most nodes of a tree with so many keys.

    Raises:
        StayOut: too many keys to go through all trees.
    """
    if count > 400:
        stay_out("too many keys")
    half = (order + 1) // 2
    best = dict.fromkeys(range(half - 1, order), 1) | ({0: 1} if half == 1 else {})  # keys of a subtree below the root -> nodes
    answer = 1 if count < order else 0
    while any(keys <= count for keys in best):
        joined: dict[int, dict[int, int]] = {1: dict(best)}  # children -> keys in them -> nodes
        for children in range(2, order + 1):
            joined[children] = {}
            for keys, nodes in joined[children - 1].items():
                for more, others in best.items():
                    if keys + more <= count and joined[children].get(keys + more, 0) < nodes + others:
                        joined[children][keys + more] = nodes + others
        for children in range(2, order + 1):
            if (total := joined[children].get(count - (children - 1))) is not None:
                answer = max(answer, total + 1)
        best = {}
        for children in range(half, order + 1):
            for keys, nodes in joined[children].items():
                own = keys + children - 1
                if own <= count and best.get(own, 0) < nodes + 1:
                    best[own] = nodes + 1
    return answer


def most_keys(order: int, height: int) -> int:
    """The most keys: every node has m − 1."""
    return int(order**height - 1)


def shown(nodes: Sequence[BNode], name: Callable[[int], object] = int) -> str:
    """A level's nodes."""
    return " ／ ".join(listed([name(key) for key in node.keys], " ") for node in nodes)


def working(done: Sequence[Inserted], order: int, name: Callable[[int], object] = int) -> str:
    """The insertions that split a node. `name`: what a key is called, where keys stand for letters."""
    rows = [
        (name(each.key), listed([name(key) for key in each.up], "、"), "；".join(shown(level, name) for level in levels(each.tree)))
        for each in done
        if each.up
    ]
    return paragraphs(
        f"结点最多 {order - 1} 个关键字。下面是发生分裂的插入（“；”分开各层，“／”分开结点）：", table(("插入", "上移", "插入后"), rows)
    )


def drawing(tree: BNode, title: str = "全部插入后的 B 树") -> Tree:
    """The tree under `title`."""
    nodes: list[Node] = []

    def add(node: BNode, parent: int) -> None:
        place = len(nodes)
        nodes.append(Node(listed(node.keys, " "), parent))
        for child in node.children:
            add(child, place)

    add(tree, -1)
    return Tree(title=title, stages=(Stage("", tuple(nodes)),))
