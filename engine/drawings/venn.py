"""Two or three sets as overlapping circles, with what is in every part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any, ClassVar

from engine.drawings.labels import PAGE, text_width
from engine.drawings.model import Drawing

_RADIUS, _APART = 74.0, 46.0  # points; from the middle of the picture to a circle's middle
_MIDDLE = (166.0, 130.0)
_SIZE, _GAP = 13.0, 10.0  # points: a name's type, and what two names beside each other keep apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Venn(Drawing):
    """Sets and their parts.

    Attributes:
        sets: the names of the two or three sets.
        parts: what is written into a part, by the sum of 1, 2, 4 for the first, second, third set it belongs to; 0: in none.
        asked: the parts that are set off.
    """

    template: ClassVar[str] = "venn"

    sets: tuple[str, ...]
    parts: Mapping[int, str]
    asked: tuple[int, ...] = ()

    @property
    def alt(self) -> str:
        """Part by part."""
        told = (f"{self._name(bits)} {text}" for bits, text in sorted(self.parts.items()))
        return f"{self.title}：" + "，".join(told)

    def _name(self, bits: int) -> str:
        inside = [name for place, name in enumerate(self.sets) if bits >> place & 1]
        return "且".join(inside) if inside else "都不"

    def data(self) -> dict[str, Any]:
        """With places in points for circles, names and what is in the parts."""
        three = len(self.sets) == 3
        angles = [-5 * pi / 6, -pi / 6, pi / 2] if three else [pi, 0.0]
        height = _MIDDLE[1] - (0 if three else 18)
        middles = [(_MIDDLE[0] + _APART * cos(angle), height + _APART * sin(angle)) for angle in angles]
        return {
            "title": self.title,
            "note": self.note,
            "radius": _RADIUS,
            "height": height + _APART * (1 if three else 0) + _RADIUS + (24 if three else 12),
            "circles": [list(middle) for middle in middles],
            "names": self._names(middles),
            "parts": [
                {"label": text, "asked": bits in self.asked, "at": list(self._place(bits, middles))}
                for bits, text in sorted(self.parts.items())
            ],
        }

    def _names(self, middles: list[tuple[float, float]]) -> list[dict[str, Any]]:
        """Each over its circle, the third below it; two that would touch stand on either side of the middle, smaller if need be."""
        widths = [text_width(name, _SIZE) for name in self.sets]
        beside = (widths[0] + widths[1]) / 2 + _GAP > middles[1][0] - middles[0][0]
        names = []
        for place, (name, (x, y), width) in enumerate(zip(self.sets, middles, widths, strict=True)):
            room = (PAGE - _GAP) / 2 if place < 2 and beside else PAGE
            size = _SIZE * min(1.0, room / width)
            if place < 2 and beside:
                x = _MIDDLE[0] + (-1 if place == 0 else 1) * (_GAP + min(width, room)) / 2
            top = y + _RADIUS + 12 if place == 2 else y - _RADIUS - 11
            names.append({"label": name, "at": [x, top], "size": size})
        return names

    def _place(self, bits: int, middles: list[tuple[float, float]]) -> tuple[float, float]:
        """A place inside a part: the mean of its sets' middles, pushed away from the middle of the picture and of the other sets."""
        centre = (sum(x for x, _ in middles) / len(middles), sum(y for _, y in middles) / len(middles))
        inside = [middle for place, middle in enumerate(middles) if bits >> place & 1]
        if not inside:
            return 304.0, middles[0][1] + _RADIUS - 4
        x, y = sum(x for x, _ in inside) / len(inside), sum(y for _, y in inside) / len(inside)
        push = {1: 1.75, 2: 2.4}.get(len(inside), 1.0) if len(inside) < len(middles) else 1.0
        return centre[0] + (x - centre[0]) * push, centre[1] + (y - centre[1]) * push
