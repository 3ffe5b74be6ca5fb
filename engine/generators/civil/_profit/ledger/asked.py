"""What is asked of a trade: what it has cost, brings, or is sold for, how many there were, at which discount."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._profit.ledger.book import COST, LIST, Book, Lot
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.reading import stay_out


def part_of(told: Mention) -> Fraction:
    """A share, a percentage, a multiple or a discount as a number."""
    if told.value in ("一半", "半数"):
        return Fraction(1, 2)
    return Fraction(told.value) / (100 if told.kind == "percent" else 10 if told.kind == "fold" else 1)


def amount_of(told: Mention) -> Term:
    """Money in yuan."""
    return constant(Fraction(told.value) * (10000 if told.unit == "万" else 1))


def product_counts(book: Book) -> bool:
    """Whether one thing is traded: its cost was told, and no number of anything."""
    if book.fees:
        stay_out("paid beside one, or beside all")
    if book.unit or "number" in book.told:
        return False
    book.equations.equal(book.number, constant(1))
    book.told.add("number")
    return True


def ask(book: Book, piece: Piece) -> None:
    """What is asked."""
    if piece.has("MmF%/q*") and not piece.has("G"):
        stay_out("what is asked")
    piece.mentions = [
        Mention("ask-money", each.text) if each.kind == "ask" and piece.has("clpGD") and not piece.has("R") else each
        for each in piece.mentions
    ]
    if piece.has("K") and (found := piece.take("[plsr]*(K)[psAjti]*(G)t?(M|%)") or piece.take("[plsr]*(K)[psAjti]*(R)(%)")):
        book.factor = symbol("k01")
        book.told.add("list")
        book.now_at(product_of(symbol(LIST), book.factor))
        goal = amount_of(found[2]) if found[2].kind == "money" else scaled(book.outlay, part_of(found[2]))
        if found[2].kind == "money" and not book.unit:
            product_counts(book)
        book.equations.equal(book.profit, goal)
        book.asks.append((book.factor, {}, "折"))
        return
    if piece.has("A") and piece.has("s") and piece.has("G") and not piece.has("rq%/KMmF"):
        piece.drop("sAj")
    if found := piece.take("[plsr]*(K)[ps]*"):
        if book.factor is None:
            stay_out("which discount")
        book.asks.append((book.factor, {}, "折"))
        return
    if found := piece.take("[bt]*(Q)[b]*"):
        if piece.has("sXrn"):
            stay_out("how many of which")
        book.asks.append((book.number, {}, found[0].text.removeprefix("多少").removeprefix("几")))
        piece.drop("bt")
        return
    if piece.take("G[tA]*E(P)"):
        book.asks.append((book.profit, book.expected, "%"))
        piece.drop("tA")
        return
    if found := piece.take("t?(R)(?:P|\\?)") or piece.take("(G)(P)"):
        book.asks.append((book.profit, book.outlay, "%"))
        piece.drop("t")
        return
    if found := piece.take("c[tb]*(\\$)") or piece.take("bt*(\\$)"):
        one = patterns.search("每|单", piece.text)
        if piece.has("GDs"):
            stay_out("what is asked")
        if one or ("进价" in piece.text and "总" not in piece.text):
            book.asks.append((symbol(COST), {}, f"{found[0].unit}元"))
        elif "总" in piece.text or "共" in piece.text or "number" in book.told:
            book.asks.append((book.outlay, {}, f"{found[0].unit}元"))
        else:
            product_counts(book)
            book.asks.append((symbol(COST), {}, f"{found[0].unit}元"))
        piece.drop("ebct")
        return
    if found := piece.take("l[e]*(\\$)"):
        book.asks.append((symbol(LIST), {}, f"{found[0].unit}元"))
        return
    if found := piece.take("[te]*([GD])[te]*(\\$)") if not piece.has("rsK%") else None:
        if found[0].kind == "deficit":
            stay_out("how much is lost")
        if patterns.search("每|单件", piece.text) or "e" in piece.signs:
            if book.lots[1:]:
                stay_out("gained by which one")
            book.asks.append((less(book.unit_price(), symbol(COST)), {}, f"{found[1].unit}元"))
        else:
            if not book.lots and "number" not in book.told:
                product_counts(book)
            book.asks.append((book.profit, {}, f"{found[1].unit}元"))
        piece.drop("et")
        return
    if book.target is not None and not book.lots and (found := piece.take("[pse]*(\\$)[s]*")):
        book.now_at(symbol("p01"))
        book.equations.equal(book.profit, book.target)
        book.asks.append((symbol("p01"), {}, "元"))
        return
    if piece.has("rp") and book.lots and book.target is not None and (found := piece.take("r?[pse]*(\\$)[s]*")):
        last = symbol("p01")
        book.lots[-1] = Lot(book.lots[-1].number, last)
        book.equations.equal(book.profit, book.target)
        book.asks.append((last, {}, "元"))
        return
    stay_out("what is asked")
