"""CPU scheduling: FCFS, SJF, SRTN, RR, HRRN and priority, with turnaround, weighted turnaround and waiting times.

Definitions after Silberschatz, Operating System Concepts (CPU scheduling) and Tang, Computer Operating Systems (HRRN, weighted
turnaround). Equals go by arrival, then by the order in which they are listed. Under RR a process that arrives when a slice ends
enters the queue before the one whose slice ended; questions say so. A slice ends early when its process ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing, Gantt, Lane, Mark, Span
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._cpu_scheduling_reading import recognise
from engine.generators.os._cpu_slices import recognise_levels, recognise_switching, solve_slices
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

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


def _solve(parameters: Parameters) -> Solution:
    if "slices" in parameters:
        return solve_slices(parameters)
    if "wait" in parameters:
        wait, burst = Fraction(parameters["wait"]), Fraction(parameters["burst"])
        value = (wait + burst) / burst
        if "more" in parameters:
            later = wait + Fraction(parameters["more"])
            second = (later + burst) / burst
            return Solution(
                answer=f"{decimal(value)}；{decimal(second)}",
                steps=f"({decimal(wait)} + {decimal(burst)})/{decimal(burst)} {relation(value)} {decimal(value)}；({decimal(later)} + {decimal(burst)})/{decimal(burst)} {relation(second)} {decimal(second)}。",
            )
        return Solution(
            answer=decimal(value),
            steps=f"响应比 = (等待时间 + 运行时间)/运行时间 = ({decimal(wait)} + {decimal(burst)})/{decimal(burst)} {relation(value)} {decimal(value)}。",
        )
    jobs = [Job(*job) for job in parameters["jobs"]]
    unit = f" {parameters['unit']}" if parameters["unit"] and not parameters["unit"].startswith(("个", "单")) else ""
    answers, workings, conventions, drawing = [], [], [], None
    start = parameters.get("start")
    subjects = iter(parameters.get("subjects", ()))
    tasks = [(task, (next(subjects) if task.startswith("its-") else None, start)) for task in parameters["asked"] if task != "difference"]
    averages = []
    for algorithm in parameters["algorithms"]:
        schedule, variants = _schedules(algorithm, jobs, parameters)
        values = [_values(schedule, task, unit, *one) for task, one in tasks]
        alternative = ""
        for variant, why in variants:
            other = [_values(variant, task, unit, *one) for task, one in tasks]
            if other != values:
                if not why:
                    stay_out("equals decide the answer")
                alternative = f"（{why}：{'，'.join(other)}）"
                conventions.append("时间片用完时恰有新进程到达，新到的先入队；有的教材相反，两个结果都列出")
        answer = "，".join(values) + alternative
        if "difference" in parameters["asked"]:
            if alternative:
                stay_out("two results to compare")
            averages.append(schedule.average(tasks[0][0]))
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
    if averages:
        (one, other), (first, second) = parameters["algorithms"], averages
        said = f"少 {decimal(second - first)}{unit}" if first < second else f"多 {decimal(first - second)}{unit}"
        answers = [f"{one} 比 {other} {said}（{one} {decimal(first)}，{other} {decimal(second)}）"]
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


def _values(schedule: Schedule, task: str, unit: str, subject: str | None = None, start: int | None = None) -> str:
    if task == "order":
        return "完成次序 " + listed(schedule.order, "、")
    if task == "slices":
        return "运行次序 " + "，".join(f"{piece.name} {piece.start}～{piece.end}" for piece in schedule.pieces)
    if task.startswith(("each-", "its-")):
        _, _, what = task.partition("-")

        def time(job: Job) -> str:
            if what == "finish":
                end = schedule.finish(job)
                return f"{(start + end) // 60}:{(start + end) % 60:02}" if start is not None else f"{end}"
            return f"{schedule.turnaround(job) - (job.burst if what == 'waiting' else 0)}{unit}"

        label = {"finish": "完成时刻", "turnaround": "周转时间", "waiting": "等待时间"}[what]
        shown = [job for job in schedule.jobs if subject in (None, job.name)]
        return label + " " + "，".join(f"{job.name} {time(job)}" for job in shown)
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
        hint=r"时间片|切换|多级反馈|周转|fcfs|FCFS|SJF|SPF|SRT|RR|HRR|HRN|先来先服务|先到先服务|短作业|短进程|剩余时间|响应比|轮转|优先级|优先数|优先权",
        recognise=first_reading(recognise, recognise_switching, recognise_levels),
        solve=_solve,
    ),
)
