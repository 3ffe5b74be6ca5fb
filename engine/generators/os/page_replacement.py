"""Page replacement: OPT, FIFO, LRU and CLOCK over a reference string, Belady's anomaly included.

The simulator follows the usual definitions (Silberschatz, Operating System Concepts, virtual memory; Tanenbaum, Modern Operating
Systems, page replacement algorithms). CLOCK is the one with a single use bit: set when a page is loaded and when it is hit, the hand
moves only when a victim is sought and then stops behind the page just loaded. Among pages that OPT will never need again, the one
loaded first goes; that does not change the number of faults.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._page_replacement.aging import recognise_aging
from engine.generators.os._page_replacement.arrays_reading import recognise_arrays
from engine.generators.os._page_replacement.bits import recognise_by_bits
from engine.generators.os._page_replacement.described_reading import recognise_described
from engine.generators.os._page_replacement.displacing_reading import recognise_displaced
from engine.generators.os._page_replacement.inquiry import inquired
from engine.generators.os._page_replacement.replacement import (
    ALGORITHMS,
    MISTAKEN,
    NAMES,
    Access,
    Page,
    drawing_of,
    faults,
    fifo,
    lru,
    opt,
    replacements,
    working_of,
)
from engine.generators.os._page_replacement.solving import solve
from engine.generators.os._page_replacement.spelling import page_spelled
from engine.generators.os._page_replacement.states_reading import recognise_clock, recognise_moments, recognise_working_set
from engine.generators.quantities import is_exact, percent

POINT = "os.memory.page-replacement"
CLOCK_POINT = "os.memory.page-replacement-clock"


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
    counts = [(faults(mistaken(references, frames)), why) for mistaken, why in MISTAKEN[algorithm]]
    counts.append((right - min(frames, right), "没有把最初装入空页框的几次算作缺页"))
    counts.append((len(references) - right, "数成了命中的次数"))
    counts.append((faults(ALGORITHMS[algorithm](references, frames + 1)), "多用了一个页框"))
    return [(count, why) for count, why in counts + _near(right) if count > 0]


def _count(chance: Chance, algorithm: str, task: str, frames: int, length: int) -> Generated | None:
    references = _references(chance, chance.between(frames + 2, frames + 3), length)
    trace = ALGORITHMS[algorithm](references, frames)
    right = faults(trace)
    distinct = {faults(mistaken(references, frames)) for mistaken, _ in MISTAKEN[algorithm]} - {right}
    if not frames + 2 <= right <= length - 3 or len(distinct) < 2:
        return None
    opening = f"某进程分得 {frames} 个页框，初始均为空，采用{NAMES[algorithm]}页面置换算法，最初装入也计为缺页。该进程依次访问的页号为 {listed(references)}"
    if algorithm == "CLOCK":
        opening += "。页调入或被访问时访问位置 1；指针只在缺页找页框时移动，装入后指向下一个页框"
    working = working_of(algorithm, trace)
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
        for mistaken, why in MISTAKEN[algorithm]:
            wrong.append(Wrong(f"{replacements(mistaken(references, frames))} 次", why))
        wrong += [Wrong(f"{count} 次", why) for count, why in _near(number) if count > 0]
        closing = f"缺页 {right} 次，其中前 {frames} 次装入空页框，淘汰页面 {right} − {frames} = {shown}。"
    else:
        asked, shown = "则最后留在内存中的页是", _resident(trace)
        wrong = [Wrong(_resident(mistaken(references, frames)), why) for mistaken, why in MISTAKEN[algorithm]]
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
        drawing=drawing_of(algorithm, frames, trace),
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
        steps=paragraphs(conversion, working_of(algorithm, trace), f"带 ✗ 的访问缺页，共 {right} 次。"),
        parameters={"task": "addresses", "algorithm": algorithm, "frames": 3, "page_size": size, "addresses": addresses},
        drawing=drawing_of(algorithm, 3, trace),
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
            working_of("FIFO", traces[0]),
            "**4 个页框**",
            working_of("FIFO", traces[1]),
            f"{effect}。缺页次数分别为 {_two(few, many)}。",
        ),
        parameters={"task": "more-frames", "algorithm": "FIFO", "frames": [3, 4], "references": references},
        drawing=drawing_of("FIFO", 4, traces[1]),
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
    for mistaken, why in MISTAKEN[first][1:3]:
        wrong.append(Wrong(_two(faults(mistaken(references, frames)), other), f"{first}：{why}"))
    for mistaken, why in MISTAKEN[second][1:4]:
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
            f"**{first}**",
            working_of(first, traces[0]),
            f"**{second}**",
            working_of(second, traces[1]),
            f"缺页次数依次为 {_two(one, other)}。",
        ),
        parameters={"task": "pair", "algorithms": [first, second], "frames": frames, "references": references},
        drawing=drawing_of(second, frames, traces[1]),
    )


KIND = Kind(
    name="page-replacement",
    title="页面置换",
    points=(POINT, CLOCK_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"工作集|缺.{0,3}页|淘汰|换出|FIFO|LRU|OPT|CLOCK|时钟|先进先出|先入先出|最近最|最久未|最佳|最优|理想",
        recognise=page_spelled(
            spelled(
                first_reading(
                    recognise_clock,
                    recognise_moments,
                    recognise_aging,
                    recognise_working_set,
                    recognise_arrays,
                    inquired,
                    recognise_displaced,
                    recognise_described,
                    recognise_by_bits,
                )
            )
        ),
        solve=solve,
    ),
)
