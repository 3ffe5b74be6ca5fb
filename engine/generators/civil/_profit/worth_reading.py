"""One thing that is bought, grows dearer or cheaper, and is sold, perhaps more than once: what it is worth, and what comes of it.

Everything happens in the order in which it is told. Days and places are no words of this reader: it only follows the worth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Lexicon, Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?"
_WHEN = (
    r"(?:本|上|下)?(?:周|星期)[一二三四五六日天](?:开盘|收盘)?(?:前|后|时)?|第[一二三四1-4](?:天|周|年|月|次|个月|季度)|(?:一|两|二|三|半)年(?:前|后|之后)|"
    r"[上下]半年|(?:去|今|前|次|当)年|\d{1,2}月份?|(?:上|下|本|次)个?月|次日|当天|后来|不久|随后|接着|然后|之后|后(?!来)|再|又|先|(?:开盘|收盘)(?:前|后|时)?"
)
WORDS = (
    ("", r"为(?:了)?尽[^,;。\d]{0,6}(?=[,;。]|$)|与?(?:买进|买入|购进|买)时(?:候)?相比"),
    ("fold", rf"(?:打|按|以)?(?P<value>{_N})折"),
    ("percent", rf"(?P<value>{_N})%"),
    ("ask-percent", r"多少%"),
    ("money", rf"(?P<value>{_N})(?P<unit>万?)元(?:钱)?"),
    ("ask-money", r"多少(?P<unit>万?)元(?:钱)?|多少钱"),
    ("fee", r"(?:扣除|除去|扣去|付出?|支付)?[^,;。\d%]{0,4}(?:成交价|成交额|售价|卖价)的?(?=\d)|的?(?:交易费用?|手续费|佣金|中介费|税费)(?:之?后)?"),
    ("gain", r"(?:总共|一共|共|净|还|最终|能|可)*(?:赚(?:了|到)?|获利|盈利|利润)(?:了)?"),
    ("up", r"(?:市?价|价格|股价|售价|房价)?(?:又|再|先)?(?:上涨|涨价?|升值|增值|提价|提高|上调|涨了?)(?:了|至|到)?"),
    ("down", r"(?:市?价|价格|股价|售价|房价)?(?:又|再|先)?(?:下跌|跌|贬值|降价|降低|下调|下降|降|减价|便宜)(?:了|至|到)?"),
    ("buy", r"买(?:回来?|回|进|入|下|来|了)*|购(?:进|入|买|得)(?:了)?|收(?:购|来)(?:了)?|投资(?:的|了)?"),
    ("sell", r"卖(?:给|出|掉|了|去)*|售出?|出售|出手|转让|抛(?:售|出)"),
    ("worth", r"市值|现价|原价|市价|价格|价值|股价|成本价|持有(?:的)?|变(?:为|成)?|值(?=\d|多少)"),
    ("ask", r"多少|几(?!何)"),
    ("when", _WHEN),
    ("", r"为(?:了)?尽[^,;。\d]{0,6}(?=[,;。])|与?(?:买进|买入|购进|买)时(?:候)?相比|发现|花(?:了|费)?|以|按|用|把|将|该|这|那|的|了|在|为|是|给别?人|另外?一个?人|别人|结果|问|他|她|一共|总共|共|最后|最终|于是|又把它|它"),
)  # fmt: skip
_LEXICON = Lexicon(WORDS)
_CLOSED = re.compile(
    r"[不没无未非否除仅但却每各另早晚提停减降跌剩余残损漏坏丢替半比差倍若假占最至止必须禁止允许隔满赠送返免税券租息存贷抵扣件个斤克双批百十三四五六七八九]"
)
SIGNS = {
    "fold": "F", "percent": "%", "ask-percent": "P", "money": "M", "ask-money": "$", "fee": "o", "gain": "G", "up": "+", "down": "-", "buy": "b",
    "sell": "s", "worth": "w", "ask": "?", "when": "t",
}  # fmt: skip
_OTHER = r"[甲乙丙A-Z]|\d(?:件|个|台|斤|千克|股|双|套|只(?![\u4e00-\u9fff])|箱|张)|成本|进价|定价|销量|利润率|如果|若|每|至少|最多|恢复|原来|(?:至|到)\d"


@dataclass(slots=True)
class _Worth:
    """What is worth how much now, what was paid and taken for it."""

    worth: Term | None = None
    first: Term | None = None
    paid: Term = field(default_factory=dict)
    taken: Term = field(default_factory=dict)
    held: bool = False
    sold: bool = False
    equations: Equations = field(default_factory=Equations)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def read_worth(text: str) -> Recognition | None:
    """What a thing is worth in the end, or what comes of buying and selling it.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    if not patterns.search("买|购|投资|持有|股|涨|跌|升值|贬值", plain):
        return None
    if found := patterns.search(_OTHER, plain):
        stay_out(found[0])
    thing = _Worth()
    for clause in _LEXICON.clauses(plain, longest_left=16, suspect=_CLOSED, silent=1):
        piece = Piece(clause.mentions, clause.text, SIGNS)
        piece.drop("t")
        if piece.mentions:
            _take(thing, piece)
        if piece.mentions:
            stay_out(f"{piece.mentions[0].text} in {piece.text}")
    if not thing.asks:
        stay_out("nothing asked")
    answers: list[Answer] = []
    for place, (above, below, unit) in enumerate(thing.asks):
        value = thing.equations.value(above, ["买价"], below or None)
        answers.append((place, value * 100 if unit == "%" else value / (10000 if unit == "万元" else 1), unit))
    return recognition(thing.lines, answers, {}, working=thing.equations.in_words())


