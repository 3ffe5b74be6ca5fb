"""Buses: peak bandwidth, burst transactions, and reading a block from interleaved memory.

After Yuan, Computer Organization (buses), and Patterson and Hennessy (memory systems for caches): bandwidth = bytes of the data lines ×
transfers a second. M and G of rates are powers of 1000. A burst sends one address and then one word a cycle.
"""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._bus_bandwidth import topics as bus_topics
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import frequency
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out
from engine.generators.variations import solving_variations

POINT = "co.io.bus-performance"
TRANSACTION_POINT = "co.io.bus-timing"
INTERLEAVING_POINT = "co.memory.interleaving"


def bandwidth(width: int, hertz: Fraction, cycles: Fraction | int = 1, transfers: int = 1) -> Fraction:
    """Bytes a second.

    Args:
        width: data lines, in bits.
        hertz: the bus clock.
        cycles: clock cycles that `transfers` words take.
        transfers: words sent in those cycles.
    """
    return Fraction(width, 8) * hertz * transfers / cycles


def burst_cycles(words: int, wait: int, gap: int = 0) -> int:
    """Bus cycles of one burst: the address, `wait` cycles until the memory is ready, a cycle a word, `gap` cycles of pause at the end."""
    return 1 + wait + words + gap


def interleaved_cycles(words: int, modules: int, access: int) -> int:
    """Bus cycles to read a block from low-order interleaved memory: the address, then the modules one after another.

    Module i starts a cycle after module i - 1 and is busy for `access` cycles; each word takes one bus cycle once it is there.
    """
    free = [0] * modules
    sent = 0
    for word in range(words):
        start = max(1 + word, free[word % modules])
        free[word % modules] = start + access
        sent = max(sent, start + access) + 1
    return sent


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    width = chance.choice((16, 32, 64))
    hertz = Fraction(chance.choice((33, 50, 66, 100, 133, 150, 200, 250, 266, 300, 400, 500)) * 10**6)
    if difficulty == 1:
        return _peak(chance, width, hertz)
    if difficulty == 2:
        return _burst(chance, width, hertz)
    return _block(chance, hertz)


def _megabytes(value: Fraction) -> str:
    return f"{decimal(value / 10**6, 1, keep_zeros=True)} MB/s"


def _peak(chance: Chance, width: int, hertz: Fraction) -> Generated | None:
    transfers = chance.choice((1, 2, 4))
    cycles = chance.between(2, 5) if transfers == 1 else 1
    right = bandwidth(width, hertz, cycles, transfers)
    how = f"每个总线周期传送一次数据，占 {cycles} 个时钟周期" if transfers == 1 else f"每个时钟周期传送 {transfers} 次数据"
    wrong = [
        (right * 8, "没有把位换算成字节"),
        (bandwidth(width, hertz), "没有考虑一次传送所占的周期数" if transfers == 1 else "没有考虑一个周期传送多次"),
        (right * cycles * cycles / transfers / transfers, "周期数乘除弄反了"),
        (right / 8, "多除了一次 8"),
        (right * 2, "多算了一倍"),
        (right / 2, "少算了一半"),
        (bandwidth(width, hertz, cycles + 1, transfers), "一次传送多算了一个周期"),
        (right * Fraction(10**6, 1 << 20), "把 M 当作 2 的 20 次方"),
    ]
    mega = decimal(hertz / 10**6, 3)
    factor = f" ÷ {cycles}" if transfers == 1 else f"×{transfers}"
    value = decimal(right / 10**6, 4)
    return Generated(
        point=POINT,
        stem=f"某同步总线有 {width} 根数据线，时钟频率为 {frequency(hertz)}，{how}（1 M = 10^6），则总线带宽约为",
        right=_megabytes(right),
        wrong=[Wrong(_megabytes(value), why) for value, why in wrong],
        steps=paragraphs(
            f"一次传送 {width}/8 = {width // 8} B。",
            f"带宽为 {width // 8}×{mega}{factor} {relation(right / 10**6, 4)} {value}，即约 {_megabytes(right)}",
        ),
        parameters={"task": "peak", "width": width, "hertz": int(hertz), "cycles": cycles, "transfers": transfers},
    )


