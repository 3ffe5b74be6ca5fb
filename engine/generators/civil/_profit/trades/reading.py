"""Trade read clause by clause: cost, marked price, price and number of what is sold, before and after each change."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Clause, Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._profit.trades.changes import (
    beside_expected,
    break_even,
    change,
    discount,
    gain,
    keep,
    mark,
    of_another,
    of_cost,
    reduce,
    sell,
    sell_lot,
    tell_value,
    two_discounts,
    two_goods,
)
from engine.generators.civil._profit.trades.goods import NOUNS, SAID, Good, Trade
from engine.generators.civil._profit.trades.wording import one_wording
from engine.generators.civil._profit.trades.words import LEXICON
from engine.generators.civil._profit.words import VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def read_trades(text: str) -> Recognition | None:
    """What goods cost, what they are sold for, and what is asked.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = one_wording(VOCABULARY.plain(text))
    if found := patterns.search(
        "满|赠|送|返|税|阶梯|超过|不足|不超|第二件|每降|每涨|损耗|坏|烂|打?碎|变质|报废|会员|运费|租|存款|利息|最大利润|丙|(?:期望|预期|预计|预定|计划|原定)的?(?:总)?(?:利润|获利|盈利|收益)的(?:百分之|多少|几)",
        plain,
    ):
        stay_out(found[0])
    if patterns.search(r"[\d每]斤", plain) and patterns.search(r"[\d每]千克", plain):
        stay_out("units")
    if not patterns.search("成本|进价|利润|获利|盈利|赚|亏|赔|定价|标价|原价|折|收入|收购|售价|提价|降价|涨价", plain):
        return None
    names = [each for each in "甲乙" if each in plain]
    if len(names) == 1:
        stay_out("one of whom")
    clauses = _joined(LEXICON.clauses(plain))
    counted = any(
        clause.has("count", "ask-count", "sales", "revenue", "share") or (clause.has("sell") and clause.has("percent"))
        for clause in clauses
    )
    goods = {
        name: Good(symbol(f"{name}成本"), symbol(f"{name}定价"), symbol(f"{name}定价"), symbol(f"{name}销量") if counted else constant(1))
        for name in names or [""]
    }
    trade = Trade(goods, counted=counted, selling=patterns.search("成本|进价|利润|获利|盈利|赚|亏|赔|进货|卖出|售出", plain) is not None)
    trade.cost_asked = (
        patterns.search(r"(?:成本[^,;。]{0,8}(?:降低|下降|减少)|销量[^,;。]{0,6}增加)[^,;。\d]{0,6}$", plain.rstrip("?。:")) is not None
    )
    for clause in clauses:
        _take(trade, clause)
    if not trade.asks:
        stay_out("nothing asked")
    if trade.bought:
        good, count = trade.goods[""], sum((each for each, _ in trade.bought), Fraction(0))
        trade.equations.equal(good.sales, constant(count))
        first = (trade.first or trade.goods)[""].cost
        trade.equations.equal(first, constant(sum((each * paid for each, paid in trade.bought), Fraction(0)) / count))
    if trade.kept:
        trade.equations.equal(*(trade.figure("profit", each, list(each)) for each in (trade.goods, trade.before)))
    for kind, value in trade.targets:
        outlay = trade.figure("outlay", trade.goods, list(trade.goods))
        trade.equations.equal(
            trade.figure("profit", trade.goods, list(trade.goods)), scaled(outlay, value) if kind == "rate" else constant(value)
        )
    if trade.paid is not None:
        trade.equations.equal(trade.goods[""].price, constant(trade.paid))
        trade.lines.append(f"付了 {decimal(trade.paid, 4)} 元")
    if "仍" in plain and not trade.before:
        stay_out("nothing that makes it less")
    if trade.in_lots and trade.left and trade.equations.value(plus(trade.left, constant(1)), [f"{name}销量" for name in goods]) != 1:
        stay_out("some are not sold")
    scales = [*(f"{name}销量" for name in goods), *(f"{name}成本" for name in goods)]
    answers: list[Answer] = []
    for place, (above, below, unit) in enumerate(trade.asks):
        if unit == "盈亏":
            answers.append((place, _gain_or_loss(trade, "万" if patterns.search(r"\d万元", plain) else ""), ""))
            continue
        value = trade.equations.value(above, scales, below or None)
        if unit == "变化":
            said = f"{'上升' if value > 1 else '下降'}|{abs(value - 1) * 100}" if value != 1 else "不变"
            answers.append((place, said, "%" if value != 1 else ""))
            continue
        if unit == "%":
            value *= 100
        if unit == "折":
            value *= 10
            if value > 10:
                stay_out("no discount")
        answers.append((place, value / 10000 if unit == "万元" else value, unit))
    return recognition(trade.lines, answers, {}, working=trade.equations.in_words())


