"""TCP's congestion window round by round, with a table and a curve of it; the simulator of questions and solver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.drawings.curve import Curve, Level, Point
from engine.drawings.model import Drawing
from engine.generators.markdown import table

Event: TypeAlias = Literal["timeout", "duplicates"]


@dataclass(frozen=True, slots=True)
class Round:
    """One round trip: the window it begins with and the threshold then; what happens in it, if anything."""

    window: int
    threshold: int
    event: Event | None = None


def rounds(
    count: int,
    threshold: int,
    events: Mapping[int, Event] | None = None,
    window: int = 1,
    *,
    restart: int = 1,
    may_jump: bool = False,
    recovery: bool = True,
) -> list[Round]:
    """`count` rounds, in MSS.

    Args:
        threshold: ssthresh at first.
        events: round number, from 0 -> what is noticed in that round.
        window: at the start of round 0.
        restart: the window after a timeout.
        may_jump: doubling may pass the threshold (a mistake).
        recovery: False: three duplicate acknowledgements also restart at 1 (Tahoe).
    """  # fmt: skip
    trace = []
    for number in range(count):
        event = (events or {}).get(number)
        trace.append(Round(window, threshold, event))
        if event is not None:
            threshold = max(window // 2, 2)
            window = restart if event == "timeout" or not recovery else threshold
        elif window < threshold:
            window = 2 * window if may_jump else min(2 * window, threshold)
        else:
            window += 1
    return trace


EVENTS = {"timeout": "超时", "duplicates": "3 个重复确认"}


def course_table(trace: Sequence[Round]) -> str:
    """A row for each round."""
    rows = []
    for number, item in enumerate(trace, 1):
        what = EVENTS[item.event] if item.event else "慢开始" if item.window < item.threshold else "拥塞避免"
        rows.append((number, item.window, item.threshold, what))
    return table(("RTT", "拥塞窗口", "门限", "本轮"), rows)


def course_drawing(trace: Sequence[Round]) -> Drawing:
    """The window over the rounds."""
    points = tuple(
        Point(number, item.window, str(item.window), "bad" if item.event else "good" if item.window >= item.threshold else "plain")
        for number, item in enumerate(trace, 1)
    )
    levels = []
    start = 0
    for number in range(1, len(trace) + 1):
        if number == len(trace) or trace[number].threshold != trace[start].threshold:
            if trace[start].threshold <= 2 * max(item.window for item in trace):
                levels.append(Level(f"门限 {trace[start].threshold}", trace[start].threshold, start + 1, min(number + 1, len(trace))))
            start = number
    return Curve(
        title="拥塞窗口的变化",
        note="蓝色：慢开始；绿色：拥塞避免" + ("；红色：发现拥塞的一轮" if any(item.event for item in trace) else ""),
        x_label="RTT",
        y_label="拥塞窗口（MSS）",
        points=points,
        levels=tuple(levels),
    )
