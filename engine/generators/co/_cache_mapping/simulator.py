"""A cache's geometry, its contents over a sequence of accesses, and how both are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Field, Fields, Grid, Row, Tone
from engine.generators.markdown import listed, table


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache's geometry; all numbers powers of two.

    Attributes:
        address: bits of a main memory address.
        data: bytes of data.
        block: bytes of a block.
        ways: lines of a set.
    """

    address: int
    data: int
    block: int
    ways: int

    @property
    def lines(self) -> int:
        """Number of lines."""
        return self.data // self.block

    @property
    def sets(self) -> int:
        """Number of sets."""
        return self.lines // self.ways

    @property
    def offset_bits(self) -> int:
        """Of the address within a block."""
        return self.block.bit_length() - 1

    @property
    def set_bits(self) -> int:
        """Of the set (line, when mapped directly) number."""
        return self.sets.bit_length() - 1

    @property
    def tag_bits(self) -> int:
        """Of the tag."""
        return self.address - self.set_bits - self.offset_bits

    def total_bits(self, extra: int = 1) -> int:
        """Bits of all lines: data, tag and `extra` bits a line (valid, dirty, replacement)."""
        return self.lines * (8 * self.block + self.tag_bits + extra)


@dataclass(frozen=True, slots=True)
class Access:
    """What one access did; `lines`: the set's blocks afterwards, the next victim first."""

    block: int
    index: int
    hit: bool
    evicted: int | None
    lines: tuple[int, ...]


def run(blocks: Sequence[int], sets: int, ways: int, lru: bool = True) -> list[Access]:
    """Accesses to main memory blocks, the cache empty at first; LRU or FIFO within a set."""
    content: list[list[int]] = [[] for _ in range(sets)]
    trace = []
    for block in blocks:
        lines = content[block % sets]
        hit, evicted = block in lines, None
        if hit and lru:
            lines.remove(block)
            lines.append(block)
        elif not hit:
            if len(lines) == ways:
                evicted = lines.pop(0)
            lines.append(block)
        trace.append(Access(block, block % sets, hit, evicted, tuple(lines)))
    return trace


def hits(trace: Sequence[Access]) -> int:
    """The number of hits."""
    return sum(access.hit for access in trace)


def mapping_name(ways: int, sets: int = 2) -> str:
    """`直接映射`, ` 4 路组相联映射`, `全相联映射`."""
    if sets == 1:
        return "全相联映射"
    return "直接映射" if ways == 1 else f" {ways} 路组相联映射"


def division(cache: Cache) -> list[str]:
    """The working of the fields of an address."""
    lines = [f"块内地址：块大小 {cache.block} B，2^{cache.offset_bits} = {cache.block}，占 {cache.offset_bits} 位"]
    name = "行号" if cache.ways == 1 else "组号"
    if cache.sets == 1:
        lines.append("全相联映射没有组号")
    elif cache.ways == 1:
        lines.append(f"行号：{cache.data}/{cache.block} = {cache.lines} 行，2^{cache.set_bits} = {cache.sets}，占 {cache.set_bits} 位")
    else:
        lines.append(
            f"{name}：{cache.data}/{cache.block} = {cache.lines} 行，{cache.lines}/{cache.ways} = {cache.sets} 组，2^{cache.set_bits} = {cache.sets}，占 {cache.set_bits} 位"
        )
    lines.append(f"标记：{cache.address} − {cache.set_bits} − {cache.offset_bits} = {cache.tag_bits} 位")
    return lines


def trace_table(trace: Sequence[Access], ways: int) -> str:
    """A table of the accesses, in Markdown."""
    rows = []
    for access in trace:
        what = "命中" if access.hit else ("✗" if access.evicted is None else f"✗ 换出 {access.evicted}")
        rows.append((access.block, access.index, listed(access.lines, " "), what))
    return table(("块号", "行号" if ways == 1 else "组号", "该行中的块" if ways == 1 else "该组中的块（最久未用的在前）", "结果"), rows)


def over_time(trace: Sequence[Access], ways: int) -> Drawing:
    """What every line holds after each access; a block stays in its line."""
    rows = []
    for index in sorted({access.index for access in trace}):
        held = [""] * ways
        cells: list[list[Cell]] = [[] for _ in range(ways)]
        for access in trace:
            block = str(access.block)
            if access.index == index and not access.hit:
                held[held.index("" if access.evicted is None else str(access.evicted))] = block
            for line, now in enumerate(held):
                tone: Tone = "plain"
                if access.index == index and now == block:
                    tone = "good" if access.hit else "new"
                cells[line].append(Cell(now, tone))
        rows += [Row(f"行 {index}" if ways == 1 else f"组 {index} 路 {line}", tuple(own)) for line, own in enumerate(cells)]
    rows.append(Row("命中", tuple(Cell("√", "good") if access.hit else Cell("✗", "bad") for access in trace)))
    return Grid(
        title="Cache 的内容",
        note=f"绿色命中，蓝色装入，共命中 {hits(trace)} 次",
        corner="块号",
        columns=tuple(str(access.block) for access in trace),
        rows=tuple(rows),
    )


def field_drawing(cache: Cache) -> Drawing:
    """The fields of an address."""
    fields = [Field("标记", cache.tag_bits, tone="new")]
    if cache.set_bits:
        fields.append(Field("行号" if cache.ways == 1 else "组号", cache.set_bits, tone="good"))
    fields.append(Field("块内地址", cache.offset_bits))
    return Fields(title="主存地址的划分", note=f"共 {cache.lines} 行，{cache.sets} 组", words=(("主存地址", tuple(fields)),))
