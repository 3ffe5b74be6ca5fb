"""Answers about sorting that compare pasted rows, look for the pivot of a row that is told, or follow a heap through several changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.ds._sorting_pass.counts import bubble_counts, insertion_compared, sifted_down, sifted_up
from engine.generators.ds._sorting_pass.simulator import above, heap_of, partition
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def quick_work(keys: Sequence[int]) -> int:
    """Comparisons with pivots of quick sort with the first of every part as its pivot."""
    if len(keys) < 2:
        return 0
    row = partition(keys)
    place = row.index(keys[0])
    return len(keys) - 1 + quick_work(row[:place]) + quick_work(row[place + 1 :])


def _measures(method: str, what: str) -> Callable[[list[int]], list[int]]:
    """What is measured of a row, in every way that books have."""
    ways: dict[tuple[str, str], Callable[[list[int]], list[int]]] = {
        ("insertion", "compared"): lambda row: [insertion_compared(row, True), insertion_compared(row, False)],
        ("bubble", "compared"): lambda row: [bubble_counts(row, True)["compared"]],
        ("bubble", "exchanged"): lambda row: [bubble_counts(row, False)["exchanged"]],
        ("bubble", "passes"): lambda row: [bubble_counts(row, True)["passes"]],
        ("quick", "work"): lambda row: [quick_work(row)],
    }
    return ways[method, what]


_WHAT = {"compared": "比较次数", "exchanged": "交换次数", "passes": "趟数", "work": "与枢轴的比较次数"}
_METHOD = {"insertion": "直接插入排序", "bubble": "冒泡排序", "quick": "快速排序（以第一个元素为枢轴）"}


def extreme(parameters: Parameters) -> Solution:
    """Which of the pasted rows takes a method the least, or the most, work."""
    method, what, sign = parameters["method"], parameters["what"], 1 if parameters["least"] else -1
    measure = _measures(method, what)

    steps = f"对每个序列逐趟做{_METHOD[method]}，数{_WHAT[what]}，取最{'少' if sign == 1 else '多'}的一个。"

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        rows = [[int(key) for key in patterns.findall(r"\d+", option)] for option in options]
        if any(len(row) < 4 or len(set(row)) != len(row) for row in rows):
            return None
        measured = [[sign * value for value in measure(row)] for row in rows]
        least = [min(column) for column in zip(*measured, strict=True)]
        # Alone in every way that books have: no other row comes up to it in any.
        alone = [number for number, measures in enumerate(measured) if measures == least]
        if len(alone) != 1 or any(
            value in column[: alone[0]] + column[alone[0] + 1 :]
            for value, column in zip(least, map(list, zip(*measured, strict=True)), strict=True)
        ):
            return None
        told = "；".join(f"{listed(row)}：{abs(measures[0])}" for row, measures in zip(rows, measured, strict=True))
        return alone[0], f"{steps}{told}。"

    return Solution(answer="", steps=steps, fits=lambda option: False, among=among, conventions=("从小到大排序",))


def settled(row: Sequence[int], descending: bool = False) -> list[int]:
    """The elements with none larger before and none smaller behind: what can have been a pivot."""
    sign = -1 if descending else 1
    return [
        key
        for place, key in enumerate(row)
        if all(sign * other < sign * key for other in row[:place]) and all(sign * other > sign * key for other in row[place + 1 :])
    ]


def pivot(parameters: Parameters) -> Solution:
    """Which element of a row that is told after one partition was the pivot."""
    row = parameters["keys"]
    found = settled(row, parameters["descending"])
    smaller, larger = ("大", "小") if parameters["descending"] else ("小", "大")
    steps = paragraphs(
        f"一次划分后，枢轴左边的元素都比它{smaller}，右边的都比它{larger}。",
        f"{listed(row)} 中合乎这一点的是 {listed(found) if found else '没有'}。",
    )
    if len(found) == 1 and parameters["possible"]:
        return Solution(answer=str(found[0]), steps=steps)

    def fits(option: str) -> bool:
        keys = [int(key) for key in patterns.findall(r"\d+", option)]
        if not keys or any(key not in row for key in keys):
            stay_out("an option of another key")
        if len(keys) == 1:
            return bool((keys[0] in found) == parameters["possible"])
        return bool(parameters["possible"]) and sorted(keys) == sorted(found)

    return Solution(answer="", steps=steps, fits=fits)


def inserted_one(parameters: Parameters) -> Solution:
    """How often a record is compared with others when insertion sort puts it into its place."""
    keys, number = parameters["keys"], parameters["number"]
    before, key = sorted(keys[: number - 1]), keys[number - 1]
    met: list[int] = []
    for other in reversed(before):
        met.append(other)
        if other <= key:
            break
    if met and met[-1] > key:
        stay_out("whether the sentinel is compared with")
    return Solution(
        answer=f"{len(met)} 次",
        steps=f"前 {number - 1} 个已有序：{listed(before)}。{key} 从后往前依次与 {listed(met)} 比较，共 {len(met)} 次。",
        also=(str(len(met)),),
        conventions=("从有序部分的末尾往前比较",),
    )


def halving(parameters: Parameters) -> Solution:
    """The most comparisons of looking by halving for where one more element goes among sorted ones."""
    count = parameters["count"]
    most = int(count).bit_length()
    return Solution(
        answer=f"{most} 次",
        steps=f"在 {count} 个有序元素中折半查找插入位置，判定树有 {most} 层（2^{most - 1} ≤ {count} < 2^{most}），最多比较 {most} 次。",
        also=(str(most),),
    )


def heap_changes(parameters: Parameters) -> Solution:
    """A heap after several removals of its root, or after several keys inserted one by one."""
    row, larger = list(parameters["keys"]), above(parameters["largest"])
    built = ""
    steps = []
    if parameters.get("built"):
        row = heap_of(row, parameters["largest"])
        built = listed(row)
        steps.append(f"建成的堆：{listed(row)}。")
    if any(larger(row[place], row[(place - 1) // 2]) for place in range(1, len(row))):
        stay_out("not a heap")
    for key in parameters["inserted"]:
        row.append(key)
        sifted_up(row, larger)
        steps.append(f"插入 {key}：{listed(row)}。")
    for _ in range(parameters["removed"]):
        if len(row) < 2:
            stay_out("nothing is left")
        root = row[0]
        row = [row[-1], *row[1:-1]]
        sifted_down(row, larger)
        steps.append(f"删除堆顶 {root}，最后一个元素移到堆顶并向下调整：{listed(row)}。")
    both = parameters.get("both", False)
    return Solution(
        answer=f"建成的堆：{built}；调整后：{listed(row)}" if both else listed(row),
        steps=paragraphs(*steps),
        also=(f"{built}；{listed(row)}",) if both else (),
        conventions=("堆顶删除后用最后一个元素补到堆顶",) if parameters["removed"] else (),
    )


def merged_of_n(parameters: Parameters) -> Solution:
    """The fewest or the most comparisons of merging two sorted lists of n keys each."""
    name = parameters["name"]
    told = name if parameters["least"] else f"2{name} - 1"
    why = (
        f"一个表的所有元素都不大于另一个表的第一个时，比较 {name} 次就把它全部输出了，剩下的直接接上。"
        if parameters["least"]
        else f"每比较一次输出一个元素，最多比到只剩最后一个：{name} + {name} − 1 次。"
    )
    return Solution(answer=told, steps=why, also=(f"{told} 次",))


OTHERS: dict[str, Callable[[Parameters], Solution]] = {
    "extreme": extreme,
    "pivot": pivot,
    "inserted-one": inserted_one,
    "halving": halving,
    "heap-changes": heap_changes,
    "merged-of-n": merged_of_n,
}
"""The answers by what is asked."""
