"""Reading and solving problems about the hits of a sequence of accesses to a cache."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cache_mapping.sequence.words import HARMLESS, LINE, mapping_said
from engine.generators.co._cache_mapping.simulator import hits, over_time, run, trace_table
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import SIZE, Clauses, to_bytes
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, SEPARATOR, to_count, to_ints


def sequence(text: str) -> Recognition | None:
    """How often a sequence of blocks, or of addresses, hits a cache that is empty at first."""
    reading = Clauses(text)
    reading.refuse(
        r"虚|页|TLB|快表|多级|L1|L2|时间|周期|速度|写分配|循环|for|程序段|数组|预取|已(?:经)?装|装有|如图|OPT|最佳|随机|LFU|时钟|H(?![A-Za-z])|0x"
    )
    reading.take_all(r"(?:均|都)?按字节(?:编址|寻址)?|字节编址")
    bytewise = "字节" in reading.text
    modulus = reading.take_one(
        r"(?:主存)?(?:块|第)?\s*[ij]\s*(?:号)?(?:块|主存块)?(?:应|可|就|被)*(?:映射|装入|放|调入|存放?)(?:到|入|在)?(?:Cache)?(?:的|中)?第?\s*\(?\s*[ij]\s*mod\s*(?P<value>\d+)\s*\)?\s*(?:号)?(?:组|行|块)",
        int,
    )
    order = reading.take(
        rf"(?:(?:主存)?(?:的)?(?:块号|块|地址|单元|访问|页面)*(?:序列|流|顺序|次序)?(?:依次)?(?:分别)?(?:为|是|:|\(十进制\)|\s)*)(?P<list>(?<![\d.A-Za-z])\d+(?:{SEPARATOR}\d+){{4,}})(?![\d.]|\s*[行组块路位])(?:号)?(?:单元|地址)?"
    )
    if order is None:
        return None
    shape = mapping_said(reading)
    policies = reading.take_words(
        (
            (
                r"(?:采用|使用|用|按|并)?(?:近期最少使用|最近最少使用|最近最久未使用|最久未使用)?\(?LRU\)?(?:\(?(?:近期|最近)最(?:少|久未)使用\)?)?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?|(?:近期|最近)最(?:少|久未)使用(?:的)?(?:替换)?(?:算法)?",
                "LRU",
            ),
            (r"(?:采用|使用|用|按)?(?:FIFO|先进先出)(?:\((?:FIFO|先进先出)\))?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?", "FIFO"),
        )
    )
    reading.take_all(
        r"(?:Cache|缓存)?(?:初始(?:状态|时|化)?|开始(?:时)?|起始|一开始|原来|最初)(?:时)?(?:Cache|缓存)?(?:的)?(?:都|均|全|内容)?(?:为|是)?空(?:的|闲)?(?:状态)?|初态(?:为)?空|空的Cache|冷启动"
    )
    by_address = bool(
        patterns.search("地址|单元", order[0])
        or (reading.has("地址(?:序列|流)|(?:依次)?访问(?:的)?(?:主存)?(?:的)?(?:地址|单元)") and not patterns.search("块", order[0]))
    )
    values = reading.assign(
        (
            Role(
                name="data",
                quantity=SIZE,
                read=to_bytes,
                before=r"Cache(?:的)?(?:数据区|数据)*(?:的)?(?:容量|大小)?|缓存(?:容量|大小)?|数据区(?:容量|大小)?",
                after=r"(?:的)?(?:Cache|缓存)",
            ),
            Role(
                name="block",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:主存|内存|Cache|数据|每个?|一个?)*(?:块|行)(?:的)?(?:大小|长度?|容量)?",
            ),
            Role(
                name="lines",
                quantity=LINE,
                read=to_count,
                before=r"Cache|缓存|共有|总共|容量|大小",
                after=r"(?:的)?(?:Cache|缓存)",
                alone=True,
            ),
            Role(name="sets", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
        )
    )
    asked = reading.asked(
        (
            (r"(?:Cache)?(?:的)?命中率|命中(?:的)?(?:概率|比例)", "rate"),
            (r"(?:缺失|不命中|未命中|失效|没命中)(?:率|的比例)", "missed rate"),
            (r"(?:缺失|不命中|未命中|失效|没命中)(?:了)?(?:Cache)?(?:的)?(?:次数|多少次|几次|总数|数)?", "misses"),
            (r"(?:共|总共|一共|会)*命中(?:了)?(?:Cache)?(?:的)?(?:次数|多少次|几次|总数|数)?", "hits"),
        )
    )
    reading.finish(HARMLESS)
    if len(asked) != 1 or shape is None or len(policies) > 1:
        return None
    mapping, ways = shape
    lines, sets = values.get("lines"), values.get("sets")
    if "data" in values:
        if "block" not in values or values["data"] % values["block"]:
            return None
        whole = values["data"] // values["block"]
        if lines not in (None, whole):
            return None
        lines = whole
    elif "block" in values and not by_address and not bytewise:
        return None
    if sets is not None:
        if mapping == "set":
            if lines not in (None, sets * ways):
                return None
            lines = sets * ways
        elif mapping == "sets" and lines is not None and lines % sets == 0:
            mapping, ways = "set", lines // sets
        else:
            return None
    if lines is None or mapping == "sets":
        return None
    ways = {"direct": 1, "full": lines, "set": ways}[mapping]
    if lines % ways or ways < 1 or lines > 64 or (modulus is not None and modulus != lines // ways):
        return None
    if ways > 1 and not policies:
        return None
    blocks = list(to_ints(order["list"]))
    addresses: list[int] = []
    if by_address:
        if "block" not in values or not bytewise:
            return None
        addresses, blocks = blocks, [address // values["block"] for address in blocks]
    if len(blocks) > 40:
        return None
    understood = (
        (
            "Cache",
            f"{lines} 行，{ {'direct': '直接映射', 'full': '全相联映射', 'set': f'{ways} 路组相联映射'}[mapping] }".replace("  ", " "),
        ),
        ("替换算法", policies[0] if policies and ways > 1 else "不需要"),
        ("访问的主存块", listed(blocks)),
    )
    return Recognition(
        parameters={
            "task": "hits",
            "sets": lines // ways,
            "ways": ways,
            "blocks": blocks,
            "addresses": addresses,
            "lru": policies != ["FIFO"],
            "asked": asked[0],
        },
        understood=understood,
    )


def solve(parameters: Parameters) -> Solution:
    """Hits, misses or their rate, with the table of the accesses."""
    blocks, sets, ways = parameters["blocks"], parameters["sets"], parameters["ways"]
    trace = run(blocks, sets, ways, lru=parameters["lru"])
    count = hits(trace) if parameters["asked"] in ("hits", "rate") else len(blocks) - hits(trace)
    share = Fraction(count, len(blocks))
    what = "命中" if parameters["asked"] in ("hits", "rate") else "缺失"
    answer = f"{what} {count} 次"
    also = [f"{count}"]
    if parameters["asked"] in ("rate", "missed rate"):
        answer = f"{what}率{'' if is_exact(share * 100) else '约'} {decimal(share * 100)}%"
        also = [f"{decimal(share * 100, 1)}%", f"{decimal(share, 2)}", f"{count}/{len(blocks)}", f"{share.numerator}/{share.denominator}"]
    opening = f"共 {sets} {'行' if ways == 1 else '组'}，块号除以 {sets} 的余数是{'行' if ways == 1 else '组'}号。"
    if parameters["addresses"]:
        opening = f"地址依次在主存块 {listed(blocks)} 中。" + opening
    closing = f"共访问 {len(blocks)} 次，命中 {hits(trace)} 次：{answer}"
    return Solution(
        answer=answer,
        steps=paragraphs(opening, trace_table(trace, ways) if len(trace) <= 24 else "", closing),
        also=tuple(also),
        conventions=("Cache 初始为空",),
        drawing=over_time(trace, ways) if len(trace) <= 16 and sets * ways <= 16 else None,
    )
