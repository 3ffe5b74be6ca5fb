"""Sorting by hand: what the sequence is after some passes of insertion, bubble, selection, Shell, merge, radix, quick and heap sort.

What each method does, and by which book, is said in `_sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.ds._sorting import (
    above,
    bubble_passes,
    extracted,
    heap_by_insertion,
    heap_of,
    insertion_passes,
    merge_passes,
    partition,
    radix_passes,
    selection_passes,
    shell_pass,
    sift_down,
)
from engine.generators.ds._sorting_counts import counts, increment, merged, told_heap, which_method
from engine.generators.ds._sorting_pass_reading import recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

INSERTION_POINT = "ds.sort.insertion"
SHELL_POINT = "ds.sort.shell"
BUBBLE_POINT = "ds.sort.bubble-selection"
QUICK_POINT = "ds.sort.quick"
HEAP_POINT = "ds.sort.heap"
MERGE_POINT = "ds.sort.merge"
RADIX_POINT = "ds.sort.radix"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    keys = _keys(chance, chance.between(7, 9))
    if difficulty == 1:
        return (_insertion, _bubble, _selection)[chance.below(3)](chance, keys)
    if difficulty == 2:
        return (_shell, _merge, _radix)[chance.below(3)](chance, keys)
    return (_quick, _build, _extract)[chance.below(3)](chance, keys)


def _keys(chance: Chance, count: int) -> list[int]:
    return chance.sample(range(10, 100), count)


def _question(
    task: str,
    point: str,
    stem: str,
    right: Sequence[int],
    wrong: Sequence[tuple[Sequence[int], str]],
    steps: str,
    parameters: dict[str, object],
    drawing: Drawing | None = None,
) -> Generated | None:
    keys = parameters["keys"]
    if list(right) == keys or list(right) == sorted(right):
        return None
    return Generated(
        point=point,
        stem=stem,
        right=listed(right),
        wrong=[Wrong(listed(row), why) for row, why in wrong],
        steps=paragraphs(steps, f"结果为 {listed(right)}"),
        parameters={"task": task, **parameters},
        drawing=drawing,
    )


def _rows(keys: Sequence[int], passes: Sequence[Sequence[int]], names: Sequence[str]) -> Grid:
    rows = [Row("初始", tuple(Cell(str(key)) for key in keys))]
    before: Sequence[int] = keys
    for name, row in zip(names, passes, strict=False):
        rows.append(Row(name, tuple(Cell(str(key), "new" if key != old else "plain") for key, old in zip(row, before, strict=True))))
        before = row
    return Grid(title="各趟之后的序列", columns=tuple(str(place) for place in range(1, len(keys) + 1)), rows=tuple(rows))


def _passes(
    task: str,
    point: str,
    name: str,
    rule: str,
    keys: list[int],
    passes: list[list[int]],
    number: int,
    others: Sequence[tuple[Sequence[int], str]],
) -> Generated | None:
    right = passes[number - 1]
    wrong: list[tuple[Sequence[int], str]] = []
    if number < len(passes):
        wrong.append((passes[number], "多做了一趟"))
    wrong.append((passes[number - 2] if number > 1 else keys, "少做了一趟"))
    wrong += others
    if number + 1 < len(passes):
        wrong.append((passes[number + 1], "多做了两趟"))
    names = [f"第 {each} 趟" for each in range(1, number + 1)]
    return _question(
        task,
        point,
        f"对序列 {listed(keys)} 用{name}从小到大排序（{rule}），则第 {number} 趟结束后的序列为",
        right,
        wrong,
        table(("", "序列"), [("初始", listed(keys)), *((each, listed(row)) for each, row in zip(names, passes, strict=False))]),
        {"keys": keys, "number": number},
        _rows(keys, passes[:number], names),
    )


def _insertion(chance: Chance, keys: list[int]) -> Generated | None:
    number = chance.between(2, 4)
    others = [
        (selection_passes(keys)[number - 1], "做成了简单选择排序"),
        (bubble_passes(keys)[min(number, len(bubble_passes(keys))) - 1], "做成了冒泡排序"),
        (insertion_passes(keys[::-1])[number - 1][::-1], "从后往前做了"),
    ]
    rule = "第 1 趟把第 2 个元素插入到它前面的有序部分"
    return _passes("insertion", INSERTION_POINT, "直接插入排序", rule, keys, insertion_passes(keys), number, others)


def _bubble(chance: Chance, keys: list[int]) -> Generated | None:
    passes = bubble_passes(keys)
    number = chance.between(1, 3)
    if len(passes) <= number:
        return None
    # The wrong direction: the smallest rises from the back.
    backwards = (
        [-key for key in bubble_passes([-key for key in keys[::-1]])[number - 1]][::-1]
        if len(bubble_passes([-key for key in keys[::-1]])) >= number
        else keys
    )
    others = [
        (backwards, "从后往前冒泡了"),
        (selection_passes(keys)[number - 1], "做成了简单选择排序"),
        (insertion_passes(keys)[number - 1], "做成了直接插入排序"),
        (_largest_to_the_end(keys, number), "只把最大的元素换到最后，没有逐对比较"),
    ]
    return _passes("bubble", BUBBLE_POINT, "冒泡排序", "每趟从前往后比较相邻元素", keys, passes, number, others)


def _largest_to_the_end(keys: Sequence[int], number: int) -> list[int]:
    row = list(keys)
    for done in range(number):
        end = len(row) - 1 - done
        most = max(range(end + 1), key=row.__getitem__)
        row[most], row[end] = row[end], row[most]
    return row


def _selection(chance: Chance, keys: list[int]) -> Generated | None:
    number = chance.between(2, 4)
    moved = list(keys)
    for place in range(number):
        moved.insert(place, moved.pop(min(range(place, len(moved)), key=moved.__getitem__)))
    others = [
        (moved, "把最小的插到前面，其余后移，没有交换"),
        (insertion_passes(keys)[number - 1], "做成了直接插入排序"),
        (_largest_to_the_end(keys, number), "每趟选了最大的换到后面"),
        (bubble_passes(keys)[min(number, len(bubble_passes(keys))) - 1], "做成了冒泡排序"),
    ]
    return _passes(
        "selection",
        BUBBLE_POINT,
        "简单选择排序",
        "每趟选出剩余部分中最小的，与剩余部分的第一个交换",
        keys,
        selection_passes(keys),
        number,
        others,
    )


def _shell(chance: Chance, keys: list[int]) -> Generated | None:
    gap = chance.between(3, 4)
    right = shell_pass(keys, gap)
    blocks = [key for start in range(0, len(keys), gap) for key in sorted(keys[start : start + gap])]
    once = list(keys)
    for place in range(len(keys) - gap):
        if once[place] > once[place + gap]:
            once[place], once[place + gap] = once[place + gap], once[place]
    groups = [f"{listed(keys[start::gap])} 排成 {listed(sorted(keys[start::gap]))}" for start in range(gap)]
    wrong = [
        (blocks, "把相邻的几个元素分成了一组"),
        (shell_pass(keys, gap - 1), "增量少了 1"),
        (shell_pass(keys, gap + 1), "增量多了 1"),
        (once, "每组只从前往后比较了一遍，没有排好"),
        (shell_pass(right, gap - 1), "接着又做了下一趟"),
        (insertion_passes(keys)[gap - 1], "做成了直接插入排序"),
    ]
    return _question(
        "shell",
        SHELL_POINT,
        f"对序列 {listed(keys)} 用希尔排序从小到大排序，第一趟的增量为 {gap}，则第一趟结束后的序列为",
        right,
        wrong,
        f"相距 {gap} 的元素为一组，各组内直接插入排序：{'；'.join(groups)}。",
        {"keys": keys, "gap": gap},
        _rows(keys, [right], [f"增量 {gap}"]),
    )


def _merge(chance: Chance, keys: list[int]) -> Generated | None:
    passes = merge_passes(keys)
    number = chance.between(1, 2)
    half = len(keys) // 2
    top_down = sorted(keys[:half]) + sorted(keys[half:])
    others: list[tuple[Sequence[int], str]] = [
        (top_down, "按递归从中间分成两半排序了"),
        (insertion_passes(keys)[number - 1], "做成了直接插入排序"),
        (shell_pass(keys, half), "把相距半个表长的元素归并了"),
        ([*keys[: len(keys) % 2], *merge_passes(keys[len(keys) % 2 :])[number - 1]], "从后往前两两归并"),
        ([key for start in range(0, len(keys), 3 * number) for key in sorted(keys[start : start + 3 * number])], "三个一组归并了"),
    ]
    return _passes("merge", MERGE_POINT, "二路归并排序", "自底向上，从前往后两两归并，初始时每个元素为一段", keys, passes, number, others)


def _radix(chance: Chance, keys: list[int]) -> Generated | None:
    del keys
    keys = chance.sample(range(100, 1000), chance.between(7, 8))
    number = chance.between(1, 2)
    passes = radix_passes(keys)
    right = passes[number - 1]
    tens = sorted(keys, key=lambda key: key // 10 % 10)
    wrong = [
        (passes[number] if number < 3 else keys, "多做了一趟"),
        (sorted(keys, key=lambda key: key // 100), "先按最高位分配了"),
        (
            tens if number == 2 else sorted(keys, key=lambda key: (key % 10, key)),
            "没有保持上一趟的次序" if number == 2 else "个位相同的又按大小排了",
        ),
        (
            sorted(keys, key=lambda key: (key // 10 % 10, -keys.index(key)))
            if number == 2
            else sorted(keys, key=lambda key: (key % 10, -keys.index(key))),
            "同一个桶里的次序颠倒了（按栈收集）",
        ),
        (passes[number - 2] if number > 1 else sorted(keys, key=lambda key: -(key % 10)), "少做了一趟" if number > 1 else "从大到小收集了"),
        (sorted(keys, key=lambda key: key % 100), "一次按后两位排了")
        if number == 1
        else (sorted(keys, key=lambda key: key % 10), "只按个位收集"),
        (sorted(keys, key=lambda key: -(key // 10 ** (number - 1) % 10)), "从大到小收集了"),
    ]
    digit = "个位" if number == 1 else "十位"
    names = ["按个位", "按十位"][:number]
    return _question(
        "radix",
        RADIX_POINT,
        f"对序列 {listed(keys)} 用最低位优先的基数排序从小到大排序，则第 {number} 趟（按{digit}）分配和收集后的序列为",
        right,
        wrong,
        paragraphs(
            "同一个桶里先进先出，保持上一趟的次序：",
            table(("", "序列"), [("初始", listed(keys)), *((each, listed(row)) for each, row in zip(names, passes, strict=False))]),
        ),
        {"keys": keys, "number": number},
        _rows(keys, passes[:number], names),
    )


def _quick(chance: Chance, keys: list[int]) -> Generated | None:
    del chance
    right = partition(keys)
    pivot = keys[0]
    smaller, larger = [key for key in keys if key < pivot], [key for key in keys if key > pivot]
    if len(smaller) < 2 or len(larger) < 2:
        return None
    exchanged = list(keys)
    low, high = 1, len(keys) - 1
    while low <= high:
        while low <= high and exchanged[high] > pivot:
            high -= 1
        while low <= high and exchanged[low] < pivot:
            low += 1
        if low < high:
            exchanged[low], exchanged[high] = exchanged[high], exchanged[low]
    exchanged[0], exchanged[high] = exchanged[high], exchanged[0]
    last = partition(keys[::-1])[::-1]
    wrong = [
        ([*smaller, pivot, *larger], "小的、大的各按原来的次序排在两边"),
        (exchanged, "用了两边交换再放枢轴的另一种划分"),
        ([*[*sorted(smaller), pivot, *sorted(larger)][: len(smaller)], pivot, *larger], "左边一部分已经排好了"),
        (last, "取了最后一个元素作枢轴"),
        ([*smaller[::-1], pivot, *larger], "小的依次放到了最前面"),
        ([*smaller, pivot, *larger[::-1]], "大的依次放到了最后面"),
    ]
    return _question(
        "quick",
        QUICK_POINT,
        f"对序列 {listed(keys)} 用快速排序从小到大排序，以第一个元素为枢轴，先从右往左找小的填到左边的空位、再从左往右找大的填到右边的空位，交替进行，则第一趟划分后的序列为",
        right,
        wrong,
        paragraphs(
            f"枢轴 {pivot} 取出，留下空位；右边的指针找比 {pivot} 小的填空位，左边的指针找比 {pivot} 大的填新的空位，直到两个指针相遇，放回 {pivot}。",
            f"比 {pivot} 小的有 {len(smaller)} 个，所以 {pivot} 在第 {len(smaller) + 1} 位。",
        ),
        {"keys": keys, "pivot": "first"},
        _rows(keys, [right], ["划分后"]),
    )


def _heap_drawing(keys: Sequence[int], row: Sequence[int], name: str) -> Grid:
    return _rows(keys, [row], [name])


def _build(chance: Chance, keys: list[int]) -> Generated | None:
    largest = chance.one_in(2)
    right = heap_of(keys, largest)
    kind = "大根堆" if largest else "小根堆"
    downwards = list(keys)
    for place in range(len(keys) // 2):
        sift_down(downwards, place, len(keys), above(largest))
    once = list(keys)
    for place in range(len(keys) // 2 - 1, -1, -1):
        children = [child for child in (2 * place + 1, 2 * place + 2) if child < len(once)]
        best = max(children, key=lambda child: once[child] if largest else -once[child])
        if above(largest)(once[best], once[place]):
            once[place], once[best] = once[best], once[place]
    sign = 1 if largest else -1
    wrong = [
        ([sign * key for key in heap_by_insertion([sign * key for key in keys])], "逐个插入建堆了"),
        (once, "每个结点只和孩子交换了一次，没有继续下沉"),
        (downwards, "从根开始往后调整了"),
        (sorted(keys, reverse=largest), "直接排成了有序序列"),
        (heap_of(keys, not largest), "大根堆和小根堆弄反了"),
    ]
    order = "、".join(str(keys[place]) for place in range(len(keys) // 2 - 1, -1, -1))
    return _question(
        "max-heap" if largest else "min-heap",
        HEAP_POINT,
        f"将序列 {listed(keys)} 用筛选法（从最后一个非叶结点到根依次向下调整）建成{kind}，则得到的序列为",
        right,
        wrong,
        f"序列看成完全二叉树，最后一个非叶结点在第 {len(keys) // 2} 位。依次调整原序列中的 {order}，每次与{'较大' if largest else '较小'}的孩子交换，直到不再违反。",
        {"keys": keys},
        _heap_drawing(keys, right, kind),
    )


def _extract(chance: Chance, keys: list[int]) -> Generated | None:
    del chance
    heap = heap_of(keys)
    right = extracted(heap)
    swapped = [heap[-1], *heap[1:-1], heap[0]]
    shifted = [*heap[1:], heap[0]]
    wrong = [
        (swapped, "交换后没有把剩下的重新调整成堆"),
        (shifted, "把堆顶取走后其余依次前移"),
        (extracted(heap, 2), "多做了一趟"),
        ([*heap_of(heap[1:]), heap[0]], "取走堆顶后对其余的重新建堆了"),
        ([*sorted(heap[1:], reverse=True), heap[0]], "其余的直接排成了有序序列"),
        (extracted(heap_by_insertion(heap[::-1])), "堆建错了"),
    ]
    return _question(
        "extract",
        HEAP_POINT,
        f"用堆排序从小到大排序，已建成的大根堆为 {listed(heap)}。第一趟把堆顶与最后一个元素交换，再把其余元素调整成大根堆，则此时的序列为",
        right,
        wrong,
        paragraphs(
            f"交换后为 {listed(swapped)}，最后的 {heap[0]} 已就位。", f"{heap[-1]} 在根上，每次与较大的孩子交换，向下调整到不再违反。"
        ),
        {"keys": heap},
        _heap_drawing(heap, right, "第 1 趟后"),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------

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
        named = [method for pattern, method in _OPTION_METHODS if re.search(pattern, option)]
        if len(named) != 1 or re.search("希尔|折半|二分|基数|树|双向|奇偶", option):
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
        row = [int(key) for key in re.findall(r"\d+", option)]
        if len(set(row)) != len(row) or len(row) < 4:
            stay_out("keys")
        return can_come_from("quick", row, 2) == parameters["possible"]

    return Solution(
        answer="",
        steps="每趟的枢轴都在最终位置。两趟后至少有两个元素在最终位置；若第一趟的枢轴在一端，只要求再有一个。逐项与升序对照。",
        fits=fits,
        conventions=("从小到大排序",),
    )


def _bubble_back(keys: Sequence[int]) -> list[list[int]]:
    """Bubble sort from the back: pass k settles the k-th smallest."""
    return [[-key for key in reversed(row)] for row in bubble_passes([-key for key in reversed(keys)])]


def _by_option(rows: Sequence[Sequence[int]], steps: str, conventions: tuple[str, ...]) -> Solution:
    """The answer where books differ in the way: whichever option one of the ways gives, if it is the only one."""

    def fits(option: str) -> bool:
        return tuple(map(int, re.findall(r"\d+", option))) in {tuple(row) for row in rows}

    return Solution(answer="", steps=steps, fits=fits, conventions=conventions)


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
    "merged": merged,
    "which": lambda parameters: which_method(parameters, _OPTION_METHODS),
    "quick-option": _quick_option,
}


def _solve(parameters: Parameters) -> Solution:
    kind, keys, number = parameters["task"], parameters.get("keys"), parameters.get("number")
    if kind == "method":
        return _which_method(parameters)
    if kind in _OTHERS:
        return _OTHERS[kind](parameters)
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
        if "out" in parameters:
            conventions += ("堆顶与堆的最后一个元素交换，其余重新调整成堆",)
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
        if not parameters["stated"]:
            return _by_option(passes, f"{listed(keys)} 一趟划分后是 {listed(passes[0])}。", conventions)
    elif kind == "bubble":
        front, back = bubble_passes(keys), _bubble_back(keys)
        if number > min(len(front), len(back)):
            stay_out("sorted before")
        if parameters["from"] is None:
            told = f"从前往后第 {number} 趟后是 {listed(front[number - 1])}，从后往前是 {listed(back[number - 1])}。"
            return _by_option([front[number - 1], back[number - 1]], told, conventions)
        passes = (front if parameters["from"] == "front" else back)[:number]
        names = [f"第 {each} 趟" for each in range(1, number + 1)]
        conventions += ("每趟从前往后" if parameters["from"] == "front" else "每趟从后往前",)
    else:
        every = {"insertion": insertion_passes, "selection": selection_passes, "merge": merge_passes, "radix": radix_passes}[kind](keys)
        if not 1 <= number <= len(every):
            stay_out("no such pass")
        passes, names = every[:number], [f"第 {each} 趟" for each in range(1, number + 1)]
        if kind == "insertion":
            conventions += ("第 1 趟插入第 2 个元素",)
        elif kind == "radix":
            conventions += ("最低位优先",)
    both = parameters.get("both", False)
    if parameters.get("each"):
        return Solution(
            answer="；".join(f"第 {place} 趟：{listed(row)}" for place, row in enumerate(passes, 1)),
            steps=table(("", "序列"), [("初始", listed(keys)), *((name, listed(row)) for name, row in zip(names, passes, strict=True))]),
            also=("；".join(listed(row) for row in passes),),
            conventions=conventions,
        )
    return Solution(
        answer=f"建成的堆：{listed(passes[0])}；调整后：{listed(passes[-1])}" if both else listed(passes[-1]),
        steps=table(("", "序列"), [("初始", listed(keys)), *((name, listed(row)) for name, row in zip(names, passes, strict=True))]),
        conventions=conventions,
        drawing=_rows(keys, passes, names) if len(set(keys)) == len(keys) else None,
    )


KIND = Kind(
    name="sorting-pass",
    title="排序的一趟",
    points=(INSERTION_POINT, BUBBLE_POINT, SHELL_POINT, MERGE_POINT, RADIX_POINT, QUICK_POINT, HEAP_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"排序|快排|归并|排完|直接插入|冒泡|根堆|顶堆|堆排|根堆|顶堆|冒泡|起泡|希尔|路归并", recognise=recognise, solve=_solve
    ),
)
