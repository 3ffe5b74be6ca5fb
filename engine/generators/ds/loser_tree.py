"""Loser trees (败者树) of a k-way merge: built from the runs' first keys, and replayed after the winner has been put out.

As in Yan Weimin (多路平衡归并): leaf i (from 0) belongs to run i, its parent is node (i + k) div 2 and the parent of node t is t div 2; nodes
1 to k − 1 hold the loser of their match, node 0 the winner of all. The smaller key wins. Nodes hold the runs' numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.tree import Node, Stage, Tree
from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._loser_tree.counts import comparisons_told
from engine.generators.ds._loser_tree.counts_reading import counts_told
from engine.generators.ds._loser_tree.reading import recognise
from engine.generators.ds._loser_tree.told_reading import tree_told
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.reading import stay_out
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.sort.external"


def losers(keys: Sequence[int]) -> list[int]:
    """Nodes 0 to k − 1 of the tree built from the leaves' keys: the run numbers of the overall winner and of the losers."""
    count = len(keys)
    winners = [0] * count + list(range(count))
    tree = [0] * count
    for node in range(count - 1, 0, -1):
        left, right = winners[2 * node], winners[2 * node + 1]
        winners[node], tree[node] = (left, right) if keys[left] < keys[right] else (right, left)
    tree[0] = winners[1]
    return tree


def replayed(tree: Sequence[int], keys: Sequence[int], leaf: int) -> tuple[list[int], list[tuple[int, int, int]]]:
    """The tree after leaf `leaf` has got a new key (already in `keys`): matches from its parent up to the root.

    Returns:
        The nodes, and each match as (node, run that came up, run that waited there).
    """
    nodes, comer, matches = list(tree), leaf, []
    node = (leaf + len(keys)) // 2
    while node:
        waiting = nodes[node]
        matches.append((node, comer, waiting))
        if keys[waiting] < keys[comer]:
            nodes[node], comer = comer, waiting
        node //= 2
    nodes[0] = comer
    return nodes, matches


def outputs(runs: Sequence[Sequence[int]], count: int) -> list[tuple[int, int]]:
    """The first so many keys put out, each as (run, key); runs are long enough."""
    at = [0] * len(runs)
    keys = [run[0] for run in runs]
    tree, found = losers(keys), []
    for _ in range(count):
        winner = tree[0]
        found.append((winner, keys[winner]))
        at[winner] += 1
        keys[winner] = runs[winner][at[winner]]
        tree, _ = replayed(tree, keys, winner)
    return found


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    count = chance.between(4, 6) if difficulty == 1 else chance.between(5, 8)
    keys = chance.sample(range(5, 95), count)
    if difficulty == 1:
        return _root(keys)
    if difficulty == 2:
        return _array(keys)
    return _after(chance, keys)


_RULE = "叶结点 i 的双亲是结点 (i + k) 除以 2 的商，结点 t 的双亲是结点 t 除以 2 的商，ls[0] 记优胜者，关键字小的胜"


def _words(keys: Sequence[int]) -> str:
    told = "、".join(f"{key}" for key in keys)
    return f"{len(keys)} 路归并用败者树选取最小关键字，归并段 0～{len(keys) - 1} 当前的关键字依次为 {told}（{_RULE}）"


def _drawing(keys: Sequence[int], tree: Sequence[int]) -> Tree:
    count = len(keys)
    nodes = [Node(f"{tree[0]}", tone="good")]
    place = {0: 0}
    for node in range(1, 2 * count):
        parent = node // 2
        place[node] = len(nodes)
        if node < count:
            nodes.append(Node(f"{tree[node]}", place[parent]))
        else:
            nodes.append(Node(f"{keys[node - count]}", place[parent], tone="quiet", below=f"段{node - count}"))
    return Tree(title="败者树", note="叶是关键字，其余是段号；绿色优胜，其下是败者", stages=(Stage("", tuple(nodes)),))


