"""A binary tree rebuilt from two traversals, inorder being one of them (Knuth 2.3.1, exercise 7; Yan Weimin, 遍历二叉树).

The other sequence names the root, the inorder sequence tells what is left and right of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._search_trees.binary import Binary, height, inorder, leaves, postorder, preorder
from engine.generators.ds._tree_reconstruction import counts_reading as tree_counts_reading
from engine.generators.ds._tree_reconstruction import facts as tree_facts
from engine.generators.ds._tree_reconstruction import letters as tree_letters
from engine.generators.ds._tree_reconstruction import mentions as tree_mentions
from engine.generators.ds._tree_reconstruction import relations as tree_relations
from engine.generators.ds._tree_reconstruction.reading import recognise
from engine.generators.ds._tree_reconstruction.rebuilding import (
    NAMES,
    only_children,
    traversal,
)
from engine.generators.ds._tree_reconstruction.solving import solve
from engine.generators.ds._tree_reconstruction.working import drawing_of, text_of, working_of
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs

POINT = "ds.tree.traversal-reconstruct"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_LETTERS = "ABCDEFGHIJKLMN"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _third(chance, chance.choice(("pre", "post")), chance.between(6, 7))
    if difficulty == 2:
        return _number(chance) if chance.one_in(2) else _third(chance, "level", chance.between(7, 8))
    return _pre_and_post(chance) if chance.one_in(2) else _forest(chance)


def _random_tree(chance: Chance, keys: Sequence[str]) -> Binary:
    """A tree whose nodes have `keys` in a chance order, not a mere chain."""
    order = chance.shuffled(range(len(keys)))
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for number in order[1:]:
        at = order[0]
        while True:
            sons = left if number < at else right
            if at not in sons:
                sons[at] = number
                break
            at = sons[at]
    names = chance.shuffled(keys)

    def built(at: int) -> Binary:
        return Binary(names[at], built(left[at]) if at in left else None, built(right[at]) if at in right else None)

    return built(order[0])


def _mirrored(tree: Binary | None) -> Binary | None:
    return None if tree is None else Binary(tree.key, _mirrored(tree.right), _mirrored(tree.left))


def _swapped_somewhere(tree: Binary, key: str) -> Binary:
    """The tree with the children of one node exchanged."""

    def walk(node: Binary | None) -> Binary | None:
        if node is None:
            return None
        left, right = walk(node.left), walk(node.right)
        return Binary(node.key, right, left) if node.key == key else Binary(node.key, left, right)

    changed = walk(tree)
    assert changed is not None
    return changed


def _parents(tree: Binary) -> list[str]:
    return [key for key in preorder(tree) if _swapped_somewhere(tree, key) != tree]


def _third(chance: Chance, kind: str, count: int) -> Generated | None:
    tree = _random_tree(chance, _LETTERS[:count])
    if not 3 <= height(tree) <= 5 or leaves(tree) < 2:
        return None
    wanted = chance.choice([name for name in ("pre", "post", "level") if name != kind])
    right = traversal(wanted, tree)
    sequence, middle = traversal(kind, tree), inorder(tree)
    wrong = [Wrong(text_of(traversal(wanted, _swapped_somewhere(tree, key))), f"把 {key} 的左右子树弄反了") for key in _parents(tree)]
    others = [name for name in ("pre", "post", "level") if name not in (wanted, kind)]
    wrong.insert(1, Wrong(text_of(traversal(others[0], tree)), f"写成了{NAMES[others[0]]}序列"))
    wrong.insert(3, Wrong(text_of(traversal(wanted, _mirrored(tree))), "整棵树左右弄反了"))
    wrong.append(Wrong(text_of(reversed_of(sequence)), f"直接把{NAMES[kind]}序列倒了过来"))
    wrong.append(Wrong(text_of([*right[:-3], right[-2], right[-3], right[-1]]), "相邻两个结点的次序弄错"))
    return Generated(
        point=POINT,
        stem=f"某二叉树的{NAMES[kind]}遍历序列为 {text_of(sequence)}，中序遍历序列为 {text_of(middle)}，则它的{NAMES[wanted]}遍历序列为",
        right=text_of(right),
        wrong=wrong,
        steps=paragraphs(working_of(kind, sequence, middle), f"按还原的树遍历，{NAMES[wanted]}序列为 {text_of(right)}。"),
        parameters={
            "task": "from-level" if kind == "level" else "third",
            "given": kind,
            "wanted": wanted,
            "sequence": sequence,
            "inorder": middle,
        },
        drawing=drawing_of(tree, f"由{NAMES[kind]}和中序还原的二叉树"),
    )


def reversed_of(keys: Sequence[str]) -> list[str]:
    """The keys backwards."""
    return list(reversed(keys))


def _number(chance: Chance) -> Generated | None:
    """A figure of the rebuilt tree: height, leaves, or nodes of degree 1."""
    kind = chance.choice(("pre", "post"))
    tree = _random_tree(chance, _LETTERS[: chance.between(7, 10)])
    asked = chance.choice(("height", "leaves", "single"))
    sequence, middle = traversal(kind, tree), inorder(tree)
    count, low = len(middle), leaves(tree)
    singles = count - 2 * low + 1
    tall = height(tree)
    right = {"height": tall, "leaves": low, "single": singles}[asked]
    if right < 2:
        return None
    what = {"height": "高度（根为第 1 层）", "leaves": "叶结点个数", "single": "度为 1 的结点个数"}[asked]
    unit = "层" if asked == "height" else "个"
    counts = [
        (
            {"height": tall - 1, "leaves": low - 1, "single": low}[asked],
            {"height": "高度从 0 数起", "leaves": "数成了度为 2 的结点", "single": "数成了叶结点"}[asked],
        ),
        (
            {"height": low, "leaves": singles, "single": low - 1}[asked],
            {"height": "数成了叶结点", "leaves": "数成了度为 1 的结点", "single": "数成了度为 2 的结点"}[asked],
        ),
        (height(rebuild_naively(middle)), "以为树是完全二叉树" if asked == "height" else "还原时总取中间结点作根"),
        (right + 1, "还原时多接了一层" if asked == "height" else "多数了一个"),
        (right - 1, "还原时少了一层" if asked == "height" else "漏数了一个"),
        (right + 2, "多数了两个"),
        (right - 2, "漏数了两个"),
    ]
    return Generated(
        point=POINT,
        stem=f"某二叉树的{NAMES[kind]}遍历序列为 {text_of(sequence)}，中序遍历序列为 {text_of(middle)}，则该二叉树的{what}是",
        right=f"{right} {unit}",
        wrong=[Wrong(f"{value} {unit}", why) for value, why in counts if value > 0],
        steps=paragraphs(
            working_of(kind, sequence, middle),
            f"还原后高度为 {tall} 层，叶结点 {low} 个，度为 1 的结点 {singles} 个。",
            f"所以{what}是 {right} {unit}。",
        ),
        parameters={"task": asked, "given": kind, "sequence": sequence, "inorder": middle, "count": count},
        drawing=drawing_of(tree, f"由{NAMES[kind]}和中序还原的二叉树"),
    )


def rebuild_naively(middle: Sequence[str]) -> Binary | None:
    """The tree of least height with this inorder: the middle key is always the root."""
    if not middle:
        return None
    at = len(middle) // 2
    return Binary(middle[at], rebuild_naively(middle[:at]), rebuild_naively(middle[at + 1 :]))


def _pre_and_post(chance: Chance) -> Generated | None:
    """How many trees have both a given preorder and a given postorder: 2 to the number of only children."""
    tree = _random_tree(chance, _LETTERS[: chance.between(6, 9)])
    count, low = len(preorder(tree)), leaves(tree)
    singles = count - 2 * low + 1
    if not 1 <= singles <= 5:
        return None
    before, after = preorder(tree), postorder(tree)
    right = 2**singles
    only = only_children(before, after)
    counts = [
        (singles, "数出度为 1 的结点就当成了答案"),
        (1, "以为先序和后序能唯一确定二叉树"),
        (2 * singles, "各结点的可能应相乘，不是相加"),
        (2 ** (singles + 1), "多数了一个度为 1 的结点"),
        (2 ** (singles - 1), "少数了一个度为 1 的结点"),
        (2**low, "用叶结点个数作了指数"),
        (2 ** (low - 1), "用度为 2 的结点个数作了指数"),
        (right + 1, "多数了一棵"),
        (right + 2, "多数了两棵"),
        (right * 4, "多数了两个度为 1 的结点"),
    ]
    return Generated(
        point=POINT,
        stem=f"先序遍历序列为 {text_of(before)}、后序遍历序列为 {text_of(after)} 的二叉树共有",
        right=f"{right} 棵",
        wrong=[Wrong(f"{value} 棵", why) for value, why in counts if value > 0],
        steps=paragraphs(
            "先序中相邻的 XY 在后序中为 YX 时，X 只有一个孩子 Y，Y 是左孩子还是右孩子无法确定。",
            f"这样的 X 有 {'、'.join(only)}，共 {singles} 个，每个有 2 种可能。",
            f"2^{singles} = {right}，共有 {right} 棵。",
        ),
        parameters={"task": "pre-and-post", "preorder": before, "postorder": after},
        drawing=drawing_of(tree, "其中的一棵"),
    )


def _forest(chance: Chance) -> Generated | None:
    """A forest by its binary tree: preorder is the forest's, inorder its postorder; how many trees, leaves or roots there are."""
    tree = _random_tree(chance, _LETTERS[: chance.between(8, 11)])
    before, middle = preorder(tree), inorder(tree)
    roots: list[str] = []
    node: Binary | None = tree
    while node is not None:
        roots.append(node.key)
        node = node.right
    forest_leaves = _without_left(tree)
    asked = chance.choice(("trees", "forest-leaves"))
    right = len(roots) if asked == "trees" else forest_leaves
    if right < 2:
        return None
    low = leaves(tree)
    counts = [
        (low, "数成了对应二叉树的叶结点"),
        (len(before) - forest_leaves, "数成了没有右兄弟的结点" if asked == "trees" else "数成了非叶结点"),
        (forest_leaves if asked == "trees" else len(roots), "数成了森林的叶结点" if asked == "trees" else "数成了树的棵数"),
        (
            len(roots) - 1 if asked == "trees" else _without_right(tree),
            "没有数第一棵树" if asked == "trees" else "左右弄反，数成了没有右孩子的结点",
        ),
        (right + 1, "多数了一个"),
        (right - 1, "漏数了一个"),
        (right + 2, "多数了两个"),
        (right - 2, "漏数了两个"),
    ]
    unit = "棵" if asked == "trees" else "个"
    what = "该森林中树的棵数" if asked == "trees" else "该森林中叶结点的个数"
    closing = (
        f"从根起沿右孩子走，{'、'.join(roots)} 是各棵树的根，共 {right} 棵。"
        if asked == "trees"
        else f"对应二叉树中没有左孩子的结点就是森林的叶结点，共 {right} 个。"
    )
    return Generated(
        point="ds.tree.forest",
        stem=f"某森林的先根遍历序列为 {text_of(before)}，后根遍历序列（即对应二叉树的中序序列）为 {text_of(middle)}，则{what}为",
        right=f"{right} {unit}",
        wrong=[Wrong(f"{value} {unit}", why) for value, why in counts if value > 0],
        steps=paragraphs(
            "按“左孩子右兄弟”对应的二叉树，其先序就是森林的先根序列，中序就是森林的后根序列。", working_of("pre", before, middle), closing
        ),
        parameters={"task": asked, "preorder": before, "inorder": middle},
        drawing=drawing_of(tree, "森林对应的二叉树"),
    )


def _without_left(tree: Binary | None) -> int:
    return 0 if tree is None else (tree.left is None) + _without_left(tree.left) + _without_left(tree.right)


def _without_right(tree: Binary | None) -> int:
    return 0 if tree is None else (tree.right is None) + _without_right(tree.left) + _without_right(tree.right)


_OF_FIGURES = first_reading(tree_counts_reading.recognise, tree_mentions.recognise, tree_relations.recognise)
KIND = Kind(
    name="tree-reconstruction",
    title="由遍历序列还原二叉树",
    points=(POINT, "ds.tree.forest"),
    versions={1: _write},
    solver=Solver(
        hint=r"二叉(?:排序|查找|搜索)?树|二叉链|森林|叉树|的树|度数?[为是]\s?\d|[先前中后]序|[先前中后]根|层序|层次|[左根右][-、]?[左根右][-、]?[左根右]|从上[到往]下",
        recognise=first_reading(tree_facts.recognise, recognise, _OF_FIGURES, tree_letters.recognise_by(_OF_FIGURES, solve)),
        solve=solve,
    ),
)
