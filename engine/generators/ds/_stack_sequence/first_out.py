"""The elements 1, 2, …, n of which only the first one popped is told: any (nothing is settled), or the last pushed (all is)."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

_PUSHED = r"(?:若|设|已知|如果)?(?:一个|某)?栈S?的(?:输入|入栈|进栈)(?:序列|顺序|次序)?[为是]1[,、]2[,、](?:3[,、])?(?:\.{2,}|…+|⋯+)[,、]?"
_ANY = re.compile(rf"{_PUSHED}n,其?且?(?:输出|出栈)(?:序列)?的第[一1]个(?:输出)?元素[是为]i,则第j个(?:输出|出栈)的?元素[是为]?[?()]*")
_LAST = re.compile(
    rf"{_PUSHED}(?P<count>\d+),其?且?(?:输出|出栈)(?:序列)?[是为](?P<of>[pPaA])1[,、](?P=of)2[,、](?:(?P=of)3[,、])?(?:\.{{2,}}|…+|⋯+)[,、]?"
    r"(?P=of)(?:n|\d+),?(?:若|如果|且|已知)?(?P=of)1(?:=|为|是)(?P<first>\d+),则?(?P=of)(?P<asked>\d+)(?:=|为|是)(?:多少|几)?[?()]*"
)


def recognise(text: str) -> Recognition | None:
    """What is asked where the first one out is told; None where it is something else."""
    flat = patterns.sub(r"[\s。]+", "", text)
    if _ANY.fullmatch(flat):
        return Recognition(
            parameters={"task": "first-out"},
            understood=(("入栈顺序", "1, 2, …, n"), ("已知", "第 1 个出栈的是 i"), ("求", "第 j 个出栈的元素")),
        )
    if (found := _LAST.fullmatch(flat)) is None:
        return None
    count, asked = int(found["count"]), int(found["asked"])
    if int(found["first"]) != count or not 1 <= asked <= count:
        stay_out("more than one output")
    return Recognition(
        parameters={"task": "first-out", "count": count, "place": asked},
        understood=(("入栈顺序", f"1, 2, …, {count}"), ("已知", f"第 1 个出栈的是 {count}"), ("求", f"第 {asked} 个出栈的元素")),
    )


def solve(parameters: Parameters) -> Solution:
    """The element asked, where it is settled."""
    if "count" not in parameters:
        return Solution(
            answer="不确定",
            steps="第一个出栈的是 i，说明 1～i 已入栈；此后可以接着出栈，也可以再让后面的元素入栈再出栈，第 j 个出栈的元素有多种可能。",
            also=("不能确定", "无法确定", "不确定的", "不能确定的", "无法确定的"),
        )
    count, place = parameters["count"], parameters["place"]
    return Solution(
        answer=str(count - place + 1),
        steps=f"第一个出栈的是最后入栈的 {count}，说明全部元素先入栈、再依次出栈，出栈序列是 {count}, {count - 1}, …, 1，"
        f"第 {place} 个是 {count} − {place} + 1 = {count - place + 1}。",
        conventions=("栈的容量足够",),
    )
