"""The decision tree of a search by halving (判定树), and the way of one search down it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Drawing, Tone
from engine.drawings.tree import Node, Side, Stage, Tree

_MOST = 15
"""Nodes that stay legible side by side on a phone."""


def decision_tree(labels: Sequence[object], way: Sequence[int] = (), found: bool = True) -> Drawing | None:
    """The tree of a sorted list, or None of one that is too long to be drawn.

    `labels`: what each place is called; `way`: the places (from 0) that a search compares, one after another; `found`: at the last of them.
    """
    if not 0 < len(labels) <= _MOST:
        return None
    nodes: list[Node] = []
    parts: list[tuple[int, int, int, Side]] = [(0, len(labels) - 1, -1, "")]
    for low, high, parent, side in parts:
        if low > high:
            continue
        middle = (low + high) // 2
        tone: Tone = "plain" if middle not in way else "good" if found and middle == way[-1] else "new"
        nodes.append(Node(str(labels[middle]), parent=parent, side=side, tone=tone))
        place = len(nodes) - 1
        parts += [(low, middle - 1, place, "left"), (middle + 1, high, place, "right")]
    caption = f"依次比较 {'、'.join(str(labels[each]) for each in way)}，{'找到' if found else '没有找到'}" if way else ""
    return Tree(title="折半查找的判定树", note="比较的次数就是所在的层数", stages=(Stage(caption, tuple(nodes)),))
