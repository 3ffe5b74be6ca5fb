"""Page replacement: OPT, FIFO, LRU and CLOCK and the wrong ways people take, access by access, with their working."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.markdown import listed, table

Page: TypeAlias = int | str


@dataclass(frozen=True, slots=True)
class Access:
    """What one access did.

    Attributes:
        slots: the frames afterwards; None: empty.
        order: the pages in memory as the algorithm sees them, the next victim first where it can be told (FIFO, LRU).
        bits: CLOCK's use bits, one a frame.
        hand: CLOCK's frame that will be looked at next.
    """

    page: Page
    fault: bool
    evicted: Page | None
    slots: tuple[Page | None, ...]
    order: tuple[Page, ...] = ()
    bits: tuple[int, ...] = ()
    hand: int = 0


Algorithm: TypeAlias = Callable[[Sequence[Page], int], list[Access]]


Choice: TypeAlias = Callable[["_Memory", Sequence[Page], int], Page]


class _Memory:
    """Pages in memory with when they were loaded, last used, and how often used."""

    def __init__(self, frames: int) -> None:
        self.slots: list[Page | None] = [None] * frames
        self.loaded: dict[Page, int] = {}
        self.used: dict[Page, int] = {}
        self.times: dict[Page, int] = {}

    def pages(self) -> list[Page]:
        return [page for page in self.slots if page is not None]


def _run(references: Sequence[Page], frames: int, victim: Choice, order: Callable[[_Memory, Page], int]) -> list[Access]:
    memory = _Memory(frames)
    trace = []
    for now, page in enumerate(references):
        fault = page not in memory.slots
        evicted = None
        if fault:
            if None not in memory.slots:
                evicted = victim(memory, references, now)
            slot = memory.slots.index(evicted)
            memory.slots[slot] = page
            memory.loaded[page] = now
            memory.times[page] = 0
        memory.used[page] = now
        memory.times[page] += 1
        in_order = tuple(sorted(memory.pages(), key=lambda page: order(memory, page)))
        trace.append(Access(page, fault, evicted, tuple(memory.slots), in_order))
    return trace


def _next_use(references: Sequence[Page], now: int, page: Page) -> int:
    later = references[now + 1 :]
    return later.index(page) if page in later else len(references)


def fifo(references: Sequence[Page], frames: int) -> list[Access]:
    """First in, first out."""
    return _run(
        references, frames, lambda memory, _, __: min(memory.pages(), key=memory.loaded.__getitem__), lambda m, page: m.loaded[page]
    )


def lru(references: Sequence[Page], frames: int) -> list[Access]:
    """Least recently used."""
    return _run(references, frames, lambda memory, _, __: min(memory.pages(), key=memory.used.__getitem__), lambda m, page: m.used[page])


def opt(references: Sequence[Page], frames: int) -> list[Access]:
    """Belady's optimal algorithm: the page needed again the latest goes, of those never needed again the one loaded first."""

    def farthest(memory: _Memory, references: Sequence[Page], now: int) -> Page:
        return min(memory.pages(), key=lambda page: (-_next_use(references, now, page), memory.loaded[page]))

    return _run(references, frames, farthest, lambda memory, page: memory.slots.index(page))


def _nearest(references: Sequence[Page], frames: int) -> list[Access]:
    """OPT the wrong way round: the page needed again the soonest goes."""

    def nearest(memory: _Memory, references: Sequence[Page], now: int) -> Page:
        return min(memory.pages(), key=lambda page: (_next_use(references, now, page), memory.loaded[page]))

    return _run(references, frames, nearest, lambda memory, page: memory.slots.index(page))


def _mru(references: Sequence[Page], frames: int) -> list[Access]:
    """LRU the wrong way round: the page used most recently goes."""
    return _run(references, frames, lambda memory, _, __: max(memory.pages(), key=memory.used.__getitem__), lambda m, page: m.used[page])


def _lfu(references: Sequence[Page], frames: int) -> list[Access]:
    """Least frequently used, which LRU is taken for."""

    def rarest(memory: _Memory, _: Sequence[Page], __: int) -> Page:
        return min(memory.pages(), key=lambda page: (memory.times[page], memory.loaded[page]))

    return _run(references, frames, rarest, lambda memory, page: memory.times[page])


def _sweep(references: Sequence[Page], frames: int, *, loaded_bit: int = 1, hit_bit: int = 1, clears: bool = True) -> list[Access]:
    slots: list[Page | None] = [None] * frames
    bits = [0] * frames
    hand = 0
    trace = []
    for page in references:
        fault, evicted = page not in slots, None
        if fault:
            passed = 0
            while bits[hand] and passed < frames:
                if clears:
                    bits[hand] = 0
                else:
                    passed += 1
                hand = (hand + 1) % frames
            evicted, slots[hand], bits[hand] = slots[hand], page, loaded_bit
            hand = (hand + 1) % frames
        else:
            bits[slots.index(page)] |= hit_bit
        trace.append(Access(page, fault, evicted, tuple(slots), bits=tuple(bits), hand=hand))
    return trace


