"""Topological orders against networkx and all permutations, textbook classics, and sentences as people type them."""

from __future__ import annotations

from itertools import permutations

import networkx  # type: ignore[import-untyped]
import pytest

from engine.generators.ds.topological_order import count_orders, is_order, kahn

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def all_orders(count: int, arcs: list[tuple[int, int]]) -> list[list[int]]:
    graph = networkx.DiGraph(arcs)
    graph.add_nodes_from(range(count))
    return [list(order) for order in networkx.all_topological_sorts(graph)]


def test_textbook_classics() -> None:
    # Yan Weimin's six vertices: v1→v2, v1→v3, v1→v4, v3→v2, v3→v5, v4→v5, v6→v4, v6→v5; v6 v1 v4 v3 v5 v2 is one.
    yan = [(0, 1), (0, 2), (0, 3), (2, 1), (2, 4), (3, 4), (5, 3), (5, 4)]
    assert is_order([5, 0, 3, 2, 4, 1], yan)
    assert count_orders(6, yan) == sum(is_order(order, yan) for order in permutations(range(6)))
    assert count_orders(4, [(0, 1), (0, 2), (1, 3), (2, 3)]) == 2
    assert count_orders(3, [(0, 1), (1, 2), (2, 0)]) == 0
    assert kahn(3, [(0, 1), (1, 2), (2, 1)]) == [0]


def test_keys_agree_with_networkx() -> None:
    for composed in sample("topological-order"):
        asked, right = composed.parameters, right_option(composed)
        arcs = [(tail, head) for tail, head in asked["arcs"]]
        orders = all_orders(asked["count"], arcs)
        if asked["task"] == "count":
            assert right == f"{len(orders)} 个"
            continue
        shown = [["ABCDEFGHJK".index(name) for name in option.split(", ")] for option in composed.question.options]
        key = shown["ABCD".index(composed.question.key)]
        assert key in orders
        if asked["task"] == "valid":
            assert sum(order in orders for order in shown) == 1
            continue
        # The bag of ready vertices, kept from the outside: what has come in is sorted by when, then by name.
        came, taken = {v: (0, v) for v in range(asked["count"]) if all(head != v for _, head in arcs)}, []
        while came:
            vertex = (max if asked["task"] == "stack" else min)(came, key=came.__getitem__)
            del came[vertex]
            taken.append(vertex)
            for _, head in arcs:
                if head not in taken and head not in came and all(tail in taken for tail, end in arcs if end == head):
                    came[head] = (len(taken), head)
        assert key == taken


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("有向图的弧为 A→B、A→C、B→D、C→D，则拓扑序列有多少个？", "2 个"),
        ("某有向图有顶点 A、B、C、D，弧为 A→B、A→C、B→D，它的不同的拓扑序列有几个", "3 个"),
        ("有向无环图G，E为 (1,2),(1,3),(2,4),(3,4)，求拓扑序列的个数", "2 个"),
        ("老师，AOV网 A→C，B→C，C→D，C→E，拓扑排序序列共有几种", "4 个"),
        ("有向图 弧 1→2, 3→2, 2→4, 有多少种不同的拓扑序列", "2 个"),
        ("DAG的弧 A→B、C→D，不同的拓扑序列个数为多少", "6 个"),
        ("有向图有顶点 A、B、C，弧为 A→B、A→C，拓扑序列的数目是多少", "2 个"),
        ("有向图的弧 a→b、b→c、a→d，拓扑序有几个", "3 个"),
        ("有向图的弧为 A→B、A→C、B→D、C→D，求一个拓扑序列", "A, B, C, D（共有 2 种，这是其中一种）"),
        ("大佬们，1→2，1→3，2→4，3→4 这个有向图，所有拓扑序列有哪些", "1, 2, 3, 4；1, 3, 2, 4"),
        ("AOV网的弧 <1,3>、<1,4>、<2,3>，拓扑排序时每次选编号最大的顶点，输出序列是什么", "2, 1, 4, 3"),
        ("对有向图 c→a，e→a，e→b 拓扑排序，多个入度为0的顶点时选字母序最小的，结果是？", "c, e, a, b"),
        ("C2、C3要先修C1，C4的先修课是C2和C3，一共有多少种学习次序（拓扑序列）？", "2 个"),
        ("有向图的弧为 A→C、B→C、C→D，以A开头的拓扑序列有多少个", "1 个"),
        ("有向图的弧为 A→B→C、A→D，则拓扑序列有多少个", "3 个"),
        ("AOV网 A→B、A→C、B→D，C→D，B在C前面的拓扑序列有多少个", "1 个"),
        ("弧 1→2、1→3、2→4，拓扑排序第一个输出的顶点可能是哪些？最后输出的可能是哪些？", "1；3、4"),
        ("课程先修关系 a→b、b→c、a→d，每学期修的门数不限，至少几个学期修完？", "3"),
        ("有向图 a→b、b→c、c→b、c→d，做拓扑排序能否输出全部顶点？", "不能，只能输出 a（1 个）"),
        ("有向图的弧为 A→B、A→C、B→D、C→D，逆拓扑序列有多少个", "2 个"),
        ("弧 A→B、C→D、B→D，每次取出度为0且字母最大的顶点，写出逆拓扑序列", "D, C, B, A"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("topological-order", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "有向图的弧为 A→B、B→C、C→A，则拓扑序列有多少个",
        "有向图的弧为 A→B、A→C、B→D、C→D，拓扑序列和逆拓扑序列各有多少个",
        "无向图的边为 A-B、A-C、B-D、C-D，则拓扑序列有多少个",
        "有向图的弧为 A→B、A→C、B→D、C→D，若添加弧D→A，拓扑序列有多少个",
        "有向图的弧为 A→B、A→C，B紧挨在C之前的拓扑序列有多少个",
        "如图所示的有向图的拓扑序列有多少个",
        "有向图的弧为 A→B、A→B，则拓扑序列有多少个",
        "拓扑序列是什么，有几个",
        "有向图的弧为 A→B、A→C，还有一个孤立顶点，拓扑序列有多少个",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("topological-order", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("topological-order") >= 15
