"""The five-stage pipeline with data hazards, simulated instruction by instruction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.markdown import listed


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: `op` is `lw` or an arithmetic one; registers by number."""

    op: str
    target: int
    sources: tuple[int, ...]

    def __str__(self) -> str:
        if self.op == "lw":
            return f"lw R{self.target}, 0(R{self.sources[0]})"
        return f"{self.op} R{self.target}, " + listed(f"R{source}" for source in self.sources)


def decode_cycles(program: Sequence[Instruction], forwarding: bool, half: bool = True) -> list[int]:
    """The cycle (from 1) in which each instruction is in ID for the last time; it is in WB three cycles later.

    Args:
        forwarding: results go straight to EX.
        half: registers are written in the first half of a cycle, read in the second.
    """
    cycles: list[int] = []
    for number, instruction in enumerate(program):
        earliest = cycles[-1] + 1 if cycles else 2
        for source in instruction.sources:
            writers = [place for place in range(number) if program[place].target == source]
            if writers:
                writer = writers[-1]
                ready = (1 + int(program[writer].op == "lw")) if forwarding else 3 + int(not half)
                earliest = max(earliest, cycles[writer] + ready)
        cycles.append(earliest)
    return cycles


def total_cycles(program: Sequence[Instruction], forwarding: bool, half: bool = True) -> int:
    """Cycles from the first IF to the last WB."""
    return decode_cycles(program, forwarding, half)[-1] + 3
