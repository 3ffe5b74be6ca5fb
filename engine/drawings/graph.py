"""Graphs: vertices on an ellipse, so that no edge runs through a vertex, and weights where they hide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Any, ClassVar

from engine.drawings.model import Drawing, Tone

_WIDTH, _HEIGHT = 300.0, 220.0
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)


@dataclass(frozen=True, slots=True)
class Vertex:
    """A vertex; `note` is small type beside it (a distance, a time)."""

    label: str
    tone: Tone = "plain"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two vertices given by their places; `tone` plain or quiet: thin, another: thick."""

    start: int
    end: int
    label: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph(Drawing):
    """A graph.

    Attributes:
        directed: edges have arrows.
        flow: the first vertex stands at the left end and the last at the right one, the others above and below in turn; for
            networks of activities. Otherwise the vertices stand in a circle, the first on top.
    """

    template: ClassVar[str] = "graph"

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    directed: bool = False
    flow: bool = False

    @property
    def alt(self) -> str:
        """Edge by edge."""
        sign = "→" if self.directed else "—"
        told = (f"{self.vertices[edge.start].label}{sign}{self.vertices[edge.end].label} {edge.label}".strip() for edge in self.edges)
        notes = "，".join(f"{vertex.label} {vertex.note}" for vertex in self.vertices if vertex.note)
        return f"{self.title}：" + "，".join(told) + (f"；{notes}" if notes else "")

    def data(self) -> dict[str, Any]:
        """With places in points for vertices and labels."""
        places = self._places()
        both = {(edge.end, edge.start) for edge in self.edges} if self.directed else set()
        labels: list[tuple[float, float]] = []
        edges = []
        for edge in self.edges:
            (x, y), (to_x, to_y) = places[edge.start], places[edge.end]
            bent = (edge.start, edge.end) in both
            length = hypot(to_x - x, to_y - y) or 1.0
            # Two arrows between the same vertices run side by side.
            aside = ((to_y - y) / length * 6, -(to_x - x) / length * 6) if bent else (0.0, 0.0)
            x, y, to_x, to_y = x + aside[0], y + aside[1], to_x + aside[0], to_y + aside[1]
            options = [(x + (to_x - x) * part, y + (to_y - y) * part) for part in _PLACES]
            others = labels + places + _crossings((x, y), (to_x, to_y), self.edges, places, edge)
            label = max(options, key=lambda place: min([hypot(place[0] - a, place[1] - b) for a, b in others], default=0.0) // 6)
            labels.append(label)
            edges.append({"from": [x, y], "to": [to_x, to_y], "at": list(label), "label": edge.label, "tone": edge.tone, "length": length})
        return {
            "title": self.title,
            "note": self.note,
            "directed": self.directed,
            "width": _WIDTH,
            "height": _HEIGHT,
            "vertices": [
                {"label": vertex.label, "tone": vertex.tone, "note": vertex.note, "at": list(place)}
                for vertex, place in zip(self.vertices, places, strict=True)
            ],
            "edges": edges,
        }

    def _places(self) -> list[tuple[float, float]]:
        count = len(self.vertices)
        if self.flow:
            # Along the ellipse by horizontal place; the odd ones above, the even ones below.
            xs = [-cos(pi * number / max(count - 1, 1)) for number in range(count)]
            return [
                (_WIDTH / 2 * (1 + x), _HEIGHT / 2 * (1 + (-1 if number % 2 else 1) * max(0.0, 1 - x * x) ** 0.5))
                for number, x in enumerate(xs)
            ]
        angles = [2 * pi * number / count - pi / 2 for number in range(count)]
        return [(_WIDTH / 2 * (1 + cos(angle)), _HEIGHT / 2 * (1 + sin(angle))) for angle in angles]


def _crossings(
    start: tuple[float, float], end: tuple[float, float], edges: tuple[Edge, ...], places: list[tuple[float, float]], own: Edge
) -> list[tuple[float, float]]:
    """Where the line from `start` to `end` meets other edges."""
    found = []
    for edge in edges:
        if {edge.start, edge.end} & {own.start, own.end}:
            continue
        (ax, ay), (bx, by) = places[edge.start], places[edge.end]
        across = (end[0] - start[0]) * (by - ay) - (end[1] - start[1]) * (bx - ax)
        if abs(across) < 1e-9:
            continue
        part = ((ax - start[0]) * (by - ay) - (ay - start[1]) * (bx - ax)) / across
        other = ((ax - start[0]) * (end[1] - start[1]) - (ay - start[1]) * (end[0] - start[0])) / across
        if 0 < part < 1 and 0 < other < 1:
            found.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
    return found
