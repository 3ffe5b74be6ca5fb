"""A value over time as a line with its points named: a congestion window over transmission rounds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, ClassVar

from engine.drawings.labels import PAGE, Box, clearest, text_width
from engine.drawings.model import Drawing, Tone

_LEFT, _RIGHT, _TOP, _HEIGHT = 40.0, 14.0, 20.0, 190.0  # points: beside and above the curve, and its height
_SIZE, _TALL = 11.0, 12.0  # points: a label's type and its height
_FEWEST = 14  # labels of the horizontal axis that have room


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
        points: one or more, rising `x`.
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

    def data(self) -> dict[str, Any]:
        """With `x` and `y` in points for every point and level, and their labels with the room they have."""
        first = self.points[0].x
        span = self.points[-1].x - first or 1
        top = max(1.0, *(point.y for point in self.points), *(level.y for level in self.levels)) * 1.12

        def placed(x: float, y: float) -> tuple[float, float]:
            return _LEFT + (x - first) / span * (PAGE - _LEFT - _RIGHT), _TOP + _HEIGHT - y / top * _HEIGHT

        spots = [placed(point.x, point.y) for point in self.points]
        ends = [(placed(level.start, level.y), placed(level.end, level.y)) for level in self.levels]
        axis = ((0.0, _TOP + _HEIGHT), (PAGE, _TOP + _HEIGHT))
        lines = [*pairwise(spots), *ends, axis]
        taken = [Box(x - 3, y - 3, 6, 6) for x, y in spots]
        points, levels = [], []
        for number, (point, (x, y)) in enumerate(zip(self.points, spots, strict=True)):
            place = clearest(_beside(x, y, text_width(point.shown, _SIZE)), lines, taken)
            taken.append(place)
            named = number % max(1, -(-len(self.points) // _FEWEST)) == 0
            points.append({**asdict(point), "spot": [x, y], "box": asdict(place), "tick": f"{point.x:g}" if named else ""})
        for level, ((x, y), (to_x, _)) in zip(self.levels, ends, strict=True):
            place = clearest(_along(x, to_x, y, text_width(level.label, _SIZE)), lines, taken)
            taken.append(place)
            levels.append({**asdict(level), "ends": [[x, y], [to_x, y]], "box": asdict(place)})
        return {**asdict(self), "left": _LEFT - 12, "bottom": _TOP + _HEIGHT, "points": points, "levels": levels}


def _beside(x: float, y: float, width: float) -> tuple[Box, ...]:
    """A point's label: above it, to its sides above, below it, beside it."""
    above, below, middle = y - 5 - _TALL, y + 5, x - width / 2
    places = (
        (middle, above),
        (x - width - 2, above),
        (x + 2, above),
        (middle, below),
        (x + 3, below),
        (x + 6, y - 6),
        (x - width - 6, y - 6),
    )
    return tuple(Box(left, top, width, _TALL) for left, top in places)


def _along(x: float, to_x: float, y: float, width: float) -> tuple[Box, ...]:
    """A level's label: above or below its line from the beginning on, then behind its end."""
    step = max(1.0, (to_x - x - width) / 6)
    lefts = [x + 2 + number * step for number in range(7)] + [to_x + 4, x - width - 4]
    return tuple(Box(left, top, width, _TALL) for left in lefts for top in (y - 2 - _TALL, y + 2, y - 6))
