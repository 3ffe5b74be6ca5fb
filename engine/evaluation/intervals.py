"""Confidence intervals for shares."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z95 = 1.959964
"""Two-sided 95% quantile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` out of `total`, with its 95% interval."""

    hits: float
    total: int

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing is 0."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (Wilson 1927), which stays within 0 and 1 and holds for small samples."""
        if not self.total:
            return (0.0, 1.0)
        n, p = self.total, self.value
        centre = (p + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
        half = Z95 / (1 + Z95**2 / n) * math.sqrt(p * (1 - p) / n + Z95**2 / (4 * n * n))
        return (max(0.0, centre - half), min(1.0, centre + half))

    def as_data(self) -> dict[str, float | int | list[float]]:
        """For JSON."""
        low, high = self.interval
        return {"value": round(self.value, 4), "interval": [round(low, 4), round(high, 4)], "n": self.total}