def _gain_or_loss(trade: Trade, unit: str) -> str:
    """What is gained or lost by all sales together."""
    taken, paid = (
        sum(
            (trade.equations.value(product_of(each, good.sales)) for good in trade.goods.values() for each in (getattr(good, what),)),
            Fraction(0),
        )
        for what in ("price", "cost")
    )
    gain = (taken - paid) / (10000 if unit else 1)
    return f"{'赚' if gain > 0 else '亏'} {decimal(abs(gain), 4)} {unit}元" if gain else "不赚不亏"


def _joined(clauses: list[Clause]) -> list[Clause]:
    """Clauses with something said; one that only names a thing belongs to the next."""
    found: list[Clause] = []
    pending: list[Mention] = []
    for place, clause in enumerate(clauses):
        if not clause:
            continue
        clause.mentions = pending + clause.mentions
        pending = []
        begins = place + 1 < len(clauses) and clause.ends[:1] == "," and patterns.match("[是为比占]|等于|达", clauses[place + 1].text)
        if begins and all(each.kind in (*NOUNS, "whole-lot", "in-all", "now", "each", "name") for each in clause.mentions):
            pending = clause.mentions  # `所获得的全部利润，是期望利润的 82%`
            continue
        quantities = [
            each for each in clause.mentions if each.value or each.kind.startswith("ask") or each.kind in ("twice", "same", "gain-or-loss")
        ]
        if all(
            each.kind in ("name", "if", "now", "each", "both", "sell", "in-all", "rest", "before", "then", "buy")
            for each in clause.mentions
        ) and not [each for each in quantities if each.kind != "name"]:
            if clause.ends[:1] in ("。", "?", ";") or clause.has("sell", "buy"):
                if clause.has("rest", "name"):
                    pending = [each for each in clause.mentions if each.kind in ("rest", "name")]
                elif clause.has("whole-lot", "in-all"):
                    clause.order = list(clause.mentions)
                    found.append(clause)
                continue
            pending = clause.mentions
            continue
        clause.order = list(clause.mentions)
        found.append(clause)
    return found


def _names(trade: Trade, clause: Clause) -> list[str]:
    """The goods that a clause is of."""
    named = list(dict.fromkeys(each.value for each in clause.take_all("name")))
    both = bool(clause.take_all("both"))
    if both or len(trade.goods) == 1:
        return list(trade.goods)
    if named:
        trade.subject = named[-1] if len(named) == 1 else ""
        return named
    if clause.has("in-all", "profit", "loss", "revenue") and not trade.subject:
        return list(trade.goods)
    if clause.has("in-all"):
        return list(trade.goods)
    return [trade.subject] if trade.subject else list(trade.goods)


def _parts(clause: Clause) -> list[Clause]:
    """A clause that marks, discounts and gains at once, one after the other."""
    at = next((place for place, each in enumerate(clause.mentions) if each.kind == "fold"), None)
    if at is None or not clause.has("percent", "money", "ask-money", "ask-percent", "ask"):
        return [clause]
    if sum(each.kind == "fold" for each in clause.mentions) > 1:
        return [clause]
    kinds = [each.kind for each in clause.mentions]
    gains = [
        place
        for place, kind in enumerate(kinds)
        if place > at
        and (kind in ("profit", "loss", "rate", "ask-money") or (kind == "price" and kinds[place + 1 : place + 2] == ["money"]))
    ]
    end = gains[0] if gains else len(clause.mentions)
    head, tail = clause.mentions[:at], clause.mentions[end:]
    start = at
    while (
        start
        and head[start - 1].kind in ("then", "rest", "list", "price", "before", "now", "name", "both", "if", "each", "share")
        and (
            not any(each.kind == "percent" for each in head[start - 1 :])
            and not (head[start - 1].kind == "list" and any(each.kind in ("profit", "up", "rate") for each in head))
        )
    ):
        start -= 1
    pieces = [clause.mentions[:start], clause.mentions[start:end], tail]
    found = []
    for piece in pieces:
        if piece:
            part = Clause(clause.text, piece, clause.ends if piece is pieces[-1] or not tail else ",")
            part.order = list(piece)
            found.append(part)
    return found


