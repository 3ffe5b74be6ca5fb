"""A disk arm's way over the tracks, with every stop named where its lines leave room."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, ClassVar

from engine.drawings.labels import PAGE, Box, around, clearest, text_width
from engine.drawings.model import Drawing, Tone

_LEFT, _TOP, _STEP = 16.0, 28.0, 26.0  # points: of the first track, of the first stop, from stop to stop
_AXIS = 16.0  # points from the top
_SIZE, _HEIGHT = 12.0, 12.0  # points: a label's type and its height


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a head's way. `tone` is the line's that leads here: quiet for a return that serves nobody."""

    at: float
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPath(Drawing):
    """A disk arm's way: places from left to right, time downwards."""

    template: ClassVar[str] = "head_path"

    least: float
    greatest: float
    stops: tuple[Stop, ...]

    @property
    def alt(self) -> str:
        """The stops in order."""
        return f"{self.title}：" + " → ".join(f"{stop.at:g}" for stop in self.stops)

    def data(self) -> dict[str, Any]:
        """With `x` and `y` in points for every stop, and its label with the room it has."""
        width = PAGE - 2 * _LEFT
        span = self.greatest - self.least or 1
        points = [(_LEFT + (stop.at - self.least) / span * width, _TOP + row * _STEP) for row, stop in enumerate(self.stops)]
        lines = [((_LEFT, _AXIS), (_LEFT + width, _AXIS)), *pairwise(points)]
        # No label on a stop either.
        taken = [Box(x - 3, y - 3, 6, 6) for x, y in points]
        stops = []
        for stop, (x, y) in zip(self.stops, points, strict=True):
            label = f"{stop.at:g}"
            place = clearest(around(x, y, text_width(label, _SIZE), _HEIGHT, 6), lines, taken)
            taken.append(place)
            stops.append({"at": stop.at, "tone": stop.tone, "x": x, "y": y, "label": label, "box": asdict(place)})
        return {**asdict(self), "left": _LEFT, "axis": _AXIS, "bottom": points[-1][1] + 10, "stops": stops}
