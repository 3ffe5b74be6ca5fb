"""What is asked of a search tree, an AVL tree or a red-black tree after the keys have been inserted and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from engine.generators.ds._search_trees.avl import insert_all, plain_insertions
from engine.generators.ds._search_trees.binary import Binary, height, inorder, leaves, level_order, postorder, preorder
from engine.generators.ds._search_trees.red_black import RedBlackNode, built
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import stay_out

_WAYS = {"preorder": ("先序", preorder), "inorder": ("中序", inorder), "postorder": ("后序", postorder), "level": ("层序", level_order)}


def _without(tree: Binary | None, key: int, by: str | None) -> Binary | None:
    """The tree without a key.

    Raises:
        StayOut: there is no such key, or it has two children and it is not told what comes in its place.
    """
    if tree is None:
        stay_out("no such key")
    if key < int(tree.key):
        return Binary(tree.key, _without(tree.left, key, by), tree.right)
    if key > int(tree.key):
        return Binary(tree.key, tree.left, _without(tree.right, key, by))
    if tree.left is None or tree.right is None:
        return tree.left or tree.right
    if by is None:
        stay_out("what comes in its place")
    if by == "later":
        other = int(inorder(tree.right)[0])
        return Binary(str(other), tree.left, _without(tree.right, other, by))
    other = int(inorder(tree.left)[-1])
    return Binary(str(other), _without(tree.left, other, by), tree.right)


def _of_nodes(node: RedBlackNode | None) -> Binary | None:
    return None if node is None else Binary(str(node.key), _of_nodes(node.children[0]), _of_nodes(node.children[1]))


def _reds(node: RedBlackNode | None) -> set[str]:
    return set() if node is None else ({str(node.key)} if node.red else set()) | _reds(node.children[0]) | _reds(node.children[1])


def _depths(tree: Binary | None, level: int = 1) -> Iterator[tuple[str, int]]:
    if tree is not None:
        yield tree.key, level
        yield from _depths(tree.left, level + 1)
        yield from _depths(tree.right, level + 1)


def _node(tree: Binary | None, key: str) -> Binary:
    while tree is not None and tree.key != key:
        tree = tree.left if int(key) < int(tree.key) else tree.right
    return tree if tree is not None else stay_out("no such key")


def _shown(tree: Binary, red: set[str] | None) -> str:
    """The tree level by level, with its colours where it has them."""
    return listed(level_order(tree) if red is None else [f"{key}{'红' if key in red else '黑'}" for key in level_order(tree)])


class _Tree:
    """A tree as it is after some steps."""

    def __init__(self, parameters: Parameters, stage: int) -> None:
        done = parameters["done"][:stage]
        keys = [key for sign, key in done if sign == "+"]
        if len(set(keys)) != len(keys):
            stay_out("a key twice")
        self.red: set[str] | None = None
        self.rotated: list[str] = []
        tree: Binary | None
        if parameters["kind"] == "redblack":
            coloured = built(keys)
            tree, self.red = _of_nodes(coloured.root), _reds(coloured.root)
        elif parameters["kind"] == "balanced":
            steps = insert_all(keys)
            tree = steps[-1].after
            self.rotated = [step.rotation for step in steps if step.rotation]
        else:
            tree = None
            for sign, key in done:
                tree = plain_insertions([key], tree)[-1].after if sign == "+" else _without(tree, key, parameters["by"])
        self.tree: Binary = tree if tree is not None else stay_out("nothing is left")

    def tell(self, what: str, of: int | None) -> tuple[str, str]:
        """(with words, the bare value) of one thing asked."""
        tree, red = self.tree, self.red
        if what in _WAYS:
            name, way = _WAYS[what]
            return f"{name} {listed(way(tree))}", listed(way(tree))
        if what in ("tree", "colour"):
            return f"层序 {_shown(tree, red)}", _shown(tree, red)
        if what == "height":
            return f"高度 {height(tree)}", str(height(tree))
        if what == "leaves":
            return f"叶结点 {leaves(tree)} 个", str(leaves(tree))
        if what == "root":
            return f"根结点 {tree.key}", tree.key
        if what in ("success", "failure"):
            return self._average(what)
        if what == "rotations":
            return f"旋转 {len(self.rotated)} 次（{'、'.join(self.rotated) or '无'}）", str(len(self.rotated))
        if what.startswith(("red", "black")):
            if red is None:
                stay_out("a tree without colours")
            those = [key for key in inorder(tree) if (key in red) == what.startswith("red")]
            name = "红结点" if what.startswith("red") else "黑结点"
            return (
                (f"{name} {len(those)} 个", str(len(those)))
                if what.endswith("number")
                else (f"{name} {listed(those, '、')}", listed(those, "、"))
            )
        if what in ("root-left", "root-right"):
            child = tree.left if what == "root-left" else tree.right
            value = self._coloured(child.key) if child is not None else "无"
            return f"根的{'左' if what == 'root-left' else '右'}孩子 {value}", value
        if of is None:
            stay_out("of which key")
        return self._of_key(what, str(of))

    def _coloured(self, key: str) -> str:
        return key if self.red is None else f"{key}（{'红' if key in self.red else '黑'}）"

    def _of_key(self, what: str, key: str) -> tuple[str, str]:
        depths = dict(_depths(self.tree))
        if what == "compared":
            count, place = 0, self.tree
            node: Binary | None = place
            while node is not None:
                count += 1
                if node.key == key:
                    break
                node = node.left if int(key) < int(node.key) else node.right
            return f"查找 {key} 比较 {count} 次", str(count)
        node = _node(self.tree, key)
        if what == "depth":
            return f"{key} 在第 {depths[key]} 层", str(depths[key])
        if what == "parent":
            above = next((each for each in depths if key in [child.key for child in _children(_node(self.tree, each))]), None)
            return f"{key} 的双亲 {above or '无'}", above or "无"
        child = node.left if what == "left" else node.right
        value = self._coloured(child.key) if child is not None else "无"
        return f"{key} 的{'左' if what == 'left' else '右'}孩子 {value}", value

    def _average(self, what: str) -> tuple[str, str]:
        depths = dict(_depths(self.tree))
        if what == "success":
            total, many, name = sum(depths.values()), len(depths), "查找成功 ASL"
        else:
            total = sum(depths[key] * (2 - len(_children(_node(self.tree, key)))) for key in depths)
            many, name = len(depths) + 1, "查找失败 ASL"
        value = Fraction(total, many)
        digits = 3 if is_exact(value, 3) else 2
        told = f"{total}/{many} {relation(value, digits)} {decimal(value, digits)}"
        return f"{name} = {told}", told


def _children(node: Binary) -> list[Binary]:
    return [child for child in (node.left, node.right) if child is not None]


def solve(parameters: Parameters) -> Solution:
    """What is asked, of the tree as it is where it is asked."""
    if "told_by" in parameters:
        way = _WAYS[parameters["told_by"]][1]
        if way(_Tree(parameters, len(parameters["told"])).tree) != [str(key) for key in parameters["told"]]:
            stay_out("no search tree has this traversal")
    told: list[tuple[str, str]] = []
    rows: list[tuple[Any, ...]] = []
    for what, *of, stage in parameters["asked"]:
        told.append(_Tree(parameters, stage).tell(what, of[0] if of else None))
    for stage in range(1, len(parameters["done"]) + 1):
        now, (sign, key) = _Tree(parameters, stage), parameters["done"][stage - 1]
        rows.append((f"{'插入' if sign == '+' else '删除'} {key}", _shown(now.tree, now.red)))
    names: Sequence[str] = [task[0] for task in parameters["asked"]]
    alone = len(told) == 1
    plain = alone and names[0] not in ("success", "failure")
    return Solution(
        answer=told[0][1] if plain else "；".join(sentence for sentence, _ in told),
        steps=paragraphs(table(("操作", "层序"), rows)),
        also=("；".join(value for _, value in told), "，".join(value for _, value in told), *((told[0][0],) if plain else ())),
        conventions=(
            *(("高度以根为第 1 层",) if set(names) & {"height", "depth"} else ()),
            *(("新结点为红色，按《算法导论》的规则调整",) if parameters["kind"] == "redblack" else ()),
        ),
    )
