"""Buying and selling: marked price, discount and profit; two prices compared; charges by steps; a lot sold in two parts; the best price.

The rate of profit is profit over cost (国考、省考的约定), never over the selling price.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.civil._problems.problems import Candidates, quantity, wrong_quantities
from engine.generators.civil._profit.simulator import _NUMERALS as _NUMERALS
from engine.generators.civil._profit.simulator import best_price as best_price
from engine.generators.civil._profit.simulator import charge as charge
from engine.generators.civil._profit.simulator import discount as discount
from engine.generators.civil._profit.simulator import sale as sale
from engine.generators.civil._profit.simulator import two_parts as two_parts
from engine.generators.civil._profit.solving import SOLVER
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs, table
from engine.generators.quantities import decimal, is_exact

POINT = "quantity.applied.profit"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_GOODS = ("衬衫", "电饭煲", "台灯", "书包", "运动鞋", "水杯", "耳机", "雨伞")


def _write(chance: Chance, difficulty: int) -> Generated | None:
    goods = chance.choice(_GOODS)
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _sold(chance, goods) if first_half else _rate(chance, goods)
    if difficulty == 2:
        return _compared(chance, goods) if first_half else _steps(chance)
    return _parts(chance, goods) if first_half else _best(chance, goods)


def _sold(chance: Chance, goods: str) -> Generated | None:
    cost, markup, tenths = (
        chance.between(40, 600, 10),
        chance.between(20, 100, 5),
        Fraction(chance.choice((70, 80, 90, 85, 75)), 10),
    )
    marked, sold, right = sale(cost, markup, tenths)
    if not (is_exact(right, 1) and right >= 3):
        return None
    candidates: Candidates = [
        (sold, "算成了售价，没有减去进价"),
        (cost * Fraction(markup, 100) * tenths / 10, "只把利润打了折"),
        (cost * Fraction(markup, 100), "没有打折"),
        (cost * (Fraction(markup, 100) - (1 - tenths / 10)), "用利润率直接减去了让利的比例"),
        (marked * (1 - tenths / 10), "算成了打折让出的钱"),
        (marked * (1 - tenths / 10) - cost * Fraction(markup, 100), "打折让出的钱减去了原来的利润"),
        (right + 10, "计算时多算了 10 元"),
        (right - 10, "计算时少算了 10 元"),
        (right + 5, "计算时多算了 5 元"),
        (right - 2, "计算时少算了 2 元"),
    ]
    shown = quantity(right, "元", 1)
    return Generated(
        point=POINT,
        stem=f"某种{goods}每件进价 {cost} 元，按 {markup}% 的利润率定价，再按定价的{discount(tenths)}出售，则每件获利",
        right=shown,
        wrong=wrong_quantities(candidates, "元", 1),
        steps=paragraphs(
            f"定价为 {cost} × (1 + {markup}%) = {decimal(marked)} 元。",
            f"售价为 {decimal(marked)} × {decimal(tenths / 10)} = {decimal(sold, 3)} 元。",
            f"每件获利 {decimal(sold, 3)} − {cost} = {decimal(right, 1)}，即 {shown}",
        ),
        parameters={"task": "profit", "cost": cost, "markup": markup, "tenths": str(tenths)},
    )


def _rate(chance: Chance, goods: str) -> Generated | None:
    """The rate of profit, from the markup and the discount alone."""
    markup, tenths = chance.between(20, 120, 5), Fraction(chance.choice((60, 70, 80, 90, 85, 75, 95)), 10)
    marked, sold, right = sale(100, markup, tenths)
    off = 100 - 10 * tenths
    if not is_exact(right, 1) or right <= 3:
        return None
    candidates: Candidates = [
        (markup - off, "用加价的比例直接减去了让利的比例"),
        (markup * tenths / 10, "只把利润打了折"),
        (right * 100 / sold, "除以了售价，利润率应当除以进价"),
        (right * 100 / marked, "除以了定价，利润率应当除以进价"),
        (sold, "算成了售价与进价之比"),
        (Fraction(markup), "没有打折"),
        (right + 5, "计算时多算了 5 个百分点"),
        (right - 5, "计算时少算了 5 个百分点"),
        (right + 2, "计算时多算了 2 个百分点"),
        (right - 2, "计算时少算了 2 个百分点"),
    ]
    shown = quantity(right, "%", 1)
    return Generated(
        point=POINT,
        stem=f"某种{goods}在进价的基础上提高 {markup}% 定价，后来按定价的{discount(tenths)}出售，则出售这种{goods}的利润率（利润 ÷ 进价）为",
        right=shown,
        wrong=wrong_quantities(candidates, "%", 1),
        steps=paragraphs(
            f"设进价为 100，则定价为 {100 + markup}，售价为 {100 + markup} × {decimal(tenths / 10)} = {decimal(sold, 3)}。",
            f"利润为 {decimal(sold, 3)} − 100 = {decimal(right, 1)}，利润率为 {decimal(right, 1)} ÷ 100 = {shown}",
        ),
        parameters={"task": "rate", "markup": markup, "tenths": str(tenths)},
    )


def _compared(chance: Chance, goods: str) -> Generated | None:
    """Sold at one discount a gain, at another a loss (or a smaller gain): the cost."""
    high, low = chance.sample((9, 8, 7, 6, 5), 2)
    if high < low:
        high, low = low, high
    marked, cost = chance.between(100, 800, 20), chance.between(50, 700)
    gain, less = Fraction(marked * high, 10) - cost, Fraction(marked * low, 10) - cost
    if gain < 5 or less == 0 or gain.denominator != 1 or less.denominator != 1 or abs(less) < 4:
        return None
    ask_cost = chance.one_in(2)
    right = cost if ask_cost else marked
    change = gain - less
    candidates: Candidates = [
        (marked if ask_cost else cost, "算成了定价" if ask_cost else "算成了进价"),
        (abs(gain + less) * 10 / (high - low), "盈亏的两个数加减弄反了"),
        (Fraction(marked * high, 10), "算成了第一种折扣下的售价"),
        (Fraction(marked * low, 10), "算成了第二种折扣下的售价"),
        (Fraction(marked * high, 10) + gain, "求进价时应当减去获利"),
        (change * 10 / (10 - low), "折扣的差算错了"),
        (right + 20, "计算时多算了 20 元"),
        (right - 20, "计算时少算了 20 元"),
        (right + 10, "计算时多算了 10 元"),
        (right - 10, "计算时少算了 10 元"),
    ]
    second = f"仍可获利 {less} 元" if less > 0 else f"就会亏损 {-less} 元"
    sign = f"{gain} − {less}" if less > 0 else f"{gain} + {-less}"
    last = f"进价为 {marked} × {decimal(Fraction(high, 10))} − {gain} = {cost}，即 {cost} 元" if ask_cost else f"所以定价为 {marked} 元"
    return Generated(
        point=POINT,
        stem=f"某种{goods}按定价的{discount(high)}出售，每件可获利 {gain} 元；按定价的{discount(low)}出售，每件{second}，则这种{goods}每件的{'进价' if ask_cost else '定价'}为",
        right=f"{right} 元",
        wrong=wrong_quantities(candidates, "元"),
        steps=paragraphs(
            f"进价不变，两次的利润相差 {sign} = {change} 元，正是定价的 {decimal(Fraction(high, 10))} − {decimal(Fraction(low, 10))} = {decimal(Fraction(high - low, 10))} 倍。",
            f"定价为 {change} ÷ {decimal(Fraction(high - low, 10))} = {marked} 元。",
            last,
        ),
        parameters={"task": "cost" if ask_cost else "marked", "high": high, "low": low, "gain": int(gain), "less": int(less)},
    )


def _steps(chance: Chance) -> Generated | None:
    """Charges by steps: from the bill the amount."""
    what, unit = chance.choice((("用水", "吨"), ("用电", "度"), ("用天然气", "立方米")))
    limit = chance.between(8, 20) if unit == "吨" else chance.between(50, 200, 10)
    low = Fraction(chance.between(10, 40), 10)
    high = low + Fraction(chance.between(5, 25), 10)
    beyond = chance.between(3, 15) if unit == "吨" else chance.between(10, 90, 5)
    right = limit + beyond
    bill = charge(right, limit, low, high)
    candidates: Candidates = [
        (bill / high, "全部按超出部分的单价计算"),
        (bill / low, "全部按基本单价计算"),
        (beyond, "算成了超出的部分"),
        (bill * 2 / (low + high), "按两个单价的平均计算"),
        (limit + (bill - limit * low) / low, "超出的部分仍按基本单价计算"),
        (limit + bill / high, "没有减去基本部分的费用"),
        (right + 1, "计算时多算了 1"),
        (right - 1, "计算时少算了 1"),
        (right + 2, "计算时多算了 2"),
        (right - 2, "计算时少算了 2"),
    ]
    left = bill - limit * low
    return Generated(
        point=POINT,
        stem=(
            f"某市居民每月{what}不超过 {limit} {unit}的部分，每{unit} {decimal(low, 1)} 元；超过 {limit} {unit}的部分，每{unit} {decimal(high, 1)} 元。"
            f"某户居民某月{what}的费用为 {decimal(bill)} 元，则该户这个月{what}"
        ),
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"不超过的部分最多 {limit} × {decimal(low, 1)} = {decimal(limit * low)} 元，少于 {decimal(bill)} 元，所以超过了 {limit} {unit}。",
            f"超过的部分付了 {decimal(bill)} − {decimal(limit * low)} = {decimal(left)} 元，合 {decimal(left)} ÷ {decimal(high, 1)} = {beyond} {unit}。",
            f"一共 {limit} + {beyond} = {right}，即 {right} {unit}",
        ),
        parameters={"task": "steps", "limit": limit, "low": str(low), "high": str(high), "bill": str(bill)},
    )


def _parts(chance: Chance, goods: str) -> Generated | None:
    markup, share = chance.between(20, 100, 5), Fraction(chance.choice((4, 5, 6, 7, 8)), 10)
    tenths = chance.choice((5, 6, 7, 8, 9))
    ask_discount = chance.one_in(2)
    rate = two_parts(markup, share, tenths)
    if not is_exact(rate, 1) or rate <= 3:
        return None
    percent = int(share * 100)
    rest = 100 - percent
    if ask_discount:
        asked = Fraction(tenths * 10)
        candidates: Candidates = [
            (100 - asked, "算成了让利的比例"),
            ((100 + rate) * 100 / (100 + markup), "算成了全部货物的平均折扣"),
            (100 - (markup - rate), "用利润率的差直接当成让利"),
            (((100 + rate) - percent) * 100 / rest, "前一部分按进价而不是定价计算"),
            (rate * 100 / markup, "用总利润率除以了定价的利润率"),
            (asked + 10, "计算时多算了一成"),
            (asked - 10, "计算时少算了一成"),
            (asked + 5, "计算时多算了半成"),
            (asked - 5, "计算时少算了半成"),
        ]
        # A discount is told in tenths.
        shown = quantity(Fraction(tenths), "折", 1)
        wrong = wrong_quantities([(Fraction(value) / 10, why) for value, why in candidates if 0 < value < 100], "折", 1)
        stem = (
            f"一批{goods}按 {markup}% 的利润率定价，卖出 {percent}% 后，剩下的打折卖完，全部卖完后的总利润率为 {decimal(rate, 1)}%，"
            "则剩下的部分打了"
        )
        left = 100 + rate - (100 + markup) * share
        steps = paragraphs(
            f"设总成本为 100，则按定价卖完可得 {100 + markup}，实际共得 {decimal(100 + rate, 1)}。",
            f"前 {percent}% 得 {100 + markup} × {percent}% = {decimal((100 + markup) * share)}，剩下的 {rest}% 得 {decimal(100 + rate, 1)} − {decimal((100 + markup) * share)} = {decimal(left)}，"
            f"而按定价应得 {100 + markup} × {rest}% = {decimal((100 + markup) * (1 - share))}。",
            f"折扣为 {decimal(left)} ÷ {decimal((100 + markup) * (1 - share))} = {decimal(Fraction(tenths, 10))}，即打了 {shown}",
        )
    else:
        candidates = [
            (markup * (share + (1 - share) * Fraction(tenths, 10)), "只把利润打了折"),
            ((Fraction(markup) + sale(100, markup, tenths)[2]) / 2, "两部分的利润率直接取了平均"),
            (sale(100, markup, tenths)[2], "全部按打折计算"),
            (markup * share, "剩下的部分没有计利润"),
            (markup - (100 - 10 * tenths) * (1 - share), "让利的比例按进价计算了"),
            (markup * share - (100 - 10 * tenths) * (1 - share), "剩下的部分只算了让利"),
            (rate + 5, "计算时多算了 5 个百分点"),
            (rate - 5, "计算时少算了 5 个百分点"),
            (rate + 2, "计算时多算了 2 个百分点"),
            (rate - 2, "计算时少算了 2 个百分点"),
        ]
        shown = quantity(rate, "%", 1)
        wrong = wrong_quantities(candidates, "%", 1)
        stem = f"一批{goods}按 {markup}% 的利润率定价，卖出 {percent}% 后，剩下的按定价的{discount(tenths)}卖完，则这批{goods}的总利润率为"
        first, second = (100 + markup) * share, (100 + markup) * (1 - share) * tenths / 10
        steps = paragraphs(
            f"设总成本为 100，则定价共 {100 + markup}。",
            f"前 {percent}% 得 {100 + markup} × {percent}% = {decimal(first)}，剩下的得 {100 + markup} × {rest}% × {decimal(Fraction(tenths, 10))} = {decimal(second, 3)}。",
            f"总利润为 {decimal(first)} + {decimal(second, 3)} − 100 = {decimal(rate, 1)}，总利润率为 {shown}",
        )
    return Generated(
        point=POINT,
        stem=stem,
        right=shown,
        wrong=wrong,
        steps=steps,
        parameters={
            "task": "discount" if ask_discount else "parts",
            "markup": markup,
            "share": str(share),
            **({"rate": str(rate)} if ask_discount else {"tenths": tenths}),
        },
    )


def _best(chance: Chance, goods: str) -> Generated | None:
    cost, price = chance.between(20, 120, 2), chance.between(30, 200, 2)
    more = chance.choice((2, 4, 5, 10, 20))
    sold = more * chance.between(6, 40)
    if not 6 <= price - cost <= 2 * cost:
        return None
    best, earned = best_price(cost, price, sold, more)
    drop = price - best
    if not 3 <= drop < price - cost or (cost + price + sold // more) % 2:
        return None
    ask_price = chance.one_in(2)
    right = best if ask_price else earned
    candidates: Candidates
    if ask_price:
        candidates = [
            (drop, "算成了降价的钱数"),
            (price - 2 * drop, "降价的钱数没有除以 2"),
            (price + drop, "应当降价，却涨了价"),
            (Fraction(cost + price, 2), "取了进价和原售价的平均"),
            (cost + drop, "在进价上加了降价的钱数"),
            (best + 1, "计算时多算了 1 元"),
            (best - 1, "计算时少算了 1 元"),
            (best + 2, "计算时多算了 2 元"),
            (best - 2, "计算时少算了 2 元"),
        ]
    else:
        candidates = [
            ((price - cost) * sold, "算成了不降价时的利润"),
            (best * (sold + drop * more), "算成了销售额，没有减去进价"),
            ((price - cost) * (sold + drop * more), "销量变了，每件的利润没有变"),
            ((best - cost) * sold, "降了价，销量没有变"),
            ((best - 1 - cost) * (sold + (drop + 1) * more), "多降了 1 元"),
            ((best + 2 - cost) * (sold + (drop - 2) * more), "少降了 2 元"),
            (earned + more, "计算有误"),
            (earned + 2 * more, "计算有误"),
        ]
    rows = [
        (each, each - cost, sold + (price - each) * more, (each - cost) * (sold + (price - each) * more))
        for each in (best + 1, best, best - 1)
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某种{goods}每件进价 {cost} 元，按每件 {price} 元出售，每天可卖出 {sold} 件。调查发现，单价每降低 1 元，每天可多卖出 {more} 件"
            f"（单价为整数元），则每天获得最大利润时的{'单价' if ask_price else '利润'}为"
        ),
        right=f"{right} 元",
        wrong=wrong_quantities(candidates, "元"),
        steps=paragraphs(
            f"设降价 x 元，每天的利润为 ({price - cost} − x)({sold} + {more}x)。它在 x = {price - cost} 和 x = −{sold // more} 时为 0，最大值在两者正中：x = ({price - cost} − {sold // more}) ÷ 2 = {drop}。",
            table(("单价", "每件利润", "销量", "每天利润"), rows),
            f"单价为 {price} − {drop} = {best} 元时利润最大，为 {best - cost} × {sold + drop * more} = {earned} 元"
            if not ask_price
            else f"利润最大为 {earned} 元，这时单价为 {price} − {drop} = {best}，即 {best} 元",
        ),
        parameters={"task": "best-price" if ask_price else "best-profit", "cost": cost, "price": price, "sold": sold, "more": more},
    )


KIND = Kind(
    name="profit",
    title="经济利润问题",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
