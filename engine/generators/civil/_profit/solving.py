"""Solving profit problems: cost, marked and selling price; two discounts; a lot sold in parts; tariffs in steps; the best price."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.problems import own_wording
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._profit.best_price_reading import read_best_price
from engine.generators.civil._profit.cases import read_two_goods, read_two_prices
from engine.generators.civil._profit.demand_reading import read_demand
from engine.generators.civil._profit.leftover_goods import read_leftovers
from engine.generators.civil._profit.lots_reading import read_lots
from engine.generators.civil._profit.price_changes_reading import read_price_changes
from engine.generators.civil._profit.purchase_discounts_reading import read_purchase_discounts
from engine.generators.civil._profit.reading import READERS
from engine.generators.civil._profit.revenue_reading import read_revenue
from engine.generators.civil._profit.simulator import discount, sale
from engine.generators.civil._profit.statements import read_sale
from engine.generators.civil._profit.tariff import reading as tariff_reading
from engine.generators.civil._profit.tariff.standard_reading import read_price_beyond, read_standard
from engine.generators.civil._profit.tariff.statements import read_purchase, read_tariff
from engine.generators.civil._profit.trades.reading import read_trades
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, relation
from engine.generators.reading import stay_out


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "relations":
        return solution(parameters)
    conventions = ("利润率 = 利润 ÷ 进价",)
    if task == "sale":
        cost, mark, sold = (Fraction(parameters[name]) for name in ("cost", "mark", "sold"))
        asked = parameters["asked"]
        gained = sold - cost
        rate = gained * 100 / cost
        if gained < 0 and asked in ("profit", "rate", "profit+rate"):
            stay_out("a loss")
        if parameters["tenths"] is not None and sale(cost, (mark / cost - 1) * 100, Fraction(parameters["tenths"])) != (mark, sold, gained):
            stay_out("numbers")
        steps = ["设进价为 100。"] if parameters["assumed"] else []
        steps.append(
            f"进价 {decimal(cost)}，定价 {decimal(mark)}，售价 {decimal(sold, 3)}，利润 {decimal(sold, 3)} − {decimal(cost)} {relation(gained, 3)} {decimal(gained, 3)}。"
        )
        if asked == "rate":
            steps.append(f"利润率为 {decimal(gained, 3)} ÷ {decimal(cost)} {relation(rate)} {decimal(rate)}%。")
            return Solution(
                answer=f"{'' if is_exact(rate) else '约 '}{decimal(rate)}%",
                also=(f"{decimal(rate)}%",),
                steps=paragraphs(*steps),
                conventions=conventions,
            )
        if asked == "profit+rate":
            both = f"{decimal(gained)} 元，{decimal(rate)}%"
            return Solution(
                answer=both,
                steps=paragraphs(*steps, f"利润率为 {decimal(gained, 3)} ÷ {decimal(cost)} {relation(rate)} {decimal(rate)}%。"),
                conventions=conventions,
            )
        if asked == "marked-rate":
            at_mark = (mark - cost) * 100 / cost
            return Solution(
                answer=f"{'' if is_exact(at_mark) else '约 '}{decimal(at_mark)}%",
                also=(f"{decimal(at_mark)}%",),
                steps=paragraphs(
                    *steps, f"按定价出售的利润率为 ({decimal(mark)} − {decimal(cost)}) ÷ {decimal(cost)}，即 {decimal(at_mark)}%。"
                ),
                conventions=conventions,
            )
        if asked == "tenths":
            tenths = sold * 10 / mark
            if not is_exact(tenths, 1):
                stay_out("no discount people say")
            steps.append(f"折扣为 {decimal(sold, 3)} ÷ {decimal(mark)}，即 {decimal(tenths, 1)} 折。")
            return Solution(answer=f"{decimal(tenths, 1)} 折", also=(discount(tenths),), steps=paragraphs(*steps), conventions=conventions)
        value = {"profit": gained, "sold": sold, "mark": mark, "cost": cost}[asked]
        answer = f"{'' if is_exact(value) else '约 '}{decimal(value)} 元"
        return Solution(answer=answer, steps=paragraphs(*steps, f"所求为 {answer}。"), conventions=conventions)
    if task == "two-discounts":
        value = Fraction(parameters[parameters["asked"]])
        answer, also = own_wording(value, "元")
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"两种卖法售价之差就是利润之差，定价为 {decimal(Fraction(parameters['mark']))} 元。",
                f"进价为 {decimal(Fraction(parameters['cost']))} 元，所求为 {answer}。",
            ),
        )
    if task == "parts":
        markup, share = Fraction(parameters["markup"]), Fraction(parameters["share"])
        mark = 100 + markup
        if "tenths" in parameters:
            value = mark * (share + (1 - share) * Fraction(parameters["tenths"]) / 10) - 100
            if value < 0:
                stay_out("a loss")
            shown = f"{decimal(value)}%"
            return Solution(
                answer=shown if is_exact(value) else f"约 {shown}",
                also=(shown,),
                steps=paragraphs(
                    f"设成本一共 100，全按定价卖得 {decimal(mark)}。", f"实际卖得 {decimal(value + 100)}，总利润率为 {shown}。"
                ),
                conventions=conventions,
            )
        rest = (100 + Fraction(parameters["total"])) / mark - share
        tenths = rest / (1 - share) * 10
        if not 0 < tenths < 10 or not is_exact(tenths, 1):
            stay_out("no discount people say")
        return Solution(
            answer=f"{decimal(tenths, 1)} 折",
            also=(discount(tenths),),
            steps=paragraphs(
                f"设成本一共 100，全按定价卖得 {decimal(mark)}，实际卖得 {decimal(100 + Fraction(parameters['total']))}。",
                f"其余部分打 {decimal(tenths, 1)} 折。",
            ),
            conventions=conventions,
        )
    if task == "taxi":
        answer, also = own_wording(Fraction(parameters["value"]), parameters["unit"])
        return Solution(
            answer=answer,
            also=also,
            steps=f"{parameters['limit']} 以内一共 {parameters['base']} 元，超过的每单位 {parameters['each']} 元，所求为 {answer}。",
        )
    if task == "lot":
        cost, count, markup, first, tenths = (Fraction(parameters[name]) for name in ("cost", "count", "markup", "first", "tenths"))
        mark = cost * (100 + markup) / 100
        value = mark * first + mark * tenths / 10 * (count - first) - cost * count
        if value < 0:
            stay_out("a loss")
        answer, also = own_wording(value, "元")
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"定价 {decimal(mark)} 元，打折价 {decimal(mark * tenths / 10)} 元。",
                f"收入减去成本 {decimal(cost * count)} 元，利润 {answer}。",
            ),
        )
    if task == "two-sold":
        price, gain, loss = (Fraction(parameters[name]) for name in ("price", "gain", "loss"))
        if not 0 < loss < 100:
            stay_out("numbers")
        costs = [price * 100 / (100 + gain), price * 100 / (100 - loss)]
        value = 2 * price - sum(costs)
        answer = "不赚不亏" if not value else f"{'赚' if value > 0 else '亏'} {decimal(abs(value))} 元"
        return Solution(
            answer=answer if is_exact(value) else f"约{answer}",
            steps=paragraphs(
                f"进价分别为 {decimal(costs[0])} 元和 {decimal(costs[1])} 元，一共 {decimal(sum(costs, Fraction(0)))} 元。",
                f"卖得 {decimal(2 * price)} 元，{answer}。",
            ),
        )
    if task == "tariff":
        limits, prices = [Fraction(each) for each in parameters["limits"]], [Fraction(each) for each in parameters["prices"]]
        known, unit = Fraction(parameters["known"]), parameters["unit"]
        spent = used = Fraction(0)
        steps = []
        for limit, price in zip([*limits, None], prices, strict=True):
            if parameters["wants"] == "amount":
                room = None if limit is None else (limit - used) * price
                if room is None or spent + room >= known:
                    used += (known - spent) / price
                    steps.append(f"其余 {decimal(known - spent)} 元，每{unit} {decimal(price)} 元。")
                    break
                spent += room
                used = limit if limit is not None else used
                steps.append(f"前 {decimal(used)} {unit}一共 {decimal(spent)} 元。")
            else:
                top = known if limit is None else min(known, limit)
                spent += (top - used) * price
                used = top
                steps.append(f"到 {decimal(top)} {unit}一共 {decimal(spent)} 元。")
                if top == known:
                    break
        answer, also = own_wording(used, unit) if parameters["wants"] == "amount" else own_wording(spent, "元")
        return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"所求为 {answer}。"))
    top, best = Fraction(parameters["top"]), Fraction(parameters["best"])
    at_price, at_best = f"{'涨（降）价' if parameters['change'] else '售价'} {decimal(top)} 元", f"最大利润 {decimal(best)} 元"
    answer = {"price": f"{decimal(top)} 元", "profit": f"{decimal(best)} 元", "priceprofit": f"{at_price}，{at_best}"}[parameters["asked"]]
    nothing, nobody = (decimal(Fraction(each)) for each in parameters["zeros"])
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"利润是售价的二次函数，在售价为 {nothing} 和 {nobody} 时利润为 0，最大值在两者正中。", f"{at_price}，{at_best}。"
        ),
    )


_BESIDE = re.compile(
    "抹零|零头|[若如逢]遇|(?:会员|贵宾|老顾客)[^,，;；。]{0,6}[再另减免]|代金券|红包|积分|另[付缴计](?!算)|提成|补贴|包装费|样品|[涨调]回|运费由"
)
"""What is taken off, or is charged, beside the prices told; who says when it holds is not read."""

_read = in_turn(
    read_price_changes,
    one_reading(*READERS, *tariff_reading.READERS),
    one_reading(read_sale, read_two_goods, read_two_prices, read_tariff, read_demand, read_purchase),
    one_reading(read_standard, read_price_beyond, read_revenue, read_purchase_discounts),
    read_trades,
    read_leftovers,
    read_best_price,
    read_lots,
)


def _recognise(text: str) -> Recognition | None:
    """As the readers, of prices with nothing beside them."""
    if found := _BESIDE.search(text):
        stay_out(f"beside the price: {found[0]}")
    return _read(patterns.sub(r"(?<=[\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff])", "。", text))


SOLVER = Solver(
    hint=r"收\d+|车费|打车|进价|成本|利润|获利|盈利|赚|亏|定价|标价|提价|降价|涨价|元|块|售价|收费|费用|水费|电费|打折|折",
    recognise=_recognise,
    solve=_solve,
)
