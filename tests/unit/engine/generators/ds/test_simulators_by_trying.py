"""The family's simulators against other ways of getting the same: brute force, definitions, the books' examples."""

from __future__ import annotations

import heapq
import itertools
import random

import pytest

from engine.generators.ds._b_tree.facts import trees_with
from engine.generators.ds._hash_table.hashing import looked_at
from engine.generators.ds._huffman_tree.code_answers import stored
from engine.generators.ds._minimum_spanning_tree.spanning_tree_steps import kruskal_picks, prim_picks
from engine.generators.ds._postfix_expression.expression_dag import recognise as read_dag
from engine.generators.ds._postfix_expression.expression_dag import solve as solve_dag
from engine.generators.ds._sorting_pass.ends import ENDS, passes_with_exchanges
from engine.generators.ds._sorting_pass.runs_merged import merge_runs
from engine.generators.ds._sorting_pass.simulator import quick_passes
from engine.generators.ds._stack_sequence.pushed_unknown import recognise as read_unknown
from engine.generators.ds._stack_sequence.pushed_unknown import solve as solve_unknown
from engine.generators.ds._tree_reconstruction.mentions import settled
from engine.generators.reading import StayOut

CHANCE = random.Random(20241130)


def test_quick_sorts_passes_settle_a_pivot_in_every_part() -> None:
    """Every pass leaves the keys of each part in the part, and the last is sorted."""
    for _ in range(50):
        keys = CHANCE.sample(range(100), CHANCE.randint(4, 12))
        passes = quick_passes(keys)
        assert passes[-1] == sorted(keys)
        place = passes[0].index(keys[0])
        assert max(passes[0][: place + 1]) == keys[0] == min(passes[0][place:])
    assert quick_passes([46, 79, 56, 38, 40, 84])[0] == [40, 38, 46, 56, 79, 84]


def test_a_search_that_fails_goes_on_to_an_empty_place() -> None:
    """Only the last address is empty."""
    assert looked_at([None, 14, 27, None], 1, "linear") == [1, 2, 3]
    addresses = looked_at([None, 14, 27, 40, None, None, None], 2, "squares")
    assert addresses == [2, 3, 6]
    with pytest.raises(ValueError, match="no empty"):
        looked_at([1, 2, 3], 0, "linear")


def test_edges_that_an_algorithm_may_take() -> None:
    """Where every weight is another, there is one edge for each number; equal weights may change places."""
    arcs = [(0, 1, 3), (0, 2, 9), (1, 2, 6), (1, 3, 7), (2, 3, 4)]
    assert [kruskal_picks(4, arcs, number) for number in (1, 2, 3)] == [{(0, 1, 3)}, {(2, 3, 4)}, {(1, 2, 6)}]
    assert [prim_picks(arcs, 0, number) for number in (1, 2, 3)] == [{(0, 1, 3)}, {(1, 2, 6)}, {(2, 3, 4)}]
    square = [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)]
    assert kruskal_picks(4, square, 1) == set(square)
    assert prim_picks(square, 0, 1) == {(0, 1, 1), (3, 0, 1)}


def test_the_stored_huffman_tree() -> None:
    """Parents and children agree, and the root's weight is the sum."""
    weights = [5, 29, 7, 8, 14, 23, 3, 11]
    before, after = stored(weights, 1)
    assert len(before) == len(after) == 2 * len(weights) - 1
    assert after[-1][1] == str(sum(weights))
    for node, _, _, left, right in after[len(weights) :]:
        assert {after[int(child) - 1][2] for child in (left, right)} == {node}


def test_merging_runs_is_counted_until_one_is_used_up() -> None:
    """As `heapq.merge` would put them out."""
    for _ in range(30):
        keys = CHANCE.sample(range(100), 9)
        one, other = sorted(keys[:4]), sorted(keys[4:])
        merged = list(heapq.merge(one, other))
        # What is left when one is used up is not compared.
        used = min(merged.index(one[-1]), merged.index(other[-1])) + 1
        assert merge_runs({"runs": [one, other]}).answer == f"{used} 次"


