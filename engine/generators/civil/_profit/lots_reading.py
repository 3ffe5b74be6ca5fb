"""Goods of one sort bought at one price and sold in lots, each at a price of its own, told with any story around it.

The text is gone through from left to right: a price, once told, holds for what is sold from there on; what is sold is a number, a share of all or
of the rest. Every figure must be one of those that such a problem has, and what could cost or bring something else makes the reader stay out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._profit.lots_words import ASKS, BASES, EVENTS, OTHER, PLAIN
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_COST, _LIST, _COUNT, _FOLD = symbol("成本"), symbol("定价"), symbol("数量"), symbol("折扣")
_SAID = {"%": Fraction(1, 100), "折": Fraction(1, 10), "成": Fraction(1, 10), "倍": Fraction(1)}


@dataclass(slots=True)
class _Goods:
    """What is known of the goods while the text is gone through."""

    equations: Equations = field(default_factory=Equations)
    price: Term = field(default_factory=lambda: dict(_LIST))
    lots: list[tuple[Term, Term]] = field(default_factory=list)
    left: Term = field(default_factory=lambda: dict(_COUNT))
    changed: bool = False  # the price, since something was sold
    marked: bool = False
    lines: list[str] = field(default_factory=list)
    gains: list[tuple[str, Fraction, Term, bool]] = field(default_factory=list)  # kind, how much, at which price, whether before any lot
    discount: Term | None = None

    def sell(self, count: Term, said: str) -> None:
        """So many at the price of now."""
        self.lots.append((count, self.price))
        self.left = less(self.left, count)
        self.changed = False
        self.lines.append(said)

    def finish(self) -> None:
        """What is left is sold at the last price."""
        if self.left and (self.changed or not self.lots):
            self.sell(self.left, "其余的按最后的价格卖出")

    @property
    def profit(self) -> Term:
        """What all lots bring, less what all goods have cost."""
        return less(plus(*(product_of(count, price) for count, price in self.lots)), product_of(_COST, _COUNT))


def read_lots(text: str) -> Recognition | None:
    """The profit, its rate, a price, a discount or a number asked for.

    Raises:
        StayOut: something else is told, or what is told leaves it open.
    """
    plain = patterns.sub(r"\s+", "", opened(text))
    for pattern, told in PLAIN:
        plain = patterns.sub(pattern, told, plain)
    if not patterns.search("成本|进价|定价|原价|利润|获利|盈利|折", plain) or patterns.search("[甲乙丙]", plain):
        return None
    if (other := OTHER.search(plain)) is not None:
        stay_out(other[0])
    asking = next((match for pattern in ASKS if (match := pattern.search(plain)) is not None), None)
    if asking is None:
        stay_out("what is asked")
    told_part, what_if = _split(plain, asking)
    goods = _Goods()
    same = patterns.search(r"(?:与|和|同|跟)[\s\S]{2,60}(?:相同|相等|一样多?|同样多)", told_part)
    _go_through(goods, told_part)
    if same and len(goods.lots) == 2:
        one, other_lot = (product_of(count, less(price, _COST)) for count, price in goods.lots)
        goods.equations.equal(one, other_lot)
        goods.lines.append("两种卖法的利润相同")
        if goods.gains:
            stay_out("gains beside gains")
    elif same:
        stay_out("the same as what")
    else:
        last = goods.price
        goods.finish()
        for kind, value, price, first in goods.gains:
            gain = scaled(product_of(_COST, _COUNT), value) if kind == "rate" else constant(value)
            if kind == "of-list":
                goods.equations.equal(goods.profit, scaled(product_of(less(_LIST, _COST), _COUNT), value))
                goods.lines.append(f"总利润是都按定价卖的 {decimal(value * 100, 4)}%")
                continue
            # What is gained is told of the price before it, where another follows.
            all_at_once = first and (price != last or len(goods.gains) > 1 or len(goods.lots) > 1)
            goods.equations.equal(product_of(less(price, _COST), _COUNT) if all_at_once else goods.profit, gain)
            goods.lines.append(
                f"总利润{'是成本的 ' + decimal(value * 100, 4) + '%' if kind == 'rate' else ' ' + decimal(value, 4) + ' 元'}"
            )
    if not any(("数量",) in term for term in goods.equations.told) and all(set(count) <= {("数量",)} for count, _ in goods.lots):
        goods.equations.equal(_COUNT, constant(1))  # nobody says how many
    if not goods.lines:
        stay_out("nothing told")
    shares = [count.get(("数量",), Fraction(0)) for count, _ in goods.lots if set(count) <= {("数量",)}]
    if len(shares) == len(goods.lots) and sum(shares) > 1:
        stay_out("more is sold than there is")
    answer = _answer(goods, asking, what_if, bool(same))
    return recognition(goods.lines, [answer], {}, working=goods.equations.in_words())


def _split(plain: str, asking: re.Match[str]) -> tuple[str, str]:
    """What is told, and the clause that says under which condition something is asked."""
    before = plain[: asking.start()]
    condition = patterns.search(
        r"(?:^|[,;。?!:])(?:问|求|请问|那么|则)*:?(?:如果|若|假如)(?P<what>[^;。]*?)[,;。]?(?:那么|则|可以?|问)*$", before
    )
    rest = plain[asking.end() :]
    if patterns.search(r"\d", rest):
        stay_out("more behind the question")
    if condition is None or not patterns.search("出售|卖|销售|售", condition["what"]):
        return before, ""
    return before[: condition.start()], condition["what"]


def _go_through(goods: _Goods, text: str) -> None:
    place = 0
    rest = ""
    while place < len(text):
        best: tuple[int, int, str, re.Match[str]] | None = None
        for order, (name, pattern) in enumerate(EVENTS):
            match = pattern.search(text, place)
            if match is not None and (best is None or (match.start(), order) < best[:2]):
                best = match.start(), order, name, match
        if best is None:
            rest += text[place:]
            break
        start, _, name, match = best
        rest += text[place:start] + "·"
        _HANDLERS[name](goods, match)
        place = match.end()
    if (figure := patterns.search(r"\d", rest)) is not None:
        stay_out(f"a figure that nobody knows: {rest[max(0, figure.start() - 8) : figure.end() + 8]}")


def _number(match: re.Match[str], group: str = "value") -> Fraction:
    value = Fraction(match[group])
    return value * 10000 if match.groupdict().get("many") else value


def _base(goods: _Goods, word: str) -> Term:
    kind = next(kind for kind, pattern in BASES if patterns.fullmatch(pattern, word))
    return {"cost": _COST, "list": _LIST, "now": goods.price}[kind]


def _set_price(goods: _Goods, price: Term, said: str) -> None:
    goods.price, goods.changed = price, True
    goods.lines.append(said)


def _mark(goods: _Goods, match: re.Match[str]) -> None:
    factor = 1 + Fraction(match["value"]) / 100
    if goods.marked:
        stay_out("marked twice")
    goods.marked = True
    goods.equations.equal(_LIST, scaled(_COST, factor))
    goods.lines.append(f"定价 = 成本 × {decimal(factor, 4)}")


def _listed(goods: _Goods, match: re.Match[str]) -> None:
    """The marked price is so much of the cost."""
    if goods.marked:
        stay_out("marked twice")
    goods.marked = True
    factor = Fraction(match["value"]) * _SAID[match["kind"]]
    goods.equations.equal(_LIST, scaled(_COST, factor))
    goods.lines.append(f"定价 = 成本 × {decimal(factor, 4)}")


def _of(goods: _Goods, match: re.Match[str]) -> None:
    factor = Fraction(match["value"]) * _SAID[match["kind"]]
    base = _base(goods, match["base"])
    if match["kind"] in "折成" and not 0 < factor < 1:
        stay_out("no discount")
    _set_price(goods, scaled(base, factor), f"售价 = {match['base']} × {decimal(factor, 4)}")


def _at_list(goods: _Goods, match: re.Match[str]) -> None:
    _set_price(goods, dict(_LIST), "按定价卖")


def _at_cost(goods: _Goods, match: re.Match[str]) -> None:
    _set_price(goods, dict(_COST), "按成本卖")


def _fold(goods: _Goods, match: re.Match[str]) -> None:
    factor = Fraction(match["value"]) / 10
    if not 0 < factor < 1:
        stay_out("no discount")
    again = match["again"] or match["now"]
    _set_price(goods, scaled(goods.price if again else _LIST, factor), f"售价 = {'现价' if again else '定价'} × {decimal(factor, 4)}")


def _moved(goods: _Goods, match: re.Match[str]) -> None:
    """So much less, or more, than the price before."""
    sign = -1 if patterns.match("减|降|便宜|优惠|低", match["way"]) else 1
    value = Fraction(match["value"])
    base = goods.price if match["again"] else _LIST
    price = scaled(base, 1 + sign * value / 100) if match["kind"] == "%" else plus(base, constant(sign * value))
    _set_price(goods, price, f"售价{'降' if sign < 0 else '涨'} {match['value']}{match['kind']}")


def _value(name: str, term: Term) -> Callable[[_Goods, re.Match[str]], None]:
    def tell(goods: _Goods, match: re.Match[str]) -> None:
        value = _number(match)
        total = match.groupdict().get("total")
        goods.equations.equal(product_of(term, _COUNT) if total else term, constant(value))
        goods.lines.append(f"{'总' if total else ''}{name} {decimal(value, 4)} 元")

    return tell


def _more_cost(goods: _Goods, match: re.Match[str]) -> None:
    """Something beside the purchase price that each piece costs."""
    told = [each for each in goods.equations.told if set(each) == {("成本",), ()}]
    if len(told) != 1:
        stay_out("more than which cost")
    goods.equations.told.remove(told[0])
    cost = -told[0][()] / told[0][("成本",)] + _number(match)
    goods.equations.equal(_COST, constant(cost))
    goods.lines.append(f"每件成本共 {decimal(cost, 4)} 元")


def _priced(goods: _Goods, match: re.Match[str]) -> None:
    _set_price(goods, constant(_number(match)), f"售价 {decimal(_number(match), 4)} 元")


def _each_gain(goods: _Goods, match: re.Match[str]) -> None:
    goods.equations.equal(less(goods.price, _COST), constant(_number(match)))
    goods.lines.append(f"每件利润 {decimal(_number(match), 4)} 元")


def _gain(goods: _Goods, match: re.Match[str]) -> None:
    value = _number(match) * (-1 if patterns.match("亏|赔", match["way"]) else 1)
    goods.gains.append(("money", value, goods.price, not goods.lots))


def _rate(goods: _Goods, match: re.Match[str]) -> None:
    value = Fraction(match["value"]) / 100 * (-1 if patterns.search("亏|赔", match[0]) else 1)
    goods.gains.append(("rate", value, goods.price, not goods.lots))


def _of_list(goods: _Goods, match: re.Match[str]) -> None:
    goods.gains.append(("of-list", Fraction(match["value"]) / 100, goods.price, False))


def _rated(goods: _Goods, match: re.Match[str]) -> None:
    """At a price that brings another rate."""
    factor = 1 + Fraction(match["value"]) / 100
    _set_price(goods, scaled(_COST, factor), f"售价 = 成本 × {decimal(factor, 4)}")


def _unknown_fold(goods: _Goods, match: re.Match[str]) -> None:
    if goods.discount is not None:
        stay_out("two discounts")
    goods.discount = product_of(_FOLD, _LIST)
    _set_price(goods, goods.discount, "售价 = 定价 × 折扣")


def _bought(goods: _Goods, match: re.Match[str]) -> None:
    goods.equations.equal(_COUNT, constant(_number(match)))
    goods.lines.append(f"共 {match['value']} 件")


def _sold(goods: _Goods, match: re.Match[str]) -> None:
    if match["half"] or match["share"]:
        share = Fraction(1, 2) if match["half"] else _share(match["share"])
        of_rest = match["rest"] is not None
        goods.sell(scaled(goods.left if of_rest else _COUNT, share), f"卖出{'剩下的' if of_rest else '全部的'} {share}")
    else:
        goods.sell(constant(_number(match)), f"卖出 {match['value']} 件")


def _share(text: str) -> Fraction:
    return Fraction(text.removesuffix("%")) / 100 if text.endswith("%") else Fraction(text)


def _rest(goods: _Goods, match: re.Match[str]) -> None:
    """The rest is sold at the price told in the same clause, before or behind: at its end."""
    if match["value"]:
        goods.equations.equal(goods.left, constant(_number(match)))
    goods.changed = True


def _nothing(goods: _Goods, match: re.Match[str]) -> None:
    """Words with a figure that say nothing."""


_HANDLERS: dict[str, Callable[[_Goods, re.Match[str]], None]] = {
    "mark": _mark,
    "listed": _listed,
    "of": _of,
    "at-cost": _at_cost,
    "at-list": _at_list,
    "fold": _fold,
    "moved": _moved,
    "cost": _value("成本", _COST),
    "list": _value("定价", _LIST),
    "more-cost": _more_cost,
    "priced": _priced,
    "each-gain": _each_gain,
    "gain": _gain,
    "rate": _rate,
    "bought": _bought,
    "of-list": _of_list,
    "rated": _rated,
    "unknown-fold": _unknown_fold,
    "sold": _sold,
    "rest": _rest,
    "nothing": _nothing,
}


def _answer(goods: _Goods, asking: re.Match[str], what_if: str, same: bool) -> Answer:
    groups = asking.groupdict()
    scales = ["数量", "成本", "定价"]
    profit, outlay = goods.profit, product_of(_COST, _COUNT)
    if what_if:
        other = _Goods(equations=goods.equations)
        if not patterns.search("不打折|原价|按定价", what_if):
            _go_through(other, what_if)
        other.finish() if not other.lots else None
        profit = other.profit
        price = other.price
    else:
        price = goods.price
    place = asking.start()
    if groups.get("rate"):
        if same:
            stay_out("which profit")
        value = goods.equations.value(profit, scales, outlay) * 100
        return place, value, "%"
    if groups.get("cost"):
        return place, goods.equations.value(outlay if groups.get("total") else _COST, scales), "元"
    if groups.get("fold"):
        fold = goods.equations.value(_FOLD, scales) * 10 if goods.discount is not None else stay_out("which discount")
        return place, (fold if 0 < fold < 10 else stay_out("no discount")), "折"
    if groups.get("list"):
        return place, goods.equations.value(_LIST, scales), "元"
    if groups.get("price"):
        return place, goods.equations.value(price, scales), "元"
    if groups.get("gain") and not same:
        return place, goods.equations.value(profit, scales), "元"
    if groups.get("money"):  # how many can be had for so much
        count = Fraction(groups["money"]) * (10000 if groups.get("many") else 1) / goods.equations.value(price, scales)
        return place, Fraction(count.numerator // count.denominator), groups["unit"] or "件"
    stay_out("what is asked")
