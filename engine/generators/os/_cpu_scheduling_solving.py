"""What a pasted scheduling problem asks, computed by the simulators."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._cpu_slices import solve_slices
from engine.generators.os._schedules import (
    MEASURES,
    Job,
    Schedule,
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
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out


def solve(parameters: Parameters) -> Solution:
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
        measures = [task for task in parameters["asked"] if task in MEASURES]
        workings.append(
            paragraphs(
                f"**{algorithm}**",
                pieces_of(schedule),
                ratios(schedule) if algorithm == "HRRN" else "",
                results(schedule, measures[0] if measures else "turnaround"),
            )
        )
        drawing = drawing or drawing_of(algorithm, schedule)
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
        return f"{MEASURES[task]} {relation(value)} {decimal(value)}".replace(" = ", " ")
    return f"{MEASURES[task]} {decimal(total)}/{len(schedule.jobs)} {relation(value)} {decimal(value)}{unit}"
