"""Binary trees for the kinds of this family: traversals, and the way to a drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Tone
from engine.drawings.tree import Node, Side


@dataclass(frozen=True, slots=True)
class Binary:
    """A binary tree's root with what is below it."""

    key: str
    left: Binary | None = None
    right: Binary | None = None


def preorder(tree: Binary | None) -> list[str]:
    """Root, left, right."""
    return [] if tree is None else [tree.key, *preorder(tree.left), *preorder(tree.right)]


def inorder(tree: Binary | None) -> list[str]:
    """Left, root, right."""
    return [] if tree is None else [*inorder(tree.left), tree.key, *inorder(tree.right)]


def postorder(tree: Binary | None) -> list[str]:
    """Left, right, root."""
    return [] if tree is None else [*postorder(tree.left), *postorder(tree.right), tree.key]


def level_order(tree: Binary | None) -> list[str]:
    """Level by level, from the left."""
    found: list[str] = []
    level = [tree] if tree is not None else []
    while level:
        found += [node.key for node in level]
        level = [child for node in level for child in (node.left, node.right) if child is not None]
    return found


def height(tree: Binary | None) -> int:
    """Levels; an empty tree has none."""
    return 0 if tree is None else 1 + max(height(tree.left), height(tree.right))


def size(tree: Binary | None) -> int:
    """Nodes."""
    return 0 if tree is None else 1 + size(tree.left) + size(tree.right)


def leaves(tree: Binary | None) -> int:
    """Nodes without children."""
    if tree is None:
        return 0
    return leaves(tree.left) + leaves(tree.right) if tree.left or tree.right else 1


def drawn(tree: Binary | None, tones: Mapping[str, Tone] | None = None, edges: Sequence[str] = ("", "")) -> tuple[Node, ...]:
    """The nodes for a drawing, parents first; `tones` by key, `edges`: what stands at a left and at a right line."""
    nodes: list[Node] = []

    def add(node: Binary | None, parent: int, side: Side) -> None:
        if node is None:
            return
        place = len(nodes)
        edge = "" if parent < 0 else edges[side == "right"]
        nodes.append(Node(node.key, parent, side, (tones or {}).get(node.key, "plain"), edge))
        add(node.left, place, "left")
        add(node.right, place, "right")

    add(tree, -1, "")
    return tuple(nodes)
