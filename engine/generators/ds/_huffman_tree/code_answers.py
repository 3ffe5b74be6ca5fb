"""Codes from a Huffman tree: which they are, how long, how they compare with codes of equal lengths, and the table in which the tree is stored."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from fractions import Fraction

from engine.generators.ds._huffman_tree.simulator import Built, certain, fixed_length
from engine.generators.ds._search_trees.binary import Binary
from engine.generators.markdown import listed
from engine.generators.quantities import decimal, is_exact, percent
from engine.generators.reading import stay_out

_THAN = (
    ("不小于 不少于 不低于 不短于 大于等于 大于或等于 至少 至少为 ≥ >=", operator.ge),
    ("不大于 不超过 不长于 小于等于 小于或等于 至多 至多为 ≤ <=", operator.le),
    ("大于 超过 长于 >", operator.gt),
    ("小于 短于 <", operator.lt),
)


def codes(built: Built, weights: Sequence[int], less_left: bool, zero_left: bool) -> list[str]:
    """The code of every leaf, in the order of the weights, which are all different.

    Raises:
        StayOut: two roots of one weight were joined: which is on the left is not said.
    """
    if not certain(weights) or any(join.less == join.more for join in built.joins):
        stay_out("equal weights could be taken otherwise")
    found: dict[str, str] = {}

    def walk(node: Binary, code: str) -> None:
        if node.left is None or node.right is None:
            found[node.key] = code
            return
        walk(node.left, code + ("0" if less_left == zero_left else "1"))
        walk(node.right, code + ("1" if less_left == zero_left else "0"))

    walk(built.tree, "")
    return [found[str(weight)] for weight in weights]


def designed(weights: Sequence[int], less_left: bool, zero_left: bool) -> list[str]:
    """A code of every leaf, in the order of the weights: one of those that equal weights leave."""
    roots: list[tuple[int, tuple[tuple[int, str], ...]]] = [(weight, ((number, ""),)) for number, weight in enumerate(weights)]
    less, more = ("0", "1") if less_left == zero_left else ("1", "0")
    while len(roots) > 1:
        roots.sort(key=lambda root: root[0])
        (one, under), (other, below) = roots[:2]
        leaves = (*((leaf, less + code) for leaf, code in under), *((leaf, more + code) for leaf, code in below))
        roots = [*roots[2:], (one + other, leaves)]
    found = dict(roots[0][1])
    return [found[number] for number in range(len(weights))]


def of_depths(name: str, of: str, depths: Sequence[int], names: Sequence[str], which: str) -> tuple[str, str]:
    """(the answer, the bare value) of what is asked of the lengths of the codes."""
    if name == "length":
        return f"{which}{depths[int(of)]} 位", str(depths[int(of)])
    if name == "lengths":
        told = listed([f"{leaf}: {depth}" for leaf, depth in zip(names, depths, strict=True)], "，")
        return f"编码长度 {told}", told
    if name == "longest-list":
        depth = max(depths)
        those = listed([leaf for leaf, own in zip(names, depths, strict=True) if own == depth], "、")
        return f"编码最长的是 {those}（{depth} 位）", those
    if name in ("longest", "shortest"):
        depth = max(depths) if name == "longest" else min(depths)
        return f"最{'长' if name == 'longest' else '短'} {depth} 位", str(depth)
    return f"高度 {max(depths) + 1}（根为第 1 层）", str(max(depths) + 1)


def of_length(name: str, of: str, depths: Sequence[int], names: Sequence[str]) -> tuple[str, str]:
    """(the answer, the bare value) of which leaves, or how many, have codes of a length: `不小于 3`."""
    than, _, bits = of.partition(" ")
    compare = next((each for words, each in _THAN if than in words.split()), operator.eq)
    those = [leaf for leaf, depth in zip(names, depths, strict=True) if compare(depth, int(bits))]
    if name == "many-of-length":
        return f"{len(those)} 个", str(len(those))
    return listed(those, "、") or "没有", listed(those, ",")


def same_depth(place: int, depths: Sequence[int], names: Sequence[str]) -> tuple[str, str]:
    """(the answer, the bare value) of which other leaves are as deep as one."""
    those = [leaf for number, leaf in enumerate(names) if number != place and depths[number] == depths[place]]
    return listed(those, "、") or "没有", listed(those, ",")


def equal_lengths(names: Sequence[str], bits: int) -> tuple[str, str]:
    """(the answer, the bare value) of a code of equal lengths: the numbers from 0 on."""
    told = listed([f"{leaf}: {number:0{bits}b}" for number, leaf in enumerate(names)], "，")
    return f"等长编码 {told}", told


def compared(mean: Fraction, count: int, bits: int | None) -> tuple[str, str]:
    """(the answer, the bare value) of how the code compares with one of equal lengths."""
    each = bits or fixed_length(count)
    told = f"哈夫曼编码平均 {'' if is_exact(mean, 4) else '≈ '}{decimal(mean, 4)} 位，等长编码 {each} 位，哈夫曼编码短 {percent(1 - mean / each)}，但译码比等长编码麻烦"
    return told, decimal(mean, 4)


def stored(weights: Sequence[int], scale: int) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The table of the tree before and after: (number, weight, parent, left, right) of every node, 0 for none.

    As in 严蔚敏's book: the roots' least is found from the front, and becomes the left child.
    """
    last = 2 * len(weights) - 1
    weight = [0, *weights, *([0] * (len(weights) - 1))]
    parent, left, right = ([0] * (last + 1) for _ in range(3))
    for node in range(len(weights) + 1, last + 1):
        less, more = sorted((each for each in range(1, node) if not parent[each]), key=lambda each: weight[each])[:2]
        parent[less] = parent[more] = node
        left[node], right[node], weight[node] = less, more, weight[less] + weight[more]
    shown = [decimal(Fraction(value, scale), 6) for value in weight]
    before: list[tuple[str, ...]] = [
        (str(node), shown[node] if node <= len(weights) else "-", "0", "0", "0") for node in range(1, last + 1)
    ]
    after: list[tuple[str, ...]] = [
        (str(node), shown[node], str(parent[node]), str(left[node]), str(right[node])) for node in range(1, last + 1)
    ]
    return before, after
