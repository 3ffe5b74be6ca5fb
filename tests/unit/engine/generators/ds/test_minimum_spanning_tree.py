"""Minimum spanning trees against networkx, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._minimum_spanning_tree.solving import number_of_trees, rejected
from engine.generators.ds._minimum_spanning_tree.spanning_trees import kruskal, prim, weight

from ..every_kind import right_option, sample

# Yan Weimin, the graph on which Prim and Kruskal are shown (v1..v6 as 0..5).
YAN = [(0, 1, 6), (0, 2, 1), (0, 3, 5), (1, 2, 5), (2, 3, 5), (1, 4, 3), (2, 4, 6), (2, 5, 4), (3, 5, 2), (4, 5, 6)]
# Cormen et al., the graph of the chapter on minimum spanning trees (a..i as 0..8): weight 37.
CORMEN = [(0, 1, 4), (0, 7, 8), (1, 2, 8), (1, 7, 11), (2, 3, 7), (2, 5, 4), (2, 8, 2), (3, 4, 9), (3, 5, 14)]
CORMEN += [(4, 5, 10), (5, 6, 2), (6, 7, 1), (6, 8, 6), (7, 8, 7)]


def graph_of(arcs: Sequence[Sequence[int]]) -> Any:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(arcs)
    return graph


def test_textbook_classics() -> None:
    assert weight(kruskal(6, YAN)) == 15
    assert [arc[2] for arc in prim(6, YAN, 0)] == [1, 4, 2, 5, 3]  # v3, v6, v4, v2, v5
    assert [arc[2] for arc in kruskal(6, YAN)] == [1, 2, 3, 4, 5]
    assert weight(kruskal(9, CORMEN)) == weight(prim(9, CORMEN, 0)) == 37


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 30)), min_size=6, max_size=16))
def test_weight_agrees_with_networkx(drawn: list[tuple[int, int, int]]) -> None:
    arcs = list({(min(a, b), max(a, b)): (min(a, b), max(a, b), w) for a, b, w in drawn if a != b}.values())
    graph = graph_of(arcs)
    graph.add_nodes_from(range(7))
    if not networkx.is_connected(graph):
        with pytest.raises(ValueError, match="not connected"):
            kruskal(7, arcs)
        return
    expected = networkx.minimum_spanning_tree(graph).size("weight")
    assert weight(kruskal(7, arcs)) == weight(prim(7, arcs, 3)) == expected


def reference_prim(arcs: Sequence[Sequence[int]], start: int) -> list[tuple[int, int]]:
    """With a heap of edges, the ones inside the tree thrown away when they come up."""
    graph = graph_of(arcs)
    heap = [(graph[start][other]["weight"], start, other) for other in graph[start]]
    inside, edges = {start}, []
    while heap:
        heap.sort()
        _, one, other = heap.pop(0)
        if other not in inside:
            inside.add(other)
            edges.append((min(one, other), max(one, other)))
            heap += [(graph[other][further]["weight"], other, further) for further in graph[other]]
    return edges


def shown(pair: tuple[int, int]) -> str:
    return f"({'ABCDEFGH'[pair[0]]}, {'ABCDEFGH'[pair[1]]})"


def test_keys_agree_with_networkx() -> None:
    for composed in sample("minimum-spanning-tree"):
        asked, right = composed.parameters, right_option(composed)
        arcs = asked["arcs"]
        if asked["task"] in ("weight", "without"):
            left = [arc for arc in arcs if arc != asked.get("banned")]
            assert right == str(int(networkx.minimum_spanning_tree(graph_of(left)).size("weight")))
        elif asked["task"] == "kruskal-edge":
            ordered = sorted(networkx.minimum_spanning_tree(graph_of(arcs)).edges(data="weight"), key=lambda edge: edge[2])
            pair = ordered[asked["number"] - 1][:2]
            assert right == shown((min(pair), max(pair)))
        else:
            edges = reference_prim(arcs, asked["start"])
            assert right == (shown(edges[asked["number"] - 1]) if "number" in asked else "、".join(map(shown, edges)))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("无向图的边 A-B 6, A-C 1, A-D 5, B-C 5, C-D 5, B-E 3, C-E 6, C-F 4, D-F 2, E-F 6，求最小生成树的权值之和", "15"),
        ("带权无向图：(A,B,6)、(A,C,1)、(A,D,5)、(B,C,5)，最小生成树的代价是多少？", "11"),
        ("边集 (a,b)=4，(b,c)=8，(a,c)=2，(c,d)=3，求最小生成树总权值", "9"),
        ("用Prim算法求最小生成树，边为 A—B 3、B—C 4、A—C 5、C—D 1，权值和是多少", "8"),
        ("用Kruskal算法求图的最小生成树：AB=2，BC=3，AC=1，CD=7，各边权值之和为？", "10"),
        ("老师好，顶点v1到v4，边 (v1,v2,3),(v1,v3,1),(v2,v3,2),(v3,v4,5)，MST的权是多少", None),
        ("求无向连通图最小生成树的权值：A-B:3, A-C:1, B-C:2, C-D:5", "8"),
        ("某网络的边及权值为 (1,2,7),(1,3,4),(2,3,6),(3,4,9),(2,4,8)，最小代价生成树的总权值为多少", "18"),
        ("已知带权连通图 A-B=1，B-C=2，C-D=3，D-A=4，A-C=5，请计算最小生成树的总代价", "6"),
        ("几个村庄之间修路 A—B 10、A—C 6、B—C 5、C—D 15、A—D 5，最小生成树的总费用", "16"),
    ],
)
def test_solver_answers(text: str, answer: str | None) -> None:
    solved = solve_text(text, "408")
    if answer is None:
        assert solved is None or (isinstance(solved, Solved) and solved.answer.endswith(" 8"))
        return
    assert isinstance(solved, Solved), text
    assert solved.answer == f"最小生成树的权值之和 {answer}"


@pytest.mark.parametrize(
    "text",
    [
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，求最大生成树的权值之和",
        "有向图 A->B 6, A->C 1, C->B 5, B->D 5，求最小生成树的权值之和",
        "邻接矩阵如下，求最小生成树的权值之和\n0 2 8\n2 0 4\n7 4 0",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，用破圈法先去掉哪条边，最小生成树权值是多少",
        "四个村 A-B 6, A-C 1, A-D 5, B-C 5，A-B之间已有公路，要使各村连通且总造价最低，总造价多少",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，用Prim从A开始第5条选中的边的权值是多少",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，用Prim从A开始第2条选中的边的权值是多少",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，删除A-C后最小生成树的权值之和",
        "无向图的边 A-B 6, A-C 1, D-E 5, B-C 5，求最小生成树的权值之和",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，求A到D的最短路径长度和最小生成树的权值",
        "求下图的最小生成树的权值之和",
        "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，其中A-B必须选，求最小生成树的权值之和",
        "无向图的边 A-B 6.5, A-C 1, A-D 5, B-C 5，求最小生成树的权值之和",
        "最小生成树的权值之和是否唯一",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "无向图的边 A-B 6, A-C 1, A-D 5, B-C 5，最小生成树的权值之和为（  ）。"
    solved = solve_text(stem + "\nA. 9\nB. 10\nC. 11\nD. 12", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem + " A.5 B.6 C.7 D.8", "408") is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "带权无向图有6个顶点1~6，边为(1,2)6,(1,3)1,(1,4)5,(2,3)5,(3,4)5,(2,5)3,(3,5)6,(3,6)4,(4,6)2,(5,6)6，求最小生成树的总权值",
            "最小生成树的权值之和 15",
        ),
        (
            "无向网，顶点V1到V4，边：V1-V2权5，V2-V3权3，V1-V3权4，V3-V4权2，用克鲁斯卡尔算法，依次选取的边是哪些",
            "依次选中 (V3, V4) 2、(V2, V3) 3、(V1, V3) 4；权值之和 9",
        ),
        ("连通图 A-B:4 B-C:8 A-C:2 C-D:7 B-D:5，从A开始用Prim，选边的顺序和总代价", "依次选中 (A, C) 2、(A, B) 4、(B, D) 5；权值之和 11"),
        ("普里姆算法求最小生成树，边 (a,b,3),(b,c,1),(a,c,7),(c,d,2)，总代价是多少", "最小生成树的权值之和 6"),
        ("最小生成树权值和：边 1-2 3，2-3 4，1-3 5", "最小生成树的权值之和 7"),
        (
            "五个村甲、乙、丙、丁、戊修路，造价：甲乙9，甲丙13，甲丁4，乙丙7，乙丁5，丙丁11，丙戊8，丁戊12，要使各村连通且总造价最低，总造价多少",
            "最小生成树的权值之和 24",
        ),
        (
            "无向网的邻接矩阵如下，从顶点0开始用Prim算法，依次选中哪些边\n0 2 8 5\n2 0 4 ∞\n8 4 0 3\n5 ∞ 3 0",
            "依次选中 (0, 1) 2、(1, 2) 4、(2, 3) 3；权值之和 9",
        ),
        ("图的边 a-b权7、a-c权3、b-c权5、b-d权4，用Prim从a开始，第二条选的边是哪条", "第 2 条：(b, c)，权 5"),
        ("AB=16，BC=21，AD=11，BD=6，CD=14，最小生成树里权值最大的边是哪条？", "最大的边 (C, D)，权 14"),
        ("Kruskal算法，边 A-B 3，B-C 4，A-C 5，C-D 1，第3次选的边是？", "第 3 条：(B, C)，权 4"),
    ],
)
def test_solver_answers_other_wordings(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "无向网有5个顶点，边 A-B 3，B-C 4，A-C 5，求最小生成树的权值之和",
        "顶点A~E，边 A-B 3，B-C 4，A-C 5，求最小生成树的权值之和",
        "无向网边 A-B 3，B-C 3，A-C 3，从A出发用Prim算法，依次选中的边",
        "无向网边 A-B 3，B-C 4，A-C 5，从E出发用Prim算法，依次选中的边",
        "<A,B>3，<B,C>4，<A,C>5 这个图的最小生成树的权值之和",
    ],
)
def test_solver_stays_out_of_other_wordings(text: str) -> None:
    assert solve_text(text, "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("minimum-spanning-tree"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            if composed.parameters["task"] == "prim-order":
                assert right_option(composed) in solved.solution.also or re.sub(r"[^A-Z]", "", solved.answer) == re.sub(
                    r"[^A-Z]", "", right_option(composed)
                )
                continue
            assert right_option(composed) in (solved.answer.split()[-1], *solved.solution.also), composed.question.stem
    assert answered


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from([(a, b) for a in range(5) for b in range(a + 1, 5)]), st.integers(1, 3), min_size=5))
def test_numbers_of_trees_agree_with_trying_them(drawn: dict[tuple[int, int], int]) -> None:
    arcs = [(one, other, value) for (one, other), value in drawn.items()]
    graph = graph_of(arcs)
    graph.add_nodes_from(range(5))
    if not networkx.is_connected(graph):
        return
    every = [tree.size("weight") for tree in networkx.SpanningTreeIterator(graph)]
    assert number_of_trees(5, arcs) == every.count(min(every))


def test_rejected_edges_close_circles() -> None:
    assert rejected(4, [(0, 1, 1), (1, 2, 2), (0, 2, 3), (2, 3, 4), (1, 3, 5)]) == [(0, 2, 3)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("边AB(3)、BC(3)、CA(3)、CD(5)，不同的最小生成树有几棵？", "3 棵"),
        ("AB1 BC2 CD2 DA2 AC3，最小生成树唯一吗？", "不唯一"),
        (
            "边 1-2:10 1-3:20 2-3:15 3-4:5，最小生成树权是多少？若1-3的权降到8，新的最小生成树权是多少？",
            "最小生成树的权值之和 30；最小生成树的权值之和 23",
        ),
        ("从原网里删掉哪些边剩下的就是MST？AB13 AE6 BC9 BE4 CD7 CE10 DE12", "去掉 (A, B)、(C, E)、(D, E)"),
        ("一个连通图12个顶点30条边，最小生成树有多少条边，至少去掉多少条边才得到生成树？", "11 条；19 条"),
    ],
)
def test_further_questions(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer
