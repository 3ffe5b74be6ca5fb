"""Trees and forests, one or several side by side in time (before and after a rotation), laid out so that nothing overlaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from engine.drawings.model import Drawing, Tone

Side: TypeAlias = Literal["", "left", "right"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a tree.

    Attributes:
        parent: the place of its parent among the nodes, before its own; -1: a root.
        side: which child of a binary tree's node it is; empty in other trees, whose children stand in the order given.
        edge: what stands at the line to the parent (0 and 1 of a prefix code).
        below: what stands below the node, in smaller type.
    """

    label: str
    parent: int = -1
    side: Side = ""
    tone: Tone = "plain"
    edge: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One state of the tree, and what is said above it."""

    caption: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree(Drawing):
    """Stages of a tree, one below the other."""

    template: ClassVar[str] = "tree"

    stages: tuple[Stage, ...]

    @property
    def alt(self) -> str:
        """Stage by stage, each tree as `root(child, child)`."""
        told = (f"{stage.caption} {bracketed(stage.nodes)}".strip() for stage in self.stages)
        return f"{self.title}：" + "；".join(told)

    def data(self) -> dict[str, Any]:
        """With `x` (centre, in widths of a character) and `level` for every node."""
        return {
            "title": self.title,
            "note": self.note,
            "stages": [{"caption": stage.caption, **_placed(stage.nodes)} for stage in self.stages],
        }


def _children(nodes: tuple[Node, ...], parent: int) -> list[int]:
    return [number for number, node in enumerate(nodes) if node.parent == parent]


def bracketed(nodes: tuple[Node, ...]) -> str:
    """`4(2(1, 3), 5)`; a missing left or right child of a binary tree is `-`."""

    def told(number: int) -> str:
        parts = []
        children = _children(nodes, number)
        for child in children:
            parts.append(told(child))
            if len(children) == 1 and nodes[child].side == "left":
                parts.append("-")
            elif len(children) == 1 and nodes[child].side == "right":
                parts.insert(0, "-")
        node = nodes[number]
        return node.label + (f"（{node.below}）" if node.below else "") + (f"({', '.join(parts)})" if parts else "")

    return "，".join(told(root) for root in _children(nodes, -1))


def _breadth(label: str) -> float:
    """The room a node takes, in widths of a digit: full-width signs count double."""
    return max(2.6, sum(1 if sign.isascii() else 1.8 for sign in label) + 1.4)


def _placed(nodes: tuple[Node, ...]) -> dict[str, Any]:
    """Binary trees with each node in a column of its own, in inorder; other trees with the parent over the middle of its children."""
    centres = [0.0] * len(nodes)
    levels = [0] * len(nodes)
    for number, node in enumerate(nodes):
        levels[number] = 0 if node.parent < 0 else levels[node.parent] + 1
    binary = any(node.side for node in nodes)

    def place(number: int, left: float) -> float:
        """Places a subtree from `left` on; the right edge of the room it takes."""
        own = _breadth(nodes[number].label)
        children = _children(nodes, number)
        if binary:
            for child in children:
                if nodes[child].side == "left":
                    left = place(child, left)
            centres[number] = left + own / 2
            left += own
            for child in children:
                if nodes[child].side != "left":
                    left = place(child, left)
            return left
        right = left
        for child in children:
            right = place(child, right)
        if right - left < own:
            shift = (own - (right - left)) / 2
            for child in _below(nodes, number):
                centres[child] += shift
            right = left + own
        centres[number] = (centres[children[0]] + centres[children[-1]]) / 2 if children else left + own / 2
        return right

    total = 0.0
    for root in _children(nodes, -1):
        total = place(root, total)
    return {
        "breadth": total,
        "depth": max(levels, default=0) + 1,
        "nodes": [
            {
                "label": node.label,
                "tone": node.tone,
                "edge": node.edge,
                "below": node.below,
                "parent": node.parent,
                "x": centres[number],
                "level": levels[number],
            }
            for number, node in enumerate(nodes)
        ],
    }


def _below(nodes: tuple[Node, ...], number: int) -> list[int]:
    found = []
    for child in _children(nodes, number):
        found += [child, *_below(nodes, child)]
    return found
