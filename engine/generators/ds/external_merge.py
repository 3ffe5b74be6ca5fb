"""External sorting: merge passes, dummy runs, and the reads and writes of the best merge tree.

Knuth, The Art of Computer Programming, 5.4: with `ways` runs merged at a time, `runs` runs need ceil(log_ways(runs)) passes; the best
order of merging runs of unequal length is Huffman's with `ways` branches, dummy runs of length 0 filling the first merge so that
(runs + dummies − 1) is a multiple of (ways − 1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

PASSES_POINT = "ds.sort.external"
TREE_POINT = "ds.sort.external-runs"


def passes(runs: int, ways: int) -> list[int]:
    """The number of runs left after each pass, until one is left."""
    left = []
    while runs > 1:
        runs = -(-runs // ways)
        left.append(runs)
    return left


def dummies(runs: int, ways: int) -> int:
    """How many dummy runs a merge tree with `ways` branches needs."""
    return -(runs - 1) % (ways - 1)


def best_merges(lengths: Sequence[int], ways: int) -> list[list[int]]:
    """The merges of the best tree in order, dummies as 0."""
    roots = sorted([0] * dummies(len(lengths), ways) + list(lengths))
    merges = []
    while len(roots) > 1:
        merges.append(roots[:ways])
        roots = sorted([*roots[ways:], sum(roots[:ways])])
    return merges


def reads(merges: Sequence[Sequence[int]]) -> int:
    """Records read in all merges: the tree's weighted path length."""
    return sum(sum(merge) for merge in merges)


def _without_dummies(lengths: Sequence[int], ways: int) -> int:
    """Wrong: no dummies, the last merge takes what is left."""
    roots, total = sorted(lengths), 0
    while len(roots) > 1:
        total += sum(roots[:ways])
        roots = sorted([*roots[ways:], sum(roots[:ways])])
    return total


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _passes(chance)
    if difficulty == 2:
        return _dummies(chance) if chance.one_in(2) else _least_ways(chance)
    return _best(chance)


