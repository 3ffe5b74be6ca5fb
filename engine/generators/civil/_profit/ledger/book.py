"""What is bought, sold in lots, lost and paid beside, as equations between unknown numbers and prices."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, symbol
from engine.generators.reading import stay_out

NUMBER, COST, LIST = "数量", "每件成本", "每件定价"


@dataclass(slots=True)
class Lot:
    """A part of all that was bought, and the price at which one of it was sold."""

    number: Term
    price: Term


@dataclass(slots=True)
class Book:
    """One kind of goods: bought once, sold in lots."""

    equations: Equations = field(default_factory=Equations)
    price: Term | None = None  # at which it is sold now
    lots: list[Lot] = field(default_factory=list)
    lost: Term = field(default_factory=dict)
    fees: Term = field(default_factory=dict)
    charged: Term = field(default_factory=dict)  # a share of what is taken in
    factor: Term | None = None  # a discount that nobody tells
    told: set[str] = field(default_factory=set)
    unit: str = ""
    whole: bool = True  # all is sold in the end; not so where it is told what comes of a part
    salvage: Term | None = None  # the price of what nobody has bought for more
    ended: bool = False  # it was told, or asked, what comes of it: the next price is another case
    target: Term | None = None  # what is to be gained in all
    single: bool = False  # one thing is traded
    bought: bool = False  # the clause before told that it was bought
    asks: list[tuple[Term, Term, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def number(self) -> Term:
        """How many were bought."""
        return symbol(NUMBER)

    @property
    def outlay(self) -> Term:
        """What all of it has cost, with what was paid beside."""
        return plus(product_of(symbol(NUMBER), symbol(COST)), self.fees)

    @property
    def left(self) -> Term:
        """How many are neither sold nor lost."""
        return less(symbol(NUMBER), plus(self.lost, *(lot.number for lot in self.lots)))

    def unit_price(self) -> Term:
        """What one is sold for now."""
        if self.price is None:
            if "list" not in self.told:
                stay_out("sold for how much")
            self.price = symbol(LIST)
        return self.price

    @property
    def expected(self) -> Term:
        """What would have been gained at the marked price."""
        if "list" not in self.told:
            stay_out("which price was hoped for")
        return product_of(symbol(NUMBER), less(symbol(LIST), symbol(COST)))

    def now_at(self, price: Term) -> None:
        """It is sold at a price from now on, or in the case that begins."""
        if self.ended:
            self.lots, self.ended = [], False
        self.price = price

    def sell(self, number: Term) -> None:
        """A part is sold."""
        self.lots.append(Lot(number, self.unit_price()))

    def settle(self) -> None:
        """What nobody told apart is sold at the price of now."""
        if not self.lots:
            self.sell(self.left)

    @property
    def revenue(self) -> Term:
        """What was taken in, less what is charged for it."""
        taken = plus(*(product_of(lot.number, lot.price) for lot in self.lots))
        return product_of(taken, less(constant(1), self.charged)) if self.charged else taken

    @property
    def profit(self) -> Term:
        """What comes of it in the end."""
        self.settle()
        return less(self.revenue, self.outlay)
