"""Huffman's algorithm: the simulator of its kind's questions and solver.

Huffman 1952: the two least weights are joined until one tree is left. Which of equal weights is taken changes the shape of the tree
but never the WPL, which is also the sum of the weights of all joined nodes.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.tree import Stage, Tree
from engine.generators.ds._search_trees.binary import Binary, drawn
from engine.generators.markdown import table


@dataclass(frozen=True, slots=True)
class Join:
    """Two roots joined."""

    less: int
    more: int

    @property
    def sum(self) -> int:
        """The new root's weight."""
        return self.less + self.more


@dataclass(frozen=True, slots=True)
class Built:
    """A Huffman tree: the joins in order, the depth of each leaf as the weights were given, and the tree with weights as keys."""

    joins: tuple[Join, ...]
    depths: tuple[int, ...]
    tree: Binary

    @property
    def wpl(self) -> int:
        """The weighted path length."""
        return sum(join.sum for join in self.joins)


MANY_CHOICES = 400
"""So many half-built trees are tried where equal weights leave a choice."""


def build(weights: Sequence[int]) -> Built:
    """Huffman's algorithm; of equal weights the one that has been a root longer is taken, leaves before joined ones.

    Raises:
        ValueError: no weights.
    """
    if not weights:
        raise ValueError("no weights")
    roots: list[tuple[int, Binary, tuple[int, ...]]] = [(weight, Binary(str(weight)), (number,)) for number, weight in enumerate(weights)]
    depths = [0] * len(weights)
    joins = []
    while len(roots) > 1:
        roots.sort(key=lambda root: root[0])
        (less, first, under), (more, second, below) = roots[:2]
        joins.append(Join(less, more))
        for number in (*under, *below):
            depths[number] += 1
        roots = [*roots[2:], (less + more, Binary(str(less + more), first, second), (*under, *below))]
    return Built(tuple(joins), tuple(depths), roots[0][1])


def all_depths(weights: Sequence[int]) -> set[tuple[int, ...]] | None:
    """Every choice among equal weights: the depths of the leaves that come of it; None where there are too many choices to try."""
    roots: tuple[tuple[int, tuple[int, ...]], ...] = tuple((weight, (number,)) for number, weight in enumerate(weights))
    depths: tuple[int, ...] = (0,) * len(weights)
    waiting, seen = [(roots, depths)], {(roots, depths)}
    found = set()
    while waiting:
        roots, depths = waiting.pop()
        if len(roots) == 1:
            found.add(depths)
            continue
        least = sorted(weight for weight, _ in roots)[:2]
        for one, other in itertools.combinations(range(len(roots)), 2):
            if sorted((roots[one][0], roots[other][0])) != least:
                continue
            under = tuple(sorted((*roots[one][1], *roots[other][1])))
            rest = [root for number, root in enumerate(roots) if number not in (one, other)]
            state = (tuple(sorted([*rest, (sum(least), under)])), tuple(depth + (number in under) for number, depth in enumerate(depths)))
            if state not in seen:
                seen.add(state)
                waiting.append(state)
        if len(seen) > MANY_CHOICES:
            return None
    return found


def fixed_length(count: int) -> int:
    """Bits of a code of equal lengths for `count` signs."""
    return max(1, (count - 1).bit_length())


def joins_table(built: Built) -> str:
    """The joins in order."""
    rows = [(number, join.less, join.more, join.sum) for number, join in enumerate(built.joins, 1)]
    return table(("合并", "最小", "次小", "新根的权"), rows)


def drawing(weights: Sequence[int]) -> Tree | None:
    """The tree, unless it is large."""
    if len(weights) > 10:
        return None
    built = build(weights)
    return Tree(title=f"哈夫曼树（WPL = {built.wpl}）", stages=(Stage("左 0 右 1", drawn(built.tree, edges=("0", "1"))),))


def sums(built: Built) -> str:
    """The sum of the new roots, written out."""
    return f"{' + '.join(str(join.sum) for join in built.joins)} = {built.wpl}"


def certain(weights: Sequence[int]) -> bool:
    """Whether the code lengths do not depend on which of equal weights is taken: no join had a choice between unequal roots."""
    roots = sorted(weights)
    while len(roots) > 1:
        if len(roots) > 2 and roots[1] == roots[2]:
            return False
        roots = sorted([*roots[2:], roots[0] + roots[1]])
    return True