def _take(trade: Trade, clause: Clause) -> None:
    parts = _parts(clause)
    if len(parts) > 1:
        for part in parts:
            _take(trade, part)
        return
    asked = [each for each in clause.mentions if each.kind.startswith("ask")]
    if "?" in clause.ends and not asked and not clause.has("gain-or-loss"):
        stay_out(f"also asks: {clause.text}")
    if clause.take("gain-or-loss"):
        clause.take_all("ask", "ask-money", "in-all", "name", "both", "sell", "each", "count") if not clause.has(
            "fold", "percent", "money"
        ) else None
        if clause or len(trade.goods) < 2:
            stay_out("what is gained")
        if ({}, {}, "盈亏") not in trade.asks:
            trade.asks.append(({}, {}, "盈亏"))
        return
    if len(asked) > 1:
        stay_out("two asked")
    names = _names(trade, clause)
    clause.take_all("if", "now")
    nouns = [each.kind for each in clause.mentions if each.kind in NOUNS]
    if len(names) == 2 and (clause.has("than") or (clause.has("same") and not trade.before)) and len(set(nouns)) == 1 and not asked:
        two_goods(trade, clause, names, nouns[0])
    elif asked:
        _ask(trade, clause, names, nouns)
    elif len(clause.all("fold")) == 2 and clause.has("than"):
        two_discounts(trade, clause, names)
    elif clause.has("even"):
        break_even(trade, clause, names)
    elif clause.has("fold"):
        discount(trade, clause, names)
    elif (
        clause.has("percent")
        and nouns == ["cost", "list"]
        and patterns.search(r"价的\d+(?:\.\d+)?%|成本的\d", clause.text)
        and not clause.has("up", "down")
    ):
        of_cost(trade, clause, names)
    elif (
        clause.has("percent")
        and clause.has("list")
        and (clause.has("profit", "rate", "up"))
        and not clause.has("than", "of", "same", "down")
    ):
        mark(trade, clause, names)
    elif clause.has("percent") and clause.has("list") and clause.has("sell") and not clause.has("than", "of", "up", "down", "profit"):
        discount(trade, clause, names)
    elif clause.has("same"):
        keep(trade, clause, names, nouns)
    elif clause.has("expected"):
        beside_expected(trade, clause)
    elif clause.has("of") and len(nouns) >= 2 and clause.has("percent", "share", "times"):
        of_another(trade, clause, names, nouns)
    elif clause.has("reduced") and clause.has("sales", "revenue", "profit"):
        reduce(trade, Clause(clause.text, [each for each in clause.mentions if each.kind == "reduced"], ""), names)
        clause.take("reduced")
        change(trade, clause, names, nouns)
    elif (
        clause.has("up")
        and clause.has("percent")
        and not nouns
        and not clause.has("than", "to", "each", "down", "before")
        and "cost" in trade.told
        and not trade.told & {"list", "price"}
        and not trade.before
        and len(trade.goods) == 1
    ):
        mark(trade, clause, names)  # above what it has cost
    elif clause.has("up", "down", "to", "twice") or (clause.has("times") and clause.has("before", "of")):
        change(trade, clause, names, nouns)
    elif clause.has("reduced") and not clause.has("percent", "money", "share"):
        reduce(trade, clause, names)
    elif (
        clause.has("sell", "rest") and clause.has("percent", "share", "count", "whole-lot") and not clause.has("profit", "loss")
    ) or clause.has("rest"):
        sell(trade, clause, names)
    elif clause.has("profit", "loss", "rate"):
        gain(trade, clause, names)
    elif clause.has("money") or clause.has("count"):
        tell_value(trade, clause, names, nouns)
    elif clause.has("sell", "same") and clause.has("before") and nouns in (["price"], ["list"]) and not clause.has("up", "down", "than"):
        keep(trade, clause, names, nouns)
    elif clause.has("sell") and nouns in (["list"], ["cost"]) and not clause.has("than", "of"):
        trade.changes()
        for name in names:
            trade.goods[name].price = getattr(trade.goods[name], nouns[0])
            trade.goods[name].discounted = False
        trade.lines.append(f"按{SAID[nouns[0]]}卖")
        clause.take_all("list", "cost", "before")
    clause.take_all("sell", "buy", "in-all", "each", "whole-lot", "then")
    if clause:
        stay_out(f"{clause.mentions[0].text} in {clause.text}")


