"""What follows from the numbers of a graph: every edge counts twice among the degrees; a simple graph has no edge twice and no loop."""

from __future__ import annotations

from math import comb
from typing import Any

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_UNITS = {"ratio": ("度数之和是边数的", "倍"), "vertices": ("顶点", "个"), "edges": ("边", "条"), "sum": ("度数之和", "")}


def solve(parameters: Parameters) -> Solution:
    """What is asked, in order.

    Raises:
        StayOut: it does not follow.
    """
    told = []
    for what, bound in parameters["asked"]:
        value, steps = _follows(parameters, what, bound)
        name, unit = _UNITS[what]
        told.append((f"{name} {value} {unit}".strip(), f"{value} {unit}".strip(), steps))
    plain = len(told) == 1
    return Solution(
        answer=told[0][1] if plain else "；".join(words for words, _, _ in told),
        steps=paragraphs(*(steps for _, _, steps in told)),
        also=(str(told[0][0]), told[0][1].split()[0]) if plain else (),
        conventions=("图是简单图：没有自环和重边",),
    )


def _follows(parameters: Parameters, what: str, bound: str) -> tuple[int, str]:
    told: dict[str, int] = parameters["told"]
    if what == "ratio":
        return 2, "每条边给两个端点的度各加 1，度数之和是边数的 2 倍。"
    sort, condition, directed = parameters["sort"], parameters["condition"], parameters["directed"]
    if parameters["pairs"] or any(name.startswith(("others", "each")) for name in told) or "sum" in told:
        return _of_degrees(parameters, what, bound)
    count, edges = told.get("vertices"), told.get("edges")
    if what == "sum":
        if edges is None or bound or sort or condition or (count is not None and directed is None):
            stay_out("the sum of the degrees")
        return 2 * edges, f"每条边给度数之和贡献 2：2 × {edges} = {2 * edges}。"
    if what == "vertices":
        return _vertices(edges, count, sort, bound, directed, condition)
    if what != "edges" or count is None or edges is not None or count < 2:
        stay_out("figures that do not settle it")
    if sort == "complete":
        if directed is None or bound or condition:
            stay_out("a complete graph, directed or not")
        value = count * (count - 1) // (1 if directed else 2)
        return value, f"{'有向' if directed else '无向'}完全图的边数为 n(n − 1){'' if directed else '/2'} = {value}。"
    return _edges(parameters, count, sort, bound)


def _edges(parameters: Parameters, count: int, sort: str, bound: str) -> tuple[int, str]:
    condition, directed, strong = parameters["condition"], parameters["directed"], parameters["strongly"] or sort == "strong"
    pairs = comb(count, 2)
    if condition == "ensure":
        if bound != "least" or directed or sort not in ("", "connected"):
            stay_out("to be sure of what")
        value = comb(count - 1, 2) + 1
        return value, f"{count - 1} 个顶点的完全图有 {comb(count - 1, 2)} 条边，仍可能有一个孤立的顶点；再多 1 条就一定连通：{value}。"
    if bound == "least":
        if strong and directed is not False:
            return count, f"强连通的有向图至少成一个环：{count} 条。"
        if (sort == "connected" or condition == "possible") and not directed and not strong:
            return count - 1, f"连通图的边最少时是一棵树：{count} − 1 = {count - 1} 条。"
        stay_out("the fewest edges of what")
    if bound == "most" and not condition:
        if sort == "apart" and not directed:
            return comb(count - 1, 2), f"一个顶点孤立，其余 {count - 1} 个成完全图：{comb(count - 1, 2)} 条。"
        if sort in ("", "connected") and directed is not None:
            value = pairs * (2 if directed else 1)
            return value, f"任意两个顶点之间都有{'方向相反的两条弧' if directed else '一条边'}：{value} 条。"
    return stay_out("edges of what")


