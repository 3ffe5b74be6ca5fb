"""The part of the CPU's time that a device takes."""

from __future__ import annotations

from fractions import Fraction


def share(times: Fraction, cycles: int, hertz: Fraction) -> Fraction:
    """The part of the CPU's time that `times` a second of `cycles` clock cycles each take."""
    return times * cycles / hertz


def fastest(unit: int, cycles: int, hertz: Fraction, part: Fraction) -> Fraction:
    """The highest data rate (bytes a second) at which one service a `unit` bytes takes at most `part` of the CPU's time."""
    return part * hertz / cycles * unit
