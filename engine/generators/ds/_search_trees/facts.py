"""Problems about search trees without insertions: which list makes another tree, which keys a search can meet, how many trees there are."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

from engine.generators import patterns
from engine.generators.ds._asking import last_choice
from engine.generators.ds._clauses import WEAK, finish, opened, refuse_open_questions
from engine.generators.ds._search_trees.avl import least_nodes, unbalanced
from engine.generators.ds._search_trees.binary import postorder, preorder
from engine.generators.ds._search_trees.shapes import balanced_shapes
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

SEARCH_TREE = r"(?:二叉(?:排序|查找|搜索|检索)树|(?:排序|查找|搜索)二叉树|BST)(?:\(BST\))?"
_OWN = "序列 关键字 关键字序列 结点 元素 二叉树 树 构造 建立 建 生成 各 下列 以下 四个 用 按 次序 顺序 依次 插入 分别 一棵 棵 查找 检索 过程 过程中 比较 依次比较 所 值 经过 被 遇到 查 找 互不相同 不同 不同的 个 数 由 构成 组成 能 可以 得到 平衡 深度 高度 时 其中 属于"


def facts(text: str) -> Recognition | None:
    """One of these problems; None where it is none.

    Raises:
        StayOut: it is one, but not all of it is understood.
    """
    if "红黑" in text or patterns.search(r"B\s*-?\s*树|B\+", text):
        return None
    for read in (_another_tree, _walked, _met, _trees, _difference):
        if (found := read(text)) is not None:
            return found
    return None


def _another_tree(text: str) -> Recognition | None:
    if patterns.search(r"\d\s*[,、 ]\s*\d+\s*[,、 ]\s*\d", text) or "平衡" in text:
        return None
    reading = opened(text)
    asked = reading.take(
        r"[与和跟同][用由按]?(?:其他|其它|其余|另外|别的)[三3]?[个组种]?(?:关键字)?(?:序列|选项|次序)?所?(?:构造|建立|得到|生成|插入)?的?(?:结果|二叉排序树|二叉查找树|二叉搜索树|树|形态)*[都均]?(?:不同|不一样|不一致|相异)的?[是为有]?(?:哪个|哪一个|哪组)?"
    )
    if asked is None or not reading.take_all(SEARCH_TREE):
        return None
    finish(reading, _OWN, WEAK)
    return Recognition(parameters={"task": "another-tree"}, understood=(("求", "构造的二叉排序树与其他不同的序列"),))


def _walked(text: str) -> Recognition | None:
    """Which of the pasted lists can, or cannot, be a preorder or postorder of a search tree."""
    if patterns.search(r"\d\s*[,、 ]\s*\d+\s*[,、 ]\s*\d|平衡|层序", text) or len(patterns.findall("[先前后中]序", text)) != 1:
        return None
    reading = opened(text)
    asked = last_choice(
        reading.rest,
        "二叉排序树 二叉查找树 二叉搜索树 BST 一棵 某棵 二叉树 先序 后序 中序 遍历 遍历序列 遍历结果 结构 构成 成为 组成 所得",
        "先序|后序",
    )
    if asked is None or patterns.search(SEARCH_TREE, asked.words) is None:
        return None
    reading.take_spans([(asked.start, asked.start + len(asked.words))])
    finish(reading, _OWN, WEAK)
    order = "post" if "后序" in asked.words else "pre"
    return Recognition(
        parameters={"task": "walked", "order": order, "possible": asked.so},
        understood=(("求", f"{'' if asked.so else '不'}可能是二叉排序树{'后序' if order == 'post' else '先序'}序列的"),),
    )


def _met(text: str) -> Recognition | None:
    if (
        patterns.search(r"\d\s*[,、 ]\s*\d+\s*[,、 ]\s*\d", text)
        or not patterns.search("查找|检索|搜索", text)
        or patterns.search("平均|折半|二分", text)
    ):
        return None
    reading = opened(text)
    asked = last_choice(
        reading.rest,
        "二叉排序树 二叉查找树 二叉搜索树 查找 检索 搜索 比较 依次 过程 路径 经过 遇到 被 所 构成 成为 组成 一条 二叉树 进行 先后 查到",
        "比较|查找|检索|路径|搜索",
    )
    if asked is None or patterns.search(SEARCH_TREE, text) is None:
        return None
    reading.take_spans([(asked.start, asked.start + len(asked.words))])
    reading.take_all(SEARCH_TREE)
    key = reading.take_one(r"(?:查找|检索|搜索)到?(?:关键字|元素|值|结点|数)?值?为?\s*(?P<value>\d+)的?(?:结点|关键字|元素)?时?", int)
    reading.take_all(
        rf"由?1\s*(?:~|到|至|-)\s*{INTEGER}(?:的|之间的)*(?:整数|数)?(?:构成|组成)?的?|(?:关键字|结点)?的?值?在?1\s*(?:~|到|至|-)\s*{INTEGER}之间|(?:含有?|有|具有)?{INTEGER}个结点的"
    )
    finish(reading, _OWN, WEAK)
    return Recognition(
        parameters={"task": "met", "possible": asked.so, "key": key},
        understood=(("求", f"{'' if asked.so else '不'}可能的查找路径"), *((("查找", str(key)),) if key is not None else ())),
    )


def _trees(text: str) -> Recognition | None:
    """How many search trees of so many keys there are, and how many of them are balanced."""
    if (
        not patterns.search(SEARCH_TREE, text)
        or not patterns.search("多少|几|\\(\\s*\\)", text)
        or patterns.search("插|依次|逐个|概率|平均", text)
    ):
        return None
    listed_keys = patterns.search(r"(?<![\d.])\d+(?:\s*[,、 ]\s*\d+){1,9}", text)
    reading = opened(text.replace(listed_keys[0], " ") if listed_keys else text)
    count = reading.take_one(rf"(?P<value>{INTEGER})个(?:不同的?|互不相同的?|互异的?)*(?:关键字|结点|元素|数|整数|值)", to_int)
    balanced = reading.take(
        r"(?:其中|,|又|并且|问)*有?(?:多少|几|\(\s*\))[棵种]?(?:是|属于|为)?(?:平衡的?(?:二叉(?:排序|查找)?树)?|AVL树?)的?|(?:其中|,)*(?:属于|是|为)?(?:平衡的?(?:二叉(?:排序|查找)?树)?|AVL树?)的?(?:有|共有)(?:多少|几|\(\s*\))[棵种]?"
    )
    every = reading.take(
        rf"(?:能|可以|可|可能)?(?:构成|组成|构造|得到|形成|生成|建立)?出?的?(?:不同的?|互不相同的?)*(?:(?:多少|几|\(\s*\))[棵种](?:不同的?|形态不同的?)*(?:形态的?)?{SEARCH_TREE}|{SEARCH_TREE}的?(?:形态|个数|数目)?(?:共|一共|总共)?有?(?:多少|几|\(\s*\))[棵种个])(?:不同的?)?(?:形态)?"
    )
    if every is None:
        return None
    refuse_open_questions(reading)
    finish(reading, _OWN, WEAK)
    keys = len(patterns.findall(r"\d+", listed_keys[0])) if listed_keys else None
    count = keys if count is None else count
    if count is None or (keys is not None and keys != count) or not 1 <= count <= 20:
        return None
    return Recognition(
        parameters={"task": "trees", "count": count, "asked": ["every", *(["balanced"] if balanced else [])]},
        understood=(("关键字", f"{count} 个"), ("求", "二叉排序树的棵数" + ("，其中平衡的棵数" if balanced else ""))),
    )


def _difference(text: str) -> Recognition | None:
    """The greatest difference between the nodes of the two subtrees of an AVL tree's root."""
    reading = opened(text)
    asked = reading.take(
        r"(?:则|那么|,|其)*(?:根(?:结点)?的?)?左[、,和]?右(?:两棵)?子树的?(?:结点)的?总?个?数目?[之的]?(?:差(?:值|的绝对值)?|相差)(?P<most>最多|最大|至多)(?:是|为|相差)?(?:多少)?个?"
    )
    if asked is None or not patterns.search("平衡|AVL", reading.text):
        return None
    reading.take_all(
        r"(?:已知|设)?(?:平衡二叉树|AVL树)(?:\(AVL树?\)|\(平衡二叉树\))?的?定义[为是]?:?|(?:树中|其)?(?:任意|任一|每)(?:一?个)?结点的?左[、,和]?右子树的?(?:高度|深度)之?差的?(?:绝对值)?[均都]?不(?:超过|大于)1|且?其?左[、,和]?右子树也?[均都]?[为是]平衡二叉树"
    )
    height = reading.take_one(rf"的?(?:高度|深度|高|层数)h?\s*(?:为|是|=)\s*(?P<value>{INTEGER})", to_int)
    reading.take_all(
        r"某?(?:一棵)?(?:平衡二叉(?:排序|查找)?树|AVL树?)(?:\(AVL树?\))?的?(?=\ue000|,)|(?<=\ue000)的?(?:一棵)?(?:平衡二叉(?:排序|查找)?树|AVL树?)(?:\(AVL树?\))?中?|[均都]?为平衡二叉树"
    )
    refuse_open_questions(reading)
    finish(reading, _OWN, WEAK)
    if height is None or not 2 <= height <= 30:
        return None
    return Recognition(
        parameters={"task": "difference", "levels": height},
        understood=(("高度", f"{height}（根为第 1 层）"), ("求", "左右子树结点数之差的最大值")),
    )


