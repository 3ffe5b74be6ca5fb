"""Traversals of graphs, against every arrangement of the neighbours and against networkx."""

from __future__ import annotations

import itertools
import math
import random

import networkx  # type: ignore[import-untyped]
import pytest

from engine.generators.ds._graph_traversal.traversals import every_order, is_traversal, visited

from ..solving_checks import answer_of, left_alone, own_questions_solved

KIND = "graph-traversal"
GRAPH = "无向图 G=(V,E)，V={a,b,c,d,e,f}，E={(a,b),(a,d),(b,c),(c,f),(d,e),(e,f),(b,e)}"


def _some_graphs(seed: int) -> list[list[list[int]]]:
    chance = random.Random(seed)
    found = []
    for _ in range(60):
        count = chance.randint(3, 6)
        neighbours: list[list[int]] = [[] for _ in range(count)]
        for one, other in itertools.combinations(range(count), 2):
            if chance.random() < 0.5:
                neighbours[one].append(other)
                neighbours[other].append(one)
        found.append(neighbours)
    return found


@pytest.mark.parametrize("deep", [True, False])
def test_every_order_is_what_some_arrangement_of_the_neighbours_gives(deep: bool) -> None:
    for neighbours in _some_graphs(7):
        rows = [list(itertools.permutations(row)) for row in neighbours]
        if math.prod(map(len, rows)) > 3000:
            continue
        arranged = {tuple(visited(list(way), 0, deep)) for way in itertools.product(*rows)}
        found = [tuple(order) for order in every_order(neighbours, 0, deep)]
        assert len(found) == len(set(found))
        assert set(found) == arranged
        if len(found[0]) == len(neighbours):
            for order in itertools.permutations(range(len(neighbours))):
                assert (order[0] == 0 and is_traversal(order, neighbours, deep)) == (order in arranged)


def test_smaller_neighbours_first_is_networkx_order() -> None:
    for neighbours in _some_graphs(8):
        graph = networkx.Graph()
        graph.add_nodes_from(range(len(neighbours)))
        graph.add_edges_from((one, other) for one, row in enumerate(neighbours) for other in row)
        assert visited(neighbours, 0, True) == list(networkx.dfs_preorder_nodes(graph, 0, sort_neighbors=sorted))
        edges = networkx.bfs_edges(graph, 0, sort_neighbors=sorted)
        assert visited(neighbours, 0, False) == [0, *(head for _, head in edges)]


def test_a_directed_graph_of_four_vertices() -> None:
    """2015 (408): the sequences from v0 of <v0,v1>, <v0,v2>, <v0,v3>, <v1,v3>."""
    assert (
        answer_of(KIND, "有向图的弧为<v0,v1>、<v0,v2>、<v0,v3>、<v1,v3>，从v0开始深度优先遍历，可能得到的不同遍历序列的个数是多少？")
        == "5 个"
    )


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("从顶点a出发，邻接点按字母顺序访问，写出深度优先遍历序列。", "a, b, c, f, e, d"),
        ("从顶点a出发，序号小的邻接点优先，写出广度优先遍历序列。", "a, b, d, c, e, f"),
        ("邻接表中各顶点的邻接点按字母从大到小排列，从a出发的DFS序列是什么？", "a, d, e, f, c, b"),
        ("用邻接矩阵存储，分别给出从a出发的深度优先和广度优先遍历序列。", "深度优先 a, b, c, f, e, d；广度优先 a, b, d, c, e, f"),
        ("从a出发的广度优先遍历序列共有多少种？", "3 个"),
    ],
)
def test_questions_of_one_graph(asked: str, answer: str) -> None:
    assert answer_of(KIND, f"{GRAPH}。{asked}") == answer


def test_lists_of_neighbours_tell_the_order() -> None:
    told = "某图的邻接表为\n1: 3, 2\n2: 1, 4\n3: 1, 4\n4: 2, 3\n从顶点1出发，写出深度优先遍历序列。"
    assert answer_of(KIND, told) == "1, 3, 4, 2"


def test_options_and_listed_sequences_are_checked() -> None:
    assert (
        answer_of(KIND, f"{GRAPH}，从a出发进行深度优先遍历，不可能得到的序列是（ ）\nA. abcfed\nB. adefcb\nC. abecfd\nD. abefcd")
        == "abecfd"
    )
    assert answer_of(KIND, f"{GRAPH}。给出的4个序列中，符合从a出发的广度优先遍历的有几个？①abdcef ②adbecf ③abdefc ④abcdef") == "2 个"


def test_near_misses_are_left_alone() -> None:
    for text in (
        f"{GRAPH}，从a出发写出深度优先遍历序列，遍历时跳过 c。",
        f"{GRAPH}，删去边(a,b)后从a出发，邻接点按字母顺序访问，写出深度优先遍历序列。",
        f"{GRAPH}，从g出发写出深度优先遍历序列。",
        f"{GRAPH}，画出从a出发的深度优先生成树。",
        f"{GRAPH}，用栈实现的非递归深度优先遍历，从a出发，邻接点按字母顺序入栈，访问序列是什么？",
        f"{GRAPH}，分别写出深度优先遍历序列和广度优先遍历序列。",
        "无向图的边如下图所示，从 a 出发的深度优先遍历序列是什么？",
        "有向图和无向图的深度优先遍历序列，从 1 出发，边为(1,2),(2,3),(1,3)，哪个唯一？",
        f"{GRAPH}，从a出发的深度优先遍历序列中，最后访问的顶点有几种可能？",
    ):
        assert left_alone(KIND, text), text


def test_own_questions_are_solved() -> None:
    assert own_questions_solved(KIND) >= 60
