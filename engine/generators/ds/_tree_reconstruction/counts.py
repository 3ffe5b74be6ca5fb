"""Numbers of nodes of trees of which only figures are told, worked out; read in `counts_reading`.

Every tree has n = Σ nᵢ nodes and n − 1 = Σ i·nᵢ edges; a complete binary tree with n nodes numbered from 1 has the parent of i at ⌊i / 2⌋.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TOTAL = "total"
"""The number of all nodes, among the numbers told."""


def named(name: str) -> str:
    if name == TOTAL:
        return "结点总数"
    degree = name.partition(":")[2]
    return "叶子结点数" if degree == "0" else f"度为 {degree} 的结点数"


def determined(top: int, told: Mapping[str, int], asked: str) -> int:
    """The number that the two equations of a tree settle.

    Raises:
        StayOut: they do not, or it is no number of nodes.
    """
    nodes = {TOTAL: (1, 1)} | {f"degree:{degree}": (-1, -degree) for degree in range(top + 1)}
    unknown = [name for name in nodes if name not in told and name != asked]
    for one, other in ((1, 0), (0, 1), *((nodes[name][1], -nodes[name][0]) for name in unknown)):
        row = {name: one * first + other * second for name, (first, second) in nodes.items()}
        if row[asked] and not any(row[name] for name in unknown):
            rest = sum(row[name] * value for name, value in told.items()) - other
            value = Fraction(-rest, row[asked])
            if value.denominator != 1 or value < (1 if asked in (TOTAL, "degree:0") else 0):
                stay_out("no such tree")
            return int(value)
    return stay_out("not settled")


COMPLETE_NAMES = {
    "parent": "双亲的编号",
    "left": "左孩子的编号",
    "right": "右孩子的编号",
    "left-only": "只有左子树的结点数",
    "right-only": "只有右子树的结点数",
    "leaves": "叶子结点数",
    "degree": "某度的结点数",
    "height": "高度",
    "last-inner": "最后一个分支结点的编号",
}
"""What may be asked of a complete tree."""


def _complete_told(parameters: Parameters) -> tuple[list[tuple[str, str]], str]:
    """([(with words, bare)], how) of what is asked of a complete tree."""
    total, base = parameters["total"], parameters["base"]
    told: list[tuple[str, str]] = []
    for each in parameters["asked"]:
        name, _, of = each.partition(":")
        if name in ("parent", "left", "right"):
            place = int(of) + (1 - base)
            if total is not None and place > total:
                stay_out("no such node")
            value = place // 2 if name == "parent" else 2 * place + (1 if name == "right" else 0)
            none = value < 1 or (total is not None and value > total)
            bare = "没有" if none else str(value - (1 - base))
            told.append((f"{of} 的{COMPLETE_NAMES[name][:-3]}{'不存在' if none else f'编号为 {bare}'}", bare))
            continue
        assert total is not None
        ones = 1 if total % 2 == 0 else 0
        leaves = (total + 1) // 2
        value = {
            "left-only": ones,
            "right-only": 0,
            "leaves": leaves,
            "height": total.bit_length(),
            "last-inner": total // 2 - (1 - base),
            "degree": {"0": leaves, "1": ones, "2": total - leaves - ones}.get(of, -1),
        }[name]
        if value < 0:
            stay_out("another degree")
        words = f"度为 {of} 的结点" if name == "degree" else COMPLETE_NAMES[name].removesuffix("数")
        told.append((f"{words} {value}{' 层' if name == 'height' else '' if name == 'last-inner' else ' 个'}", str(value)))
    return (
        told,
        "完全二叉树中编号为 i（从 1 起）的结点，双亲是 ⌊i/2⌋，左、右孩子是 2i、2i + 1（不超过 n 时）；叶子有 ⌈n/2⌉ 个，n 为偶数时度为 1 的结点有 1 个，高度为 ⌊log₂n⌋ + 1。",
    )


def most_in_row(total: int, row: int) -> int:
    """The most nodes of a level in a binary tree with so many nodes.

    Raises:
        StayOut: no such tree has that level.
    """
    if not row <= total <= 10**6 or row > 40:
        stay_out("no such level")
    low, high = 1, min(total, 2 ** (row - 1))
    while low < high:
        middle = (low + high + 1) // 2
        if sum(-(-middle // 2**above) for above in range(row)) <= total:
            low = middle
        else:
            high = middle - 1
    return low


BOUND_NAMES = {
    "row": "第 {} 层最多的结点数",
    "most": "高度为 {} 时最多的结点数",
    "fewest": "高度为 {} 时最少的结点数",
    "lowest": "{} 个结点时最小的高度",
    "highest": "{} 个结点时最大的高度",
    "heights": "{} 个结点时可能的高度",
}
"""What may be asked of the most and the fewest."""


def _single(value: int, unit: str, steps: str, *also: str) -> Solution:
    return Solution(answer=f"{value} {unit}", steps=steps, also=(str(value), f"{value}{unit}", *also))


def _degrees_told(parameters: Parameters) -> Solution:
    value = determined(parameters["top"], parameters["told"], parameters["asked"])
    top = parameters["top"]
    rule = (
        "二叉树中 n₀ = n₂ + 1，n = n₀ + n₁ + n₂。"
        if top == 2
        else "结点总数 n = n₀ + n₁ + … + n_m，边数 n − 1 = n₁ + 2n₂ + … + m·n_m，所以 n₀ = 1 + n₂ + 2n₃ + … + (m − 1)n_m。"
    )
    return _single(value, "个", paragraphs(rule, f"代入已知的个数，{named(parameters['asked'])}为 {value}。"))


def solve(parameters: Parameters) -> Solution:
    """The number asked."""
    what = parameters["what"]
    if what == "degrees":
        return _degrees_told(parameters)
    if what == "complete":
        told, rule = _complete_told(parameters)
        counted = parameters["asked"][0].partition(":")[0] == "degree"  # whose degree is the question's
        return Solution(
            answer=f"{told[0][1]} 个"
            if len(told) == 1 and counted
            else told[0][1]
            if len(told) == 1 and ":" in parameters["asked"][0]
            else "；".join(words for words, _ in told),
            steps=rule,
            also=tuple(mark.join(bare for _, bare in told) for mark in ("；", "，", "、")),
        )
    if what == "leaves-in-row":
        row, leaves = parameters["row"], parameters["leaves"]
        value = 2**row - 1 + 2 * (2 ** (row - 1) - leaves) if parameters["most"] else 2 ** (row - 1) - 1 + leaves
        how = (
            f"要最多，第 {row} 层是满的，其中 {leaves} 个是叶子，其余 {2 ** (row - 1) - leaves} 个各有两个孩子。"
            if parameters["most"]
            else f"要最少，第 {row} 层是最后一层，只有这 {leaves} 个结点。"
        )
        return _single(value, "个", f"{how}共 {value} 个结点。")
    if what == "fewest-complete":
        value = 2 ** (parameters["of"] - 1)
        return _single(value, "个", f"前 {parameters['of'] - 1} 层是满的，最后一层至少 1 个：2^{parameters['of'] - 1} − 1 + 1 = {value}。")
    if what == "full-depth":
        value = (parameters["of"] + 1) // 2
        return _single(value, "层", f"除根外每层最少 2 个结点，{parameters['of']} = 2 × ({value} − 1) + 1，最大深度 {value}。")
    if what == "of-leaves":
        value = 2 * parameters["leaves"] - (0 if parameters["most"] else 1)
        return _single(
            value,
            "个",
            f"n₀ = n₂ + 1，完全二叉树度为 1 的结点有 0 或 1 个，n = 2n₀ − 1 + n₁ {'最多' if parameters['most'] else '最少'}为 {value}。",
        )
    if what == "in-row":
        value = most_in_row(parameters["total"], parameters["row"])
        return _single(
            value,
            "个",
            f"第 {parameters['row']} 层的 k 个结点在第 j 层上至少要有 ⌈k/2^({parameters['row']}−j)⌉ 个祖先，总数不超过 {parameters['total']}，k 最大为 {value}。",
        )
    if what == "full-h":
        return Solution(
            answer="2h − 1",
            steps="每层（除根外）至少两个结点，最少 2(h − 1) + 1 = 2h − 1 个。",
            also=("2h-1", "2h-1 个", "2h − 1 个", "2*h-1"),
        )
    if what in BOUND_NAMES:
        return _of_bound(what, parameters["of"])
    if what == "no-right-n":
        return Solution(
            answer="n + 1",
            steps="转换后右指针指向下一个兄弟，为空的是各组兄弟中的最后一个：每个非终端结点的孩子是一组，各棵树的根又是一组，共 n + 1 个。",
            also=("n+1", "n+1 个", "n + 1 个"),
        )
    if what == "no-right":
        value = parameters["total"] - parameters["leaves"] + 1
        return _single(
            value,
            "个",
            f"无右孩子的是各组兄弟中的最后一个：分支结点 {parameters['total']} − {parameters['leaves']} = {parameters['total'] - parameters['leaves']} 个，各有一组孩子，加上根，共 {value} 个。",
        )
    value = parameters["total"] - parameters["edges"]
    return _single(
        value, "棵", f"每棵树的边数比结点数少 1，所以树的棵数为 {parameters['total']} − {parameters['edges']} = {value}。", f"{value} 个"
    )


def _of_bound(what: str, of: int) -> Solution:
    if what == "row":
        return _single(2 ** (of - 1), "个", f"二叉树第 i 层最多 2^(i−1) 个结点，2^{of - 1} = {2 ** (of - 1)}。")
    if what == "most":
        return _single(2**of - 1, "个", f"高度为 h 的二叉树最多 2^h − 1 个结点，2^{of} − 1 = {2**of - 1}。")
    if what == "fewest":
        return _single(of, "个", "每层至少一个结点。")
    low = of.bit_length()
    if what == "lowest":
        return _single(low, "层", f"结点数不超过 2^h − 1，所以最小高度为 ⌊log₂{of}⌋ + 1 = {low}。")
    if what == "highest":
        return _single(of, "层", "每层一个结点时最高。")
    return Solution(
        answer=f"{low}～{of} 之间",
        steps=f"最矮时是完全二叉树，高 ⌊log₂{of}⌋ + 1 = {low}；最高时每层一个结点，高 {of}。",
        also=(f"{low}至{of}之间", f"{low}～{of}", f"{low} 至 {of} 之间", f"{low}至{of}", f"{low}~{of}", f"{low}~{of}之间", f"{low}-{of}"),
    )
