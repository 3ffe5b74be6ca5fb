"""External sorting: merge passes, dummy runs, and the reads and writes of the best merge tree.

Knuth, The Art of Computer Programming, 5.4: with `ways` runs merged at a time, `runs` runs need ceil(log_ways(runs)) passes.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.chance import Chance
from engine.generators.ds._external_merge import merging_by_letters
from engine.generators.ds._external_merge.merge_trees import best_merges, dummies, reads, tree_drawn
from engine.generators.ds._external_merge.reading import recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.reading import stay_out
from engine.generators.variations import solving_variations, with_variations

PASSES_POINT = "ds.sort.external"
TREE_POINT = "ds.sort.external-runs"


def passes(runs: int, ways: int) -> list[int]:
    """The number of runs left after each pass, until one is left."""
    left = []
    while runs > 1:
        runs = -(-runs // ways)
        left.append(runs)
    return left


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
        drawing=tree_drawn(lengths, ways),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def replacement_runs(keys: Sequence[int], size: int) -> list[list[int]]:
    """The runs that replacement selection makes: of the keys in the work area the least that is not less than the one put out last."""
    area, coming = list(keys[:size]), list(keys[size:])
    runs: list[list[int]] = []
    while area:
        fitting = [key for key in area if runs and key >= runs[-1][-1]]
        if not fitting:
            runs.append([])
            fitting = area
        least = min(fitting)
        area.remove(least)
        runs[-1].append(least)
        if coming:
            area.append(coming.pop(0))
    return runs


def _selected(parameters: Parameters) -> Solution:
    """Runs made by replacement selection."""
    runs = replacement_runs(parameters["keys"], parameters["size"])
    answers = []
    for asked in parameters["asked"]:
        name, _, of = asked.partition(":")
        if name == "extremes":
            most, least = of.split(",")
            answers.append((f"第一个初始归并段最长 {most}，最短 {least}", f"{most}，{least}"))
            continue
        if of and not 1 <= int(of) <= len(runs):
            stay_out("no such run")
        if name == "count":
            answers.append((f"{len(runs)} 个归并段", str(len(runs))))
        elif name == "lengths":
            told = listed([len(run) for run in runs])
            answers.append((f"各段长 {told}", told))
        elif name == "list":
            answers.append(("；".join(f"段 {number}：{listed(run)}" for number, run in enumerate(runs, 1)), "；".join(map(listed, runs))))
        elif name == "run":
            answers.append((f"第 {of} 个归并段：{listed(runs[int(of) - 1])}", listed(runs[int(of) - 1])))
        else:
            answers.append((f"第 {of} 个归并段长 {len(runs[int(of) - 1])}", str(len(runs[int(of) - 1]))))
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(
            f"工作区放 {parameters['size']} 个记录，每次输出其中不小于刚输出的最小关键字，并补入下一个；没有这样的关键字时开始新段：",
            numbered([listed(run) for run in runs]),
            "输入已有序时第一个段一直延长到全部记录；输入是逆序时，补入的记录都小于刚输出的，第一个段只有工作区中的那些。"
            if any(asked.startswith("extremes") for asked in parameters["asked"])
            else "",
        ),
        also=("；".join(value for _, value in answers),),
    )


def _best_tree(parameters: Parameters) -> Solution:
    """What is asked of the best merge tree."""
    lengths, ways = parameters["lengths"], parameters["ways"]
    merges = best_merges(lengths, ways)
    total, added = reads(merges), dummies(len(lengths), ways)
    lines = [f"{' + '.join(map(str, merge))} = {sum(merge)}" for merge in merges]
    first = "、".join(str(length) for length in merges[0] if length)
    told = {
        "wpl": (f"WPL = {total}", str(total)),
        "io": (f"读写共 {2 * total} 次", str(2 * total)),
        "dummies": (f"{added} 个虚段", str(added)),
        "dummy-need": (f"需要，补 {added} 个虚段", "需要") if added else ("不需要虚段", "不需要"),
        "merges": (f"归并 {len(merges)} 次", str(len(merges))),
        "root": (f"根的权 {sum(lengths)}", str(sum(lengths))),
        "last": (f"最后得到长 {sum(lengths)} 的段", str(sum(lengths))),
        "first": (f"第一次归并 {first}{f'（和 {added} 个虚段）' if added else ''}", first),
    }
    asked = [name for name in parameters["asked"] if not (name == "dummies" and "dummy-need" in parameters["asked"])]
    answers = []
    for name in asked:
        if name.startswith("step:"):
            number = int(name[5:])
            value = str(sum(merges[number - 1])) if 1 <= number <= len(merges) else stay_out("no such merge")
            answers.append((f"第 {number} 次归并得到长 {value} 的段", value))
        else:
            answers.append(told[name])
    twice = "io" in asked
    return Solution(
        answer="，".join(answer for answer, _ in answers),
        steps=paragraphs(
            f"补 {added} 个长度为 0 的虚段，每次归并最短的 {ways} 个段：",
            numbered(lines),
            f"带权路径长度是各次归并结果之和：{' + '.join(str(sum(merge)) for merge in merges)} = {total}{'，读、写各这么多' if twice else ''}。",
        ),
        also=("，".join(value for _, value in answers), "; ".join(value for _, value in answers)),
        conventions=("段数不够时补长度为 0 的虚段", *(("每个记录（块）读、写各一次",) if twice else ())),
        drawing=tree_drawn(lengths, ways),
    )


def _counted(parameters: Parameters) -> Solution:
    """What is asked of so many runs merged so many at a time."""
    ways, asked = parameters["ways"], parameters["asked"]
    numbers = [parameters["runs"], *parameters.get("others", ())]
    answers: list[tuple[str, str]] = []
    working, conventions = [], []
    for runs in numbers:
        left, added = passes(runs, ways), dummies(runs, ways)
        rest = (runs - 1) % (ways - 1)
        for name in asked:
            what, _, of = name.partition(":")
            if what in ("passes", "left", "io"):
                shown = " → ".join(str(number) for number in (runs, *left))
                working.append(f"每趟后的段数为上一趟除以 {ways} 向上取整：{shown}。")
                conventions.append("每趟归并全部的段")
            if what in ("dummies", "dummy-need", "merges"):
                tail = f"，还差 {ways - 1} − {rest} = {added} 个。" if rest else "，不必补虚段。"
                working.append(f"({runs} − 1) 除以 ({ways} − 1) 余 {rest}" + tail)
                conventions.append("虚段长度为 0")
            if what == "left":
                value = left[int(of) - 1] if 1 <= int(of) <= len(left) else stay_out("no such pass")
                answers.append((f"第 {of} 趟后 {value} 个段", str(value)))
            else:
                count = (runs + added - 1) // (ways - 1) if ways > 1 else 0
                io = 2 * parameters.get("blocks", 0) * len(left)
                answers.append(
                    {
                        "io": (f"读写共 {io} 次", str(io)),
                        "most-ways": (f"{ways} 路", str(ways)),
                        "passes": (f"{len(left)} 趟", str(len(left))),
                        "dummies": (f"{added} 个虚段", str(added)),
                        "dummy-need": (f"需要，补 {added} 个虚段", "需要") if added else ("不需要虚段", "不需要"),
                        "merges": (f"归并 {count} 次（最佳归并树）", str(count)),
                        "runs": (f"{runs} 个初始归并段", str(runs)),
                    }[what]
                )
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(*dict.fromkeys(working)),
        also=("；".join(value for _, value in answers), ", ".join(value for _, value in answers)),
        conventions=tuple(dict.fromkeys(conventions)),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] in ("files", "inner-of-letters"):
        return merging_by_letters.solve(parameters)
    if parameters["task"] == "selected":
        return _selected(parameters)
    if parameters["task"] == "wpl":
        return _best_tree(parameters)
    if parameters["task"] == "counted":
        return _counted(parameters)
    if parameters["task"] == "passes-and-ways":
        first = _counted({"runs": parameters["runs"], "ways": parameters["ways"], "asked": ["passes"]})
        second = _solve({"task": "ways", "runs": parameters["runs"], "passes": parameters["passes"]})
        return Solution(
            answer=f"{first.answer}；{second.answer}",
            steps=paragraphs(first.steps, second.steps),
            also=(f"{first.also[0]}；{second.also[0]}",),
            conventions=second.conventions,
        )
    if parameters["task"] == "most-runs":
        value = parameters["ways"] ** parameters["passes"]
        return Solution(answer=f"{value} 个", steps=f"{parameters['ways']}^{parameters['passes']} = {value}。", also=(str(value),))
    runs = parameters["runs"]
    if parameters["task"] == "several-ways":
        found = [(ways, len(passes(runs, ways))) for ways in parameters["all_ways"]]
        if parameters.get("fewer"):
            less = found[0][1] - found[1][1]
            return Solution(
                answer=f"减少 {less} 趟",
                steps=paragraphs(
                    *(f"{ways} 路：{' → '.join(map(str, (runs, *passes(runs, ways))))}，{count} 趟。" for ways, count in found),
                    f"{found[0][1]} − {found[1][1]} = {less}。",
                ),
                also=(str(less), f"{less} 趟"),
                conventions=("每趟归并全部的段",),
            )
        return Solution(
            answer="；".join(f"{ways} 路 {count} 趟" for ways, count in found),
            steps=paragraphs(*(f"{ways} 路：{' → '.join(map(str, (runs, *passes(runs, ways))))}。" for ways, _ in found)),
            also=("；".join(str(count) for _, count in found), ", ".join(str(count) for _, count in found)),
        )
    if parameters["task"] == "made":
        return Solution(answer=f"{runs} 个", steps=f"记录数除以每段的记录数，向上取整：{runs} 个。", also=(str(runs),))
    if parameters["task"] == "ways":
        wanted = parameters["passes"]
        least = 2
        while least**wanted < runs:
            least += 1
        below = f"{least - 1}^{wanted} = {(least - 1) ** wanted} 小于 {runs}，" if least > 2 else ""
        before = f"{runs} 个初始归并段；" if "runs" in parameters.get("asked", ()) else ""
        return Solution(
            answer=f"{before}{least} 路",
            steps=f"k 路归并 {wanted} 趟最多能归并 k^{wanted} 个段。{below}{least}^{wanted} = {least**wanted} 不小于 {runs}，k 最小为 {least}。",
            also=(f"{runs}；{least}",) if before else (str(least),),
            conventions=("每趟归并全部的段",),
        )
    merges = best_merges(parameters["lengths"], 2)
    counts = [sum(merge) - 1 for merge in merges]
    return Solution(
        answer=f"{sum(counts)} 次",
        steps=paragraphs(
            "合并长为 m、n 的两个有序表最坏比较 m + n − 1 次；总次数最小，每次合并最短的两个：",
            numbered([f"{' + '.join(map(str, merge))} − 1 = {count}" for merge, count in zip(merges, counts, strict=True)]),
            f"{' + '.join(map(str, counts))} = {sum(counts)}。",
        ),
        also=(str(sum(counts)),),
        drawing=tree_drawn(parameters["lengths"], 2),
    )


KIND = Kind(
    name="external-merge",
    title="多路归并与最佳归并树",
    points=(PASSES_POINT, TREE_POINT),
    versions={1: _write},
    solver=Solver(hint=r"归并|合并|置换", recognise=with_variations(recognise), solve=solving_variations(_solve)),
)