# --- answers -----------------------------------------------------------------------------------------------------------------------


def _keys(option: str) -> list[int]:
    keys = [int(key) for key in patterns.findall(r"\d+", option)]
    return keys if len(keys) > 2 and len(set(keys)) == len(keys) else stay_out("keys")


def _solve_another(parameters: Parameters) -> Solution:
    del parameters

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        lists = [[int(key) for key in patterns.findall(r"\d+", option)] for option in options]
        if any(sorted(keys) != sorted(lists[0]) or len(set(keys)) != len(keys) or len(keys) < 3 for keys in lists):
            return None
        trees = [unbalanced(keys) for keys in lists]
        alone = [number for number, tree in enumerate(trees) if trees.count(tree) == 1]
        told = "；".join(f"{listed(keys)} 的先序：{listed(preorder(tree))}" for keys, tree in zip(lists, trees, strict=True))
        return (alone[0], f"把各序列依次插入空的二叉排序树：{told}。") if len(alone) == 1 else None

    return Solution(answer="", steps="逐个把各序列依次插入空的二叉排序树，比较得到的四棵树。", fits=lambda option: False, among=among)


def can_be_met(keys: Sequence[int]) -> bool:
    """Whether a search can compare with these keys one after the other: each lies on the side where the search went on."""
    low, high = float("-inf"), float("inf")
    target = keys[-1]
    for key in keys:
        if not low < key < high:
            return False
        if target < key:
            high = key
        elif target > key:
            low = key
    return True


