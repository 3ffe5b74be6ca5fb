"""Answers about sorting other than the row after a pass: counts, told heaps, increments, and which method makes a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.ds._sorting_pass.simulator import (
    above,
    bubble_passes,
    insertion_passes,
    merge_passes,
    selection_passes,
    shell_pass,
)
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

_ASKED = {"passes": "{} 趟", "compared": "比较 {} 次", "exchanged": "交换 {} 次"}


def bubble_counts(keys: Sequence[int], flag: bool) -> dict[str, int]:
    """Passes, comparisons and exchanges of bubble sort; `flag`: it stops after a pass without an exchange."""
    row, counts = list(keys), {"passes": 0, "compared": 0, "exchanged": 0}
    for end in range(len(row) - 1, 0, -1):
        counts["passes"] += 1
        before = counts["exchanged"]
        for place in range(end):
            counts["compared"] += 1
            if row[place] > row[place + 1]:
                row[place], row[place + 1] = row[place + 1], row[place]
                counts["exchanged"] += 1
        if flag and counts["exchanged"] == before:
            break
    return counts


def insertion_compared(keys: Sequence[int], sentinel: bool) -> int:
    """Comparisons of insertion sort from the end of the sorted part; a sentinel is compared with, too."""
    row: list[int] = []
    compared = 0
    for number, key in enumerate(keys):
        place = len(row)
        while place and row[place - 1] > key:
            place -= 1
            compared += 1
        if number and (place or sentinel):
            compared += 1
        row.insert(place, key)
    return compared


def selection_exchanged(keys: Sequence[int]) -> int:
    """Exchanges of selection sort; an element that is in its place is not exchanged."""
    row, exchanged = list(keys), 0
    for place in range(len(row) - 1):
        least = min(range(place, len(row)), key=row.__getitem__)
        if least != place:
            row[place], row[least] = row[least], row[place]
            exchanged += 1
    return exchanged


def sifted_down(row: list[int], larger: Callable[[int, int], bool]) -> int:
    """Sinks the root of a heap to its place; how many comparisons that takes: the children with each other, then the better with it."""
    place, compared = 0, 0
    while 2 * place + 1 < len(row):
        child = 2 * place + 1
        if child + 1 < len(row):
            compared += 1
            child += int(larger(row[child + 1], row[child]))
        compared += 1
        if not larger(row[child], row[place]):
            break
        row[place], row[child] = row[child], row[place]
        place = child
    return compared


def sifted_up(row: list[int], larger: Callable[[int, int], bool]) -> int:
    """Lifts the last of a heap to its place; how many comparisons that takes."""
    place, compared = len(row) - 1, 0
    while place:
        compared += 1
        if not larger(row[place], row[(place - 1) // 2]):
            break
        row[place], row[(place - 1) // 2] = row[(place - 1) // 2], row[place]
        place = (place - 1) // 2
    return compared


def told_heap(parameters: Parameters) -> Solution:
    """A heap after its root is removed or a key inserted."""
    keys, larger = list(parameters["keys"]), above(parameters["largest"])
    if any(larger(keys[place], keys[(place - 1) // 2]) for place in range(1, len(keys))):
        stay_out("not a heap")
    inserted = parameters["inserted"]
    row = [*keys, inserted] if inserted is not None else [keys[-1], *keys[1:-1]]
    begun = list(row)
    compared = sifted_up(row, larger) if inserted is not None else sifted_down(row, larger)
    told = {"row": listed(row), "compared": f"比较 {compared} 次"}
    asked = parameters["asked"]
    how = (
        "新元素放在最后，与双亲比较、向上调整"
        if inserted is not None
        else "最后一个元素放到堆顶，先比较两个孩子、再与较优的孩子比较，向下调整"
    )
    return Solution(
        answer="；".join(told[what] for what in asked),
        steps=paragraphs(f"{how}。调整前是 {listed(begun)}，调整后是 {listed(row)}，比较 {compared} 次。"),
        also=(str(compared), f"{compared} 次") if asked == ["compared"] else (listed(row),),
        conventions=("堆顶删除后用最后一个元素补到堆顶",) if inserted is None else (),
    )


def _misplaced(keys: Sequence[int], largest: bool) -> int | None:
    """The place of the first element that belongs above its parent; None in a heap."""
    larger = above(largest)
    return next((place for place in range(1, len(keys)) if larger(keys[place], keys[(place - 1) // 2])), None)


def is_heap(parameters: Parameters) -> Solution:
    """Whether a row is a heap of the kind named, or of either kind."""
    kinds = [parameters["kind"]] if parameters["kind"] else ["大", "小"]
    if parameters["keys"] is None:

        def fits(option: str) -> bool:
            row = [int(key) for key in patterns.findall(r"\d+", option)]
            if len(row) < 4 or len(set(row)) != len(row):
                stay_out("keys")
            return any(_misplaced(row, kind == "大") is None for kind in kinds) == bool(parameters["possible"])

        return Solution(answer="", steps="把序列看成完全二叉树，逐个比较每个元素与它的双亲（第 i 个的双亲是第 ⌊i/2⌋ 个）。", fits=fits)
    keys = list(parameters["keys"])
    found = [kind for kind in kinds if _misplaced(keys, kind == "大") is None]
    if found:
        return Solution(answer=f"是{found[0]}根堆", steps="每个元素都不违反与双亲的大小关系。", also=("是",))
    told = []
    for kind in kinds:
        place = _misplaced(keys, kind == "大")
        assert place is not None
        told.append(f"{keys[place]} 比双亲 {keys[(place - 1) // 2]} {kind}，不满足{kind}根堆")
    return Solution(
        answer=f"不是{parameters['kind'] + '根' if parameters['kind'] else ''}堆", steps="；".join(told) + "。", also=("不是", "否")
    )


def increment(parameters: Parameters) -> Solution:
    """The increment by which one pass of Shell sort makes one row of another."""
    keys, after = parameters["keys"], parameters["after"]
    found = [gap for gap in range(1, len(keys)) if shell_pass(keys, gap) == after]
    if len(found) != 1:
        stay_out("several increments, or none")
    gap = found[0]
    groups = "；".join(f"{listed(keys[start::gap])} → {listed(sorted(keys[start::gap]))}" for start in range(gap))
    return Solution(answer=f"增量 {gap}", steps=f"相距 {gap} 的为一组，各组排好：{groups}。", also=(str(gap),))


def merged(parameters: Parameters) -> Solution:
    """The most and the fewest comparisons of merging two sorted lists."""
    one, other = parameters["lengths"]
    told = {"most": f"最多 {one + other - 1} 次", "fewest": f"最少 {min(one, other)} 次"}
    return Solution(
        answer="；".join(told[what] for what in parameters["asked"]),
        steps=paragraphs(
            f"每比较一次输出一个元素。最多时比到只剩一个元素：{one} + {other} − 1 = {one + other - 1} 次；",
            f"最少时短表全部先输出完：{min(one, other)} 次。",
        ),
        also=(str(one + other - 1 if parameters["asked"] == ["most"] else min(one, other)),) if len(parameters["asked"]) == 1 else (),
    )


_FORMULAS: tuple[tuple[str, Callable[[int], int]], ...] = (
    ("n(n − 1)/2", lambda n: n * (n - 1) // 2),
    ("n − 1", lambda n: n - 1),
    ("0", lambda n: 0),
)


def _of_n(parameters: Parameters) -> Solution:
    """The same for n elements: the formula that fits several n."""
    told = []
    for what in parameters["asked"]:
        if parameters["method"] == "merge":
            stay_out("logarithms")
        values = {n: _count({**parameters, "count": n}, what) for n in range(5, 10)}
        found = [formula for formula, of in _FORMULAS if all(of(n) == value for n, value in values.items())]
        told.append(_ASKED[what].format(found[0]) if found else stay_out("another formula"))
    bare = patterns.sub("[^n0-9()/−]", "", told[0]).replace("−", "-")
    return Solution(
        answer="；".join(told),
        steps=paragraphs("共 n − 1 趟，各趟依次比较 n − 1、n − 2、…、1 次（最坏），相加即得。", "；".join(told) + "。"),
        also=(bare,) if len(told) == 1 else (),
        conventions=_conventions(parameters),
    )


def _of_cases(parameters: Parameters) -> Solution:
    """The same where the best and the worst case are asked one after the other."""
    parts = [
        (case, counts({**parameters, "cases": None, "case": case, "asked": [what]}))
        for what, case in zip(parameters["asked"], parameters["cases"], strict=True)
    ]
    return Solution(
        answer="；".join(f"{'已有序' if case == 'best' else '逆序'}时{part.answer}" for case, part in parts),
        steps=paragraphs(*(part.steps for _, part in parts)),
        also=("；".join(part.also[0] for _, part in parts),),
        conventions=parts[0][1].conventions,
    )


def counts(parameters: Parameters) -> Solution:
    """Numbers of passes, comparisons and exchanges."""
    if parameters.get("cases"):
        return _of_cases(parameters)
    if parameters["keys"] is None and parameters["count"] is None:
        return _of_n(parameters)
    method, keys, count = parameters["method"], parameters["keys"], parameters["count"]
    asked = [what for what in parameters["asked"] if what != "related"]
    values = {what: _count(parameters, what) for what in asked}
    several = [_ASKED[what].format(values[what]) for what in asked]
    steps = []
    if parameters["number"] is not None:
        assert keys is not None
        passes = {"insertion": insertion_passes, "selection": selection_passes, "merge": merge_passes, "bubble": bubble_passes}[method](
            keys
        )
        number = parameters["number"]
        if not 1 <= number <= len(passes):
            stay_out("no such pass")
        several.insert(0 if parameters["row_first"] else len(several), listed(passes[number - 1]))
        steps.append(
            table(
                ("", "序列"), [("初始", listed(keys)), *((f"第 {place} 趟", listed(row)) for place, row in enumerate(passes[:number], 1))]
            )
        )
    if method == "selection" and "compared" in asked:
        steps.append(f"每趟在剩下的元素中选最小的，比较 n − 1、n − 2、…、1 次，n 为 {count} 时共 {count * (count - 1) // 2} 次。")
    elif method == "bubble" and keys is not None:
        told = [listed(row) for row in bubble_passes(keys)]
        steps.append(table(("", "序列"), [(f"第 {place} 趟", row) for place, row in enumerate(told, 1)]))
    steps.append("，".join(_ASKED[what].format(value) for what, value in values.items()) + "。")
    if "related" in parameters["asked"]:
        several.append("与初始次序无关")
    single = next(iter(values.values()))
    return Solution(
        answer="；".join(several),
        steps=paragraphs(*steps),
        also=(str(single), f"{single} 次", f"{single} 趟") if len(several) == 1 else (),
        conventions=_conventions(parameters),
    )


def _conventions(parameters: Parameters) -> tuple[str, ...]:
    told = ["从小到大排序"]
    if parameters["method"] == "bubble":
        told.append("某趟没有交换就结束" if parameters["flag"] else "每趟从前往后")
    if parameters["sentinel"] is not None:
        told.append("设哨兵" if parameters["sentinel"] else "不设哨兵")
    return tuple(told)


def _count(parameters: Parameters, what: str) -> int:
    """One of the counts.

    Raises:
        StayOut: books differ, or it is not known without the keys.
    """
    method, keys, count, case = parameters["method"], parameters["keys"], parameters["count"], parameters["case"]
    count = int(count)
    whole = count * (count - 1) // 2
    if method == "merge":
        return int(count - 1).bit_length() if what == "passes" else stay_out("comparisons of merging")
    if method == "selection":
        if what == "exchanged":
            return (
                selection_exchanged(keys)
                if keys is not None
                else count - 1
                if case == "worst"
                else 0
                if case == "best"
                else stay_out("exchanges")
            )
        return whole if what == "compared" else count - 1
    if method == "insertion":
        if what == "passes":
            return int(count - 1)
        if what != "compared":
            stay_out("insertion does not exchange")
        if keys is None:
            if case == "best":
                return int(count - 1)
            return (
                int(whole) if case == "worst" and parameters["sentinel"] is False else stay_out("which keys, and whether with a sentinel")
            )
        with_, without = insertion_compared(keys, True), insertion_compared(keys, False)
        if parameters["sentinel"] is None and with_ != without:
            stay_out("whether with a sentinel")
        return with_ if parameters["sentinel"] else without
    if keys is None:
        if case == "worst":
            return int(count - 1) if what == "passes" else int(whole)
        if case == "best" and what == "exchanged":
            return 0
        return stay_out("which keys")
    with_flag, plain = bubble_counts(keys, True)[what], bubble_counts(keys, False)[what]
    if not parameters["flag"] and with_flag != plain:
        stay_out("whether it stops early")
    return with_flag
