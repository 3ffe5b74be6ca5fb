"""Graphs told as sets, `G = (V, E)` with `V = {...}` and `E = {...}`, put into the words that the readers of graphs know."""

from __future__ import annotations

import re

from engine.generators import patterns

_NAME = r"[A-Za-z]\d{0,2}"
_RUN = re.compile(r"(?<![A-Za-z0-9])([A-Za-z])(\d)\s*,\s*\1(\d)\s*,\s*(?:\1(\d)\s*,\s*)?(?:\.{2,}|…+)\s*,?\s*\1(\d{1,2})(?![0-9])")
# The graph's own name, with the names of its two sets.
_PAIR = re.compile(
    r"(?:的?(?:数据)?(?:逻辑)?结构[为是]?)?\s*(?<![A-Za-z0-9])(?P<name>[A-Z])\s*=\s*\(\s*(?P<vertices>[A-Z])\s*,\s*(?P<edges>[A-Z])\s*\)\s*[,:;]?\s*(?:其中)?\s*[,:]?"
)


def _written_out(run: re.Match[str]) -> str:
    first, second, last = int(run[2]), int(run[3]), int(run[5])
    if second != first + 1 or run[4] not in (None, str(first + 2)) or not first + 2 < last < first + 30:
        return run[0]
    return ",".join(f"{run[1]}{number}" for number in range(first, last + 1))


def _tells_sets(text: str, named: re.Match[str]) -> bool:
    """Whether the two names are those of sets that the text tells: `E = (A, B), (A, C)` begins a list of edges."""
    return any(patterns.search(rf"(?<![A-Za-z0-9]){named[name]}(?:\([A-Z]\))?\s*(?:=|为|是|:)", text) for name in ("vertices", "edges"))


def plain_sets(text: str) -> str:
    """The text with the graph's sets as lists of vertices and edges, and without the graph's own name."""
    text = _RUN.sub(_written_out, text)
    text = patterns.sub(
        r"\(?(?:注:?|其中)?[边弧]的?[尖圆]?括号[外后旁][边面]?的(?:数据|数字|数值?)(?:表示|为|是|代表)该?[边弧]上?的权值?\)?[。.]?",
        "",
        text,
    )
    named = next((found for found in _PAIR.finditer(text) if _tells_sets(text, found)), None)
    if named is None:
        return text
    graph, vertices, edges = named["name"], named["vertices"], named["edges"]
    text = f"{text[: named.start()].rstrip()},{text[named.end() :]}"
    text = patterns.sub(
        rf"(?:其?中?)?(?:顶点|结点)?的?(?:集合?|有限集)?\s*(?<![A-Za-z0-9]){vertices}(?:\({graph}\))?\s*=\s*(?={_NAME}\s*,|\d\s*,)",
        "顶点有",
        text,
    )
    text = patterns.sub(
        rf"(?:有向|无向)?(?:边|弧|关系)?的?(?:集合?|有限集)?\s*(?<![A-Za-z0-9]){edges}(?:\({graph}\))?\s*=\s*", "边有 ", text
    )
    text = patterns.sub(r"(?:若|设有?|已知|如果|给定)?(?:一个|某)?((?:带权|有向|无向|赋权|加权|无环|连通|的)*图)[为是]?(?=,)", r"\1", text)
    text = patterns.sub(rf"(?<![A-Za-z0-9→(,、])\s*{graph}\s*(?=的|中|进行|有|是|,|。|采用)", "该图", text)
    return patterns.sub(
        r"(?<=[,;])\s*\n+\s*|\n\s*\n+", "\n", patterns.sub(r"(?<=→)\s*\n\s*|(?<=[\w ],)\s*\n\s*(?=[A-Za-z0-9]+→)", "", text)
    )
