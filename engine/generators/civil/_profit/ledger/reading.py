"""Trade read clause by clause with open words: bought, marked, sold in lots, lost, gained, by what the closed words say."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._profit.ledger.asked import amount_of, ask, part_of, product_counts
from engine.generators.civil._profit.ledger.book import COST, LIST, NUMBER, Book
from engine.generators.civil._profit.ledger.words import CLOSED, LEXICON, SIGNS
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_OTHER = r"(?<![\d年月日])-\d|[甲乙丙]|满\d|送|返|会员|券|每(?:降|涨|减|提|增|多|少)|第[二三]|阶梯|超过|超出|不足|以上|以下|含\d|利息|利率|存款|本金|税|另一|两[家种店批件]|[ABC]|至少|最多|最大|约\d|同比"
_OVER_ALL_COSTS = r"(?:除去?|扣除)(?:购进|购买|买进|进)?[^,;。\d]{0,10}?(?:全部|所有|一切)(?:开销|成本|费用|支出|本钱)外?,?(?:并且?|还|仍|又)*(?=获利|盈利|赚)"
"""`除去全部开销外还获利`: what is gained."""
_SOFT = set("tijwA")


def plain_trade(text: str) -> str:
    """The opened text, in which a price for one is told where it stands."""
    plain = patterns.sub(_OVER_ALL_COSTS, "", patterns.sub(r"\s+", "", opened(text)))
    return patterns.sub(r"\([^()\d]*(?:除以|÷|/|加|含)[^()\d]*\)", "", plain)


def read_ledger(text: str) -> Recognition | None:
    """What is bought and sold, and what is asked of it.

    Raises:
        StayOut: a clause is not understood.
    """
    plain = plain_trade(text)
    if found := patterns.search(_OTHER, plain):
        stay_out(found[0])
    if not patterns.search("成本|进价|利润|获利|盈利|赚|亏|赔|买|进|购", plain):
        return None
    if "仍" in plain and not patterns.search("折|降|减|便宜|损|坏|烂|碎|剩|余|的\\d", plain):
        stay_out("nothing that makes it less")
    book = Book()
    pieces = [
        (Piece(clause.mentions, clause.text, SIGNS), clause.ends)
        for clause in LEXICON.clauses(plain, longest_left=24, suspect=CLOSED, silent=1)
        if clause.mentions
    ]
    kept: list[Mention] = []
    for place, (piece, ends) in enumerate(pieces):
        following = pieces[place + 1][0].signs if place + 1 < len(pieces) else ""
        piece.mentions = [*kept, *piece.mentions]
        kept = []
        if "?" in ends and not piece.has("$PKQ?"):
            stay_out(f"also asks: {piece.text}")
        if set(piece.signs) <= set("bsrAijtwkeGRclp") and not piece.has("$PKQ?") and following and ends[:1] in (",", ""):
            if piece.has("k"):
                _discounted(book, piece)
            kept = piece.mentions
            continue
        for part in _parts(piece):
            _take(book, part, following)
            if left := [each for each in part.mentions if SIGNS[each.kind] not in _SOFT]:
                stay_out(f"{left[0].text} in {part.text}")
    if not book.asks or kept:
        stay_out("nothing asked")
    scales = [NUMBER, COST, LIST]
    if book.whole and book.lots:
        _nothing_left(book, scales)
    answers: list[Answer] = []
    for place, (above, below, unit) in enumerate(book.asks):
        value = book.equations.value(above, scales, below or None)
        value *= {"%": 100, "折": 10}.get(unit, 1)
        if unit == "折" and value >= 10:
            stay_out("no discount")
        answers.append((place, value / 10000 if unit == "万元" else value, unit))
    return recognition(book.lines, answers, {}, working=book.equations.in_words())


def _nothing_left(book: Book, scales: list[str]) -> None:
    """Every part of what was bought is told of."""
    if book.left and book.equations.value(plus(book.left, symbol(NUMBER)), scales, symbol(NUMBER)) != 1:
        stay_out("some are not sold")


def _parts(piece: Piece) -> list[Piece]:
    """What is said in one breath: marked at so much above the cost, then sold."""
    signs = piece.signs
    match = patterns.match(r"[^lhs]*%[^lhs]*(?:l|h)(?=[^lh]*[sF])", signs) or patterns.match(r"[^s]*s[q%/][^s]*(?=r)", signs)
    if match is None or match.end() == len(signs):
        return [piece]
    head, tail = piece.mentions[: match.end()], piece.mentions[match.end() :]
    return [Piece(head, piece.text, SIGNS), *_parts(Piece(tail, piece.text, SIGNS))]


def _counted(book: Book, told: Mention) -> Term:
    """A number of things, in the one unit in which they are counted."""
    if book.unit and told.unit and told.unit != book.unit:
        stay_out("units")
    book.unit = book.unit or told.unit
    return constant(Fraction(told.value))


def _discounted(book: Book, piece: Piece) -> None:
    """Sold for less than marked, by a share that nobody tells."""
    book.factor = symbol("k01")
    if "list" not in book.told:
        stay_out("less than what")
    book.price = product_of(symbol(LIST), book.factor)
    piece.drop("k")


def _take(book: Book, piece: Piece, following: str) -> None:
    _merge_each(book, piece)
    if piece.has("u"):
        found = piece.take("up?(m)[ps]*") or piece.take("us?(m)p?s?") or stay_out("what becomes of the rest")
        book.salvage = amount_of(found[0])
        book.lines.append(f"卖不完的每件 {found[0].text}")
        return
    if piece.has("$PKQ?"):
        ask(book, piece)
        return
    _pay_beside(book, piece)
    _mark(book, piece)
    _price(book, piece)
    _buy(book, piece)
    _lose(book, piece)
    _sell(book, piece)
    _gain(book, piece, following)


def _merge_each(book: Book, piece: Piece) -> None:
    """`每个 6 元`: a price for one."""
    for place, each in enumerate(piece.mentions):
        if each.kind == "each" and each.text[:1] in "一1" and piece.signs[place + 1 : place + 2] not in ("M", "m"):
            if "number" in book.told:
                stay_out("how many were bought")
            _tell_number(book, Mention("quantity", each.text, "1", each.unit))
            book.single = True
            del piece.mentions[place]
            break
    while match := patterns.search("e[^eMmq]*M", piece.signs):
        each, money = piece.mentions[match.start()], piece.mentions[match.end() - 1]
        if each.unit:
            _counted(book, Mention("quantity", each.text, "0", each.unit))
        piece.mentions[match.end() - 1] = Mention(
            "each-money", money.text, str(amount_of(money)[()]) if amount_of(money) else "0", each.unit
        )
        del piece.mentions[match.start()]
    for each in piece.mentions:
        if each.kind == "each-money" and each.unit:
            _counted(book, Mention("quantity", each.text, "0", each.unit))


def _pay_beside(book: Book, piece: Piece) -> None:
    """What is paid beside the goods."""
    if found := piece.take("x?[cpl]*(%)[o]+x?") or piece.take("x(?:p|l)*(%)o"):
        book.charged = constant(part_of(found[-1]))
        book.lines.append(f"另付 {found[-1].text} 的费用")
        piece.drop("x")
    elif found := piece.take("ot*b*(M)"):
        book.fees = plus(book.fees, amount_of(found[0]))
        book.lines.append(f"另付 {found[0].text}")


def _mark(book: Book, piece: Piece) -> None:
    """The marked price."""
    signs = piece.signs
    if found := piece.take("[Gctbe+]*(%)[GRjp]*[lh]") if not patterns.search("l[F%/]", signs) else None:
        if not patterns.search("[GRc+]", signs):
            stay_out("above what")
        if "list" in book.told:
            stay_out("marked twice")
        above = 0 if patterns.search(r"价的\d|成本的\d", piece.text) and not patterns.search("[GR+]", signs) else 1
        if (not above and not patterns.search("c%", signs)) or (above and not patterns.search("[GR+]", signs)):
            stay_out("above what")
        book.equations.equal(symbol(LIST), scaled(symbol(COST), above + part_of(found[-1])))
        book.told.add("list")
        book.price = None
        book.lines.append(f"定价{'比成本高' if above else '是成本的'} {found[-1].text}")
        piece.drop("GRc+")
    elif found := piece.take("lp?(m|M)") or piece.take("(m|M)lp?"):
        if "list" in book.told:
            stay_out("marked twice")
        book.equations.equal(symbol(LIST), amount_of(found[0]))
        book.told.add("list")
        book.lines.append(f"定价 {found[0].text}")


def _price(book: Book, piece: Piece) -> None:
    """The price at which it is sold now."""
    if found := piece.take("l?p?(F)p?") or (piece.take("l([%/])") if not piece.has("+-") else None):
        if piece.has("b") and not piece.has("s"):
            book.equations.equal(symbol(COST), scaled(symbol(LIST), part_of(found[0])))
            book.told |= {"cost", "list"}
            book.lines.append(f"按定价的 {decimal(part_of(found[0]), 4)} 倍买进")
            piece.drop("b")
            return
        if "list" not in book.told and book.lots and book.price is not None and not piece.has("l"):
            book.now_at(scaled(book.lots[-1].price, part_of(found[0])))
            book.lines.append(f"按原来卖价的 {decimal(part_of(found[0]), 4)} 倍卖")
            return
        book.told.add("list")
        book.now_at(scaled(symbol(LIST), part_of(found[0])))
        book.lines.append(f"按定价的 {decimal(part_of(found[0]), 4)} 倍卖")
    elif found := piece.take("c([+-])([%/*])[pl]*(?=s)") or piece.take("([+-])c([%/*])[pl]*(?=s)"):
        way, told = found
        factor = 1 + part_of(told) * (1 if way.kind == "up" else -1)
        book.now_at(scaled(symbol(COST), factor))
        book.lines.append(f"按成本的 {decimal(factor, 4)} 倍卖")
    elif found := piece.take("c(\\*)[lh]"):
        book.equations.equal(symbol(LIST), scaled(symbol(COST), part_of(found[0])))
        book.told.add("list")
        book.lines.append(f"定价是成本的 {found[0].text}")
    elif piece.has("c") and piece.has("s") and not piece.has("Mm%/*q"):
        book.now_at(symbol(COST))
        book.lines.append("按成本卖")
        piece.drop("c")
    elif (piece.has("l") and piece.has("s")) and not piece.has("m"):
        if "list" not in book.told:
            stay_out("marked at what")
        book.now_at(symbol(LIST))
        piece.drop("l")
    elif piece.has("sp") and not piece.has("bc") and (found := piece.take("p?t?(m)p?")):
        book.now_at(amount_of(found[0]))
        book.lines.append(f"每件卖 {found[0].text}")
    elif piece.has("p") and not piece.has("sbclGD") and (found := piece.take("p(M)")):
        book.now_at(amount_of(found[0]))
        book.lines.append(f"售价 {found[0].text}")


def _buy(book: Book, piece: Piece) -> None:
    """What it has cost, one of it or all."""
    signs = piece.signs
    if book.bought and "cost" not in book.told and patterns.fullmatch("[tj]*[mM][tj]*", signs):
        (paid,) = piece.take("(m|M)") or stay_out("what is paid")
        if paid.kind == "each-money":
            _tell_cost(book, amount_of(paid), f"每件成本 {paid.text}")
        elif patterns.search("[花付]", piece.text):
            _tell_outlay(book, paid)
        else:
            stay_out("what so much is paid for")
    book.bought = "b" in signs
    if not piece.has("bc"):
        return
    if "s" in signs and "c" not in signs:
        stay_out("bought and sold at once")
    if found := piece.take("c?t?b?(m)p?") if piece.has("m") else None:
        _tell_cost(book, amount_of(found[0]), f"每件成本 {found[0].text}")
    elif found := piece.take("c(M)"):
        if "总" in piece.text or piece.has("t"):
            _tell_outlay(book, found[0])
        elif patterns.search("成本(?!价)", piece.text) and book.unit and not book.single:
            stay_out("the cost of one, or of all")
        else:
            _tell_cost(book, amount_of(found[0]), f"每件成本 {found[0].text}")
    elif found := piece.take("(M)") if piece.has("b") else None:
        _tell_outlay(book, found[0])
    if found := piece.take("(q)") if piece.has("b") else None:
        _tell_number(book, found[0])
    piece.drop("bct")


def _tell_cost(book: Book, cost: Term, said: str) -> None:
    if "cost" in book.told:
        stay_out("bought twice")
    book.equations.equal(symbol(COST), cost)
    book.told.add("cost")
    book.lines.append(said)


def _tell_outlay(book: Book, told: Mention) -> None:
    if "cost" in book.told:
        stay_out("bought twice")
    book.equations.equal(product_of(book.number, symbol(COST)), amount_of(told))
    book.told.add("cost")
    book.lines.append(f"共花 {told.text}")


def _tell_number(book: Book, told: Mention) -> None:
    if "number" in book.told:
        stay_out("how many were bought")
    book.equations.equal(book.number, _counted(book, told))
    book.told.add("number")
    book.lines.append(f"共 {told.text}")


def _lose(book: Book, piece: Piece) -> None:
    """What is lost before it is sold."""
    if not piece.has("X"):
        return
    found = piece.take("X([q%/])") or piece.take("([q%/])X") or stay_out("how much is lost")
    if book.lots or book.lost:
        stay_out("lost of what")
    book.lost = _counted(book, found[0]) if found[0].kind == "quantity" else scaled(book.number, part_of(found[0]))
    book.lines.append(f"损耗 {found[0].text}")


def _sell(book: Book, piece: Piece) -> None:
    """A part is sold, or the rest."""
    if "number" not in book.told and (found := piece.take("^[tji]*(q)[w]*$")):
        _tell_number(book, found[0])
        return
    if piece.has("r") and book.salvage is not None:
        book.price = book.salvage
    if found := piece.take("s?(n)w?"):
        book.sell(less(book.left, _counted(book, found[0])))
        book.whole = False
        book.lines.append(f"卖到剩 {found[0].text}")
        piece.drop("sw")
        return
    if found := piece.take("(f)w?"):
        if book.lots or book.lost:
            stay_out("a share of what is left")
        book.sell(less(book.number, scaled(book.number, part_of(found[0]))))
        book.whole = False
        book.lines.append(found[0].text)
        piece.drop("w")
        return
    if not piece.has("s"):
        if piece.has("r") and (piece.has("j") or not piece.has("GD")):
            book.sell(book.left)
            book.lines.append("其余卖完")
            piece.drop("r")
        return
    rest = piece.drop("r")
    everything = piece.drop("A") or patterns.search("卖完|卖光|售完|售罄", piece.text) is not None
    told = piece.take("([q%/])") if not piece.has("GD") or patterns.search("s[^GD]*[q%/]", piece.signs) else None
    if told and not rest:
        number = _counted(book, told[0]) if told[0].kind == "quantity" else scaled(book.number, part_of(told[0]))
        book.sell(number)
        if piece.has("w"):
            book.whole = False
        book.lines.append(f"卖出 {told[0].text}")
    elif told:
        if told[0].kind != "quantity":
            stay_out("a share of the rest")
        book.equations.equal(book.left, _counted(book, told[0]))
        book.sell(book.left)
        book.lines.append(f"其余 {told[0].text} 卖完")
    elif rest or (everything and not (book.lots and book.price is not None and book.lots[-1].price == book.price and not book.left)):
        if everything and not rest and book.lots and not book.left:
            pass
        elif everything and not rest and book.lots and book.price == book.lots[-1].price:
            stay_out("what is sold at which price")
        else:
            book.sell(book.left)
            book.lines.append("其余卖完" if book.lots[1:] else "全部卖完")
    piece.drop("s")


def _gain(book: Book, piece: Piece, following: str) -> None:
    """What comes of it, told."""
    if found := piece.take("G[tA]*E(%)") or piece.take("G[tA]*>E([+-])(%)"):
        factor = part_of(found[-1])
        if len(found) > 1:
            factor = 1 + factor * (1 if found[0].kind == "up" else -1)
        book.equations.equal(book.profit, scaled(book.expected, factor))
        book.lines.append(f"利润是期望的 {decimal(factor, 4)} 倍")
        piece.drop("tA")
        return
    if piece.has("V") and set(following) & set("GD"):
        piece.drop("V")
    if piece.has("V") and not piece.has("GD"):
        book.equations.equal(book.profit, constant(0))
        book.lines.append("收回成本")
        piece.drop("V")
        return
    if (
        piece.has("i")
        and (book.asks or (book.price is None and "list" not in book.told))
        and (found := piece.take("G[it]*(M)") or piece.take("(M)G"))
    ):
        book.target = amount_of(found[0])
        book.lines.append(f"要获利 {found[0].text}")
        return
    if found := piece.take("([GD])t?(M|m|%)") or piece.take("t?(R)(%)") or piece.take("(%)(G)"):
        kind = next((each for each in found if each.kind in ("gain", "deficit", "rate")), found[0])
        told = next(each for each in found if each is not kind)
        sign = -1 if kind.kind == "deficit" else 1
        if told.kind == "each-money":
            book.equations.equal(less(book.unit_price(), symbol(COST)), scaled(amount_of(told), sign))
        elif told.kind == "percent":
            book.equations.equal(book.profit, scaled(book.outlay, sign * part_of(told)))
        else:
            if "number" not in book.told and not book.lots and not book.unit and not product_counts(book):
                stay_out("gained by one, or by all")
            book.equations.equal(book.profit, scaled(amount_of(told), sign))
        book.lines.append(f"{kind.text} {told.text}")
        book.ended = True
        piece.drop("GDRVwt")
