"""Addresses and indices of stored elements: the working and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from engine.generators.ds._array_address.places import FULL, LOWER, UPPER, at_place, before, total
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out

_ORDERS = {True: "按行", False: "按列"}


def shown(index: Sequence[int]) -> str:
    """An element's indices: `(3, 5)`."""
    return f"({listed(index)})"


def counting(shape: str, by_rows: bool, index: Sequence[int], bounds: Sequence[Sequence[int]]) -> str:
    """How many elements are stored before one, as it is counted on paper."""
    pairs = [(least, most) for least, most in bounds]
    count = before(shape, by_rows, index, pairs)
    offsets = [at - least for at, (least, _) in zip(index, pairs, strict=True)]
    sizes = [most - least + 1 for least, most in pairs]
    if not by_rows:
        offsets.reverse()
        sizes.reverse()
        shape = {LOWER: UPPER, UPPER: LOWER}.get(shape, shape)
    line = "行" if by_rows else "列"
    if shape == FULL and len(sizes) == 2:
        return f"前面有 {offsets[0]} {line}、每{line} {sizes[1]} 个，本{line}前面有 {offsets[1]} 个：{offsets[0]} × {sizes[1]} + {offsets[1]} = {count} 个。"
    if len(sizes) == 1:
        return f"前面有 {count} 个元素。"
    if shape == FULL:
        return f"前面有 ({offsets[0]} × {sizes[1]} + {offsets[1]}) × {sizes[2]} + {offsets[2]} = {count} 个元素。"
    first, second = offsets
    if shape == LOWER:
        return f"前面 {first} {line}共 {first} × ({first} + 1) / 2 = {first * (first + 1) // 2} 个，本{line}前面有 {second} 个，合计 {count} 个。"
    if shape == UPPER:
        rest = first * sizes[0] - first * (first - 1) // 2
        return f"前面 {first} {line}依次有 {sizes[0]}、{sizes[0] - 1}、… 个，共 {rest} 个，本{line}在主对角线之后第 {second - first} 个，合计 {count} 个。"
    above = 3 * first - 1 if first else 0
    counted = f"前面 {first} {line}共 2 + 3 × {first - 1} = {above} 个，" if first else ""
    return f"第一{line} 2 个，其余每{line} 3 个：{counted}本{line}前面有 {count - above} 个，合计 {count} 个。"


def solve(parameters: Parameters) -> Solution:
    """What is asked, in order.

    Raises:
        StayOut: what is told does not determine it.
    """
    answers: list[str] = []
    plain: list[str] = []
    working: list[str] = []
    bounds = parameters["bounds"]
    pairs = None if bounds is None else [(least, most) for least, most in bounds]
    several = sum(len(task.get("orders", (None,))) for task in parameters["asked"]) > 1
    for task in parameters["asked"]:
        if task["task"] == "count":
            count = total(parameters["shape"], pairs if pairs else stay_out("of which size"))
            working.append(f"共存放 {count} 个元素。")
            answers.append(f"{count} 个元素")
            plain.append(str(count))
            continue
        if task["task"] == "total":
            count = total(parameters["shape"], pairs if pairs else stay_out("of which size"))
            value = count * parameters["size"]
            unit = parameters.get("unit", "单元")
            working.append(f"共 {count} 个元素，占 {count} × {parameters['size']} = {value} 个{unit}。")
            answers.append(f"整个数组占 {value} 个{unit}")
            plain.append(str(value))
            continue
        index = task["index"]
        if index == "last":
            index = [most for _, most in (pairs if pairs else stay_out("the last of which"))]
        for order in task["orders"]:
            if task["task"] == "alike":
                if pairs is None or order is None or parameters["shape"] != FULL:
                    stay_out("of which array")
                if (there := at_place(FULL, not order, before(FULL, order, index, pairs), pairs)) is None:
                    stay_out("no such element")
                working += [
                    f"{_ORDERS[order]}存放时，{shown(index)} {counting(FULL, order, index, pairs)}",
                    f"{_ORDERS[not order]}存放时，{shown(there)} {counting(FULL, not order, there, pairs)}",
                ]
                answers.append(f"A[{listed(there, ',')}]")
                plain.append(shown(there))
                continue
            results = [_address(parameters, index, by_rows) for by_rows in ((True, False) if order is None else (order,))]
            if len({text for text, _ in results}) != 1:
                stay_out("the order of storing")
            value_text, way = results[0]
            working.append(way)
            plain.append(value_text)
            name = "" if not several else f"{_ORDERS[order] if order is not None and len(task['orders']) > 1 else ''}{shown(index)}："
            answers.append(f"{name}{value_text}")
    conventions = ("对称矩阵存放下三角部分（含主对角线）",) if parameters["symmetric"] and parameters["shape"] == LOWER else ()
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*dict.fromkeys(working)),
        also=("；".join(plain), "，".join(plain), " ".join(plain)),
        conventions=conventions,
    )


def _address(parameters: Mapping[str, Any], index: Sequence[int], by_rows: bool) -> tuple[str, str]:
    """An element's address as it is said, and the working."""
    size, base, known = parameters["size"], parameters.get("base"), parameters.get("known", [])
    bounds = parameters["bounds"]
    if bounds is None:
        return _by_two(known, index, size, by_rows, parameters["shape"])
    pairs = [(least, most) for least, most in bounds]
    shape = parameters["shape"]
    count = before(shape, by_rows, index, pairs)
    way = f"{shown(index)} {counting(shape, by_rows, index, bounds)}"
    found: set[int] = set()
    for other, value in known:
        if len(other) != len(pairs):
            stay_out("an element of another array")
        found.add(value + size * (count - before(shape, by_rows, other, pairs)))
        way = f"{way}{shown(other)} {counting(shape, by_rows, other, bounds)}两者相差 {count - before(shape, by_rows, other, pairs)} 个。"
    if isinstance(base, int):
        found.add(base + size * count)
    if isinstance(base, str):
        return f"{base}+{size * count}", f"{way}地址为 {base} + {count} × {size}，即 {base}+{size * count}。"
    if len(found) != 1:
        stay_out("addresses that do not agree")
    value = found.pop()
    start = value - size * count
    told = f"{way}{'下标' if parameters.get('line') else '地址'}为 {start} + {count} × {size} = {value}。"
    return (f"{value:X}H", f"{told}即 {value:X}H。") if parameters.get("hexadecimal") else (str(value), told)


def _by_two(known: Sequence[Sequence[Any]], index: Sequence[int], size: int, by_rows: bool, shape: str) -> tuple[str, str]:
    """By the addresses of two elements of a matrix whose rows or columns have an unknown length."""
    if len(known) != 2 or shape != FULL or any(len(other) != 2 for other in (known[0][0], known[1][0], index)):
        stay_out("of which size")
    (here, first), (there, second) = known
    run, step = (0, 1) if by_rows else (1, 0)
    lines = there[run] - here[run]
    if lines == 0:
        stay_out("two elements of one line")
    length = Fraction(Fraction(second - first, size) - (there[step] - here[step]), lines)
    if length.denominator != 1 or length <= max(here[step], there[step], index[step]):
        stay_out("no such length")
    value = first + size * ((index[run] - here[run]) * int(length) + index[step] - here[step])
    line = "行" if by_rows else "列"
    return str(value), paragraphs(
        f"设每{line} n 个元素：{shown(there)} 与 {shown(here)} 相差 {lines} × n + {there[step] - here[step]} 个，地址相差 {second - first}，所以 n = {length}。",
        f"{shown(index)} 的地址为 {value}。",
    )
