"""Goods as they are now and were before: what they cost, at what they are marked and sold, and how many; equations between them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from engine.generators.civil._problems.equations import Equations, Term, less, plus, product_of, symbol
from engine.generators.civil._problems.mentions import Mention

NOUNS = ("cost", "list", "price", "sales", "revenue", "profit", "rate")
SAID = {"cost": "成本", "list": "定价", "price": "售价", "sales": "销量", "revenue": "收入", "profit": "利润", "rate": "利润率"}


@dataclass(slots=True)
class Good:
    """What is sold: as it is now."""

    cost: Term
    list: Term
    price: Term
    sales: Term
    discounted: bool = False


@dataclass(slots=True)
class Trade:
    """The goods now and before the last changes, what was sold in parts, and what is asked."""

    goods: dict[str, Good]
    equations: Equations = field(default_factory=Equations)
    before: dict[str, Good] = field(default_factory=dict)
    first: dict[str, Good] = field(default_factory=dict)
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    lots: list[tuple[Term, Term]] = field(default_factory=list)  # how many of all were sold at which price
    left: Term = field(default_factory=dict)
    in_lots: bool = False
    counted: bool = False
    subject: str = ""
    told: set[str] = field(default_factory=set)
    fresh: int = 0
    signed: list[Term] = field(default_factory=list)
    expected: Term | None = None
    settled: bool = False
    selling: bool = True  # what is bought is to be sold again
    targets: list[tuple[str, Fraction]] = field(default_factory=list)  # what is to be gained in all: a share of the outlay, or money
    bought: list[tuple[Fraction, Fraction]] = field(default_factory=list)  # how many for how much each
    buying: bool = False  # the clause before tells how many were bought, and not for how much
    paid: Fraction | None = None  # what a customer pays in the end
    wanted: Term | None = None  # a price that brings what is wanted, of which nothing else is told
    cost_asked: bool = False  # it is asked how much less something may cost, or how many more are to be sold
    kept: bool = False  # the profit is to stay as it was
    reduction: Term | None = None  # what a price that nobody tells is of the marked one

    def new(self, sign: str) -> Term:
        """An unknown that nothing is told of yet."""
        self.fresh += 1
        return symbol(f"{sign}{self.fresh:02d}")

    def changes(self) -> None:
        """What is now is what was before, once something changes."""
        self.before = {name: replace(good) for name, good in self.goods.items()}
        if not self.first:
            self.first = dict(self.before)

    def fixed_before(self, noun: str) -> bool:
        """Whether what was before is already kept, and this figure has not changed since."""
        if not self.before:
            return False
        return all(getattr(self.goods[name], noun) == getattr(good, noun) for name, good in self.before.items()) and not self.settled

    def _sell_rest(self) -> None:
        """What is left is sold at the price of now, where that is another than the last part was sold at."""
        (good,) = self.goods.values()
        if self.left and good.price != self.lots[-1][1]:
            self.lots.append((self.left, good.price))
            self.left = {}

    def figure(self, noun: str, goods: dict[str, Good], names: list[str]) -> Term:
        """A figure of the goods named, of all that are sold together."""
        if noun == "profit" and self.in_lots and goods is self.goods:
            self._sell_rest()
            taken = plus(*(product_of(count, price) for count, price in self.lots))
            (good,) = goods.values()
            return less(taken, product_of(good.cost, good.sales))
        if noun == "revenue":
            return plus(*(product_of(goods[name].price, goods[name].sales) for name in names))
        if noun == "profit":
            return plus(*(product_of(less(goods[name].price, goods[name].cost), goods[name].sales) for name in names))
        if noun == "outlay":
            return plus(*(product_of(goods[name].cost, goods[name].sales) for name in names))
        if len(names) != 1:
            return plus(*(getattr(goods[name], noun) for name in names))
        found: Term = getattr(goods[names[0]], noun)
        return found


def amount_of(mention: Mention) -> Fraction:
    if mention.kind == "money":
        return Fraction(mention.value) * (10000 if mention.unit == "万" else 1)
    if mention.kind in ("percent", "points"):
        return Fraction(mention.value) / 100
    if mention.kind == "share":
        return Fraction(1, 2) if mention.value in ("一半", "半数") else Fraction(mention.value)
    if mention.kind == "twice":
        return Fraction(2)
    return Fraction(mention.value)
