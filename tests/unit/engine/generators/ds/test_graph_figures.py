"""Figures of graphs, against all graphs of few vertices."""

from __future__ import annotations

import itertools
import random

import networkx  # type: ignore[import-untyped]
import pytest

from ..solving_checks import answer_of, left_alone, own_questions_solved

KIND = "graph-figures"


def _graphs(count: int, directed: bool = False) -> list[networkx.Graph]:
    """Every simple graph of so many vertices."""
    pairs = list(itertools.permutations(range(count), 2) if directed else itertools.combinations(range(count), 2))
    found = []
    for chosen in range(2 ** len(pairs)):
        graph = networkx.DiGraph() if directed else networkx.Graph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(pair for number, pair in enumerate(pairs) if chosen >> number & 1)
        found.append(graph)
    return found


@pytest.mark.parametrize("count", [3, 4, 5])
def test_bounds_are_those_of_all_graphs(count: int) -> None:
    graphs = _graphs(count)
    joined = [graph.number_of_edges() for graph in graphs if networkx.is_connected(graph)]
    apart = [graph.number_of_edges() for graph in graphs if not networkx.is_connected(graph)]
    assert answer_of(KIND, f"有 {count} 个顶点的无向连通图至少有多少条边？") == f"{min(joined)} 条"
    assert answer_of(KIND, f"具有 {count} 个顶点的非连通无向简单图最多有几条边？") == f"{max(apart)} 条"
    assert answer_of(KIND, f"无向图有 {count} 个顶点，要保证该图在任何情况下都是连通的，至少需要多少条边？") == f"{max(apart) + 1} 条"
    assert answer_of(KIND, f"{count} 个顶点的无向图最多有多少条边？") == f"{max(joined)} 条"


def test_a_strongly_connected_graph_has_a_ring() -> None:
    fewest = min(graph.number_of_edges() for graph in _graphs(4, True) if networkx.is_strongly_connected(graph))
    assert answer_of(KIND, "4 个顶点的强连通图至少有多少条弧？") == f"{fewest} 条"


def test_the_fewest_vertices_of_edges() -> None:
    for edges in range(2, 11):
        for words, fits in (("连通", networkx.is_connected), ("非连通", lambda graph: not networkx.is_connected(graph))):
            fewest = next(
                count
                for count in range(2, 7)
                if any(graph.number_of_edges() == edges and fits(graph) for graph in (_graphs(count) if count < 6 else [_six(edges)]))
            )
            assert answer_of(KIND, f"一个{words}的无向简单图有 {edges} 条边，它至少有多少个顶点？") == f"{fewest} 个"


def _six(edges: int) -> networkx.Graph:
    """Six vertices, of which one has no edge."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(6))
    graph.add_edges_from(list(itertools.combinations(range(5), 2))[:edges])
    return graph


def test_degrees_of_graphs_drawn_at_random() -> None:
    chance = random.Random(9)
    for _ in range(40):
        graph = networkx.gnm_random_graph(chance.randint(6, 12), chance.randint(8, 15), seed=chance.randint(0, 10**6))
        degrees: dict[int, int] = {}
        for _, degree in graph.degree():
            degrees[degree] = degrees.get(degree, 0) + 1
        told = [chance.choice([f"{many} 个度为 {degree} 的顶点", f"{many} 个顶点的度为 {degree}"]) for degree, many in degrees.items()]
        assert answer_of(KIND, f"某无向图中有 {'，'.join(told)}，则图中有多少条边？") == f"{graph.number_of_edges()} 条"
        if 0 not in degrees and len(told) > 1:
            rest = list(degrees)[-1]
            assert (
                answer_of(
                    KIND, f"无向图有 {graph.number_of_edges()} 条边，其中 {'，'.join(told[:-1])}，其余顶点的度均为 {rest}，该图有几个顶点？"
                )
                == f"{graph.number_of_nodes()} 个"
            )


@pytest.mark.parametrize(
    "text",
    [
        "有 11 个顶点的无向图至少要有多少条边才能确保是一个连通图？",
        "一个无向图有 18 条边，度为 4 的顶点有 3 个，其余顶点的度不同，则该图有多少个顶点？",
        "有 9 个顶点的有向图至少有多少条弧？",
        "一个连通图有 30 个顶点、24 条边，去掉两条边后有多少个连通分量？",
        "有 12 个顶点的完全图有多少条边？",
        "无向图 G 有 20 条边，3 个顶点的度为 5，其余顶点的度均大于 2，则 G 的顶点数至少为多少？",
        "带自环的无向图有 6 个顶点，最多有多少条边？",
        "有 6 个顶点的无向二分图最多有多少条边？",
        "有 12 个顶点的无向图每个顶点的度至少为 3，则至少有多少条边？",
        "一个有 30 个顶点、24 条边的无向图，共有多少棵生成树？",
        "有 7 个顶点的有向图最多有多少条弧，其中两个顶点之间没有弧？",
    ],
)
def test_what_does_not_follow_is_left(text: str) -> None:
    assert left_alone(KIND, text)


def test_own_questions_are_solved() -> None:
    assert own_questions_solved(KIND) >= 60
