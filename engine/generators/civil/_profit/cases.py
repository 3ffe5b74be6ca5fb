"""Price problems of their own shape: two sorts of goods marked up each for itself, one lot at two prices."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, parse
from engine.generators.civil._problems.relations import recognition
from engine.generators.civil._profit.words import VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_EXCESS = (
    ("case", rf"[/]*(?:按)?每{{0,2}}(?P<value>{N})元(?:每)?(?:价)?售,?(?:共)?(?P<way>利|亏)(?P<gain>{N})元"),
    ("case", rf"[/]*(?:按)?售每?(?P<value>{N})元(?:每)?,?(?:共)?(?P<way>利|亏)(?P<gain>{N})元"),
    ("ask-count", r"(?:共|进)*\?j"),
    ("ask-cost", r"每?本每?\?元?"),
    ("word", r"(?:进|售|共)+(?=[,。])"),
)  # fmt: skip


def read_two_prices(text: str) -> Recognition | None:
    """The same lot sold at one price or at another, with what is gained or lost in all: how many there are, what each has cost."""
    reduced = VOCABULARY.reduce(VOCABULARY.plain(text))
    if not patterns.search(r"元.*[利亏].*元.*[利亏].*\?", reduced) or not patterns.search(r"\?j|共\?", reduced):
        return None
    cases: list[tuple[Fraction, Fraction]] = []
    asks: list[tuple[int, str]] = []
    for name, match in parse(reduced, _EXCESS):
        if name == "case":
            cases.append((Fraction(match["value"]), Fraction(match["gain"]) * (-1 if match["way"] == "亏" else 1)))
        elif name.startswith("ask"):
            asks.append((match.start(), name))
    if len(cases) != 2 or cases[0][0] == cases[1][0]:
        stay_out("two prices")
    (one, gain), (other, gain2) = cases
    count = (gain - gain2) / (one - other)
    if count <= 0 or count.denominator != 1:
        stay_out("numbers")
    cost = one - gain / count
    unit = patterns.search(r"多少(本|件|个|台|斤|千克|支|箱|双)", VOCABULARY.plain(text))
    lines = [
        f"每件差 {decimal(abs(one - other))} 元，一共差 {decimal(abs(gain - gain2))} 元，所以有 {decimal(count)} 件",
        f"进价 {decimal(one)} − {decimal(gain)} ÷ {decimal(count)}",
    ]
    return recognition(
        lines,
        [
            (place, count if name == "ask-count" else cost, (unit[1] if unit else "件") if name == "ask-count" else "元")
            for place, name in asks
        ],
        {},
    )
