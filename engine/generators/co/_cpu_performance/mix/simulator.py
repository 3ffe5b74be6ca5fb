"""An instruction mix: mean CPI, MIPS and execution time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.quantities import decimal


@dataclass(frozen=True, slots=True)
class Group:
    """Instructions of one type: how often (a share of all, 0 to 1) and how many clock cycles each."""

    name: str
    share: Fraction
    cycles: Fraction


def mean_cpi(mix: Sequence[Group]) -> Fraction:
    """Cycles per instruction over the mix; shares that do not add up to 1 are taken relative to their sum."""
    return sum((group.share * group.cycles for group in mix), Fraction(0)) / sum(group.share for group in mix)


def mips(hertz: Fraction, cpi: Fraction) -> Fraction:
    """Million instructions per second."""
    return hertz / cpi / 10**6


def seconds(instructions: Fraction, cpi: Fraction, hertz: Fraction) -> Fraction:
    """CPU time."""
    return instructions * cpi / hertz


def thinned(mix: Sequence[Group], name: str, part: Fraction) -> list[Group]:
    """The mix after `part` of one group's instructions are gone; shares stay relative to the old number of instructions."""
    return [Group(g.name, g.share * (1 - part) if g.name == name else g.share, g.cycles) for g in mix]


def terms(mix: Sequence[Group]) -> str:
    return " + ".join(f"{decimal(group.cycles)}×{decimal(group.share)}" for group in mix)


def data_of(mix: Sequence[Group]) -> list[list[str]]:
    return [[group.name, str(group.share), str(group.cycles)] for group in mix]


def drawing_of(mix: Sequence[Group]) -> Drawing:
    bars = [
        Bar(
            group.name,
            float(group.share * group.cycles),
            f"{decimal(group.share)}×{decimal(group.cycles)} = {decimal(group.share * group.cycles, 3)}",
        )
        for group in mix
    ]
    return Bars(title="各类指令对平均 CPI 的贡献", note=f"平均 CPI {decimal(mean_cpi(mix), 3)}", bars=tuple(bars))