def test_bubble_sorts_passes_that_exchange() -> None:
    """From the front as many as the greatest number of greater keys before one."""
    for _ in range(50):
        keys = CHANCE.sample(range(100), 8)
        before = max(sum(other > key for other in keys[:place]) for place, key in enumerate(keys))
        after = max(sum(other < key for other in keys[place:]) for place, key in enumerate(keys))
        assert len(passes_with_exchanges(keys, from_back=False)) == before
        assert len(passes_with_exchanges(keys, from_back=True)) == after
        assert (passes_with_exchanges(keys, from_back=True) or [keys])[-1] == sorted(keys)


def test_the_heap_that_is_left_holds_the_rest() -> None:
    """The least have gone, and what is left is a heap."""
    for _ in range(30):
        keys = CHANCE.sample(range(100), 9)
        row = [int(key) for key in ENDS["heap-left"]({"keys": keys, "count": 3, "largest": False}).answer.split(", ")]
        assert sorted(row) == sorted(keys)[3:]
        assert all(row[(place - 1) // 2] < row[place] for place in range(1, len(row)))


def test_b_trees_are_counted() -> None:
    """2025 统考: nine of order 4 with seven keys; one of order 3 with one key."""
    assert sum(trees_with(4, 7, height) for height in range(1, 4)) == 9
    assert [sum(trees_with(3, keys, height) for height in range(1, 5)) for keys in range(1, 7)] == [1, 1, 1, 2, 2, 3]


def _shapes(nodes: int) -> list[tuple[int, ...]]:
    """The numbers of children of all trees with so many nodes, in preorder."""
    rows = itertools.product(range(nodes), repeat=nodes)
    return [row for row in rows if sum(row) == nodes - 1 and all(sum(row[:place]) >= place for place in range(1, nodes))]


def test_numbers_of_nodes_of_all_small_trees() -> None:
    """Whatever is left out and settled comes out as it is in the tree."""
    for row in _shapes(5):
        numbers = {f"degree:{degree}": row.count(degree) for degree in range(max(row) + 1)} | {"total": len(row)}
        for asked, value in numbers.items():
            told = {name: each for name, each in numbers.items() if name != asked}
            assert settled(max(row), False, told, asked) == value
    assert settled(4, False, {"degree:4": 20, "degree:3": 10, "degree:2": 1, "degree:1": 10}, "degree:0") == 82
    with pytest.raises(StayOut):
        settled(2, False, {"degree:0": 10}, "total")


@pytest.mark.parametrize(
    ("expression", "vertices"), [("(x+y)((x+y)/x)", "5"), ("(a+b)*(a+b)-(a+b)/c", "7"), ("a*b+a*b", "4"), ("a+b*c-d", "7")]
)
def test_equal_parts_are_one_vertex(expression: str, vertices: str) -> None:
    """2019 统考, and others."""
    found = read_dag(f"用有向无环图描述表达式{expression},需要的顶点个数至少是( )。")
    assert found is not None and solve_dag(found.parameters).also == (vertices,)


def test_what_is_pushed_from_what_is_popped() -> None:
    """王道: of P1..Pn pushed and 1..n popped, P3 = 1 forbids P1 = 2; the last pushed that goes out first settles all."""
    found = read_unknown("若一个栈的输入序列是P1,P2,...,Pn,输出序列是1,2,3,...,n,若P3=1,则P1的值( )")
    assert found is not None
    chosen = solve_unknown(found.parameters).among
    assert chosen is not None
    assert chosen(("可能是2", "一定是2", "不可能是2", "不可能是3")) is not None
    settled = read_unknown("若一个栈的输入序列是a1,a2,a3,...,an,输出序列是1,2,3,...,n,若an=1,则a1为( )")
    assert settled is not None
    picked = solve_unknown(settled.parameters).among
    assert picked is not None
    one = picked(("可能是n", "一定是n", "不可能是n", "不确定"))
    assert one is not None and one[0] == 1
