"""B-trees: keys inserted one by one with splits, and how high or how low a tree of so many keys can be.

As in Yan Weimin (B-树): a node of an m-order tree has at most m − 1 keys and, the root aside, at least ⌈m/2⌉ − 1. A key goes into a leaf;
a node with m keys is split, its ⌈m/2⌉-th key goes up. Height counts levels of nodes with keys, without the failure leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._b_tree.answers import solve
from engine.generators.ds._b_tree.b_trees import (
    BNode,
    Inserted,
    drawing,
    insert_all,
    insert_with,
    least_keys,
    levels,
    most_keys,
    shown,
    working,
)
from engine.generators.ds._b_tree.facts import SOLVERS as FACTS
from engine.generators.ds._b_tree.facts import facts
from engine.generators.ds._b_tree.reading import recognise
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table

POINT = "ds.search.b-tree"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _bounds(chance)
    order = chance.between(3, 5)
    keys = chance.sample(range(1, 100), chance.between(2 * order + 1, 3 * order + 1))
    done = insert_all(keys, order)
    if len(levels(done[-1].tree)) < 2 or sum(len(each.up) for each in done) < 2:
        return None
    if difficulty == 2:
        return _root(keys, order, done) if chance.one_in(2) else _nodes(chance, keys, order, done)
    return _leaves(keys, order, done)


def _bounds(chance: Chance) -> Generated | None:
    """The greatest or least height of a tree of so many keys, or how many keys a height takes."""
    order, height = chance.between(3, 10), chance.between(3, 6)
    half = (order + 1) // 2
    if chance.one_in(3):
        right = least_keys(order, height)
        counts = [
            (half**height - 1, "根结点也按至少 ⌈m/2⌉ 个孩子计算"),
            (most_keys(order, height), "求成了最多的关键字数"),
            (2 * half ** (height - 2) - 1, "高度少算了一层"),
            (2 * half**height - 1, "把叶子（失败）结点也算作一层"),
            (2 * half ** (height - 1), "没有减 1"),
            (right + 1, "没有减 1，算成了失败结点的个数"),
            (2 * (order // 2) ** (height - 1) - 1 if order % 2 else 2 * (half + 1) ** (height - 1) - 1, "m/2 的取整弄错了"),
            (1 + 2 * (half ** (height - 1) - 1) // max(half - 1, 1), "数成了结点数"),
        ]
        return Generated(
            point=POINT,
            stem=f"高度为 {height} 的 {order} 阶 B 树（高度不含失败结点所在的一层），至少含有的关键字个数是",
            right=f"{right} 个",
            wrong=[Wrong(f"{value} 个", why) for value, why in counts if value > 0],
            steps=paragraphs(
                f"根至少 1 个关键字、2 个孩子；其他非失败结点至少 ⌈{order}/2⌉，即 {half} 个孩子、{half} − 1 = {half - 1} 个关键字。",
                f"失败结点至少有 2 × {half}^{height - 1} = {2 * half ** (height - 1)} 个，关键字数比它少 1。",
                f"至少 {2 * half ** (height - 1)} − 1 = {right}，即 {right} 个",
            ),
            parameters={"task": "least-keys", "order": order, "height": height},
        )
    tallest = chance.between(2, 6)
    if least_keys(order, tallest) > 3000:
        return None
    count = chance.between(least_keys(order, tallest), least_keys(order, tallest + 1) - 1)
    shortest = 1
    while most_keys(order, shortest) < count:
        shortest += 1
    heights = [
        (shortest, "求成了最小高度"),
        (tallest + 1, "把失败结点也算作一层"),
        (tallest - 1, "少算了一层"),
        (tallest + 2, "多算了两层"),
    ]
    return Generated(
        point=POINT,
        stem=f"含有 {count} 个关键字的 {order} 阶 B 树（高度不含失败结点所在的一层），最大高度是",
        right=f"{tallest} 层",
        wrong=[Wrong(f"{value} 层", why) for value, why in heights if value > 0],
        steps=paragraphs(
            f"每个结点的关键字尽量少时最高：根 1 个，其他结点 {half} − 1 = {half - 1} 个。各高度至少需要的关键字：",
            table(("高度", "至少的关键字数"), [(each, least_keys(order, each)) for each in range(1, tallest + 2)]),
            f"{count} 不少于高度 {tallest} 所需，少于高度 {tallest + 1} 所需，最大高度是 {tallest} 层",
        ),
        parameters={"task": "tallest", "order": order, "count": count},
    )


def _mistaken(keys: Sequence[int], order: int) -> list[tuple[BNode, str]]:
    middle = (order + 1) // 2 - 1
    found = [
        (order - 1, order // 2 if order % 2 == 0 else middle - 1, "分裂时上移的关键字取错了"),
        (order, order // 2, "以为结点可以有 m 个关键字"),
        (order - 2, (order - 1) // 2, "结点刚满就分裂了") if order > 3 else (order + 1, order // 2, "以为结点可以有 m + 1 个关键字"),
    ]
    trees = [(insert_with(keys, most, at)[-1].tree, why) for most, at, why in found]
    trees.append((insert_all(sorted(keys), order)[-1].tree, "先排序再插入了"))
    trees.append((insert_all([*keys[1:], keys[0]], order)[-1].tree, "插入的次序弄错"))
    trees.append((insert_all(keys[:-1], order)[-1].tree, "最后一个关键字没有插入"))
    return trees


def _stem(keys: Sequence[int], order: int) -> str:
    return f"将关键字 {listed(keys)} 依次插入初始为空的 {order} 阶 B 树（结点关键字数达到 {order} 时分裂，第 ⌈{order}/2⌉ 个关键字上移）"


def _root(keys: Sequence[int], order: int, done: Sequence[Inserted]) -> Generated:
    def show(tree: BNode) -> str:
        return listed(tree.keys, " 和 ")

    tree = done[-1].tree
    wrong = [Wrong(show(each), why) for each, why in _mistaken(keys, order)]
    wrong.append(Wrong(str(keys[0]), "以为第一个关键字总在根上"))
    wrong.append(Wrong(str(sorted(keys)[len(keys) // 2]), "按全部关键字的中位数猜的"))
    if len(tree.keys) > 1:
        wrong += [Wrong(str(key), "根结点的关键字没有找全") for key in tree.keys[:1]]
    wrong.append(Wrong(show(BNode(tuple(sorted({done[-1].key, *tree.keys}))[:2])), "最后插入的关键字放进了根"))
    # All of one form: the key whose option is longest must not stand out, so a root of one key is compared with roots of one.
    same = [item for item in wrong if ("和" in item.text) == (len(tree.keys) > 1)]
    return Generated(
        point=POINT,
        stem=f"{_stem(keys, order)}，则最后根结点中的关键字为",
        right=show(tree),
        wrong=same,
        steps=paragraphs(working(done, order), f"根结点中的关键字为 {show(tree)}"),
        parameters={"task": "root", "keys": list(keys), "order": order},
        drawing=drawing(tree),
    )


def _nodes(chance: Chance, keys: Sequence[int], order: int, done: Sequence[Inserted]) -> Generated:
    """How many nodes, or how many splits."""
    tree = done[-1].tree
    nodes, splits = sum(len(level) for level in levels(tree)), sum(len(each.up) for each in done)
    ask_splits = chance.one_in(2)
    right = splits if ask_splits else nodes
    unit = "次" if ask_splits else "个"
    counts = [
        (sum(bool(each.up) for each in done), "一次插入引起的连续分裂只算了一次") if ask_splits else (nodes - 1, "没有数根结点"),
        (nodes if ask_splits else splits, "数成了结点数" if ask_splits else "数成了分裂的次数"),
        (-(-len(keys) // (order - 1)), "用关键字数除以每个结点的最多关键字数"),
        (len(levels(tree)[-1]), "数成了最下层的结点数"),
    ]
    counts += [(sum(len(level) for level in levels(each)), why) for each, why in _mistaken(keys, order)] if not ask_splits else []
    counts += [(right + 1, "多数了一个"), (right - 1, "漏数了一个"), (right + 2, "多数了两个"), (right - 2, "漏数了两个")]
    what = "整个过程中结点分裂的次数" if ask_splits else "最后的 B 树中（不含失败结点）结点的个数"
    return Generated(
        point=POINT,
        stem=f"{_stem(keys, order)}，则{what}为",
        right=f"{right} {unit}",
        wrong=[Wrong(f"{value} {unit}", why) for value, why in counts if value > 0],
        steps=paragraphs(working(done, order), f"{what}为 {right} {unit}"),
        parameters={"task": "splits" if ask_splits else "nodes", "keys": list(keys), "order": order},
        drawing=drawing(tree),
    )


def _leaves(keys: Sequence[int], order: int, done: Sequence[Inserted]) -> Generated:
    tree = done[-1].tree
    right = shown(levels(tree)[-1])
    wrong = [Wrong(shown(levels(each)[-1]), why) for each, why in _mistaken(keys, order) if len(levels(each)) > 1]
    every = sorted(keys)
    chunks = [tuple(every[start : start + order - 1]) for start in range(0, len(every), order - 1)]
    wrong.append(Wrong(" ／ ".join(listed(chunk, " ") for chunk in chunks), "把全部关键字平均分到了叶结点（没有上移）"))
    wrong.append(Wrong(shown(levels(insert_all([*keys[:-2], keys[-1], keys[-2], 100], order)[-1].tree)[-1]), "多插入了一个关键字"))
    return Generated(
        point=POINT,
        stem=f"{_stem(keys, order)}，则最后最下层（叶）的各结点从左到右为（“／”分开结点）",
        right=right,
        wrong=wrong,
        steps=paragraphs(working(done, order), f"最下层为 {right}"),
        parameters={"task": "leaves", "keys": list(keys), "order": order, "level": "last"},
        drawing=drawing(tree),
    )


KIND = Kind(
    name="b-tree",
    title="B 树的插入与高度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"B\s*-?\s*树|2-3树",
        recognise=first_reading(facts, recognise),
        solve=lambda told: FACTS[told["task"]](told) if told["task"] in FACTS else solve(told),
    ),
)
