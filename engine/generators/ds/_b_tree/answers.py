"""Answers to problems about B-trees: of a tree built from keys, and of what any tree of an order can be."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.ds._b_tree.b_trees import drawing, insert_all, insert_with, least_keys, levels, most_keys, most_nodes, working
from engine.generators.ds._b_tree.deletion import deletions_told, in_brackets
from engine.generators.ds._search_trees.answers import split
from engine.generators.ds._search_trees.insertions import bare
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out


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
    unit = "棵子树（孩子）" if noun == "children" else "个"
    if scope != "tree":
        value, working = _of_node(scope, noun, bound, order)
        return f"{'根' if scope == 'root' else ''}{word} {value} {unit}", str(value), working
    if asked == "tree-keys":
        value = parameters["failing"] - 1
        return f"{value} 个", str(value), f"关键字比失败结点少 1 个：{value} 个。"
    if asked == "tree-nodes-most" and "count" in parameters:
        value = most_nodes(order, parameters["count"])
        return f"{value} 个", str(value), f"每个结点的关键字尽量少（根 1 个，其他至少 {half - 1} 个），叶在同一层，最多 {value} 个结点。"
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


def _keys_told(keys: Sequence[int], names: Sequence[str]) -> str:
    return listed(names[key - 1] if names else key for key in keys)


def _told(question: str, parameters: Parameters, middle: int) -> tuple[str, str]:
    """(the answer, the bare value) of what is asked of the tree.

    Raises:
        StayOut: a level or a key that is not in the tree.
    """
    after = question.endswith("@removed")
    name, of, stage = split(question.removesuffix("@removed"))
    names = parameters.get("names", ())
    keys, order = parameters["keys"], parameters["order"]
    done = insert_with(keys, order - 1, middle)
    only = [each for each in done if each.key == stage]
    done = done[: keys.index(stage) + 1] if stage is not None else done
    tree = done[-1].tree
    if after:
        if name in ("split-need", "splits", "first-cause", "promoted", "causes"):
            stay_out("splits by deletions")
        trees = deletions_told(tree, parameters["removed"], order)[0]
        tree = trees[-1]
        if name == "tree":
            told = [f"删除 {key} 后 {in_brackets(each)}" for key, each in zip(parameters["removed"], trees, strict=True)]
            return "；".join(told), "；".join(map(in_brackets, trees))
    if name == "tree":
        shape = in_brackets(tree, lambda key: _keys_told([key], names))
        return f"建成的树 {shape}" if "removed" in parameters else shape, shape
    levels_ = levels(tree)
    if name == "root":
        return f"根结点 {_keys_told(tree.keys, names)}", _keys_told(tree.keys, names)
    if name == "height":
        return f"高度 {len(levels_)}", str(len(levels_))
    if name == "split-need":
        splits = sum(len(each.up) for each in only or done)
        return (f"会，分裂 {splits} 次", "会") if splits else ("不会分裂", "不会")
    if name == "splits":
        splits = sum(len(each.up) for each in only or done)
        return f"分裂 {splits} 次", str(splits)
    if name == "first-cause":
        first = next((each.key for each in done if each.up), None)
        return (f"插入 {_keys_told([first], names)} 时第一次分裂", _keys_told([first], names)) if first is not None else ("都不分裂", "无")
    if name == "promoted":
        # Of a full node that splits: the only one that goes up.
        ups = (only or done[-1:])[0].up
        if len(ups) != 1:
            stay_out("no key goes up, or several")
        return f"{_keys_told([ups[0]], names)} 上移", _keys_told([ups[0]], names)
    if name == "causes":
        causes = _keys_told([each.key for each in done if each.up], names).replace(", ", "、")
        return (f"插入 {causes} 时", causes) if causes else ("都不分裂", "无")
    if name in ("nodes", "leaves"):
        count = sum(map(len, levels_)) if name == "nodes" else len(levels_[-1])
        return f"{'结点' if name == 'nodes' else '叶结点'} {count} 个", str(count)
    rows = [" ".join(f"[{_keys_told(node.keys, names)}]" for node in row) for row in levels_]
    if name == "levels":
        return "；".join(f"第 {number} 层：{row}" for number, row in enumerate(rows, 1)), "；".join(rows)
    if name == "leaf-list":
        return f"叶结点 {rows[-1]}", rows[-1]
    if name == "row-count":
        number = len(levels_[int(of) - 1]) if 1 <= int(of) <= len(levels_) else stay_out("no such level")
        return f"第 {of} 层有 {number} 个结点", str(number)
    if name == "row":
        if not 1 <= int(of) <= len(rows):
            stay_out("no such level")
        return f"第 {of} 层：{rows[int(of) - 1]}", rows[int(of) - 1]
    found = [(number, node) for number, row in enumerate(levels_, 1) for node in row if int(of) in node.keys]
    if not found:
        stay_out("a key that is not in the tree")
    number, node = found[0]
    if name == "depth":
        return f"{_keys_told([int(of)], names)} 在第 {number} 层", str(number)
    return f"{_keys_told([int(of)], names)} 所在的结点为 {_keys_told(node.keys, names)}", _keys_told(node.keys, names)


def solve(parameters: Parameters) -> Solution:
    """A problem from what was read of it."""
    order, asked = parameters.get("order", 3), parameters.get("asked", [])
    conventions: tuple[str, ...] = ("高度不含失败结点（叶子）所在的一层",)
    if parameters["task"] == "page":
        page, key, pointer = parameters["page"], parameters["key"], parameters["pointer"]
        value = (page + key) // (key + pointer)
        return Solution(
            answer=str(value),
            steps=f"m 个指针和 m − 1 个关键字放进一页：{pointer}m + {key}(m − 1) ≤ {page}，m ≤ {page + key}/{key + pointer}，m 最大为 {value}。",
            also=(f"{value} 阶",),
        )
    if parameters["task"] == "bounds":
        found = [_bound(each, parameters) for each in asked]
        if asked == ["tree-keys-least"]:
            found[0] = (found[0][0].removeprefix("最少 "), *found[0][1:])
        if len(found) > 1:
            found = [
                (f"最大高度 {each[0]}", *each[1:]) if name == "tree-height-most" else each for name, each in zip(asked, found, strict=True)
            ]
        if parameters.get("counted_in"):
            found = [
                (f"{int(value) + 1} 层", str(int(value) + 1), f"{working}\n\n连失败结点一层：{value} + 1 = {int(value) + 1}。")
                for _, value, working in found
            ]
            conventions = ("高度含失败结点（叶子）所在的一层",)
        if parameters.get("visits"):
            found = [(f"{value} 次", value, f"从根起每层访问一个结点，最多是最大高度。\n\n{working}") for _, value, working in found]
        return Solution(
            answer="；".join(answer for answer, _, _ in found),
            steps=paragraphs(*dict.fromkeys(working for _, _, working in found)),
            also=(
                *bare([(answer, value) for answer, value, _ in found]),
                "～".join(value for _, value, _ in found),
                "≤n≤".join(value for _, value, _ in found),
            ),
            conventions=conventions,
        )
    upper = (order + 1) // 2 - 1
    answers = [_told(question, parameters, upper) for question in asked]
    done = insert_all(parameters["keys"], order)
    books_differ = order % 2 == 0 and not parameters["stated"]
    other = [_told(question, parameters, upper + 1) for question in asked] if books_differ else answers
    if answers != other:
        answers = [
            (f"{told}（若第 {upper + 2} 个上移，则为 {value}）", own) if told != differing else (told, own)
            for (told, own), (differing, value) in zip(answers, other, strict=True)
        ]
    gone, gone_working, gone_conventions = (
        deletions_told(done[-1].tree, parameters["removed"], order) if "removed" in parameters else ([], "", ())
    )
    if gone_conventions[1:] and any(not each.startswith("tree") for each in asked if each.endswith("@removed")):
        stay_out("books differ in how a key is deleted")
    if asked == ["root"]:
        answers = [(answers[0][0].removeprefix("根结点 "), answers[0][1])]
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(working(done, order, lambda key: _keys_told([key], parameters.get("names", ()))), gone_working),
        also=bare(answers),
        conventions=(
            f"结点关键字数达到 {order} 时分裂，{'中间' if order % 2 else f'第 ⌈{order}/2⌉ 个'}的关键字上移",
            *(conventions if any("height" in each for each in asked) else ()),
            *(("括号里是孩子，方括号里是一个结点",) if any(each.startswith("tree") for each in asked) else ()),
            *gone_conventions,
            *(("不计失败结点",) if any("nodes" in each or "leaves" in each for each in asked) else ()),
        ),
        drawing=(drawing(gone[-1], "全部删除后的 B 树") if gone else drawing(done[-1].tree)) if "names" not in parameters else None,
    )
