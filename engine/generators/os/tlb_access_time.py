"""Effective access time with a TLB: the mean over hits and misses.

After Silberschatz, Operating System Concepts (paging, translation look-aside buffer): the TLB is looked up first; on a miss every
level of the page table costs one memory access, then comes the access itself. Where TLB and page table are looked up at once,
a miss does not pay for the TLB; questions state which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._tlb_access_time.access_bounds import recognise_bounds, solve_bounds
from engine.generators.os._tlb_access_time.access_model_reading import recognise_model
from engine.generators.os._tlb_access_time.access_sequence_reading import recognise_sequence
from engine.generators.os._tlb_access_time.memory_access import solve_access
from engine.generators.os._tlb_access_time.memory_access_reading import (
    recognise_cases,
    recognise_reach,
    recognise_references,
    recognise_totals,
    recognise_walk,
)
from engine.generators.os._tlb_access_time.storage_levels import recognise_storage_levels, solve_storage_levels
from engine.generators.os._tlb_access_time.tlb_lookup import of_accesses, recognise_lookup, solve_lookup
from engine.generators.quantities import decimal, is_exact

POINT = "os.memory.tlb"


@dataclass(frozen=True, slots=True)
class Case:
    """One way an access can go; `time` in the unit of the times given."""

    name: str
    share: Fraction
    time: Fraction
    working: str


def cases(memory: Fraction, tlb: Fraction, hit: Fraction, levels: int = 1, parallel: bool = False) -> tuple[Case, Case]:
    """The hit and the miss.

    Args:
        memory: time of one memory access.
        tlb: time of one TLB look-up.
        hit: the TLB's hit ratio, 0 to 1.
        levels: of the page table, all in memory.
        parallel: TLB and page table are looked up at once.
    """
    m, t = decimal(memory, 4), decimal(tlb, 4)
    tables = " + ".join([m] * (levels + 1))
    miss = (levels + 1) * memory + (0 if parallel else tlb)
    return (
        Case("快表命中", hit, tlb + memory, f"{t} + {m}" if tlb else m),
        Case("快表未命中", 1 - hit, miss, tables if parallel or not tlb else f"{t} + {tables}"),
    )


def mean(ways: Sequence[Case]) -> Fraction:
    """The effective access time."""
    return sum((way.share * way.time for way in ways), Fraction(0))


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    memory, tlb = Fraction(chance.between(50, 200, 10)), Fraction(chance.choice((2, 5, 8, 10, 15, 20)))
    hit = Fraction(chance.choice((70, 75, 80, 85, 90, 92, 95, 96, 98)), 100)
    if difficulty == 1:
        return _mean(memory, tlb, hit, 1, parallel=False)
    if difficulty == 2:
        return (
            _mean(memory, tlb, hit, chance.between(2, 3), parallel=False) if chance.one_in(2) else _mean(memory, tlb, hit, 1, parallel=True)
        )
    return _needed(chance, memory, tlb) if chance.one_in(2) else _faults(chance, memory, tlb, hit)


def _text(value: Fraction) -> str:
    return decimal(value, 1, keep_zeros=True) + " ns"


def _opening(memory: Fraction, tlb: Fraction, levels: int) -> str:
    table = {1: "页表", 2: "两级页表", 3: "三级页表"}[levels]
    return f"某分页系统的{table}全部放在内存中，访问一次内存需 {memory} ns，查一次快表（TLB）需 {tlb} ns"


def _rule(parallel: bool) -> str:
    return "查快表和查页表同时进行，命中则立即停止查页表" if parallel else "先查快表，未命中再查页表，不计更新快表的时间"


def _mean(memory: Fraction, tlb: Fraction, hit: Fraction, levels: int, parallel: bool) -> Generated | None:
    ways = cases(memory, tlb, hit, levels, parallel)
    right = mean(ways)
    if not is_exact(right, 1):
        return None
    miss = ways[1].time
    wrong = [
        (hit * (tlb + memory) + (1 - hit) * (miss - memory), "未命中时少算了一次访存"),
        (hit * memory + (1 - hit) * (miss - (0 if parallel else tlb)), "没有计入查快表的时间"),
        (hit * (tlb + memory) + (1 - hit) * (miss + tlb), "未命中时多算了一次查快表"),
        ((1 - hit) * (tlb + memory) + hit * miss, "把命中率和未命中率弄反了"),
        (mean(cases(memory, tlb, hit, levels, not parallel)), "当作两者同时查找" if not parallel else "当作先查快表再查页表"),
        (tlb + memory, "当作每次都命中"),
        (hit * tlb + (1 - hit) * miss, "命中时没有计入访存本身"),
        (mean(cases(memory, tlb, hit, levels + 1, parallel)), "未命中时多算了一次访存"),
        (hit * (tlb + memory) + (1 - hit) * miss * 2, "未命中的时间算了两遍"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(memory, tlb, levels)}。{_rule(parallel)}。快表的命中率为 {decimal(hit * 100)}%，则有效访问时间为",
        right=_text(right),
        wrong=[Wrong(_text(value), why) for value, why in wrong if is_exact(value, 1)],
        steps=_working(ways, _text(right)),
        parameters={
            "task": "parallel" if parallel else "mean" if levels == 1 else "levels",
            "memory_ns": int(memory),
            "tlb_ns": int(tlb),
            "hit_percent": int(hit * 100),
            "levels": levels,
        },
        drawing=_drawing(ways, right, "ns"),
    )


def _needed(chance: Chance, memory: Fraction, tlb: Fraction) -> Generated | None:
    """The hit ratio that a wanted mean needs."""
    levels = chance.between(1, 2)
    hit = Fraction(chance.between(60, 98, 2), 100)
    wanted = mean(cases(memory, tlb, hit, levels))
    if wanted.denominator != 1:
        return None
    best, worst = tlb + memory, tlb + (levels + 1) * memory
    wrong = [
        ((worst - tlb - wanted) / (worst - tlb - memory), "没有计入查快表的时间"),
        (1 - hit, "算成了未命中率"),
        ((worst - memory - wanted) / (worst - memory - best) if worst - memory != best else Fraction(0), "未命中时少算了一次访存"),
        ((worst + memory - wanted) / (worst + memory - best), "未命中时多算了一次访存"),
        (best / wanted, "用命中时的时间除以有效访问时间"),
        ((worst + tlb - wanted) / (worst + tlb - best), "未命中时多算了一次查快表"),
        (hit + Fraction(1, 100), "解方程时多算了 1 个百分点"),
        (hit - Fraction(1, 100), "解方程时少算了 1 个百分点"),
    ]
    right = decimal(hit * 100, 1, keep_zeros=True) + "%"
    return Generated(
        point=POINT,
        stem=f"{_opening(memory, tlb, levels)}。{_rule(False)}。要使有效访问时间为 {wanted} ns，快表的命中率应为",
        right=right,
        wrong=[Wrong(decimal(value * 100, 1, keep_zeros=True) + "%", why) for value, why in wrong if 0 < value < 1],
        steps=paragraphs(
            f"命中时需 {tlb} + {memory} = {best} ns，未命中时需 {tlb} + {' + '.join([str(memory)] * (levels + 1))} = {worst} ns。",
            f"设命中率为 $h$：$h × {best} + (1 - h) × {worst} = {wanted}$，即 ${worst} - {worst - best}h = {wanted}$。",
            f"$h$ 为 ({worst} − {wanted})/{worst - best}，即 {right}",
        ),
        parameters={"task": "hit-ratio", "memory_ns": int(memory), "tlb_ns": int(tlb), "wanted_ns": int(wanted), "levels": levels},
    )


def _faults(chance: Chance, memory: Fraction, tlb: Fraction, hit: Fraction) -> Generated | None:
    """With page faults on top."""
    rate = Fraction(chance.choice((1, 2, 5)), chance.choice((10_000, 100_000)))
    service = chance.between(2, 10) * 1_000_000  # ns
    ways = cases(memory, tlb, hit)
    without = mean(ways)
    right = (1 - rate) * without + rate * service

    def text(value: Fraction) -> str:
        return decimal(value, 0) + " ns"

    wrong = [
        (without, "没有计入缺页"),
        (rate * service, "只算了缺页的时间"),
        (without + rate * service + memory, "缺页后又多算了一次访存"),
        ((1 - rate) * without + rate * service / 10, "换算毫秒和纳秒时差了 10 倍"),
        ((1 - rate) * without + rate * service * 10, "换算毫秒和纳秒时差了 10 倍"),
        ((1 - rate) * memory + rate * service, "不缺页时没有按有效访问时间计算"),
        ((1 - rate) * without + (1 - hit) * rate * service, "把缺页率又乘了快表未命中率"),
        ((1 - rate) * (tlb + 2 * memory) + rate * service, "不缺页时当作快表总是未命中"),
    ]
    shown = decimal(rate * 100, 4)
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(memory, tlb, 1)}。{_rule(False)}。快表的命中率为 {decimal(hit * 100)}%；所有访问中有 {shown}% 发生缺页，"
            f"发生缺页的一次访问从开始到取得数据共需 {service // 1_000_000} ms。平均访问时间约为"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            _working(ways, f"{decimal(without, 4)} ns").replace("有效访问时间", "不缺页时的平均时间"),
            f"缺页时需 {service // 1_000_000} ms，即 {service} ns。平均访问时间为 (1 − {decimal(rate, 6)}) × {decimal(without, 4)} + {decimal(rate, 6)} × {service} "
            f"{'=' if right.denominator == 1 else '≈'} {text(right)}",
        ),
        parameters={
            "task": "faults",
            "memory_ns": int(memory),
            "tlb_ns": int(tlb),
            "hit_percent": int(hit * 100),
            "fault_rate": str(rate),
            "service_ns": service,
        },
        drawing=_drawing(ways, without, "ns"),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(ways: Sequence[Case], shown: str, unit: str = "ns") -> str:
    lines = [
        f"- {way.name}（{decimal(way.share * 100, 4)}%）：{way.working} = {decimal(way.time, 4)} {unit}"
        if "+" in way.working
        else f"- {way.name}（{decimal(way.share * 100, 4)}%）：{decimal(way.time, 4)} {unit}"
        for way in ways
    ]
    terms = " + ".join(f"{decimal(way.share, 6)} × {decimal(way.time, 4)}" for way in ways)
    return paragraphs("\n".join(lines), f"有效访问时间为 {terms} = {shown}")


def _drawing(ways: Sequence[Case], total: Fraction, unit: str) -> Drawing:
    bars = [
        Bar(way.name, float(way.time), f"{decimal(way.time)} {unit}", "good" if number == 0 else "bad") for number, way in enumerate(ways)
    ]
    return Bars(
        title="一次访问的时间",
        note=f"命中率 {decimal(ways[0].share * 100)}%，平均 {decimal(total)} {unit}",
        bars=(*bars, Bar("平均", float(total), f"{decimal(total)} {unit}", "new")),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if "storage levels" in parameters:
        return solve_storage_levels(parameters)
    if "bounds" in parameters or "displacing" in parameters:
        return solve_bounds(parameters)
    if "lookup" in parameters:
        return solve_lookup(parameters)
    return solve_access(parameters)


KIND = Kind(
    name="tlb-access-time",
    title="快表与有效访问时间",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"页表.{0,6}(?:放|存).{0,4}(?:内存|主存)|快表|TLB|联想|相联|缺页|调页|(?:Cache|高速缓存)[\s\S]{0,80}(?:磁盘|辅存|外存)|访问?(?:内存|主存).{0,4}次|次.{0,4}(?:访存|内存)",
        recognise=spelled(
            first_reading(
                recognise_lookup,
                recognise_bounds,
                of_accesses(
                    first_reading(
                        recognise_model,
                        recognise_cases,
                        recognise_totals,
                        recognise_reach,
                        recognise_walk,
                        recognise_references,
                        recognise_sequence,
                        recognise_storage_levels,
                    )
                ),
                unread=r"访问时间(?:是|为)(?:内存|主存)[^,;。?]{0,8}(?:几|多少)倍",
            )
        ),
        solve=_solve,
    ),
)
