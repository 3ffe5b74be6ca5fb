"""Solving cache problems: the fields of an address, where one goes, the capacity with tags."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._cache_mapping import time_solving as cache_time_solver
from engine.generators.co._cache_mapping.simulator import Cache, division, field_drawing
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import numbered, paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def solve(parameters: Parameters) -> Solution:
    """The answer to what the readers of this kind read."""
    if "task" in parameters:
        others = {"index": _solve_index, "total": _solve_total, "sets": _solve_sets}
        return others.get(parameters["task"], cache_time_solver.solve)(parameters)
    block = parameters["block"]
    data = parameters.get("data", block)
    lines = data // block
    ways = {"direct": 1, "full": lines, "set": parameters["ways"]}[parameters["mapping"]]
    cache = Cache(parameters["address"], data, block, ways)
    if any(value < 1 or value & (value - 1) for value in (data, block, ways)) or ways > lines or cache.tag_bits < 1 or cache.address > 64:
        stay_out("not powers of two")
    if parameters["mapping"] == "set" and ways in (1, lines):
        stay_out("set association with one way or one set")
    said = {
        "address": f"主存地址 {cache.address} 位",
        "tag": f"标记 {cache.tag_bits} 位",
        "set": f"{'行号' if ways == 1 else '组号'} {cache.set_bits} 位",
        "offset": f"块内地址 {cache.offset_bits} 位",
    }
    if parameters["mapping"] == "full":
        del said["set"]
    named = parameters.get("named") or [name for name in said if name != "address" or parameters.get("says_address")]
    if {"tag", "set", "offset"} <= {*named, *({"set"} if parameters["mapping"] == "full" else set())}:
        named = [name for name in said if name in named]
    if not set(named) <= set(said):
        stay_out("no such field")
    if (only := parameters.get("only")) in said:
        named = [only]
    parts = [said[name] for name in named]
    if parameters.get("comparators"):
        parts.append(f"比较器 {ways} 个")
    working = division(cache)
    if parameters["mapping"] == "full":
        working = [working[0], "全相联映射没有组号，其余都是标记", f"标记：{cache.address} − {cache.offset_bits} = {cache.tag_bits} 位"]
    if parameters.get("comparators"):
        working.append(f"一次要同时比较的标记有 {ways} 个，用 {ways} 个 {cache.tag_bits} 位的比较器")
    return Solution(
        answer="，".join(parts),
        also=(said[only].split(" ", 1)[1],) if only in said else (),
        steps=numbered(working),
        conventions=("按字节编址，1 KB = 1024 B",),
        drawing=field_drawing(cache),
    )


def _solve_index(parameters: Parameters) -> Solution:
    block, data = parameters["block"], parameters["data"]
    ways = 1 if parameters["mapping"] == "direct" else parameters["ways"]
    lines = data // block
    if ways > lines or ways & (ways - 1):
        stay_out("not powers of two")
    cache = Cache(parameters.get("address", 32), data, block, ways)
    number = parameters["number"] if parameters["number"] is not None else parameters["where"] // block
    if "address" in parameters and number >> (cache.address - cache.offset_bits):
        stay_out("outside the memory")
    index = number % cache.sets
    what = "行" if ways == 1 else "组"
    answer = f"第 {index} {what}"
    steps = [
        f"主存块号为 {parameters['where']} ÷ {block} 取整，即 {number}。" if parameters["number"] is None else "",
        f"Cache 有 {cache.lines} 行，{cache.sets} 个{what}，{number} 除以 {cache.sets} 的余数是 {index}，装入第 {index} {what}",
    ]
    if parameters["fields"]:
        answer += f"，标记 {cache.tag_bits} 位，{what}号 {cache.set_bits} 位，块内地址 {cache.offset_bits} 位"
    return Solution(
        answer=answer,
        steps=paragraphs(*steps),
        also=(f"{index}", f"第 {index} {what}", f"{index} {what}"),
        conventions=(f"{what}号从 0 开始",),
    )


def _solve_sets(parameters: Parameters) -> Solution:
    lines, ways = parameters["lines"], parameters["ways"]
    answer = f"{lines // ways} 组"
    return Solution(answer=answer, steps=paragraphs(f"Cache 有 {lines} 行，每组 {ways} 行。", f"{lines} ÷ {ways}，共 {answer}"))


def _solve_total(parameters: Parameters) -> Solution:
    block, data = parameters["block"], parameters["data"]
    lines = data // block
    ways = {"direct": 1, "full": lines, "set": parameters["ways"]}[parameters["mapping"]]
    if ways > lines or ways & (ways - 1):
        stay_out("not powers of two")
    cache = Cache(parameters["address"], data, block, ways)
    extra = parameters["flags"]
    total = cache.total_bits(extra)
    answer = f"{total} 位"
    if parameters["fields"]:
        place = f"，{'行' if ways == 1 else '组'}号 {cache.set_bits} 位" if cache.sets > 1 else ""
        others = f"{place}，块内地址 {cache.offset_bits} 位" if parameters.get("all fields") else ""
        answer = f"标记 {cache.tag_bits} 位{others}，总容量 {answer}"
    return Solution(
        answer=answer,
        steps=paragraphs(
            numbered(division(cache)),
            f"每行有 8×{block} + {cache.tag_bits} + {extra} = {8 * block + cache.tag_bits + extra} 位，共 {cache.lines} 行。",
            f"总容量为 {cache.lines}×{8 * block + cache.tag_bits + extra} = {total} 位",
        ),
        also=(
            f"{decimal(Fraction(total, 1024), 3)} Kbit",
            f"{decimal(Fraction(total, 1024), 2, keep_zeros=True)} Kbit",
            f"{decimal(Fraction(total, 1024), 3)}K 位",
            f"{decimal(Fraction(total, 8))} B",
            f"{decimal(Fraction(total, 8192), 3)} KB",
        ),
        conventions=(f"每行的有效位、修改位等共 {extra} 位", "1 KB = 1024 B"),
        drawing=field_drawing(cache),
    )