def _matches(keys: Sequence[int]) -> str:
    count = len(keys)
    winners = [0] * count + list(range(count))
    rows = []
    for node in range(count - 1, 0, -1):
        left, right = winners[2 * node], winners[2 * node + 1]
        winners[node], loser = (left, right) if keys[left] < keys[right] else (right, left)
        rows.append((f"ls[{node}]", f"段 {left}（{keys[left]}）对段 {right}（{keys[right]}）", f"段 {winners[node]}", f"段 {loser}"))
    return table(("结点", "比较", "胜者上升", "败者留下"), rows)


def _root(keys: list[int]) -> Generated | None:
    """The root's loser, which need not have the second smallest key."""
    count = len(keys)
    tree = losers(keys)
    right = tree[1]
    order = sorted(range(count), key=keys.__getitem__)
    neighbour = next((run for run in range(count) if run != tree[0] and (run + count) // 2 == (tree[0] + count) // 2), -1)
    candidates = [
        (order[1], "以为根上的败者总是第二小的"),
        (tree[0], "写成了优胜者"),
        (order[-1], "以为最大的关键字败到最后"),
        (neighbour, "写成了与优胜者第一次比较的归并段"),
        *((run, "比较的次序弄错") for run in tree[2:]),
    ]
    return Generated(
        point=POINT,
        stem=f"{_words(keys)}，则建好的败者树中 ls[1] 记下的败者是",
        right=f"归并段 {right}",
        wrong=[Wrong(f"归并段 {run}", why) for run, why in candidates if run >= 0],
        steps=paragraphs("从下往上逐对比较，败者留在结点里，胜者上升：", _matches(keys), f"根 ls[1] 上最后一次比较的败者是归并段 {right}"),
        parameters={"task": "root-loser", "keys": keys},
        drawing=_drawing(keys, tree),
    )


def _shown(tree: Sequence[int]) -> str:
    return listed(tree)


def _winner_tree(keys: Sequence[int]) -> list[int]:
    count = len(keys)
    winners = [0] * count + list(range(count))
    for node in range(count - 1, 0, -1):
        winners[node] = min(winners[2 * node], winners[2 * node + 1], key=keys.__getitem__)
    return [winners[1], *winners[1:count]]


def _swapped(tree: Sequence[int], one: int, other: int) -> list[int]:
    row = list(tree)
    row[one], row[other] = row[other], row[one]
    return row


def _array(keys: list[int]) -> Generated:
    tree = losers(keys)
    largest = losers([-key for key in keys])
    order = sorted(range(len(keys)), key=keys.__getitem__)
    wrong = [
        Wrong(_shown(_winner_tree(keys)), "结点里记了胜者（胜者树）"),
        Wrong(_shown(largest), "关键字大的算胜了"),
        Wrong(_shown(order), "直接按关键字从小到大排了段号"),
        Wrong(_shown([tree[0], *tree[:0:-1]]), "结点的次序弄反了"),
        Wrong(_shown(_swapped(tree, 1, 2)), "根和它的孩子里的败者颠倒了"),
        Wrong(_shown(_swapped(tree, 2, 3)), "左右两个结点的败者颠倒了"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_words(keys)}，则建好的败者树的 ls[0]～ls[{len(keys) - 1}]（记归并段号）依次为",
        right=_shown(tree),
        wrong=wrong,
        steps=paragraphs("从下往上逐对比较，败者留在结点里，胜者上升：", _matches(keys), f"ls[0] 是优胜者，依次为 {_shown(tree)}"),
        parameters={"task": "array", "keys": keys},
        drawing=_drawing(keys, tree),
    )


def _after(chance: Chance, keys: list[int]) -> Generated | None:
    """The winner's run supplies its next key."""
    tree = losers(keys)
    winner = tree[0]
    new = keys[winner] + chance.between(3, 60)
    if new in keys:
        return None
    changed = [*keys[:winner], new, *keys[winner + 1 :]]
    right, matches = replayed(tree, changed, winner)
    if right[0] == winner or right == tree or sum(tree[node] != right[node] for node in range(1, len(keys))) < 2:
        return None
    first = matches[0][0]
    stopped = list(tree)  # only the first match is played
    if changed[stopped[first]] < new:
        stopped[first], stopped[0] = winner, stopped[first]
    wrong = [
        Wrong(_shown(stopped), "只和双亲结点里的败者比较了一次"),
        Wrong(_shown([right[0], *tree[1:]]), "只换了优胜者，没有更新各结点的败者"),
        Wrong(_shown(tree), "没有调整"),
        Wrong(_shown(losers([*keys[:winner], 99, *keys[winner + 1 :]])), "以为这一段已经归并完了"),
        Wrong(_shown(_winner_tree(changed)), "结点里记了胜者（胜者树）"),
        Wrong(_shown(_swapped(right, 1, 2)), "根和它的孩子里的败者颠倒了"),
        Wrong(_shown(_swapped(right, 0, 1)), "优胜者和根上的败者颠倒了"),
    ]
    lines = [
        f"在 ls[{node}]：段 {comer}（{changed[comer]}）对段 {waiting}（{changed[waiting]}），败者留下，段 {comer if changed[comer] < changed[waiting] else waiting} 上升。"
        for node, comer, waiting in matches
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{_words(keys)}。建好败者树后输出优胜者，它所在的归并段 {winner} 的下一个关键字是 {new}，沿叶结点到根调整后，"
            f"ls[0]～ls[{len(keys) - 1}]（记归并段号）依次为"
        ),
        right=_shown(right),
        wrong=wrong,
        steps=paragraphs(f"调整前依次为 {_shown(tree)}。", numbered(lines), f"调整后依次为 {_shown(right)}"),
        parameters={"task": "after", "keys": keys, "new": new},
        drawing=_drawing(changed, right),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _figures(parameters: Parameters) -> Solution:
    """Numbers of comparisons and of nodes."""
    task = parameters["task"]
    if task == "ways":
        ways = 2 ** parameters["levels"]
        return Solution(
            answer=f"{ways} 路",
            steps=f"满的败者树从叶到根比较 {parameters['levels']} 次，有 2^{parameters['levels']} = {ways} 个叶结点。",
            also=(str(ways),),
        )
    if task == "all":
        levels = (parameters["of"] - 1).bit_length()
        count = parameters["records"] - (0 if parameters.get("each") else 1)
        total = count * levels
        written = str(parameters["records"]) if parameters.get("each") else f"({parameters['records']} − 1)"
        return Solution(
            answer=f"{total} 次",
            steps=f"⌈log₂{parameters['of']}⌉ 为 {levels}，{written} × {levels} = {total}。",
            also=(str(total),),
        )
    if task == "ways-of-nodes":
        ways = parameters["count"] + (0 if parameters["leaves"] else 1)
        return Solution(
            answer=f"{ways} 路",
            steps="一个归并段一个叶结点，k 个叶结点有 k − 1 个败者结点（不计 ls[0]），"
            + (f"k = {ways}。" if parameters["leaves"] else f"k = {ways - 1} + 1 = {ways}。"),
            also=(str(ways),),
        )
    if task == "passes":
        levels, left = (parameters["ways"] - 1).bit_length(), [parameters["runs"]]
        while left[-1] > 1:
            left.append(-(-left[-1] // parameters["ways"]))
        said = {"passes": (f"{len(left) - 1} 趟", str(len(left) - 1)), "one": (f"每次 {levels} 次", str(levels))}
        return Solution(
            answer="；".join(said[name][0] for name in parameters["asked"]),
            steps=paragraphs(
                f"每趟后的段数为上一趟除以 {parameters['ways']} 向上取整：{' → '.join(map(str, left))}。",
                f"败者树从叶到根每层比较一次，⌈log₂{parameters['ways']}⌉ 为 {levels}。" if "one" in parameters["asked"] else "",
            ),
            also=("；".join(said[name][1] for name in parameters["asked"]),),
            conventions=("每趟归并全部的段",),
        )
    if task == "change":
        before, after = ((ways - 1).bit_length() for ways in parameters["ways"])
        if parameters.get("difference"):
            return Solution(
                answer=f"增加 {after - before} 次",
                steps=f"每次从叶到根比较 ⌈log₂k⌉ 次：{before} 次和 {after} 次，{after} − {before} = {after - before}。",
                also=(str(after - before), f"{after - before} 次"),
            )
        return Solution(
            answer=f"由 {before} 次变为 {after} 次",
            steps=f"每次从叶到根比较 ⌈log₂k⌉ 次：{before} 次和 {after} 次。",
            also=(f"{before}；{after}",),
        )
    ways = parameters["ways"]
    levels = (ways - 1).bit_length()
    if task == "one":
        return Solution(
            answer=f"{levels} 次",
            steps=f"从叶到根每层比较一次，⌈log₂{ways}⌉ 为 {levels}。",
            also=(str(levels),),
            conventions=("败者树已建好，调整一次",),
        )
    told = {
        "one": (f"用败者树 {levels} 次", str(levels), f"用败者树从叶到根每层比较一次，⌈log₂{ways}⌉ 为 {levels}。"),
        "plain": (f"直接选 {ways - 1} 次", str(ways - 1), f"{ways} 个关键字直接选最小，比较 {ways} − 1 = {ways - 1} 次。"),
        "build": (f"建树 {ways - 1} 次", str(ways - 1), f"建树时每个败者结点比较一次，共 {ways} − 1 = {ways - 1} 次。"),
        "inner": (f"败者结点 {ways - 1} 个", str(ways - 1), f"k 个叶结点有 k − 1 个败者结点：{ways - 1} 个。"),
        "with-winner": (f"加上冠军共 {ways} 个", str(ways), f"加上 ls[0] 共 {ways} 个。"),
        "leaves": (f"叶结点 {ways} 个", str(ways), f"一个归并段一个叶结点，共 {ways} 个。"),
    }
    asked = parameters["asked"]
    single = {"inner": f"{ways - 1} 个", "leaves": f"{ways} 个", "plain": f"{ways - 1} 次", "build": f"{ways - 1} 次"}
    return Solution(
        answer=single.get(asked[0], told[asked[0]][0]) if len(asked) == 1 else "；".join(told[name][0] for name in asked),
        steps=paragraphs(*(told[name][2] for name in asked)),
        also=("；".join(told[name][1] for name in asked), ", ".join(told[name][1] for name in asked)),
        conventions=("建树时逐对比较，败者留下、胜者上升",) if "build" in asked else (),
    )


def _of_runs(parameters: Parameters) -> Solution:
    """What is put out first of runs told with their keys.

    Raises:
        StayOut: more is put out than is told.
    """
    runs = parameters["runs"]
    ends = max(map(max, runs)) + 1
    longest = max([int(asked.partition(":")[2] or 1) for asked in parameters["asked"]])
    if longest > sum(map(len, runs)):
        stay_out("more than all keys")
    found = outputs(
        [[*run, *range(ends + number * 100, ends + number * 100 + longest + 1)] for number, run in enumerate(runs)], longest + 1
    )
    used = found[:longest]
    if parameters["open"] and any(key >= ends or (key == runs[run][-1] and place < longest - 1) for place, (run, key) in enumerate(used)):
        stay_out("keys that are not told")
    answers = []
    for asked in parameters["asked"]:
        name, _, count = asked.partition(":")
        if name == "first":
            if parameters["open"] and len(runs[found[0][0]]) < 2:
                stay_out("the next key is not told")
            answers.append((f"ls[0] = {found[1][0]}（段 {found[1][0]}，关键字 {found[1][1]}）", str(found[1][0])))
        else:
            values = listed([run if name == "sources" else key for run, key in found[: int(count)]])
            answers.append((f"{'来自段 ' if name == 'sources' else ''}{values}", values))
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=table(("输出", "关键字", "段"), [(number, key, run) for number, (run, key) in enumerate(used, 1)]),
        also=("；".join(value for _, value in answers),),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "runs":
        return _of_runs(parameters)
    if parameters["task"] == "told":
        return comparisons_told(parameters)
    if parameters["task"] != "tree":
        return _figures(parameters)
    keys = list(parameters["keys"])
    stages = [(keys, losers(keys), 0)]
    for new in parameters.get("new", ()):
        keys, tree, _ = stages[-1]
        keys = [new if run == tree[0] else key for run, key in enumerate(keys)]
        after, matches = replayed(tree, keys, tree[0])
        stages.append((keys, after, len(matches)))
    asked, base = parameters["asked"], parameters.get("base", 0)
    if base and any(question.startswith(("array", "losers", "node", "root")) for question in asked):
        stay_out("runs counted from 1 in an array from 0")
    answers: list[tuple[str, str]] = []
    for question in asked:
        name, _, stage = question.partition("@")
        keys, tree, comparisons = stages[int(stage)]
        what = f"ls[0]～ls[{len(keys) - 1}]"
        if name == "winner":
            run = parameters.get("run_asked")
            if parameters.get("both") and not base:
                answers.append((f"冠军是段 {tree[0]}，关键字 {keys[tree[0]]}", f"{tree[0]}；{keys[tree[0]]}"))
                continue
            answers.append(
                (
                    f"冠军 {keys[tree[0]]}（{f'第 {tree[0] + 1} 段' if base else f'段 {tree[0]}'}）",
                    f"段 {tree[0] + base}" if run else str(keys[tree[0]]),
                )
            )
        elif name == "array":
            answers.append((f"{what}：{_shown(tree)}", _shown(tree)))
        elif name == "losers":
            told = _shown(tree[1:])
            answers.append((f"ls[1]～ls[{len(keys) - 1}]：{told}", told))
        elif name == "root":
            value = keys[tree[1]] if parameters["keyed"] else tree[1]
            answers.append((f"ls[1] = {tree[1]}（段 {tree[1]}，关键字 {keys[tree[1]]}）", str(value)))
        elif name == "adjusts":
            answers.append((f"调整时比较 {comparisons} 次", str(comparisons)))
        else:
            node = int(name.partition(":")[2])
            answers.append((f"ls[{node}] = {tree[node]}", str(tree[node])))
    keys, tree, _ = stages[-1]
    winner = stages[int(asked[0].partition("@")[2])][1][0]
    also_run = (f"b{winner}", f"{winner}号段", str(winner)) if parameters.get("run_asked") and len(asked) == 1 else ()
    return Solution(
        answer=answers[0][1]
        if [question.partition("@")[0] for question in asked] == ["array"]
        else "；".join(answer for answer, _ in answers),
        steps=paragraphs(*(_matches(now) for now, _, _ in stages)),
        also=(*also_run, "，".join(value for _, value in answers), ", ".join(value for _, value in answers)),
        conventions=(_RULE,),
        drawing=_drawing(keys, tree),
    )


# The greater wins, or a run has come to its end.
_UNREAD = r"叶子?(?:结点)?[和与、](?:内部|非叶)|[从由]大到小|降序|递减|取尽|取完|耗尽|已空"

KIND = Kind(
    name="loser-tree",
    title="败者树",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"败者树",
        recognise=but_not(_UNREAD)(with_variations(first_reading(recognise, tree_told, counts_told))),
        solve=solving_variations(_solve),
    ),
)
