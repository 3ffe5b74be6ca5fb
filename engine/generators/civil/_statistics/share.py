"""Shares and means in data analysis: now, a period earlier, and how they change; contribution to growth.

Share now A/B; a period earlier A/B × (1 + b)/(1 + a); change A/B × (a − b)/(1 + a), in percentage points. A mean grows by (a − b)/(1 + b).
Part grows by a, whole by b.
"""

from __future__ import annotations

from fractions import Fraction


def share(part: Fraction, whole: Fraction) -> Fraction:
    """In per cent."""
    return part * 100 / whole


def earlier_share(part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction) -> Fraction:
    """The share, in per cent, a period earlier; the rates in per cent."""
    return share(part / (100 + part_rate), whole / (100 + whole_rate))


def change_of_share(part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction) -> Fraction:
    """In percentage points; positive: the share has risen."""
    return share(part, whole) * (part_rate - whole_rate) / (100 + part_rate)


def growth_of_mean(total_rate: Fraction, count_rate: Fraction) -> Fraction:
    """In per cent: of a total over a count."""
    return (total_rate - count_rate) * 100 / (100 + count_rate)
