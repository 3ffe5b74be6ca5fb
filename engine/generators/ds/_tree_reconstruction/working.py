"""How a tree is rebuilt from two sequences, told root by root, and the tree that comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.tree import Stage, Tree
from engine.generators.ds._search_trees.binary import Binary, drawn
from engine.generators.markdown import paragraphs, table


def text_of(keys: Sequence[str]) -> str:
    """Keys of one letter each, written together."""
    return "".join(keys)


def working_of(kind: str, sequence: Sequence[str], middle: Sequence[str]) -> str:
    """Root by root: what is split into what."""
    rows: list[tuple[str, str, str, str]] = []

    def split(part: Sequence[str], inside: Sequence[str]) -> None:
        if len(inside) < 2:
            return
        root = part[-1] if kind == "post" else part[0]
        at = list(inside).index(root)
        rows.append((text_of(inside), root, text_of(inside[:at]) or "空", text_of(inside[at + 1 :]) or "空"))
        rest = part[:-1] if kind == "post" else part[1:]
        if kind == "level":
            split([key for key in rest if key in inside[:at]], inside[:at])
            split([key for key in rest if key in inside[at + 1 :]], inside[at + 1 :])
        else:
            split(rest[:at], inside[:at])
            split(rest[at:], inside[at + 1 :])

    split(sequence, middle)
    rule = {"pre": "先序的第一个", "post": "后序的最后一个", "level": "层序中最先出现的"}[kind]
    return paragraphs(f"{rule}结点是（子）树的根，它把中序序列分成左右子树：", table(("中序", "根", "左子树", "右子树"), rows))


def drawing_of(tree: Binary | None, title: str) -> Tree:
    """A rebuilt tree, its root marked."""
    root = tree.key if tree else ""
    return Tree(title=title, stages=(Stage("", drawn(tree, {root: "new"})),))
