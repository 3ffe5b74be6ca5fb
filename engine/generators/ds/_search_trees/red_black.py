"""Red-black trees: the simulator of its kind's questions and solver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class RedBlackNode:
    """A node; `children` are the left and the right one."""

    key: int
    red: bool = True
    parent: RedBlackNode | None = None
    children: list[RedBlackNode | None] = field(default_factory=lambda: [None, None])

    @property
    def side(self) -> int:
        """0: a left child, 1: a right child."""
        assert self.parent is not None
        return int(self.parent.children[1] is self)


@dataclass(slots=True)
class RedBlackTree:
    """A tree being built. The flags turn single steps off, which gives what people get who forget them.

    Attributes:
        steps: for each insertion what was done, in words.
        rotations: how many single rotations there were.
    """

    recolours: bool = True
    doubles: bool = True
    exchanges: bool = True
    root: RedBlackNode | None = None
    steps: list[tuple[int, str]] = field(default_factory=list)
    rotations: int = 0

    def insert(self, key: int) -> None:
        """Inserts a key that is not there."""
        node = RedBlackNode(key)
        self.hang(node)
        self.steps.append((key, "，".join(self._mend(node)) or "父结点为黑，不用调整"))

    def hang(self, node: RedBlackNode) -> None:
        """Puts a node where its key belongs, without mending."""
        key, above = node.key, self.root
        while above is not None:
            side = int(key > above.key)
            if above.children[side] is None:
                above.children[side], node.parent = node, above
                break
            above = above.children[side]
        else:
            self.root = node

    def _mend(self, node: RedBlackNode) -> list[str]:
        done = []
        while node.parent is not None and node.parent.red and node.parent.parent is not None:
            parent, grand = node.parent, node.parent.parent
            uncle = grand.children[1 - parent.side]
            if self.recolours and uncle is not None and uncle.red:
                parent.red = uncle.red = False
                grand.red = True
                done.append(f"叔结点 {uncle.key} 为红：{parent.key}、{uncle.key} 染黑，{grand.key} 染红")
                node = grand
                continue
            if node.side != parent.side and self.doubles:
                self._rotate(parent, parent.side)
                node, parent = parent, node
                done.append(f"在内侧，先绕 {node.key} 旋转")
            side = parent.side
            self._rotate(grand, 1 - side)
            if self.exchanges:
                parent.red, grand.red = False, True
            done.append(
                f"叔结点为黑：绕 {grand.key} {'右' if side == 0 else '左'}旋"
                + (f"，{parent.key} 染黑、{grand.key} 染红" if self.exchanges else "")
            )
            break
        assert self.root is not None
        if self.root.red:
            self.root.red = False
            done.append("根染黑")
        return done

    def _rotate(self, node: RedBlackNode, side: int) -> None:
        """The child on the other side comes up; `side` is where the node goes down."""
        child = node.children[1 - side]
        assert child is not None
        self.rotations += 1
        parent = node.parent
        if parent is None:
            self.root = child
        else:
            parent.children[node.side] = child
        child.parent = parent
        inner = child.children[side]
        node.children[1 - side] = inner
        if inner is not None:
            inner.parent = node
        child.children[side], node.parent = node, child


def built(
    keys: Sequence[int],
    *,
    recolours: bool = True,
    doubles: bool = True,
    exchanges: bool = True,
    given: Sequence[int] = (),
    reds: Sequence[int] = (),
) -> RedBlackTree:
    """The tree after all the insertions; `given`: the keys before, in an order in which parents come first, `reds` those that are red."""
    tree = RedBlackTree(recolours, doubles, exchanges)
    for key in given:
        tree.hang(RedBlackNode(key, key in reds))
    for key in keys:
        tree.insert(key)
    return tree


def by_level(tree: RedBlackTree) -> list[RedBlackNode]:
    """The nodes level by level."""
    level = [tree.root] if tree.root is not None else []
    found: list[RedBlackNode] = []
    while level:
        found += level
        level = [child for node in level for child in node.children if child is not None]
    return found
