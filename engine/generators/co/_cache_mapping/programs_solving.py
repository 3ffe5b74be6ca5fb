"""Programs that walk an array, run on a cache."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

from engine.generators.co._cache_mapping.loop_solving import misses_of
from engine.generators.kind import Parameters, Solution
from engine.generators.laws.topic import percentage
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_MOST = 1 << 17  # accesses; longer programs are left alone


def _blocks(parameters: Parameters, program: dict[str, Any]) -> list[int]:
    rows, columns, width = parameters["rows"], parameters["columns"], parameters["element"]
    outer, inner = (range(*one) for one in program["loops"])
    first = program["order"][0]
    limits = (outer[-1], inner[-1]) if first == 0 else (inner[-1], outer[-1])
    if not outer or not inner or limits[0] >= rows or limits[1] >= columns or len(outer) * len(inner) * program["accesses"] > _MOST:
        stay_out("beyond the array, or too long")
    base, block = parameters["base"], parameters["block"]
    across, down = (rows, 1) if parameters["columnwise"] else (1, columns)
    steps = (down, across) if first == 0 else (across, down)
    return [(base + (one * steps[0] + other * steps[1]) * width) // block for one in outer for other in inner]


def _run(parameters: Parameters, program: dict[str, Any]) -> tuple[int, int]:
    """(accesses, misses) of a program on an empty cache."""
    blocks = _blocks(parameters, program)
    lines = parameters["capacity"] // parameters["block"]
    ways = parameters["ways"] or lines
    policies = {"LRU": (True,), "FIFO": (False,)}.get(parameters["policy"], (True, False) if ways > 1 else (True,))
    found = {misses_of(blocks, lines // ways, ways, lru) for lru in policies}
    if len(found) != 1:
        stay_out("which block is replaced is not said")
    return len(blocks) * program["accesses"], found.pop()


def solve(parameters: Parameters) -> Solution:
    """Every element's first touch of an iteration is looked up in the cache; further touches of it hit."""
    block, capacity, element, base = (parameters[name] for name in ("block", "capacity", "element", "base"))
    lines = capacity // block
    ways = parameters["ways"] or lines
    if lines * block != capacity or lines < 1 or lines % ways or block % element or base % element:
        stay_out("lines")
    sets = lines // ways
    results = [_run(parameters, program) for program in parameters["programs"]]
    labels = [program["label"] or f"程序{'AB'[number]}" for number, program in enumerate(parameters["programs"])]
    if len(set(labels)) != len(labels):
        stay_out("two programs of one name")
    parts, steps = (
        [],
        [f"一块有 {block}/{element} = {block // element} 个元素，Cache 有 {lines} 行，{sets} {'行' if ways == 1 else '组'}。"],
    )
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
            parts.append("，".join(_rate(name, label if len(labels) > 1 else "", *one) for label, one in zip(labels, results, strict=True)))
    steps += [f"{label}：访问 {count} 次，缺失 {misses} 次。" for label, (count, misses) in zip(labels, results, strict=True)]
    answer = "；".join(parts)
    return Solution(
        answer=answer,
        steps=paragraphs(*steps, answer),
        also=_short(parameters, results, sets),
        conventions=(
            "Cache 初始为空，没有说首地址时数组从块的边界开始",
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
                + [[str(share) for share in shares[name]]]
            )
        elif name == "elements":
            forms.append([[str(_line_of(parameters, i, j, sets)[2]) for i, j in parameters["elements"]]])
        else:
            return ()
    return tuple(mark.join(value for values in chosen for value in values) for chosen in product(*forms) for mark in ("、", "，"))


def _rate(name: str, label: str, count: int, misses: int) -> str:
    share = Fraction(misses, count)
    said = {"rate": f"命中率 {percentage(1 - share)}", "miss rate": f"缺失率 {percentage(share)}", "misses": f"缺失 {misses} 次"}[name]
    return f"{label} {said}".strip()


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
