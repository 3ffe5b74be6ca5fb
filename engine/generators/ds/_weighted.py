"""Weighted graphs for the kinds of this family: drawing them by lot, telling them in words, and reading them from text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from engine.drawings.graph import Edge, Graph, Vertex
from engine.drawings.model import Tone
from engine.generators.chance import Chance
from engine.generators.reading import Reading, stay_out

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
    flow: bool = False,
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
        flow=flow,
        note=note,
    )


_VERTEX = r"(?:[A-Z]\d{0,2}|v\d{1,2}|\d{1,2})"
_WEIGHT = r"\s*(?:[:=,(]|权值?(?:为|是)?|的?(?:权值?|长度|距离)(?:为|是)?|为|是)?\s*(?P<weight>\d+)(?![\d.])\s*\)?"
# A normalised text has lost its angle brackets, so that `A->B` is `A-B` by now: whether arcs are meant is said by the words.
_DIRECTED = rf"(?<![A-Za-z0-9])(?P<start>{_VERTEX})\s*(?:→|—>|=>|到|-+|—+)\s*(?P<end>{_VERTEX})(?!\d){_WEIGHT}"
_UNDIRECTED = rf"(?<![A-Za-z0-9])(?P<start>v\d{{1,2}}|[A-Z])\s*(?:-+|—+|~|)\s*(?P<end>v\d{{1,2}}(?!\d)|[A-Z](?!\d)){_WEIGHT}"
_TRIPLE = rf"\(\s*(?P<start>{_VERTEX})\s*,\s*(?P<end>{_VERTEX})\s*,\s*(?P<weight>\d+)\s*\)"
_PAIR = rf"\(\s*(?P<start>{_VERTEX})\s*,\s*(?P<end>{_VERTEX})\s*\)\s*(?:[:=]|为|是|权值?为?)?\s*(?P<weight>\d+)(?![\d.])"


def read_arcs(reading: Reading, directed: bool) -> tuple[list[str], list[Arc]] | None:
    """The vertices' names in natural order and the arcs of a list of edges; None where there is no list of at least three.

    Raises:
        StayOut: an edge comes twice, or a loop.
    """
    found: list[re.Match[str]] = []
    for pattern in (_TRIPLE, _PAIR, _DIRECTED if directed else _UNDIRECTED):
        found = reading.take_all(pattern)
        if len(found) >= 3:
            break
        if found:
            stay_out("a few edges")
    if len(found) < 3:
        return None
    named = [(match["start"].upper(), match["end"].upper(), int(match["weight"])) for match in found]
    names = sorted(
        {name for start, end, _ in named for name in (start, end)},
        key=lambda name: (re.sub(r"\d", "", name), int(re.sub(r"\D", "", name) or 0)),
    )
    place = {name: number for number, name in enumerate(names)}
    arcs = [(place[start], place[end], weight) for start, end, weight in named]
    pairs = [(start, end) if directed else (min(start, end), max(start, end)) for start, end, _ in arcs]
    if len(set(pairs)) != len(pairs) or any(start == end for start, end in pairs):
        stay_out("an edge twice")
    return names, sorted((*pair, weight) for pair, (_, _, weight) in zip(pairs, arcs, strict=True))
