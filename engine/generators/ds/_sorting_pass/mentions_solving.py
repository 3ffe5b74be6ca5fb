"""Rows after passes, and heaps, of problems about sorting that were read by their mentions."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._sorting_pass.simulator import (
    above,
    bubble_passes,
    heap_of,
    insertion_passes,
    merge_passes,
    partition,
    partition_by_exchange,
    radix_passes,
    selection_passes,
    shell_pass,
    sift_down,
)
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, table
from engine.generators.reading import stay_out

_PLAIN = {"insertion": insertion_passes, "selection": selection_passes, "merge": merge_passes, "radix": radix_passes}
_COUNTED = "零一二三四五六七八九十"
_NONE_OF_THEM = r"(?:以上|下面|上面|其[他它]|以下|前面|[A-D](?:\s*[,、和]\s*[A-D])+)[^,;。]{0,6}[都均](?:不(?:对|是|正确)|错误?)"


def _turned(rows: Sequence[Sequence[int]], descending: bool) -> list[list[int]]:
    return [[-key for key in row] if descending else list(row) for row in rows]


def _ways(parameters: Parameters) -> list[list[list[int]]]:
    """The rows after each pass, in each of the ways in which books do it."""
    keys = [-key for key in parameters["keys"]] if parameters["descending"] else list(parameters["keys"])
    method = parameters["method"]
    if method == "shell":
        rows, row = [], keys
        for gap in parameters["gaps"]:
            row = shell_pass(row, gap)
            rows.append(row)
        ways = [rows]
    elif method == "quick":
        ways = [[partition(keys)], [partition_by_exchange(keys)]]
    elif method == "bubble":
        back = [[-key for key in reversed(row)] for row in bubble_passes([-key for key in reversed(keys)])]
        ways = {"front": [bubble_passes(keys)], "back": [back]}.get(parameters.get("end", ""), [bubble_passes(keys), back])
    else:
        ways = [_PLAIN[method](keys)]
    return [_turned(way, parameters["descending"]) for way in ways]


def _row_of(option: str) -> list[int]:
    return [int(key) for key in patterns.findall(r"-?\d+", option)]


def solve(parameters: Parameters) -> Solution:
    """The rows that are asked."""
    if parameters["method"] == "heap":
        return _heap(parameters)
    ways, wanted, head = _ways(parameters), parameters["wanted"], parameters.get("head")
    order = "从大到小排序" if parameters["descending"] else "从小到大排序"
    if wanted is not None and any(not 1 <= place <= len(way) for way in ways for place in wanted):
        stay_out("no such pass")
    names = [f"第 {place} 趟" for place in range(1, len(ways[0]) + 1)]
    steps = table(
        ("", "序列"), [("初始", listed(parameters["keys"])), *((name, listed(row)) for name, row in zip(names, ways[0], strict=True))]
    )
    shown = [[way[place - 1][:head] for place in wanted] if wanted is not None else way for way in ways]
    differ = any(each != shown[0] for each in shown)
    if len(shown[0]) == 1:
        rows = [each[0] for each in shown]

        def among(options: Sequence[str]) -> tuple[int, str] | None:
            right = [place for place, option in enumerate(options) if _row_of(option) in rows]
            none = [place for place, option in enumerate(options) if patterns.search(_NONE_OF_THEM, option)]
            if not right and len(none) == 1:
                return none[0], steps
            return (right[0], steps) if len(right) == 1 else None

        if differ and (parameters["method"] == "bubble" or not parameters["pivot"]):
            return Solution(answer="", steps=steps, fits=lambda option: _row_of(option) in rows, among=among, conventions=(order,))
        conventions = ("以第一个元素为枢轴，从右、从左交替填坑",) if parameters["method"] == "quick" else ()
        return Solution(answer=listed(rows[0]), steps=steps, among=among, conventions=(order, *conventions))
    if differ:
        stay_out("books differ in the way")
    told = [f"第{_COUNTED[place]}趟" for place in wanted] if wanted is not None and max(wanted) < len(_COUNTED) else names
    return Solution(
        answer="；".join(f"{name}：{listed(row)}" for name, row in zip(told, shown[0], strict=True)),
        steps=steps,
        also=("；".join(listed(row) for row in shown[0]),),
        conventions=(order,),
    )


def _sifted_up(row: list[int], largest: bool) -> None:
    """Puts the last element of a heap where it belongs."""
    place, higher = len(row) - 1, above(largest)
    while place and higher(row[place], row[(place - 1) // 2]):
        row[place], row[(place - 1) // 2] = row[(place - 1) // 2], row[place]
        place = (place - 1) // 2


def _changed(parameters: Parameters, largest: bool) -> list[tuple[str, list[int]]]:
    """The heap that is built, and after each thing done."""
    row = heap_of(parameters["keys"], largest)
    told = [("建成的堆", list(row))]
    for step in parameters["done"]:
        if step[0] == "insert":
            row.append(step[1])
            _sifted_up(row, largest)
            told.append((f"插入 {step[1]}", list(row)))
        else:
            top = row[0]
            row[0] = row[-1]
            row.pop()
            sift_down(row, 0, len(row), above(largest))
            told.append((f"删除 {top}", list(row)))
    return told


def _heap(parameters: Parameters) -> Solution:
    """A heap, perhaps changed."""
    kinds = [parameters["largest"]] if parameters["largest"] is not None else [True, False]
    found = {largest: _changed(parameters, largest) for largest in kinds}
    steps = {
        largest: table(("", "堆"), [("初始", listed(parameters["keys"])), *((name, listed(row)) for name, row in rows)])
        for largest, rows in found.items()
    }

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        for largest, rows in found.items():
            right = [place for place, option in enumerate(options) if _row_of(option) == rows[-1][1]]
            if len(right) == 1:
                return right[0], steps[largest]
        return None

    conventions = ("从最后一个非叶结点到根依次向下调整（筛选法）",)
    if len(kinds) > 1:
        return Solution(answer="", steps=steps[True], fits=lambda option: False, among=among, conventions=conventions)
    return Solution(answer=listed(found[kinds[0]][-1][1]), steps=steps[kinds[0]], among=among, conventions=conventions)
