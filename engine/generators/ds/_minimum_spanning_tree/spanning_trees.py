"""Minimum spanning trees: Prim's and Kruskal's edges in the order chosen, and the total weight.

Prim (1957) grows one tree from a vertex by the cheapest edge that leaves it; Kruskal (1956) takes edges by weight and passes over those
that close a circle. The total weight is the same for every minimum spanning tree; the order is only asked where no choice is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.graph import Graph
from engine.generators.ds._graphs.weighted import Arc, drawn
from engine.generators.markdown import paragraphs, table


def prim(count: int, arcs: Sequence[Arc], start: int) -> list[Arc]:
    """The edges in the order in which the tree takes them; of equal weights the first in `arcs`.

    Raises:
        ValueError: the graph is not connected.
    """
    inside = {start}
    chosen = []
    while len(inside) < count:
        leaving = [arc for arc in arcs if (arc[0] in inside) != (arc[1] in inside)]
        if not leaving:
            raise ValueError("not connected")
        arc = min(leaving, key=lambda arc: arc[2])
        chosen.append(arc)
        inside |= {arc[0], arc[1]}
    return chosen


def kruskal(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The edges in the order in which they are taken; of equal weights the first in `arcs`.

    Raises:
        ValueError: the graph is not connected.
    """
    part = list(range(count))
    chosen = []
    for arc in sorted(arcs, key=lambda arc: arc[2]):
        one, other = part[arc[0]], part[arc[1]]
        if one != other:
            chosen.append(arc)
            part = [one if number == other else number for number in part]
    if len(chosen) < count - 1:
        raise ValueError("not connected")
    return chosen


def weight(arcs: Sequence[Arc]) -> int:
    """The total weight."""
    return sum(arc[2] for arc in arcs)


def tree_drawn(names: Sequence[str], arcs: Sequence[Arc], chosen: Sequence[Arc], title: str) -> Graph:
    """The graph with the chosen edges set off."""
    return drawn(
        title,
        arcs,
        names,
        directed=False,
        chosen={(arc[0], arc[1]): "good" for arc in chosen},
        note=f"绿色为选中的边，权值之和 {weight(chosen)}。",
    )


def kruskal_working(count: int, arcs: Sequence[Arc], names: Sequence[str]) -> str:
    """The edges by weight, taken or passed over."""
    chosen = kruskal(count, arcs)
    rows = []
    for arc in sorted(arcs, key=lambda arc: arc[2]):
        rows.append((f"({names[arc[0]]}, {names[arc[1]]})", arc[2], "选入" if arc in chosen else "成环，舍去"))
        if arc == chosen[-1]:
            break
    return paragraphs("按权值从小到大看各边，不成环就选入：", table(("边", "权值", "结果"), rows))


def prim_working(count: int, arcs: Sequence[Arc], start: int, names: Sequence[str]) -> str:
    """The edges as Prim's algorithm takes them."""
    inside = [start]
    rows = []
    for arc in prim(count, arcs, start):
        leaving = sorted((other for other in arcs if (other[0] in inside) != (other[1] in inside)), key=lambda other: other[2])
        rows.append(
            (
                "、".join(names[vertex] for vertex in inside),
                "，".join(f"({names[o[0]]}, {names[o[1]]}) {o[2]}" for o in leaving),
                f"({names[arc[0]]}, {names[arc[1]]})",
            )
        )
        inside.append(arc[1] if arc[0] in inside else arc[0])
    return table(("树中顶点", "伸向树外的边", "选中"), rows)
