"""Answers about sorting by hand: the row after some passes, heaps, and which method can make a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from engine.drawings.model import Cell, Grid, Row
from engine.generators import patterns
from engine.generators.ds._sorting_pass import rows as sorting_rows
from engine.generators.ds._sorting_pass.choices import OTHERS as CHOICES
from engine.generators.ds._sorting_pass.counts import counts, increment, is_heap, merged, told_heap
from engine.generators.ds._sorting_pass.ends import ENDS
from engine.generators.ds._sorting_pass.heap_judging import judge
from engine.generators.ds._sorting_pass.runs_merged import merge_runs
from engine.generators.ds._sorting_pass.simulator import (
    TITLES,
    bubble_passes,
    extracted,
    heap_of,
    insertion_passes,
    merge_passes,
    partition,
    partition_by_exchange,
    quick_passes,
    radix_passes,
    selection_passes,
    shell_pass,
)
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out


def rows_drawn(keys: Sequence[int], passes: Sequence[Sequence[int]], names: Sequence[str]) -> Grid:
    """The row after each pass, what moved set off."""
    rows = [Row("初始", tuple(Cell(str(key)) for key in keys))]
    before: Sequence[int] = keys
    for name, row in zip(names, passes, strict=False):
        rows.append(Row(name, tuple(Cell(str(key), "new" if key != old else "plain") for key, old in zip(row, before, strict=True))))
        before = row
    return Grid(title="各趟之后的序列", columns=tuple(str(place) for place in range(1, len(keys) + 1)), rows=tuple(rows))


_OPTION_METHODS = (
    (r"冒泡|起泡", "bubble"),
    (r"选择", "selection"),
    (r"直接插入|插入", "insertion"),
    (r"归并", "merge"),
    (r"快速|快排", "quick"),
    (r"堆", "heap"),
)


def can_come_from(method: str, row: Sequence[int], number: int) -> bool:
    """Whether a row can be what a method leaves after that many passes, ascending: what each pass settles is in its place.

    Raises:
        StayOut: a method that is not known here.
    """
    ordered, size = sorted(row), len(row)
    settled = [place for place in range(size) if row[place] == ordered[place]]
    if method == "bubble":
        return row[-number:] == ordered[-number:] or row[:number] == ordered[:number]
    if method == "selection":
        return row[:number] == ordered[:number]
    if method == "insertion":
        return row[: number + 1] == sorted(row[: number + 1])
    if method == "merge":
        run = 2**number
        return all(row[start : start + run] == sorted(row[start : start + run]) for start in range(0, size, run))
    if method == "heap":
        rest = list(row[: size - number])
        is_heap = all(rest[(place - 1) // 2] > rest[place] for place in range(1, len(rest)))
        return row[-number:] == ordered[-number:] and is_heap
    if method == "quick" and number == 2:
        for first in settled:
            left, right = [place for place in settled if place < first], [place for place in settled if place > first]
            if (left or first == 0) and (right or first == size - 1) and (left or right):
                return True
        return False
    stay_out("another method")


def _which_method(parameters: Parameters) -> Solution:
    row, number = list(parameters["keys"]), parameters["number"]

    def fits(option: str) -> bool:
        named = [method for pattern, method in _OPTION_METHODS if patterns.search(pattern, option)]
        if len(named) != 1 or patterns.search("希尔|折半|二分|基数|树|双向|奇偶", option):
            stay_out("an option of another method")
        return can_come_from(named[0], row, number)

    return Solution(
        answer="",
        steps=paragraphs(
            f"每种方法第 {number} 趟后必有的样子：冒泡、堆排序有 {number} 个最大（或最小）的到了最终位置，简单选择前 {number} 个是最小的 {number} 个，"
            f"直接插入前 {number + 1} 个有序，二路归并每 {2**number} 个一组有序，快速排序每趟的枢轴都在最终位置。",
            f"升序是 {listed(sorted(row))}，逐项对照。",
        ),
        fits=fits,
        conventions=("从小到大排序",),
    )


def _quick_option(parameters: Parameters) -> Solution:
    """Which of the pasted rows can, or cannot, be quick sort's after two passes."""

    def fits(option: str) -> bool:
        row = [int(key) for key in patterns.findall(r"\d+", option)]
        if len(set(row)) != len(row) or len(row) < 4:
            stay_out("keys")
        return bool(can_come_from("quick", row, 2) == parameters["possible"])

    return Solution(
        answer="",
        steps="每趟的枢轴都在最终位置。两趟后至少有两个元素在最终位置；若第一趟的枢轴在一端，只要求再有一个。逐项与升序对照。",
        fits=fits,
        conventions=("从小到大排序",),
    )


