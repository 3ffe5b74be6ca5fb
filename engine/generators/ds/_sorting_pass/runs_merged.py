"""Sorted rows that are told and merged by twos: how often keys are compared, and the row after each pass."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.ds._clauses import count_of, opened
from engine.generators.ds._settling import settle
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out, to_ints

_OWN = "序列 有序序列 有序表 有序段 归并段 段 子序列 已 已经 有序 升序 递增 排序 归并 归并排序 二路 二路归并 两路 合并 初始 选择 两两 进行 次序 顺序 依次 关键字 元素 之间 表 线性表 顺序表 成 一个 将 对 需 需要"
_RUN = r"\(\s*\d+(?:\s*[,、 ]\s*\d+)*\s*\)"
_RUNS = rf"{_RUN}(?:\s*[、,;和与]\s*{_RUN})+"
_ASKED = r"(?:则|那么|,|问)*(?:归并|排序|整个)?(?:过程中?)?(?:关键字|元素)?(?:之间)?的?(?:总共|一共|共|需要?|要|进行|总)*的?(?:比较的?总?次数(?:是|为|等于)?(?:多少)?|比较了?(?:多少|几)次|(?:多少|几)次(?:关键字|元素)?的?比较)"
_LEFT_FIRST = r"[按依]?照?(?:从左[至到往向]右|从前[至到往向]后|给出)的?(?:次序|顺序)?(?:依次)?(?:选择|取|选取)?(?:有序)?(?:序列|表)?"


def merged_runs(text: str) -> Recognition | None:
    """Sorted rows merged by twos from the left; None where that is not asked."""
    if not patterns.search("归并|合并", text):
        return None
    reading = opened(text)
    told = reading.take(_RUNS)
    asked = reading.take(_ASKED)
    if told is None or asked is None:
        return None
    reading.take_all(_LEFT_FIRST)
    count = count_of(reading, "已?(?:升序|递增|有序|排好序)的?子?(?:序列|表|线性表|顺序表|段)|序列|归并段")
    reading.refuse("最多|最少|至多|至少|最佳|最优|哈夫曼|平均|最坏|最好|趟|第")
    settle(reading, _OWN)
    runs = [list(to_ints(run)) for run in patterns.findall(_RUN, told[0])]
    keys = [key for run in runs for key in run]
    if count not in (None, len(runs)) or any(run != sorted(run) for run in runs) or len(set(keys)) != len(keys):
        stay_out("rows that are not sorted, or equal keys")
    if not 2 <= len(runs) <= 8 or len(keys) > 40:
        return None
    return Recognition(
        parameters={"task": "runs-merged", "runs": runs},
        understood=(("有序序列", "；".join(listed(run) for run in runs)), ("求", "两两归并的比较次数")),
    )


def _compared(one: Sequence[int], other: Sequence[int]) -> int:
    """How often keys are compared until one of the rows is used up."""
    first = second = count = 0
    while first < len(one) and second < len(other):
        count += 1
        if one[first] < other[second]:
            first += 1
        else:
            second += 1
    return count


def merge_runs(parameters: Parameters) -> Solution:
    """How often keys are compared in all passes."""
    runs, steps, total = [list(run) for run in parameters["runs"]], [], []
    while len(runs) > 1:
        merged = []
        for place in range(0, len(runs), 2):
            pair = runs[place : place + 2]
            if len(pair) == 2:
                total.append(_compared(*pair))
                steps.append(f"({listed(pair[0])}) 与 ({listed(pair[1])}) 归并，比较 {total[-1]} 次。")
            merged.append(sorted(key for run in pair for key in run))
        runs = merged
    return Solution(
        answer=f"{sum(total)} 次",
        steps=paragraphs(*steps, f"{' + '.join(map(str, total))} = {sum(total)} 次。" if len(total) > 1 else ""),
        also=(str(sum(total)),),
        conventions=("从左到右两两归并，剩下单独一个的直接进入下一趟",) if len(parameters["runs"]) > 2 else (),
    )
