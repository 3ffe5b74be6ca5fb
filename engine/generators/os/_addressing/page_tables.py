"""Page tables: how large they are and how many levels a virtual address needs."""

from __future__ import annotations

from dataclasses import dataclass

from engine.drawings.model import Drawing, Field, Fields


@dataclass(frozen=True, slots=True)
class Space:
    """A paged address space.

    Attributes:
        bits: of a logical address, in bytes.
        page: bytes of a page, a power of two.
        entry: bytes of a page-table entry, a power of two.
    """

    bits: int
    page: int
    entry: int

    @property
    def offset_bits(self) -> int:
        """Bits of the offset within a page."""
        return self.page.bit_length() - 1

    @property
    def page_bits(self) -> int:
        """Bits of the page number."""
        return self.bits - self.offset_bits

    @property
    def table_bits(self) -> int:
        """Bits of a page number that one table of a page's size resolves."""
        return (self.page // self.entry).bit_length() - 1

    @property
    def single(self) -> int:
        """Bytes of a page table of one level."""
        return (1 << self.page_bits) * self.entry

    @property
    def levels(self) -> int:
        """The fewest levels with which no table is larger than a page."""
        return -(-self.page_bits // self.table_bits)

    def split(self) -> tuple[int, ...]:
        """Bits that each level takes, the top one first: full ones below, the rest on top."""
        top = self.page_bits - (self.levels - 1) * self.table_bits
        return (top, *[self.table_bits] * (self.levels - 1))

    def tables(self, pages: int) -> tuple[int, ...]:
        """Tables on each level, the top one first, for a process whose pages fill the space from address 0."""
        counts = []
        needed = pages
        for _ in range(self.levels):
            needed = -(-needed // (1 << self.table_bits))
            counts.append(needed)
        counts[-1] = 1
        return tuple(reversed(counts))


def each_table(space: Space) -> str:
    return (
        f"页内偏移占 {space.offset_bits} 位，页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位。"
        f"一页可放 {space.page}/{space.entry} = {space.page // space.entry} 个页表项，即一级可解析 {space.table_bits} 位页号。"
    )


def drawing_of(space: Space, levels: bool = True) -> Drawing:
    if levels and space.levels > 1:
        names = ["顶级页号", *(f"{number} 级页号" for number in range(2, space.levels + 1))]
        fields = [
            Field(name, bits, tone="new" if number == 0 else "plain")
            for number, (name, bits) in enumerate(zip(names, space.split(), strict=True))
        ]
    else:
        fields = [Field("页号", space.page_bits, tone="new")]
    return Fields(title=f"{space.bits} 位逻辑地址", words=(("", (*fields, Field("页内偏移", space.offset_bits, tone="quiet"))),))
