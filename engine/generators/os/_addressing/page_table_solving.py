"""What a pasted problem about page tables' sizes asks, computed from the same space."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._addressing.levels_reading import solve_address_levels
from engine.generators.os._addressing.page_level_fields import solve_level_fields
from engine.generators.os._addressing.page_tables import Space, drawing_of, each_table
from engine.generators.quantities import size
from engine.generators.reading import stay_out


def solve_split(parameters: Parameters) -> Solution:
    top, middle, low = parameters["split"]
    address = parameters["address"]
    values = {
        "top": ("页目录号", address >> middle + low),
        "middle": ("页号", address >> low & (1 << middle) - 1),
        "low": ("页内偏移", address & (1 << low) - 1),
    }
    widths = dict(zip(("top", "middle", "low"), (top, middle, low), strict=True))
    asked = [values[name] for name in parameters["asked"]]
    digits = [f"{value:0{(widths[name] + 3) // 4}X}" for name, (_, value) in zip(parameters["asked"], asked, strict=True)]
    rows = (
        [str(value) for _, value in asked],
        [f"{value:X}H" for _, value in asked],
        [f"0x{value:X}" for _, value in asked],
        [f"{value}H" for value in digits],
        [f"0x{value}" for value in digits],
    )
    shown = [
        f"{name} {value:X}H" if parameters["hexadecimal"] else f"{name} {value}" + (f"（{value:X}H）" if name == "页内偏移" else "")
        for name, value in asked
    ]
    return Solution(
        answer="，".join(shown),
        also=tuple(mark.join(row) for mark in ("，", "、") for row in rows),
        steps=paragraphs(
            f"写成二进制，从高位起依次取 {top}、{middle}、{low} 位：`{values['top'][1]:0{top}b}` `{values['middle'][1]:0{middle}b}` `{values['low'][1]:0{low}b}`。",
            "，".join(f"{name} {value}（{value:X}H）" for name, value in values.values()) + "。",
        ),
    )


def _solve_entries_at(parameters: Parameters) -> Solution:
    width = parameters["width"]
    shown = [f"{value:0{width}X}H" for value in parameters["entries at"]]
    answer = "；".join(shown)
    if parameters["claimed"] is not None:
        answer = f"{'是' if parameters['claimed'] == parameters['entries at'][0] else '不是'}，{answer}"
    return Solution(
        answer=answer,
        also=tuple(f"{value:X}H" for value in parameters["entries at"])
        if len(shown) == 1
        else ("，".join(f"{value:X}H" for value in parameters["entries at"]),),
        steps=f"表项的地址 = 表的起始地址 + 号 × 表项长度，每项 {parameters['entry']} B：{answer}。",
    )


def _covered(parameters: Parameters) -> tuple[int, int]:
    """Pages used at the bottom and at the top of the space."""
    page = int(parameters["page"])
    return -(-int(parameters["bottom"] or 0) // page), -(-int(parameters["top"]) // page)


def tables_of(bottom: int, top: int, index: list[int]) -> tuple[int, ...]:
    """Tables on each level, the top one first, for so many pages at the bottom and at the top of the space; `index`: bits of each level."""
    counts = []
    below = 0
    for level in range(len(index) - 1, -1, -1):
        below += index[level]
        used = -(-bottom // (1 << below)) + -(-top // (1 << below))
        counts.append(max(1, min(used, 1 << sum(index[:level]))))
    return tuple(reversed(counts))


class _Sums:
    """What is asked of the sizes, one by one; every method a quantity."""

    def __init__(self, parameters: Parameters) -> None:
        self.page, self.entry, self.bits = (parameters[name] for name in ("page", "entry", "bits"))
        self.job, self.memory, self.told = parameters["job"], parameters["memory"], parameters["levels"]
        self.parts, self.parameters = parameters["parts"], parameters
        self.steps: list[str] = []

    @property
    def offset(self) -> int:
        """Bits of the offset."""
        return int(self.page).bit_length() - 1

    @property
    def pages(self) -> int:
        """Pages of the program, or of the space."""
        if self.job is not None:
            count = -(-self.job // self.page)
            self.steps.append(f"程序 {size(self.job)}，每页 {size(self.page)}，共 ⌈{self.job}/{self.page}⌉ = {count} 页。")
            return int(count)
        if self.bits <= self.offset:
            stay_out("a page larger than the space")
        self.steps.append(
            f"页内偏移占 {self.offset} 位，页号占 {self.bits} − {self.offset} = {self.bits - self.offset} 位，共 $2^{{{self.bits - self.offset}}}$ 页。"
        )
        return 1 << int(self.bits) - self.offset

    @property
    def space(self) -> Space:
        """The space with its tables."""
        if self.entry & (self.entry - 1) or self.bits is None or self.bits <= self.offset or self.page <= self.entry:
            stay_out("sizes that make no tables")
        return Space(self.bits, self.page, self.entry)

    def index(self) -> list[int]:
        """Bits that each level takes, the top one first."""
        if self.parts:
            return [int(part) for part in self.parts[:-1]]
        split = list(self.space.split())
        if self.parameters["inner"] and self.told == 2:
            # Only the inner tables are one page each: the outer one is as long as it must be.
            split = [self.space.page_bits - self.space.table_bits, self.space.table_bits]
        if self.told not in (None, len(split)):
            stay_out("not as many levels as the sizes make")
        self.steps.append(f"{each_table(self.space)}自顶级起各级页号占 {listed(split, '、')} 位。")
        return split

    def frames(self) -> int:
        """Frames of the memory."""
        if self.memory is None or self.memory % self.page:
            stay_out("no memory")
        count = int(self.memory) // self.page
        self.steps.append(f"内存 {size(self.memory)}，每块 {size(self.page)}，共 {count} 块，块号占 {(count - 1).bit_length()} 位。")
        return int(count)

    def tables(self) -> tuple[int, ...]:
        """Tables on each level for what the program uses."""
        bottom, top = _covered(self.parameters)
        if self.parts:
            index = self.index()
            if self.entry and any((1 << bits) * self.entry > self.page for bits in index[1:]):
                stay_out("a table larger than a page")
        elif self.bits is None:
            if self.told is None or self.entry is None:
                stay_out("no levels")
            index = [(self.page // self.entry).bit_length() - 1] * self.told
        else:
            index = self.index()
        if bottom + top > 1 << sum(index) or len(index) < 2:
            stay_out("a program larger than its space")
        counts = tables_of(bottom, top, index)
        self.steps.append("各级页表：" + "，".join(f"第 {level} 级 {count} 张" for level, count in enumerate(counts, 1)) + "。")
        return counts

    def answer(self, name: str) -> tuple[str, tuple[str, ...]]:
        """A quantity as it is said, and other ways to say it."""
        if name == "levels":
            space = self.space
            self.steps.append(
                f"{each_table(space)}级数为 ⌈{space.page_bits}/{space.table_bits}⌉ = {space.levels}，自顶级起各级页号占 {listed(space.split(), '、')} 位。"
            )
            return f"{space.levels} 级", (str(space.levels),)
        if name == "outer":
            index = self.index()
            if len(index) < 2:
                stay_out("one level")
            return f"外层页表 {1 << index[0]} 项", (str(1 << index[0]), f"2^{index[0]}", f"{1 << index[0]} 项")
        if name == "page entries":
            count = self.page // self.entry
            self.steps.append(f"一页可放 {self.page} / {self.entry} = {count} 个页表项。")
            return f"每页 {count} 个页表项", (f"{count} 个", f"{count} 项", str(count))
        if name == "inner entries":
            index = self.index()
            return f"{1 << index[-1]} 项", (f"2^{index[-1]}",)
        if name == "outer bits":
            return f"页目录号 {self.index()[0]} 位", (f"{self.index()[0]} 位",)
        if name == "inner bits":
            bits = self.parts[-2] if self.parts else (self.page // self.entry).bit_length() - 1
            return f"页表索引 {bits} 位", (f"{bits} 位",)
        if name == "split":
            index = self.index()
            return f"自顶级起各级页号占 {listed(index, '、')} 位，页内偏移 {self.offset} 位", (listed(index, "、") + " 位",)
        if name in ("entries", "pages"):
            count = self.pages
            power = f"2^{count.bit_length() - 1}" if not count & (count - 1) else ""
            unit = "页" if name == "pages" else "项"
            return (
                f"{count} {unit}"
                if name == "pages"
                else f"{'' if self.job else '一级'}页表共 {count} 项"
                if not self.job
                else f"页表 {count} 项",
                (
                    str(count),
                    power,
                    f"{power} {unit}",
                    f"{Fraction(count, 1024)}K",
                    f"{count} {unit}",
                ),
            )
        if name in ("size", "size pages"):
            count = self.pages
            total = count * self.entry
            self.steps.append(f"每页一个页表项，页表占 {count} × {self.entry} = {total} B，即 {size(total)}。")
            if name == "size pages":
                return f"{-(-total // self.page)} 页", (str(-(-total // self.page)),)
            return f"{'' if self.job else '一级'}页表占 {size(total)}", (
                size(total),
                f"{total} B",
                f"2^{total.bit_length() - 1} B" if not total & (total - 1) else "",
            )
        if name == "page bits":
            return f"页号 {self.bits - self.offset} 位", (f"{self.bits - self.offset} 位",)
        if name == "offset bits":
            return f"页内偏移 {self.offset} 位", (f"{self.offset} 位",)
        if name == "frame bits":
            bits = (self.frames() - 1).bit_length()
            return f"页框号 {bits} 位", (f"{bits} 位",)
        if name == "entry bits":
            bits = (self.frames() - 1).bit_length() + self.parameters["control"]
            self.steps.append(f"页表项至少 {bits - self.parameters['control']} + {self.parameters['control']} = {bits} 位。")
            return f"{bits} 位", (str(bits),)
        if name == "entry bytes":
            bits = (self.frames() - 1).bit_length() + self.parameters["control"]
            if self.entry != -(-bits // 8):
                stay_out("another length of an entry")
            self.steps.append(f"页表项要 {bits} 位，按整字节存放，占 {self.entry} B。")
            return f"页表项 {self.entry} B", (f"{self.entry} B", f"{self.entry} 字节")
        if name == "inverted entries":
            return f"反置页表 {self.frames()} 项", (str(self.frames()),)
        if name == "inverted size":
            return size(self.frames() * self.entry), ()
        if name in ("reach", "reach bits") and self.parts:
            bits = sum(int(part) for part in self.parts)
            self.steps.append(f"逻辑地址共 {' + '.join(str(part) for part in self.parts)} = {bits} 位。")
            return (f"{bits} 位", ()) if name == "reach bits" else (size(1 << bits), (f"2^{bits} B", f"2^{bits}"))
        if name in ("reach", "reach bits"):
            index = (self.page // self.entry).bit_length() - 1
            bits = self.told * index + self.offset
            if index < 1 or bits > 64:
                stay_out("a strange address space")
            self.steps.append(
                f"每张页表占一页，有 {size(self.page)} / {self.entry} B = $2^{{{index}}}$ 项；逻辑地址共 {self.told} × {index} + {self.offset} = {bits} 位。"
            )
            return (f"{bits} 位", ()) if name == "reach bits" else (size(1 << bits), (f"2^{bits} B", f"2^{bits}"))
        if name == "page":
            return f"页面大小 {size(1 << self.parts[-1])}", (size(1 << self.parts[-1]),)
        if name == "outer size":
            total = (1 << self.parts[0]) * self.entry
            self.steps.append(f"页目录号占 {self.parts[0]} 位，页目录有 {1 << self.parts[0]} 项，每项 {self.entry} B，共 {size(total)}。")
            return f"页目录占 {size(total)}", (size(total), f"{total} B")
        if name == "one table":
            entries = 1 << self.parts[-2] if self.parts else None
            if entries is None or self.entry is None:
                stay_out("no table")
            return size(entries * self.entry), ()
        if name == "inner tables":
            counts = self.tables()
            return f"二级页表 {counts[-1]} 张" if len(counts) == 2 else stay_out("more levels"), (f"{counts[-1]} 张", str(counts[-1]))
        if name == "touched":
            low = sum(self.index()[1:]) + self.offset
            tops = [address >> low for address in self.parameters["touched"]]
            if len(self.index()) != 2 or any(address >> sum(self.parts) for address in self.parameters["touched"]):
                stay_out("addresses beyond the space")
            self.steps.append(
                "页目录号是最高的 "
                + f"{self.index()[0]} 位："
                + "，".join(f"{address:X}H 的为 {top}" for address, top in zip(self.parameters["touched"], tops, strict=True))
                + "；页目录号相同的在同一个二级页表中。"
            )
            return f"访问 {len(set(tops))} 个二级页表", (f"{len(set(tops))} 个", str(len(set(tops))))
        if name in ("table pages", "tables size"):
            counts = self.tables()
            total = sum(counts)
            self.steps.append(f"共 {total} 页，即 {size(total * self.page)}。")
            shown = size(total * self.page)
            return (
                (f"{total} 页", (f"{total} 个页框", shown, str(total)))
                if name == "table pages"
                else (
                    shown,
                    (
                        f"{total * self.page} B",
                        "+".join(size(count * self.page) for count in reversed(counts)),
                        "+".join(size(count * self.page) for count in counts),
                    ),
                )
            )
        stay_out(f"nobody knows {name}")


def _solve_cases(parameters: Parameters) -> Solution:
    """Several questions, each with the levels and the use of the space that are told for it."""
    solutions = [solve(case) for case in parameters["cases"]]
    if len(solutions) == 1:
        return solutions[0]
    return Solution(
        answer="，".join(solution.answer for solution in solutions),
        also=("，".join(solution.also[0] if solution.also else solution.answer for solution in solutions),),
        steps=paragraphs(*(solution.steps for solution in solutions)),
        conventions=tuple(dict.fromkeys(convention for solution in solutions for convention in solution.conventions)),
        drawing=solutions[0].drawing,
    )


def solve(parameters: Parameters) -> Solution:
    if "cases" in parameters:
        return _solve_cases(parameters)
    if "split" in parameters:
        return solve_split(parameters)
    if "two levels" in parameters:
        return solve_level_fields(parameters)
    if "level split" in parameters:
        return solve_address_levels(parameters)
    if "entries at" in parameters:
        return _solve_entries_at(parameters)
    sums = _Sums(parameters)
    names = parameters["names"]
    if "levels" in names and parameters["levels"] is not None:
        stay_out("the levels are told")
    if {"size", "entries"} & set(names) and (parameters["levels"] or 1) > 1 and "levels" not in names:
        stay_out("the table of one level, or of several")
    found = [sums.answer(name) for name in names]
    conventions = ["按字节编址，1 KB = 1024 B"]
    if {"levels", "outer", "table pages", "tables size", "inner tables", "split", "reach"} & set(names):
        conventions.append("每张页表不超过一页，下面各级占满一页")
    space = (
        Space(parameters["bits"], parameters["page"], parameters["entry"])
        if all(parameters[name] for name in ("bits", "page", "entry"))
        else None
    )
    drawable = space is not None and space.page_bits > 0 and space.table_bits > 0
    return Solution(
        answer="，".join(said for said, _ in found),
        also=found[0][1] if len(found) == 1 else ("，".join(others[0] if others else said for said, others in found),),
        steps=paragraphs(*dict.fromkeys(sums.steps), "，".join(said for said, _ in found) + "。"),
        conventions=tuple(conventions),
        drawing=drawing_of(space, bool({"levels", "outer", "outer bits", "split"} & set(names)))
        if space is not None and drawable
        else None,
    )
