"""Keys deleted from a B-tree: the simulator, and what it leaves where books differ.

As in Yan Weimin (B-树的删除): a key that is not in a leaf gives its place to the next larger one (or the next smaller one), which is deleted
instead; a node with too few keys takes one through its parent from a sibling that can spare it, or is joined with a sibling.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.generators.ds._b_tree.b_trees import BNode
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class Way:
    """What books do differently: which key takes the place of one that is not in a leaf, and which sibling is looked at first."""

    larger: bool = True
    right: bool = True

    def told(self) -> str:
        """In words."""
        return f"非叶结点的关键字用{'后继（右子树中最小的）' if self.larger else '前驱（左子树中最大的）'}代替，先看{'右' if self.right else '左'}兄弟"


WAYS = tuple(Way(larger, right) for larger, right in itertools.product((True, False), repeat=2))
"""All of them, the usual one first."""


def delete(tree: BNode, key: int, order: int, way: Way) -> BNode:
    """The tree without the key.

    Raises:
        StayOut: the key is not in it, or it was the only one.
    """
    left = _without(tree, key, (order + 1) // 2 - 1, way)
    if not left.keys:
        return left.children[0] if left.children else stay_out("nothing is left")
    return left


def _without(node: BNode, key: int, least: int, way: Way) -> BNode:
    place = bisect_left(node.keys, key)
    here = place < len(node.keys) and node.keys[place] == key
    if not node.children:
        return BNode((*node.keys[:place], *node.keys[place + 1 :])) if here else stay_out(f"no key {key}")
    keys = node.keys
    if here:
        child = node.children[place + 1] if way.larger else node.children[place]
        while child.children:
            child = child.children[0 if way.larger else -1]
        key = child.keys[0 if way.larger else -1]
        keys = (*keys[:place], key, *keys[place + 1 :])
        place += int(way.larger)
    below = _without(node.children[place], key, least, way)
    return _mended(BNode(keys, (*node.children[:place], below, *node.children[place + 1 :])), place, least, way)


def _mended(node: BNode, place: int, least: int, way: Way) -> BNode:
    """The node after one of its children may have come to too few keys."""
    child = node.children[place]
    if len(child.keys) >= least:
        return node
    siblings = [each for each in ((place + 1, place - 1) if way.right else (place - 1, place + 1)) if 0 <= each < len(node.children)]
    for other in siblings:
        giving = node.children[other]
        if len(giving.keys) <= least:
            continue
        if other > place:
            keys = (*node.keys[:place], giving.keys[0], *node.keys[place + 1 :])
            child = BNode((*child.keys, node.keys[place]), (*child.children, *giving.children[:1]))
            giving = BNode(giving.keys[1:], giving.children[1:])
            return BNode(keys, (*node.children[:place], child, giving, *node.children[other + 1 :]))
        keys = (*node.keys[:other], giving.keys[-1], *node.keys[place:])
        child = BNode((node.keys[other], *child.keys), (*giving.children[-1:], *child.children))
        giving = BNode(giving.keys[:-1], giving.children[:-1])
        return BNode(keys, (*node.children[:other], giving, child, *node.children[place + 1 :]))
    first = min(place, siblings[0])
    one, other_ = node.children[first], node.children[first + 1]
    joined = BNode((*one.keys, node.keys[first], *other_.keys), (*one.children, *other_.children))
    return BNode((*node.keys[:first], *node.keys[first + 1 :]), (*node.children[:first], joined, *node.children[first + 2 :]))


def in_brackets(node: BNode, name: Callable[[int], object] = int) -> str:
    """The tree as `[52]([20 30] [60 70])`."""
    own = f"[{listed([name(key) for key in node.keys], ' ')}]"
    return own + (f"({' '.join(in_brackets(child, name) for child in node.children)})" if node.children else "")


def after_each(tree: BNode, keys: Sequence[int], order: int, way: Way) -> list[BNode]:
    """The trees after one key after the other is deleted."""
    trees = []
    for key in keys:
        tree = delete(tree, key, order, way)
        trees.append(tree)
    return trees


def deletions_told(tree: BNode, keys: Sequence[int], order: int) -> tuple[list[BNode], str, tuple[str, ...]]:
    """(the tree after each deletion in the usual way, the working, what is to be said of other ways)."""
    trees = after_each(tree, keys, order, WAYS[0])
    working = paragraphs(*(f"删除 {key}：{in_brackets(after)}" for key, after in zip(keys, trees, strict=True)))
    others: dict[str, str] = {}
    for way in WAYS[1:]:
        told = in_brackets(after_each(tree, keys, order, way)[-1])
        if told != in_brackets(trees[-1]):
            others.setdefault(told, way.told())
    conventions = (
        f"删除时结点至少留 ⌈{order}/2⌉ − 1 = {(order + 1) // 2 - 1} 个关键字，不够时向兄弟借，借不到就合并",
        *((f"{WAYS[0].told()}",) if others else ()),
        *(f"若{told}，则为 {shape}" for shape, told in others.items()),
    )
    return trees, working, conventions
