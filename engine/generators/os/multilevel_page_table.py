"""Sizes of page tables: one level, how many levels, and what a process of some size really needs.

After Silberschatz, Operating System Concepts (structure of the page table): a page table of one level has an entry for every page of
the address space; in a table of several levels each table fits one page, and the top one is not larger. 1 KB = 1024 B.
"""

from __future__ import annotations

from engine.generators.alternatives import but_not
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.os._addressing.page_table_solving import solve
from engine.generators.os._addressing.page_tables import Space, drawing_of, each_table
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._paging.readers import of_sizes
from engine.generators.os._paging.solving import solve_paging
from engine.generators.quantities import size

POINT = "os.memory.multilevel-paging"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    entry = chance.choice((2, 4, 4, 8))
    page = chance.choice((512, 1024, 2048, 4096, 4096, 8192, 16384))
    if difficulty == 1:
        return _single(Space(chance.choice((16, 20, 24, 28, 30, 32, 36)), page, entry))
    space = Space(chance.between(28, 48) if difficulty == 2 else chance.choice((30, 32, 36, 38, 40)), page, entry)
    if difficulty == 2:
        return _levels(space) if chance.one_in(3) else _top(chance, space)
    return _process(chance, space) if chance.one_in(2) else _reach(chance, space)


def _given(space: Space) -> str:
    return f"某系统按字节编址，逻辑地址为 {space.bits} 位，页面大小为 {size(space.page)}，页表项占 {space.entry} B"


