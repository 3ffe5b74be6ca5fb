"""CPU scheduling: FCFS, SJF, SRTN, RR, HRRN and priority, with turnaround, weighted turnaround and waiting times.

Definitions after Silberschatz, Operating System Concepts (CPU scheduling) and Tang, Computer Operating Systems (HRRN, weighted
turnaround). Equals go by arrival, then by the order in which they are listed. Under RR a process that arrives when a slice ends
enters the queue before the one whose slice ended; questions say so. A slice ends early when its process ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing, Gantt, Lane, Mark, Span
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, relation
from engine.generators.reading import INTEGER, SEPARATOR, Reading, stay_out, to_int

POINT_SHORT = "os.process.scheduling-fcfs-sjf"
POINT_ROUND = "os.process.scheduling-rr-mlfq"


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
    """

    jobs: tuple[Job, ...]
    pieces: tuple[Piece, ...]
    choices: tuple[tuple[int, tuple[tuple[str, Fraction], ...]], ...] = ()

    def finish(self, job: Job) -> int:
        """When the job is done."""
        return max(piece.end for piece in self.pieces if piece.name == job.name)

    def turnaround(self, job: Job) -> int:
        """From arrival to the end."""
        return self.finish(job) - job.arrival

    def average(self, measure: str) -> Fraction:
        """The mean of `turnaround`, `waiting`, `weighted` or `finish` over the jobs."""
        values = {
            "turnaround": [Fraction(self.turnaround(job)) for job in self.jobs],
            "waiting": [Fraction(self.turnaround(job) - job.burst) for job in self.jobs],
            "weighted": [Fraction(self.turnaround(job), job.burst) for job in self.jobs],
            "finish": [Fraction(self.finish(job)) for job in self.jobs],
        }[measure]
        return sum(values, Fraction(0)) / len(values)

    @property
    def order(self) -> tuple[str, ...]:
        """The jobs by the time they are done."""
        return tuple(job.name for job in sorted(self.jobs, key=self.finish))


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].name == piece.name and joined[-1].end == piece.start:
            joined[-1] = Piece(piece.name, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)


Score = Callable[[Job, int], Any]
"""(job, the time or the job's remaining time) -> the smaller, the sooner."""


def by_choice(jobs: Sequence[Job], score: Score, *, latest_first: bool = False) -> Schedule:
    """Without preemption: whenever the processor is free, the waiting job with the least score runs to its end.

    Of equals the one that arrived first; with `latest_first` the last, to see whether that matters.
    """
    waiting, now = list(jobs), 0
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


def by_preemption(jobs: Sequence[Job], score: Score, *, latest_first: bool = False) -> Schedule:
    """With preemption: at every moment the job with the least score of (job, its remaining time) runs.

    Of equals the running one, then the one that arrived first; with `latest_first` the last.
    """
    left = {job.name: job.burst for job in jobs}
    now, running = 0, ""
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
    return Schedule(tuple(jobs), _joined(pieces))


def ratio(job: Job, now: int) -> Fraction:
    """The response ratio: (waiting + burst) / burst."""
    return Fraction(now - job.arrival + job.burst, job.burst)


def fcfs(jobs: Sequence[Job]) -> Schedule:
    """First come, first served."""
    return by_choice(jobs, lambda job, _: job.arrival)


def sjf(jobs: Sequence[Job], *, latest_first: bool = False) -> Schedule:
    """Shortest job first, without preemption."""
    return by_choice(jobs, lambda job, _: job.burst, latest_first=latest_first)


def hrrn(jobs: Sequence[Job], *, latest_first: bool = False) -> Schedule:
    """Highest response ratio next, without preemption."""
    return by_choice(jobs, lambda job, now: -ratio(job, now), latest_first=latest_first)


def srtn(jobs: Sequence[Job], *, latest_first: bool = False) -> Schedule:
    """Shortest remaining time next: SJF with preemption."""
    return by_preemption(jobs, lambda _, left: left, latest_first=latest_first)


def priority(jobs: Sequence[Job], *, larger_first: bool, preemptive: bool, latest_first: bool = False) -> Schedule:
    """By priority number."""
    sign = -1 if larger_first else 1
    if preemptive:
        return by_preemption(jobs, lambda job, _: sign * job.priority, latest_first=latest_first)
    return by_choice(jobs, lambda job, _: sign * job.priority, latest_first=latest_first)


def round_robin(jobs: Sequence[Job], quantum: int, *, arrivals_first: bool = True, switch: int = 0) -> Schedule:
    """Round robin.

    Args:
        arrivals_first: who arrives when a slice ends enters the queue before the one whose slice ended.
        switch: time spent before every slice.
    """
    left = {job.name: job.burst for job in jobs}
    coming = sorted(jobs, key=lambda job: job.arrival)
    queue: list[Job] = []
    now, pieces = 0, []
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
    return Schedule(tuple(jobs), tuple(pieces) if switch else _joined(pieces))


# --- questions ---------------------------------------------------------------------------------------------------------------------

_MEASURES = {"turnaround": "平均周转时间", "waiting": "平均等待时间", "weighted": "平均带权周转时间"}
_NAMES = {
    "FCFS": "先来先服务（FCFS）",
    "SJF": "非抢占的短作业优先（SJF）",
    "SRTN": "抢占的最短剩余时间优先（SRTN）",
    "HRRN": "非抢占的高响应比优先（HRRN）",
}


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _plain(chance, chance.choice(("FCFS", "SJF", "SJF", "SRTN")), chance.choice(("turnaround", "waiting")), chance.between(3, 4))
    if difficulty == 2:
        return _plain(
            chance, chance.choice(("RR", "RR", "HRRN", "PRIORITY")), chance.choice(("turnaround", "waiting")), chance.between(4, 5)
        )
    task = chance.choice(("switch", "weighted", "order"))
    if task == "switch":
        return _switching(chance)
    if task == "order":
        return _order(chance)
    return _plain(chance, chance.choice(("RR", "HRRN", "SRTN")), "weighted", 4)


