"""Page replacement: OPT, FIFO, LRU and CLOCK over a reference string, Belady's anomaly included.

The simulator follows the usual definitions (Silberschatz, Operating System Concepts, virtual memory; Tanenbaum, Modern Operating
Systems, page replacement algorithms). CLOCK is the one with a single use bit: set when a page is loaded and when it is hit, the hand
moves only when a victim is sought and then stops behind the page just loaded. Among pages that OPT will never need again, the one
loaded first goes; that does not change the number of faults.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._page_replacement_reading import recognise
from engine.generators.os._page_states import solve_state
from engine.generators.os._page_states_reading import recognise_arrays, recognise_clock, recognise_moments, recognise_working_set
from engine.generators.quantities import decimal, is_exact, percent

POINT = "os.memory.page-replacement"
CLOCK_POINT = "os.memory.page-replacement-clock"

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
_MISTAKEN: dict[str, tuple[tuple[Algorithm, str], ...]] = {
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


# --- questions ---------------------------------------------------------------------------------------------------------------------

# Strings on which FIFO has more faults with 4 frames than with 3, found by search; pages are renamed before use. The first is Belady's own.
_ANOMALIES = ("123412512345", "01023014010524", "01212301401524", "01023101405124", "01023014015243", "01230140513542", "01230140153402")


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _count(chance, chance.choice(("FIFO", "LRU", "OPT")), "faults", frames=3, length=chance.between(10, 14))
    if difficulty == 2:
        algorithm = chance.choice(("CLOCK", "LRU", "FIFO", "CLOCK", "OPT"))
        task = chance.choice(("rate", "replacements") if algorithm == "OPT" else ("rate", "replacements", "resident"))
        return _count(chance, algorithm, task, frames=chance.between(3, 4), length=chance.choice((12, 15, 16)))
    task = chance.choice(("addresses", "more-frames", "pair"))
    if task == "addresses":
        return _addresses(chance)
    return _more_frames(chance) if task == "more-frames" else _pair(chance)


def _references(chance: Chance, pages: int, length: int) -> list[int]:
    """A reference string with some locality, never the same page twice running."""
    names = chance.sample(range(10), pages)
    string: list[int] = []
    while len(string) < length:
        recent = string[-4:-1]
        page = chance.choice(recent) if recent and chance.one_in(2) else chance.choice(names)
        if not string or page != string[-1]:
            string.append(page)
    return string


def _near(right: int) -> list[tuple[int, str]]:
    return [
        (right + 1, "某次命中误判为缺页"),
        (right - 1, "漏数了一次缺页"),
        (right + 2, "两次命中误判为缺页"),
        (right - 2, "漏数了两次缺页"),
    ]


def _wrong_counts(algorithm: str, references: Sequence[Page], frames: int) -> list[tuple[int, str]]:
    """Fault counts that mistaken procedures really give, likeliest first."""
    right = faults(ALGORITHMS[algorithm](references, frames))
    counts = [(faults(mistaken(references, frames)), why) for mistaken, why in _MISTAKEN[algorithm]]
    counts.append((right - min(frames, right), "没有把最初装入空页框的几次算作缺页"))
    counts.append((len(references) - right, "数成了命中的次数"))
    counts.append((faults(ALGORITHMS[algorithm](references, frames + 1)), "多用了一个页框"))
    return [(count, why) for count, why in counts + _near(right) if count > 0]


def _count(chance: Chance, algorithm: str, task: str, frames: int, length: int) -> Generated | None:
    references = _references(chance, chance.between(frames + 2, frames + 3), length)
    trace = ALGORITHMS[algorithm](references, frames)
    right = faults(trace)
    distinct = {faults(mistaken(references, frames)) for mistaken, _ in _MISTAKEN[algorithm]} - {right}
    if not frames + 2 <= right <= length - 3 or len(distinct) < 2:
        return None
    opening = f"某进程分得 {frames} 个页框，初始均为空，采用{NAMES[algorithm]}页面置换算法，最初装入也计为缺页。该进程依次访问的页号为 {listed(references)}"
    if algorithm == "CLOCK":
        opening += "。页调入或被访问时访问位置 1；指针只在缺页找页框时移动，装入后指向下一个页框"
    working = _working(algorithm, trace)
    if task == "faults":
        asked, shown = "则缺页次数为", f"{right} 次"
        wrong = [Wrong(f"{count} 次", why) for count, why in _wrong_counts(algorithm, references, frames)]
        closing = f"带 ✗ 的访问缺页，共 {shown}。"
    elif task == "rate":
        asked, shown = "则缺页率约为", percent(Fraction(right, length))
        wrong = [Wrong(percent(Fraction(count, length)), why) for count, why in _wrong_counts(algorithm, references, frames)]
        relation = "=" if is_exact(Fraction(right, length), 3) else "≈"
        closing = f"共访问 {length} 次，缺页 {right} 次，缺页率为 {right}/{length} {relation} {shown}。"
    elif task == "replacements":
        asked, number = "则淘汰页面的次数（装入空页框的不算）为", replacements(trace)
        shown = f"{number} 次"
        wrong = [Wrong(f"{right} 次", "把装入空页框的缺页也算作淘汰")]
        for mistaken, why in _MISTAKEN[algorithm]:
            wrong.append(Wrong(f"{replacements(mistaken(references, frames))} 次", why))
        wrong += [Wrong(f"{count} 次", why) for count, why in _near(number) if count > 0]
        closing = f"缺页 {right} 次，其中前 {frames} 次装入空页框，淘汰页面 {right} − {frames} = {shown}。"
    else:
        asked, shown = "则最后留在内存中的页是", _resident(trace)
        wrong = [Wrong(_resident(mistaken(references, frames)), why) for mistaken, why in _MISTAKEN[algorithm]]
        last = sorted(set(references[-frames - 1 :]))[:frames]
        wrong.append(Wrong(_pages(last), "直接取了最后访问的几个不同的页"))
        if len(trace) > 1:
            wrong.append(Wrong(_resident(trace[:-1]), "少做了最后一次访问"))
        closing = f"最后留在内存中的页是 {shown}。"
    return Generated(
        point=CLOCK_POINT if algorithm == "CLOCK" else POINT,
        stem=f"{opening}，{asked}",
        right=shown,
        wrong=[item for item in wrong if item.text.count(",") == shown.count(",")],
        steps=paragraphs(working, closing),
        parameters={"task": task, "algorithm": algorithm, "frames": frames, "references": references},
        drawing=_drawing(algorithm, frames, trace),
    )


def _resident(trace: Sequence[Access]) -> str:
    return _pages([page for page in trace[-1].slots if page is not None])


def _pages(pages: Sequence[Page]) -> str:
    return listed(sorted(pages, key=str))


def _addresses(chance: Chance) -> Generated | None:
    algorithm = chance.choice(("FIFO", "LRU", "OPT", "CLOCK"))
    size = chance.choice((512, 1024, 2048, 4096))
    pages = _references(chance, 5, chance.between(9, 11))
    addresses: list[int] = []
    for page in pages:
        addresses.append(page * size + chance.below(size))
        if chance.one_in(5):
            addresses.append(page * size + chance.below(size))
    references = [address // size for address in addresses]
    trace = ALGORITHMS[algorithm](references, 3)
    right = faults(trace)
    decimal_size = size * 1000 // 1024
    wrong = [Wrong(f"{faults(ALGORITHMS[algorithm]([a // decimal_size for a in addresses], 3))} 次", f"页大小按 {decimal_size} B 计算页号")]
    wrong += [Wrong(f"{count} 次", why) for count, why in _wrong_counts(algorithm, references, 3)]
    wrong.insert(3, Wrong(f"{faults(ALGORITHMS[algorithm](addresses, 3))} 次", "把每个地址都当成不同的页"))
    if not 5 <= right <= len(references) - 3:
        return None
    conversion = f"页号 = 地址 ÷ {size} 取商，依次为 {listed(references)}。"
    return Generated(
        point=CLOCK_POINT if algorithm == "CLOCK" else POINT,
        stem=(
            f"某请求分页系统按字节编址，页大小为 {size} B。某进程分得 3 个页框，初始均为空，采用{NAMES[algorithm]}页面置换算法。"
            f"该进程依次访问的逻辑地址（十进制）为 {listed(addresses)}，最初装入也计为缺页，则缺页次数为"
        ),
        right=f"{right} 次",
        wrong=wrong,
        steps=paragraphs(conversion, _working(algorithm, trace), f"带 ✗ 的访问缺页，共 {right} 次。"),
        parameters={"task": "addresses", "algorithm": algorithm, "frames": 3, "page_size": size, "addresses": addresses},
        drawing=_drawing(algorithm, 3, trace),
    )


def _two(first: int, second: int) -> str:
    return f"{first} 次、{second} 次"


def _more_frames(chance: Chance) -> Generated | None:
    """FIFO with 3 and with 4 frames: half of the time with Belady's anomaly."""
    if chance.one_in(2):
        pattern = chance.choice(_ANOMALIES)
        letters = sorted(set(pattern))
        names = dict(zip(letters, chance.sample(range(10), len(letters)), strict=True))
        references = [names[letter] for letter in pattern]
    else:
        references = _references(chance, 5, 12)
    traces = [fifo(references, frames) for frames in (3, 4)]
    few, many = (faults(trace) for trace in traces)
    if not 5 <= many <= 11 or few == many:
        return None
    wrong = [
        Wrong(_two(few, few - abs(few - many)), "以为页框多了缺页一定减少")
        if many > few
        else Wrong(_two(few, few + 1), "以为一定出现 Belady 异常"),
        Wrong(_two(faults(lru(references, 3)), faults(lru(references, 4))), "命中时也把页移到队尾，做成了 LRU"),
        Wrong(_two(faults(opt(references, 3)), faults(opt(references, 4))), "按将来的访问选淘汰页，做成了 OPT"),
        Wrong(_two(few - 3, many - 4), "没有把最初装入空页框的几次算作缺页"),
        Wrong(_two(many, few), "把两种情况弄反了"),
        Wrong(_two(few, many + 1), "4 个页框时某次命中误判为缺页"),
        Wrong(_two(few + 1, many), "3 个页框时某次命中误判为缺页"),
    ]
    effect = "页框增加反而缺页更多，这就是 Belady 异常" if many > few else "页框增加后缺页减少，没有出现 Belady 异常"
    return Generated(
        point=POINT,
        stem=(
            f"某进程依次访问的页号为 {listed(references)}，采用先进先出（FIFO）页面置换算法，页框初始均为空，最初装入也计为缺页。"
            "分配 3 个页框和 4 个页框时，缺页次数分别为"
        ),
        right=_two(few, many),
        wrong=wrong,
        steps=paragraphs(
            "**3 个页框**",
            _working("FIFO", traces[0]),
            "**4 个页框**",
            _working("FIFO", traces[1]),
            f"{effect}。缺页次数分别为 {_two(few, many)}。",
        ),
        parameters={"task": "more-frames", "algorithm": "FIFO", "frames": [3, 4], "references": references},
        drawing=_drawing("FIFO", 4, traces[1]),
    )


