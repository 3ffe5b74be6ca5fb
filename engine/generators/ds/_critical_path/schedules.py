"""Networks of activities (AOE 网) worked out: earliest and latest times of events and activities, slack, critical paths.

As in Yan Weimin (关键路径): ve of an event is the longest way to it, vl the latest time that does not delay the end; an activity on the
arc <j, k> has e = ve(j), l = vl(k) − duration and slack l − e; it is critical where the slack is 0. The start has number 1 and time 0.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.ds._graphs.weighted import Arc


@dataclass(frozen=True, slots=True)
class Schedule:
    """A network worked out; events are numbered from 0 in a topological order, activities as the arcs stand.

    Attributes:
        ve, vl: earliest and latest times of the events.
        e, l: earliest and latest starts of the activities.
    """

    ve: tuple[int, ...]
    vl: tuple[int, ...]
    e: tuple[int, ...]
    l: tuple[int, ...]  # noqa: E741 - the textbooks' name

    @property
    def length(self) -> int:
        """The shortest time in which the project can be done."""
        return self.ve[-1]

    @property
    def critical(self) -> tuple[int, ...]:
        """The places of the critical activities."""
        return tuple(number for number, (early, late) in enumerate(zip(self.e, self.l, strict=True)) if early == late)


def order_of(count: int, arcs: Sequence[Arc]) -> list[int] | None:
    """A topological order of the events, the smallest number first; None where there is a cycle."""
    waiting = [sum(end == vertex for _, end, _ in arcs) for vertex in range(count)]
    order: list[int] = []
    while len(order) < count:
        ready = [vertex for vertex in range(count) if waiting[vertex] == 0 and vertex not in order]
        if not ready:
            return None
        order.append(ready[0])
        for start, end, _ in arcs:
            if start == ready[0]:
                waiting[end] -= 1
    return order


def schedule(count: int, arcs: Sequence[Arc]) -> Schedule:
    """The times of a network whose first event is the start and whose last event is the end.

    Raises:
        ValueError: there is a cycle.
    """
    order = order_of(count, arcs)
    if order is None:
        raise ValueError("a cycle")
    ve = [0] * count
    for vertex in order:
        for start, end, duration in arcs:
            if start == vertex:
                ve[end] = max(ve[end], ve[start] + duration)
    vl = [ve[count - 1]] * count
    for vertex in reversed(order):
        for start, end, duration in arcs:
            if start == vertex:
                vl[start] = min(vl[start], vl[end] - duration)
    return Schedule(tuple(ve), tuple(vl), tuple(ve[start] for start, _, _ in arcs), tuple(vl[end] - duration for _, end, duration in arcs))


def paths(count: int, arcs: Sequence[Arc]) -> list[tuple[int, ...]]:
    """Every way from the first event to the last."""
    found: list[tuple[int, ...]] = []
    open_: list[tuple[int, ...]] = [(0,)]
    while open_:
        way = open_.pop()
        if way[-1] == count - 1:
            found.append(way)
        open_ += [(*way, end) for start, end, _ in arcs if start == way[-1]]
    return sorted(found)


def length_of(way: Sequence[int], arcs: Sequence[Arc]) -> int:
    """The sum of the durations along a way."""
    durations = {(start, end): duration for start, end, duration in arcs}
    return sum(durations[step] for step in itertools.pairwise(way))