def _passes(chance: Chance) -> Generated | None:
    ways, right = chance.between(2, 8), chance.between(2, 7)
    least = ways ** (right - 1) + 1
    if least > 600 or ways**right < 8:
        return None
    runs = chance.between(max(least, 6), min(ways**right, 900))
    left = passes(runs, ways)
    counts = [
        (len(passes(runs, 2)), "按二路归并计算"),
        (right - 1, "对数向下取整了"),
        (right + 1, "最后只剩一个段时又多归并了一趟"),
        (-(-runs // ways), "用段数除以路数"),
        (len(passes(runs, ways + 1)), "路数多算了一路"),
        (right + 2, "多数了两趟"),
        (right - 2, "漏数了两趟"),
        (right + 3, "多数了三趟"),
    ]
    shown = " → ".join(str(number) for number in (runs, *left))
    return Generated(
        point=PASSES_POINT,
        stem=f"外部排序中有 {runs} 个初始归并段，采用 {ways} 路平衡归并，则需要归并的趟数为",
        right=f"{right} 趟",
        wrong=[Wrong(f"{count} 趟", why) for count, why in counts if count > 0],
        steps=paragraphs(f"每趟后的段数为上一趟的段数除以 {ways} 向上取整：{shown}。", f"共归并 {right} 趟。"),
        parameters={"task": "passes", "runs": runs, "ways": ways},
    )


def _least_ways(chance: Chance) -> Generated | None:
    runs, allowed = chance.between(20, 900), chance.between(2, 4)
    right = next(ways for ways in range(2, runs + 1) if len(passes(runs, ways)) <= allowed)
    if right < 4:
        return None
    counts = [
        (right - 1, "开方后向下取整了"),
        (right + 1, "多算了一路"),
        (-(-runs // allowed), "用段数除以趟数"),
        (next(ways for ways in range(2, runs + 1) if len(passes(runs, ways)) <= allowed + 1), "多算了一趟"),
        (next(ways for ways in range(2, runs + 1) if len(passes(runs, ways)) <= allowed - 1), "少算了一趟"),
        (right + 2, "多算了两路"),
        (right - 2, "少算了两路"),
    ]
    return Generated(
        point=PASSES_POINT,
        stem=f"外部排序中有 {runs} 个初始归并段，若要在 {allowed} 趟内完成归并，则归并的路数至少为",
        right=f"{right} 路",
        wrong=[Wrong(f"{count} 路", why) for count, why in counts if count > 1],
        steps=paragraphs(
            f"k 路归并 {allowed} 趟最多能归并 k^{allowed} 个段，要求不少于 {runs}。",
            f"{right - 1}^{allowed} = {(right - 1) ** allowed}，不够；{right}^{allowed} = {right**allowed}，够了。",
            f"归并路数至少为 {right} 路。",
        ),
        parameters={"task": "least-ways", "runs": runs, "allowed": allowed},
    )


def _dummies(chance: Chance) -> Generated | None:
    ways, runs = chance.between(4, 14), chance.between(15, 200)
    right = dummies(runs, ways)
    if right == 0:
        return None
    counts = [
        ((runs - 1) % (ways - 1), "把余数当成了虚段数"),
        (-runs % ways, "按能被路数整除来补"),
        (-runs % (ways - 1), "没有减去最后得到的那一个段"),
        (ways - right, "用路数减错了数"),
        (right + 1, "多补了一个"),
        (right - 1, "少补了一个"),
        (right + 2, "多补了两个"),
        (right - 2, "少补了两个"),
    ]
    rest = (runs - 1) % (ways - 1)
    return Generated(
        point=TREE_POINT,
        stem=f"设外存上有 {runs} 个初始归并段，进行 {ways} 路归并，为实现最佳归并，需要补充的虚段个数为",
        right=f"{right} 个",
        wrong=[Wrong(f"{count} 个", why) for count, why in counts if count > 0],
        steps=paragraphs(
            f"每次归并使段数减少 {ways - 1}，最后剩 1 个，所以（段数 − 1）应是 {ways - 1} 的倍数。",
            f"{runs} − 1 = {runs - 1}，除以 {ways - 1} 余 {rest}，还差 {ways - 1} − {rest} = {right}。",
            f"需要补充虚段 {right} 个。",
        ),
        parameters={"task": "dummies", "runs": runs, "ways": ways},
    )


def _merges_table(merges: Sequence[Sequence[int]]) -> str:
    rows = [(number, listed(merge), sum(merge)) for number, merge in enumerate(merges, 1)]
    return table(("归并", "参加的段（0 为虚段）", "所得段长"), rows)


def _best(chance: Chance) -> Generated | None:
    ways = chance.between(3, 4)
    lengths = [chance.between(2, 40) for _ in range(chance.between(6, 10))]
    if dummies(len(lengths), ways) == 0 and chance.one_in(2):
        return None
    io = chance.one_in(2)
    factor = 2 if io else 1
    merges = best_merges(lengths, ways)
    right = factor * reads(merges)
    two = reads(best_merges(lengths, 2))
    counts = [
        (right // factor * (3 - factor), "只算了读，没有算写" if io else "把写外存也算了进去"),
        (factor * _without_dummies(lengths, ways), "没有补虚段，最后一次归并不足路数"),
        (factor * two, "按二路归并计算"),
        (right - factor * sum(lengths), "漏算了最后一次归并"),
        (right + factor * sum(lengths), "多算了一次全部记录"),
        (factor * sum(lengths) * len(passes(len(lengths), ways)), "按每趟都读全部记录计算"),
        (right + factor * min(lengths), "多算了一段"),
        (right - factor * min(lengths), "漏算了一段"),
        (right + factor * max(lengths), "多算了一段"),
        (right - factor * max(lengths), "漏算了一段"),
    ]
    what = "读写外存的总块次数（读一块、写一块各计一次）" if io else "读外存的总块次数"
    total = reads(merges)
    sums = " + ".join(str(sum(merge)) for merge in merges)
    closing = f"读写各一次，2 × {total} = {right}，共 {right} 次。" if io else f"读外存共 {right} 次。"
    return Generated(
        point=TREE_POINT,
        stem=f"外存上有 {len(lengths)} 个初始归并段，长度（块数）分别为 {listed(lengths)}。按 {ways} 路最佳归并树进行归并，{what}为",
        right=f"{right} 次",
        wrong=[Wrong(f"{count} 次", why) for count, why in counts if count > 0],
        steps=paragraphs(
            f"({len(lengths)} − 1) 除以 {ways - 1}，需补虚段 {dummies(len(lengths), ways)} 个；每次取最短的 {ways} 段归并：",
            _merges_table(merges),
            f"{sums} = {total}。",
            closing,
        ),
        parameters={"task": "io" if io else "reads", "lengths": lengths, "ways": ways},
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    asked = reading.take_words(
        (
            (
                r"(?:归并)?(?:的)?路数\s*k?\s*(?:至少|最少|最小)(?:要|需要?|应|应该|可以)?(?:为|是|取|得)?(?:多少|几)?|(?:至少|最少|最小)(?:要|需要?|应|应该)?(?:采用|用|做|进行)?(?:几|多少)路(?:平衡)?(?:归并|合并)?(?:排序)?|(?:的)?最[小少](?:归并)?路数(?:是|为)?"
                r"|k\s*(?:的)?(?:值)?(?:至少|最少|最小)(?:值)?(?:要|需要?|应|应该|可以)?(?:为|是|取|得)?(?:多少|几)?|(?:归并)?路数\s*k?\s*的?最小值(?:是|为)?",
                "ways",
            ),
        )
    )
    reading.take_all(r"(?:权|长度)为?0的?(?:虚段)?(?=虚|\ue000|,|$)")
    weighed = r"(?:最[优小]|最佳)?(?:归并树)?(?:的)?(?:最小)?(?:\(?(?:归并树)?(?:的)?带权路径长度(?:之和)?\)?|(?<![A-Za-z])WPL(?![A-Za-z]))+(?:\s*\(\s*(?:归并树)?(?:的)?(?:带权路径长度|WPL)\s*\))?(?:最小)?(?:值)?(?:是|为)?(?:多少)?"
    asked += ["wpl"] if reading.take_all(weighed) else []
    reading.refuse(r"不|缓冲|败者|胜者|置换|内存|(?<![A-Za-z])IO|记录|每|秒|时间|比较|至少|最多|路数|最少|第|删除|工作区|多相")
    ways = reading.take_one(
        (
            rf"(?:k\s*=\s*)?(?P<value>{INTEGER})\s*[-—]?\s*(?:路|叉|阶)(?:的)?(?:平衡|最佳)?(?:归并|最佳归并|合并)?(?:排序|树|段)?",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
        ),
        to_int,
    )
    count = reading.take_one(
        (
            rf"(?P<value>{INTEGER})(?:个)?(?:长度)?(?:不等|不同|不一)?(?:的)?(?:初始|有序)?(?:归并段|顺串|有序段|有序子文件|子文件|段|游程)",
            rf"(?:初始)?(?:归并段|顺串|有序段|段)(?:的)?(?:个数|总数|数目|数量|数|共|有|共有)*\s*[rmn]?\s*(?:=|为|是|有|共)\s*(?P<value>{INTEGER})(?:个)?(?![\d,、 ]*[,、 ]\d)",
        ),
        to_int,
    )
    lengths = reading.take_all(SEQUENCE)
    passes_given = reading.take_one(
        rf"(?:用|想|要|要求|需要|希望|若|经过?|只|仅|做|进行|通过|在)*\s*(?P<value>{INTEGER})\s*趟(?:之?内)?(?:归并|合并)?(?:就|能|可|要)?(?:完成?|结束|排好|排序?完?)?",
        to_int,
    )
    asked += reading.take_words(
        (
            (r"(?:归并|合并)?(?:的)?(?:总)?趟数|(?:归并|合并)?(?:多少|几)趟", "passes"),
            (
                r"(?:补充|增加|添加|加|附加|补|设)*(?:的)?(?:多少|几)个(?:长度为0的)?虚(?:归并)?段|(?:补充|增加|添加|加|附加|补|设)*(?:的)?虚(?:归并)?段(?:的)?(?:个数|数目|数量|数)",
                "dummies",
            ),
        )
    )
    reading.finish(
        "外排序 外部排序 外部 外存 归并 合并 排序 最佳归并 最佳归并树 最佳 归并树 初始 归并段 段 需 进行 树 文件 上 为实现 实现 做 虚段 构造 补充 趟 长度 长 依次 各段 块 各 平衡 方案 最优 完成 完 有序"
    )
    if len(asked) != 1:
        return None
    if lengths:
        if len(lengths) != 1 or passes_given is not None or ways is None or asked not in (["wpl"], ["dummies"]):
            return None
        given = [int(number) for number in re.findall(r"\d+", lengths[0][0])]
        if count not in (None, len(given)) or not 2 <= ways <= 30 or not ways <= len(given) <= 40 or min(given) < 1 or "-" in lengths[0][0]:
            return None
        return Recognition(
            parameters={"task": asked[0], "runs": len(given), "ways": ways, "lengths": given},
            understood=(("归并段长度", listed(given)), ("归并路数", str(ways))),
        )
    runs = count
    if runs is None or not 2 <= runs <= 10**6:
        return None
    if asked == ["ways"]:
        if ways is not None or passes_given is None or not 1 <= passes_given <= 20:
            return None
        return Recognition(
            parameters={"task": "ways", "runs": runs, "passes": passes_given},
            understood=(("初始归并段", f"{runs} 个"), ("趟数", str(passes_given))),
        )
    if ways is None or passes_given is not None or asked == ["wpl"] or not 2 <= ways <= 1000:
        return None
    if asked == ["dummies"] and ways == 2:
        stay_out("a binary tree needs none")
    return Recognition(
        parameters={"task": asked[0], "runs": runs, "ways": ways}, understood=(("初始归并段", f"{runs} 个"), ("归并路数", str(ways)))
    )


def _solve(parameters: Parameters) -> Solution:
    runs = parameters["runs"]
    if parameters["task"] == "ways":
        wanted = parameters["passes"]
        least = 2
        while least**wanted < runs:
            least += 1
        below = f"{least - 1}^{wanted} = {(least - 1) ** wanted} 小于 {runs}，" if least > 2 else ""
        return Solution(
            answer=f"{least} 路",
            steps=f"k 路归并 {wanted} 趟最多能归并 k^{wanted} 个段。{below}{least}^{wanted} = {least**wanted} 不小于 {runs}，k 最小为 {least}。",
            also=(str(least),),
            conventions=("每趟归并全部的段",),
        )
    ways = parameters["ways"]
    if parameters["task"] == "wpl":
        merges = best_merges(parameters["lengths"], ways)
        total = reads(merges)
        lines = [f"{' + '.join(map(str, merge))} = {sum(merge)}" for merge in merges]
        return Solution(
            answer=f"WPL = {total}",
            steps=paragraphs(
                f"补 {dummies(runs, ways)} 个长度为 0 的虚段，每次归并最短的 {ways} 个段：",
                numbered(lines),
                f"带权路径长度是各次归并结果之和：{' + '.join(str(sum(merge)) for merge in merges)} = {total}。",
            ),
            also=(str(total),),
            conventions=("段数不够时补长度为 0 的虚段",),
        )
    if parameters["task"] == "passes":
        left = passes(runs, ways)
        shown = " → ".join(str(number) for number in (runs, *left))
        return Solution(
            answer=f"{len(left)} 趟", steps=f"每趟后的段数为上一趟除以 {ways} 向上取整：{shown}。", conventions=("每趟归并全部的段",)
        )
    rest = (runs - 1) % (ways - 1)
    count = dummies(runs, ways)
    return Solution(
        answer=f"{count} 个虚段",
        steps=f"({runs} − 1) 除以 ({ways} − 1) 余 {rest}" + (f"，还差 {ways - 1} − {rest} = {count} 个。" if rest else "，不必补虚段。"),
        conventions=("虚段长度为 0",),
    )


KIND = Kind(
    name="external-merge",
    title="多路归并与最佳归并树",
    points=(PASSES_POINT, TREE_POINT),
    versions={1: _write},
    solver=Solver(hint=r"归并", recognise=_recognise, solve=_solve),
)
