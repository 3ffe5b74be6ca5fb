"""Rows that are to be judged: whether each is a heap, and the heap it is made where it is none."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def _is_heap(row: Sequence[int], largest: bool) -> bool:
    return all((row[(place - 1) // 2] >= key) if largest else (row[(place - 1) // 2] <= key) for place, key in enumerate(row) if place)


def _made_heap(row: Sequence[int], largest: bool, right_first: bool = False) -> tuple[list[int], int]:
    """(the heap, the exchanges) by sifting down from the last inner node; `right_first`: of equal children the right one goes up."""
    sign = 1 if largest else -1
    made, exchanged = list(row), 0
    for start in range(len(made) // 2 - 1, -1, -1):
        place = start
        while 2 * place + 1 < len(made):
            child = 2 * place + 1
            if child + 1 < len(made) and sign * made[child + 1] >= sign * made[child] + (0 if right_first else 1):
                child += 1
            if sign * made[child] <= sign * made[place]:
                break
            made[place], made[child] = made[child], made[place]
            exchanged += 1
            place = child
    return made, exchanged


def judge(parameters: Parameters) -> Solution:
    """What each row is, and the heap it is made."""
    told, steps = [], []
    for number, row in enumerate(parameters["rows"], 1):
        kinds = [parameters["largest"]] if parameters["largest"] is not None else [True, False]
        found = [largest for largest in kinds if _is_heap(row, largest)]
        if found:
            told.append(f"（{number}）是{'大' if found[0] else '小'}根堆")
            steps.append(f"（{number}）每个元素都不违反与双亲的大小关系，是{'大' if found[0] else '小'}根堆。")
            continue
        if len(kinds) > 1:
            if not parameters["fewest"]:
                stay_out("made which heap")
            needed = sorted((_made_heap(row, largest)[1], largest) for largest in kinds)
            if needed[0][0] == needed[1][0]:
                stay_out("made which heap")
            kinds = [needed[0][1]]
        made, exchanged = _made_heap(row, kinds[0])
        if made != _made_heap(row, kinds[0], right_first=True)[0]:
            stay_out("equal keys could go otherwise")
        told.append(f"（{number}）不是，调整为{'大' if kinds[0] else '小'}根堆 {listed(made)}")
        steps.append(f"（{number}）不是堆；从最后一个非叶结点到根依次向下调整，交换 {exchanged} 次，得 {listed(made)}。")
    return Solution(
        answer="；".join(told),
        steps=paragraphs("把序列看成完全二叉树，第 i 个元素的双亲是第 ⌊i/2⌋ 个。", *steps),
        also=("；".join(patterns.sub("根堆", "堆", each) for each in told),),
        conventions=("从最后一个非叶结点到根依次向下调整（筛选法）",),
    )
