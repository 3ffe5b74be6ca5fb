"""What the sizes of a paged memory are to each other: from those that are told every other one that follows, with its working."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engine.generators.quantities import size
from engine.generators.reading import stay_out

_Known = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """A quantity from others.

    Attributes:
        name: the quantity that follows.
        needs: those it follows from.
        value: of them, in their order; None where it does not follow from these figures.
        firm: whether the quantity cannot be another than what follows.
        told: the one of its needs that must be in the text: what follows of it may be no more than a bound.
        working: a sentence, with the quantities' values filled in by position and the result last.
    """

    name: str
    needs: tuple[str, ...]
    value: Callable[..., int | None]
    working: str
    firm: bool = True
    told: str = ""


def _exact(number: int) -> int | None:
    """The power of two that a number is."""
    return number.bit_length() - 1 if number > 0 and not number & (number - 1) else None


def _width(number: int) -> int:
    """The bits that tell so many things apart."""
    return (number - 1).bit_length()


def _parts(whole: int, part: int) -> int | None:
    return -(-whole // part) if part else None


def _top_bits(bits: int, levels: int, each: int) -> int | None:
    """The bits of the highest level, where the lower ones are full and its table is no longer than they are."""
    top = bits - (levels - 1) * each
    return top if levels > 1 and 0 < top <= each else None


def _positive(number: int) -> int | None:
    return number if number > 0 else None


WHOLE = -1
"""In the place of the bytes used at the low end: all of the space."""


def _tables(low: int, high: int, page: int, index: Sequence[int]) -> tuple[int, ...]:
    """Tables on each level, the top one first, for so many bytes at the two ends of the space; `index`: bits of each level.

    Raises:
        StayOut: the space is smaller.
    """
    counts, bottom, top, below = [], 1 << sum(index) if low == WHOLE else -(-low // page), -(-high // page), 0
    if bottom + top > 1 << sum(index):
        stay_out("a program larger than its space")
    for level in range(len(index) - 1, -1, -1):
        below += index[level]
        used = -(-bottom // (1 << below)) + -(-top // (1 << below))
        counts.append(max(1, min(used, 1 << sum(index[:level]))))
    return tuple(reversed(counts))


RELATIONS: tuple[Relation, ...] = (
    Relation("offset bits", ("page",), _exact, "页面 {0} B = $2^{{{1}}}$ B，页内偏移占 {1} 位。"),
    Relation("page", ("offset bits",), lambda bits: 1 << bits, "页内偏移 {0} 位，页面大小为 $2^{{{0}}}$ = {1} B。"),
    Relation("page", ("memory", "frames"), lambda memory, frames: memory // frames if not memory % frames else None, "每块 {0}/{1} = {2} B。"),
    Relation("page", ("space", "pages"), lambda space, pages: space // pages if not space % pages else None, "每页 {0}/{1} = {2} B。", firm=False),
    Relation("offset bits", ("width", "page bits"), lambda width, bits: _positive(width - bits), "页内偏移占 {0} − {1} = {2} 位。"),
    Relation("page bits", ("width", "offset bits"), lambda width, bits: _positive(width - bits), "页号占 {0} − {1} = {2} 位。"),
    Relation("page bits", ("pages",), _width, "要区分 {0} 页，页号占 {1} 位。"),
    Relation("width", ("page bits", "offset bits"), lambda one, other: one + other, "逻辑地址占 {0} + {1} = {2} 位。"),
    Relation("pages", ("page bits",), lambda bits: 1 << bits, "页号 {0} 位，共 $2^{{{0}}}$ = {1} 页。"),
    Relation("pages", ("space", "page"), _parts, "共 {0}/{1} = {2} 页。"),
    Relation("space", ("pages", "page"), lambda pages, page: pages * page, "逻辑空间为 {0} × {1} = {2} B。"),
    Relation("width", ("space",), _width, "逻辑空间 {0} B，逻辑地址占 {1} 位。"),
    Relation("space", ("width",), lambda width: 1 << width, "逻辑地址 {0} 位，逻辑空间为 $2^{{{0}}}$ B。"),
    Relation("memory", ("frames", "page"), lambda frames, page: frames * page, "内存为 {0} × {1} = {2} B。"),
    Relation("physical width", ("memory",), _width, "内存 {0} B，物理地址占 {1} 位。"),
    Relation("memory", ("physical width",), lambda width: 1 << width, "物理地址 {0} 位，内存最大 $2^{{{0}}}$ B。"),
    Relation("frames", ("memory", "page"), lambda memory, page: memory // page if not memory % page else None, "内存共 {0}/{1} = {2} 个页框。"),
    Relation("frame bits", ("frames",), _width, "要区分 {0} 个页框，页框号占 {1} 位。"),
    Relation("frame bits", ("physical width", "offset bits"), lambda one, other: _positive(one - other), "页框号占 {0} − {1} = {2} 位。"),
    Relation("physical width", ("frame bits", "offset bits"), lambda one, other: one + other, "物理地址占 {0} + {1} = {2} 位。"),
    Relation("process", ("process pages", "page"), lambda pages, page: pages * page, "总长为 {0} × {1} = {2} B。", firm=False),
    Relation("process pages", ("process", "page"), _parts, "共 ⌈{0}/{1}⌉ = {2} 页。"),
    Relation("fragment", ("process pages", "page", "process"), lambda pages, page, process: pages * page - process if 0 <= pages * page - process < page else None, "最后一页里未用的部分为 {0} × {1} − {2} = {3} B。", told="process"),
    Relation("entry bits", ("frame bits", "control"), lambda bits, control: bits + control, "页表项至少 {0} + {1} = {2} 位。"),
    Relation("page entries", ("page", "entry"), lambda page, entry: page // entry if not page % entry else None, "一页可放 {0}/{1} = {2} 个页表项。"),
    Relation("entries", ("pages",), lambda pages: pages, "每页一个页表项，页表共 {1} 项。"),
    Relation("table", ("entries", "entry"), lambda entries, entry: entries * entry, "页表占 {0} × {1} = {2} B。"),
    Relation("table pages", ("table", "page"), _parts, "页表占 ⌈{0}/{1}⌉ = {2} 页。"),
    Relation("inverted entries", ("frames",), lambda frames: frames, "每个页框一项，反置页表共 {1} 项。"),
    Relation("inverted size", ("inverted entries", "entry"), lambda entries, entry: entries * entry, "反置页表占 {0} × {1} = {2} B。"),
    Relation("directory entries", ("directory bits",), lambda bits: 1 << bits, "页目录号 {0} 位，页目录共 $2^{{{0}}}$ = {1} 项。"),
    Relation("inner entries", ("inner bits",), lambda bits: 1 << bits, "页表索引 {0} 位，每张二级页表 $2^{{{0}}}$ = {1} 项。"),
    Relation("directory size", ("directory entries", "entry"), lambda entries, entry: entries * entry, "页目录占 {0} × {1} = {2} B。"),
    Relation("inner size", ("inner entries", "entry"), lambda entries, entry: entries * entry, "每张二级页表占 {0} × {1} = {2} B。"),
    Relation("page bits", ("directory bits", "inner bits", "levels"), lambda one, other, levels: one + other if levels == 2 else None, "页号共 {0} + {1} = {3} 位。"),
    Relation("entry", ("entry bits", "whole bytes"), lambda bits, _: -(-bits // 8), "页表项 {0} 位，按整字节存放，占 {2} B。"),
    Relation("index bits", ("page entries",), _exact, "一张页表占一页，有 {0} 项，一级可解析 {1} 位页号。"),
    Relation("levels", ("page bits", "index bits"), _parts, "级数为 ⌈{0}/{1}⌉ = {2}。"),
    Relation("top bits", ("page bits", "levels", "index bits"), _top_bits, "下面各级每级 {2} 位，最高一级占 {0} − ({1} − 1) × {2} = {3} 位。"),
    Relation("directory entries", ("top bits",), lambda bits: 1 << bits, "最高一级页表共 $2^{{{0}}}$ = {1} 项。", firm=False),
    Relation("directory entries", ("page bits", "index bits", "levels", "inner only"), lambda bits, each, levels, _: 1 << bits - each if levels == 2 and bits > each else None, "二级页号占 {1} 位，页目录共 $2^{{{0} - {1}}}$ = {4} 项。", firm=False),
    Relation("directory bits", ("top bits", "levels"), lambda bits, levels: bits if levels == 2 else None, "页目录号占 {2} 位。", firm=False),
    Relation("page bits", ("levels", "index bits"), lambda levels, bits: levels * bits if levels > 1 else None, "每级 {1} 位，{0} 级页号共 {2} 位。", firm=False),
    Relation("pages", ("table pages", "page entries"), lambda pages, entries: pages * entries, "页表共 {0} × {1} = {2} 项，对应 {2} 页。", firm=False),
    Relation("tables used", ("used low", "used high", "page", "levels", "directory bits", "inner bits"), lambda low, high, page, levels, *index: sum(_tables(low, high, page, index)) if levels == 2 else None, "用到的页目录和二级页表共 {6} 张，每张一页。"),
    Relation("tables used", ("used low", "used high", "page", "levels", "top bits", "index bits"), lambda low, high, page, levels, top, each: sum(_tables(low, high, page, (top, *[each] * (levels - 1)))), "用到的各级页表共 {6} 张，每张一页。"),
    Relation("inner tables used", ("used low", "used high", "page", "levels", "directory bits", "inner bits"), lambda low, high, page, levels, *index: _tables(low, high, page, index)[-1] if levels == 2 else None, "每张二级页表管 $2^{{{5}}}$ 页，共要 {6} 张二级页表。"),
    Relation("tables used size", ("tables used", "page"), lambda tables, page: tables * page, "共 {0} × {1} = {2} B。"),
    Relation("inner bits", ("levels", "index bits"), lambda levels, bits: bits if levels == 2 else None, "二级页号占 {2} 位。", firm=False),
)  # fmt: skip

_SAID: dict[str, tuple[str, str]] = {
    "width": ("逻辑地址", "位"), "physical width": ("物理地址", "位"), "page bits": ("页号", "位"), "offset bits": ("页内偏移", "位"),
    "frame bits": ("页框号", "位"), "entry bits": ("页表项至少", "位"), "directory bits": ("页目录号", "位"), "inner bits": ("页表索引", "位"),
    "pages": ("", "页"), "process pages": ("", "页"), "frames": ("", "个页框"), "entries": ("一级页表共", "项"), "table pages": ("", "页"),
    "page entries": ("每页", "个页表项"), "inverted entries": ("反置页表", "项"), "directory entries": ("外层页表", "项"),
    "inner entries": ("每张二级页表", "项"), "levels": ("", "级"),
    "page": ("页面大小", ""), "space": ("逻辑空间", ""), "memory": ("内存", ""), "process": ("总长度", ""), "fragment": ("内部碎片", ""), "table": ("一级页表占", ""),
    "tables used": ("", "页"), "tables used size": ("", ""), "inner tables used": ("二级页表", "张"),
    "inner only": ("每张二级页表占", "页"), "used low": ("低端用到", ""), "used high": ("高端用到", ""),
    "entry": ("页表项", ""), "inverted size": ("反置页表占", ""), "directory size": ("页目录占", ""), "inner size": ("每张二级页表占", ""),
}  # fmt: skip


def said(name: str, value: int, of_program: bool = False) -> str:
    """A quantity in words: `页号 6 位`; `of_program`: the page table is that of a program, and not of the whole space."""
    before, unit = _SAID[name]
    if of_program:
        before = before.removeprefix("一级").removesuffix("共")
    return f"{before} {f'{value} {unit}' if unit else size(value)}".strip()


def named(name: str) -> str:
    """A quantity's name, for what was understood."""
    return {"process pages": "程序的页数", "pages": "逻辑空间的页数", "frames": "内存的页框数", "levels": "页表的级数", "control": "页表项的其他位", "held": "分得的页框", "whole bytes": "整字节存放"}.get(
        name, _SAID.get(name, (name, ""))[0]
    )  # fmt: skip


