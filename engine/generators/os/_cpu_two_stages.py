"""Batch jobs scheduled twice: which of those waiting outside comes into memory, and which of those in memory has the processor."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.os._cpu_jobs_reading import read_jobs
from engine.generators.os._cpu_spelling import spelled_out
from engine.generators.os._schedules import Job, Piece, Schedule, drawing_of, joined
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, relation
from engine.generators.reading import INTEGER, to_int

_FIRST = r"(?:先来先服务|FCFS)"
_SHORT = r"(?:最?短作业优先|SJF)"
_RANK = r"(?:以)?(?:优先[级数权]|静态优先[级数权])(?:为基础)?(?:的)?(?:高者优先)?"
_PREEMPTS = r"(?:的)?(?:可?抢占|可?剥夺)(?:式|方式)?(?:的)?"
_WORDS = (
    "某 有 一个 多道 批处理 系统 批处理系统 作业 进程 调度 算法 调度算法 采用 使用 的 内存 主存 中 序列 作业序列 如下 如下表 所示 下表 表 表中 所列 即为 为 是 优先数 优先级 各 每个 到达 时间 估计 预估 预计 运行 所需 单位 分钟 小时 求 列出 给出 计算 这 批 一批 情况 "
    "道 设 假设 不考虑 开销 系统开销 其中 且 现有 四个 三个 五个 它们 时刻 提交 数值 数 小 越 高 单处理机 CPU 处理机 环境 下 装入 就绪 对 和 "
)


def run_both(jobs: Sequence[Job], room: int, shortest_enters: bool, smaller_first: bool) -> tuple[Schedule, dict[str, int]]:
    """Who runs when, and when each comes into memory. Whoever is there at a moment is looked at before anybody is chosen."""
    left = {job.name: job.burst for job in jobs}
    entered: dict[str, int] = {}
    now, pieces = min(job.arrival for job in jobs), []
    sign = 1 if smaller_first else -1
    while any(left.values()):
        outside = [job for job in jobs if job.arrival <= now and job.name not in entered]
        outside.sort(key=lambda job: (job.burst if shortest_enters else job.arrival, job.arrival))
        inside = [job for job in jobs if job.name in entered and left[job.name]]
        while outside and len(inside) < room:
            entered[outside[0].name] = now
            inside.append(outside.pop(0))
        if inside:
            chosen = min(inside, key=lambda job: (sign * job.priority, job.arrival))
            pieces.append(Piece(chosen.name, now, now + 1))
            left[chosen.name] -= 1
        now += 1
    return Schedule(tuple(jobs), joined(pieces)), entered


def recognise_two_stages(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("作业调度", text) or not patterns.search("进程调度", text):
        return None
    reading = Topic(spelled_out(text))
    reading.refuse("时间片|轮转|响应比|磁带|打印机|反馈|I/?O|紧凑|移动")
    room = reading.take_one(
        rf"(?:内存|主存)?(?:中)?(?:最多|至多|只能|同时|可|能|容纳|装入|存放|有|允许|一个)*(?P<value>{INTEGER})\s*道(?:作业|程序)(?:同时)?(?:在内存|装入|运行)?(?:的)?(?=批处理|多道|系统|,|。|并发)",
        to_int,
    )
    entering = reading.take(
        rf"作业调度(?:算法|策略)?(?:采用|使用|按照?|为|是)*(?:的是)?(?:(?P<short>{_SHORT})|(?P<first>{_FIRST}))(?:的)?(?:调度)?(?:算法|策略|原则)?"
    )
    running = reading.take(
        rf"进程调度(?:算法|策略)?(?:采用|使用|按照?|为|是)*(?:的是)?(?:{_RANK}{_PREEMPTS}|{_PREEMPTS}{_RANK}|基于{_RANK}{_PREEMPTS})(?:调度)?(?:算法|策略|方式)?"
    )
    smaller = reading.take_all(
        r"\(?(?:其中)?(?:表中所列)?(?:作业)?(?:优先[数级])?(?:即为)?(?:进程)?(?:的)?(?:优先[数级权])?[,、]?(?:且)?(?:数值|数|优先数|值)越?小(?:的)?(?:,|则|其)*优先[级权](?:别)?越?高\)?"
    )
    larger = reading.take_all(r"\(?(?:其中)?(?:数值|数|优先数|值)越?大(?:的)?(?:,|则|其)*优先[级权](?:别)?越?高\)?")
    reading.take_all(r"\(?(?:表中)?(?:所列)?(?:的)?作业优先[数级](?:即|就)(?:为|是)进程(?:的)?优先[数级]\)?")
    jobs, unit = read_jobs(reading)
    asked = reading.ask(
        (
            (
                r"(?:列出|给出|写出|求出?)?(?:所有|各|每个|全部)?(?:个)?作业(?:的)?(?:进入|装入|调入)(?:内存|主存)(?:的)?(?:时间|时刻)?(?:及|和|、|与|以及)(?:运行)?(?:结束|完成)(?:运行)?(?:的)?(?:时间|时刻)",
                "times",
            ),
            (r"平均带权周转时间(?:是|为)?(?:多少|几)?", "weighted"),
            (r"平均周转时间(?:是|为)?(?:多少|几)?", "turnaround"),
        )
    )
    reading.finish(_WORDS)
    if (
        not asked
        or not entering
        or not running
        or room is None
        or bool(smaller) == bool(larger)
        or not jobs
        or len(jobs[0]) != 4
        or unit != "min"
    ):
        return None
    if not 2 <= room <= 4 or len({job[3] for job in jobs}) != len(jobs):
        return None
    clock = [int(hour) * 60 + int(minute) for hour, minute in patterns.findall(r"(?<!\d)(\d{1,2})[:点](\d{2})", reading.text)]
    return Recognition(
        parameters={"twice": [list(job) for job in jobs], "room": room, "shortest": bool(entering["short"]), "smaller": bool(smaller), "start": min(clock, default=0), "asked": asked},
        understood=(
            ("作业", "；".join(f"{job[0]} {job[1]} 到达，运行 {job[2]}，优先数 {job[3]}" for job in jobs)),
            ("内存", f"同时 {room} 道"),
            ("作业调度", "短作业优先" if entering["short"] else "先来先服务"),
            ("进程调度", f"优先数越{'小' if smaller else '大'}越优先，抢占式"),
        ),
    )  # fmt: skip


def solve_two_stages(parameters: Parameters) -> Solution:
    """The moments of every job, and the means."""
    jobs = [Job(str(name), int(arrival), int(burst), int(rank)) for name, arrival, burst, rank in parameters["twice"]]
    schedule, entered = run_both(jobs, int(parameters["room"]), bool(parameters["shortest"]), bool(parameters["smaller"]))
    start = int(parameters["start"])

    def at(time: int) -> str:
        return f"{(start + time) // 60}:{(start + time) % 60:02}"

    said = []
    for task in parameters["asked"]:
        if task == "times":
            said.append("；".join(f"{job.name} {at(entered[job.name])} 进入内存，{at(schedule.finish(job))} 结束" for job in jobs))
            continue
        mean: Fraction = schedule.average(task)
        name, unit = ("平均周转时间", " min") if task == "turnaround" else ("平均带权周转时间", "")
        said.append(f"{name} {relation(mean)} {decimal(mean)}{unit}".replace(" = ", " "))
    rows = [
        (job.name, at(job.arrival), job.burst, job.priority, at(entered[job.name]), at(schedule.finish(job)), schedule.turnaround(job))
        for job in jobs
    ]
    mean = schedule.average(parameters["asked"][-1]) if parameters["asked"] != ["times"] else Fraction(0)
    return Solution(
        answer="；".join(said),
        also=(f"{decimal(mean)} min", f"{decimal(mean)} 分钟") if parameters["asked"] == ["turnaround"] else (),
        steps=paragraphs(
            "运行次序：" + "，".join(f"{at(piece.start)}～{at(piece.end)} {piece.name}" for piece in schedule.pieces) + "。",
            table(("作业", "到达", "运行", "优先数", "进入内存", "结束", "周转"), rows),
        ),
        conventions=("内存有空位时，在已到达的作业中按作业调度算法选一个进入内存", "不计调度和切换的开销"),
        drawing=drawing_of("进程调度", schedule),
    )
