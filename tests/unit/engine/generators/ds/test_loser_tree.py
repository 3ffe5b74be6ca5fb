"""Loser trees against knock-out tournaments played recursively and against merging, and a textbook classic."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.ds.loser_tree import losers, outputs, replayed

from ..every_kind import right_option, sample


def tournament(keys: Sequence[int], node: int, lost: dict[int, int]) -> int:
    """The winner below a node; the losers of all its matches are put into `lost`."""
    if node >= len(keys):
        return node - len(keys)
    first, second = tournament(keys, 2 * node, lost), tournament(keys, 2 * node + 1, lost)
    lost[node] = max(first, second, key=keys.__getitem__)
    return min(first, second, key=keys.__getitem__)


def expected_tree(keys: Sequence[int]) -> list[int]:
    lost: dict[int, int] = {}
    winner = tournament(keys, 1, lost)
    return [winner, *(lost[node] for node in range(1, len(keys)))]


def test_textbook_classics() -> None:
    # Five runs in the manner of Yan Weimin, worked by hand: run 3 wins; then its next key, 15, comes in and run 1 wins.
    keys = [10, 9, 20, 6, 12]
    tree = losers(keys)
    assert tree == [3, 1, 0, 2, 4]
    keys[3] = 15
    assert replayed(tree, keys, 3)[0] == [1, 0, 4, 2, 3] == expected_tree(keys)
    assert outputs(((10, 15), (9, 18), (20, 22), (6, 15), (12, 37)), 3) == [(3, 6), (1, 9), (0, 10)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.integers(0, 500), min_size=8, max_size=8), min_size=2, max_size=9))
def test_trees_are_tournaments_and_put_out_what_merging_does(numbers: list[list[int]]) -> None:
    # All keys are made different: the number times 10, and the run.
    runs = [[*sorted({10 * key + number for key in run}), 9000 + number, 9010 + number] for number, run in enumerate(numbers)]
    assert losers([run[0] for run in runs]) == expected_tree([run[0] for run in runs])
    merged = list(heapq.merge(*runs))[: min(len(run) for run in runs) - 1]
    assert [key for _, key in outputs(runs, len(merged))] == merged


def test_keys_agree_with_tournaments() -> None:
    for composed in sample("loser-tree"):
        asked, right = composed.parameters, right_option(composed)
        keys = list(asked["keys"])
        tree = expected_tree(keys)
        if asked["task"] == "root-loser":
            assert right == f"归并段 {tree[1]}"
            continue
        if asked["task"] == "after":
            keys[tree[0]] = asked["new"]
            tree = expected_tree(keys)
        assert right == ", ".join(map(str, tree))
