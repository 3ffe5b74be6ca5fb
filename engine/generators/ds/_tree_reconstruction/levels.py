"""Levels of trees: the nodes of one of them, the most nodes of so many, the fewest of so many nodes; and what quantities of trees are called."""

from __future__ import annotations

from collections.abc import Mapping

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

SHAPES: Mapping[str, str] = {"complete": "完全二叉树", "full": "满二叉树", "strict": "没有度为 1 的结点的二叉树", "binary": "二叉树"}
BOUNDS = {"": "", "most": "最大的", "least": "最小的"}


def named(name: str) -> str:
    """A quantity in words."""
    if name == "degree:0":
        return "叶子结点数"
    if name.startswith("degree:"):
        return f"度为 {name[7:]} 的结点数"
    if name.startswith("row:"):
        return f"第 {name[4:]} 层的结点数"
    return {
        "inner": "非叶结点数",
        "total": "结点总数",
        "edges": "边数",
        "height": "高度",
        "nulls": "空指针数",
        "nonnull": "非空指针数",
        "links": "指针总数",
    }[name]


def of_levels(arity: int, by_degree: bool, told: dict[str, int], asked: list[tuple[str, str]]) -> Recognition | None:
    """The most nodes of so many levels, or the fewest levels of so many nodes, of a tree whose nodes have at most so many children."""
    if len(asked) != 1 or (told, asked[0]) not in (
        ({"height": told.get("height")}, ("total", "most")),
        ({"total": told.get("total")}, ("height", "least")),
    ):
        stay_out("levels and nodes")
    return Recognition(
        parameters={"task": "tree-mentions", "shape": "tree", "top": arity, "told": told, "asked": [list(each) for each in asked]},
        understood=(
            ("树", f"{'度为' if by_degree else ''} {arity} {'的' if by_degree else '叉'}树".strip()),
            ("已知", "，".join(f"{named(name)} {value}" for name, value in told.items())),
            ("求", f"{BOUNDS[asked[0][1]]}{named(asked[0][0])}"),
        ),
    )


def of_row(shape: str, top: int | None, told: dict[str, int], asked: list[tuple[str, str]]) -> Recognition | None:
    """The nodes of one level: of a complete or full tree, or at most, of any."""
    if len(asked) != 1 or not asked[0][0].startswith("row") or top is None or not set(told) <= {"height", "total"}:
        stay_out("a level, and more")
    name, bound = asked[0]
    if shape not in ("complete", "full") and (bound != "most" or "total" in told):
        stay_out("a level that need not be full")
    if bound == "least" and shape != "complete":
        stay_out("a level that need not be full")
    return Recognition(
        parameters={"task": "tree-mentions", "shape": shape, "top": top, "told": told, "asked": [[name, bound]]},
        understood=(
            ("树", SHAPES[shape] if shape != "tree" else f"度为 {top} 的树"),
            *((("已知", "，".join(f"{named(each)} {value}" for each, value in told.items())),) if told else ()),
            ("求", f"{BOUNDS[bound]}{named(name)}"),
        ),
    )


def levels(parameters: Parameters) -> Solution:
    """The most nodes, or the fewest levels: every level full but the last."""
    top = parameters["top"]
    levels, most = 0, 0
    (name, value), *_ = parameters["told"].items()
    if value > 10**9 or (name == "height" and value > 30):
        stay_out("too large a tree")
    while most < value if name == "total" else levels < value:
        most += top**levels
        levels += 1
    steps = f"每层都排满时，{levels} 层最多有 ({top}^{levels} − 1) ÷ {top - 1} = {most} 个结点"
    if name == "height":
        return Solution(answer=f"{most} 个", steps=f"{steps}。", also=(str(most),))
    return Solution(answer=str(levels), steps=f"{steps}，{levels - 1} 层不够：至少 {levels} 层。", conventions=("高度以根为第 1 层",))


def full_row(parameters: Parameters) -> Solution:
    """The most nodes that a level can have."""
    (name, _), top = parameters["asked"][0], parameters["top"]
    if parameters["shape"] == "complete":
        stay_out("how many levels")
    row = int(name[4:])
    value = top ** (row - 1)
    return Solution(
        answer=f"{value} 个",
        steps=f"每个结点至多 {top} 个孩子，第 i 层至多 {top}^(i−1) 个结点：{top}^{row - 1} = {value}。",
        also=(str(value),),
    )
