"""Arcs and orders written with angle brackets, in one spelling: `<1,2>` and `1->2` are `1→2`, `x<y<z` is `x小于y小于z`."""

from __future__ import annotations

import re

from engine.generators import patterns

_ARC = re.compile(r"<\s*([A-Za-z]\d{0,2}|\d{1,2})\s*,\s*([A-Za-z]\d{0,2}|\d{1,2})\s*(?:,\s*(\d+)\s*)?>")


def with_arrows(text: str) -> str:
    """A text in which the direction of every arc and order survives when angle brackets are taken away."""
    # An arc's brackets say its direction, and without them `<1,2>50` would be read as 1 and 250.
    if len(_ARC.findall(text)) > 2 or patterns.search(
        "[弧边图网]|DAG|AO[EV]|拓扑|顶点|最短(?:的)?(?:路|距离)|生成树|Dijkstra", text, re.IGNORECASE
    ):
        # A name or a weight before the bracket must not run into the tail: `a1<1,2>=5`.
        text = _ARC.sub(
            lambda arc: f"{' ' if patterns.search('[A-Za-z0-9]$', arc.string[: arc.start()][-1:]) else ''}{arc[1]}→{arc[2]} {arc[3] or ''}",
            text,
        )
    text = patterns.sub(r"(?<=[A-Za-z0-9])\s*-+>\s*(?=[A-Za-z0-9])", "→", text)
    # `T1<T2<T3` is an order, not a bracket.
    text = patterns.sub(
        r"(?<![A-Za-z0-9])([A-Za-z]\d)((?:\s*<\s*[A-Za-z]\d)+)(?![A-Za-z0-9]|\s*[,>])", lambda row: row[0].replace("<", "小于"), text
    )
    # `x<y<z`, `x > y`: an order of single letters; `E<v,w>` and `a->b` are none.
    return patterns.sub(
        r"(?<![A-Za-z0-9<>_-])([A-Za-z])((?:\s*[<>]\s*[A-Za-z])+)(?![A-Za-z0-9_]|\s*>|\s*,\s*[A-Za-z0-9]{1,3}\s*>)",
        lambda row: row[0].replace("<", "小于").replace(">", "大于"),
        text,
    )
