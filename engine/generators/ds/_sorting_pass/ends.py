"""How many passes of bubble sort exchange anything, and the heap that is left when the least or the greatest have been put out."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.ds._sorting_pass.simulator import above, heap_of, sift_down
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def passes_with_exchanges(keys: Sequence[int], from_back: bool) -> list[list[int]]:
    """The rows after the passes that exchange anything."""
    row = list(keys)
    rows: list[list[int]] = []
    while True:
        before = list(row)
        places = range(len(row) - 1, 0, -1) if from_back else range(1, len(row))
        for place in places:
            if row[place - 1] > row[place]:
                row[place - 1], row[place] = row[place], row[place - 1]
        if row == before:
            return rows
        rows.append(list(row))


def _passes(parameters: Parameters) -> Solution:
    ways = {"后": [True], "前": [False]}.get(parameters["way"], [True, False])
    found = [passes_with_exchanges(parameters["keys"], way) for way in ways]
    if len({len(rows) for rows in found}) > 1:
        stay_out("from which end")
    value = len(found[0])
    shown = [f"第 {number} 趟后：{listed(row)}" for number, row in enumerate(found[0], 1)]
    return Solution(
        answer=f"{value} 趟", steps=paragraphs(*shown, "此后没有交换。"), also=(str(value), f"{value} 次"), conventions=("升序",)
    )


def _left(parameters: Parameters) -> Solution:
    largest = parameters["largest"]
    row = heap_of(parameters["keys"], largest)
    shown = [f"建成的堆：{listed(row)}"]
    for number in range(1, parameters["count"] + 1):
        row = _without_top(row, largest)
        shown.append(f"输出 {number} 个后：{listed(row)}")
    return Solution(
        answer=listed(row),
        steps=paragraphs(*shown),
        also=(listed(row, ","),),
        conventions=("堆顶输出后，最后一个元素放到堆顶再调整", "最小的先输出时用小根堆，最大的先输出时用大根堆"),
    )


def _without_top(row: Sequence[int], largest: bool) -> list[int]:
    """The heap when its top has gone and the last element has sunk from there."""
    rest = [row[-1], *row[1:-1]]
    sift_down(rest, 0, len(rest), above(largest))
    return rest


ENDS = {"exchanging-passes": _passes, "heap-left": _left}
"""The answers by what is asked."""