def _jobs(chance: Chance, count: int) -> list[Job]:
    arrival, jobs = 0, []
    priorities = chance.sample(range(1, count + 1), count)
    for number in range(count):
        jobs.append(Job(f"P{number + 1}", arrival, chance.between(2, 9), priorities[number]))
        arrival += chance.between(1, 3)
    return jobs


def _table(jobs: Sequence[Job], with_priority: bool) -> str:
    header = ["进程", "到达时刻", "运行时间/ms", *(["优先数"] if with_priority else [])]
    return table(header, [[job.name, job.arrival, job.burst, *([job.priority] if with_priority else [])] for job in jobs])


def _shown(value: Fraction, unit: str = " ms") -> str:
    return decimal(value, 2, keep_zeros=True) + unit


def _plain(chance: Chance, algorithm: str, measure: str, count: int) -> Generated | None:
    jobs = _jobs(chance, count)
    quantum = chance.between(2, 4)
    larger, preemptive = chance.one_in(2), chance.one_in(2)
    schedule, name, mistaken = _with_mistakes(algorithm, jobs, quantum, larger, preemptive)
    if _equals_matter(algorithm, jobs, schedule, larger, preemptive):
        return None
    right = schedule.average(measure)
    unit = "" if measure == "weighted" else " ms"
    wrong = [Wrong(_shown(other.average(measure), unit), why) for other, why in mistaken]
    confused = {"turnaround": ("waiting", "算成了平均等待时间"), "waiting": ("turnaround", "算成了平均周转时间"), "weighted": ("", "")}[
        measure
    ]
    if confused[0]:
        wrong.insert(1, Wrong(_shown(schedule.average(confused[0]), unit), confused[1]))
        finish = schedule.average("finish") - (Fraction(sum(job.burst for job in jobs), len(jobs)) if measure == "waiting" else 0)
        wrong.insert(2, Wrong(_shown(finish, unit), "没有减去到达时刻"))
    else:
        total = Fraction(sum(schedule.turnaround(job) for job in jobs), sum(job.burst for job in jobs))
        wrong.insert(1, Wrong(_shown(total, unit), "用周转时间总和除以运行时间总和"))
        wrong.insert(2, Wrong(_shown(right - 1, unit), "用等待时间除以运行时间"))
        finish = sum((Fraction(schedule.finish(job), job.burst) for job in jobs), Fraction(0)) / len(jobs)
        wrong.insert(3, Wrong(_shown(finish, unit), "周转时间没有减去到达时刻"))
    last = schedule.jobs[-1]
    slip = Fraction(1, len(jobs)) if measure != "weighted" else Fraction(1, last.burst * len(jobs))
    wrong.append(Wrong(_shown(right + slip, unit), "某个进程的完成时刻多算了 1 ms"))
    wrong.append(Wrong(_shown(right - slip, unit), "某个进程的完成时刻少算了 1 ms"))
    sign = relation(right)
    return Generated(
        point=POINT_ROUND if algorithm in ("RR", "PRIORITY") else POINT_SHORT,
        stem=(
            f"单处理机系统中各进程的情况如下表，不计调度和切换的开销。\n\n{_table(jobs, algorithm == 'PRIORITY')}\n\n采用{name}调度算法，"
            f"{_MEASURES[measure]}{'约为' if measure == 'weighted' else '为'}"
        ),
        right=_shown(right, unit),
        wrong=[item for item in wrong if not item.text.startswith(("-", "0.00"))],
        steps=paragraphs(
            _pieces(schedule),
            _ratios(schedule) if algorithm == "HRRN" else "",
            _results(schedule, measure),
            _closing(schedule, measure, sign, _shown(right, unit)),
        ),
        parameters=_parameters(measure, algorithm, jobs, quantum, larger, preemptive),
        drawing=_drawing(f"RR，时间片 {quantum} ms" if algorithm == "RR" else name, schedule),
    )


def _equals_matter(algorithm: str, jobs: Sequence[Job], schedule: Schedule, larger: bool, preemptive: bool) -> bool:
    """Whether a choice among equals decides anything: such numbers make an unclear question."""
    if algorithm in ("SJF", "SRTN", "HRRN"):
        other = {"SJF": sjf, "SRTN": srtn, "HRRN": hrrn}[algorithm](jobs, latest_first=True)
        return other.pieces != schedule.pieces
    if algorithm == "PRIORITY":
        return priority(jobs, larger_first=larger, preemptive=preemptive, latest_first=True).pieces != schedule.pieces
    return False


