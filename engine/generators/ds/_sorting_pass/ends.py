"""How many passes of bubble sort exchange anything, and the heap that is left when the least or the greatest have been put out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._sorting_pass.simulator import above, heap_of, sift_down
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int, to_ints

_ROW = r"\(?(?P<row>-?\d+(?:[,、]-?\d+){3,})\)?"
_KEYS = r"(?:关键字|关键码|元素|记录|数据)"
_PASSES = re.compile(
    rf"(?:设|若|已知)?[对将]?(?:初始)?(?:{_KEYS})?的?(?:序列|集合)?为?{_ROW},?(?:采用|用|使用|按|进行)?冒泡排序(?:法|算法)?(?:进行)?(?:(?:升序|从小到大)?排序)?"
    r"(?:\((?:从(?P<way>后|前)[向往][前后]的?(?:次序|顺序)?(?:进行|比较|扫描)?)?(?:,?(?:要求)?(?:升序|从小到大))?(?:排序)?\))?,?则?(?:需要?|要)?(?:进行|有|发生)?(?:元素)?交换的趟数(?:至少|共)?[是为](?:\(\)|多少|几)?[。?]*"
    r"(?:\(不(?:考虑|计|算)(?:没有|无)(?:元素)?交换的最后一趟\))?[。]*"
)
_LEFT = re.compile(
    rf"(?:设|若|已知)?[对将]?(?:{_KEYS})?的?(?:序列|集合)?为?{_ROW},?(?:采用|用|使用|进行)?堆排序(?:法|算法)?,?则?(?:输出|取出|选出)(?P<count>{INTEGER})?个?最(?P<end>小|大)的?(?:{_KEYS}|值)?后,?的?(?:剩余|剩下)的?(?:{_KEYS})?(?:构成的)?堆[是为](?:\(\)|多少|什么)?[。?]*"
)


def recognise(text: str) -> Recognition | None:
    """One of the two; None where that is not all that the text says."""
    flat = patterns.sub(r"\s+", "", text)
    if (found := _PASSES.fullmatch(flat)) is not None:
        keys = list(to_ints(found["row"]))
        return Recognition(
            parameters={"task": "exchanging-passes", "keys": keys, "way": found["way"]},
            understood=(("序列", listed(keys)), ("方法", "冒泡排序"), ("求", "有元素交换的趟数")),
        )
    if (found := _LEFT.fullmatch(flat)) is None:
        return None
    keys, count = list(to_ints(found["row"])), to_int(found["count"]) if found["count"] else 1
    if len(set(keys)) != len(keys) or not 1 <= count < len(keys) - 1:
        stay_out("keys of a heap")
    return Recognition(
        parameters={"task": "heap-left", "keys": keys, "count": count, "largest": found["end"] == "大"},
        understood=(("序列", listed(keys)), ("求", f"输出 {count} 个最{found['end']}的之后剩下的堆")),
    )


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
