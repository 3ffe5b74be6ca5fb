"""Processes that have been waiting already when scheduling begins, each dispatch costing time: the mean turnaround without preemption."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._cpu_scheduling.terms import BURST, PRIORITY, UNIT, UNIT_NAMES
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, relation

_UNIT = rf"(?:[μu]s|微秒|{UNIT})"
_CELL = rf"(?P<value>\d+)\s*(?P<unit>{_UNIT})?"
_WORDS = "某 系统 采用 基于 优先权 优先级 优先数 的 进程 进程调度 调度 策略 调度策略 算法 就绪队列 就绪 队列 中 有 其 在 等待 等待时间 需要 CPU时间 如下表 如下表所示 如下 所示 下表 表 和 与 时刻 起 开始 从 则 系统的 完成 一次 切换 进程切换 所需 系统时间 时间 开销 为 是 值 大 小 优先 获得 CPU 先 三个 四个 五个 T T时刻 若 方式 当前 需要的 服务时间 运行时间 "


def recognise_waiting(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    reading = Topic(patterns.sub(r"(?<![A-Za-z])T\s*(?=时刻)", "某", text))
    if not reading.has("等待时间") or not reading.has("周转") or reading.has(r"(?<!非)(?<!不可)(?<!不)抢占|剥夺|到达|轮转|响应比"):
        return None
    read = reading.take_table()
    if read is None:
        return None
    unit = rf"(?:\s*[/(]\s*(?:{_UNIT})\s*\)?)?"
    columns = read.by_heading(
        (
            (r"(?:进程|作业)(?:名|号|编号)?", "name"),
            (rf"(?:已)?等待(?:的)?时间{unit}", "waited"),
            (rf"(?:{BURST}|需要的?CPU时间|CPU时间){unit}", "burst"),
            (rf"{PRIORITY}(?:值)?", "priority"),
        )
    )
    if not {"name", "waited", "burst"} <= set(columns):
        return None
    units: set[str] = set()
    numbers: dict[str, list[int]] = {}
    for name in ("waited", "burst", "priority"):
        for cell in columns.get(name, ()):
            match = patterns.fullmatch(_CELL, cell.strip())
            if match is None:
                return None
            if match["unit"]:
                units.add(_plain(match["unit"]))
            numbers.setdefault(name, []).append(int(match["value"]))
    cost = reading.take(
        rf"(?:完成|进行)?(?:一次|每次)(?:进程)?(?:调度|切换)(?:(?:和|与|及|、)(?:进程)?(?:调度|切换))?(?:的|所需的?|需要的?)?(?:系统)?(?:时间)?(?:的)?(?:开销)?(?:为|是|需要?|:)*\s*{_CELL}"
    )
    reading.take_all(r"(?:非|不可|不)(?:抢占|剥夺)(?:式|方式)?(?:的)?")
    larger = reading.take_all(
        rf"{PRIORITY}(?:值)?(?:越)?(?:大|高)(?:的|者)?(?:进程)?(?:越)?(?:优先(?:获得CPU|调度|运行|级越高)?|先(?:运行|获得CPU))?"
    )
    smaller = reading.take_all(
        rf"{PRIORITY}(?:值)?(?:越)?小(?:的|者)?(?:进程)?(?:越)?(?:优先(?:获得CPU|调度|运行|级越高)?|先(?:运行|获得CPU))?"
    )
    shortest = reading.take_all(r"最?短(?:作业|进程)优先|SJF|SPF")
    names = [name.strip().upper() for name in columns["name"]]
    reading.take_all(
        rf"(?:有|共)?{len(names)}个进程|(?<![A-Za-z\d])(?:{'|'.join(map(re.escape, names))})(?:\s*[、,和]\s*(?:{'|'.join(map(re.escape, names))}))+"
    )
    asked = reading.ask(
        (
            (r"(?:系统的?)?平均周转(?:时间)?(?:是|为)?(?:多少|几)?", "turnaround"),
            (r"(?:系统的?)?平均等待(?:时间)?(?:是|为)?(?:多少|几)?", "waiting"),
        )
    )
    reading.finish_knowing(_WORDS)
    if (
        len(asked) != 1
        or cost is None
        or not cost["unit"]
        or sum(map(bool, (larger, smaller, shortest))) != 1
        or len(set(names)) != len(names)
    ):
        return None
    units.add(_plain(cost["unit"]))
    key = numbers["burst"] if shortest else numbers.get("priority")
    if len(units) != 1 or key is None or len(set(key)) != len(key):
        return None
    order = sorted(range(len(names)), key=lambda place: -key[place] if larger else key[place])
    return Recognition(
        parameters={
            "dispatched": [[names[place], numbers["waited"][place], numbers["burst"][place]] for place in order],
            "cost": int(cost["value"]),
            "unit": units.pop(),
            "asked": asked,
        },
        understood=(
            ("运行次序", listed([names[place] for place in order], "、")),
            ("每次调度和切换", f"{cost['value']} {_plain(cost['unit'])}"),
        ),
    )


def _plain(unit: str) -> str:
    return {"us": "μs", "微秒": "μs"}.get(unit, UNIT_NAMES.get(unit, unit))


def solve_waiting(parameters: Parameters) -> Solution:
    """The mean of what each had waited before, and from then on."""
    cost, unit, task = int(parameters["cost"]), str(parameters["unit"]), str(parameters["asked"][0])
    now, rows, values = 0, [], []
    for name, waited, burst in parameters["dispatched"]:
        now += cost + burst
        value = waited + now - (burst if task == "waiting" else 0)
        rows.append((name, waited, burst, now, value))
        values.append(value)
    mean = Fraction(sum(values), len(values))
    named = "平均周转时间" if task == "turnaround" else "平均等待时间"
    return Solution(
        answer=f"{named} {sum(values)}/{len(values)} {relation(mean)} {decimal(mean)} {unit}",
        also=(f"{decimal(mean)} {unit}",),
        steps=paragraphs(
            table(("进程", "此前已等待", "运行", "完成（从此刻算起）", named.removeprefix("平均")), rows),
            f"每个进程运行前先花 {cost} {unit} 调度和切换。{named} ({listed(values, ' + ')})/{len(values)} {relation(mean)} {decimal(mean)} {unit}。",
        ),
        conventions=("第一个进程运行前也有一次调度和切换", "周转时间包含此前的等待"),
    )