def _money(told: Mention) -> Term:
    return constant(Fraction(told.value) * (10000 if told.unit == "万" else 1))


def _take(thing: _Worth, piece: Piece) -> None:
    if piece.has("$?P"):
        _ask(thing, piece)
        return
    if found := piece.take("o(%)o") or piece.take("(%)o"):
        if not thing.sold:
            stay_out("charged for what")
        thing.taken = scaled(thing.taken, 1 - Fraction(found[0].value) / 100)
        thing.lines.append(f"付 {found[0].text} 的费用")
    if found := piece.take("w?(M)b") or piece.take("b(M)") or piece.take("w(M)") or piece.take("(M)w"):
        if thing.held:
            stay_out("bought twice")
        if not thing.held and thing.worth is not None and not thing.sold:
            if not patterns.search("前[^,;。]{0,2}持有", piece.text):
                stay_out("worth so much when")
            thing.equations.equal(symbol("买价"), _money(found[0]))
            thing.lines.append(f"原有 {found[0].text}")
            return
        thing.worth = _money(found[0])
        thing.first = thing.first or thing.worth
        thing.paid, thing.held, thing.sold = plus(thing.paid, thing.worth), True, False
        thing.lines.append(f"花 {found[0].text} 买进")
        piece.drop("b")
    elif piece.has("b") and not thing.held:
        thing.worth = thing.first = symbol("买价")
        thing.paid, thing.held = thing.worth, True
        piece.drop("b")
    while found := piece.take("w?([+-])(%)"):
        if thing.worth is None:
            thing.worth = thing.first = symbol("买价")
        factor = 1 + Fraction(found[1].value) / 100 * (1 if found[0].kind == "up" else -1)
        thing.worth = scaled(thing.worth, factor)
        thing.lines.append(f"{'涨' if found[0].kind == 'up' else '跌'} {found[1].text}")
    if found := piece.take("w?(F)s") or piece.take("(M)s") or piece.take("s(M)"):
        if not thing.held and thing.worth is not None and not thing.sold and thing.first is not None:
            thing.paid, thing.held = plus(thing.paid, thing.first), True  # it grew dearer since it was bought
        if not thing.held or thing.worth is None:
            stay_out("sold before it was bought")
        told = found[0]
        price = scaled(thing.worth, Fraction(told.value) / 10) if told.kind == "fold" else _money(told)
        thing.taken, thing.held, thing.sold = plus(thing.taken, price), False, True
        thing.worth = price
        thing.lines.append(f"{told.text} 卖出")
    if found := piece.take("G(M)"):
        if not thing.sold:
            stay_out("gained by what")
        thing.equations.equal(less(thing.taken, thing.paid), _money(found[0]))
        thing.lines.append(f"赚 {found[0].text}")


def _ask(thing: _Worth, piece: Piece) -> None:
    """What is asked."""
    if found := piece.take("bw?(\\$)") or piece.take("w(\\$)b") or (piece.take("(\\$)b")):
        thing.asks.append((thing.first or stay_out("what was paid"), {}, f"{found[0].unit}元"))
    elif found := piece.take("G(\\$)"):
        if not thing.sold or thing.held:
            stay_out("gained by what")
        thing.asks.append((less(thing.taken, thing.paid), {}, f"{found[0].unit}元"))
    elif found := piece.take("w+(\\$)"):
        if "原" in piece.text or thing.worth is None or thing.sold:
            stay_out("worth when")
        thing.asks.append((thing.worth, {}, f"{found[0].unit}元"))
    elif (found := piece.take("([+-])(P)")) and not thing.sold and len(thing.lines) > 1:
        now, then = thing.worth or stay_out("what changes"), thing.first or stay_out("what changes")
        change = less(now, then) if found[0].kind == "up" else less(then, now)
        thing.asks.append((change, then, "%"))
    else:
        stay_out(f"what is asked in {piece.text}")
