"""Instructions one after another and overlapped, each stage with its own time: the first takes the sum, each further one the slowest stage."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.co._clauses import Clauses
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out
from engine.generators.topic import Topic

TASK = "overlapped instructions"
_STAGE = r"(?:取指令?|读取指令|读取|分析指令|分析|译码|执行指令|执行|取操作数|运算|写回|访存)"
_TIME = re.compile(
    rf"(?P<name>{_STAGE})(?:的)?(?:所需)?(?:的)?时间(?:均)?(?:为|是|需要?|=)\s?(?P<n>\d+(?:\.\d+)?)?\s?(?P<unit>[△Δ∆]\s?t|t|ns|μs|us|ps)(?![A-Za-z])"
)
_MANY = r"(?P<count>\d+)\s?条(?:指令)?"
_HOW_LONG = r"(?:所|共|总共|全部|一共)?(?:需|用|需要)?(?:的)?(?:时间|多少时间)?(?:为|是|需要?|约)?\s*(?:\(\s*\d?\s*\)|多少|\s{2,3})?\s?(?:[△Δ∆]\s?t|t|ns|μs|us|ps)?(?![A-Za-z])"


class Overlapped(Topic):
    """Stages by name, each with its time."""

    words: ClassVar[str] = (
        "通常 可以 可 将 计算机系统 计算机 系统 中 执行 一条指令 指令 的 过程 分为 分成 取指令 取指 分析 分析指令 执行指令 译码 3步 三步 三个步骤 三个阶段 阶段 步 步骤 若 如果 设 则 时间 按 按照 方式 从头到尾 完 完成 所 需 需要 时间 为 共 全部 连续 "
        "流水线 流水线方式 流水 重叠 顺序 串行 第 条 同时 这样 该 某 每条 和 以及 假设 微处理器 处理器 CPU 采用 用 而 那么 其中 部件 各 一条"
    )
    ordinary: ClassVar[str] = GENERAL
    shortened = Clauses.shortened
    refused: ClassVar[str] = r"转移|分支|冲突|相关|冒险|主频|时钟|寄存器|吞吐|加速|效率|同时取|一次重叠|二次重叠|两次重叠|访存冲突|缓冲"


def recognise(text: str) -> Recognition | None:
    """The stages' times, how many instructions, and which of the two ways is asked."""
    if not patterns.search("顺序|串行|重叠|流水", text):
        return None
    problem = Overlapped(text)
    problem.take_all(
        r"(?:执行|分析|取|读取|取指)第\s?(?:[ik]|i\s?\+\s?[12]|k\s?\+\s?[12])\s?条(?:指令)?[、,]?(?:同时)?(?:(?:执行|分析|取|读取|取指)第\s?(?:[ik]|[ik]\s?\+\s?[12])\s?条(?:指令)?[、,]?(?:同时)?){1,2}(?:的)?(?:同时)?(?:重叠|进行)?(?:的)?"
    )
    times = problem.take_all(_TIME.pattern)
    units = {patterns.sub(r"[△∆]", "Δ", match["unit"].replace(" ", "")) for match in times}
    if len(times) < 2 or len({match["name"] for match in times}) != len(times) or len(units) != 1:
        return None
    serial = problem.take_asked(
        rf"(?:若)?(?:按|按照|采用|用)?(?:完全)?(?:顺序|串行)(?:执行)?(?:方式)?(?:,)?(?:从头到尾)?(?:连续)?(?:执行|处理|完成)?(?:完)?\s?{_MANY}{_HOW_LONG}"
    )
    flowing = problem.take_asked(
        rf"(?:若)?(?:按|按照|采用|用)?(?:\ue000|\s)*(?:重叠)?(?:的)?流水线?(?:的)?(?:执行)?(?:方式)?(?:执行)?(?:指令)?(?:时)?(?:,)?(?:则)?(?:从头到尾)?(?:连续)?(?:执行|处理|完成)?(?:完)?\s?{_MANY}{_HOW_LONG}"
    )
    problem.settle()
    counts = {match["count"] for match in [*serial, *flowing]}
    if len(counts) != 1 or len(serial) > 1 or len(flowing) > 1:
        return None
    named = patterns.search(r"(?:分为|分成)[^,。;]{0,30}?(?:(?P<n>\d|[两二三四五])\s?(?:个)?(?:步骤?|阶段|部分|段))", text)
    if named and {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(named["n"], int(named["n"]) if named["n"].isdigit() else 0) != len(
        times
    ):
        stay_out("another number of stages")
    ways = [(match.start(), way) for way, found in (("serial", serial), ("flowing", flowing)) for match in found]
    unit = units.pop()
    return Recognition(
        parameters={
            "task": TASK,
            "times": [match["n"] or "1" for match in times],
            "unit": unit,
            "count": int(counts.pop()),
            "ways": [way for _, way in sorted(ways)],
        },
        understood=(
            ("各段时间", "，".join(f"{match['name']} {match['n'] or 1}{unit}" for match in times)),
            ("求", "、".join({"serial": "顺序执行的时间", "flowing": "流水执行的时间"}[way] for _, way in sorted(ways))),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The total time of each way."""
    times = [Fraction(one) for one in parameters["times"]]
    count, unit = parameters["count"], parameters["unit"]
    total, slowest = sum(times, Fraction(0)), max(times)
    gap = "" if "t" in unit and unit[-1] == "t" else " "
    answers, also, steps = [], [], []
    for way in parameters["ways"]:
        value = count * total if way == "serial" else total + (count - 1) * slowest
        shown = f"{decimal(value, 3)}{gap}{unit}"
        answers.append(f"{'顺序方式' if way == 'serial' else '流水方式'} {shown}")
        also += [shown, decimal(value, 3)]
        steps.append(
            f"顺序执行：每条指令 {decimal(total, 3)}{unit}，{count} 条共 {shown}"
            if way == "serial"
            else f"流水执行：第一条用 {decimal(total, 3)}{unit}，以后每隔最慢的段 {decimal(slowest, 3)}{unit} 完成一条，共 {shown}"
        )
    return Solution(
        answer="，".join(answers) if len(answers) > 1 else also[0],
        also=tuple(also),
        steps=paragraphs("\n".join(f"{n}. {line}" for n, line in enumerate(steps, 1))),
        conventions=("各段时间不等而没有统一的时钟：第一条用各段时间之和，以后每隔最慢的段的时间完成一条",)
        if "flowing" in parameters["ways"]
        else (),
    )
