"""Distance vectors against shortest paths of networkx, textbook classics, and RIP's rules written another way."""

from __future__ import annotations

import networkx as nx  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.cn.distance_vector import Entry, rip_update, update

from ..every_kind import right_option, sample


def test_textbook_classics() -> None:
    # Tanenbaum: router J with the vectors of A, I, H and K; delays 8, 10, 12, 6.
    vectors = {
        "A": (0, 12, 25, 40, 14, 23, 18, 17, 21, 9, 24, 29),
        "I": (24, 36, 18, 27, 7, 20, 31, 20, 0, 11, 22, 33),
        "H": (20, 31, 19, 8, 30, 19, 6, 0, 14, 7, 22, 9),
        "K": (21, 28, 36, 24, 22, 40, 31, 19, 22, 10, 0, 9),
    }
    table = update({"A": 8, "I": 10, "H": 12, "K": 6}, vectors)
    without_itself = table[:9] + table[10:]
    assert "".join(entry.via for entry in without_itself) == "AAIHIIHHIKK"
    assert [entry.distance for entry in without_itself] == [8, 20, 28, 20, 17, 30, 18, 12, 10, 6, 15]
    # Xie Xiren: B's table and C's advertisement.
    present = {"N1": Entry(7, "A"), "N2": Entry(2, "C"), "N6": Entry(8, "F"), "N8": Entry(4, "E"), "N9": Entry(4, "F")}
    new = rip_update(present, "C", {"N2": 4, "N3": 8, "N6": 4, "N8": 3, "N9": 5})
    assert {network: (entry.distance, entry.via) for network, entry in new.items()} == {
        "N1": (7, "A"), "N2": (5, "C"), "N3": (9, "C"), "N6": (5, "C"), "N8": (4, "E"), "N9": (4, "F"),
    }  # fmt: skip


def test_sixteen_hops_are_unreachable() -> None:
    assert rip_update({"N1": Entry(3, "C")}, "C", {"N1": 16}) == {"N1": Entry(16, "C")}
    assert rip_update({}, "C", {"N1": 15}) == {}


def graph_of(costs: dict[str, int], vectors: dict[str, list[int]]) -> nx.DiGraph:
    """Edges that go on: router to neighbours, each neighbour to the networks it tells of."""
    graph = nx.DiGraph()
    for name, cost in costs.items():
        graph.add_edge("E", name, weight=cost)
        for number, distance in enumerate(vectors[name]):
            graph.add_edge(name, number, weight=distance)
    return graph


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 20), st.lists(st.integers(1, 40), min_size=4, max_size=4)), min_size=1, max_size=4))
def test_update_agrees_with_shortest_paths(neighbours: list[tuple[int, list[int]]]) -> None:
    costs = {"ABCD"[number]: cost for number, (cost, _) in enumerate(neighbours)}
    vectors = {"ABCD"[number]: vector for number, (_, vector) in enumerate(neighbours)}
    lengths = nx.single_source_dijkstra_path_length(graph_of(costs, vectors), "E")
    assert [entry.distance for entry in update(costs, vectors)] == [lengths[number] for number in range(4)]


def test_keys_agree_with_reference() -> None:
    for composed in sample("distance-vector"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] == "rip":
            rows = []
            for network in sorted({*asked["present"], *asked["advertised"]}):
                old, told = asked["present"].get(network), asked["advertised"].get(network)
                candidates = [] if told is None else [(told + 1, "C")]
                if old is not None and (old[1] != "C" or told is None):
                    candidates.insert(0, (old[0], old[1]))  # first: an offer as long does not replace it
                distance, via = min(candidates, key=lambda candidate: candidate[0])
                rows.append(f"{network} {distance} {via}")
            assert shown == "，".join(rows)
            continue
        lengths, paths = nx.single_source_dijkstra(graph_of(asked["costs"], asked["vectors"]), "E")
        count = len(asked["vectors"]["A"])
        with_hops = asked["task"] == "next-hops"
        assert shown == "、".join(f"{lengths[n]}（{paths[n][1]}）" if with_hops else str(lengths[n]) for n in range(count))
