"""Answers about rows that are told after passes, and about how a heap comes to be."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._sorting_pass.counts import sifted_up
from engine.generators.ds._sorting_pass.simulator import (
    above,
    bubble_passes,
    extracted,
    heap_of,
    insertion_passes,
    merge_passes,
    partition,
    partition_by_exchange,
    radix_passes,
    selection_passes,
    shell_pass,
)
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out

_METHODS = (
    (r"冒泡|起泡", "bubble"),
    (r"选择", "selection"),
    (r"直接插入|插入", "insertion"),
    (r"归并", "merge"),
    (r"快速|快排", "quick"),
    (r"希尔|Shell", "shell"),
    (r"基数", "radix"),
    (r"堆", "heap"),
)


def _without_idle(keys: Sequence[int], passes: Sequence[Sequence[int]]) -> list[list[int]]:
    """The rows after passes, without those that are as the one before."""
    found: list[list[int]] = []
    before = list(keys)
    for row in passes:
        if list(row) != before:
            found.append(list(row))
        before = list(row)
    return found


def _makes(method: str, keys: Sequence[int], numbers: Sequence[int], rows: Sequence[Sequence[int]]) -> bool:
    """Whether a method can leave these rows after passes of these numbers; where books differ, one way of doing it is enough."""
    back = [[-key for key in reversed(row)] for row in bubble_passes([-key for key in reversed(keys)])]
    if method == "shell":
        return (
            _shell_makes(keys, rows)
            if not numbers or list(numbers) == list(range(1, len(rows) + 1))
            else stay_out("a pass that is not told")
        )
    if method == "quick":
        if list(numbers) != [1] and (numbers or len(rows) > 1):
            return _quick_makes(keys, rows)
        return list(rows[0]) in (partition(keys), partition_by_exchange(keys))
    heap = heap_of(keys)
    ways = {
        "bubble": [bubble_passes(keys), back],
        "selection": [selection_passes(keys)],
        "insertion": [insertion_passes(keys)],
        "merge": [merge_passes(keys)],
        "radix": [radix_passes(keys)],
        "heap": [
            [extracted(heap, times) for times in range(1, len(keys))],
            [heap, *(extracted(heap, times) for times in range(1, len(keys)))],
        ],
    }[method]
    if not numbers:  # a pass that changed nothing may have been left out
        return any(_without_idle(keys, passes)[: len(rows)] == [list(row) for row in rows] for passes in ways)
    return any(
        all(number <= len(passes) and passes[number - 1] == list(row) for number, row in zip(numbers, rows, strict=True)) for passes in ways
    )


def _quick_makes(keys: Sequence[int], rows: Sequence[Sequence[int]]) -> bool:
    """Whether the rows can be quick sort's: each pass puts the first of every part in its place."""
    ordered = sorted(keys)
    return all(row[ordered.index(keys[0])] == keys[0] for row in rows) and (list(rows[0]) in (partition(keys), partition_by_exchange(keys)))


def _gaps(keys: Sequence[int], after: Sequence[int]) -> list[int]:
    return [gap for gap in range(1, len(keys)) if shell_pass(keys, gap) == list(after)]


def _shell_makes(keys: Sequence[int], rows: Sequence[Sequence[int]]) -> bool:
    before, last = keys, len(keys)
    for row in rows:
        gaps = [gap for gap in _gaps(before, row) if gap < last]
        if not gaps:
            return False
        before, last = row, max(gaps)
    return True


def methods(parameters: Parameters) -> Solution:
    """Which of the pasted methods makes the rows."""
    keys, numbers, rows = parameters["keys"], parameters["numbers"], parameters["rows"]
    if keys is None:
        stay_out("the row to begin with")

    def fits(option: str) -> bool:
        option = patterns.sub("(?:折半|二分)插入", "插入", option)  # which leaves the same rows
        if patterns.search("折半|二分|树|双向|奇偶|计数|桶|多路", option):
            stay_out("an option of another method")
        named = [method for pattern, method in _METHODS if patterns.search(pattern, option)]
        if len(named) != 1:
            stay_out("an option of another method")
        return _makes(named[0], keys, numbers, rows)

    told = (
        "；".join(f"第 {number} 趟 {listed(row)}" for number, row in zip(numbers, rows, strict=True))
        if numbers
        else "；".join(map(listed, rows))
    )
    return Solution(
        answer="", steps=f"对 {listed(keys)} 分别用各种方法排序，看哪种方法能得到：{told}。", fits=fits, conventions=("从小到大排序",)
    )


