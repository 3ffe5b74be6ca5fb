"""Places for the labels of a drawing, where no line passes and no other label stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypeAlias

PAGE = 332.0
"""Points of a drawing's width between its margins (`templates/frame.typ`)."""

_MARGIN = 12.0  # points beside that a label may stand in

Point: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Point, Point]


def text_width(text: str, size: float) -> float:
    """About how wide `text` is in type of `size`, both in points, rather too much than too little."""
    return size * sum(0.58 if sign.isascii() else 1.02 for sign in text)


@dataclass(frozen=True, slots=True)
class Box:
    """A label's room, in points from the drawing's upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)

    def crossed(self, line: Line) -> float:
        """How many points of `line` run through the box (after Liang and Barsky)."""
        (x, y), (to_x, to_y) = line
        dx, dy = to_x - x, to_y - y
        enters, leaves = 0.0, 1.0
        edges = (
            (-dx, x - self.left),
            (dx, self.left + self.width - x),
            (-dy, y - self.top),
            (dy, self.top + self.height - y),
        )
        for step, room in edges:
            if step == 0:
                if room <= 0:
                    return 0.0
            elif step < 0:
                enters = max(enters, room / step)
            else:
                leaves = min(leaves, room / step)
        return max(0.0, leaves - enters) * hypot(dx, dy)


def around(x: float, y: float, width: float, height: float, gap: float) -> tuple[Box, ...]:
    """A label's places around a point: right, left, then the four corners, then above and below."""
    right, left, middle = x + gap, x - gap - width, x - width / 2
    above, level, below = y - gap / 2 - height, y - height / 2, y + gap / 2
    corners = ((right - gap / 2, above), (left + gap / 2, above), (right - gap / 2, below), (left + gap / 2, below))
    places = ((right, level), (left, level), *corners, (middle, y - gap - height), (middle, y + gap))
    return tuple(Box(*place, width, height) for place in places)


def clearest(places: Sequence[Box], lines: Iterable[Line], taken: Iterable[Box]) -> Box:
    """The first of the places that the fewest lines run through, the fewest labels stand in and that is on the page."""
    drawn, full = list(lines), list(taken)

    def faults(place: Box) -> float:
        outside = max(0.0, -_MARGIN - place.left) + max(0.0, place.left + place.width - PAGE - _MARGIN)
        return sum(map(place.crossed, drawn)) + sum(map(place.shared, full)) + 100 * outside

    return min(places, key=faults)
