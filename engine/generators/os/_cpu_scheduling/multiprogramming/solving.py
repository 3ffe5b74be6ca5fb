"""What is asked of the common run of programs that compute and use devices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Mark, Span
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._cpu_scheduling.multiprogramming.simulator import CPU, Program, Use, run, shortest
from engine.generators.quantities import decimal, percent, relation
from engine.generators.reading import stay_out


def solve_multiprogramming(parameters: Parameters) -> Solution:
    """Simulated as the text says; where it does not say, only what comes out the same in every way."""
    programs = [
        Program(str(name), int(at), tuple((str(one), int(time)) for one, time in stages)) for name, at, stages in parameters["programs"]
    ]
    if ranks := list(parameters.get("ranks", ())):
        programs.sort(key=lambda program: ranks.index(program.name))
    asked = list(parameters["asked"])
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    # `I/O` without a number may be one device or the devices of everybody.
    unnamed = frozenset({"I/O"})
    found: list[list[Use]] = []
    served = parameters.get("devices")
    for shared in [frozenset[str](), unnamed] if served is None else [unnamed if served == "all" else frozenset[str]()]:
        if "least" in asked and not parameters["policy"]:
            found.append(shortest(programs, shared))
        else:
            policy = parameters["policy"]
            found.append(run(programs, by_rank=bool(policy), preemptive=policy == "preemptive", shared=shared))
            if not policy:
                found.append(run(programs, by_rank=True, preemptive=False, shared=shared))
    said = [[_said(programs, uses, task, unit) for task in asked] for uses in found]
    if any(one != said[0] for one in said):
        stay_out("what the text leaves open decides the answer")
    uses = found[0]
    policy = "least" if "least" in asked and not parameters["policy"] else parameters["policy"]
    return Solution(
        answer="；".join(text for text, _ in said[0]),
        also=tuple(said[0][0][1]) if len(asked) == 1 else (),
        steps=paragraphs(
            *(
                f"{resource}：" + "，".join(f"{use.start}～{use.end} {use.name}" for use in uses if use.resource == resource) + "。"
                for resource in dict.fromkeys(use.resource for use in uses)
            ),
            *(_working(programs, uses, task, unit) for task in asked),
        ),
        conventions=(
            "CPU 和各设备可以并行工作，每台设备一次只为一个程序服务",
            {
                "least": "谁先用 CPU 取全部完成最早的次序，不抢占",
                "": "CPU 先来先服务，不抢占",
                "rank": "CPU 按优先级分配，不抢占",
                "preemptive": "优先级高的可抢占 CPU，不抢占设备",
            }[policy],
        ),
        drawing=_drawing(uses, programs),
    )


def _end(uses: Sequence[Use], name: str | None = None) -> int:
    return max(use.end for use in uses if name in (None, use.name))


def _span(programs: Sequence[Program], uses: Sequence[Use]) -> int:
    return _end(uses) - min(program.arrival for program in programs)


def _busy(uses: Sequence[Use], resource: str) -> int:
    return sum(use.end - use.start for use in uses if use.resource == resource)


def _said(programs: Sequence[Program], uses: Sequence[Use], task: str, unit: str) -> tuple[str, list[str]]:
    """What is said of a question, and the bare value in other words."""
    whole = _span(programs, uses)
    if task in ("least", "makespan"):
        return f"全部完成{'至少' if task == 'least' else '共'}需 {whole}{unit}", [f"{whole}{unit}"]
    total = sum(program.alone for program in programs) if task == "alone" else whole
    share = Fraction(_busy(uses, CPU), total)
    return f"{'顺序运行时 ' if task == 'alone' else ''}CPU 利用率 {_share(_busy(uses, CPU), total)}", [
        percent(share),
        decimal(share * 100) + "%",
    ]


def _share(part: int, whole: int) -> str:
    return decimal(Fraction(part * 100, whole), 1) + "%"


def _working(programs: Sequence[Program], uses: Sequence[Use], task: str, unit: str) -> str:
    whole = _span(programs, uses)
    if task == "alone":
        total = sum(program.alone for program in programs)
        sums = listed((program.alone for program in programs), " + ")
        return f"一个接一个地运行共 {sums} = {total}{unit}，CPU 工作 {_busy(uses, CPU)}{unit}：{_busy(uses, CPU)}/{total} {relation(Fraction(_busy(uses, CPU) * 100, total), 1)} {_share(_busy(uses, CPU), total)}。"
    if task == "cpu":
        return f"从开始到全部完成 {whole}{unit}，CPU 工作 {_busy(uses, CPU)}{unit}：{_busy(uses, CPU)}/{whole} {relation(Fraction(_busy(uses, CPU) * 100, whole), 1)} {_share(_busy(uses, CPU), whole)}。"
    return f"{_said(programs, uses, task, unit)[0]}。"


def _drawing(uses: Sequence[Use], programs: Sequence[Program]) -> Drawing:
    lanes = []
    for resource in dict.fromkeys(use.resource for use in uses):
        spans, now = [], min(program.arrival for program in programs)
        for use in uses:
            if use.resource != resource:
                continue
            if use.start < now:
                break  # a device that serves several: no single row shows it
            if use.start > now:
                spans.append(Span("", now, use.start))
            spans.append(Span(use.name, use.start, use.end))
            now = use.end
        lanes.append(Lane(resource, tuple(spans)))
    return Gantt(
        title="CPU 和各设备的使用",
        note="上方的箭头是各程序的到达时刻",
        lanes=tuple(lanes),
        marks=tuple(Mark(program.name, program.arrival) for program in programs),
    )