def _single(space: Space) -> Generated | None:
    if space.page_bits < 5:
        return None
    right = space.single
    wrong = [
        (1 << space.page_bits, "算成了页表项的个数，没有乘页表项的长度"),
        ((1 << space.bits) // space.page * space.page, "算成了逻辑地址空间的大小"),
        (right * 2, "页号多算了一位"),
        (right // 2, "页号少算了一位"),
        ((1 << space.offset_bits) * space.entry, "把页内偏移的位数当成了页号的位数"),
        ((1 << space.page_bits) * space.page, "页表项的个数乘成了页面大小"),
        (right // space.entry * (8 if space.entry != 8 else 4), "页表项的长度用错"),
        (right * 8, "把字节换算成了位"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_given(space)}（1 KB = 1024 B）。若采用一级页表，则整个页表占用的空间为",
        right=size(right),
        wrong=[Wrong(size(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"页内偏移占 {space.offset_bits} 位（$2^{{{space.offset_bits}}} = {space.page}$），页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位，共 $2^{{{space.page_bits}}}$ 页。",
            f"每页一个页表项，页表占 $2^{{{space.page_bits}}}$ × {space.entry} B，即 {size(right)}",
        ),
        parameters={"task": "single", "bits": space.bits, "page": space.page, "entry": space.entry},
        drawing=drawing_of(space, levels=False),
    )


def _levels(space: Space) -> Generated | None:
    if not 2 <= space.levels <= 6:
        return None
    right = space.levels
    wrong = [
        (space.page_bits // space.table_bits, "除不尽时没有向上取整"),
        (-(-space.bits // space.table_bits), "没有减去页内偏移的位数"),
        (-(-space.page_bits // space.offset_bits), "把每张页表的项数当成了页面的字节数"),
        (right + 1, "把页内偏移也算作一级"),
        (right - 1, "漏算了顶级页表"),
        (right + 2, "向上取整后又多加了两级"),
        (right - 2, "漏算了两级"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_given(space)}（1 KB = 1024 B）。采用多级页表，每一级的每张页表都不超过一页，则至少需要的级数为",
        right=f"{right} 级",
        wrong=[Wrong(f"{value} 级", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            each_table(space),
            f"级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {right}，即 {right} 级",
        ),
        parameters={"task": "levels", "bits": space.bits, "page": space.page, "entry": space.entry},
        drawing=drawing_of(space),
    )


def _top(chance: Chance, space: Space) -> Generated | None:
    """The entries of the top table."""
    top = space.split()[0]
    if space.levels < 2 or not 1 <= top <= space.table_bits:
        return None
    right = 1 << top
    wrong = [
        (1 << space.table_bits, "以为顶级页表也占满一页"),
        (1 << (space.page_bits - space.table_bits), "当作二级页表，没有按级数划分"),
        (1 << max(1, space.bits - space.levels * space.table_bits), "没有减去页内偏移的位数"),
        (right * 2, "顶级页号多算了一位"),
        (right // 2, "顶级页号少算了一位"),
        (right * space.entry, "算成了顶级页表的字节数"),
        (1 << (space.page_bits // space.levels), "把页号的位数平均分给各级"),
        (right * 4, "顶级页号多算了两位"),
    ]
    split = space.split()
    return Generated(
        point=POINT,
        stem=(
            f"{_given(space)}（1 KB = 1024 B）。采用级数最少的多级页表，每张页表不超过一页，除顶级外各级页表都恰占一页，则顶级页表的页表项数为"
        ),
        right=f"{right} 项",
        wrong=[Wrong(f"{value} 项", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            each_table(space),
            f"至少需 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels} 级，自顶级起各级页号占 {listed(split, '、')} 位。",
            f"顶级页号占 {split[0]} 位，共 $2^{{{split[0]}}}$，即 {right} 项",
        ),
        parameters={"task": "top", "bits": space.bits, "page": space.page, "entry": space.entry, "levels": space.levels},
        drawing=drawing_of(space),
    )


def _process(chance: Chance, space: Space) -> Generated | None:
    """The memory that page tables take for a process that fills the space from address 0."""
    if not 2 <= space.levels <= 3 or space.table_bits < 7:
        return None
    n = 1 << space.table_bits
    pages = chance.between(n // 2, n * chance.choice((3, 8, 20))) if space.levels == 2 else chance.between(n, n * 30)
    if pages >= 1 << space.page_bits:
        return None
    counts = space.tables(pages)
    right = sum(counts)
    length = pages * space.page - chance.below(space.page)
    wrong = [
        (counts[-1], "只算了最后一级页表"),
        (right - 1, "漏算了顶级页表"),
        (right + 1, "最后一级页表多算了一张"),
        (pages // n + space.levels - 1, "最后不满一张的页表没有算"),
        (-(-pages * space.entry // space.page) + space.levels, "顶级页表多算了一张"),
        (right + counts[-1], "页表项的长度弄错，最后一级多算了一倍"),
        (1 + -(-counts[-1] // 2) if counts[-1] > 2 else right + 2, "页表项的长度弄错，最后一级少算了一半"),
        (right + 2, "每一级都多算了一张"),
    ]
    parts = [f"第 {level} 级 {count} 张" for level, count in enumerate(counts, 1)]
    return Generated(
        point=POINT,
        stem=(
            f"{_given(space)}（1 KB = 1024 B）。采用级数最少的多级页表，每张页表占一页。某进程占用从逻辑地址 0 开始的连续 {length} B，"
            "其各级页表共占用的页框数为"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            each_table(space),
            numbered(
                [
                    f"级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels}",
                    f"进程的页数为 ⌈{length}/{space.page}⌉ = {pages}",
                    f"最后一级页表 ⌈{pages}/{n}⌉ = {counts[-1]} 张"
                    + (f"，第 2 级 ⌈{counts[-1]}/{n}⌉ = {counts[1]} 张" if space.levels == 3 else ""),
                    f"顶级 1 张。{'，'.join(parts)}",
                ]
            ),
            f"共 {' + '.join(map(str, counts))} = {right} 个",
        ),
        parameters={"task": "process", "bits": space.bits, "page": space.page, "entry": space.entry, "length": length},
        drawing=drawing_of(space),
    )


def _reach(chance: Chance, space: Space) -> Generated | None:
    """The largest logical space that two or three levels with full tables cover, or the page number bits."""
    levels = chance.between(2, 3)
    bits = levels * space.table_bits + space.offset_bits
    if bits > 58:
        return None

    def text(number: int) -> str:
        return f"{number} 位"

    wrong = [
        (levels * space.table_bits, "没有加上页内偏移的位数"),
        (levels * space.offset_bits + space.offset_bits, "把一张页表的项数当成了页面的字节数"),
        ((levels - 1) * space.table_bits + space.offset_bits, "少算了一级"),
        ((levels + 1) * space.table_bits + space.offset_bits, "多算了一级"),
        (bits + 1, "某一级的页号多算了一位"),
        (bits - 1, "某一级的页号少算了一位"),
        (bits + (space.entry.bit_length() - 1), "页内偏移又加上了页表项长度的位数"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某系统按字节编址，页面大小为 {size(space.page)}，页表项占 {space.entry} B（1 KB = 1024 B），采用 {levels} 级页表，每张页表恰占一页，"
            "则逻辑地址最多可以有"
        ),
        right=text(bits),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"一页可放 {space.page}/{space.entry} = {space.page // space.entry} 个页表项，每级页号占 {space.table_bits} 位；页内偏移占 {space.offset_bits} 位。",
            f"逻辑地址共 {levels} × {space.table_bits} + {space.offset_bits} = {bits} 位",
        ),
        parameters={"task": "reach", "page": space.page, "entry": space.entry, "levels": levels},
        drawing=None,
    )


def _solve(parameters: Parameters) -> Solution:
    return solve_paging(parameters) if "sizes asked" in parameters else solve(parameters)


KIND = Kind(
    name="multilevel-page-table",
    title="页表的大小与级数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"页内碎片|内部碎片|页表|页目录|页内|表项|级数|虚拟?地址|逻辑地址|页式|分页",
        recognise=but_not(r"每[个张]页表(?:的)?(?:大小|占)[^?]*页表(?:的)?(?:个数|总?数)")(spelled(of_sizes)),
        solve=_solve,
    ),
)
