"""Price problems statement by statement: every cost, price, discount and profit is a linear relation between cost, mark and the prices sold at."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import parse
from engine.generators.civil._problems.relations import Answer, minus, number, recognition, times, total, unknown
from engine.generators.civil._problems.relations_working import Wording, working
from engine.generators.civil._problems.wording import COUNTERS
from engine.generators.civil._profit.forms import STATEMENTS
from engine.generators.civil._profit.sale import Sale, lot_statement, price_statement
from engine.generators.civil._profit.simulator import discount
from engine.generators.civil._profit.words import VOCABULARY
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _statement(sale: Sale, name: str, match: re.Match[str]) -> None:
    groups = match.groupdict()
    value, place = groups.get("value") or "0", match.start()
    if sale.groups and name in ("profit", "expected", "expected-less") and not sale.all_sold():
        sale.late.append((name, match))
        return
    if name == "cost":
        sale.say(sale.cost, number(value), f"成本 {value} 元")
        if groups.get("count"):
            sale.count = Fraction(groups["count"]) if sale.count in (None, Fraction(groups["count"])) else stay_out("two counts")
    elif name == "count":
        if sale.both_told and Fraction(value) == 2:
            return
        if sale.wasted or sale.both_told or (sale.count is not None and sale.count != Fraction(value)):
            stay_out("two counts")
        sale.count = Fraction(value)
    elif name == "mark":
        sale.mark = sale.mark if sale.mark is not None else unknown("m")
        sale.say(sale.mark, number(value), f"定价 {value} 元")
    elif name == "price" and sale.price is not None and sale.reduced and not sale.settled:
        sale.say(sale.price, number(value), f"售价 {value} 元")
    elif name == "price":
        sale.price = number(value)
        sale.first_price = sale.first_price if sale.first_price is not None else sale.price
        sale.lines.append(f"售价 {value} 元")
    elif name == "discount" and value != "?" and sale.groups and not sale.all_sold() and (sale.price is None or not sale.discounted):
        lot_statement(sale, "rest", {**groups, "tenths": value}, place)  # `卖出一半后打八折`
    elif name in ("markup", "markup-to", "discount", "cut"):
        sale.reduced = name in ("discount", "cut")
        price_statement(sale, name, groups, place)
    elif name == "cost-markup":
        sale.say(sale.cost, number(groups["cost"]), f"成本 {groups['cost']} 元")
        sale.mark, sale.price = times(1 + Fraction(value) / 100, sale.cost), None
        sale.lines.append(f"定价 = 成本 × (1 + {value}%)")
    elif name == "below-mark":
        if sale.price is None or sale.mark is None:
            stay_out("below what")
        sign = 1 if groups["way"] in ("降", "少") else -1
        sale.say(minus(sale.mark, sale.price), number(sign * Fraction(value)), f"比定价{'低' if sign > 0 else '高'} {value} 元")
    elif name in ("part", "part-markup", "price-part", "rest", "rest-some"):
        lot_statement(sale, name, groups, place)
    elif name == "gift":
        sale.price = minus(sale.sold_at(), number(value))
        sale.lines.append(f"每件返还 {value} 元")
    elif name == "at-mark":
        sale.price = sale.base(False)
    elif name == "profit":
        sign = -1 if groups["way"] == "亏" else 1
        profit, cost = sale.gained(bool(groups["all"]))
        if groups["how"] == "元" and sale.count_asked and sale.count is None and sale.gain is None:
            sale.gain = number(sign * Fraction(value)), profit
            sale.lines.append(f"一共{'亏损' if sign < 0 else '获利'} {value} 元")
            return
        told = times(sign * Fraction(value) / 100, cost) if groups["how"] == "%" else number(sign * Fraction(value))
        sale.settled = True
        sale.say(profit, told, f"{'亏损' if sign < 0 else '利润'}{'为成本的' if groups['how'] == '%' else ''} {value}{groups['how']}")
    elif name in ("expected", "expected-less"):
        value = value if name == "expected" else str(100 - Fraction(value))
        if sale.mark is None:
            stay_out("what was expected")
        profit, cost = sale.gained(True)
        scale = (sale.count or Fraction(1)) if any(share > 1 for share, _ in sale.groups) else Fraction(1)
        sale.say(profit, times(scale * Fraction(value) / 100, minus(sale.mark, sale.cost)), f"总利润是期望利润的 {value}%")
    elif name == "equal-lots":
        mark = sale.base(False)
        one = minus(times(Fraction(value) / 10, mark), sale.cost)
        other_price = minus(mark, number(groups["cut"])) if groups["cut"] else times(Fraction(groups["tenths"]) / 10, mark)
        sale.say(
            times(Fraction(groups["n"]), one),
            times(Fraction(groups["m"]), minus(other_price, sale.cost)),
            f"{value} 折卖 {groups['n']} 件与另一种卖 {groups['m']} 件利润相等",
        )
        sale.settled = True
    elif name == "lot-cost":
        if sale.count is not None:
            stay_out("two lots")
        sale.count = Fraction(groups["count"])
        sale.say(sale.cost, number(Fraction(value) / sale.count), f"{groups['count']} 件共花 {value} 元")
    elif name == "spoiled":
        if sale.count is None or sale.spoiled or not Fraction(value) < sale.count:
            stay_out("how many are good")
        sale.spoiled = Fraction(value)
        sale.lines.append(f"损坏 {value} 件")
    elif name == "rest-at":
        if not sale.spoiled or sale.groups or sale.count is None:
            stay_out("the rest of what")
        sale.groups.append((sale.count - sale.spoiled, number(value)))
        sale.lines.append(f"其余 {decimal(sale.count - sale.spoiled)} 件每件卖 {value} 元")
    elif name == "waste":
        if not 0 < Fraction(value) < 100 or sale.groups or sale.price is not None or sale.wasted:
            stay_out("waste")
        sale.wasted = True
        sale.cost = times(1 / (1 - Fraction(value) / 100), sale.cost)
        if sale.count is not None:  # fewer are sold than were bought
            sale.count *= 1 - Fraction(value) / 100
        sale.lines.append(f"损耗 {value}%，每份卖出的成本 = 成本 ÷ (1 − {value}%)")
    elif name == "cost-share":
        sale.say(sale.cost, times(Fraction(value) / 100, sale.sold_at()), f"成本 = {value}% × 售价")
    elif name == "cost-change":
        sale.sold_at()
        sign = 1 if groups["way"] == "高" else -1
        sign = 1 if (groups.get("way2") or groups["way"]) == "高" else -1
        sale.cost = (
            total(sale.cost, number(sign * Fraction(value))) if groups.get("how") else times(1 + sign * Fraction(value) / 100, sale.cost)
        )
        sale.lines.append(f"成本{'提高' if sign > 0 else '降低'} {value}{groups.get('how') or '%'}")
    elif name == "rate-points":
        factor = sale.relations.ratio(sale.cost, sale.first_cost)
        if factor is None or factor == 1:
            stay_out("which rate of profit")
        price = sale.sold_at()
        sale.say(minus(times(1 / factor, price), price), times(Fraction(value) / 100, sale.first_cost), f"利润率提高 {value} 个百分点")
    elif name == "some-discount":
        sale.base(False)
        sale.price = sale.new()
        sale.discounted = True
    elif name == "two-sold":
        if sale.price is not None or sale.mark is not None:
            stay_out("more than two sold")
        if sale.count not in (None, 2):
            stay_out("more than two sold")
        sale.both_told, sale.count = True, None  # what both come to is told, not what each does
        each_price = Fraction(value if groups["value"] else str(groups["value2"]))
        rates = [Fraction(groups[rate]) * (1 if groups[way] == "利" else -1) for rate, way in (("gain", "way"), ("loss", "other"))]
        if min(rates) <= -100:
            stay_out("numbers")
        costs = [each_price * 100 / (100 + rate) for rate in rates]
        sale.price, sale.cost = number(2 * each_price), number(sum(costs, Fraction(0)))
        sale.lines.append(f"两件的成本为 {decimal(costs[0])} 元和 {decimal(costs[1])} 元，一共卖得 {decimal(2 * each_price)} 元")
    elif name == "two-costs":
        if sale.price is not None or sale.mark is not None:
            stay_out("more than two sold")
        if sale.count not in (None, 2):
            stay_out("more than two sold")
        sale.both_told, sale.count = True, None
        both = [Fraction(value), Fraction(str(groups["value2"]))]
        rates = [Fraction(groups[rate]) * (1 if groups[way] == "利" else -1) for rate, way in (("gain", "way"), ("loss", "other"))]
        prices = [cost * (100 + rate) / 100 for cost, rate in zip(both, rates, strict=True)]
        sale.price, sale.cost = number(sum(prices, Fraction(0))), number(sum(both, Fraction(0)))
        sale.lines.append(
            f"两件的成本为 {decimal(both[0])} 元和 {decimal(both[1])} 元，卖得 {decimal(prices[0])} 元和 {decimal(prices[1])} 元"
        )
    elif name == "full":
        sale.full.append((Fraction(value), Fraction(groups["off"]), bool(groups["each"])))
    elif name == "order":
        sale.ordered = True
    elif name == "if":
        if sale.mark is None and sale.price is not None:
            sale.mark = sale.price
        if sale.settled or not sale.reduced:
            sale.left_price = sale.price
            sale.price = None
        sale.settled = sale.reduced = False
    elif name.startswith("ask"):
        _asked(sale, name, match, place)
        sale.settled = True


def _asked(sale: Sale, name: str, match: re.Match[str], place: int) -> None:
    groups = match.groupdict()
    what = groups.get("what") or ""
    one = number(1)
    if name == "ask-count":
        sale.asks.append((place, "count", one, one, "件"))
    elif name == "ask-gain":
        gain = minus(sale.price if sale.price is not None else stay_out("sold at what"), sale.cost)
        sale.asks.append((place, "percent", gain if groups["way"] == "高" else times(-1, gain), sale.cost, "%"))
    elif name == "ask-restore":
        if sale.first_price is None or sale.price is None:
            stay_out("from what")
        change = minus(sale.price, sale.first_price) if groups["way"] == "降" else minus(sale.first_price, sale.price)
        sale.asks.append((place, "percent", change, sale.price, "%"))
    elif name == "ask-share":
        if sale.first_price is None or sale.price is None:
            stay_out("of what")
        sale.asks.append((place, "percent", sale.price, sale.first_price, "%"))
    elif name in ("ask-which", "ask-two"):
        if name == "ask-two" and not any("两件" in line for line in sale.lines):
            stay_out("what is asked")
        profit, _ = sale.gained(True)
        sale.asks.append((place, "which", profit, one, "元"))
    elif what in ("本", "进"):
        sale.asks.append((place, "value", sale.first_cost, one, "元"))
    elif what == "定":
        sale.asks.append((place, "value", sale.base(False), one, "元"))
    elif what in ("售", "价", "付"):
        sale.asks.append((place, "value", sale.sold_at(), one, "元"))
    else:
        # Where a count is told, what everything brings is asked, unless it says of each.
        everything = bool(groups.get("all")) or (sale.count is not None and "每" not in match[0])
        profit, cost = sale.gained(everything)
        if groups.get("old"):
            if sale.groups or sale.first_price is None:
                stay_out("which rate of profit")
            profit, cost = minus(sale.first_price, sale.first_cost), sale.first_cost
        rate = what == "率" or groups.get("rate") is not None
        profit = times(-1, profit) if what == "亏" else profit
        sale.asks.append((place, "percent" if rate else "value", profit, cost if rate else one, "%" if rate else "元"))


def read_sale(text: str) -> Recognition | None:
    """The problem as relations of costs and prices; where all are told in 万元, so are the answers."""
    if patterns.search(r"\d\s*万元", text) and not patterns.search(r"(?<!万)元", text):
        found = _read(text.replace("万元", "元"))
        if found is not None:
            found.parameters["answers"] = [  # type: ignore[index]
                [value, "万元" if unit == "元" else unit, counted] for value, unit, counted in found.parameters["answers"]
            ]
        return found
    return _read(text)


def _read(text: str) -> Recognition | None:
    plain = VOCABULARY.plain(text)
    reduced = VOCABULARY.reduce(plain).replace("旧售率", "旧率")
    if not patterns.search(r"[本利率定折亏]|[高降].*[高降].*\?%", reduced):
        return None
    if "2j" in reduced and patterns.search(r"(?:共|合计|合起来|加起来)(?:卖|售)[^,;。\d每]{0,4}\d", plain):
        stay_out("sold together: for how much each")
    sale = Sale(count_asked=patterns.search(r"\?j", reduced) is not None)
    for name, match in parse(reduced, STATEMENTS):
        _statement(sale, name, match)
    for name, match in sale.late:
        if not sale.all_sold():
            stay_out("something is left unsold")
        _statement(sale, name, match)
    if patterns.search("仍|依然", plain) and not patterns.search("折|降|/", reduced):
        stay_out("in spite of what")
    if sale.full and "折" in reduced and not sale.ordered:
        stay_out("in what order")
    cost = sale.relations.value(sale.first_cost)
    sale.relations.asked.clear()  # what was only tried
    if cost is not None and cost <= 0:
        stay_out("numbers")
    answers: list[Answer] = []
    for place, what, above, below, unit in sale.asks:
        if what == "count":
            # What is gained in all, by what one brings.
            above, below = sale.gain if sale.gain is not None else stay_out("how much in all")
        value = sale.relations.ratio(above, below)
        if value is None:
            if (
                what == "value"
                and len(sale.asks) == 1
                and cost is None
                and "每" in plain
                and above != sale.first_cost
                and sale.relations.ratio(above, sale.first_cost) is not None
            ):
                return Recognition(
                    parameters={},
                    understood=(("条件", "；".join(sale.lines)),),
                    missing=(Missing("cost", "进价是多少元？", "进价为 {} 元"),),
                )
            stay_out("not determined")
        if what == "which":
            said = "不赚不亏" if not value else f"{'赚' if value > 0 else '亏'} {decimal(abs(value))} 元"
            answers.append((place, said, ""))
        elif value <= 0 or (what == "count" and value.denominator != 1):
            stay_out("numbers")
        elif what == "count":
            unit_asked = patterns.search(rf"多少({COUNTERS})", plain)
            answers.append((place, value, unit_asked[1] if unit_asked else unit))
        elif what == "discount":
            if value >= 1 or (value * 100).denominator != 1:
                stay_out("no discount people say")
            answers.append((place, value * 10, "折"))
        else:
            if sale.full:
                paid = sale.relations.value(sale.price if sale.price is not None else sale.base(False))
                if len(sale.full) > 1 or what != "value" or paid is None or above == sale.first_cost:
                    stay_out("what is taken off")
                ((least, off, each),) = sale.full
                value -= off * (paid // least if each else min(1, paid // least))
                sale.lines.append(f"满 {decimal(least)} 减 {decimal(off)}")
            answers.append((place, value * (100 if what == "percent" else 1), unit))
    wording = Wording(_called, fractions=False)
    steps = working(sale.relations, [value for _, value, _ in answers], wording)
    rates = "率" in reduced or "%" in reduced
    found = recognition(sale.lines, answers, {}, ["利润率 = 利润 ÷ 成本"] if rates else [], working=steps)
    tenths = [value for _, value, unit in answers if unit == "折" and isinstance(value, Fraction)]
    if tenths and len(answers) == 1:
        found.parameters["also"] = [discount(tenths[0])]  # type: ignore[index]
    return found


def _called(name: str) -> str:
    return {"c": "成本", "m": "定价"}.get(name, "售价")