def increments(parameters: Parameters) -> Solution:
    """The increments of passes of Shell sort that make the rows; without the row to begin with, which of the options can be one."""
    keys, rows = parameters["keys"], parameters["rows"]
    if keys is None:
        if len(rows) != 1:
            stay_out("the row to begin with")
        row = rows[0]

        def fits(option: str) -> bool:
            gap = patterns.fullmatch(r"\D{0,4}(\d+)\D{0,2}", option.strip())
            if gap is None or not 1 <= int(gap[1]) < len(row):
                stay_out("an option that is no increment")
            return bool(shell_pass(row, int(gap[1])) == row)

        return Solution(
            answer="",
            steps=f"一趟之后，相距为增量的各组都已有序。逐项检查 {listed(row)} 中相距为该数的各组是否有序。",
            fits=fits,
            conventions=("从小到大排序",),
        )
    before, found, steps = keys, [], []
    for row in rows:
        gaps = _gaps(before, row)
        if len(gaps) != 1:
            stay_out("several increments, or none")
        groups = "；".join(f"{listed(before[start :: gaps[0]])} → {listed(row[start :: gaps[0]])}" for start in range(gaps[0]))
        steps.append(f"相距 {gaps[0]} 的为一组，各组排好：{groups}。")
        found.append(gaps[0])
        before = row
    return Solution(answer=f"增量 {listed(found)}", steps=paragraphs(*steps), also=(listed(found), listed(found, "、"), listed(found, ",")))


def _sifting(keys: Sequence[int], largest: bool) -> tuple[list[list[int]], int]:
    """The row after each exchange of building a heap by sifting down, and how many comparisons it takes."""
    row, rows, compared, larger = list(keys), [], 0, above(largest)
    for start in range(len(row) // 2 - 1, -1, -1):
        place = start
        while 2 * place + 1 < len(row):
            child = 2 * place + 1
            if child + 1 < len(row):
                compared += 1
                child += int(larger(row[child + 1], row[child]))
            compared += 1
            if not larger(row[child], row[place]):
                break
            row[place], row[child] = row[child], row[place]
            rows.append(list(row))
            place = child
    return rows, compared


def heap_made(parameters: Parameters) -> Solution:
    """The heap that comes of keys, the rows on the way, and the comparisons."""
    keys, largest, asked = parameters["keys"], parameters["largest"], parameters["asked"]
    if parameters["way"] == "changes":
        rows, _ = _sifting(keys, largest)

        def fits(option: str) -> bool:
            shown = [[int(key) for key in patterns.findall(r"\d+", part)] for part in patterns.split(r"\s*(?:→|->|-+>|⇒|=>|⟶)\s*", option)]
            if any(sorted(row) != sorted(keys) for row in shown):
                stay_out("an option of other keys")
            return shown in (rows, [list(keys), *rows])

        return Solution(
            answer="",
            steps="从最后一个非叶结点到根依次向下调整，每交换一次写一行：" + " → ".join(listed(row) for row in rows) + "。",
            fits=fits,
            conventions=("筛选法：先比较两个孩子，再与较优的孩子比较、交换",),
        )
    if parameters["way"] == "inserting":
        row, compared, steps = [], 0, []
        for key in keys:
            row.append(key)
            compared += sifted_up(row, above(largest))
            steps.append(f"插入 {key}：{listed(row)}。")
        way = "每个新元素放在最后，与双亲比较、向上调整"
    else:
        rows, compared = _sifting(keys, largest)
        row = rows[-1] if rows else list(keys)
        steps = [f"每次交换后：{'；'.join(listed(each) for each in rows)}。" if rows else "已经是堆，没有交换。", f"共比较 {compared} 次。"]
        way = "从最后一个非叶结点到根依次向下调整：先比较两个孩子，再与较优的孩子比较"
    told = {"row": listed(row), "compared": f"比较 {compared} 次"}
    return Solution(
        answer="；".join(told[what] for what in asked),
        steps=paragraphs(*steps),
        also=(str(compared), f"{compared} 次", f"{compared}次") if asked == ["compared"] else (),
        conventions=(way,),
    )
