"""Sorting by hand: what the sequence is after some passes of insertion, bubble, selection, Shell, merge, radix, quick and heap sort.

What each method does, and by which book, is said in `_sorting_pass.simulator`.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Drawing, Grid
from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._parts_alone import solving_parts_alone, with_parts_alone
from engine.generators.ds._sorting_pass.counts_reading import recognise
from engine.generators.ds._sorting_pass.marked_keys import solving_marked_keys, with_marked_keys
from engine.generators.ds._sorting_pass.reading import heaps, passes
from engine.generators.ds._sorting_pass.simulator import (
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
from engine.generators.ds._sorting_pass.solving import rows_drawn, solve
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.variations import solving_variations, with_variations

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
        rows_drawn(keys, passes[:number], names),
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
        rows_drawn(keys, [right], [f"增量 {gap}"]),
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
        rows_drawn(keys, passes[:number], names),
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
        rows_drawn(keys, [right], ["划分后"]),
    )


def _heap_drawing(keys: Sequence[int], row: Sequence[int], name: str) -> Grid:
    return rows_drawn(keys, [row], [name])


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


# Another order of the keys, or another way of the method.
_UNREAD = (
    r"后的堆[,、](?=比较|交换)|基数[^。?]*(?:从最?高位|高位(?:开始|优先|先)|MSD)|选择排序[^。?]{0,36}[选找挑][出取择]?(?:一个)?最大|趟(?:排序)?(?:完成?|结束)?(?:之?后|时)[,]?(?:一共|总共|共)[^,;。?]{0,4}(?:交换|比较|移动)|"
    r"绝对值|双向|鸡尾酒|(?:十六|八)进制|[只仅](?:考虑|对)(?:其中|奇|偶)|(?:枢轴|基准|支点)[^,;。?]{0,8}[左右前后][边侧面半]?(?:各|共|分别)*有?(?:多少|几)"
)

KIND = Kind(
    name="sorting-pass",
    title="排序的一趟",
    points=(INSERTION_POINT, BUBBLE_POINT, SHELL_POINT, MERGE_POINT, RADIX_POINT, QUICK_POINT, HEAP_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"[是成为](?:一个)?(?:最[大小])?堆|堆的(?:是|序列)|排序|快排|归并|排完|直接插入|冒泡|根堆|顶堆|堆排|根堆|顶堆|冒泡|起泡|希尔|路归并",
        recognise=but_not(_UNREAD)(with_variations(with_parts_alone(with_marked_keys(first_reading(recognise, passes, heaps))))),
        solve=solving_variations(solving_parts_alone(solving_marked_keys(solve))),
    ),
)
