"""Buses: peak bandwidth, burst transactions, and reading a block from interleaved memory.

After Yuan, Computer Organization (buses), and Patterson and Hennessy (memory systems for caches): bandwidth = bytes of the data lines ×
transfers a second. M and G of rates are powers of 1000. A burst sends one address and then one word a cycle.
"""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._bus_bandwidth import solving as bus_solver
from engine.generators.co._bus_bandwidth import topics as bus_topics
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import FREQUENCY, IS, TIME, duration, frequency, to_hertz, to_seconds
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import INTEGER, Reading, stay_out, to_int
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

_WIDTH = r"(?P<value>\d+)\s*(?:位|bit|根|条)"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"突发|猝发|等待|存储体|交叉|复用|串行|PCI|USB|地址线|地址和|利用率|异步|波特|校验|异|地址周期|平均|块|存储器|握手|重发|占用率"
    )
    width = reading.take_one(
        (
            rf"(?:数据)?(?:总线)?(?:的)?(?:数据)?(?:总线)?(?:宽度|位宽|数据线|数据宽度){IS}{_WIDTH}",
            r"(?P<value>\d+)\s*(?:位|bit)(?:的|宽)?(?:的)?(?:数据|同步|系统)?总线",
            r"(?<=通道)(?P<value>\d+)\s*(?:位|bit)",
            r"总线(?:是|为|有|宽|:|=)*\s*(?P<value>\d+)\s*(?:位|bit)(?:宽)?",
            r"(?<!为)(?<!有)(?:位宽|宽度|宽)(?:是|为|:|=)*\s*(?P<value>\d+)\s*(?:位|bit|b)?(?![\d.A-Za-z])",
            r"(?P<value>\d+)\s*(?:根|条|位)数据线",
            r"每次(?:可)?(?:可以)?传送?\s*(?P<value>\d+)\s*(?:位|bit)(?:数据)?",
            r"一个总线周期(?:中|内)?(?:可)?(?:并行)?传送\s*(?P<value>\d+)\s*(?:位|bit)(?:数据)?",
        ),
        int,
    )
    byte = reading.take_one(
        r"(?:一个总线周期|每个总线周期)(?:中|内)?(?:可)?(?:以)?(?:并行)?传(?:送|输)\s*(?P<value>\d+)\s*(?:个)?(?:字节|B(?![A-Za-z]))(?:的)?(?:数据)?",
        int,
    )
    if byte is not None:
        if width is not None:
            stay_out("width twice")
        width = byte * 8
    transfers = reading.take_one(
        (
            rf"(?:一个|每个?|1个)(?:总线)?(?:时钟周期|周期|时钟)(?:内|中)?(?:可以?|能)?传(?:送|输)?\s*(?P<value>{INTEGER})\s*次(?:数据)?",
            rf"(?P<value>{INTEGER})\s*次(?:数据)?(?:传送|传输)?\s*/\s*(?:时钟)?周期",
        ),
        to_int,
    )
    both = reading.take(r"(?:时钟)?(?:的)?上升沿(?:和|与|及)下降沿(?:都|均|各)?(?:能|可以?)?传(?:送|输)(?:一次)?(?:数据)?")
    if both:
        if transfers not in (None, 2):
            stay_out("edges")
        transfers = 2
    cycles = reading.take_one(
        (
            rf"(?:一个|每个|1个)?总线周期(?:占用?|等于|为|是|=|需要?|包含|由)*\s*(?P<value>{INTEGER})\s*个?(?:总线)?时钟周期",
            rf"(?:每次|每|一次)?(?:总线)?传(?:送|输)(?:一次)?(?:数据)?(?:一次)?(?:需要?|占用?|用)+\s*(?P<value>{INTEGER})\s*个?(?:总线)?(?:时钟)?周期",
            rf"每个总线周期传送一次数据,占\s*(?P<value>{INTEGER})\s*个时钟周期",
            rf"(?P<value>{INTEGER})\s*个(?:总线)?时钟周期(?:才)?(?:能)?(?:可以)?(?:完成)?(?:传送|传输)(?:一次)?(?:数据)?",
        ),
        to_int,
    )
    reading.take_all(
        r"(?:每个?|一个|1个)(?:总线)?(?:时钟)?(?:周期)?(?:可|能|内|中)*(?:以)?(?:只)?传(?:送|输)?(?:一次|1次|一个数据|1个数据)(?:数据)?"
    )
    reading.take_all(r"每个?通道(?:的)?(?:位宽|宽度)?(?:为|是)?(?=\ue000)")
    channels = reading.take_one(
        rf"(?<![\d.])(?P<value>{INTEGER}|单)\s*(?:个)?(?:内存)?通道(?:的)?(?:内存)?",
        lambda value: 1 if value == "单" else to_int(value.replace("双", "二")),
    )
    if reading.take(r"双通道(?:的)?(?:内存)?"):
        channels = 2 if channels is None else stay_out("channels")
    memory = reading.take_one(r"DDR\d?(?:L)?(?:内存)?\s*-?\s*(?P<value>\d{3,4})(?![\dA-Za-z])", int)
    hertz = reading.take_one(
        (
            rf"(?:总线)?(?:的)?(?:时钟|工作|总线时钟|总线工作)?(?:频率|时钟){IS}(?P<value>{FREQUENCY})",
            rf"(?P<value>{FREQUENCY})(?:的)?(?:总线)?(?:时钟)?",
        ),
        to_hertz,
    )
    period = reading.take_one(rf"(?:总线)?时钟周期{IS}(?P<value>{TIME})", to_seconds)
    if period:
        if hertz is not None:
            stay_out("period and frequency")
        hertz = 1 / period
    if memory is not None:
        if hertz is not None or transfers is not None or cycles is not None:
            stay_out("transfers and clock")
        hertz = Fraction(memory * 10**6)
        width = 64 if width is None else width
    asked = reading.take_all(
        r"(?:总线|内存|理论|系统)*(?:的)?(?:最大|峰值|总)?(?:总线)?(?:的)?(?:最大|峰值|总)?(?:数据)?(?:带宽|传输率|传输速率|传送速率|数据率|传输速度|吞吐量)(?:为|是|约|大约)*(?:多少)?\s*(?:[MG]B/s|[MG]B每秒|[MG]bps|兆字节每秒|字节/秒|[MG]Bps)?(?![\dA-Za-z])"
    )
    reading.take_all(r"\(?1\s*[MG]B?\s*=\s*10\^?[69]B?\)?")
    reading.finish(
        "总线 同步 系统 内存 内存总线 通道 时 位宽 每个 时钟频率 主板 采用 条 运行 一根 存 数据 系统总线 同步总线 计算机 某总线 宽度 工作 时钟 频率 每次 传送 周期 并行 线 速率 最大 数据总线 该总线 有"
    )
    if not asked or (transfers is not None and cycles not in (None, 1)):
        return None
    parameters: dict[str, object] = {"transfers": transfers or 1, "cycles": cycles or 1, "channels": channels or 1, "memory": memory}
    understood = [("传送", f"每个时钟周期 {transfers} 次" if transfers and transfers > 1 else f"每次占 {cycles or 1} 个时钟周期")]
    missing = []
    if width is None:
        missing.append(Missing("width", "总线宽度是多少位？", "总线宽度为 {} 位"))
    else:
        parameters["width"] = width
        understood.insert(0, ("总线宽度", f"{width} 位"))
    if hertz is None:
        missing.append(Missing("hertz", "总线时钟频率是多少（如 100MHz）？", "时钟频率为 {}"))
    else:
        parameters["hertz"] = str(hertz)
        understood.insert(0, ("时钟频率", frequency(hertz)))
    if width is None and hertz is None:
        return None
    if memory is not None:
        understood = [("内存", f"DDR-{memory}，每秒传送 {memory}×10^6 次"), *(entry for entry in understood if entry[0] == "总线宽度")]
    if channels:
        understood.append(("通道", f"{channels} 个"))
    if width is not None and width % 8:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _solve_burst(parameters: Parameters) -> Solution:
    width, hertz, block, lead = parameters["width"], Fraction(parameters["hertz"]), parameters["block"], parameters["lead"]
    words = block * 8 // width
    cycles = burst_cycles(words, lead - 1)
    time = cycles / hertz
    rate = block / time
    parts = {
        "time": f"{cycles} 个周期，{duration(time)}",
        "rate": f"传输率{'' if is_exact(rate / 10**6) else '约'} {decimal(rate / 10**6)} MB/s",
    }
    return Solution(
        answer="，".join(parts[name] for name in parameters["asked"]),
        steps=paragraphs(
            f"{block} B 分 {block}/{width // 8} = {words} 次传送，加上送地址共 {lead} + {words} = {cycles} 个周期，即 {duration(time)}。",
            f"传输率为 {block} B ÷ {duration(time)}，{decimal(rate / 10**6)} MB/s",
        ),
        conventions=("1 MB/s = 10^6 B/s", "送地址之后没有等待的周期"),
    )


