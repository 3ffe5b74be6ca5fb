"""How long a disk takes: seeking, waiting for the sector, transferring; what it holds and where a block is; interleaved sectors."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, gcd

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation, size
from engine.generators.reading import stay_out


def solve_times(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    return {"access": _access, "interleaving": _interleaving}[parameters["times"]](parameters)


def _access(parameters: Parameters) -> Solution:
    answers, steps, conventions = [], [], []
    also: tuple[str, ...] = ()
    told = [Fraction(one) for one in parameters.get("revolutions_ms", ())]
    speeds: list[Fraction | None] = [*told] or [None]
    for task in parameters["asked"]:
        said = []
        for revolution in speeds:
            value, unit, working = _one(task, parameters, revolution)
            digits = 2 if unit == "ms" else 0
            said.append(f"{decimal(value, digits)} {unit}")
            steps.append(f"{working} {relation(value, digits)} {said[-1]}。")
            also = (
                f"{decimal(value, 1)} {unit}",
                f"{decimal(value, 3)} {unit}",
                f"{decimal(value, 4)} {unit}",
                *((f"{decimal(value / 1000, 3)} MB/s",) if unit == "KB/s" else ()),
            )
        answers.append(f"由 {said[0]} 变为 {said[1]}" if len(said) > 1 else said[0])
        if task in ("access", "latency", "track"):
            conventions.append("平均旋转延迟取旋转一圈时间的一半")
    names = {
        "access": "平均存取时间",
        "track": "读一个磁道",
        "latency": "平均旋转延迟",
        "transfer": "传输时间",
        "revolution": "旋转一圈",
        "rate": "传输率",
    }
    if len(answers) > 1:
        answers = [f"{names[task]} {answer}" for task, answer in zip(parameters["asked"], answers, strict=True)]
    return Solution(
        answer="；".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=tuple(dict.fromkeys(conventions)),
    )


def _one(task: str, parameters: Parameters, revolution: Fraction | None) -> tuple[Fraction, str, str]:
    """One value in ms (a rate in KB/s), and its working."""
    if task == "rate":
        if revolution is None:
            stay_out("no speed")
        return (
            Fraction(parameters["track_bytes"]) / 1024 / revolution * 1000,
            "KB/s",
            f"{size(int(parameters['track_bytes']))} 每 {decimal(revolution, 3)} ms",
        )
    if task == "revolution":
        if revolution is None:
            stay_out("no speed")
        return revolution, "ms", "60000 ms/每分转数"
    if "latency_ms" in parameters:
        latency, waiting = Fraction(parameters["latency_ms"]), decimal(Fraction(parameters["latency_ms"]), 4)
    elif revolution is not None:
        latency, waiting = revolution / 2, f"{decimal(revolution, 4)}/2"
    else:
        stay_out("no speed")
    if task == "latency":
        return latency, "ms", waiting
    if task == "track":
        if revolution is None:
            stay_out("no speed")
        value = Fraction(parameters["seek_ms"]) + latency + revolution
        return (
            value,
            "ms",
            f"寻道 + 旋转延迟 + 转一圈：{decimal(Fraction(parameters['seek_ms']), 4)} + {waiting} + {decimal(revolution, 4)}",
        )
    if parameters.get("no_transfer"):
        transfer, moving = Fraction(0), "0"
    elif "transfer_ms" in parameters:
        transfer, moving = Fraction(parameters["transfer_ms"]), decimal(Fraction(parameters["transfer_ms"]), 4)
    elif "sectors" in parameters and revolution is not None:
        transfer, moving = revolution / int(parameters["sectors"]), f"{decimal(revolution, 4)}/{parameters['sectors']}"
    else:
        stay_out("no transfer time")
    if task == "transfer":
        return transfer, "ms", moving
    seek, extra = Fraction(parameters["seek_ms"]), Fraction(parameters.get("extra_ms", 0))
    parts = {
        "寻道": decimal(seek, 4),
        "旋转延迟": waiting,
        **({"传输": moving} if transfer else {}),
        **({"其他": decimal(extra, 4)} if extra else {}),
    }
    count = int(parameters.get("count", 1))
    if count > 1 and not parameters["together"]:
        value = count * (seek + latency + transfer + extra)
        return value, "ms", f"{count} 个扇区各要{'、'.join(parts)}：{count}×({' + '.join(parts.values())})"
    if count > 1:
        parts["传输"] = f"{count}×({moving})"
        return (
            seek + latency + count * transfer + extra,
            "ms",
            f"寻道、旋转延迟各一次，{count} 个扇区依次传输：{' + '.join(parts.values())}",
        )
    return seek + latency + transfer + extra, "ms", f"{' + '.join(parts)}：{' + '.join(parts.values())}"


def _interleaving(parameters: Parameters) -> Solution:
    sectors, revolution, work = int(parameters["sectors"]), Fraction(parameters["revolution_ms"]), Fraction(parameters["work_ms"])
    one = revolution / sectors
    gap = ceil(work / one)
    said, steps = [], [f"读一个扇区 {decimal(revolution, 4)}/{sectors} = {decimal(one, 4)} ms，处理 {decimal(work, 4)} ms。"]
    for task in parameters["asked"]:
        if task == "gap":
            said.append(f"间隔 {gap} 个扇区")
            steps.append(f"处理时转过 {decimal(work, 4)}/{decimal(one, 4)} 个扇区，至少间隔 ⌈{decimal(work / one, 4)}⌉ = {gap} 个。")
        elif task == "plain":
            each = one + ceil(work / revolution) * revolution
            total = (sectors - 1) * each + one + work
            said.append(f"{decimal(total, 4)} ms")
            steps.append(
                f"顺序存放：处理完时下一个扇区已转过，要再等到它转回来。前 {sectors - 1} 个各 {decimal(each, 4)} ms，最后一个 {decimal(one + work, 4)} ms，共 {said[-1]}。"
            )
        else:
            if gcd(1 + gap, sectors) != 1:
                stay_out("an interleaving that meets itself")
            each = one * (1 + gap)
            total = (sectors - 1) * each + one + work
            said.append(f"{decimal(total, 4)} ms")
            steps.append(
                f"优化后相邻的记录间隔 {gap} 个扇区，处理完正好（或最快）转到下一个：前 {sectors - 1} 个各 {decimal(each, 4)} ms，最后一个 {decimal(one + work, 4)} ms，共 {said[-1]}。"
            )
    return Solution(
        answer="；".join(said), steps=paragraphs(*steps), conventions=("从第一个记录的扇区起点开始，单缓冲，处理完才能读下一个",)
    )
