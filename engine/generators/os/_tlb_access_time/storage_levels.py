"""The mean time of an access to data in a cache, in memory or on disk, where whatever is missing is first brought up level by level."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SHARE, TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, relation
from engine.generators.reading import to_share

_CACHE = r"(?:Cache|高速缓存|高速缓冲存储器|缓存)(?:\(Cache\))?"
_MEMORY = r"(?:主存储?器?|内存)"
_DISK = r"(?:磁盘|辅存|外存|硬盘)"
_THEN = r"(?:,?(?:然后|之后|再)(?:才能?|再)?(?:能)?(?:访问|存取)(?:它)?)?"
_BRING = r"(?:的时间|时间)?(?:来)?(?:将其|把它|将它|把其|将数据|把数据)?(?:从[^,;。]{1,8}?)?(?:装入|调入|读入|取入|取到|复制到|装到|调到|载入|送入|取来放入|读到)(?:到)?"
_WORDS = "某 计算机 系统 计算机系统 有 由 和 用 来 实现 构成 组成 虚拟存储器 虚拟存储 存储 三级 存储系统 层次 高速缓存 缓存 Cache 主存 内存 磁盘 辅存 外存 数据 字 被 要 所 访问 的 如果 若 假设 假定 设 其 在 中 上 则 那么 需要 需 要 平均 时间 存取 一个 引用 从 再 然后 接着 命中率 为 是 用于 它 求 该 系统的 存储器 "


def recognise_storage_levels(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    reading = Topic(patterns.sub("存储管理器", "", text))
    if not reading.has(_CACHE) or not reading.has(_DISK) or reading.has("TLB|快表|页表|写回|脏|块大小|行"):
        return None
    need = r"(?:则)?(?:访问它|存取它|访问|存取)?(?:就)?(?:的)?(?:时间)?(?:只)?(?:需要?|为|要|花费?|用)*\s*"
    told = r"(?:如果|若|当)?(?:所|被|要)?(?:引用|访问|需要)?(?:的)?(?:数据|字|信息|内容)?"
    # The farthest first: its words hold those of the nearer ones.
    disk = reading.take(
        rf"{told}(?:不在{_MEMORY}(?:中)?,?(?:而|但|只)?在{_DISK}(?:中|上)?|(?:也)?不在{_MEMORY}(?:中)?|只?在{_DISK}(?:中|上)?),?{need}(?P<time>{TIME}){_BRING}{_MEMORY}(?:中)?"
        rf"(?:,?(?:然后|之后|再)?,?(?:再)?(?:花|用|还需要?|需要?|花费?)?(?:\s*(?P<again>{TIME}))?(?:再)?{_BRING}{_CACHE}(?:中)?)?{_THEN}"
    )
    memory = reading.take(
        rf"{told}(?:在{_MEMORY}(?:中)?,?(?:但|而)?不在{_CACHE}(?:中)?|不在{_CACHE}(?:中)?,?(?:但|而)?在{_MEMORY}(?:中)?),?{need}(?P<time>{TIME}){_BRING}{_CACHE}(?:中)?{_THEN}"
    )
    cache = reading.take(rf"{told}在{_CACHE}(?:中)?,?{need}(?P<time>{TIME})")
    hits: list[Fraction] = []
    for level in (_CACHE, _MEMORY):
        share = reading.take_one(rf"{level}(?:的)?命中率(?:为|是|=)*\s*(?P<value>{SHARE}|[01]?\.\d+|\d/\d)", to_share)
        hits += [share] if share is not None else []
    asked = reading.ask(
        ((r"(?:系统)?(?:中)?(?:数据|字)?(?:的)?平均(?:访问|存取)(?:一个)?(?:数据|字)?(?:的)?(?:时间)?(?:是|为)?(?:多少|几)?", "mean"),)
    )
    reading.finish(_WORDS)
    if not (cache and memory and disk and asked) or len(hits) != 2:
        return None
    up = to_nanoseconds(memory["time"])
    if disk["again"] and to_nanoseconds(disk["again"]) != up:
        return None
    if not disk["again"] and not patterns.search(_CACHE, disk[0]):
        return None  # whether it then goes through the cache is not said
    return Recognition(
        parameters={
            "storage levels": [str(to_nanoseconds(cache["time"])), str(up), str(to_nanoseconds(disk["time"]))],
            "hits": [str(share) for share in hits],
        },
        understood=(
            ("访问 Cache", cache["time"]),
            ("内存到 Cache", memory["time"]),
            ("磁盘到内存", disk["time"]),
            ("命中率", f"Cache {decimal(hits[0] * 100)}%，内存 {decimal(hits[1] * 100)}%"),
        ),
    )


def solve_storage_levels(parameters: Parameters) -> Solution:
    """Each place's time weighed with how often the data is there."""
    near, up, far = map(Fraction, parameters["storage levels"])
    first, second = map(Fraction, parameters["hits"])
    shares = (first, (1 - first) * second, (1 - first) * (1 - second))
    times = (near, up + near, far + up + near)
    mean = sum((share * time for share, time in zip(shares, times, strict=True)), Fraction(0))
    terms = " + ".join(f"{decimal(share, 4)} × {decimal(time, 4)}" for share, time in zip(shares, times, strict=True))
    return Solution(
        answer=f"{decimal(mean, 2)} ns",
        also=(f"{decimal(mean / 1000, 3)} μs", f"{decimal(mean / 1000, 3)} us"),
        steps=paragraphs(
            f"在 Cache 中：{decimal(near, 4)} ns；在内存中：{decimal(up, 4)} + {decimal(near, 4)} = {decimal(up + near, 4)} ns；"
            f"在磁盘上：{decimal(far, 4)} + {decimal(up, 4)} + {decimal(near, 4)} = {decimal(far + up + near, 4)} ns。",
            f"平均 {terms} {relation(mean, 2)} {decimal(mean, 2)} ns。",
        ),
        conventions=("内存命中率是未命中 Cache 时数据在内存的概率",),
    )
