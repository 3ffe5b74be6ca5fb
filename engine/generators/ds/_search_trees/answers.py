"""Answers to what `tree_reading` reads of a search tree: walks, single nodes, levels, counts and lengths of searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from engine.generators.ds._search_trees.binary import Binary, height, inorder, level_order, postorder, preorder
from engine.generators.markdown import listed
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

_WALKS = {"level": ("层序", level_order), "pre": ("先序", preorder), "in": ("中序", inorder), "post": ("后序", postorder)}


@dataclass(frozen=True, slots=True)
class Shown:
    """How the keys of a tree are told.

    Attributes:
        names: what numbers stand for, the least first; empty: themselves.
        reds: the red keys of a red-black tree; None for other trees.
        coloured: whether walks are told with colours.
        with_colour: whether single nodes are.
    """

    names: tuple[str, ...] = ()
    reds: frozenset[int] | None = None
    coloured: bool = False
    with_colour: bool = False

    def key(self, key: str) -> str:
        """A key as the person wrote it."""
        return self.names[int(key) - 1] if self.names else key

    def node(self, key: str) -> str:
        """The same with its colour, where that is asked, too."""
        return self.key(key) if not self.with_colour else f"{self.key(key)}（{self.colour(key)}）"

    def colour(self, key: str) -> str:
        """Red or black."""
        return "红" if self.reds is not None and int(key) in self.reds else "黑"

    def row(self, keys: Iterable[str]) -> str:
        """Several keys in a row."""
        return listed(f"{self.key(key)}{self.colour(key)}" if self.coloured and self.reds is not None else self.key(key) for key in keys)


def nodes(tree: Binary | None) -> list[Binary]:
    """The nodes from left to right."""
    return [] if tree is None else [*nodes(tree.left), tree, *nodes(tree.right)]


def rows(tree: Binary) -> list[list[Binary]]:
    """The nodes level by level."""
    found = [[tree]]
    while below := [child for node in found[-1] for child in (node.left, node.right) if child is not None]:
        found.append(below)
    return found


def factor(node: Binary) -> int:
    """The balance factor: the left height less the right."""
    return height(node.left) - height(node.right)


def _degree(node: Binary) -> int:
    return sum(child is not None for child in (node.left, node.right))


TREE_NOTATION = "括号里依次是左、右孩子，- 表示没有"
"""How a whole tree is written in one line."""


def in_brackets(tree: Binary, shown: Shown) -> str:
    """The tree as `24(13, 53(37, -))`, of a red-black tree every key with its colour."""
    below = [None if child is None else in_brackets(child, shown) for child in (tree.left, tree.right)]
    colour = "" if shown.reds is None else shown.colour(tree.key)
    return shown.key(tree.key) + colour + (f"({listed(each or '-' for each in below)})" if any(below) else "")


def _of_tree(name: str, of: str, tree: Binary, shown: Shown) -> tuple[str, str] | None:
    """(the answer, the bare value) of what is asked of the whole tree; None where it is asked of one node."""
    side, _, what = name.partition("-")
    if side in ("left", "right") and what:
        below, title = (tree.left, "左") if side == "left" else (tree.right, "右")
        if below is None:
            return f"{title}子树为空", "0" if what in ("size", "height") else "空"
        inner = _of_tree(what, "", below, shown)
        assert inner is not None
        names = {"size": f"有 {inner[1]} 个结点", "root": f"的根 {inner[1]}"}
        return f"{title}子树{names.get(what, inner[0])}", inner[1]
    if name == "factors":
        factors = listed([f"{shown.key(node.key)}: {factor(node)}" for node in nodes(tree)], "，")
        return f"平衡因子 {factors}", factors
    if name == "tree":
        return in_brackets(tree, shown), in_brackets(tree, shown)
    if name == "size":
        return f"{len(nodes(tree))} 个结点", str(len(nodes(tree)))
    if name in _WALKS:
        title, walk = _WALKS[name]
        keys = shown.row(walk(tree))
        return f"{title}：{keys}", keys
    if name == "height":
        return f"高度 {height(tree)}", str(height(tree))
    if name == "root":
        return f"根结点 {shown.node(tree.key)}", shown.key(tree.key)
    if name == "row-count":
        number = len(rows(tree)[int(of) - 1]) if 1 <= int(of) <= len(rows(tree)) else stay_out("no such level")
        return f"第 {of} 层有 {number} 个结点", str(number)
    if name in ("levels", "row"):
        told = [shown.row(node.key for node in row) for row in rows(tree)]
        if name == "levels":
            return "；".join(f"第 {number} 层：{row}" for number, row in enumerate(told, 1)), "；".join(told)
        row = told[int(of) - 1] if 1 <= int(of) <= len(told) else stay_out("no such level")
        return f"第 {of} 层：{row}", row
    if name in ("asl", "asl-failure"):
        lengths = [number for number, row in enumerate(rows(tree), 1) for _ in row]
        if name == "asl-failure":
            lengths = [number for number, row in enumerate(rows(tree), 1) for node in row for _ in range(2 - _degree(node))]
        value = Fraction(sum(lengths), len(lengths))
        told_as = f"{sum(lengths)}/{len(lengths)} {relation(value)} {decimal(value, 2)}"
        return f"{'查找失败' if 'failure' in name else '查找成功'}的平均查找长度 {told_as}", told_as
    chosen: dict[str, tuple[str, Callable[[Binary], bool]]] = {
        "leaf": ("叶结点", lambda node: _degree(node) == 0),
        "degree": (f"度为 {of} 的结点", lambda node: _degree(node) == int(of)),
        "inner": ("非叶结点", lambda node: _degree(node) > 0),
        "unbalanced": ("平衡因子不为 0 的结点", lambda node: factor(node) != 0),
        "inner-balanced": (f"平衡因子为 {of} 的非叶结点", lambda node: _degree(node) > 0 and factor(node) == int(of)),
        "balanced": (f"平衡因子为 {of} 的结点", lambda node: factor(node) == int(of)),
    }
    if name == "leaf-both":
        count, those_told = _of_tree("leaves", "", tree, shown), _of_tree("leaf-list", "", tree, shown)
        assert count is not None and those_told is not None
        return f"{count[0]}：{those_told[1].replace(', ', '、')}", f"{count[1]}；{those_told[1]}"
    kind = "leaf" if name == "leaves" else name.removesuffix("-list").removesuffix("-count")
    if kind in chosen:
        title, fits = chosen[kind]
        those = [shown.key(node.key) for node in nodes(tree) if fits(node)]
        if name.endswith("-list"):
            return (f"{title} {listed(those, '、')}", listed(those)) if those else (f"没有{title}", "无")
        return f"{title} {len(those)} 个", str(len(those))
    return None


def answered(name: str, of: str, tree: Binary, shown: Shown) -> tuple[str, str]:
    """(the answer in a few words, the bare value).

    Raises:
        StayOut: a key that is not in the tree.
    """
    if (whole := _of_tree(name, of, tree, shown)) is not None:
        return whole
    key = of or tree.key
    node = next((each for each in nodes(tree) if each.key == key), None)
    if node is None:
        stay_out("a key that is not in the tree")
    told = shown.key(key)
    level = next(number for number, row in enumerate(rows(tree), 1) if any(each.key == key for each in row))
    if name == "depth":
        searched = "" if key.isalpha() and not shown.names else f"（查找它比较 {level} 次）"
        return f"{told} 在第 {level} 层{searched}", str(level)
    if name == "factor":
        return f"{told} 的平衡因子为 {factor(node)}", str(factor(node))
    if name == "colour":
        return f"{told} 为{shown.colour(key)}色", shown.colour(key)
    if name == "search-path":
        path, at = [], tree
        while at.key != key:
            path.append(shown.key(at.key))
            below = at.left if int(key) < int(at.key) else at.right
            assert below is not None
            at = below
        return f"依次和 {listed([*path, told], '、')} 比较", listed([*path, told])
    if name.startswith("below-"):
        below, way = node, ""
        for step in name.removeprefix("below-"):
            way += "的左孩子" if step == "l" else "的右孩子"
            child = below.left if step == "l" else below.right
            if child is None:
                return f"{told} {way} 不存在", "无"
            below = child
        return f"{told} {way}是 {shown.node(below.key)}", shown.key(below.key)
    above = next((each for each in nodes(tree) if node in (each.left, each.right)), None)
    if name in ("parent", "of-whom"):
        if above is None:
            return f"{told} 是根，没有双亲", "无"
        side = "左" if above.left is node else "右"
        if name == "of-whom":
            return f"{told} 是 {shown.key(above.key)} 的{side}孩子", f"{shown.key(above.key)}的{side}孩子"
        return f"{told} 的双亲是 {shown.node(above.key)}", shown.key(above.key)
    if name == "sibling":
        other = None if above is None else above.right if above.left is node else above.left
        return (f"{told} 的兄弟是 {shown.node(other.key)}", shown.key(other.key)) if other else (f"{told} 没有兄弟", "无")
    if name not in ("left", "right"):
        stay_out(name)
    child, side = (node.left, "左") if name == "left" else (node.right, "右")
    if child is None:
        return f"{told} 没有{side}孩子", "无"
    return f"{told} 的{side}孩子是 {shown.node(child.key)}", shown.key(child.key)


def split(question: str) -> tuple[str, str, int | None]:
    """A question's name, what it is asked of, and the key after whose insertion."""
    what, _, stage = question.partition("@")
    name, _, of = what.partition(":")
    return name, of, int(stage) if stage else None
