"""Answers to questions about a tree that is rebuilt from its traversals."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.generators.ds._search_trees.answers import Shown, answered
from engine.generators.ds._search_trees.binary import Binary, preorder
from engine.generators.ds._search_trees.insertions import bare
from engine.generators.ds._tree_reconstruction import counts as tree_counts
from engine.generators.ds._tree_reconstruction import facts as tree_facts
from engine.generators.ds._tree_reconstruction import letters as tree_letters
from engine.generators.ds._tree_reconstruction import mentions as tree_mentions
from engine.generators.ds._tree_reconstruction import relations as tree_relations
from engine.generators.ds._tree_reconstruction.further_questions import FURTHER, complete_of, mirrored, told_further
from engine.generators.ds._tree_reconstruction.possible_traversals import possible
from engine.generators.ds._tree_reconstruction.reading import joined
from engine.generators.ds._tree_reconstruction.rebuilding import (
    NAMES,
    from_extended,
    is_consistent,
    only_children,
    rebuild,
    rebuild_full,
    traversal,
)
from engine.generators.ds._tree_reconstruction.working import drawing_of, working_of
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def _of_pre_and_post(parameters: Parameters) -> Solution:
    before, after, asked = parameters["preorder"], parameters["postorder"], parameters["asked"]
    if not is_consistent(before, after):
        stay_out("no such tree")
    only = only_children(before, after)
    if not only:
        return _of_tree(rebuild_full(before, after), asked, "", "先序的第二个结点是左子树的根，它在后序中的位置分出左、右子树。")
    answers = []
    for name in asked:
        if name == "shapes":
            answers.append((f"{2 ** len(only)} 棵", str(2 ** len(only))))
        elif name in ("left", "right") and {"left", "right"} <= set(asked):
            children = [before[1]] if before[0] in only else [before[1], after[-2]]
            told = f"只有 {children[0]}" if len(children) == 1 else f"有 {'、'.join(children)}"
            answers.append((told, told))
        else:
            stay_out("not the same in all trees")
    answers = list(dict.fromkeys(answers))
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(
            "先序中相邻的 XY 在后序中为 YX 时，X 只有一个孩子 Y，Y 是左孩子还是右孩子无法确定。",
            f"这样的 X 有 {'、'.join(only)}，共 {len(only)} 个，每个有 2 种可能，共 2^{len(only)} = {2 ** len(only)} 棵。",
        ),
        also=bare(answers),
    )


def _told(asked: str, tree: Binary) -> tuple[str, str]:
    """(the answer, the bare value) of one question.

    Raises:
        StayOut: a place or a node that is not there.
    """
    name, _, of = asked.partition(":")
    if name in NAMES:
        told = joined(traversal(name, tree))
        return f"{NAMES[name]}：{told}", told
    if name.startswith("nth-"):
        keys = traversal(name[4:], tree)
        key = keys[int(of) - 1] if 1 <= int(of) <= len(keys) else stay_out("no such place")
        return f"{NAMES[name[4:]]}第 {of} 个是 {key}", key
    if name.startswith(("last-", "first-")):
        keys = traversal(name.partition("-")[2], tree)
        if not 1 <= int(of) <= len(keys):
            stay_out("no such place")
        told = listed(keys[-int(of) :] if name.startswith("last") else keys[: int(of)])
        return f"{NAMES[name.partition('-')[2]]}{'最后' if name.startswith('last') else '前'} {of} 个：{told}", told
    if name == "trees":
        number, node = 1, tree
        while node.right is not None:
            number, node = number + 1, node.right
        return f"{number} 棵树", str(number)
    if name == "shapes":
        return "1 棵", "1"
    if name.startswith(FURTHER):
        return told_further(name, of, tree)
    return answered(name, of, tree, Shown())


def _of_tree(tree: Binary, asked: Sequence[str], title: str, working: str, forest: bool = False) -> Solution:
    keys = {key.lower(): key for key in preorder(tree)}
    named = [
        f"{each.partition(':')[0]}:{'+'.join(keys.get(key.lower(), key) for key in each.partition(':')[2].split('+'))}"
        if ":" in each
        else each
        for each in asked
    ]
    answers = list(dict.fromkeys(_told(each, tree) for each in named))
    only = asked[0]
    also = bare(answers)
    if len(answers) == 1 and only in NAMES:
        also = (*also, answers[0][0], ", ".join(traversal(only, tree)), "".join(traversal(only, tree)))
    return Solution(
        answer=answers[0][1] if len(answers) == 1 and only in NAMES else "；".join(answer for answer, _ in answers),
        steps=working,
        also=also,
        conventions=(*(("高度以根为第 1 层",) if "height" in asked else ()), *(("森林按“左孩子右兄弟”对应二叉树",) if forest else ())),
        drawing=drawing_of(tree, title or "还原的二叉树"),
    )


def solve(parameters: Parameters) -> Solution:
    """What is asked of the rebuilt tree, of all trees with these traversals, or of the figures of a tree.

    Raises:
        StayOut: there is no such tree, or it is not settled.
    """
    if parameters.get("task") == "pre-and-post":
        return _of_pre_and_post(parameters)
    if parameters.get("task") == "possible":
        return possible(parameters)
    if parameters.get("task") == "shapes":
        count = parameters["count"]
        value = math.comb(2 * count, count) // (count + 1)
        return Solution(
            answer=f"{value} 种",
            steps=f"n 个结点的二叉树有 C(2n, n)/(n + 1) 种：n = {count} 时为 {value} 种。",
            also=(str(value), f"{value} 棵"),
        )
    if parameters.get("task") == "tree-fact":
        return tree_facts.solve(parameters)
    if parameters.get("task") == "tree-relation":
        return tree_relations.solve(parameters)
    if parameters.get("task") == "letters":
        return tree_letters.solve(parameters, solve)
    if parameters.get("task") == "tree-mentions":
        return tree_mentions.solve(parameters)
    if parameters.get("task") == "counts":
        return tree_counts.solve(parameters)
    if parameters.get("task") == "extended":
        told = from_extended(parameters["signs"], parameters["empty"])
        return _of_tree(told, parameters["asked"], "由扩展先序还原的二叉树", "依次读入：字符是结点，空符号表示该子树为空；先左后右地建立。")
    if parameters.get("task") == "complete":
        complete = complete_of(parameters["inorder"])
        complete = (mirrored(complete) or complete) if parameters.get("mirror") else complete
        return _of_tree(complete, parameters["asked"], "完全二叉树", "完全二叉树的形状只由结点数决定，按中序次序依次填入各结点。")
    kind, sequence, middle = parameters["given"], parameters["sequence"], parameters["inorder"]
    try:
        tree = rebuild(kind, sequence, middle)
    except ValueError as error:
        stay_out(str(error))
    if tree is None or traversal(kind, tree) != list(sequence):
        stay_out("no such tree")
    if parameters.get("mirror"):
        tree = mirrored(tree) or tree
    return _of_tree(
        tree, parameters["asked"], f"由{NAMES[kind]}和中序还原的二叉树", working_of(kind, sequence, middle), parameters.get("forest", False)
    )
