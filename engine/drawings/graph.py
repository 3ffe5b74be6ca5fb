"""Graphs: acyclic ones from left to right, others on an ellipse, so that no edge runs through a vertex; weights where they hide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Any, ClassVar

from engine.drawings.layers import Point, cross, layered
from engine.drawings.model import Drawing, Tone

_WIDTH, _HEIGHT = 300.0, 220.0
_STEEP = 1.3  # width to height of a line's slope under which it runs through a note
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
        directed: edges have arrows. Where they never lead back, the vertices stand from left to right; otherwise in a circle, the
            first on top.
    """

    template: ClassVar[str] = "graph"

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]
    directed: bool = False

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
        labels: list[Point] = []
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
                {
                    "label": vertex.label,
                    "tone": vertex.tone,
                    "note": vertex.note,
                    "above": self._busy(number, places, 1) > self._busy(number, places, -1),
                    "at": list(places[number]),
                }
                for number, vertex in enumerate(self.vertices)
            ],
            "edges": edges,
        }

    def _busy(self, vertex: int, places: list[Point], way: int) -> int:
        """How much a note would hide below a vertex (`way` 1) or above it (-1): an arrow's head counts twice."""
        x, y = places[vertex]
        found = 0
        for edge in self.edges:
            if vertex in (edge.start, edge.end):
                other_x, other_y = places[edge.end if edge.start == vertex else edge.start]
                if (other_y - y) * way > 0 and abs(other_x - x) < abs(other_y - y) * _STEEP:
                    found += 2 if self.directed and edge.end == vertex else 1
        return found

    def _places(self) -> list[Point]:
        count = len(self.vertices)
        in_layers = layered(count, [(edge.start, edge.end) for edge in self.edges], _WIDTH, _HEIGHT) if self.directed else None
        if in_layers is not None:
            return in_layers
        angles = [2 * pi * number / count - pi / 2 for number in range(count)]
        return [(_WIDTH / 2 * (1 + cos(angle)), _HEIGHT / 2 * (1 + sin(angle))) for angle in angles]


def _crossings(start: Point, end: Point, edges: tuple[Edge, ...], places: list[Point], own: Edge) -> list[Point]:
    """Where the line from `start` to `end` meets other edges."""
    others = (edge for edge in edges if not {edge.start, edge.end} & {own.start, own.end})
    met = (cross(start, end, places[edge.start], places[edge.end]) for edge in others)
    return [place for place in met if place is not None]
