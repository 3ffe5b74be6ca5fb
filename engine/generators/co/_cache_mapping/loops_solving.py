"""Programs that walk an array, run on a cache."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

from engine.generators.kind import Parameters, Solution
from engine.generators.laws.topic import percentage
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASK = "programs"
_MOST = 1 << 17  # accesses; longer programs are left alone


def _misses(blocks: list[int], sets: int, ways: int, lru: bool) -> int:
    """How many of the blocks are not there when they are accessed; as `simulator.run`, for long loops."""
    lines: list[dict[int, None]] = [{} for _ in range(sets)]
    count = 0
    for block in blocks:
        held = lines[block % sets]
        if block in held:
            if lru:
                del held[block]
                held[block] = None
            continue
        count += 1
        if len(held) == ways:
            del held[next(iter(held))]
        held[block] = None
    return count


def _blocks(parameters: Parameters, program: dict[str, Any]) -> list[int]:
    """The block of every element that the loops touch, in order."""
    width, base, block = parameters["element"], parameters["base"], parameters["block"]
    ranges = [range(*one) for one in program["loops"]]
    total = program["accesses"]
    for one in ranges:
        total *= len(one)
    if not 0 < total <= _MOST:
        stay_out("too long a loop")
    if len(ranges) == 1:
        return [(base + place * width) // block for place in ranges[0]]
    outer, inner = ranges
    first = program["order"][0]
    ends = [end for _, end, _ in program["loops"]]
    if parameters["rows"] is None and first and ends[0] != ends[1]:
        stay_out("how long a row is")
    rows, columns = parameters["rows"] or ends[first], parameters["columns"] or ends[1 - first]
    limits = (outer[-1], inner[-1]) if first == 0 else (inner[-1], outer[-1])
    if limits[0] >= rows or limits[1] >= columns:
        stay_out("beyond the array")
    across, down = (rows, 1) if parameters["columnwise"] else (1, columns)
    steps = (down, across) if first == 0 else (across, down)
    return [(base + (one * steps[0] + other * steps[1]) * width) // block for one in outer for other in inner]


def _run(parameters: Parameters, program: dict[str, Any]) -> tuple[int, int]:
    """(accesses, misses) of a program on an empty cache, which what is not said of the cache must not change."""
    blocks = _blocks(parameters, program)
    if parameters["capacity"] is None:
        found = {_misses(blocks, 1, 1, lru=True), len(set(blocks))}
    else:
        lines = parameters["capacity"] // parameters["block"]
        found = set()
        for ways in (1, lines) if parameters["ways"] is None else (parameters["ways"] or lines,):
            policies = {"LRU": (True,), "FIFO": (False,)}.get(parameters["policy"], (True, False) if ways > 1 else (True,))
            found |= {_misses(blocks, lines // ways, ways, lru) for lru in policies}
    if len(found) != 1:
        stay_out("the result depends on what is not said")
    return len(blocks) * program["accesses"], found.pop()


def solve(parameters: Parameters) -> Solution:
    """Every element's first touch of an iteration is looked up in the cache; further touches of it hit."""
    block, capacity, element, base = (parameters[name] for name in ("block", "capacity", "element", "base"))
    steps = [f"一块有 {block}/{element} = {block // element} 个元素。"]
    sets = lines = ways = 1
    if block % element or base % element:
        stay_out("elements across blocks")
    if capacity is not None:
        lines = capacity // block
        ways = parameters["ways"] or lines
        if lines * block != capacity or lines < 1 or lines % ways:
            stay_out("lines")
        sets = lines // ways
        grouped = "" if parameters["ways"] is None else f"，{sets} {'行' if ways == 1 else '组'}"
        steps = [f"{steps[0][:-1]}，Cache 有 {lines} 行{grouped}。"]
    if {"total", "elements"} & set(parameters["asked"]) and (capacity is None or parameters["ways"] is None):
        stay_out("how blocks are mapped is not said")
    results = [_run(parameters, program) for program in parameters["programs"]]
    labels = [program["label"] or f"程序{'AB'[number]}" for number, program in enumerate(parameters["programs"])]
    if len(set(labels)) != len(labels):
        stay_out("two programs of one name")
    parts = []
    for name in parameters["asked"]:
        if name == "total":
            tag = parameters["address"] - (block.bit_length() - 1) - (sets.bit_length() - 1)
            total = lines * (1 + tag + 8 * block)
            steps.append(f"每行有 1 位有效位、{tag} 位标记和 {8 * block} 位数据，共 {lines}×(1 + {tag} + {8 * block}) = {total} 位。")
            parts.append(f"总容量 {total} 位（{decimal(Fraction(total, 8))} B）")
        elif name == "elements":
            parts.append("，".join(_place(parameters, i, j, sets, "行" if ways == 1 else "组", steps) for i, j in parameters["elements"]))
        elif name == "faster":
            if len(results) != 2 or results[0][0] != results[1][0] or results[0][1] == results[1][1]:
                stay_out("no program is faster")
            parts.append(f"{labels[0 if results[0][1] < results[1][1] else 1]} 的执行时间更短")
        else:
            alone = len(labels) == len(parameters["asked"]) == 1
            parts.append(
                "，".join(_said(name, label if len(labels) > 1 else "", *one, alone) for label, one in zip(labels, results, strict=True))
            )
    steps += [f"{label}：访问 {count} 次，缺失 {misses} 次。" for label, (count, misses) in zip(labels, results, strict=True)]
    answer = "；".join(parts)
    return Solution(
        answer=answer,
        steps=paragraphs(*steps, answer),
        also=_short(parameters, results, sets),
        conventions=(
            "数组从块的边界开始（没有说首地址时），Cache 初始为空，写缺失时也调入（写分配）",
            *(("每行有 1 位有效位",) if "total" in parameters["asked"] else ()),
        ),
    )


