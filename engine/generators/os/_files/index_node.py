"""The index node of a file: its addresses of each level, and what they reach."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = ("直接", "一级间接", "二级间接", "三级间接")


@dataclass(frozen=True, slots=True)
class Node:
    """An index node.

    Attributes:
        addresses: how many addresses of each level, direct ones first; four numbers.
        block: bytes of a block.
        entry: bytes of an address.
    """

    addresses: tuple[int, int, int, int]
    block: int
    entry: int

    @property
    def fan_out(self) -> int:
        """Addresses in an index block."""
        return self.block // self.entry

    @property
    def division(self) -> str:
        """How the addresses of an index block are counted, for the working."""
        quotient = f"{self.block}/{self.entry}"
        return f"{quotient} = {self.fan_out}" if self.block % self.entry == 0 else f"⌊{quotient}⌋ = {self.fan_out}"

    def blocks(self) -> tuple[int, int, int, int]:
        """Data blocks reachable by the addresses of each level."""
        direct, single, double, triple = self.addresses
        return direct, single * self.fan_out, double * self.fan_out**2, triple * self.fan_out**3

    @property
    def largest(self) -> int:
        """Bytes of the largest file."""
        return sum(self.blocks()) * self.block

    def level_of(self, block: int) -> int | None:
        """By which level the data block of that number (from 0) is reached; None beyond the largest file."""
        for level, count in enumerate(self.blocks()):
            if block < count:
                return level
            block -= count
        return None

    def index_blocks(self, count: int) -> int:
        """Index blocks that a file of `count` data blocks needs."""
        needed, left = 0, count
        for level, reach in enumerate(self.blocks()):
            here = min(left, reach)
            left -= here
            for depth in range(1, level + 1):
                # On the level nearest the data one index block for every `fan_out` data blocks, above it one for as many of those.
                needed += -(-here // self.fan_out**depth)
        return needed


# --- questions ---------------------------------------------------------------------------------------------------------------------
