"""Answers to problems about AVL trees: of the tree, of the rotations, and of what any such tree can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.generators import patterns
from engine.generators.ds._search_trees.answers import TREE_NOTATION, Shown, answered, split
from engine.generators.ds._search_trees.avl import Insertion, drawing, insert_all, least_nodes, plain_insertions, unbalanced, working
from engine.generators.ds._search_trees.binary import Binary, height, inorder, level_order, preorder
from engine.generators.ds._search_trees.facts import SOLVERS
from engine.generators.ds._search_trees.halving import halved
from engine.generators.ds._search_trees.insertions import bare
from engine.generators.ds._search_trees.shapes import balanced_shapes
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out
from engine.generators.several import together


def _is_balanced(tree: Binary | None) -> bool:
    return tree is None or (abs(height(tree.left) - height(tree.right)) < 2 and _is_balanced(tree.left) and _is_balanced(tree.right))


def _bound(parameters: Parameters) -> Solution:
    """The fewest or most nodes of a height, or the least or greatest height of so many nodes."""
    answers, working = [], []
    single = len(parameters["asked"]) == 1
    for asked in parameters["asked"]:
        noun, bound = asked.split("-")
        word = {"least-nodes": "最少", "most-nodes": "最多", "most-compared": "最多比较"}.get(
            f"{bound}-{noun}", {"least": "最小高度", "most": "最大高度"}[bound]
        )
        if bound == "least" and noun == "nodes":
            value = least_nodes(parameters["levels"])
            rows = [(each, least_nodes(each)) for each in range(1, parameters["levels"] + 1)]
            working += ["高度为 h 的平衡二叉树最少有 N(h) 个结点，N(h) = N(h−1) + N(h−2) + 1：", table(("h", "N(h)"), rows)]
        elif noun == "nodes":
            value = 2 ** parameters["levels"] - 1
            working.append(f"最多是满二叉树：2^{parameters['levels']} − 1 = {value} 个。")
        elif bound == "least":
            value = parameters["count"].bit_length()
            working.append(f"高度最小时各层尽量排满：2^{value - 1} ≤ {parameters['count']} < 2^{value}，高度 {value}。")
        else:
            value = 0
            while least_nodes(value + 1) <= parameters["count"]:
                value += 1
            rows = [(each, least_nodes(each)) for each in range(1, value + 2)]
            working += [
                "高度为 h 的平衡二叉树最少有 N(h) 个结点，N(h) = N(h−1) + N(h−2) + 1：",
                table(("h", "N(h)"), rows),
                f"{parameters['count']} 个结点不少于 N({value})，但少于 N({value + 1})。",
            ]
        unit = {"nodes": "个结点", "height": "层", "compared": "次"}[noun]
        answers.append((f"{value} {unit}" if single else f"{word} {value} {unit}", str(value)))
    values = [value for _, value in answers]
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(*working),
        also=("；".join(values), ", ".join(values), *((f"{values[0]}≤n≤{values[1]}", "～".join(values)) if len(values) == 2 else ())),
        conventions=("只有根结点的树高度为 1",),
    )


def _fact(parameters: Parameters) -> Solution:
    """What is told without a list of keys."""
    if parameters["task"] == "bounds":
        return _bound(parameters)
    if parameters["task"] == "rotation":
        rotation = parameters["rotation"]
        sides = {"L": "左", "R": "右"}
        return Solution(
            answer=f"{rotation} 型",
            steps=f"新结点插在失衡结点的{sides[rotation[0]]}孩子的{sides[rotation[1]]}子树上，作 {rotation} 型旋转。",
            also=(rotation,),
            conventions=("平衡因子是左子树高度减右子树高度",),
        )
    if parameters["task"] == "shapes":
        value = balanced_shapes(parameters["count"])
        return Solution(
            answer=f"{value} 种",
            steps=f"按根把关键字分成左、右子树，两棵子树高度差不超过 1，逐个关键字数递推，{parameters['count']} 个关键字有 {value} 种。",
            also=(str(value),),
        )

    def fits(option: str) -> bool:
        keys = [int(number) for number in patterns.findall(r"\d+", option)]
        if len(keys) < 3 or len(set(keys)) != len(keys) or patterns.search(r"[^\d,，、\s(){}]", option):
            stay_out(option)
        return not any(each.rotation for each in insert_all(keys))

    return Solution(answer="", steps="逐项插入，看有没有失衡。", fits=fits)


def _rotation(insertion: Insertion, shown: Shown) -> str:
    return f"插入 {shown.key(str(insertion.key))} 后对 {shown.key(insertion.at)} 作 {insertion.rotation} 旋转"


def _turned(name: str, of: str, done: Sequence[Insertion], stage: int | None, shown: Shown, double: int) -> tuple[str, str]:
    """(the answer, the bare value) of what is asked of the rotations: of one insertion where `stage` is its key, or of all.

    Raises:
        StayOut: there is no such rotation.
    """
    turned = [each for each in done if each.rotation and stage in (None, each.key)]
    if name == "turn-need":
        if stage is None:
            return ("需要旋转", "需要") if turned else ("不用旋转", "不需要")
        return (_rotation(turned[0], shown), f"需要，{turned[0].rotation}") if turned else ("不需要旋转", "不需要")
    if name == "causes":
        keys = [shown.key(str(each.key)) for each in turned]
        return (f"插入 {listed(keys, '、')} 时", listed(keys)) if keys else ("都不需要调整", "无")
    if name in ("first", "first-at", "unbalanced", "last-turn"):
        if not turned or (name == "unbalanced" and stage is None and len(turned) > 1):
            stay_out("no rotation, or which one")
        if name in ("unbalanced", "first-at"):
            return f"最小不平衡子树的根是 {shown.key(turned[0].at)}", shown.key(turned[0].at)
        if name == "first":
            return f"插入 {shown.key(str(turned[0].key))} 时（{turned[0].rotation} 型）", shown.key(str(turned[0].key))
        return f"{turned[-1].rotation} 型（{_rotation(turned[-1], shown)}）", f"{turned[-1].rotation} 型"
    twofold = sum(each.rotation[0] != each.rotation[1] for each in turned)
    if name == "adjust-count":
        return f"{len(turned)} 次调整", f"{len(turned)} 次"
    if name == "turn-count":
        if of:
            number = {"double": twofold, "single": len(turned) - twofold}.get(of, sum(each.rotation == of for each in turned))
            if of in ("左旋", "右旋"):
                # LL turns right, RR left; LR and RL turn both ways.
                other = "LL" if of == "左旋" else "RR"
                number = sum(each.rotation != other for each in turned)
                return f"{of} {number} 次", f"{number} 次"
            title = {"double": "双旋转", "single": "单旋转"}.get(of, f"{of} 型")
            return f"{title} {number} 次", f"{number} 次"
        if double:
            return f"旋转 {len(turned) + (double - 1) * twofold} 次", f"{len(turned) + (double - 1) * twofold} 次"
        if twofold:
            return f"{len(turned)} 次（双旋转算一次；按单旋转一个个算是 {len(turned) + twofold} 次）", f"{len(turned)} 次"
        return f"旋转 {len(turned)} 次", f"{len(turned)} 次"
    if not turned:
        return (f"插入 {shown.key(str(stage))} 后不用旋转" if stage is not None else "没有旋转"), "不用旋转"
    told = "，".join(_rotation(each, shown) for each in turned)
    sorts = "、".join(f"{each.rotation} 型" for each in turned)
    return (told, sorts) if stage is not None else (f"{told}（共 {len(turned)} 次调整）", sorts)


def _steps(done: Sequence[Insertion], shown: Shown, plain: bool) -> str:
    if plain:
        rows = [(shown.key(str(each.key)), shown.row(level_order(each.after))) for each in done]
        return paragraphs("每个关键字从根开始比较，小的往左、大的往右，成为新的叶结点：", table(("插入", "插入后的层序"), rows))
    return working(done) if not shown.names else f"依次插入并调整，最后的层序：{shown.row(level_order(done[-1].after))}。"


def _several(parts: Sequence[Parameters]) -> Solution:
    """The parts of a problem that asks for several trees of one list, each answered for itself."""
    solved = [halved(part) if part.get("task") == "halving" else solve(part) for part in parts]
    if any(each.fits is not None for each in solved):
        stay_out("a question of the options among others")
    joined = together(solved)
    return replace(joined, answer="；".join(f"（{number}）{each.answer}" for number, each in enumerate(solved, 1)), also=(joined.answer,))


def solve(parameters: Parameters) -> Solution:
    """A problem from what was read of it."""
    if parameters.get("task") == "several":
        return _several(parameters["parts"])
    if parameters.get("task") in SOLVERS:
        return SOLVERS[parameters["task"]](parameters)
    if "task" in parameters:
        return _fact(parameters)
    keys, plain = parameters["keys"], parameters.get("plain", False)
    if len(set(keys)) != len(keys):
        stay_out("a key twice")
    shown, given = Shown(tuple(parameters.get("names", ()))), parameters.get("given", [])
    start = unbalanced(given) if given else None
    walk = level_order if parameters.get("given_order") == "level" else preorder
    if walk(start) != [str(key) for key in given] or not (plain or _is_balanced(start)):
        stay_out("no traversal of such a tree")
    done = plain_insertions(keys, start) if plain else insert_all(keys, tree=start)
    assert inorder(done[-1].after) == [str(key) for key in sorted([*given, *keys])]
    answers: list[tuple[str, str]] = []
    told = [split(question) for question in parameters["asked"]]
    for name, of, stage in told:
        if name in ("turn", "turn-need", "turn-count", "adjust-count", "causes", "first", "first-at", "unbalanced", "last-turn"):
            if plain:
                stay_out("rotations of a plain search tree")
            upto = done if stage is None or name in ("turn", "turn-need", "unbalanced") else done[: keys.index(stage) + 1]
            own = stage if name in ("turn", "turn-need", "unbalanced") else None
            if own is not None and own not in keys:
                stay_out("no such insertion")
            if name == "turn-need" and ("turn", "", stage) in told and any(each.key == stage and each.rotation for each in done):
                continue  # which one it is says it
            if name == "turn" and ("unbalanced", "", stage) in told:
                turned = [each for each in done if each.rotation]
                sorts = [each.rotation for each in turned if each.key == stage or (stage is None and len(turned) == 1)]
                answers.append((f"{sorts[0]} 型", sorts[0]) if sorts else stay_out("no rotation"))
                continue
            answers.append(_turned(name, of, upto, own, shown, parameters.get("double", 0)))
        else:
            place = len(keys) if stage is None else keys.index(stage) + 1
            answers.append(answered(name, of, done[place - 1].after, shown))
    answers = list(dict.fromkeys(answers))
    counts = any(name in ("turn-count", "adjust-count") for name, _, _ in told)
    also = list(bare(answers))
    if len(answers) == 1:
        also += [answers[0][1].removesuffix(" 型")]
    conventions = [] if given else ["树初始为空"]
    conventions += ["高度以根为第 1 层"] if any(name == "height" for name, _, _ in told) else []
    conventions += (
        ["平衡因子是左子树高度减右子树高度"]
        if any(name in ("factor", "factors") or "balanced" in name.split("-") for name, _, _ in told)
        else []
    )
    conventions += [TREE_NOTATION] if any(name == "tree" for name, _, _ in told) else []
    conventions += ["LL、RR 是单旋转，LR、RL 是双旋转，一次调整"] if counts else []
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=_steps(done, shown, plain),
        also=tuple(also),
        conventions=tuple(conventions),
        drawing=None if shown.names else drawing(done),
    )
