"""What input and output cost the CPU: polling, interrupts and DMA.

After Patterson and Hennessy, and Yuan, Computer Organization: cycles spent on the device a second ÷ clock frequency. An interrupt a
unit of data, one pre- and post-processing a DMA block; the transfer itself by DMA costs the CPU nothing. M is 10^6 throughout.
"""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._io_overhead import masks as io_masks
from engine.generators.co._io_overhead import topics as io_topics
from engine.generators.co._io_overhead import ways_topic as io_ways_topic
from engine.generators.co._io_overhead.load import fastest, share
from engine.generators.co._io_overhead.written import written_plainly
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import frequency
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent, relation
from engine.generators.reading import stay_out
from engine.generators.variations import solving_variations

INTERRUPT_POINT = "co.io.interrupt-process"
DMA_POINT = "co.io.dma"
POLLING_POINT = "co.io.polling"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    hertz = Fraction(chance.choice((50, 100, 200, 250, 400, 500, 800, 1000)) * 10**6)
    if difficulty == 1:
        return _interrupt(chance, hertz)
    if difficulty == 2:
        return _dma(chance, hertz) if chance.one_in(2) else _polling(chance, hertz)
    return _limit(chance, hertz) if chance.one_in(2) else _both(chance, hertz)


def _rate(value: Fraction) -> str:
    return f"{decimal(value / 10**6, 3)} MB/s"


def _text(value: Fraction) -> str:
    return percent(value, 2)


def _near(right: Fraction) -> list[tuple[Fraction, str]]:
    return [
        (right * 10, "换算单位时差了 10 倍"),
        (right / 10, "换算单位时差了 10 倍"),
        (right * 2, "多算了一倍"),
        (right / 2, "少算了一半"),
    ]


def _options(values: list[tuple[Fraction, str]]) -> list[Wrong]:
    return [Wrong(_text(value), why) for value, why in values if Fraction(1, 10_000) <= value < 1]


def _interrupt(chance: Chance, hertz: Fraction) -> Generated | None:
    rate = Fraction(chance.choice((20, 40, 50, 80, 100, 200, 250, 400, 500, 800, 1000)) * 1000)
    unit, cycles = chance.choice((2, 4, 8)), chance.between(80, 500, 10)
    times = rate / unit
    right = share(times, cycles, hertz)
    if not Fraction(1, 200) <= right <= Fraction(9, 10):
        return None
    wrong = [
        (share(rate, cycles, hertz), "以为每字节中断一次"),
        (share(rate / unit / 8, cycles, hertz), "传送单位按位和字节换算错了"),
        (share(rate * 8 / unit, cycles, hertz), "没有把位换算成字节"),
        (share(times, cycles, hertz) / (1 + share(times, cycles, hertz)), "分母多加了中断所用的时间"),
        *_near(right),
    ]
    return Generated(
        point=INTERRUPT_POINT,
        stem=(
            f"某 CPU 主频为 {frequency(hertz)}，外设以中断方式与主机交换数据，数据传输率为 {_rate(rate)}（1 M = 10^6），每次中断传送 {8 * unit} 位，"
            f"中断响应和处理共需 {cycles} 个时钟周期，则 CPU 用于该外设 I/O 的时间占整个 CPU 时间的百分比约为"
        ),
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"每次传送 {8 * unit}/8 = {unit} B，每秒中断 {int(rate)}/{unit} = {decimal(times)} 次。",
            f"每秒用去 {decimal(times)}×{cycles} = {decimal(times * cycles)} 个周期。",
            f"占 {decimal(times * cycles)}/{hertz} {relation(right, 4)} {_text(right)}",
        ),
        parameters={"task": "interrupt", "hertz": int(hertz), "rate": int(rate), "unit": unit, "cycles": cycles},
    )


