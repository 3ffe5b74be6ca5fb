"""Rows that are to be judged: whether each is a heap, and the heap it is made where it is none."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.ds._settling import settle
from engine.generators.ds._sorting_pass.keys import MOST
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import SEQUENCE, stay_out, to_ints

_OWN = "序列 各序列 各 数组 数据 数据序列 关键字序列 关键字 元素 一组 每组 每个 堆 调整 过程 交换次数 记录 元素 它 它们 将 把"
_KIND = r"(?:大根|大顶|最大|小根|小顶|最小)"
_WHETHER = rf"[请试]?(?:判断|判别|说明|指出)?(?:下列|以下|下面|下述|该|此)?的?(?:各|几个|[二两三四2-6]个)?组?(?:数据|关键字|元素)?(?:序列|数组)?(?:是否|是不是)(?:为|是|构成|满足)?(?:一个)?(?P<kind>{_KIND})?堆(?:的定义)?(?:\(\s*(?:{_KIND}堆)[或和、](?:{_KIND}堆)\s*\))?"
_MADE = rf"(?:若|如果|假如|对于|对)?[它其]?(?:不是|非|否)(?:{_KIND})?堆?的?(?:序列)?(?:的话)?,?[则请就]*[将把]?(?:它们|它|其|该序列|之)?(?:重新)?(?:调整|改造|建|变)[为成](?:一个)?(?P<kind>{_KIND})?堆"
_FEWEST = r"\(?(?:要求|使)?(?:记录|元素|关键字)?的?交换(?:记录|元素)?的?次数(?:尽量|尽可能)?(?:最少|少)\)?"
_MARK = r"(?:(?<=[\s;,。:])|^)\(?[1-6]\s*[.、)]\s*(?=\(?\s*\d+\s*[,、 ]\s*\d)"


def judged_heaps(text: str) -> Recognition | None:
    """Rows of which each is a heap or is to be made one; None where that is not asked."""
    reading = opened(patterns.sub(_MARK, " / ", text))
    whether = reading.take(_WHETHER)
    made = reading.take(_MADE) if whether else None
    if whether is None or made is None:
        return None
    rows = [list(to_ints(match[0])) for match in reading.take_all(SEQUENCE)]
    fewest = bool(reading.take_all(_FEWEST))
    settle(reading, _OWN)
    named = {("大" in kind) for kind in (whether["kind"], made["kind"]) if kind}
    if len(named) > 1 or not 1 <= len(rows) <= 8 or any(not 4 <= len(row) <= MOST for row in rows):
        stay_out("which rows, and which heap")
    return Recognition(
        parameters={"task": "judged-heaps", "rows": rows, "largest": named.pop() if named else None, "fewest": fewest},
        understood=(*((f"序列 {number}", listed(row)) for number, row in enumerate(rows, 1)), ("求", "是不是堆，不是的调整成堆")),
    )


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
