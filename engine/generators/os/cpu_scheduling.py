"""CPU scheduling: FCFS, SJF, SRTN, RR, HRRN and priority, with turnaround, weighted turnaround and waiting times.

Definitions after Silberschatz, Operating System Concepts (CPU scheduling) and Tang, Computer Operating Systems (HRRN, weighted
turnaround). Equals go by arrival, then by the order in which they are listed. Under RR a process that arrives when a slice ends
enters the queue before the one whose slice ended; questions say so. A slice ends early when its process ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.laws.solving import recogniser
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._cpu_scheduling.io_bound_topic import IO_BOUND
from engine.generators.os._cpu_scheduling.lettered_bursts import recognise_letters
from engine.generators.os._cpu_scheduling.multiprogramming.reading import recognise_multiprogramming
from engine.generators.os._cpu_scheduling.one_of_many import recognise_one_of_many
from engine.generators.os._cpu_scheduling.reading import recognise
from engine.generators.os._cpu_scheduling.schedules import (
    MEASURES,
    Job,
    Piece,
    Schedule,
    by_choice,
    drawing_of,
    fcfs,
    hrrn,
    pieces_of,
    priority,
    ratios,
    results,
    round_robin,
    sjf,
    srtn,
)
from engine.generators.os._cpu_scheduling.slices import recognise_switching
from engine.generators.os._cpu_scheduling.solving import solve
from engine.generators.os._cpu_scheduling.stages import recognise_stages
from engine.generators.os._cpu_scheduling.time_sharing import recognise_time_sharing
from engine.generators.os._cpu_scheduling.two_levels import recognise_two_levels
from engine.generators.os._cpu_scheduling.waiting import recognise_waiting
from engine.generators.quantities import decimal, relation

POINT_SHORT = "os.process.scheduling-fcfs-sjf"
POINT_ROUND = "os.process.scheduling-rr-mlfq"


# --- questions ---------------------------------------------------------------------------------------------------------------------

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
            f"{MEASURES[measure]}{'约为' if measure == 'weighted' else '为'}"
        ),
        right=_shown(right, unit),
        wrong=[item for item in wrong if not item.text.startswith(("-", "0.00"))],
        steps=paragraphs(
            pieces_of(schedule),
            ratios(schedule) if algorithm == "HRRN" else "",
            results(schedule, measure),
            _closing(schedule, measure, sign, _shown(right, unit)),
        ),
        parameters=_parameters(measure, algorithm, jobs, quantum, larger, preemptive),
        drawing=drawing_of(f"RR，时间片 {quantum} ms" if algorithm == "RR" else name, schedule),
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
        drawing=drawing_of(f"RR，时间片 {quantum} ms，切换 {cost} ms", schedule),
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
        steps=paragraphs(pieces_of(schedule), ratios(schedule) if algorithm == "HRRN" else "", f"按完成时刻排列：{right}"),
        parameters=_parameters("order", algorithm, jobs, quantum, larger, preemptive),
        drawing=drawing_of(f"RR，时间片 {quantum} ms" if algorithm == "RR" else name, schedule),
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


def _closing(schedule: Schedule, measure: str, sign: str, shown: str) -> str:
    count = len(schedule.jobs)
    if measure == "weighted":
        terms = " + ".join(f"{schedule.turnaround(job)}/{job.burst}" for job in schedule.jobs)
    else:
        terms = " + ".join(str(schedule.turnaround(job) - (job.burst if measure == "waiting" else 0)) for job in schedule.jobs)
    return f"{MEASURES[measure]}为 ({terms})/{count} {sign} {shown}"


KIND = Kind(
    name="cpu-scheduling",
    title="处理机调度",
    points=(POINT_SHORT, POINT_ROUND),
    versions={1: _write},
    solver=Solver(
        hint=r"输入.{0,3}(?:计算|处理)|(?:CPU|计算|处理机)[^。]{0,8}\d+\s*(?:ms|s|秒|毫秒|分钟|min)|多道|时间片|切换|多级反馈|周转|fcfs|FCFS|SJF|SPF|SRT|RR|HRR|HRN|先来先服务|先到先服务|短作业|短进程|剩余时间|响应比|轮转|优先级|优先数|优先权",
        recognise=first_reading(
            recognise,
            recognise_switching,
            recognise_letters,
            recognise_one_of_many,
            recognise_stages,
            recognise_multiprogramming,
            recognise_waiting,
            recognise_two_levels,
            recognise_time_sharing,
            recogniser(IO_BOUND),
            solve=solve,
        ),
        solve=solve,
    ),
)