def _dma(chance: Chance, hertz: Fraction) -> Generated | None:
    rate = Fraction(chance.choice((2, 4, 5, 8, 10, 20, 40, 50)) * 10**6)
    block = chance.choice((500, 1000, 2000, 4000, 5000, 8000))
    before, after = chance.between(200, 800, 50), chance.between(100, 600, 50)
    cycles = before + after
    times = rate / block
    right = share(times, cycles, hertz)
    if not Fraction(1, 200) <= right <= Fraction(9, 10):
        return None
    wrong = [
        (share(times, before, hertz), "没有计入后处理"),
        (share(rate / 4, cycles, hertz), "以为每个字都要处理一次"),
        (share(times, after, hertz), "没有计入预处理"),
        (share(times, cycles, hertz) + Fraction(1, 100), "把数据传送也算成了 CPU 的时间"),
        (share(times * 8, cycles, hertz), "字节和位换算错了"),
        (share(times / 8, cycles, hertz), "字节和位换算错了"),
        *_near(right),
    ]
    return Generated(
        point=DMA_POINT,
        stem=(
            f"某 CPU 主频为 {frequency(hertz)}，外设以 DMA 方式与主机交换数据，数据传输率为 {_rate(rate)}（1 M = 10^6），每次 DMA 传送 {block} B，"
            f"CPU 为一次 DMA 进行预处理需 {before} 个时钟周期、后处理需 {after} 个时钟周期，不考虑 DMA 与 CPU 争用内存，"
            "则 CPU 用于该外设 I/O 的时间占整个 CPU 时间的百分比约为"
        ),
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"每秒启动 DMA {int(rate)}/{block} = {decimal(times)} 次，每次 CPU 用 {before} + {after} = {cycles} 个周期，传送期间不用 CPU。",
            f"每秒用去 {decimal(times)}×{cycles} = {decimal(times * cycles)} 个周期。",
            f"占 {decimal(times * cycles)}/{hertz} {relation(right, 4)} {_text(right)}",
        ),
        parameters={"task": "dma", "hertz": int(hertz), "rate": int(rate), "block": block, "before": before, "after": after},
    )


def _polling(chance: Chance, hertz: Fraction) -> Generated | None:
    """How often a device must be asked so that no data are lost."""
    rate = Fraction(chance.choice((20, 40, 50, 100, 200, 400, 500)) * 1000)
    buffer, cycles = chance.choice((2, 4, 8, 16)), chance.between(100, 600, 20)
    times = rate / buffer
    right = share(times, cycles, hertz)
    if not Fraction(1, 200) <= right <= Fraction(9, 10):
        return None
    wrong = [
        (share(rate, cycles, hertz), "以为每字节都要查询一次"),
        (share(rate * 8 / buffer, cycles, hertz), "把缓冲器的字节数当成了位数"),
        (share(rate / buffer / 8, cycles, hertz), "字节和位换算错了"),
        *_near(right),
        (right * 3 / 2, "查询的次数多算了"),
        (right * 2 / 3, "查询的次数少算了"),
    ]
    return Generated(
        point=POLLING_POINT,
        stem=(
            f"某 CPU 主频为 {frequency(hertz)}，外设接口中有 {buffer} B 的数据缓冲器，外设的数据传输率为 {_rate(rate)}（1 M = 10^6）。CPU 用定时查询方式控制输入，"
            f"每次查询并取走数据需 {cycles} 个时钟周期。为了不丢失数据，CPU 用于该外设 I/O 的时间至少占整个 CPU 时间的"
        ),
        right=_text(right),
        wrong=_options(wrong),
        steps=paragraphs(
            f"缓冲器充满前必须取走，每秒至少查询 {int(rate)}/{buffer} = {decimal(times)} 次。",
            f"每秒用去 {decimal(times)}×{cycles} = {decimal(times * cycles)} 个周期。",
            f"占 {decimal(times * cycles)}/{hertz} {relation(right, 4)} {_text(right)}",
        ),
        parameters={"task": "polling", "hertz": int(hertz), "rate": int(rate), "buffer": buffer, "cycles": cycles},
    )


def _limit(chance: Chance, hertz: Fraction) -> Generated | None:
    """The highest data rate that interrupts can keep up with."""
    unit, cycles = chance.choice((1, 2, 4, 8)), chance.choice((100, 125, 160, 200, 250, 400, 500))
    part = Fraction(chance.choice((5, 10, 20, 25, 50)), 100)
    right = fastest(unit, cycles, hertz, part)
    if not is_exact(right / 1000, 1) or (part * hertz / cycles).denominator != 1:
        return None

    def text(value: Fraction) -> str:
        return f"{decimal(value / 1000, 1, keep_zeros=True)} kB/s"

    wrong = [
        (fastest(unit, cycles, hertz, Fraction(1)), "没有考虑允许的百分比"),
        (fastest(1, cycles, hertz, part) if unit > 1 else right / 8, "没有乘上每次传送的字节数" if unit > 1 else "字节和位换算错了"),
        (fastest(unit, cycles, hertz, 1 - part), "把允许的百分比用反了"),
        (right * 8, "没有把位换算成字节"),
        (right / 8, "多除了一次 8"),
        (right * 10, "换算单位时差了 10 倍"),
        (right / 10, "换算单位时差了 10 倍"),
        (right * 2, "多算了一倍"),
        (right / 2, "少算了一半"),
    ]
    most = part * hertz / cycles
    return Generated(
        point=INTERRUPT_POINT,
        stem=(
            f"某 CPU 主频为 {frequency(hertz)}，外设每次中断传送 {8 * unit} 位，中断响应和处理共需 {cycles} 个时钟周期。若要求 CPU 用于该外设 I/O 的时间"
            f"不超过整个 CPU 时间的 {decimal(part * 100)}%，则外设的数据传输率最高为（1 k = 10^3）"
        ),
        right=text(right),
        wrong=[Wrong(text(value), why) for value, why in wrong],
        steps=paragraphs(
            f"每秒最多有 {hertz}×{decimal(part)} = {decimal(hertz * part)} 个周期用于 I/O，可响应 {decimal(hertz * part)}/{cycles} = {decimal(most)} 次中断。",
            f"每次 {unit} B，数据传输率最高为 {decimal(most)}×{unit} = {decimal(right)} B/s，即 {text(right)}",
        ),
        parameters={"task": "limit", "hertz": int(hertz), "unit": unit, "cycles": cycles, "part": str(part)},
    )