def _solve_met(parameters: Parameters) -> Solution:
    key = parameters["key"]

    def fits(option: str) -> bool:
        keys = _keys(option)
        if key is not None and keys[-1] != key:
            if key in keys:
                return not bool(parameters["possible"])
            keys = [*keys, key]  # a search that fails, or a list that leaves the key out
        return can_be_met(keys) == bool(parameters["possible"])

    return Solution(
        answer="", steps="沿查找路径，每比较一次就把范围缩小到较小或较大的一边：后面的关键字都必须落在当时的范围里。逐项检查。", fits=fits
    )


def _solve_walked(parameters: Parameters) -> Solution:
    post = parameters["order"] == "post"

    def fits(option: str) -> bool:
        keys = _keys(option)
        order = keys[::-1] if post else keys
        # The last of a postorder, the first of a preorder, is the root: inserted in that order the keys make the tree.
        tree = unbalanced(order)
        walk = postorder(tree) if post else preorder(tree)
        return (walk == [str(key) for key in keys]) == bool(parameters["possible"])

    return Solution(
        answer="",
        steps=f"{'后序的最后' if post else '先序的第一'}个是根，其余的应能分成前面全小于根、后面全大于根的两段，两段再各自如此。逐项检查。",
        fits=fits,
    )


def _solve_trees(parameters: Parameters) -> Solution:
    count = parameters["count"]
    every, balanced = comb(2 * count, count) // (count + 1), balanced_shapes(count)
    told = {"every": (f"二叉排序树 {every} 棵", every), "balanced": (f"其中平衡二叉树 {balanced} 棵", balanced)}
    asked = parameters["asked"]
    values = [str(told[name][1]) for name in asked]
    return Solution(
        answer="；".join(told[name][0] for name in asked) if len(asked) > 1 else f"{every} 棵",
        steps=paragraphs(
            f"{count} 个关键字的二叉排序树与 {count} 个结点的二叉树形态一一对应：C({2 * count}, {count}) / {count + 1} = {comb(2 * count, count)} / {count + 1} = {every} 棵。",
            f"按根把关键字分成左、右子树，两棵子树高度差不超过 1 的共 {balanced} 棵。" if "balanced" in asked else "",
        ),
        also=("；".join(values), ",".join(values), values[0]) if len(asked) == 1 else ("；".join(values), ",".join(values)),
    )


def _solve_difference(parameters: Parameters) -> Solution:
    levels = parameters["levels"]
    full, fewest = 2 ** (levels - 1) - 1, least_nodes(levels - 2) if levels > 2 else 0
    return Solution(
        answer=f"{full - fewest} 个",
        steps=paragraphs(
            f"一棵子树取高度 {levels - 1} 的满二叉树：2^{levels - 1} − 1 = {full} 个结点；另一棵取高度 {levels - 2} 而结点最少的平衡二叉树：{fewest} 个。",
            f"相差 {full} − {fewest} = {full - fewest} 个。",
        ),
        also=(str(full - fewest),),
        conventions=("只有根结点的树高度为 1",),
    )


SOLVERS = {
    "another-tree": _solve_another,
    "walked": _solve_walked,
    "met": _solve_met,
    "trees": _solve_trees,
    "difference": _solve_difference,
}
"""The answers by what is asked."""