def unit_of(name: str) -> str:
    """The unit that a quantity is counted in; empty where it is a size."""
    return _SAID.get(name, ("", "个"))[1]


def shown(name: str, value: int, words: bool = False) -> str:
    """A quantity's value with its unit; `words`: sizes are in words."""
    unit = unit_of(name)
    if value == WHOLE:
        return "整个空间"
    return f"{value} {unit}" if unit else f"{value} 字" if words else size(value)


def derived(told: _Known) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Every quantity that follows, and the working of each.

    Raises:
        StayOut: what is told contradicts itself.
    """
    known = dict(told)
    working: dict[str, list[str]] = {name: [] for name in known}
    going = True
    while going:
        going = False
        for relation in RELATIONS:
            if not all(need in known for need in relation.needs) or (relation.told and relation.told not in told):
                continue
            value = relation.value(*(known[need] for need in relation.needs))
            if value is None:
                continue
            if relation.name in known:
                if relation.firm and not _agree(relation.name, known[relation.name], value):
                    stay_out(f"{relation.name}: {known[relation.name]} and {value}")
                continue
            known[relation.name] = value
            steps = [step for need in relation.needs for step in working[need]]
            steps.append(relation.working.format(*(known[need] for need in relation.needs), value))
            working[relation.name] = list(dict.fromkeys(steps))
            going = True
    return known, working


def index_bits(known: _Known) -> list[int]:
    """The bits of each level of the page number, the highest first; empty where they are not known."""
    if {"directory bits", "inner bits"} <= known.keys() and known.get("levels", 2) == 2:
        return [known["directory bits"], known["inner bits"]]
    if {"levels", "top bits", "index bits"} <= known.keys():
        return [known["top bits"], *[known["index bits"]] * (known["levels"] - 1)]
    return []


# A memory may be smaller than its address could reach, a table's entry longer than it must be.
_MAY_DIFFER = frozenset(
    {"entry bits", "levels", "physical width", "memory", "frames", "frame bits", "entries", "table", "table pages", "control"}
)


def _agree(name: str, one: int, other: int) -> bool:
    """Whether two figures of a quantity, told and derived, can both be right: a space that is no power of two takes the bits of the next."""
    if name in ("pages", "space"):
        return _width(one) == _width(other)
    if name == "table pages" and other > one:  # `页表最多占2页`
        return False
    return one == other or name in _MAY_DIFFER