def _with_mistakes(
    algorithm: str, jobs: Sequence[Job], quantum: int, larger: bool, preemptive: bool
) -> tuple[Schedule, str, list[tuple[Schedule, str]]]:
    """The right schedule, the algorithm's name with its conventions, and what mistaken procedures give."""
    known = {
        "FCFS": (fcfs(jobs), "按到达次序运行，做成了 FCFS"),
        "SJF": (sjf(jobs), "运行中没有抢占，做成了非抢占的 SJF"),
        "SRTN": (srtn(jobs), "有更短的进程到达时就抢占，做成了 SRTN"),
        "HRRN": (hrrn(jobs), "按响应比选择，做成了 HRRN"),
    }
    together = [Job(job.name, 0, job.burst, job.priority) for job in jobs]
    ignoring = Schedule(tuple(jobs), _late_start(sjf(together).pieces, jobs))
    if algorithm == "RR":
        name = f"时间片轮转（RR，时间片 {quantum} ms；时间片用完时恰有进程到达，则新到的先入队）"
        return (
            round_robin(jobs, quantum),
            name,
            [
                (round_robin(jobs, quantum, arrivals_first=False), "时间片用完的进程排到了同时到达的进程之前"),
                (round_robin(jobs, quantum - 1), f"时间片用成了 {quantum - 1} ms"),
                (round_robin(jobs, quantum + 1), f"时间片用成了 {quantum + 1} ms"),
                (_by_number(jobs, quantum), "每轮都按进程编号轮流，没有按就绪队列的次序"),
                known["FCFS"],
                known["SRTN"],
            ],
        )
    if algorithm == "PRIORITY":
        kind = "抢占" if preemptive else "非抢占"
        name = f"{kind}的优先级（优先数越{'大' if larger else '小'}优先级越高）"
        return (
            priority(jobs, larger_first=larger, preemptive=preemptive),
            name,
            [
                (priority(jobs, larger_first=larger, preemptive=not preemptive), "该抢占时没有抢占" if preemptive else "做成了抢占式"),
                (priority(jobs, larger_first=not larger, preemptive=preemptive), "把优先数的大小弄反了"),
                (priority(jobs, larger_first=not larger, preemptive=not preemptive), "优先数和抢占方式都弄反了"),
                known["FCFS"],
                (sjf(jobs), "按运行时间长短选择"),
            ],
        )
    mistaken = {
        "FCFS": [known["SRTN"], (sjf(jobs), "按运行时间长短选择，做成了 SJF"), (round_robin(jobs, 2), "轮流运行，做成了 RR")],
        "SJF": [known["SRTN"], known["FCFS"], (ignoring, "不看到达时刻，把全部进程按长短排序"), (hrrn(jobs), "按响应比选择，做成了 HRRN")],
        "SRTN": [
            known["SJF"],
            known["FCFS"],
            (ignoring, "不看到达时刻，把全部进程按长短排序"),
            (round_robin(jobs, 1), "轮流运行，做成了 RR"),
        ],
        "HRRN": [
            (sjf(jobs), "按运行时间长短选择，做成了 SJF"),
            known["FCFS"],
            known["SRTN"],
            (by_choice(jobs, lambda job, _: -job.burst), "选了运行时间最长的"),
        ],
    }[algorithm]
    return known[algorithm][0], _NAMES[algorithm], mistaken


def _late_start(pieces: Sequence[Piece], jobs: Sequence[Job]) -> tuple[Piece, ...]:
    """The pieces one after another in their order, no job before it arrives."""
    now, moved = 0, []
    arrivals = {job.name: job.arrival for job in jobs}
    for piece in pieces:
        start = max(now, arrivals[piece.name])
        now = start + piece.end - piece.start
        moved.append(Piece(piece.name, start, now))
    return tuple(moved)


def _by_number(jobs: Sequence[Job], quantum: int) -> Schedule:
    """Round robin done wrong: always the next number that is there."""
    left = {job.name: job.burst for job in jobs}
    now, position, pieces = 0, 0, []
    while any(left.values()):
        ready = [job for job in jobs if job.arrival <= now and left[job.name]]
        if not ready:
            now = min(job.arrival for job in jobs if left[job.name])
            continue
        places = [(jobs.index(job) - position) % len(jobs) for job in ready]
        job = ready[places.index(min(places))]
        run = min(quantum, left[job.name])
        pieces.append(Piece(job.name, now, now + run))
        left[job.name] -= run
        now += run
        position = jobs.index(job) + 1
    return Schedule(tuple(jobs), tuple(pieces))


