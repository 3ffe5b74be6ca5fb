"""What a clause does to goods: marks and discounts them, sells a part, changes a figure, tells what is gained."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._profit.trades.goods import NOUNS, SAID, Trade, amount_of
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def mark(trade: Trade, clause: Clause, names: list[str]) -> None:
    """The marked price is so much above the cost."""
    percents = clause.take_all("percent")
    if clause.has("cost"):
        clause.take_all("price")  # `高出进价 60% 的价格标价`
    clause.take_all("profit", "rate", "list", "up", "expected", "cost", "sell")
    if len(percents) not in (1, len(names)) or clause.has("money"):
        stay_out("marked at what")
    for name, percent in zip(names, percents if len(percents) > 1 else percents * len(names), strict=True):
        good = trade.goods[name]
        trade.equations.equal(good.list, scaled(good.cost, 1 + amount_of(percent)))
        good.price = good.list
        trade.lines.append(f"{name}定价 = 成本 × {decimal(1 + amount_of(percent), 4)}")
    (good,) = [trade.goods[name] for name in names][:1]
    trade.expected = product_of(less(good.list, good.cost), good.sales) if len(names) == 1 else None


def discount(trade: Trade, clause: Clause, names: list[str]) -> None:
    """Sold at so many tenths of the marked price, or of what it was sold at before."""
    fold = clause.take("fold")
    percent = clause.take("percent") if fold is None else None
    again = clause.take("then") is not None
    rest = clause.take("rest") is not None
    told = fold or percent
    assert told is not None
    factor = Fraction(told.value) / (10 if fold else 100)
    share = clause.take("share")
    of_cost_price = clause.take("cost") is not None
    if of_cost_price and (again or not patterns.search("(?:进价|成本价?)的?(?:基础上)?(?:打)?\\d", clause.text)):
        stay_out("a discount on what")
    clause.take_all("list", "price", "sell", "before", "whole-lot")
    if (fold and percent) or not 0 < factor < 1 or clause.has("money", "fold", "percent"):
        stay_out("which discount")
    count = clause.take("count")
    trade.changes()
    for name in names:
        good = trade.goods[name]
        good.price = scaled(
            good.cost if of_cost_price else good.price if again or ((good.discounted and not rest) and again) else good.list, factor
        )
        good.discounted = True
        trade.lines.append(f"{name}售价 = {'成本' if of_cost_price else '定价'} × {decimal(factor, 4)}")
    if rest or count is not None or share is not None:
        sell_lot(trade, names, count, share, rest)


def reduce(trade: Trade, clause: Clause, names: list[str]) -> None:
    """Sold for another price, of which nothing is told; the rest perhaps."""
    clause.take("reduced")
    rest = clause.take("rest") is not None
    clause.take_all("sell", "whole-lot", "list")
    trade.changes()
    for name in names:
        good = trade.goods[name]
        trade.reduction = trade.new("k")
        good.price = product_of(good.list, trade.reduction)
        good.discounted = True
    if rest:
        sell_lot(trade, names, None, None, True)


def sell_lot(trade: Trade, names: list[str], count: Mention | None, share: Mention | None, rest: bool) -> None:
    """A part of all, sold at the price of now."""
    if len(trade.goods) != 1 or len(names) != 1:
        stay_out("parts of which")
    good = trade.goods[names[0]]
    if not trade.in_lots:
        trade.in_lots, trade.left = True, good.sales
    if rest and count is None and share is None:
        part = trade.left
        if not part:
            if good.price != trade.lots[-1][1]:
                stay_out("nothing left")
            return  # all is sold already
    elif count is not None:
        part = constant(count.value)
        if rest:
            trade.equations.equal(trade.left, part)
    elif share is not None:
        half = amount_of(share) == Fraction(1, 2) and trade.left == scaled(good.sales, Fraction(1, 2))
        part = trade.left if rest and half else scaled(trade.left if rest else good.sales, amount_of(share))
    else:
        stay_out("how many")
    trade.lots.append((part, good.price))
    trade.left = less(trade.left, part)


def sell(trade: Trade, clause: Clause, names: list[str]) -> None:
    """A part of all is sold, at the price of now."""
    count, share = clause.take("count"), clause.take("share", "percent")
    rest = clause.take("rest") is not None or clause.has("whole-lot")
    clause.take_all("whole-lot", "sell", "price", "list")
    if clause.has("money"):
        money = clause.take("money")
        assert money is not None
        trade.changes()
        good = trade.goods[names[0]]
        good.price = constant(amount_of(money))
        if not trade.told & {"list", "price"} and not trade.lots and not good.discounted:
            trade.told.add("list")
            trade.equations.equal(good.list, good.price)
    sell_lot(trade, names, count, share, rest)
    trade.lines.append("卖出一部分" if not rest else "卖出其余的")


def keep(trade: Trade, clause: Clause, names: list[str], nouns: list[str]) -> None:
    """Something is as before."""
    clause.take("same")
    if nouns == ["rate"] or (nouns == ["profit"] and patterns.search("每[\u4e00-\u9fff]{1,2}的?利润|单件", clause.text)):
        if not trade.before or len(names) != 1 or trade.wanted is not None or trade.in_lots:
            stay_out("the same as when")
        now, then = trade.goods[names[0]], trade.before[names[0]]
        clause.take_all("each", *NOUNS)
        if now.price != then.price or now.cost == then.cost:
            stay_out("the same, of which price")
        trade.wanted = now.price = trade.new("w")  # the price follows from the cost
        gains = [less(each.price, each.cost) for each in (now, then)]
        if nouns == ["rate"]:
            gains = [product_of(gain, other.cost) for gain, other in zip(gains, (then, now), strict=True)]
        trade.equations.equal(*gains)
        trade.lines.append(f"每件{SAID[nouns[0]]}不变")
        return
    clause.take_all("than", "before", *NOUNS)
    for noun in nouns:
        if noun == "profit" and trade.cost_asked and trade.before:
            trade.kept = True
            trade.lines.append("利润不变")
        elif noun in ("profit", "revenue"):
            trade.equations.equal(trade.figure(noun, trade.goods, names), trade.figure(noun, trade.before or stay_out("as when"), names))
            trade.lines.append(f"{SAID[noun]}不变")
        elif trade.before and getattr(trade.goods[names[0]], noun, None) != getattr(trade.before[names[0]], noun, None):
            stay_out(f"not the same: {noun}")
    if not nouns:
        stay_out("what is the same")


def beside_expected(trade: Trade, clause: Clause) -> None:
    """What is gained is so much less than was expected."""
    clause.take_all("expected", "than", "profit", "now", "list")
    percent, down, up = clause.take("percent"), clause.take("down"), clause.take("up")
    of = clause.take("of")
    if of is None and down is None and up is None and patterns.search("[是为占]|相当于", clause.text):
        of = Mention("of", "是")
    clause.take_all("before", "in-all", "whole-lot")
    if percent is None or (down is not None) + (up is not None) + (of is not None) != 1 or len(trade.goods) != 1 or trade.expected is None:
        stay_out("beside what was expected")
    factor = amount_of(percent) if of else 1 - amount_of(percent) if down else 1 + amount_of(percent)
    trade.equations.equal(trade.figure("profit", trade.goods, list(trade.goods)), scaled(trade.expected, factor))
    trade.lines.append(f"实际利润 = 期望利润 × {decimal(factor, 4)}")


def of_another(trade: Trade, clause: Clause, names: list[str], nouns: list[str]) -> None:
    """One figure is so much of another."""
    told = clause.take("percent", "share", "times")
    clause.take_all("of", *NOUNS)
    assert told is not None
    if len(nouns) != 2 or "rate" in nouns or len(names) != 1 or clause.has("up", "down", "than", "percent", "money"):
        stay_out("how much of what")
    one, other = (trade.figure(noun, trade.goods, names) for noun in nouns)
    trade.equations.equal(one, scaled(other, amount_of(told)))
    trade.lines.append(f"{SAID[nouns[0]]} = {SAID[nouns[1]]} × {decimal(amount_of(told), 4)}")


def change(trade: Trade, clause: Clause, names: list[str], nouns: list[str]) -> None:
    """Something becomes more or less than before; the rest is sold so, perhaps."""
    if not nouns and clause.has("rest") and clause.take("rest"):
        clause.take_all("sell", "whole-lot")
        change(trade, clause, names, nouns)
        sell_lot(trade, names, None, None, True)
        return
    told = clause.take("percent", "share", "times", "money", "points", "twice", "count")
    up, down, to = clause.take("up"), clause.take("down"), clause.take("to")
    clause.take_all("than", "before", "of", "now", "each", "in-all")
    clause.take_all(*NOUNS)
    if (
        told is None
        and (up is None) != (down is None)
        and to is None
        and nouns in (["price"], ["list"])
        and not clause
        and len(trade.goods) == 1
        and trade.wanted is None
        and not trade.in_lots
    ):  # `将售价提高`: nobody tells by how much
        if not trade.fixed_before("price"):
            trade.changes()
        trade.wanted = trade.goods[names[0]].price = trade.new("w")
        trade.lines.append(f"售价{'提高' if up else '降低'}")
        return
    if told is None or clause.has("percent", "share", "times", "money", "points", "count", "up", "down"):
        stay_out(f"how it changes: {clause.text}")
    noun = nouns[0] if nouns else "price"
    if noun == "list" and not nouns[1:]:
        noun = "price" if trade.goods[names[0]].discounted else "list"
    if len(nouns) > 1:
        stay_out("what changes")
    value = amount_of(told)
    relative = told.kind in ("percent", "share", "times", "twice")
    factor: Fraction | None = None
    if relative:
        whole = to is not None or (up is None and down is None) or told.kind == "twice"
        factor = value if whole else 1 + value if up else 1 - value
        if told.kind == "times" and up and to is None and "倍" in told.text:
            factor = 1 + value
    if noun == "rate" or (noun == "profit" and told.kind == "points"):
        if told.kind != "points" or (up is None) == (down is None):
            stay_out("a rate")
        now, then = trade.goods[names[0]], (trade.before or stay_out("than when"))[names[0]]
        gain = plus(less(then.price, then.cost), scaled(then.cost, value if up else -value))
        trade.equations.equal(product_of(less(now.price, now.cost), then.cost), product_of(gain, now.cost))
        trade.lines.append(f"利润率{'提高' if up else '降低'} {told.value} 个百分点")
        return
    if noun in ("profit", "revenue"):
        if not trade.before:
            trade.changes()
            stay_out("more than when")
        now_figure, then_figure = trade.figure(noun, trade.goods, names), trade.figure(noun, trade.before, names)
        more = scaled(then_figure, factor) if factor is not None else plus(then_figure, constant(value if up else -value))
        trade.equations.equal(now_figure, more)
        trade.lines.append(f"{SAID[noun]}变为原来的 {decimal(factor, 4)} 倍" if factor is not None else f"{SAID[noun]}变化 {told.value}")
        return
    if not trade.fixed_before(noun):
        trade.changes()
    for name in names:
        good = trade.goods[name]
        old: Term = getattr(good, noun)
        if factor is not None:
            new = scaled(old, factor)
        elif to is not None:
            new = constant(value)
        else:
            new = plus(old, constant(value if up else -value))
        setattr(good, noun, new)
        if noun == "list":
            good.price = new
    trade.lines.append(f"{SAID[noun]}变为原来的 {decimal(factor, 4)} 倍" if factor is not None else f"{SAID[noun]}变化 {told.value}")


def gain(trade: Trade, clause: Clause, names: list[str]) -> None:
    """What is gained or lost, in money or as a share of the cost."""
    loses = clause.take("loss") is not None
    money, percent = clause.take("money"), clause.take("percent", "share")
    each = clause.has("each")
    price = clause.take("price")
    if trade.in_lots and clause.take("want"):
        clause.take_all("profit", "rate", "cost", "list", "in-all")
        told = money or percent
        if told is None or (money and percent) or each or loses or price is not None:
            stay_out("what is wanted")
        trade.targets.append(("money" if money else "rate", amount_of(told)))
        trade.lines.append(f"要获利 {told.text}")
        return
    if clause.take("want"):
        trade.changes()
        for name in names:
            trade.goods[name].price = trade.new("w")
            trade.goods[name].discounted = True
        trade.wanted = trade.goods[names[0]].price
    sign = -1 if loses else 1
    clause.take_all("profit", "rate", "cost", "list")
    if (money is None) == (percent is None) or clause.has("money", "percent", "count", "of") or price is not None:
        stay_out("what is gained")
    if percent is not None:
        gain = trade.figure("profit", trade.goods, names)
        trade.equations.equal(gain, scaled(trade.figure("outlay", trade.goods, names), sign * amount_of(percent)))
        trade.lines.append(f"利润率 {'−' if loses else ''}{percent.text}")
        return
    assert money is not None
    if each and not trade.in_lots:
        for name in names:
            good = trade.goods[name]
            trade.equations.equal(less(good.price, good.cost), constant(sign * amount_of(money)))
        trade.lines.append(f"每件{'亏' if loses else '赚'} {money.value} 元")
        return
    if each:
        stay_out("what each gains")
    trade.equations.equal(trade.figure("profit", trade.goods, names), constant(sign * amount_of(money)))
    trade.lines.append(f"{'亏' if loses else '赚'} {money.value}{money.unit} 元")


def two_discounts(trade: Trade, clause: Clause, names: list[str]) -> None:
    """One discount is so much cheaper than another."""
    one, other, money = clause.take("fold"), clause.take("fold"), clause.take("money")
    cheaper, dearer = clause.take("down") is not None, clause.take("up") is not None
    clause.take_all("than", "sell", "list", "price", "each")
    if one is None or other is None or money is None or cheaper is dearer or len(names) != 1:
        stay_out("which discount")
    apart = (Fraction(other.value) - Fraction(one.value)) / 10 * (1 if cheaper else -1)
    if apart <= 0:
        stay_out("which is less")
    trade.equations.equal(scaled(trade.goods[names[0]].list, apart), constant(amount_of(money)))
    trade.told.add("list")
    trade.lines.append(f"定价 × {decimal(apart, 4)} = {money.text}")


def two_goods(trade: Trade, clause: Clause, names: list[str], noun: str) -> None:
    """A figure of one thing is that of another, or so much more or less."""
    told, same = clause.take("money", "percent", "share"), clause.take("same") is not None
    up, down = clause.take("up") is not None, clause.take("down") is not None
    clause.take_all("than", "each", "both", *NOUNS)
    if noun in ("rate", "profit") or same is (told is not None) or (told is not None and up is down) or (same and (up or down)) or clause:
        stay_out("how two things differ")
    one, other = (trade.figure(noun, trade.goods, [name]) for name in names)
    if told is not None:
        value = amount_of(told) if up else -amount_of(told)
        other = plus(other, constant(value)) if told.kind == "money" else scaled(other, 1 + value)
    trade.equations.equal(one, other)
    trade.lines.append(
        f"{names[0]}的{SAID[noun]}{'与' if same else '比'}{names[1]}{'相同' if told is None else ('高' if up else '低') + told.text}"
    )


def break_even(trade: Trade, clause: Clause, names: list[str]) -> None:
    """Nothing is gained and nothing lost."""
    clause.take_all("even", "profit", "loss", "price", "sell")
    trade.equations.equal(trade.figure("profit", trade.goods, names), {})
    trade.lines.append("不赚不亏")


def of_cost(trade: Trade, clause: Clause, names: list[str]) -> None:
    """The marked price is so many percent of the cost."""
    percent = clause.take("percent")
    assert percent is not None
    clause.take_all("cost", "list", "of", "sell")
    for name in names:
        good = trade.goods[name]
        trade.equations.equal(good.list, scaled(good.cost, amount_of(percent)))
        good.price = good.list
        trade.lines.append(f"{name}定价 = 成本 × {decimal(amount_of(percent), 4)}")


def tell_value(trade: Trade, clause: Clause, names: list[str], nouns: list[str]) -> None:
    """A price, a cost or a number is told."""
    money, count = clause.take_all("money"), clause.take_all("count")
    each, total = clause.take("each") is not None, clause.take("in-all") is not None
    if not trade.before:
        clause.take_all("before")  # `原来按 100 元出售`: nothing has changed yet
    pays = clause.take("paid") is not None
    buys, sells = clause.take("buy") is not None, clause.take("sell") is not None
    clause.take_all(*NOUNS)
    if len(count) > 1:
        stay_out("two numbers")
    if buys and len(count) == 1 and len(money) == 1 and len(names) == 1 and not total and (each or trade.bought):
        trade.bought.append((Fraction(count[0].value), amount_of(money[0])))
        trade.told.add("cost")
        trade.lines.append(f"购进 {count[0].text}，每份 {money[0].text}")
        return
    if count:
        if len(names) != 1:
            stay_out("how many of which")
        trade.equations.equal(trade.goods[names[0]].sales, constant(count[0].value))
        trade.lines.append(f"{names[0]}数量 {count[0].value}")
    buying, trade.buying = trade.buying, buys and not money
    if not money:
        return
    wanted = [noun for noun in nouns if noun in ("cost", "list", "price", "revenue", "profit")]
    if wanted == ["price"] and buys and not sells:
        wanted = ["cost"]  # `以每件 120 元的价格购进`
    if pays and not trade.selling:
        if len(money) != 1 or wanted or count or trade.paid is not None or len(names) != 1:
            stay_out("what is paid for what")
        trade.paid = amount_of(money[0])
        return
    if not wanted and ((buys and not sells) or (buying and each and not sells and not count and not pays)):
        wanted = ["cost"]  # `购进 100 千克，每千克 5 元`
    elif not wanted:
        wanted = ["price"] if pays or sells else stay_out("what costs so much")
    if len(wanted) != len(money):
        stay_out("what costs how much")
    for noun, mention in zip(wanted, money, strict=True):
        if noun == "price" and not trade.before and not trade.told & {"price", "list"} and not trade.goods[names[0]].discounted:
            noun = "list"
        if noun in trade.told and len(trade.goods) == 1 and noun in ("cost", "list"):
            stay_out(f"two of {noun}")
        trade.told.add(noun)
        if noun in ("cost", "list") and total and len(names) > 1:
            figure = trade.figure(noun, trade.goods, names)
        elif noun == "cost" and total and not each:
            figure = trade.figure("outlay", trade.goods, names)
        elif len(names) == 1 or noun in ("revenue", "profit"):
            figure = trade.figure(noun, trade.goods, names)
        else:
            for name in names:
                trade.equations.equal(trade.figure(noun, trade.goods, [name]), constant(amount_of(mention)))
            continue
        trade.equations.equal(figure, constant(amount_of(mention)))
        trade.lines.append(f"{''.join(names) if len(names) == 1 else ''}{SAID[noun]} {mention.value}{mention.unit} 元")