def _bubble_back(keys: Sequence[int]) -> list[list[int]]:
    """Bubble sort from the back: pass k settles the k-th smallest."""
    return [[-key for key in reversed(row)] for row in bubble_passes([-key for key in reversed(keys)])]


def _by_option(rows: Mapping[str, Sequence[int]], steps: str, conventions: tuple[str, ...]) -> Solution:
    """The answer where books differ in the way: whichever option one of the ways gives, if it is the only one; without options, each way's."""

    def fits(option: str) -> bool:
        return tuple(map(int, patterns.findall(r"\d+", option))) in {tuple(row) for row in rows.values()}

    same = len({tuple(row) for row in rows.values()}) == 1
    answer = listed(next(iter(rows.values()))) if same else "；".join(f"{way}：{listed(row)}" for way, row in rows.items())
    return Solution(answer=answer, answer_alone=True, steps=steps, fits=fits, conventions=conventions)


def _heap_rows(parameters: Parameters) -> tuple[list[list[int]], list[str]]:
    keys, largest = parameters["keys"], parameters["task"] == "max-heap"
    rows, names = [heap_of(keys, largest)], ["建成的堆"]
    for number in range(1, parameters.get("out", 0) + 1):
        rows.append(extracted(rows[0], number) if largest else [-key for key in extracted([-key for key in rows[0]], number)])
        names.append(f"输出 {number} 个堆顶后")
    return rows, names


_OTHERS: dict[str, Callable[[Parameters], Solution]] = {
    "increment": increment,
    "heap": told_heap,
    "counts": counts,
    "is-heap": is_heap,
    "merged": merged,
    "quick-option": _quick_option,
    "methods": sorting_rows.methods,
    "increments": sorting_rows.increments,
    "heap-made": sorting_rows.heap_made,
    "judged-heaps": judge,
    "runs-merged": merge_runs,
    **ENDS,
    **CHOICES,
}


_EVERY: dict[str, Callable[[Sequence[int]], list[list[int]]]] = {
    "insertion": insertion_passes,
    "selection": selection_passes,
    "merge": merge_passes,
    "radix": radix_passes,
}


def solve(parameters: Parameters) -> Solution:
    """What was asked of a sequence, or of how it is sorted."""
    if parameters["task"] == "several":
        return _several(parameters["parts"])
    if "beside" in parameters:
        return _beside(parameters)
    if "head" in parameters:
        solved = _solve({name: value for name, value in parameters.items() if name != "head"})
        if solved.fits is not None:
            stay_out("books differ in the way")
        first = listed(patterns.findall(r"\d+", solved.answer)[: parameters["head"]])
        return Solution(
            answer=first, steps=paragraphs(solved.steps, f"前 {parameters['head']} 个是 {first}。"), conventions=solved.conventions
        )
    if "nth" not in parameters:
        return _solve(parameters)
    row = _solve({name: value for name, value in parameters.items() if name != "nth"})
    if row.fits is not None:
        stay_out("books differ in the way")
    value = patterns.findall(r"\d+", row.answer)[parameters["nth"] - 1]
    return Solution(
        answer=value,
        steps=paragraphs(row.steps, f"从左数第 {parameters['nth']} 个是 {value}。"),
        conventions=row.conventions,
        drawing=row.drawing,
    )


def _beside(parameters: Parameters) -> Solution:
    """The elements before and behind one of a row."""
    solved = _solve({name: value for name, value in parameters.items() if name not in ("beside", "sides")})
    if solved.fits is not None:
        stay_out("books differ in the way")
    row = [int(key) for key in patterns.findall(r"\d+", solved.answer)]
    place = row.index(parameters["beside"])
    told = []
    for side in parameters["sides"]:
        at = place - 1 if side == "before" else place + 1
        if not 0 <= at < len(row):
            stay_out("nothing stands there")
        told.append(row[at])
    return Solution(
        answer=listed(told),
        steps=paragraphs(solved.steps, f"{parameters['beside']} 前后的元素看该趟之后的序列：{listed(row)}。"),
        also=(listed(told, ","), listed(told, "和"), listed(told, "、")),
        conventions=solved.conventions,
    )


