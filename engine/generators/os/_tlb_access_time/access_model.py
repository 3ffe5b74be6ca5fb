"""What an access to memory takes on the average, computed from whatever is told of it: with and without a TLB, with page faults, both ways round.

After Silberschatz, Operating System Concepts: the TLB first, on a miss every level of the page table costs an access (without the look-up
in the TLB where both start at once); an access that faults takes the service time in all.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

_SCALE = {"ns": Fraction(1), "μs": Fraction(1000), "ms": Fraction(1_000_000), "s": Fraction(1_000_000_000)}


def hit_time(case: dict[str, Any]) -> Fraction:
    """An access whose page is in the TLB."""
    return Fraction(case["tlb"]) + Fraction(case["memory"])


def miss_time(case: dict[str, Any]) -> Fraction:
    """An access whose page is not in the TLB, but in memory."""
    return (0 if case["parallel"] else Fraction(case["tlb"])) + Fraction(case["memory"]) * (int(case["levels"]) + 1)


def bare_time(case: dict[str, Any]) -> Fraction:
    """An access without a TLB."""
    return Fraction(case["memory"]) * (int(case["levels"]) + 1)


def mean_time(case: dict[str, Any]) -> Fraction:
    """The mean over hits and misses, or over accesses with and without a fault."""
    if case.get("service") is not None:
        rate = Fraction(case["rate"])
        return (1 - rate) * Fraction(case["memory"]) + rate * Fraction(case["service"])
    hit = Fraction(case["hit"])
    return hit * hit_time(case) + (1 - hit) * miss_time(case)


class _Answers:
    """What is asked of one problem, one by one, with the working."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.steps: list[str] = []

    def time(self, value: Fraction) -> str:
        return f"{decimal(value / _SCALE[self.unit], 4)} {self.unit}"

    def also(self, value: Fraction) -> tuple[str, ...]:
        """The same time in the other units; rounded to whole ones only where that is a small change."""
        return tuple(
            dict.fromkeys(
                f"{decimal(value / scale, digits)} {unit}"
                for unit, scale in _SCALE.items()
                for digits in (4, *((0,) if value / scale >= 100 else ()))
            )
        )

    def _worked(self, case: dict[str, Any]) -> Fraction:
        """The mean, with its working."""
        total = mean_time(case)
        if case.get("service") is not None:
            rate = Fraction(case["rate"])
            self.steps.append(
                f"(1 − {decimal(rate, 8)})×{decimal(Fraction(case['memory']), 4)} + {decimal(rate, 8)}×{decimal(Fraction(case['service']), 4)} {relation(total, 4)} {decimal(total, 4)} ns"
            )
        else:
            hit = Fraction(case["hit"])
            self.steps.append(
                f"命中要 {self.time(hit_time(case))}，未命中要 {self.time(miss_time(case))}，平均 {decimal(hit, 6)}×{decimal(hit_time(case) / _SCALE[self.unit], 4)} + "
                f"{decimal(1 - hit, 6)}×{decimal(miss_time(case) / _SCALE[self.unit], 4)} {relation(total / _SCALE[self.unit], 4)} {self.time(total)}"
            )
        return total

    def answer(self, name: str, case: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
        if name == "mean":
            total = self._worked(case)
            return self.time(total), self.also(total)
        if name == "accesses":
            count = int(case["levels"]) + 1
            self.steps.append(f"没有快表时，查各级页表 {case['levels']} 次，取数据 1 次，共访存 {count} 次。")
            return f"{count} 次", (str(count),)
        if name in ("hit-time", "miss-time", "bare"):
            total = {"hit-time": hit_time, "miss-time": miss_time, "bare": bare_time}[name](case)
            label = {"hit-time": "快表命中", "miss-time": "快表未命中", "bare": "没有快表"}[name]
            self.steps.append(f"{label}时，一次访问要 {self.time(total)}。")
            return self.time(total), self.also(total)
        if name in ("slower", "extra"):
            extra = self._worked(case) - (hit_time(case) if name == "slower" else Fraction(case["memory"]))
            return self.time(extra), self.also(extra)
        if name in ("ratio", "saved", "saved-percent", "share-percent", "slower-percent"):
            with_faults = case.get("service") is not None
            if case.get("earlier") is not None:
                before = self._worked(dict(case["earlier"]))
            else:
                before = Fraction(case["memory"]) if with_faults else bare_time(case)
                self.steps.append(f"{'不缺页' if with_faults else '没有快表'}时一次访问要 {self.time(before)}。")
            after = self._worked(case)
            if name in ("saved", "saved-percent") and after >= before:
                stay_out("nothing is saved")
            if name == "saved":
                return self.time(before - after), self.also(before - after)
            if name == "ratio":
                share = after / before if with_faults else before / after
                return f"{decimal(share, 2)} 倍", tuple(f"{decimal(share, digits)}" for digits in (0, 1, 2, 3, 4))
            if name == "share-percent":
                share = after / before
                return f"{decimal(share * 100, 2)}%", tuple(f"{decimal(share * 100, digits)}%" for digits in (0, 1, 2, 3))
            share = (after - before) / before * (1 if name == "slower-percent" else -1)
            return f"{decimal(share * 100, 2)}%", tuple(f"{decimal(share * 100, digits)}%" for digits in (0, 1, 2, 3))
        wanted = Fraction(case["wanted"])
        if name == "hit":
            best, worst = hit_time(case), miss_time(case)
            if not best <= wanted <= worst or best == worst:
                stay_out("a mean that no hit ratio gives")
            hit = (worst - wanted) / (worst - best)
            self.steps.append(
                f"设命中率为 $h$：h×{decimal(best, 4)} + (1−h)×{decimal(worst, 4)} = {decimal(wanted, 4)}，h {relation(hit * 100, 2)} {decimal(hit * 100, 2)}%。"
            )
            return f"{decimal(hit * 100, 2)}%", (decimal(hit, 4), *(f"{decimal(hit * 100, digits)}%" for digits in (0, 1, 2, 3)))
        if name == "rate":
            memory, service = Fraction(case["memory"]), Fraction(case["service"])
            if not memory < wanted < service:
                stay_out("a mean that no rate gives")
            rate = (wanted - memory) / (service - memory)
            self.steps.append(
                f"(1−p)×{decimal(memory, 4)} + p×{decimal(service, 4)} ≤ {decimal(wanted, 4)}，p ≤ {decimal(wanted - memory, 4)}/{decimal(service - memory, 4)}。"
            )
            exponent = next(power for power in range(40) if rate * 10**power >= 1)
            return (
                f"约 {decimal(rate * 10**exponent, 2)}×10^-{exponent}",
                (
                    *(decimal(rate, digits) for digits in (5, 6, 7, 8)),
                    # A rate of some per cent is given with fewer digits.
                    *(f"{decimal(rate * 100, digits)}%" for digits in ((1, 2) if rate >= Fraction(1, 100) else ())),
                    *(f"{decimal(rate * 100, digits)}%" for digits in (3, 4, 5, 6)),
                ),
            )
        if name == "service":
            memory, rate = Fraction(case["memory"]), Fraction(case["rate"])
            if wanted <= memory:
                stay_out("a mean that no fault gives")
            service = (wanted - (1 - rate) * memory) / rate
            self.steps.append(
                f"设缺页时一次访问平均要 $x$：(1−{decimal(rate, 8)})×{decimal(memory, 4)} + {decimal(rate, 8)}x = {decimal(wanted, 4)}，x {relation(service, 4)} {decimal(service, 4)} ns。"
            )
            return self.time(service), self.also(service)
        hit, levels = Fraction(case["hit"]), int(case["levels"])
        # The mean is linear in either time.
        accesses, looks = hit + (1 - hit) * (levels + 1), hit + (1 - hit) * (0 if case["parallel"] else 1)
        if name == "memory":
            value = (wanted - looks * Fraction(case["tlb"])) / accesses
        else:
            value = (wanted - accesses * Fraction(case["memory"])) / looks
        if value <= 0:
            stay_out("no such time")
        self.steps.append(
            f"平均一次访问查快表 {decimal(looks, 4)} 次、访存 {decimal(accesses, 4)} 次，由 {self.time(wanted)} 得 {self.time(value)}。"
        )
        return self.time(value), self.also(value)


def solve_model(parameters: Parameters) -> Solution:
    """What is asked, each of its own case."""
    answers = _Answers(parameters["unit"])
    found = [answers.answer(name, dict(case)) for name, case in parameters["model"]]
    case = parameters["model"][0][1]
    conventions = (
        ["有效访问时间 = (1−p)×访存时间 + p×缺页处理时间，不计查快表和页表"]
        if case.get("service") is not None or parameters["model"][0][0] == "service"
        else []
    )
    if any(name not in ("bare", "rate", "accesses", "service") and one.get("service") is None for name, one in parameters["model"]):
        conventions = ["快表和页表同时查找" if case["parallel"] else "先查快表，未命中再查页表", "不计更新快表的时间，不考虑缺页"]
        if case["levels"] == 1:
            conventions.append("按一级页表计算")
    return Solution(
        answer="，".join(said for said, _ in found),
        also=found[0][1] if len(found) == 1 else ("；".join(said for said, _ in found),),
        steps=paragraphs(*dict.fromkeys(answers.steps)),
        conventions=tuple(conventions),
    )
