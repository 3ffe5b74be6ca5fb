"""Sequences of blocks and arrays passed over: how often a cache is hit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._cache_mapping.simulator import hits, over_time, run, trace_table
from engine.generators.co._cache_mapping.words import CACHE, LINE, MAPPING, MISS, WORDS, sets
from engine.generators.kind import Solution
from engine.generators.laws.clauses import SIZE, to_bytes
from engine.generators.laws.solving import worked
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, percentage, restored, whole
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, SEPARATOR, stay_out, to_count, to_ints


def _listed(match: re.Match[str]) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in to_ints(match["list"]))


def _hits(blocks: Sequence[Fraction], sets: Fraction, ways: Fraction, lru: Fraction) -> Fraction:
    return Fraction(hits(run([int(block) for block in blocks], int(sets), int(ways), lru=bool(lru))))


def _blocks_of(addresses: Sequence[Fraction], block: Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(int(address) // int(block)) for address in addresses)


_CODES = re.compile(
    r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{1,8}|\d[0-9A-Fa-f]{0,8}[Hh])(?:\s*[,、]\s*(?:0x[0-9A-Fa-f]{1,8}|\d[0-9A-Fa-f]{0,8}[Hh])){4,}(?![0-9A-Za-z])"
)


def _in_decimal(text: str) -> str:
    """Addresses in hexadecimal in decimal; another mapping as another case."""

    def row(match: re.Match[str]) -> str:
        return "地址序列" + ",".join(
            str(int(code.lower().removeprefix("0x").rstrip("h"), 16)) for code in patterns.split(r"\s*[,、]\s*", match[0])
        )

    return patterns.sub(r"(?<=[,;。?!:])\s*(?:使用|采用|用)(?=(?:直接|全|组|[二两四八\d]路)(?:相联|映))", "若采用", _CODES.sub(row, text))


def _without_replacing(blocks: Sequence[Fraction], sets: Fraction, ways: Fraction) -> Fraction | None:
    """The hits where no block has to be replaced."""
    places = {int(block) for block in blocks}
    fullest = max(sum(1 for one in places if one % int(sets) == place) for place in {one % int(sets) for one in places})
    return _hits(blocks, sets, ways, Fraction(1)) if fullest <= ways else None


def _rounds(match: re.Match[str]) -> tuple[Fraction, ...]:
    """The blocks of a loop, round after round."""
    groups = match.groupdict()
    if groups.get("count"):
        first, last = 0, int(groups["count"]) - 1
    else:
        first, last = int(groups["start"]), int(groups["end"])
        if groups["first"] and int(groups["first"]) != first:
            stay_out("another beginning")
    rounds = int(match["rounds"])
    if not first <= last or (last - first + 1) * rounds > 4000:
        stay_out("too long")
    return tuple(Fraction(block) for _ in range(rounds) for block in range(first, last + 1))


SEQUENCE = Topic(
    name="cache sequence",
    about=rf"(?:{CACHE}|相联|映射)[\s\S]*(?:\d(?:{SEPARATOR}\d+){{4}}|循环)",
    guard=r"虚|页|TLB|快表|二级|L1|L2|写分配|for|数组|预取|已(?:经)?装|OPT|最佳|随机|LFU|时钟|[\dA-F]H(?![A-Za-z])|0x|各?字段|分别换出|装有",
    prepared=_in_decimal,
    told=(
        *MAPPING,
        Told(
            "lru",
            r"(?:采用|使用|用|按|并)*(?:近期最少使用|最近最少使用|最近最久未使用|最久未使用)?\(?LRU\)?(?:\(?(?:近期|最近)最(?:少|久未)使用\)?)?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?|(?:近期|最近)最(?:少|久未)使用(?:的)?(?:替换)?(?:算法)?",
            1,
        ),
        Told("lru", r"(?:采用|使用|用|按|并)*(?:FIFO|先进先出)(?:\((?:FIFO|先进先出)\))?(?:的)?(?:替换|置换|淘汰)?(?:算法|策略|法)?", 0),
        Told(
            "blocks_told",
            r"(?:循环)(?:依次|顺序)?(?:访问|读)\s*(?P<count>\d{1,3})\s*个(?:不同的?|连续的?|相邻的?)*(?:主存)?块[,]?(?:重复|共|循环|反复)*\s*(?P<rounds>\d{1,3})\s*(?:轮|遍|次)",
            _rounds,
        ),
        Told(
            "blocks_told",
            r"(?:从(?:主存)?(?:第)?\s*(?P<first>\d+)\s*号?(?:单元|块)?开始)?(?:循环|反复)(?:依次|顺序)?(?:访问|读)(?:主存)?\s*(?P<start>\d+)(?:号)?\s*(?:~|-|到|至)+\s*(?P<end>\d+)\s*号?(?:单元|块|字)?[,]?(?:共|重复)?\s*(?P<rounds>\d{1,3})\s*(?:轮|遍|次)",
            _rounds,
        ),
        Told("one_word", r"块(?:的)?(?:大小|长)(?:为|是|都|就|只|有|仅)*\s*(?:1|一)\s*个?字(?!节)|每块\s*(?:1|一)个?字(?!节)", 1),
        Told("lines_in_words", rf"{CACHE}(?:的)?(?:容量|大小)(?:为|是)?\s*(?P<value>\d+)\s*个?字(?!节)", whole),
        Told(
            "modulus",
            r"(?:主存)?(?:块|第)?\s*[ij]\s*(?:号)?(?:块|主存块)?(?:应|可|就|被)*(?:映射|装入|放|调入|存放?)(?:到|入|在)?(?:Cache)?(?:的|中)?第?\s*\(?\s*[ij]\s*mod\s*(?P<value>\d+)\s*\)?\s*(?:号)?(?:组|行|块)",
            whole,
        ),
        Told(
            "addresses",
            rf"(?<!块)(?:字节)?(?<!块)(?:地址|单元)(?:序列|流|依次|分别|为|是|:|\(十(?:六)?进制\)|访问|顺序|\s)*(?P<list>(?<![\d.A-Za-z])\d+(?:{SEPARATOR}\d+){{4,}})(?![\d.]|\s*[行组块路位])(?:号)?(?:单元)?",
            _listed,
        ),
        Told(
            "blocks_told",
            rf"(?:(?:主存)?(?:的)?(?:块号|块地址|块|访问|页面)*(?:序列|流|顺序|次序)?(?:依次|分别|为|是|:|\(十进制\)|\s)*)(?P<list>(?<![\d.A-Za-z])\d+(?:{SEPARATOR}\d+){{4,}})(?![\d.]|\s*[行组块路位])(?:号)?(?:块)?",
            _listed,
        ),
    ),
    passed=(
        r"(?:(?:Cache|缓存)?(?:和|与)(?:主存|内存)|(?:主存|内存)(?:和|与)Cache)(?:之?间)?(?:以(?:字)?块为单位)?(?:交换|传送|传输)(?:数据|信息)?的?(?:单位|数据)?(?=块|,|;|\ue000)",
        r"(?:Cache|缓存)?(?:初始(?:状态|时|化)?|开始(?:时)?|起始|一开始|原来|最初)(?:时)?(?:Cache|缓存)?(?:的)?(?:都|均|全|内容)?(?:为|是)?空(?:的|闲)?(?:状态)?|空(?:的)?cache|初态(?:为)?空|冷启动|只(?=有\s*\d+\s*个?行)",
        r"(?:主存)?(?:按字节|按字)(?:编址)?(?:的)?(?:机器|计算机|存储器)?|(?:一开始|开始|最初|起初|初始)(?:时)?(?:就)?(?:是|为)空(?:的)?|(?<=\ue000)\+(?=\ue000)|(?:第)?\s*[ij]\s*(?:号)?(?:主存)?块",
    ),
    roles=(
        Role(
            name="data",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{CACHE}(?:的)?(?:数据区|数据)?(?:的)?(?:容量|大小)?",
            after=rf"(?:的)?{CACHE}",
        ),
        Role(
            name="block", quantity=SIZE, read=to_bytes, before=r"(?:主存|内存|Cache|数据|每个?|一个?)*(?:块|行)(?:的)?(?:大小|长度?|容量)?"
        ),
        Role(name="lines", quantity=LINE, read=to_count, alone=True),
        Role(name="sets_told", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
    ),
    asks=(
        (rf"(?:{CACHE})?(?:的)?命中率(?:是|为)?(?:多少)?(?:\([^()]{{0,12}}\))?", "rate"),
        (rf"(?:{MISS})率(?:是|为)?(?:多少)?", "miss_rate"),
        (rf"(?:共|总共)?(?:{MISS})(?:了|次数|共|Cache)*(?:多少次|几次|多少|数)?", "misses"),
        (r"(?:共|总共|会|Cache)*命中(?:Cache)?的次数(?:是|为)?(?:多少)?", "hits"),
        (r"(?:共|总共|会|Cache)*命中(?:了|次数|共|Cache|总)*(?:多少次|几次|多少|数)?(?:Cache)?", "hits"),
    ),
    laws=(
        Law("blocks", ("blocks_told",), lambda blocks: blocks),
        Law("blocks", ("addresses", "block"), _blocks_of, "地址除以块大小取整得块号"),
        Law("blocks", ("addresses", "one_word"), lambda addresses, _: addresses, "一块一个字，地址就是块号"),
        Law("all_lines", ("lines",), lambda lines: lines),
        Law("all_lines", ("data", "block"), lambda data, block: data / block if data % block == 0 else None),
        Law("all_lines", ("lines_in_words", "one_word"), lambda words, _: words),
        Law("all_lines", ("sets_told", "mapping"), lambda sets, mapping: sets * mapping if mapping else None),
        Law("sets", ("all_lines", "mapping"), sets),
        Law("ways", ("all_lines", "sets"), lambda lines, sets: lines / sets),
        Law("policy", ("lru",), lambda lru: lru),
        Law("policy", ("ways",), lambda ways: 1 if ways == 1 else None),
        Law("hits", ("blocks", "sets", "ways", "policy"), _hits, "逐个访问，块号除以组数的余数定组"),
        Law("hits", ("blocks", "sets", "ways"), _without_replacing, "逐个访问，块号除以组数的余数定组；没有块要替换"),
        Law("misses", ("blocks", "hits"), lambda blocks, found: len(blocks) - found, "不命中次数为访问次数 − 命中次数"),
        Law("rate", ("blocks", "hits"), lambda blocks, found: found / len(blocks), "命中率为命中次数 ÷ 访问次数"),
        Law("miss_rate", ("rate",), lambda rate: 1 - rate),
    ),
    shown={
        "blocks": Quantity("访问的块", lambda values: "、".join(str(value) for value in values)),
        "blocks_told": Quantity("访问的块", lambda values: "、".join(str(value) for value in values)),
        "mapping": Quantity("映射", lambda value: {0: "全相联", 1: "直接映射"}.get(int(value), f"{value} 路组相联")),
        "lines": Quantity("Cache", counted("行")),
        "lru": Quantity("替换", lambda value: "LRU" if value else "FIFO"),
        "sets": Quantity("共", counted("组")),
        "hits": Quantity("命中", counted("次"), lambda value: (f"{value}",), named=True),
        "misses": Quantity("缺失", counted("次"), lambda value: (f"{value}",), named=True),
        "rate": Quantity(
            "命中率",
            percentage,
            lambda value: (f"{decimal(value * 100, 1)}%", f"{value.numerator}/{value.denominator}", decimal(value, 2)),
            named=True,
        ),
        "miss_rate": Quantity(
            "缺失率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", f"{value.numerator}/{value.denominator}"), named=True
        ),
    },
    words=WORDS,
    idle=frozenset({"lru", "block", "sets_told", "modulus", "one_word"}),
    marks=(("loop", "循环"), ("units", "单元|号字")),
    conventions=("Cache 初始为空",),
    check=lambda facts: _sequence_check(facts),
)


def _sequence_check(facts: Facts) -> None:
    if any(facts.get(name, facts.get("sets")) != facts.get("sets") for name in ("sets_told", "modulus")):
        stay_out("lines")
    if facts.get("loop") and facts.get("units") and not facts.get("one_word") and "block" not in facts:
        stay_out("units and blocks")
    if facts.get("units") and facts.get("loop") and "block" in facts:
        stay_out("addresses of a loop")


def with_table(solution: Solution, scene: Mapping[str, Any]) -> Solution:
    """The solution of one question with the table of its accesses, and their drawing where they are few."""
    facts = {name: restored(value) for name, value in scene["facts"].items()}
    blocks, sets, ways = (worked(SEQUENCE, facts, name) for name in ("blocks", "sets", "ways"))
    if blocks is None or sets is None or len(blocks) > 24:
        return solution
    trace = run([int(block) for block in blocks], int(sets), int(ways), lru=bool(facts.get("lru", 1)))
    opening = f"共 {sets} {'行' if ways == 1 else '组'}，块号除以 {sets} 的余数是{'行' if ways == 1 else '组'}号。"
    closing = f"共访问 {len(blocks)} 次，命中 {hits(trace)} 次：{solution.answer}"
    return replace(
        solution,
        steps=paragraphs(opening, trace_table(trace, int(ways)), closing),
        drawing=over_time(trace, int(ways)) if len(trace) <= 16 and sets * ways <= 16 else None,
    )