def _several(parts: Sequence[Parameters]) -> Solution:
    """Several passes, or the same pass of several methods."""
    found = [_solve(part) for part in parts]
    if any(not each.answer for each in found):
        stay_out("books differ in the way")
    methods = [TITLES.get(part["task"], "") for part in parts]
    named = [f"{method}：" if len(set(methods)) == len(parts) and all(methods) else "" for method in methods]
    return Solution(
        answer="；".join(name + each.answer for name, each in zip(named, found, strict=True)),
        steps=paragraphs(*(name + ("\n\n" if name else "") + each.steps for name, each in zip(named, found, strict=True))),
        conventions=tuple(dict.fromkeys(convention for each in found for convention in each.conventions)),
    )


def _either_heap(keys: Sequence[int]) -> Solution:
    """The heap that heap sort begins with: with the largest on top, unless only the other is among the options."""
    rows = {"大": heap_of(keys), "小": heap_of(keys, False)}
    steps = {name: table(("", "序列"), [("初始", listed(keys)), (f"建成的{name}根堆", listed(row))]) for name, row in rows.items()}

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        shown = [patterns.findall(r"-?\d+\*?|[A-Za-z]+", option) for option in options]
        for name, row in rows.items():
            if shown.count([str(key) for key in row]) == 1:
                return shown.index([str(key) for key in row]), steps[name]
        return None

    return Solution(
        answer=listed(rows["大"]),
        steps=steps["大"],
        among=among,
        conventions=("从小到大排序建大根堆", "从最后一个非叶结点到根依次向下调整（筛选法）"),
        drawing=rows_drawn(keys, [rows["大"]], ["建成的堆"]) if len(set(keys)) == len(keys) else None,
    )


def _numbered(passes: Sequence[object]) -> list[str]:
    return [f"第 {place} 趟" for place in range(1, len(passes) + 1)]


def _both_ways(keys: Sequence[int], front: Sequence[Sequence[int]], back: Sequence[Sequence[int]]) -> Solution:
    """Every pass of bubble sort where it is not said from which end."""
    told = [
        f"{way}：" + "；".join(f"{name}：{listed(row)}" for name, row in zip(_numbered(passes), passes, strict=True))
        for way, passes in (("从前往后（大的下沉）", front), ("从后往前（小的上浮）", back))
    ]
    return Solution(
        answer="。".join(told),
        steps=paragraphs(
            "从前往后：",
            table(("", "序列"), [("初始", listed(keys)), *zip(_numbered(front), map(listed, front), strict=True)]),
            "从后往前：",
            table(("", "序列"), [("初始", listed(keys)), *zip(_numbered(back), map(listed, back), strict=True)]),
        ),
        conventions=("从小到大排序", "题中没有说从哪一端开始，两种都写出", "某一趟没有交换就结束"),
    )


