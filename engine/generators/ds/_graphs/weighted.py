"""Weighted graphs for the kinds of this family: drawing them by lot, and telling them in words. `graphs` reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from engine.drawings.graph import Edge, Graph, Vertex
from engine.drawings.model import Tone
from engine.generators.chance import Chance

Arc: TypeAlias = tuple[int, int, int]
"""(start, end, weight); vertices are numbered from 0."""


def undirected(chance: Chance, count: int, more: int, most: int) -> list[Arc]:
    """A connected graph: a chance tree and `more` further edges, each `start < end`, sorted."""
    pairs = []
    for vertex in range(1, count):
        pairs.append((chance.below(vertex), vertex))
    others = [(one, other) for one in range(count) for other in range(one + 1, count) if (one, other) not in pairs]
    pairs += chance.sample(others, min(more, len(others)))
    return [(one, other, chance.between(1, most)) for one, other in sorted(pairs)]


def acyclic(chance: Chance, count: int, more: int, most: int) -> list[Arc]:
    """A network from vertex 0 to the last: every vertex is on a way from the one to the other; sorted."""
    pairs = set()
    for vertex in range(1, count):
        pairs.add((chance.between(max(0, vertex - 3), vertex - 1), vertex))
    for vertex in range(count - 1):
        if not any(start == vertex for start, _ in pairs):
            pairs.add((vertex, chance.between(vertex + 1, min(count - 1, vertex + 3))))
    others = [(start, end) for start in range(count) for end in range(start + 1, min(count, start + 4)) if (start, end) not in pairs]
    chosen = sorted(pairs) + chance.sample(others, min(more, len(others)))
    return [(start, end, chance.between(1, most)) for start, end in sorted(chosen)]


def told(arcs: Sequence[Arc], names: Sequence[str], directed: bool) -> str:
    """`A→B 5、A→C 3` or `A—B 5、A—C 3`."""
    sign = "→" if directed else "—"
    return "、".join(f"{names[start]}{sign}{names[end]} {weight}" for start, end, weight in arcs)


def drawn(
    title: str,
    arcs: Sequence[Arc],
    names: Sequence[str],
    *,
    directed: bool,
    chosen: Mapping[tuple[int, int], Tone] | None = None,
    notes: Sequence[str] = (),
    note: str = "",
) -> Graph:
    """The graph's drawing; `chosen`: the edges set off, others are then quiet; `notes`: one a vertex."""
    tones = chosen or {}
    return Graph(
        title=title,
        vertices=tuple(Vertex(name, "plain", notes[number] if notes else "") for number, name in enumerate(names)),
        edges=tuple(Edge(start, end, str(weight), tones.get((start, end), "quiet" if tones else "plain")) for start, end, weight in arcs),
        directed=directed,
        note=note,
    )
