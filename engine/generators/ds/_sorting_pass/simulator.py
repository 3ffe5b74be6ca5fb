"""Sorting by hand: the sequence after each pass of the usual methods, always ascending.

As in Yan Weimin (内部排序): insertion's pass k puts element k + 1 into its place among those before it; bubble sort goes from the front to
the back, so that pass k settles the k-th largest; quick sort's partition takes the first element as the pivot and fills the hole from the
right and the left in turn; a heap is built by sifting down from the last inner node; merging goes pairwise from runs of 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

TITLES = {
    "insertion": "直接插入排序",
    "bubble": "冒泡排序",
    "selection": "简单选择排序",
    "shell": "希尔排序",
    "merge": "二路归并排序",
    "quick": "快速排序",
    "radix": "基数排序",
    "heap": "堆排序",
    "max-heap": "建大根堆",
    "min-heap": "建小根堆",
}
"""What the methods are called."""


def insertion_passes(keys: Sequence[int]) -> list[list[int]]:
    """The sequence after each pass; the first pass inserts the second element."""
    row, passes = list(keys), []
    for place in range(1, len(row)):
        row[: place + 1] = sorted(row[: place + 1])
        passes.append(list(row))
    return passes


def bubble_passes(keys: Sequence[int]) -> list[list[int]]:
    """The sequence after each pass from front to back, up to the first pass that exchanges nothing."""
    row, passes = list(keys), []
    for end in range(len(row) - 1, 0, -1):
        moved = False
        for place in range(end):
            if row[place] > row[place + 1]:
                row[place], row[place + 1] = row[place + 1], row[place]
                moved = True
        passes.append(list(row))
        if not moved:
            break
    return passes


def selection_passes(keys: Sequence[int]) -> list[list[int]]:
    """The sequence after each pass: the smallest of the rest is exchanged with the rest's first."""
    row, passes = list(keys), []
    for place in range(len(row) - 1):
        least = min(range(place, len(row)), key=row.__getitem__)
        row[place], row[least] = row[least], row[place]
        passes.append(list(row))
    return passes


def shell_pass(keys: Sequence[int], gap: int) -> list[int]:
    """The sequence after one pass with that increment: every gap-th elements sorted among themselves."""
    row = list(keys)
    for start in range(min(gap, len(row))):
        row[start::gap] = sorted(row[start::gap])
    return row


def merge_passes(keys: Sequence[int], run: int = 1) -> list[list[int]]:
    """The sequence after each pass of pairwise merging, runs of 1 (or `run`), 2, 4, ... from the front."""
    row, passes = list(keys), []
    while run < len(row):
        row = [key for start in range(0, len(row), 2 * run) for key in sorted(row[start : start + 2 * run])]
        passes.append(list(row))
        run *= 2
    return passes


def radix_passes(keys: Sequence[int]) -> list[list[int]]:
    """The sequence after each distribution and collection, lowest digit first (最低位优先)."""
    row, passes, unit = list(keys), [], 1
    while max(row) // unit:
        row = [key for digit in range(10) for key in row if key // unit % 10 == digit]
        passes.append(list(row))
        unit *= 10
    return passes


def partition(keys: Sequence[int]) -> list[int]:
    """The sequence after one partition around its first element: from the right the first smaller one into the hole, from the left the
    first larger one, in turn.
    """
    row = list(keys)
    pivot, low, high = row[0], 0, len(row) - 1
    while low < high:
        while low < high and row[high] >= pivot:
            high -= 1
        row[low] = row[high]
        while low < high and row[low] <= pivot:
            low += 1
        row[high] = row[low]
    row[low] = pivot
    return row


def partition_by_exchange(keys: Sequence[int]) -> list[int]:
    """The same by the other usual way: the two elements found from the right and the left change places, the pivot goes between last."""
    row = list(keys)
    low, high = 0, len(row) - 1
    while low < high:
        while low < high and row[high] >= row[0]:
            high -= 1
        while low < high and row[low] <= row[0]:
            low += 1
        row[low], row[high] = row[high], row[low]
    row[0], row[low] = row[low], row[0]
    return row


def quick_passes(keys: Sequence[int]) -> list[list[int]]:
    """The sequence after each pass until it is sorted: a pass partitions every part that has more than one element."""
    passes: list[list[int]] = []
    row, parts = list(keys), [(0, len(keys))]
    while parts and (not passes or row != sorted(row)):
        further = []
        for start, end in parts:
            pivot = row[start]
            row[start:end] = partition(row[start:end])
            place = row.index(pivot, start)
            further += [(one, other) for one, other in ((start, place), (place + 1, end)) if other - one > 1]
        passes.append(list(row))
        parts = further
    return passes


def sift_down(row: list[int], place: int, end: int, larger: Callable[[int, int], bool]) -> None:
    """Sinks the element at `place` in the heap `row[:end]`; `larger(a, b)`: a belongs above b."""
    while 2 * place + 1 < end:
        child = 2 * place + 1
        if child + 1 < end and larger(row[child + 1], row[child]):
            child += 1
        if not larger(row[child], row[place]):
            return
        row[place], row[child] = row[child], row[place]
        place = child


def heap_of(keys: Sequence[int], largest: bool = True) -> list[int]:
    """The heap built by sifting down every inner node from the last to the root."""
    row = list(keys)
    for place in range(len(row) // 2 - 1, -1, -1):
        sift_down(row, place, len(row), above(largest))
    return row


def heap_by_insertion(keys: Sequence[int]) -> list[int]:
    """The max-heap got by inserting one by one and sifting up: another heap, in general."""
    row: list[int] = []
    for key in keys:
        row.append(key)
        place = len(row) - 1
        while place and row[(place - 1) // 2] < row[place]:
            row[place], row[(place - 1) // 2] = row[(place - 1) // 2], row[place]
            place = (place - 1) // 2
    return row


def extracted(heap: Sequence[int], times: int = 1) -> list[int]:
    """A max-heap's row after the root has been exchanged with the last of the heap and the rest made a heap again, so many times."""
    row = list(heap)
    for done in range(times):
        end = len(row) - 1 - done
        row[0], row[end] = row[end], row[0]
        sift_down(row, 0, end, above(True))
    return row


def above(largest: bool) -> Callable[[int, int], bool]:
    """(one, other) -> whether one belongs above the other in a heap with the largest (or the smallest) on top."""
    return (lambda one, other: one > other) if largest else (lambda one, other: one < other)