def _solve(parameters: Parameters) -> Solution:
    kind = parameters["task"]
    if kind == "method":
        return _which_method(parameters)
    if kind in _OTHERS:
        return _OTHERS[kind](parameters)
    keys, number = parameters["keys"], parameters["number"]
    conventions: tuple[str, ...] = ("从小到大排序",)
    if kind == "shell":
        passes, names = [], []
        row = keys
        for gap in parameters["gaps"]:
            row = shell_pass(row, gap)
            passes.append(row)
            names.append(f"增量 {gap}")
    elif kind in ("max-heap", "min-heap"):
        passes, names = _heap_rows(parameters)
        conventions = ("从最后一个非叶结点到根依次向下调整（筛选法）",)
        if parameters.get("either"):
            return _either_heap(keys)
        if "out" in parameters:
            conventions += ("堆顶与堆的最后一个元素交换，其余重新调整成堆",)
    elif kind == "quick" and parameters.get("each"):
        passes = quick_passes(keys)
        names = [f"第 {each} 趟" for each in range(1, len(passes) + 1)]
        conventions += ("一趟对每个还没有排好的部分各做一次划分，以各部分的第一个元素为枢轴，从右、从左交替填坑",)
    elif kind == "quick":
        passes, names = [partition(keys)], ["一趟划分后"]
        conventions += ("以第一个元素为枢轴，从右、从左交替填坑",)
        if "pivot_base" in parameters:
            if not parameters["stated"]:
                stay_out("how it is partitioned")
            place = passes[0].index(keys[0]) + parameters["pivot_base"]
            return Solution(
                answer=f"枢轴在位置 {place}（从 {parameters['pivot_base']} 计）；{listed(passes[0])}",
                steps=table(("", "序列"), [("初始", listed(keys)), ("划分后", listed(passes[0]))]),
                also=(f"{place}；{listed(passes[0])}",),
                conventions=conventions,
            )
        exchanged = partition_by_exchange(keys)
        if not parameters["pivot"]:
            ways = {"填坑": passes[0], "左右交换、最后放枢轴": exchanged}
            return _by_option(
                {"填坑": passes[0]} if parameters["stated"] else ways, f"{listed(keys)} 一趟划分后是 {listed(passes[0])}。", conventions
            )
        if not parameters["stated"] and exchanged != passes[0]:
            conventions += (f"若左右两个元素直接交换、最后放枢轴，则为 {listed(exchanged)}",)
    elif kind == "bubble":
        front, back = bubble_passes(keys), _bubble_back(keys)
        if number is None:
            number = len(front if parameters["from"] != "back" else back)
        elif number > min(len(front), len(back)):
            stay_out("sorted before")
        if parameters["from"] is None and parameters.get("each"):
            return _both_ways(keys, front, back)
        if parameters["from"] is None:
            told = f"从前往后第 {number} 趟后是 {listed(front[number - 1])}，从后往前是 {listed(back[number - 1])}。"
            return _by_option({"从前往后": front[number - 1], "从后往前": back[number - 1]}, told, conventions)
        passes = (front if parameters["from"] == "front" else back)[:number]
        names = [f"第 {each} 趟" for each in range(1, number + 1)]
        conventions += ("每趟从前往后" if parameters["from"] == "front" else "每趟从后往前",)
    else:
        every = _EVERY[kind](keys) if "run" not in parameters else merge_passes(keys, parameters["run"])
        number = len(every) if number is None else number
        if not 1 <= number <= len(every):
            stay_out("no such pass")
        passes, names = every[:number], [f"第 {each} 趟" for each in range(1, number + 1)]
        if kind == "insertion":
            conventions += ("第 1 趟插入第 2 个元素",)
        elif kind == "radix":
            conventions += ("最低位优先",)
    both = parameters.get("both", False)
    if parameters.get("top"):
        return Solution(
            answer=f"建成的堆：{listed(passes[0])}；新堆顶 {passes[-1][0]}" if both else str(passes[-1][0]),
            steps=table(("", "序列"), [("初始", listed(keys)), *((name, listed(row)) for name, row in zip(names, passes, strict=True))]),
            also=(f"{listed(passes[0])}；{passes[-1][0]}",) if both else (),
            conventions=conventions,
        )
    if parameters.get("each"):
        called = ["初始堆", *(f"第 {place} 趟" for place in range(1, len(passes)))] if kind == "max-heap" else _numbered(passes)
        return Solution(
            answer="；".join(f"{name}：{listed(row)}" for name, row in zip(called, passes, strict=True)),
            steps=table(("", "序列"), [("初始", listed(keys)), *((name, listed(row)) for name, row in zip(names, passes, strict=True))]),
            also=("；".join(listed(row) for row in passes),),
            conventions=conventions,
        )
    return Solution(
        answer=f"建成的堆：{listed(passes[0])}；调整后：{listed(passes[-1])}" if both else listed(passes[-1]),
        steps=table(("", "序列"), [("初始", listed(keys)), *((name, listed(row)) for name, row in zip(names, passes, strict=True))]),
        conventions=conventions,
        drawing=rows_drawn(keys, passes, names) if len(set(keys)) == len(keys) else None,
    )
