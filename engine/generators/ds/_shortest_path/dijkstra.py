"""Shortest paths from one vertex: Dijkstra's algorithm round by round.

Dijkstra 1959, as in Yan Weimin (最短路径): in each round the vertex with the least tentative distance is fixed, and the distances
over it are improved. Weights are positive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.graph import Graph
from engine.generators.ds._graphs.weighted import Arc, drawn
from engine.generators.markdown import paragraphs, table


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the vertex fixed, and all distances (None: not reached) and predecessors afterwards."""

    vertex: int
    distances: tuple[int | None, ...]
    before: tuple[int | None, ...]


def dijkstra(count: int, arcs: Sequence[Arc], start: int) -> list[Round]:
    """The rounds, the start's own first; vertices that cannot be reached are never fixed. Of equal distances the lower number goes first."""
    distances: list[int | None] = [None] * count
    before: list[int | None] = [None] * count
    distances[start] = 0
    fixed: list[int] = []
    rounds: list[Round] = []
    while True:
        open_ = [(distance, vertex) for vertex, distance in enumerate(distances) if distance is not None and vertex not in fixed]
        if not open_:
            return rounds
        reached, vertex = min(open_)
        fixed.append(vertex)
        for tail, head, weight in arcs:
            known = distances[head]
            if tail == vertex and (known is None or reached + weight < known):
                distances[head], before[head] = reached + weight, vertex
        rounds.append(Round(vertex, tuple(distances), tuple(before)))


def path(rounds: Sequence[Round], end: int) -> list[int]:
    """The vertices on the way to `end`."""
    before = rounds[-1].before
    way = [end]
    while (earlier := before[way[-1]]) is not None:
        way.append(earlier)
    return way[::-1]


def working_of(rounds: Sequence[Round], names: Sequence[str]) -> str:
    """The rounds as a table."""
    rows = []
    for number, round_ in enumerate(rounds):
        shown = ["∞" if distance is None else str(distance) for distance in round_.distances]
        rows.append((number, names[round_.vertex], *shown))
    return paragraphs("每轮取未确定顶点中距离最小的，用它改进其余距离：", table(("轮", "确定", *(f"到 {name}" for name in names)), rows))


def drawing_of(names: Sequence[str], arcs: Sequence[Arc], rounds: Sequence[Round], start: int) -> Graph:
    """The graph with the tree of shortest paths."""
    last = rounds[-1]
    tree = {(earlier, vertex): "good" for vertex, earlier in enumerate(last.before) if earlier is not None}
    notes = ["起点" if vertex == start else "∞" if distance is None else str(distance) for vertex, distance in enumerate(last.distances)]
    return drawn(
        f"从 {names[start]} 出发的最短路径",
        arcs,
        names,
        directed=True,
        chosen=dict.fromkeys(tree, "good"),
        notes=notes,
        note="绿色为最短路径树，顶点旁是最短距离。",
    )
