"""CSMA/CD: the shortest frame and the longest reach; the simulator of questions and solver, with a drawing of the latest collision."""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message, Sequence
from engine.generators.quantities import decimal

MICRO = 10**6


def shortest_frame(rate: Fraction, delay: Fraction) -> Fraction:
    """Bits: what is sent during one contention period of twice the one-way delay."""
    return 2 * delay * rate


def longest_delay(rate: Fraction, frame: Fraction) -> Fraction:
    """The greatest one-way delay in seconds at which a frame of so many bits still notices every collision."""
    return frame / rate / 2


def longest_distance(rate: Fraction, frame: Fraction, speed: Fraction, repeating: Fraction = Fraction(0)) -> Fraction:
    """The greatest distance in metres, repeaters' delay one way taken off."""
    return (longest_delay(rate, frame) - repeating) * speed


def micro(time: Fraction) -> str:
    """Seconds as microseconds, without the unit."""
    return decimal(time * MICRO, 6)


def drawing(delay: Fraction) -> Drawing:
    """The latest collision."""
    one = float(delay * MICRO)
    meeting = 0.9 * one
    return Sequence(
        title="最迟的碰撞",
        note=f"信号快到对面时对面才开始发送，发送方最迟经过 2τ = {decimal(2 * delay * MICRO, 4)} μs 才知道碰撞，此前必须还在发送",
        parties=("站点 A", "站点 B"),
        messages=(Message("A 的帧", 0, 1, 0, one), Message("B 的帧", 1, 0, meeting, meeting + one, tone="bad")),
        marks=(Mark("0", 0), Mark("2τ", 2 * one)),
        unit="μs",
    )
