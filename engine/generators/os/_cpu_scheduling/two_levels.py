"""A batch system that holds only so many jobs in memory: which jobs are let in, and which of those in memory runs.

After the courses' exercises: whoever arrives or is let in at the moment somebody is done is there for the choice of that moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.os._cpu_scheduling.jobs_reading import TENTHS, read_jobs
from engine.generators.os._cpu_scheduling.schedules import Job, Piece, Schedule, drawing_of
from engine.generators.os._cpu_scheduling.spelling import spelled_out
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._scenery import SCENERY
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

_ADMIT = (
    ("SJF", r"(?:短|最短)(?:作业|任务)?(?:者)?优先|SJF"),
    ("FCFS", r"先来先服务|先到先服务|FCFS"),
    ("PRIORITY", r"(?:静态)?优先(?:级|数|权)"),
)
_RUN = (
    ("SRTN", r"(?:最短)?剩余时间(?:最短)?优先|(?:可?抢占|可?剥夺)(?:式)?(?:的)?(?:短|最短)(?:作业|进程)优先|SRTN?|SRTF"),
    ("PRIORITY", r"优先(?:级|数|权)"),
    ("FCFS", r"先来先服务|先到先服务|FCFS"),
)
_NAMES = {"SJF": "短作业优先", "FCFS": "先来先服务", "PRIORITY": "优先级", "SRTN": "最短剩余时间优先"}
_QUESTIONS = (
    Question(name="enter", key=r"(?:进入|调入|装入)(?:内存|主存)(?:的)?(?:时间|时刻)?"),
    Question(name="end", key=r"(?:完成|结束|运行结束|执行完)(?:的)?(?:时间|时刻)"),
    Question(name="weighted", key=r"平均(?:的)?带权周转(?:时间|系数)?|带权平均周转时间"),
    Question(name="turnaround", key=r"平均(?:的)?周转(?:时间)?"),
    Question(name="each-weighted", key=r"带权周转(?:时间|系数)?"),
    Question(name="each-turnaround", key=r"周转(?:时间)?"),
    Question(name="order", key=r"(?:完成|结束)(?:的)?(?:先后)?(?:次序|顺序)"),
)
_ORDER = r"(?:(?:并且?|且|其中|这里|作业|进程|的)*)(?:优先数|数值|数字|优先级(?:数)?|数)?(?:的)?(?:值)?越(?P<most>[小大])(?:的)?(?:,)?(?:则|其|表示)*(?:作业|进程|的)*优先(?:级|权)?(?:别)?(?:就)?越?高"


@dataclass(frozen=True, slots=True)
class Run:
    """What happened: the pieces of running, and when each job was let into memory."""

    schedule: Schedule
    entered: dict[str, int]


def run_through(jobs: Sequence[Job], places: int, admit: str, run: str, *, larger: bool, preemptive: bool) -> Run:
    """Jobs through a memory of so many places.

    Raises:
        StayOut: two jobs are alike for a choice.
    """
    left = {job.name: job.burst for job in jobs}
    waiting, inside = list(jobs), list[Job]()
    entered: dict[str, int] = {}
    pieces: list[Piece] = []
    now, running = min(job.arrival for job in jobs), None

    def score(job: Job, rule: str, remaining: int) -> tuple[int, ...]:
        if rule == "PRIORITY":
            return (-job.priority if larger else job.priority,)
        if rule in ("SJF", "SRTN"):
            return (remaining,)
        return (job.arrival if rule == admit else entered.get(job.name, 0), job.arrival)

    def chosen(among: Sequence[Job], rule: str) -> Job:
        scores = [score(job, rule, left[job.name]) for job in among]
        if scores.count(min(scores)) > 1:
            stay_out("two alike")
        return among[scores.index(min(scores))]

    while any(left.values()):
        while len(inside) < places and (there := [job for job in waiting if job.arrival <= now]):
            job = chosen(there, admit)
            entered[job.name] = now
            inside.append(job)
            waiting.remove(job)
        if not inside:
            now = min(job.arrival for job in waiting)
            continue
        if running not in inside or preemptive:
            running = chosen(inside, run)
        assert running is not None
        arrivals = [job.arrival for job in waiting if job.arrival > now]
        until = min([now + left[running.name], *(arrivals if len(inside) < places else [])])
        pieces.append(Piece(running.name, now, until))
        left[running.name] -= until - now
        now = until
        if not left[running.name]:
            inside.remove(running)
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].name == piece.name and joined[-1].end == piece.start:
            joined[-1] = Piece(piece.name, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return Run(Schedule(tuple(jobs), tuple(joined)), entered)


class _Batch(Inquiry):
    """Tables may stand in one line."""

    spaced = False


def recognise_two_levels(text: str) -> Recognition | None:
    """A batch system of two or three jobs at a time; None: another problem."""
    text = spelled_out(text)
    if not patterns.search(r"作业调度|作业的调度|高级调度", text) or not patterns.search(r"进程调度|低级调度|CPU调度|处理机调度", text):
        return None
    reading = _Batch(text)
    reading.refuse(r"加上[^,;。]{0,8}时间|插队")
    number = r"(?P<value>[两二三23])"
    places = [
        "零一二三".find(match["value"].replace("两", "二")) if not match["value"].isdigit() else int(match["value"])
        for match in reading.take_all(
            rf"(?:一个|某个?)?(?:具有|有|可以?|能|最多|至多|同时|容纳|允许|在内存中?)*{number}道(?:作业|程序)?(?:同时)?(?:在|进入)?(?:内存)?(?:运行)?(?:的)?(?:多道)?(?:批处理)?(?:操作)?(?:系统)?|(?:内存|主存)(?:中|里)?(?:同时)?(?:最多|至多|只能|可以?|能)+(?:同时)?(?:容纳|存放|装入|有|运行)(?P<other>[两二三23])(?:道|个)(?:作业|程序)?".replace(
                "(?P<other>[两二三23])", number.replace("value", "other")
            )
        )
        if match["value"]
    ]
    sentence = r"(?:的)?(?:调度)?(?:算法|策略|方式)?"
    admitted = reading.take(rf"作业(?:的)?调度(?:算法)?(?:采用|使用|用|按|是|为)+(?P<rule>[^,;。]{{2,16}}?){sentence}(?=[,;。])")
    ran = reading.take(rf"(?:进程|CPU|处理机)(?:的)?调度(?:算法)?(?:采用|使用|用|按|是|为)+(?P<rule>[^。;]{{2,30}}?){sentence}(?=[,;。(])")
    if admitted is None or ran is None or len(set(places)) != 1:
        return None
    admit = next((name for name, pattern in _ADMIT if patterns.search(pattern, admitted["rule"])), None)
    run = next((name for name, pattern in _RUN if patterns.search(pattern, ran["rule"])), None)
    without = patterns.search(r"(?:非|不可|不)(?:抢占|剥夺)", ran["rule"])
    preemptive = run == "SRTN" or (without is None and patterns.search("抢占|剥夺", ran["rule"]) is not None)
    reading.take_all(
        r"(?:作业)?(?:的)?优先数(?:即|就是|也就是|同时也是|等于)(?:为|是)?进程(?:的)?优先数|(?:在)?(?:下|如下)表所示的?(?:作业序列)?|(?:即|也就是)?(?:作业|进程)?(?:已)?在?(?:内存|主存)?中?的?(?:优先数)?高的进程(?:可)?抢占CPU"
    )
    order = {match["most"] for match in reading.take_all(_ORDER)}
    jobs, unit = read_jobs(reading)
    if unit is not None and unit.startswith(TENTHS):
        return None
    asked = [name for _, name in reading.inquire(_QUESTIONS)]
    reading.take_all(r"(?:列出|写出|求|给出|计算)?(?:所有|各个?|每个?)(?:作业|进程)(?:的)?")
    reading.finish_knowing(
        SCENERY
        + "作业 进程 系统 批处理 多道 调度 算法 采用 有 一个 的 时间 内存 序列 作业序列 所有 各 每个 优先数 优先级 下表 表 如下表 所示 到达 估计 运行 时刻 次序 列出 及 忽略 开销 现 为基础 以 基础 式"
    )
    if not jobs or admit is None or run is None or not asked or len(set(asked)) != len(asked):
        return None
    if ("PRIORITY" in (admit, run)) and (len(jobs[0]) < 4 or len(order) != 1):
        return None
    if run == "PRIORITY" and not preemptive and without is None:
        return None
    clock = [int(hour) * 60 + int(minute) for hour, minute in patterns.findall(r"(?<!\d)(\d{1,2})[:点](\d{2})", reading.text)]
    larger = order == {"大"}
    return Recognition(
        parameters={
            "places": places[0], "admit": admit, "run": run, "larger": larger, "preemptive": preemptive, "jobs": jobs, "asked": asked,
            "unit": unit or "", "clock": min(clock) if clock and unit == "min" else None,
        },
        understood=(
            ("内存", f"同时 {places[0]} 道作业"),
            ("作业调度", _NAMES[admit]),
            ("进程调度", ("抢占式" if preemptive and run == "PRIORITY" else "") + _NAMES[run] + (f"（优先数越{'大' if larger else '小'}越优先）" if "PRIORITY" in (admit, run) else "")),
            ("作业", "；".join(f"{job[0]} {job[1]} 到达，运行 {job[2]}" + (f"，优先数 {job[3]}" if len(job) > 3 else "") for job in jobs)),
        ),
    )  # fmt: skip


def solve_two_levels(parameters: Parameters) -> Solution:
    """What is asked of the run, with who runs when."""
    jobs = [Job(*job) for job in parameters["jobs"]]
    run = run_through(
        jobs, int(parameters["places"]), parameters["admit"], parameters["run"],
        larger=bool(parameters["larger"]), preemptive=bool(parameters["preemptive"]),
    )  # fmt: skip
    schedule, unit = run.schedule, f" {parameters['unit']}" if parameters["unit"] else ""
    earliest = min(job.arrival for job in jobs)

    def at(time: int) -> str:
        if parameters["clock"] is None:
            return str(time)
        minutes = int(parameters["clock"]) + time - earliest
        return f"{minutes // 60}:{minutes % 60:02d}"

    said = []
    asked = list(parameters["asked"])
    if "enter" in asked or "end" in asked:
        said.append(
            "；".join(
                f"{job.name}："
                + "，".join(
                    f"{word} {at(time)}"
                    for name, word, time in (("enter", "进入内存", run.entered[job.name]), ("end", "结束", schedule.finish(job)))
                    if name in asked
                )
                for job in jobs
            )
        )
    for name, values in (
        ("each-turnaround", [Fraction(schedule.turnaround(job)) for job in jobs]),
        ("each-weighted", [Fraction(schedule.turnaround(job), job.burst) for job in jobs]),
    ):
        if name in asked:
            word = "周转时间" if name == "each-turnaround" else "带权周转时间"
            said.append(f"{word} " + "，".join(f"{job.name} {decimal(value)}" for job, value in zip(jobs, values, strict=True)))
    for name, word, mark in (("turnaround", "平均周转时间", unit), ("weighted", "平均带权周转时间", "")):
        if name in asked:
            value = schedule.average(name)
            said.append(f"{word} {'' if relation(value) == '=' else '≈ '}{decimal(value)}{mark}")
    if "order" in asked:
        said.append(f"完成次序 {'、'.join(schedule.order)}")
    rows = [(job.name, at(job.arrival), at(run.entered[job.name]), at(schedule.finish(job)), schedule.turnaround(job)) for job in jobs]
    ways = "，".join(f"{at(piece.start)}～{at(piece.end)} {piece.name}" for piece in schedule.pieces)
    return Solution(
        answer="；".join(said),
        steps=paragraphs(f"CPU 依次运行：{ways}。", table(("作业", "到达", "进入内存", "结束", "周转时间"), rows)),
        conventions=("作业结束的同时若有作业到达或调入，该时刻的选择包括它们", "不计调度和切换的开销"),
        drawing=drawing_of(f"同时 {parameters['places']} 道作业", schedule),
    )
