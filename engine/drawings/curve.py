"""A value over time as a line with its points named: a congestion window over transmission rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.drawings.model import Drawing, Tone


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the curve; `shown` is written above it, `tone` sets it off."""

    x: float
    y: float
    shown: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Level:
    """A dashed horizontal line with its name: a threshold, from one `x` to another."""

    label: str
    y: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Drawing):
    """Points joined by a line, from left to right.

    Attributes:
        x_label, y_label: what the axes show, with the unit.
        points: at least two, rising `x`.
    """

    template: ClassVar[str] = "curve"

    x_label: str
    y_label: str
    points: tuple[Point, ...]
    levels: tuple[Level, ...] = ()

    @property
    def alt(self) -> str:
        """Point by point."""
        return f"{self.title}：{self.y_label}依次为 " + "，".join(point.shown for point in self.points)
