"""Contiguous allocation: holes, requests and releases under first, best, worst and next fit, with their working and memory maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.markdown import table
from engine.generators.os._memory_allocation.reading import SHORT


@dataclass(frozen=True, slots=True)
class Hole:
    """A free stretch."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The address behind it."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Event:
    """A request (positive size) or the release of what an earlier request of that name got (size 0), if it got any."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """Memory after an event.

    Attributes:
        place: where the request was put; None: it failed; for a release where it had been.
        holes: by address.
        doubtful: next fit had to begin inside a hole that has grown backwards; textbooks do not say whether it takes its low end.
    """

    event: Event
    place: int | None
    holes: tuple[Hole, ...]
    doubtful: bool = False

    @property
    def largest(self) -> int:
        """The largest hole's length; 0 where there is none."""
        return max((hole.length for hole in self.holes), default=0)


def merged(holes: Sequence[Hole]) -> tuple[Hole, ...]:
    """The holes by address, neighbours made one."""
    result: list[Hole] = []
    for hole in sorted(holes, key=lambda hole: hole.start):
        if result and result[-1].end == hole.start:
            result[-1] = Hole(result[-1].start, result[-1].length + hole.length)
        else:
            result.append(hole)
    return tuple(result)


def allocate(
    algorithm: str,
    holes: Sequence[Hole],
    events: Sequence[Event],
    *,
    merging: bool = True,
    rover: int = 0,
    beyond: bool = False,
    high: bool = False,
) -> list[Moment]:
    """Memory over time. `algorithm`: first, best, worst or next; `merging` false is the mistake of not joining neighbours.

    `high`: the high end of the chosen hole is given, not the low one. Next fit starts from the address `rover`, then behind what it gave last, or, with `beyond`, behind the whole hole it gave it from.
    """
    free = tuple(sorted(holes, key=lambda hole: hole.start))
    held: dict[str, Hole] = {}
    moments = []
    for event in events:
        if not event.size:
            given = held.pop(event.name, Hole(0, 0))
            if not given.length:  # what was never given is not given back
                moments.append(Moment(event, None, free))
                continue
            free = merged((*free, given)) if merging else tuple(sorted((*free, given), key=lambda hole: hole.start))
            moments.append(Moment(event, given.start, free))
            continue
        doubtful = algorithm == "next" and any(hole.start < rover < hole.end for hole in free)
        fitting = [hole for hole in free if hole.length >= event.size]
        if not fitting:
            moments.append(Moment(event, None, free, doubtful))
            continue
        if algorithm == "best":
            chosen = min(fitting, key=lambda hole: (hole.length, hole.start))
        elif algorithm == "worst":
            chosen = min(fitting, key=lambda hole: (-hole.length, hole.start))
        elif algorithm == "next":
            chosen = min(fitting, key=lambda hole: (hole.end <= rover, hole.start))
        else:
            chosen = fitting[0]
        place = chosen.end - event.size if high else chosen.start
        held[event.name] = Hole(place, event.size)
        rest = Hole(chosen.start if high else chosen.start + event.size, chosen.length - event.size)
        rover = chosen.end if beyond else rest.start
        free = tuple(hole for hole in (*(hole for hole in free if hole != chosen), rest) if hole.length)
        free = tuple(sorted(free, key=lambda hole: hole.start))
        moments.append(Moment(event, place, free, doubtful))
    return moments


NAMES = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应（邻近适应）"}


def working(moments: Sequence[Moment], unit: str = "") -> str:
    rows = []
    for moment in moments:
        event = moment.event
        what = f"{event.name} 申请 {event.size}{unit}" if event.size else f"{event.name} 释放"
        place = "放不下" if moment.place is None else f"始址 {moment.place}" if event.size else ""
        rows.append((what, place, "，".join(f"{hole.start}～{hole.end}（{hole.length}）" for hole in moment.holes) or "无"))
    return table(("事件", "分配", "之后的空闲区：起～止（大小）"), rows)


def drawing_of(algorithm: str, moments: Sequence[Moment], total: int) -> Drawing:
    held: dict[str, Hole] = {}
    for moment in moments:
        if not moment.event.size:
            held.pop(moment.event.name, None)
        elif moment.place is not None:
            held[moment.event.name] = Hole(moment.place, moment.event.size)
    pieces = [(hole.start, hole.length, f"空闲 {hole.length}", "good") for hole in moments[-1].holes]
    pieces += [(hole.start, hole.length, f"{name} {hole.length}", "new") for name, hole in held.items()]
    regions, edges, at = [], [], 0
    for start, length, label, tone in sorted(pieces):
        if start > at:
            regions.append(Region("已占用", start - at, "quiet"))
            edges.append(str(at))
        regions.append(Region(label, length, "good" if tone == "good" else "new"))
        edges.append(str(start))
        at = start + length
    if at < total:
        regions.append(Region("已占用", total - at, "quiet"))
        edges.append(str(at))
        at = total
    return MemoryMap(title=f"{SHORT[algorithm]}：最后的内存", regions=tuple(regions), addresses=(*edges, str(at)))
