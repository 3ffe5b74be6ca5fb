"""Pipelines: time, throughput, speedup, and cycles lost to hazards in the classic five stages.

After Patterson and Hennessy, Computer Organization and Design (pipelining). The clock of a linear pipeline is its slowest stage (and the
latch, where given). Five stages: IF ID EX MEM WB, one instruction a cycle; registers are written in the first half of a cycle and read
in the second; with forwarding only a use right after a load costs a cycle.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._pipeline_performance import designs as pipeline_designs
from engine.generators.co._pipeline_performance import hazard_solving as hazard_solver
from engine.generators.co._pipeline_performance import lexicon as pipeline_lexicon
from engine.generators.co._pipeline_performance import overlapped_instructions
from engine.generators.co._pipeline_performance import topics as pipeline_topics
from engine.generators.co._pipeline_performance.hazards import Instruction, decode_cycles, total_cycles
from engine.generators.co._pipeline_performance.written import written_plainly
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, relation
from engine.generators.variations import solving_variations

POINT = "co.cpu.pipeline-performance"
HAZARD_POINT = "co.cpu.hazard-data"
BRANCH_POINT = "co.cpu.hazard-control"


def finish(stages: Sequence[int], count: int, latch: int = 0) -> int:
    """Time until the last of `count` tasks leaves the pipeline, every stage taking the slowest stage's time and the latch's."""
    return (len(stages) + count - 1) * (max(stages) + latch)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _time(chance)
    if difficulty == 2:
        return _rate(chance)
    return _branches(chance) if chance.one_in(4) else _hazards(chance)


def _stages(chance: Chance) -> list[int]:
    return [chance.between(40, 120, 10) for _ in range(chance.between(4, 6))]


def _opening(stages: Sequence[int], latch: int) -> str:
    latches = f"，段间寄存器的延迟为 {latch} ps" if latch else ""
    return f"某指令流水线分为 {len(stages)} 段，各段的时延依次为 {listed(stages, '、')} ps{latches}，时钟周期取允许的最小值，不考虑冒险"


def _clock(stages: Sequence[int], latch: int) -> str:
    clock = max(stages) + latch
    return f"时钟周期取最慢的段{f'加寄存器延迟：{max(stages)} + {latch} = {clock}' if latch else f'：{clock}'} ps。"


def _time(chance: Chance) -> Generated | None:
    stages, count = _stages(chance), chance.between(8, 100)
    latch = chance.choice((0, 0, 5, 10))
    k, clock = len(stages), max(stages) + latch
    right = finish(stages, count, latch)
    wrong = [
        ((k + count) * clock, "多算了一个时钟周期"),
        (count * clock, "没有计入流水线填满的时间"),
        (sum(stages) + (count - 1) * clock, "第一条指令按各段时延之和计算"),
        (count * sum(stages), "按不用流水线计算"),
        (k * count * clock, "按每条指令依次走完各段计算"),
        ((k + count - 1) * (-(-sum(stages) // k)), "时钟周期取了各段的平均值"),
        ((k + count - 2) * clock, "少算了一个时钟周期"),
        ((k + count - 1) * (max(stages) if latch else min(stages)), "没有计入寄存器延迟" if latch else "时钟周期取了最快的段"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(stages, latch)}。连续执行 {count} 条指令共需",
        right=f"{right} ps",
        wrong=[Wrong(f"{value} ps", why) for value, why in wrong],
        steps=paragraphs(
            _clock(stages, latch),
            f"第一条指令用 {k} 个周期，以后每个周期完成一条，共 {k} + {count} − 1 = {k + count - 1} 个周期。",
            f"共需 {k + count - 1}×{clock} = {right} ps",
        ),
        parameters={"task": "time", "stages": stages, "latch": latch, "count": count},
        drawing=_drawing([[f"S{i}" for i in range(1, k + 1)]] * min(count, 5), [list(range(i, i + k)) for i in range(min(count, 5))]),
    )


def _rate(chance: Chance) -> Generated | None:
    stages, count = _stages(chance), chance.choice((10, 20, 50, 100))
    k, clock = len(stages), max(stages)
    spent, alone = finish(stages, count), count * sum(stages)
    if chance.one_in(2):
        right = Fraction(alone, spent)

        def text(value: Fraction) -> str:
            return decimal(value, 2, keep_zeros=True)

        wrong = [
            (Fraction(k * count, k + count - 1), "以为各段时延相等"),
            (Fraction(sum(stages), clock), "算成了指令条数无穷多时的加速比"),
            (Fraction(k), "以为加速比等于段数"),
            (Fraction(count * sum(stages), count * clock + sum(stages)), "流水线的时间算错，第一条指令多算了"),
            (Fraction(alone, (k + count) * clock), "流水线多算了一个周期"),
            (Fraction(spent, alone), "把加速比的分子分母弄反了"),
            (Fraction(alone, (k + count - 1) * min(stages)), "时钟周期取了最快的段"),
            (Fraction(alone, (k + count - 3) * clock), "流水线少算了两个周期"),
        ]
        asked, task = f"则执行 {count} 条指令时，流水线相对于各段串行执行（每条指令用各段时延之和）的加速比约为", "speedup"
        working = f"串行执行用 {count}×{sum(stages)} = {alone} ps，流水线用 ({k} + {count} − 1)×{clock} = {spent} ps。"
        closing = f"加速比为 {alone} ÷ {spent} {relation(right)} {text(right)}"
    else:
        right = Fraction(count * 1000, spent)

        def text(value: Fraction) -> str:
            return f"{decimal(value, 2, keep_zeros=True)} 条/ns"

        wrong = [
            (Fraction(1000, clock), "算成了最大吞吐率"),
            (Fraction(1000, sum(stages)), "按不用流水线计算"),
            (Fraction(count * 1000, (k + count) * clock), "多算了一个周期"),
            (Fraction(count * 1000, sum(stages) + count * clock), "流水线填满的时间算错了"),
            (Fraction(1000 * k, sum(stages)), "时钟周期取了各段的平均值"),
            (Fraction(count * 1000, (k + count - 1) * min(stages)), "时钟周期取了最快的段"),
            (Fraction(count * 1000, (k + count - 3) * clock), "少算了两个周期"),
            (right * Fraction(9, 10), "指令条数少算了"),
        ]
        asked, task = f"则执行 {count} 条指令的实际吞吐率（平均每 ns 完成的指令条数）约为", "throughput"
        working = f"共用 ({k} + {count} − 1)×{clock} = {spent} ps，即 {decimal(Fraction(spent, 1000), 3)} ns。"
        closing = f"吞吐率为 {count} ÷ {decimal(Fraction(spent, 1000), 3)} {relation(right)} {text(right)}"
    return Generated(
        point=POINT,
        stem=f"{_opening(stages, 0)}。{asked}",
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(_clock(stages, 0), working, closing),
        parameters={"task": task, "stages": stages, "count": count},
    )


def _program(chance: Chance, length: int) -> list[Instruction]:
    program: list[Instruction] = []
    for number in range(length):
        recent = [instruction.target for instruction in program[-2:]]
        others = [register for register in range(1, 9) if register not in recent]
        first = chance.choice(recent) if recent and not chance.one_in(3) else chance.choice(others)
        second = chance.choice(others)
        target = chance.choice([register for register in range(1, 9) if register not in (first, second, *recent)])
        if chance.one_in(3) and number + 1 < length:
            program.append(Instruction("lw", target, (first,)))
        else:
            program.append(Instruction(chance.choice(("add", "sub", "and", "or")), target, (first, second)))
    return program


def _hazards(chance: Chance) -> Generated | None:
    program = _program(chance, chance.between(4, 6))
    forwarding = chance.one_in(2)
    right = total_cycles(program, forwarding)
    ideal = len(program) + 4
    if right == ideal or (forwarding and not any(instruction.op == "lw" for instruction in program)):
        return None
    values = [
        (ideal, "没有考虑数据冒险"),
        (total_cycles(program, not forwarding), "当作有转发" if not forwarding else "没有用转发，按等到写回计算"),
        (total_cycles(program, False, half=False), "以为写回后的下一周期才能读寄存器"),
        (5 * len(program), "按不用流水线计算"),
        (right - 4, "没有计入流水线填满的周期"),
        (right + 1, "多停顿了一个周期"),
        (right - 1, "漏了一次停顿"),
        (right + 2, "多停顿了两个周期"),
        (right - 2, "漏了两个停顿的周期"),
    ]
    code = "\n".join(f"I{number}: {instruction}" for number, instruction in enumerate(program, 1))
    how = "采用转发（旁路）技术，只有 load-use 冒险需要停顿" if forwarding else "没有转发电路，数据相关的指令在 ID 段等待"
    cycles = decode_cycles(program, forwarding)
    fetch = [1, *cycles[:-1]]
    rows = []
    for number, instruction in enumerate(program):
        stall = cycles[number] - (cycles[number - 1] + 1 if number else 2)
        rows.append((f"I{number + 1}", f"`{instruction}`", cycles[number], stall or "", cycles[number] + 3))
    return Generated(
        point=HAZARD_POINT,
        stem=(
            f"某五段流水线（IF、ID、EX、MEM、WB）每段一个时钟周期，寄存器在前半周期写、后半周期读，{how}。执行下列指令序列：\n\n"
            f"```text\n{code}\n```\n\n从 I1 取指到 I{len(program)} 写回共需"
        ),
        right=f"{right} 个时钟周期",
        wrong=[Wrong(f"{value} 个时钟周期", why) for value, why in values if value > 0],
        steps=paragraphs(
            table(("指令", "内容", "完成译码的周期", "停顿", "写回的周期"), rows),
            f"没有冒险时需 {len(program)} + 4 = {ideal} 个周期，停顿共 {right - ideal} 个周期，所以共需 {right} 个时钟周期",
        ),
        parameters={
            "task": "hazards",
            "forwarding": forwarding,
            "program": [[instruction.op, instruction.target, *instruction.sources] for instruction in program],
        },
        drawing=Gantt(
            title="流水线时空图",
            note=f"{'有' if forwarding else '没有'}转发，共 {right} 个周期；ID 拉长处是停顿",
            lanes=tuple(
                Lane(
                    f"I{number + 1}",
                    (
                        Span("IF", fetch[number] - 1, fetch[number]),
                        Span("ID", fetch[number], cycles[number]),
                        *(Span(name, cycles[number] + after, cycles[number] + after + 1) for after, name in enumerate(("EX", "MEM", "WB"))),
                    ),
                )
                for number in range(len(program))
            ),
        ),
    )


def _branches(chance: Chance) -> Generated | None:
    """CPI with load-use stalls and mispredicted branches."""
    loads, used = chance.between(15, 35, 5), chance.between(20, 60, 10)
    branches, missed, penalty = chance.between(10, 25, 5), chance.between(10, 40, 10), chance.between(2, 4)
    stall, lost = Fraction(loads * used, 10_000), Fraction(branches * missed * penalty, 10_000)
    right = 1 + stall + lost

    def text(value: Fraction) -> str:
        return decimal(value, 3, keep_zeros=True)

    wrong = [
        (1 + lost, "没有计入 load-use 停顿"),
        (1 + stall, "没有计入分支预测错误的损失"),
        (1 + stall + Fraction(branches * penalty, 100), "以为每条分支都有损失"),
        (1 + Fraction(loads, 100) + lost, "以为每条 load 都停顿"),
        (stall + lost, "没有加上基本的 1 个周期"),
        (1 + stall + Fraction(branches * (100 - missed) * penalty, 10_000), "预测正确率和错误率弄反了"),
        (1 + stall + Fraction(branches * missed * (penalty - 1), 10_000), "预测错误少损失了一个周期"),
        (1 + stall + Fraction(branches * missed * (penalty + 1), 10_000), "预测错误多损失了一个周期"),
    ]
    return Generated(
        point=BRANCH_POINT,
        stem=(
            f"某五段流水线没有冒险时 CPI 为 1。程序中 load 指令占 {loads}%，其中 {used}% 的下一条指令要用其结果，停顿 1 个周期；"
            f"分支指令占 {branches}%，预测错误的占分支指令的 {missed}%，每次预测错误损失 {penalty} 个周期。平均 CPI 为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"load-use 停顿：{decimal(Fraction(loads, 100))}×{decimal(Fraction(used, 100))}×1 = {decimal(stall, 4)}。",
            f"预测错误：{decimal(Fraction(branches, 100))}×{decimal(Fraction(missed, 100))}×{penalty} = {decimal(lost, 4)}。",
            f"平均 CPI 为 1 + {decimal(stall, 4)} + {decimal(lost, 4)} {relation(right, 3)} {text(right)}",
        ),
        parameters={
            "task": "branches",
            "load_percent": loads,
            "used_percent": used,
            "branch_percent": branches,
            "missed_percent": missed,
            "penalty": penalty,
        },
    )


def _drawing(names: Sequence[Sequence[str]], starts: Sequence[Sequence[int]]) -> Drawing:
    lanes = tuple(
        Lane(f"I{number}", tuple(Span(name, start, start + 1) for name, start in zip(line, places, strict=True)))
        for number, (line, places) in enumerate(zip(names, starts, strict=True), 1)
    )
    return Gantt(title="流水线时空图", note="横轴为时钟周期，只画出前几条指令", lanes=lanes)


def _solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    if parameters.get("task") == "hazards":
        return hazard_solver.solve(parameters)
    if parameters.get("task") == pipeline_designs.TASK:
        return pipeline_designs.solve(parameters)
    return overlapped_instructions.solve(parameters)


_SOLVE = solver((*pipeline_topics.TOPICS, *pipeline_lexicon.BY_WORDS))

KIND = Kind(
    name="pipeline-performance",
    title="指令流水线",
    points=(POINT, HAZARD_POINT, BRANCH_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"流水|结构冒险|冒险|停顿|超标量|[Δ△∆]\s*t|瓶颈段|转移|分支|跳转|转发|旁路",
        recognise=with_changes(
            written_plainly(
                first_reading(
                    hazard_solver.recognise,
                    *map(recogniser, pipeline_topics.TOPICS),
                    overlapped_instructions.recognise,
                    pipeline_designs.recognise,
                    *map(recogniser, pipeline_lexicon.BY_WORDS),
                )
            )
        ),
        solve=solving_variations(_solve),
    ),
)