def _switching(chance: Chance) -> Generated:
    """RR with a cost for every dispatch: the end of all, or the share of useful time."""
    count = chance.between(3, 5)
    quantum, cost = chance.between(2, 5), chance.between(1, 2)
    jobs = [Job(f"P{number + 1}", 0, chance.between(3, 12)) for number in range(count)]
    schedule = round_robin(jobs, quantum, switch=cost)
    total, slices, end = sum(job.burst for job in jobs), len(schedule.pieces), schedule.pieces[-1].end
    share = Fraction(total, end)

    def shown(value: Fraction) -> str:
        return decimal(value * 100, 1, keep_zeros=True) + "%"

    wrong = [
        Wrong(shown(Fraction(total, total + cost * count)), "每个进程只算了一次切换"),
        Wrong(shown(Fraction(quantum, quantum + cost)), "以为每个时间片都用满"),
        Wrong(shown(Fraction(total, total + cost * (slices - 1))), "漏算了第一次调度的开销"),
        Wrong(shown(Fraction(total - cost * slices, total)), "把切换开销当成包含在运行时间内"),
        Wrong(shown(1 - share), "算成了开销所占的比例"),
        Wrong(shown(Fraction(total, total + cost * (slices + 1))), "多算了一次切换"),
        Wrong(shown(Fraction(total, total + cost * sum(job.burst // quantum for job in jobs))), "没有算不满一个时间片的最后一段"),
    ]
    counts = "，".join(f"{job.name} 需 {-(-job.burst // quantum)} 个" for job in jobs)
    return Generated(
        point=POINT_ROUND,
        stem=(
            f"{count} 个进程 {listed([job.name for job in jobs], '、')} 在 0 时刻依次到达，运行时间分别为 {listed([job.burst for job in jobs], '、')} ms，"
            f"采用时间片为 {quantum} ms 的轮转调度。每次调度（包括第一次，以及调度到同一进程）要先花 {cost} ms 进行切换，不计入时间片；"
            "进程在时间片内结束则立即调度下一个。从 0 时刻到全部完成，CPU 用于运行进程的时间所占的比例约为"
        ),
        right=shown(share),
        wrong=[item for item in wrong if not item.text.startswith(("-", "0.0%", "100.0%"))],
        steps=paragraphs(
            f"时间片的个数 = ⌈运行时间/{quantum}⌉：{counts}，共 {slices} 个，即调度 {slices} 次。",
            f"运行时间共 {total} ms，切换共 {slices} × {cost} = {slices * cost} ms，全部完成于 {total} + {slices * cost} = {end} ms。",
            f"比例为 {total}/{end} {relation(share * 100, 1)} {shown(share)}",
        ),
        parameters={"task": "switch", "bursts": [job.burst for job in jobs], "quantum": quantum, "cost": cost},
        drawing=_drawing(f"RR，时间片 {quantum} ms，切换 {cost} ms", schedule),
    )


def _order(chance: Chance) -> Generated | None:
    algorithm = chance.choice(("RR", "HRRN", "PRIORITY", "SRTN"))
    jobs = _jobs(chance, chance.between(4, 5))
    quantum = chance.between(2, 3)
    larger, preemptive = chance.one_in(2), chance.one_in(2)
    schedule, name, mistaken = _with_mistakes(algorithm, jobs, quantum, larger, preemptive)
    if _equals_matter(algorithm, jobs, schedule, larger, preemptive):
        return None
    right = listed(schedule.order, "、")
    swapped = list(schedule.order)
    swapped[-1], swapped[-2] = swapped[-2], swapped[-1]
    wrong = [Wrong(listed(other.order, "、"), why) for other, why in mistaken]
    wrong.append(Wrong(listed(swapped, "、"), "把最后两个进程的先后弄反了"))
    return Generated(
        point=POINT_ROUND if algorithm in ("RR", "PRIORITY") else POINT_SHORT,
        stem=(
            f"单处理机系统中各进程的情况如下表，不计调度和切换的开销。\n\n{_table(jobs, algorithm == 'PRIORITY')}\n\n采用{name}调度算法，各进程完成的先后次序为"
        ),
        right=right,
        wrong=wrong,
        steps=paragraphs(_pieces(schedule), _ratios(schedule) if algorithm == "HRRN" else "", f"按完成时刻排列：{right}"),
        parameters=_parameters("order", algorithm, jobs, quantum, larger, preemptive),
        drawing=_drawing(f"RR，时间片 {quantum} ms" if algorithm == "RR" else name, schedule),
    )


def _parameters(task: str, algorithm: str, jobs: Sequence[Job], quantum: int, larger: bool, preemptive: bool) -> dict[str, Any]:
    parameters: dict[str, Any] = {
        "task": task,
        "algorithm": algorithm,
        "jobs": [[job.name, job.arrival, job.burst, *([job.priority] if algorithm == "PRIORITY" else [])] for job in jobs],
    }
    if algorithm == "RR":
        parameters["quantum"] = quantum
    if algorithm == "PRIORITY":
        parameters |= {"larger_first": larger, "preemptive": preemptive}
    return parameters


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _pieces(schedule: Schedule) -> str:
    return "运行次序：" + "，".join(f"{piece.start}～{piece.end} {piece.name}" for piece in schedule.pieces) + "。"


def _ratios(schedule: Schedule) -> str:
    lines = []
    for now, candidates in schedule.choices:
        scores = "，".join(f"{name} {relation(score)} {decimal(score)}".replace(" = ", " 为 ") for name, score in candidates)
        chosen = next(piece.name for piece in schedule.pieces if piece.start == now)
        lines.append(f"- 时刻 {now} 的响应比：{scores}，选 {chosen}")
    return "\n".join(lines)


def _results(schedule: Schedule, measure: str) -> str:
    extra = {"turnaround": (), "waiting": ("等待",), "weighted": ("带权周转",)}[measure]
    rows = []
    for job in schedule.jobs:
        turnaround = schedule.turnaround(job)
        more = {"turnaround": (), "waiting": (turnaround - job.burst,), "weighted": (decimal(Fraction(turnaround, job.burst)),)}[measure]
        rows.append((job.name, job.arrival, job.burst, schedule.finish(job), turnaround, *more))
    return table(("进程", "到达", "运行", "完成", "周转", *extra), rows)


def _closing(schedule: Schedule, measure: str, sign: str, shown: str) -> str:
    count = len(schedule.jobs)
    if measure == "weighted":
        terms = " + ".join(f"{schedule.turnaround(job)}/{job.burst}" for job in schedule.jobs)
    else:
        terms = " + ".join(str(schedule.turnaround(job) - (job.burst if measure == "waiting" else 0)) for job in schedule.jobs)
    return f"{_MEASURES[measure]}为 ({terms})/{count} {sign} {shown}"


def _drawing(title: str, schedule: Schedule) -> Drawing:
    spans = []
    now = min(piece.start for piece in schedule.pieces)
    for piece in schedule.pieces:
        if piece.start > now:
            spans.append(Span("", now, piece.start))
        spans.append(Span(piece.name, piece.start, piece.end))
        now = piece.end
    return Gantt(
        title=title,
        note="上方的箭头是各进程的到达时刻",
        lanes=(Lane("CPU", tuple(spans)),),
        marks=tuple(Mark(job.name, job.arrival) for job in schedule.jobs),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_LIST = rf"\d+(?:\s*(?:ms|毫秒|s|秒|分钟?|min|小时|h|个?时间单位))?(?:{SEPARATOR}(?:和\s*)?\d+(?:\s*(?:ms|毫秒|s|秒|分钟?|min|小时|h|个?时间单位))?|\s*和\s*\d+(?:\s*(?:ms|毫秒|s|秒|分钟?|min|小时|h))?)+"
_UNIT = r"(?:ms|毫秒|s|秒|min|分钟?|小时|h|个?时间单位|个?单位时间)"
_UNIT_NAMES = {"毫秒": "ms", "秒": "s", "分钟": "min", "分": "min", "小时": "h"}
_ARRIVAL = r"(?:到达|提交|进入|到来|就绪)(?:系统|就绪队列|内存)?(?:的)?(?:时间|时刻)"
_BURST = r"(?:(?:预计|预期|预估|估计|所需|需要|要求|所需要)(?:的)?)?(?:CPU\s*(?:区间|突发|执行期|burst)(?:的)?(?:时间|长度|时长)?|(?:CPU)?(?:的)?(?:运行|服务|执行|处理|计算|CPU|要求服务|需要服务|占用CPU)(?:所需)?(?:的)?(?:时间|时长))"
_PRIORITY = r"优先(?:级|数|权)(?:数)?"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(r"多级|反馈|I/?O|输入|双CPU|双处理|多道|两道|多处理|响应时间|动态优先")
    reading.take_all(
        r"(?:不计|不考虑|忽略|忽略不计|不算)(?:进程|系统|作业)?(?:的)?(?:调度|切换|上下文切换|系统)?(?:和|及|、)?(?:进程|上下文)?(?:调度|切换)?(?:的)?(?:开销|时间|所花费?的?时间)?(?:忽略不计)?"
    )
    reading.take_all(
        r"(?:进程|系统|作业)?(?:调度|切换|上下文切换|系统)(?:的)?(?:开销|时间)(?:均|都)?(?:可以|可)?(?:忽略不计|忽略|不计|不考虑)"
    )
    preemptive = _preemption(reading)
    algorithms = reading.take_words(
        (
            (r"(?:最短剩余时间(?:优先)?|剩余时间最短(?:者)?优先|SRTN|SRTF|SRT)", "SRTN"),
            (r"(?:最?高响应比(?:者)?(?:优先)?|HRRN|HRN|HRRF)", "HRRN"),
            (r"(?:最?短(?:作业|进程|任务)(?:优先)?|SJF|SPF|SPN)", "SJF"),
            (r"(?:时间片轮转|轮转(?:法|调度|算法)|轮转|ROUND\s*ROBIN|(?<![A-Z])RR(?![A-Z]))", "RR"),
            (r"(?:先来先服务|先到先服务|FCFS|FIFO)", "FCFS"),
            (
                r"(?:静态)?(?:最高)?优先(?:级|数|权)(?:者)?(?:高者)?(?:优先)?(?=(?:的)?(?:调度|算法|抢占|\())|(?:静态)?最高优先(?:级|数|权)(?:者)?(?:优先)?|优先级高者优先",
                "PRIORITY",
            ),
        )
    )
    if "SJF" in algorithms and preemptive is True:
        algorithms = ["SRTN" if name == "SJF" else name for name in algorithms]
    if preemptive and any(name in ("FCFS", "RR", "HRRN") for name in algorithms):
        return None
    larger = _larger(reading)
    arrivals = _arrivals(reading)
    quantum = reading.take_one(
        (
            rf"时间片(?:的)?(?:大小|长度|长)?\s*(?:q|Q)?\s*(?:为|是|取|=|:|设为|定为)*\s*(?P<value>{INTEGER})\s*{_UNIT}?",
            rf"(?<![A-Za-z])q\s*=\s*(?P<value>{INTEGER})\s*{_UNIT}?",
            rf"(?P<value>{INTEGER})\s*{_UNIT}?(?:的)?时间片",
        ),
        to_int,
    )
    jobs, unit = _read_jobs(reading, "PRIORITY" in algorithms)
    reading.take_all(r"(?:请)?(?:画|给)出?(?:其|相应的|对应的|调度)?(?:的)?甘特图|甘特图")
    asked = reading.take_words(
        (
            (r"平均(?:带权|加权)周转(?:时间)?|(?:带权|加权)平均周转(?:时间)?", "weighted"),
            (r"平均周转(?:时间)?", "turnaround"),
            (r"平均等待(?:时间)?", "waiting"),
            (r"(?:进程|作业)?(?:完成|结束|执行完)(?:的)?(?:先后)?(?:次序|顺序|序列)", "order"),
            (r"(?:各|每个)(?:个)?(?:进程|作业)?(?:的)?(?:周转时间|完成(?:时间|时刻))(?:和周转时间)?", "each"),
        )
    )
    reading.finish(
        "有 如下表 如下表所示 信息如下 单处理机上 进程 作业 任务 CPU 单处理机 单处理器 单CPU 处理机 处理器 到达 提交 依次 调度 算法 法 策略 运行 情况 信息 表 如表 如下表 下表 单道 批处理 环境 计算机 就绪队列 队列 单位 各 每个 "
        "服务 时间 一批 组 一组 所有 次序 按到达次序 优先 方式 它们 均 毫秒 ms 均为 进程调度 作业调度 处理机调度 CPU调度 进程数 数"
    )
    if not jobs or not algorithms or (not asked and reading.asks()) or "each" in asked:
        return None
    unit_shown = unit or ""
    parameters: dict[str, Any] = {"algorithms": algorithms, "jobs": jobs, "asked": asked or ["turnaround"], "unit": unit_shown}
    described = "；".join(f"{job[0]} {job[1]} 到达，运行 {job[2]}" + (f"，优先数 {job[3]}" if len(job) > 3 else "") for job in jobs)
    understood = [("算法", "、".join(algorithms)), ("进程", described)]
    missing = []
    if "RR" in algorithms:
        if quantum is None:
            missing.append(Missing("quantum", "时间片是多大？", "时间片为 {}"))
        else:
            parameters |= {"quantum": quantum, "arrivals_first": arrivals}
            understood.append(("时间片", str(quantum)))
    elif quantum is not None or arrivals is not None:
        return None
    if "PRIORITY" in algorithms:
        if len(jobs[0]) < 4:
            return None
        if larger is None:
            missing.append(Missing("larger_first", "优先数越大优先级越高，还是越小越高？", "优先数{}"))
        if preemptive is None:
            missing.append(Missing("preemptive", "是抢占式还是非抢占式？", "采用{}式"))
        parameters |= {"larger_first": larger, "preemptive": preemptive}
        if larger is not None and preemptive is not None:
            understood.append(("规则", f"优先数越{'大' if larger else '小'}优先级越高，{'抢占' if preemptive else '非抢占'}式"))
    elif len(jobs[0]) > 3:
        parameters["jobs"] = [job[:3] for job in jobs]
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _preemption(reading: Reading) -> bool | None:
    without = reading.take_all(r"(?:非|不可|不能|不允许|不)(?:被)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    with_it = reading.take_all(r"(?:可|允许)?(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    if without and with_it:
        stay_out("both preemptive and not")
    return False if without else True if with_it else None


def _arrivals(reading: Reading) -> bool | None:
    """Who enters the queue first when a slice ends as somebody arrives: said or not."""
    meeting = r"(?:若|如果)?(?:时间片)?(?:用完|到|结束)?(?:时|同时)?(?:恰好?)?(?:有|遇到)?(?:新)?(?:的)?进程到达(?:时)?,?(?:则|那么)?,?"
    old, new = r"(?:时间片用完的|被换下的|原来的?|被剥夺的|当前)(?:进程)?", r"(?:新到达?的?|新来的?|新|后到的)(?:进程)?"
    expired = r"(?:刚刚?|正好)?(?:被)?(?:用完时间片|时间片(?:刚刚?)?(?:用完|到)|换下(?:来)?|剥夺|抢下)(?:的)?(?:那个)?(?:进程)?"
    queued = r"(?:入|进入|进|排入?|加入|插入)(?:到)?(?:就绪)?(?:队列|队)?(?:的)?(?:队?尾|末尾)?"
    newly = r"(?:规定|约定|假设|假定)?(?:新(?:到达?|来)?的?|刚到达?的?|后到的)(?:进程)?"
    sooner = reading.take(
        rf"{newly}(?:要|应)?(?:(?:比|较|先于|优先于){expired}(?:更|要)?(?:先|早)?(?:{queued})?|(?:排在|放在|在){expired}(?:的)?(?:之)?前(?:面)?(?:{queued})?)"
    )
    later = reading.take(
        rf"(?:规定|约定|假设|假定)?{expired}(?:要|应)?(?:(?:比|较|先于|优先于){newly}(?:更|要)?(?:先|早)?(?:{queued})?|(?:排在|放在|在){newly}(?:的)?(?:之)?前(?:面)?(?:{queued})?)"
    )
    ahead = r"(?:先|优先)(?:进入|进|入|排入|加入|插入|排)?(?:就绪)?(?:队列|队)?(?:的?队?尾)?"
    first = reading.take(rf"(?:{meeting})?{new}{ahead}")
    last = reading.take(rf"(?:{meeting})?{old}{ahead}")
    if (first or sooner) and (last or later):
        stay_out("two rules for the queue")
    return True if first or sooner else False if last or later else None


def _larger(reading: Reading) -> bool | None:
    word = r"(?:数字|数值|数|优先数|优先级数|值|优先级|优先权)"
    higher = r"(?:优先级|优先权)?(?:别)?(?:也|则|就)?(?:越|较|最)?(?:高|优先)"
    up = reading.take_all(rf"{word}(?:的)?(?:数值|值)?(?:越大|大的?|较大的?|越大者?)(?:表示|代表|者|,|的|其)*{higher}")
    down = reading.take_all(rf"{word}(?:的)?(?:数值|值)?(?:越小|小的?|较小的?|越小者?)(?:表示|代表|者|,|的|其)*{higher}")
    if up and down:
        stay_out("two orders of priority")
    return True if up else False if down else None


def _read_jobs(reading: Reading, with_priority: bool) -> tuple[list[list[Any]], str | None]:
    """(name, arrival, burst[, priority]) of each job, and the unit of time."""
    columns: dict[str, list[str]] = {}
    unit: str | None = None
    heading_unit = rf"(?:[/(]\s*(?P<unit>{_UNIT})\s*\)?)?"
    if table_read := reading.take_table():
        described = reading.take_all(
            rf"(?:它们)?(?:的)?(?:{_ARRIVAL})(?:和|、|与|及|以及|,)(?:所需的?|需要的?)?(?:{_BURST})(?:(?:和|、|与|及)(?:{_PRIORITY}))?\s*(?:\(?\s*单位:?{_UNIT}\)?)?"
        )
        cells = table_read.by_heading(
            (
                (r"(?:进程|作业|任务)(?:名|号|编号|名称)?", "name"),
                (rf"(?:{_ARRIVAL}|到达|提交){heading_unit}", "arrival"),
                (rf"(?:{_BURST}|运行|服务){heading_unit}", "burst"),
                (rf"{_PRIORITY}{heading_unit}", "priority"),
            )
        )
        heads = " ".join((*table_read.rows[0], *(row[0] for row in table_read.rows)))
        heads += " ".join(match[0] for match in described)
        units = {_UNIT_NAMES.get(found, found) for found in _units_in(heads)}
        columns = {name: [cell.strip() for cell in values] for name, values in cells.items()}
        for name in ("arrival", "burst", "priority"):
            numbers = []
            for cell in columns.get(name, []):
                number, _, rest = cell.partition(" ")
                if not number.isdigit():
                    number = cell.rstrip("msinh毫秒分钟小时")
                    rest = cell[len(number) :]
                if rest:
                    units.add(_UNIT_NAMES.get(rest.strip(), rest.strip()))
                numbers.append(number)
            if name in columns:
                columns[name] = numbers
        if len(units) > 1:
            stay_out("several units")
        unit = next(iter(units), None)
    elif one_by_one := _told_one_by_one(reading) or reading.take_all(
        rf"(?P<name>[A-Z]\d{{0,2}}|(?:作业|进程)\d)[:(在于]*(?:{_ARRIVAL}|到达|提交)(?:为|是|=|:|于)*(?P<arrival>\d+),?(?:时刻)?,?(?:需要?|要)?(?:{_BURST}|运行|服务|执行)(?:时间)?(?:为|是|=|:)*(?P<burst>\d+)(?![\d.:])\s*(?P<unit>{_UNIT})?(?:[,、]?(?:{_PRIORITY})(?:为|是|=|:)*(?P<priority>\d+)(?![\d.]))?"
    ):
        for name in ("name", "arrival", "burst"):
            columns[name] = [match[name].upper() for match in one_by_one]
        priorities = [match.groupdict().get("priority") for match in one_by_one]
        if all(priorities):
            columns["priority"] = [str(value) for value in priorities]
        elif any(priorities):
            stay_out("a priority for some only")
        units = {_UNIT_NAMES.get(match["unit"], match["unit"]) for match in one_by_one}
        if len(units) > 1:
            stay_out("several units")
        unit = units.pop()
    else:
        for name, word in (("arrival", _ARRIVAL), ("burst", _BURST), ("priority", _PRIORITY)):
            match = reading.take(rf"{word}(?:\(?单位:?{_UNIT}\)?)?(?:均|依次|分别|的)*(?:为|是|:|=)?\s*(?P<value>{_LIST})")
            if match:
                units = {_UNIT_NAMES.get(found, found) for found in _units_in(match["value"])}
                if len(units) > 1 or (units and unit and units != {unit}):
                    stay_out("several units")
                unit = next(iter(units), unit)
                columns[name] = "".join(sign if sign.isdigit() else " " for sign in match["value"]).split()
        if "burst" not in columns and (
            match := reading.take(rf"{_BURST}(?:依次|分别|的)*(?:为|是|:)?(?P<value>(?:[PJT]\d=\d+(?:{_UNIT})?(?:,|、)?){{2,}})")
        ):
            columns["name"] = re.findall(r"([A-Z]\d)=", match["value"].upper())
            columns["burst"] = re.findall(r"=(\d+)", match["value"])
        together = reading.take(
            r"(?:几乎|都|均|全部)?(?:在)?(?:0时刻|时刻0|零时刻|0时|同一时刻|同时|时间0)(?:依次|先后|按序)?(?:几乎)?(?:同时)?(?:到达|提交|就绪|进入)(?:系统|就绪队列)?"
        )
        if together and "burst" in columns:
            if "arrival" in columns:
                stay_out("two kinds of arrival")
            columns["arrival"] = ["0"] * len(columns["burst"])
        unit_match = reading.take_one(
            rf"(?:时间)?(?:的)?单位(?:均)?(?:为|是|:)?\s*(?P<value>{_UNIT})", lambda value: _UNIT_NAMES.get(value, value)
        )
        if unit_match:
            if unit and unit != unit_match:
                stay_out("several units")
            unit = unit_match
    if "arrival" not in columns or "burst" not in columns:
        return [], unit
    count = len(columns["burst"])
    names = columns.get("name") or _names(reading, count)
    reading.take_all(rf"{count}\s*[个道](?=(?:批处理)?(?:进程|作业|任务))")
    reading.take_all(rf"[{'--两三四五六七八九十'[count]}][个道]?(?=(?:批处理)?(?:进程|作业|任务))" if count <= 10 else "(?!)")
    if reading.take_all(
        r"(?:均|都)?按(?:照)?(?:进程|作业)?(?:的)?(?:编号|序号|号)(?:的)?(?:大小)?(?:从小到大|由小到大|递增)?(?:的)?(?:顺序|次序|先后)?(?:依次)?(?:排列?|进入|排队)?(?:在|到|于|入)?(?:就绪)?(?:队列)?(?:中|里|上)?"
    ) and names != sorted(names):
        stay_out("a list in another order than the numbers")
    if any(len(values) != count for values in columns.values()) or len(names) != count or not 2 <= count <= 10 or len(set(names)) != count:
        stay_out("lists of different lengths")
    if not all(cell.isdigit() for name in ("arrival", "burst", "priority") for cell in columns.get(name, [])):
        stay_out("a time that is not whole")
    jobs: list[list[Any]] = [[names[i], int(columns["arrival"][i]), int(columns["burst"][i])] for i in range(count)]
    if "priority" in columns:
        for i, job in enumerate(jobs):
            job.append(int(columns["priority"][i]))
    if any(not 1 <= job[2] <= 1000 or job[1] > 10_000 for job in jobs):
        stay_out("strange times")
    return jobs, unit


def _told_one_by_one(reading: Reading) -> list[re.Match[str]]:
    """`A(0时刻到，要5)`, or `A(0,5)` where the brackets are explained."""
    name = r"(?<![A-Za-z])(?P<name>[A-Z]\d{0,2}|(?:作业|进程)\d)"
    explained = reading.take(
        rf"(?:括号|括弧)(?:里|内|中)?(?:的)?(?:两个|前后)?(?:数字|数)?(?:分别|依次)?(?:为|是|表示)(?:的)?(?:其|各自的?|进程的?)?(?:{_ARRIVAL}|到达|提交)(?:和|与|、|,|及)(?:{_BURST}|运行|服务|执行)(?:时间)?"
    )
    # An explanation stands for a form; what it says twice ("0时刻到") is read all the same.
    spoken = reading.take_all(
        rf"{name}\s*[:(在于]*\s*(?:时刻|第)?(?P<arrival>\d+)\s*(?:时刻|时|{_UNIT})?(?:到达|到来|到|提交|进入|来)(?:系统)?,?\s*(?:{_BURST}|运行|需要?|要|服务|执行|用)(?:时间)?(?:CPU)?(?:为|是|=|:)*\s*(?P<burst>\d+)(?![\d.:])\s*(?P<unit>{_UNIT})?(?:[,、]?(?:{_PRIORITY})(?:为|是|=|:)*(?P<priority>\d+)(?![\d.]))?\s*\)?"
    )
    if spoken or not explained:
        return spoken
    return reading.take_all(rf"{name}\s*\(\s*(?P<arrival>\d+)\s*[,、]\s*(?P<burst>\d+)\s*(?P<unit>{_UNIT})?\s*\)")


def _units_in(text: str) -> list[str]:
    return re.findall(r"(?<![A-Za-z])(ms|毫秒|s|秒|min|分钟|分|小时|h)(?![A-Za-z])", text)


def _names(reading: Reading, count: int) -> list[str]:
    """The jobs' names where they are listed in full or as a range, otherwise P1, P2, ..."""
    found = reading.take(r"(?:P|J|T)\s?\d(?:\s*[,、和 ]\s*(?:P|J|T)\s?\d)+|(?<![A-Za-z])[A-H](?:\s*[,、和 ]\s*[A-H])+(?![A-Za-z])")
    if found:
        return re.findall(r"[A-Z]\d?", found[0].upper().replace(" ", ""))
    ranged = reading.take(r"(?P<letter>P|J|T)(?P<first>\d)\s*(?:~|-|～|到|至)\s*(?:P|J|T)(?P<last>\d)")
    if spanned := reading.take(r"(?<![A-Za-z])(?P<first>[A-H])\s*(?:~|-|～|到|至)\s*(?P<last>[A-H])(?![A-Za-z])"):
        return [chr(code) for code in range(ord(spanned["first"].upper()), ord(spanned["last"].upper()) + 1)]
    if ranged:
        return [f"{ranged['letter'].upper()}{number}" for number in range(int(ranged["first"]), int(ranged["last"]) + 1)]
    return [f"P{number + 1}" for number in range(count)]


def _solve(parameters: Parameters) -> Solution:
    jobs = [Job(*job) for job in parameters["jobs"]]
    unit = f" {parameters['unit']}" if parameters["unit"] and not parameters["unit"].startswith(("个", "单")) else ""
    answers, workings, conventions, drawing = [], [], [], None
    for algorithm in parameters["algorithms"]:
        schedule, variants = _schedules(algorithm, jobs, parameters)
        values = [_values(schedule, task, unit) for task in parameters["asked"]]
        alternative = ""
        for variant, why in variants:
            other = [_values(variant, task, unit) for task in parameters["asked"]]
            if other != values:
                if not why:
                    stay_out("equals decide the answer")
                alternative = f"（{why}：{'，'.join(other)}）"
                conventions.append("时间片用完时恰有新进程到达，新到的先入队；有的教材相反，两个结果都列出")
        answer = "，".join(values) + alternative
        answers.append(f"{algorithm}：{answer}" if len(parameters["algorithms"]) > 1 else answer)
        measures = [task for task in parameters["asked"] if task in _MEASURES]
        workings.append(
            paragraphs(
                f"**{algorithm}**",
                _pieces(schedule),
                _ratios(schedule) if algorithm == "HRRN" else "",
                _results(schedule, measures[0] if measures else "turnaround"),
            )
        )
        drawing = drawing or _drawing(algorithm, schedule)
    if len({job.arrival for job in jobs}) < len(jobs):
        conventions.append("同时到达的按列出的次序")
    conventions.append("不计调度和切换的开销")
    return Solution(answer="；".join(answers), steps=paragraphs(*workings), conventions=tuple(dict.fromkeys(conventions)), drawing=drawing)


def _schedules(algorithm: str, jobs: list[Job], parameters: Parameters) -> tuple[Schedule, list[tuple[Schedule, str]]]:
    """The schedule, and those that other conventions give: (schedule, how it is said), without words where nobody could choose."""
    if algorithm == "RR":
        quantum = int(parameters["quantum"])
        if parameters["arrivals_first"] is not None:
            return round_robin(jobs, quantum, arrivals_first=parameters["arrivals_first"]), []
        return round_robin(jobs, quantum), [(round_robin(jobs, quantum, arrivals_first=False), "若时间片用完的进程先入队")]
    if algorithm == "FCFS":
        return fcfs(jobs), []

    def run(listed_jobs: Sequence[Job], latest_first: bool) -> Schedule:
        if algorithm == "PRIORITY":
            return priority(
                listed_jobs, larger_first=parameters["larger_first"], preemptive=parameters["preemptive"], latest_first=latest_first
            )
        return {"SJF": sjf, "SRTN": srtn, "HRRN": hrrn}[algorithm](listed_jobs, latest_first=latest_first)

    # Equals the other way round: where that changes what is asked, the text would have to say who goes first.
    backwards = run(jobs[::-1], latest_first=True)
    return run(jobs, latest_first=False), [(Schedule(tuple(jobs), backwards.pieces, backwards.choices), "")]


def _values(schedule: Schedule, task: str, unit: str) -> str:
    if task == "order":
        return "完成次序 " + listed(schedule.order, "、")
    value = schedule.average(task)
    total = value * len(schedule.jobs)
    if task == "weighted":
        return f"{_MEASURES[task]} {relation(value)} {decimal(value)}".replace(" = ", " ")
    return f"{_MEASURES[task]} {decimal(total)}/{len(schedule.jobs)} {relation(value)} {decimal(value)}{unit}"


KIND = Kind(
    name="cpu-scheduling",
    title="处理机调度",
    points=(POINT_SHORT, POINT_ROUND),
    versions={1: _write},
    solver=Solver(
        hint=r"FCFS|SJF|SPF|SRT|RR|HRR|HRN|先来先服务|先到先服务|短作业|短进程|剩余时间|响应比|轮转|优先级|优先数|优先权",
        recognise=_recognise,
        solve=_solve,
    ),
)
