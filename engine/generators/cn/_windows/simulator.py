"""Sliding windows over a link: the simulator of questions and solver, with the working and a drawing of one cycle.

One cycle lasts from the first bit of a frame to the arrival of its acknowledgement; see `channel_utilization`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from engine.drawings.model import Drawing, Mark
from engine.drawings.sequence import Message
from engine.drawings.sequence import Sequence as Chart
from engine.generators.cn import _units as units
from engine.generators.cn._windows.words import GBN, STOP_AND_WAIT
from engine.generators.quantities import decimal, relation


@dataclass(frozen=True, slots=True)
class Link:
    """A link and what travels on it: bits a second, bits, seconds one way; `acknowledgement` 0: its sending time is left out."""

    rate: Fraction
    frame: Fraction
    propagation: Fraction
    acknowledgement: Fraction = Fraction(0)

    @property
    def frame_time(self) -> Fraction:
        """Seconds to send a frame."""
        return self.frame / self.rate

    @property
    def cycle(self) -> Fraction:
        """Seconds from the first bit of a frame to the end of its acknowledgement."""
        return self.frame_time + 2 * self.propagation + self.acknowledgement / self.rate


def utilization(link: Link, window: int = 1) -> Fraction:
    """The share of time in which the sender sends, 0 to 1, with a window of so many frames."""
    return min(Fraction(1), window * link.frame_time / link.cycle)


def window_for(link: Link, share: Fraction = Fraction(1)) -> int:
    """The smallest window that reaches a utilisation."""
    return ceil(share * link.cycle / link.frame_time)


def sequence_bits(window: int, protocol: str) -> int:
    """The fewest bits of a sequence number that allow a send window: GBN 2^n >= W + 1, SR with equal windows 2^n >= 2W, stop-and-wait 1."""
    return (window if protocol == GBN else 2 * window - 1).bit_length() if window > 1 else 1


def largest_window(bits: int, protocol: str) -> int:
    """The largest send window that n bits allow."""
    return 1 if protocol == STOP_AND_WAIT else 2**bits - 1 if protocol == GBN else 2 ** (bits - 1)


def frame_for(rate: Fraction, propagation: Fraction, share: Fraction) -> Fraction:
    """The frame length in bits with which stop-and-wait reaches a utilisation, acknowledgements taking no time to send."""
    return share * 2 * propagation * rate / (1 - share)


def milli(time: Fraction) -> str:
    """Seconds as milliseconds, without the unit."""
    return decimal(time * 1000, 5)


def working(link: Link) -> Sequence[str]:
    """The sending time and the cycle in sentences."""
    frame, ack = link.frame_time, link.acknowledgement / link.rate
    total = f"{milli(frame)} + 2 × {milli(link.propagation)}" + (f" + {milli(ack)}" if ack else "")
    cycle = link.cycle * 1000
    return (
        f"发送一个数据帧的时间为 {decimal(link.frame)} bit ÷ {units.show_rate(link.rate)}，即 {milli(frame)} ms。",
        f"从开始发送到收到确认为一个周期：{total} {relation(cycle, 5)} {decimal(cycle, 5)} ms。",
    )


def drawing(link: Link, window: int) -> Drawing:
    """One cycle."""
    shown = min(window, 4)
    ms = [float(value * 1000) for value in (link.frame_time, link.propagation, link.acknowledgement / link.rate, link.cycle)]
    frame, propagation, ack, cycle = ms
    # Labels of short frames would lie on one another: the second then speaks for all.
    apart = shown == 1 or frame > cycle / 10
    messages = [
        Message(
            f"帧 {number}" if apart else f"帧 0～{shown - 1}" if number == 1 else "",
            0,
            1,
            number * frame,
            number * frame + frame + propagation,
            frame,
        )
        for number in range(shown)
    ]
    messages.append(Message("确认", 1, 0, frame + propagation, cycle, ack, "good"))
    unshown = f"，窗口共 {window} 帧，只画前 {shown} 帧" if window > shown else ""
    return Chart(
        title="一个周期内的发送",
        note=f"帧 {decimal(link.frame_time * 1000)} ms，单程 {decimal(link.propagation * 1000)} ms，周期 {decimal(link.cycle * 1000)} ms{unshown}",
        parties=("发送方", "接收方"),
        messages=tuple(messages),
        marks=(Mark("0", 0), Mark(f"{decimal(link.cycle * 1000)}", cycle)),
        unit="ms",
    )  # fmt: skip
