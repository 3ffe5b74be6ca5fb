"""Sizes of page tables: one level, how many levels, and what a process of some size really needs.

After Silberschatz, Operating System Concepts (structure of the page table): a page table of one level has an entry for every page of
the address space; in a table of several levels each table fits one page, and the top one is not larger. 1 KB = 1024 B.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.os._multilevel_page_table_reading import recognise
from engine.generators.quantities import size
from engine.generators.reading import stay_out

POINT = "os.memory.multilevel-paging"


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
        drawing=_drawing(space, levels=False),
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
            _each(space),
            f"级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {right}，即 {right} 级",
        ),
        parameters={"task": "levels", "bits": space.bits, "page": space.page, "entry": space.entry},
        drawing=_drawing(space),
    )


def _each(space: Space) -> str:
    return (
        f"页内偏移占 {space.offset_bits} 位，页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位。"
        f"一页可放 {space.page}/{space.entry} = {space.page // space.entry} 个页表项，即一级可解析 {space.table_bits} 位页号。"
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
            _each(space),
            f"至少需 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels} 级，自顶级起各级页号占 {listed(split, '、')} 位。",
            f"顶级页号占 {split[0]} 位，共 $2^{{{split[0]}}}$，即 {right} 项",
        ),
        parameters={"task": "top", "bits": space.bits, "page": space.page, "entry": space.entry, "levels": space.levels},
        drawing=_drawing(space),
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
            _each(space),
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
        drawing=_drawing(space),
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


# --- drawing -----------------------------------------------------------------------------------------------------------------------


def _drawing(space: Space, levels: bool = True) -> Drawing:
    if levels and space.levels > 1:
        names = ["顶级页号", *(f"{number} 级页号" for number in range(2, space.levels + 1))]
        fields = [
            Field(name, bits, tone="new" if number == 0 else "plain")
            for number, (name, bits) in enumerate(zip(names, space.split(), strict=True))
        ]
    else:
        fields = [Field("页号", space.page_bits, tone="new")]
    return Fields(title=f"{space.bits} 位逻辑地址", words=(("", (*fields, Field("页内偏移", space.offset_bits, tone="quiet"))),))


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve_format(parameters: Parameters) -> Solution:
    top, middle, low = parameters["fields"]
    answers, steps = [], []
    also: tuple[str, ...] = ()
    for task in parameters["asked"]:
        if task == "page":
            answers.append(f"页面大小 {size(1 << low)}")
            also += (size(1 << low), f"{1 << low} B")
            steps.append(f"页内偏移 {low} 位，页面大小为 $2^{{{low}}}$ B，即 {size(1 << low)}。")
        elif task == "pages":
            answers.append(f"最多 2^{top + middle} = {1 << top + middle} 页")
            also += (f"2^{top + middle}", f"2^{top + middle} 页", f"{1 << top + middle}", f"{Fraction(1 << top + middle, 1024)}K")
            fields = f"页目录号和页号共 {top} + {middle} = {top + middle} 位" if top else f"页号 {middle} 位"
            steps.append(f"{fields}，最多有 $2^{{{top + middle}}}$ 页。")
        elif task == "space":
            answers.append(f"逻辑地址空间 {size(1 << top + middle + low)}")
            also += (size(1 << top + middle + low), f"2^{top + middle + low} B")
            steps.append(f"逻辑地址共 {top + middle + low} 位，空间为 $2^{{{top + middle + low}}}$ B，即 {size(1 << top + middle + low)}。")
        else:
            answers.append(f"页目录 {1 << top} 项")
            also += (str(1 << top), f"2^{top}")
            steps.append(f"页目录号 {top} 位，页目录最多有 $2^{{{top}}}$ = {1 << top} 项。")
    return Solution(
        answer="，".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("按字节编址，1 KB = 1024 B",),
    )


def _solve(parameters: Parameters) -> Solution:
    if "fields" in parameters:
        return _solve_format(parameters)
    page, entry = int(parameters["page"]), int(parameters.get("entry", 4))
    asked, told_levels = parameters["asked"], parameters.get("levels")
    if asked in (["tables"], ["tables-size"]):
        return _solve_tables(parameters, page, entry)
    if "job" in parameters:
        return _solve_job(asked, int(parameters["job"]), page, entry)
    if asked == ["reach"]:
        return _solve_reach(int(parameters["levels"]), page, entry)
    # Of the offset alone the length of the address says nothing.
    space = Space(parameters.get("bits", 64), page, entry)
    if space.page_bits < 1 or space.table_bits < 1:
        stay_out("a page larger than the space")
    if told_levels is not None and told_levels > 1 and told_levels != space.levels:
        stay_out("not as many levels as the sizes make")
    answers: list[str] = []
    also: tuple[str, ...] = ()
    steps = []
    if asked != ["offset-bits"]:
        steps.append(
            f"页内偏移占 {space.offset_bits} 位，页号占 {space.bits} − {space.offset_bits} = {space.page_bits} 位，共 $2^{{{space.page_bits}}}$ 页。"
        )
    conventions = ["按字节编址，1 KB = 1024 B"]
    for task in asked:
        if task == "outer":
            if space.levels < 2 or told_levels not in (None, space.levels):
                stay_out("other than so many levels")
            count = 1 << space.split()[0]
            answers.append(f"外层页表 {count} 项")
            also += (str(count), f"2^{space.split()[0]}")
            if space.levels > 2:
                steps.append(
                    f"{_each(space)}要 {space.levels} 级，顶级页号占 {space.split()[0]} 位，顶级页表 $2^{{{space.split()[0]}}}$ = {count} 项。"
                )
                conventions.append("下面各级的页表占满一页")
                continue
            steps.append(
                f"{_each(space)}共要 $2^{{{space.page_bits}}}$ / $2^{{{space.table_bits}}}$ = {count} 张内层页表，外层页表每张一项，共 {count} 项。"
            )
            conventions.append("每张内层页表占满一页")
        elif task == "outer-bits":
            answers.append(f"页目录号 {space.split()[0]} 位")
            also += (f"{space.split()[0]} 位",)
            steps.append(f"{_each(space)}页目录号占 {space.page_bits} − {space.table_bits} = {space.split()[0]} 位。")
            conventions.append("每张内层页表占满一页")
        elif task == "inner-bits":
            answers.append(f"页表索引 {space.table_bits} 位")
            also += (f"{space.table_bits} 位",)
            steps.append(_each(space))
        elif task == "page-bits":
            answers.append(f"页号 {space.page_bits} 位")
            also += (f"{space.page_bits} 位",)
        elif task == "offset-bits":
            answers.append(f"页内偏移 {space.offset_bits} 位")
            also += (f"{space.offset_bits} 位",)
            steps.append(f"页面 {size(page)} = $2^{{{space.offset_bits}}}$ B，页内偏移占 {space.offset_bits} 位。")
        elif task == "split":
            answers.append(f"自顶级起各级页号占 {listed(space.split(), '、')} 位，页内偏移 {space.offset_bits} 位")
            also += (listed(space.split(), "、") + " 位",)
            steps.append(f"{_each(space)}自顶级起各级页号占 {listed(space.split(), '、')} 位。")
            conventions.append("下面各级的页表占满一页")
        elif task == "entries":
            answers.append(f"一级页表共 {1 << space.page_bits} 项")
            also += (f"2^{space.page_bits}", f"{Fraction(1 << space.page_bits, 1024)}K")
        elif task == "size":
            answers.append(f"一级页表占 {size(space.single)}")
            also += (size(space.single), f"{space.single} B")
            steps.append(f"每页一个页表项，页表占 $2^{{{space.page_bits}}}$ × {space.entry} B，即 {size(space.single)}。")
        else:
            answers.append(f"{space.levels} 级")
            steps.append(
                f"{_each(space)}级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels}，自顶级起各级页号占 {listed(space.split(), '、')} 位。"
            )
            conventions.append("每张页表不超过一页")
    return Solution(
        answer="，".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=tuple(conventions),
        drawing=_drawing(space, bool({"levels", "outer", "outer-bits", "split"} & set(asked))) if asked != ["offset-bits"] else None,
    )


def _solve_job(asked: Sequence[str], job: int, page: int, entry: int) -> Solution:
    """The page table of one program, with an entry for each of its pages."""
    pages = -(-job // page)
    answers: list[str] = []
    also: tuple[str, ...] = ()
    steps = [f"程序 {size(job)}，每页 {size(page)}，共 ⌈{job}/{page}⌉ = {pages} 页，页表 {pages} 项。"]
    for task in asked:
        if task == "entries":
            answers.append(f"页表 {pages} 项")
            also = (f"{pages} 项",)
        else:
            answers.append(f"页表占 {size(pages * entry)}")
            also = (size(pages * entry), f"{pages * entry} B")
            steps.append(f"每项 {entry} B，页表占 {pages} × {entry} = {pages * entry} B。")
    return Solution(
        answer="，".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("只为程序实有的页设页表项", "1 KB = 1024 B"),
    )


def _solve_tables(parameters: Parameters, page: int, entry: int) -> Solution:
    """All the tables, the top one too, of a program that fills the space from address 0.

    Raises:
        StayOut: the levels do not fit the address or the program.
    """
    levels, job, bits = int(parameters["levels"]), int(parameters["job"]), parameters.get("bits")
    index = (page // entry).bit_length() - 1
    if index < 1 or (bits is not None and Space(int(bits), page, entry).levels != levels):
        stay_out("levels that do not fit the address")
    # Without the length of an address: as long as the levels can resolve.
    space = Space(page.bit_length() - 1 + levels * index, page, entry)
    pages = -(-job // page)
    if pages > 1 << space.page_bits:
        stay_out("a program larger than its space")
    counts = space.tables(pages)
    total = sum(counts)
    return Solution(
        answer=f"{total} 页" if parameters["asked"] == ["tables"] else size(total * page),
        also=(f"{total} 个页框", size(total * page)) if parameters["asked"] == ["tables"] else (f"{total * page} B",),
        steps=paragraphs(
            f"程序 {size(job)}，每页 {size(page)}，共 ⌈{job}/{page}⌉ = {pages} 页；每张页表占一页，有 {size(page)} / {entry} B = {1 << index} 项。",
            "各级页表：" + "，".join(f"第 {level} 级 {count} 张" for level, count in enumerate(counts, 1)) + "。",
            f"共 {' + '.join(map(str, counts))} = {total} 页，即 {size(total * page)}。",
        ),
        conventions=("每张页表占一页，顶级页表也算", "程序从逻辑地址 0 开始连续存放", "1 KB = 1024 B"),
    )


def _solve_reach(levels: int, page: int, entry: int) -> Solution:
    """The largest logical address space of so many levels, every table one page."""
    index, offset = (page // entry).bit_length() - 1, page.bit_length() - 1
    bits = levels * index + offset
    if index < 1 or bits > 64:
        stay_out("a strange address space")
    return Solution(
        answer=f"{size(1 << bits)}",
        also=(f"2^{bits} B", f"2^{bits}"),
        steps=paragraphs(
            f"每张页表占一页，有 {size(page)} / {entry} B = $2^{{{index}}}$ 项，每级页号 {index} 位；页内偏移 {offset} 位。",
            f"逻辑地址共 {levels} × {index} + {offset} = {bits} 位，空间为 $2^{{{bits}}}$ B，即 {size(1 << bits)}。",
        ),
        conventions=("每张页表占满一页", "按字节编址，1 KB = 1024 B"),
    )


KIND = Kind(
    name="multilevel-page-table",
    title="页表的大小与级数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"页表|页目录|页内", recognise=recognise, solve=_solve),
)