def _vertices(edges: int | None, count: int | None, sort: str, bound: str, directed: bool | None, condition: str) -> tuple[int, str]:
    if edges is None or count is not None or condition or edges < 1 or directed or sort not in ("apart", "connected", ""):
        stay_out("vertices of what")
    if sort == "connected" and bound == "most":
        return edges + 1, f"连通图的边不少于顶点数减 1，顶点至多 {edges} + 1 = {edges + 1} 个。"
    if bound != "least" or (sort == "" and directed is None):
        stay_out("a bound of vertices")
    full = next(number for number in range(2, edges + 3) if comb(number, 2) >= edges)
    if sort == "apart":
        return (
            full + 1,
            f"{edges} 条边至少要 {full} 个顶点（{full} 个顶点最多 {comb(full, 2)} 条边），不连通还要 1 个孤立的顶点：{full + 1} 个。",
        )
    return full, f"{full} 个顶点最多有 {comb(full, 2)} 条边，{full - 1} 个最多 {comb(full - 1, 2)} 条，所以至少 {full} 个。"


def _of_degrees(parameters: Parameters, what: str, bound: str) -> tuple[int, str]:
    told: dict[str, int] = parameters["told"]
    pairs: list[list[int]] = parameters["pairs"]
    if parameters["sort"] in ("complete", "apart") or parameters["condition"]:
        stay_out("degrees of such a graph")
    edges, count = told.get("edges"), told.get("vertices")
    if "sum" in told:
        if what != "edges" or bound or pairs or edges is not None or told["sum"] % 2:
            stay_out("a sum of degrees")
        return told["sum"] // 2, f"度数之和是边数的 2 倍：{told['sum']} ÷ 2 = {told['sum'] // 2}。"
    if parameters["directed"]:
        stay_out("degrees of a directed graph")
    known = sum(many for many, _ in pairs)
    weight = sum(many * degree for many, degree in pairs)
    shown = " + ".join(f"{many}×{degree}" for many, degree in pairs)
    if what == "edges" and edges is None and not bound:
        return _edges_of_degrees(told, known, weight, shown, count)
    if what != "vertices" or edges is None or count is not None:
        stay_out("degrees that do not settle it")
    left = 2 * edges - weight
    if "each_degree" in told and not pairs:
        if (2 * edges) % told["each_degree"] or bound:
            stay_out("no such graph")
        return 2 * edges // told["each_degree"], f"2 × {edges} ÷ {told['each_degree']} = {2 * edges // told['each_degree']}。"
    rest = f"度数之和为 2 × {edges} = {2 * edges}，其余顶点的度数之和为 {2 * edges} − ({shown}) = {left}"
    if left < 0 or not pairs:
        stay_out("no such graph")
    if "others_are" in told and not bound:
        if told["others_are"] < 1 or left % told["others_are"]:
            stay_out("no such graph")
        others = left // told["others_are"]
        return known + others, f"{rest}，所以还有 {left} ÷ {told['others_are']} = {others} 个，共 {known + others} 个。"
    highest = told["others_less"] - 1 if "others_less" in told else told.get("others_most", 0)
    if bound != "least" or highest < 1:
        stay_out("degrees of the others")
    others = -(-left // highest)
    return known + others, f"{rest}，每个至多 {highest}，至少还有 {others} 个，共 {known + others} 个。"


def _edges_of_degrees(told: dict[str, int], known: int, weight: int, shown: str, count: int | None) -> tuple[int, str]:
    extra: dict[str, Any] = {name: told[name] for name in ("others_are", "each_degree") if name in told}
    if set(told) - {"vertices", *extra}:
        stay_out("bounds of degrees")
    total = weight
    if "each_degree" in extra:
        if known or count is None:
            stay_out("each degree")
        total, shown = count * extra["each_degree"], f"{count}×{extra['each_degree']}"
    elif "others_are" in extra:
        if count is None or count < known:
            stay_out("how many others")
        total += (count - known) * extra["others_are"]
        shown += f" + {count - known}×{extra['others_are']}"
    elif count not in (None, known):
        stay_out("vertices of other degrees")
    if total % 2:
        stay_out("no such graph")
    return total // 2, f"度数之和为 {shown} = {total}，边数为它的一半：{total // 2}。"
