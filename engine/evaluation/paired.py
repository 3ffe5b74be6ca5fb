"""Did it get better or worse? Tests for two measurements of the same things: the same questions, or the same subjects."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class McNemar:
    """Two runs over the same questions, of which only those count that one got right and the other wrong.

    Attributes:
        lost: right in the first run only.
        won: right in the second run only.
        total: questions that both answered.
    """

    lost: int
    won: int
    total: int

    @property
    def p_two_sided(self) -> float:
        """Exact probability of a split at least as uneven if neither is better (McNemar 1947, by the binomial distribution)."""
        return min(1.0, 2 * at_least(max(self.lost, self.won), self.lost + self.won))

    @property
    def p_worse(self) -> float:
        """Exact one-sided probability of losing at least so many if the second is not worse."""
        return at_least(self.lost, self.lost + self.won)

    @property
    def change(self) -> float:
        """Second accuracy minus first."""
        return (self.won - self.lost) / self.total if self.total else 0.0

    @property
    def standard_error(self) -> float:
        """Of `change`, from the paired counts (Agresti, Categorical Data Analysis, 3rd edition, 11.1)."""
        if not self.total:
            return 0.0
        return math.sqrt(max(0.0, self.lost + self.won - (self.won - self.lost) ** 2 / self.total)) / self.total

    @classmethod
    def of(cls, first: Sequence[bool], second: Sequence[bool]) -> McNemar:
        """From the outcome of each question, in the same order."""
        pairs = list(zip(first, second, strict=True))
        return cls(sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs), len(pairs))

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {"lost": self.lost, "won": self.won, "n": self.total, "change": round(self.change, 4), "p": round(self.p_two_sided, 6)}


def at_least(successes: int, trials: int) -> float:
    """P(X >= successes) for X binomial with `trials` and one half; 1 for no trials. Exact."""
    everything: int = 2**trials
    return sum(math.comb(trials, count) for count in range(successes, trials + 1)) / everything


def signed_rank_p(differences: Sequence[float]) -> float:
    """One-sided exact p of Wilcoxon's signed-rank test (1945) that the differences lie around something below zero.

    Zeros are left out and equal sizes share their mean rank, as Wilcoxon did; the null distribution over all signs is then counted
    exactly, whatever the ties. 1 where nothing differs.
    """
    kept = sorted((value for value in differences if value != 0), key=abs)
    doubled = [0] * len(kept)  # twice the ranks, which are whole numbers even where two share one
    start = 0
    while start < len(kept):
        end = start
        while end < len(kept) and math.isclose(abs(kept[end]), abs(kept[start]), rel_tol=1e-9):
            end += 1
        doubled[start:end] = [start + end + 1] * (end - start)
        start = end
    positive = sum(rank for rank, value in zip(doubled, kept, strict=True) if value > 0)
    ways = [1] + [0] * sum(doubled)
    for rank in doubled:
        for total in range(len(ways) - 1, rank - 1, -1):
            ways[total] += ways[total - rank]
    everything: int = 2 ** len(kept)
    return sum(ways[: positive + 1]) / everything


def student_t_quantile(probability: float, degrees: int) -> float:
    """The quantile of Student's t for 0.5 <= probability < 1, to 1e-9, by bisection over its distribution function."""
    low, high = 0.0, 1e6
    while high - low > 1e-9 * max(1.0, low):
        middle = (low + high) / 2
        low, high = (middle, high) if _student_t(middle, degrees) < probability else (low, middle)
    return (low + high) / 2


def _student_t(t: float, degrees: int) -> float:
    # The finite sums for whole degrees of freedom: Abramowitz and Stegun 26.7.3 and 26.7.4.
    theta = math.atan(t / math.sqrt(degrees))
    sine, cosine = math.sin(theta), math.cos(theta)
    if degrees % 2:
        term, total = cosine, 0.0
        for k in range(1, degrees - 1, 2):
            total += term
            term *= cosine**2 * (k + 1) / (k + 2)
        inside = 2 / math.pi * (theta + sine * total)
    else:
        term, total = 1.0, 0.0
        for k in range(0, degrees - 1, 2):
            total += term
            term *= cosine**2 * (k + 1) / (k + 2)
        inside = sine * total
    return 0.5 + inside / 2
