"""How many vertices the smallest directed acyclic graph of an expression has: equal parts are one vertex."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._postfix_expression.expressions import Tree, parsed, tokens_of
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

_TEXT = re.compile(
    r"(?:若|如果|设)?(?:用|采用|利用)有向无环图(?:\(DAG\))?来?(?:描述|表示)(?:算术)?(?:表达式)?(?P<expression>[A-Za-z0-9()+*/×÷·-]{5,60}),?则?(?:该图)?(?:至少)?(?:需要?|有)?的?(?:顶点|结点)的?(?:个数|数目|数)(?:至少|最少)?(?:是|为|需要?)(?:\(\)|多少|几)?[。?]*"
)


def recognise(text: str) -> Recognition | None:
    """An expression whose graph is asked; None where that is not all that the text says."""
    found = _TEXT.fullmatch(patterns.sub(r"\s+", "", text))
    if found is None:
        return None
    # A product whose sign is left out.
    expression = patterns.sub(r"(?<=[\w)])(?=\()|(?<=\))(?=\w)", "*", found["expression"].replace("·", "*"))
    tokens = tokens_of(expression)
    tree = None if tokens is None else parsed(tokens, "infix")
    if tree is None or tokens is None:
        stay_out("no expression")
    return Recognition(
        parameters={"task": "dag", "tokens": tokens}, understood=(("表达式", f"`{''.join(tokens)}`"), ("求", "有向无环图的顶点数"))
    )


def _parts(tree: Tree) -> set[Tree]:
    """The tree and all its parts."""
    found: set[Tree] = set()
    found.add(tree)
    if not isinstance(tree, str):
        found.update(_parts(tree[1]))
        found.update(_parts(tree[2]))
    return found


def _written(tree: Tree) -> str:
    return tree if isinstance(tree, str) else f"({_written(tree[1])}{tree[0]}{_written(tree[2])})"


def solve(parameters: Parameters) -> Solution:
    """The parts that differ."""
    tree = parsed(parameters["tokens"], "infix")
    if tree is None:
        stay_out("no expression")
    parts = sorted({_written(each) for each in _parts(tree)}, key=lambda each: (len(each), each))
    shown = "、".join(part[1:-1] if part.startswith("(") else part for part in parts)
    return Solution(
        answer=f"{len(parts)} 个",
        steps=f"相同的子表达式共用一个顶点，不同的子表达式有：{shown}，共 {len(parts)} 个。",
        also=(str(len(parts)),),
        conventions=("不按交换律、结合律改写表达式",),
    )
