"""Dijkstra's algorithm against networkx, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.ds._shortest_path.dijkstra import dijkstra, path
from engine.generators.ds._shortest_path.solving import distances_over, number_of_ways

from ..every_kind import right_option, sample

# Yan Weimin, the network on which Dijkstra's algorithm is shown.
YAN = [(0, 2, 10), (0, 4, 30), (0, 5, 100), (1, 2, 5), (2, 3, 50), (3, 5, 10), (4, 3, 20), (4, 5, 60)]
# Cormen et al., the network of the section on Dijkstra's algorithm (s t x y z).
CORMEN = [(0, 1, 10), (0, 3, 5), (1, 2, 1), (1, 3, 2), (2, 4, 4), (3, 1, 3), (3, 2, 9), (3, 4, 2), (4, 0, 7), (4, 2, 6)]


def network(arcs: Sequence[Sequence[int]]) -> Any:
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(arcs)
    return graph


def test_textbook_classics() -> None:
    rounds = dijkstra(6, YAN, 0)
    assert [step.vertex for step in rounds] == [0, 2, 4, 3, 5]
    assert rounds[-1].distances == (0, None, 10, 50, 30, 60)
    assert path(rounds, 5) == [0, 4, 3, 5]
    rounds = dijkstra(5, CORMEN, 0)
    assert rounds[-1].distances == (0, 8, 9, 5, 7)
    assert [step.vertex for step in rounds] == [0, 3, 4, 1, 2]


@settings(max_examples=80)
@given(st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(1, 30), min_size=1, max_size=20))
def test_distances_agree_with_networkx(drawn: dict[tuple[int, int], int]) -> None:
    arcs = [(tail, head, weight) for (tail, head), weight in drawn.items() if tail != head]
    graph = network(arcs)
    graph.add_node(0)
    expected = networkx.single_source_dijkstra_path_length(graph, 0)
    rounds = dijkstra(7, arcs, 0)
    assert {vertex: distance for vertex, distance in enumerate(rounds[-1].distances) if distance is not None} == expected


def test_keys_agree_with_networkx() -> None:
    for composed in sample("shortest-path"):
        asked, right = composed.parameters, right_option(composed)
        graph = network(asked["arcs"])
        distances = networkx.single_source_dijkstra_path_length(graph, 0)
        if asked["task"] == "distance":
            assert right == str(distances[asked["end"]])
        elif asked["task"] == "path":
            assert right == " → ".join("ABCDEFG"[vertex] for vertex in networkx.dijkstra_path(graph, 0, asked["end"]))
        else:
            order = sorted(distances, key=distances.__getitem__)
            if asked["task"] == "order":
                assert right == "、".join("ABCDEFG"[vertex] for vertex in order[1:])
                continue
            # After k rounds: the shortest ways that pass only over the k + 1 nearest vertices.
            near = set(order[: asked["rounds"] + 1])
            allowed = network([arc for arc in asked["arcs"] if arc[0] in near])
            reached = networkx.single_source_dijkstra_path_length(allowed, 0)
            assert right == ", ".join(str(reached.get(vertex, "∞")) for vertex in range(1, len(distances)))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("有向图 A→B 10、A→D 5、B→C 1、B→D 2、D→B 3、D→C 9，求A到C的最短路径", "A 到 C 的最短路径长度 9（A→D→B→C）"),
        ("用Dijkstra算法，弧为 A->B 4, A->C 1, C->B 2, B->D 5，从A到D的最短路径长度是多少？", "A 到 D 的最短路径长度 8（A→C→B→D）"),
        ("带权无向图 A-B 4, A-C 1, C-B 2, B-D 5，求 D 到 A 的最短距离", "D 到 A 的最短路径长度 8（D→B→C→A）"),
        ("有向网 (1,2,7),(1,3,3),(3,2,2),(2,4,1)，顶点1到顶点4的最短路径长度为多少", "1 到 4 的最短路径长度 6（1→3→2→4）"),
        ("有向图的弧 V0→V2 10，V0→V4 30，V4→V3 20，V2→V3 50，求V0到V3的最短路径", "V0 到 V3 的最短路径长度 50（V0→V4→V3）"),
        (
            "老师好，迪杰斯特拉算法，A→B=4，A→C=1，C→B=2，求A到各顶点的最短路径",
            "A 到 B 的最短路径长度 3（A→C→B）；A 到 C 的最短路径长度 1（A→C）",
        ),
        ("图 A→B 3、B→C 4、A→C 9，请问从 A 出发到 C 的最短路径长度", "A 到 C 的最短路径长度 7（A→B→C）"),
        ("A-B 3、B-C 4、A-C 9，求A到C的最短路径", "A 到 C 的最短路径长度 7（A→B→C）"),
        ("有向图 A→B 3、B→D 4、A→C 2、C→D 5，A到D的最短路径有几条", "A 到 D 的最短路径有 2 条"),
        ("网的弧 v0→v1 4、v0→v2 1、v2→v1 2、v1→v3 5，Dijkstra从v0出发，第2个确定的顶点是哪个？", "v1（最短路径长度 3）"),
        (
            "弗洛伊德算法，弧 v0→v1 4、v0→v2 11、v1→v0 6、v1→v2 2、v2→v0 3，以v0为中间点之后，v2到v1的距离是多少",
            "v2 到 v1 的距离 7",
        ),
        ("用Floyd算法求8个顶点的图的最短路径，最内层语句执行多少次", "512 次"),
        ("A到B 3、B到C 4、A到C 9、C到D 1，有向图，从A到D的最短距离是多少", "A 到 D 的最短路径长度 8（A→B→C→D）"),
        ("无向网：A—B 2、B—C 2、A—C 5、C—D 1，A 与 D 之间的最短路径长度", "A 到 D 的最短路径长度 5（A→B→C→D）"),
        ("有向图 A→B 3、B→C 4、A→C 9，A到C的最短距离是多少", "A 到 C 的最短路径长度 7（A→B→C）"),
        ("有向图的弧 <A,B>=10、<A,C>=3、<C,B>=4、<B,D>=2、<C,D>=8，求A到D的最短路径长度", "A 到 D 的最短路径长度 9（A→C→B→D）"),
        (
            "弧 v0->v1 5, v0->v2 2, v2->v1 1，Dijkstra，从v0到其余各顶点",
            "v0 到 v1 的最短路径长度 3（v0→v2→v1）；v0 到 v2 的最短路径长度 2（v0→v2）",
        ),
        (
            "无向图边 A-B 4，B-C 3，A-C 9，以A为源点，求到各顶点的最短路径",
            "A 到 B 的最短路径长度 4（A→B）；A 到 C 的最短路径长度 7（A→B→C）",
        ),
        (
            "有向网弧 a→b 4，b→c 3，d→a 9，起点a，到其余顶点的最短路径，不可达记∞",
            "a 到 b 的最短路径长度 4（a→b）；a 到 c 的最短路径长度 7（a→b→c）；a 到 d 不可达（∞）",
        ),
        (
            "甲、乙、丙、丁四个村，道路双向：甲乙4公里，甲丙1公里，乙丙2公里，乙丁5公里，问从甲到丁最短走多少公里",
            "甲 到 丁 的最短路径长度 8（甲→丙→乙→丁）",
        ),
        (
            "有向网的邻接矩阵如下，用Floyd求各对顶点之间的最短路径长度\n0 5 ∞\n∞ 0 4\n3 9 0",
            "第 1 行：0, 5, 9；第 2 行：7, 0, 4；第 3 行：3, 8, 0",
        ),
        (
            "有向图弧 A→B 10、A→C 3、C→B 1、B→D 2、C→D 8，用迪杰斯特拉算法求A到其余各顶点的最短路径，依次得到的目标顶点是",
            "C、B、D（源点 A 最先）",
        ),
        ("Dijkstra，弧(v0,v1,7)、(v0,v2,2)、(v2,v1,3)、(v1,v3,1)，均为有向，从v0出发，v0和v2加入S后dist[v1]是多少", "dist[v1] = 5"),
    ],
)
def test_solver_answers(text: str, answer: str | None) -> None:
    solved = solve_text(text, "408")
    if answer is None:  # an unusual way of writing arcs: silence is right
        assert solved is None
        return
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "有向图 A→B 3、B→C 4、A→C 9，求A到C的最长路径",
        "有向图 A→B 3、B→C -4、A→C 9，求A到C的最短路径",
        "有向图 A→B 3、B→C 4、A→C 9，用Floyd求最短路径，第2次迭代后的矩阵",
        "有向图 A→B 3、A→C 3、B→D 4，Dijkstra求A到其余各顶点的最短路径，依次得到的顶点是",
        "有向图 A→B 3、B→C 4、A→C 9，A和C加入集合S后，dist[B]是多少",
        "有向图 A→B 3、B→C 4、A→C 9，求C到A的最短路径",
        "有向图有4个顶点，A→B 3、B→C 4、A→C 9，求A到C的最短路径",
        "有向图 A→B 3、B→C 4、A→C 9，源点为B，求A到C的最短路径",
        "边：1 2 3，2 3 4，1 3 9，求1到3的最短路径",
        "有向图 A→B 3、B→C 4、A→C 9，A到C必须经过B的最短路径",
        "有向图 A→B 3、B→C 4、A→C 9，Dijkstra第2轮后A到C的最短路径长度",
        "有向图 A→B 3、B→C 4、A→C 9，A到E的最短路径",
        "如图所示，求A到C的最短路径",
        "A-B 3、B-C 4、A-C 9、C-D 1、D-A 2，求A到C的最短路径",
        "有向图 A→B 3、B→C 4、A→C 9，若B→C的权变为1，A到C的最短路径",
        "Dijkstra算法求最短路径的时间复杂度是多少",
        "有向图 A→B 3、B→C 4、A→C 9，A→C 8，求A到C的最短路径",
        "有向图 A→B 3.5、B→C 4、A→C 9，求A到C的最短路径",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_ends() -> None:
    asked = solve_text("有向图 A→B 3、B→C 4、A→C 9，求最短路径", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("A"), "408")
    assert isinstance(solved, Solved)
    assert "A 到 C 的最短路径长度 7" in solved.answer


def test_pasted_options_are_matched() -> None:
    stem = "有向图 A→B 3、B→C 4、A→C 9，从A到C的最短路径长度为（  ）。"
    solved = solve_text(stem + "\nA. 3\nB. 7\nC. 9\nD. 12", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + " A.5 B.6 C.8 D.9", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("shortest-path"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).replace(" ", "") in solved.answer, composed.question.stem
    assert answered


@settings(max_examples=40)
@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 4), min_size=3, max_size=14))
def test_tables_and_numbers_of_ways_agree_with_networkx(drawn: dict[tuple[int, int], int]) -> None:
    arcs = [(tail, head, weight) for (tail, head), weight in drawn.items() if tail != head]
    graph = network(arcs)
    graph.add_nodes_from(range(5))
    whole = distances_over(5, arcs, range(5))
    through = distances_over(5, arcs, [0])
    for start in range(5):
        expected = networkx.single_source_dijkstra_path_length(graph, start)
        assert {end: value for end, value in enumerate(whole[start]) if value is not None} == expected
        for end in range(5):
            if end != start and end in expected:
                assert number_of_ways(5, arcs, start, end) == len(list(networkx.all_shortest_paths(graph, start, end, weight="weight")))
            direct = [0 if start == end else drawn.get((start, end), 99), drawn.get((start, 0), 99) + drawn.get((0, end), 99)]
            if start and end and start != end:
                assert (through[start][end] or 99) == min(*direct, 99)
