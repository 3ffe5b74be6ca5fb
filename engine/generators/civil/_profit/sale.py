"""A sale as its prices are told: cost, mark and the prices sold at, one lot sold in parts; relations between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._problems.relations import Quantity, Relations, minus, number, times, total, unknown
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


@dataclass(slots=True)
class Sale:
    """What holds at one place of the text."""

    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    cost: Quantity = field(default_factory=lambda: unknown("c"))
    first_cost: Quantity = field(default_factory=lambda: unknown("c"))
    mark: Quantity | None = None
    price: Quantity | None = None
    left_price: Quantity | None = None  # what it was sold at before `如果……`
    first_price: Quantity | None = None
    fresh: int = 0
    count: Fraction | None = None
    both_told: bool = False  # two things, each with a profit or a loss of its own
    wasted: bool = False  # some of what was bought is not sold
    groups: list[tuple[Fraction, Quantity]] = field(default_factory=list)
    asks: list[tuple[int, str, Quantity, Quantity, str]] = field(default_factory=list)
    late: list[tuple[str, re.Match[str]]] = field(default_factory=list)
    full: list[tuple[Fraction, Fraction, bool]] = field(default_factory=list)
    ordered: bool = False
    discounted: bool = False
    reduced: bool = False
    spoiled: Fraction = Fraction(0)
    settled: bool = False
    some: Quantity | None = None
    count_asked: bool = False
    gain: tuple[Quantity, Quantity] | None = None

    def say(self, one: Quantity, other: Quantity, line: str) -> None:
        self.relations.equal(one, other)
        self.lines.append(line)

    def new(self) -> dict[str, Fraction]:
        self.fresh += 1
        return unknown(f"p{self.fresh}")

    def sold_at(self) -> Quantity:
        """The price of which a profit is told."""
        if self.price is None:
            self.price = self.mark if self.mark is not None else self.new()
        if self.first_price is None:
            self.first_price = self.price
        return self.price

    def base(self, again: bool) -> Quantity:
        """The price that a discount is of."""
        if again and self.price is not None:
            return self.price
        if self.mark is None:
            self.mark = self.price if self.price is not None else unknown("m")
        if self.first_price is None:
            self.first_price = self.mark
        return self.mark

    def all_sold(self) -> bool:
        """Whether the parts told make up everything."""
        sold = sum((share for share, _ in self.groups), Fraction(0))
        return sold + self.spoiled == (self.count if self.count is not None and any(share > 1 for share, _ in self.groups) else 1)

    def gained(self, everything: bool) -> tuple[Quantity, Quantity]:
        """(profit, cost) of one, or of everything where it is sold in parts."""
        if self.groups:
            sold = sum((share for share, _ in self.groups), Fraction(0))
            whole = self.count if self.count is not None and any(share > 1 for share, _ in self.groups) else Fraction(1)
            if sold + self.spoiled != whole:
                stay_out("something is left unsold")
            cost = times(whole, self.cost)
            profit = minus(total(*(times(share, price) for share, price in self.groups)), cost)
            factor = self.count if self.count is not None and whole == 1 else Fraction(1)
            return times(factor, profit), times(factor, cost)
        if self.spoiled:
            whole = self.count if self.count is not None else stay_out("spoiled of how many")
            cost = times(whole, self.cost)
            return minus(times(whole - self.spoiled, self.sold_at()), cost), cost
        factor = self.count if everything and self.count is not None else Fraction(1)
        if everything and self.count is None:
            factor = Fraction(1)
        return times(factor, minus(self.sold_at(), self.cost)), times(factor, self.cost)


def part_of(value: str, how: str | None) -> Fraction:
    return Fraction(value) / (100 if how == "%" else 1)


def price_statement(sale: Sale, name: str, groups: dict[str, str | None], place: int) -> None:
    value = groups.get("value") or "0"
    if groups.get("again") and sale.price is None and sale.left_price not in (None, sale.mark):
        stay_out("on top of what")  # `八折出售……如果……再让利`
    if name == "markup-to":
        name, value = "markup", decimal(Fraction(value) - 100, 4)
        if Fraction(value) <= 0:
            stay_out("below cost")
    if name == "markup":
        price = times(1 + Fraction(value) / 100, sale.cost)
        if groups["as"] == "售":
            sale.price = price
        else:
            if sale.mark is not None:
                sale.say(sale.mark, price, f"定价 = 成本 × (1 + {value}%)")
                return
            sale.mark, sale.price = price, None
        sale.lines.append(f"{'售价' if groups['as'] == '售' else '定价'} = 成本 × (1 + {value}%)")
    elif name == "discount":
        base = sale.base((bool(groups["again"]) or not sale.settled) and sale.price is not None and sale.mark is not None)
        if groups.get("percent"):
            sale.price = times(Fraction(str(groups["percent"])) / 100, base)
            sale.lines.append(f"售价 = 定价 × {groups['percent']}%")
        elif value == "?":
            if not (sale.discounted and sale.price is not None):
                sale.price = sale.new()
            base = sale.mark if sale.mark is not None else base
            sale.asks.append((place, "discount", sale.price, base, "折"))
        else:
            if not 0 < Fraction(value) < 10:
                stay_out("a discount")
            sale.price = times(Fraction(value) / 10, base)
            sale.lines.append(f"售价 = 定价 × {value}/10")
    else:
        if (
            groups["way"] == "高"
            and groups["how"] == "%"
            and sale.mark is None
            and sale.price is None
            and sale.relations.value(sale.cost) is not None
        ):
            # Only the cost has been told: `成本 800 元，先提价 40%`.
            sale.mark = times(1 + Fraction(value) / 100, sale.cost)
            sale.lines.append(f"定价 = 成本 × (1 + {value}%)")
            return
        base = sale.base(bool(groups["again"]) or not sale.settled or sale.mark is None)
        sign = 1 if groups["way"] == "高" else -1
        if groups["how"] == "%":
            sale.price = times(1 + sign * Fraction(value) / 100, base)
        else:
            sale.price = total(base, number(sign * Fraction(value)))
        if sale.first_price is None:
            sale.first_price = base
        sale.lines.append(f"售价{'提高' if sign > 0 else '降低'} {value}{groups['how']}")


def lot_statement(sale: Sale, name: str, groups: dict[str, str | None], place: int) -> None:
    """A lot sold in parts."""
    if name == "part-markup":
        price = times(1 + Fraction(str(groups["markup"])) / 100, sale.cost)
        sale.mark = sale.mark if sale.mark is not None else price
        sale.groups.append((part_of(str(groups["value"]), groups["how"]), price))
        sale.lines.append(f"{groups['value']} 按成本 × (1 + {groups['markup']}%) 卖出")
        return
    if name == "price-part":
        sale.groups.append((Fraction(str(groups["value"])), number(str(groups["price"]))))
        sale.mark = sale.mark if sale.mark is not None else number(str(groups["price"]))
        sale.lines.append(f"每件 {groups['price']} 元卖出 {groups['value']} 件")
        return
    if name == "rest-some":
        sale.base(False)
        sale.some = sale.price = sale.new()
        sale.discounted = True
        groups = {**groups, "some": "1"}
    if name == "part":
        value = str(groups["value"])
        if groups["how"] is None and "/" not in value:
            stay_out("how many")
        share = part_of(value, groups["how"])
        if groups["how"] == "j" and share <= 1:
            stay_out("one of them")
        price = times(Fraction(str(groups["tenths"])) / 10, sale.base(False)) if groups.get("tenths") else sale.sold_at()
        sale.groups.append((share, price))
        sale.lines.append(f"卖出 {value}{'%' if groups['how'] == '%' else ''}")
        return
    base = sale.mark if sale.mark is not None else sale.sold_at()
    if sale.some is not None and groups.get("tenths"):
        # `其余打折出售……打了几折`: of the rest told before.
        if groups["tenths"] == "?":
            sale.asks.append((place, "discount", sale.some, base, "折"))
        else:
            sale.say(sale.some, times(Fraction(str(groups["tenths"])) / 10, base), f"其余的打 {groups['tenths']} 折")
        return
    if not sale.groups:
        stay_out("what is left of what")
    sold = sum((share for share, _ in sale.groups), Fraction(0))
    whole = sale.count if any(share > 1 for share, _ in sale.groups) else Fraction(1)
    if whole is None or sold >= whole or (groups.get("left") and Fraction(str(groups["left"])) != whole - sold):
        stay_out("how many are left")
    if groups.get("some") and sale.price is not None:
        price = sale.price
    elif groups.get("cost"):
        price = sale.cost
    elif groups.get("price"):
        price = number(str(groups["price"]))
    elif groups.get("cut"):
        cut = Fraction(str(groups["cut"]))
        price = times(1 - cut / 100, base) if groups["how"] == "%" else minus(base, number(cut))
    elif groups["tenths"] == "?":
        price = sale.new()
        sale.asks.append((place, "discount", price, base, "折"))
    else:
        price = times(Fraction(str(groups["tenths"])) / 10, base)
    sale.groups.append((whole - sold, price))
    sale.price = price
    sale.lines.append("其余的" + (f"打 {groups['tenths']} 折" if groups.get("tenths") not in (None, "?") else "另定价"))
