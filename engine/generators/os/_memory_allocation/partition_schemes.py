"""Other ways to divide memory: buddies, fixed partitions, compaction, and what is known of them."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


class Buddies:
    """Memory of a power of two, given away in blocks of powers of two; sizes in one unit."""

    def __init__(self, total: int) -> None:
        self.free: set[tuple[int, int]] = {(0, total)}
        self.held: dict[str, tuple[int, int]] = {}

    def request(self, name: str, size: int) -> int:
        """The block given: the smallest power of two that holds `size`, from the smallest free block that can be split to it.

        Raises:
            StayOut: there is none.
        """
        block = 1
        while block < size:
            block *= 2
        fitting = sorted((length, start) for start, length in self.free if length >= block)
        if not fitting:
            stay_out("a request that cannot be met")
        length, start = fitting[0]
        self.free.remove((start, length))
        while length > block:
            length //= 2
            self.free.add((start + length, length))
        self.held[name] = (start, length)
        return length

    def release(self, name: str) -> None:
        """The block back, joined with its buddy as long as that is free."""
        start, length = self.held.pop(name)
        while (buddy := (start ^ length, length)) in self.free:
            self.free.remove(buddy)
            start, length = min(start, buddy[0]), 2 * length
        self.free.add((start, length))


def solve_scheme(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    return {"buddy": _buddy, "address": _address, "fixed": _fixed, "compaction": _compaction, "half": _half}[parameters["scheme"]](
        parameters
    )


def solve_change(parameters: Parameters) -> Solution:
    """How the number of free areas changes as one is given back."""
    change = int(parameters["change"])
    said = {-1: "减 1", 0: "不变", 1: "加 1"}[change]
    why = {-1: "与上、下两个空闲区合并成一个", 0: "与相邻的一个空闲区合并", 1: "自成一项"}[change]
    return Solution(
        answer=said,
        also=(said.replace(" ", ""), {-1: "减少 1", 0: "保持不变", 1: "增加 1"}[change]),
        steps=f"回收的分区{why}，空闲区的个数{said}。",
    )


def _buddy(parameters: Parameters) -> Solution:
    memory, unit = Buddies(int(parameters["total"])), parameters["unit"]
    given, lines, waste = [], [], []
    places: dict[str, tuple[int, int]] = {}
    for name, size in parameters["events"]:
        if size:
            block = memory.request(name, int(size))
            places[name] = memory.held[name]
            given.append(f"{name} {block} {unit}".strip())
            waste.append(block - int(size))
            lines.append(f"{name} 申请 {size} {unit}：给 {block} {unit} 的块".strip() + "。")
        else:
            memory.release(name)
            lines.append(f"{name} 释放，伙伴空闲则合并。")
        lines[-1] += " 空闲块：" + ("、".join(f"{length}" for _, length in sorted(memory.free)) or "无")
    sizes = [length for _, length in memory.free]
    said = {
        "blocks": "，".join(given),
        "waste": f"内部碎片 {sum(waste)} {unit}",
        "left": f"剩余 {sum(sizes)} {unit}",
        "largest": f"最大空闲块 {max(sizes, default=0)} {unit}",
        "count": f"{len(sizes)} 个空闲块",
        "starts": "，".join(
            f"{name} 始址 {start} {unit}".strip()
            for name, (start, _) in places.items()
            if not parameters.get("of") or name in parameters["of"]
        ),
        "free": "空闲块 " + "、".join(f"{length} {unit}" for _, length in sorted(memory.free)),
    }
    rising = "、".join(f"{length} {unit}" for length in sorted(sizes))
    return Solution(
        answer="，".join(said[task] for task in parameters["asked"]),
        also=(f"{sum(sizes)} {unit}",) if parameters["asked"] == ["left"] else (rising,) if parameters["asked"] == ["free"] else (),
        steps=paragraphs(*lines),
        conventions=("伙伴系统按 2 的幂分配，取能容纳的最小块，从最小的够大的空闲块对半分裂",),
    )


def _address(parameters: Parameters) -> Solution:
    start, size = int(parameters["start"]), int(parameters["size"])
    if start % size:
        stay_out("a block that is not aligned")
    buddy = start ^ size
    width = int(parameters["digits"])
    shown = {2: f"{buddy:0{width}b}B", 16: f"{buddy:X}H", 10: f"{buddy} {parameters['unit']}".strip()}[int(parameters["base"])]
    return Solution(
        answer=shown,
        also=(
            f"{buddy:0{width}b}",
            f"{buddy:X}H",
            str(buddy),
            " ".join([f"{buddy:0{width}b}"[:-8], f"{buddy:0{width}b}"[-8:-4], f"{buddy:0{width}b}"[-4:] + "B"]).strip(),
        ),
        steps=f"大小为 {size} 的块，伙伴地址只有权为 {size} 的那一位不同：{start} 异或 {size} = {buddy}，即 {shown}。",
    )


def _fixed(parameters: Parameters) -> Solution:
    free, unit = list(parameters["partitions"]), parameters["unit"]
    lines, wastes = [], []
    for job in parameters["jobs"]:
        fitting = [size for size in free if size >= job]
        if not fitting:
            stay_out("a job that does not fit")
        chosen = min(fitting)
        free.remove(chosen)
        wastes.append(chosen - job)
        lines.append(f"{job} {unit} 的作业占 {chosen} {unit} 的分区，内部碎片 {chosen - job} {unit}。")
    return Solution(
        answer=f"{sum(wastes)} {unit}",
        steps=paragraphs(*lines, f"共 {' + '.join(map(str, wastes))} = {sum(wastes)} {unit}。"),
        conventions=("每个作业按到来的次序占能容纳它的最小的空闲分区，一个分区一个作业",),
    )


def _compaction(parameters: Parameters) -> Solution:
    holes, job, unit = list(parameters["holes"]), int(parameters["job"]), parameters["unit"]
    if sum(holes) < job:
        stay_out("too little even together")
    direct = max(holes) >= job
    said = {
        "direct": "能直接分配" if direct else "不能直接分配",
        "left": f"紧凑后剩余 {sum(holes) - job} {unit}",
        "total": f"紧凑后空闲区 {sum(holes)} {unit}",
    }
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=paragraphs(
            f"最大的空闲区为 {max(holes)} {unit}，{'不小于' if direct else '小于'} {job} {unit}，{said['direct']}。",
            f"紧凑后合成一个 {' + '.join(map(str, holes))} = {sum(holes)} {unit} 的空闲区，分配后剩 {sum(holes) - job} {unit}。",
        ),
    )


def _half(parameters: Parameters) -> Solution:
    areas = int(parameters["allocated"])
    if areas % 2:
        stay_out("not a whole number")
    return Solution(
        answer=f"{areas // 2} 个",
        steps=f"50% 规则：稳定时空闲分区数约为已分配分区数的一半，{areas}/2 = {areas // 2}。",
        also=(listed([areas // 2]),),
    )
