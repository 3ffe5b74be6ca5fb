"""Where everybody is at every time, as lines over time: meetings, catching up, turning back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.drawings.model import Drawing, Tone


@dataclass(frozen=True, slots=True)
class Path:
    """One mover's way.

    Attributes:
        points: (time, place), at least two, rising times; between them the pace is even.
    """

    label: str
    points: tuple[tuple[float, float], ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its name, a dashed line over all times."""

    label: str
    at: float


@dataclass(frozen=True, slots=True)
class Event:
    """A point that is set off and said on one side of it: a meeting."""

    time: float
    place: float
    label: str
    side: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Drawing):
    """Paths over time, with the places they go between and what happens on the way.

    Attributes:
        x_label: what runs to the right, with its unit.
    """

    template: ClassVar[str] = "journey"

    x_label: str
    paths: tuple[Path, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]

    @property
    def alt(self) -> str:
        """Who goes, and what happens in order."""
        who = "、".join(path.label for path in self.paths)
        return f"{self.title}：{who}；" + "，".join(event.label for event in self.events)
