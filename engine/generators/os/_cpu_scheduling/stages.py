"""Equal jobs that are read in, computed and put out one after another, each device serving one job at a time: a pipeline of devices."""

from __future__ import annotations

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._cpu_scheduling.terms import UNIT, UNIT_NAMES
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, to_int

_STAGE = r"(?:输入|读入|计算|处理|加工|运算|输出|打印)"
_STAGES = rf"{_STAGE}(?:\s*[、,，和与及→]\s*{_STAGE}){{1,3}}"
_TIME = rf"(?<![\d.])\d+\s*(?:{UNIT})?"
_WORDS = "某 单 CPU 单CPU 单处理机 系统 中 有 设备 输入设备 输出设备 输入 输出 各 台 一台 个 现有 现 并发 执行 并发执行 作业 进程 任务 程序 每个 均 都 分别 为 需要 时间 所需 且 并 按 按照 顺序 次序 先后 执行完 完成 全部 所有 这些 这 至少 最少 最短 则 可以 能 并行 重叠 工作 设 假设 不计 忽略 其他 开销 切换 同时 到达 的 和 "


def recognise_stages(text: str) -> Recognition | None:
    """Equal jobs of the same stages as understood; None: another problem."""
    reading = Topic(text)
    if not reading.has(_STAGES):
        return None
    reading.refuse(r"优先|抢占|第一道|甲|A道|(?<![A-Za-z])[AB](?![A-Za-z])|缓冲|中断|两台|2台|不能(?:并行|重叠)|串行|单道")
    times = reading.take(
        rf"(?:每个|各|每道|各个)(?:作业|进程|任务|程序)?(?:的)?(?P<stages>{_STAGES})(?:所需)?(?:的)?(?:时间)?(?:均|都|各|分别|依次|为|是|需要?|要)*\s*(?P<times>{_TIME}(?:\s*[、,，和与及]\s*(?:和)?{_TIME}){{1,3}})"
    )
    if times is None:
        return None
    stages, spans = patterns.findall(_STAGE, times["stages"]), patterns.findall(r"\d+", times["times"])
    units = {UNIT_NAMES.get(unit, unit) for unit in patterns.findall(UNIT, times["times"])}
    reading.take_all(
        rf"(?:输入|输出)(?:设备|机)?(?:和|、|与|及)(?:输入设备|输出设备|打印机|输出|输入机?)(?:各)?(?:有)?(?:1|一)台|(?:且|并)?(?:都|均|必须|各作业)?(?:是)?(?:按照?|以){_STAGES}(?:的)?(?:顺序|次序|先后)+(?:执行|进行|运行|完成)?"
    )
    counts = {
        to_int(match["value"])
        for match in reading.take_all(
            rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个|道)(?:相同|同样|并发|并发执行|这样)*(?:的)?(?:作业|进程|任务|程序)"
        )
    }
    asked = reading.ask(
        (
            (
                r"(?:执行|运行|处理|做|全部|都)*(?:完成?|完毕|结束)?(?:\ue000|这些|全部|所有)*(?:所)?(?:至少|最少|最短|需要?|要|用|花费?|总|的)*(?:时间)(?:至少|最少|最短|是|为|要|需要?)*(?:多少|几|多长)?|(?:至少|最少)(?:需要?|要)(?:多少|多长)时间",
                "makespan",
            ),
        )
    )
    reading.finish_knowing(_WORDS)
    if not asked or len(counts) != 1 or len(stages) != len(spans) or len(set(stages)) != len(stages) or len(units) > 1:
        return None
    count = counts.pop()
    if not 2 <= count <= 20:
        return None
    return Recognition(
        parameters={"stages": stages, "times": [int(span) for span in spans], "count": count, "unit": next(iter(units), "")},
        understood=(
            ("作业", f"{count} 个，各要" + "、".join(f"{stage} {span}" for stage, span in zip(stages, spans, strict=True))),
            ("设备", "各一台，可并行工作"),
        ),
    )


def solve_stages(parameters: Parameters) -> Solution:
    """Simulated: a job's stage begins when its stage before is done and the device is free."""
    stages, times, count = list(parameters["stages"]), list(parameters["times"]), int(parameters["count"])
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    free = [0] * len(stages)
    lanes: list[list[Span]] = [[] for _ in stages]
    end = 0
    for job in range(1, count + 1):
        end = 0
        for number, span in enumerate(times):
            start = max(end, free[number])
            if start > free[number]:
                lanes[number].append(Span("", free[number], start))
            end = free[number] = start + span
            lanes[number].append(Span(f"作业{job}", start, end))
    longest = max(times)
    return Solution(
        answer=f"{end}{unit}",
        steps=paragraphs(
            f"各设备同时只为一个作业服务，不同作业的{'、'.join(stages)}可以重叠，像流水线一样。",
            f"第一个作业要 {listed(times, ' + ')} = {sum(times)}，以后每 {longest}（最长的一段）完成一个：{sum(times)} + {count - 1} × {longest} = {end}{unit}。",
        ),
        conventions=("不计调度和切换的开销",),
        drawing=_drawing(stages, lanes),
    )


def _drawing(stages: list[str], lanes: list[list[Span]]) -> Drawing:
    return Gantt(
        title="各设备的使用",
        note="同一设备上的作业依次进行",
        lanes=tuple(Lane(stage, tuple(spans)) for stage, spans in zip(stages, lanes, strict=True)),
        marks=(),
    )