def _burst(chance: Chance, width: int, hertz: Fraction) -> Generated | None:
    """Mean rate of bursts, or the time of one."""
    words, wait = chance.choice((4, 8, 16)), chance.between(1, 6)
    gap = chance.between(0, 1)
    cycles = burst_cycles(words, wait, gap)
    right = bandwidth(width, hertz, cycles, words)
    wrong = [
        (bandwidth(width, hertz), "算成了总线的峰值带宽"),
        (bandwidth(width, hertz, words + wait + gap, words), "没有计入传送地址的周期"),
        (bandwidth(width, hertz, words + 1 + gap, words), "没有计入存储器准备数据的周期"),
        (bandwidth(width, hertz, words * (2 + wait) + gap, words), "每个字都重新传送了地址"),
        (bandwidth(width, hertz, cycles, words) * 8, "没有把位换算成字节"),
        (bandwidth(width, hertz, cycles + 1, words), "多算了一个周期"),
        (bandwidth(width, hertz, cycles, 1), "只计了一个字的数据"),
        (bandwidth(width, hertz, 1 + words * wait + gap, words), "每个字都等待了存储器"),
    ]
    pause = "，两次突发之间空闲 1 个周期" if gap else ""
    sum_ = " + ".join(str(part) for part in (1, wait, words, gap) if part)
    return Generated(
        point=TRANSACTION_POINT,
        stem=(
            f"某同步总线的时钟频率为 {frequency(hertz)}，地址和数据线复用，宽 {width} 位。一次突发读传送 {words} 个字（每字 {width} 位）："
            f"先用 1 个周期传送地址，再等待 {wait} 个周期存储器准备数据，然后每个周期传送一个字{pause}（1 M = 10^6）。连续进行这样的突发读，平均数据传输率约为"
        ),
        right=_megabytes(right),
        wrong=[Wrong(_megabytes(value), why) for value, why in wrong],
        steps=paragraphs(
            f"一次突发用 {sum_} = {cycles} 个周期，传送 {words}×{width // 8} = {words * width // 8} B。",
            f"数据传输率为 {words * width // 8} × {decimal(hertz / 10**6)} ÷ {cycles} {relation(right / 10**6, 1)} {_megabytes(right)}",
        ),
        parameters={"task": "burst", "width": width, "hertz": int(hertz), "words": words, "wait": wait, "gap": gap},
        drawing=_drawing((("地址", 1), ("等待", wait), ("数据", words), ("空闲", gap))),
    )


def _block(chance: Chance, hertz: Fraction) -> Generated | None:
    """Reading a block from interleaved memory."""
    hertz = Fraction(chance.choice((100, 125, 200, 250, 400, 500)) * 10**6)
    width = chance.choice((32, 64))
    modules = chance.choice((4, 8))
    access = chance.between(3, modules)
    words = modules * chance.choice((1, 2))
    cycles = interleaved_cycles(words, modules, access)
    period = 10**9 / hertz

    def text(count: int) -> str:
        return f"{decimal(count * period, 1, keep_zeros=True)} ns"

    wrong = [
        (1 + words * (access + 1), "各体没有交叉，逐字读取和传送"),
        (access + words, "没有计入传送地址的周期"),
        (1 + words * access, "各体没有重叠工作"),
        (1 + words, "没有计入存储体的存取时间"),
        (1 + access + words + (words - 1), "各体启动的间隔和传送的周期重复计算"),
        (words * (1 + access + 1), "每个字都重新传送了地址"),
        (cycles - 2, "最后一个字的传送周期没有计入"),
        (cycles + 2, "多算了两个周期"),
        (access + 1, "只算了第一个字"),
    ]
    block = words * width // 8
    return Generated(
        point=INTERLEAVING_POINT,
        stem=(
            f"某存储器由 {modules} 个存储体按低位交叉编址组成，总线宽 {width} 位，时钟频率为 {frequency(hertz)}，每个存储体的存取周期为 "
            f"{decimal(access * period)} ns。CPU 用 1 个总线周期送出首地址后，各体每隔 1 个总线周期依次启动，每个体读出的 {width} 位数据用 1 个总线周期传送。"
            f"从送地址开始，读取一个 {block} B 的块共需"
        ),
        right=text(cycles),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"总线周期为 1000 ÷ {decimal(hertz / 10**6)} = {decimal(period, 3)} ns，存取周期占 {access} 个总线周期；块有 {block} ÷ {width // 8} = {words} 个字。",
            f"送地址 1 个周期，第一个字等待 {access} 个周期；存储体数不少于 {access}，此后每个周期都能传送一个字：1 + {access} + {words} = {cycles} 个周期。",
            f"共需 {cycles}×{decimal(period, 3)} = {text(cycles)}",
        ),
        parameters={"task": "block", "hertz": int(hertz), "width": width, "modules": modules, "access": access, "words": words},
        drawing=_interleaving(words, access),
    )


def _drawing(parts: tuple[tuple[str, int], ...]) -> Drawing:
    spans, now = [], 0
    for label, count in parts:
        if count:
            spans.append(Span(label, now, now + count))
            now += count
    return Gantt(title="一次突发传送", note=f"共 {now} 个总线周期", lanes=(Lane("总线", tuple(spans)),))


def _interleaving(words: int, access: int) -> Drawing:
    lanes = [Lane("总线", (Span("地址", 0, 1), *(Span("数据", 1 + access + word, 2 + access + word) for word in range(words))))]
    lanes += [Lane(f"字 {word}", (Span("存取", 1 + word, 1 + word + access),)) for word in range(min(words, 8))]
    return Gantt(title="低位交叉存储器读一块", note="横轴为总线周期", lanes=tuple(lanes))


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    return _SOLVE(parameters) or stay_out("no such task")


_SOLVE = solver(bus_topics.TOPICS)

KIND = Kind(
    name="bus-bandwidth",
    title="总线带宽",
    points=(POINT, TRANSACTION_POINT, INTERLEAVING_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"总线|DDR|起始位|停止位|带宽|位宽|QPI|PCI-?E|传输率|传送率|显存|显示存储器|波特|停止",
        recognise=with_changes(first_reading(*map(recogniser, bus_topics.TOPICS))),
        solve=solving_variations(_solve),
    ),
)
