"""B-trees of which only numbers are told: leaves for keys and nodes for leaves, with letters or figures, and a level's keys."""

from __future__ import annotations

from functools import cache

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out

_B = r"B\s*[-_]?\s*树"
_HAS = r"(?:共|一共|中|里|上|应|则|该|此|树|它|有|含有?|具有|会)*"
_MANY = r"(?:\(\)|多少|几)个?"
_LEAF = r"(?:叶子?结点|叶子|失败结点|外部结点)(?:\((?:失败|查找失败|外部)结点\))?"
_PATTERNS = (
    (
        "shapes",
        rf"(?:给定|用|由|设有)?(?P<n>\d+)个(?:互?不相?同的?)?关键字,?(?:能够?|可以?|所能)?(?:构造|构成|组成)[的出]?(?:不同的?)?(?P<m>\d+)阶{_B}的?(?:个数|棵数|数目)?(?:最多|至多)?[是为有]?[。?()]*",
    ),
    (
        "leaves",
        rf"(?:一棵)?(?:具有|含有?|有)(?P<n>[A-Za-z]|\d+)个关键字的(?P<m>[A-Za-z]|\d+)阶{_B},?{_HAS}(?:{_MANY})?个?{_LEAF}(?:个数)?数?[为是]?[。?()]*",
    ),
    (
        "keys",
        rf"(?:一棵)?(?:具有|含有?|有)(?P<n>[A-Za-z]|\d+)个非叶子?结点的(?P<m>[A-Za-z]|\d+)阶{_B}{_HAS}(?:至少|最少){_HAS}(?:包含)?{_MANY}关键字[。?()]*",
    ),
    (
        "inner",
        rf"(?:一棵)?(?:具有|含有?|有)(?P<n>\d+)个{_LEAF}的(?P<m>\d+)阶{_B}{_HAS}(?:至多|最多){_HAS}{_MANY}非叶子?结点[。?()]*(?:并?画出(?:这棵|该)树[。]*)?",
    ),
    (
        "depth",
        rf"(?:已知)?(?:一棵)?(?P<m>\d+)阶{_B}{_HAS}(?P<n>\d+)个关键字,?(?:并且|且)?(?:每个|各|所有)结点的?关键字(?:个数)?[都均]?(?:达到)?最少(?:状态)?,?则?(?:它|该树|其)的?(?:深度|高度)[为是]?[。?()多少]*",
    ),
    (
        "level",
        rf"(?:在|已知|若)?(?:一棵)?高度[为是]3的(?P<m>\d+)阶{_B}中?,?设?(?:根(?:结点)?[为在]?第1层,?)?若?第2层中?共?有(?P<n>\d+)个关键字,?则?[该此]?树?的?中?结点的?(?:个数|总数|数)(?P<bound>最多|至多|最少|至少)[为是]?[。?()]*",
    ),
)


def facts(text: str) -> Recognition | None:
    """One of these problems; None where the text is not one of them and nothing else."""
    compact = patterns.sub(r"\s+", "", opened(text).text)
    for name, pattern in _PATTERNS:
        if found := patterns.fullmatch(pattern, compact):
            groups = found.groupdict()
            parameters = {
                "task": f"fact-{name}",
                "order": groups["m"],
                "number": groups["n"],
                "most": groups.get("bound") in (None, "最多", "至多"),
            }
            return Recognition(parameters=parameters, understood=(("阶", groups["m"]), (_TOLD[name], groups["n"]), ("求", _ASKED[name])))
    return None


_TOLD = {
    "shapes": "关键字个数",
    "leaves": "关键字个数",
    "keys": "非叶结点个数",
    "inner": "叶结点个数",
    "depth": "关键字个数",
    "level": "第 2 层的关键字个数",
}
_ASKED = {
    "shapes": "不同的 B 树的棵数",
    "leaves": "叶（失败）结点个数",
    "keys": "最少的关键字个数",
    "inner": "最多的非叶结点个数",
    "depth": "深度",
    "level": "结点个数",
}


def _leaves(parameters: Parameters) -> Solution:
    number = parameters["number"]
    told = str(int(number) + 1) if number.isdigit() else f"{number}+1"
    return Solution(
        answer=told,
        steps="每个关键字隔开两个查找失败的区间，n 个关键字有 n + 1 个失败（叶）结点，与阶数无关。",
        also=(f"{told} 个",),
        conventions=("叶结点指查找失败的结点",),
    )