def clock(references: Sequence[Page], frames: int) -> list[Access]:
    """CLOCK with one use bit."""
    return _sweep(references, frames)


def _clock_loaded_unused(references: Sequence[Page], frames: int) -> list[Access]:
    return _sweep(references, frames, loaded_bit=0)


def _clock_hit_ignored(references: Sequence[Page], frames: int) -> list[Access]:
    return _sweep(references, frames, hit_bit=0)


def _clock_never_cleared(references: Sequence[Page], frames: int) -> list[Access]:
    return _sweep(references, frames, clears=False)


ALGORITHMS: dict[str, Algorithm] = {"OPT": opt, "FIFO": fifo, "LRU": lru, "CLOCK": clock}


NAMES = {"OPT": "最佳（OPT）", "FIFO": "先进先出（FIFO）", "LRU": "最近最久未使用（LRU）", "CLOCK": "简单时钟（CLOCK）"}


MISTAKEN: dict[str, tuple[tuple[Algorithm, str], ...]] = {
    "FIFO": (
        (lru, "命中时也把页移到队尾，做成了 LRU"),
        (opt, "按将来的访问选淘汰页，做成了 OPT"),
        (_mru, "淘汰了最近刚访问的页"),
        (_lfu, "淘汰了访问次数最少的页"),
    ),
    "LRU": (
        (fifo, "命中时没有更新最近使用的次序，做成了 FIFO"),
        (opt, "往后看选淘汰页，做成了 OPT"),
        (_mru, "淘汰了最近刚访问的页"),
        (_lfu, "按访问次数最少来淘汰，做成了 LFU"),
    ),
    "OPT": (
        (lru, "往前看最久未用的页，做成了 LRU"),
        (fifo, "淘汰最先调入的页，做成了 FIFO"),
        (_nearest, "淘汰了最快又要用到的页"),
        (_lfu, "按已访问的次数来淘汰"),
    ),
    "CLOCK": (
        (fifo, "不看访问位，做成了 FIFO"),
        (lru, "按最近使用的次序淘汰，做成了 LRU"),
        (_clock_loaded_unused, "调入时访问位没有置 1"),
        (_clock_hit_ignored, "命中时访问位没有置 1"),
        (_clock_never_cleared, "指针扫过时没有把访问位清 0"),
    ),
}


def faults(trace: Sequence[Access]) -> int:
    """The number of page faults, first loads included."""
    return sum(access.fault for access in trace)


def replacements(trace: Sequence[Access]) -> int:
    """The faults that threw a page out."""
    return sum(access.evicted is not None for access in trace)


_HEADINGS = {"FIFO": "内存（先进的在前）", "LRU": "内存（最久未用的在前）", "OPT": "内存", "CLOCK": "页框（* 访问位为 1，> 指针）"}


def working_of(algorithm: str, trace: Sequence[Access]) -> str:
    """The table a person writes down, one line an access."""
    rows = []
    for access in trace:
        if algorithm == "CLOCK":
            shown = [
                f"{'>' if slot == access.hand else ''}{'-' if page is None else page}{'*' if bit else ''}"
                for slot, (page, bit) in enumerate(zip(access.slots, access.bits, strict=True))
            ]
            memory = " ".join(shown).replace("*", "\\*").replace(">", "›")
        else:
            pages = access.order if algorithm in ("FIFO", "LRU") else [page for page in access.slots if page is not None]
            memory = listed(pages, " ")
        what = ("✗" if access.evicted is None else f"✗ 淘汰 {access.evicted}") if access.fault else "命中"
        rows.append((access.page, memory, what))
    return table(("访问", _HEADINGS[algorithm].replace("*", "\\*").replace(">", "›"), "缺页"), rows)


def drawing_of(algorithm: str, frames: int, trace: Sequence[Access]) -> Drawing:
    rows = []
    for slot in range(frames):
        cells = []
        for access in trace:
            page = access.slots[slot]
            text = "" if page is None else f"{page}{'*' if access.bits and access.bits[slot] else ''}"
            cells.append(Cell(text, "new" if access.fault and page == access.page else "plain"))
        rows.append(Row(f"页框 {slot + 1}", tuple(cells)))
    rows.append(Row("缺页", tuple(Cell("✗", "bad") if access.fault else Cell("") for access in trace)))
    note = f"蓝色是刚调入的页，共缺页 {faults(trace)} 次" + ("；* 表示访问位为 1" if algorithm == "CLOCK" else "")
    return Grid(
        title=f"{algorithm}，{frames} 个页框",
        note=note,
        corner="访问",
        columns=tuple(str(access.page) for access in trace),
        rows=tuple(rows),
    )
