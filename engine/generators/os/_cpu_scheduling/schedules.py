"""CPU scheduling: the simulators of FCFS, SJF, SRTN, RR, HRRN and priority, with their working and Gantt charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing, Gantt, Lane, Mark, Span
from engine.generators.markdown import table
from engine.generators.quantities import decimal, relation, written_out


@dataclass(frozen=True, slots=True)
class Job:
    """A process or job; times in one unit."""

    name: str
    arrival: int
    burst: int
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch during which one job runs."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who runs when.

    Attributes:
        pieces: in order of time, a job's neighbouring stretches joined.
        choices: (time, what the candidates scored) at each choice of HRRN.
        scale: how many units of these times make one of the problem's, where it tells parts of one.
    """

    jobs: tuple[Job, ...]
    pieces: tuple[Piece, ...]
    choices: tuple[tuple[int, tuple[tuple[str, Fraction], ...]], ...] = ()
    scale: int = 1

    def shown(self, time: int) -> str:
        """A time in the problem's unit."""
        return written_out(Fraction(time, self.scale))

    def finish(self, job: Job) -> int:
        """When the job is done."""
        return max(piece.end for piece in self.pieces if piece.name == job.name)

    def turnaround(self, job: Job) -> int:
        """From arrival to the end."""
        return self.finish(job) - job.arrival

    def average(self, measure: str) -> Fraction:
        """The mean of `turnaround`, `waiting`, `weighted` or `finish` over the jobs."""
        values = {
            "turnaround": [Fraction(self.turnaround(job), self.scale) for job in self.jobs],
            "waiting": [Fraction(self.turnaround(job) - job.burst, self.scale) for job in self.jobs],
            "weighted": [Fraction(self.turnaround(job), job.burst) for job in self.jobs],
            "finish": [Fraction(self.finish(job), self.scale) for job in self.jobs],
        }[measure]
        return sum(values, Fraction(0)) / len(values)

    @property
    def order(self) -> tuple[str, ...]:
        """The jobs by the time they are done."""
        return tuple(job.name for job in sorted(self.jobs, key=self.finish))


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, neighbouring ones of one job made one."""
    stretches: list[Piece] = []
    for piece in pieces:
        if stretches and stretches[-1].name == piece.name and stretches[-1].end == piece.start:
            stretches[-1] = Piece(piece.name, stretches[-1].start, piece.end)
        else:
            stretches.append(piece)
    return tuple(stretches)


Score = Callable[[Job, int], Any]
"""(job, the time or the job's remaining time) -> the smaller, the sooner."""


def by_choice(jobs: Sequence[Job], score: Score, *, latest_first: bool = False, begin: int = 0) -> Schedule:
    """Without preemption: whenever the processor is free, the waiting job with the least score runs to its end.

    Of equals the one that arrived first; with `latest_first` the last, to see whether that matters. Nobody runs before `begin`.
    """
    waiting, now = list(jobs), begin
    pieces, choices = [], []
    while waiting:
        ready = [job for job in waiting if job.arrival <= now]
        if not ready:
            now = min(job.arrival for job in waiting)
            continue
        chosen = min(ready, key=lambda job: (score(job, now), -job.arrival if latest_first else job.arrival))
        if len(ready) > 1:
            choices.append((now, tuple((job.name, ratio(job, now)) for job in ready)))
        pieces.append(Piece(chosen.name, now, now + chosen.burst))
        now += chosen.burst
        waiting.remove(chosen)
    return Schedule(tuple(jobs), tuple(pieces), tuple(choices))


def by_preemption(jobs: Sequence[Job], score: Score, *, latest_first: bool = False, begin: int = 0) -> Schedule:
    """With preemption: at every moment the job with the least score of (job, its remaining time) runs.

    Of equals the running one, then the one that arrived first; with `latest_first` the last. Nobody runs before `begin`.
    """
    left = {job.name: job.burst for job in jobs}
    now, running = begin, ""
    pieces = []
    while any(left.values()):
        ready = [job for job in jobs if job.arrival <= now and left[job.name]]
        if not ready:
            now = min(job.arrival for job in jobs if left[job.name])
            continue
        chosen = min(
            ready, key=lambda job: (score(job, left[job.name]), -job.arrival if latest_first else job.name != running, job.arrival)
        )
        running = chosen.name
        pieces.append(Piece(running, now, now + 1))
        left[running] -= 1
        now += 1
    return Schedule(tuple(jobs), joined(pieces))


def ratio(job: Job, now: int) -> Fraction:
    """The response ratio: (waiting + burst) / burst."""
    return Fraction(now - job.arrival + job.burst, job.burst)


def fcfs(jobs: Sequence[Job], *, begin: int = 0) -> Schedule:
    """First come, first served."""
    return by_choice(jobs, lambda job, _: job.arrival, begin=begin)


def sjf(jobs: Sequence[Job], *, latest_first: bool = False, begin: int = 0) -> Schedule:
    """Shortest job first, without preemption."""
    return by_choice(jobs, lambda job, _: job.burst, latest_first=latest_first, begin=begin)


def hrrn(jobs: Sequence[Job], *, latest_first: bool = False, begin: int = 0) -> Schedule:
    """Highest response ratio next, without preemption."""
    return by_choice(jobs, lambda job, now: -ratio(job, now), latest_first=latest_first, begin=begin)


def srtn(jobs: Sequence[Job], *, latest_first: bool = False, begin: int = 0) -> Schedule:
    """Shortest remaining time next: SJF with preemption."""
    return by_preemption(jobs, lambda _, left: left, latest_first=latest_first, begin=begin)


def priority(jobs: Sequence[Job], *, larger_first: bool, preemptive: bool, latest_first: bool = False, begin: int = 0) -> Schedule:
    """By priority number."""
    sign = -1 if larger_first else 1
    if preemptive:
        return by_preemption(jobs, lambda job, _: sign * job.priority, latest_first=latest_first, begin=begin)
    return by_choice(jobs, lambda job, _: sign * job.priority, latest_first=latest_first, begin=begin)


def round_robin(jobs: Sequence[Job], quantum: int, *, arrivals_first: bool = True, switch: int = 0, begin: int = 0) -> Schedule:
    """Round robin.

    Args:
        arrivals_first: who arrives when a slice ends enters the queue before the one whose slice ended.
        switch: time spent before every slice.
        begin: nobody runs before.
    """
    left = {job.name: job.burst for job in jobs}
    coming = sorted(jobs, key=lambda job: job.arrival)
    queue: list[Job] = []
    now, pieces = begin, []
    while coming or queue:
        while coming and coming[0].arrival <= now:
            queue.append(coming.pop(0))
        if not queue:
            now = coming[0].arrival
            continue
        job = queue.pop(0)
        start = now + switch
        now = start + min(quantum, left[job.name])
        pieces.append(Piece(job.name, start, now))
        left[job.name] -= now - start
        arrived = [other for other in coming if other.arrival < now or (arrivals_first and other.arrival == now)]
        coming = [other for other in coming if other not in arrived]
        queue += [*arrived, job] if left[job.name] else arrived
    return Schedule(tuple(jobs), tuple(pieces) if switch else joined(pieces))


MEASURES = {"turnaround": "平均周转时间", "waiting": "平均等待时间", "weighted": "平均带权周转时间"}


def pieces_of(schedule: Schedule) -> str:
    return (
        "运行次序："
        + "，".join(f"{schedule.shown(piece.start)}～{schedule.shown(piece.end)} {piece.name}" for piece in schedule.pieces)
        + "。"
    )


def ratios(schedule: Schedule) -> str:
    lines = []
    for now, candidates in schedule.choices:
        scores = "，".join(f"{name} {relation(score)} {decimal(score)}".replace(" = ", " 为 ") for name, score in candidates)
        chosen = next(piece.name for piece in schedule.pieces if piece.start == now)
        lines.append(f"- 时刻 {schedule.shown(now)} 的响应比：{scores}，选 {chosen}")
    return "\n".join(lines)


def results(schedule: Schedule, measure: str) -> str:
    extra = {"turnaround": (), "waiting": ("等待",), "weighted": ("带权周转",)}[measure]
    rows = []
    for job in schedule.jobs:
        turnaround = schedule.turnaround(job)
        more = {
            "turnaround": (),
            "waiting": (schedule.shown(turnaround - job.burst),),
            "weighted": (decimal(Fraction(turnaround, job.burst)),),
        }[measure]
        times = map(schedule.shown, (job.arrival, job.burst, schedule.finish(job), turnaround))
        rows.append((job.name, *times, *more))
    return table(("进程", "到达", "运行", "完成", "周转", *extra), rows)


def drawing_of(title: str, schedule: Schedule) -> Drawing:
    spans = []
    # The first arrival: a switch may come before the first piece too.
    now = min(job.arrival for job in schedule.jobs)
    for piece in schedule.pieces:
        if piece.start > now:
            spans.append(Span("", now, piece.start))
        spans.append(Span(piece.name, piece.start, piece.end))
        now = piece.end
    return Gantt(
        title=title,
        note="上方的箭头是各进程的到达时刻" + ("；灰色处没有进程在运行" if any(not span.label for span in spans) else ""),
        lanes=(Lane("CPU", tuple(spans)),),
        marks=tuple(Mark(job.name, job.arrival) for job in schedule.jobs),
    )