def _short(parameters: Parameters, results: list[tuple[int, int]], sets: int) -> tuple[str, ...]:
    """The values alone, as options have them."""
    shares = {
        "rate": [1 - Fraction(misses, count) for count, misses in results],
        "miss rate": [Fraction(misses, count) for count, misses in results],
    }
    forms: list[list[list[str]]] = []
    for name in parameters["asked"]:
        if name in shares:
            forms.append(
                [[f"{decimal(share * 100, places)}%" for share in shares[name]] for places in (1, 2, 3)]
                + [[decimal(share, places) for share in shares[name]] for places in (2, 3, 4)]
                + [[str(share) for share in shares[name]]]
            )
        elif name == "elements":
            forms.append([[str(_line_of(parameters, i, j, sets)[2]) for i, j in parameters["elements"]]])
        else:
            return ()
    return tuple(mark.join(value for values in chosen for value in values) for chosen in product(*forms) for mark in ("、", "，"))


def _said(name: str, label: str, count: int, misses: int, alone: bool) -> str:
    share = Fraction(misses, count)
    what, value = {
        "rate": ("命中率", percentage(1 - share)),
        "miss rate": ("缺失率", percentage(share)),
        "misses": ("缺失", f"{misses} 次"),
        "hits": ("命中", f"{count - misses} 次"),
        "accesses": ("访问", f"{count} 次"),
    }[name]
    return value.removesuffix(" 次") if alone else f"{label} {what} {value}".strip()


def _line_of(parameters: Parameters, i: int, j: int, sets: int) -> tuple[int, int, int]:
    """(the element's number, its address, the line or set of its block)."""
    rows, columns = parameters["rows"], parameters["columns"]
    if i >= rows or j >= columns:
        stay_out("no such element")
    number = j * rows + i if parameters["columnwise"] else i * columns + j
    where = parameters["base"] + number * parameters["element"]
    return number, where, where // parameters["block"] % sets


def _place(parameters: Parameters, i: int, j: int, sets: int, what: str, steps: list[str]) -> str:
    number, where, line = _line_of(parameters, i, j, sets)
    name = f"{parameters['array']}[{i}][{j}]"
    steps.append(
        f"{name} 的地址为 {parameters['base']} + {number}×{parameters['element']} = {where}，块号 {where // parameters['block']}，在第 {line} {what}。"
    )
    return f"{name} 在第 {line} {what}"
