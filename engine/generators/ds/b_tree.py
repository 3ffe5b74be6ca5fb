"""B-trees: keys inserted one by one with splits, and how high or how low a tree of so many keys can be.

As in Yan Weimin (B-树): a node of an m-order tree has at most m − 1 keys and, the root aside, at least ⌈m/2⌉ − 1. A key goes into a leaf;
a node with m keys is split, its ⌈m/2⌉-th key goes up. Height counts levels of nodes with keys, without the failure leaves.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.tree import Node, Stage, Tree
from engine.generators.chance import Chance
from engine.generators.ds._b_tree_reading import recognise
from engine.generators.ds._insertions import bare
from engine.generators.ds._search_tree_answers import split
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.search.b-tree"


@dataclass(frozen=True, slots=True)
class BNode:
    """A node: its keys and, unless it is a leaf, one child more."""

    keys: tuple[int, ...]
    children: tuple[BNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Inserted:
    """One key inserted: the tree afterwards, and the keys that went up in splits, lowest level first."""

    key: int
    tree: BNode
    up: tuple[int, ...]


def insert(tree: BNode | None, key: int, most: int, middle: int) -> Inserted:
    """The tree with the key. A node with more than `most` keys is split around its key at place `middle` (from 0)."""
    if tree is None:
        return Inserted(key, BNode((key,)), ())
    up: list[int] = []
    pieces = _into(tree, key, most, middle, up)
    return Inserted(key, pieces[0] if len(pieces) == 1 else BNode((up[-1],), tuple(pieces)), tuple(up))


def _into(node: BNode, key: int, most: int, middle: int, up: list[int]) -> list[BNode]:
    """The node with the key: itself, or the two it is split into, the key between them put into `up`."""
    place = bisect(node.keys, key)
    if node.children:
        pieces = _into(node.children[place], key, most, middle, up)
        risen = (up[-1],) if len(pieces) == 2 else ()
        children = (*node.children[:place], *pieces, *node.children[place + 1 :])
        node = BNode((*node.keys[:place], *risen, *node.keys[place:]), children)
    else:
        node = BNode((*node.keys[:place], key, *node.keys[place:]))
    if len(node.keys) <= most:
        return [node]
    up.append(node.keys[middle])
    return [BNode(node.keys[:middle], node.children[: middle + 1]), BNode(node.keys[middle + 1 :], node.children[middle + 1 :])]


def insert_all(keys: Sequence[int], order: int) -> list[Inserted]:
    """The insertions into an empty tree of that order."""
    return _insert_with(keys, order - 1, (order + 1) // 2 - 1)


def _insert_with(keys: Sequence[int], most: int, middle: int) -> list[Inserted]:
    done: list[Inserted] = []
    for key in keys:
        done.append(insert(done[-1].tree if done else None, key, most, middle))
    return done


def levels(tree: BNode) -> list[list[BNode]]:
    """The nodes level by level."""
    found = [[tree]]
    while found[-1][0].children:
        found.append([child for node in found[-1] for child in node.children])
    return found


def least_keys(order: int, height: int) -> int:
    """The fewest keys of a tree of that height: the root has 1 key, every other node ⌈m/2⌉ − 1."""
    half = (order + 1) // 2
    return 1 if height == 1 else int(2 * half ** (height - 1) - 1)


def most_keys(order: int, height: int) -> int:
    """The most keys: every node has m − 1."""
    return int(order**height - 1)


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
    trees = [(_insert_with(keys, most, at)[-1].tree, why) for most, at, why in found]
    trees.append((insert_all(sorted(keys), order)[-1].tree, "先排序再插入了"))
    trees.append((insert_all([*keys[1:], keys[0]], order)[-1].tree, "插入的次序弄错"))
    trees.append((insert_all(keys[:-1], order)[-1].tree, "最后一个关键字没有插入"))
    return trees


def _stem(keys: Sequence[int], order: int) -> str:
    return f"将关键字 {listed(keys)} 依次插入初始为空的 {order} 阶 B 树（结点关键字数达到 {order} 时分裂，第 ⌈{order}/2⌉ 个关键字上移）"


def _shown(nodes: Sequence[BNode]) -> str:
    return " ／ ".join(listed(node.keys, " ") for node in nodes)


def _working(done: Sequence[Inserted], order: int) -> str:
    rows = [(each.key, listed(each.up, "、"), "；".join(_shown(level) for level in levels(each.tree))) for each in done if each.up]
    return paragraphs(
        f"结点最多 {order - 1} 个关键字。下面是发生分裂的插入（“；”分开各层，“／”分开结点）：",
        table(("插入", "上移", "插入后"), rows),
    )


def _drawing(tree: BNode) -> Tree:
    nodes: list[Node] = []

    def add(node: BNode, parent: int) -> None:
        place = len(nodes)
        nodes.append(Node(listed(node.keys, " "), parent))
        for child in node.children:
            add(child, place)

    add(tree, -1)
    return Tree(title="全部插入后的 B 树", stages=(Stage("", tuple(nodes)),))


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
        steps=paragraphs(_working(done, order), f"根结点中的关键字为 {show(tree)}"),
        parameters={"task": "root", "keys": list(keys), "order": order},
        drawing=_drawing(tree),
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
        steps=paragraphs(_working(done, order), f"{what}为 {right} {unit}"),
        parameters={"task": "splits" if ask_splits else "nodes", "keys": list(keys), "order": order},
        drawing=_drawing(tree),
    )


def _leaves(keys: Sequence[int], order: int, done: Sequence[Inserted]) -> Generated:
    tree = done[-1].tree
    right = _shown(levels(tree)[-1])
    wrong = [Wrong(_shown(levels(each)[-1]), why) for each, why in _mistaken(keys, order) if len(levels(each)) > 1]
    every = sorted(keys)
    chunks = [tuple(every[start : start + order - 1]) for start in range(0, len(every), order - 1)]
    wrong.append(Wrong(" ／ ".join(listed(chunk, " ") for chunk in chunks), "把全部关键字平均分到了叶结点（没有上移）"))
    wrong.append(Wrong(_shown(levels(insert_all([*keys[:-2], keys[-1], keys[-2], 100], order)[-1].tree)[-1]), "多插入了一个关键字"))
    return Generated(
        point=POINT,
        stem=f"{_stem(keys, order)}，则最后最下层（叶）的各结点从左到右为（“／”分开结点）",
        right=right,
        wrong=wrong,
        steps=paragraphs(_working(done, order), f"最下层为 {right}"),
        parameters={"task": "leaves", "keys": list(keys), "order": order, "level": "last"},
        drawing=_drawing(tree),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _of_height(noun: str, bound: str, order: int, height: int) -> tuple[int, str]:
    """The least or the most keys, nodes or failure nodes of a height, with the working."""
    half = (order + 1) // 2
    least = bound == "least"
    widths = [1, *(2 * half**level for level in range(height - 1))] if least else [order**level for level in range(height)]
    failure = 2 * half ** (height - 1) if least and height > 1 else (2 if least else order**height)
    each = f"根至少 2 个孩子，其他结点至少 ⌈{order}/2⌉ = {half} 个" if least else f"每个结点都有 {order} 个孩子"
    if noun == "nodes":
        return sum(widths), f"{each}，各层结点数为 {' + '.join(map(str, widths))} = {sum(widths)}。"
    power = f"2 × {half}^{height - 1}" if least else f"{order}^{height}"
    if noun == "failure":
        return failure, f"{each}，失败结点 {power} = {failure} 个。"
    return failure - 1, f"{each}，失败结点 {power} 个，关键字数比它少 1：{failure - 1} 个。"


def _of_node(scope: str, noun: str, bound: str, order: int) -> tuple[int, str]:
    """The least or the most keys or children of the root, or of any other node."""
    half = (order + 1) // 2
    children = order if bound == "most" else (2 if scope == "root" else half)
    which = "根" if scope == "root" else "除根外的结点"
    least = "2 个" if scope == "root" else f"⌈{order}/2⌉ = {half} 个"
    working = f"{which}至少 {least}孩子，至多 {order} 个；关键字比孩子少 1 个。"
    return (children - 1 if noun == "keys" else children), working


def _bound(asked: str, parameters: Parameters) -> tuple[str, str, str]:
    """(the answer, the bare value, the working) of a bound."""
    order = parameters["order"]
    half = (order + 1) // 2
    scope, noun, bound = (*asked.split("-"), "")[:3]
    word = "最少" if bound == "least" else "最多"
    title = {"keys": "", "nodes": "结点 ", "failure": "失败结点 ", "children": "子树 "}.get(noun, "")
    unit = "棵" if noun == "children" else "个"
    if scope != "tree":
        value, working = _of_node(scope, noun, bound, order)
        return f"{'根' if scope == 'root' else ''}{word} {value} {unit}", str(value), working
    if asked == "tree-failure":
        value = parameters["count"] + 1
        return f"失败结点 {value} 个", str(value), f"失败结点比关键字多 1 个：{value} 个。"
    if "nodes" in parameters:
        value = 1 + (parameters["nodes"] - 1) * (half - 1) if bound == "least" else parameters["nodes"] * (order - 1)
        rule = (
            f"根至少 1 个关键字，其余各至少 ⌈{order}/2⌉ − 1 = {half - 1} 个" if bound == "least" else f"每个结点至多 {order - 1} 个关键字"
        )
        return f"{word} {value} 个", str(value), f"{rule}，共 {value} 个。"
    if noun != "height":
        value, working = _of_height(noun, bound, order, parameters["height"])
        return f"{title}{word} {value} 个", str(value), working
    levels_ = 1
    if bound == "most":
        while least_keys(order, levels_ + 1) <= parameters["count"]:
            levels_ += 1
        rows = [(each, least_keys(order, each)) for each in range(1, levels_ + 2)]
        return f"{levels_} 层", str(levels_), table(("高度", "至少的关键字数"), rows)
    while most_keys(order, levels_) < parameters["count"]:
        levels_ += 1
    rows = [(each, most_keys(order, each)) for each in range(1, levels_ + 1)]
    return f"最小高度 {levels_} 层", str(levels_), table(("高度", "至多的关键字数"), rows)


def _node(node: BNode) -> str:
    return f"[{listed(node.keys)}]"


def _told(question: str, parameters: Parameters, middle: int) -> tuple[str, str]:
    """(the answer, the bare value) of what is asked of the tree.

    Raises:
        StayOut: a level or a key that is not in the tree.
    """
    name, of, stage = split(question)
    keys, order = parameters["keys"], parameters["order"]
    done = _insert_with(keys, order - 1, middle)
    only = [each for each in done if each.key == stage]
    done = done[: keys.index(stage) + 1] if stage is not None else done
    tree = done[-1].tree
    levels_ = levels(tree)
    if name == "root":
        return f"根结点 {listed(tree.keys)}", listed(tree.keys)
    if name == "height":
        return f"高度 {len(levels_)}", str(len(levels_))
    if name == "splits":
        splits = sum(len(each.up) for each in only or done)
        return f"分裂 {splits} 次", str(splits)
    if name == "causes":
        causes = listed([each.key for each in done if each.up], "、")
        return (f"插入 {causes} 时", causes) if causes else ("都不分裂", "无")
    if name in ("nodes", "leaves"):
        count = sum(map(len, levels_)) if name == "nodes" else len(levels_[-1])
        return f"{'结点' if name == 'nodes' else '叶结点'} {count} 个", str(count)
    rows = [" ".join(map(_node, row)) for row in levels_]
    if name == "levels":
        return "；".join(f"第 {number} 层：{row}" for number, row in enumerate(rows, 1)), "；".join(rows)
    if name == "leaf-list":
        return f"叶结点 {rows[-1]}", rows[-1]
    if name == "row":
        if not 1 <= int(of) <= len(rows):
            stay_out("no such level")
        return f"第 {of} 层：{rows[int(of) - 1]}", rows[int(of) - 1]
    found = [(number, node) for number, row in enumerate(levels_, 1) for node in row if int(of) in node.keys]
    if not found:
        stay_out("a key that is not in the tree")
    number, node = found[0]
    if name == "depth":
        return f"{of} 在第 {number} 层", str(number)
    return f"{of} 所在的结点为 {listed(node.keys)}", listed(node.keys)


def _solve(parameters: Parameters) -> Solution:
    order, asked = parameters["order"], parameters["asked"]
    conventions: tuple[str, ...] = ("高度不含失败结点（叶子）所在的一层",)
    if parameters["task"] == "bounds":
        found = [_bound(each, parameters) for each in asked]
        if asked == ["tree-keys-least"]:
            found[0] = (found[0][0].removeprefix("最少 "), *found[0][1:])
        if len(found) > 1:
            found = [
                (f"最大高度 {each[0]}", *each[1:]) if name == "tree-height-most" else each for name, each in zip(asked, found, strict=True)
            ]
        return Solution(
            answer="；".join(answer for answer, _, _ in found),
            steps=paragraphs(*dict.fromkeys(working for _, _, working in found)),
            also=(*bare([(answer, value) for answer, value, _ in found]), "～".join(value for _, value, _ in found)),
            conventions=conventions,
        )
    upper = (order + 1) // 2 - 1
    answers = [_told(question, parameters, upper) for question in asked]
    done = insert_all(parameters["keys"], order)
    other = [_told(question, parameters, upper + 1) for question in asked]
    if order % 2 == 0 and not parameters["stated"] and answers != other:  # books differ
        answers = [
            (f"{told}（若第 {upper + 2} 个上移，则为 {value}）", own) if told != differing else (told, own)
            for (told, own), (differing, value) in zip(answers, other, strict=True)
        ]
    if asked == ["root"]:
        answers = [(answers[0][0].removeprefix("根结点 "), answers[0][1])]
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=_working(done, order),
        also=bare(answers),
        conventions=(
            f"结点关键字数达到 {order} 时分裂，{'中间' if order % 2 else f'第 ⌈{order}/2⌉ 个'}的关键字上移",
            *(conventions if any("height" in each for each in asked) else ()),
            *(("不计失败结点",) if any("nodes" in each or "leaves" in each for each in asked) else ()),
        ),
        drawing=_drawing(done[-1].tree),
    )


KIND = Kind(
    name="b-tree",
    title="B 树的插入与高度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"B\s*-?\s*树|2-3树", recognise=recognise, solve=_solve),
)
