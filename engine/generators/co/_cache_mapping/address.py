"""The address in the cache of a main-memory address, with direct mapping: line and place in the line, the address's low bits."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import HEXADECIMAL, SIZE, Clauses, to_bytes, to_code
from engine.generators.markdown import paragraphs
from engine.generators.quantities import size
from engine.generators.reading import stay_out
from engine.generators.topic import Topic

TASK = "address in the cache"
_ADDRESS = re.compile(
    rf"(?:主存|内存|物理)?(?:单元)?地址(?:为|是)?\s*(?P<at>{HEXADECIMAL}|[0-9A-F]{{4,8}}(?=\s*\((?:十六进制|16进制|H)\)))\s*(?:\((?:十六进制|16进制|H)\))?(?:的)?(?:主存)?(?:单元|数据)?"
)
_ASKS = re.compile(
    r"(?:应|被|会|所)?(?:装入|映射|放入|调入|对应|存放)(?:到|在|至)?(?:的)?(?:Cache|缓存)(?:中)?(?:的)?(?:存储)?(?:单元)?地址(?:应)?(?:是|为)\s*(?:多少|\(\s*\)|(?=\s*[。,?;]|\s*$))"
)
_CACHE = re.compile(rf"(?:Cache|缓存)(?:的)?(?:数据区)?(?:容量|大小)?(?:为|是|有|=)*\s*(?P<size>{SIZE})", re.IGNORECASE)
_BLOCK = re.compile(rf"(?:Cache|主存|每)?(?:个)?(?:块|行)(?:的)?(?:大小|长度?|容量)?(?:为|是|有|=)*\s*(?P<size>{SIZE})", re.IGNORECASE)


class _Address(Topic):
    """A problem of one address."""

    words: ClassVar[str] = (
        "计算机 某 机 系统 主存 内存 Cache 缓存 高速缓存 地址 映像 映射 方式 直接映射 直接映像 采用 之间 与 和 按字节编址 字节编址 存储器 块 行 大小 容量 装入 主存地址 则 若 中"
    )
    ordinary: ClassVar[str] = GENERAL
    shortened = Clauses.shortened
    refused: ClassVar[str] = r"组相联|全相联|全映|按字编址|TLB|页|虚|标记|命中率"


def recognise(text: str) -> Recognition | None:
    """The cache's size, the block's, and an address whose place in the cache is asked for."""
    if not patterns.search("直接(?:地址)?(?:映射|映像|映象)", text):
        return None
    problem = _Address(text)
    problem.take_all(
        r"(?:主存|内存)?(?:与|和)?(?:Cache)?(?:地址)?(?:采用|之间采用)?直接(?:地址)?(?:映射|映像|映象)(?:方式)?|(?:某)?\d{1,2}\s*位(?:的)?(?:计算机|机器|微机|处理器)"
    )
    asked = problem.take_asked(_ASKS.pattern)
    address = problem.take(_ADDRESS.pattern)
    block = problem.take(_BLOCK.pattern)
    cache = problem.take(_CACHE.pattern)
    problem.settle()
    if len(asked) != 1 or address is None or cache is None or block is None:
        return None
    total, line = to_bytes(cache["size"]), to_bytes(block["size"])
    where = to_code(address["at"] if patterns.search("[xXhH]", address["at"]) else f"{address['at']}H")
    if total & (total - 1) or line & (line - 1) or not 1 < line < total:
        stay_out("no powers of two")
    return Recognition(
        parameters={"task": TASK, "cache": total, "block": line, "where": where},
        understood=(
            ("Cache 容量", size(total)),
            ("块大小", size(line)),
            ("映射方式", "直接映射"),
            ("求", f"主存地址 {where:X}H 装入 Cache 的地址"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The low bits of the address, as many as the cache's size has."""
    total, line, where = parameters["cache"], parameters["block"], parameters["where"]
    bits, inner = total.bit_length() - 1, line.bit_length() - 1
    place = where % total
    code = f"{place:0{bits}b}"
    return Solution(
        answer=f"{code}（{place:X}H）",
        also=(code, f"{place:X}H"),
        steps=paragraphs(
            f"Cache 容量 {size(total)}，Cache 地址 {bits} 位：行号 {bits - inner} 位，块内地址 {inner} 位。",
            f"直接映射时主存地址的低 {bits} 位就是 Cache 地址：`{where:X}H` 的低 {bits} 位是 {code[: bits - inner]} {code[bits - inner :]}，"
            f"行号 {place >> inner}，块内地址 {place % line}。",
        ),
        conventions=("按字节编址",),
    )