def _pair(chance: Chance) -> Generated | None:
    """Two algorithms over the same string."""
    first, second = chance.choice((("FIFO", "LRU"), ("LRU", "OPT"), ("FIFO", "OPT"), ("LRU", "CLOCK"), ("FIFO", "CLOCK")))
    frames = chance.between(3, 4)
    references = _references(chance, frames + 2, chance.between(12, 14))
    traces = [ALGORITHMS[name](references, frames) for name in (first, second)]
    one, other = (faults(trace) for trace in traces)
    if one == other or min(one, other) < frames + 1:
        return None
    wrong = [Wrong(_two(other, one), "把两种算法弄反了")]
    for mistaken, why in _MISTAKEN[first][1:3]:
        wrong.append(Wrong(_two(faults(mistaken(references, frames)), other), f"{first}：{why}"))
    for mistaken, why in _MISTAKEN[second][1:4]:
        wrong.append(Wrong(_two(one, faults(mistaken(references, frames))), f"{second}：{why}"))
    wrong.append(Wrong(_two(one - frames, other - frames), "没有把最初装入空页框的几次算作缺页"))
    wrong.append(Wrong(_two(one + 1, other), f"{first} 的某次命中误判为缺页"))
    wrong.append(Wrong(_two(one, other + 1), f"{second} 的某次命中误判为缺页"))
    return Generated(
        point=CLOCK_POINT if second == "CLOCK" else POINT,
        stem=(
            f"某进程分得 {frames} 个页框，初始均为空，最初装入也计为缺页，依次访问的页号为 {listed(references)}。"
            f"分别采用{NAMES[first]}和{NAMES[second]}页面置换算法，缺页次数依次为"
        ),
        right=_two(one, other),
        wrong=wrong,
        steps=paragraphs(
            f"**{first}**", _working(first, traces[0]), f"**{second}**", _working(second, traces[1]), f"缺页次数依次为 {_two(one, other)}。"
        ),
        parameters={"task": "pair", "algorithms": [first, second], "frames": frames, "references": references},
        drawing=_drawing(second, frames, traces[1]),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------

_HEADINGS = {"FIFO": "内存（先进的在前）", "LRU": "内存（最久未用的在前）", "OPT": "内存", "CLOCK": "页框（* 访问位为 1，> 指针）"}


def _working(algorithm: str, trace: Sequence[Access]) -> str:
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


def _drawing(algorithm: str, frames: int, trace: Sequence[Access]) -> Drawing:
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


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if "state" in parameters:
        return solve_state(parameters)
    references: list[Page] = list(parameters["references"])
    many = len(parameters["algorithms"]) * len(parameters["frames"]) > 1
    answers, workings, counts = [], [], []
    drawing = None
    each = [task for task in parameters["asked"] if task not in ("belady", "difference")] or ["faults"]
    for algorithm in parameters["algorithms"]:
        for frames in parameters["frames"]:
            trace = ALGORITHMS[algorithm](references, frames)
            name = "，".join(
                part
                for part, shown in ((algorithm, len(parameters["algorithms"]) > 1), (f"{frames} 个页框", len(parameters["frames"]) > 1))
                if shown
            )
            answer = "，".join(_answer(task, trace, parameters["count_initial"]) for task in each if task != "next")
            if "next" in parameters["asked"]:
                longer = ALGORITHMS[algorithm]([*references, parameters["next"]], frames)
                gone = longer[-1].evicted
                answer += f"；再访问 {parameters['next']} 时" + ("不淘汰" if gone is None else f"淘汰 {gone}")
            answers.append(f"{name}：{answer}" if many else answer)
            total = f"访问 {len(references)} 次，缺页 {faults(trace)} 次，其中淘汰页面 {replacements(trace)} 次。"
            workings.append(paragraphs(f"**{name}**" if many else "", _working(algorithm, trace), total))
            drawing = drawing or _drawing(algorithm, frames, trace)
            counts.append((name, faults(trace) if parameters["count_initial"] else replacements(trace)))
    if "difference" in parameters["asked"]:
        (one, first), (other, second) = counts
        said = f"少 {second - first} 次" if first < second else f"多 {first - second} 次" if first > second else "一样多，差 0 次"
        answers = [f"{one} 比 {other} {said}（{one} {first} 次，{other} {second} 次）"]
    if "belady" in parameters["asked"]:
        (few, first), (more, second) = sorted(zip(parameters["frames"], (count for _, count in counts), strict=True))
        answers.append(f"{'出现' if second > first else '没有出现'} Belady 现象")
        workings.append(f"页框从 {few} 个增加到 {more} 个，缺页从 {first} 次变为 {second} 次。")
    conventions = ["页框初始为空", "最初装入的几次也计为缺页" if parameters["count_initial"] else "按题意，最初装入的几次不计为缺页"]
    if "replacements" in parameters["asked"]:
        conventions.append("置换次数不含装入空页框的几次")
    if "OPT" in parameters["algorithms"]:
        conventions.append("OPT 中几个页都不再访问时，淘汰最先调入的，这不影响缺页次数")
    if "CLOCK" in parameters["algorithms"]:
        conventions.append("CLOCK 在调入和命中时把访问位置 1，指针只在缺页时移动，装入后指向下一个页框")
    return Solution(answer="；".join(answers), steps=paragraphs(*workings), conventions=tuple(conventions), drawing=drawing)


def _answer(task: str, trace: Sequence[Access], count_initial: bool) -> str:
    number, total = (faults(trace) if count_initial else replacements(trace)), len(trace)
    if task == "faults":
        return f"缺页 {number} 次"
    if task == "rate":
        share = Fraction(number, total)
        return f"缺页率 {number}/{total} {'=' if is_exact(share * 100) else '≈'} {decimal(share * 100)}%"
    if task == "replacements":
        return f"置换 {replacements(trace)} 次"
    if task == "first-evicted":
        return "最先淘汰 " + str(next((access.evicted for access in trace if access.evicted is not None), "无"))
    if task == "final":
        pages = [page for page in trace[-1].slots if page is not None]
        return "内存中的页 " + listed(pages if trace[-1].bits else sorted(pages), "、")
    if task == "stack":
        return "栈顶到栈底 " + listed(reversed(trace[-1].order), "、")
    if task == "evicted":
        return "依次淘汰 " + (listed(access.evicted for access in trace if access.evicted is not None) or "无")
    if task == "hits":
        return f"命中 {total - number} 次"
    share = Fraction(total - number, total)
    return f"命中率 {total - number}/{total} {'=' if is_exact(share * 100) else '≈'} {decimal(share * 100)}%"


KIND = Kind(
    name="page-replacement",
    title="页面置换",
    points=(POINT, CLOCK_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"工作集|缺.{0,3}页|淘汰|换出|FIFO|LRU|OPT|CLOCK|时钟|先进先出|先入先出|最近最|最久未|最佳|最优|理想",
        recognise=first_reading(recognise, recognise_clock, recognise_moments, recognise_working_set, recognise_arrays),
        solve=_solve,
    ),
)