def _both(chance: Chance, hertz: Fraction) -> Generated | None:
    """The same device by interrupts and by DMA."""
    rate = Fraction(chance.choice((100, 200, 250, 400, 500, 800, 1000)) * 1000)
    unit, cycles = chance.choice((2, 4)), chance.between(100, 500, 50)
    block, handling = chance.choice((500, 1000, 2000)), chance.between(500, 3000, 250)
    one, other = share(rate / unit, cycles, hertz), share(rate / block, handling, hertz)
    if not (Fraction(1, 50) <= one <= Fraction(9, 10) and Fraction(1, 1000) <= other < one):
        return None

    def text(first: Fraction, second: Fraction) -> str:
        return f"{_text(first)}、{_text(second)}"

    wrong = [
        (share(rate, cycles, hertz), other, "中断：以为每字节中断一次"),
        (one, share(rate / unit, handling, hertz), "DMA：以为每个传送单位都要处理一次"),
        (other, one, "把两种方式弄反了"),
        (one, other * 10, "DMA：换算单位时差了 10 倍"),
        (one / 10, other, "中断：换算单位时差了 10 倍"),
        (one * 8, other, "中断：没有把位换算成字节"),
        (one, other / 10, "DMA：换算单位时差了 10 倍"),
        (one / 2, other, "中断：次数少算了一半"),
        (one, other * 2, "DMA：次数多算了一倍"),
    ]
    return Generated(
        point=DMA_POINT,
        stem=(
            f"某 CPU 主频为 {frequency(hertz)}，外设的数据传输率为 {_rate(rate)}（1 M = 10^6）。若用中断方式，每次中断传送 {8 * unit} 位，响应和处理共需 {cycles} 个时钟周期；"
            f"若用 DMA 方式，每次 DMA 传送 {block} B，CPU 的预处理和后处理共需 {handling} 个时钟周期，不考虑争用内存。两种方式下 CPU 用于该外设 I/O 的时间占整个 CPU 时间的百分比依次约为"
        ),
        right=text(one, other),
        wrong=[Wrong(text(first, second), why) for first, second, why in wrong if 0 < first < 1 and Fraction(1, 10_000) <= second < 1],
        steps=paragraphs(
            f"中断：每秒 {int(rate)}/{unit} = {decimal(rate / unit)} 次，占 {decimal(rate / unit)}×{cycles}/{hertz} {relation(one, 4)} {_text(one)}。",
            f"DMA：每秒 {int(rate)}/{block} = {decimal(rate / block)} 次，占 {decimal(rate / block)}×{handling}/{hertz} {relation(other, 4)} {_text(other)}。",
            f"依次约为 {text(one, other)}",
        ),
        parameters={
            "task": "both",
            "hertz": int(hertz),
            "rate": int(rate),
            "unit": unit,
            "cycles": cycles,
            "block": block,
            "handling": handling,
        },
        drawing=_drawing(one, other),
    )


def _drawing(one: Fraction, other: Fraction) -> Drawing:
    return Bars(
        title="CPU 用于 I/O 的时间",
        note="占整个 CPU 时间的百分比",
        bars=(Bar("中断", float(one), _text(one), "bad"), Bar("DMA", float(other), _text(other), "good")),
    )


_SOLVE = solver(io_topics.TOPICS)


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == io_masks.TASK:
        return io_masks.solve(parameters)
    return io_ways_topic.solve_several(parameters) or _SOLVE(parameters) or stay_out("another task")


_HINT = r"屏蔽[字码]|秒查|秒要查|查一次|鼠标|键盘|挪用|窃取|中断|查询|轮询|DMA|I/O|IO|外设|外部设备"

KIND = Kind(
    name="io-overhead",
    title="I/O 方式的 CPU 开销",
    points=(INTERRUPT_POINT, DMA_POINT, POLLING_POINT),
    versions={1: _write},
    solver=Solver(
        hint=_HINT,
        recognise=with_changes(
            written_plainly(first_reading(*map(recogniser, io_topics.TOPICS), io_ways_topic.several, io_masks.recognise))
        ),
        solve=solving_variations(_solve),
    ),
)
