"""Places for the vertices of an acyclic directed graph, from left to right as books draw networks of activities.

A vertex stands in the column of the longest way to it (the layers of Sugiyama, Tagawa and Toda 1981); its height is chosen among a few rows
by moving and exchanging vertices as long as fewer edges cross or run through a vertex.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import hypot
from operator import itemgetter

Point = tuple[float, float]
Pair = tuple[int, int]

_NEAR = 24.0  # points; an edge nearer to a vertex runs into its circle
_MOST_ROUNDS = 3  # over all vertices; the first does most of it
_THROUGH, _CROSSING, _STEEP = 12.0, 3.0, 1.0


def columns(count: int, edges: Sequence[Pair]) -> list[int] | None:
    """The column of each of `count` vertices, from 0; None where edges run in a circle, or there are none."""
    found = [0] * count
    for _ in range(count):
        later = list(found)
        for start, end in edges:
            later[end] = max(later[end], later[start] + 1)
        if later == found:
            return found if edges else None
        found = later
    return None


def layered(count: int, edges: Sequence[Pair], width: float, height: float) -> list[Point] | None:
    """The places of the vertices in a field, in points; None where edges run in a circle, or there are none."""
    column = columns(count, edges)
    if column is None:
        return None
    layers = [[vertex for vertex in range(count) if column[vertex] == number] for number in range(max(column) + 1)]
    most = max(map(len, layers))
    found: list[tuple[float, list[Point]]] = []
    # From another beginning or with a row more the same search ends elsewhere; hardly a graph needs it.
    for rows, turned in product((max(3, 2 * most - 1), max(3, 2 * most - 1) + 1), (False, True)):
        beginning = [layer[::-1] if turned else layer for layer in layers]
        places = _settled(count, beginning, column, rows, edges, width, height)
        found.append((_cost(places, edges), places))
        if not any(_runs_through(places, start, end) for start, end in edges):
            break
    return min(found, key=itemgetter(0))[1]


def _settled(
    count: int, layers: Sequence[Sequence[int]], column: Sequence[int], rows: int, edges: Sequence[Pair], width: float, height: float
) -> list[Point]:
    """The places in so many rows after moving and exchanging vertices, each layer begun in its order."""
    row = [0] * count
    for layer in layers:
        for number, vertex in enumerate(layer):
            row[vertex] = rows // 2 + 2 * number - (len(layer) - 1)

    def place(vertex: int) -> Point:
        return width * column[vertex] / max(column), height * row[vertex] / (rows - 1)

    def cost() -> float:
        return _cost([place(vertex) for vertex in range(count)], edges)

    best = cost()
    for _ in range(_MOST_ROUNDS):
        before = best
        for vertex in range(count):
            kept = list(row)
            for changed in _changes(vertex, layers[column[vertex]], kept, rows):
                row[:] = changed
                if (new := cost()) < best - 1e-9:
                    best, kept = new, changed
            row[:] = kept
        if best == before:
            break
    return [place(vertex) for vertex in range(count)]


def _changes(vertex: int, layer: Sequence[int], row: Sequence[int], rows: int) -> Iterator[list[int]]:
    """The rows after moving a vertex to a free row of its column, or exchanging it with another one there."""
    for target in range(rows):
        if target == row[vertex]:
            continue
        beside = [other for other in layer if other != vertex and abs(row[other] - target) < 2]
        changed = list(row)
        changed[vertex] = target
        if not beside:
            yield changed
        elif len(beside) == 1 and row[beside[0]] == target:
            changed[beside[0]] = row[vertex]
            yield changed


def _cost(places: Sequence[Point], edges: Sequence[Pair]) -> float:
    """How hard a drawing is to read: edges through vertices, crossings, steepness."""
    found = 0.0
    for number, (start, end) in enumerate(edges):
        (ax, ay), (bx, by) = places[start], places[end]
        dx, dy = bx - ax, by - ay
        length = hypot(dx, dy)
        found += _STEEP * abs(dy) / length
        found += _THROUGH * _runs_through(places, start, end)
        for other_start, other_end in edges[number + 1 :]:
            if len({start, end, other_start, other_end}) == 4 and cross((ax, ay), (bx, by), places[other_start], places[other_end]):
                found += _CROSSING
    return found


def _runs_through(places: Sequence[Point], start: int, end: int) -> int:
    """How many vertices an edge runs through, or too near to."""
    (ax, ay), (bx, by) = places[start], places[end]
    dx, dy = bx - ax, by - ay
    near = _NEAR * hypot(dx, dy)
    return sum(
        ax < x < bx and vertex not in (start, end) and abs((x - ax) * dy - (y - ay) * dx) < near for vertex, (x, y) in enumerate(places)
    )


def cross(start: Point, end: Point, other_start: Point, other_end: Point) -> Point | None:
    """Where two lines meet inside both; None where they do not."""
    (ax, ay), (bx, by) = other_start, other_end
    across = (end[0] - start[0]) * (by - ay) - (end[1] - start[1]) * (bx - ax)
    if abs(across) < 1e-9:
        return None
    part = ((ax - start[0]) * (by - ay) - (ay - start[1]) * (bx - ax)) / across
    other = ((ax - start[0]) * (end[1] - start[1]) - (ay - start[1]) * (end[0] - start[0])) / across
    if 0 < part < 1 and 0 < other < 1:
        return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
    return None
