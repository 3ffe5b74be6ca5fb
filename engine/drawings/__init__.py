"""Drawings that teach: tables over time, Gantt charts, memory maps, ..., as data, and as PNG for every platform."""

from __future__ import annotations

from engine.drawings.card import Card, card, markdown_card
from engine.drawings.head_path import HeadPath, Stop
from engine.drawings.model import (
    Bar,
    Bars,
    Cell,
    Drawing,
    Field,
    Fields,
    Gantt,
    Grid,
    Lane,
    Mark,
    MemoryMap,
    Region,
    Row,
    Span,
    Tone,
)
from engine.drawings.rendering import WIDTH, render_png

__all__ = [
    "WIDTH",
    "Bar",
    "Bars",
    "Card",
    "Cell",
    "Drawing",
    "Field",
    "Fields",
    "Gantt",
    "Grid",
    "HeadPath",
    "Lane",
    "Mark",
    "MemoryMap",
    "Region",
    "Row",
    "Span",
    "Stop",
    "Tone",
    "card",
    "markdown_card",
    "render_png",
]