def _ask(trade: Trade, clause: Clause, names: list[str], nouns: list[str]) -> None:
    """What is asked."""
    mention = clause.take("ask-money", "ask-percent", "ask-fold", "ask-count", "ask-times", "ask")
    before = clause.take("before") is not None
    each, total = clause.take("each") is not None, clause.take("in-all") is not None
    assert mention is not None
    if clause.take("restore"):
        up = clause.take("up") is not None
        if mention.kind != "ask-percent" or (clause.take("down") is not None) is up or not trade.first or len(names) != 1 or clause:
            stay_out("how it is as before")
        now, then = trade.goods[names[0]].price, trade.first[names[0]].price
        trade.asks.append((less(then, now) if up else less(now, then), now, "%"))
        return
    in_percent = mention.kind == "ask-percent" or (mention.kind == "ask" and not trade.told)
    if in_percent and clause.has("than") and (before or "list" in nouns) and len(names) == 1 and set(nouns) <= {"price", "list"}:
        fewer, more, changes = clause.take("down"), clause.take("up"), clause.take("changes")
        clause.take_all("than", "price", "list", "sell", "now")
        if sum(each is not None for each in (fewer, more, changes)) != 1 or not trade.first:
            stay_out("than when")
        now, then = trade.goods[names[0]].price, trade.first[names[0]].price
        if changes is not None:
            trade.asks.append((now, then, "变化"))
            return
        trade.asks.append((less(then, now) if fewer else less(now, then), then, "%"))
        return
    if mention.kind in ("ask-percent", "ask") and clause.has("than") and before and nouns in (["profit"], ["revenue"], ["sales"]):
        fewer, more = clause.take("down"), clause.take("up")
        clause.take_all("than", "reduced", "sell", "whole-lot", "now", *NOUNS)
        if (fewer is None) == (more is None) or not trade.first or clause or trade.in_lots:
            stay_out("than when")
        figures = [trade.figure(nouns[0], goods, names) for goods in (trade.goods, trade.first)]
        trade.asks.append((less(*(figures if more else figures[::-1])), figures[1], "%"))
        return
    if mention.kind == "ask-money" and clause.has("than") and (before or "list" in nouns) and clause.has("up", "down") and len(names) == 1:
        cheaper = clause.take("down") is not None
        clause.take_all("than", "up", "list", "price", "now", "sell")
        now, then = trade.goods[names[0]].price, (trade.first or trade.goods)[names[0]].list
        if now == then or clause:
            stay_out("than when")
        trade.asks.append((less(then, now) if cheaper else less(now, then), {}, "元"))
        return
    if trade.cost_asked and len(trade.goods) == 1 and (nouns, clause.has("down")) in ((["cost"], True), (["sales"], False)):
        clause.take_all("cost", "sales", "down", "up", "each")
        good = trade.goods[names[0]]
        last, new = getattr(good, nouns[0]), trade.new("w")
        setattr(good, nouns[0], new)
        apart = less(last, new) if nouns == ["cost"] else less(new, last)
        counter = {"ask-money": "元", "ask-count": patterns.sub("^(?:多少|几)", "", mention.text)}.get(mention.kind)
        trade.asks.append((apart, {}, counter) if counter else (apart, last, "%"))
        return
    if clause.has("money", "percent", "fold", "share", "count", "points", "times", "than") or (clause.has("up") and trade.wanted is None):
        stay_out("what is asked")
    loses = clause.take("loss") is not None
    rest = clause.take("rest") is not None
    cheaper, dearer = clause.take("down") is not None, mention.kind == "ask-money" and clause.take("up") is not None
    if trade.wanted is not None and (cheaper or dearer) and mention.kind == "ask-money" and len(trade.goods) == 1:
        clause.take_all("list", "price", "sell", "than")
        good = trade.goods[names[0]]
        trade.asks.append((less(good.list, trade.wanted) if cheaper else less(trade.wanted, good.list), {}, "元"))
        return
    if dearer and (trade.reduction is None or len(trade.goods) > 1):
        stay_out("dearer by what")
    if clause.has("reduced") and trade.goods[names[0]].discounted:
        clause.take_all("reduced")  # `打折后每本的售价`
    if (
        trade.targets
        and mention.kind == "ask-money"
        and len(names) == 1
        and set(nouns) <= {"price", "list"}
        and (rest or clause.has("each"))
    ):
        # The rest, at a price that brings what is wanted in all.
        clause.take_all("price", "list", "sell", "each", "rest")
        good = trade.goods[names[0]]
        last = good.price
        trade.changes()
        good.price = trade.new("w")
        sell_lot(trade, names, None, None, True)
        trade.asks.append((less(last, good.price) if cheaper else good.price, {}, "元"))
        return
    goods = (trade.first or trade.goods) if before or (patterns.search("最初|原来", clause.text)) else trade.goods
    if (
        not nouns
        and clause.has("sell")
        and mention.kind == "ask-money"
        and (trade.wanted is not None or before)
        and not total
        and (not trade.in_lots or before)
    ):
        nouns = ["price"]
    clause.take_all("of", "sell", "buy", *NOUNS)
    if mention.kind == "ask-fold" and trade.reduction is not None and len(trade.goods) == 1:
        trade.asks.append((trade.reduction, {}, "折"))
        return
    if mention.kind == "ask-money" and (cheaper or dearer) and trade.reduction is not None and len(trade.goods) == 1:
        good = trade.goods[names[0]]
        trade.asks.append((less(good.list, good.price) if cheaper else less(good.price, good.list), {}, "元"))
        return
    if cheaper:
        stay_out("cheaper by what")
    if mention.kind == "ask-fold":
        factor = trade.new("k")
        trade.changes()
        for name in names:
            good = trade.goods[name]
            good.price = product_of(good.list, factor)
        if rest:
            sell_lot(trade, names, None, None, True)
        trade.asks.append((factor, {}, "折"))
        return
    if len(names) != 1 and nouns != ["profit"]:
        stay_out("of which")
    if sorted(nouns) == ["list", "rate"] or (nouns == ["list", "profit"] and mention.kind == "ask-money"):
        goods = {name: replace(good, price=good.list) for name, good in goods.items()}
        nouns = [noun for noun in nouns if noun != "list"]
    if mention.kind in ("ask-percent", "ask-times") or (mention.kind == "ask" and "rate" in nouns):
        unit = "倍" if mention.kind == "ask-times" else "%"
        if nouns == ["rate"]:
            gain = trade.figure("profit", goods, names)
            trade.asks.append((scaled(gain, -1) if loses else gain, trade.figure("outlay", goods, names), unit))
        elif len(nouns) == 2 and "rate" not in nouns:
            trade.asks.append((trade.figure(nouns[0], goods, names), trade.figure(nouns[1], goods, names), unit))
        else:
            stay_out("what share of what")
        return
    if mention.kind == "ask-count":
        trade.asks.append((trade.figure("sales", goods, names), {}, patterns.sub("^(?:多少|几)", "", mention.text)))
        return
    if mention.kind == "ask" and not nouns:
        stay_out("what is asked")
    if len(trade.goods) > 1 and nouns == ["profit"] and not (total or each):
        stay_out("of which")
    noun = nouns[0] if len(nouns) == 1 else "profit" if loses and not nouns else stay_out("what is asked")
    if noun == "profit" and (each and not total):
        good = goods[names[0]]
        trade.asks.append((less(good.price, good.cost), {}, "元"))
        return
    figure = trade.figure("outlay" if noun == "cost" and total and trade.counted else noun, goods, names)
    trade.asks.append((scaled(figure, -1) if loses else figure, {}, f"{mention.unit}元"))
