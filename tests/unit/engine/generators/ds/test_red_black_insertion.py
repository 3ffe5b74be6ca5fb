"""Red-black trees against the 2-3-4 trees they stand for, their own laws, and textbook classics."""

from __future__ import annotations

from bisect import bisect, insort

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.ds.red_black_insertion import RedBlackNode, RedBlackTree, built, by_level

from ..every_kind import right_option, sample


class Cluster:
    """A node of a 2-3-4 tree: a black node with its red children."""

    def __init__(self, keys: list[int], below: list[Cluster]) -> None:
        self.keys, self.below = keys, below

    def insert(self, key: int) -> tuple[Cluster, int, Cluster] | None:
        """None, or what it splits into: left, the key that goes up, right. A full node sends up its old middle key."""
        place = bisect(self.keys, key)
        if not self.below:
            middle = self.keys[1] if len(self.keys) == 3 else None
            insort(self.keys, key)
            return self.split(middle)
        pieces = self.below[place].insert(key)
        if pieces is None:
            return None
        middle = self.keys[1] if len(self.keys) == 3 else None
        self.keys.insert(place, pieces[1])
        self.below[place : place + 1] = [pieces[0], pieces[2]]
        return self.split(middle)

    def split(self, middle: int | None) -> tuple[Cluster, int, Cluster] | None:
        if middle is None:
            return None
        at = self.keys.index(middle)
        return Cluster(self.keys[:at], self.below[: at + 1]), middle, Cluster(self.keys[at + 1 :], self.below[at + 1 :])

    def told(self) -> list[object]:
        return [self.keys, [each.told() for each in self.below]]


def cluster_tree(keys: list[int]) -> list[object]:
    root = Cluster([keys[0]], [])
    for key in keys[1:]:
        pieces = root.insert(key)
        if pieces is not None:
            root = Cluster([pieces[1]], [pieces[0], pieces[2]])
    return root.told()


def clusters_of(node: RedBlackNode) -> list[object]:
    """Every black node drawn together with its red children."""
    keys: list[int] = []
    below: list[object] = []

    def walk(each: RedBlackNode) -> None:
        for side, child in enumerate(each.children):
            if side:
                keys.append(each.key)
            if child is not None and child.red:
                walk(child)
            elif child is not None:
                below.append(clusters_of(child))

    walk(node)
    return [keys, below]


def depths(tree: RedBlackTree) -> dict[int, int]:
    found: dict[int, int] = {}
    for node in by_level(tree):
        found[node.key] = 0 if node.parent is None else found[node.parent.key] + 1
    return found


def risen(before: list[int], key: int) -> int:
    """Single rotations at an insertion, seen from outside: the node that a rotation (or two) puts on top rises by one (or two) levels."""
    old = depths(built(before))
    neighbours = sorted(before)
    place = bisect(neighbours, key)
    # A new leaf hangs below the deeper of its two neighbours.
    old[key] = 1 + max(old[neighbour] for neighbour in neighbours[max(0, place - 1) : place + 1])
    new = depths(built([*before, key]))
    return max(old[each] - new[each] for each in new)


def test_textbook_classics() -> None:
    # Cormen et al., exercise: 41, 38, 31, 12, 19, 8 into an empty tree.
    tree = built([41, 38, 31, 12, 19, 8])
    assert [(node.key, node.red) for node in by_level(tree)] == [(38, False), (19, True), (41, False), (12, False), (31, False), (8, True)]
    # Three ascending keys: a single rotation, the middle one black on top.
    assert [(node.key, node.red) for node in by_level(built([1, 2, 3]))] == [(2, False), (1, True), (3, True)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 99), min_size=1, max_size=16, unique=True))
def test_trees_keep_the_laws_and_stand_for_2_3_4_trees(keys: list[int]) -> None:
    tree = built(keys)
    assert tree.root is not None
    assert not tree.root.red

    def black_height(node: RedBlackNode | None) -> int:
        if node is None:
            return 1
        assert not (node.red and any(child is not None and child.red for child in node.children))
        left, right = (black_height(child) for child in node.children)
        assert left == right
        return left + (not node.red)

    black_height(tree.root)
    assert clusters_of(tree.root) == cluster_tree(keys)


def test_keys_agree_with_the_2_3_4_tree() -> None:
    for composed in sample("red-black-insertion"):
        asked, right = composed.parameters, right_option(composed)
        keys: list[int] = asked["keys"]
        tree: RedBlackTree = built(keys)
        assert tree.root is not None
        assert clusters_of(tree.root) == cluster_tree(keys)
        nodes = by_level(tree)
        if asked["task"] == "top":
            assert right == ", ".join(str(node.key) for node in nodes[:3])
        elif asked["task"] == "reds":
            assert right == ", ".join(str(key) for key in sorted(keys) if key in {node.key for node in nodes if node.red})
        elif asked["task"] == "order":
            assert right == ", ".join(f"{node.key}{'红' if node.red else '黑'}" for node in nodes)
        else:
            assert right == f"{sum(risen(keys[:number], keys[number]) for number in range(1, len(keys)))} 次"
