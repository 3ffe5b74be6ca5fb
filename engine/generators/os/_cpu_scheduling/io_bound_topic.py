"""Tasks that compute a little between long operations of devices beside one that only computes: what the processor does of use."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, whole
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._storage_measures import STRANGE, asking
from engine.generators.quantities import decimal

_KIND = r"(?:约束|密集|受限|限制|繁忙|消耗|忙碌)(?:型)?(?:的)?(?:任务|进程|作业)"


def _to_ms(text: str) -> Fraction:
    return to_nanoseconds(text) / 10**6


def _share(count: Fraction, burst: Fraction, switch: Fraction, quantum: Fraction) -> Fraction | None:
    """Of a round in which each of the tasks computes until its operation and the one that only computes uses its slice up."""
    if quantum < burst:
        return None
    useful = count * burst + quantum
    return useful / (useful + (count + 1) * switch)


def _in_time(count: Fraction, burst: Fraction, switch: Fraction, quantum: Fraction, wait: Fraction) -> Fraction | None:
    """The same, where each one's operation is done before its turn comes again."""
    share = _share(count, burst, switch, quantum)
    # From the end of one burst to the next turn.
    return share if count * (burst + switch) + quantum + switch - burst >= wait else None


def _ms(value: Fraction) -> str:
    return f"{decimal(value, 3)} ms"


IO_BOUND = Topic(
    name="io bound tasks asked",
    knowing=True,
    about=rf"I/O\s?{_KIND}",
    refuse=STRANGE,
    guard=r"优先|到达|周转|响应时间|吞吐|缓冲",
    told=(
        Told("count", rf"(?:有)?(\d+)\s*个\s?I/O\s?{_KIND}", whole),
        Told("one", rf"(?:和|与|及|、|以及)?(?:1|一)\s*个\s?(?:CPU|计算|处理器)\s?{_KIND}", 1),
    ),
    passed=(
        r"(?:且)?(?:所有|全部|各个?)?(?:的)?(?:进程|任务)(?:都|均)?(?:是)?(?:需要)?(?:长时间|长期|一直)(?:地)?(?:运行|执行)(?:的)?(?:任务|进程)?|(?:就)?(?:发射|发出|启动|进行|产生|请求)(?:一个|一次|1次)(?:\s?I/O\s?(?:操作|请求)?)|(?:采用)?(?:轮转|RR|时间片轮转)(?:调度)?(?:算法|程序)?",
    ),
    roles=(
        Role(
            name="burst",
            quantity=TIME,
            read=_to_ms,
            before=rf"(?:I/O\s?{_KIND})?(?:在)?(?:每)(?:进行|执行|计算|运行|隔)*",
            after=r"(?:的)?(?:CPU)?(?:的)?(?:计算|运算)(?:后|就|,)*",
        ),
        Role(
            name="wait",
            quantity=TIME,
            read=_to_ms,
            before=r"(?:每个?|每次|一个|一次)?\s?I/O\s?(?:操作|请求)(?:的)?(?:完成|花费|时间|需要?|要)*",
            after=r"(?:才能?|来|时间)?完成(?:一次|每个)?\s?(?:I/O)?(?:操作)?",
        ),
        Role(name="switch", quantity=TIME, read=_to_ms, before=r"(?:每次|一次)?(?:上下文|进程)?切换(?:的)?(?:开销|时间)?"),
        Role(name="quantum", quantity=TIME, read=_to_ms, before=r"时间片(?:的)?(?:大小|长度)?", after=r"(?:的)?时间片"),
    ),
    asks=((asking(r"(?:CPU|处理[器机])(?:的)?利用率", 8, 10), "share"),),
    laws=(
        Law(
            "share",
            ("count", "burst", "switch", "quantum", "wait", "one"),
            lambda count, burst, switch, quantum, wait, one: _in_time(count, burst, switch, quantum, wait),
            "一轮中每个 I/O 型任务计算一次，CPU 型任务用满一个时间片，各切换一次：有用的时间除以一轮的时间",
        ),
    ),
    shown={
        "count": Quantity("I/O 型任务", counted("个")),
        "burst": Quantity("每次计算", _ms),
        "wait": Quantity("每次 I/O", _ms),
        "switch": Quantity("切换", _ms),
        "quantum": Quantity("时间片", _ms),
        "share": Quantity(
            "CPU 利用率",
            lambda value: f"{about(value * 100, 1)}%",
            lambda value: (f"{decimal(value * 100, 2)}%", f"{int(value * 100)}%", f"{decimal(value * 100, 0)}%"),
        ),
    },
    words="CPU 系统 一个 任务 进程 型 I/O 操作 计算 每个 每次 每 完成 需要 上下文切换 上下文 切换 开销 时间片 利用率 时 为 考虑 假设 有 和 的 都 是 长时间 运行 当 大小",
    prepared=lambda text: patterns.sub(r"(?<=[,;。?])\s*(?:当|若|而)?(?=时间片(?:的)?(?:大小|长度)?(?:为|是))", "若", text),
    conventions=("每个 I/O 操作都在下一轮轮到该任务之前完成",),
)
