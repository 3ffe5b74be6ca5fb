"""What a pasted scheduling problem asks, computed by the simulators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.laws.solving import solver
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._cpu_scheduling.feedback_queues import POSSIBLE, Level, feedback
from engine.generators.os._cpu_scheduling.io_bound_topic import IO_BOUND
from engine.generators.os._cpu_scheduling.lettered_bursts import solve_letters
from engine.generators.os._cpu_scheduling.multiprogramming.solving import solve_multiprogramming
from engine.generators.os._cpu_scheduling.one_of_many import solve_one_of_many
from engine.generators.os._cpu_scheduling.schedules import (
    MEASURES,
    Job,
    Schedule,
    drawing_of,
    fcfs,
    hrrn,
    pieces_of,
    priority,
    ratio,
    ratios,
    results,
    round_robin,
    sjf,
    srtn,
)
from engine.generators.os._cpu_scheduling.slices import solve_slices
from engine.generators.os._cpu_scheduling.stages import solve_stages
from engine.generators.os._cpu_scheduling.time_sharing import solve_time_sharing
from engine.generators.os._cpu_scheduling.two_levels import solve_two_levels
from engine.generators.os._cpu_scheduling.waiting import solve_waiting
from engine.generators.quantities import decimal, relation, written_out
from engine.generators.reading import stay_out

_SOLVE_ASKED = solver((IO_BOUND,))


def solve(parameters: Parameters) -> Solution:
    if (asked := _SOLVE_ASKED(parameters)) is not None:
        return asked
    if "slices" in parameters:
        return solve_slices(parameters)
    if "dispatched" in parameters:
        return solve_waiting(parameters)
    if "sharing" in parameters:
        return solve_time_sharing(parameters)
    if "places" in parameters:
        return solve_two_levels(parameters)
    if "rounds" in parameters:
        return solve_one_of_many(parameters)
    if "programs" in parameters:
        return solve_multiprogramming(parameters)
    if "stages" in parameters:
        return solve_stages(parameters)
    if "letters" in parameters:
        return solve_letters(parameters)
    if "wait" in parameters:
        wait, burst = Fraction(parameters["wait"]), Fraction(parameters["burst"])
        value = (wait + burst) / burst
        return Solution(
            answer=decimal(value),
            steps=f"响应比 = (等待时间 + 运行时间)/运行时间 = ({decimal(wait)} + {decimal(burst)})/{decimal(burst)} {relation(value)} {decimal(value)}。",
        )
    jobs = [Job(*job) for job in parameters["jobs"]]
    unit = f" {parameters['unit']}" if parameters["unit"] and not parameters["unit"].startswith(("个", "单")) else ""
    answers, workings, conventions, drawing = [], [], [], None
    start = parameters.get("start")
    subjects = iter(parameters.get("subjects", ()))
    tasks = [
        (task, (next(subjects) if task.startswith("its-") else None, start))
        for task in parameters["asked"]
        if task != "difference" and not task.startswith("best-")
    ]
    averages = []
    scale = int(parameters.get("scale", 1))
    tried: dict[str, list[Schedule]] = {}
    bare: list[list[str]] = [[]]
    for algorithm in parameters["algorithms"]:
        schedule, variants = _schedules(algorithm, jobs, parameters)
        if scale > 1:
            schedule, variants = replace(schedule, scale=scale), [(replace(other, scale=scale), why) for other, why in variants]
        tried[_called(algorithm)] = [schedule, *(variant for variant, _ in variants)]
        values = [_in_hours(_value(schedule, task, unit, *one), schedule, task, parameters) for task, one in tasks]
        choices = [[value.bare for value in values]]
        alternative = ""
        for variant, why in variants:
            other = [_in_hours(_value(variant, task, unit, *one), variant, task, parameters) for task, one in tasks]
            if other != values:
                if not why:
                    if algorithm in ("HRRN", "MLFQ"):
                        stay_out("what the text leaves open decides the answer")
                    conventions.append("相同的，先到达的优先")
                    continue
                alternative = f"（{why}：{'，'.join(value.said for value in other)}）"
                choices.append([value.bare for value in other])
                conventions.append("时间片用完时恰有新进程到达，新到的先入队；有的教材相反，两个结果都列出")
        answer = "，".join(value.said for value in values) + alternative
        bare = [[*one, *more] for one in bare for more in choices]
        if "difference" in parameters["asked"]:
            if alternative:
                stay_out("two results to compare")
            averages.append(schedule.average(tasks[0][0]))
        if answer:
            answers.append(f"{_called(algorithm)}：{answer}" if len(parameters["algorithms"]) > 1 else answer)
        measures = [task for task in parameters["asked"] if task in MEASURES]
        workings.append(
            paragraphs(
                f"**{_called(algorithm)}**",
                pieces_of(schedule),
                ratios(schedule) if algorithm == "HRRN" else "",
                results(schedule, measures[0] if measures else "turnaround"),
            )
        )
        drawing = drawing or (drawing_of(_called(algorithm), schedule) if scale == 1 else None)
    also = tuple("，".join(one) for one in bare)
    if not unit and len(bare[0]) == 1:
        also += tuple(f"{one[0]} {name}" for one in bare for name in ("ms", "s", "min", "h", "毫秒", "秒", "分钟", "小时"))
    if len(tasks) == len(parameters["algorithms"]) == 1:
        also += _other_wordings(jobs, tasks[0][0], schedule, unit)
    if averages:
        (one, other_name), (first, second) = parameters["algorithms"], averages
        said = f"少 {decimal(second - first)}{unit}" if first < second else f"多 {decimal(first - second)}{unit}"
        answers = [f"{one} 比 {other_name} {said}（{one} {decimal(first)}，{other_name} {decimal(second)}）"]
        also = (f"{decimal(abs(second - first))}{unit}",)
    for task in parameters["asked"]:
        if task.startswith("best-"):
            name, best = task.removeprefix("best-"), _best(tried, task.removeprefix("best-"))
            means = "、".join(f"{each} {decimal(one[0].average(name))}" for each, one in tried.items())
            answers.append(f"{MEASURES[name]}最小的是 {'、'.join(best)}（{means}）")
            also = tuple(wording for wording in _NAMES.get(best[0], (best[0],))) if len(best) == 1 and not tasks else ()
    if len({job.arrival for job in jobs}) < len(jobs):
        conventions.append("同时到达的按列出的次序")
    conventions.append("不计调度和切换的开销")
    return Solution(
        answer="；".join(answers),
        also=also,
        steps=paragraphs(*workings),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=drawing,
    )


_NAMES = {
    "FCFS": ("FCFS", "先来先服务", "先来先服务算法", "先来先服务调度算法", "先来先服务（FCFS）"),
    "SJF": ("SJF", "短作业优先", "短作业优先算法", "短作业优先调度算法", "最短作业优先", "短进程优先", "短作业优先（SJF）"),
    "SRTN": ("SRTN", "SRTF", "最短剩余时间优先", "最短剩余时间优先算法"),
    "HRRN": ("HRRN", "高响应比优先", "最高响应比优先", "高响应比优先算法"),
    "PRIORITY": ("优先级调度", "优先级", "优先级调度算法"),
    "RR": ("RR", "时间片轮转", "时间片轮转算法", "时间片轮转调度算法"),
}


def _called(algorithm: str) -> str:
    """How an algorithm is called beside others; one that is tried with several slices with its own."""
    slice_ = algorithm.removeprefix("RR")
    return f"RR（时间片 {slice_}）" if slice_.isdigit() else algorithm


def _best(tried: dict[str, list[Schedule]], measure: str) -> list[str]:
    """The algorithms of the least mean.

    Raises:
        StayOut: what the text leaves open decides.
    """

    def least(means: dict[str, Fraction]) -> list[str]:
        return [name for name, mean in means.items() if mean == min(means.values())]

    means = {name: schedules[0].average(measure) for name, schedules in tried.items()}
    best = least(means)
    if any(least(means | {name: other.average(measure)}) != best for name, others in tried.items() for other in others[1:]):
        stay_out("what the text leaves open decides which is the best")
    return best


def _other_wordings(jobs: Sequence[Job], task: str, schedule: Schedule, unit: str) -> tuple[str, ...]:
    """How the options of a pasted question may say one answer."""
    if task in ("order", "slices"):
        names = schedule.order if task == "order" else [piece.name for piece in schedule.pieces]
        digits = [patterns.sub(r"\D", "", name) for name in names]
        rows = [list(names), *([digits] if all(digits) else [])]
        return tuple(listed(row, separator) for row in rows for separator in ("", ",", "、", "→", "->", "-", " ", ", "))
    if task in MEASURES:
        total = schedule.average(task) * len(jobs)
        mean = schedule.average(task)
        exact: tuple[str, ...] = tuple(f"{decimal(mean, digits)}{unit}" for digits in (1, 3, 4))
        exact += (f"{total}/{len(jobs)}{unit}",) if total.denominator == 1 else ()
        hours = (f"{decimal(schedule.average(task) / 60)} h", f"{decimal(schedule.average(task) / 60)} 小时")
        return exact + (hours if unit == " min" and task != "weighted" else ())
    return ()


def _schedules(algorithm: str, jobs: list[Job], parameters: Parameters) -> tuple[Schedule, list[tuple[Schedule, str]]]:
    """The schedule, and those that other conventions give: (schedule, how it is said), without words where nobody could choose."""
    begin = int(parameters.get("begin", 0))
    if algorithm.startswith("RR"):
        quantum = int(algorithm.removeprefix("RR") or parameters["quantum"]) * int(parameters.get("scale", 1))
        if parameters["arrivals_first"] is not None:
            return round_robin(jobs, quantum, arrivals_first=parameters["arrivals_first"], begin=begin), []
        other = round_robin(jobs, quantum, arrivals_first=False, begin=begin)
        return round_robin(jobs, quantum, begin=begin), [(other, "若时间片用完的进程先入队")]
    if algorithm == "FCFS":
        order = parameters.get("own_order")
        return fcfs(sorted(jobs, key=lambda job: order.index(job.name)) if order else jobs, begin=begin), []
    if algorithm == "MLFQ":
        levels = [Level(bool(shortest), quantum) for shortest, quantum in parameters["queues"]["levels"]]
        told = parameters["queues"]["preempted"]
        schedules = [feedback(jobs, levels, rules) for rules in POSSIBLE if told in (None, rules.preempted_to)]
        return schedules[0], [(schedule, "") for schedule in schedules[1:]]

    def run(listed_jobs: Sequence[Job], latest_first: bool) -> Schedule:
        if algorithm in ("PRIORITY", "非抢占优先级", "抢占优先级"):
            return priority(
                listed_jobs,
                larger_first=parameters["larger_first"],
                preemptive=parameters["preemptive"] if algorithm == "PRIORITY" else algorithm == "抢占优先级",
                latest_first=latest_first,
                begin=begin,
            )
        return {"SJF": sjf, "SRTN": srtn, "HRRN": hrrn}[algorithm](listed_jobs, latest_first=latest_first, begin=begin)

    # Equals the other way round: where that changes what is asked, the text would have to say who goes first.
    backwards = run(jobs[::-1], latest_first=True)
    return run(jobs, latest_first=False), [(Schedule(tuple(jobs), backwards.pieces, backwards.choices), "")]


@dataclass(frozen=True, slots=True)
class _Value:
    """One answer: with the name of what was asked, and without (nor the jobs' names, whose figures an option may lack)."""

    said: str
    bare: str


_TIMES = {"finish": "完成时刻", "turnaround": "周转时间", "waiting": "等待时间", "weighted": "带权周转时间", "start": "开始运行的时刻"}


def _in_hours(value: _Value, schedule: Schedule, task: str, parameters: Parameters) -> _Value:
    """A mean time in hours, and in minutes beside it, where the times are told in parts of hours."""
    if not parameters.get("hours") or task not in ("turnaround", "waiting"):
        return value
    return replace(value, said=f"{MEASURES[task]} {written_out(schedule.average(task) / 60)} h（即 {decimal(schedule.average(task))} min）")


def _value(schedule: Schedule, task: str, unit: str, subject: str | None = None, start: int | None = None) -> _Value:
    def clock(time: int) -> str:
        return f"{(start + time) // 60}:{(start + time) % 60:02}" if start is not None else schedule.shown(time)

    if task == "order":
        return _Value("完成次序 " + listed(schedule.order, "、"), listed(schedule.order, "、"))
    if task == "slices":
        shown = "，".join(f"{piece.name} {schedule.shown(piece.start)}～{schedule.shown(piece.end)}" for piece in schedule.pieces)
        return _Value("运行次序 " + shown, listed((piece.name for piece in schedule.pieces), "、"))
    if task == "ratios":
        if len(schedule.pieces) != len(schedule.jobs):
            stay_out("a job that is chosen more than once")
        by_name = {job.name: job for job in schedule.jobs}
        ratios_told = [(piece.name, ratio(by_name[piece.name], piece.start)) for piece in schedule.pieces]
        return _Value(
            "选中时的响应比 " + "，".join(f"{name} {decimal(value)}" for name, value in ratios_told),
            "，".join(decimal(value) for _, value in ratios_told),
        )
    if task == "makespan":
        end = max(piece.end for piece in schedule.pieces)
        first = min(job.arrival for job in schedule.jobs)
        if first:
            stay_out("from when on")
        return _Value(f"全部完成于 {clock(end)}{unit if start is None else f'（共 {schedule.shown(end)}{unit}）'}", f"{clock(end)}")
    if task == "dispatches":
        return _Value(f"共调度 {len(schedule.pieces)} 次", f"{len(schedule.pieces)} 次")
    if task == "switches":
        return _Value(f"切换 {len(schedule.pieces) - 1} 次（不计开始和结束）", f"{len(schedule.pieces) - 1} 次")
    if task == "chosen":
        return _Value(f"选中 {schedule.pieces[0].name}", schedule.pieces[0].name)
    if task in ("last", "first"):
        name = schedule.order[-1 if task == "last" else 0]
        return _Value(f"{'最后' if task == 'last' else '最先'}完成的是 {name}", name)
    if task.startswith(("each-", "its-")):
        _, _, what = task.partition("-")

        def one(job: Job) -> str:
            if what == "finish":
                return clock(schedule.finish(job))
            if what == "start":
                return clock(min(piece.start for piece in schedule.pieces if piece.name == job.name))
            if what == "weighted":
                return decimal(Fraction(schedule.turnaround(job), job.burst))
            return f"{schedule.shown(schedule.turnaround(job) - (job.burst if what == 'waiting' else 0))}{unit}"

        chosen = [job for job in schedule.jobs if subject in (None, job.name)]
        return _Value(f"{_TIMES[what]} " + "，".join(f"{job.name} {one(job)}" for job in chosen), "，".join(map(one, chosen)))
    if task.startswith("total-"):
        _, _, what = task.partition("-")
        if what not in ("turnaround", "waiting"):
            stay_out(task)
        total = schedule.average(what) * len(schedule.jobs)
        return _Value(f"总{_TIMES[what]} {decimal(total)}{unit}", f"{decimal(total)}{unit}")
    if task in ("finish", "start"):
        stay_out(f"the average of {task}")
    value = schedule.average(task)
    total = value * len(schedule.jobs)
    if task == "weighted":
        return _Value(f"{MEASURES[task]} {relation(value, 4)} {written_out(value)}".replace(" = ", " "), decimal(value))
    return _Value(
        f"{MEASURES[task]} {decimal(total)}/{len(schedule.jobs)} {relation(value, 4)} {written_out(value)}{unit}", f"{decimal(value)}{unit}"
    )