def _keys(parameters: Parameters) -> Solution:
    order, number = parameters["order"], parameters["number"]
    if order.isdigit() and number.isdigit():
        least = ((int(order) + 1) // 2 - 1) * (int(number) - 1) + 1
        told, also = f"{least} 个", (str(least),)
    else:
        told = f"({number}-1)(⌈{order}/2⌉-1)+1"
        also = (f"(⌈{order}/2⌉-1)({number}-1)+1",)
    return Solution(answer=told, steps=f"根至少 1 个关键字，其余每个结点至少 ⌈m/2⌉ − 1 个：{told}。", also=also)


def _inner(parameters: Parameters) -> Solution:
    order, row = int(parameters["order"]), int(parameters["number"])
    least = (order + 1) // 2
    rows: list[int] = []
    while row > 1:
        row = row // least if row >= 2 * least else 1
        rows.append(row)
    return Solution(
        answer=f"{sum(rows)} 个",
        steps=f"要使非叶结点最多，每个结点的孩子尽量少（根至少 2 个，其余至少 {least} 个）。从叶往上各层的结点数：{listed(rows)}，共 {sum(rows)} 个。",
        also=(str(sum(rows)),),
    )


def _depth(parameters: Parameters) -> Solution:
    least = (int(parameters["order"]) + 1) // 2
    keys, nodes, depth, steps = 1, 2, 1, ["第 1 层 1 个关键字"]
    while keys < int(parameters["number"]):
        keys += nodes * (least - 1)
        depth += 1
        steps.append(f"第 {depth} 层 {nodes} 个结点、{nodes * (least - 1)} 个关键字，累计 {keys}")
        nodes *= least
    if keys != int(parameters["number"]):
        stay_out("no tree of which every node has the fewest keys")
    return Solution(answer=f"{depth} 层", steps="；".join(steps) + "。", also=(str(depth),), conventions=("不计失败结点一层",))


def _level(parameters: Parameters) -> Solution:
    order, keys = int(parameters["order"]), int(parameters["number"])
    fewest = (order + 1) // 2 - 1
    possible = [nodes for nodes in range(2, order + 1) if nodes * fewest <= keys <= nodes * (order - 1)]
    if not possible:
        stay_out("no such level")
    nodes = max(possible) if parameters["most"] else min(possible)
    total = 1 + nodes + keys + nodes
    return Solution(
        answer=f"{total} 个",
        steps=paragraphs(
            f"第 2 层有 {keys} 个关键字，每个结点 {fewest}～{order - 1} 个，可分在 {listed(possible, '、')} 个结点中；取 {nodes} 个。",
            f"第 3 层的结点数是第 2 层的关键字数加结点数：{keys} + {nodes} = {keys + nodes}。共 1 + {nodes} + {keys + nodes} = {total} 个。",
        ),
        also=(str(total),),
        conventions=("不计失败结点",),
    )


@cache
def trees_with(order: int, keys: int, height: int, root: bool = True) -> int:
    """How many B-trees of a height there are, whose keys are given and sorted."""
    fewest = 1 if root else (order + 1) // 2 - 1
    if height == 1:
        return int(fewest <= keys <= order - 1)
    return sum(_forests(order, keys - own, own + 1, height - 1) for own in range(fewest, min(order - 1, keys) + 1))


@cache
def _forests(order: int, keys: int, trees: int, height: int) -> int:
    """In how many ways so many keys fill so many subtrees of a height."""
    if trees == 0:
        return int(keys == 0)
    return sum(
        first * _forests(order, keys - own, trees - 1, height)
        for own in range(keys + 1)
        if (first := trees_with(order, own, height, root=False))
    )


def _shapes(parameters: Parameters) -> Solution:
    order, keys = int(parameters["order"]), int(parameters["number"])
    if not 3 <= order <= 12 or not 1 <= keys <= 40:
        stay_out("so many keys")
    by_height = {height: trees_with(order, keys, height) for height in range(1, keys.bit_length() + 1)}
    value = sum(by_height.values())
    shown = "；".join(f"高度 {height}：{count} 种" for height, count in by_height.items() if count)
    return Solution(answer=f"{value} 种", steps=f"按高度分别数：{shown}，共 {value} 种。", also=(str(value), f"{value} 个", f"{value} 棵"))


SOLVERS = {
    "fact-shapes": _shapes,
    "fact-leaves": _leaves,
    "fact-keys": _keys,
    "fact-inner": _inner,
    "fact-depth": _depth,
    "fact-level": _level,
}
"""The answers by what is asked."""
