"""Which sequences can be a traversal of a tree of which other traversals are told (408 of 2011 and 2012)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.generators import patterns
from engine.generators.ds._search_trees.binary import Binary
from engine.generators.ds._tree_reconstruction.rebuilding import NAMES, rebuild, traversal
from engine.generators.kind import Parameters, Solution
from engine.generators.reading import stay_out

MOST_NODES = 8
"""Where no inorder sequence is told, every shape is tried: 1430 of them for eight nodes."""


def is_possible(told: Mapping[str, Sequence[str]]) -> bool:
    """Whether a binary tree has all these traversals; `told`: by kind (pre, in, post, level), at least two of them."""
    first, *others = told.items()
    if any(sorted(sequence) != sorted(first[1]) for _, sequence in others):
        return False
    if "in" in told:
        kind = next(name for name in told if name != "in")
        try:
            tree = rebuild(kind, list(told[kind]), list(told["in"]))
        except (ValueError, IndexError):
            return False
        return all(traversal(name, tree) == list(sequence) for name, sequence in told.items())
    kind, sequence = first
    return any(all(traversal(name, tree) == list(other) for name, other in others) for tree in _trees(kind, list(sequence), len(sequence)))


def _trees(kind: str, sequence: list[str], count: int) -> Iterator[Binary]:
    """Every tree of so many nodes that has that traversal."""
    for shape in _shapes(0, count):
        if shape is not None:
            names = dict(zip(traversal(kind, shape), sequence, strict=True))
            yield _named(shape, names)


def _shapes(first: int, count: int) -> Iterator[Binary | None]:
    if not count:
        yield None
        return
    for left in range(count):
        for one in _shapes(first, left):
            for other in _shapes(first + left + 1, count - left - 1):
                yield Binary(str(first + left), one, other)


def _named(shape: Binary, names: Mapping[str, str]) -> Binary:
    return Binary(
        names[shape.key],
        None if shape.left is None else _named(shape.left, names),
        None if shape.right is None else _named(shape.right, names),
    )


def possible(parameters: Parameters) -> Solution:
    """Which option is, or is not, a traversal of a tree with those that are told."""
    given, wanted = parameters["given"], parameters["wanted"]
    size = len(next(iter(given.values())))

    def fits(option: str) -> bool:
        keys = patterns.findall("[A-Za-z0-9]+", option)
        keys = list(keys[0]) if len(keys) == 1 else keys
        if len(keys) != size:
            stay_out(f"no such sequence: {option}")
        names = {key.lower(): key for key in next(iter(given.values()))}
        told = {**given, wanted: [names.get(key.lower(), key) for key in keys]}
        return bool(is_possible(told) == parameters["possible"])

    told_ = "、".join(
        f"{NAMES[name]} {''.join(keys) if all(len(key) == 1 for key in keys) else ', '.join(keys)}" for name, keys in given.items()
    )
    return Solution(
        answer=f"见选项（{NAMES[wanted]}）",
        steps=f"把每个选项当作{NAMES[wanted]}，与已知的{told_}一起还原二叉树：根和左右子树的划分处处一致的选项可能，出现矛盾的不可能。",
        fits=fits,
    )
