"""The fields of an address in the usual phrases; asks for what is missing."""

from __future__ import annotations

from engine.generators.kind import Missing, Recognition
from engine.generators.laws.measures import IS, SIZE, to_bytes
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_CACHE = r"(?:Cache|高速缓存|高速缓冲存储器|高速缓冲)(?:\(Cache\))?"
_VALUE = rf"(?P<value>{SIZE})"


def fields(text: str) -> Recognition | None:
    """The fields of an address, in the usual phrases; asks for what is missing."""
    reading = Reading(text)
    reading.refuse(r"比较器(?:的)?(?:个数|数量|数目)?(?:和|与|及|、)?(?:其)?位数")
    comparators = reading.take_all(
        r"(?:(?:需要?|要|有|用)*(?:多少|几)个(?:标记)?比较器|(?:标记)?比较器(?:的)?(?:需要?|要|有|共|数|个数|数量|位数)*(?:多少|几)?个?)"
    )
    count = reading.take_one(
        (
            rf"{_CACHE}(?:的)?(?:数据区)?(?:共|有|总共|包含|含)*\s*(?P<value>\d+)\s*(?:个)?(?:{_CACHE})?(?:行|块)(?!号)",
            rf"(?<![每\d])(?P<value>\d+)\s*(?:个)?{_CACHE}?(?:行|块)(?:的)?{_CACHE}",
            rf"{_CACHE}(?:的)?(?:总)?(?:行数|块数)(?:为|是|=|共)*\s*(?P<value>\d+)",
        ),
        int,
    )
    if "字节编址" in reading.text:  # the word plays no part where the block is in bytes
        reading.take_all(r"(?:某)?(?:计算机|机器|CPU)(?:的)?字长(?:为|是)?\d+位")
    reading.refuse(
        r"块表|映射表|(?:Cache|缓存)(?:的)?地址(?:格式|结构)|按字编址|[多少几]+[组行]|[组行]数|虚拟|虚地址|页|TLB|快表|命中|缺失|替换|写回|写直达|脏|有效位|修改位|总容量|总位数|第\s*\d|H(?![A-Za-z])|数组|标记阵列|字长|字为|个字|时间|访问"
    )
    reading.take_all(r"按字节(?:编址|寻址)|字节编址|\(?1\s*KB?\s*=\s*1024\s*B?\)?|以字节(?:为单位)?编址")
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*路(?:组)?(?:相联|关联)(?:映射|映像|方式)?", to_int)
    direct = reading.take_all(r"直接(?:映射|映像|相联)(?:方式)?")
    full = reading.take_all(r"全相联(?:映射|映像)?(?:方式)?")
    group = reading.take_one(rf"每组(?:有|含|包含|为)?\s*(?P<value>{INTEGER})\s*(?:行|块|个Cache行|个?行)", to_int)
    associative = reading.take_all(r"组相联(?:映射|映像)?(?:方式)?")
    if group is not None:
        if ways not in (None, group) or not (associative or ways):
            stay_out("group")
        ways = group
    elif associative:
        stay_out("ways not said")
    if (ways is not None) + bool(direct) + bool(full) != 1:
        return None
    bits = reading.take_one(
        (
            r"(?:主存)?(?:的)?(?:物理)?地址(?:长度|线|总线|空间)?(?:为|是|有|共|长|=|:)*(?P<value>\d+)\s*(?:位|bit|根|条)",
            r"(?P<value>\d+)\s*位(?:的)?(?:主存|物理|内存)(?:物理)?地址",
        ),
        int,
    )
    block = reading.take_one(
        (
            rf"(?:每个?|一个)?(?:主存)?(?:块|{_CACHE}块|{_CACHE}行|数据块|行|{_CACHE}的?块)(?:的)?(?:大小|长度|长)?(?:都|均)?{IS}{_VALUE}",
            rf"(?:主存)?(?:与|和){_CACHE}(?:之间)?(?:的)?(?:数据)?(?:交换|块)(?:的)?(?:单位|块大小|大小){IS}{_VALUE}",
        ),
        to_bytes,
    )
    memory = reading.take_one(
        (rf"(?:主存|内存)(?:储器)?(?:的)?(?:地址空间|空间|容量|大小|总容量)?(?:大小)?{IS}{_VALUE}", rf"{_VALUE}(?:的)?(?:主存|内存)(?!块)"),
        to_bytes,
    )
    data = reading.take_one(
        (
            rf"{_CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小|数据容量)?(?:大小)?{IS}{_VALUE}",
            rf"{_VALUE}(?:的)?{_CACHE}",
        ),
        to_bytes,
    )
    asked = reading.take_words(
        (
            (
                r"(?:主存)?(?:物理)?地址(?:中)?(?:的)?(?:各)?(?:个)?(?:字段|部分)(?:的)?(?:各)?(?:位数|长度)?|地址(?:格式|结构|划分|如何划分|怎么划分)|(?:各)?字段(?:各)?(?:的)?(?:位数|占几位|占多少位)",
                "all",
            ),
            (
                r"标记(?:位|字段|部分|项)?(?:\(Tag\))?(?:字段)?(?:的)?(?:位数|长度)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位)?(?:的)?(?:位数|长度)?",
                "tag",
            ),
            (r"(?:Cache)?(?:组号|组索引|行号|组地址|索引|组内块号)(?:字段)?(?:的)?(?:位数|长度)?", "set"),
            (r"块内(?:地址|偏移量?)(?:字段)?(?:的)?(?:位数|长度)?", "offset"),
        )
    )
    reading.take_all(r"(?:各)?(?:占|是|为|有)?(?:几|多少)位|位数|各占")
    reading.finish(
        "计算机 主存 内存 Cache 高速缓存 映射 映像 方式 地址 物理地址 主存地址 物理 容量 大小 数据区 系统 采用 字段 划分 块 中 存储器 存储系统 CPU 某机 机 和 占 格式 主存块 数据 应该 地址里 一共 各字段 某系统 字节 编址 问"
    )
    if not asked and not comparators:
        return None
    if count is not None and block is not None:
        if data not in (None, count * block):
            return None
        data = count * block
    elif count is not None:
        return None
    if memory is not None:
        size_bits = memory.bit_length() - 1
        if memory != 1 << size_bits or bits not in (None, size_bits):
            stay_out("memory")
        bits = size_bits
    parameters: dict[str, object] = {
        "mapping": "direct" if direct else "full" if full else "set",
        "ways": ways or 0,
        "comparators": bool(comparators),
    }
    understood = [("映射方式", "直接映射" if direct else "全相联映射" if full else f"{ways} 路组相联映射")]
    missing = []
    for name, value, label, shown, ask, form in (
        ("address", bits, "主存地址", f"{bits} 位", "主存地址是多少位？", "主存地址 {} 位"),
        ("data", data, "Cache 容量", size(data or 0), "Cache 容量有多大（如 64KB）？", "Cache 容量为 {}"),
        ("block", block, "块大小", size(block or 0), "一块有多大（如 64B）？", "块大小为 {}"),
    ):
        if value is not None:
            parameters[name] = value
            understood.append((label, shown))
        elif not (full and name == "data" and not comparators):
            missing.append(Missing(name, ask, form))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))
