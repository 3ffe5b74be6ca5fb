"""Price problems of their own shape: two sorts of goods marked up each for itself, one lot at two prices."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, parse
from engine.generators.civil._problems.relations import Answer, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._profit.words import VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_TWO = (
    ("sum", rf"甲、乙(?:2?j)?(?:每)?(?:共)?本(?:共)?(?P<value>{N})元"),
    ("differ", rf"(?P<who>[甲乙])本?比(?P<other>[甲乙])本?(?P<way>多|高|少|低)(?P<value>{N})元"),
    ("markup", rf"(?P<who>[甲乙])(?:按|以)?(?P<value>{N})%(?:期?利|率)定"),
    ("all-discount", rf"[/再]*都?(?:定)?(?P<value>{N})折售?"),
    ("discount", rf"(?P<who>[甲乙])(?:定)?(?P<value>{N})折售?"),
    ("gain", rf"[共售]*(?P<way>利|亏)(?P<value>{N})元"),
    ("ask", r"(?P<who>[甲乙])本\??元?"),
    ("word", r"[售/]+(?=[,。])|甲、乙(?=[,])"),
)  # fmt: skip


def read_two_goods(text: str) -> Recognition | None:
    """Two sorts of goods, each marked up for itself, sold at a discount: what each has cost."""
    reduced = VOCABULARY.reduce(VOCABULARY.plain(text))
    if not patterns.search(r"甲.*乙.*(?:共|[利亏]\d)", reduced):
        return None
    relations, lines = Relations(), []
    factors: dict[str, Fraction] = {}
    common: list[Fraction] = []
    gain: Fraction | None = None
    asks: list[tuple[int, str]] = []
    for name, match in parse(reduced, _TWO):
        groups = match.groupdict()
        who = groups.get("who") or ""
        value = Fraction(groups.get("value") or 0)
        if name == "sum":
            relations.equal(total(unknown("甲"), unknown("乙")), number(value))
            lines.append(f"成本：甲 + 乙 = {decimal(value)} 元")
        elif name == "differ":
            sign = 1 if groups["way"] in "多高" else -1
            relations.equal(minus(unknown(who), unknown(groups["other"])), number(sign * value))
            lines.append(f"成本：{who} − {groups['other']} = {decimal(sign * value)} 元")
        elif name in ("markup", "discount"):
            factors[who] = factors.get(who, Fraction(1)) * ((100 + value) / 100 if name == "markup" else value / 10)
        elif name == "all-discount":
            common.append(value / 10)
        elif name == "gain":
            gain = value * (-1 if groups["way"] == "亏" else 1)
        elif name == "ask":
            asks.append((match.start(), who))
    if factors.keys() != {"甲", "乙"} or gain is None or len(common) > 1 or any(not 0 < each < 1 for each in common):
        stay_out("something is not told")
    lowered = common[0] if common else Fraction(1)
    kept = [times(factors[each] * lowered - 1, unknown(each)) for each in "甲乙"]
    relations.equal(total(*kept), number(gain))
    lines.append(
        "利润：" + " + ".join(f"({decimal(factors[each] * lowered, 4)} − 1) × {each}" for each in "甲乙") + f" = {decimal(gain)} 元"
    )
    answers: list[Answer] = []
    for place, who in asks:
        value_of = relations.value(unknown(who))
        answers.append((place, value_of if value_of is not None and value_of > 0 else stay_out("not determined"), "元"))
    return recognition(lines, answers, {})


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