def _solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    if parameters.get("task") == "transfer":
        return bus_solver.solve_transfer(parameters)
    if "task" in parameters:
        return _solve_burst(parameters)
    width, hertz = parameters["width"], Fraction(parameters["hertz"])
    transfers, cycles = parameters["transfers"], parameters["cycles"]
    channels = parameters.get("channels", 1)
    right = bandwidth(width, hertz, cycles, transfers) * channels
    shown = f"{decimal(right / 10**6, 2)} MB/s"
    factor = (f"×{transfers}" if transfers > 1 else "") + (f" ÷ {cycles}" if cycles > 1 else "") + (f"×{channels}" if channels > 1 else "")
    conventions = ["带宽中 1 MB/s = 10^6 B/s"]
    if parameters.get("memory"):
        conventions.append("DDR 后面的数是每秒百万次传送，一个通道 64 位")
    elif transfers == 1 and cycles == 1:
        conventions.append("每个时钟周期传送一次数据")
    return Solution(
        answer=shown,
        also=(
            f"{decimal(right / 10**9, 3)} GB/s",
            f"{decimal(right / 10**9, 1)} GB/s",
            f"{decimal(right * 8 / 10**6, 2)} Mbps",
            f"{decimal(right * 8 / 10**9, 3)} Gbps",
        ),
        steps=paragraphs(
            f"一次传送 {width}/8 = {width // 8} B。",
            f"带宽为 {width // 8}×{decimal(hertz / 10**6, 3)}{factor} {relation(right / 10**6)} {shown}",
        ),
        conventions=tuple(conventions),
    )


_SOLVE = solver(bus_topics.TOPICS)

KIND = Kind(
    name="bus-bandwidth",
    title="总线带宽",
    points=(POINT, TRANSACTION_POINT, INTERLEAVING_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"总线|DDR|起始位|停止位|带宽|位宽|QPI|PCI-?E|传输率|传送率|显存|显示存储器|波特|停止",
        recognise=with_changes(first_reading(_recognise, bus_solver.transfer, *map(recogniser, bus_topics.TOPICS))),
        solve=solving_variations(_solve),
    ),
)
