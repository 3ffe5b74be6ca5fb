"""Numbers of nodes of trees of which only figures are told, worked out; read in `counts_reading`.

Every tree has n = Σ nᵢ nodes and n − 1 = Σ i·nᵢ edges; a complete binary tree with n nodes numbered from 1 has the parent of i at ⌊i / 2⌋.
"""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.reading import stay_out

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


def _single(value: int, unit: str, steps: str, *also: str) -> Solution:
    return Solution(answer=f"{value} {unit}", steps=steps, also=(str(value), f"{value}{unit}", *also))


def solve(parameters: Parameters) -> Solution:
    """The number asked."""
    what = parameters["what"]
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
