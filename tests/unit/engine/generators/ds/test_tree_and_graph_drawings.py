"""Trees and graphs as drawn: what they say in words, and that nothing is drawn on top of something else."""

from __future__ import annotations

from itertools import combinations
from math import dist
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawings.graph import Edge, Graph, Vertex
from engine.drawings.layers import layered
from engine.drawings.rendering import render_png
from engine.drawings.tree import Node, Stage, Tree
from engine.generators.ds._huffman_tree.simulator import build
from engine.generators.ds._search_trees.avl import insert_all
from engine.generators.ds._search_trees.binary import drawn

from ..every_kind import sample


def test_tree_in_words() -> None:
    tree = Tree(title="AVL", stages=(Stage("插入后", drawn(insert_all([13, 24, 37, 90, 53])[-1].after)),))
    assert tree.alt == "AVL：插入后 24(13, 53(37, 90))"
    lonely = Tree(title="t", stages=(Stage("", (Node("A"), Node("B", 0, "right"), Node("C", 1, "left"))),))
    assert lonely.alt == "t：A(-, B(C, -))"


def test_huffman_tree_carries_codes() -> None:
    nodes = drawn(build([7, 5, 2, 4]).tree, edges=("0", "1"))
    assert [node.edge for node in nodes if node.parent >= 0].count("0") == 3


@settings(max_examples=60)
@given(st.integers(2, 8).flatmap(lambda count: st.tuples(st.just(count), st.permutations(range(count)), st.randoms())))
def test_acyclic_graphs_run_from_left_to_right_and_no_places_coincide(drawn: tuple[int, list[int], Random]) -> None:
    count, order, random = drawn
    edges = [(order[a], order[b]) for a, b in combinations(range(count), 2) if random.random() < 0.4] or [(order[0], order[1])]
    places = layered(count, edges, 300, 220)
    assert places is not None
    assert all(places[start][0] < places[end][0] for start, end in edges)
    assert all(0 <= x <= 300 and 0 <= y <= 220 for x, y in places)
    assert all(dist(one, other) > 30 for one, other in combinations(places, 2))
    assert layered(count, [*edges, edges[0][::-1]], 300, 220) is None


@pytest.mark.parametrize("kind", ["critical-path", "topological-order"])
def test_hardly_an_edge_runs_through_a_vertex_where_the_graph_is_acyclic(kind: str) -> None:
    through = edges = 0
    for composed in sample(kind)[::5]:
        assert isinstance(composed.drawing, Graph)
        data = composed.drawing.data()
        for edge in data["edges"]:
            (ax, ay), (bx, by) = edge["from"], edge["to"]
            assert ax < bx
            edges += 1
            for vertex in data["vertices"]:
                x, y = vertex["at"]
                through += ax < x < bx and abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) < 12 * edge["length"]
    assert through * 100 < edges


def test_graph_in_words() -> None:
    graph = Graph(title="图", vertices=(Vertex("A"), Vertex("B", note="3")), edges=(Edge(0, 1, "3"),), directed=True)
    assert graph.alt == "图：A→B 3；B 3"


@pytest.mark.parametrize("kind", ["avl-insertion", "huffman-tree", "tree-reconstruction"])
def test_no_nodes_overlap(kind: str) -> None:
    for composed in sample(kind)[::9]:
        if not isinstance(composed.drawing, Tree):
            continue
        for stage in composed.drawing.data()["stages"]:
            for one, other in combinations(stage["nodes"], 2):
                assert one["level"] != other["level"] or abs(one["x"] - other["x"]) >= 2.5
            for node in stage["nodes"]:
                if node["parent"] >= 0:
                    assert stage["nodes"][node["parent"]]["level"] == node["level"] - 1


@pytest.mark.parametrize("kind", ["minimum-spanning-tree", "shortest-path", "critical-path"])
def test_weights_keep_clear_of_vertices_and_of_each_other(kind: str) -> None:
    for composed in sample(kind)[::9]:
        assert isinstance(composed.drawing, Graph)
        data = composed.drawing.data()
        for edge in data["edges"]:
            assert all(dist(edge["at"], vertex["at"]) > 18 for vertex in data["vertices"])
        for one, other in combinations(data["edges"], 2):
            assert dist(one["at"], other["at"]) > 6


def test_trees_that_are_not_binary_and_networks_are_drawn() -> None:
    forest = Tree(title="森林", stages=(Stage("", (Node("A"), Node("B", 0), Node("C", 0), Node("D", 0), Node("E"), Node("F", 4))),))
    assert forest.alt == "森林：A(B, C, D)，E(F)"
    vertices = tuple(Vertex(f"v{number}") for number in range(1, 6))
    network = Graph(title="AOE 网", vertices=vertices, edges=(Edge(0, 1, "3"), Edge(1, 4, "2"), Edge(0, 4, "9")), directed=True)
    for drawing in (forest, network):
        assert render_png(drawing).startswith(b"\x89PNG")
